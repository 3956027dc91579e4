"""Who is doubted: whose statement each mark is of, counts by speaker and source, and the tests between them."""

import pandas as pd
import pytest

from analysis import doubted, lexicons, reserves, sides, tables
from analysis.reading import annotated

WAYS = {
    "claiming cue": (["La direction assure que l'usine ne fermera pas."], [["claimed"]]),
    "report in the conditional": (["Selon la radio, le convoi aurait été bloqué."], [["hedged"]]),
    "neutral": (["La préfète a indiqué que le pont est fermé."], [[]]),
    "unproven, said right beside": (
        ["L'armée affirme que la ville est prise, ce que les observateurs n'ont pas confirmé."],
        [["hedged"]],
    ),
    "unproven, taken up in the next sentence": (
        ["L'armée affirme avoir pris la ville.", "Ces affirmations n'ont pas pu être vérifiées."],
        [["hedged"]],
    ),
    "unproven, but not what was said": (
        ["L'armée affirme avoir pris la ville.", "Le lien entre le vaccin et la maladie n'est pas prouvé."],
        [[]],
    ),
    "denied by another": (
        ["Kiev affirme avoir pris la ville.", "Moscou a rejeté ces allégations."],
        [["denied"], []],
    ),
    "denied by another in one sentence": (
        ["Tom Penhal claimed that a password had been shared; the firm denies this."],
        [["claimed", "denied"], []],
    ),
    "who denies is not who is denied": (["Moscou a affirmé vouloir la paix, niant toute attaque."], [[], []]),
    "a neutral report, then a denial of something else": (
        ["La police indique que 200 ouvriers ont cessé le travail.", "Kessler a démenti tout intérêt."],
        [[], []],
    ),
}


@pytest.fixture(scope="module")
def rules() -> pd.DataFrame:
    return lexicons.load(["fr", "en"])


def given(rules: pd.DataFrame, texts: dict[str, list[str]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [
        {"document": name, "label": name.upper(), "lang": "en" if " the " in text[0] else "fr", "text": " ".join(text)}
        for name, text in texts.items()
    ]
    read = annotated(tables.table("documents", rows), rules, pd.DataFrame())
    marks = reserves.find(read.documents, read.units, read.rules, read.evidence, read.statements)
    said = sides.sided(read.statements, read.actors, read.evidence, read.rules, read.documents)
    return doubted.given(marks, said, read.units, read.documents), read.documents


@pytest.mark.parametrize(("text", "ways"), WAYS.values(), ids=WAYS)
def test_in_which_ways_each_statement_is_kept_at_a_distance(rules, text, ways):
    table, _ = given(rules, {"a": text})
    assert [[way for way in doubted.WAYS if row[way]] for row in table.to_dict("records")][: len(ways)] == ways


def statements(**counts: tuple[int, int]) -> pd.DataFrame:
    """Statements of `source_who`, so many at a distance (all with a claiming cue) of so many."""
    rows = []
    for name, (distant, of) in counts.items():
        source, who = name.split("_")
        for place in range(of):
            row = {"document": source.lower(), "source": source, "speaker": who, "camp": who, "side": "official"}
            ways = dict.fromkeys(doubted.WAYS, False) | {"claimed": place < distant, "distant": place < distant}
            rows.append(row | ways | {"unit": place, "start": place, "end": place + 1})
    columns = ["document", "source", "speaker", "camp", "side", *doubted.WAYS, "distant", "unit", "start", "end"]
    types = dict.fromkeys((*doubted.WAYS, "distant"), "bool") | dict.fromkeys(columns[:5], "str")
    return pd.DataFrame(rows, columns=columns).astype(types)


MANY = statements(A_Rome=(9, 10), A_Kiev=(1, 20), B_Rome=(1, 12), B_Kiev=(1, 12), C_Rome=(1, 2))


def test_counts_by_speaker_and_source():
    table = doubted.by(MANY)
    assert table[["label", "source", "neutral", "claimed", "units", "of"]].values.tolist() == [
        ["doubted: Kiev", "A", 19, 1, 1, 20],
        ["doubted: Kiev", "B", 11, 1, 1, 12],
        ["doubted: Rome", "A", 1, 9, 9, 10],
        ["doubted: Rome", "B", 11, 1, 1, 12],
        ["doubted: Rome", "C", 1, 1, 1, 2],
    ]
    assert doubted.overall(table)[["who", "units", "of", "articles"]].values.tolist() == [
        ["Kiev", 2, 32, 2],
        ["Rome", 11, 24, 3],
    ]
    assert doubted.by(MANY, "side")[["who", "source", "of"]].values.tolist() == [
        ["official", "A", 30],
        ["official", "B", 24],
        ["official", "C", 2],
    ]


def test_speakers_within_a_source_and_sources_for_a_speaker():
    within = doubted.between_speakers(doubted.by(MANY))
    assert within[["who", "source", "units", "of", "others", "of_others"]].values.tolist()[:2] == [
        ["Kiev", "A", 1, 20, 9, 10],
        ["Rome", "A", 9, 10, 1, 20],
    ]
    assert (within["adjusted"] >= within["p"]).all()
    assert within["p"].iloc[0] == pytest.approx(6.69e-06, rel=0.01)
    between = doubted.between_sources(doubted.by(MANY))
    assert between[["who", "source"]].values.tolist()[0] in (["Rome", "A"], ["Rome", "B"])
    assert "C" not in set(between["source"])


def test_few_statements_are_not_tested():
    few = doubted.by(statements(A_Rome=(2, 2), A_Kiev=(0, 30), B_Rome=(1, 3), B_Kiev=(0, 3)))
    assert doubted.between_speakers(few).empty
    assert doubted.between_sources(doubted.by(statements())).empty


def test_the_evidence_of_a_speaker(rules):
    table, documents = given(rules, {"a": WAYS["denied by another"][0], "b": WAYS["claiming cue"][0]})
    rows = doubted.evidence(table, documents)
    tables.verify("evidence", rows, documents=documents)
    assert rows[["document", "layer", "rule"]].values.tolist() == [
        ["a", "distance", "denied"],
        ["b", "distance", "claimed"],
    ]
    assert rows["label"].str.startswith("doubted: ").all()
