"""All tables of framing of a corpus, and the paragraphs on its sources: of one article, of three in English, of two."""

import re
from pathlib import Path

import pytest

from analysis import display, portraits, prose, tables
from analysis.reading import read

ROOT = Path(__file__).parents[1]
SUMMIT = ROOT / "tests" / "corpora" / "summit"


@pytest.fixture(scope="module", params=["all", "A", "AB"])
def portrayed(request):
    """Reading and portraits of a corpus, or of some of its articles."""
    articles = None if request.param == "all" else list(request.param)
    reading = read(SUMMIT, articles=articles)
    return reading, portraits.find(reading, seed=1)


def links(text):
    """The names of evidence to which sentences link."""
    return set(re.findall(r"\[\[[^\]]*?\|([^\]|]+)\]\]", text))


def test_every_source_has_its_paragraph(portrayed):
    reading, found = portrayed
    said = prose.portraits(found, reading.documents)
    assert [sentence[0] for sentence in said] == list(reading.documents["label"])
    assert not any("nan" in sentence.lower().split() for sentence in said)


def test_each_number_of_a_paragraph_opens_its_sentences(portrayed):
    reading, found = portrayed
    said = prose.portraits(found, reading.documents)
    behind = portraits.behind(said, found.evidence, reading.documents)
    page = display.evidence(behind, reading.units, reading.documents).html
    asked = links(" ".join(said))
    assert asked
    assert {name for name in asked if f'id="{name}"' not in page} == set()


def test_the_evidence_is_evidence(portrayed):
    reading, found = portrayed
    texts = dict(zip(reading.documents["document"], reading.documents["text"], strict=True))
    wrong = [row for row in found.evidence.itertuples() if texts[row.document][row.start : row.end] != row.match]
    assert wrong == []
    assert list(found.evidence.columns) == list(tables.SCHEMAS["evidence"])


def test_frames_that_agree_too_little_are_not_told(portrayed):
    reading, found = portrayed
    weak = set(found.worth.loc[~found.worth["used"], "label"])
    said = " ".join(prose.portraits(found, reading.documents))
    assert not any(f"evidence-frame-{label.replace(' ', '-')}-" in said for label in weak)
    assert "carry a finding" in prose.unsure_codes(found.worth)


def test_what_only_seems_to_differ_is_not_told():
    """Fifteen sentences each: no comparison is beyond chance, so none is told."""
    reading = read(SUMMIT)
    found = portraits.find(reading, seed=1)
    assert not any("more often than the others" in sentence for sentence in prose.portraits(found, reading.documents))
