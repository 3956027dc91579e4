"""What a matter is called for a reader: what is counted or measured, and of what, in a word that the articles share."""

from collections import Counter
from collections.abc import Mapping, Sequence

from analysis.discrepancies.amounts import is_measure
from analysis.discrepancies.slots import Context
from analysis.discrepancies.values import Value

BARE = "number"
"""What a matter is called whose numbers count nothing that is named."""
TELLING = 1.2
"""What a word weighs at least that is named; `dont` and `sa` weigh less."""
HALF = 4.0
"""So many words away from a value, a word says half as much of it."""


def subject(context: Context, rarity: Mapping[str, float], values: Sequence[Value]) -> str:
    """The noun that most values count, or their dimension, with the word that most of their articles tell it of.

    `blessés (incendie)`, `duration (entretien)`; the dimension alone where the articles share no word beside it.
    """
    noun = most(value.of for value in values) or BARE
    word = _shared(context, rarity, values, noun)
    return f"{noun} ({word})" if word else noun


def most(names) -> str:
    """The most frequent name that is not empty; of equals the first by alphabet."""
    often = Counter(name for name in names if name)
    return min(often, key=lambda name: (-often[name], name)) if often else ""


def _shared(context: Context, rarity: Mapping[str, float], values: Sequence[Value], noun: str) -> str:
    """The word near the values whose stem most of their articles have, and say nearest to it, and rarest of all."""
    weights: dict[str, dict[str, float]] = {}
    spelled: dict[str, list[tuple[str, str]]] = {}
    for value in values:
        for word, stem, weight in _beside(context, value):
            own = weights.setdefault(stem, {})
            own[value.document] = max(own.get(value.document, 0.0), weight * rarity.get(stem, 0.0))
            spelled.setdefault(stem, []).append((context.langs[value.document], word))
    said = set(context.stems(noun, "fr")) | set(context.stems(noun, "en"))
    scores = {stem: sum(own.values()) for stem, own in weights.items() if len(own) > 1 and stem not in said}
    best = min(scores, key=lambda stem: (-len(weights[stem]), -scores[stem], stem), default="")
    lang = most(context.langs[value.document] for value in values)
    words = spelled.get(best, [])
    return most(word for spoken, word in words if spoken == lang) or most(word for _, word in words)


def _beside(context: Context, value: Value) -> list[tuple[str, str, float]]:
    """The words of the unit of a value, in small letters where they have no capital, with stem and weight."""
    lang = context.langs[value.document]
    words = context.words(value.document, value.unit)
    before = [word for word, _, stop in words if stop <= value.start][::-1]
    behind = [word for word, begin, _ in words if begin >= value.end]
    return [
        (word, stem, weight * 0.5 ** (place / HALF))
        for side in (before, behind)
        for place, word in enumerate(side)
        for stem, weight in context.stems(word, lang).items()
        if weight >= TELLING and not is_measure(word, lang)
    ]
