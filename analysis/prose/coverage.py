"""Sentences on who mentions what, who leaves it out, and who is quoted."""

import pandas as pd

from analysis import measures
from analysis.prose.wording import (
    Row,
    adjusted,
    are,
    capital,
    labelled,
    leading,
    listed,
    named,
    number,
    of_articles,
    percent,
    told,
)


def mentions(measure: pd.DataFrame, what: str) -> str:
    """What all articles mention, and what only one does."""
    total = measures.overall(measure)
    total = total[total["units"] > 0]
    if total.empty:
        return f"No {what} was found that enough articles mention."
    of = int(total["of_articles"].max())
    everyone = [labelled(row) for row in total[total["articles"] == of].to_dict("records")]
    if of == 1:
        return f"The article mentions {number(len(total), what)}: {listed(everyone)}."
    common = f"{listed(everyone)} {are(len(everyone) or 1)} mentioned by {of_articles(of, of)}"
    few = int((total["articles"] == 1).sum())
    tail = f"; {number(few, 'is', 'are')} in one article alone" if few else ""
    return f"Of {number(len(total), what)} shown, {common}{tail}."


def silences(blind: pd.DataFrame) -> list[str]:
    """What most others mention and an article does not: first where its length does not explain it."""
    if blind.empty:
        return ["Of what the lexicons know, no article leaves out anything that most of the others mention."]
    blind = named(blind)
    telling, rest = blind[~blind["short"]], int(blind["short"].sum())
    sentences = [
        f"{told(str(source))} does not mention {listed(_unmentioned(row) for row in part.to_dict('records'))}: "
        "its length alone does not explain that."
        for source, part in telling.groupby("source", sort=True)
    ]
    if rest:
        absences = number(rest, "further absence" if sentences else "absence")
        looked_at = number(int(blind["tests"].iloc[0]), "pair")
        sentences.append(
            f"{absences} of what most others mention may be due to an article's length or to chance alone "
            f"({looked_at} of label and article looked at)."
        )
    return sentences


def quoting(table: pd.DataFrame) -> list[str]:
    """Who quotes how much, and how much in marks is nobody's."""
    rows = table.assign(quotations=table["direct"] + table["partial"])
    total, scare = int(rows["quotations"].sum()), int(table["scare"].sum())
    extra = f"; {number(scare, 'passage')} in marks {are(scare)} given to nobody" if scare else ""
    if not total:
        who = "The article quotes nobody" if len(table) == 1 else "No article quotes anybody"
        return [f"{who}, as far as quotation marks and cues show{extra}."]
    rows = rows.sort_values(["quotations", "source"], ascending=[False, True], kind="stable")
    each = [f"{told(row['source'])} {row['quotations']}" for row in rows.to_dict("records")]
    first = f"{number(total, 'quotation')}, by article: {listed(each, what='articles')}{extra}."
    most = rows[rows["share"] == rows["share"].max()]
    share = percent(rows["share"].max())
    if len(table) == 1:
        return [first, f"{share} of the article's characters are quoted."]
    if len(most) > 1:
        return [first]
    return [first, f"{told(most['source'].iloc[0])} leaves most room to others: {share} of its characters are quoted."]


def speakers(voices: pd.DataFrame) -> str:
    """Who is quoted oftenest, and by how many articles."""
    named = voices[(voices["speaker"] != "") & (voices["quotations"] > 0)]
    unknown = int(voices.loc[voices["speaker"] == "", "quotations"].sum())
    tail = f" For {number(unknown, 'quotation')} the reading found no speaker." if unknown else ""
    if named.empty:
        return tail.strip() or "No speaker of a quotation was found."
    total = named.groupby("speaker").agg(quotations=("quotations", "sum"), articles=("document", "nunique"))
    ranked = total.reset_index().sort_values(["quotations", "speaker"], ascending=[False, True], kind="stable")
    each = [
        f"{told(row['speaker'])} ({row['quotations']}, in {number(row['articles'], 'article')})"
        for row in leading(ranked, "quotations")
    ]
    return f"Quoted oftenest: {listed(each)}.{tail}" if each else f"No speaker is quoted oftener than all others.{tail}"


def shared(*parts: pd.DataFrame) -> str:
    """What all articles have in common, layer by layer."""
    totals = [total for part in parts if len(total := measures.overall(part))]
    of = max((int(total["of_articles"].max()) for total in totals), default=0)
    if not totals:
        return "Nothing that the lexicons know was found in these articles."
    if of < 2:
        return "With fewer than two articles there is nothing to compare."
    each = []
    for total in totals:
        every = [labelled(row) for row in total[total["articles"] == of].to_dict("records")]
        if every:
            layer = str(total["layer"].iloc[0])
            each.append(f"the {layer if len(every) == 1 else layer + 's'} {listed(every)}")
    if not each:
        return f"There is nothing that {of_articles(of, of)} speak of, as far as the lexicons know."
    return f"{capital(of_articles(of, of))} mention {'; '.join(each)}."


def _unmentioned(row: Row) -> str:
    if row["of_others"] == 1:
        others = "the other article does"
    elif row["others"] == row["of_others"]:
        others = f"all {row['others']} others do"
    else:
        others = f"{row['others']} of {row['of_others']} others do"
    return f"{labelled(row)} ({others}, adjusted p {adjusted(row['adjusted'])})"
