"""The marks by which an outlet gives words to somebody, or keeps its distance from them.

What `certainty` and `statements` found is read together with the lexicon `distance`: cues that claim, words such as
*soi-disant*, *sans preuve* or *dénué de fondement*. Each mark has a status:

- `attributed`: a quotation or report whose cue is neutral; a quotation in marks of four words or more without a cue;
- `claimed`: its cue is one that the outlet would not use for its own (*prétendre*, *assurer*, *à en croire*, *insist*),
  or French gives a report in the conditional (*selon lui, l'usine aurait fermé*), or a word says *so-called*;
- `doubted`: words of doubt outside quotations and reports, *unproven* ones in reports too, and words in marks that an
  outlet calls so-called, that evaluate, or that a state's name follows;
- `denied`: a denial, by whomever, outside quotations, that is not denied itself;
- `stated`: words in marks of which form does not tell whether they mock, name or quote, and words of doubt that are
  no doubt of the outlet's. They change no status.

Doubt in a quotation or report is the speaker's, not the outlet's. *Présumé* beside a deed or its doer, which the law
asks for, is no mark.
"""

import re
from collections.abc import Iterator

import pandas as pd

from analysis import denials, marked_words, rumours, tables
from analysis.certainty import CONDITIONAL, HEDGE, UNCONFIRMED
from analysis.overlaid import LAYER, SPOKEN, Overlaid, Said, around, cued, overlaid, touches

STATED, ATTRIBUTED, CLAIMED, DOUBTED, DENIED = "stated", "attributed", "claimed", "doubted", "denied"
STATUSES = (STATED, ATTRIBUTED, CLAIMED, DOUBTED, DENIED)
"""From what the outlet says itself to what is denied."""
QUOTED, REPORTED, NO_CUE = "quoted", "reported", "quoted without a cue"
CUE, SO_CALLED, RUMOUR = "claiming cue", "so-called", "report in the conditional"
POSSIBLE, CONDITIONALLY, UNKNOWN, UNPROVEN = "hedged", "conditional", "not known", denials.UNPROVEN
IN_MARKS, DENIAL = "in marks", "denial"
HEDGED = "hedged by others"
"""Words of doubt in what the outlet gives as the words of somebody: they change no status."""
COLUMNS = ["document", "unit", "start", "end", "match", "status", "how", "rule", "said"]

_NOT_SHOWN = (UNPROVEN, denials.WITHOUT_PROOF, denials.BASELESS)
_APPOSED = re.compile(r",\s+(?:[\w’']+\s+){0,2}\Z")
_KINDS = {CONDITIONAL: CONDITIONALLY, UNCONFIRMED: UNKNOWN}

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
    several units has a mark in each. All tables are those of one `reading.Reading`.
    """
    rows = [
        (document, here.unit.unit, *mark[:2], here.text[mark[0] : mark[1]], *mark[2:])
        for document, here in overlaid(documents, units, rules, evidence, statements)
        for mark in sorted({*_marks(here)})
    ]
    types = dict.fromkeys(COLUMNS, "str") | dict.fromkeys(("unit", "start", "end", "said"), "int64")
    return pd.DataFrame(rows, columns=COLUMNS).astype(types)


def _marks(here: Overlaid) -> Iterator[Row]:
    """The marks of one unit: start, end, status, how, rule, place of the statement."""
    yield from _given(here)
    yield from _claimed(here)
    yield from _unproven(here)
    doubts = [*_hedged(here)]
    yield from doubts
    yield from _hedged_by_others(here, {mark[:2] for mark in doubts if mark[2] == DOUBTED})
    for start, end, rule, said in denials.denied(here):
        yield start, end, DENIED, DENIAL, rule, said
    yield from _in_marks(here)


def _given(here: Overlaid) -> Iterator[Row]:
    """What the unit holds of each statement."""
    claiming = here.labelled("claiming", "claiming verb")
    for one in here.said:
        manner = QUOTED if one.kind in SPOKEN else REPORTED
        distant = any(cued([one], *span) for span in claiming)
        status, how = (CLAIMED, CUE) if distant else (ATTRIBUTED, manner)
        yield max(one.start, here.unit.start), min(one.end, here.unit.end), status, how, how, one.row


def _claimed(here: Overlaid) -> Iterator[Row]:
    """Cues that claim, and words that say so-called."""
    legal = here.labelled("legal")
    for span in here.labelled("claiming"):
        if not touches(legal, *span):
            yield *span, CLAIMED, CUE, CUE, _of(here, *span)
    for span in here.labelled("claiming verb"):
        yield from ((*span, CLAIMED, CUE, CUE, one.row) for one in cued(here.said, *span))
    for span in here.labelled(SO_CALLED):
        if not touches(legal, *span):
            yield *span, CLAIMED, SO_CALLED, SO_CALLED, -1


def _unproven(here: Overlaid) -> Iterator[Row]:
    """What is not proven, as the outlet says; within a report that is what the speaker says, and *baseless* denies."""
    for label in (UNPROVEN, denials.WITHOUT_PROOF, denials.BASELESS):
        for start, end in here.labelled(label):
            held = around(here.said, start, end)
            if held is None or label == denials.WITHOUT_PROOF or _is_set_beside(here, held, start):
                about = _of(here, start, end) if here.said else denials.taken_up(here)
                yield start, end, DOUBTED, UNPROVEN, label, about
            elif label == denials.BASELESS:
                yield start, end, DENIED, DENIAL, label, -1


def _is_set_beside(here: Overlaid, held: Said, at: int) -> bool:
    """Whether a report goes on as the outlet's word on it: `…, ce que rien ne prouve`, `…, un bilan invérifiable`."""
    nouns = [start for start, _ in here.labelled("claim") if held.start < start < at]
    return any(held.start < start < at for start, _ in here.labelled("words")) or any(
        _APPOSED.search(here.text, held.start, start) for start in nouns
    )


def _hedged(here: Overlaid) -> Iterator[Row]:
    """Doubt of the outlet's own, and reports in the conditional."""
    spared = [*here.labelled("claiming", SO_CALLED, "legal", *_NOT_SHOWN), *here.quoted]
    cues = [(one.cue_start, one.cue_end) for one in here.said if one.cue]
    for span in here.labelled("supposing"):
        if around(here.said, *span) is None:
            yield *span, DOUBTED, POSSIBLE, "supposing", -1
    for one in here.found:
        verbs = cues if one.label == "verb" else []
        if one.layer != HEDGE or touches([*spared, *verbs], one.start, one.end):
            continue
        within, source = around(here.said, one.start, one.end), rumours.of_source(here)
        said = within or source
        if said is None and here.labelled("claiming") and rumours.is_compound(here.text, one):
            yield one.start, one.end, CLAIMED, RUMOUR, one.rule, -1
        elif said and rumours.is_rumour(here.text, one, said, here.found):
            yield one.start, one.end, CLAIMED, RUMOUR, one.rule, said.row
        elif within is None:
            yield one.start, one.end, DOUBTED, _KINDS.get(one.label, POSSIBLE), one.rule, -1


def _hedged_by_others(here: Overlaid, own: set[tuple[int, int]]) -> Iterator[Row]:
    """All words of doubt that are none of the outlet's own: those of a speaker, or of a cue."""
    for one in here.found:
        if one.layer == HEDGE and (one.start, one.end) not in own:
            held = around(here.said, one.start, one.end)
            yield one.start, one.end, STATED, HEDGED, one.rule, held.row if held else -1


def _in_marks(here: Overlaid) -> Iterator[Row]:
    """Words in marks that nobody is said to say."""
    for one in here.scare:
        if marked_words.is_long(here, one):
            yield one.start, one.end, ATTRIBUTED, NO_CUE, NO_CUE, one.row
        else:
            held = around(here.said, one.start, one.end)
            status = DOUBTED if marked_words.is_distant(here, one) else STATED
            yield one.start, one.end, status, IN_MARKS, IN_MARKS, held.row if held else -1


def _of(here: Overlaid, start: int, end: int) -> int:
    """The statement that a mark is of: whose cue it is, else the last before it, else the next.

    One that holds it says it itself, unless the outlet sets it beside: `il affirme X, ce que Rome n'a pas confirmé`.
    """
    own, held = cued(here.said, start, end), around(here.said, start, end)
    if own or held:
        beside = held is not None and _is_set_beside(here, held, start)
        return own[0].row if own else held.row if held and beside else -1
    ahead = [one for one in here.said if one.end <= start]
    return ahead[-1].row if ahead else next((one.row for one in here.said), -1)


def rows_of(table: pd.DataFrame) -> pd.DataFrame:
    """Rows as evidence of the layer `distance`, each span once under its label; they lack nothing but the layer."""
    kept = table.assign(layer=LAYER)[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"])
    keys = list(tables.KEYS["evidence"])
    return kept.sort_values([*keys, "rule"], kind="stable").drop_duplicates(keys, ignore_index=True)
