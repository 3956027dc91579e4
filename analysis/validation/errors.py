"""Every difference between coding and machine, with its sentence."""

import re

import pandas as pd

from analysis import coded
from analysis.language import say
from analysis.validation.rows import Row, unit_at
from analysis.validation.units import differences
from analysis.validation.verdicts import EXTRA, MISSED

CODED = ("topic", "frame", "hedge")
"""Layers whose values are words of a codebook; those of others may be words of an article."""
COLUMNS = ("layer", "label", "document", "unit", "start", "end", "error", "machine", "human", "words", "text")


def errors(codings: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    """One row is an error: missed (the coding alone says it), extra (the machine alone) or differs (both, otherwise).

    `text` is the coded unit. From the codings of units (`coded`) and the verdicts on all else, layer by layer.
    """
    apart = differences(codings)
    held = {side: apart["label"].where(apart[side].astype(bool), "").astype("str") for side in ("human", "machine")}
    listed = verdicts[verdicts["error"] != ""]
    both = pd.concat([apart.assign(**held, words=""), listed], ignore_index=True)[list(COLUMNS)]
    order = {pair: place for place, pair in enumerate(dict.fromkeys(zip(both["layer"], both["label"], strict=True)))}
    ranks = [order[pair] for pair in zip(both["layer"], both["label"], strict=True)]
    return both.assign(rank=ranks).sort_values(["rank", "document", "start", "end"], kind="stable", ignore_index=True)[
        list(COLUMNS)
    ]


def shown(errors: pd.DataFrame, documents: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The errors for a reader: `place` (mark of the article and number of its unit), `says`: what the machine does.

    `anchor` is the name of that unit among the articles that a briefing shows.
    """
    marks = dict(documents[["document", "label"]].itertuples(index=False, name=None))
    at = unit_at(units)
    spans = errors[["document", "start"]].itertuples(index=False, name=None)
    where = [_where(marks[document], at(document, start)) for document, start in spans]
    columns = {
        "place": [place for place, _ in where],
        "says": [_says(row) for row in errors.to_dict("records")],
        "anchor": [anchor for _, anchor in where],
    }
    return errors.assign(**{name: pd.Series(cells, errors.index, "str") for name, cells in columns.items()})


def _where(mark: str, unit: Row | None) -> tuple[str, str]:
    if unit is None:
        return mark, ""
    plain = re.sub(r"\W+", "-", mark)
    return f"{mark}\u00a0{unit['unit'] + 1}", f"unit-{plain}-{unit['unit']}"


def _says(row: Row) -> str:
    words = f" ({row['words'][:60]}{'…' if len(row['words']) > 60 else ''})" if row["words"] else ""
    machine, human = (coded.label(row[side]) if row["layer"] in CODED else row[side] for side in ("machine", "human"))
    if row["error"] == MISSED:
        return say("misses {value}", value=human) + words
    if row["error"] == EXTRA:
        return say("adds {value}", value=machine) + words
    return say("says {machine}, the reference {human}", machine=machine, human=human) + words
