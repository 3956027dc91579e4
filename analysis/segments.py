"""`documents` → `units`: sentences, headings, captions, credits and link lines, each with its place and role."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis import tables
from analysis.abbreviations import Habits, habits
from analysis.boilerplate import Boilerplate, boilerplate
from analysis.lines import lines
from analysis.roles import mark

Unit = tuple[int, int, str]


def split(documents: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """`units`: one row is a sentence, or a line that is none (title, heading, caption, credit, link line).

    Titles, headings, credits and link lines are whole lines; running text and captions are split into sentences.
    The first sentence of running text is the lead. Lines without a letter or digit are no units.
    """
    languages = sorted(set(documents["lang"]))
    known = {lang: (habits(rules, lang), boilerplate(rules, lang)) for lang in languages}
    ordered = documents[["document", "lang", "title", "text"]].sort_values("document", kind="stable")
    found = [
        list(_units(text, title, *known[lang]))
        for lang, title, text in zip(ordered["lang"], ordered["title"], ordered["text"], strict=True)
    ]
    return _table(ordered["document"], found)


def _table(documents: pd.Series, found: list[list[Unit]]) -> pd.DataFrame:
    """The units of each document, in the documents' order, as one table."""
    numbers = [number for units in found for number in range(len(units))]
    if not numbers:
        return tables.empty("units")
    starts, ends, roles = zip(*(unit for units in found for unit in units), strict=True)
    columns = {
        "document": documents.repeat([len(units) for units in found]).reset_index(drop=True),
        "unit": np.array(numbers, "int64"),
        "start": np.array(starts, "int64"),
        "end": np.array(ends, "int64"),
        "role": pd.array(roles, "str"),
    }
    return tables.verify("units", pd.DataFrame(columns))


def _units(text: str, title: str, language: Habits, known: Boilerplate) -> Iterator[Unit]:
    found = lines(text, language)
    mark(found, title, known)
    led = not any(line.role == "" for line in found)
    for line in found:
        if line.role not in ("", "caption"):
            yield line.start, line.end, line.role
            continue
        for start, end in line.spans:
            role = line.role or _bracketed(text, start, end, known) or ("body" if led else "lead")
            if line.role and start > line.start and known.after("credit", text[start:end]) is not None:
                role = "credit"
            led = led or role == "lead"
            yield start, end, role


def _bracketed(text: str, start: int, end: int, known: Boilerplate) -> str:
    """`credit` for a sentence in brackets that signs the article, as in `(avec AFP)`; else empty."""
    if not (text[start] in "([" and text[end - 1] in ")]"):
        return ""
    told = known.told(text[start + 1 : end - 1], ("credit", "byline"))
    return "credit" if told else ""
