"""Sentences on whose words the articles tell, through which media, and which words stand in several of them."""

import pandas as pd

from analysis.chains import CREDIT, NONE
from analysis.prose.wording import Row, are, capital, linked, listed, number, of_articles, percent, told
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
from analysis.sides import INDEPENDENT, OFFICIAL, ORGANISATION, PRESS, SIDES, UNKNOWN, UNNAMED

AGENCIES = "agencies"
MOST, OPENING = 5, 9
"""How many sentences of a kind there are, and how many words of a quotation they hold, at most."""


def whose_words(manners: pd.DataFrame) -> list[str]:
    """How many words are the articles' own, quoted and reported, and who leaves most and least room to others."""
    rows = manners[manners["of"] > 0]
    of = int(rows["of"].sum())
    if not of:
        return ["No word was counted, so none is anybody's."]
    own, quoted, reported = (int(rows[column].sum()) for column in ("own", "quoted", "reported"))
    whose = "its own" if len(rows) == 1 else "the articles' own"
    first = (
        f"Of {number(of, 'word')}, {_are(own)} {whose} ({percent(own / of)}), "
        f"{_are(quoted)} quoted ({percent(quoted / of)}) and {_are(reported)} reported "
        f"as somebody's ({percent(reported / of)}), as far as the reading found the speakers' words."
    )
    least, most = rows["share"].min(), rows["share"].max()
    low, high = (list(rows.loc[rows["share"] == share, "source"]) for share in (least, most))
    if least == most or max(len(low), len(high)) > 3:
        return [first]
    whose, give = ("its", "gives") if len(low) == 1 else ("their", "give")
    return [
        first,
        f"{_names(low)} {give} others most room ({percent(1 - least)} of {whose} words), {_names(high)} least "
        f"({percent(1 - most)}).",
    ]


def balanced(balance: pd.DataFrame) -> list[str]:
    """Official against independent voices, over all articles, and which articles have only one of them."""
    total = {side: int(balance[side].sum()) for side in SIDES}
    of = total[OFFICIAL] + total[INDEPENDENT]
    others = [text for side, words in _OTHERS.items() if (text := _other(total[side], side, words))]
    tail = f"; besides, {listed(others)}" if others else ""
    if not of:
        return [f"No statement was found of an official voice, nor of one that is independent of states{tail}."]
    first = f"{_split(total[OFFICIAL], total[INDEPENDENT])}{tail}."
    if len(balance) < 2:
        return [first]
    return [first, *_alone(balance, OFFICIAL), *_alone(balance, INDEPENDENT)]


def _split(official: int, independent: int) -> str:
    """How many statements are official and how many independent: all and none are said so."""
    of, voices = official + independent, "of official or independent voices"
    if official and independent:
        parts = f"{linked(str(official), 'side', OFFICIAL)} {are(official)} official and "
        return (
            f"Of {number(of, 'statement')} {voices}, {parts}{linked(str(independent), 'side', INDEPENDENT)} independent"
        )
    side = OFFICIAL if official else INDEPENDENT
    every = {1: "The one statement", 2: "Both statements"}.get(of, f"All {linked(str(of), 'side', side)} statements")
    every = every if of > 2 else linked(every, "side", side)
    return f"{every} {voices} {are(of)} {side}"


_OTHERS = {
    ORGANISATION: ("is an organisation's", "are organisations'"),
    PRESS: ("is the press's own", "are the press's own"),
    UNNAMED: ("is an unnamed source's", "are unnamed sources'"),
    UNKNOWN: (
        "is of a speaker whose kind the reading does not know",
        "are of speakers whose kind the reading does not know",
    ),
}


def _other(count: int, side: str, words: tuple[str, str]) -> str:
    return f"{linked(str(count), 'side', side)} {words[count > 1]}" if count else ""


def _alone(balance: pd.DataFrame, side: str) -> list[str]:
    """The articles all of whose official or independent voices are of one side, and those where that is not sure."""
    rows = balance[(balance["of"] > 0) & (balance[side] == balance["of"])]
    each = [f"{told(row['source'])} ({row[side]} {side}{_apart(row[UNKNOWN])})" for row in rows.to_dict("records")]
    other = {OFFICIAL: "independent", INDEPENDENT: "official"}[side]
    return [f"No {other} voice was found in {listed(each, what='articles')}."] if each else []


def _apart(unknown: int) -> str:
    """That statements are left of which nobody knows."""
    return f", and {unknown} of a speaker whose kind is not known" if unknown else ""


def of_states(states: pd.DataFrame) -> str:
    """Whose the official voices are."""
    named, untold = states[states["state"] != ""], int(states.loc[states["state"] == "", "statements"].sum())
    tail = f"for {untold} the article does not say it beside the speaker" if untold else ""
    if named.empty:
        start = "Of no official voice do the articles say which state's it is" if untold else "No official voice speaks"
        return f"{start}, as far as the reading found."
    of = int(states["of"].iloc[0])
    each = [f"{told(row['state'])} {row['statements']}" for row in named.to_dict("records")]
    return f"{capital(number(of, 'statement'))} of official voices, by state: {listed(each, what='states')}" + (
        f"; {tail}." if tail else "."
    )


def unnamed(table: pd.DataFrame, balance: pd.DataFrame) -> str:
    """How much rests on sources that keep their name back, and how the articles call them."""
    of = int(balance[list(SIDES)].to_numpy().sum())
    if not of:
        return "No statement was found."
    if table.empty:
        return f"No source without a name was found in {number(of, 'statement')} (witnesses aside)."
    calls = table.groupby(["source", "speaker"], sort=False).size().reset_index(name="times")
    each = [
        f"“{told(row['speaker'])}” in {told(row['source'])}" + (f" ({row['times']})" if row["times"] > 1 else "")
        for row in calls.to_dict("records")
    ]
    where = of_articles(table["document"].nunique(), len(balance))
    return (
        f"{linked(str(len(table)), 'side', UNNAMED)} of {number(of, 'statement')} {are(len(table))} of sources without "
        f"a name (witnesses aside), in {where}: {listed(each, what='sources')}."
    )


def chained(chains: pd.DataFrame, resting: pd.DataFrame) -> list[str]:
    """Which articles rest on the same agency or medium, and for how many statements none is named."""
    of = int(chains["statements"].sum())
    without = {how: int(chains.loc[chains["how"] == how, "statements"].sum()) for how in (NONE, CREDIT)}
    rows = resting.to_dict("records")
    sentences = [_credited(row) for row in rows if row["credited"]][:MOST]
    carried = [row for row in rows if row["statements"]]
    if carried:
        each = [f"{told(row['medium'])} ({row['statements']}, in {told(row['through'])})" for row in carried]
        sentences.append(f"Statements that a medium carried, was told or makes itself: {listed(each, what='media')}.")
    if not of:
        return sentences or ["No statement and no credit of an agency was found."]
    return [*sentences, _mediumless(without[NONE], without[CREDIT], of)]


def _mediumless(none: int, credited: int, of: int) -> str:
    """For how many statements no medium is named: all and none are said so."""
    where = "in articles that credit an agency and do not say what they have from it"
    if none + credited == 0:
        return f"A medium is named for {_every(of)}."
    if none == of:
        return f"No medium is named for {'the one statement' if of == 1 else f'any of {of} statements'}."
    if not none:
        return f"{capital(number(credited, 'statement'))} of {of} {are(credited)} {where}."
    more = f"; {credited} more {are(credited)} {where}" if credited else ""
    return f"No medium is named for {none} of {of} statements{more}."


def _every(of: int) -> str:
    return {1: "the one statement", 2: "both statements"}.get(of, f"all {of} statements")


def _credited(row: Row) -> str:
    verb = "credits" if row["crediting"] == 1 else "credit"
    names = listed([told(name) for name in row["credited"].split(", ")], what="articles")
    if row["medium"] == AGENCIES:
        return f"{names} {verb} agencies without saying which."
    shared = ": what they have in common may be from there" if row["crediting"] > 1 else ""
    return f"{names} {verb} {told(row['medium'])}{shared}."


def echoed(echoes: pd.DataFrame) -> list[str]:
    """Which words stand in several articles and are told otherwise: the weightiest differences first."""
    if echoes.empty:
        return [
            "No words that one article quotes or reports were found again in another; translations are not compared."
        ]
    count = int(echoes["echo"].nunique())
    again = "stands" if count == 1 else "stand"
    what = capital(number(count, "quotation or report", "quotations or reports"))
    start = f"{what} {again} in other articles in the same or nearly the same words"
    sentences = [f"{start}; translations are not compared."]
    differing = echoes[echoes["difference"] != ""].drop_duplicates(["echo", "source", "difference", "speaker"])
    weight = differing["difference"].map(DIFFERENCES.index).astype("int64")
    ranked = differing.assign(weight=weight).sort_values(["weight", "echo"], kind="stable")
    first = echoes.drop_duplicates("echo").set_index("echo").to_dict("index")
    names = list(dict.fromkeys(ranked["echo"]))
    rows = {name: part.to_dict("records") for name, part in ranked.groupby("echo")}
    sentences += [_echo(first[name], rows[name]) for name in names[:MOST]]
    left = len(names) - MOST
    if left > 0:
        sentences.append(f"{capital(number(left, 'more', 'more'))} {are(left)} told otherwise elsewhere.")
    return sentences


def _echo(first: Row, rows: list[Row]) -> str:
    """What one article quotes or reports, and how others tell it, the weightiest differences first."""
    name, verb = linked(rows[0]["echo"], "echo", rows[0]["echo"]), "reports" if first["told"] == REPORTED else "quotes"
    start = f"{name}: what {told(first['source'])} {verb} as {_whose(first['speaker'])} ({_opening(first['said'])})"
    each = [f"{told(row['source'])} {_otherwise(first, row)}" for row in rows]
    return f"{start}, {listed(each, most=4, what='places')}."


def _otherwise(first: Row, row: Row) -> str:
    if row["difference"] == PERHAPS_REPORTED:
        nearby = f"{told(first['speaker'])} is" if first["speaker"] else "speakers are"
        return f"tells without quotation marks ({nearby} named nearby)"
    if row["difference"] != DIFFERENCES[0]:
        return _TOLD[row["difference"]]
    namesake = f" of {told(row['state'])}" if row["speaker"] == first["speaker"] else ""
    return f"gives to {told(row['speaker'])}{namesake}"


_TOLD = {
    ALTERED_IN_MARKS: "has in other words between marks",
    STATED: "tells with no speaker that the reading found",
    UNCERTAIN: "tells as uncertain, with no speaker that the reading found",
    NOBODY: "puts in marks of nobody",
    PARTLY: "quotes in part",
    REPORTED: "reports without quotation marks",
}


def _whose(speaker: str) -> str:
    return f"said by {told(speaker)}" if speaker else "somebody's whom the reading did not find"


def _opening(said: str) -> str:
    """The first words, in marks of ours."""
    words = said.split()
    text = " ".join(words[:OPENING]).strip(' «»“”"')
    return f"“{told(text)}…”" if len(words) > OPENING else f"“{told(text)}”"


def _are(count: int) -> str:
    return number(count, "is", "are") if count else "none is"


def _names(sources: list[str]) -> str:
    return listed([told(source) for source in sources])
