"""The small words: numbers, lists, links, shares; and what of a corpus may enter a sentence."""

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import tables

Row = dict[Any, Any]


def told(text: str) -> str:
    r"""The text as a sentence may hold it: its brackets, bars and backslashes make no link.

    >>> print(told("[[here|x]]"))
    \[\[here\|x\]\]
    """
    return re.sub(r"([\\\[\]|])", r"\\\1", text)


def named_so(label: str) -> str:
    """The label in quotation marks: a word of the codebook, not of the sentence."""
    return f"“{told(label)}”"


def linked(text: str, *keys: str) -> str:
    """The text as a link to the evidence of these keys."""
    return f"[[{told(text)}|{tables.anchor(*keys)}]]"


def listed(items: Iterable[str], *, most: int = 8, what: str = "") -> str:
    """`A, B and C`; a long list is cut and says how many more (of `what`, in the plural) there are.

    >>> listed("ABCDE", most=3, what="letters")
    'A, B and 3 more letters'
    """
    names = list(items)
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more {what}".strip()]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "none"


def number(count: int, noun: str, plural: str = "") -> str:
    """`1 article`, `2 articles`, `no article`."""
    if not count:
        return f"no {noun}"
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}".replace(",", "\u202f")


def percent(share: float) -> str:
    """`43 %`, with a no-break space; 0 and 100 are kept for nothing and everything.

    >>> [percent(share).replace("\\u00a0", " ") for share in (0, 1 / 300, 0.43, 299 / 300, 1)]
    ['0 %', 'under 1 %', '43 %', 'over 99 %', '100 %']
    """
    if 0 < share < 0.005 or 0.995 < share < 1:
        return "under 1\u00a0%" if share < 0.5 else "over 99\u00a0%"
    return f"{100 * share:.0f}\u00a0%"


def of_articles(count: int, of: int) -> str:
    """`2 of 5 articles`, `all 5 articles`, `both articles`, `the one article`."""
    if count < of:
        return f"{count or 'none'} of {number(of, 'article')}" if of > 1 else "no article"
    return {1: "the one article", 2: "both articles"}.get(of, f"all {of} articles")


def are(count: int) -> str:
    """`is` of one, `are` of more."""
    return "is" if count == 1 else "are"


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def adjusted(value: float) -> str:
    """A p as it is printed: `.012`, `< .001`."""
    return "< .001" if value < 0.001 else f"{value:.3f}".removeprefix("0")


def two(value: float) -> str:
    """A measure from −1 to 1 with two decimals: `.94`; `undefined` where it is."""
    if pd.isna(value):
        return "undefined"
    number = f"{value:.2f}".replace("-", "−")
    return number.replace("0.", ".", 1) if abs(round(value, 2)) < 1 else number


def leading(table: pd.DataFrame, column: str, *, most: int = 3) -> list[Row]:
    """The first rows of a table sorted by `column`: `most` of them, more in a tie, fewer where a tie is too long."""
    if len(table) > most:
        last = table[column].iloc[most - 1]
        first = table[table[column] >= last]
        table = first if len(first) <= 2 * most else table[table[column] > last]
    return table.to_dict("records")


def named(table: pd.DataFrame) -> pd.DataFrame:
    """The table with `name`: the label, with its layer where several layers have it (Russia acts and is a place)."""
    several = table.groupby("label")["layer"].transform("nunique") > 1
    return table.assign(name=table["label"].mask(several, table["label"] + " (" + table["layer"] + ")"))


def labelled(row: Row, more: str = "", *source: str) -> str:
    """The label of a row as a link to its evidence, all of it or that of one source."""
    return linked(f"{row.get('name', row['label'])}{more}", str(row["layer"]), str(row["label"]), *source)
