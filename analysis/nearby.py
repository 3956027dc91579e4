"""Where an article perhaps tells a fact in other words, though it is not found to: so that it is not called silent.

What the articles tell is not parted into facts without error: one matter may be split into two, or stand in a sentence
that tells two. Three things show that an article may tell a fact after all: it tells another one that holds half or
more of this one's units; it does so among the facts of a lower threshold; or it gives a value where articles differ on
a matter of which the fact's claims give one.
"""

import pandas as pd

from analysis import tables
from analysis.tables import ParameterError

LAYER = "perhaps told"
HOLDS = 1 / 2
"""The share of a fact's units that have to be another's too: with forty articles a single one would prove nothing."""
CALLED_OTHERWISE = ("name",)
"""Kinds of discrepancies that say only how somebody is called wherever he stands."""
_ROUNDING = 1e-9
_STRETCH = ["document", "unit", "start", "end"]


def find(
    claims: pd.DataFrame,
    *,
    loose: pd.DataFrame | None = None,
    discrepancies: pd.DataFrame | None = None,
    holds: float = HOLDS,
) -> pd.DataFrame:
    """One row is a stretch of an article that perhaps tells a `fact` that no claim of the article tells.

    Columns: fact, document, unit, start, end. `loose` are the claims of the same corpus at a lower threshold, half of
    it by rule; `discrepancies` those of `claims`; `holds` is the share of a fact's units that another one has to hold:
    the higher it is, the more articles are called silent, and the more of these wrongly. Facts of one article have no
    row: nobody else is asked to tell them. Raises `ParameterError`, also where the discrepancies are of other claims.
    """
    if not 0 < holds <= 1:
        raise ParameterError(f"holds is a share of a fact's units, above 0 and up to 1, not {holds}")
    articles = claims.groupby("fact")["document"].nunique()
    shared = claims[claims["fact"].isin(articles.index[articles > 1])]
    found = [_beside(shared, claims, holds)]
    if loose is not None:
        found.append(_beside(shared, loose, holds))
    if discrepancies is not None:
        found.append(_valued(shared, claims, discrepancies))
    rows = pd.concat(found).drop_duplicates()
    telling = pd.MultiIndex.from_frame(claims[["fact", "document"]])
    rows = rows[~pd.MultiIndex.from_frame(rows[["fact", "document"]]).isin(telling)]
    return rows.sort_values(["fact", *_STRETCH], ignore_index=True)


def evidence_of(nearby: pd.DataFrame, left_out: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The stretches behind what `omissions.left_out` calls perhaps told: that is the layer, the fact is the label."""
    pairs = left_out.loc[left_out["perhaps"], ["label", "document"]].rename(columns={"label": "fact"})
    traced = tables.trace(nearby.merge(pairs, on=["fact", "document"]), documents)
    traced = traced.rename(columns={"text": "match", "fact": "label"})
    rows = traced.assign(layer=LAYER, rule=LAYER)[list(tables.SCHEMAS["evidence"])]
    rows = rows.astype(tables.SCHEMAS["evidence"])
    return rows.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


def _beside(claims: pd.DataFrame, others: pd.DataFrame, holds: float) -> pd.DataFrame:
    """For each fact of `claims` the claims of those facts of `others` that hold enough of its units."""
    units = claims[["fact", "document", "unit"]].drop_duplicates()
    units = units.assign(of=units.groupby("fact")["unit"].transform("size"))
    other = others[["fact", "document", "unit"]].drop_duplicates().rename(columns={"fact": "other"})
    both = units.merge(other, on=["document", "unit"]).groupby(["fact", "of", "other"]).size().reset_index(name="both")
    near = both[both["both"] >= holds * both["of"] - _ROUNDING]
    told = others[["fact", *_STRETCH]].rename(columns={"fact": "other"})
    return near[["fact", "other"]].merge(told, on="other")[["fact", *_STRETCH]]


def _valued(shared: pd.DataFrame, claims: pd.DataFrame, discrepancies: pd.DataFrame) -> pd.DataFrame:
    """For each fact of `shared` all values of the discrepancies that are listed with it, or of which it tells one."""
    unknown = sorted(set(discrepancies["fact"]) - set(claims["fact"]) - {""})
    if unknown:
        raise ParameterError(f"a discrepancy is about the fact {unknown[0]!r}, which is not among the claims")
    values = discrepancies[~discrepancies["kind"].isin(CALLED_OTHERWISE)]
    told = shared[["fact", *_STRETCH]].merge(values[["discrepancy", "document", "start", "end"]], on="document")
    within = told[(told["start_x"] < told["end_y"]) & (told["start_y"] < told["end_x"])]
    listed = values.loc[values["fact"].isin(set(shared["fact"])), ["fact", "discrepancy"]]
    pairs = pd.concat([within[["fact", "discrepancy"]], listed]).drop_duplicates()
    return pairs.merge(values[["discrepancy", *_STRETCH]], on="discrepancy")[["fact", *_STRETCH]]
