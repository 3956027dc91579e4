"""On which side a speaker stands, as far as the reading tells: of a state, independent of it, or neither is known.

The rule is in `SIDE`: the state's own voices (ministers, offices, armies, mayors, judges, state media) are official;
opposition, experts, witnesses, unions and companies are independent of it, which is not to say that they are neutral.
Organisations stand apart, for the reading does not tell bodies of states (the UN) from associations; so does the press.
"""

import re
from collections.abc import Iterable

import pandas as pd

from analysis.words import folded

OFFICIAL, INDEPENDENT, ORGANISATION, PRESS = "official", "independent", "organisation", "press"
UNNAMED, UNKNOWN = "unnamed", "unknown"
SIDE = {
    **dict.fromkeys(("government", "official", "state media"), OFFICIAL),
    **dict.fromkeys(("opposition", "expert", "witness", "union or company"), INDEPENDENT),
    **dict.fromkeys(("agency", "media"), PRESS),
    "organisation": ORGANISATION,
    "unnamed": UNNAMED,
    "": UNKNOWN,
}
"""The side of each kind of speaker; `unnamed` keeps its name back, `unknown` was not found."""
SIDES = (OFFICIAL, INDEPENDENT, ORGANISATION, PRESS, UNNAMED, UNKNOWN)

_MARKS = re.compile(r"\W+")
_STATE = re.compile(r"(?:acts for|seat of) ([^;]+)")
_BEFORE = re.compile(r"\s+(?:(?:de|des|du|aux?|à|chargée?|d[’']|of|for)\b[^,.;:!?«»“”\"]{1,60})?,?\s*\Z|,\s+\Z")
_AFTER = re.compile(r"\s*,\s+[^,.;:!?«»“”\"]{0,30}\Z")
_AND_BEFORE = re.compile(r"\b(?:et|and)\s+(?:l[’']|(?:la|les?|the)\s+)?\Z")
_AND_BEHIND = re.compile(r"\s+(?:et|and)\b")
_NEAR = 90
"""How many characters from a speaker an office may stand that tells whose it is."""

Span = tuple[int, int, str]


def sided(
    statements: pd.DataFrame, actors: pd.DataFrame, evidence: pd.DataFrame, rules: pd.DataFrame, documents: pd.DataFrame
) -> pd.DataFrame:
    """The statements with the speaker's `side` and, of official voices, the `state` whose they are ("": not said).

    A state is told by the speaker's name (a state, a capital, somebody who is listed as acting for one), or by its
    adjective beside an office that stands with the name: `le ministre iranien des Affaires étrangères, X`. Speakers
    whose names differ in nothing but capitals, accents and marks are spelled alike. Kinds that the rule does not know
    are `unknown`.
    """
    spelled = _spelled(statements["speaker"])
    side = statements["speaker_kind"].map(lambda kind: SIDE.get(kind, UNKNOWN)).astype("str")
    table = statements.assign(speaker=statements["speaker"].map(spelled).astype("str"), side=side)
    found = _states(table[side == OFFICIAL], actors, evidence, _listed(rules, actors), documents)
    pairs = zip(table["document"], table["speaker"], side, strict=True)
    state = [found.get((document, speaker), "") if own == OFFICIAL else "" for document, speaker, own in pairs]
    return table.assign(state=pd.Series(state, table.index, "str"))


def _spelled(speakers: pd.Series) -> dict[str, str]:
    """Each speaker under the first spelling of its name, in alphabetical order."""
    first: dict[str, str] = {}
    plain = {name: _MARKS.sub("-", folded(name)) for name in sorted({*speakers})}
    return {name: first.setdefault(key, name) if name else "" for name, key in plain.items()}


def _listed(rules: pd.DataFrame, actors: pd.DataFrame) -> dict[str, str]:
    """Each name that the lists or the mentions know as a state's, or as acting for one, with its state."""
    own = rules[rules["layer"].isin(("actor", "place"))]
    notes = zip(own["label"], own["note"], strict=True)
    acting = {label: match[1].strip() for label, note in notes if (match := _STATE.search(note))}
    states = {label: label for label in actors.loc[actors["kind"] == "state", "actor"]}
    known = {*states, *own.loc[own["note"].str.startswith("state"), "label"]}
    return {label: state for label, state in acting.items() if state in known} | states


def _states(
    official: pd.DataFrame,
    actors: pd.DataFrame,
    evidence: pd.DataFrame,
    listed: dict[str, str],
    documents: pd.DataFrame,
) -> dict[tuple[str, str], str]:
    """The state of each official speaker of each document: by its name, else by the offices that stand with it."""
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    offices = _spans(evidence[(evidence["layer"] == "speaker") & evidence["label"].map(SIDE).eq(OFFICIAL)], "label")
    named = evidence[evidence["layer"].isin(("actor", "place"))].rename(columns={"label": "actor"})
    states = _spans(pd.concat([actors, named])[lambda table: table["actor"].isin({*listed.values()})], "actor")
    found: dict[tuple[str, str], str] = {}
    for document, speaker, start, end in _where(official, actors):
        if not found.get((document, speaker)):
            near = [span for span in states.get(document, ()) if start - _NEAR < span[0] < end + _NEAR]
            told = _told(texts[document], start, end, near, offices.get(document, ())) if start >= 0 else ""
            found[document, speaker] = listed.get(speaker) or told
    return found


def _where(official: pd.DataFrame, actors: pd.DataFrame) -> Iterable[tuple[str, str, int, int]]:
    """Where each official speaker stands: beside its statements, then wherever the article names it."""
    said = official[["document", "speaker", "speaker_start", "speaker_end"]]
    keys = said[["document", "speaker"]].drop_duplicates()
    named = actors.rename(columns={"actor": "speaker"}).merge(keys, on=["document", "speaker"])
    yield from said.itertuples(index=False, name=None)
    yield from named[["document", "speaker", "start", "end"]].itertuples(index=False, name=None)


def _spans(table: pd.DataFrame, column: str) -> dict[str, list[Span]]:
    rows = table[["document", "start", "end", column]].itertuples(index=False, name=None)
    found: dict[str, list[Span]] = {}
    for document, *span in rows:
        found.setdefault(document, []).append(tuple(span))
    return found


def _told(text: str, start: int, end: int, states: list[Span], offices: Iterable[Span]) -> str:
    """The state that the speaker's own words name, or its office right before or behind."""
    inside = [span for span in states if start <= span[0] and span[1] <= end]
    if inside:
        joined = any(_AND_BEFORE.search(text, start, one[0]) or _AND_BEHIND.match(text, one[1], end) for one in inside)
        return inside[0][2] if len({state for _, _, state in inside}) == 1 and not joined else ""
    for first, last, state in states:
        beside = [(a, b) for a, b, _ in offices if (a <= first and last <= b + 1) or b + 1 == first or last + 1 == a]
        for a, b in beside:
            head, foot = min(a, first), max(b, last)
            if foot <= start and _BEFORE.fullmatch(text, foot, start):
                return state
            if head >= end and _AFTER.fullmatch(text, end, head):
                return state
    return ""
