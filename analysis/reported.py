"""`units` and `evidence` → all `statements`: quotations, reports without marks, and the medium that carried each.

A cue whose form reports something (`clauses`) and whose subject can speak gives a row of kind `indirect`, whose
span is the reported clause. A medium named beside the speaker, as in `said X, quoted by Y`, is the `vehicle`.
"""

import re
from bisect import bisect_left, bisect_right

import pandas as pd
import regex

from analysis import attribution, clauses, phrases, runs, sources, speakers, subjects
from analysis.articles import Article, Mark, Place, Unit, articles, between
from analysis.clauses import AROUND, INFINITIVE, INSERTED, OBJECT, Report
from analysis.mentions import NOBODY, Row, Voice, resolved
from analysis.statements import SETTING, UNREAD, quoted
from analysis.subjects import ACCORDING

CONCEDING = "conceding"
"""The label of cues that need a clause: one may accept a gift."""

SPEAKING = ("denying", "claiming", "urging")
"""Labels of cues that only somebody who speaks can be the subject of."""

MEDIA = ("media", "agency", "state media")
"""The kinds of speakers who carry the words of others."""

_CARRIED = re.compile(r"(?:cit|rapport|relay|diffus|publi|quot|report|broadcast|releas|carried)", re.IGNORECASE)
_CITING = re.compile(r"(?:citant|citing|quoting|(?:qui|which|who)\s+(?:cite|quote)\w*)\Z", re.IGNORECASE)
_CITED = re.compile(r",\s+(?:citant|citing|quoting)\s[^,]*,\s+(?:a\s+|ont\s+|has\s+|have\s+)?\Z", re.IGNORECASE)
_PLURAL = regex.compile(
    r"(?:(?<=[,;:]\s)|(?<=\sand\s)|(?<=\sbut\s)|(?<![^\n]))((?:(?!(?:and|but|mais|et|or|puis|que|that|if)\b)[\w’'-]+\s+){0,3}[a-z]{3,}s)\s+\Z",
    regex.REVERSE,
)
_NEGATED = regex.compile(
    r"(?<!\w)(?:n[’']|ne\s+)(?:(?:a|ont|avait|avaient|est|pas|plus|jamais|encore|toutefois|rien|lui|leur|l[ea]s?|\w+ment)\s+)*\Z"
    r"|(?:(?<!\w)not|n[’']t|(?<!\w)never)\s+(?:yet\s+)?\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_HEARD = re.compile(r"(?:told|asked|informed|warned|advised|reminded|inform|prév|avert|alert)", re.IGNORECASE)
_PASSIVE = regex.compile(
    r"(?<![\w’'])(?:been|was|were|is|are|being|be|été|est|sont|était|étaient)\s+(?:\w+(?:ly|ment)\s+)?\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_REFLEXIVE = re.compile(r"(?<!\w)(?:se\s+|s[’'])(?:(?:est|sont|était|étaient)\s+)?\Z", re.IGNORECASE)
_MUTUAL = re.compile(r"(?:accus|reproch|renvo)", re.IGNORECASE)
_ADDED = re.compile(r"(?:\w+\s)?(?:ajout|add)", re.IGNORECASE)
_RECALLED = re.compile(r"(?:recall|rappel(?=\w*\s+(?:son|sa|ses|leurs?)\s))", re.IGNORECASE)
_ACCEPTED = re.compile(r"(?:\w+\s)?(?:accept|agree|prév(?:oi|oy|u))", re.IGNORECASE)
_GOVERNED = re.compile(
    r"(?<!\w)(?:avoir|de|d[’']|pour|to|not|could|would|may|might|will|can|must|should)\s*\Z", re.IGNORECASE
)
_CLAUSE_OPENED = re.compile(r"[^,]*(?:,\s+[^\W\d_a-zß-ÿ][\w’'-]*(?:\s+[\w’'-]+){0,4}(?=,))?,\s*")
_SET_BESIDE = re.compile(
    r"(?:(?:citant|citing|quoting|cité|dont|qui|which|who|lui-même|elle-même)\b[^,.;:]{2,80}"
    r"|(?!(?:l[ea]s?|un|une|des|il|elle|on|the|ils|elles|ce|cette|ces)\s|l[’'])(?:[^\W\d_][\w’'-]*\s+){0,1}(?:\w+(?:iste|logue|eur|euse|ier|ière|ien|ienne|teur|trice|aire|ent|ist|or|er|ian|professor)|maire|député\w*|avocat\w*|porte-parole|chef\w*|membre|head|chief|member|minister|ministre)\b[^,.;:]{0,70}),\s+(?=[^,]*[^\W\d_])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"[^,;]{0,40},\s+(?:qui|dont|lequel|laquelle|who|which|cit|quot|relay|dans|lors)\w*(?!\w)", re.IGNORECASE
)


def find(documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """`statements`: the quotations and the reports without marks, each with its vehicle where one is named."""
    read = articles(documents, units, evidence)
    rows = [(document, *row) for document, article in read if article for row in _told(article)]
    return runs.table("statements", rows)


def _told(article: Article) -> list[Row]:
    """The rows of one article: its quotations, its reports, and their vehicles."""
    rows = quoted(article)
    used = {row.cue_start for row in rows}
    quoting = sorted(row.cue_start for row in rows if row.kind in ("direct", "partial"))
    informing = [mark.start for mark in article.information]
    for unit in _telling(article, quoting):
        for cue in _cues(article, unit):
            if cue.start not in used and not _is_nested(article, cue, rows) and not _is_negated(article, unit, cue):
                rows = _with_report(article, unit, cue, rows)
        if _any_in(unit, quoting):
            rows = attribution.with_speakers(article, unit, rows)
        given = sources.provided(article, unit) if _any_in(unit, informing) else None
        if given and not any(row.speaker for row in _inside(unit, rows)):
            rows = _added(rows, _row(article, unit, clauses.whole(article, unit), given[1], given[0]))
    return attribution.echoed(article, attribution.resumed(article, rows))


def _telling(article: Article, quoting: list[int]) -> list[Unit]:
    """The units to read: with a cue, a cue of a quotation, information, or the opening of somebody's view."""
    openings = [unit.start for unit in article.units]
    told = (mark.start for mark in (*article.cues, *article.information))
    places = {bisect_right(openings, at) - 1 for at in (*told, *quoting)}
    return [
        unit
        for place, unit in enumerate(article.units)
        if unit.role not in UNREAD and (place in places or sources.may_view(article, unit))
    ]


def _cues(article: Article, unit: Unit) -> list[Mark]:
    """The cues of a unit: those with a subject first, so that what carries their words finds them."""
    own = [cue for cue in between(article.cues, unit.start, unit.end) if cue.label != SETTING]
    view = sources.view(article, unit)
    if view:
        own.append(view)
    return sorted(own, key=lambda cue: (cue.label == ACCORDING, cue.start)) if len(own) > 1 else own


def _any_in(unit: Unit, places: list[int]) -> bool:
    """Whether one of the sorted places lies in the unit."""
    return bisect_left(places, unit.start) < bisect_left(places, unit.end)


def _inside(unit: Unit, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.start < unit.end and row.end > unit.start]


def _added(rows: list[Row], row: Row) -> list[Row]:
    return rows if any((row.start, row.end) == (other.start, other.end) for other in rows) else [*rows, row]


def _is_nested(article: Article, cue: Mark, rows: list[Row]) -> bool:
    """Whether the cue is an infinitive within a report: `dément avoir proposé`, `said it could not confirm`."""
    inside = any(row.kind == "indirect" and row.start <= cue.start < row.end for row in rows)
    return inside and _GOVERNED.search(article.text, max(0, cue.start - 20), cue.start) is not None


def _is_negated(article: Article, unit: Unit, cue: Mark) -> bool:
    """Whether it is said that somebody does not tell, or is told: `n'a pas dit si`, `had been told`."""
    if cue.label == ACCORDING:
        return False
    before = article.text[max(unit.start, cue.start - 40) : cue.start]
    told = _HEARD.match(article.text, cue.start, cue.end) or cue.label == "urging"
    heard = told and _PASSIVE.search(before) is not None
    nobody = article.text[cue.start : cue.end].endswith("-on")
    return heard or nobody or _NEGATED.search(before) is not None


def _with_report(article: Article, unit: Unit, cue: Mark, rows: list[Row]) -> list[Row]:
    """The rows with what one cue reports; none is added where it reports nothing, or only names a vehicle."""
    found = clauses.report(article, unit, cue)
    if found is None:
        return rows
    voices = sorted((row.start, row.voice) for row in rows if row.speaker)
    if found.shape in (OBJECT, INFINITIVE) and _is_act(article, cue, found.shape):
        return rows
    if found.shape == AROUND:
        return _around(article, unit, cue, found, voices, rows)
    place = Place(found.start, found.end, unit, unit)
    if found.shape == INSERTED:
        place = Place(unit.start, found.opened, unit, unit)
    shared = None if found.shape == INSERTED else attribution.shared(article, unit, cue, rows)
    voice = shared or speakers.same(_speaker(article, place, cue, voices), voices)
    silent = voice == NOBODY or (found.shape == OBJECT and not _may_tell(article, cue, voice))
    if silent and not subjects.has_pronoun(article, place, cue):
        return rows
    return _added(rows, _row(article, unit, found, sources.with_others(article, voice), cue))


def _is_act(article: Article, cue: Mark, shape: str) -> bool:
    """Whether a verb with object or infinitive is no telling: `rappelle son ambassadeur`, `ajoute deux rotations`."""
    text = article.text
    reflexive = text[cue.start : cue.start + 2].lower() not in ("s'", "s’", "se") and _REFLEXIVE.search(
        text, max(0, cue.start - 15), cue.start
    )
    mutual = _MUTUAL.match(text, cue.start)
    recalled = shape == OBJECT and (_RECALLED.match(text, cue.start) or _ADDED.match(text, cue.start))
    return bool((reflexive and not mutual) or recalled or (shape == INFINITIVE and _ACCEPTED.match(text, cue.start)))


def _may_tell(article: Article, cue: Mark, voice: Voice) -> bool:
    """Whether a verb with an object tells something: `a proposé un plan`, but not `a accepté un cadeau`."""
    participle = article.text[cue.start : cue.end].endswith(("ant", "ing"))
    speaking = cue.label in SPEAKING and not participle
    return cue.label != CONCEDING and (speaking or sources.can_speak(article, voice))


def _speaker(article: Article, place: Place, cue: Mark, voices: list[tuple[int, Voice]]) -> Voice:
    """Who speaks by the cue's place; of words for what is said, their source."""
    text, opening = article.text, place.first.start
    citing, relative = _CITED.search(text, opening, cue.start), subjects.relative_before(text, opening, cue.start)
    bare = _PLURAL.search(text, opening, cue.start) if place.start > cue.start else None
    bare = bare if bare and bare.end(1) <= phrases.verb(text, opening, cue.start) else None
    if citing:
        subject = phrases.subject(text, opening, citing.start(), -1)
    elif relative:
        subject = phrases.ending(text, opening, relative.start())
    else:
        subject = phrases.Phrase(*bare.span(1)) if bare else None
    voice = resolved(article, subject) if subject else speakers.voice(article, place, cue, voices)
    told = sources.information(article, phrases.Phrase(voice.start, voice.end)) if voice != NOBODY else None
    if told is None:
        return voice
    source = sources.source(article, told, cue.start if voice.start < cue.start else place.end)
    return voice if source == NOBODY and not article.text[told.start : told.end].endswith("s") else source


def _row(article: Article, unit: Unit, found: Report, voice: Voice, cue: Mark) -> Row:
    name, start, end, kind = voice
    words = article.text[cue.start : cue.end]
    return Row(unit.unit, found.start, found.end, "indirect", name, kind, start, end, words, cue.start, cue.end)


# --- `selon` and its like


def _around(
    article: Article, unit: Unit, cue: Mark, found: Report, voices: list[tuple[int, Voice]], rows: list[Row]
) -> list[Row]:
    """The rows with that of `selon`, unless it carries what somebody else in the sentence is said to say."""
    voice = sources.according(article, unit, cue, voices)
    carried = cue.label == ACCORDING and _CARRIED.match(article.text, cue.start)
    named = carried and any(row.speaker_start <= voice.start < row.speaker_end for row in _inside(unit, rows))
    if named or (voice == NOBODY and not sources.has_pronoun(article, unit, cue)):
        return rows
    words = article.text[cue.start : cue.end]
    others = [row for row in _inside(unit, rows) if row.speaker not in ("", voice.speaker)]
    if _CITING.search(words):
        carriers = [row for row in others if _carries(article, row, cue)]
        return [row._replace(vehicle=row.speaker).said_by(voice) if row in carriers else row for row in rows]
    if others and (voice.kind in MEDIA or _CARRIED.match(words)):
        return [row._replace(vehicle=voice.speaker) if row in others else row for row in rows]
    return _added(rows, _row(article, unit, _beside(article, unit, cue, voice, found), voice, cue))


def _carries(article: Article, row: Row, cue: Mark) -> bool:
    """Whether the speaker of a report is the one who cites: named right before, or the subject of the sentence."""
    beside = 0 <= cue.start - row.speaker_end < 25 and "," in article.text[row.speaker_end : cue.start]
    return row.kind == "indirect" and (beside or row.cue_start < cue.start or row.speaker_kind in MEDIA)


def _beside(article: Article, unit: Unit, cue: Mark, voice: Voice, found: Report) -> Report:
    """The sentence without `selon X,` at its beginning or `, selon X` at its end."""
    text, last = article.text, max(cue.end, voice.end)
    if not re.search(r"\w", text[found.start : cue.start]):
        comma = _CLAUSE_OPENED.match(text, last, found.end)
        start = comma.end() if comma else last
        while aside := _SET_BESIDE.match(text, start, found.end):
            start = aside.end()
        return found._replace(start=start)
    rest = text[last : found.end]
    if (not re.search(r"[,;]", rest) and len(rest) < 60) or _ASIDE.match(rest):
        return found._replace(end=clauses.trimmed(text, found.start, cue.start))
    return found
