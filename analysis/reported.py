"""Quotations → all `statements`: those without marks too, and the medium that carried each.

A cue whose form reports something (`clauses`) and whose subject can speak gives a row of kind `indirect`, whose
span is the reported clause. A medium named beside the speaker, as in `said X, quoted by Y`, is the `vehicle`.
"""

import re
from bisect import bisect_left

import pandas as pd

from analysis import clauses, phrases, speakers, tables
from analysis.clauses import AROUND, INSERTED, OBJECT, Report
from analysis.mentions import NOBODY, Article, Mark, Place, Unit, Voice, gathered, is_known, resolved
from analysis.phrases import Phrase
from analysis.speakers import ACCORDING
from analysis.statements import UNREAD

SETTING, CONCEDING = "setting", "conceding"
"""Labels of cues that say where something is said, and of those that need a clause: one may accept a gift."""

SPEAKING = ("denying", "claiming", "urging")
"""Labels of cues that only somebody who speaks can be the subject of."""

MEDIA = ("media", "agency", "state media")
"""The kinds of speakers who carry the words of others."""

_CARRIED = re.compile(
    r"(?:cit|rapport|relay|diffus|publi|quoted|cited|reported|published|broadcast|released|carried)", re.I
)
_CITING = re.compile(r"(?:citant|citing|quoting)\Z", re.I)
_VIEW = re.compile(
    r"(Pour|For)\s+(?:les?\s|la\s|l[’']|the\s|(?=[A-Z]))([^,.;:!?]{2,60}),\s+"
    r"(?=(?:l[ea]s?|un|une|ce|cette|il|elle|ils|elles|on|rien|aucun|the|a|it|this|that|there|no)\b|l[’']|c[’'])"
)
"""Somebody's view at the beginning of a sentence: `Pour les syndicats, c'est un leurre`."""
_CITED = re.compile(r",\s+(?:citant|citing|quoting)\s[^,]*,\s+(?:a\s+|ont\s+|has\s+|have\s+)?\Z", re.I)
_PROVIDED = re.compile(
    r"(?:\s+[\w-]+){0,2}?\s+(?:(?:fourni|communiqu|diffus|publi|transmis|livr|obten|recueilli|divulgu|rendu|relay|rapport|dévoil|released"
    r"|provided|published|given|supplied|broadcast|shared|obtained)\w*(?:\s+[^\s,.;:]+){0,6}?\s+(?:par|auprès\s+de|by|from)"
    r"|(?:venant|venues?|venus|émanant|provenant|en\s+provenance|coming|received)\s+(?:de|du|des|from))\s+(?=\w)|"
    r"(?:\s+[\w-]+){0,2}?\s+(?:venant|venues?|venus|émanant|provenant|en\s+provenance)\s+d[’']",
    re.I,
)
_GOVERNED = re.compile(r"(?<!\w)(?:avoir|de|d[’']|pour|to|not|could|would|may|might|will|can|must|should)\s*\Z", re.I)
_BARE = re.compile(
    r"\s+((?!(?:our|nos|the|a)\b)[^\W\d_][\w’'-]*(?:\s+(?!(?:on|in|at|le|la|les)\b)[\w’'-]+){0,5})(?=\s*[,.;:)]|\s+(?:on|in|at)\b|\Z)"
)
_ASIDE = re.compile(r"[^,;]{0,40},\s+(?:qui|dont|lequel|laquelle|who|which|cit|quot|relay|dans|lors)\w*(?!\w)", re.I)
_OTHER = re.compile(r"(?:\A|(?<=\W))([^\W\d_a-zß-ÿ][^.,;:!?«»“”\"]{1,50}?)\s+(et|and)\s+(?:l[ea]s?\s+|l[’']|the\s+)?\Z")
_SOURCE = re.compile(r"(?:de\s+(?:\w+\s+)?sources?|a\s+source|(?:\w+\s+)?sources)\b", re.I)
_FROM = re.compile(
    r"[^.;:!?«»“”\"]{0,60}?(?<!\w)(?:par|by|from|venant\s+d[eu’']s?|émanant\s+d[eu’']s?|provenant\s+d[eu’']s?|à|of|de|du|des|d[’'])\s*",
    re.I,
)


def add(documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame, quotations: pd.DataFrame) -> pd.DataFrame:
    """`statements`: the quotations and the reports without marks, each with its vehicle where one is named."""
    by_document = dict(list(units.groupby("document")))
    found = dict(list(evidence.groupby("document")))
    quoted = dict(list(quotations.groupby("document")))
    rows: list[dict[str, object]] = []
    for document, text in documents[["document", "text"]].itertuples(index=False, name=None):
        own = quoted.get(document, quotations.iloc[:0]).to_dict("records")
        if document in by_document:
            article = gathered(text, by_document[document], found.get(document, evidence.iloc[:0]))
            own = _told(article, own)
        rows += [{**row, "document": document} for row in own]
    return tables.table("statements", rows)


def _told(article: Article, quotations: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows of one article: its quotations, its reports, and their vehicles."""
    rows = [dict(row) for row in quotations]
    voices = [(int(str(row["start"])), _voice(row)) for row in rows if row["speaker"]]
    used = {row["cue_start"] for row in rows}
    taken = {(row["start"], row["end"]) for row in rows}
    for unit in article.units:
        if unit.role in UNREAD:
            continue
        for cue in _cues(article, unit):
            if cue.start in used or _is_nested(article, cue, rows):
                continue
            row = _report(article, unit, cue, sorted(voices), rows)
            if row and (row["start"], row["end"]) not in taken:
                taken.add((row["start"], row["end"]))
                rows.append(row)
                voices.append((int(str(row["start"])), _voice(row)))
        _find_speakers(article, unit, rows)
        told = _provided(article, unit, rows)
        if told and (told["start"], told["end"]) not in taken:
            rows.append(told)
    return rows


def _is_nested(article: Article, cue: Mark, rows: list[dict[str, object]]) -> bool:
    """Whether the cue is an infinitive within a report: `dément avoir proposé`, `said it could not confirm`."""
    inside = any(
        row["kind"] == "indirect" and int(str(row["start"])) <= cue.start < int(str(row["end"])) for row in rows
    )
    return inside and _GOVERNED.search(article.text, max(0, cue.start - 20), cue.start) is not None


def _is_subject(article: Article, row: dict[str, object]) -> bool:
    """Whether the speaker of a row is the subject of its cue, and not who `selon` names."""
    found = article.cues[bisect_left(article.cues, (row["cue_start"],)) :][:1]
    return not found or found[0].start != row["cue_start"] or found[0].label != ACCORDING


def _find_speakers(article: Article, unit: Unit, rows: list[dict[str, object]]) -> None:
    """Give quotations without a speaker whom the reports before them show: the sentence's, or a pronoun's."""
    for row in rows:
        start = int(str(row["cue_start"]))
        if row["kind"] not in ("direct", "partial") or not unit.start <= start < unit.end:
            continue
        cue = Mark(start, int(str(row["cue_end"])), "")
        shared = None if row["speaker"] else _shared(article, unit, cue, rows)
        before = [
            other
            for other in rows
            if other["speaker"] and _is_subject(article, other) and int(str(other["cue_start"])) < start
        ]
        if shared is None and before and phrases.holds_pronoun(article.text, start - 12, cue.end):
            paragraph = [span for span in article.paragraphs if span[0] <= start][-1]
            latest = max(before, key=lambda other: int(str(other["cue_start"])))
            newer = latest["kind"] == "indirect" and int(str(row["speaker_start"])) < int(str(latest["cue_start"]))
            shared = _voice(latest) if newer and int(str(latest["cue_start"])) >= paragraph[0] else None
        if shared:
            row.update(_naming(shared))


def _provided(article: Article, unit: Unit, rows: list[dict[str, object]]) -> dict[str, object] | None:
    """The row of a sentence whose information is said to come from somebody, when nobody else speaks in it."""
    if any(int(str(row["start"])) < unit.end and int(str(row["end"])) > unit.start and row["speaker"] for row in rows):
        return None
    for told in article.information:
        by = _PROVIDED.match(article.text, told.end, unit.end) if unit.start <= told.start < unit.end else None
        found = phrases.phrases(article.text, by.end(), unit.end) if by else []
        if by and found and found[0].start - by.end() < 3:
            cue = Mark(told.start, clauses.trimmed(article.text, told.start, by.end()), ACCORDING)
            whole = Report(unit.start, clauses.trimmed(article.text, unit.start, unit.end), AROUND)
            return _row(article, unit, whole, resolved(article, found[0]), cue)
    return None


def _cues(article: Article, unit: Unit) -> list[Mark]:
    """The cues of a unit: those with a subject first, so that what carries their words finds them."""
    own = [cue for cue in article.cues if unit.start <= cue.start < unit.end and cue.label != SETTING]
    view = _VIEW.match(article.text, unit.start, unit.end)
    if view and _is_somebody(article, view):
        own.append(Mark(*view.span(1), ACCORDING))
    return sorted(own, key=lambda cue: (cue.label == ACCORDING, cue.start))


def _is_somebody(article: Article, view: re.Match[str]) -> bool:
    """Whether a known kind of speaker or a name of several words stands where somebody's view is told."""
    named = phrases.name(article.text, Phrase(view.end(1) + 1, view.end(2)))
    known = any(kind.start < view.end() and view.end(1) <= kind.start for kind in article.kinds)
    return known or (phrases.is_name(article.text, named) and " " in article.text[slice(*named)])


def _voice(row: dict[str, object]) -> Voice:
    return Voice(
        str(row["speaker"]), int(str(row["speaker_start"])), int(str(row["speaker_end"])), str(row["speaker_kind"])
    )


def _report(
    article: Article, unit: Unit, cue: Mark, voices: list[tuple[int, Voice]], rows: list[dict[str, object]]
) -> dict[str, object] | None:
    """The row of one cue; None when it reports nothing of its own, and perhaps only names a vehicle."""
    found = clauses.report(article, unit, cue)
    if found is None:
        return None
    if found.shape == AROUND:
        return _around(article, unit, cue, found, voices, rows)
    if found.shape == INSERTED:
        place = Place(unit.start, found.opened, unit, unit)
    else:
        place = Place(found.start, found.end, unit, unit)
    voice = _shared(article, unit, cue, rows) or speakers.same(_speaker(article, place, cue, voices), voices)
    if voice == NOBODY and not speakers.has_pronoun(article, place, cue):
        return None
    if voice != NOBODY and (found.shape == OBJECT and not _can_speak(article, place, cue, voice)):
        return None
    voice = _with_others(article, voice)
    return _row(article, unit, found, voice, cue)


def _shared(article: Article, unit: Unit, cue: Mark, rows: list[dict[str, object]]) -> Voice | None:
    """Who spoke before in the sentence, when the cue goes on from there: `et a souligné`, `, ajoutant`."""
    if not clauses.JOINED.search(article.text, unit.start, cue.start):
        return None
    former = [row for row in rows if unit.start <= int(str(row["cue_start"])) < cue.start and row["speaker"]]
    return _voice(max(former, key=lambda row: int(str(row["cue_start"])))) if former else None


def _speaker(article: Article, place: Place, cue: Mark, voices: list[tuple[int, Voice]]) -> Voice:
    """Who speaks by the cue's place; of words for what is said, their source."""
    citing = _CITED.search(article.text, place.first.start, cue.start)
    subject = phrases.subject(article.text, place.first.start, citing.start(), -1) if citing else None
    voice = resolved(article, subject) if subject else speakers.voice(article, place, cue, voices)
    if voice == NOBODY:
        return NOBODY
    told = _information(article, Phrase(voice.start, voice.end))
    if told is None:
        return voice
    source = _source(article, told, cue.start if voice.start < cue.start else place.end)
    return voice if source == NOBODY and not article.text[told.start : told.end].endswith("s") else source


def _with_others(article: Article, voice: Voice) -> Voice:
    """The speaker and the one named before with `et` or `and` between: `Berlin et Paris`."""
    other = _OTHER.search(article.text, max(0, voice.start - 60), voice.start) if voice.start > 0 else None
    before = phrases.phrases(article.text, other.start(), other.end(1)) if other else []
    if not other or not before or before[-1].end != other.end(1) or not phrases.is_name(article.text, before[-1]):
        return voice
    first = resolved(article, before[-1])
    return Voice(f"{first.speaker} {other[2]} {voice.speaker}", first.start, voice.end, voice.kind or first.kind)


def _information(article: Article, phrase: Phrase) -> Mark | None:
    """The word for what is said at the head of a phrase."""
    head = phrase.end - len(phrases.bare(article.text, phrase))
    return next(
        (mark for mark in article.information if head <= mark.start <= head + 14 and mark.start < phrase.end), None
    )


def _source(article: Article, told: Mark, end: int) -> Voice:
    """Whose words they are: the phrase after the first preposition behind them."""
    by = _FROM.match(article.text, told.end, end)
    found = phrases.phrases(article.text, by.end(), end) if by else []
    return resolved(article, found[0]) if found and by and found[0].start - by.end() < 3 else NOBODY


def _can_speak(article: Article, place: Place, cue: Mark, voice: Voice) -> bool:
    """Whether the subject of a verb with an object is one that speaks: a name, or known as actor or speaker."""
    if cue.label == CONCEDING:
        return False
    if cue.label in SPEAKING and not article.text[cue.start : cue.end].endswith(("ant", "ing")):
        return True
    phrase = Phrase(voice.start, voice.end)
    return (
        phrases.is_name(article.text, phrase)
        or phrases.bare(article.text, phrase)[:1].isupper()
        or speakers.has_pronoun(article, place, cue)
        or (is_known(article, phrase) and bool(voice.kind or voice.speaker != article.text[slice(*phrase)]))
    )


def _row(article: Article, unit: Unit, found: Report, voice: Voice, cue: Mark) -> dict[str, object]:
    return {
        "unit": unit.unit,
        "start": found.start,
        "end": found.end,
        "kind": "indirect",
        "speaker": voice.speaker,
        "speaker_kind": voice.kind,
        "speaker_start": voice.start,
        "speaker_end": voice.end,
        "cue": article.text[cue.start : cue.end],
        "cue_start": cue.start,
        "cue_end": cue.end,
        "vehicle": "",
    }


def _around(
    article: Article,
    unit: Unit,
    cue: Mark,
    found: Report,
    voices: list[tuple[int, Voice]],
    rows: list[dict[str, object]],
) -> dict[str, object] | None:
    """The row of `selon` and its like, unless they carry what somebody else in the sentence is said to say."""
    voice = _according(article, unit, cue, voices)
    if voice == NOBODY:
        return None
    words = article.text[cue.start : cue.end]
    inside = [row for row in rows if int(str(row["start"])) < unit.end and int(str(row["end"])) > unit.start]
    spoken = [row for row in inside if row["speaker"] not in ("", voice.speaker)]
    if _CITING.search(words):
        carriers = [row for row in spoken if _carries(article, row, cue)]
        for row in carriers:
            row.update(vehicle=row["speaker"], **_naming(voice))
        return None
    elif spoken and (voice.kind in MEDIA or _CARRIED.match(words)):
        for row in spoken:
            row["vehicle"] = voice.speaker
        return None
    if any(int(str(row["cue_start"])) == cue.start for row in inside):
        return None
    return _row(article, unit, _beside(article, unit, cue, voice, found), voice, cue)


def _carries(article: Article, row: dict[str, object], cue: Mark) -> bool:
    """Whether the speaker of a report is the one who cites: named right before, or the subject of the same sentence."""
    ends, starts = int(str(row["speaker_end"])), int(str(row["cue_start"]))
    beside = 0 <= cue.start - ends < 25 and "," in article.text[ends : cue.start]
    return row["kind"] == "indirect" and (beside or starts < cue.start or row["speaker_kind"] in MEDIA)


def _naming(voice: Voice) -> dict[str, object]:
    return {
        "speaker": voice.speaker,
        "speaker_kind": voice.kind,
        "speaker_start": voice.start,
        "speaker_end": voice.end,
    }


def _according(article: Article, unit: Unit, cue: Mark, voices: list[tuple[int, Voice]]) -> Voice:
    """Who is behind `selon` or `according to`: sources, a pronoun's actor, a phrase, or whose information it is."""
    text = article.text
    if _SOURCE.match(text, cue.start, cue.end):
        return _unnamed(article, unit, cue)
    place = Place(unit.start, cue.start, unit, unit)
    if re.match(r"\s+(?:lui|elle|eux|elles|him|her|them)(?!\w)", text[cue.end : unit.end]):
        return speakers.former(article, place, voices)
    quoted = re.match(r"\s+(?:des|les|de|une?|an?|the)?\s*[«“\"]\s?([^»”\"]{3,60}?)\s?[»”\"]", text[cue.end : unit.end])
    if quoted:
        start = cue.end + quoted.start(1)
        return resolved(article, Phrase(start, start + len(quoted[1])))
    found = phrases.phrases(text, cue.end, unit.end)
    if not found or len(text[cue.end : found[0].start].split()) > 2:
        bare = _BARE.match(text, cue.end, unit.end)
        found = [Phrase(*bare.span(1))] if bare else []
    if not found:
        return NOBODY
    told = _information(article, found[0])
    return resolved(article, found[0]) if told is None else _source(article, told, unit.end)


def _unnamed(article: Article, unit: Unit, cue: Mark) -> Voice:
    """The sources that speak without a name, with the words that say whose or what they are."""
    text = article.text
    start = cue.start + len(re.match(r"(?:de\s+)?", text[cue.start : cue.end], re.I).group())  # type: ignore[union-attr]
    more = re.match(
        r"(?:\s+(?!ont?\b|a\b|said\b|say)[\w’'-]+){0,4}?(?=\s*[,.;:]|\s+(?:a|ont|est|sont)\b|\Z)",
        text[cue.end : unit.end],
    )
    end = cue.end + (more.end() if more else 0)
    said = re.search(r"\s+(?:say|said)\Z", text[start:end])
    end -= len(said.group()) if said else 0
    return Voice(" ".join(text[start:end].split()), start, end, "unnamed")


def _beside(article: Article, unit: Unit, cue: Mark, voice: Voice, found: Report) -> Report:
    """The sentence without `selon X,` at its beginning or `, selon X` at its end."""
    text = article.text
    last = max(cue.end, voice.end)
    if not re.search(r"\w", text[unit.start : cue.start]):
        comma = re.compile(r"[^,]*(?:,[^,]{0,40}(?=,))?,\s*").match(text, last, found.end)
        return found._replace(start=comma.end() if comma else last)
    rest = text[last : found.end]
    if (not re.search(r"[,;]", rest) and len(rest) < 60) or _ASIDE.match(rest):
        return found._replace(end=clauses.trimmed(text, unit.start, cue.start))
    return found
