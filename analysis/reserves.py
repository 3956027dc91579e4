"""The marks by which an outlet gives words to somebody, or keeps its distance from them.

What `certainty` and `statements` found is read together with the lexicon `distance`: cues that claim, words such as
*soi-disant*, *sans preuve* or *dénué de fondement*. Each mark has a status:

- `attributed`: a quotation or report whose cue is neutral; a quotation in marks of four words or more without a cue;
- `claimed`: its cue is one that the outlet would not use for its own (*prétendre*, *assurer*, *à en croire*, *insist*),
  or French gives a report in the conditional (*selon lui, l'usine aurait fermé*), or a word says *so-called*;
- `doubted`: words of doubt outside quotations and reports, *unproven* ones in reports too, and words in marks that an
  outlet calls so-called, that evaluate, or that a state's name follows;
- `denied`: a denial, by whomever, outside quotations, that is not denied itself;
- `stated`: words in marks of which form does not tell whether they mock, name or quote. They change no status.

Doubt in a quotation or report is the speaker's, not the outlet's. *Présumé* beside a deed or its doer, which the law
asks for, is no mark.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from analysis import matching, tables
from analysis.articles import Mark, Unit, grouped, is_within
from analysis.certainty import CONDITIONAL, DENIAL, HEDGE, UNCONFIRMED
from analysis.subjects import ACCORDING

LAYER = "distance"
STATED, ATTRIBUTED, CLAIMED, DOUBTED, DENIED = "stated", "attributed", "claimed", "doubted", "denied"
STATUSES = (STATED, ATTRIBUTED, CLAIMED, DOUBTED, DENIED)
"""From what the outlet says itself to what is denied."""
QUOTED, REPORTED, NO_CUE = "quoted", "reported", "quoted without a cue"
CUE, SO_CALLED, RUMOUR = "claiming cue", "so-called", "report in the conditional"
POSSIBLE, CONDITIONALLY, UNKNOWN, UNPROVEN = "hedged", "conditional", "not known", "unproven"
IN_MARKS, DENYING = "in marks", "denial"
COLUMNS = ["document", "unit", "start", "end", "match", "status", "how", "rule", "said"]
SHORT = 3
"""Up to so many words in marks without a cue may be a word that somebody mocks or names."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SPOKEN = ("direct", "partial")
_UNREAL = re.compile(
    r"(?<!\w)(?:si\s|s[’']ils?\s|sans\s(?!doute)|faute\s+de\s|à\s+défaut\s|if\s|without\s|had\s+(?:he|she|it|they)\s)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:sans|ne|n[’']|not|n[’']t|never|cannot|without|hardly|neither|nor|ni)\s*(?:(?:l[’']|les|le|la|en|y|a|ont|avait|"
    r"avaient|peut|peuvent|be|been|either|even|pas|jamais|plus)\s*){0,3}\Z",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(r"\s+(?:pas|guère|point|jamais|nullement|plus)(?!\w)", re.IGNORECASE)
_NE = re.compile(r"(?<!\w)(?:ne\s|n[’'])[^.,;:!?«»“”\"]{0,12}\Z", re.IGNORECASE)


class Article(NamedTuple):
    """One article: its text and units, its statements and words that `find` lays over one another."""

    text: str
    units: list[Unit]
    said: list["Said"]
    words: dict[str, list[Mark]]
    found: list["Found"]


class Said(NamedTuple):
    """A row of `statements`, with its place in the table."""

    start: int
    end: int
    kind: str
    cue_start: int
    cue_end: int
    cue: str
    row: int


class Found(NamedTuple):
    """A row of the evidence: hedge, denial, speech, loaded or a state's name."""

    start: int
    end: int
    layer: str
    label: str
    rule: str


Row = tuple[int, int, str, str, str, int]


def find(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    rules: pd.DataFrame,
    evidence: pd.DataFrame,
    statements: pd.DataFrame,
) -> pd.DataFrame:
    """One row is one mark in a counted unit: document, unit, start, end, match, `status`, `how`, `rule`, `said`.

    `said` is the place in `statements` of the statement that the mark is of, -1 where it is of none. A statement over
    several units has a mark in each.
    """
    rows = []
    for document, article in _articles(documents, units, rules, evidence, statements):
        for unit in article.units:
            here = sorted({*_marks(article, unit)})
            rows += [(document, unit.unit, *one[:2], article.text[one[0] : one[1]], *one[2:]) for one in here]
    types = dict.fromkeys(COLUMNS, "str") | dict.fromkeys(("unit", "start", "end", "said"), "int64")
    return pd.DataFrame(rows, columns=COLUMNS).astype(types)


def _articles(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, evidence: pd.DataFrame, statements: pd.DataFrame
) -> Iterator[tuple[str, Article]]:
    own = rules[rules["layer"] == LAYER].reset_index(drop=True)
    words = matching.find(documents, units, own, also=tables.ON_REQUEST)
    kept = evidence[evidence["layer"].isin((HEDGE, DENIAL, "speech", "loaded", "actor", "place"))]
    places = grouped(tables.counted(units), Unit._make, "unit", "start", "end", "role")
    said = grouped(
        statements.assign(row=range(len(statements))), Said._make, "start", "end", "kind", "cue_start", "cue_end", "cue", "row"
    )
    found = grouped(kept, Found._make, "start", "end", "layer", "label", "rule")
    marks = grouped(words, lambda row: row, "start", "end", "label")
    for document, text in zip(documents["document"], documents["text"], strict=True):
        labelled: dict[str, list[Mark]] = {}
        for start, end, label in marks.get(document, []):
            labelled.setdefault(label, []).append(Mark(start, end, label))
        yield document, Article(text, places.get(document, []), said.get(document, []), labelled, found.get(document, []))


def _marks(article: Article, unit: Unit) -> Iterator[Row]:
    """The marks of one unit: start, end, status, how, rule, place of the statement."""
    said = [one for one in article.said if one.start < unit.end and unit.start < one.end and one.kind != "scare"]
    scare = [one for one in article.said if one.kind == "scare" and unit.start <= one.start < unit.end]
    quoted = [(one.start, one.end) for one in (*said, *scare) if one.kind in _SPOKEN or _is_long(article.text, one)]
    found = [one for one in article.found if unit.start <= one.start < unit.end]
    words = {
        label: [mark for mark in marks if unit.start <= mark.start < unit.end and not is_within(quoted, mark.start, mark.end)]
        for label, marks in article.words.items()
    }
    for one in said:
        how = QUOTED if one.kind in _SPOKEN else REPORTED
        distant = _claiming(article, one)
        status, how = (CLAIMED, CUE) if distant else (ATTRIBUTED, how)
        yield max(one.start, unit.start), min(one.end, unit.end), status, how, how, one.row
    yield from _claimed(words, said)
    yield from _hedged(article, unit, words, found, said, quoted)
    yield from _denied(article, unit, words, found, said, quoted)
    for one in scare:
        yield from _in_marks(article, one, words, found)


def _claiming(article: Article, said: Said) -> bool:
    """Whether the cue of a statement is one that claims."""
    cue = [(said.cue_start, said.cue_end)] if said.cue else []
    return any(is_within(cue, *mark[:2]) for label in ("claiming", "claiming verb") for mark in article.words.get(label, ()))


def _claimed(words: dict[str, list[Mark]], said: list[Said]) -> Iterator[Row]:
    for mark in words.get("claiming", ()):
        yield mark.start, mark.end, CLAIMED, CUE, CUE, _of(mark, said)
    for mark in words.get("claiming verb", ()):
        own = [one.row for one in said if is_within([(one.cue_start, one.cue_end)], mark.start, mark.end)]
        yield from ((mark.start, mark.end, CLAIMED, CUE, CUE, row) for row in own)
    for mark in words.get(SO_CALLED, ()):
        yield mark.start, mark.end, CLAIMED, SO_CALLED, SO_CALLED, _around(mark, said)


def _hedged(
    article: Article,
    unit: Unit,
    words: dict[str, list[Mark]],
    found: list[Found],
    said: list[Said],
    quoted: list[tuple[int, int]],
) -> Iterator[Row]:
    """Doubt of the outlet's own, and reports in the conditional."""
    unproven = words.get(UNPROVEN, [])
    for mark in unproven:
        yield mark.start, mark.end, DOUBTED, UNPROVEN, UNPROVEN, _of(mark, said)
    others = [mark[:2] for label in ("claiming", SO_CALLED, "legal", "no reserve") for mark in words.get(label, ())]
    for one in found:
        if one.layer != HEDGE or is_within([*others, *(mark[:2] for mark in unproven), *quoted], one.start, one.end):
            continue
        if one.label == CONDITIONAL and _is_unreal(article.text, unit, one):
            continue
        within = _around(one, said)
        source = _according(unit, found, said) if one.label == CONDITIONAL and within < 0 else -1
        if source >= 0:
            yield one.start, one.end, CLAIMED, RUMOUR, one.rule, source
        elif within < 0:
            yield one.start, one.end, DOUBTED, _KINDS.get(one.label, POSSIBLE), one.rule, -1
        elif one.label == CONDITIONAL and _is_rumour(article, one, next(row for row in said if row.row == within), found):
            yield one.start, one.end, CLAIMED, RUMOUR, one.rule, within


def _according(unit: Unit, found: list[Found], said: list[Said]) -> int:
    """The statement that `selon` or the like gives in this unit, whose conditional need not be within it."""
    cues = [(one.start, one.end) for one in found if one.layer == "speech" and one.label == ACCORDING]
    return next((one.row for one in said if is_within(cues, one.cue_start, one.cue_end)), -1)


_KINDS = {CONDITIONAL: CONDITIONALLY, UNCONFIRMED: UNKNOWN}


def _is_unreal(text: str, unit: Unit, one: Found) -> bool:
    """Whether a condition stands before it in its sentence: `sans lui, la sonde n'aurait rien ramené`."""
    return _UNREAL.search(text, unit.start, one.start) is not None


def _is_rumour(article: Article, one: Found, said: Said, found: list[Found]) -> bool:
    """Whether a conditional in a report is the outlet's: a compound one, or any behind `selon` and before its cue."""
    according = any(
        cue.label == ACCORDING and cue.layer == "speech" and cue.start < said.cue_end and said.cue_start < cue.end
        for cue in found
    )
    return " " in article.text[one.start : one.end] or according


def _denied(
    article: Article,
    unit: Unit,
    words: dict[str, list[Mark]],
    found: list[Found],
    said: list[Said],
    quoted: list[tuple[int, int]],
) -> Iterator[Row]:
    spared = [mark[:2] for label in ("dispute", UNPROVEN) for mark in words.get(label, ())]
    told = [(one.start, one.end, one.rule) for one in found if one.layer == DENIAL]
    seen: list[tuple[int, int]] = []
    for start, end, rule in [*((mark.start, mark.end, DENYING) for mark in words.get("denying", ())), *told]:
        if is_within(sorted([*spared, *quoted]), start, end) or any(a < end and start < b for a, b in seen):
            continue
        if not _is_negated(article.text, unit, start, end):
            seen.append((start, end))
            own = [one.row for one in said if is_within([(one.cue_start, one.cue_end)], start, end)]
            yield start, end, DENIED, DENYING, rule, own[0] if own else -1


def _is_negated(text: str, unit: Unit, start: int, end: int) -> bool:
    """Whether the denial itself is denied: `ne dément pas`, `sans démentir`, `did not deny`."""
    if _NOT_BEFORE.search(text, unit.start, start):
        return True
    return _NE.search(text, unit.start, start) is not None and _NOT_BEHIND.match(text, end) is not None


def _in_marks(article: Article, one: Said, words: dict[str, list[Mark]], found: list[Found]) -> Iterator[Row]:
    """Words in marks that nobody is said to say."""
    if _is_long(article.text, one):
        yield one.start, one.end, ATTRIBUTED, NO_CUE, NO_CUE, one.row
        return
    before = article.text[:one.start].rstrip()
    named = any(mark.end == len(before) for mark in words.get("naming", ()))
    called = any(mark.end == len(before) for label in ("marking", SO_CALLED) for mark in words.get(label, ()))
    inside = article.text[one.start + 1 : one.end - 1].strip()
    loaded = any(row.layer == "loaded" and one.start < row.start < one.end for row in found)
    distant = not named and not inside[:1].isupper() and (called or loaded or _is_a_states(article, one, found))
    yield one.start, one.end, DOUBTED if distant else STATED, IN_MARKS, IN_MARKS, one.row


def _is_a_states(article: Article, one: Said, found: list[Found]) -> bool:
    """Whether somebody's name follows the closing mark: `l'« opération spéciale » de Moscou`."""
    gap = re.compile(r"\s+(?:d[eu]s?\s+(?:la\s+|l[’'])?|d[’'])?")
    stop = gap.match(article.text, one.end)
    return stop is not None and any(row.layer == "actor" and row.start == stop.end() for row in found)


def _is_long(text: str, one: Said) -> bool:
    return one.kind == "scare" and len(_WORD.findall(text[one.start : one.end])) > SHORT


def _around(mark: Mark | Found, said: Iterable[Said]) -> int:
    """The shortest statement that holds the mark, -1 where none does."""
    around = [one for one in said if one.start <= mark.start and mark.end <= one.end]
    return min(around, key=lambda one: one.end - one.start).row if around else -1


def _of(mark: Mark, said: list[Said]) -> int:
    """The statement that a mark is of: whose cue it is, which holds it, else the last before it, else the next."""
    cued = [one.row for one in said if is_within([(one.cue_start, one.cue_end)], mark.start, mark.end)]
    held = _around(mark, said)
    if cued or held >= 0:
        return cued[0] if cued else held
    ahead = [one.row for one in said if one.end <= mark.start]
    return ahead[-1] if ahead else next((one.row for one in said), -1)
