"""The ellipse that covers most of a cloud of points."""

from typing import Any, NamedTuple

import numpy as np

from analysis.tables import ParameterError


class Ellipse(NamedTuple):
    """Both diameters, and by how many degrees the longer one is turned from the x-axis, from 0 to 180."""

    width: float
    height: float
    angle: float


def ellipse(points: Any, *, level: float = 0.95) -> Ellipse:
    """The ellipse of this share of normal points with the covariance of these, an array of n × 2.

    With two degrees of freedom χ² is −2 ln(1 − level). Points that all coincide, or a single one, have none: its
    diameters are 0.

    >>> ellipse([[-1, 0], [1, 0]], level=0.5).height
    0.0
    """
    if not 0 < level < 1:
        raise ParameterError(f"a level lies between 0 and 1, not {level:g}")
    cloud = np.asarray(points, dtype=float)
    if len(cloud) < 2:
        return Ellipse(0.0, 0.0, 0.0)
    values, vectors = np.linalg.eigh(np.cov(cloud.T))
    width, height = 2 * np.sqrt(np.clip(values[::-1], 0, None) * -2 * np.log(1 - level))
    angle = float(np.degrees(np.arctan2(vectors[1, 1], vectors[0, 1])) % 180)
    return Ellipse(float(width), float(height), angle)
