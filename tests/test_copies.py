"""Who shares wording with whom, which way it may have gone, and what is left without copies."""

import pandas as pd
import pytest

from analysis import copies, measures, reuse, shingles, tables

WIRE = "Le hangar a brûlé toute la nuit malgré trente pompiers venus des villages voisins."
OWN = "Au café du port, personne ne veut parler de ce qui s'est passé ce soir."
SAID = "« Nous ne bradons pas nos quais pour trois grues rouillées par le sel »"


def corpus(*articles, quoted=()):
    """Articles, each given as its units and what is known of it; their units; the passages they share."""
    documents, units = [], []
    for place, (sentences, about) in enumerate(articles):
        name, at = f"{place}", 0
        for unit, sentence in enumerate(sentences):
            units.append({"document": name, "unit": unit, "start": at, "end": at + len(sentence), "role": "body"})
            at += len(sentence) + 1
        label = {"label": "ABCDE"[place], "lang": "fr"}
        documents.append({"document": name, **label, "text": "\n".join(sentences), **about})
    documents, units = tables.table("documents", documents), tables.table("units", units)
    said = [
        {"document": row.document, "unit": 0, "start": at, "end": at + len(words), "kind": "direct"}
        for row in documents.itertuples()
        for words in quoted
        if (at := row.text.find(words)) >= 0
    ]
    return documents, units, reuse.passages(documents, units, tables.table("statements", said))


def credits(*rows):
    return pd.DataFrame(list(rows), columns=["document", "agency", "where", "match"], dtype="str")


def direction(one, other, *rows):
    documents, units, passages = corpus(([WIRE], one), ([WIRE], other))
    contained = shingles.containment(documents, units)
    table = copies.compared(documents, passages, contained, credits(*rows))
    return tuple(table.iloc[0][["direction", "reason"]])


EARLY, LATE = {"published": "2024-05-01"}, {"published": "2024-05-02"}
AFP_A, AFP_B = (("0", "AFP", "byline", "AFP"), ("1", "AFP", "end", "AFP"))
UNTOLD = (copies.SHARED, copies.UNTOLD)


@pytest.mark.parametrize(
    ("one", "other", "rows", "told"),
    [
        (EARLY, LATE, [], (copies.FROM_A, "published earlier")),
        (LATE, EARLY, [], (copies.FROM_B, "published earlier")),
        (EARLY, EARLY, [], UNTOLD),
        (EARLY, {}, [], UNTOLD),
        ({}, {}, [], UNTOLD),
        (EARLY, LATE, [AFP_A, AFP_B], (copies.SHARED, "both credit AFP")),
        (EARLY, LATE, [AFP_A], (copies.SHARED, "AFP credited by one may be the source of both")),
        (EARLY, LATE, [("1", "AFP", "outlet", "AFP")], (copies.FROM_B, "an agency's own article")),
        (EARLY, LATE, [("0", "AFP", "outlet", "AFP"), AFP_B], (copies.FROM_A, "an agency's own article")),
        (EARLY, LATE, [("0", "AFP", "source", "l'AFP")], (copies.FROM_A, "published earlier")),
        (
            {"published": "2024-05-01T10:00"},
            {"published": "2024-05-01T09:30"},
            [],
            (copies.FROM_B, "published earlier"),
        ),
        ({"published": "2024-05-01T10:00"}, EARLY, [], UNTOLD),
        ({"published": "2024-05-01T10:00+02:00"}, {"published": "2024-05-01T09:30"}, [], UNTOLD),
        (
            {"published": "2024-05-01T10:00+02:00"},
            {"published": "2024-05-01T08:30+00:00"},
            [],
            (copies.FROM_A, "published earlier"),
        ),
    ],
)
def test_direction_only_where_dates_or_credits_allow_it(one, other, rows, told):
    assert direction(one, other, *rows) == told


def test_a_quotation_in_common_has_no_direction():
    documents, units, passages = corpus(([SAID], EARLY), ([SAID], LATE), quoted=[SAID])
    table = copies.compared(documents, passages, shingles.containment(documents, units), credits())
    assert table[["passages", "words", "quoted", "direction"]].values.tolist() == [[1, 0, 13, ""]]


def test_a_pair_keeps_its_shares_of_shingles():
    documents, units, passages = corpus(([WIRE], {}), ([WIRE, OWN], {}), ([OWN.lower()], {}))
    contained = shingles.containment(documents, units)
    table = copies.compared(documents, passages, contained, credits())
    pd.testing.assert_frame_equal(table[copies.MEASURED], contained[copies.MEASURED])
    assert copies.compared(documents, passages[:0], contained[:0], credits()).empty


def test_how_much_of_each_article_is_shared():
    documents, units, passages = corpus(([WIRE, OWN], {}), ([WIRE, SAID], {}), ([SAID], {}), quoted=[SAID])
    said = credits(("0", "AFP", "byline", "AFP"), ("0", "Reuters", "source", "Reuters"), ("1", "AFP", "end", "AFP"))
    table = copies.shared(documents, units, passages, said)
    assert table[["source", "words", "quoted", "of"]].values.tolist() == [
        ["A", 14, 0, 30],
        ["B", 14, 13, 27],
        ["C", 0, 13, 13],
    ]
    assert table["share"].tolist() == pytest.approx([14 / 30, 14 / 27, 0])
    assert table[["others", "agencies", "through"]].values.tolist() == [
        ["B", "AFP", "Reuters"],
        ["A", "AFP", ""],
        [""] * 3,
    ]


def copied_units(*articles, rows=(), quoted=()):
    documents, units, passages = corpus(*articles, quoted=quoted)
    table = copies.copied(documents, units, passages, credits(*rows))
    return list(table[["document", "unit"]].itertuples(index=False, name=None))


def test_the_earliest_article_keeps_the_words():
    assert copied_units(([WIRE, OWN], LATE), ([WIRE], EARLY)) == [("0", 0)]
    assert copied_units(([WIRE, OWN], EARLY), ([WIRE], LATE)) == [("1", 0)]


def test_the_agencys_own_article_keeps_them_whatever_the_date():
    assert copied_units(([WIRE], EARLY), ([WIRE], LATE), rows=[("1", "AFP", "outlet", "AFP")]) == [("0", 0)]


def test_without_dates_the_first_article_keeps_them():
    assert copied_units(([WIRE], {}), ([WIRE], {}), ([WIRE], {})) == [("1", 0), ("2", 0)]


def test_an_unknown_day_comes_last_and_one_article_always_keeps_the_words():
    assert copied_units(([WIRE], {}), ([WIRE], LATE), ([WIRE], EARLY)) == [("0", 0), ("1", 0)]


def test_a_unit_that_is_half_copied_stays():
    words = WIRE.removesuffix(".")
    assert copied_units(([WIRE], {}), ([f"{words}, et bien d'autres choses encore"], {})) == [("1", 0)]
    longer = f"{words}, et bien d'autres choses encore que nul ne voulait voir ni savoir avant l'été"
    assert copied_units(([WIRE], {}), ([longer], {})) == []


def test_a_shared_quotation_is_no_copy():
    assert copied_units(([SAID], {}), ([SAID], {}), quoted=[SAID]) == []
    assert copied_units(([WIRE, SAID], {}), ([WIRE, SAID], {}), quoted=[SAID]) == [("1", 0), ("1", 1)]


def test_what_one_article_quotes_and_the_other_tells_is_no_copy():
    told = SAID.strip("« »")
    articles = ([WIRE, SAID], LATE), ([WIRE], EARLY), ([told], EARLY)
    documents, units, passages = corpus(*articles, quoted=[SAID])
    table = copies.compared(documents, passages, shingles.containment(documents, units), credits())
    assert table[["words", "quoted", "one_quotes", "direction"]].values.tolist() == [
        [14, 0, 0, copies.FROM_B],
        [0, 0, 13, ""],
    ]
    assert copied_units(*articles, quoted=[SAID]) == [("0", 0)]
    measured = copies.shared(documents, units, passages, credits())
    assert measured[["words", "quoted"]].values.tolist() == [[14, 13], [14, 0], [0, 13]]


def test_a_measure_without_copies_loses_count_and_denominator():
    documents, units, passages = corpus(([WIRE, OWN], {}), ([OWN.upper(), WIRE, "Fin."], {}))
    row = {"document": "1", "unit": 1, "start": 73, "end": 79, "match": "hangar", "layer": "topic", "label": "fire"}
    evidence = tables.table("evidence", [row, row | {"document": "0", "unit": 0, "start": 3, "end": 9}])
    gone = copies.copied(documents, units, passages, credits())
    kept, left = copies.without(evidence, gone), copies.without(units, gone)
    table = measures.prevalence(kept, left, documents, "topic")
    assert table[["document", "units", "of"]].values.tolist() == [["0", 1, 2], ["1", 0, 1]]
    pd.testing.assert_frame_equal(copies.without(units, gone[:0]), units)


def test_nothing_shared():
    documents, units, passages = corpus(([WIRE], {}), ([OWN], {}))
    assert copies.copied(documents, units, passages, credits()).empty
    assert copies.shared(documents, units, passages, credits())["share"].tolist() == [0, 0]


@pytest.mark.parametrize("articles", [[], [(["…"], {})], [([WIRE], {})], [(["…"], {}), ([WIRE], {})]])
def test_corpora_in_which_nothing_can_be_shared(articles):
    documents, units, passages = corpus(*articles)
    contained = shingles.containment(documents, units)
    full = corpus(([WIRE], {}), ([WIRE], {}))
    for measured in (copies.copied, copies.shared):
        table, like = measured(documents, units, passages, credits()), measured(*full, credits())
        assert table.dtypes.to_dict() == like.dtypes.to_dict()
    table = copies.compared(documents, passages, contained, credits())
    like = copies.compared(*full[::2], shingles.containment(*full[:2]), credits())
    assert table.empty
    assert table.dtypes.to_dict() == like.dtypes.to_dict()
