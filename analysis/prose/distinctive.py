"""Sentences on the words that set an article or outlet apart, and on how little a small corpus can show of them."""

import pandas as pd

from analysis.distinctive import ALL, AVOIDED, ONCE, OVER, READINGS, UNDER
from analysis.prose.wording import Row, are, capital, linked, listed, named_so, number, told
from analysis.vocabulary import LAYER

MOST_SOURCES = 8
"""So many sources have a sentence of their own on their words."""
FEW_WORDS = 5
"""From this count on, what is the lowest for a word of one source alone, only gross differences come out."""

DEPENDENT = (
    "The tests take the occurrences of a word for independent of one another, which in a text they are not: a finding "
    "is to be read with the sentences behind it."
)

_LANGUAGES = {"fr": "French", "en": "English"}


def set_apart(words: pd.DataFrame, *, noun: str = "article") -> list[str]:
    """The words that each source uses more, or less, than chance explains.

    `words` is `distinctive.words` or `distinctive.pairwise`.
    """
    found = words[words["reading"].isin(READINGS)]
    if words.empty:
        return ["There are no words to compare."]
    if found.empty:
        return [f"No word or expression is found to set one {noun} apart from another beyond chance."]
    parts = [part for _, part in found.groupby(["source", "against"], sort=False)]
    told_of = [sentence for part in parts[:MOST_SOURCES] for sentence in _of_source(part, noun)]
    rest, more = parts[MOST_SOURCES:], number(len(parts) - MOST_SOURCES, "more comparison")
    left = number(sum(map(len, rest)), "finding")
    return [*told_of, *([f"{capital(more)}: {left} in the table."] if rest else [])]


def word_power(power: pd.DataFrame, sources: pd.DataFrame, *, noun: str = "article") -> list[str]:
    """How much the comparison of words can show: tests, findings, what chance gives, what could come out at all.

    `power` is `distinctive.power`, `sources` is `distinctive.sources`.
    """
    if sources.empty:
        return ["There are no words to compare."]
    found = []
    for lang, count in sources[["lang", "sources"]].itertuples(index=False, name=None):
        where = f"in {_LANGUAGES[lang]}" if lang in _LANGUAGES else "in its language"
        part = power[power["lang"] == lang]
        if count == 1:
            found.append(f"There is one {noun} {where} with words of this voice: it can be compared with no other.")
        elif part.empty or part["tests"].max() == 0:
            found.append(f"Of the {number(count, noun)} {where}, no word is frequent enough to be tested.")
        else:
            found += [_tested(part, count, where, noun), _least(part, noun)]
    return [*found, DEPENDENT] if power[["over", "once", "under"]].to_numpy().any() else found


def _of_source(part: pd.DataFrame, noun: str) -> list[str]:
    source, against = told(part["source"].iloc[0]), part["against"].iloc[0]
    others = "the others do" if against == ALL else f"{told(against)} does"
    every = f"every other {noun} uses" if against == ALL else f"{told(against)} uses"
    said = {
        OVER: (f"uses oftener than {others}, beyond chance", _times),
        ONCE: ("uses in one sentence alone, and there oftener than chance explains", _times),
        AVOIDED: (f"does not use what {every}", _elsewhere),
        UNDER: (f"uses less often than {others}, beyond chance", _times),
    }
    return [
        f"{source} {verb}: {listed(map(each, rows), most=4, what='words')}."
        for reading, (verb, each) in said.items()
        if (rows := part[part["reading"] == reading].to_dict("records"))
    ]


def _times(row: Row) -> str:
    count = linked(str(row["count"]), LAYER, row["word"], row["source"]) if row["count"] else "0"
    return (
        f"{named_so(row['word'])} ({count} in {row['of']} words, elsewhere {row['elsewhere']} in {row['of_elsewhere']})"
    )


def _elsewhere(row: Row) -> str:
    count = linked(str(row["elsewhere"]), LAYER, row["word"])
    return f"{named_so(row['word'])} ({count} in {row['of_elsewhere']} words elsewhere)"


def _tested(part: pd.DataFrame, count: int, where: str, noun: str) -> str:
    tests, size = _range(part["tests"]), _range(part["of"])
    over, once, under = (int(part[name].sum()) for name in ("over", "once", "under"))
    each = "They are set against each other" if count == 2 else "Each is set against all others"
    head = f"{capital(number(count, noun))} {where} {are(count)} compared, of {size} words. {each}: {tests} "
    head += "word or expression is" if tests == "1" else "words and expressions are"
    head += " frequent enough to be tested, "
    if not over + once + under:
        return f"{head}and none comes out as used more or less than chance explains."
    repeated = f", {once} of them within one sentence" if once else ""
    more = f"{over + once or 'none'} {_come(over + once)} out as used more{repeated}"
    return f"{head}and {more}, {under or 'none'} as used less."


def _least(part: pd.DataFrame, noun: str) -> str:
    able = part[part["smallest"] > 0]
    if able.empty:
        return f"However often a word stood in one {noun} alone, it would not come out: there is too little text."
    few = "In so little text only gross differences come out: a" if able["smallest"].min() >= FEW_WORDS else "A"
    times = f"{_range(able['smallest'])} times to come out by itself"
    least = f"{few} word that stands in one {noun} alone has to stand there {times}"
    most = int(part["by_chance"].max())
    if not most:
        return f"{least}. Dealt out at random, a given {noun} would have a word to itself in fewer than 1 of 20 deals."
    often = {2: "twice"}.get(most, f"{most} times")
    return (
        f"{least}. Dealt out at random, some word would still stand {often} in one {noun} and nowhere else in one deal "
        "of 20 or more. Whatever does not come out is a rank, no finding."
    )


def _come(count: int) -> str:
    return "comes" if count <= 1 else "come"


def _range(column: pd.Series) -> str:
    low, high = int(column.min()), int(column.max())
    return f"{low}" if low == high else f"{low} to {high}"
