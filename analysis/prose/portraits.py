"""How a source tells it, as one paragraph: what was counted in its own words, and what chance could give."""

import pandas as pd

from analysis import agency
from analysis.distinctive import READINGS
from analysis.policy import LAYER
from analysis.portraits import Portraits
from analysis.prose.agency import ALLOWED
from analysis.prose.apart import stands
from analysis.prose.designations import called_by_one, calls
from analysis.prose.distance import distances_kept
from analysis.prose.distinctive import set_apart
from analysis.prose.robustness import LEVEL, more_or_less
from analysis.prose.wording import Row, linked, listed, number, told
from analysis.reliability import LEAST_HUMAN
from analysis.statistics import wilson

MOST_FRAMES, MOST_WORDS, MOST_SOURCES = 3, 6, 8
"""So many frames and loaded words a paragraph names; of so many sources each has one."""


def how_told(found: Portraits, source: str, *, lang: str = "") -> str:
    """One paragraph on a source: certainty, frames, naming, loaded words, agency, and what sets it apart.

    `lang` is its language, by which the error of agency is known. Empty for a source of which nothing is counted.
    """
    sentences = [
        *_certainty(found.statuses, source),
        *_frames(found, source),
        *_naming(found, source),
        *_loaded(found.loaded, source),
        *_acting(found.agents, source, lang),
        *_apart(found, source),
    ]
    return " ".join(sentences)


def portraits(found: Portraits, documents: pd.DataFrame) -> list[str]:
    """A paragraph for each source, in the order of the corpus; of many, for those that something sets apart."""
    pairs = list(documents[["label", "lang"]].itertuples(index=False, name=None))
    many = len(pairs) > MOST_SOURCES
    shown = [
        (source, lang) for source, lang in pairs if not many or _framed_apart(found, source) or _apart(found, source)
    ]
    said = [paragraph for source, lang in shown[:MOST_SOURCES] if (paragraph := how_told(found, source, lang=lang))]
    left = number(len(pairs) - len(said), "article")
    rest = f"Of {left} nothing is told here: no count sets them apart beyond chance, or there are too many to tell of."
    return [*_events(found.events), *said, *([rest] if many else [])]


def _events(count: int) -> list[str]:
    """A warning where articles tell of several events."""
    if count < 2:
        return []
    return [f"These articles tell of {count} events: what sets one apart may be its event, and not how it is told."]


def unsure_codes(worth: pd.DataFrame, layer: str = "frame") -> str:
    """Which codes of a layer agree too little with human coding to carry a finding, and on what that was measured."""
    own = worth[worth["layer"] == layer]
    what, unit = (f"{layer} frames", "article") if layer == LAYER else (f"{layer}s", "sentence")
    if own.empty:
        return f"No {what} were checked against human coding: none carries a finding."
    weak = [told(label) for label in own.loc[~own["used"], "label"]]
    basis = f"checked on {own['basis'].iloc[0]}, {number(int(own['of'].max()), unit)}"
    if not weak:
        return f"All {what} agree well enough with human coding to carry a finding ({basis})."
    rest = "all others do" if len(weak) < len(own) else "none does"
    return (
        f"These {what} agree with human coding too little, or too uncertainly, to carry a finding (alpha's lower "
        f"bound under .60, or fewer than {LEAST_HUMAN} cases; {basis}): {listed(weak, most=20)}; {rest}."
    )


def _certainty(statuses: pd.DataFrame, source: str) -> list[str]:
    own = statuses[(statuses["source"] == source) & (statuses["of"] > 0)]
    return distances_kept(own)[:1] if len(own) else []


def _frames(found: Portraits, source: str) -> list[str]:
    own = found.frames[(found.frames["source"] == source) & (found.frames["of"] > 0)]
    if own.empty:
        return []
    sure = own[own["used"]]
    if sure.empty:
        return ["Which frames it uses is not said here: no code agrees well enough with human coding."]
    most = sure.sort_values(["units", "label"], ascending=[False, True], kind="stable")
    each = listed(_framed(row) for row in most.head(MOST_FRAMES).to_dict("records"))
    size = number(int(own["of"].iloc[0]), "sentence or heading", "sentences and headings")
    sentence = f"Of the frames whose coding can be relied on its own words hold {each}, of {size}."
    return [sentence, *_framed_apart(found, source)]


def _framed_apart(found: Portraits, source: str) -> list[str]:
    """The comparisons of a source that hold, beyond chance, of codes that can be relied on."""
    compared = found.comparisons
    holding = compared["used"] & compared["survives"] & (compared["adjusted"] <= LEVEL)
    return [more_or_less(row) for row in compared[holding & (compared["source"] == source)].to_dict("records")]


def _framed(row: Row) -> str:
    count = linked(str(row["units"]), row["layer"], row["label"], row["source"]) if row["units"] else "none"
    return f"{told(row['label'])} in {count}"


def _naming(found: Portraits, source: str) -> list[str]:
    """How the source calls the actor that is called in most ways, and which words for actors are its own alone."""
    own = found.naming[(found.naming["source"] == source) & (found.naming["count"] > 0)]
    same = own[own["actor"] == found.actor]
    first = calls(same, found.actor)[:1] if len(same) else []
    alone = found.alone[(found.alone["source"] == source) & (found.alone["count"] > 1)]
    said = [sentence.replace(f"{told(source)} mentions", "It mentions", 1) for sentence in first]
    return [*said, *([called_by_one(alone, most=2)] if len(alone) else [])]


def _loaded(words: pd.DataFrame, source: str) -> list[str]:
    own = words[words["source"] == source]
    if own.empty:
        return ["No loaded word of its own was found by these rules."]
    each = [_loaded_word(row) for row in own.head(MOST_WORDS).to_dict("records")]
    rest = len(own) - len(each)
    names = listed([*each, f"{number(rest, 'other word')}"]) if rest else listed(each)
    return [f"Loaded words of its own were found {_times(int(own['times'].sum()))}: {names}."]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _loaded_word(row: Row) -> str:
    times = f" ({row['times']})" if row["times"] > 1 else ""
    return linked(f"“{row['word']}”", "loaded", row["label"], row["source"]) + times


def _acting(agents: pd.DataFrame, source: str, lang: str) -> list[str]:
    own = agents[(agents["source"] == source) & (agents["of"] > 0) & (agents["acts"] + agents["undergoes"] > 0)]
    if own.empty or not _allowed(lang):
        return []
    top = own.sort_values(["acts", "undergoes", "actor"], ascending=[False, False, True], kind="stable").head(2)
    each = [_agent(row) for row in top.to_dict("records")]
    acts = number(int(own["of"].iloc[0]), "act")
    return [f"Of {acts} told as done in its own words, as far as the rules find them, {listed(each)}."]


def _agent(row: Row) -> str:
    sides = [
        f"{verb} {linked(str(row[count]), 'agency', row[label], row['source'])}"
        for count, label, verb in (("acts", "label", "acts in"), ("undergoes", "undergone", "is acted upon in"))
        if row[count]
    ]
    return f"{told(row['actor'])} {' and '.join(sides)}"


def _allowed(lang: str) -> bool:
    """Whether the agents found in this language are right often enough, at the lower bound, to be told of."""
    rows = agency.errors(lang)
    named = rows[rows["measured"] == "named agent"]
    if named.empty or not int(named["found"].iloc[0]):
        return False
    return float(wilson(int(named["right"].iloc[0]), int(named["found"].iloc[0]))[0]) >= ALLOWED


def _apart(found: Portraits, source: str) -> list[str]:
    words = found.words[(found.words["source"] == source) & found.words["reading"].isin(READINGS)]
    said = set_apart(words) if len(words) else []
    own = found.places.apart[found.places.apart["source"] == source] if not found.places.reason else pd.DataFrame()
    if len(own) and bool(own["distinct"].iloc[0]):
        said = [*said, f"By frames, naming and voice together {_stands(found, source)}"]
    return said


def _stands(found: Portraits, source: str) -> str:
    return stands(found.places, source).replace(f"{told(source)} stands", "it stands", 1)
