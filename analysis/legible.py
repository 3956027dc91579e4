"""A web text as its readers see it, character by character: what the machine left in it is taken out in place.

What comes out has the length of what went in, so that every place stays where it is: what is no text becomes blanks,
and what stands inside of a word becomes soft hyphens, which are no part of it.
"""

import html
import re
from collections.abc import Iterable

from analysis.words import folded

SHY = "\u00ad"
"""A soft hyphen: it stands in a word and is not seen."""
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][\da-fA-F]{1,5}|[A-Za-z]{2,8});")
_TAG = re.compile(
    r"</?[A-Za-z][^<>\n]{0,400}>|<!--.{0,400}?-->"  # of HTML
    r"|(?<=\])\(https?://[^\s()]{1,400}\)|https?://[^\s<>()\[\]\"«»]{1,400}"  # links
    r"|(?<=\w)\[\d{1,3}\]",  # notes
    re.DOTALL,
)
_TWICE = re.compile(
    "[\u00c3\u00c5\u00e2\u00c2][\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}"
)
"""UTF-8 that was read as cp1252: `Ã©` for é, `â€™` for an apostrophe."""
_BROKEN = re.compile(r"([^\W\d_]+)(-\r?\n[ \t]*)([^\W\d_]+)")
_LETTERS = "\u02bc\u02b9\u02bb\u02c8"
"""Apostrophes that count as letters."""
_SIGNS = str.maketrans(dict.fromkeys(_LETTERS, "'"))


def legible(text: str, known: frozenset[str] = frozenset()) -> str:
    """The text without tags, links, notes and character references, of the same length.

    `known` are words, folded: one that a line's end breaks is put together where it is one of them.

    >>> legible("l&#39;<b>été</b> !")
    "l'       été     !"
    """
    if "&" in text:
        text = _ENTITY.sub(lambda found: _instead(found.group(), html.unescape(found.group())), text)
    if "<" in text or "http" in text or "[" in text:
        text = _TAG.sub(lambda found: " " * len(found.group()), text)
    if "\u00c3" in text or "\u00e2" in text or "\u00c2" in text or "\u00c5" in text:
        text = _TWICE.sub(lambda found: _instead(found.group(), _decoded(found.group())), text)
    if known and "-" in text:
        text = _BROKEN.sub(lambda found: _joined(found, known), text)
    return text.translate(_SIGNS) if any(sign in text for sign in _LETTERS) else text


def known_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of these texts, folded, where a line's end breaks some of them; else none."""
    texts = list(texts)
    if not any("-\n" in text or "-\r\n" in text for text in texts):
        return frozenset()
    return frozenset(folded(word) for text in texts for word in re.findall(r"[^\W\d_]{4,}", text))


def _instead(found: str, meant: str) -> str:
    """What is meant, as long as what was found: letters filled up with soft hyphens, all else with blanks."""
    if len(meant) > len(found) or meant == found:
        return found
    return meant + (SHY if meant[-1:].isalpha() else " ") * (len(found) - len(meant))


def _decoded(found: str) -> str:
    codes = bytearray()
    for sign in found:
        try:
            codes += sign.encode("cp1252")
        except UnicodeEncodeError:
            codes += sign.encode("latin-1", "replace")
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return found


def _joined(found: re.Match[str], known: frozenset[str]) -> str:
    if folded(found[1] + found[3]) not in known:
        return found.group()
    return found[1] + SHY * len(found[2]) + found[3]
