"""In what words a stretch of text tells something: its stems, concepts and runs of words, each with a weight."""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.content import COMMON, RAREST, content, folded

SHORTEST, LONGEST = 4, 8
"""How many letters of a word are its stem, at least and at most."""
_ENDING = re.compile(r"(?:[esx]|er|ir|ed|ing|ent)+\Z")
RUN = 3
"""How many words of a text in a row are a run: common ones count too (`plus de deux`)."""
_WORD = re.compile(r"\d+|[^\W\d_]+")


class Wording(NamedTuple):
    """The weights of a text's stems, of its concepts, and of its runs of words."""

    stems: dict[str, float]
    concepts: dict[str, float]
    runs: dict[tuple[str, ...], float]


def wording(text: str, lang: str) -> Wording:
    """The stems, concepts and runs of a text.

    A concept weighs more, the rarer its word is in general, and less, the more concepts that word may stand for.

    >>> list(wording("Les négociateurs ont négocié", "fr").stems)
    ['negociat', 'ont', 'negoc']
    """
    words = _WORD.findall(text)
    stems: dict[str, float] = {}
    concepts: dict[str, float] = {}
    for word in words:
        stem, weight, meant = _read(word, lang)
        if weight > 0:
            stems[stem] = max(weight, stems.get(stem, 0.0))
            for concept in meant:
                share = weight / ((COMMON - RAREST) * len(meant))
                concepts[concept] = max(share, concepts.get(concept, 0.0))
    known = sorted(content(text, lang).concepts)
    plain = [folded(word) for word in words]
    runs = {tuple(plain[at : at + RUN]): 1.0 for at in range(len(plain) - RUN + 1)}
    return Wording(stems, {concept: concepts.get(concept, 1.0) for concept in known}, runs)


def stem(word: str) -> str:
    """A word without its ending and one letter more, without accents; a number as it is, behind `#`.

    >>> stem("reportées"), stem("reporter"), stem("négociateur"), stem("48")
    ('repor', 'repor', 'negociat', '#48')
    """
    plain = folded(word)
    if plain.isdecimal():
        return "#" + plain
    return plain[: max(SHORTEST, min(LONGEST, len(_ENDING.sub("", plain)) - 1))]


@lru_cache(maxsize=131_072)
def _read(word: str, lang: str) -> tuple[str, float, tuple[str, ...]]:
    """Stem, weight and concepts of a word; a weight of 0 where it tells nothing."""
    said = content(word, lang)
    return stem(word), max(said.stems.values(), default=0.0), tuple(sorted(said.concepts))
