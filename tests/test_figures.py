"""Figures: the same bytes on each run, safe with any label, readable by a parser, drawn without pyplot."""

import hashlib
import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pandas as pd
import pytest
import small

from analysis import figures, measures, topics

ROOT = Path(__file__).parents[1]
TOPICS = measures.prevalence(small.evidence(), small.units(), small.documents(), "topic")
WHERE = topics.positions(small.evidence(), small.units(), small.documents(), "space")
SCORES = pd.DataFrame(
    {"label": ["a", "b"], "f1": [0.8, float("nan")], "low": [0.5, float("nan")], "high": [0.9, float("nan")]}
).assign(alpha=[-0.2, float("nan")])
WORDS = pd.DataFrame({"word": ["une", "deux"], "z": [2.0, 1.0]})
STRIPS = pd.DataFrame(
    {
        "row": ["D001 place", "D001 place", "D002 number: morts"],
        "source": ["A", "B $x$", "A"],
        "value": ["Oslo", "Bergen", "12"],
    }
).assign(tone=[0, 1, 0], column=[0, 1, 0])
DRAWINGS = {
    "discrepancy strips": lambda table: figures.discrepancy_strips(table),
    "intervals": lambda table: figures.intervals(table),
    "strip": lambda table: figures.strip(table),
    "dots": lambda table: figures.dots(table),
    "agreement": lambda table: figures.agreement(table),
    "words": lambda table: figures.words(table, value="z", unit="z"),
    "curve": lambda table: figures.curve(table, along="threshold", value="shared", chosen=0.3, unit="facts"),
}
TABLES = {
    "curve": pd.DataFrame({"threshold": [0.1, 0.3], "shared": [4, 2]}),
    "discrepancy strips": STRIPS,
    "intervals": TOPICS.head(3),
    "strip": WHERE,
    "dots": TOPICS,
    "agreement": SCORES,
    "words": WORDS,
}


def drawn(name, table):
    return figures.svg(DRAWINGS[name](table))


def texts(svg):
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("name", DRAWINGS)
def test_same_bytes_and_well_formed(name):
    first = drawn(name, TABLES[name])
    assert first == drawn(name, TABLES[name])
    assert ElementTree.fromstring(first).tag.endswith("svg")
    assert "<dc:date>" not in first


@pytest.mark.parametrize("name", DRAWINGS)
def test_an_empty_table_is_an_empty_figure(name):
    assert drawn(name, TABLES[name].head(0)).startswith("<?xml")


def test_same_bytes_whatever_the_hash_seed_the_zone_and_the_locale_and_no_pyplot():
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests'); import test_figures as t\n"
        "print(hashlib.sha256(''.join(t.drawn(n, t.TABLES[n]) for n in t.DRAWINGS).encode()).hexdigest())\n"
        "print('matplotlib.pyplot' in sys.modules)"
    )
    env = os.environ | {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    elsewhere = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True)
    here = hashlib.sha256("".join(drawn(name, TABLES[name]) for name in DRAWINGS).encode()).hexdigest()
    assert elsewhere.stdout.split() == [here, "False"]


def test_labels_are_letters_not_mathematics():
    label = "Kim Jong_un costs $5 and $\\frac{1}{2}$ <b>&"
    assert label in texts(drawn("dots", TOPICS.assign(label=label)))


def test_a_long_label_is_cut_and_says_so():
    begun = time.monotonic()
    (label,) = (text for text in texts(drawn("dots", TOPICS.assign(label="word " * 20_000))) if text.startswith("word"))
    assert len(label) == figures.LONGEST
    assert label.endswith("…")
    assert time.monotonic() - begun < 5


def test_what_no_page_can_hold_is_shown_by_its_number():
    svg = drawn("intervals", TOPICS.head(1).assign(source="a\x00\x1b[31m\u202eb\nc"))
    assert "a⟨U+0000⟩⟨U+001B⟩[31m⟨U+202E⟩b c" in texts(svg)
    svg.encode("utf-8")


def test_letters_that_the_font_lacks_make_no_noise(recwarn):
    assert "北京 🚀" in texts(drawn("intervals", TOPICS.head(1).assign(source="北京 🚀")))
    assert not recwarn.list


def test_one_label_in_two_layers_has_two_rows():
    both = pd.concat([TOPICS, TOPICS.assign(layer="frame")])
    assert texts(drawn("dots", both)).count("space") == 2


def test_layers_stand_apart():
    one, two = small.measure(("x", "A", 1), ("y", "A", 2)), small.measure(("x", "A", 1), layer="frame")
    assert figures.dots(one).get_yticks().tolist() == [0, 1]
    ax = figures.dots(pd.concat([one, two]))
    assert ax.get_yticks().tolist() == pytest.approx([0, 1, 2.7])
    assert ax.collections[-1].get_offsets()[0].tolist() == pytest.approx([0, 2.7])
    assert ax.get_ylim() == pytest.approx((3.3, -0.6))


def test_rows_and_columns_stand_in_the_order_of_the_table():
    found = texts(drawn("dots", TOPICS.iloc[::-1]))
    assert found.index("C é") < found.index("A")
    assert found.index("treaty") < found.index("space")


def test_a_share_of_nothing_is_not_drawn():
    nothing = small.measure(("x", "A", 0, 0), ("x", "B", 5))
    found = texts(drawn("intervals", nothing))
    assert "5 of 10" in found
    assert "0 of 0" not in found
    assert figures.dots(nothing).get_xlim()[1] == 1.8


def test_forty_articles_leave_their_numbers_to_the_table():
    few, many = (
        small.measure(*[("x", f"S{place}", 7) for place in range(columns)]) for columns in (figures.MOST_NUMBERED, 40)
    )
    assert texts(drawn("dots", few)).count("7") == figures.MOST_NUMBERED
    assert texts(drawn("dots", many)).count("7") == 0


def test_the_strip_has_a_line_for_an_article_that_holds_nothing():
    assert {"A", "B", "C é"} <= set(texts(drawn("strip", WHERE.assign(held=False))))


def test_house_style_leaves_the_analysts_own_alone():
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    drawn("dots", TOPICS)
    assert dict(mpl.rcParams) == before
