"""The sentences that open a briefing: what happened, what is disputed, what each leaves out, how each tells it."""

import re
from collections.abc import Sequence

import pandas as pd

from analysis.consensus import TELLING, short
from analysis.discrepancies.attribution import OWN
from analysis.distance import LAYER
from analysis.language import many, say, word
from analysis.loaded import ANY, GATHERED
from analysis.portraits import Portraits
from analysis.prose.wording import Row, in_turn, linked, listed, quotation, told
from analysis.reserves import ATTRIBUTED, CLAIMED, DENIED, DOUBTED, STATED
from analysis.salient import EVENTS
from analysis.valued import valued

LONGEST, AROUND = 230, 80
"""In characters: of a fact, and of the words around a value."""
LETTERS, TOGETHER, PORTRAITS = 12, 6, 12
"""So many letters stand for sources in a row; so many stay on one line; of so many sources each has a portrait."""
FRAMES, WORDS = 3, 3
"""So many frames and loaded words a portrait names."""


def source(label: str) -> str:
    """The letter of a source, which the page sets as its badge, as a link to its article."""
    anchor = re.sub(r"\W+", "-", label)
    return f"[[{told(label)}|article-{anchor}]]"


def letters(labels: Sequence[str]) -> str:
    """The letters of sources, one after the other; of very many the first, and how many more there are."""
    shown = ("\u00a0" if len(labels) <= TOGETHER else " ").join(map(source, labels[:LETTERS]))
    rest = len(labels) - LETTERS
    return say("{letters} and {rest} more", letters=shown, rest=rest) if rest > 0 else shown


def happened(chosen: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """What most articles tell of each event, a fact a sentence, with the letters of those that tell it, and how.

    `chosen` is `salient.happened`; `articles` has a row per article with source and story.
    """
    if articles.empty or (chosen.empty and articles["story"].nunique() < 2):
        return [say("No fact was found that most of these articles tell.")]
    of = {story: part["source"].tolist() for story, part in articles.groupby("story", sort=True)}
    shown = sorted(of, key=lambda story: -len(of[story]))[:EVENTS]
    found: list[str] = []
    for story in shown:
        rows = chosen[chosen["story"] == story].to_dict("records")
        found += [_event(of[story], bool(rows))] if len(of) > 1 else []
        found += map(_fact, rows)
    rest = len(of) - len(shown)
    further = many(rest, "{n} more event is told of.", "{n} more events are told of.") if rest else ""
    return [*found, *([further] if further else [])]


def order_of_facts(standing: pd.DataFrame) -> str:
    """In which order the facts stand that open a briefing, and what the letters behind them mean."""
    if standing.empty:
        return say("Nothing is told here.")
    return say(
        "Each fact in the words of one article. The fact that most articles tell comes first, then the others in the "
        "order of the days that the articles name beside them, and of their places in the articles. A letter opens an "
        "article that tells the fact, the words all sentences that tell it. Which sentences tell the same fact is the "
        "machine's judgement: open them before you write who says what."
    )


def _event(sources: Sequence[str], something: bool) -> str:
    """Whose event the next sentences are about."""
    who = letters(sources)
    if len(sources) == 1:
        return say("{source} alone tells of this:", source=who)
    if not something:
        return say("{sources} tell of one event; no fact is told by most of them.", sources=who)
    return say("{sources} tell of one event:", sources=who)


def _fact(row: Row) -> str:
    """The fact in the words of one article, and who tells it: plainly, with doubt, as somebody's word."""
    fact = quotation(short(str(row["statement"]), LONGEST).removesuffix("."), str(row["layer"]), str(row["label"]))
    how = {name: letters(str(row[name]).split("|")) for name in ("told", "hedged", "attributed") if row[name]}
    each = [
        *([how["told"]] if "told" in how else []),
        *([say("with doubt {sources}", sources=how["hedged"])] if "hedged" in how else []),
        *([say("as somebody's word {sources}", sources=how["attributed"])] if "attributed" in how else []),
    ]
    return f"{fact} — {in_turn(each)}"


def disputes(side: pd.DataFrame) -> list[str]:
    """One sentence for each discrepancy of `salient.disputes`: the question, who says what, and how sure that is."""
    return [_dispute(own.to_dict("records")) for _, own in side.groupby("discrepancy", sort=False)]


def _dispute(rows: list[Row]) -> str:
    by_value: dict[str, list[Row]] = {}
    for row in rows:
        by_value.setdefault(str(row["value"]), []).append(row)
    sides = in_turn(_side(value, own) for value, own in by_value.items())
    question, sure = _question(str(rows[0]["kind"])), _confidence(str(rows[0]["confidence"]))
    return say("{question} {sides} ({confidence}).", question=question, sides=sides, confidence=sure)


def _side(value: str, own: list[Row]) -> str:
    first = own[0]
    own_words = value == OWN and first["kind"] == "attribution"
    answer = say("the article itself") if own_words else valued(str(first["kind"]), value)
    opened = linked(short(answer, AROUND), str(first["layer"]), str(first["discrepancy"]))
    who = letters([str(row["source"]) for row in own])
    said = quotation(short(str(first["context"]), AROUND).removesuffix("."))
    return say("{sources}: {value}, {said}", sources=who, value=opened, said=said)


def _question(kind: str) -> str:
    """The question on which articles differ."""
    asked = {
        "place": say("Where?"),
        "date": say("When?"),
        "number": say("How many, or how much?"),
        "status": say("Is it so?"),
        "direction": say("Who does it to whom?"),
        "attribution": say("Whose word is it?"),
    }
    return asked.get(kind, told(word(kind)))


def _confidence(sure: str) -> str:
    said = {"high": say("high confidence"), "medium": say("medium confidence"), "low": say("low confidence")}
    return said.get(sure, told(word(sure)))


def left_unsaid(chosen: pd.DataFrame, standing: pd.DataFrame, cells: pd.DataFrame, found: int) -> list[str]:
    """What an article is not found to tell and others do, a fact a sentence.

    `chosen` is `salient.silences`, `cells` is `consensus.told`, `found` how many silences there are that length does
    not explain.
    """
    if cells.empty or cells.groupby("story")["document"].nunique().max() < 3:
        return [say("To see what an article leaves out of what others tell takes three articles on one event.")]
    if chosen.empty:
        return [say("No article is found to leave out what most others tell, unless it is short or says it otherwise.")]
    rows = chosen.merge(standing[["label", "statement"]], on="label", how="left")
    telling = cells[cells["how"].isin(TELLING)].groupby("label")["source"].agg(list)
    each = [_silence(own.to_dict("records"), telling[label]) for label, own in rows.groupby("label", sort=False)]
    rest = found - len(rows)
    page = f"[[{told(say('who leaves what out'))}|coverage.html]]"
    more = (
        many(rest, "{n} more such silence: {page}.", "{n} more such silences: {page}.", page=page) if rest > 0 else ""
    )
    return [*each, *([more] if more else [])]


def _silence(rows: list[Row], others: Sequence[str]) -> str:
    """Who is not found to tell a fact, and who tells it."""
    first, silent = rows[0], [str(row["source"]) for row in rows]
    fact = quotation(str(first["statement"]).removesuffix("."), str(first["layer"]), str(first["label"]))
    return say(
        "Not found in {sources}: {fact}, which {others} tell.",
        sources=letters(silent),
        fact=fact,
        others=letters(others),
    )


def in_brief(found: Portraits, documents: pd.DataFrame) -> list[str]:
    """A line for each source, in the order of the corpus: how sure it stands to what it tells, frames, loaded words."""
    counted = found.statuses[found.statuses["of"] > 0]
    told_of = [label for label in documents["label"] if (counted["source"] == label).any()]
    each = [_portrait(found, label) for label in told_of[:PORTRAITS]]
    rest = len(told_of) - len(each)
    page = f"[[{told(say('how each article tells it'))}|framing.html]]"
    more = many(rest, "{n} more article: {page}.", "{n} more articles: {page}.", page=page) if rest > 0 else ""
    return [*each, *([more] if more else [])] or [say("Nothing was counted of how these articles tell it.")]


def _portrait(found: Portraits, label: str) -> str:
    own = found.statuses[found.statuses["source"] == label]
    count = {row["label"]: row["units"] for row in own.to_dict("records")}
    plain = _number(count.get(STATED, 0), LAYER, STATED, label)
    first = say("{source} {plain} of {of} sentences stated plainly", source=source(label), plain=plain, of=_of(own))
    ways = [
        (
            ATTRIBUTED,
            say("{count} as somebody's word", count=_number(count.get(ATTRIBUTED, 0), LAYER, ATTRIBUTED, label)),
        ),
        (CLAIMED, say("{count} as a mere claim", count=_number(count.get(CLAIMED, 0), LAYER, CLAIMED, label))),
        (DOUBTED, say("{count} with doubt", count=_number(count.get(DOUBTED, 0), LAYER, DOUBTED, label))),
        (DENIED, say("{count} as denied", count=_number(count.get(DENIED, 0), LAYER, DENIED, label))),
    ]
    kept = ", ".join([first, *(said for status, said in ways if count.get(status, 0))])
    return " ".join([f"{kept}.", *_framed(found, label), *_loaded(found, label)])


def _of(own: pd.DataFrame) -> int:
    return int(own["of"].max())


def _number(count: int, *keys: str) -> str:
    return linked(str(count), *keys) if count else "0"


def _framed(found: Portraits, label: str) -> list[str]:
    """The frames that it uses most, of those whose coding can be relied on."""
    frames = found.frames
    own = frames[(frames["source"] == label) & frames["used"] & (frames["units"] > 0)]
    rows = own.sort_values(["units", "label"], ascending=[False, True], kind="stable").head(FRAMES).to_dict("records")
    each = [f"{told(word(row['label']))} {_number(row['units'], row['layer'], row['label'], label)}" for row in rows]
    return [say("Frames: {each}.", each=listed(each))] if each else []


def _loaded(found: Portraits, label: str) -> list[str]:
    """Loaded words of its own, those first that it uses most."""
    own = found.loaded[found.loaded["source"] == label]
    each = [quotation(str(row["word"]), "loaded", row["label"], label) for row in own.head(WORDS).to_dict("records")]
    rest = len(own) - len(each)
    if not each:
        return []
    if rest:
        each.append(many(rest, "{n} other word", "{n} other words", n=linked(str(rest), GATHERED, ANY, label)))
    return [say("Loaded words: {each}.", each=listed(each))]
