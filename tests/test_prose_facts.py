"""Sentences on facts: true of nothing, one article, two, a tie, several events, forty articles, without copies."""

import re

import pytest
import tellings

from analysis import completeness, consensus, discrepancies, display, language, matrix, omissions, prose, tables
from analysis.discrepancies import values
from analysis.prose import facts as prose_facts

FIVE = ("f1 f2 f3", "f1 f2?", "f1 f2?@Alma f4", "f1", "f5")


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def tabled(*articles, copied=(), discrepancies=None):
    """Told, standing and the articles, of articles in the signs of tellings.py."""
    telling = tellings.corpus(*articles)
    units = tellings.units(telling, *copied) if copied else None
    told = consensus.told(telling.claims, telling.facts, telling.documents, copied=units)
    standing = consensus.standing(told, telling.facts, discrepancies)
    return told, standing, completeness.by_article(told, telling.units)


def agreed(*articles, **options):
    _, standing, each = tabled(*articles, **options)
    return [plain(sentence) for sentence in prose.consensus(standing, each)]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (["-"], ["No fact was found in these articles."]),
        (["f1 f2"], ["A tells 2 facts; no other article is on its event, so nothing can be compared."]),
        (["1f1", "2f1"], ["A and B tell 2 facts; no other article is on their events, so nothing can be compared."]),
        (["f1", "f2"], ["2 facts are told: 2 by one article alone. None is told by most of them."]),
        (
            ["f1 f2", "f1"],
            [
                "2 facts are told: 1 by both articles and 1 by one article alone.",
                "Most widely told: “They say f1” (both articles).",
            ],
        ),
        (
            FIVE,
            [
                "5 facts are told: 2 by most of the 5 and 3 by one article alone.",
                "Most widely told: “They say f1” (4 of 5) and “They say f2” (3 of 5).",
            ],
        ),
        (
            ["f1? f2", "f1@Alma f2", "f3", "f4"],
            [
                "4 facts are told: 2 by several, but not by most and 2 by one article alone. "
                "None is told by most of them."
            ],
        ),
        (
            ["f1?", "f1@Alma"],
            [
                "1 fact is told: 1 by both articles.",
                "Most widely told: “They say f1” (both articles).",
                "Told by most, but by nobody plainly, only with doubt or as somebody's word: “They say f1”.",
            ],
        ),
        (
            ["1f1 1f2", "1f1", "2f1"],
            [
                "On the event of A and B, 2 facts are told: 1 by both articles and 1 by one article alone.",
                "On the event of A and B, most widely told: “They say 1f1” (both articles).",
                "C tells 1 fact; no other article is on its event, so nothing can be compared.",
            ],
        ),
    ],
)
def test_consensus(articles, expected):
    assert agreed(*articles) == expected


def test_what_is_told_in_copies_does_not_count():
    assert agreed("f1 f2", "f1 f2", "f2 f3", "f1", copied=["B0", "D0"]) == [
        "3 facts are told: 1 by most of the 4 and 2 by one article alone.",
        "Most widely told: “They say f2” (3 of 4).",
    ]
    assert agreed("f1", "f1", "f1", "f2", copied=["C0"])[1:] == [
        "Most widely told: “They say f1” (2 of 3 that have words of their own on it)."
    ]


def test_many_events_are_summed_up():
    articles = [f"{number}f1 {number}f2" for number in range(1, 9) for _ in range(2)]
    found = agreed(*articles)
    assert len(found) == 11
    assert found[-1] == "3 further events of two articles or more: 6 facts in all."


def test_a_fact_is_named_as_a_link_to_its_sentences():
    _, standing, each = tabled("F001", "F001")
    assert "[[“{{They say F001}}”|evidence-fact-f001]]" in prose.consensus(standing, each)[1]


def test_counts_of_facts_open_the_sentences_of_all_of_them():
    _, standing, each = tabled(*FIVE)
    said = prose.consensus(standing, each)[0]
    assert "[[3|evidence-facts-told-by-one-article-alone]] by one article alone" in said
    assert "A [[1|evidence-facts-told-by-one-article-alone-A]] of its 3" in prose.alone(each)


def test_counts_of_facts_of_several_events_open_nothing():
    _, standing, each = tabled("1f1 1f2", "1f1", "2f1", "2f1")
    assert all("evidence-facts" not in sentence for sentence in prose.consensus(standing, each))


def test_no_article_can_write_a_link():
    _, standing, each = tabled("f1", "f1")
    found = prose.consensus(standing.assign(statement="[[here|x]] \\"), each)[1]
    assert "[[here" not in found
    assert plain(found) == "Most widely told: “[[here|x]] \\” (both articles)."


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (["-"], "No event has a second article: nothing can be said to stand in one alone."),
        (["f1", "f1"], "No fact is told by one article alone."),
        (
            FIVE,
            "3 facts are told by one article alone: A 1 of its 3, C 1 of its 3 and E 1 of its 1. "
            "Some of these may be told by others in words that were not recognised as the same.",
        ),
        (
            ["1f1 1f2", "1f1", "2f1"],
            "1 fact is told by one article alone: A 1 of its 2. "
            "It may be told by others in words that were not recognised as the same.",
        ),
    ],
)
def test_alone(articles, expected):
    assert plain(prose.alone(tabled(*articles)[2])) == expected


def test_disputed():
    place = {"document": "d000", "start": 0, "end": 1, "confidence": 1.0}
    kinds = [("f1", "place"), ("f1", "number"), ("f1", "granularity"), ("f2", "granularity"), ("f3", "name")]
    rows = [{**place, "discrepancy": f"{fact}{kind}", "fact": fact, "kind": kind} for fact, kind in kinds]
    standing = tabled(*FIVE, discrepancies=tables.table("discrepancies", rows))[1]
    assert plain(prose.disputed(standing)) == (
        "The articles contradict one another on 1 fact: “They say f1” (how many or how much, where)."
    )
    assert plain(prose.disputed(standing.tail(1))) == (
        "No fact was found on which the articles contradict one another."
    )


def test_every_kind_that_disputes_a_fact_is_a_question_in_the_readers_words():
    kinds = {module.KIND for module in discrepancies.KINDS} - set(values.AGREEING)
    assert set(prose_facts.MATTERS) == kinds


@pytest.mark.parametrize(
    ("articles", "most", "expected"),
    [
        (["-"], 3, "There is no fact to show."),
        (["f1"], 3, "The one fact is shown."),
        (["f1 f2"], 3, "Both facts are shown."),
        (FIVE, 5, "All 5 facts are shown."),
        (FIVE, 4, "Shown are the 4 facts that most articles tell; 1 more, told by 1 article, is left out."),
        (
            FIVE,
            1,
            "Shown is the 1 fact that most articles tell; 4 more, each told by 3 articles at the most, are left out.",
        ),
    ],
)
def test_what_a_matrix_leaves_out(articles, most, expected):
    told, standing, _ = tabled(*articles)
    assert plain(prose.not_shown(matrix.shown(told, standing, most=most), standing)) == expected


@pytest.mark.parametrize(
    ("copied", "expected"),
    [
        ([], "No article tells a fact in copied text alone: without copies the counts of facts stay as they are."),
        (
            ["B0", "D0"],
            "2 of 10 times that an article tells a fact it does so in copied text alone (B 1 of 2 and D 1 of 1). "
            "Facts that most articles tell: 2 with copies and without.",
        ),
        (
            ["B0", "C0", "D0"],
            "3 of 10 times that an article tells a fact it does so in copied text alone "
            "(B 1 of 2, C 1 of 3 and D 1 of 1). Facts that most articles tell: 1 without copies, 2 with them.",
        ),
    ],
)
def test_without_copies(copied, expected):
    told, standing, _ = tabled(*FIVE)
    own, own_standing, _ = tabled(*FIVE, copied=copied)
    found = prose.facts_without_copies(consensus.compared(told, own), standing, own_standing)
    assert plain(found) == expected


def test_the_matrix_said_in_words():
    told, standing, _ = tabled(*FIVE)
    assert prose.alt_matrix(matrix.shown(told, standing, most=2), "Facts") == (
        "Facts. f1 They say f1: told by A, B, C and D, absent from E; "
        "f2 They say f2: told by A, told with doubt by B, told as somebody's word by C, absent from D and E."
    )
    assert prose.alt_matrix(matrix.shown(told.head(0), standing.head(0)), "Facts") == "Facts: nothing to draw."


CORPORA = [
    ["-"],
    ["f1"],
    ["f1", "f1"],
    ["f1", "f2"],
    ["f1 f2 -", "f1", "f1 f3 - -", "f1 f2", "f4 f5 f6"],
    ["f1 f2"] * 40,
    [f"f{place}" for place in range(40)],
    [f"{place % 11 + 1}f1 {place % 11 + 1}f{place}" for place in range(40)],
]


@pytest.mark.parametrize("articles", CORPORA, ids=lambda articles: f"{len(articles)} {articles[-1]}")
def test_sentences_of_any_corpus(articles):
    """No number is missing, no plural stands beside a one, every sentence ends."""
    telling = tellings.corpus(*articles)
    told, standing, each = tabled(*articles)
    own, own_standing, _ = tabled(*articles, copied=["A0"])
    sentences = [
        *prose.consensus(standing, each),
        prose.alone(each),
        prose.disputed(standing),
        prose.not_shown(matrix.shown(told, standing, most=3), standing),
        *prose.omitted(omissions.left_out(told, telling.units), standing, each),
        *prose.lengths(each),
        *prose.covered(completeness.covered(told), each),
        prose.facts_without_copies(consensus.compared(told, own), standing, own_standing),
    ]
    for sentence in map(plain, sentences):
        assert not re.search(r"\bnan\b|\ball [12] |\b(?<!of )1 (facts|articles|omissions|pairs|events)\b|  ", sentence)
        assert re.search(r"^[A-Z0-9].*\.$", sentence, re.DOTALL), sentence


def test_the_sentences_hold_no_more_articles_than_a_reader_takes_in():
    articles = [" ".join(f"f{number}" for number in range(30) if (number + place) % 7) for place in range(40)]
    telling = tellings.corpus(*articles)
    told, standing, each = tabled(*articles)
    found = prose.omitted(omissions.left_out(told, telling.units), standing, each)
    assert len(found) <= 12
    assert max(map(len, map(plain, found))) < 700


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (["-"], ["Aucun fait n’a été trouvé dans ces articles."]),
        (
            ["f1 f2"],
            [
                "A rapporte 2 faits ; aucun autre article ne traite le même événement : aucune comparaison n’est "
                "possible."
            ],
        ),
        (["f1", "f2"], ["2 faits sont rapportés : 2 par un seul article. Aucun ne l’est par la majorité d’entre eux."]),
        (
            ["f1?", "f1@Alma"],
            [
                "1 fait est rapporté : 1 par les deux articles.",
                "Le plus largement rapporté : « They say f1 » (les deux articles).",
                "Rapporté par la majorité, mais par aucun sans distance (seulement avec un doute, ou comme les "
                "propos de "
                "quelqu’un) : « They say f1 ».",
            ],
        ),
        (
            ["1f1 1f2", "1f1", "2f1"],
            [
                "Sur l’événement que traitent A et B, 2 faits sont rapportés : 1 par les deux articles et 1 par un "
                "seul "
                "article.",
                "Sur l’événement que traitent A et B, le plus largement rapporté : « They say 1f1 » (les deux "
                "articles).",
                "C rapporte 1 fait ; aucun autre article ne traite le même événement : aucune comparaison n’est "
                "possible.",
            ],
        ),
    ],
)
def test_in_french(articles, expected):
    with language.speaking("fr"):
        assert agreed(*articles) == expected


def test_one_and_several_in_french():
    told, standing, each = tabled(*FIVE)
    own, own_standing, _ = tabled(*FIVE, copied=["B0", "D0"])
    with language.speaking("fr"):
        assert plain(prose.alone(each)) == (
            "3 faits ne sont rapportés que par un seul article : A 1 sur 3, C 1 sur 3 et E 1 sur 1. D’autres en "
            "rapportent peut-être en des termes qui n’ont pas été reconnus comme équivalents."
        )
        assert plain(prose.not_shown(matrix.shown(told, standing, most=4), standing)) == (
            "Sont montrés les 4 faits que rapportent le plus d’articles ; 1 autre, rapporté par 1 article, n’y "
            "figure pas."
        )
        assert plain(prose.not_shown(matrix.shown(told, standing, most=1), standing)) == (
            "Seul est montré le fait que rapportent le plus d’articles ; 4 autres, rapportés chacun par 3 articles au "
            "plus, n’y figurent pas."
        )
        assert plain(prose.facts_without_copies(consensus.compared(told, own), standing, own_standing)) == (
            "Dans 2 cas sur 10, l’article ne rapporte le fait que dans du texte repris (B 1 sur 2 et D 1 sur 1). Faits "
            "que rapporte la majorité des articles : 2, avec ou sans les reprises."
        )
        assert prose.disputed(standing) == "Aucun fait n’a été trouvé sur lequel les articles se contredisent."


def test_what_is_told_in_copies_alone_is_said_to_be_left_out_as_such():
    told, standing, _ = tabled("f1 f2", "f1", "f3", copied=["C0"])
    found = plain(prose.not_shown(matrix.shown(told, standing, most=2), standing))
    assert found.endswith("; 1 more, told by copied text alone, is left out.")
