"""Sentences on words that stand in several articles, and how each of them tells them."""

import pandas as pd

from analysis.language import many, say, word
from analysis.prose.wording import Row, linked, listed, quotation, source, told
from analysis.retold import (
    ALTERED_IN_MARKS,
    DIFFERENCES,
    NOBODY,
    PARTLY,
    PERHAPS_REPORTED,
    REPORTED,
    STATED,
    UNCERTAIN,
)

MOST, OPENING = 5, 9
"""How many sentences there are, and how many words of a quotation they hold, at most."""


def echoed(echoes: pd.DataFrame) -> list[str]:
    """Which words stand in several articles and are told otherwise: the weightiest differences first."""
    if echoes.empty:
        return [
            say(
                "No words that one article quotes or reports were found again in another; translations are not "
                "compared."
            )
        ]
    start = many(
        int(echoes["echo"].nunique()),
        "{n} quotation or report stands in other articles in the same or nearly the same words; translations are not "
        "compared.",
        "{n} quotations or reports stand in other articles in the same or nearly the same words; translations are not "
        "compared.",
    )
    differing = echoes[echoes["difference"] != ""].drop_duplicates(["echo", "source", "difference", "speaker"])
    weight = differing["difference"].map(DIFFERENCES.index).astype("int64")
    ranked = differing.assign(weight=weight).sort_values(["weight", "echo"], kind="stable")
    first = echoes.drop_duplicates("echo").set_index("echo").to_dict("index")
    names = list(dict.fromkeys(ranked["echo"]))
    rows = {name: part.to_dict("records") for name, part in ranked.groupby("echo")}
    each = [_echo(first[name], rows[name]) for name in names[:MOST]]
    left = many(len(names) - MOST, "{n} more is told otherwise elsewhere.", "{n} more are told otherwise elsewhere.")
    return [start, *each, *([left] if len(names) > MOST else [])]


def _echo(first: Row, rows: list[Row]) -> str:
    """What one article quotes or reports, and how others tell it, the weightiest differences first."""
    each = (_otherwise(first, row) for row in rows)
    values = {
        "name": linked(rows[0]["echo"], "echo", rows[0]["echo"]),
        "source": source(first["source"]),
        "said": quotation(_opening(first["said"])),
        "each": listed(each, most=4, more=("{n} more place", "{n} more places")),
    }
    speaker = told(word(first["speaker"]))
    if first["told"] == REPORTED:
        if speaker:
            return say(
                "{name}: what {source} reports as said by {speaker} ({said}), {each}.", speaker=speaker, **values
            )
        return say(
            "{name}: what {source} reports as somebody's whom the reading did not find ({said}), {each}.", **values
        )
    if speaker:
        return say("{name}: what {source} quotes as said by {speaker} ({said}), {each}.", speaker=speaker, **values)
    return say("{name}: what {source} quotes as somebody's whom the reading did not find ({said}), {each}.", **values)


def _otherwise(first: Row, row: Row) -> str:
    """How another article tells the words."""
    own = source(row["source"])
    if row["difference"] == DIFFERENCES[0]:
        speaker = told(word(row["speaker"]))
        if row["speaker"] == first["speaker"]:
            state = told(word(row["state"]))
            return say("{source} gives to {speaker} of {state}", source=own, speaker=speaker, state=state)
        return say("{source} gives to {speaker}", source=own, speaker=speaker)
    if row["difference"] == PERHAPS_REPORTED:
        if not first["speaker"]:
            return say("{source} tells without quotation marks (speakers are named nearby)", source=own)
        speaker = told(word(first["speaker"]))
        return say("{source} tells without quotation marks ({speaker} is named nearby)", source=own, speaker=speaker)
    return _told(own)[row["difference"]]


def _told(own: str) -> dict[str, str]:
    """What an article does with words that another one quotes."""
    return {
        ALTERED_IN_MARKS: say("{source} has in other words between marks", source=own),
        STATED: say("{source} tells with no speaker that the reading found", source=own),
        UNCERTAIN: say("{source} tells as uncertain, with no speaker that the reading found", source=own),
        NOBODY: say("{source} puts in marks of nobody", source=own),
        PARTLY: say("{source} quotes in part", source=own),
        REPORTED: say("{source} reports without quotation marks", source=own),
    }


def _opening(said: str) -> str:
    """The first words, without marks."""
    words = said.split()
    text = " ".join(words[:OPENING]).strip(' «»“”"')
    return f"{text}…" if len(words) > OPENING else text
