"""The automaton finds what each pattern's expression finds: in generated words, and in articles with all rules."""

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import corpus, lexicons, patterns, stream
from analysis.automaton import Automaton
from tests.plain import GENERATED_TEXTS, GENERATED_WORDS, expected, usable

ROOT = Path(__file__).parent
GENERATED = settings(deadline=None, derandomize=True, max_examples=400)


def by_pattern(words, text):
    """The spans that the automaton finds, for each pattern."""
    automaton = Automaton(words)
    found = {place: set() for place in range(len(words))}
    for start, end, place in zip(*(column.tolist() for column in automaton.find(automaton.read(text))), strict=True):
        found[place].add((start, end))
    return found


@GENERATED
@given(st.lists(GENERATED_WORDS, max_size=4), GENERATED_TEXTS)
@example(["été", "ete", "t*", "é*", "*té"], "e\u0301te\u0301 été ete")
@example(["a* b", "a*-b", "a b", "a -b", "a ? b"], "ab b a_b a  b a\r\nb a-a’b")
@example(["[a ]b", "a[ b]", "<Word> a", "<number>", "b[ ? a]"], "a b B a 12 a1 b b a")
@example(["U.S.", "n°", "a[.]", "a[ “]"], "U.S.A, U.S. n°5 n° a. a “b a.b")
@example(["a"], "")
def test_the_automaton_agrees_with_the_expressions(words, text):
    words = [word for word in words if usable(word)]
    assert by_pattern(words, text) == {place: expected(word, text) for place, word in enumerate(words)}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_agrees_on_an_article_with_all_packaged_rules(lang):
    documents = corpus.read(ROOT / "corpora" / "dev2")
    text = "\n".join(documents.loc[documents["lang"] == lang, "text"])[:6000]
    said = sorted(set(lexicons.load(lang)["pattern"]))
    said = [one for one in said if not one.startswith("re:") and not patterns.SLOT.search(one)][::3]
    seen = {word.casefold() for word in re.findall(r"\w+", text)}
    near = [one for one in said if any(part.casefold() in seen or "*" in one for part in re.findall(r"\w+", one))][:600]
    found = by_pattern(near, text)
    assert sum(map(bool, found.values())) > 20
    assert found == {place: expected(pattern, text) for place, pattern in enumerate(near)}


def test_evidence_fills_slots_wherever_it_ends():
    automaton = Automaton(["ministre* <state>", "<capital> (exige|veut)", "<state> envoy*", "entre <state> et <state>"])
    text = automaton.read("Le ministre russe. Moscou veut. The U.S. envoy, entre Mali et Niger, entre Mali.")
    spots = [("russe", "state"), ("Moscou", "capital"), ("U.S.", "state"), ("Mali", "state"), ("Niger", "state")]
    starts = np.array([text.text.index(word) for word, _ in spots])
    ends = starts + [len(word) for word, _ in spots]
    kinds = np.array([patterns.KINDS.index(kind) for _, kind in spots])
    found = automaton.find_with(text, starts, ends, kinds)
    words = {text.text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)}
    assert words == {"ministre russe", "Moscou veut", "U.S. envoy", "entre Mali et Niger"}
    assert len(automaton.find(text).starts) == 0


def test_evidence_that_ends_inside_a_word_fills_no_slot():
    automaton = Automaton(["<state> a"])
    text = automaton.read("Malis a, Mali a")
    found = automaton.find_with(text, np.array([0, 9, 10]), np.array([4, 13, 13]), np.zeros(3, np.int64))
    assert found.starts.tolist() == [9]


def test_no_pattern_and_no_word_find_nothing():
    assert by_pattern([], "Un tir.") == {}
    assert by_pattern(["tir"], " … ") == {0: set()}


@pytest.mark.parametrize("text", ["", "tir", "un 𝔸 tir𝟙 é", "a\ud800b tir", "…\n", "x" * 100])
def test_words_are_those_of_the_expression(text):
    one = stream.Memory(len)
    found = stream.read(text, one, one)
    spans = [(match.start(), match.end()) for match in stream.regex.finditer(patterns.WORD, text)]
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == spans
    assert found.kinds.tolist() == [*(end - start for start, end in spans), 0]
    following = [*(start for start, _ in spans), len(text)][1:]
    assert found.gaps.tolist() == [start - end for (_, end), start in zip(spans, following, strict=True)]


def test_a_memory_that_forgets_says_the_same(monkeypatch):
    asked = []
    memory = stream.Memory(lambda word: asked.append(word) or len(word))
    first = stream.read("un tir un", memory, stream.Memory(len)).kinds.tolist()
    monkeypatch.setattr(stream, "REMEMBERED", 1)
    assert stream.read("un tir un", memory, stream.Memory(len)).kinds.tolist() == first == [2, 3, 2, 0]
    assert asked == ["un", "tir", "un", "tir"]
