"""Labels of several parts, each in the language spoken; what no codebook knows stays."""

import pytest

from analysis import coded, language


@pytest.mark.parametrize(
    ("label", "french"),
    [
        ("turning point", "tournant"),
        ("Russia: name", "Russie\u00a0: nom"),
        ("naming: North Korea: seat", "désignation\u00a0: Corée du Nord\u00a0: capitale ou palais"),
        ("A|B", "A, B"),
        ("rules left out|stricter counting", "sans chacune des règles, comptage plus strict"),
        ("fr-topic-spatia", "fr-topic-spatia"),
        ("", ""),
    ],
)
def test_each_part_of_a_label_is_translated(label, french):
    with language.speaking("fr"):
        assert coded.label(label) == french


def test_in_english_several_labels_are_listed():
    assert coded.label("A|B|C") == "A, B, C"
    assert coded.label("Russia: name") == "Russia: name"
