"""Traits as one table of sources × features in which no source, and no group of features, drowns the others.

A source has in each group a profile: how its counts are shared out among the features. The group's weight is 1 over
the first inertia of its own correspondence analysis (multiple factor analysis: Escofier & Pagès 1994; for counts:
Bécue-Bertaut & Pagès 2004), so that none can make the first axis alone. A source's mass is its share of all counts,
averaged over the groups. Of one group this is its ordinary correspondence analysis.
"""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.language import many
from analysis.statistics import correspondence

LEAST = 5
"""A feature that is found less often in all sources together is too rare to place them by."""
NOTHING = "nothing was counted in it"
Numbers = np.ndarray[Any, Any]


class Tally(NamedTuple):
    """The counts of some sources, as they can be drawn again."""

    sources: pd.DataFrame
    """One row is an article: document, source (its mark)."""
    features: pd.DataFrame
    """One row is a feature: group, feature."""
    strata: list[list[Numbers]]
    """For each article its pieces × features: first its units, then the counts of each group that knows no units."""
    left_out: pd.DataFrame
    """What is not in the tally (what), and why (reason)."""

    @property
    def counts(self) -> Numbers:
        """Articles × features."""
        sums = [sum((part.sum(axis=0) for part in parts), np.zeros(len(self.features))) for parts in self.strata]
        return np.array(sums).reshape(len(self.sources), len(self.features))


class Balance(NamedTuple):
    """How counts become comparable profiles."""

    groups: pd.DataFrame
    """One row is a group: group, features, count, `sources` that have any, `inertia` (its first), `weight`."""
    places: list[Numbers]
    """Which features belong to each group."""
    mass: Numbers
    average: Numbers
    """The weighted profile of all sources together; 1 in sum."""

    def profiles(self, counts: Numbers) -> Numbers:
        """The weighted profile of each row of counts, 1 in sum; a group without a count lies where the average does."""
        profiles = np.tile(self.average, (len(counts), 1))
        for places, weight in zip(self.places, self.groups["weight"], strict=True):
            part = counts[:, places]
            of = part.sum(axis=1)
            profiles[np.ix_(of > 0, places)] = weight * part[of > 0] / of[of > 0, None]
        return profiles


def tally(traits: pd.DataFrame, units: pd.DataFrame, documents: pd.DataFrame, *, least: int = LEAST) -> Tally:
    """The traits of these articles, without features that are too rare, groups of one feature, and empty articles.

    `units` are the counted ones: a unit that holds no trait can be drawn too.
    """
    traits = traits[traits["document"].isin(set(documents["document"]))]
    features, left = _features(traits, least)
    kept = traits.merge(features.assign(at=range(len(features))), on=["group", "feature"])
    sources = documents[["document", "label"]].rename(columns={"label": "source"}).astype("str")
    present = sources["document"].isin(set(kept["document"]))
    left += [(mark, NOTHING) for mark in sources.loc[~present, "source"]]
    sources = sources[present].reset_index(drop=True)
    strata = [
        _strata(kept[kept["document"] == name], units[units["document"] == name], features)
        for name in sources["document"]
    ]
    return Tally(sources, features, strata, _left(left))


def balanced(tallied: Tally) -> tuple[Tally, Balance]:
    """The tally without groups in which all sources are alike, and how its counts become profiles."""
    while True:
        found = _weighed(tallied)
        flat = list(found.groups.loc[found.groups["inertia"] == 0, "group"])
        if not flat:
            return tallied, found
        tallied = _without(tallied, flat)


def _features(traits: pd.DataFrame, least: int) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    total = traits.groupby(["group", "feature"], sort=True)["count"].sum().reset_index()
    rare = total[total["count"] < least]
    often = total[total["count"] >= least]
    alone = often.groupby("group")["feature"].transform("size") < 2
    left = [
        (f"{row.group}: {row.feature}", many(row.count_, "found {n} time", "found {n} times")) for row in _renamed(rare)
    ]
    left += [(f"{row.group}: {row.feature}", "the only feature of its group") for row in _renamed(often[alone])]
    return often[~alone][["group", "feature"]].reset_index(drop=True), left


def _renamed(table: pd.DataFrame) -> Any:
    return table.rename(columns={"count": "count_"}).itertuples(index=False)


def _strata(traits: pd.DataFrame, units: pd.DataFrame, features: pd.DataFrame) -> list[Numbers]:
    order = {unit: at for at, unit in enumerate(units["unit"])}
    whole = np.zeros((len(order), len(features)))
    known = traits[traits["unit"].isin(order)]
    np.add.at(whole, (known["unit"].map(order).to_numpy(dtype=int), known["at"].to_numpy()), known["count"].to_numpy())
    loose = traits[~traits["unit"].isin(order)]
    groups = list(dict.fromkeys(features["group"]))
    apart = [loose[loose["group"] == group] for group in groups]
    return [whole, *(np.eye(len(features))[np.repeat(part["at"], part["count"])] for part in apart)]


def _weighed(tallied: Tally) -> Balance:
    counts, names = tallied.counts, list(dict.fromkeys(tallied.features["group"]))
    places = [np.flatnonzero(tallied.features["group"] == name) for name in names]
    totals = [counts[:, own].sum(axis=1) for own in places]
    mass = np.mean([of / of.sum() for of in totals], axis=0) if names else np.zeros(len(counts))
    profiles = [_profile(counts[:, own], mass) for own in places]
    inertia = np.array([_first(profile * mass[:, None]) for profile in profiles])
    weight = np.divide(1, inertia, out=np.zeros(len(names)), where=inertia > 0)
    weight = weight / weight.sum() if weight.sum() else weight
    average = np.zeros(counts.shape[1])
    for own, profile, share in zip(places, profiles, weight, strict=True):
        average[own] = share * (mass @ profile)
    groups = pd.DataFrame(
        {
            "group": pd.Series(names, dtype="str"),
            "features": [len(own) for own in places],
            "count": [int(of.sum()) for of in totals],
            "sources": [int((of > 0).sum()) for of in totals],
            "inertia": inertia,
            "weight": weight,
        }
    )
    return Balance(groups, places, mass, average)


def _profile(counts: Numbers, mass: Numbers) -> Numbers:
    """The profiles of a group; of a source that has nothing of it, the others' average."""
    of = counts.sum(axis=1)
    profiles = counts / np.where(of > 0, of, 1)[:, None]
    profiles[of == 0] = mass[of > 0] @ profiles[of > 0] / mass[of > 0].sum()
    return profiles


def _first(table: Numbers) -> float:
    inertias = correspondence(pd.DataFrame(table)).inertias
    return float(inertias[0]) if len(inertias) else 0.0


def _without(tallied: Tally, groups: list[str]) -> Tally:
    kept = ~tallied.features["group"].isin(groups).to_numpy()
    strata = [[part[:, kept] for part in parts] for parts in tallied.strata]
    stay = np.array([any(part.any() for part in parts) for parts in strata], dtype=bool)
    gone = [(group, "all sources are alike in it") for group in groups]
    gone += [(mark, NOTHING) for mark in tallied.sources["source"][~stay]]
    return Tally(
        tallied.sources[stay].reset_index(drop=True),
        tallied.features[kept].reset_index(drop=True),
        [parts for parts, stays in zip(strata, stay, strict=True) if stays],
        pd.concat([tallied.left_out, _left(gone)], ignore_index=True),
    )


def _left(rows: list[tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["what", "reason"]).astype("str")
