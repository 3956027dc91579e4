"""Codes as the words of a reader's language: labels of several parts. What stands in an article is never among them."""

import re

from analysis.language import spoken, word

JOINTS = {"|": ", ", "; ": "; ", ": ": ": ", " → ": " → "}
"""What parts the members of a coded value, and how a reader is shown it."""
_JOINT = re.compile("(" + "|".join(map(re.escape, JOINTS)) + ")")


def label(text: str) -> str:
    """A label or several of them, each in the language spoken.

    >>> label("articles left out|stricter counting")
    'articles left out, stricter counting'
    """
    whole = word(text)
    if whole != text or not _JOINT.search(text):
        return whole
    return "".join(_joint(part) if part in JOINTS else word(part) for part in _JOINT.split(text))


def _joint(part: str) -> str:
    shown = JOINTS[part]
    return {"; ": "\u202f; ", ": ": "\u00a0: "}.get(shown, shown) if spoken() == "fr" else shown
