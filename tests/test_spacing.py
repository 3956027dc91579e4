"""What is not parted at the end of a line: a sign from its word in French, a full stop from the letter of a source."""

from analysis.briefing.spacing import tied
from analysis.briefing.tree import el, write


def letter(mark):
    return el("a", mark, class_="source")


def test_a_full_stop_stays_with_the_letter_before_it():
    kept = write(tied([letter("A"), " ", letter("B"), "; with doubt ", letter("C"), ". More"], "en"))
    assert kept.count("tied") == 2
    assert '<span class="tied"><a class="source">B</a>;</span> with doubt' in kept
    assert '<span class="tied"><a class="source">C</a>.</span> More' in kept


def test_what_stands_apart_from_a_letter_stays_apart():
    assert "tied" not in write(tied([letter("A"), " and ", letter("B")], "en"))


def test_a_french_sign_keeps_its_space():
    assert "</a>\u202f;</span> avec" in write(tied([letter("A"), "\u202f; avec"], "fr"))
