"""Noun phrases found by their form: an article or possessive and its words, or a sequence of capitalised words.

Nothing is parsed: function words of French and English say where a phrase begins, what governs it, and where
it ends. Good enough to point at a speaker beside a cue; not a grammar.
"""

from typing import NamedTuple

import regex

_PREPOSITIONS = (
    r"(?:à|aux?|en|dans|de|du|des|par|pour|avec|sans|sur|sous|chez|vers|depuis|lors|pendant|après|avant|devant"
    r"|contre|entre|selon|malgré|auprès|d[eè]s|jusqu[’']à|hors|outre|suite"
    r"|of|in|on|at|by|with|from|to|for|after|before|during|since|under|over|against|between|about|despite|amid|near)"
)
_OPENERS = (
    r"(?:quand|lorsqu?e?|si|alors|comme|tandis|bien|mais|et|or|puis|enfin|cependant|pourtant|ainsi|ils?|elles?|on"
    r"|ce|cela|ceci|je|nous|vous|qui|que|when|while|if|as|although|but|and|so|then|however|meanwhile|he|she|they|it|we|i|you"
    r"|what|that|there|here|(?:invit|interrog|contact|sollicit|questionn|interview|cit|arriv|présent|accus|âg|invit)ée?s?|jointe?s?|réunie?s?"
    r"|venue?s?|asked|speaking|writing|questioned)"
)
_NAME_WORD = r"\p{Lu}[\w’'\-]*+(?:\.(?=\s?\p{Lu}))?"
_NO_NAME = rf"(?!(?i:{_OPENERS}|{_PREPOSITIONS})(?![\w’'\-]))(?!(?i:lorsqu|qu|d|j|c|s)[’'])"
_PARTICLE = r"(?:(?:d[eu]|von|van(?:\s+de[nr]?)?|bin|ben|al|el|da|di)\s+|d[’'](?=\p{Lu}))"
_LARGE_PARTICLE = r"(?<=[\p{Ll},]\s)(?:De|Du|Le|La|Van|Von|Del|Di)\s+"
_NAME = rf"(?:{_LARGE_PARTICLE}|{_NO_NAME}){_NAME_WORD}(?:\s+{_PARTICLE}?{_NAME_WORD})*"
_NUMBER = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|\d+"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_MEASURE = (
    r"(?:heures?|h|ans?|années?|jours?|mois|semaines?|minutes?|secondes?|euros?|dollars?|kilom\w*|km|mètres?|fois|points?|milli\w*|pour\s"
    r"|hours?|years?|days?|months?|weeks?|seconds?|miles?|times|per\s|percent)(?!\w)"
)
_DETERMINER = (
    r"(?:(?:le|la|les|un|une|des|son|sa|ses|leurs?|ce|cet|cette|ces|notre|nos|plusieurs|certain[es]?s?|quelques"
    r"|the|one|another|an|a(?!\s+(?:d[’']|aussi|encore|alors|ensuite|toutefois|enfin|plutôt|ainsi|vite|bien\s|par\s|en\s|de\s|tout\s|\w+ment\s+\w+(?:é|i|u|is|it|ert)e?s?(?!\w)|\w+(?:é|i|u|is|it|ert|ait|oint|aint|ôt)e?s?(?!\w)))|his|her|its|their|our|this|these|some|several|many|dozens\s+of)\s+|l[’']"
    rf"|{_NUMBER}\s+(?!{_MEASURE}))"
)
_STOPS = (
    r"(?:qui|que|dont|où|à|aux?|dans|lors|pour|avant|après|devant|en|sur|avec|par|et|mais|quand|lorsque|comme|tandis"
    r"|a|ont|avait|avaient|est|sont|était|étaient|se|ne|y|lui|sera|doit|peut|va"
    r"|(?:publi|diffus|men|réalis|relay|consult|cit|interrog|dat|sign|dévoil|transmis|rendu|recueilli|paru)(?:ée?s?|e?s?)|published|released|carried\sout"
    r"|\w+(?:ssent|nnent|ttent|èrent|irent|aient)"
    r"|who|which|that|in|on|at|to|after|before|during|as|by|with|for|and|but|when|while|from"
    r"|has|have|had|was|is|were|are|will|would|should|could)(?!\w)|(?:qu|s|n|m|t)[’']"
    r"|(?<!\b(?:de|of)\s)(?:les?|la|une?|the)(?!\w)"
)
_WORD = rf"(?!{_STOPS})[\w’'\-]+(?:\.(?=\s?\p{{Lu}}))?"
_PHRASE = regex.compile(
    rf"(?<![\w’'\-])(?:(?i:{_DETERMINER})(?i:{_WORD})(?:\s+(?i:{_WORD})){{0,9}}|(?:[LDld][’'])?{_NAME})"
)
_GOVERNED = regex.compile(rf"(?<!\w){_PREPOSITIONS}\s+\Z|(?<!\w)d[’']\Z", regex.IGNORECASE | regex.REVERSE)
_GOVERNED_NOUN = regex.compile(
    rf"(?:(?<!\w){_PREPOSITIONS}\s+|(?<!\w)d[’'])(?:(?:l[ea]s?|the)\s+|l[’'])?\Z", regex.IGNORECASE | regex.REVERSE
)
_AUXILIARIES = regex.compile(
    r"(?:[\s,]+(?:(?:a|ont|avait|avaient|aurait|est|sont|était|étaient|lui|leur|nous|vous|y|en|ne|pas|aussi|encore|déjà|ensuite"
    r"|alors|toutefois|de\s+son\s+côté|pour\s+sa\s+part|se|vient\s+d[e’']|avoir|été"
    r"|has|have|had|was|is|were|are|been|also|later|then|again|once)(?!\w)|\w+(?:ment|ly)(?!\w)|(?:s|n|l|m)[’'](?:est|a|en)?))*"
    r"[\s,]*\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_OPENED = regex.compile(_DETERMINER, regex.IGNORECASE)
_WORDS = regex.compile(rf"(?i:{_WORD})(?:\s+(?i:{_WORD})){{0,5}}")
_OF_THE = regex.compile(r"\w\sdes\s", regex.IGNORECASE)
_NAMED = regex.compile(_NAME)
_PARTICIPLE = regex.compile(r"\w+(?:ant|ing)(?!\w)")
_PRONOUN = regex.compile(r"(?<![\w’'])(?:ils?|elles?|he|she|they|it)\Z", regex.IGNORECASE | regex.REVERSE)
_INVERTED_PRONOUN = regex.compile(r"-(?:t-)?(?:ils?|elles?)(?!\w)|(?<!\w)(?:he|she|they|it)(?!\w)", regex.IGNORECASE)


_APPOSED = regex.compile(rf",\s+({_NAME})(?=\s*(?:[,.;:)»]|\Z))")


class Phrase(NamedTuple):
    """A noun phrase's place."""

    start: int
    end: int


def phrases(text: str, start: int, end: int) -> list[Phrase]:
    """The noun phrases between two places that no preposition in between governs, left to right."""
    found = []
    for match in _PHRASE.finditer(text, start, end):
        left, right = match.start(), match.start() + len(match.group().rstrip(" -'’"))
        if not _GOVERNED.search(text[max(start, left - 20) : left]):
            found.append(Phrase(left, right))
    return found


def subject(text: str, start: int, end: int, opening: int) -> Phrase | None:
    """The phrase that is the subject of a verb at `end`, as its place tells: right before it, else the first.

    Behind a comma it is the first one that a comma follows; a participle has the first one of its clause. A
    single capitalised word at `opening`, where the sentence begins, may be any word: it comes last.
    """
    found = [phrase for phrase in phrases(text, start, end) if not _OF_THE.match(text, max(0, phrase.start - 2))]
    verb = _verb(text, start, end)
    sure = [
        phrase
        for phrase in found
        if phrase.start > opening or any(mark in text[slice(*phrase)] for mark in " ’'\u00a0")
    ]
    if _PARTICIPLE.match(text, end):
        beside = []
    elif "," in text[verb:end]:
        beside = [phrase for phrase in sure if text[phrase.end : phrase.end + 1] == ","]
    else:
        beside = [phrase for phrase in found if phrase.end == verb]
    return next(iter([*beside, *sure, *found]), None)


def _verb(text: str, start: int, end: int) -> int:
    """Where the auxiliaries and adverbs before a verb at `end` begin."""
    found = _AUXILIARIES.search(text, start, end)
    return found.start() if found else end


def has_pronoun(text: str, start: int, end: int) -> bool:
    """Whether the verb at `end` has a pronoun as its subject."""
    return bool(pronoun(text, start, end))


def pronoun(text: str, start: int, end: int) -> str:
    """The pronoun that is the subject of the verb at `end`, in small letters; nothing when it is none."""
    verb = _verb(text, start, end)
    found = _PRONOUN.search(text, start, verb)
    return found.group().lower() if found and text[verb : verb + 1] != "," else ""


def holds_pronoun(text: str, start: int, end: int) -> bool:
    """Whether a pronoun stands in an inserted `a-t-il dit` or `he said` between two places."""
    return _INVERTED_PRONOUN.search(text, start, end) is not None


def ending(text: str, start: int, end: int) -> Phrase | None:
    """The phrase that ends at `end`, governed or not: what `, which` or `, qui` behind it stands for."""
    found = [
        match for match in _PHRASE.finditer(text, start, end) if match.start() + len(match.group().rstrip()) == end
    ]
    return Phrase(found[-1].start(), end) if found else None


def opening(text: str, start: int, end: int) -> Phrase | None:
    """The phrase that begins at `start`, governed or not."""
    found = _PHRASE.match(text, start, end) or _WORDS.match(text, start, end)
    return Phrase(start, start + len(found.group().rstrip(" -'’"))) if found else None


def is_governed(text: str, at: int) -> bool:
    """Whether a preposition stands right before this place, with or without an article between."""
    return _GOVERNED_NOUN.search(text, max(0, at - 25), at) is not None


def bare(text: str, phrase: Phrase) -> str:
    """The phrase's words without its article or possessive."""
    opened = _OPENED.match(text, phrase.start, phrase.end)
    return text[opened.end() if opened else phrase.start : phrase.end]


def is_name(text: str, phrase: Phrase) -> bool:
    """Whether the phrase is capitalised words only."""
    return _NAMED.fullmatch(text, phrase.start, phrase.end) is not None


def name(text: str, phrase: Phrase) -> Phrase:
    """The name at the phrase's end, or behind a comma, as in `the president, Jane Smith`; else the phrase."""
    for match in _NAMED.finditer(text, phrase.start, phrase.end):
        if (
            not is_governed(text, match.start())
            and phrase.start < match.start()
            and match.end() == phrase.end
            and " " in match.group()
        ):
            return Phrase(match.start(), match.end())
    apposed = _APPOSED.match(text, phrase.end)
    return Phrase(*apposed.span(1)) if apposed and not is_name(text, phrase) else phrase
