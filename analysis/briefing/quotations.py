"""What articles say on a page: in whose language each quotation stands, and which letters stand for which article."""

import re
from collections.abc import Mapping, Sequence

from analysis.briefing.tree import Element, Node, el, text, walk, words

FEWEST = 3
"""So many words of a cell make a quotation, where they stand in an article."""
_EDGES = " …“”«»\"'\u00a0\u202f"


def articles(body: Sequence[Node]) -> dict[str, Element]:
    """Mark of an article → the element that holds it in full."""
    held = [element for element in walk(body) if element.has("source-text")]
    return {mark: article for article in held if (mark := _mark(article))}


def _mark(article: Element) -> str:
    return next((words(part) for part in walk(article.children) if part.has("source")), "")


def spoken(body: Sequence[Node], lang: str, usual: str = "") -> None:
    """Each quotation says its language where it is not the page's: that of the article in which its words stand.

    Words that stand in no article of the page are in the `usual` language: that of most articles.
    """
    texts = _texts(body)
    most = usual or max(sorted(texts), key=lambda one: texts[one].count("\n"), default="")
    for element in walk(body):
        if element.has("said") and "lang" not in element.attrs:
            _say(element, _language(text(element), texts) or most, lang)
        elif element.tag in ("td", "th") and not element.has("num") and not element.has("sign"):
            _cell(element, texts, lang)


def _texts(body: Sequence[Node]) -> dict[str, str]:
    """Language → all that the articles in it say, a line an article."""
    found: dict[str, list[str]] = {}
    for article in articles(body).values():
        found.setdefault(article.attrs.get("lang", ""), []).append(_line(text(article)))
    return {lang: "\n".join([*each, ""]) for lang, each in found.items() if lang}


def _language(said: str, texts: Mapping[str, str]) -> str:
    bare = _line(said).strip(_EDGES)
    return next((lang for lang, held in texts.items() if bare in held), "") if bare else ""


def _cell(cell: Element, texts: Mapping[str, str], lang: str) -> None:
    """Words of an article in a cell are marked as such."""
    for place, child in enumerate(cell.children):
        if not isinstance(child, str) or len(child.split()) < FEWEST:
            continue
        if found := _language(child, texts):
            if len(cell.children) == 1:
                _say(cell, found, lang)
            else:
                cell.children[place] = _say(el("span", child, class_="said"), found, lang)


def _say(element: Element, found: str, lang: str) -> Element:
    if found and found != lang:
        element.attrs["lang"] = found
    return element


def _line(said: str) -> str:
    """On one line, and without quotation marks: a quotation may have others than its article."""
    return re.sub(r"\s+", " ", re.sub("[«»“”‘’]", " ", said)).strip()


def badges(body: Sequence[Node], marks: Sequence[str]) -> None:
    """A link to an article that says its mark, and a cell that says nothing but marks, have the badge of a source."""
    known = frozenset(marks)
    for element in walk(body):
        if element.tag == "a" and element.attrs.get("href", "").startswith("#article-") and words(element) in known:
            element.attrs["class"] = "source"
        elif element.tag == "table":
            _columns(element, known)


def _columns(table: Element, known: frozenset[str]) -> None:
    rows = [row for row in walk(table.children) if row.tag == "tr"]
    cells = [[cell for cell in row.children if isinstance(cell, Element)] for row in rows]
    for cell in (cell for row in cells for cell in row if cell.attrs.get("scope") == "col"):
        _head(cell, known)
    for column in zip(*_even(cells), strict=True):
        said = [words(cell) for cell in column if cell.attrs.get("scope") != "col" and words(cell)]
        if said and all(_marks(each, known) for each in said) and not all(each.isdigit() for each in said):
            for cell in column:
                if len(cell.children) == 1 and isinstance(cell.children[0], str):
                    cell.children = _letters(_marks(words(cell), known)) or cell.children


def _even(cells: list[list[Element]]) -> list[list[Element]]:
    """The rows that have as many cells as the first."""
    return [row for row in cells if row and len(row) == len(cells[0])] if cells else []


def _head(cell: Element, known: frozenset[str]) -> None:
    """`A`, or `A (of 25)`."""
    found = re.fullmatch(r"(\S+?)((?:\s\(.*\))?)", words(cell))
    if found and found[1] in known and len(cell.children) == 1:
        cell.children = [el("span", found[1], class_="source"), *([found[2]] if found[2] else [])]


def _marks(said: str, known: frozenset[str]) -> list[str]:
    """The marks of which the words are a list; none where they say something else."""
    each = said.split(", ")
    return each if all(one in known for one in each) else []


def _letters(marks: Sequence[str]) -> list[Node]:
    made: list[Node] = []
    for mark in marks:
        made += [" ", el("span", mark, class_="source")] if made else [el("span", mark, class_="source")]
    return made
