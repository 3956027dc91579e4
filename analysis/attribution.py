"""Rows of statements under whom other statements show: the sentence's speaker, a pronoun's, a headline's."""

from bisect import bisect_left

from analysis import clauses, phrases
from analysis.articles import Article, Mark, Unit
from analysis.mentions import Row, Voice
from analysis.subjects import ACCORDING

ECHO = 6
"""How many characters words in marks must have to be known again in somebody's quotation."""


def shared(article: Article, unit: Unit, cue: Mark, rows: list[Row]) -> Voice | None:
    """Who spoke before in the sentence, when the cue goes on from there: `et a souligné`, `, ajoutant`."""
    former = [row for row in rows if unit.start <= row.cue_start < cue.start and row.speaker]
    if not former or not clauses.JOINED.search(article.text, unit.start, cue.start):
        return None
    return max(former, key=lambda row: row.cue_start).voice


def with_speakers(article: Article, unit: Unit, rows: list[Row]) -> list[Row]:
    """The rows, those of quotations under whom the reports before them show: the sentence's speaker, or a pronoun's."""
    return [
        _shown(article, unit, row, rows)
        if unit.start <= row.cue_start < unit.end and row.kind in ("direct", "partial")
        else row
        for row in rows
    ]


def _shown(article: Article, unit: Unit, row: Row, rows: list[Row]) -> Row:
    cue = Mark(row.cue_start, row.cue_end, "")
    goes_on = not row.speaker or row.cue.endswith(("ant", "ing"))
    found = shared(article, unit, cue, rows) if goes_on else None
    if found is None and phrases.holds_pronoun(article.text, cue.start - 12, cue.end):
        told = (other for other in rows if other.speaker and other.cue_start < cue.start)
        before = [other for other in told if _is_subject(article, other)]
        if not before:
            return row
        paragraph = [span for span in article.paragraphs if span[0] <= cue.start][-1]
        latest = max(before, key=lambda other: other.cue_start)
        sentence = next((other.end for other in article.units if other.unit == latest.unit), latest.cue_end)
        newer = latest.kind == "indirect" and row.speaker_start < sentence
        found = latest.voice if newer and latest.cue_start >= paragraph[0] else None
    return row.said_by(found) if found else row


def echoed(article: Article, rows: list[Row]) -> list[Row]:
    """The rows, words in marks that nobody said under whom they are said by later: as headlines and headings quote."""
    spoken = [row for row in rows if row.kind in ("direct", "partial") and row.speaker]

    def echo(row: Row) -> Row:
        if row.speaker or row.kind == "indirect":
            return row
        words = article.text[row.start + 1 : row.end - 1].strip().lower()
        if len(words) < ECHO:
            return row
        later = (other for other in spoken if other.start > row.end)
        found = next((other for other in later if words in article.text[other.start : other.end].lower()), None)
        kind = "partial" if row.kind == "scare" else row.kind
        return row._replace(kind=kind).said_by(found.voice) if found else row

    def headed(row: Row) -> Row:
        unit = headings.get(row.unit)
        if row.speaker or unit is None or row.end - row.start < unit.end - unit.start - 1 or row.kind == "indirect":
            return row
        following = [other for other in rows if unit.unit < other.unit <= unit.unit + 2 and other.speaker]
        first = min(following, key=lambda other: other.start, default=None)
        return row._replace(kind="partial").said_by(first.voice) if first else row

    headings = {unit.unit: unit for unit in article.units if unit.role == "heading"}
    return [headed(echo(row)) for row in rows]


def _is_subject(article: Article, row: Row) -> bool:
    """Whether the speaker of a row is the subject of its cue, and not who `selon` names."""
    found = article.cues[bisect_left(article.cues, (row.cue_start,)) :][:1]
    return not found or found[0].start != row.cue_start or found[0].label != ACCORDING


def resumed(article: Article, rows: list[Row]) -> list[Row]:
    """The rows, a quotation that goes on behind its cue under who began it: `“A”, she said, “and b”`."""
    opened = {row.cue_start: row for row in rows if row.kind == "direct" and row.end <= row.cue_start}

    def whole(row: Row) -> Row:
        first = opened.get(row.cue_start)
        if first is None or row.start <= row.cue_start or row.kind not in ("direct", "partial"):
            return row
        return row._replace(kind="direct" if " " in article.text[row.start + 2 : row.end - 2] else row.kind).said_by(
            first.voice
        )

    return [whole(row) for row in rows]
