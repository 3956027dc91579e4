"""Sentences on wording that articles share: with whom, how much, credited or not, and what it changes."""

import pandas as pd

from analysis.prose.wording import Row, are, linked, listed, number, percent, told

_MOST = 5
_FROM_A, _FROM_B = "from a to b", "from b to a"
"""What `copies.compared` calls the two directions."""
_CREDITS = {
    "credited and shared": (
        "credits an agency, and shares wording with others here",
        "credit an agency, and share wording with others here",
    ),
    "credited, and shared with nobody here": (
        "credits an agency, and shares no wording with anybody here",
        "credit an agency, and share no wording with anybody here",
    ),
    "shared without a credit": (
        "shares wording with others here without crediting an agency",
        "share wording with others here without crediting an agency",
    ),
    "neither credited nor shared": (
        "neither credits an agency nor shares wording",
        "neither credit an agency nor share wording",
    ),
}
"""What one article does, and what several do."""


def who_shares(passages: pd.DataFrame, compared: pd.DataFrame, documents: pd.DataFrame) -> list[str]:
    """Which articles share how much prose with whom, word for word or rewritten, and how many quotations.

    What one of them quotes is told in a sentence of its own.
    """
    if len(documents) < 2:
        return ["With fewer than two articles there is no wording to share."]
    if passages.empty:
        return ["No two articles share wording beyond names, dates and standing phrases."]
    kinds = ("prose", "quotation", "quoted by one")
    prose, said, one_quotes = (passages[passages["within"] == kind] for kind in kinds)
    sentences = [_in_all(prose, said)]
    label = dict(zip(documents["document"], documents["label"], strict=True))
    pairs = compared[compared["words"] > 0].sort_values(
        ["words", "document_a", "document_b"], ascending=[False, True, True]
    )
    kinds = prose.groupby(["document_a", "document_b", "kind"]).size()
    each = [_pair(row, label, kinds) for row in pairs.head(_MOST).to_dict("records")]
    if each:
        rest = f", and {number(len(pairs) - len(each), 'more pair')}" if len(pairs) > len(each) else ""
        sentences.append(f"Most prose is shared by {'; '.join(each)}{rest}.")
    return sentences + ([_quoted_by_one(one_quotes, label)] if len(one_quotes) else [])


def _quoted_by_one(rows: pd.DataFrame, label: dict[str, str]) -> str:
    """Whose quotations others tell without marks or report; who took them from where is not known."""
    sides = zip(*(rows[column] for column in ("document_a", "document_b", "quoted_by")), strict=True)
    pairs = [(quoting, b if quoting == a else a) for a, b, quoting in sides]
    found = rows.assign(pair=pd.Series(pairs, rows.index)).groupby("pair")["words"].agg(["sum", "size"])
    ranked = sorted(found.itertuples(name=None), key=lambda row: (-row[1], row[0]))
    each = [
        f"{_article_of(quoting, label)} quotes, {_article_of(telling, label)} tells "
        f"({number(words, 'word')} in {number(size, 'passage')})"
        for (quoting, telling), words, size in ranked[:_MOST]
    ]
    rest = f"; and {number(len(ranked) - _MOST, 'more pair')}" if len(ranked) > _MOST else ""
    what = f"{number(len(rows), 'passage')} {are(len(rows))} quoted by one article and told by the other"
    return f"{what} without quotation marks, which says nothing of who had the words first: {'; '.join(each)}{rest}."


def _article_of(name: str, label: dict[str, str]) -> str:
    return linked(label[name], "shared", label[name])


def _in_all(prose: pd.DataFrame, said: pd.DataFrame) -> str:
    """How many passages are shared, in prose and in what both quote."""
    verbatim = int((prose["kind"] == "verbatim").sum())
    shared = f"{number(len(prose), 'passage')} of prose {are(len(prose))} shared by two articles"
    first = f"{shared}, {_kinds(verbatim, len(prose))}" if len(prose) else "No prose is shared"
    both = f"; {number(len(said), 'shared passage')} {are(len(said))} made of words that both quote or report"
    return f"{first}{both if len(said) else ''}."


def _kinds(verbatim: int, of: int) -> str:
    """How many are word for word, how many rewritten."""
    if verbatim == of:
        return "word for word" if of == 1 else "all word for word"
    if not verbatim:
        return "lightly rewritten" if of == 1 else "all lightly rewritten"
    return f"{verbatim} word for word and {of - verbatim} lightly rewritten"


def _pair(row: Row, label: dict[str, str], kinds: pd.Series) -> str:
    keys = row["document_a"], row["document_b"]
    verbatim = int(kinds.get((*keys, "verbatim"), 0))
    of = verbatim + int(kinds.get((*keys, "rewritten"), 0))
    names = " and ".join(_article_of(key, label) for key in keys)
    return f"{names} ({number(int(row['words']), 'word')} in {number(of, 'passage')}, {_kinds(verbatim, of)})"


def credits_against(shared: pd.DataFrame) -> list[str]:
    """What the articles' agency credits come to beside the wording that was found to be shared."""
    if shared.empty:
        return ["There is no article."]
    found = []
    for credit, (does, do) in _CREDITS.items():
        own = shared[shared["credit"] == credit]
        if len(own):
            names = listed((_article(row) for row in own.to_dict("records")), what="articles")
            found.append(f"{names} {does if len(own) == 1 else do}.")
    return found


def _article(row: Row) -> str:
    """An article with the agencies that it credits and its share, which opens its passages."""
    parts = [told(str(row["agencies"]))] if row["agencies"] else []
    if row["words"]:
        parts.append(linked(f"{percent(float(row['share']))} of its words", "shared", str(row["source"])))
    return f"{told(str(row['source']))}{' (' + ', '.join(parts) + ')' if parts else ''}"


def ways(compared: pd.DataFrame, documents: pd.DataFrame) -> list[str]:
    """Which way shared prose may have gone, and why; and of how many pairs nothing tells."""
    rows = compared[compared["words"] > 0]
    if rows.empty:
        return ["No prose is shared, so none has gone from one article to another."]
    label = dict(zip(documents["document"], documents["label"], strict=True))
    known = rows[rows["direction"].isin((_FROM_A, _FROM_B))]
    sentences = [
        f"Wording may have gone from {_names(own, label)}: {told(str(reason))}."
        for reason, own in known.groupby("reason", sort=True)
    ]
    open_ = rows[~rows["direction"].isin((_FROM_A, _FROM_B))]
    return sentences + ([_untold(open_, of=len(rows))] if len(open_) else [])


def _untold(pairs: pd.DataFrame, *, of: int) -> str:
    """Of which pairs nothing tells which way the wording went, and why; `of` pairs share some."""
    number_of = {str(reason): len(own) for reason, own in pairs.groupby("reason", sort=True)}
    if len(pairs) < of:
        which = "the other pair" if len(pairs) == 1 else f"the {len(pairs)} other pairs"
    else:
        which = "the one pair that shares prose" if of == 1 else f"any of the {of} pairs that share prose"
    if len(number_of) == 1:
        why = told(next(iter(number_of)))
    else:
        why = "; ".join(f"for {number(many, 'pair')}, {told(reason)}" for reason, many in number_of.items())
    return f"Which way the wording went can't be said of {which}: {why}."


def _names(rows: pd.DataFrame, label: dict[str, str]) -> str:
    each = []
    for row in rows.to_dict("records"):
        first, second = (label[row[f"document_{side}"]] for side in ("ab" if row["direction"] == _FROM_A else "ba"))
        each.append(f"{told(first)} to {told(second)}")
    return listed(each, what="pairs")


def without_copies(beside: pd.DataFrame, copied: pd.DataFrame, keys: list[str], *, least: float = 0.01) -> str:
    """What leaving out copied text changes in a measure that was taken twice (`sharing.beside`).

    `keys` are the columns that name a row; `copied` the units left out. Differences below `least` are none.
    """
    if copied.empty:
        return "No sentence stands mostly in prose that another article has too: without copied text nothing changes."
    gone = f"Without the {number(len(copied), 'sentence')} that another article has too"
    changed = beside[beside["difference"].abs() >= least]
    if beside.empty:
        return f"{gone} there is no share that could be compared."
    if changed.empty:
        return f"{gone} no share changes by {percent(least)} or more."
    row = changed.to_dict("records")[0]
    many = f"{len(changed)} of {number(len(beside), 'share')} {'changes' if len(changed) == 1 else 'change'}"
    way = "rises" if row["difference"] > 0 else "falls"
    name = ", ".join(told(str(row[key])) for key in keys)
    most = f"{name}, which {way} from {_level(row, 'with')} to {_level(row, 'without')}"
    return f"{gone} {many}; most of all {most}."


def _level(row: Row, which: str) -> str:
    """`11 of 17` where the counts are known, else the share."""
    if f"of_{which}" in row and f"units_{which}" in row:
        return f"{row[f'units_{which}']} of {row[f'of_{which}']}"
    return percent(float(row[which]))


def copies_of(pairs: pd.DataFrame, documents: pd.DataFrame, *, least: float) -> str:
    """How many pairs of articles are copies: `least` of the one stands in the other (`sharing.pairs`)."""
    if len(documents) < 2:
        return "With fewer than two articles there is no copy."
    if pairs.empty:
        return f"No article is a copy of another: of none do {percent(least)} stand in one other, five words in a row."
    label = dict(zip(documents["document"], documents["label"], strict=True))
    each = []
    for row in pairs.to_dict("records"):
        a, b = (told(label[row[f"document_{side}"]]) for side in "ab")
        inner, outer, share = (a, b, row["a_in_b"]) if row["a_in_b"] >= row["b_in_a"] else (b, a, row["b_in_a"])
        each.append(f"{percent(share)} of {inner} in {outer}")
    return f"In {number(len(pairs), 'pair')} of articles one is a copy of the other: {listed(each, what='pairs')}."
