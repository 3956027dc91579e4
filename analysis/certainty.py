"""How sure the text says it is: `evidence` of the layers hedge and denial, read in its sentence.

What a lexicon finds by form counts here only where it hedges: a conditional of rumour or conjecture, and not the
future in the past (`a annoncé qu'il serait`), a wish, or a month called May. Labels are the kinds: conditional,
modal, adverb, adjective, noun, verb, unconfirmed, and denial, which alone makes nothing uncertain.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis import tables
from analysis.articles import Mark, Unit
from analysis.subjects import ACCORDING

HEDGE, DENIAL = "hedge", "denial"
CONDITIONAL, MODAL, UNCONFIRMED = "conditional", "modal", "unconfirmed"

_WISH = re.compile(r"(?:voud|souhaite|aime|préf[éè]re|faud|sau)r(?:ai|ions|iez)", re.IGNORECASE)
_PERFECT = re.compile(
    r"(?:aur(?:ai[st]|aient|ions|iez)|ser(?:ai[st]|aient|ions|iez))(?:-(?:t-)?(?:il|elle|on)s?)?\s+"
    r"(?:(?:pas|plus|jamais|déjà|encore|aussi|également|bien|même|ainsi|toujours|ensuite|\w+ment)\s+)*"
    r"(?:été\s+)?\w+(?:ée?s?|ie?s?|ue?s?|ise?s?|ite?s?|erte?s?|orte?s?)(?!\w)",
    re.IGNORECASE,
)
_REGRET = re.compile(r"aurai(?:t|ent|s)\s+(?:\w+ment\s+)?(?:dû|voulu|préféré|aimé|souhaité)(?!\w)", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?<!\w)(?:a|ont|avait|avaient|ait|ayant|avoir|eut|s[’']est|s[’']était|se\s+sont)(?:-(?:t-)?(?:ils?|elles?|on))?\s+"
    r"(?:(?:\w+ment|aussi|encore|alors|ensuite|également|déjà|toutefois|de\s+\w+\s+côté|pour\s+sa\s+part|lui|leur|fait|laissé|pas|plus|jamais|rien)\s+){0,4}\Z",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:ait|aient|èrent|irent|urent|[cgdlmnprstvy]a|ça|ed|said|told|knew|thought|wrote|meant|swore|held)\Z",
    re.IGNORECASE,
)
_PAST_TOO = re.compile(
    r"(?:(?<!\w)(?:a|ont|avait|avaient|était|étaient|est|sont)\s+(?:\w+\s+){0,2}(?:décidé|convenu|prévu|su|compris|découvert|appris|assuré|certain|"
    r"persuadé|convaincu|entendu|espéré|cru|pensé|exigé|obtenu)e?s?|(?<!\w)(?:savai|pensai|croyai|espérai|craignai|voulai|prévoyai|doutai)(?:t|ent)"
    r"|(?<!\w)(?:knew|hoped|thought|believed|agreed|decided|assumed|feared|expected|guaranteed?|pledged|vowed|promised))"
    r"\s+(?:[^.;!?«»“”\"]{0,40}?\s)?(?:que\s|qu[’']|si\s|that\s|it\s|they\s|the\s|he\s|she\s)",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?<!\w)(?:que\s|qu[’']|si\s|s[’']ils?\s|that\s|whether\s|if\s)", re.IGNORECASE)
_BOUNDARY = re.compile(r";|\s[–—]\s|[!?]\s")
_SAID_BARE = re.compile(
    r"(?:said|says?|told|promised|vowed|warned|insisted|pledged|argued|added|denied|hoped|thought|believed|feared|claimed)\Z",
    re.I,
)
_WOULD_WISH = re.compile(r"\s+(?:like|love|rather|prefer|have\s+(?:liked|loved|preferred))(?!\w)", re.IGNORECASE)
_WOULD_HAVE = re.compile(r"(?:\s+(?:not|never|\w+ly)|n[’']t)*\s+have\s+\w+", re.IGNORECASE)
_MIGHT_HAVE = re.compile(r"aurai(?:t|ent|s)\s+(?:\w+\s+)?pu(?!\w)", re.IGNORECASE)
_ABILITY = re.compile(
    r"\s+(?:only\s+|barely\s+|hardly\s+|not\s+)?(?:see|hear|feel|smell|not|only|barely|hardly)(?!\w)|n[’']t",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?<!\w)(?:ask|wonder|inquir|enquir)\w*\s+(?:\w+\s+){0,3}?(?:when|where|how|whether|if|what|who|why)\s+(?:\w+\s+){0,4}\Z",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"(?:a|ont|avait|avaient|ayant|eut)\s", re.IGNORECASE)
_MAIN = re.compile(r"(?<!\w)(?:a|ont|avait|avaient|s[’']est|said|told|\w+ed)(?!\w)")
_NOT = re.compile(
    r"(?<!\w)(?:n[’']|ne\s)[^.,;:!?]{0,25}?(?<!\w)(?:pas|plus|guère|nullement)\s+(?:\w+ment\s+)?\Z|(?<!\w)(?:not|n[’']t|no\s+longer)\s+\Z",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?<!\w)(?:aucune?|nulle?|sans|pas\s+(?:de|d[’'])|plus\s+(?:de|d[’'])|no|without|without\s+any)\s*(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_ABLE = re.compile(r"(?:possible|envisageable|plausible|vraisemblable|probable)s?\Z", re.IGNORECASE)
_UNREAL = re.compile(
    r"(?<!même\s)(?<!\w)(?:si\s|s[’']ils?\s)[^.;:!?]{1,60}?(?:ait|aient|ût)(?!\w)"
    r"|(?<!\w)if\s[^.;:!?]{1,60}?(?<!\w)(?:had|were|did)(?!\w)",
    re.IGNORECASE,
)
_WANTING = re.compile(r"\W*(?:sans|faute\s+de|à\s+défaut\s+de|without)\s[^,]{1,50},", re.IGNORECASE)


def find(
    documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame, statements: pd.DataFrame
) -> pd.DataFrame:
    """One row is one piece of evidence of the layers hedge and denial that counts, as in `evidence`.

    Two more columns say in whose words it stands: `statement_start` and `statement_end`, the innermost statement
    around it, -1 where the article speaks for itself.
    """
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    own = _units(units)
    said, direct = _spans(statements[statements["kind"] != "scare"]), _spans(statements[statements["kind"] == "direct"])
    cues = _cues(evidence[evidence["layer"].isin(("speech", "verb"))])
    found: dict[str, list[dict[str, Any]]] = {}
    for row in evidence[evidence["layer"].isin((HEDGE, DENIAL))].to_dict("records"):
        found.setdefault(row["document"], []).append(dict(row))
    rows: list[dict[str, Any]] = []
    for document, kept in found.items():
        spoken, text = direct.get(document, []), texts[document]
        real = [row for row in kept if not _is_unreal(text, spoken, row)]
        counted = _counted(text, own[document], cues.get(document, []), real)
        rows += [row | _statement(said.get(document, []), row) for row in counted]
    columns = [*tables.SCHEMAS["evidence"], "statement_start", "statement_end"]
    types = tables.SCHEMAS["evidence"] | dict.fromkeys(columns[-2:], "int64")
    table = pd.DataFrame(rows, columns=columns).astype(types)
    return table.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


def merged(evidence: pd.DataFrame, certain: pd.DataFrame) -> pd.DataFrame:
    """The evidence, in which what `find` returned stands for all of the layers hedge and denial."""
    others = evidence[~evidence["layer"].isin((HEDGE, DENIAL))]
    both = pd.concat([others, certain[list(tables.SCHEMAS["evidence"])]], ignore_index=True)
    return tables.verify("evidence", both.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True))


def _units(units: pd.DataFrame) -> dict[str, dict[int, Unit]]:
    found: dict[str, dict[int, Unit]] = {}
    for document, *unit in units[["document", "unit", "start", "end", "role"]].itertuples(index=False, name=None):
        found.setdefault(document, {})[unit[0]] = Unit(*unit)
    return found


def _spans(statements: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for document, start, end in statements[["document", "start", "end"]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((start, end))
    return found


def _cues(evidence: pd.DataFrame) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for document, *mark in evidence[["document", "start", "end", "label"]].itertuples(index=False, name=None):
        found.setdefault(document, []).append(Mark(*mark))
    return found


def _statement(spans: list[tuple[int, int]], row: dict[str, Any]) -> dict[str, int]:
    start, end = row["start"], row["end"]
    around = [span for span in spans[: bisect_right(spans, (start, math.inf))] if end <= span[1]]
    inner = min(around, key=lambda span: span[1] - span[0], default=(-1, -1))
    return {"statement_start": inner[0], "statement_end": inner[1]}


def _is_unreal(text: str, spoken: list[tuple[int, int]], row: dict[str, Any]) -> bool:
    """Whether a compound conditional is said aloud, which tells what did not happen: nobody speaks in rumours."""
    start, end = row["start"], row["end"]
    if row["label"] != CONDITIONAL or not any(a < start and end < b for a, b in spoken):
        return False
    unreal = _PERFECT.match(text, start) if text[start : start + 3].lower() == "aur" else _WOULD_HAVE.match(text, end)
    return unreal is not None and _MIGHT_HAVE.match(text, start) is None


def _counted(
    text: str, units: dict[int, Unit], cues: list[Mark], found: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """The rows that hedge or deny where they stand, left to right."""
    explicit = [(row["start"], row["end"]) for row in found if row["label"] == UNCONFIRMED]
    dropped = -2
    for row in found:
        start, end, label = row["start"], row["end"], row["label"]
        unit = units[row["unit"]]
        if label != UNCONFIRMED and any(a < end and start < b for a, b in explicit):
            continue
        if row["layer"] == HEDGE and label == CONDITIONAL and _is_future(text, unit, cues, start, end, dropped):
            dropped = unit.unit
        elif row["layer"] == DENIAL or _hedges(text, unit, cues, start, end, label):
            yield _whole(text, unit, row) if label == CONDITIONAL else row


def _whole(text: str, unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """A compound conditional with its participle: `aurait été tué`."""
    perfect = _PERFECT.match(text, row["start"], unit.end)
    return row | {"end": perfect.end(), "match": perfect.group()} if perfect else row


def _hedges(text: str, unit: Unit, cues: list[Mark], start: int, end: int, label: str) -> bool:
    """Whether a word that may hedge does so here."""
    before, after = text[max(unit.start, start - 60) : start], text[end : unit.end]
    word = text[start:end]
    if label == CONDITIONAL:
        wish = _WISH.match(word) or _REGRET.match(text, start, unit.end) or _WOULD_WISH.match(after)
        return not (wish or _did_not_happen(text, unit, start))
    if label == MODAL:
        return not (word == "May" or (word.lower() == "could" and (_ABILITY.match(after) or _ASKED.search(before))))
    if _ABLE.search(word):
        return not _NOT.search(before)
    return not (label == "noun" and _NONE.search(before))


def _did_not_happen(text: str, unit: Unit, at: int) -> bool:
    """Whether a compound conditional tells what did not happen: `sans lui, la sonde n'aurait rien ramené`."""
    first = text[at : at + 5].lower()
    compound = _WOULD_HAVE.match(text, at + len(first)) if first == "would" else _PERFECT.match(text, at)
    if compound is None or not first.startswith(("aur", "would")):
        return False
    return (_UNREAL.search(text, unit.start, unit.end) or _WANTING.match(text, unit.start, unit.end)) is not None


# --- the future in the past


def _is_future(text: str, unit: Unit, cues: list[Mark], start: int, end: int, dropped: int) -> bool:
    """Whether a conditional tells, after a past cue, what was then to come: `a annoncé que le pont rouvrirait`.

    It goes on through coordinated clauses, and into the next sentence when that has no cue of its own. `aurait` and a
    participle stay rumour.
    """
    if text[start : start + 3].lower() == "aur" and _PERFECT.match(text, start, unit.end):
        return False
    opening = max([unit.start, *(mark.end() for mark in _BOUNDARY.finditer(text, unit.start, start))])
    own = [cue for cue in cues if opening <= cue.start < start]
    if any(_governs(text, unit, cue, opening, start) for cue in own) or _PAST_TOO.search(text, opening, start):
        return True
    according = any(unit.start <= cue.start < unit.end and cue.label == ACCORDING for cue in cues)
    return dropped == unit.unit - 1 and not according


def _governs(text: str, unit: Unit, cue: Mark, opening: int, at: int) -> bool:
    """Whether a cue in the past opens a clause with `que` or `that`, or without it in English, before `at`."""
    word = text[cue.start : cue.end]
    past = _PAST.search(word) or _COMPOUND.match(word) or _AUXILIARY.search(text, opening, cue.start)
    if word.endswith(("ant", "ing")):
        past = _MAIN.search(text, unit.start, unit.end)
    if not past:
        return False
    return _THAT.search(text, cue.end - 2, at) is not None or _SAID_BARE.search(word) is not None
