"""How each source tells it, in a few sentences: what was counted in its own words, and what chance could give."""

import pandas as pd

from analysis.distinctive import READINGS
from analysis.language import many, say
from analysis.policy import LAYER as POLICY
from analysis.portraits import Portraits
from analysis.prose import sketches
from analysis.prose.apart import stands
from analysis.prose.distinctive import set_apart
from analysis.prose.robustness import LEVEL, more_or_less
from analysis.prose.wording import articles, listed, named_so, source, two
from analysis.reliability import LEAST_ALPHA, LEAST_HUMAN

MOST, MOST_SOURCES = 4, 8
"""So many sentences a source has in a briefing; of so many sources each has some."""


def portrait(found: Portraits, documents: pd.DataFrame, *, most: int = MOST) -> list[tuple[str, list[str]]]:
    """(label of a source, its sentences) for each source, in the order of the corpus: at most `most` sentences, 0: all.

    The most telling stand first: what sets the source apart beyond chance (its name is the subject), then its frames,
    its loaded words, its words for actors, how far it stands by what it tells, and who acts ("it" is the subject).
    Of many sources only those are told of that something sets apart; `portrait_notes` says so.
    """
    pairs = list(documents[["label", "lang"]].itertuples(index=False, name=None))
    few = len(pairs) <= MOST_SOURCES
    shown = [(label, lang) for label, lang in pairs if few or _beyond_chance(found, label)][:MOST_SOURCES]
    told_of = [(label, [*_beyond_chance(found, label), *_counted(found, label, lang)]) for label, lang in shown]
    return [(label, said[: most or len(said)]) for label, said in told_of if said]


def portraits(found: Portraits, documents: pd.DataFrame, *, most: int = MOST) -> list[str]:
    """`portrait`, a line each, and what limits it."""
    lines = [
        say("{source}: {sentences}", source=source(label), sentences=" ".join(said))
        for label, said in portrait(found, documents, most=most)
    ]
    before, after = portrait_notes(found, documents)
    return [*before, *lines, *after]


def portrait_notes(found: Portraits, documents: pd.DataFrame) -> tuple[list[str], list[str]]:
    """What is to be said before the portraits, and after: that there are several events, that not all are told of."""
    left = len(documents) - len(portrait(found, documents))
    before = say(
        "These articles tell of {count} events: what sets one apart may be its event, and not how it is told.",
        count=found.events,
    )
    after = many(
        left,
        "Of {n} article nothing is told here: no count sets it apart beyond chance, or there are too many to tell of.",
        "Of {n} articles nothing is told here: no count sets them apart beyond chance, or there are too many to tell "
        "of.",
    )
    return [before] if found.events > 1 else [], [after] if left and len(documents) > MOST_SOURCES else []


def _beyond_chance(found: Portraits, label: str) -> list[str]:
    """What sets a source apart: in frames or hedging whatever is changed, in words, and in all together."""
    compared = found.comparisons
    holding = compared["used"] & compared["survives"] & (compared["adjusted"] <= LEVEL)
    framed = [more_or_less(row) for row in compared[holding & (compared["source"] == label)].to_dict("records")]
    words = found.words[(found.words["source"] == label) & found.words["reading"].isin(READINGS)]
    own = found.places.apart[found.places.apart["source"] == label] if not found.places.reason else pd.DataFrame()
    distinct = len(own) > 0 and bool(own["distinct"].iloc[0])
    return [
        *framed,
        *(set_apart(words) if len(words) else []),
        *([stands(found.places, label)] if distinct else []),
    ]


def _counted(found: Portraits, label: str, lang: str) -> list[str]:
    """What was counted in its own words, a sentence of each kind; `lang` is its language, which has an error."""
    loaded = sketches.loaded(found.loaded, label)
    none = found.loaded[found.loaded["source"] == label].empty
    return [
        *sketches.frames(found.frames, label),
        *([] if none else loaded),
        *sketches.naming(found, label),
        *sketches.reserve(found.statuses, label),
        *sketches.agents(found.agents, label, lang),
        *(loaded if none else []),
    ]


def unsure_codes(worth: pd.DataFrame, layer: str = "frame") -> str:
    """Which codes of a layer agree too little with human coding to carry a finding, and on what that was measured."""
    own = worth[worth["layer"] == layer]
    codes = say("policy frames") if layer == POLICY else say("frames")
    if own.empty:
        return say("No {codes} were checked against human coding: none carries a finding.", codes=codes)
    basis = _basis(str(own["basis"].iloc[0]), int(own["of"].max()), layer)
    if own["used"].all():
        return say(
            "All {codes} agree well enough with human coding to carry a finding ({basis}).", codes=codes, basis=basis
        )
    about = {
        "codes": codes,
        "weak": listed((named_so(label) for label in own.loc[~own["used"], "label"]), most=20),
        "bound": two(LEAST_ALPHA),
        "cases": LEAST_HUMAN,
        "basis": basis,
    }
    if own["used"].any():
        return say(
            "These {codes} agree with human coding too little, or too uncertainly, to carry a finding (alpha's lower "
            "bound under {bound}, or fewer than {cases} cases; {basis}): {weak}. The others agree well enough.",
            **about,
        )
    return say(
        "These {codes} agree with human coding too little, or too uncertainly, to carry a finding (alpha's lower "
        "bound under {bound}, or fewer than {cases} cases; {basis}): {weak}. None agrees well enough.",
        **about,
    )


def _basis(basis: str, of: int, layer: str) -> str:
    """On which articles, and on how much of them, codes were checked: policy frames by article, others by sentence."""
    size = articles(of) if layer == POLICY else many(of, "{n} sentence", "{n} sentences")
    if basis == "these articles":
        return say("checked on these articles, {size}", size=size)
    return say("checked on invented articles, {size}", size=size)
