"""Text as the fonts of the PDF can show it: a sign that they lack is named or replaced, never lost silently."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

_COMMON = re.compile("[\x00-\u024f\u0370-\u03ff\u0400-\u045f\u200b\u2010-\u2027\u202f-\u203a\u20ac]*\\Z")
_JOINER = re.compile("[\u200c-\u200f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u20e3\u00ad]")
_SEAMS = re.compile(r"(?<=[/\\.,;:_\-?&=+@#%|()])(?=[^\s])")
BOX = "▯"


def fonts() -> str:
    """The folder of fonts that matplotlib ships, found without importing it."""
    from importlib.util import find_spec

    spec = find_spec("matplotlib")
    places = list(spec.submodule_search_locations or []) if spec else []
    return str(Path(places[0]) / "mpl-data" / "fonts" / "ttf") if places else ""


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The characters that DejaVu Sans can show."""
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(Path(fonts()) / "DejaVuSans.ttf")).get_charmap())


def shown(text: str) -> str:
    """The text with a sign that no font has named (`⟨rocket⟩`), and a letter that none has as a box.

    >>> shown("déjà 🚀 金")
    'déjà ⟨rocket⟩ ▯'
    """
    if _COMMON.match(text):
        return text
    text = unicodedata.normalize("NFC", text)
    return "".join(letter if ord(letter) in covered() else _instead(letter) for letter in _JOINER.sub("", text))


def _instead(letter: str) -> str:
    if letter.isspace():
        return "\n" if letter == "\n" else " "
    name = unicodedata.name(letter, "")
    return f"⟨{name.lower()}⟩" if name and unicodedata.category(letter) in ("So", "Sk", "Sm") else BOX


def breakable(text: str, width: int = 30) -> str:
    """The text with places to break in what is longer than `width` without a space; nothing else changes.

    >>> breakable("x" * 9, 4).split("\\u200b")
    ['xxxx', 'xxxx', 'x']
    """
    return re.sub(rf"\S{{{width + 1},}}", lambda found: _broken(found.group(), width), text)


def _broken(token: str, width: int) -> str:
    lines = [""]
    for piece in _SEAMS.split(token):
        for part in [piece[at : at + width] for at in range(0, len(piece), width)]:
            if len(lines[-1]) + len(part) > width:
                lines.append("")
            lines[-1] += part
    return "\u200b".join(lines)
