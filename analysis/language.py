"""The language in which a briefing speaks: messages, plural forms, labels, numbers and dates, in English or French.

Messages stand in English in the code, as the arguments of `say` and `many`, and are looked up in the catalogues
`locale/<language>/*.po`. What articles say is never translated.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from analysis.tables import ParameterError

LANGUAGES = ("en", "fr")
LABEL = "label"
"""The context of the catalogues' entries for words of codebooks: a topic, a frame, a kind of speaker, a column."""
NAME = "name"
"""The context of the entries for names of places and organisations."""
SPACE = "\u202f"
"""What stands between thousands."""

_language: ContextVar[str] = ContextVar("language", default="en")


def use(language: str) -> None:
    """From here on, speak this language. `ParameterError` names those there are."""
    if language not in LANGUAGES:
        raise ParameterError(f"there is no language {language!r}; briefings speak {' and '.join(LANGUAGES)}")
    _language.set(language)


def spoken() -> str:
    """The language spoken now."""
    return _language.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language within a block."""
    before = spoken()
    use(language)
    try:
        yield
    finally:
        _language.set(before)


def say(message: str, **values: Any) -> str:
    """The message in the language spoken, its names in braces replaced by the values; whole numbers are set as such.

    >>> say("{source} tells {count} facts.", source="A", count=1200).replace("\\u202f", " ")
    'A tells 1 200 facts.'
    """
    return _filled(_found(message), values)


def many(count: int, one: str, more: str, *, none: str = "", **values: Any) -> str:
    """The message for a number, which stands in it as `{n}`; `none` is the message for zero.

    A value `n` is what is shown instead, such as the number as a link.

    >>> [many(n, "{n} fact", "{n} facts", none="no fact") for n in (0, 1, 2)]
    ['no fact', '1 fact', '2 facts']
    """
    if not count and none:
        return say(none, **{"n": count, **values})
    place = 0 if count == 1 or (spoken() == "fr" and count < 2) else 1
    forms = _catalogue(spoken()).get((one, ""), ())
    return _filled(forms[place] if len(forms) > place else (one, more)[place], {"n": count, **values})


def word(label: str) -> str:
    """The label of a codebook in the language spoken, of a composed one each part; itself where nobody knows it."""
    found = _found(label, LABEL)
    found = found if found != label else named(label)
    return found if found != label or spoken() == "en" else _composed(label)


def _composed(label: str) -> str:
    """A label made of others, `Russia acts: helping`, `no medium named – Russia`, in the language spoken."""
    for sign in (": ", " – "):
        if sign in label:
            parts = [word(part) for part in label.split(sign, 1)]
            return say("{label}: {part}", label=parts[0], part=parts[1]) if sign == ": " else sign.join(parts)
    if label.endswith(" acts"):
        return say("{actor} acts", actor=named(label.removesuffix(" acts")))
    if label.endswith(" undergoes"):
        return say("{actor} undergoes", actor=named(label.removesuffix(" undergoes")))
    return label


def named(label: str) -> str:
    """A place, a state or an organisation as the language spoken calls it; all other names stay.

    Countries are called as Babel's CLDR calls them, unless the catalogues (`msgctxt "name"`) know better.
    """
    found = _found(label, NAME)
    return found if found != label else _countries(spoken()).get(label, label)


def rendered(text: str) -> str:
    """What a notebook hands over, a caption, a heading, an explanation, in the language spoken; an analyst's own stays.

    Its literals stand in notebooks, where the tests collect them; what holds a value is said there, with `say`.
    """
    return _found(text) if text else ""


def number(value: int) -> str:
    """A whole number, its thousands apart."""
    return f"{value:,}".replace(",", SPACE)


def decimal(value: float, places: int = 2) -> str:
    """A number with so many decimals: `0.25`, in French `0,25`; the sign of a negative one is a minus."""
    shown = f"{value:.{places}f}".replace("-", "−")
    return shown.replace(".", ",") if spoken() == "fr" else shown


def day(iso: str) -> str:
    """A date in ISO 8601 in words, `13 September 2023`, `1er septembre 2023`, `September 2023`; other texts stay."""
    from babel.dates import format_date

    whole, _, time = iso.partition("T")
    try:
        found = date.fromisoformat(f"{whole}-01" if len(whole) == len("2023-09") else whole)
    except ValueError:
        return iso
    shown = str(format_date(found, "MMMM y" if len(whole) == len("2023-09") else "d MMMM y", locale=spoken()))
    shown = re.sub(r"^1 ", "1er ", shown) if spoken() == "fr" else shown
    return f"{shown}, {clock(time[:5])}" if time else shown


def clock(time: str) -> str:
    """A time of day: `19:30`, in French `19 h 30`."""
    return time.replace(":", "\u00a0h\u00a0") if spoken() == "fr" else time


def _filled(message: str, values: dict[str, Any]) -> str:
    if not values:
        return message
    whole = {name: number(value) if _whole(value) else value for name, value in values.items()}
    return message.format(**whole)


def _whole(value: Any) -> bool:
    import numbers

    return isinstance(value, numbers.Integral) and not isinstance(value, bool)


def _found(message: str, context: str = "") -> str:
    return _catalogue(spoken()).get((message, context), (message,))[0]


@cache
def _catalogue(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """(message, context) → its forms in this language."""
    if language == "en":
        return {}
    return {key: forms for path in catalogues(language) for key, forms in entries(path).items()}


@cache
def _countries(language: str) -> dict[str, str]:
    """English name of a country → its name in this language."""
    if language == "en":
        return {}
    from babel import Locale

    own, english = Locale(language).territories, Locale("en").territories
    return {name: str(own[code]).replace("'", "’") for code, name in english.items() if code in own}


def catalogues(language: str) -> list[Path]:
    """The files of a language's catalogue."""
    return sorted((Path(__file__).parent / "locale" / language).glob("*.po"))


def entries(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """(message, context) → its forms, as one file has them; what is not translated, or fuzzy, is left out."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id and not message.fuzzy]
    made = {}
    for message in messages:
        forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
        key = message.id if isinstance(message.id, str) else message.id[0]
        if all(forms):
            made[str(key), message.context or ""] = tuple(map(str, forms))
    return made
