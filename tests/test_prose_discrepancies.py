"""Sentences on discrepancies: true of nothing, one article, a tie, forty articles; no article can write a link."""

import pandas as pd
import pytest

from analysis import display, language, prose
from analysis.discrepancies import views


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def counts(**kinds):
    rows = [(kind, sum(words), *words) for kind, words in kinds.items()]
    return pd.DataFrame(rows, columns=["kind", "discrepancies", "high", "medium", "low"])


def side(*rows, kind="place", of="place", statement="Ils se sont vus.", confidence="medium"):
    frame = pd.DataFrame(rows, columns=["source", "value"])
    told = {"layer": views.LAYER, "discrepancy": "D001", "kind": kind, "of": of, "statement": statement}
    context = "… à " + frame["value"] + " …"
    return frame.assign(**told, words=frame["value"], context=context, confidence=confidence)


@pytest.mark.parametrize(
    ("table", "of", "expected"),
    [
        (counts(), 0, "There is no article to compare."),
        (counts(), 1, "With one article there is nothing to compare."),
        (counts(), 5, "No contradiction was found between the 5 articles, as far as values could be compared."),
        (
            counts(granularity=(1, 1, 0)),
            5,
            "No contradiction was found between the 5 articles; "
            "on 2 matters one article is only more precise than another.",
        ),
        (
            counts(place=(1, 0, 0)),
            2,
            "Articles seem to contradict each other on 1 matter (1 of place), with high confidence.",
        ),
        (
            counts(place=(1, 0, 1), status=(0, 2, 0), granularity=(0, 0, 1)),
            40,
            "Articles seem to contradict each other on 4 matters (2 of place and 2 of status), "
            "1 of them with high confidence; "
            "on 1 matter one article is only more precise than another.",
        ),
        (
            counts(status=(0, 1, 0), attribution=(1, 0, 1), name=(1, 0, 0)),
            3,
            "Articles seem to contradict each other on 1 matter (1 of status), none of them with high confidence; "
            "on 2 matters one article ascribes or quotes what another tells otherwise; "
            "1 name is spelled in several ways.",
        ),
        (
            counts(number=(0, 1, 1)),
            3,
            "Articles seem to contradict each other on 2 matters (2 of number), none of them with high confidence.",
        ),
    ],
)
def test_on_how_many_matters(table, of, expected):
    assert plain(prose.differing(table, of)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            side(("A", "Oslo"), ("B", "Bergen"), ("C", "Bergen"), of="place (sommet)"),
            "Place, beside “sommet”: A Oslo, “… à Oslo …”; B and C Bergen, “… à Bergen …” (confidence medium).",
        ),
        (
            side(("A", "12"), ("B", "12"), ("C", "15"), kind="number", of="morts", confidence="high"),
            "Number of “morts”: A and B 12, “… à 12 …”; C 15, “… à 15 …” (confidence high).",
        ),
        (
            side(("A", "12"), ("B", "15"), kind="number", of="morts (incendie): 12 / 15", confidence="low"),
            "Number of “morts”, beside “incendie”: A 12, “… à 12 …”; B 15, “… à 15 …” (confidence low).",
        ),
        (
            side(("A", "5 euros per day"), ("B", "6 euros per day"), kind="number", of="euros per day"),
            "Euros per day: A 5 euros per day, “… à 5 euros per day …”; "
            "B 6 euros per day, “… à 6 euros per day …” (confidence medium).",
        ),
        (
            side(("A", "2025-03-03"), ("B", "2025-03-04/2025-03-05"), kind="date", of="date").assign(context="lundi"),
            "Date: A 3 March 2025, “lundi”; B 4 March 2025 to 5 March 2025, “lundi” (confidence medium).",
        ),
        (
            side(("A", "Kim Jong-un"), ("B", "Kim Jong Un"), kind="name", of="Kim Jong-un"),
            "Spelling: A Kim Jong-un; B Kim Jong Un (confidence medium).",
        ),
        (
            side(("A", "Russia"), ("B", "Oslo"), kind="granularity"),
            "Place: A Russia, “… à Russia …”; B Oslo, “… à Oslo …” (only more or less precise; confidence medium).",
        ),
        (
            side(("A", "denied"), ("B", "stated"), kind="status", of="strike").assign(context="une grève"),
            "Status: A denied, “une grève”; B stated, “une grève” (confidence medium).",
        ),
    ],
)
def test_who_says_what(table, expected):
    assert plain(prose.difference(table)) == expected


def test_many_articles_are_counted_and_a_long_statement_is_cut():
    table = side(
        *[(f"S{place}", "12 h") for place in range(39)],
        ("T", "15 h"),
        kind="number",
        of="duration",
        statement="mot " * 50,
    )
    said = plain(prose.difference(table))
    assert "S0, S1, S2, S3 and 35 more articles 12 h, “… à 12 h …”; T 15 h" in said
    assert len(said) < 160


def test_contradictions_come_before_what_is_only_more_precise():
    finer = side(("A", "Russia"), ("B", "Oslo"), kind="granularity", of="place (sommet)")
    other = side(("A", "12"), ("B", "15"), kind="number", of="morts").assign(discrepancy="D002")
    said = [plain(sentence) for sentence in prose.differences(pd.concat([finer, other]), most=1)]
    assert said == [
        "Number of “morts”: A 12, “… à 12 …”; B 15, “… à 15 …” (confidence medium).",
        "1 more discrepancy stands in the table.",
    ]


def test_each_value_opens_its_sentences_and_no_article_writes_a_link():
    said = prose.difference(side(("[[A|x]]", "[[Oslo|y]]"), ("B", "Bergen"), statement=""))
    assert said.count("|evidence-discrepancy-d001]]") == 2
    assert "\\[\\[A\\|x" in said
    assert "“{{… à \\[\\[Oslo" in said


def test_only_the_first_are_told():
    tables = [side(("A", "Oslo"), ("B", "Bergen")).assign(discrepancy=f"D{place:03}") for place in range(1, 11)]
    said = prose.differences(pd.concat(tables), most=3)
    assert len(said) == 4
    assert plain(said[-1]) == "7 more discrepancies stand in the table."
    assert prose.differences(side()) == []
    assert prose.difference(side()) == "Nothing differs."


def test_the_strips_said_in_words():
    strips = pd.DataFrame(
        {"row": ["D001 place"] * 2, "source": ["A", "B"], "value": ["Oslo", "Bergen"], "tone": [0, 1]}
    )
    assert prose.alt_discrepancies(strips, "Values") == "Values. D001 place: A Oslo, B Bergen."
    assert prose.alt_discrepancies(strips.head(0), "Values") == "Values: nothing to draw."


@pytest.mark.parametrize(
    ("table", "of", "expected"),
    [
        (counts(), 1, "Avec un seul article, il n’y a rien à comparer."),
        (
            counts(granularity=(1, 1, 0)),
            5,
            "Aucune contradiction n’a été trouvée entre les 5 articles ; sur 2 points, un article est seulement plus "
            "précis qu’un autre.",
        ),
        (
            counts(place=(1, 0, 0)),
            2,
            "Les articles semblent se contredire sur 1 point (1 sur le lieu), avec une confiance élevée.",
        ),
        (
            counts(place=(1, 0, 1), status=(0, 2, 0), name=(1, 0, 0)),
            40,
            "Les articles semblent se contredire sur 4 points (2 sur le lieu et 2 sur le statut), dont 1 avec une "
            "confiance élevée ; 1 nom est orthographié de plusieurs façons.",
        ),
    ],
)
def test_on_how_many_matters_in_french(table, of, expected):
    with language.speaking("fr"):
        assert plain(prose.differing(table, of)) == expected


def test_who_says_what_in_french():
    with language.speaking("fr"):
        assert plain(prose.difference(side(("A", "Oslo"), ("B", "Bergen"), ("C", "Bergen"), of="place (sommet)"))) == (
            "Lieu, près de « sommet » – A : Oslo, « … à Oslo … » ; B et C : Bergen, « … à Bergen … » (confiance "
            "moyenne)."
        )
        table = side(("A", "denied"), ("B", "stated"), kind="status", of="strike").assign(context="une grève")
        assert plain(prose.difference(table)) == (
            "Statut – A : démenti, « une grève » ; B : affirmé, « une grève » (confiance moyenne)."
        )
        table = side(("A", "12"), ("B", "1,500"), kind="number", of="morts", confidence="low").assign(context="morts")
        assert plain(prose.difference(table)) == (
            "Nombre de « morts » – A : 12, « morts » ; B : 1 500, « morts » (confiance faible)."
        )


def test_counts_of_discrepancies_open_those_of_their_kind():
    said = prose.differing(counts(place=(1, 0, 0), status=(0, 2, 0), name=(1, 0, 0)), 3)
    assert "([[1|evidence-discrepancies-place]] of place and [[2|evidence-discrepancies-status]] of status)" in said
    assert "[[1|evidence-discrepancies-name]] name is spelled in several ways" in said
