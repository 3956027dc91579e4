"""Sentences on whose words the articles tell: their own, official or independent voices, sources without a name."""

import pandas as pd

from analysis.language import many, number, say, word
from analysis.prose.wording import (
    Row,
    in_turn,
    linked,
    listed,
    of_articles,
    percent,
    quotation,
    source,
    sources,
    told,
)
from analysis.sides import INDEPENDENT, OFFICIAL, ORGANISATION, PRESS, SIDES, UNKNOWN, UNNAMED
from analysis.voicing import BY_STATE, QUOTED, REPORTED


def whose_words(manners: pd.DataFrame) -> list[str]:
    """How many words are the articles' own, quoted and reported, and who leaves most and least room to others."""
    rows = manners[manners["of"] > 0]
    of = int(rows["of"].sum())
    if not of:
        return [say("No word was counted, so none is anybody's.")]
    first = say(
        "Of {words}, {parts}, as far as the reading found the speakers' words.",
        words=many(of, "{n} word", "{n} words"),
        parts=listed(_manners(rows, of)),
    )
    least, most = rows["share"].min(), rows["share"].max()
    low, high = (list(rows.loc[rows["share"] == share, "source"]) for share in (least, most))
    if least == most or max(len(low), len(high)) > 3:
        return [first]
    room = many(
        len(low),
        "{most} gives others most room ({share} of its words), {least} least ({other}).",
        "{most} give others most room ({share} of their words), {least} least ({other}).",
        most=sources(low),
        share=percent(1 - least),
        least=sources(high),
        other=percent(1 - most),
    )
    return [first, room]


def _manners(rows: pd.DataFrame, of: int) -> list[str]:
    """How many of the words are the articles' own, quoted and reported."""
    own, quoted, reported = (int(rows[column].sum()) for column in ("own", "quoted", "reported"))
    if len(rows) == 1:
        first = many(
            own,
            "{n} is the article's own ({share})",
            "{n} are the article's own ({share})",
            none="none is the article's own ({share})",
            share=percent(own / of),
        )
    else:
        first = many(
            own,
            "{n} is the articles' own ({share})",
            "{n} are the articles' own ({share})",
            none="none is the articles' own ({share})",
            share=percent(own / of),
        )
    second = many(
        quoted,
        "{n} is quoted ({share})",
        "{n} are quoted ({share})",
        none="none is quoted ({share})",
        n=linked(number(quoted), "manner", QUOTED),
        share=percent(quoted / of),
    )
    third = many(
        reported,
        "{n} is reported as somebody's ({share})",
        "{n} are reported as somebody's ({share})",
        none="none is reported as somebody's ({share})",
        n=linked(number(reported), "manner", REPORTED),
        share=percent(reported / of),
    )
    return [first, second, third]


def balanced(balance: pd.DataFrame) -> list[str]:
    """Official against independent voices, over all articles, and which articles have only one of them."""
    total = {side: int(balance[side].sum()) for side in SIDES}
    others = _others(total)
    besides = [say("besides, {others}", others=listed(others))] if others else []
    if not total[OFFICIAL] + total[INDEPENDENT]:
        none = say("No statement was found of an official voice, nor of one that is independent of states")
        return [f"{in_turn([none, *besides])}."]
    first = f"{in_turn([_split(total[OFFICIAL], total[INDEPENDENT]), *besides])}."
    return [first, *(_only(balance) if len(balance) > 1 else [])]


def _split(official: int, independent: int) -> str:
    """How many statements are official and how many independent: all and none are said so."""
    of = official + independent
    if official and independent:
        return many(
            official,
            "Of {statements} of official or independent voices, {official} is official and {independent} independent",
            "Of {statements} of official or independent voices, {official} are official and {independent} independent",
            statements=_statements(of),
            official=_opened(official, OFFICIAL),
            independent=_opened(independent, INDEPENDENT),
        )
    every = _every(of, OFFICIAL if official else INDEPENDENT)
    if official:
        return many(
            of,
            "{every} of official or independent voices is official",
            "{every} of official or independent voices are official",
            every=every,
        )
    return many(
        of,
        "{every} of official or independent voices is independent",
        "{every} of official or independent voices are independent",
        every=every,
    )


def _every(of: int, side: str) -> str:
    """All of the statements, which open."""
    if of > 2:
        return say("All {count} statements", count=_opened(of, side))
    return linked(say("Both statements") if of == 2 else say("The one statement"), "side", side)


def _statements(count: int) -> str:
    return many(count, "{n} statement", "{n} statements")


def _opened(count: int, side: str, *source: str) -> str:
    """A number of statements, which opens them: all, or those of one article."""
    return linked(number(count), "side", side, *source)


def _others(total: dict[str, int]) -> list[str]:
    """How many statements are of neither side."""
    count = {side: _opened(total[side], side) for side in (ORGANISATION, PRESS, UNNAMED, UNKNOWN)}
    said = {
        ORGANISATION: many(
            total[ORGANISATION],
            "{number} is an organisation's",
            "{number} are organisations'",
            number=count[ORGANISATION],
        ),
        PRESS: many(total[PRESS], "{number} is the press's own", "{number} are the press's own", number=count[PRESS]),
        UNNAMED: many(
            total[UNNAMED], "{number} is an unnamed source's", "{number} are unnamed sources'", number=count[UNNAMED]
        ),
        UNKNOWN: many(
            total[UNKNOWN],
            "{number} is of a speaker whose kind the reading does not know",
            "{number} are of speakers whose kind the reading does not know",
            number=count[UNKNOWN],
        ),
    }
    return [sentence for side, sentence in said.items() if total[side]]


def _only(balance: pd.DataFrame) -> list[str]:
    """The articles all of whose official or independent voices are of one side, and those where that is not sure."""
    held = balance[balance["of"] > 0]
    official = [
        _official(str(row["source"]), int(row[OFFICIAL]), int(row[UNKNOWN]))
        for row in held[held[OFFICIAL] == held["of"]].to_dict("records")
    ]
    independent = [
        _independent(str(row["source"]), int(row[INDEPENDENT]), int(row[UNKNOWN]))
        for row in held[held[INDEPENDENT] == held["of"]].to_dict("records")
    ]
    found = [
        say(
            "No independent voice was found in {articles}.",
            articles=listed(official, more=("{n} more article", "{n} more articles")),
        ),
        say(
            "No official voice was found in {articles}.",
            articles=listed(independent, more=("{n} more article", "{n} more articles")),
        ),
    ]
    return [sentence for sentence, each in zip(found, (official, independent), strict=True) if each]


def _official(label: str, count: int, unknown: int) -> str:
    """An article of official voices only, unless it has some of which nobody knows."""
    if unknown:
        return many(
            count,
            "{source} ({n} official, and {unknown} of a speaker whose kind is not known)",
            "{source} ({n} official, and {unknown} of a speaker whose kind is not known)",
            source=source(label),
            unknown=_opened(unknown, UNKNOWN, label),
            n=_opened(count, OFFICIAL, label),
        )
    opened = _opened(count, OFFICIAL, label)
    return many(count, "{source} ({n} official)", "{source} ({n} official)", source=source(label), n=opened)


def _independent(label: str, count: int, unknown: int) -> str:
    """An article of independent voices only, unless it has some of which nobody knows."""
    if unknown:
        return many(
            count,
            "{source} ({n} independent, and {unknown} of a speaker whose kind is not known)",
            "{source} ({n} independent, and {unknown} of a speaker whose kind is not known)",
            source=source(label),
            unknown=_opened(unknown, UNKNOWN, label),
            n=_opened(count, INDEPENDENT, label),
        )
    opened = _opened(count, INDEPENDENT, label)
    return many(count, "{source} ({n} independent)", "{source} ({n} independent)", source=source(label), n=opened)


def of_states(states: pd.DataFrame) -> str:
    """Whose the official voices are."""
    named, untold = states[states["state"] != ""], int(states.loc[states["state"] == "", "statements"].sum())
    if named.empty:
        if untold:
            return say("Of no official voice do the articles say which state's it is, as far as the reading found.")
        return say("No official voice speaks, as far as the reading found.")
    each = (f"{told(word(row['state']))} {_of_state(row)}" for row in named.to_dict("records"))
    found = many(
        int(states["of"].iloc[0]),
        "{n} statement of official voices, by state: {each}",
        "{n} statements of official voices, by state: {each}",
        n=_opened(int(states["of"].iloc[0]), OFFICIAL),
        each=listed(each, more=("{n} more state", "{n} more states")),
    )
    tail = say("for {statements} the article does not say it beside the speaker", statements=untold)
    return f"{in_turn([found, tail] if untold else [found])}."


def _of_state(row: Row) -> str:
    """How many statements are of a state's official voices, which open."""
    return linked(number(row["statements"]), BY_STATE, row["state"])


def unnamed(table: pd.DataFrame, balance: pd.DataFrame) -> str:
    """How much rests on sources that keep their name back, and how the articles call them."""
    of = int(balance[list(SIDES)].to_numpy().sum())
    if not of:
        return say("No statement was found.")
    statements = _statements(of)
    if table.empty:
        return say("No source without a name was found in {statements} (witnesses aside).", statements=statements)
    calls = table.groupby(["source", "speaker"], sort=False).size().reset_index(name="times")
    each = (_call(str(row["speaker"]), str(row["source"]), row["times"]) for row in calls.to_dict("records"))
    return many(
        len(table),
        "{number} of {statements} is of sources without a name (witnesses aside), in {articles}: {each}.",
        "{number} of {statements} are of sources without a name (witnesses aside), in {articles}: {each}.",
        number=_opened(len(table), UNNAMED),
        statements=statements,
        articles=of_articles(table["document"].nunique(), len(balance)),
        each=listed(each, more=("{n} more source", "{n} more sources")),
    )


def _call(speaker: str, label: str, times: int) -> str:
    """How an article calls a source that keeps its name back."""
    call = quotation(speaker)
    if times > 1:
        return say("{call} in {source} ({times})", call=call, source=source(label), times=times)
    return say("{call} in {source}", call=call, source=source(label))
