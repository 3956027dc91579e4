"""What the axes of a map are made of: its features, and which of them stand at the ends.

Features have the places of a contribution biplot (Greenacre 2013): standard coordinates times the root of the mass, so
that a squared coordinate is the share of the axis' inertia that the feature makes.
"""

import numpy as np
import pandas as pd

from analysis.balance import Numbers, Tally
from analysis.statistics import Correspondence

NAMED = 2
"""How many features name an end of an axis, at most."""
FEATURES = ["layer", "label", "name", "count", "mass", "x", "y", "first", "second", "plane", "quality", "named"]
AXES = ["axis", "inertia", "share", "low", "high"]


def features(tallied: Tally, analysis: Correspondence) -> pd.DataFrame:
    """One row is a feature, as `positions.Positions` says; strongest first."""
    inertias = plane(analysis.inertias[None])[0]
    place = plane((analysis.column_standard.mul(np.sqrt(analysis.column_mass), axis=0)).to_numpy())
    made = (place**2) @ inertias / inertias.sum()
    groups, labels = tallied.features["group"], tallied.features["feature"]
    table = pd.DataFrame(
        {
            "layer": groups,
            "label": labels,
            "name": labels.mask(labels.duplicated(keep=False), labels + " (" + groups + ")"),
            "count": tallied.counts.sum(axis=0).astype("int64"),
            "mass": analysis.column_mass.to_numpy(),
            "x": place[:, 0],
            "y": place[:, 1],
            "first": place[:, 0] ** 2,
            "second": place[:, 1] ** 2,
            "plane": made,
            "quality": analysis.column_cosines.to_numpy()[:, :2].sum(axis=1),
        }
    ).assign(order=-made.round(9))
    table = table.sort_values(["order", "layer", "label"], kind="stable", ignore_index=True)
    ends = {at for axis in "xy" for sign in (-1, 1) for at in end(table, axis, sign).index}
    return table.assign(named=(table["plane"] > 1 / len(table)) | table.index.isin(ends))[FEATURES]


def axes(analysis: Correspondence, features: pd.DataFrame) -> pd.DataFrame:
    """One row is an axis: inertia, share, and the features at its low and its high end; those of the first two."""
    rows = []
    for at, inertia in enumerate(analysis.inertias):
        ends = [" and ".join(end(features, "xy"[at], sign)["name"]) for sign in (-1, 1)] if at < 2 else ["", ""]
        rows.append((at + 1, float(inertia), float(inertia / analysis.total), *ends))
    return pd.DataFrame(rows, columns=AXES).astype({"low": "str", "high": "str"})


def end(features: pd.DataFrame, axis: str, sign: int) -> pd.DataFrame:
    """The features at one end of an axis that make more of it than features do on average, strongest first; or one."""
    ranked = features.assign(order=-(features[axis] ** 2).round(9))
    own = ranked[features[axis] * sign > 0].sort_values(["order", "layer", "label"], kind="stable")
    strong = int((own[axis] ** 2 > 1 / len(features)).sum())
    return own.head(min(max(strong, 1), NAMED))


def plane(coordinates: Numbers) -> Numbers:
    """The first two axes; the second is 0 where there is one."""
    return np.hstack([coordinates, np.zeros((len(coordinates), 2))])[:, :2]
