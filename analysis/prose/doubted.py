"""Sentences on whose words are kept at a distance, and by which articles more than by others."""

import pandas as pd

from analysis.doubted import WAYS
from analysis.language import many, say
from analysis.prose.wording import Row, adjusted, in_turn, linked, listed, named_label, source

MOST_SPEAKERS, MOST_FOUND = 5, 4
"""So many speakers, or differences, are named at most."""


def doubted_speakers(overall: pd.DataFrame) -> list[str]:
    """Whose words are kept at a distance, how, and out of how many.

    `overall` is `doubted.overall`.
    """
    found = overall[overall["units"] > 0].sort_values(
        ["units", "of", "who"], ascending=[False, False, True], kind="stable"
    )
    if overall.empty:
        return [say("No statement was found with its speaker, so it cannot be said who is doubted.")]
    of = many(int(overall["of"].sum()), "{n} statement", "{n} statements")
    if found.empty:
        return [say("Of {of} whose speaker was found none is kept at a distance.", of=of)]
    rows = found.head(MOST_SPEAKERS).to_dict("records")
    left = len(found) - len(rows)
    more = [many(left, "{n} more name in the table", "{n} more names in the table")] if left else []
    return [
        many(
            int(overall["units"].sum()),
            "Of {of} whose speaker was found, {n} is kept at a distance: {each}.",
            "Of {of} whose speaker was found, {n} are kept at a distance: {each}.",
            of=of,
            each=in_turn([listed(map(_speaker, rows), most=MOST_SPEAKERS), *more]),
        )
    ]


def _speaker(row: Row) -> str:
    count = linked(str(row["units"]), str(row["layer"]), str(row["label"]))
    ways = listed(_way(way, int(row[way])) for way in WAYS if row[way])
    return say("{count} of {of} of {who} ({ways})", count=count, of=row["of"], who=named_label(row["who"]), ways=ways)


def _way(way: str, count: int) -> str:
    """In which of `doubted.WAYS`, and how often."""
    return {
        "claimed": many(count, "{n} with a claiming cue", "{n} with a claiming cue"),
        "marked": many(count, "{n} with words in marks", "{n} with words in marks"),
        "hedged": many(count, "{n} hedged or called unproven", "{n} hedged or called unproven"),
        "denied": many(count, "{n} denied by another", "{n} denied by another"),
    }[way]


def differently_doubted(speakers: pd.DataFrame, sources: pd.DataFrame) -> list[str]:
    """Which speakers an article keeps at a distance more than others, and which articles do so more with a speaker.

    `speakers` and `sources` are `doubted.between_speakers` and `doubted.between_sources`.
    """
    return [_within(speakers), _between(sources)]


def _within(table: pd.DataFrame) -> str:
    if table.empty:
        return say("There are too few statements to compare any speaker within one article.")
    found = table[table["adjusted"] <= 0.05]
    tests = many(len(table), "{n} comparison", "{n} comparisons")
    return many(
        len(found),
        "Of {tests} of a speaker within one article, {n} shows a difference beyond chance: {each}.",
        "Of {tests} of a speaker within one article, {n} show a difference beyond chance: {each}.",
        none="Of {tests} of a speaker within one article, none shows a difference beyond chance; that is no proof of "
        "equal treatment.",
        tests=tests,
        each=_kept(found, within=True),
    )


def _between(table: pd.DataFrame) -> str:
    if table.empty:
        return say("There are too few statements to compare any speaker between articles.")
    found = table[table["adjusted"] <= 0.05]
    tests = many(len(table), "{n} comparison", "{n} comparisons")
    return many(
        len(found),
        "Of {tests} of a speaker between articles, {n} shows a difference beyond chance: {each}.",
        "Of {tests} of a speaker between articles, {n} show a difference beyond chance: {each}.",
        none="Of {tests} of a speaker between articles, none shows a difference beyond chance; that is no proof of "
        "equal treatment.",
        tests=tests,
        each=_kept(found, within=False),
    )


def _kept(found: pd.DataFrame, *, within: bool) -> str:
    """The first of these differences, one by one, and how many more there are."""
    each = [_difference(row, within) for row in found.head(MOST_FOUND).to_dict("records")]
    left = len(found) - len(each)
    more = [many(left, "{n} more in the table", "{n} more in the table")] if left else []
    return in_turn([*each, *more])


def _difference(row: Row, within: bool) -> str:
    about = {
        "source": source(row["source"]),
        "units": linked(str(row["units"]), row["layer"], row["label"], row["source"]),
        "of": row["of"],
        "who": named_label(row["who"]),
        "others": row["others"],
        "of_others": row["of_others"],
        "p": adjusted(row["adjusted"]),
    }
    if within:
        return say(
            "{source} keeps {units} of {of} statements of {who} at a distance, against {others} of {of_others} of that "
            "article's other speakers (adjusted p {p})",
            **about,
        )
    return say(
        "{source} keeps {units} of {of} statements of {who} at a distance, against {others} of {of_others} of the "
        "other articles (adjusted p {p})",
        **about,
    )
