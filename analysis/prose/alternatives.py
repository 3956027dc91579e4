"""What a figure shows, said in words: its alternative text.

Each begins with what it is of, `what`; without one it says that itself, in the language spoken.
"""

from collections.abc import Iterable

import pandas as pd

from analysis import coded, flows
from analysis.consensus import ABSENT, COPIED, TELLING
from analysis.discrepancies.views import matter
from analysis.language import decimal, many, say, spoken, word
from analysis.positions import Positions
from analysis.prose.checks import agreed
from analysis.prose.wording import Row, capital, listed, percent, two
from analysis.valued import valued

MOST = 60
"""How many things a text lists at most."""


def alt_intervals(table: pd.DataFrame, what: str = "", *, label: str = "source") -> str:
    """The dots and intervals of a figure, said in words."""
    each = [_of(word(str(row[label])), row["units"], row["of"]) for row in table.to_dict("records")]
    return _all(what or say("Sentences, by article"), each)


def alt_strip(positions: pd.DataFrame, what: str = "") -> str:
    """Where the blocks of a strip stand, said in words."""
    what = what or say("Where the topic stands")
    said = say("{what}, sentences in the first, second and last third", what=what)
    return _joined(said, what, [_thirds(source, own) for source, own in positions.groupby("source", sort=False)])


def alt_profile(positions: pd.DataFrame, what: str = "") -> str:
    """Where several topics stand in each article, said in words, topic by topic."""
    what = what or say("Where each topic stands in the articles")
    said = say("{what}, sentences in the first, second and last third", what=what)
    each = []
    for label, part in positions.groupby("label", sort=False):
        thirds = _apart(_thirds(source, own) for source, own in part.groupby("source", sort=False))
        each.append(say("{label}: {items}", label=word(str(label)), items=thirds))
    return _joined(said, what, each, ". ")


def alt_dots(measure: pd.DataFrame, what: str = "") -> str:
    """The matrix of a figure, said in words, row by row."""
    rows = []
    for (_, label), part in measure.groupby(["layer", "label"], sort=False):
        cells = ", ".join(f"{row['source']} {row['units']:.0f}" for row in part.to_dict("records"))
        rows.append(say("{label}: {items}", label=word(str(label)), items=cells))
    return _told(what or say("Sentences of each article with each label"), rows)


def alt_matrix(cells: pd.DataFrame, what: str = "") -> str:
    """The signs of a matrix of facts, said in words, fact by fact."""
    rows = []
    for (_, label), part in cells.groupby(["layer", "label"], sort=False):
        ways = ", ".join(_way(str(how), own["source"]) for how, own in part.groupby("how", sort=False))
        fact = f"{label} {part['statement'].iloc[0].removesuffix('.')}"
        rows.append(say("{label}: {items}", label=fact, items=ways))
    return _told(what or say("How each article tells each fact"), rows)


def alt_discrepancies(strips: pd.DataFrame, what: str = "") -> str:
    """The strips of a figure, said in words: each discrepancy with the values that articles give."""
    rows = []
    for _, own in strips.groupby("row", sort=False):
        records = own.to_dict("records")
        cells = ", ".join(f"{row['source']} {valued(str(row.get('kind', '')), str(row['value']))}" for row in records)
        cells = ", ".join(f"{row['source']} {valued(str(row.get('kind', '')), str(row['value']))}" for row in records)
        rows.append(say("{label}: {items}", label=matter(records[0]), items=cells))
    return _told(what or say("Values that articles give"), rows)


def alt_distance(table: pd.DataFrame, what: str = "") -> str:
    """The strips of a figure, said in words: each article with its units by status."""
    rows = []
    for _, own in table[table["of"] > 0].groupby("document", sort=False):
        cells = ", ".join(f"{word(row['label'])} {row['units']}" for row in own.to_dict("records"))
        rows.append(say("{source} {items}, of {of}", source=own["source"].iloc[0], items=cells, of=own["of"].iloc[0]))
    return _joined(what := what or say("How near each article stands to what it tells"), what, rows)


def alt_agreement(scores: pd.DataFrame, what: str = "") -> str:
    """F1 and alpha of each label, said in words."""
    each = [
        say("{label} F1 {f1}, alpha {alpha}", label=word(row["label"]), f1=two(row["f1"]), alpha=agreed(row))
        for row in scores.to_dict("records")
    ]
    return _joined(what := what or say("Agreement with the reference, by label"), what, each)


def alt_words(words: pd.DataFrame, what: str, value: str) -> str:
    """The words of a figure with their values."""
    each = [f"{row['word']} {decimal(row[value], 1)}" for row in words.to_dict("records")]
    return _joined(what, what, each, ", ")


def alt_keyness(table: pd.DataFrame, what: str = "") -> str:
    """The named words of a figure, with their z and their counts."""
    what = what or say("Words that set an article apart")
    values = [
        {"word": row["word"], "z": two(row["z"]), "count": int(row["count"]), "elsewhere": int(row["elsewhere"])}
        for row in table[table["named"]].to_dict("records")
    ]
    each = _apart(say("{word} {z} ({count}, elsewhere {elsewhere})", **row) for row in values)
    if not each:
        return say("{what}: nothing stands out.", what=what)
    counted = many(
        len(table),
        "{what}, {n} word; named are {items}.",
        "{what}, {n} words; named are {items}.",
        what=what,
        items=each,
    )
    return counted


def alt_chain(ribbons: pd.DataFrame, what: str = "") -> str:
    """The ribbons of a figure, said in words: article, medium, speaker and how many statements."""
    rows = ribbons.to_dict("records")
    each = [
        f"{row['article']} – {flows.called(row['medium'])} – {flows.called(row['speaker'])} {row['statements']}"
        for row in rows
    ]
    what = what or say("Statements by article, medium and speaker")
    return _all(what, each, more=("{n} more chain", "{n} more chains"))


def alt_timeline(events: pd.DataFrame, what: str = "") -> str:
    """The rows of a timeline, said in words."""
    what = what or say("Dated events")
    each = [_event(row) for row in events.to_dict("records")]
    if not each:
        return say("{what}: nothing to draw.", what=what)
    return say("{what}, in order of time. {items}", what=what, items=" | ".join(each))


def alt_copied(shared: pd.DataFrame, what: str = "") -> str:
    """The bars of copied shares, said in words."""
    what = what or say("Shared wording")
    each = [_of(row["source"], row["words"], row["of"]) for row in shared.to_dict("records")]
    return _joined(say("{what}, words of prose that stand in other articles too", what=what), what, each)


def alt_curve(table: pd.DataFrame, what: str = "", *, along: str, value: str) -> str:
    """The points of a curve, said in words."""
    what = what or say("Facts of two articles or more")
    each = [
        say("{value} at {along}", value=int(row[value]), along=_short(float(row[along])))
        for row in table.to_dict("records")
    ]
    return _joined(say("{what}, by {along}", what=what, along=word(along)), what, each, ", ")


def alt_agency(measure: pd.DataFrame, what: str = "") -> str:
    """The bars of a figure, said in words: actor by actor, each source with how often it acts and undergoes."""
    parts = []
    for actor, own in measure.groupby("actor", sort=False):
        records = own.to_dict("records")
        each = [
            say("{source} {acts} and {undergoes}", source=row["source"], acts=row["acts"], undergoes=row["undergoes"])
            for row in records
        ]
        parts.append(say("{actor} acts and undergoes: {items}", actor=word(str(actor)), items=", ".join(each)))
    return _told(capital(what or say("Who acts and who undergoes")), parts)


def alt_called(counted: pd.DataFrame, what: str = "", *, column: str = "kind") -> str:
    """The matrix of discs, said in words, source by source."""
    each = []
    for source, part in counted.groupby("source", sort=False):
        held = [f"{word(row[column])} {row['count']}" for row in part.to_dict("records") if row["count"]]
        items = ", ".join(held)
        of = int(part["of"].iloc[0])
        said = say("{source}: {items} of {of}", source=source, items=items, of=of)
        each.append(said if held else say("{source}: not mentioned", source=source))
    return _told(what or say("How each article calls the actor"), each)


def alt_naming(named: pd.DataFrame, what: str = "") -> str:
    """The words of a table of names, said in a sentence an actor: source by source, with their counts."""
    parts = []
    for actor, own in named.groupby("actor", sort=False):
        each = [_words_of(str(source), part) for source, part in own.groupby("source", sort=False)]
        parts.append(say("{label}: {items}", label=word(str(actor)), items=_apart(each)))
    return _joined(what := what or say("How each article calls the main actors"), what, parts, ". ")


def alt_positions(found: Positions) -> str:
    """The map, said in words: what the axes oppose and on which side each source stands."""
    if found.reason:
        return say("No map: {reason}.", reason=word(found.reason))
    rows = found.axes.head(2).to_dict("records")
    axes = _apart(_axis(row, place) for place, row in enumerate(rows))
    where: dict[str, list[str]] = {}
    reach = float(found.sources[["x", "y"]].abs().to_numpy().max())
    for row in found.sources.to_dict("records"):
        where.setdefault(_side(row, reach), []).append(row["source"])
    each = _apart(say("{label}: {items}", label=side, items=listed(names, most=MOST)) for side, names in where.items())
    values = {"axes": axes, "places": capital(each)}
    if len(rows) > 1:
        return many(
            len(found.sources),
            "Map of {n} article: {axes}. {places}.",
            "Map of {n} articles: {axes}. {places}.",
            **values,
        )
    return many(
        len(found.sources),
        "Line of {n} article: {axes}. {places}.",
        "Line of {n} articles: {axes}. {places}.",
        **values,
    )


def _apart(items: Iterable[str]) -> str:
    """The items one after the other, as the language spoken parts them."""
    return ("\u202f; " if spoken() == "fr" else "; ").join(items)


def _all(what: str, each: list[str], *, more: tuple[str, str] = ("{n} more", "{n} more")) -> str:
    return _joined(what, what, [listed(each, most=MOST, more=more)] if each else [])


def _joined(said: str, what: str, each: Iterable[str], by: str = "") -> str:
    """What is drawn and its parts in one sentence; of nothing, that."""
    items = by.join(each) if by else _apart(each)
    return say("{what}: {items}.", what=said, items=items) if items else say("{what}: nothing to draw.", what=what)


def _told(what: str, each: list[str]) -> str:
    """What is drawn, and its parts in a sentence of their own."""
    items = _apart(each)
    return say("{what}. {items}.", what=what, items=items) if items else say("{what}: nothing to draw.", what=what)


def _of(source: str, count: float, of: float) -> str:
    return say("{source} {count} of {of}", source=source, count=int(count), of=int(of))


def _thirds(source: object, own: pd.DataFrame) -> str:
    """In how many sentences of each third of an article the topic stands."""
    middle = ((own["start"] + own["end"]) / 2)[own["held"]]
    first, second, last = (int(middle.between(a, b, inclusive="left").sum()) for a, b in _THIRDS)
    return say("{source} {first}, {second} and {last}", source=source, first=first, second=second, last=last)


_THIRDS = ((0.0, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 1.01))


def _way(how: str, sources: Iterable[str]) -> str:
    items = listed(sources, most=MOST)
    said = (
        say("told by {items}", items=items),
        say("told with doubt by {items}", items=items),
        say("told as somebody's word by {items}", items=items),
        say("absent from {items}", items=items),
        say("copied by {items}", items=items),
    )
    return dict(zip((*TELLING, ABSENT, COPIED), said, strict=True)).get(how, f"{word(how)} {items}")


def _event(row: Row) -> str:
    status = "" if row["status"] == "past" else f" ({word(row['status'])})"
    sources = say("{sources}; dates differ", sources=row["sources"]) if row["differing"] else row["sources"]
    values = {"when": f"{row['when']}{status}", "what": row["what"], "sources": sources}
    return say("{when}: {what} ({sources})", **values)


def _words_of(source: str, part: pd.DataFrame) -> str:
    """The words of a source for an actor."""
    said = [
        say("{label} {count}", label=row["words"], count=int(row["count"]))
        for row in part.to_dict("records")
        if row["count"]
    ]
    if not said:
        return say("{source}: not mentioned", source=source)
    return say("{source}: {items}", source=source, items=", ".join(said))


def _short(value: float) -> str:
    """A parameter with as many decimals as it has."""
    return decimal(value, len(f"{value:g}".partition(".")[2]))


def _axis(row: Row, place: int) -> str:
    low, high = (" + ".join(map(coded.label, str(row[end]).split(" and "))) for end in ("low", "high"))
    values = {"low": low, "high": high, "share": percent(round(row["share"], 6))}
    if place:
        return say("bottom {low}, top {high} ({share})", **values)
    return say("left {low}, right {high} ({share})", **values)


def _side(row: Row, reach: float) -> str:
    """On which side a source stands, by eighths of the circle; the middle is a quarter of the way out."""
    up = 0 if abs(row["y"]) < reach / 4 else 1 if row["y"] > 0 else -1
    across = 0 if abs(row["x"]) < reach / 4 else 1 if row["x"] > 0 else -1
    said = {
        (0, 0): say("in the middle"),
        (0, 1): say("at right"),
        (0, -1): say("at left"),
        (1, 0): say("at top"),
        (-1, 0): say("at bottom"),
        (1, 1): say("at top right"),
        (1, -1): say("at top left"),
        (-1, 1): say("at bottom right"),
        (-1, -1): say("at bottom left"),
    }
    return said[up, across]
