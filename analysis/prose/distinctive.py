"""Sentences on the words that set an article or outlet apart, and on how little a small corpus can show of them."""

import pandas as pd

from analysis.distinctive import ALL, AVOIDED, ONCE, OVER, READINGS, UNDER
from analysis.language import many, number, say
from analysis.prose.wording import Row, linked, listed, quotation, source
from analysis.vocabulary import LAYER

MOST_SOURCES, MOST_WORDS = 8, 4
"""So many sources have a sentence of their own on their words, and so many words stand in it."""
FEW_WORDS = 5
"""From this count on, what is the lowest for a word of one source alone, only gross differences come out."""


def set_apart(words: pd.DataFrame) -> list[str]:
    """The words that each source uses more, or less, than chance explains.

    `words` is `distinctive.words` or `distinctive.pairwise`.
    """
    found = words[words["reading"].isin(READINGS)]
    if words.empty:
        return [say("There are no words to compare.")]
    if found.empty:
        return [say("No word or expression is found to set one article apart from another beyond chance.")]
    parts = [part for _, part in found.groupby(["source", "against"], sort=False)]
    told_of = [sentence for part in parts[:MOST_SOURCES] for sentence in _of_source(part)]
    rest = parts[MOST_SOURCES:]
    more = many(
        len(rest),
        "{n} more comparison: {findings} in the table.",
        "{n} more comparisons: {findings} in the table.",
        findings=many(sum(map(len, rest)), "{n} finding", "{n} findings"),
    )
    return [*told_of, *([more] if rest else [])]


def word_power(power: pd.DataFrame, sources: pd.DataFrame) -> list[str]:
    """How much the comparison of words can show: tests, findings, what chance gives, what could come out at all.

    `power` is `distinctive.power`, `sources` is `distinctive.sources`.
    """
    if sources.empty:
        return [say("There are no words to compare.")]
    found = []
    for lang, count in sources[["lang", "sources"]].itertuples(index=False, name=None):
        part = power[power["lang"] == lang]
        if count == 1 or part.empty or part["tests"].max() == 0:
            found.append(_untested(int(count), _in_language(lang)))
        else:
            found += [_tested(part, int(count), _in_language(lang)), _least(part)]
    dependent = say(
        "The tests take the occurrences of a word for independent of one another, which in a text they are not: a "
        "finding is to be read with the sentences behind it."
    )
    return [*found, dependent] if power[["over", "once", "under"]].to_numpy().any() else found


def _in_language(lang: str) -> str:
    known = {"fr": say("in French"), "en": say("in English")}
    return known.get(lang, say("in its language"))


def _untested(count: int, where: str) -> str:
    return many(
        count,
        "There is one article {where} with words of this voice: it can be compared with no other.",
        "Of the {n} articles {where}, no word is frequent enough to be tested.",
        where=where,
    )


def _of_source(part: pd.DataFrame) -> list[str]:
    each = {
        reading: listed(
            (_beside(row) if reading == AVOIDED else _times(row) for row in rows.to_dict("records")),
            most=MOST_WORDS,
            more=("{n} more word", "{n} more words"),
        )
        for reading in READINGS
        if len(rows := part[part["reading"] == reading])
    }
    against = part["against"].iloc[0]
    about = {"source": source(part["source"].iloc[0]), "other": "" if against == ALL else source(against)}
    return [_said(reading, about, words) for reading, words in each.items()]


def _said(reading: str, about: dict[str, str], words: str) -> str:
    """What the words of one reading set a source apart by, from all others or from one."""
    said = {"source": about["source"], "words": words}
    if not about["other"]:
        return {
            OVER: say("{source} uses oftener than the others do, beyond chance: {words}.", **said),
            ONCE: say("{source} uses in one sentence alone, and there oftener than chance explains: {words}.", **said),
            AVOIDED: say("{source} does not use what every other article uses: {words}.", **said),
            UNDER: say("{source} uses less often than the others do, beyond chance: {words}.", **said),
        }[reading]
    said |= about
    return {
        OVER: say("{source} uses oftener than {other} does, beyond chance: {words}.", **said),
        ONCE: say(
            "Beside {other}, {source} uses in one sentence alone, and there oftener than chance explains: {words}.",
            **said,
        ),
        AVOIDED: say("{source} does not use what {other} uses: {words}.", **said),
        UNDER: say("{source} uses less often than {other} does, beyond chance: {words}.", **said),
    }[reading]


def _times(row: Row) -> str:
    return say(
        "{word} ({count} in {of} words, elsewhere {elsewhere} in {of_elsewhere})",
        word=quotation(row["word"]),
        count=linked(str(row["count"]), LAYER, row["word"], row["source"]) if row["count"] else 0,
        of=row["of"],
        elsewhere=row["elsewhere"],
        of_elsewhere=row["of_elsewhere"],
    )


def _beside(row: Row) -> str:
    """A word that a source does not use, and how often it stands elsewhere."""
    return say(
        "{word} ({count} in {of} words elsewhere)",
        word=quotation(row["word"]),
        count=linked(str(row["elsewhere"]), LAYER, row["word"]),
        of=row["of_elsewhere"],
    )


def _tested(part: pd.DataFrame, count: int, where: str) -> str:
    """How much was compared, and how much of it came out."""
    over, once, under = (int(part[name].sum()) for name in ("over", "once", "under"))
    about = {"where": where, "size": _range(part["of"]), "tests": _range(part["tests"])}
    if count == 2:
        head = say(
            "Two articles {where} are compared, of {size} words; words and expressions frequent enough to be tested: "
            "{tests}.",
            **about,
        )
    else:
        head = say(
            "{count} articles {where} are compared, of {size} words, each with all others; words and expressions "
            "frequent enough to be tested: {tests}.",
            count=count,
            **about,
        )
    if not over + once + under:
        return f"{head} {say('None comes out as used more or less than chance explains.')}"
    if once:
        found = say(
            "Used more than chance explains: {more} ({once} of them within one sentence); used less: {under}.",
            more=over + once,
            once=once,
            under=under,
        )
    else:
        found = say("Used more than chance explains: {more}; used less: {under}.", more=over, under=under)
    return f"{head} {found}"


def _least(part: pd.DataFrame) -> str:
    able = part[part["smallest"] > 0]
    if able.empty:
        return say("However often a word stood in one article alone, it would not come out: there is too little text.")
    times, most = _range(able["smallest"]), int(part["by_chance"].max())
    if able["smallest"].min() >= FEW_WORDS:
        least = say(
            "In so little text only gross differences come out: a word that stands in one article alone has to stand "
            "there {times} times to come out by itself.",
            times=times,
        )
    else:
        least = say(
            "A word that stands in one article alone has to stand there {times} times to come out by itself.",
            times=times,
        )
    return f"{least} {_by_chance(most)}"


def _by_chance(most: int) -> str:
    """How often chance alone gives one article a word to itself."""
    if not most:
        return say("Dealt out at random, a given article would have a word to itself in fewer than 1 of 20 deals.")
    return many(
        most,
        "Dealt out at random, some word would still stand {n} time in one article and nowhere else in one deal of 20 "
        "or more. Whatever does not come out is a rank, no finding.",
        "Dealt out at random, some word would still stand {n} times in one article and nowhere else in one deal of 20 "
        "or more. Whatever does not come out is a rank, no finding.",
    )


def _range(column: pd.Series) -> str:
    low, high = int(column.min()), int(column.max())
    return number(low) if low == high else say("{low} to {high}", low=low, high=high)
