"""A word of a text is those words of patterns whose expression it is, however it is written."""

import unicodedata

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import patterns
from analysis.words import Words

LETTERS = "aAeéÉEèœŒßİıçC1"
WRITTEN = st.from_regex(rf"\A(=?[{LETTERS}]{{1,4}}|\*[{LETTERS}]{{1,3}}|[{LETTERS}]{{1,3}}\*)\Z")


@settings(deadline=None, derandomize=True, max_examples=400)
@given(st.lists(WRITTEN, max_size=6), st.text(LETTERS, min_size=1, max_size=5), st.booleans())
@example(["e*", "é*", "*e", "=é", "<Word>", "<number>", "?"], "É", True)
@example(["a", "ab*", "abc*", "abcd*", "abd*"], "abcde", False)
def test_words_agree_with_their_expressions(written, word, apart):
    word = unicodedata.normalize("NFD", word) if apart else word
    words = Words(written)
    names = list(words.places)
    assert sorted(names[place] for place in words.of(word)) == sorted(
        one for one in set(written) if regex.fullmatch(patterns.word(one), word)
    )


@pytest.mark.parametrize("slot", ["<state>", "<capital>"])
def test_no_word_is_a_slot(slot):
    assert Words([slot, "Mali"]).of("Mali") == [1]
