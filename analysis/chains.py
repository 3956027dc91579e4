"""The chain from an article over the agency or medium that carried a statement to whoever speaks."""

from collections.abc import Iterable

import pandas as pd

from analysis import credits, hearers, tables
from analysis.sides import PRESS
from analysis.sourcing import SAID, UNKNOWN

SAYS, HEARD, ITSELF = "said with the statement", "it was said to it", "it speaks itself"
CREDIT, NONE = "credited by the article", "none named"
"""How a chain's medium is known; to whom something was said, `hearers` tells. An article that credits an agency does
not say which statements it has from it."""
NO_MEDIUM = "no medium named"
MEDIA = (PRESS, "state media")
KEYS = ["document", "source", "medium", "how", "speaker"]


def chains(
    statements: pd.DataFrame, credited: pd.DataFrame, rules: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """One row is a chain: an article, the medium through which it has words, their speaker, and how many `statements`.

    Columns: document, source, `medium` (an agency under its own label; "" where none is named), `how` it is known,
    speaker ("" where none was found), `statements`, `label` and `layer` of the evidence. A medium that speaks itself is
    its own speaker. Where no medium stands with a statement and the article credits agencies (`credited`, see
    `credits.find`), these are the medium. `statements` hold `side` (see `sides.sided`); scare quotes are left out.
    """
    placed = _placed(statements, credited, rules, documents)
    label = dict(zip(documents["document"], documents["label"], strict=True))
    placed = placed.assign(source=placed["document"].map(label).astype("str"))
    table = placed.groupby(KEYS).size().reset_index(name="statements")
    table = table.astype(dict.fromkeys(KEYS, "str") | {"statements": "int64"})
    place = {name: at for at, name in enumerate(documents["document"])}
    table = table.assign(place=table["document"].map(place), last=table["medium"] == "")
    order = ["place", "last", "statements", "medium", "how", "speaker"]
    ascending = [True, True, False, True, True, True]
    table = table.sort_values(order, ascending=ascending, kind="stable", ignore_index=True)[[*KEYS, "statements"]]
    labels = [_label(*row) for row in table[["medium", "how", "speaker"]].itertuples(index=False, name=None)]
    return table.assign(layer="chain", label=pd.Series(labels, table.index, "str"))


def _placed(
    statements: pd.DataFrame, credited: pd.DataFrame, rules: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """The statements that are somebody's, with `medium` and `how` it is known."""
    said = statements[statements["kind"].isin(SAID)].reset_index(drop=True)
    carried = credited[~credited["where"].isin((credits.OWN, credits.SOURCE))]
    agencies = carried.groupby("document")["agency"].agg(lambda found: ", ".join(sorted(set(found)))).to_dict()
    speaks = said["side"].eq(PRESS) | said["speaker_kind"].isin(MEDIA)
    heard = hearers.heard(said, rules, documents)
    names = credits.known_as([*said["vehicle"], *heard, *said.loc[speaks, "speaker"]], rules)
    columns = zip(said["document"], said["vehicle"], heard, said["speaker"], speaks, strict=True)
    found = [
        _medium(
            names.get(vehicle, ""),
            names.get(hearer, ""),
            names.get(speaker, speaker) if own else "",
            agencies.get(document, ""),
        )
        for document, vehicle, hearer, speaker, own in columns
    ]
    told = pd.DataFrame(found, said.index, ["medium", "how"], dtype="str")
    speaker = said["speaker"].where(told["how"] != ITSELF, told["medium"])
    return said.assign(speaker=speaker, medium=told["medium"], how=told["how"])


def _medium(vehicle: str, hearer: str, itself: str, credited: str) -> tuple[str, str]:
    """The first of these media that there is, and how it is known."""
    for medium, how in ((vehicle, SAYS), (itself, ITSELF), (hearer, HEARD)):
        if medium:
            return medium, how
    return (credited, CREDIT) if credited else ("", NONE)


def _label(medium: str, how: str, speaker: str) -> str:
    through = f"{medium} (credited)" if how == CREDIT else medium or NO_MEDIUM
    return through if how == ITSELF else f"{through} – {speaker or UNKNOWN}"


def resting(chains: pd.DataFrame, credited: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is an agency or medium that articles rest on: which articles credit it, which take statements from it.

    Columns: `medium`, `credited` and `through` (the articles, joined with a comma), `crediting` (how many credit it),
    `statements` (said to come through it or to it, or its own), `articles` (credit it or take from it), `of` (all
    articles); those of most articles first. Agencies credited without a name are one medium, "agencies", but need not
    be one.
    """
    label = dict(zip(documents["document"], documents["label"], strict=True))
    carried = credited[~credited["where"].isin((credits.OWN, credits.SOURCE))]
    named = list(zip(carried["agency"], carried["document"], strict=True))
    taken = chains[chains["how"].isin((SAYS, HEARD, ITSELF))]
    rows = []
    for medium in sorted({agency for agency, _ in named} | set(taken["medium"])):
        own = taken[taken["medium"] == medium]
        crediting, through = {one for agency, one in named if agency == medium}, set(own["document"])
        rows.append(
            {
                "medium": medium,
                "credited": _marks(crediting, label),
                "through": _marks(through, label),
                "crediting": len(crediting),
                "statements": int(own["statements"].sum()),
                "articles": len(crediting | through),
                "of": len(label),
            }
        )
    table = pd.DataFrame(rows, columns=["medium", "credited", "through", "crediting", "statements", "articles", "of"])
    table = table.astype(dict.fromkeys(("medium", "credited", "through"), "str"))
    table = table.astype(dict.fromkeys(("crediting", "statements", "articles", "of"), "int64"))
    order = ["articles", "statements", "medium"]
    return table.sort_values(order, ascending=[False, False, True], kind="stable", ignore_index=True)


def _marks(found: Iterable[str], label: dict[str, str]) -> str:
    wanted = set(found)
    return ", ".join(mark for document, mark in label.items() if document in wanted)


def evidence_of(
    statements: pd.DataFrame, credited: pd.DataFrame, rules: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """The statements as evidence of their chains: layer `chain`, the labels that `chains` gives."""
    placed = tables.trace(_placed(statements, credited, rules, documents), documents).rename(columns={"text": "match"})
    labels = [_label(*row) for row in placed[["medium", "how", "speaker"]].itertuples(index=False, name=None)]
    placed = placed.assign(layer="chain", label=pd.Series(labels, placed.index, "str"), rule=placed["kind"])
    return placed[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"])
