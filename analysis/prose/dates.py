"""Who gives which days in which words, as a sentence has them."""

import re

from analysis.language import say
from analysis.prose.wording import in_turn, quotation, source, told
from analysis.spelled import when

_GIVEN = re.compile(r"(?:, )?([^“”]+?) \(“([^”]*)”\)")
_GIVES = re.compile(r"(?:\A|; )(.*?): ((?:[^“”;]+? \(“[^”]*”\))+)(?=; |\Z)", re.DOTALL)


def given(text: str) -> str:
    """Who gives which days in which words, `A: 6 May 2024 (“lundi”); B: …` as `timeline` writes it, as a sentence."""
    each = list(_GIVES.finditer(text))
    if "".join(one[0] for one in each) != text:
        return told(text)
    return in_turn(
        say(
            "{source}: {dates}",
            source=source(one[1]),
            dates=", ".join(f"{told(when(days))} ({quotation(words)})" for days, words in _GIVEN.findall(one[2])),
        )
        for one in each
    )
