"""What stands in a cell: codes and names in the language spoken, numbers as it sets them, words of articles as said."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis import coded, language
from analysis.display.outputs import capital, escaped, linked, one_line, plain
from analysis.language import named, rendered, say
from analysis.prose.dates import given
from analysis.spelled import when
from analysis.valued import valued

HEADINGS = {
    "source": "Article",
    "units": "Sentences",
    "share": "Share (95 % interval)",
    "of_others": "of",
    "adjusted": "Adjusted p",
    "human": "Reference",
    "always": "F1 of always",
    "low": "from",
    "high": "to",
    "alpha_low": "from",
    "alpha_high": "to",
    "z": "z",
    "of": "of",
    "f1": "F1",
}
"""What heads a column where its name with a capital would not do."""
CODED = (
    *("label", "layer", "kind", "group", "topic", "act", "status", "confidence", "means", "charge", "side"),
    *("how", "by", "within", "told", "difference", "speakers", "wording", "reading", "check", "fails", "turned"),
    *("sources", "step", "reason", "role", "says"),
)
"""Columns of codes: every value, or each of several joined by `|` or `: `, is a word of a codebook or of a module."""
NAMED = ("actor", "speaker", "medium", "who", "outlet")
"""Columns of names: places and organisations have names in each language; descriptions in an article's words stay."""
SAID = (
    *("statement", "context", "opening", "text", "said", "what", "word", "words", "wording_a", "wording_b"),
    *("modifiers", "human", "machine"),
)
"""Columns of what articles say, in their own language: never translated; one that holds numbers counts."""
DATED = ("published", "when")
"""Columns of dates, in ISO 8601 or in words."""
TOLD = ("dates",)
"""Columns of who gives which date in which words, which are marked in them as said."""
NAMES = ("actor", "place")
"""Layers whose labels are names."""


def heading(column: str) -> str:
    """What heads a column where the table does not say: a message."""
    return HEADINGS.get(column) or capital(column.replace("_", " "))


def headed(column: str, given: str = "") -> str:
    """The heading of a column in the language spoken."""
    return rendered(given or heading(column))


def shown(record: Mapping[Any, Any], column: str) -> tuple[str, str]:
    """A value as a reader reads it, as HTML and as plain text; what an article says is marked as said."""
    if column in TOLD:
        sentence = given(str(record[column]))
        return linked(sentence), one_line(plain(sentence))
    value = text(record, column)
    return f'<span class="said">{escaped(value)}</span>' if value and said(record, column) else escaped(value), value


def text(record: Mapping[Any, Any], column: str) -> str:
    """A value as plain text in the language spoken."""
    value = record[column]
    if column == "share":
        return share(value, record.get("low"), record.get("high"))
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, float):
        return decimal(value)
    if isinstance(value, int):
        return language.number(value)
    return one_line(_words(record, column, str(value)))


def said(record: Mapping[Any, Any], column: str) -> bool:
    """Whether a cell holds what an article says, in its words."""
    if column == "value":
        return record.get("kind") == "name"
    return column in SAID and isinstance(record[column], str) and "pattern" not in record


def share(value: float, low: float | None = None, high: float | None = None) -> str:
    """A share in per cent with its interval: `33 % (18–53)`; nothing where there is nothing to share."""
    if pd.isna(value):
        return ""
    interval = f" ({100 * low:.0f}–{100 * high:.0f})" if low is not None and high is not None else ""
    return say("{share} %", share=f"{100 * value:.0f}") + interval


def decimal(value: float) -> str:
    """A number with two decimals; what rounds to nothing is said to be less than the least."""
    if pd.isna(value):
        return ""
    return f"<\u00a0{language.decimal(0.01)}" if 0 < value < 0.005 else language.decimal(value)


def count(value: Any) -> str:
    """A count, a zero as `·`; nothing for a cell that the measure does not hold."""
    if value is None or pd.isna(value):
        return ""
    return language.number(round(value)) if value else "·"


def _words(record: Mapping[Any, Any], column: str, value: str) -> str:
    if column == "value" and "kind" in record:
        return valued(str(record["kind"]), value)
    if column in DATED:
        return when(named(language.day(value)))
    if column in NAMED or (column == "label" and record.get("layer") in NAMES):
        return named(value)
    return coded.label(value) if column in CODED else value
