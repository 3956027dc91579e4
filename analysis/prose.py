"""Small table → sentence. A number that counts evidence is written [[number|name of the evidence]].

Each function is true of an empty table, of one row and of a tie. It says "3 of 5", not "60 %", where things are few,
and compares articles only where the difference is more than chance would give.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import measures, tables

Rows = list[dict[Any, Any]]


def linked(text: str, *keys: str) -> str:
    """The text as a link to the evidence of these keys."""
    return f"[[{text}|{tables.anchor(*keys)}]]"


def listed(items: Iterable[str], *, most: int = 8) -> str:
    """`A, B and C`; a long list is cut and says how many more there are."""
    names = list(items)
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "none"


def number(count: int, noun: str, plural: str = "") -> str:
    """`1 article`, `2 articles`, `no article`."""
    if not count:
        return f"no {noun}"
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}".replace(",", "\u202f")


def corpus(documents: pd.DataFrame, units: pd.DataFrame) -> str:
    """How much was read, and what is not known of it."""
    counted = len(tables.counted(units))
    known, dated = int((documents["outlet"] != "").sum()), int((documents["published"] != "").sum())
    size = f"{number(len(documents), 'article')} ({_range(documents)}), {number(counted, 'sentence')} counted"
    unknown = [
        f"{what} of {_of(len(documents) - found, len(documents))}"
        for what, found in (("the outlet", known), ("the date", dated))
        if found < len(documents)
    ]
    return f"{size}. Not stated in the corpus: {listed(unknown)}." if unknown else f"{size}."


def how_much(shares: pd.DataFrame, label: str) -> list[str]:
    """How much of the articles speaks of one label: over all, most and least, and who stands out."""
    found = measures.overall(shares)
    if found.empty or not int(found["units"].iloc[0]):
        return [f"No sentence of these articles speaks of {label}, as far as the rules can see."]
    total = found.iloc[0]
    layer = str(total["layer"])
    everywhere = linked(f"{total['units']} of {total['of']}", layer, label)
    sentences = [
        f"{_capital(label)} stands in {everywhere} sentences ({percent(total['share'])}), "
        f"in {_of(total['articles'], total['of_articles'])}."
    ]
    return [*sentences, *_extremes(shares, layer), *_outstanding(shares, label)]


def standing_first(units: pd.DataFrame, positions: pd.DataFrame, label: str) -> str:
    """Which articles open with the label, in title or first sentence."""
    opening = units[units["role"].isin(("title", "lead"))][["document", "unit"]]
    held = positions.merge(opening, on=["document", "unit"])
    sources = list(dict.fromkeys(held.loc[held["held"], "source"]))
    of = positions["source"].nunique()
    if not sources:
        return f"No article of {of} opens with {label}, in its title or its first sentence."
    opening_ones = f"{_of(len(sources), of, capital=True)} {_open(len(sources))}"
    return f"{opening_ones} with {label}, in title or first sentence: {listed(sources)}."


def typical(words: pd.DataFrame, label: str) -> str:
    """Which words are typical of the sentences with the label, apart from those its rules look for."""
    if words.empty:
        return f"Too few sentences, or all of them, speak of {label}: no word can be called typical of them."
    sure = words[words["adjusted"] <= 0.05]
    own = [f"“{word}”" for word in sure.loc[~sure["ruled"], "word"]]
    ruled = int(sure["ruled"].sum())
    if sure.empty:
        return f"No word is typical of the sentences on {label} beyond chance: the texts are too short to tell."
    tail = f"; {number(ruled, 'word')} the rules look for had to come out" if ruled else ""
    return f"Beside the words of the rules, typical of {label} beyond chance: {listed(own)}{tail}."


def companions(beside: pd.DataFrame, label: str, what: str) -> str:
    """Who or what stands oftenest in the sentences with the label."""
    if beside.empty:
        return f"No {what} that the lexicons know stands in the sentences on {label}."
    first = [f"{row['label']} ({row['units']})" for row in beside.head(3).to_dict("records")]
    of = int(beside["of"].iloc[0])
    return f"In the {number(of, 'sentence')} on {label}, the {what}s named oftenest are {listed(first)}."


def mentions(measure: pd.DataFrame, what: str) -> str:
    """What all articles mention, and what only one does."""
    total = measures.overall(measure)
    if total.empty:
        return f"No {what} that the lexicons know is mentioned."
    of = int(total["of_articles"].iloc[0])
    layer = str(total["layer"].iloc[0])
    everyone = [linked(str(label), layer, str(label)) for label in total.loc[total["articles"] == of, "label"]]
    few = int((total["articles"] == 1).sum()) if of > 1 else 0
    head = f"Of {number(len(total), what)} shown, all {of} articles mention {listed(everyone)}"
    if of == 1:
        return f"The article mentions {number(len(total), what)}: {listed(everyone)}."
    return f"{head}; {number(few, 'is', 'are')} in one article alone." if few else f"{head}."


def silences(blind: pd.DataFrame) -> list[str]:
    """What most others mention and an article does not: first where its length does not explain it."""
    if blind.empty:
        return ["Nothing that most articles mention is left out by another."]
    telling = blind[~blind["short"]]
    sentences = []
    for source, part in telling.groupby("source", sort=True):
        names = [f"{row['label']} ({row['others']} of {row['of_others']})" for row in part.to_dict("records")]
        sentences.append(f"{source} does not mention {listed(names)}, though it is long enough to.")
    rest = int(blind["short"].sum())
    if rest:
        sentences.append(
            f"{_capital(number(rest, 'further absence'))} may be due to the article's shortness alone, or to chance."
        )
    return sentences


def quoting(table: pd.DataFrame) -> list[str]:
    """Who quotes how much, and how much has a speaker."""
    spoken = table["direct"] + table["partial"]
    total = int(spoken.sum())
    if not total:
        return ["No article quotes anybody, as far as quotation marks and cues show."]
    rows = table.assign(quotations=spoken).sort_values(["quotations", "source"], ascending=[False, True], kind="stable")
    each = [f"{row['source']} {row['quotations']}" for row in rows.to_dict("records")]
    scare = int(table["scare"].sum())
    extra = f"; {number(scare, 'more is', 'more are')} given to nobody" if scare else ""
    longest = rows.sort_values(["share", "source"], ascending=[False, True], kind="stable").iloc[0]
    return [
        f"{_capital(number(total, 'quotation'))} {_are(total)} given to somebody: {listed(each)}{extra}.",
        f"{longest['source']} leaves most room to others: {percent(longest['share'])} of its characters are quoted.",
    ]


def speakers(voices: pd.DataFrame) -> str:
    """Who is quoted oftenest, and by how many articles."""
    named = voices[voices["speaker"] != ""]
    if named.empty:
        return "No speaker of a quotation was found."
    total = (
        named.groupby("speaker").agg(quotations=("quotations", "sum"), articles=("document", "nunique")).reset_index()
    )
    best = total.sort_values(["quotations", "speaker"], ascending=[False, True], kind="stable").head(3)
    each = [
        f"{row['speaker']} ({row['quotations']}, in {_of_articles(row['articles'])})" for row in best.to_dict("records")
    ]
    unknown = int(voices.loc[voices["speaker"] == "", "quotations"].sum())
    tail = f" For {number(unknown, 'quotation')} the reading found no speaker." if unknown else ""
    return f"Quoted oftenest: {listed(each)}.{tail}"


def most_used(measure: pd.DataFrame, what: str, *, least: int = 3) -> list[str]:
    """Which label of a layer is found oftenest, over all and in each article where one leads clearly."""
    total = measures.overall(measure)
    total = total[total["units"] > 0].sort_values(["units", "label"], ascending=[False, True], kind="stable")
    if total.empty:
        return [f"No {what} was found."]
    layer = str(total["layer"].iloc[0])
    each = [linked(f"{row['label']} ({row['units']})", layer, row["label"]) for row in total.head(3).to_dict("records")]
    of = int(total["of"].iloc[0])
    sentences = [f"The {what}s found oftenest, in sentences of {of}: {listed(each)}."]
    leaders = []
    for source, part in measure.groupby("source", sort=True):
        best = part.sort_values("units", ascending=False, kind="stable")["units"].tolist()
        if best and best[0] >= least and (len(best) == 1 or best[0] > best[1]):
            row = part.loc[part["units"].idxmax()]
            leaders.append(f"{source} {linked(str(row['label']), layer, str(row['label']), str(source))}")
    if len(leaders) > 1:
        sentences.append(f"The one found oftenest in each article, where one leads: {listed(leaders)}.")
    return sentences


def distinct(measure: pd.DataFrame, what: str) -> str:
    """Which labels some article holds more or less often than the others, beyond chance."""
    if measure["document"].nunique() < 2:
        return f"With one article there is nothing to compare its {what}s with."
    rows = measures.standing_out(measure).to_dict("records")
    if not rows:
        return f"No {what} stands in one article more or less often than chance would have it."
    return f"Beyond chance: {listed(_differs(row) for row in rows)}."


def loaded(words: pd.DataFrame, of: int) -> str:
    """How many loaded words, and which articles use which most."""
    if words.empty:
        return "No loaded word was found outside quotations."
    total = words.groupby("source")["times"].sum()
    each = [f"{source} {count}" for source, count in total.items()]
    head = f"{_capital(number(int(total.sum()), 'loaded word'))} outside quotations"
    return f"{head}, in {_of_articles(of)} read: {listed(each)}."


def scored(scores: pd.DataFrame, what: str) -> str:
    """How well the machine's coding of one layer agrees with the human one."""
    known = scores.dropna(subset=["f1"])
    if known.empty:
        return f"The human coding holds no {what} to judge by."
    best, worst = known.loc[known["f1"].idxmax()], known.loc[known["f1"].idxmin()]
    if len(known) == 1:
        return (
            f"{_capital(what)}: F1 {_two(best['f1'])} ({_two(best['low'])}–{_two(best['high'])}), alpha {_alpha(best)}."
        )
    return (
        f"{_capital(what)}: F1 from {_two(worst['f1'])} ({worst['label']}) to {_two(best['f1'])} ({best['label']}); "
        f"{_low_alpha(known)}."
    )


def errors(differences: pd.DataFrame) -> str:
    """How many units human and machine code differently."""
    missed, extra = (int((differences["error"] == kind).sum()) for kind in ("missed", "extra"))
    if not missed + extra:
        return "Human and machine coding do not differ in any unit."
    return f"The two codings differ {missed + extra} times: the machine misses {missed} and adds {extra}."


def left_out(ledger: pd.DataFrame) -> str:
    """What of the corpus was not read, and why."""
    refused = ledger[ledger["step"] == "refused"] if len(ledger) else ledger
    if refused.empty:
        return "Every article of the corpus was read."
    each = [f"{row['document']} ({row['reason']})" for row in refused.to_dict("records")]
    return f"{_capital(number(len(each), 'article'))} left out: {listed(each)}."


def alt_intervals(table: pd.DataFrame, what: str, *, label: str = "source") -> str:
    """The dots and intervals of a figure, said in words."""
    each = [f"{row[label]} {row['units']:.0f} of {row['of']:.0f}" for row in table.to_dict("records")]
    return f"{what}: {listed(each, most=30)}." if each else f"{what}: nothing to draw."


def alt_strip(positions: pd.DataFrame, what: str) -> str:
    """Where the blocks of a strip stand, said in words."""
    held = positions[positions["held"]]
    each = []
    for source in dict.fromkeys(positions["source"]):
        middles = (held["start"] + held["end"])[held["source"] == source] / 2
        thirds = [int(middles.between(a, b, inclusive="left").sum()) for a, b in _THIRDS]
        each.append(f"{source} {thirds[0]}, {thirds[1]} and {thirds[2]}")
    return f"{what}, sentences in the first, second and last third: {'; '.join(each)}."


def alt_dots(measure: pd.DataFrame, what: str) -> str:
    """The matrix of a figure, said in words, row by row."""
    rows = []
    for label, part in measure.groupby("label", sort=False):
        cells = ", ".join(f"{row['source']} {row['units']:.0f}" for row in part.to_dict("records"))
        rows.append(f"{label}: {cells}")
    return f"{what}. {'; '.join(rows)}." if rows else f"{what}: nothing to draw."


def alt_agreement(scores: pd.DataFrame, what: str) -> str:
    """F1 and alpha of each label, said in words."""
    each = [f"{row['label']} F1 {_two(row['f1'])}, alpha {_alpha(row)}" for row in scores.to_dict("records")]
    return f"{what}: {'; '.join(each)}." if each else f"{what}: nothing to draw."


def alt_words(words: pd.DataFrame, what: str, value: str) -> str:
    """The words of a figure with their values."""
    each = [f"{row['word']} {row[value]:.1f}" for row in words.to_dict("records")]
    return f"{what}: {', '.join(each)}." if each else f"{what}: nothing to draw."


def percent(share: float) -> str:
    """`43 %`, with a no-break space."""
    return f"{100 * share:.0f}\u00a0%"


_THIRDS = ((0.0, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 1.01))


def _extremes(shares: pd.DataFrame, layer: str) -> list[str]:
    known = shares[shares["of"] > 0]
    if len(known) < 2 or known["share"].nunique() < 2:
        return []
    parts = []
    for word, best in (("highest", known["share"].max()), ("lowest", known["share"].min())):
        rows = known[known["share"] == best].to_dict("records")
        parts.append(f"{word} in {listed(_cell(row, layer) for row in rows)}")
    return [f"The share is {' and '.join(parts)}."]


def _cell(row: dict[Any, Any], layer: str) -> str:
    counted = f"{row['units']} of {row['of']}"
    text = linked(counted, layer, row["label"], row["source"]) if row["units"] else counted
    return f"{row['source']} ({text}, {percent(row['share'])})"


def _outstanding(shares: pd.DataFrame, label: str) -> list[str]:
    if shares["document"].nunique() < 2:
        return []
    rows = measures.standing_out(shares).to_dict("records")
    if not rows:
        return [f"No article differs from the others in this by more than chance would give ({len(shares)} tests)."]
    return [f"Beyond chance, {listed(_differs(row, named=False) for row in rows)}."]


def _differs(row: dict[Any, Any], *, named: bool = True) -> str:
    more = "more" if row["score"] > 0 else "less"
    counted = f"{row['units']} of {row['of']}"
    text = linked(counted, row["layer"], row["label"], row["source"]) if row["units"] else counted
    what = f"{row['label']} {more} often" if named else f"{more} of it"
    return f"{row['source']} has {what} than the others ({text}, adjusted p {_p(row['adjusted'])})"


def _p(value: float) -> str:
    return "< .001" if value < 0.001 else f"{value:.3f}".lstrip("0")


def _low_alpha(known: pd.DataFrame) -> str:
    weak = list(known.loc[~(known["alpha_low"] >= 0.6), "label"])
    if not weak:
        return "for every label the lower bound of alpha is at least .60"
    return f"alpha's lower bound is under .60, or unknown, for {listed(weak)}: read these with caution"


def _alpha(row: Any) -> str:
    if pd.isna(row["alpha"]):
        return f"undefined ({row['why']})"
    return f"{_two(row['alpha'])} ({_two(row['alpha_low'])}–{_two(row['alpha_high'])})"


def _two(value: float) -> str:
    if pd.isna(value):
        return "undefined"
    return f"{value:.2f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.2f}"


def _of(count: int, of: int, *, capital: bool = False) -> str:
    if of == 1:
        return ("The" if capital else "the") + " one article"
    if count == of and of > 1:
        return f"{'All' if capital else 'all'} {of} articles"
    return f"{count} of {of} articles"


def _of_articles(count: int) -> str:
    return number(int(count), "article")


def _open(count: int) -> str:
    return "opens" if count == 1 else "open"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _range(documents: pd.DataFrame) -> str:
    names = list(documents["label"])
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
