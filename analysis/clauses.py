"""Where the words of a report without marks stand: the clause behind, before or around a cue, by its form.

Nothing is parsed: `que` and `that`, infinitives, commas and stops say where a reported clause begins and ends.
"""

import re

import regex

from analysis.adverbs import TIMED
from analysis.articles import Article, Mark, Unit, between
from analysis.insertions import AROUND, AS, INFINITIVE, INSERTED, OBJECT, THAT, Report, inserted, trimmed
from analysis.subjects import ACCORDING

_GAP = r"[^.;:!?«»“”\"\n]{0,90}?"
_THAT = re.compile(
    rf"(?:(?<=\squ)[’']\s*|(?<=\sque)\s+|(?<=\sthat)\s+|{_GAP}(?<!\w)(?:que\s+|qu[’']\s*|that\s+)|\s+(?:si\s+|s[’'](?=ils?\s)|whether\s+))(?=[\w(«“\"’'])",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?<!\w)(?:plus|moins|aussi|autre|autres|même|tel(?:le)?s?|si|tant|autant|alors|tandis|bien|afin|pour|dès|sans|parce|lors"
    r"|avant|après|depuis|pendant|jusqu[’']à\s+ce|ne\s+\w+|so|all|than|the\s+\w+|those|everything|something)\s*,?\s*\Z",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?:les?|la|une?|des|ce|cette|ces|son|sa|ses|leurs?|the|an?|his|her|their)\s+|l[’'])"
    r"(?!\w+di\s|dimanche|matin|soir|midi|nuit|semaine|mois|jour|veille|lendemain|part|côté|tour|week|presse|press|same)\w+\s+\Z",
    re.IGNORECASE,
)
_OBJECT_BEFORE = re.compile(
    r"\s+(?:(?:une?|l[ea]s?|des|son|sa|ses|the|an?|its|his|her)\s|l[’'])[^,]*,\s*\Z", re.IGNORECASE
)
_FINITE = re.compile(
    r"(?<!\w)(?:est|sont|était|étaient|a|ont|is|are|was|were|has|have|et|mais|and|but)\s", re.IGNORECASE
)
_ONLY = re.compile(r"(?<!\w)(?:n[’']|ne\s)(?:(?!(?:pas|jamais|rien|plus|toujours)\b)[^.,;])*\Z", re.IGNORECASE)
_PRONOUNS = r"(?:(?:ne\s+(?:pas|plus|jamais|rien)|n[’']|ne|pas|l[ea]s?|s[e’']|y|en|lui|leur|l[’']|not)\s*)*"
_AFTER_PRONOUN = (
    r"(?:avoir|être|faire|dire|mettre|prendre|rendre|savoir|voir|suivre|défendre|vendre|attendre|reprendre|entendre|connaître"
    r"|(?!\w+(?:ier|nger|iser\s+d)\b)\w{3,}er(?!\s+d[eu]\b))(?!\w)"
)
_FRENCH_INFINITIVE = re.compile(
    rf"\s*(?:{TIMED}\s+)?(?!(?:l[ea]s?\s+|l[’'])(?!{_AFTER_PRONOUN})){_PRONOUNS}(?:\w+(?:er|ir|oir|dre|tre|ire|clure|oire|vre|pre|aire)|être)(?!\w)",
    re.IGNORECASE,
)
_OF_INFINITIVE = re.compile(
    rf"(?P<gap>{_GAP})(?<!\w)(?:de\s+|d[’']\s*|à\s+)(?={_PRONOUNS}(?:\w+(?:er|ir|oir|dre|tre|ire|ure|vre|pre|aire)|être)(?!\w))"
    rf"|(?P<to>{_GAP})(?<!\w)(?:not\s+)?to\s+(?=(?!the\b|an?\b|his\b|her\b|its\b|their\b|our\b)[a-z]{{2,}}\b)",
    re.IGNORECASE,
)
_GERUND = re.compile(
    r"\s+(?:ever\s+|not\s+)?(?!(?:noth|anyth|someth|everyth|dur|morn|even)ing)\w{2,}ing(?!\w)", re.IGNORECASE
)
_NOUN = re.compile(
    rf"\s*(?:{TIMED}\s*,?\s+)*(?:(?:à|aux?|pour)\s+\w+\s+)?(?:sans\s+\w+\s+)?"
    r"(?=(?:les?|la|l[’']|une?|des|du|de\s+(?:la\b|l[’'])|ce|cette|cet|ces|son|sa|ses|leurs?|tou(?:te?s?|s)|aucune?|plusieurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|cent|mille"
    r"|the|an?|his|her|its|their|this|these|those|any|all|some|new|at\s+least|more\s+than|nearly|around|environ|quelque|plus\s+de|près\s+de|(?:d[’'])?au\s+moins)\b[’']?\s*[\w«“\"]"
    r"|(?:(?:de|à|of|at)\s+)?[$£€]?\d|de\s+(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent|mille)\b|d[’']une?\s|(?:this|that|it|them|cela|ceci|ça)\b"
    r"|de\s+(?:nouve(?:aux|lles)|meilleure?s|nombreu(?:x|ses)|fortes?|grande?s|vraie?s|telle?s)\s|d[’'](?:autres|importante?s)\s"
    r"|(?<=\spart\s)de\s+(?:son|sa|ses|leurs?)\s)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:demand|interrog|expliqu|explain|ask|wonder|question)", re.IGNORECASE)
_QUESTION = re.compile(
    r"(?:\s+(?:à\s+)?(?:[\w’'-]+\s+){0,2}?[\w’'-]+)?\s+(?=(?:pourquoi|comment|quand|où|combien|qui|quels?|quelles?|ce\s+qu[ei’']|why|how|when|where|what|who|which)(?!\w))(?!(?:qui|who|which|que?)\s+(?:a|ont|est|sont|avait|has|have|had|is|are|was|were)\b)",
    re.IGNORECASE,
)
_THING = re.compile(
    rf"\s+(?:{TIMED}\s+)?(?:(?:son|sa|ses|leurs?|une?|l[ea]s?|ce|cette|its|his|her|their|the|an?)\s|l[’'])",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    r"(?:a\s+|ont\s+)?(?:accus|reproch|soupçonn|suspect|menac|félicit|remerci|somm|press|mett|mis|met|avert|prév|warn|threat|tell|told|advis|urg|ask)",
    re.IGNORECASE,
)
_HEARS = re.compile(
    r"(?:a\s+|ont\s+)?(?:told|tell|inform|assur|remind|warn|notif|convinc|prév|avert|avis|rassur)", re.IGNORECASE
)
_HEARER = re.compile(
    r"\s+(?:(?:the|an?|his|her|its|their|our|state|local)\s+)*[\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,3}(?:\s+on\s+[A-Z][a-z]+day)?"
)
_TOLD_THINGS = re.compile(r"(?:stor(?:y|ies)|jokes?|tales?|lies?|truth|secrets?)\s*\Z", re.IGNORECASE)
_NAMED_ASIDE = re.compile(r",\s+[^\W\d_a-zß-ÿ][\w’'.-]*(?:\s+[\w’'.-]+){0,4}(?=,)")
_ACCUSES = re.compile(r"(?:a\s+|ont\s+)?accus", re.IGNORECASE)
_SELF = re.compile(r"(?:se|s[’'](?:est|était))\s+(?:dit|dis|décla)", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\s+(?=[a-zà-ÿ]{4,})")
_PREPOSITION = re.compile(
    r"(?:(?<=\spart\s)de\s+|(?:de|of|à|at)\s+(?=[$£€]?\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent|mille)|d[’'](?=une?\s|au\s))?"
)
_ACCUSED = re.compile(r"\s*(?:[\w’'-]+\s+){1,6}?(?:d(?:e\s+|[’']\s*)|of\s+)(?=\w)", re.IGNORECASE)
_BARE = re.compile(
    r"(?:(?<=said)|(?<=says)|(?<=\ssay)|(?<=believe)|(?<=believes)|(?<=believed)|(?<=think)|(?<=thinks)|(?<=thought))(?:\s+(?:on\s+)?\w+day|\s+yesterday|\s+earlier)?\s+(?=[A-Za-z\d])"
    r"(?!(?:in|on|at|to|of|for|by|with|about|from|as|last|yesterday|today|earlier|so|nothing|yes|no)\b)(?!\w+day\b)(?=\w+[^.,;:!?]*?\s\w)"
    r"|(?:\s+(?:on\s+)?[A-Z][a-z]+day)?\s+(?=(?:(?i:s?he|it|they|we|there)|(?:(?i:the|an?|his|her|its|their|this|these|some|no)\s|[A-Z\d])[^.,;:!?]{1,60}?)"
    r"\s+(?:(?:is|was|are|were|has|have|had|will|would|can|could|may|might|should|must|did|does|do)\b|\w+ed\b))"
)
_TAIL = re.compile(
    r",\s+puis\s+(?:a|ont|s[’']est|se\s+sont)\s|,\s+(?:mais|but)\s+(?=(?:l[ea]s?|une?|des|ce|cette|ces|son|sa|ses|the|an?)\s|l[’'])"
    r"|,\s+(?:et|and)\s+(?=(?:l[ea]|une?|the|an?)\s+\w+\s)"
    r"|;|\s?:\s|\s[–—]\s|,\s+(?:faute\s+de|ce\s+qui|une?\s+\w+\s+qu[ie’'])|,\s+(?=(?:selon|d[’']après|à\s+en\s+croire|according\s+to)\b)"
    r"|,\s+(?:tandis\s+qu|alors\s+qu|avant\s+(?:de|d[’'])|while\b|whereas\b|tout\s+en\b|citant\b|citing\b|quoting\b)",
    re.IGNORECASE,
)
JOINED = regex.compile(
    r"(?:,\s*(?:(?:et|mais|puis|and|but)\s+)?|\s(?:et|mais|puis|and|but)\s+)"
    rf"(?:(?:a|ont|avait|avaient|has|have|had|s[’']est)\s+)?(?:{TIMED}\s+)*\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_STRONG = re.compile(r"[;:]\s+")
_PARTED = re.compile(r",\s+(?:mais|tandis|but|while|whereas)\s[^,]*\Z", re.IGNORECASE)


def report(article: Article, unit: Unit, cue: Mark) -> Report | None:
    """What a cue outside of quotations reports in its unit; None when its form reports nothing."""
    if cue.label == ACCORDING:
        return whole(article, unit, cue.start)
    text, stop = article.text, _stop(article, cue.end, unit)
    that = _THAT.match(text, cue.end, stop)
    if that and not _is_other(text, cue, that):
        return _ended(article, unit, cue, that.end(), THAT)
    asked = _ASKS.search(text, cue.start, cue.end) and _QUESTION.match(text, cue.end, stop)
    if asked:
        return _ended(article, unit, cue, asked.end(), THAT)
    hearer = _HEARER.match(text, cue.end, stop) if _HEARS.match(text, cue.start) else None
    bare = _BARE.match(text, hearer.end(), unit.end) if hearer else None
    bare = bare or (None if _ACCUSES.match(text, cue.start) else _BARE.match(text, cue.end, unit.end))
    if bare:
        return _ended(article, unit, cue, bare.end(), THAT)
    comma = text.find(",", cue.end, unit.end)
    named = _NAMED_ASIDE.match(text, comma, unit.end) if comma > 0 else None
    comma = named.end() if named else comma
    if (
        comma > 0
        and text.startswith(("Comme", "Ainsi", "As"), unit.start)
        and AS.fullmatch(text, unit.start, cue.start)
    ):
        return Report(comma + 2, trimmed(text, comma + 2, unit.end), INSERTED, unit.start)
    around = inserted(article, unit, cue)
    if around:
        return around
    if text[cue.start : cue.end].endswith(" to"):
        return _ended(article, unit, cue, cue.end, INFINITIVE)
    forms = ((INFINITIVE, _GERUND), (INFINITIVE, _FRENCH_INFINITIVE), (INFINITIVE, _OF_INFINITIVE), (OBJECT, _NOUN))
    for shape, form in forms if _takes_somebody(text, cue) else (*forms[:2], forms[3], forms[2]):
        found = form.match(text, cue.end, stop)
        if found:
            start = cue.end if form in (_FRENCH_INFINITIVE, _GERUND) else found.end()
            opened = _PREPOSITION.match(text, start) if form is _NOUN else None
            start = opened.end() if opened else start
            return _ended(article, unit, cue, start, shape)
    accused = _ACCUSED.match(text, cue.end, stop) or (_SELF.match(text, cue.start) and _ADJECTIVE.match(text, cue.end))
    return _ended(article, unit, cue, accused.end(), OBJECT) if accused else None


def whole(article: Article, unit: Unit, at: int = 0) -> Report:
    """The unit as what is reported; from the colon or semicolon before `at`, and without `mais …` or `, but …`."""
    opened = [mark.end() for mark in _STRONG.finditer(article.text, unit.start, max(at, unit.start))]
    start = opened[-1] if opened else unit.start
    return Report(start, trimmed(article.text, start, unit.end), AROUND)


def _takes_somebody(text: str, cue: Mark) -> bool:
    """Whether somebody and an infinitive follow a verb (`accuse Paul d'avoir`), and not a thing (`son refus de`)."""
    after = _THING.match(text, cue.end)
    calls = text[cue.start : cue.start + 5].lower() == "appel" and after
    return not calls and (after is None or cue.label == "urging" or _ADDRESSES.match(text, cue.start) is not None)


def _may_stop(text: str, cue: Mark) -> bool:
    return cue.label not in ("setting", "information") and text[cue.start : cue.end] not in (
        "citant",
        "citing",
        "quoting",
    )


def _stop(article: Article, at: int, unit: Unit) -> int:
    """Where the complement of a cue must have begun: before the next cue or the unit's end."""
    later = between(article.cues, at, unit.end)
    return next((cue.start for cue in later if _may_stop(article.text, cue)), unit.end)


def _is_other(text: str, cue: Mark, that: re.Match[str]) -> bool:
    """Whether this `que` compares, or opens a relative clause."""
    gap = re.sub(r"(?:que|qu[’']|that|si|s[’']|whether)\s*\Z", "", that.group(), flags=re.IGNORECASE)
    if not gap.strip() and _ONLY.search(text, max(0, cue.start - 30), cue.start):
        return True
    if _OBJECT_BEFORE.match(gap):
        return True
    if _FINITE.search(gap):
        return True
    heard = _HEARS.match(text, cue.start) and not _TOLD_THINGS.search(gap)
    return not heard and (_COMPARED.search(gap) is not None or _RELATIVE.search(gap) is not None)


def _ended(article: Article, unit: Unit, cue: Mark, start: int, shape: str) -> Report | None:
    text = article.text
    start += len(text[start : unit.end]) - len(text[start : unit.end].lstrip())
    ends = [unit.end]
    tail = _TAIL.search(text, start, unit.end)
    if tail:
        ends.append(tail.start())
    for other in between(article.cues, start, unit.end):
        joined = JOINED.search(text, start, other.start)
        if joined and other.label != ACCORDING:
            ends.append(joined.start())
        parted = _PARTED.search(text, start, other.start)
        if parted:
            ends.append(parted.start())
    end = trimmed(text, start, min(ends))
    return Report(start, end, shape) if end > start else None
