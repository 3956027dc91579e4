"""Who shares wording with whom, whose it may be, how much of each article it is, and what is left without copies."""

from collections.abc import Mapping
from datetime import UTC, datetime

import numpy as np
import pandas as pd

from analysis import reuse, shingles
from analysis.credits import OWN, SOURCE
from analysis.shingles import Words

FROM_A, FROM_B, SHARED = "from a to b", "from b to a", "shared wording"
MEASURED = ["a_in_b", "b_in_a", "jaccard"]
COUNTS = ["passages", "words", "quoted", "one_quotes"]
UNTOLD = "dates and credits are missing or don't tell"


def compared(
    documents: pd.DataFrame, passages: pd.DataFrame, contained: pd.DataFrame, credits: pd.DataFrame
) -> pd.DataFrame:
    """One row per pair of articles that share passages or shingles: how much, and which way the wording may have gone.

    Columns: document_a, document_b; `a_in_b`, `b_in_a` and `jaccard` as in `shingles.containment` (0 for a pair below
    its `least`); `passages` and the `words` of those that are prose; `quoted`, the words of those that are quotations,
    and `one_quotes` of those that one article quotes and the other tells;
    `direction` and its `reason`. Wording went from one article to the other only where one is the agency's own, or
    where the days (or hours) of publication differ and neither article credits an agency; else it is shared. Common
    quotations and stock phrases have no direction: "".
    """
    keys = ["document_a", "document_b"]
    kinds = {"words": reuse.PROSE, "quoted": reuse.QUOTATION, "one_quotes": reuse.ONE_QUOTES}
    words = {name: passages["words"].where(passages["within"] == kind, 0) for name, kind in kinds.items()}
    held = passages.assign(passages=1, **words)
    counts = held.groupby(keys)[COUNTS].sum().reset_index()
    table = counts.merge(contained[keys + MEASURED], on=keys, how="outer").sort_values(keys, ignore_index=True)
    table = table.fillna(dict.fromkeys(COUNTS + MEASURED, 0)).astype(dict.fromkeys(COUNTS, "int64"))
    about = {row["document"]: row for row in documents.to_dict("records")}
    own, named = _own(credits), _named(credits)
    told = [
        _direction(about[a], about[b], own, named) if words else ("", "no prose in common")
        for a, b, words in table[[*keys, "words"]].itertuples(index=False, name=None)
    ]
    told_columns = pd.DataFrame(told, table.index, ["direction", "reason"], dtype="str")
    return pd.concat([table[keys + MEASURED + COUNTS], told_columns], axis=1)


def _own(credits: pd.DataFrame) -> set[str]:
    """The articles that are an agency's own."""
    return set(credits.loc[credits["where"] == OWN, "document"])


def _named(credits: pd.DataFrame) -> dict[str, set[str]]:
    """Each article with the agencies that it says it is from."""
    return credits[credits["where"] != SOURCE].groupby("document")["agency"].agg(set).to_dict()


def _direction(a: Mapping, b: Mapping, own: set[str], named: Mapping[str, set[str]]) -> tuple[str, str]:
    one, other = a["document"], b["document"]
    if (one in own) != (other in own):
        return (FROM_A if one in own else FROM_B), "an agency's own article"
    credited = [named.get(name, set()) for name in (one, other)]
    both = sorted(credited[0] & credited[1])
    if both:
        return SHARED, f"both credit {', '.join(both)}"
    if any(credited):
        return SHARED, f"{', '.join(sorted(set.union(*credited)))} credited by one may be the source of both"
    first, second = _moments(a["published"], b["published"])
    if first == second or not first or not second:
        return SHARED, UNTOLD
    return (FROM_A if first < second else FROM_B), "published earlier"


def _moments(one: str, other: str) -> tuple[str, str]:
    """Both times of publication, as exactly as both are known: in UTC, as given without a zone, or the days."""
    parsed = [datetime.fromisoformat(value) if value else None for value in (one, other)]
    timed = [moment for value, moment in zip((one, other), parsed, strict=True) if moment and len(value) > 10]
    if len(timed) == 2 and len({moment.tzinfo is None for moment in timed}) == 1:
        exact = (moment.astimezone(UTC) if moment.tzinfo else moment for moment in timed)
        first, second = (moment.isoformat() for moment in exact)
        return first, second
    return one[:10], other[:10]


def shared(documents: pd.DataFrame, units: pd.DataFrame, passages: pd.DataFrame, credits: pd.DataFrame) -> pd.DataFrame:
    """One row per article: how many of its words stand in others too, with whom, and which agencies it credits.

    `words` stand in passages of prose, `of` all its counted words, `share` their share; `quoted` in passages that one
    or both quote and in no prose; `others` are the labels of the articles that share prose with it, those that
    share most first; `agencies` those it says it is from, `through` those that it only quotes.
    """
    words = shingles.words(documents, units)
    sides = _sides(passages)
    prose = sides[sides["within"] == reuse.PROSE]
    inside, any_words = reuse.covered(words, prose), reuse.covered(words, sides)
    article, articles = words.articles(), len(words.names)
    count = {
        "words": np.bincount(article[inside], minlength=articles),
        "quoted": np.bincount(article[any_words & ~inside], minlength=articles),
        "of": np.diff(words.first),
    }
    table = pd.DataFrame({"document": pd.array(words.names, dtype="str"), **count})
    label = dict(zip(documents["document"], documents["label"], strict=True))
    source = credits["where"] == SOURCE
    return table.assign(
        source=_texts(table["document"], label),
        share=table["words"] / table["of"].where(table["of"] > 0, 1),
        others=_texts(table["document"], _others(prose, label)),
        agencies=_texts(table["document"], _listed(credits[~source])),
        through=_texts(table["document"], _listed(credits[source])),
    )


def _sides(passages: pd.DataFrame) -> pd.DataFrame:
    """One row per passage and side of it: document, start, end, the `other` article, `agreed`, `within`."""
    both = [
        passages.rename(columns={f"document_{one}": "document", f"start_{one}": "start", f"end_{one}": "end"}).rename(
            columns={f"document_{other}": "other"}
        )[["document", "start", "end", "other", "agreed", "within"]]
        for one, other in ("ab", "ba")
    ]
    return pd.concat(both, ignore_index=True)


def _texts(documents: pd.Series, known: Mapping[str, str]) -> pd.Series:
    return documents.map(lambda name: known.get(name, "")).astype("str")


def _others(prose: pd.DataFrame, label: Mapping[str, str]) -> dict[str, str]:
    agreed = prose.groupby(["document", "other"])["agreed"].sum().reset_index()
    agreed = agreed.sort_values(["document", "agreed", "other"], ascending=[True, False, True], kind="stable")
    return agreed.assign(label=agreed["other"].map(label)).groupby("document")["label"].agg(", ".join).to_dict()


def _listed(credits: pd.DataFrame) -> dict[str, str]:
    return credits.groupby("document")["agency"].agg(lambda found: ", ".join(sorted(set(found)))).to_dict()


def copied(documents: pd.DataFrame, units: pd.DataFrame, passages: pd.DataFrame, credits: pd.DataFrame) -> pd.DataFrame:
    """One row per copy: a unit of which more than half of the words stand in prose that another article keeps.

    Of each passage one article keeps the words and the other has the copy. An agency's own article goes before all
    others; then comes the earlier day of publication, unknown days last; on one day or without any the article that
    stands first in the corpus. This says which copy is counted, not who wrote it or had it first. Words that articles
    quote, one or both, are no copies, unless they stand in a passage most of which is prose.
    `words` are those in copied passages, `of` the unit's.
    """
    order = _order(documents, _own(credits))
    sides = _sides(passages[passages["within"] == reuse.PROSE])
    later = sides["document"].map(order) > sides["other"].map(order)
    words = shingles.words(documents, units)
    within = np.append(0, np.cumsum(reuse.covered(words, sides[later])))
    begin, end = (_words_before(words, units, edge) for edge in ("start", "end"))
    table = units[["document", "unit"]].assign(words=within[end] - within[begin], of=end - begin)
    table = table.assign(share=table["words"] / table["of"].where(table["of"] > 0, 1))
    return table[2 * table["words"] > table["of"]].reset_index(drop=True)


def _words_before(words: Words, units: pd.DataFrame, edge: str) -> np.ndarray:
    """How many words stand before the start or end of each unit, in its article and all articles before."""
    article = pd.Index(words.names).get_indexer(units["document"])
    size = int(max(words.ends.max(initial=0), units["end"].max() if len(units) else 0)) + 1
    return np.searchsorted(words.articles() * size + words.starts, article * size + units[edge].to_numpy())


def _order(documents: pd.DataFrame, own: set[str]) -> dict[str, int]:
    """Each article's place in the order in which they keep the words that they share."""
    rows = list(zip(documents["document"], documents["published"].str[:10], strict=True))
    first = sorted(range(len(rows)), key=lambda at: (rows[at][0] not in own, rows[at][1] or "~", at))
    return {rows[at][0]: place for place, at in enumerate(first)}


def without(table: pd.DataFrame, copied: pd.DataFrame) -> pd.DataFrame:
    """The rows of units, evidence, statements or any table with document and unit that stand in no copied unit.

    Both count and denominator lose the copies when a measure is taken of evidence and units without them.
    """
    gone = pd.MultiIndex.from_frame(copied[["document", "unit"]])
    return table[~pd.MultiIndex.from_frame(table[["document", "unit"]]).isin(gone)].reset_index(drop=True)
