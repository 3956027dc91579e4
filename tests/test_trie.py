"""One pass of the trie finds what the compiled pattern finds, at each beginning of a word."""

import gc

import regex
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from analysis import patterns, trie
from analysis.tables import LexiconError

GENERATED = settings(deadline=None, derandomize=True, max_examples=400)
WORDS = st.text("aAbeéÉE'- *.1ßİ\u0301", min_size=1, max_size=7)
TEXTS = st.text("aAbeéÉE'’- _.1²ßİ\u0301\u00a0\u2011\r\n", max_size=24)
WORD_START = regex.compile(r"(?<!\w)\w")


def usable(pattern):
    try:
        return bool(patterns.check(pattern))
    except LexiconError:
        return False


def expected(pattern, text):
    starts = [word.start() for word in WORD_START.finditer(text)]
    matches = [patterns.compiled(pattern).match(text, start) for start in starts]
    return {match.span() for match in matches if match}


def by_pattern(words, text):
    """The spans that the trie finds, for each pattern."""
    found = {place: [] for place in range(len(words))}
    for start, end, place in trie.find(trie.build(words), text):
        found[place].append((start, end))
    return found


@GENERATED
@given(st.lists(WORDS, max_size=4), TEXTS)
@example(["été", "ete", "t*", "é*"], "e\u0301te\u0301 été ete")
@example(["a* b", "a*-b", "a b", "a -b"], "ab b a_b a  b a\r\nb")
@example(["1*", "a"], "1² ² a²")
@example(["a"], "")
def test_the_trie_agrees_with_the_compiled_patterns(words, text):
    words = [word for word in words if usable(word)]
    for place, spans in by_pattern(words, text).items():
        assert len(spans) == len(set(spans))
        assert set(spans) == expected(words[place], text)


@GENERATED
@given(WORDS, TEXTS)
def test_spans_are_the_first_of_the_tries_that_do_not_overlap(word, text):
    assume(usable(word))
    kept, reach = [], 0
    for start, end in sorted(by_pattern([word], text)[0]):
        if start >= reach:
            kept.append((start, end))
            reach = end
    assert patterns.spans(word, text) == kept


@GENERATED
@given(st.lists(WORDS, max_size=4), TEXTS)
def test_matches_come_in_order_of_start(words, text):
    starts = [start for start, _, _ in trie.find(trie.build(filter(usable, words)), text)]
    assert starts == sorted(starts)


def test_overlapping_matches_are_all_found():
    words = ["missile*", "missiles", "missile* balistique*", "balistique*", "missile"]
    assert sorted(trie.find(trie.build(words), "Deux missiles balistiques")) == [
        (5, 13, 0),
        (5, 13, 1),
        (5, 25, 2),
        (14, 25, 3),
    ]


def test_a_pattern_given_twice_is_found_twice():
    assert sorted(trie.find(trie.build(["tir", "tir"]), "Un tir.")) == [(3, 6, 0), (3, 6, 1)]


def test_no_pattern_finds_nothing():
    assert list(trie.find(trie.build([]), "Un tir.")) == []


def test_a_trie_that_forgets_words_finds_the_same(monkeypatch):
    text = "Deux tirs, un missile, deux tirs de missile et un tir." * 2
    root = trie.build(["tir*", "tir* de missile*", "un"])
    expected = list(trie.find(root, text))
    monkeypatch.setattr(trie, "REMEMBERED", 2)
    assert len(expected) == 12
    assert (
        list(trie.find(root, text)) == list(trie.find(trie.build(["tir*", "tir* de missile*", "un"]), text)) == expected
    )


def test_building_leaves_the_garbage_collector_as_it_was():
    assert gc.isenabled()
    trie.build(["tir"])
    assert gc.isenabled()
