"""The ellipse of a cloud: its size, its turn, and that it covers what it says."""

import doctest
import importlib

import numpy as np
import pytest

from analysis.statistics import ellipse
from analysis.tables import ParameterError


def cloud(turn, size=4000):
    points = np.random.default_rng(1).normal(size=(size, 2)) * [3, 1]
    angle = np.radians(turn)
    return points @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


@pytest.mark.parametrize("turn", [0.0, 30.0, 90.0, 150.0])
def test_size_and_turn(turn):
    found = ellipse(cloud(turn))
    assert found.width == pytest.approx(2 * 3 * np.sqrt(5.991), rel=0.05)
    assert found.height == pytest.approx(2 * np.sqrt(5.991), rel=0.05)
    assert min(abs(found.angle - turn), 180 - abs(found.angle - turn)) < 2


@pytest.mark.parametrize("level", [0.5, 0.95])
def test_it_covers_its_level(level):
    points, found = cloud(0), ellipse(cloud(0), level=level)
    inside = (points[:, 0] / found.width * 2) ** 2 + (points[:, 1] / found.height * 2) ** 2 <= 1
    assert inside.mean() == pytest.approx(level, abs=0.02)


def test_points_that_coincide_have_none():
    assert ellipse(np.ones((5, 2)))[:2] == (0.0, 0.0)
    assert ellipse([[2, 3]]) == (0.0, 0.0, 0.0)
    assert ellipse([[0, 0], [2, 2]]).angle == pytest.approx(45)


@pytest.mark.parametrize("level", [0, 1, 1.5])
def test_a_level_is_a_share(level):
    with pytest.raises(ParameterError, match="between 0 and 1"):
        ellipse([[1, 2]], level=level)


def test_its_example():
    assert doctest.testmod(importlib.import_module("analysis.statistics.ellipse")) == (0, 1)
