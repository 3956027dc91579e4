"""Sentences on wording that articles share: with whom, how much, credited or not, and what it changes."""

from collections.abc import Iterable

import pandas as pd

from analysis.language import many, number, say, word
from analysis.prose.reasons import because
from analysis.prose.wording import Row, in_turn, linked, listed, out_of, percent, source, told
from analysis.reuse import ONE_QUOTES, PROSE, QUOTATION
from analysis.sharing import GATHERED

_MOST = 5
_FROM_A, _FROM_B = "from a to b", "from b to a"
"""What `copies.compared` calls the two directions."""


def who_shares(passages: pd.DataFrame, compared: pd.DataFrame, documents: pd.DataFrame) -> list[str]:
    """Which articles share how much prose with whom, word for word or rewritten, and how many quotations.

    What one of them quotes is told in a sentence of its own.
    """
    if len(documents) < 2:
        return [say("With fewer than two articles there is no wording to share.")]
    if passages.empty:
        return [say("No two articles share wording beyond names, dates and standing phrases.")]
    kinds = ("prose", "quotation", "quoted by one")
    prose, said, one_quotes = (passages[passages["within"] == kind] for kind in kinds)
    label = dict(zip(documents["document"], documents["label"], strict=True))
    pairs = compared[compared["words"] > 0].sort_values(
        ["words", "document_a", "document_b"], ascending=[False, True, True]
    )
    held = prose.groupby(["document_a", "document_b", "kind"]).size()
    each = [_pair(row, label, held) for row in pairs.head(_MOST).to_dict("records")]
    most = [say("Most prose is shared by {pairs}.", pairs=_cut(each, len(pairs)))] if each else []
    return [_in_all(prose, said), *most, *([_quoted_by_one(one_quotes, label)] if len(one_quotes) else [])]


def _cut(pairs: list[str], of: int) -> str:
    """The pairs in turn, and how many more of them there are."""
    rest = of - len(pairs)
    if not rest:
        return in_turn(pairs)
    return many(rest, "{pairs}, and {n} more pair", "{pairs}, and {n} more pairs", pairs=in_turn(pairs))


def _quoted_by_one(rows: pd.DataFrame, label: dict[str, str]) -> str:
    """Whose quotations others tell without marks or report; who took them from where is not known."""
    sides = zip(*(rows[column] for column in ("document_a", "document_b", "quoted_by")), strict=True)
    pairs = [(quoting, b if quoting == a else a) for a, b, quoting in sides]
    found = rows.assign(pair=pd.Series(pairs, rows.index)).groupby("pair")["words"].agg(["sum", "size"])
    ranked = sorted(found.itertuples(name=None), key=lambda row: (-row[1], row[0]))
    each = [
        say(
            "{quoting} quotes, {telling} tells ({words} in {passages})",
            quoting=_article_of(quoting, label),
            telling=_article_of(telling, label),
            words=_words(words),
            passages=_passages(size),
        )
        for (quoting, telling), words, size in ranked[:_MOST]
    ]
    return many(
        len(rows),
        "{n} passage is quoted by one article and told by the other without quotation marks, which says nothing of who "
        "had the words first: {pairs}.",
        "{n} passages are quoted by one article and told by the other without quotation marks, which says nothing of "
        "who had the words first: {pairs}.",
        n=_gathered(len(rows), ONE_QUOTES),
        pairs=_cut(each, len(ranked)),
    )


def _gathered(passages: int, within: str) -> str:
    """A number of passages, which opens them."""
    return linked(number(passages), GATHERED, within)


def _article_of(name: str, label: dict[str, str]) -> str:
    return linked(label[name], "shared", label[name])


def _words(count: int) -> str:
    return many(int(count), "{n} word", "{n} words")


def _passages(count: int) -> str:
    return many(int(count), "{n} passage", "{n} passages")


def _in_all(prose: pd.DataFrame, said: pd.DataFrame) -> str:
    """How many passages are shared, in prose and in what both quote."""
    first = many(
        len(prose),
        "{n} passage of prose is shared by two articles, {how}",
        "{n} passages of prose are shared by two articles, {how}",
        none="No prose is shared",
        n=_gathered(len(prose), PROSE),
        how=_how(int((prose["kind"] == "verbatim").sum()), len(prose)),
    )
    both = many(
        len(said),
        "{n} shared passage is made of words that both quote or report",
        "{n} shared passages are made of words that both quote or report",
        n=_gathered(len(said), QUOTATION),
    )
    return f"{in_turn([first, both] if len(said) else [first])}."


def _how(verbatim: int, of: int) -> str:
    """How many are word for word, how many rewritten."""
    if verbatim == of:
        return many(of, "word for word", "all word for word")
    if not verbatim:
        return many(of, "lightly rewritten", "all lightly rewritten")
    return many(
        of - verbatim,
        "{verbatim} word for word and {n} lightly rewritten",
        "{verbatim} word for word and {n} lightly rewritten",
        verbatim=verbatim,
    )


def _pair(row: Row, label: dict[str, str], kinds: pd.Series) -> str:
    keys = row["document_a"], row["document_b"]
    verbatim = int(kinds.get((*keys, "verbatim"), 0))
    of = verbatim + int(kinds.get((*keys, "rewritten"), 0))
    one, other = (_article_of(key, label) for key in keys)
    return say(
        "{one} and {other} ({words} in {passages}, {how})",
        one=one,
        other=other,
        words=_words(row["words"]),
        passages=_passages(of),
        how=_how(verbatim, of),
    )


def credits_against(shared: pd.DataFrame) -> list[str]:
    """What the articles' agency credits come to beside the wording that was found to be shared."""
    if shared.empty:
        return [say("There is no article.")]
    return [
        sentence
        for credit in ("credited and shared", "credited, and shared with nobody here", "shared without a credit", "")
        if (sentence := _crediting(shared, credit))
    ]


def _crediting(shared: pd.DataFrame, credit: str) -> str:
    """Which articles do so: credit an agency and share wording, do the one or the other, or neither."""
    own = shared[shared["credit"] == (credit or "neither credited nor shared")]
    if own.empty:
        return ""
    each = listed(map(_article, own.to_dict("records")), more=("{n} more article", "{n} more articles"))
    if credit == "credited and shared":
        return many(
            len(own),
            "{articles} credits an agency, and shares wording with others here.",
            "{articles} credit an agency, and share wording with others here.",
            articles=each,
        )
    if credit == "credited, and shared with nobody here":
        return many(
            len(own),
            "{articles} credits an agency, and shares no wording with anybody here.",
            "{articles} credit an agency, and share no wording with anybody here.",
            articles=each,
        )
    if credit:
        return many(
            len(own),
            "{articles} shares wording with others here without crediting an agency.",
            "{articles} share wording with others here without crediting an agency.",
            articles=each,
        )
    return many(
        len(own),
        "{articles} neither credits an agency nor shares wording.",
        "{articles} neither credit an agency nor share wording.",
        articles=each,
    )


def _article(row: Row) -> str:
    """An article with the agencies that it credits and its share, which opens its passages."""
    agencies = str(row["agencies"])
    parts = [", ".join(told(word(name)) for name in agencies.split(", "))] if agencies else []
    if row["words"]:
        share = say("{share} of its words", share=percent(float(row["share"])))
        parts.append(linked(share, "shared", str(row["source"])))
    own = source(str(row["source"]))
    return f"{own} ({', '.join(parts)})" if parts else own


def ways(compared: pd.DataFrame, documents: pd.DataFrame) -> list[str]:
    """Which way shared prose may have gone, and why; and of how many pairs nothing tells."""
    rows = compared[compared["words"] > 0]
    if rows.empty:
        return [say("No prose is shared, so none has gone from one article to another.")]
    label = dict(zip(documents["document"], documents["label"], strict=True))
    known = rows[rows["direction"].isin((_FROM_A, _FROM_B))]
    sentences = [
        say("Wording may have gone from {pairs}: {why}.", pairs=_from_to(own, label), why=because(str(reason)))
        for reason, own in known.groupby("reason", sort=True)
    ]
    open_ = rows[~rows["direction"].isin((_FROM_A, _FROM_B))]
    return sentences + ([_untold(open_, of=len(rows))] if len(open_) else [])


def _untold(pairs: pd.DataFrame, *, of: int) -> str:
    """Of which pairs nothing tells which way the wording went, and why; `of` pairs share some."""
    if len(pairs) < of:
        return many(
            len(pairs),
            "Which way the wording went can't be said of the other pair: {why}.",
            "Which way the wording went can't be said of the {n} other pairs: {why}.",
            why=_why(pairs),
        )
    return many(
        of,
        "Which way the wording went can't be said of the one pair that shares prose: {why}.",
        "Which way the wording went can't be said of any of the {n} pairs that share prose: {why}.",
        why=_why(pairs),
    )


def _why(pairs: pd.DataFrame) -> str:
    counts = {str(reason): len(own) for reason, own in pairs.groupby("reason", sort=True)}
    if len(counts) == 1:
        return because(next(iter(counts)))
    return in_turn(
        many(count, "for {n} pair, {why}", "for {n} pairs, {why}", why=because(reason))
        for reason, count in counts.items()
    )


def _from_to(rows: pd.DataFrame, label: dict[str, str]) -> str:
    each = []
    for row in rows.to_dict("records"):
        first, second = (label[row[f"document_{side}"]] for side in ("ab" if row["direction"] == _FROM_A else "ba"))
        each.append(say("{first} to {second}", first=source(first), second=source(second)))
    return _pairs(each)


def _pairs(each: Iterable[str]) -> str:
    return listed(each, more=("{n} more pair", "{n} more pairs"))


def without_copies(beside: pd.DataFrame, copied: pd.DataFrame, keys: list[str], *, least: float = 0.01) -> str:
    """What leaving out copied text changes in a measure that was taken twice (`sharing.beside`).

    `keys` are the columns that name a row; `copied` the units left out. Differences below `least` are none.
    """
    if copied.empty:
        return say(
            "No sentence stands mostly in prose that another article has too: without copied text nothing changes."
        )
    without = many(
        len(copied),
        "Without the {n} sentence that another article has too",
        "Without the {n} sentences that another article has too",
    )
    changed = beside[beside["difference"].abs() >= least]
    if beside.empty:
        return say("{without} there is no share that could be compared.", without=without)
    if changed.empty:
        return say("{without} no share changes by {least} or more.", without=without, least=percent(least))
    return many(
        len(changed),
        "{without} {n} of {shares} changes; most of all {most}.",
        "{without} {n} of {shares} change; most of all {most}.",
        without=without,
        shares=many(len(beside), "{n} share", "{n} shares"),
        most=_changed(changed.to_dict("records")[0], keys),
    )


def _changed(row: Row, keys: list[str]) -> str:
    """Which share changes, and from what to what."""
    values = {
        "name": ", ".join(told(word(str(row[key]))) for key in keys),
        "before": _level(row, "with"),
        "after": _level(row, "without"),
    }
    if row["difference"] > 0:
        return say("{name}, which rises from {before} to {after}", **values)
    return say("{name}, which falls from {before} to {after}", **values)


def _level(row: Row, which: str) -> str:
    """`11 of 17` where the counts are known, else the share."""
    if f"of_{which}" in row and f"units_{which}" in row:
        return out_of(row[f"units_{which}"], row[f"of_{which}"])
    return percent(float(row[which]))


def copies_of(pairs: pd.DataFrame, documents: pd.DataFrame, *, least: float) -> str:
    """How many pairs of articles are copies: `least` of the one stands in the other (`sharing.pairs`)."""
    if len(documents) < 2:
        return say("With fewer than two articles there is no copy.")
    if pairs.empty:
        return say(
            "No article is a copy of another: of none do {least} stand in one other, five words in a row.",
            least=percent(least),
        )
    label = dict(zip(documents["document"], documents["label"], strict=True))
    each = []
    for row in pairs.to_dict("records"):
        a, b = (source(label[row[f"document_{side}"]]) for side in "ab")
        inner, outer, share = (a, b, row["a_in_b"]) if row["a_in_b"] >= row["b_in_a"] else (b, a, row["b_in_a"])
        each.append(say("{share} of {inner} in {outer}", share=percent(share), inner=inner, outer=outer))
    return many(
        len(pairs),
        "In {n} pair of articles one is a copy of the other: {pairs}.",
        "In {n} pairs of articles one is a copy of the other: {pairs}.",
        pairs=_pairs(each),
    )
