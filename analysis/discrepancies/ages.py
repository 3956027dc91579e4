"""How old somebody is: `âgé de 26 ans`, `Anne Morel, 26 ans,`, `le Savoyard de 26 ans`, `a 26-year-old`."""

import re
from collections.abc import Iterator

from analysis.discrepancies.people import is_person

OLDEST, SHORTEST = 120, 4
"""In years; and how many letters the word for who is so old has at least: an article has fewer."""
_FORMS = {
    "fr": re.compile(
        r"(?<!\w)(?:[âa]g[ée]e?s?\s+(?:de|d['’])\s*(?:\w+\s+){0,2}?|(?P<of>\w+(?:[\s-]\w+)?)\s+(?:de|d['’])\s*|(?P<after>\w+)(?:,\s+|\s+\())"
        r"(?P<age>\d{1,3})[\s\u00a0\u202f]ans(?!\w)(?P<end>\s*[,.;)]|)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<!\w)(?:aged?\s+(?P<age>\d{1,3})(?![\w%])|(?P<old>\d{1,3})[-\s]years?[-\s]old|(?P<after>[A-Z]\w+),\s(?P<bare>\d{2}),)"
    ),
}


def found(text: str, lang: str, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and years of each age between two places of a text."""
    for match in _FORMS["fr" if lang == "fr" else "en"].finditer(text, first, last):
        name = next(name for name in ("age", "old", "bare") if match.groupdict().get(name))
        if int(match[name]) <= OLDEST and (lang != "fr" or _is_french_age(match)):
            yield *match.span(name), int(match[name])


def _is_french_age(match: re.Match[str]) -> bool:
    """Whether years behind a word tell how old it is: `le cycliste de 26 ans`, not `un contrat de 26 ans`."""
    if match["after"]:
        return bool(match["end"])
    words = re.split(r"[\s-]", match["of"] or "")
    return not match["of"] or any(is_person(word, "fr") for word in words if len(word) >= SHORTEST)
