"""The chain article → medium → speaker: its table, what articles rest on, and where it runs in a picture."""

import re

import pandas as pd
import pytest

from analysis import chains, credits, figures, flows, lexicons, prose, tables
from analysis.tables import ParameterError

TEXT = "word " * 40
RULES = lexicons.load(["fr", "en"])


def documents(count=4):
    rows = [{"document": f"d{n}", "label": "ABCDEFGH"[n] if n < 8 else f"S{n}", "text": TEXT} for n in range(count)]
    return tables.table("documents", rows)


def statements(*rows):
    """Statements of (document, speaker, kind of speaker, side, vehicle)."""
    made = [
        {"document": document, "start": 5 * at, "end": 5 * at + 4, "kind": "direct", "speaker": speaker}
        | {"speaker_kind": kind, "vehicle": vehicle}
        for at, (document, speaker, kind, _, vehicle) in enumerate(rows)
    ]
    side = {(document, 5 * at): side for at, (document, _, _, side, _) in enumerate(rows)}
    frame = tables.table("statements", made)
    keys = frame[["document", "start"]].itertuples(index=False, name=None)
    return frame.assign(side=pd.Series([side[key] for key in keys], frame.index, "str"))


def credited(*rows):
    return pd.DataFrame([(*row, "x") for row in rows], columns=list(credits.COLUMNS), dtype="str")


SAID = statements(
    ("d0", "Alma", "government", "official", "Agence France-Presse"),
    ("d0", "Alma", "government", "official", "AFP"),
    ("d0", "Boris", "expert", "independent", ""),
    ("d1", "Alma", "government", "official", ""),
    ("d1", "Reuters", "agency", "press", ""),
    ("d2", "KCNA", "state media", "official", ""),
    ("d2", "", "", "unknown", ""),
)
CREDITED = credited(
    ("d1", "AFP", "byline"), ("d1", "Reuters", "source"), ("d3", "AFP", "end"), ("d2", "Tass", "outlet")
)
CHAINS = chains.chains(SAID, CREDITED, RULES, documents())


def test_a_chain_is_the_medium_of_the_statement_else_the_speaker_itself_else_the_credit():
    assert CHAINS[["source", "medium", "how", "speaker", "statements"]].values.tolist() == [
        ["A", "AFP", chains.SAYS, "Alma", 2],
        ["A", "", chains.NONE, "Boris", 1],
        ["B", "AFP", chains.CREDIT, "Alma", 1],
        ["B", "Reuters", chains.ITSELF, "Reuters", 1],
        ["C", "KCNA", chains.ITSELF, "KCNA", 1],
        ["C", "", chains.NONE, "", 1],
    ]
    assert CHAINS["label"].tolist() == [
        "AFP – Alma",
        "no medium named – Boris",
        "AFP (credited) – Alma",
        "Reuters",
        "KCNA",
        "no medium named – speaker not found",
    ]


def test_an_article_that_credits_two_agencies_has_its_words_from_either():
    both = credited(("d0", "Reuters", "byline"), ("d0", "AFP", "end"))
    table = chains.chains(SAID[SAID["speaker"] == "Boris"], both, RULES, documents())
    assert table[["medium", "how"]].values.tolist() == [["AFP, Reuters", chains.CREDIT]]


def test_every_chain_has_its_statements_as_evidence():
    found = chains.evidence_of(SAID, CREDITED, RULES, documents())
    keys = found.groupby(["layer", "label", "document"]).size().to_dict()
    table = {(row["layer"], row["label"], row["document"]): row["statements"] for row in CHAINS.to_dict("records")}
    assert keys == table
    assert found.dtypes.astype(str).to_dict() == tables.SCHEMAS["evidence"]


def test_what_articles_rest_on():
    table = chains.resting(CHAINS, CREDITED, documents())
    columns = ["medium", "credited", "through", "crediting", "statements", "articles", "of"]
    assert table[columns].values.tolist() == [
        ["AFP", "B, D", "A", 2, 2, 3, 4],
        ["KCNA", "", "C", 0, 1, 1, 4],
        ["Reuters", "", "B", 0, 1, 1, 4],
    ]


def test_of_nothing():
    none = chains.chains(SAID.head(0), CREDITED.head(0), RULES, documents())
    assert none.empty
    assert none.dtypes.to_dict() == CHAINS.dtypes.to_dict()
    assert chains.resting(none, CREDITED.head(0), documents()).empty
    assert chains.resting(none, CREDITED, documents())["medium"].tolist() == ["AFP"]
    ribbons = flows.ribbons(none)
    assert ribbons.empty
    assert figures.svg(figures.chain(flows.nodes(ribbons), ribbons)).startswith("<?xml")
    assert prose.alt_chain(ribbons, "Chains") == "Chains: nothing to draw."


def many(articles, speakers):
    rows = [
        (f"d{n}", f"Speaker {(n * 7 + k) % speakers}", "expert", "independent", "AFP" if n % 3 == k else "")
        for n in range(articles)
        for k in range(2)
    ]
    return chains.chains(statements(*rows[:8]), credited(), RULES, documents(articles)) if articles < 5 else _made(rows)


def _made(rows):
    table = pd.DataFrame(rows, columns=["source", "speaker", "kind", "side", "medium"], dtype="str")
    table["how"] = table["medium"].map({"": chains.NONE, "AFP": chains.SAYS}).astype("str")
    return table.groupby(["source", "speaker", "medium", "how"]).size().reset_index(name="statements")


@pytest.mark.parametrize(("articles", "speakers"), [(1, 1), (1, 2), (2, 2), (5, 3), (40, 30), (60, 80)])
def test_a_picture_holds_all_statements_and_no_name_overlaps_another(articles, speakers):
    table = many(articles, speakers)
    ribbons = flows.ribbons(table, most=6)
    nodes = flows.nodes(ribbons)
    assert ribbons["statements"].sum() == table["statements"].sum()
    assert nodes.groupby("column")["statements"].sum().tolist() == [table["statements"].sum()] * 3
    for _, part in nodes.groupby("column"):
        assert (part["top"].iloc[1:].to_numpy() >= part["bottom"].iloc[:-1].to_numpy()).all()
        assert (part["bottom"] - part["top"] >= 1 - 1e-9).all()
    assert nodes["column"].value_counts().max() <= flows.MOST_ARTICLES + 1
    assert (nodes["column"] == 2).sum() <= 7
    for column in flows.COLUMNS:
        half = ribbons["height"] / 2
        assert (ribbons[f"{column}_at"] - half >= ribbons[f"{column}_top"] - 1e-9).all()
        assert (ribbons[f"{column}_at"] + half <= ribbons[f"{column}_bottom"] + 1e-9).all()
    assert figures.svg(figures.chain(nodes, ribbons)) == figures.svg(figures.chain(nodes, ribbons))


def test_ribbons_of_one_name_stand_side_by_side():
    ribbons = flows.ribbons(CHAINS)
    for column in flows.COLUMNS:
        for _, part in ribbons.sort_values(f"{column}_at").groupby(column):
            ends = (part[f"{column}_at"] + part["height"] / 2).to_numpy()
            begins = (part[f"{column}_at"] - part["height"] / 2).to_numpy()
            assert begins[1:] == pytest.approx(ends[:-1])


def test_two_articles_with_a_speaker_each_do_not_cross():
    rows = [("d0", "Zoe", "expert", "independent", "AFP"), ("d1", "Ann", "expert", "independent", "Reuters")]
    ribbons = flows.ribbons(chains.chains(statements(*rows), credited(), RULES, documents()))
    ends = ribbons.sort_values("article_at")
    assert ends["speaker_at"].is_monotonic_increasing
    assert ends["medium_at"].is_monotonic_increasing


def test_the_rest_are_one_name_that_stands_last_and_one_left_over_keeps_its_own():
    rows = [("d0", f"Speaker {n}", "expert", "independent", "") for n in range(4)]
    table = chains.chains(statements(*rows), credited(), RULES, documents())
    names = flows.nodes(flows.ribbons(table, most=2)).query("column == 2")["name"].tolist()
    assert names == ["Speaker 0", "Speaker 1", "2 other speakers"]
    assert "Speaker 3" in flows.ribbons(table, most=3)["speaker"].tolist()


def test_a_picture_of_no_speaker_is_refused():
    with pytest.raises(ParameterError, match="a picture shows 1 speaker or more, not 0"):
        flows.ribbons(CHAINS, most=0)


def test_the_alternative_text_names_every_chain():
    ribbons = flows.ribbons(CHAINS)
    text = prose.alt_chain(ribbons, "Statements by article, medium and speaker")
    assert "A – AFP – Alma 2" in text
    assert "C – no medium named – speaker not found 1" in text
    assert text.count("–") == 2 * len(ribbons)


def test_a_name_cannot_break_the_picture():
    rows = [("d0", "$x_ <b>\x00 ‮", "expert", "independent", "a" * 500)]
    ribbons = flows.ribbons(chains.chains(statements(*rows), credited(), RULES, documents()))
    svg = figures.svg(figures.chain(flows.nodes(ribbons), ribbons))
    assert "⟨U+0000⟩" in svg
    assert ">A" in svg
    assert "a" * 60 not in re.sub('href="[^"]*"', "", svg)
