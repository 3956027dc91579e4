"""Sentences on who mentions what, who leaves it out, and who is quoted."""

import pandas as pd

from analysis import measures
from analysis.language import many, number, say, word
from analysis.prose import kinds
from analysis.prose.wording import (
    Row,
    adjusted,
    articles,
    in_turn,
    labelled,
    leading,
    linked,
    listed,
    named,
    percent,
    source,
    told,
)
from analysis.voicing import QUOTED


def mentions(measure: pd.DataFrame, what: str) -> str:
    """What all articles mention, and what only one does."""
    total = measures.overall(measure)
    total = total[total["units"] > 0]
    if total.empty:
        return say("No {what} was found that enough articles mention.", what=kinds.one(what))
    of = int(total["of_articles"].max())
    everyone = listed(labelled(row) for row in total[total["articles"] == of].to_dict("records"))
    size = kinds.counted(len(total), what)
    if of == 1:
        return say("The article mentions {size}: {labels}.", size=size, labels=everyone)
    few = int((total["articles"] == 1).sum())
    parts = [_by_all(int((total["articles"] == of).sum()), of, everyone)]
    parts += [many(few, "{n} is in one article alone", "{n} are in one article alone")] if few else []
    return say("Of {size} shown, {parts}.", size=size, parts=in_turn(parts))


def _by_all(count: int, of: int, labels: str) -> str:
    """Which labels all of the articles mention, two or more."""
    if of == 2:
        return many(
            count,
            "{labels} is mentioned by both articles",
            "{labels} are mentioned by both articles",
            none="none is mentioned by both articles",
            labels=labels,
        )
    return many(
        count,
        "{labels} is mentioned by all {of} articles",
        "{labels} are mentioned by all {of} articles",
        none="none is mentioned by all {of} articles",
        labels=labels,
        of=of,
    )


def silences(blind: pd.DataFrame) -> list[str]:
    """What most others mention and an article does not: first where its length does not explain it."""
    if blind.empty:
        return [say("Of what the lexicons know, no article leaves out anything that most of the others mention.")]
    blind = named(blind)
    telling, rest = blind[~blind["short"]], int(blind["short"].sum())
    sentences = [
        say(
            "{source} does not mention {labels}: its length alone does not explain that.",
            source=source(str(label)),
            labels=listed(_unmentioned(row) for row in part.to_dict("records")),
        )
        for label, part in telling.groupby("source", sort=True)
    ]
    return [*sentences, _brief(rest, int(blind["tests"].iloc[0]), further=bool(sentences))] if rest else sentences


def _brief(absences: int, tests: int, *, further: bool) -> str:
    """How many absences a short article may owe to its length."""
    pairs = many(tests, "{n} pair of label and article", "{n} pairs of label and article")
    if further:
        return many(
            absences,
            "{n} further absence of what most others mention may be due to an article's length or to chance alone "
            "({pairs} looked at).",
            "{n} further absences of what most others mention may be due to an article's length or to chance alone "
            "({pairs} looked at).",
            pairs=pairs,
        )
    return many(
        absences,
        "{n} absence of what most others mention may be due to an article's length or to chance alone ({pairs} "
        "looked at).",
        "{n} absences of what most others mention may be due to an article's length or to chance alone ({pairs} "
        "looked at).",
        pairs=pairs,
    )


def quoting(table: pd.DataFrame) -> list[str]:
    """Who quotes how much, and how much in marks is nobody's."""
    rows = table.assign(quotations=table["direct"] + table["partial"])
    total, scare = int(rows["quotations"].sum()), int(table["scare"].sum())
    extra = many(
        scare,
        "{n} passage in marks is given to nobody",
        "{n} passages in marks are given to nobody",
        n=linked(number(scare), "quotation", "scare"),
    )
    more = [extra] if scare else []
    if not total:
        if len(table) == 1:
            nobody = say("The article quotes nobody, as far as quotation marks and cues show")
        else:
            nobody = say("No article quotes anybody, as far as quotation marks and cues show")
        return [f"{in_turn([nobody, *more])}."]
    rows = rows.sort_values(["quotations", "source"], ascending=[False, True], kind="stable")
    each = (f"{source(row['source'])} {_quoted(row['quotations'], row['source'])}" for row in rows.to_dict("records"))
    found = many(
        total,
        "{n} quotation, by article: {each}",
        "{n} quotations, by article: {each}",
        n=_quoted(total),
        each=listed(each, more=("{n} more article", "{n} more articles")),
    )
    return [f"{in_turn([found, *more])}.", *_most_room(rows)]


def _quoted(count: int, *source: str) -> str:
    """A number of quotations, which opens them: all, or those of one article."""
    return linked(number(count), "manner", QUOTED, *source) if count else "0"


def _most_room(rows: pd.DataFrame) -> list[str]:
    """Which article leaves most room to others, unless several do."""
    most = rows[rows["share"] == rows["share"].max()]
    share = percent(rows["share"].max())
    if len(rows) == 1:
        return [say("{share} of the article's characters are quoted.", share=share)]
    if len(most) > 1:
        return []
    first = source(most["source"].iloc[0])
    return [
        say("{source} leaves most room to others: {share} of its characters are quoted.", source=first, share=share)
    ]


def speakers(voices: pd.DataFrame) -> str:
    """Who is quoted oftenest, and by how many articles."""
    known = voices[(voices["speaker"] != "") & (voices["quotations"] > 0)]
    unknown = int(voices.loc[voices["speaker"] == "", "quotations"].sum())
    unfound = many(
        unknown,
        "For {n} quotation the reading found no speaker.",
        "For {n} quotations the reading found no speaker.",
    )
    more = [unfound] if unknown else []
    if known.empty:
        return " ".join(more) or say("No speaker of a quotation was found.")
    total = known.groupby("speaker").agg(quotations=("quotations", "sum"), articles=("document", "nunique"))
    ranked = total.reset_index().sort_values(["quotations", "speaker"], ascending=[False, True], kind="stable")
    each = [
        say(
            "{speaker} ({quotations}, in {articles})",
            speaker=told(word(row["speaker"])),
            quotations=linked(number(row["quotations"]), "quotations", row["speaker"]),
            articles=articles(row["articles"]),
        )
        for row in leading(ranked, "quotations")
    ]
    if not each:
        return " ".join([say("No speaker is quoted oftener than all others."), *more])
    return " ".join([say("Quoted oftenest: {speakers}.", speakers=listed(each)), *more])


def shared(*parts: pd.DataFrame) -> str:
    """What all articles have in common, layer by layer."""
    totals = [total for part in parts if len(total := measures.overall(part))]
    of = max((int(total["of_articles"].max()) for total in totals), default=0)
    if not totals:
        return say("Nothing that the lexicons know was found in these articles.")
    if of < 2:
        return say("With fewer than two articles there is nothing to compare.")
    each = []
    for total in totals:
        every = [labelled(row) for row in total[total["articles"] == of].to_dict("records")]
        if every:
            each.append(kinds.the(len(every), str(total["layer"].iloc[0]), listed(every)))
    labels = in_turn(each)
    if of == 2:
        if not each:
            return say("There is nothing that both articles speak of, as far as the lexicons know.")
        return say("Both articles mention {labels}.", labels=labels)
    if not each:
        return say("There is nothing that all {of} articles speak of, as far as the lexicons know.", of=of)
    return say("All {of} articles mention {labels}.", of=of, labels=labels)


def _unmentioned(row: Row) -> str:
    label, p = labelled(row), adjusted(row["adjusted"])
    if row["of_others"] == 1:
        return say("{label} (the other article does, adjusted p {p})", label=label, p=p)
    if row["others"] < row["of_others"]:
        return say(
            "{label} ({others} of {of} others do, adjusted p {p})",
            label=label,
            others=row["others"],
            of=row["of_others"],
            p=p,
        )
    if row["others"] == 2:
        return say("{label} (both others do, adjusted p {p})", label=label, p=p)
    return say("{label} (all {others} others do, adjusted p {p})", label=label, others=row["others"], p=p)
