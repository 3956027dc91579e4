"""What a reader should know of the rules that found a match: what each looks for, and when it counts."""

from collections.abc import Iterable

import pandas as pd

from analysis.display.outputs import escaped, one_line
from analysis.language import many, say, word

PATTERN = 48
"""How many characters of a rule's pattern are shown."""


def glossary(rules: pd.DataFrame, used: Iterable[str]) -> str:
    """The rules that were used, a term each: its pattern, its label, whether it counts alone, its note."""
    known = rules[rules["rule"].isin(set(used))].drop_duplicates("rule").sort_values("rule")
    if known.empty:
        return ""
    columns = ["rule", "layer", "label", "pattern", "context"]
    rows = "".join(_row(*row) for row in known[columns].itertuples(index=False, name=None))
    summary = many(len(known), "How {n} rule counts", "How each of {n} rules counts")
    return f'<details class="rules controls"><summary>{escaped(summary)}</summary><dl>{rows}</dl></details>'


def certainty(context: str) -> str:
    """When a rule with this context counts, in words.

    >>> certainty(""), certainty("states")
    ('counts alone', 'counts only where the sentence names two states')
    """
    conditions = [part.strip() for part in context.split("|") if part.strip()]
    if not conditions:
        return say("counts alone")
    plain = list(dict.fromkeys(_PLAIN[one]() for one in conditions if one in _PLAIN))
    beside = [_beside(one) for one in conditions if one not in _PLAIN]
    told = [*plain, *([say("beside {labels} in the sentence", labels=_listed(beside))] if beside else [])]
    return say("counts only {conditions}", conditions=say("; or ").join(told))


def _row(rule: str, layer: str, label: str, pattern: str, context: str) -> str:
    shown = one_line(pattern)
    shown = shown if len(shown) <= PATTERN else shown[:PATTERN] + "…"
    what = say("{layer}: {label}", layer=word(layer), label=word(label))
    term = f"<dt><code>{escaped(rule)}</code> <small>{escaped(what)}</small></dt>"
    return f"{term}<dd><span>{escaped(certainty(context))}</span> <code>{escaped(shown)}</code></dd>"


def _beside(condition: str) -> str:
    layer, _, label = condition.partition(":")
    return say("“{label}”", label=word(label or layer))


def _listed(names: list[str], most: int = 6) -> str:
    more = [say("others")] if len(names) > most else []
    return ", ".join([*names[:most], *more])


_PLAIN = {
    "together": lambda: say("beside another sign of its label in the sentence"),
    "article": lambda: say("where the title, the first sentence or several others hold its label for sure"),
    "main": lambda: say("where the article is mostly about its label"),
    "states": lambda: say("where the sentence names two states"),
}
