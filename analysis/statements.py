"""`units` and `evidence` → `statements`: every quotation in marks, with its speaker where the text shows one.

A quotation has a cue (evidence of layer `speech`) beside it, or a form that shows that somebody says it; its speaker
is found by `speakers`. Reported speech without marks is no row here.
"""

import re
from bisect import bisect_left, bisect_right

import pandas as pd

from analysis import phrases, runs, speakers, subjects
from analysis.articles import Article, Mark, Place, articles, between
from analysis.mentions import NOBODY, Row, Voice
from analysis.speakers import BESIDE, INSERTION, before, follows_colon, opens_sentence
from analysis.subjects import ACCORDING

SETTING = "setting"
"""The label of cues that say where something is said."""

UNREAD = ("related", "credit")

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_THAT = re.compile(r"(?:(?<!\w)(?:que|that|de)\s+|(?<!\w)(?:qu|d)[’']\s*)\Z", re.IGNORECASE)


def quotations(documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """`statements`: one row is a quotation in marks, marks included, as kind direct, partial or scare.

    `direct` is at least a clause that stands by itself; `partial` are words within the writer's sentence, given
    to somebody; `scare` are words that nobody is said to say, titles of works among them. Link lines and credits
    are not read.
    """
    read = articles(documents, units, evidence)
    rows = [(document, *row) for document, article in read if article for row in quoted(article)]
    return runs.table("statements", rows)


def quoted(article: Article) -> list[Row]:
    """The rows of one article, without its name."""
    rows: list[Row] = []
    voices: list[tuple[int, Voice]] = []
    starts, ends = [unit.start for unit in article.units], [unit.end for unit in article.units]
    for start, end in article.quoted:
        within = article.units[bisect_right(ends, start) : bisect_left(starts, end)]
        if not within or within[0].role in UNREAD:
            continue
        place = Place(start, end, within[0], within[-1])
        cue = _cue(article, place)
        direct = _is_direct(article, place, cue)
        voice = (
            speakers.voice(article, place, cue, voices) if direct or _may_be_partial(article, place, cue) else NOBODY
        )
        voice = speakers.same(voice, voices)
        said = voice != NOBODY or (cue is not None and subjects.has_pronoun(article, place, cue))
        kind = "direct" if direct else "partial" if said else "scare"
        if voice != NOBODY:
            voices.append((start, voice))
        rows.append(_row(article, place, kind, voice, cue if kind != "scare" else None))
    return rows


def _row(article: Article, place: Place, kind: str, voice: Voice, cue: Mark | None) -> Row:
    words = article.text[cue.start : cue.end] if cue else ""
    own, (name, start, end, kind_of), told = place, voice, cue[:2] if cue else (-1, -1)
    return Row(own.first.unit, own.start, own.end, kind, name, kind_of, start, end, words, *told)


# --- which cue


def _cue(article: Article, place: Place) -> Mark | None:
    """The cue that gives these words: right behind them, else before them, else behind them in their sentence."""
    behind = between(article.cues, place.end, place.last.end)
    ahead = between(article.cues, place.first.start, place.start)
    attached = [cue for cue in behind if _is_attached(article, place, cue)]
    if attached and (not ahead or opens_sentence(article, place) or _is_named_behind(article, place, attached[0])):
        return attached[0]
    ahead = [cue for cue in ahead if cue.label != SETTING] or ahead
    spoken = [cue for cue in ahead if cue.label != ACCORDING]
    if spoken or ahead or attached:
        return (spoken or ahead)[-1] if ahead else attached[0]
    inserted = between(article.inserted, place.start, place.end)
    according = [cue for cue in behind if cue.label == ACCORDING]
    return _introducing(article, place) or next(iter([*inserted, *according]), None)


def _is_named_behind(article: Article, place: Place, cue: Mark) -> bool:
    """Whether a cue right behind a quotation after a colon has its own speaker: `Il rit : « Non », dit Jean Petit`."""
    if (
        not follows_colon(article, place)
        or cue.label == ACCORDING
        or article.text[place.end : cue.start].strip(" \u00a0\u202f") != ","
    ):
        return False
    found = phrases.first(article.text, cue.end, place.last.end)
    return found is not None and not article.text[cue.end : found.start].strip()


def _is_attached(article: Article, place: Place, cue: Mark) -> bool:
    """Whether only a few words without a stop or another quotation stand between the closing mark and the cue."""
    between = article.text[place.end : cue.start]
    if len(_WORD.findall(between)) > BESIDE or re.search(r"[;:«“\"„]|[.!?…]\s", between):
        return False
    alone = opens_sentence(article, place) or _inside(article, place).endswith(",")
    return alone or cue.label == ACCORDING or phrases.first(article.text, place.end, cue.start) is None


def _introducing(article: Article, place: Place) -> Mark | None:
    """The last cue of the unit before, if that ends with a colon."""
    former = next((unit for unit in reversed(article.units) if unit.end <= place.first.start), None)
    if former is None or not opens_sentence(article, place) or article.text[former.end - 1] != ":":
        return None
    return next(reversed(between(article.cues, former.start, former.end)), None)


# --- which kind


def _inside(article: Article, place: Place) -> str:
    return article.text[place.start + 1 : place.end - 1].strip(" \t\u00a0\u202f")


def _is_direct(article: Article, place: Place, cue: Mark | None) -> bool:
    """Whether the words stand by themselves: whole sentences, words after a colon, or before an inserted cue."""
    inside = _inside(article, place)
    words = len(_WORD.findall(inside))
    if not words or place.first.role not in ("lead", "body"):
        capital = words > 1 and not inside[0].islower() and INSERTION.match(article.text, place.end) is not None
        return follows_colon(article, place) and (words > 3 or capital)
    if place.first != place.last or (
        opens_sentence(article, place) and not _WORD.search(article.text, place.end, place.last.end)
    ):
        return words > 1
    capital = not inside[0].islower()
    if follows_colon(article, place):
        return words > 2 and capital
    if opens_sentence(article, place):
        if words > 1 and capital and INSERTION.match(article.text, place.end):
            return True
        return (
            cue is not None and cue.start >= place.end and _is_attached(article, place, cue) and (capital or words > 2)
        )
    return capital and words > 2 and cue is not None and _comes_after(article, place, cue)


def _comes_after(article: Article, place: Place, cue: Mark) -> bool:
    """Whether the cue stands right before the words, with a comma or nothing between: `she said, “We …”`."""
    return (
        0 <= place.start - cue.end <= 25
        and re.fullmatch(r"\s*(?:\w+\s*)?,?\s*", article.text[cue.end : place.start]) is not None
    )


def _may_be_partial(article: Article, place: Place, cue: Mark | None) -> bool:
    """Whether the words may be somebody's: there is a cue, and they are no title of a work by their form."""
    if cue is None:
        headline = place.first.role not in ("lead", "body") and follows_colon(article, place)
        return headline or speakers.bare_agent(article, place) is not None
    inside = _inside(article, place)
    named = inside[:1].isupper() and not _THAT.search(before(article, place))
    return not named or cue.start >= place.end or _comes_after(article, place, cue)
