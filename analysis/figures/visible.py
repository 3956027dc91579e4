"""Signs that nobody would see, made visible."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with each sign that hides or turns others, or that no page can hold, shown by its number.

    >>> visible("a\\u202etxt.exe\\x00")
    'a⟨U+202E⟩txt.exe⟨U+0000⟩'
    """
    return _UNSEEN.sub(lambda sign: f"⟨U+{ord(sign.group()):04X}⟩", text)


def one_line(text: str) -> str:
    """The text on one line, its signs visible, its no-break spaces kept."""
    return re.sub(r"[^\S\u00a0\u202f]+", " ", visible(text)).strip()
