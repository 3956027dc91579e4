"""Cues that commas set apart in the sentence that they report: `Le pont, a dit le maire, rouvrira`."""

import re
from typing import NamedTuple

from analysis import phrases
from analysis.adverbs import TIMED
from analysis.articles import Article, Mark, Unit
from analysis.mentions import is_known
from analysis.sentences import Span

THAT, INFINITIVE, OBJECT, INSERTED, AROUND = "that", "infinitive", "object", "inserted", "around"
"""The shapes of a report: `dit que`, `dit vouloir`, `a proposé un plan`, `, a-t-il dit.`, `selon lui`."""

_END = ".!?…,;: \t\n\u00a0\u202f"


class Report(NamedTuple):
    """A reported clause, the shape that shows it, and where the words before an inserted cue end."""

    start: int
    end: int
    shape: str
    opened: int = -1


def trimmed(text: str, start: int, end: int) -> int:
    """The end of `text[start:end]` without the stop and the white space behind it."""
    while end > start and text[end - 1] in _END:
        end -= 1
    return end


_OPEN = re.compile(
    r",\s+(?:(?:comme|as)\s+)?(?:l[’'])?(?P<auxiliary>(?:a|ont|avait|avaient|s[’']est|se)(?:\s+|-(?:t-)?(?:ils?|elles?|on)\s+))?"
    rf"(?:{TIMED}\s+)*\Z",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"(?:ed|said|told|says|say|adds|wrote|notes|warns|s)\Z")
_ENGLISH_OPEN = re.compile(
    r",\s+(?!(?:who|which|that|and|but|though|although|while|as|when|if)\b)(?:(?!(?:has|have|had|than)\b)[^,.;:\s]+\s+){1,9}(?:has\s+|have\s+|had\s+)?\Z",
    re.IGNORECASE,
)
_ENGLISH_CLOSE = re.compile(
    r"(?:\s+(?:on|in|at|to|during|after|last|this|yesterday|the|\w+day|reporters|parliament|lawmakers|journalists)\b"
    r"[^,.;:!?]{0,70})?(?:[,.;!?]|\Z)|(?<=told)\s[^,.;:!?]{2,50}(?:[,.;!?]|\Z)",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    r"[^,.;:!?]{0,90}(?:,\s+(?:M\.\s+|Mme\s+|Me\s+)?[^\W\d_a-zß-ÿ][\w’'-]*(?:\s+[\w’'-]+){0,4}(?=[,.]))?(?:[,.;!?]|\Z)"
)
_ASIDE = re.compile(
    r"\s*(?:sans|citant|cité|qui|dont|lors|dans|avant|après|without|citing|quoted|who|which|during|\w+(?:ant|ing))(?!\w)",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    r"(?<!\w)(?:a|ont|est|sont|peut|doit|va|vont|fait|is|are|was|were|has|have|had|will|would|could|may|might|can|must|should"
    r"|\w{2,}(?:ait|aient|era|ira|dra|ront)|\w{3,}ed)(?!\w)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r"\s*(?:et|mais|ou|car|puis|parce|pour|afin|and|but|or|because|so|though|although|unless|if|si)(?!\w)",
    re.IGNORECASE,
)
AS = re.compile(r"(?:Comme|Ainsi\s+que|As)\s+(?:l[’'])?(?:(?:a|ont|avait|has|have|had)\s+)?(?:\w+(?:ment|ly)\s+)?\Z")
_PERSON = re.compile(r"-(?:t-)?(?:ils?|elles?|on)(?!\w)")


def inserted(article: Article, unit: Unit, cue: Mark) -> Report | None:
    """The sentence around a cue that commas set apart: `Le pont, a-t-il dit, rouvrira`; without the last comma."""
    text = article.text
    opened, closed = _OPEN.search(text, unit.start, cue.start), _CLOSE.match(text, cue.end, unit.end)
    if not (opened and closed and _has_speaker(article, cue, closed.end())) and _ENGLISH.search(
        text, cue.start, cue.end
    ):
        opened = _ENGLISH_OPEN.search(text, unit.start, cue.start)
        closed = _ENGLISH_CLOSE.match(text, cue.end, unit.end)
    elif not (opened and closed and _has_speaker(article, cue, closed.end())):
        return None
    if not opened or not closed or re.search(r"(?:ant|ing)\Z", text[cue.start : cue.end]):
        return None
    before: Span = (unit.start, opened.start())
    behind = trimmed(text, closed.end(), unit.end)
    complete = _is_clause(text, *before)
    goes_on = text[closed.end() - 1] == "," and _goes_on(article, closed.end(), behind)
    goes_on = goes_on and (not complete or _CONJUNCTION.match(text, closed.end()) is not None)
    if text[opened.start() - 1] in '»”"' or not (goes_on or complete):
        return None
    return Report(unit.start, behind if goes_on else trimmed(text, *before), INSERTED, opened.start())


def _goes_on(article: Article, start: int, end: int) -> bool:
    """Whether the sentence goes on here, not only what commas set beside the speaker."""
    text = article.text
    if not text[start:end].strip() or _ASIDE.match(text, start):
        return False
    found = phrases.first(text, start, end)
    beside = found is not None and found.end == end and not text[start : found.start].strip()
    kind = any(start <= mark.start < start + 3 for mark in article.kinds)
    return not beside and not kind


def _has_speaker(article: Article, cue: Mark, end: int) -> bool:
    """Whether a pronoun or somebody who can speak stands behind an inverted cue."""
    text = article.text
    if _PERSON.search(text, max(0, cue.start - 12), cue.end + 8):
        return True
    found = phrases.first(text, cue.end, end)
    return found is not None and (phrases.is_name(text, found) or is_known(article, found))


def _is_clause(text: str, start: int, end: int) -> bool:
    """Whether more stands here than a noun phrase and what is set beside it."""
    if _VERBAL.search(text, start, end):
        return True
    kept = text[start:end]
    for phrase in reversed(phrases.phrases(text, start, end)):
        kept = kept[: phrase.start - start] + kept[phrase.end - start :]
    return len(re.findall(r"[^\W\d_]{2,}", kept)) >= 2
