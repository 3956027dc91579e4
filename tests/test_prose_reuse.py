"""Sentences and the drawing on shared wording: nothing, one article, one pair, forty."""

import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest

from analysis import display, figures, language, prose, tables

DOCUMENTS = pd.DataFrame({"document": ["a", "b", "c"], "label": ["A", "B", "C"]})


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def passages(*rows):
    columns = ["document_a", "document_b", "kind", "within", "quoted_by", "words"]
    whole = [(*row, "", 9)[: len(columns)] if len(row) < len(columns) else row for row in rows]
    return pd.DataFrame(whole, columns=columns)


def compared(*rows):
    columns = ["document_a", "document_b", "words", "direction", "reason"]
    return pd.DataFrame(rows, columns=columns)


AB, AC = ("a", "b", "verbatim", "prose"), ("a", "c", "rewritten", "prose")
QUOTED = ("b", "c", "verbatim", "quotation")


def test_who_shares_with_whom():
    table = compared(("a", "b", 40, "", ""), ("a", "c", 12, "", ""), ("b", "c", 0, "", ""))
    said = prose.who_shares(passages(AB, AB, AC, QUOTED), table, DOCUMENTS)
    assert [plain(one) for one in said] == [
        "3 passages of prose are shared by two articles, 2 word for word and 1 lightly rewritten; 1 shared passage is "
        "made of words that both quote or report.",
        "Most prose is shared by A and B (40 words in 2 passages, all word for word); A and C (12 words in 1 passage, "
        "lightly rewritten).",
    ]
    assert "[[A|evidence-shared-a]]" in said[1]


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ([], ["No two articles share wording beyond names, dates and standing phrases."]),
        ([QUOTED], ["No prose is shared; 1 shared passage is made of words that both quote or report."]),
    ],
)
def test_no_shared_prose(rows, sentences):
    table = compared(*[(a, b, 0, "", "") for a, b, *_ in rows])
    found = prose.who_shares(passages(*rows), table, DOCUMENTS)
    assert [display.plain(sentence) for sentence in found] == sentences


def test_counts_of_passages_open_them():
    said = prose.who_shares(passages(QUOTED), compared((*QUOTED[:2], 0, "", "")), DOCUMENTS)[0]
    assert "[[1|evidence-passages-quotation]] shared passage" in said


def test_what_one_quotes_is_said_apart():
    one = ("a", "b", "rewritten", "quoted by one", "b", 54)
    again = [("a", "b", "verbatim", "quoted by one", "b", 9), ("b", "c", "verbatim", "quoted by one", "b", 8)]
    said = prose.who_shares(passages(one), compared(("a", "b", 0, "", "")), DOCUMENTS)
    assert [plain(sentence) for sentence in said] == [
        "No prose is shared.",
        "1 passage is quoted by one article and told by the other without quotation marks, which says nothing of "
        "who had the words first: B quotes, A tells (54 words in 1 passage).",
    ]
    said = prose.who_shares(passages(one, *again, AB), compared(("a", "b", 9, "", "")), DOCUMENTS)
    assert plain(said[-1]).startswith("3 passages are quoted by one article and told by the other")
    assert plain(said[-1]).endswith(
        ": B quotes, A tells (63 words in 2 passages); B quotes, C tells (8 words in 1 passage)."
    )


def test_one_article_shares_with_nobody():
    said = prose.who_shares(passages(), compared(), DOCUMENTS.head(1))
    assert said == ["With fewer than two articles there is no wording to share."]


def test_more_pairs_than_a_sentence_holds():
    names = [f"d{place:02}" for place in range(40)]
    documents = pd.DataFrame({"document": names, "label": names})
    rows = [("d00", name, "verbatim", "prose") for name in names[1:]]
    said = prose.who_shares(passages(*rows), compared(*[(a, b, 9, "", "") for a, b, *_ in rows]), documents)
    assert plain(said[1]).endswith("; d00 and d05 (9 words in 1 passage, word for word), and 34 more pairs.")


def shared(*rows):
    columns = ["source", "words", "quoted", "of", "share", "agencies", "credit"]
    return pd.DataFrame(rows, columns=columns)


TWO = ("A", 50, 5, 100, 0.5, "AFP", "credited and shared"), ("B", 50, 0, 200, 0.25, "", "shared without a credit")
ALONE = ("C", 0, 0, 90, 0.0, "Reuters", "credited, and shared with nobody here")
NEITHER = ("D", 0, 0, 90, 0.0, "", "neither credited nor shared")


def test_credits_against_what_was_measured():
    said = prose.credits_against(shared(*TWO, ALONE, NEITHER, ("E", *NEITHER[1:])))
    assert [plain(one) for one in said] == [
        "A (AFP, 50 % of its words) credits an agency, and shares wording with others here.",
        "C (Reuters) credits an agency, and shares no wording with anybody here.",
        "B (25 % of its words) shares wording with others here without crediting an agency.",
        "D and E neither credit an agency nor share wording.",
    ]
    assert prose.credits_against(shared()) == ["There is no article."]


def test_which_way_only_where_it_is_known():
    rows = compared(
        ("a", "b", 40, "from b to a", "published earlier"),
        ("a", "c", 12, "shared wording", "both credit AFP"),
        ("b", "c", 0, "", "no prose in common"),
    )
    assert prose.ways(rows, DOCUMENTS) == [
        "Wording may have gone from B to A: published earlier.",
        "Which way the wording went can't be said of the other pair: both credit AFP.",
    ]
    open_ = [("a", "b", 40, "shared wording", "both credit AFP"), *[("a", "c", 9, "shared wording", "no dates")] * 2]
    assert prose.ways(compared(*open_[:1]), DOCUMENTS) == [
        "Which way the wording went can't be said of the one pair that shares prose: both credit AFP."
    ]
    assert prose.ways(compared(*open_[1:]), DOCUMENTS) == [
        "Which way the wording went can't be said of any of the 2 pairs that share prose: no dates."
    ]
    assert prose.ways(compared(*open_), DOCUMENTS) == [
        "Which way the wording went can't be said of any of the 3 pairs that share prose: "
        "for 1 pair, both credit AFP; for 2 pairs, no dates."
    ]
    assert prose.ways(pd.concat([rows, compared(*open_[1:])]), DOCUMENTS)[1] == (
        "Which way the wording went can't be said of the 3 other pairs: "
        "for 1 pair, both credit AFP; for 2 pairs, no dates."
    )
    assert prose.ways(rows.tail(1), DOCUMENTS) == ["No prose is shared, so none has gone from one article to another."]


COPIED = pd.DataFrame({"document": ["a", "b"], "unit": [1, 2]})


def beside(*rows):
    columns = ["label", "with", "units_with", "of_with", "without", "units_without", "of_without", "difference"]
    return pd.DataFrame(rows, columns=columns)


FIRE = ("fire", 0.5, 5, 10, 0.25, 1, 4, -0.25)


def test_what_leaving_out_copies_changes():
    table = beside(FIRE, ("port", 0.1, 1, 10, 0.1, 1, 10, 0.0))
    assert prose.without_copies(table, COPIED, ["label"]) == (
        "Without the 2 sentences that another article has too "
        "1 of 2 shares changes; most of all fire, which falls from 5 of 10 to 1 of 4."
    )
    shares = table.drop(columns=["units_with", "of_with", "units_without", "of_without"])
    assert "from 50 % to 25 %" in plain(prose.without_copies(shares, COPIED, ["label"]))
    assert plain(prose.without_copies(table.tail(1), COPIED, ["label"])) == (
        "Without the 2 sentences that another article has too no share changes by 1 % or more."
    )
    assert "no share that could be compared" in prose.without_copies(table.head(0), COPIED, ["label"])
    assert "nothing changes" in prose.without_copies(table, COPIED.head(0), ["label"])


def test_copies():
    pairs = pd.DataFrame({"document_a": ["a"], "document_b": ["b"], "a_in_b": [0.3], "b_in_a": [0.9]})
    assert plain(prose.copies_of(pairs, DOCUMENTS, least=0.2)) == (
        "In 1 pair of articles one is a copy of the other: 90 % of B in A."
    )
    assert plain(prose.copies_of(pairs.head(0), DOCUMENTS, least=0.2)) == (
        "No article is a copy of another: of none do 20 % stand in one other, five words in a row."
    )
    assert (
        prose.copies_of(pairs.head(0), DOCUMENTS.head(1), least=0.2) == "With fewer than two articles there is no copy."
    )


@pytest.mark.parametrize("many", [0, 1, 40])
def test_the_drawing_says_words_and_credits(many):
    svg = figures.svg(figures.copied(shared(*[TWO[0]] * many)))
    said = ["".join(t.itertext()) for t in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert said.count("50 of 100 words; credits AFP") == many


def test_the_alternative_text_says_every_bar():
    assert prose.alt_copied(shared(*TWO), "Copies") == (
        "Copies, words of prose that stand in other articles too: A 50 of 100; B 50 of 200."
    )
    assert prose.alt_copied(shared(), "Copies") == "Copies: nothing to draw."


def test_an_article_writes_no_link():
    said = prose.credits_against(shared(("[[x|y]]", *TWO[0][1:])))[0]
    assert said.startswith("\\[\\[x\\|y\\]\\]")
    assert tables.anchor("shared", "[[x|y]]") in said


def test_shared_wording_in_french():
    table = compared(("a", "b", 40, "", ""), ("a", "c", 12, "", ""), ("b", "c", 0, "", ""))
    with language.speaking("fr"):
        assert [plain(one) for one in prose.who_shares(passages(AB, AB, AC, QUOTED), table, DOCUMENTS)] == [
            "3 passages hors citations sont communs à deux articles, 2 mot pour mot et 1 légèrement remanié ; 1 "
            "passage "
            "commun est fait de propos que les deux citent ou rapportent.",
            "Le plus de texte en commun, hors citations : A et B (40 mots, 2 passages, tous mot pour mot) ; A et C (12 "
            "mots, 1 passage, légèrement remanié).",
        ]
        one = ("a", "b", "rewritten", "quoted by one", "b", 54)
        assert [
            plain(said) for said in prose.who_shares(passages(one), compared(("a", "b", 0, "", "")), DOCUMENTS)
        ] == [
            "Aucun passage n’est commun hors citations.",
            "1 passage est cité par un article et raconté sans guillemets par l’autre, ce qui ne dit pas qui a eu ces "
            "mots le premier : B cite, A raconte (54 mots, 1 passage).",
        ]
        assert [plain(said) for said in prose.credits_against(shared(*TWO, NEITHER, ("E", *NEITHER[1:])))] == [
            "A (AFP, 50 % de ses mots) crédite une agence et a des formulations en commun avec d’autres ici.",
            "B (25 % de ses mots) a des formulations en commun avec d’autres ici sans créditer d’agence.",
            "D et E ne créditent aucune agence et ne partagent aucune formulation.",
        ]


def test_ways_and_copies_in_french():
    rows = compared(
        ("a", "b", 40, "from b to a", "published earlier"), ("a", "c", 12, "shared wording", "both credit AFP")
    )
    pairs = pd.DataFrame({"document_a": ["a"], "document_b": ["b"], "a_in_b": [0.3], "b_in_a": [0.9]})
    with language.speaking("fr"):
        assert [plain(said) for said in prose.ways(rows, DOCUMENTS)] == [
            "Des formulations ont pu passer de B à A : publication antérieure.",
            "Dans quel sens le texte est passé, on ne peut le dire de l’autre paire : les deux articles créditent AFP.",
        ]
        assert plain(prose.without_copies(beside(FIRE), COPIED.head(1), ["label"])) == (
            "Sans la phrase qu’un autre article a aussi, 1 part change sur un total de 1 ; avant tout fire, en "
            "baisse de "
            "5 sur 10 à 1 sur 4."
        )
        assert plain(prose.copies_of(pairs, DOCUMENTS, least=0.2)) == (
            "Dans 1 paire d’articles, l’un reprend l’autre : 90 % de B dans A."
        )
