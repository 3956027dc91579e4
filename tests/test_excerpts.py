import pytest
from printed import part

from analysis.briefing.excerpts import CUT, LONG, SPACE, WHOLE, Excerpts, sentence
from analysis.briefing.sanitise import fragment
from analysis.briefing.tree import Element, walk

FAR = "mot " * 60


def item(said, **given):
    return next(one for one in walk(fragment(part("A", f"4|{said}", **given))) if one.tag == "li")


def printed(said, excerpts=None):
    pieces = (excerpts or Excerpts()).shown(sentence(item(said)))
    return "".join(f"*{words}*" if kind == "marked" else words for words, kind in pieces).replace(SPACE, " ")


def test_a_sentence_has_its_place_its_marks_and_its_remark():
    one = sentence(item('La *fusée* part. <span lang="en">(caption, not counted)</span>'))
    assert (one.unit, one.number, one.remark) == ("unit-A-3", "4", "(caption, not counted)")
    assert one.pieces == [("La ", False), ("fusée", True), (" part. ", False)]


def test_a_place_without_words_counts_from_one():
    bare = Element("li", {"data-unit": "unit-AFP-2-6"}, ["Oui"])
    assert (sentence(bare).unit, sentence(bare).number) == ("unit-AFP-2-6", "7")


def test_a_short_sentence_is_whole():
    assert printed("La *fusée* part.") == "La *fusée* part."


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"{FAR}la *fusée* part {FAR}", "… mot mot mot mot mot mot mot la *fusée* part mot mot mot mot mot mot mot …"),
        (f"*Une* {FAR}*fin*", "*Une* mot mot mot mot mot mot mot mot … mot mot mot mot mot mot mot mot *fin*"),
    ],
)
def test_of_a_long_one_stand_the_words_around_its_matches(said, shown):
    assert printed(said) == shown


def test_what_is_all_marked_is_not_marked():
    assert printed("*Une phrase entière.*") == "Une phrase entière."


def test_a_long_match_is_given_whole_once_in_a_document():
    excerpts = Excerpts()
    said = f"*{FAR}fin*"
    assert CUT not in printed(said, excerpts)
    again = printed(said, excerpts)
    assert again.count(CUT) == 1
    assert len(again) < LONG + 30


def test_a_token_without_an_end_is_cut():
    assert len(printed(f"{'x' * 100_000}*y*{'z' * 100_000}")) < 2 * WHOLE


def test_controls_are_no_part_of_a_sentence():
    held = item("La *fusée*.")
    held.children.insert(0, Element("span", {"class": "controls"}, ["Open"]))
    assert sentence(held).pieces[0] == ("La ", False)
