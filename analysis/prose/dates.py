"""Who gives which days, as a sentence: from the words of `timeline`, which hold labels and words of articles."""

import re

from analysis.language import say
from analysis.prose.wording import in_turn, quotation, source, told

_SAID = r"\((?:“[^“”]*”|«\u00a0[^«»]*\u00a0»)\)"
_GIVES = re.compile(rf"(?:\A|; )(.*?): ((?:[^“”«»;]+? {_SAID})+)(?=; |\Z)", re.DOTALL)
_GIVEN = re.compile(rf"(?:, )?([^“”«»]+?) ({_SAID})")


def given(text: str) -> str:
    """Who gives which days in which words, `A: 6 May 2024 (“lundi”); B: …`, each word marked as an article's.

    >>> given("A: 6 May 2024 (“lundi”); B: 7 May 2024 (“mardi”)")
    'A: 6 May 2024 (“{{lundi}}”); B: 7 May 2024 (“{{mardi}}”)'
    """
    each = list(_GIVES.finditer(text))
    if "".join(one[0] for one in each) != text:
        return told(text)
    return in_turn(say("{source}: {dates}", source=source(one[1]), dates=_dates(one[2])) for one in each)


def _dates(text: str) -> str:
    return ", ".join(f"{told(days)} ({quotation(said.strip('()“”«»').strip())})" for days, said in _GIVEN.findall(text))
