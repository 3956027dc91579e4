"""What opens a briefing: true of nothing, one article, two, five, forty, and of several events."""

import pandas as pd
import pytest
import tellings

from analysis import completeness, consensus, display, language, omissions, prose, salient, tables
from analysis.prose import front

FIVE = ("f1 f2 f3", "f1 f2?", "f1 f2?@Alma f4", "f1", "f5")
NO_DATES = pd.DataFrame(
    {"document": [], "unit": [], "first": [], "last": [], "status": []},
).astype({"document": "str", "unit": "int64", "first": "int64", "last": "int64", "status": "str"})


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def read(*articles):
    telling = tellings.corpus(*articles)
    told = consensus.told(telling.claims, telling.facts, telling.documents)
    return telling, told, consensus.standing(told, telling.facts)


def chosen(*articles, dated=NO_DATES):
    telling, told, standing = read(*articles)
    return salient.happened(told, telling.facts, telling.claims, standing, dated)


def happened(*articles, dated=NO_DATES):
    telling, told, _ = read(*articles)
    rows = chosen(*articles, dated=dated)
    return [plain(each) for each in prose.happened(rows, completeness.by_article(told, telling.units))]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (["-"], ["No fact was found that most of these articles tell."]),
        (["f1 f2"], ["“They say f1” — A", "“They say f2” — A"]),
        (["f1", "f2"], ["No fact was found that most of these articles tell."]),
        (["f1 f2", "f1?"], ["“They say f1” — A; with doubt B"]),
        (FIVE, ["“They say f1” — A B C D", "“They say f2” — A; with doubt B; as somebody's word C"]),
        (
            ["1f1", "1f1", "2f1 2f2", "3f1", "3f2", "4f1"],
            [
                "A B tell of one event:",
                "“They say 1f1” — A B",
                "D E tell of one event; no fact is told by most of them.",
                "C alone tells of this:",
                "“They say 2f1” — C",
                "“They say 2f2” — C",
                "1 more event is told of.",
            ],
        ),
    ],
)
def test_what_happened_is_what_most_articles_of_an_event_tell(articles, expected):
    assert happened(*articles) == expected


def test_of_forty_articles_the_first_letters_stand_in_a_row():
    (first,) = happened(*["f1"] * 40)
    assert first == "“They say f1” — A B C D E F G H I J K L and 28 more"


def test_the_widest_fact_opens_the_others_stand_in_the_order_of_their_days_and_those_without_behind():
    day = {"last": 739000, "status": "past"}
    rows = [
        {"document": "d000", "unit": 1, "first": 738999, **day},
        {"document": "d001", "unit": 2, "first": 739000, **day},
        {"document": "d001", "unit": 0, "first": 730000, **day},  # a span of years puts nothing into order
    ]
    dated = pd.DataFrame(rows)
    articles = ("f0 f1 f2 f3", "f0 f1 f2 f3")
    late = dated.assign(unit=dated["unit"] + 1)
    assert [line[10:12] for line in happened(*articles, dated=late)] == ["f0", "f2", "f3", "f1"]
    planned = late.assign(status="planned")
    assert [line[10:12] for line in happened(*articles, dated=planned)] == ["f0", "f1", "f2", "f3"]


def test_a_letter_opens_its_article_and_words_their_evidence():
    telling, told, _ = read("f1", "f1")
    (sentence,) = prose.happened(chosen("f1", "f1"), completeness.by_article(told, telling.units))
    assert "|evidence-fact-f1]]" in sentence
    assert sentence.endswith("[[A|article-A]]\u00a0[[B|article-B]]")
    assert front.source("AFP 2]]") == "[[AFP 2\\]\\]|article-AFP-2-]]"


def test_a_sentence_of_two_lines_stands_whole():
    telling, told, standing = read("f1", "f1")
    long = "Le président " + "et le ministre " * 13 + "ont parlé."
    facts = telling.facts.assign(statement=long)
    rows = salient.happened(told, facts, telling.claims, standing, NO_DATES)
    (sentence,) = prose.happened(rows, completeness.by_article(told, telling.units))
    assert plain(sentence) == f"“{long.removesuffix('.')}” — A B"


def test_a_week_is_told_by_its_monday():
    side = SIDE.head(1).assign(kind="date", value="2024-W22")
    assert plain(prose.disputes(side)[0]).startswith("When? A: the week of 27 May 2024, ")
    with language.speaking("fr"):
        assert plain(prose.disputes(side)[0]).startswith("Quand ? A : semaine du 27 mai 2024, ")
        assert plain(prose.disputes(side.assign(value="2024"))[0]).startswith("Quand ? A : 2024, ")


def test_what_an_article_says_in_its_own_name_is_said_so():
    side = SIDE.head(1).assign(kind="attribution", value="stated", context="« oui »")
    assert [plain(each) for each in prose.disputes(side)] == [
        "Whose word is it? A: the article itself, “oui” (medium confidence)."
    ]


SIDE = pd.DataFrame(
    [
        ("discrepancy", "D1", "place", "A", "Vladivostok", "à Vladivostok", "medium"),
        ("discrepancy", "D1", "place", "B", "Vostochny", "à Vostotchny", "medium"),
        ("discrepancy", "D1", "place", "C", "Vostochny", "au cosmodrome", "medium"),
        ("discrepancy", "D2", "direction", "A", "Russia → North Korea", "livre", "high"),
        ("discrepancy", "D2", "direction", "B", "North Korea → Russia", "reçoit", "high"),
    ],
    columns=["layer", "discrepancy", "kind", "source", "value", "context", "confidence"],
)


def test_a_dispute_is_a_question_with_its_answers():
    assert [plain(sentence) for sentence in prose.disputes(SIDE)] == [
        "Where? A: Vladivostok, “à Vladivostok”; B C: Vostochny, “à Vostotchny” (medium confidence).",
        "Who does it to whom? A: Russia → North Korea, “livre”; B: North Korea → Russia, “reçoit” (high confidence).",
    ]
    assert prose.disputes(SIDE.head(0)) == []


def test_a_dispute_in_french_has_its_values_and_signs_in_french():
    with language.speaking("fr"):
        where, whom = (display.plain(sentence) for sentence in prose.disputes(SIDE))
    assert where.startswith("Où\u202f? A\u00a0: Vladivostok, «\u00a0à Vladivostok\u00a0»\u202f; B\u00a0C")
    assert "Russie → Corée du Nord" in whom


def silences(*articles, most=4):
    telling, told, standing = read(*articles)
    gone = omissions.left_out(told, telling.units)
    gone = gone.assign(short=False)
    shown = salient.silences(gone, most=most)
    return [plain(each) for each in prose.left_unsaid(shown, standing, told, len(gone))]


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (["f1", "f2"], ["To see what an article leaves out of what others tell takes three articles on one event."]),
        (["-"], ["To see what an article leaves out of what others tell takes three articles on one event."]),
        (
            ["f1", "f1", "f1"],
            ["No article is found to leave out what most others tell, unless it is short or says it otherwise."],
        ),
        (["f1", "f1", "f2"], ["Not found in C: “They say f1”, which A B tell."]),
        (["f1", "f1", "f1", "f2", "f2"], ["Not found in D E: “They say f1”, which A B C tell."]),
    ],
)
def test_what_an_article_leaves_out_names_those_that_tell_it(articles, expected):
    assert silences(*articles) == expected


def test_of_many_silences_the_rest_is_counted():
    said = silences("f1 f2 f3", "f1 f2 f3", "f4", most=1)
    assert said[1:] == ["2 more such silences: who leaves what out."]


def test_the_rules_are_said_with_their_numbers():
    said = plain(salient.rules())
    assert "from 5 % of an article's words on" in said
    assert f"At most {salient.MOST} of a kind" in said
    assert f"most of them and at least {salient.TELLERS}, tell" in said


def test_nothing_is_nothing_in_french_too():
    nothing = tables.empty("facts")
    with language.speaking("fr"):
        assert "aucun fait" in happened("-")[0]
        assert prose.disputes(SIDE.head(0)) == []
        assert plain(prose.order_of_facts(nothing)) == "Rien à rapporter ici."
