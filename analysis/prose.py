"""Small table → sentence. A number that counts evidence is written [[number|name of the evidence]].

Each function is true of an empty table, of one row and of a tie. It says "3 of 5", not "60 %", where things are few,
and where it compares articles it says whether chance could give the difference. What comes from a corpus or a lexicon
enters a sentence through `told`, so that no article can write a link.
"""

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import measures, tables

Row = dict[Any, Any]


def told(text: str) -> str:
    r"""The text as a sentence may hold it: its brackets, bars and backslashes make no link.

    >>> print(told("[[here|x]]"))
    \[\[here\|x\]\]
    """
    return re.sub(r"([\\\[\]|])", r"\\\1", text)


def linked(text: str, *keys: str) -> str:
    """The text as a link to the evidence of these keys."""
    return f"[[{told(text)}|{tables.anchor(*keys)}]]"


def listed(items: Iterable[str], *, most: int = 8, what: str = "") -> str:
    """`A, B and C`; a long list is cut and says how many more (of `what`, in the plural) there are.

    >>> listed("ABCDE", most=3, what="letters")
    'A, B and 3 more letters'
    """
    names = list(items)
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more {what}".strip()]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "none"


def number(count: int, noun: str, plural: str = "") -> str:
    """`1 article`, `2 articles`, `no article`."""
    if not count:
        return f"no {noun}"
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}".replace(",", "\u202f")


def corpus(documents: pd.DataFrame, units: pd.DataFrame) -> str:
    """How much was read, and what is not known of it."""
    if documents.empty:
        return "No article was read."
    of, counted = len(documents), tables.counted(units)
    marks = listed(told(label) for label in documents["label"])
    unknown = [
        f"{what} of {_of(missing, of)}"
        for what, column in (("the outlet", "outlet"), ("the date", "published"))
        if (missing := int((documents[column] == "").sum()))
    ]
    bare = [told(label) for label in documents.loc[~documents["document"].isin(counted["document"]), "label"]]
    size = f"{number(of, 'article')} ({marks}), {number(len(counted), 'sentence')} counted."
    nothing = f"Nothing of {listed(bare)} is counted: what follows is about the others." if 0 < len(bare) < of else ""
    unstated = f"Not stated in the corpus: {listed(unknown)}." if unknown else ""
    return " ".join(filter(None, [size, nothing, unstated]))


def how_much(shares: pd.DataFrame, label: str) -> list[str]:
    """How much of the articles holds one label: over all; then most and least, and whether chance could give it."""
    found = measures.overall(shares)
    hedged = label == measures.WHOLE["hedge"]
    if found.empty or not int(found["units"].iloc[0]):
        what = "is hedged" if hedged else f"speaks of {told(label)}"
        return [f"No sentence of these articles {what}, as far as the rules can see."]
    total = found.iloc[0]
    counted = linked(f"{total['units']} of {total['of']}", str(total["layer"]), label)
    sentences = f"{counted} {'sentence' if total['of'] == 1 else 'sentences'}"
    what = f"{sentences} {_are(total['units'])} hedged" if hedged else f"{_capital(told(label))} stands in {sentences}"
    head = f"{what} ({percent(total['share'])}), in {_of(total['articles'], total['of_articles'])}."
    compared = [*_extremes(shares), *_outstanding(shares)]
    return [head, " ".join(compared)] if compared else [head]


def standing_first(units: pd.DataFrame, positions: pd.DataFrame, label: str) -> str:
    """Which articles open with the label, in title or first sentence."""
    opening = units[units["role"].isin(("title", "lead"))][["document", "unit"]]
    held = positions.merge(opening, on=["document", "unit"])
    sources = [told(source) for source in dict.fromkeys(held.loc[held["held"], "source"])]
    of = positions["source"].nunique()
    if not sources:
        who = f"No article of {of} opens" if of > 1 else "The article does not open" if of else "No article opens"
        return f"{who} with {told(label)}, in its title or its first sentence."
    who = f"{_capital(_of(len(sources), of))} {'opens' if len(sources) == 1 else 'open'}"
    return f"{who} with {told(label)}, in title or first sentence: {listed(sources)}."


def typical(words: pd.DataFrame, label: str) -> str:
    """Which words are typical of the sentences with the label, apart from those its rules look for."""
    if words.empty:
        return f"No word can be called typical of the sentences on {told(label)}: too few speak of it, or all do."
    sure = words[words["adjusted"] <= 0.05]
    own = [f"“{told(word)}”" for word in dict.fromkeys(sure.loc[~sure["ruled"], "word"])][:8]
    if sure.empty:
        return (
            f"No word is typical of the sentences on {told(label)} beyond chance, or the texts are too short to tell."
        )
    if not own:
        return f"Only words that the rules look for are typical of {told(label)} beyond chance, and these had to be."
    return f"Beside the words of the rules, most typical of {told(label)} beyond chance: {listed(own)}."


def companions(beside: pd.DataFrame, label: str, what: str) -> str:
    """Who or what stands oftenest in the sentences with the label."""
    if beside.empty:
        return f"No {what} that the lexicons know stands in the sentences on {told(label)}."
    first = [f"{told(row['label'])} ({row['units']})" for row in _leading(beside, "units")]
    within = f"In the {number(int(beside['of'].iloc[0]), 'sentence')} on {told(label)}"
    if not first:
        return f"{within}, no {what} is named oftener than all others."
    noun = f"{what} named oftenest is" if len(first) == 1 else f"{what}s named oftenest are"
    return f"{within}, the {noun} {listed(first)}."


def mentions(measure: pd.DataFrame, what: str) -> str:
    """What all articles mention, and what only one does."""
    total = measures.overall(measure)
    total = total[total["units"] > 0]
    if total.empty:
        return f"No {what} was found that enough articles mention."
    of = int(total["of_articles"].max())
    everyone = [_label(row) for row in total[total["articles"] == of].to_dict("records")]
    if of == 1:
        return f"The article mentions {number(len(total), what)}: {listed(everyone)}."
    common = f"{listed(everyone)} {_are(len(everyone) or 1)} mentioned by {_of(of, of)}"
    few = int((total["articles"] == 1).sum())
    tail = f"; {number(few, 'is', 'are')} in one article alone" if few else ""
    return f"Of {number(len(total), what)} shown, {common}{tail}."


def silences(blind: pd.DataFrame) -> list[str]:
    """What most others mention and an article does not: first where its length does not explain it."""
    if blind.empty:
        return ["Of what the lexicons know, no article leaves out anything that most of the others mention."]
    blind = _named(blind)
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
    extra = f"; {number(scare, 'passage')} in marks {_are(scare)} given to nobody" if scare else ""
    if not total:
        who = "The article quotes nobody" if len(table) == 1 else "No article quotes anybody"
        return [f"{who}, as far as quotation marks and cues show{extra}."]
    rows = rows.sort_values(["quotations", "source"], ascending=[False, True], kind="stable")
    each = [f"{told(row['source'])} {row['quotations']}" for row in rows.to_dict("records")]
    first = f"{number(total, 'quotation')}, by article: {listed(each, what='articles')}{extra}."
    best = [told(source) for source in rows.loc[rows["share"] == rows["share"].max(), "source"]]
    share = percent(rows["share"].max())
    if len(table) == 1:
        return [first, f"{share} of the article's characters are quoted."]
    who = f"{best[0]} leaves" if len(best) == 1 else f"{listed(best)} leave"
    return [
        first,
        f"{who} most room to others: {share} of {'its' if len(best) == 1 else 'their'} characters are quoted.",
    ]


def speakers(voices: pd.DataFrame) -> str:
    """Who is quoted oftenest, and by how many articles."""
    named = voices[voices["speaker"] != ""]
    unknown = int(voices.loc[voices["speaker"] == "", "quotations"].sum())
    tail = f" For {number(unknown, 'quotation')} the reading found no speaker." if unknown else ""
    if named.empty:
        return tail.strip() or "No speaker of a quotation was found."
    total = named.groupby("speaker").agg(quotations=("quotations", "sum"), articles=("document", "nunique"))
    ranked = total.reset_index().sort_values(["quotations", "speaker"], ascending=[False, True], kind="stable")
    each = [
        f"{told(row['speaker'])} ({row['quotations']}, in {number(row['articles'], 'article')})"
        for row in _leading(ranked, "quotations")
    ]
    return f"Quoted oftenest: {listed(each)}.{tail}" if each else f"No speaker is quoted oftener than all others.{tail}"


def most_used(measure: pd.DataFrame, what: str, *, least: int = 3) -> list[str]:
    """Which labels of a layer are found oftenest: over all, and in each article where one label leads."""
    total = measures.overall(measure)
    total = total[total["units"] > 0].sort_values(["units", "label"], ascending=[False, True], kind="stable")
    if total.empty:
        return [f"No {what} was found."]
    within = number(int(total["of"].max()), "sentence")
    each = [_label(row, f" ({row['units']})") for row in _leading(total, "units")]
    noun = f"{what}s" if len(each) > 1 else what
    sentences = [f"{_capital(noun)} found oftenest, in {within}: {listed(each)}."]
    if not each:
        sentences = [f"No {what} is found oftener than all others, in {within}."]
    leaders = [
        f"{told(str(source))} {_label(rows[0], '', str(source))}"
        for source, part in measure.groupby("source", sort=False)
        if len(rows := _leading(part.sort_values("units", ascending=False, kind="stable"), "units", most=1)) == 1
        and rows[0]["units"] >= least
    ]
    if leaders and measure["document"].nunique() > 1:
        sentences.append(f"The one found oftenest in each article, where one leads: {listed(leaders)}.")
    return sentences


def distinct(measure: pd.DataFrame, what: str) -> str:
    """Which labels some article holds more or less often than the others, beyond chance."""
    if measure.loc[measure["of"] > 0, "document"].nunique() < 2:
        return f"With fewer than two articles there is nothing to compare {what}s with."
    tests = len(measures.compared(measure))
    rows = _outstanding_rows(measure)
    if not tests:
        return f"There is no {what} in which the articles could differ."
    if not rows:
        return f"{_nobody(measure)} differ in any {what} by more than chance could give ({number(tests, 'test')})."
    return f"Beyond chance: {listed(_differs(row, measure) for row in rows)}."


def loaded(words: pd.DataFrame, of: int) -> str:
    """How many loaded words, and which articles use how many."""
    if words.empty:
        return "No loaded word was found outside quotations."
    total = words.groupby("source", sort=False)["times"].sum()
    each = [f"{told(str(source))} {count}" for source, count in total.items()]
    head = f"{number(int(total.sum()), 'loaded word')} outside quotations"
    return f"{head}, in {number(of, 'article')} read: {listed(each, what='articles')}."


def scored(scores: pd.DataFrame, what: str) -> str:
    """How well the machine's coding of one layer agrees with the human one."""
    known = scores.dropna(subset=["f1"])
    if known.empty:
        return f"{_capital(what)}: neither coding holds any, so there is nothing to judge by."
    best, worst = known.loc[known["f1"].idxmax()], known.loc[known["f1"].idxmin()]
    if len(known) == 1:
        interval = f"{_two(best['low'])}–{_two(best['high'])}"
        return f"{_capital(what)}: F1 {_two(best['f1'])} ({interval}), alpha {_alpha(best)}."
    if _two(best["f1"]) == _two(worst["f1"]):
        spread = f"F1 {_two(best['f1'])} for each of {len(known)} labels"
    else:
        spread = f"F1 from {_two(worst['f1'])} ({told(worst['label'])}) to {_two(best['f1'])} ({told(best['label'])})"
    return f"{_capital(what)}: {spread}; {_low_alpha(known)}."


def matched(spans: pd.DataFrame) -> str:
    """How many of the human coding's units and quotations the machine found to the character."""
    judged = spans[spans["label"].isin(("unit", "quotation")) & (spans["human"] > 0)]
    each = [f"{row['both']} of {number(row['human'], row['label'])}" for row in judged.to_dict("records")]
    return f"Found to the character: {listed(each)}." if each else "There are no spans to compare."


def sure(scores: pd.DataFrame) -> list[str]:
    """What the machine's coding is worth, where it was checked against a human coding."""
    if scores.empty:
        return ["The machine's coding was not checked against a human one for these articles."]
    layers = [
        scored(part, f"{layer}s") for layer, part in scores.groupby("layer", sort=False) if layer in ("topic", "frame")
    ]
    checked = f"Checked against a human coding of {number(int(scores['of'].max()), 'unit')} of these articles."
    return [" ".join([checked, *layers])]


def shared(*parts: pd.DataFrame) -> str:
    """What all articles have in common, layer by layer."""
    totals = [total for part in parts if len(total := measures.overall(part))]
    of = max((int(total["of_articles"].max()) for total in totals), default=0)
    if not totals:
        return "Nothing that the lexicons know was found in these articles."
    if of < 2:
        return "With fewer than two articles there is nothing to compare."
    every = _named(pd.concat(totals, ignore_index=True))
    each = [_label(row) for row in every[every["articles"] == of].to_dict("records")]
    if not each:
        return f"There is nothing that {_of(of, of)} speak of, as far as the lexicons know."
    return f"{_capital(_of(of, of))} speak of {listed(each, most=12)}."


def next_reading(topics: pd.DataFrame, labels: list[str], checked: pd.DataFrame) -> list[str]:
    """Which briefing answers which question, and in which article to begin."""
    lines = []
    for label in labels:
        own = topics[(topics["label"] == label) & (topics["units"] > 0)]
        best = [told(source) for source in own.loc[own["share"] == own["share"].max(), "source"]]
        begin = f"begin with {listed(best)}" if best else "no sentence was found"
        page = "topics-" + re.sub(r"[^\w.-]", "-", label) + ".html"
        lines.append(f"[[{_capital(told(label))}|{page}]]: {begin}.")
    lines.append("[[Who reports what, who leaves it out, whom they quote|coverage.html]].")
    lines.append("[[Which frames, how certain, how loaded|framing.html]].")
    if len(checked):
        lines.append("[[How far the machine's coding can be trusted|validation.html]].")
    return lines


def errors(differences: pd.DataFrame) -> str:
    """How many times human and machine code a unit differently."""
    missed, extra = (int((differences["error"] == kind).sum()) for kind in ("missed", "extra"))
    if not missed + extra:
        return "Human and machine coding do not differ in any unit."
    return f"The two codings differ {number(missed + extra, 'time')}: the machine misses {missed} and adds {extra}."


def left_out(ledger: pd.DataFrame) -> str:
    """What of the corpus could not be read, and why."""
    refused = ledger[ledger["step"] == "left out"]
    if refused.empty:
        return "No article of the corpus had to be left out."
    each = [f"{told(row['document'])} ({told(row['reason'])})" for row in refused.to_dict("records")]
    return f"{_capital(number(len(each), 'article'))} had to be left out: {listed(each)}."


def alt_intervals(table: pd.DataFrame, what: str, *, label: str = "source") -> str:
    """The dots and intervals of a figure, said in words."""
    each = [f"{row[label]} {row['units']:.0f} of {row['of']:.0f}" for row in table.to_dict("records")]
    return f"{what}: {listed(each, most=60)}." if each else f"{what}: nothing to draw."


def alt_strip(positions: pd.DataFrame, what: str) -> str:
    """Where the blocks of a strip stand, said in words."""
    middle = (positions["start"] + positions["end"]) / 2
    each = []
    for source in dict.fromkeys(positions["source"]):
        own = middle[positions["held"] & (positions["source"] == source)]
        thirds = [int(own.between(a, b, inclusive="left").sum()) for a, b in _THIRDS]
        each.append(f"{source} {thirds[0]}, {thirds[1]} and {thirds[2]}")
    counted = f"{what}, sentences in the first, second and last third: {'; '.join(each)}."
    return counted if each else f"{what}: nothing to draw."


def alt_dots(measure: pd.DataFrame, what: str) -> str:
    """The matrix of a figure, said in words, row by row."""
    rows = []
    for (_, label), part in measure.groupby(["layer", "label"], sort=False):
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
    """`43 %`, with a no-break space; 0 and 100 are kept for nothing and everything.

    >>> [percent(share).replace("\\u00a0", " ") for share in (0, 1 / 300, 0.43, 299 / 300, 1)]
    ['0 %', 'under 1 %', '43 %', 'over 99 %', '100 %']
    """
    if 0 < share < 0.005 or 0.995 < share < 1:
        return "under 1\u00a0%" if share < 0.5 else "over 99\u00a0%"
    return f"{100 * share:.0f}\u00a0%"


_THIRDS = ((0.0, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 1.01))


def _leading(table: pd.DataFrame, column: str, *, most: int = 3) -> list[Row]:
    """The first rows of a table sorted by `column`: `most` of them, more in a tie, fewer where a tie is too long."""
    if len(table) > most:
        last = table[column].iloc[most - 1]
        first = table[table[column] >= last]
        table = first if len(first) <= 2 * most else table[table[column] > last]
    return table.to_dict("records")


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """The table with `name`: the label, with its layer where several layers have it (Russia acts and is a place)."""
    several = table.groupby("label")["layer"].transform("nunique") > 1
    return table.assign(name=table["label"].mask(several, table["label"] + " (" + table["layer"] + ")"))


def _label(row: Row, more: str = "", *source: str) -> str:
    return linked(f"{row.get('name', row['label'])}{more}", str(row["layer"]), str(row["label"]), *source)


def _extremes(shares: pd.DataFrame) -> list[str]:
    known = shares[shares["of"] > 0]
    if len(known) < 2 or known["share"].nunique() < 2:
        return []
    parts = []
    for word, best in (("highest", known["share"].max()), ("lowest", known["share"].min())):
        rows = known[known["share"] == best].to_dict("records")
        cells = [f"{told(row['source'])} ({_counted(row)}, {percent(row['share'])})" for row in rows]
        parts.append(f"{word} in {listed(cells, what='articles')}")
    return [f"The share is {', '.join(parts)}."]


def _outstanding(shares: pd.DataFrame) -> list[str]:
    tests = len(measures.compared(shares))
    if not tests:
        return []
    rows = _outstanding_rows(shares)
    if not rows:
        return [f"{_nobody(shares)} differ in this by more than chance could give ({number(tests, 'test')})."]
    return [f"Beyond chance, {listed(_differs(row, shares, named=False) for row in rows)}."]


def _outstanding_rows(measure: pd.DataFrame) -> list[Row]:
    """What stands out; of two articles, where each is the other's mirror, only the one that has more."""
    rows = measures.standing_out(measure)
    return (rows[rows["score"] > 0] if _pair(measure) else rows).to_dict("records")


def _pair(measure: pd.DataFrame) -> bool:
    return measure.loc[measure["of"] > 0, "document"].nunique() == 2


def _nobody(measure: pd.DataFrame) -> str:
    return "The two articles do not" if _pair(measure) else "Compared with the others, no article is found to"


def _counted(row: Row) -> str:
    counted = f"{row['units']} of {row['of']}"
    return linked(counted, row["layer"], row["label"], row["source"]) if row["units"] else counted


def _differs(row: Row, measure: pd.DataFrame, *, named: bool = True) -> str:
    more = "more" if row["score"] > 0 else "less"
    what = f"{told(row['label'])} {more} often" if named else f"{more} of it"
    others = "other" if _pair(measure) else "others"
    return f"{told(row['source'])} has {what} than the {others} ({_counted(row)}, adjusted p {_p(row['adjusted'])})"


def _unmentioned(row: Row) -> str:
    if row["of_others"] == 1:
        others = "the other article does"
    elif row["others"] == row["of_others"]:
        others = f"all {row['others']} others do"
    else:
        others = f"{row['others']} of {row['of_others']} others do"
    return f"{_label(row)} ({others}, adjusted p {_p(row['adjusted'])})"


def _p(value: float) -> str:
    return "< .001" if value < 0.001 else f"{value:.3f}".removeprefix("0")


def _low_alpha(known: pd.DataFrame) -> str:
    weak = [told(label) for label in known.loc[~(known["alpha_low"] >= 0.6), "label"]]
    if not weak:
        return "for every label the lower bound of alpha is at least .60"
    return f"alpha's lower bound is under .60, or unknown, for {listed(weak)}: read {_this(len(weak))} with caution"


def _this(count: int) -> str:
    return "this" if count == 1 else "these"


def _alpha(row: Any) -> str:
    if pd.isna(row["alpha"]):
        return f"undefined ({row['why']})"
    if pd.isna(row["alpha_low"]):
        return f"{_two(row['alpha'])} ({row['why']})"
    return f"{_two(row['alpha'])} ({_two(row['alpha_low'])}–{_two(row['alpha_high'])})"


def _two(value: float) -> str:
    if pd.isna(value):
        return "undefined"
    number = f"{value:.2f}".replace("-", "−")
    return number.replace("0.", ".", 1) if abs(round(value, 2)) < 1 else number


def _of(count: int, of: int) -> str:
    if count < of:
        return f"{count or 'none'} of {number(of, 'article')}" if of > 1 else "no article"
    return {1: "the one article", 2: "both articles"}.get(of, f"all {of} articles")


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
