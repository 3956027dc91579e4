"""Things that are alike in pairs → groups that are alike on average."""

import numpy as np

_PRECISE = 6


def groups(alike: np.ndarray, threshold: float) -> list[list[int]]:
    """The things in groups whose mean likeness is at least `threshold`: average linkage (Sokal & Michener 1958).

    `alike` has one row and column a thing, and values up to 1.
    """
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if len(alike) < 2:
        return [[place] for place in range(len(alike))]
    apart = squareform(alike, checks=False).astype(np.float64)
    np.subtract(1, apart, out=apart)
    np.round(apart, _PRECISE, out=apart)
    labels = fcluster(linkage(apart, "average"), 1 - threshold, "distance").tolist()
    found: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        found.setdefault(label, []).append(place)
    return list(found.values())
