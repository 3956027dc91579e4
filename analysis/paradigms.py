"""The inflected forms of a word given as in a dictionary: `tuer` → `tué`, `tuée`, `tuent`; `loi` → `lois`.

More forms may come out than the language has (`loi` → `loie`): they only have to be no other words.
"""

from functools import lru_cache

from analysis import conjugation
from analysis.tables import LexiconError

_VERBS = ("er", "ir", "re")
_ENDINGS = {
    "if": ("ive", "ives"),
    "eux": ("euse", "euses"),
    "teur": ("trice", "trices", "teuse", "teuses"),
    "eur": ("euse", "euses"),
    "el": ("elle", "elles"),
    "en": ("enne", "ennes"),
    "al": ("aux", "ale", "ales"),
    "er": ("ère", "ères"),
    "eau": ("eaux",),
    "eu": ("eux",),
}


@lru_cache(maxsize=65_536)
def forms(word: str, lang: str) -> frozenset[str]:
    """The word and its forms: of a noun or adjective the plural and feminine, of a verb those that the press uses.

    >>> sorted(forms("vif", "fr"))
    ['vif', 'vifs', 'vive', 'vives']
    >>> sorted(forms("carry", "en"))
    ['carried', 'carries', 'carry', 'carrying']
    """
    return frozenset(_french(word) if lang == "fr" else conjugation.english(word))


def _french(word: str) -> set[str]:
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    stem = word[: len(word) - len(ending)]
    named = {word, word + "s", *(stem + other for other in _ENDINGS.get(ending, ("e", "es")))}
    return named if not word.endswith(_VERBS) else named - {word + "e"} | _conjugated(word)


def _conjugated(verb: str) -> set[str]:
    """The forms of a French verb; none where it ends like no verb."""
    try:
        participle, *others = conjugation.french(verb)
    except LexiconError:
        return set()
    found = {participle, *others, *(participle + end for end in ("e", "s", "es"))}
    return found | {form + end for form in others if form.endswith("ra") for end in ("it", "ient")}
