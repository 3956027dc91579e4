"""The small words: lists, links, shares, in the language spoken; and what of a corpus may enter a sentence."""

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import language, tables
from analysis.language import many, say, word
from analysis.prose import quoting

Row = dict[Any, Any]


def told(text: str) -> str:
    r"""The text as a sentence may hold it: its brackets, braces, bars and backslashes make no link.

    >>> print(told("[[here|x]]"))
    \[\[here\|x\]\]
    """
    return re.sub(r"([\\\[\]{}|])", r"\\\1", text)


def source(label: str) -> str:
    """The letter or mark of an article."""
    return told(label)


def sources(labels: Iterable[Any], *, most: int = 8) -> str:
    """The marks of articles, `A, B and C`; of many so many that a reader takes them in."""
    return listed((source(str(label)) for label in labels), most=most, more=("{n} more article", "{n} more articles"))


def named_so(label: str) -> str:
    """The label in quotation marks: a word of the codebook, not of the sentence."""
    return say("“{label}”", label=told(word(label)))


def named_label(label: str) -> str:
    """The label as one of a list of them: bare in English, between guillemets in French."""
    return say("{label}", label=told(word(label)))


def linked(text: str, *keys: str) -> str:
    """The text, a number or word of ours, as a link to the evidence of these keys."""
    return f"[[{told(text)}|{tables.anchor(*keys)}]]"


def quotation(text: str, *keys: str) -> str:
    """Words of an article between quotation marks, in their own language; a link where keys are given."""
    said = say("“{text}”", text=f"{{{{{told(quoting.within(text))}}}}}")
    return f"[[{said}|{tables.anchor(*keys)}]]" if keys else said


def listed(items: Iterable[str], *, most: int = 8, more: tuple[str, str] = ("{n} more", "{n} more")) -> str:
    """`A, B and C`; a long list is cut and says how many more there are: `more` for one and for several.

    >>> listed("ABCDE", most=3, more=("{n} more letter", "{n} more letters"))
    'A, B and 3 more letters'
    """
    names = list(items)
    if len(names) > most:
        rest = len(names) - most + 1
        names = [*names[: most - 1], many(rest, *more)]
    if len(names) < 2:
        return names[0] if names else say("none")
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def in_turn(items: Iterable[str]) -> str:
    """The items one after the other, set apart by semicolons: `A 12; B 15`."""
    return say("; ").join(items)


def percent(share: float) -> str:
    """`43 %`, with a no-break space; 0 and 100 are kept for nothing and everything.

    >>> [percent(share).replace("\\u00a0", " ") for share in (0, 1 / 300, 0.43, 299 / 300, 1)]
    ['0 %', 'under 1 %', '43 %', 'over 99 %', '100 %']
    """
    if 0 < share < 0.005 or 0.995 < share < 1:
        return say("under 1\u00a0%") if share < 0.5 else say("over 99\u00a0%")
    return f"{100 * share:.0f}\u00a0%"


def articles(count: int) -> str:
    """`1 article`, `2 articles`, `no article`."""
    return many(count, "{n} article", "{n} articles", none="no article")


def of_articles(count: int, of: int) -> str:
    """`2 of 5 articles`, `all 5 articles`, `both articles`, `the one article`."""
    if count < of:
        if of < 2:
            return say("no article")
        return many(count, "{n} of {of} articles", "{n} of {of} articles", none="none of {of} articles", of=of)
    if of < 3:
        return say("both articles") if of == 2 else say("the one article")
    return say("all {of} articles", of=of)


def out_of(count: int, of: int) -> str:
    """`3 of 5`."""
    return say("{count} of {of}", count=count, of=of)


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def adjusted(value: float) -> str:
    """A p as it is printed: `.012`, `< .001`; in French `0,012`."""
    least = _bare(language.decimal(0.001, 3))
    return f"< {least}" if value < 0.001 else _bare(language.decimal(value, 3))


def two(value: float) -> str:
    """A measure from −1 to 1 with two decimals: `.94`; `undefined` where it is."""
    if pd.isna(value):
        return say("undefined")
    shown = language.decimal(value, 2)
    return _bare(shown) if abs(round(value, 2)) < 1 else shown


def _bare(shown: str) -> str:
    """A number under one as English prints it, without its zero."""
    return shown.replace("0.", ".", 1)


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
    names = table["label"].map(word)
    return table.assign(name=names.mask(several, names + " (" + table["layer"].map(word) + ")"))


def labelled(row: Row, more: str = "", *source: str) -> str:
    """The label of a row as a link to its evidence, all of it or that of one source."""
    return linked(f"{row.get('name') or word(row['label'])}{more}", str(row["layer"]), str(row["label"]), *source)
