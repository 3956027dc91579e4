"""Who is behind `selon` and `according to`, and behind information: the source that a phrase names.

`Selon un rapport de l'ONU` is the UN, `de source policière` a source without a name, `selon lui` whoever spoke.
"""

import re

from analysis import clauses, phrases, speakers
from analysis.articles import Article, Mark, Place, Unit
from analysis.mentions import NOBODY, Voice, is_known, resolved
from analysis.phrases import Phrase
from analysis.subjects import ACCORDING

_SOURCE = re.compile(r"(de\s+)?(?:\w+\s+)??(?:a\s+)?sources?\b", re.IGNORECASE)
_SAYS = re.compile(r"\s+(?:say|said)\Z")
_PROVENANCE = re.compile(
    r"(?:\s+(?!ont?\b|a\b|said\b|say\b)[\w’'-]+){0,4}?(?=\s*[,.;:]|\s+(?:a|ont|est|sont|has|have|is|are)\b|\Z)"
)
_PRONOUN = re.compile(r"\s+(?:lui|elle|eux|elles|him|her|them)(?!\w)")
_AMONG = re.compile(r"\s+auprès\s+(?:(?:de|du|des)\s+|d[’'])(?=\w)", re.IGNORECASE)
_OURS = re.compile(r"\s+(?:nos|notre|our|the|les|des|some)\s+(?:inform|data|chiffr|donn)", re.IGNORECASE)
_QUOTED = re.compile(r"\s+(?:des|les|de|une?|an?|the)?\s*[«“\"]\s?([^»”\"]{3,60}?)\s?[»”\"]")
_BARE = re.compile(
    r"\s+((?!(?:our|nos|the|a)\b)[^\W\d_][\w’'-]*(?:\s+(?!(?:on|in|at|le|la|les)\b)[\w’'-]+){0,5})"
    r"(?=\s*[,.;:)]|\s+(?:on|in|at)\b|\Z)"
)
_FROM = re.compile(
    r"(?:,\s+(?=(?:publi|diffus|relay|rendu|sign|releas|publish|issu|written)))?[^.,;:!?«»“”\"]{0,60}?(?<!\w)(?:par|by|from|venant\s+d[eu’']s?|émanant\s+d[eu’']s?|provenant\s+d[eu’']s?"
    r"|à|of|de|du|des|d[’'])\s*",
    re.IGNORECASE,
)
_GIVEN = (
    r"(?:fourni|communiqu|diffus|publi|transmis|livr|obten|recueilli|divulgu|rendu|relay|rapport|dévoil|released|provided"
    r"|published|given|supplied|broadcast|shared|obtained)\w*(?:\s+[^\s,.;:]+){0,6}?\s+(?:par|auprès\s+de|by|from)\s+(?=\w)"
)
_COMING = (
    r"(?:venant|venues?|venus|émanant|provenant|en\s+provenance|coming|received)\s+"
    r"(?:(?:de|du|des|from)\s+(?=\w)|d[’'])"
)
_PROVIDED = re.compile(rf"(?:\s+[\w-]+){{0,2}}?\s+(?:{_GIVEN}|{_COMING})", re.IGNORECASE)
_HOUSE = re.compile(r"[a-zß-ÿ]{4,}\s+[^\W\d_a-zß-ÿ][\w’'-]+\Z")
_VIEW = re.compile(
    r"(Pour|For)\s+(?:les?\s|la\s|l[’']|the\s|(?=[A-Z]))([^,.;:!?]{2,60})(?:,[^,.;:!?]{2,60})?,\s+"
    r"(?=(?:l[ea]s?|un|une|ce|cette|il|elle|ils|elles|on|rien|aucun|the|a|it|this|that|there|no)\b|l[’']|c[’'])"
)


def according(article: Article, unit: Unit, cue: Mark, voices: list[tuple[int, Voice]]) -> Voice:
    """Who is behind `selon` or `according to`: sources, a pronoun's actor, a phrase, or whose information it is."""
    text = article.text
    if _SOURCE.match(text, cue.start, cue.end):
        return _unnamed(text, unit, cue)
    if _PRONOUN.match(text, cue.end, unit.end):
        return speakers.former(article, Place(unit.start, cue.start, unit, unit), voices)
    quoted = _QUOTED.match(text, cue.end, unit.end)
    if quoted:
        return resolved(article, Phrase(*quoted.span(1)))
    among = _AMONG.match(text, cue.end, unit.end)
    house = phrases.opening(text, among.end(), unit.end) if among else None
    if house:
        return resolved(article, house)
    found = phrases.first(text, cue.end, unit.end)
    if not found or len(text[cue.end : found.start].split()) > 2:
        bare = _BARE.match(text, cue.end, unit.end)
        found = Phrase(*bare.span(1)) if bare else None
    if not found:
        return NOBODY
    told = information(article, found)
    behind = source(article, told, unit.end) if told else NOBODY
    ours = told is not None and _OURS.match(text, cue.end, unit.end) is not None
    return behind if behind != NOBODY or ours else resolved(article, found)


def has_pronoun(article: Article, unit: Unit, cue: Mark) -> bool:
    """Whether `selon` or `according to` has a pronoun behind it."""
    return _PRONOUN.match(article.text, cue.end, unit.end) is not None


def _unnamed(text: str, unit: Unit, cue: Mark) -> Voice:
    """The sources that speak without a name, with the words that say whose or what they are."""
    found = _SOURCE.match(text, cue.start, cue.end)
    start = found.end(1) if found and found[1] else cue.start
    more = _PROVENANCE.match(text, cue.end, unit.end)
    end = more.end() if more else cue.end
    says = _SAYS.search(text, start, end)
    end = says.start() if says else end
    return Voice(" ".join(text[start:end].split()), start, end, "unnamed")


def information(article: Article, phrase: Phrase) -> Mark | None:
    """The word for what is said at the head of a phrase: `le communiqué du ministère`."""
    head = phrase.end - len(phrases.bare(article.text, phrase))
    near = (mark for mark in article.information if head <= mark.start <= head + 14 and mark.start < phrase.end)
    return next(near, None)


def source(article: Article, told: Mark, end: int) -> Voice:
    """Whose words they are: the phrase after the first preposition behind them."""
    by = _FROM.match(article.text, told.end, end)
    found = phrases.first(article.text, by.end(), end) if by else None
    return resolved(article, found) if found and by and found.start - by.end() < 3 else NOBODY


def provided(article: Article, unit: Unit) -> tuple[Mark, Voice] | None:
    """Information said to come from somebody, as a cue, and that somebody: `des images fournies par l'armée`."""
    for told in article.information:
        by = _PROVIDED.match(article.text, told.end, unit.end) if unit.start <= told.start < unit.end else None
        found = phrases.first(article.text, by.end(), unit.end) if by else None
        if by and found and found.start - by.end() < 3:
            cue = Mark(told.start, clauses.trimmed(article.text, told.start, by.end()), ACCORDING)
            return cue, resolved(article, found)
    return None


def may_view(article: Article, unit: Unit) -> bool:
    """Whether a sentence begins as somebody's view may."""
    return article.text.startswith(("Pour", "For"), unit.start)


def view(article: Article, unit: Unit) -> Mark | None:
    """The `pour` or `for` that opens a sentence with somebody's view: `Pour les syndicats, c'est un leurre`."""
    found = _VIEW.match(article.text, unit.start, unit.end) if may_view(article, unit) else None
    if not found:
        return None
    named = phrases.name(article.text, Phrase(*found.span(2)))
    text = article.text
    full = phrases.is_name(text, named) and " " in text[slice(*named)]
    full = full or _HOUSE.search(text, *found.span(2)) is not None
    known = any(found.end(1) <= kind.start < found.end() for kind in article.kinds)
    return Mark(*found.span(1), ACCORDING) if known or full else None


def with_others(article: Article, voice: Voice) -> Voice:
    """The speaker and the one named before with `et` or `and` between: `Berlin et Paris`."""
    near = article.text[max(0, voice.start - 60) : voice.start] if voice.start > 0 else ""
    joined = "et" in near or "and" in near
    other = _OTHER.search(article.text, voice.start - len(near), voice.start) if joined else None
    before = phrases.phrases(article.text, other.start(), other.end(1)) if other else []
    if not other or not before or before[-1].end != other.end(1) or not phrases.is_name(article.text, before[-1]):
        return voice
    first = resolved(article, before[-1])
    return Voice(f"{first.speaker} {other[2]} {voice.speaker}", first.start, voice.end, voice.kind or first.kind)


_OTHER = re.compile(r"(?:\A|(?<=\W))([^\W\d_a-zß-ÿ][^.,;:!?«»“”\"]{1,50}?)\s+(et|and)\s+(?:l[ea]s?\s+|l[’']|the\s+)?\Z")


def can_speak(article: Article, voice: Voice) -> bool:
    """Whether a subject is one that speaks, by its form: a name, a capital, or known as actor or speaker."""
    phrase = Phrase(voice.start, voice.end)
    if phrases.is_name(article.text, phrase) or phrases.bare(article.text, phrase)[:1].isupper():
        return True
    return is_known(article, phrase) and bool(voice.kind or voice.speaker != article.text[slice(*phrase)])
