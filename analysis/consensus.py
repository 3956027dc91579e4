"""Who tells which fact, and how: plainly, with doubt, as somebody's word, or not at all.

What an article says of a fact in several places is read at its strongest, because a reader who comes upon the plain
sentence is told so: `told` where one claim stands in the article's own words without doubt; else `hedged` where one
stands in its own words with doubt; else `attributed`: all of it is others' word. A claim that is both hedged and
attributed is attributed: the doubt may be the speaker's, and French puts reports in the conditional anyway. A claim
whose quotation has no known speaker counts as the article's own words.
"""

import pandas as pd

from analysis import copies, statistics
from analysis.discrepancies.values import AGREEING
from analysis.facts import SILENT

LAYER = "fact"
TELLING = ("told", "hedged", "attributed")
ABSENT, COPIED = "absent", "copied"
CONSENSUS, SHARED, SINGLE, IN_COPIES = "consensus", "shared", "single source", "in copies only"
COUNTS = ["claims", "plain", "hedged", "attributed", "units"]
LONGEST = 90
"""Characters of a fact's statement in a table or a sentence."""


def told(
    claims: pd.DataFrame, facts: pd.DataFrame, documents: pd.DataFrame, *, copied: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row per fact and article of its story: `how` the article tells it (see above), or `absent`.

    Columns: layer, label (the fact), document, source, `story`, `how`, `speakers` (whose word the claims are, joined
    with `|`), and how many `claims` there are, `plain`, `hedged` or `attributed`, and in how many `units` they stand.
    Facts are ordered by story, by how many articles tell them, then by the unit in which an article first does;
    articles as in the corpus. An article that makes no claim is of a story only where there is one. Claims in `copied`
    units (see `copies.copied`) don't count: an article that has nothing else on the fact is `copied`, neither telling
    nor absent.
    """
    cells = _cells(claims, claims if copied is None else copies.without(claims, copied))
    table = _pairs(claims, facts, documents).merge(cells, on=["fact", "document"], how="left")
    table[COUNTS] = table[COUNTS].fillna(0).astype("int64")
    table["speakers"] = table["speakers"].fillna("").astype("str")
    table["how"] = table["how"].fillna(ABSENT).astype("str")
    table = _ordered(table, claims, documents)
    source = dict(zip(documents["document"], documents["label"], strict=True))
    table = table.assign(layer=LAYER, source=table["document"].map(source)).rename(columns={"fact": "label"})
    columns = ["layer", "label", "document", "source", "story", "how", "speakers", *COUNTS]
    typed = dict.fromkeys(["layer", "label", "document", "source"], "str") | {"story": "int64"}
    return table[columns].astype(typed)


def standing(told: pd.DataFrame, facts: pd.DataFrame, discrepancies: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per fact, in the order of `told`: how many articles tell it, and what that makes of it.

    Columns: layer, label, `statement` (see `short`), story, `told`, `hedged` and `attributed` (articles that tell it
    so), `articles` (all of these), `of` (articles of the story, without those that only copy it), `share`, `low`,
    `high` (Clopper and Pearson 1934, 95 %), `standing`, `differs` (the kinds of its discrepancies) and `disputed`.
    A fact that two articles or more tell is `consensus` where they are more than half of the story's, else `shared`;
    that of one is `single source`. It is disputed where articles differ on it so that not all can be right.
    """
    how = pd.crosstab(told["label"], told["how"]).reindex(columns=[*TELLING, ABSENT], fill_value=0)
    table = told.drop_duplicates("label")[["layer", "label", "story"]].reset_index(drop=True)
    counts = how.reindex(table["label"]).reset_index(drop=True).astype("int64")
    table = pd.concat([table, counts[list(TELLING)]], axis=1)
    table["articles"] = counts[list(TELLING)].sum(axis=1)
    table["of"] = counts.sum(axis=1)
    table = statistics.with_interval(table, count="articles", of="of", method="clopper-pearson")
    statements = {fact: short(text) for fact, text in facts[["fact", "statement"]].itertuples(index=False, name=None)}
    kinds = _kinds(discrepancies)
    differs = [", ".join(kinds.get(fact, [])) for fact in table["label"]]
    stands = [_standing(*row) for row in table[["articles", "of"]].itertuples(index=False, name=None)]
    disputed = [any(kind not in AGREEING for kind in kinds.get(fact, [])) for fact in table["label"]]
    return table.assign(
        statement=pd.Series([statements[fact] for fact in table["label"]], table.index, "str"),
        standing=pd.Series(stands, table.index, "str"),
        differs=pd.Series(differs, table.index, "str"),
        disputed=pd.Series(disputed, table.index, "bool"),
    )


def compared(told: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """One row per article: how many `facts` it tells, how many in its `own` words, and how many only in `copied` ones.

    `told` is the table with copied text, `own` the one without. Columns besides: document, source, story, `consensus`
    and `consensus_own`: how many of the facts that it tells are consensus, when copies count and when they don't.
    """
    telling = told["how"].isin(TELLING)
    kept = own["how"].isin(TELLING)
    each = told[["document", "source", "story"]].assign(facts=telling, consensus=telling & agreed(told))
    by = each.groupby(["document", "source", "story"], sort=False)[["facts", "consensus"]].sum()
    others = own[["document"]].assign(own=kept, copied=own["how"] == COPIED, consensus_own=kept & agreed(own))
    sums = others.groupby("document", sort=False)[["own", "copied", "consensus_own"]].sum()
    table = by.reset_index().merge(sums.reset_index(), on="document", how="left")
    numbers = ["facts", "own", "copied", "consensus", "consensus_own"]
    return table[["document", "source", "story", *numbers]].astype(dict.fromkeys(numbers, "int64"))


def agreed(told: pd.DataFrame) -> pd.Series:
    """Whether the fact of each row is consensus: two articles or more tell it, and more than half of its story's."""
    facts = told["label"]
    articles = told["how"].isin(TELLING).groupby(facts).transform("sum")
    of = (told["how"] != COPIED).groupby(facts).transform("sum")
    return (articles > 1) & (2 * articles > of)


def sized(told: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The cells of articles that have a sentence, with `of`, how many, and their `place` in the table."""
    of = units[~units["role"].isin(SILENT)].groupby("document").size()
    table = told.assign(of=told["document"].map(of).fillna(0).astype("int64"), place=range(len(told)))
    return table[table["of"] > 0].reset_index(drop=True)


def short(text: str, most: int = LONGEST) -> str:
    """The text on one line, cut between words to at most so many characters, with an ellipsis.

    >>> short("Le tir a été repoussé, dit-on, à lundi.", 24)
    'Le tir a été repoussé…'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    words = line[:most].rsplit(" ", 1)[0] if " " in line[:most] else ""
    return (words.rstrip(" ,;:.–—-(«“") or line[: most - 1]) + "…"


def _pairs(claims: pd.DataFrame, facts: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Each fact with each article of the stories of those that tell it: an analyst's fact may span two."""
    of = _stories(claims, facts, documents)
    own = claims[["fact", "document"]].merge(of, on="document")[["fact", "story"]].drop_duplicates()
    pairs = own.merge(of, on="story")[["fact", "document"]]
    return pairs.merge(facts[["fact", "story"]], on="fact")


def _stories(claims: pd.DataFrame, facts: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per article with a story: that of most of its claims' facts."""
    told = claims[["document", "fact"]].merge(facts[["fact", "story"]], on="fact")
    often = told.groupby(["document", "story"]).size().reset_index(name="claims")
    of = often.sort_values(["document", "claims", "story"], ascending=[True, False, True]).drop_duplicates("document")
    if facts["story"].nunique() == 1:
        return documents[["document"]].assign(story=facts["story"].iloc[0])
    return of[["document", "story"]].reset_index(drop=True)


def _cells(claims: pd.DataFrame, counted: pd.DataFrame) -> pd.DataFrame:
    """One row per fact and article with a claim: counts of the counted ones, `how`, `speakers`."""
    mine, keys = counted["attributed_to"] == "", ["fact", "document"]
    kinds = counted.assign(claims=1, plain=mine & ~counted["hedged"], hedged=mine & counted["hedged"], attributed=~mine)
    sums = kinds.groupby(keys)[["claims", "plain", "hedged", "attributed"]].sum()
    sums["units"] = counted.groupby(keys)["unit"].nunique()
    sums["speakers"] = counted[~mine].groupby(keys)["attributed_to"].agg(_names)
    cells = claims[keys].drop_duplicates().merge(sums.reset_index(), on=keys, how="left")
    how = pd.Series(COPIED, cells.index, dtype="str")
    for column, word in (("attributed", "attributed"), ("hedged", "hedged"), ("plain", "told")):
        how = how.mask(cells[column] > 0, word)
    return cells.assign(how=how)


def _names(joined: pd.Series) -> str:
    return "|".join(dict.fromkeys(name for names in joined for name in names.split("|")))


def _ordered(table: pd.DataFrame, claims: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    place = {document: at for at, document in enumerate(documents["document"])}
    placed = claims.assign(at=claims["document"].map(place)).sort_values(["unit", "at", "start", "fact"])
    first = {fact: at for at, fact in enumerate(placed["fact"].drop_duplicates())}
    articles = table["how"].isin(TELLING).groupby(table["fact"]).transform("sum")
    keyed = table.assign(articles=articles, first=table["fact"].map(first), at=table["document"].map(place))
    by = ["story", "articles", "first", "at"]
    return keyed.sort_values(by, ascending=[True, False, True, True], kind="stable", ignore_index=True)


def _kinds(discrepancies: pd.DataFrame | None) -> dict[str, list[str]]:
    if discrepancies is None or discrepancies.empty:
        return {}
    return discrepancies.groupby("fact")["kind"].agg(lambda kinds: sorted(set(kinds))).to_dict()


def _standing(articles: int, of: int) -> str:
    if articles < 2:
        return SINGLE if articles else IN_COPIES
    return CONSENSUS if 2 * articles > of else SHARED
