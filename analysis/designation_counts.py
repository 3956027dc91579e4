"""Designations, counted: how each source calls an actor, which words one source alone uses, and what chance could give.

Counted is what the outlets say in their own voice; what a quotation or reported speech holds may be its speaker's.
"""

from collections.abc import Iterable

import pandas as pd

from analysis import statistics, tables
from analysis.designation_kinds import CHARGES, KINDS, NEUTRAL
from analysis.names import folded

LAYER, GROUP = "designation", "naming"
QUOTED, REPORTED = "quoted", "reported"
COUNTED = ["layer", "label", "actor", "kind", "document", "source"]
WORDED = ("office", "role noun", "office and name", "government")
"""Kinds whose words an outlet chooses: names aside."""
ACTORS = 6
"""Of so many actors at most the words are laid side by side."""
LEAST = 5
"""An actor is tested where two sources at least mention it, and so often together."""


def own(designations: pd.DataFrame) -> pd.DataFrame:
    """The designations that are the outlets' own, scare-quoted ones too; quoted and reported ones aside."""
    return designations[~designations["voice"].isin((QUOTED, REPORTED))].reset_index(drop=True)


def main_actors(designations: pd.DataFrame, *, most: int = 6) -> list[str]:
    """The actors that most articles mention in their own voice; of equals those mentioned oftener."""
    counted = {"articles": ("document", "nunique"), "mentions": ("document", "size")}
    each = own(designations).groupby("actor").agg(**counted).reset_index()
    ranked = each.sort_values(["articles", "mentions", "actor"], ascending=[False, False, True])
    return ranked["actor"].head(most).tolist()


def counts(
    designations: pd.DataFrame, documents: pd.DataFrame, actors: Iterable[str], *, by: str = "kind"
) -> pd.DataFrame:
    """One row per actor, kind (or charge, with `by`) and article, those with nothing too.

    Columns: layer, label (`Kim Jong-un: office`), actor, kind or charge, document, source, `nouns` (the common nouns of
    these with their counts, `dirigeant 2 | tyran 1`), `count`, `of` (all mentions in the article's own voice),
    `share`, `low`, `high` (Wilson 1927, 95 %; of nothing, nothing).
    """
    found = own(designations)
    held = found.groupby(["actor", by, "document"]).size()
    totals = found.groupby(["actor", "document"]).size()
    nouns = _nouns(found, by)
    order = KINDS if by == "kind" else CHARGES
    rows = [
        (
            LAYER,
            f"{actor}: {one}",
            actor,
            one,
            *mark,
            nouns.get((actor, one, mark[0]), ""),
            int(held.get((actor, one, mark[0]), 0)),
            int(totals.get((actor, mark[0]), 0)),
        )
        for actor in actors
        for one in order
        if (actor, one) in {(who, what) for who, what, _ in held.index}
        for mark in documents[["document", "label"]].itertuples(index=False, name=None)
    ]
    columns = [*COUNTED[:3], by, *COUNTED[4:], "nouns"]
    table = pd.DataFrame(rows, columns=[*columns, "count", "of"])
    table = table.astype(dict.fromkeys(columns, "str") | {"count": "int64", "of": "int64"})
    return statistics.with_interval(table, count="count")


def _nouns(found: pd.DataFrame, by: str) -> dict[tuple[str, str, str], str]:
    """Actor, kind (or charge) and article → the nouns that an outlet chose, each as first written, with its count."""
    chosen = found[found["kind"].isin(WORDED) & (found["noun"] != "")]
    chosen = chosen.assign(key=chosen["noun"].map(_key).astype("str"))
    each = chosen.groupby(["actor", by, "document", "key"], sort=True).agg(noun=("noun", "first"), n=("noun", "size"))
    each = each.reset_index().sort_values("n", ascending=False, kind="stable")
    said = each.assign(said=each["noun"].astype("str") + " " + each["n"].astype("str"))
    return said.groupby(["actor", by, "document"])["said"].agg(" | ".join).to_dict() if len(said) else {}


def used(designations: pd.DataFrame, *, kinds: Iterable[str] = WORDED) -> pd.DataFrame:
    """One row per actor, wording and source: how often the source calls the actor so, in its own voice.

    Columns: layer, label (`Kim Jong-un: despote`), actor, `words` (the noun as first written), kind, charge, source,
    `count`, `of` (the source's mentions of the actor), `sources` (how many call the actor so), `of_sources` (how many
    mention it).
    Two wordings are one that share their noun: `junte birmane` is a `junte`.
    """
    found = own(designations)
    found = found.assign(key=found["noun"].map(_key).astype("str"))
    totals = found.groupby(["actor", "source"]).size()
    mentioning = found.groupby("actor")["source"].nunique()
    chosen = found[found["kind"].isin(list(kinds)) & (found["key"] != "")]
    grouped = chosen.groupby(["actor", "key", "source"], sort=True)
    table = grouped.agg(
        words=("noun", "first"), kind=("kind", "first"), charge=("charge", "first"), count=("words", "size")
    ).reset_index()
    pairs = list(zip(table["actor"], table["source"], strict=True))
    table = table.assign(
        layer=LAYER,
        label=table["actor"] + ": " + table["key"],
        of=pd.array([int(totals[pair]) for pair in pairs], dtype="int64"),
        sources=table.groupby(["actor", "key"])["source"].transform("nunique").astype("int64"),
        of_sources=table["actor"].map(mentioning).fillna(0).astype("int64"),
    )
    names = ["layer", "label", "actor", "words", "kind", "charge", "source", "count", "of", "sources", "of_sources"]
    typed = dict.fromkeys(names[:7], "str") | dict.fromkeys(names[7:], "int64")
    return table[names].astype(typed)


def wordings(designations: pd.DataFrame, documents: pd.DataFrame, *, lines: int = 40, most: int = 8) -> pd.DataFrame:
    """One row per main actor, article and word for it, most used first: `words`, `count`, `of`, `alone`.

    `of` are the article's mentions of the actor, in its own voice; `alone`: of several articles that mention it in the
    same language no other uses the word, which is no name. Names of one kind are one word. An article that does not
    mention the actor has one row of nothing. Of an article at most `most` words are kept, of actors those that two
    articles mention, as many as fit on `lines` lines, one at least. Layer, label and source name the evidence.
    """
    found = own(designations)
    langs = dict(zip(documents["document"], documents["lang"], strict=True))
    noun = found["kind"].isin(WORDED) & (found["noun"] != "")
    key = found["noun"].map(_key).astype("str").where(noun, found["kind"])
    found = found.assign(key=key, shown=found["noun"].where(noun, found["words"]), lang=found["document"].map(langs))
    users = found.groupby(["actor", "lang", "key"])["document"].nunique()
    among = found.groupby(["actor", "lang"])["document"].nunique()
    rows: list[tuple] = []
    articles = found.groupby("actor")["document"].nunique()
    fitting = max(1, min(ACTORS, lines // max(len(documents), 1)))
    for actor in [one for one in main_actors(designations, most=fitting) if articles[one] > 1 or len(documents) == 1]:
        for document, source, lang in documents[["document", "label", "lang"]].itertuples(index=False, name=None):
            said = found[(found["actor"] == actor) & (found["document"] == document)]
            counts = said["key"].value_counts(sort=False)
            ranked = sorted(counts.items(), key=lambda one: (-one[1], str(one[0])))[:most]
            for word, count in ranked or [("", 0)]:
                first = next(iter(said.loc[said["key"] == word, "shown"]), "")
                single = bool(count) and word not in KINDS and users[actor, lang, word] == 1 < among[actor, lang]
                rows.append((LAYER, f"{actor}: {word}", actor, source, first, count, len(said), single))
    columns = ["layer", "label", "actor", "source", "words", "count", "of", "alone"]
    typed = dict.fromkeys(columns[:5], "str") | {"count": "int64", "of": "int64", "alone": "bool"}
    return pd.DataFrame(rows, columns=columns).astype(typed)


def alone(designations: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The rows of `used` that one source alone has, of actors that others mention too, charged ones first.

    That the others don't use a word is no finding where they mention the actor twice: `of_sources` and `of` say so.
    A language's words are compared with those of its own articles only.
    """
    langs = dict(zip(documents["document"], documents["lang"], strict=True))
    parts = [used(designations[designations["document"].map(langs) == lang]) for lang in sorted(set(documents["lang"]))]
    table = pd.concat([used(designations.head(0)), *parts], ignore_index=True)
    kept = table[(table["sources"] == 1) & (table["of_sources"] > 1)]
    kept = kept.assign(neutral=kept["charge"] == NEUTRAL)
    order = ["neutral", "count", "actor", "words", "source"]
    ranked = kept.sort_values(order, ascending=[True, False, True, True, True], kind="stable", ignore_index=True)
    return ranked.drop(columns="neutral")


def compared(counted: pd.DataFrame) -> pd.DataFrame:
    """The rows of `counts` that can be compared, with `others` and `of_others`, Fisher's exact `p`, and `adjusted`.

    A row sets how often a source calls the actor so against all other sources; `adjusted` is p after Benjamini and
    Hochberg (1995) over all rows. Left out: actors with fewer than `LEAST` mentions or one source, kinds that all or no
    mentions are. Mentions of one article depend on one another, so that p is rather too small.
    """
    keys = ["layer", "label"]
    totals = counted.groupby(keys)[["count", "of"]].transform("sum")
    others, of_others = totals["count"] - counted["count"], totals["of"] - counted["of"]
    varied = (totals["count"] > 0) & (totals["count"] < totals["of"]) & (totals["of"] >= LEAST)
    table = counted.assign(others=others, of_others=of_others)[varied & (counted["of"] > 0) & (of_others > 0)]
    cells = zip(table["count"], table["of"], table["others"], table["of_others"], strict=True)
    p = [statistics.fisher(int(a), int(n - a), int(b), int(m - b)) for a, n, b, m in cells]
    table = table.assign(p=pd.Series(p, table.index, "float64"))
    adjusted = statistics.benjamini_hochberg(table["p"].to_numpy()) if len(table) else table["p"]
    table = table.assign(adjusted=adjusted)
    return table.sort_values(["adjusted", "p", "label", "source"], kind="stable", ignore_index=True)


def features(designations: pd.DataFrame, *, least: int = 2, count: int = 4) -> pd.DataFrame:
    """One row per document, unit and feature: `Kim Jong-un: office`, `charge: disparaging`, with its `count`.

    Actors are those that `least` articles mention in their own voice; their kinds, and all charges but neutral ones.
    Features that the corpus has less than `count` times are left out: a rule's single errors would set sources apart.
    """
    found = own(designations)
    articles = found.groupby("actor")["document"].transform("nunique")
    kinds = found[articles >= least].assign(feature=lambda table: table["actor"] + ": " + table["kind"])
    charged = found[found["charge"] != NEUTRAL].assign(feature=lambda table: "charge: " + table["charge"])
    both = pd.concat([kinds, charged], ignore_index=True)
    both = both[both.groupby("feature")["feature"].transform("size") >= count]
    table = both.groupby(["document", "unit", "feature"]).size().rename("count").reset_index()
    return table.astype({"document": "str", "unit": "int64", "feature": "str", "count": "int64"}).assign(group=GROUP)


def evidence(designations: pd.DataFrame, documents: pd.DataFrame, actors: Iterable[str] | None = None) -> pd.DataFrame:
    """`evidence` of the layer designation: own designations under actor, `actor: kind`, `: charge` and `: noun`."""
    found = own(designations)
    found = found if actors is None else found[found["actor"].isin(set(actors))]
    parts = [
        found.assign(label=found["actor"]),
        found.assign(label=found["actor"] + ": " + found["kind"]),
        found.assign(label=found["actor"] + ": " + found["charge"]),
        found[found["noun"] != ""].assign(label=lambda rows: rows["actor"] + ": " + rows["noun"].map(_key)),
    ]
    rows = pd.concat(parts, ignore_index=True).assign(layer=LAYER)
    rows = tables.trace(rows, documents).rename(columns={"text": "match"}).assign(rule=rows["kind"])
    typed = rows[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"])
    unique = typed.drop_duplicates(list(tables.KEYS["evidence"]))
    return unique.sort_values(list(tables.KEYS["evidence"]), kind="stable", ignore_index=True)


def hung(modifiers: pd.DataFrame) -> pd.DataFrame:
    """One row per actor and source: the `modifiers` the source hangs on it in its own voice, and how many."""
    found = own(modifiers)
    grouped = found.groupby(["actor", "source"], sort=True)["modifier"]
    table = grouped.agg(modifiers=lambda said: ", ".join(dict.fromkeys(said)), count="size").reset_index()
    typed = {"actor": "str", "source": "str", "modifiers": "str", "count": "int64"}
    table = table.astype(typed).assign(layer=LAYER, label=table["actor"])
    return table.astype({"layer": "str", "label": "str"})


def _key(noun: str) -> str:
    """A noun without case and accents."""
    return " ".join(folded(word) for word in noun.split())
