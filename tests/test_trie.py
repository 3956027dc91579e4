"""The trie finds in a short text what each pattern's expression finds, at each beginning of a word."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import trie
from tests.plain import GENERATED_TEXTS, GENERATED_WORDS, expected, usable

GENERATED = settings(deadline=None, derandomize=True, max_examples=400)


def by_pattern(words, text):
    """The spans that the trie finds, for each pattern."""
    found = {place: set() for place in range(len(words))}
    for start, end, place in trie.find(trie.build(words), text):
        found[place].add((start, end))
    return found


@GENERATED
@given(st.lists(GENERATED_WORDS, max_size=4), GENERATED_TEXTS)
@example(["été", "ete", "t*", "é*", "*té"], "e\u0301te\u0301 été ete")
@example(["a* b", "a*-b", "a b", "a -b", "a ? b"], "ab b a_b a  b a\r\nb a-a’b")
@example(["[a ]b", "a[ b]", "<Word> a", "<number>"], "a b B a 12 a1")
@example(["a"], "")
def test_the_trie_agrees_with_the_expressions(words, text):
    words = [word for word in words if usable(word)]
    assert by_pattern(words, text) == {place: expected(word, text) for place, word in enumerate(words)}


def test_overlapping_matches_are_all_found_in_order_of_start():
    words = ["missile*", "missiles", "missile* balistique*", "balistique*", "missile"]
    found = list(trie.find(trie.build(words), "Deux missiles balistiques"))
    assert sorted(found) == [(5, 13, 0), (5, 13, 1), (5, 25, 2), (14, 25, 3)]
    assert [start for start, _, _ in found] == [5, 5, 5, 14]


@pytest.mark.parametrize(
    ("words", "found"), [(["tir", "tir"], [(3, 6, 0), (3, 6, 1)]), (["tir(|s)"], [(3, 6, 0)]), ([], [])]
)
def test_a_pattern_is_known_by_its_place(words, found):
    assert sorted(trie.find(trie.build(words), "Un tir.")) == found


def test_a_trie_that_forgets_words_finds_the_same(monkeypatch):
    text = "Deux tirs, un missile, deux tirs de missile et un tir." * 2
    words = ["tir*", "tir* de missile*", "un"]
    kept = list(trie.find(trie.build(words), text))
    monkeypatch.setattr(trie, "REMEMBERED", 2)
    trie._build.cache_clear()
    assert len(kept) == 12
    assert list(trie.find(trie.build(words), text)) == kept
