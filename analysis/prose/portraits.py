"""How a source tells it, as one paragraph: what was counted in its own words, and what chance could give."""

import pandas as pd

from analysis import agency
from analysis.distinctive import READINGS
from analysis.portraits import Portraits
from analysis.prose.agency import ALLOWED
from analysis.prose.apart import stands
from analysis.prose.designations import called_by_one, calls
from analysis.prose.distance import distances_kept
from analysis.prose.distinctive import set_apart
from analysis.prose.robustness import LEVEL, more_or_less
from analysis.prose.wording import Row, linked, listed, number, told
from analysis.statistics import wilson

MOST_FRAMES, MOST_WORDS = 3, 6
"""So many frames and loaded words a paragraph names."""


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
    """A paragraph for each source, in the order of the corpus."""
    pairs = documents[["label", "lang"]].itertuples(index=False, name=None)
    return [paragraph for source, lang in pairs if (paragraph := how_told(found, source, lang=lang))]


def unsure_codes(worth: pd.DataFrame, layer: str = "frame") -> str:
    """Which codes of a layer agree too little with human coding to carry a finding, and on what that was measured."""
    own = worth[worth["layer"] == layer]
    if own.empty:
        return f"No code of the layer {layer} was checked against human coding: none carries a finding."
    weak = [told(label) for label in own.loc[~own["used"], "label"]]
    basis = f"checked on {own['basis'].iloc[0]}, {number(int(own['of'].max()), 'sentence')}"
    if not weak:
        return f"Every {layer} agrees well enough with human coding to carry a finding ({basis})."
    rest = "all others do" if len(weak) < len(own) else "none does"
    return (
        f"These {layer}s agree with human coding too little, or too uncertainly, to carry a finding (alpha's lower "
        f"bound under .60; {basis}): {listed(weak, most=20)}; {rest}."
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
    most = sure[sure["units"] > 0].sort_values(["units", "label"], ascending=[False, True], kind="stable")
    compared = found.comparisons
    holding = compared["used"] & compared["survives"] & (compared["adjusted"] <= LEVEL)
    beyond = compared[holding & (compared["source"] == source)]
    names = listed(told(label) for label in sure["label"])
    if most.empty:
        return [f"Of the frames whose coding can be relied on ({names}) its own words hold none."]
    each = [_framed(row) for row in most.head(MOST_FRAMES).to_dict("records")]
    first = f"Of the frames whose coding can be relied on ({names}) its own words hold {listed(each)}"
    sentence = f"{first}, of {number(int(own['of'].iloc[0]), 'sentence or heading', 'sentences and headings')}."
    return [sentence, *(more_or_less(row) for row in beyond.to_dict("records"))]


def _framed(row: Row) -> str:
    return f"{told(row['label'])} in {linked(str(row['units']), row['layer'], row['label'], row['source'])}"


def _naming(found: Portraits, source: str) -> list[str]:
    own = found.naming[(found.naming["source"] == source) & (found.naming["count"] > 0)]
    if own.empty:
        return []
    kinds = own.groupby("actor", sort=False).agg(kinds=("kind", "size"), of=("of", "first"))
    actor = str(kinds.assign(varied=kinds["kinds"] > 1).sort_values(["varied", "of"], kind="stable").index[-1])
    first = calls(own, actor)[0].replace(f"{told(source)} mentions", "It mentions", 1)
    alone = found.alone[found.alone["source"] == source]
    return [first, *([called_by_one(alone, most=2)] if len(alone) else [])]


def _loaded(words: pd.DataFrame, source: str) -> list[str]:
    own = words[words["source"] == source]
    if own.empty:
        return ["No loaded word of its own was found."]
    total = int(own["times"].sum())
    each = [_loaded_word(row) for row in own.head(MOST_WORDS).to_dict("records")]
    rest = len(own) - len(each)
    more = f" and {rest} more" if rest else ""
    return [f"Of loaded words of its own {number(total, 'was', 'were')} found: {', '.join(each)}{more}."]


def _loaded_word(row: Row) -> str:
    return linked(f"“{row['word']}”", "loaded", row["label"], row["source"])


def _acting(agents: pd.DataFrame, source: str, lang: str) -> list[str]:
    own = agents[(agents["source"] == source) & (agents["of"] > 0) & (agents["acts"] + agents["undergoes"] > 0)]
    if own.empty or not _allowed(lang):
        return []
    top = own.sort_values(["acts", "undergoes", "actor"], ascending=[False, False, True], kind="stable").head(2)
    each = [_agent(row) for row in top.to_dict("records")]
    return [f"Of {number(int(own['of'].iloc[0]), 'act')} told as done that name an actor, {listed(each)}."]


def _agent(row: Row) -> str:
    count = linked(str(row["acts"]), "agency", row["label"], row["source"]) if row["acts"] else "none"
    undergone = linked(str(row["undergoes"]), "agency", row["undergone"], row["source"]) if row["undergoes"] else "none"
    return f"{told(row['actor'])} acts in {count} and is acted upon in {undergone}"


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
    elif len(own):
        said = [*said, "By frames, naming and voice together it can't be told from the others."]
    return said


def _stands(found: Portraits, source: str) -> str:
    return stands(found.places, source).replace(f"{told(source)} stands", "it stands", 1)
