"""Where the sources stand: a map of them by frames, voice, naming or whatever else is counted, and its uncertainty.

The balanced table of sources × features (`balance`) is laid on axes by correspondence analysis. Sources have their
principal coordinates, features those of a contribution biplot (Greenacre 2013): the farther out a feature, the more it
makes of what the map shows, and a source lies on the side of what it uses more than the average does. The ellipse of a
source covers 95 % of its places when its units are drawn again and laid on the same axes (partial bootstrap: Lebart
2006); units of one article lean on one another, so that it is rather too small.
"""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis import axes, balance, distances, redrawn, statistics, tables
from analysis.balance import Balance, Numbers, Tally
from analysis.language import say
from analysis.statistics import Correspondence, correspondence, ellipse
from analysis.tables import ParameterError

RESAMPLES = 200
LEAST_SHUFFLES, MOST_SHUFFLES, ALL_SHUFFLES = 999, 9999, 400_000
"""How often the sentences of a pair are shuffled: as often as all pairs together may be, within these bounds."""
ELLIPSES = 12
"""Of more sources than these the ellipses would hide the map: none is to be drawn."""
SOURCES = [
    *("document", "source", "lang", "units", "count", "mass", "x", "y", "quality"),
    *("low", "high", "width", "height", "angle", "missing"),
]
GROUPS = ["group", "features", "count", "sources", "inertia", "weight", "share", "p", "adjusted", "differs"]
COUNTS = ["layer", "label", "document", "source", "units", "of", "share"]


class Positions(NamedTuple):
    """A map of sources and what stands behind it. Where there is no map, its tables are empty and `reason` says why."""

    sources: pd.DataFrame
    """One row is a source: its `lang`, its counted `units`, `count` of traits, mass, place x, y (y is 0 where there is
    one axis), `quality` (what the map shows of its squared distance from the middle), `low` and `high` of x (95 %), the
    ellipse's `width`, `height` and `angle` in degrees, and the groups of which it has nothing (`missing`)."""
    features: pd.DataFrame
    """One row is a feature (layer, label; `name` has both where a label stands in two layers): place x, y, what it
    makes of the `first` axis, the `second`, and the `plane` of both; `named`: more of the plane than features do on
    average, or an end of an axis. Strongest first."""
    axes: pd.DataFrame
    """One row is an axis: inertia, share of all inertia, and which features stand at its `low` and its `high` end."""
    groups: pd.DataFrame
    """One row is a group of features: count, sources, weight, its share of all inertia, and the p (permutation) that
    units shuffled over the sources differ as much, `adjusted` (Benjamini & Hochberg); `differs`: that at most .05."""
    counts: pd.DataFrame
    """One row is a feature in a source: layer, label, document, source, `units` (its count) of `of` in the layer."""
    pairs: pd.DataFrame
    apart: pd.DataFrame
    pulls: pd.DataFrame
    """Three tables of `distances`: of two sources, of each from all others, and what makes it."""
    left_out: pd.DataFrame
    """What was not used (what), and why (reason)."""
    reason: str = ""


def find(
    traits: pd.DataFrame,
    units: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    seed: int,
    resamples: int = RESAMPLES,
    shuffles: int | None = None,
    least: int = balance.LEAST,
) -> Positions:
    """The map of these articles by their traits (see `traits`). Same seed, same tables: same map.

    `resamples` make the ellipses and intervals, `shuffles` of the sentences of each pair its p: without a number, as
    many as time allows. Features found less than `least` times are left out. Raises `ParameterError`.
    """
    if resamples < 1 or (shuffles is not None and shuffles < 1):
        raise ParameterError("a map takes at least 1 resample and 1 shuffle")
    tallied, balanced = balance.balanced(balance.tally(traits, tables.counted(units), documents, least=least))
    analysis = correspondence(_table(tallied, balanced))
    counts = _counts(tallied)
    if not len(analysis.inertias):
        return _none(tallied, counts, _why(traits, least))
    drawn = redrawn.resampled(tallied, seed=seed, resamples=resamples)
    shuffles = _often(len(tallied.sources)) if shuffles is None else shuffles
    p = redrawn.by_group(tallied, balanced, seed=seed, shuffles=min(shuffles, 999))
    features = axes.features(tallied, analysis)
    return Positions(
        _sources(tallied, balanced, analysis, drawn, dict(zip(documents["document"], documents["lang"], strict=True))),
        features,
        axes.axes(analysis, features),
        _groups(balanced, analysis, p),
        counts,
        distances.pairs(tallied, balanced, drawn, seed=seed, shuffles=shuffles),
        distances.apart(tallied, balanced, seed=seed, shuffles=shuffles),
        distances.pulls(tallied, balanced),
        tallied.left_out,
    )


def _often(sources: int) -> int:
    """How many shuffles each pair of so many sources gets."""
    return min(max(ALL_SHUFFLES // (sources * (sources - 1) // 2), LEAST_SHUFFLES), MOST_SHUFFLES)


def _table(tallied: Tally, balanced: Balance) -> pd.DataFrame:
    """Sources × features, weighted; columns are numbered, rows are documents."""
    if not len(balanced.groups):
        return pd.DataFrame(index=tallied.sources["document"])
    profiles = balanced.profiles(tallied.counts)
    return pd.DataFrame(profiles * balanced.mass[:, None], list(tallied.sources["document"]))


def _why(traits: pd.DataFrame, least: int) -> str:
    if not len(traits):
        return say("nothing was counted")
    if traits["document"].nunique() == 1:
        return say("there is one article, and nothing to compare it with")
    return say("no feature that was found at least {least} times sets the sources apart", least=least)


def _none(tallied: Tally, counts: pd.DataFrame, reason: str) -> Positions:
    sources, features, none = (pd.DataFrame(columns=names) for names in (SOURCES, axes.FEATURES, axes.AXES))
    groups = pd.DataFrame(columns=GROUPS)
    pairs, apart, pulls = (pd.DataFrame(columns=names) for names in (distances.PAIRS, distances.APART, distances.PULLS))
    return Positions(sources, features, none, groups, counts, pairs, apart, pulls, tallied.left_out, reason)


def _counts(tallied: Tally) -> pd.DataFrame:
    rows = []
    for names, own in zip(tallied.sources.itertuples(index=False, name=None), tallied.counts, strict=True):
        of = pd.Series(own).groupby(tallied.features["group"]).transform("sum")
        for feature, count, whole in zip(tallied.features.itertuples(index=False, name=None), own, of, strict=True):
            rows.append((*feature, *names, int(count), int(whole), count / whole if whole else 0.0))
    table = pd.DataFrame(rows, columns=COUNTS)
    typed = dict.fromkeys(COUNTS[:4], "str") | {"units": "int64", "of": "int64", "share": "float64"}
    return table.astype(typed).sort_values(["layer", "label"], kind="stable", ignore_index=True)


def _sources(
    tallied: Tally, balanced: Balance, analysis: Correspondence, drawn: list[Numbers], langs: dict[str, str]
) -> pd.DataFrame:
    places, quality = axes.plane(analysis.rows.to_numpy()), analysis.row_cosines.to_numpy()[:, :2].sum(axis=1)
    standard, counts = axes.plane(analysis.column_standard.to_numpy()), tallied.counts
    rows = []
    for at, names in enumerate(tallied.sources.itertuples(index=False, name=None)):
        cloud = balanced.profiles(drawn[at]) @ standard
        rows.append(
            (
                *names,
                langs[names[0]],
                len(tallied.strata[at][0]),
                int(counts[at].sum()),
                balanced.mass[at],
                *places[at],
                quality[at],
                *_spread(cloud[:, 0], places[at, 0]),
                *ellipse(cloud),
                ", ".join(_missing(counts[at], balanced)),
            )
        )
    return pd.DataFrame(rows, columns=SOURCES).astype(dict.fromkeys(("document", "source", "lang", "missing"), "str"))


def _missing(counts: Numbers, balanced: Balance) -> list[str]:
    return [name for name, own in zip(balanced.groups["group"], balanced.places, strict=True) if not counts[own].any()]


def _spread(values: Numbers, place: float) -> tuple[float, float]:
    """The 95 % interval of the resamples, and at least the place itself."""
    low, high = np.quantile(values, [0.025, 0.975])
    return min(float(low), place), max(float(high), place)


def _groups(balanced: Balance, analysis: Correspondence, p: list[float]) -> pd.DataFrame:
    inertia = (analysis.columns**2).sum(axis=1).to_numpy() * analysis.column_mass.to_numpy()
    share: list[Any] = [inertia[own].sum() / analysis.total for own in balanced.places]
    adjusted = statistics.benjamini_hochberg(p)
    return balanced.groups.assign(share=share, p=p, adjusted=adjusted, differs=adjusted <= distances.LEVEL)
