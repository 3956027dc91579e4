"""Whether a verb of several senses tells something where it stands: `relève que`, `« Non », tranche le maire`.

The layer `speech` holds verbs and words that always tell; those of the layer `verb` only count before `que` or
`that`, beside a quotation, or inserted between commas with somebody behind them.
"""

import re

import regex

from analysis.adverbs import TIMED

_ADVERBS = rf"(?:{TIMED},?\s+){{0,3}}"
_AUXILIARY = r"(?:a|ont|avait|avaient|aurait|ait|ayant|avoir|aura|s[’']est|se\s+sont|has|have|had|having)"
_WITH_AUXILIARY = re.compile(rf"{_AUXILIARY}\s", re.IGNORECASE)
_PERSON = r"(?:ils?|elles?|on)"
_CLOSED = re.compile(rf"[»”\"’']\s?[,.!?…]?\s?(?:{_AUXILIARY}(?:-(?:t-)?{_PERSON})?\s+{_ADVERBS})?\Z", re.IGNORECASE)
_CLOSED_BEFORE_NAME = re.compile(r"[”\"»’']\s?[,.!?…]?\s?(?:[\w’'.-]+\s+){1,4}\Z")
_COMMA = re.compile(rf",\s+(?:(?:comme|as)\s+)?(?:l[’'])?(?:{_AUXILIARY}\s+{_ADVERBS})?\Z", re.IGNORECASE)
_INVERTED = re.compile(rf"-(?:t-)?{_PERSON}(?!\w)", re.IGNORECASE)
_INVERTED_AUXILIARY = regex.compile(rf"{_AUXILIARY}-(?:t-)?{_PERSON}\s+{_ADVERBS}\Z", regex.IGNORECASE | regex.REVERSE)
_SPOKEN = regex.compile(
    rf"(?<!\w){_AUXILIARY}\s+{_ADVERBS}\Z|[,\s](?:et|mais|puis|,)\s+{_ADVERBS}\Z", regex.IGNORECASE | regex.REVERSE
)
_AIMED = (
    r"(?:\s+(?:pour\s+sa\s+part|de\s+(?:son|leur)\s+côté|quant\s+à|en\s+revanche|au\s+contraire|à|aux?|dans|lors|sur|devant|hier"
    r"|ce|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|on|in|at|to|for)(?!\w)[^.,;:!?«»“”\"]{0,50}?)?"
)
_THAT = re.compile(
    rf"{_AIMED}(?:,[^.,;:!?«»“”\"]{{1,50}},)?\s+(?:que\s|qu[’']|that\s|si\s|s[’']ils?\s|whether\s|(?:pourquoi|comment|combien|why|how|what|where|who|if)\s)",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"\s+ne\s+(?:pas|plus|rien|jamais)\s+\w|\s+(?:n[’']|ne\s+(?:(?:pas|plus|rien|jamais)\s+)?)?(?:l[’']|s[’']|y\s|en\s|se\s|le\s)?(?:avoir|être|vouloir|pouvoir|devoir|disposer|détenir|ignorer)(?!\w)",
    re.IGNORECASE,
)
_CITED = re.compile(r",\s+(?:citant|citing|quoting)\s[^,]*,\s+(?:a\s+|ont\s+|has\s+|have\s+)?\Z", re.IGNORECASE)
_QUOTED = re.compile(
    r"(?:\s+[^.,;:!?«»“”\"]{1,60})?\s?:\s*[«“\"‘„]|(?:\s+[\w’'-]+){1,4}\s+[«“\"‘„]|\s+(?:(?:une?|des|les?|la|the|an?|of|to|de|du|comme|as|à|au|aux|from|with|about|an?\s+\w+)\s+|d[’']une?\s+(?:\w+\s+)?){0,2}[«“\"]",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\s+(?:(?:M|Mme|Dr|Me)\.?\s)?\W?[^\W\d_a-zß-ÿ]")
_NOUN = regex.compile(
    r"(?<!\w)(?:une?|cette|cet|ce|sa|son|de|des|d[’']|du|aucune?|toute|chaque|première|nouvelle|the|of|his|her|its|their)\s*\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_ONE = regex.compile(r"(?<!\w)an?\s+\Z", regex.IGNORECASE | regex.REVERSE)
_PAST = re.compile(r"(?:[éiust]|[éiu]e?s?)\Z")
_DETERMINER = re.compile(r"\s+(?:les?|la|une?|des|son|sa|ses|leurs?|the|an?|his|her|their)\s+|\s+l[’']", re.IGNORECASE)
_RUMOURED = regex.compile(r"(?<!\w)(?:is|are|was|were|be|been)\s+(?:\w+ly\s+)?\Z", regex.IGNORECASE | regex.REVERSE)
_OWNED = regex.compile(
    r"(?:\w[’']s|(?<!\w)(?:the|an|his|her|its|their|any|our))\s+\Z", regex.IGNORECASE | regex.REVERSE
)
_CLAUSE = re.compile(
    r"\s+(?:the|an?|it|he|she|they|its|his|her|their|there)\b(?:[^.,;:!?]{1,60}?\s)?"
    r"(?:was|were|had|has|have|would|will|could|may|might|is|are)\s"
)
_BY = re.compile(r"[^.,;:!?«»“”\"]{0,40}?\s(?:par|by|comme|as|de|d[’'])(?!\w)", re.IGNORECASE)
_PARTICIPLE = regex.compile(r"(?:é|[^dro\s]it|[nd]i|[nd]u|mis)\Z", regex.IGNORECASE | regex.REVERSE)
_ENGLISH = re.compile(r"(?:ed|s|ing|ote|old|ow|ew|id)\Z")
_ENDS_CLAUSE = re.compile(r"[^,.;:!?«»“”\"]{0,90}(?:[,.;!?]|\Z)")


def stands(text: str, start: int, end: int) -> bool:
    """Whether a verb that always tells does so here: a past participle may be an adjective, unless something shows it.

    What shows it: an auxiliary, a conjunction or comma before it, `que` or a quotation behind it, or who did it.
    """
    if text[end : end + 4].strip() == "to" and _RUMOURED.search(text, max(0, start - 30), start):
        return False
    if _OWNED.search(text, max(0, start - 12), start):
        return False
    if not _PARTICIPLE.search(text, start, end) or _WITH_AUXILIARY.match(text, start, end):
        return True
    before, after = text[max(0, start - 70) : start], text[end : end + 90]
    if _SPOKEN.search(before) or _INVERTED_AUXILIARY.search(before) or _CLOSED.search(before) or _COMMA.search(before):
        return True
    return bool(_THAT.match(after) or _QUOTED.match(after) or _BY.match(after))


def whole(text: str, end: int) -> int:
    """Where a cue ends together with the pronoun of an inverted `dit-il`, `ajoute-t-elle`."""
    person = _INVERTED.match(text, end)
    return person.end() if person else end


def tells(text: str, start: int, end: int, speakers: set[int]) -> bool:
    """Whether a verb of several senses tells here; `speakers` are the places where somebody known is named."""
    before, after = text[max(0, start - 70) : start], text[end : end + 160]
    if before[-1:] == "-" or _NOUN.search(before) or (_ONE.search(before) and not _PAST.search(text, start, end)):
        return False
    if _INVERTED.match(after) or _INVERTED_AUXILIARY.search(before) or _CLOSED.search(before) or _THAT.match(after):
        return True
    if _INFINITIVE.match(after) or _CITED.search(before):
        return True
    if _QUOTED.match(after):
        return not _PARTICIPLE.search(text, start, end) or _SPOKEN.search(before) is not None
    if _ENGLISH.search(text, start, end) and _CLAUSE.match(after):
        return True
    if _ENGLISH.search(text, start, end) and _CLOSED_BEFORE_NAME.search(before):
        return True
    if not _COMMA.search(before) or not _ENDS_CLAUSE.match(after):
        return False
    article = _DETERMINER.match(after)
    at = end + article.end() if article else end
    return bool(_SOMEBODY.match(after)) or any(place in speakers for place in range(end + 1, at + 12))
