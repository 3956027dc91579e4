"""The sentences behind the numbers: lists that every number links to, and that the page's panel is made of."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis import coded, measures, tables
from analysis.display.lab import Opening
from analysis.display.outputs import Shown, capital, escaped, one_line, plural
from analysis.display.rules import glossary
from analysis.language import many, say, spoken, word

WITH_CAPTIONS = ("fact", "facts", "discrepancy", "discrepancies", "event")
"""Layers whose tables count captions too: these tell facts."""
Match = tuple[int, int, str]
"""Start, end and rule."""
Bounds = dict[tuple[str, int], tuple[int, int, str]]
"""Document and unit → start, end and role."""


def evidence(
    found: pd.DataFrame,
    units: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    titles: Mapping[str, str] | None = None,
    rules: pd.DataFrame | None = None,
) -> Shown:
    """The sentences behind the numbers: for each layer and label, article by article, with the matches marked.

    Labels are those that are counted (`measures.as_counted`). Captions and other units that no number counts are
    shown, and said not to be counted. `titles` says for labels that are mere numbers what they stand for, in the
    words of an article; with `rules`, those that found something are listed with when they count.
    """
    placed = bounds(units)
    records = documents.to_dict("records")
    grouped: dict[tuple[str, str], dict[str, dict[int, list[Match]]]] = {}
    for layer, label, document, unit, *match in _rows(measures.as_counted(found), "layer", "label", *_PLACED):
        articles = grouped.setdefault((layer, label), {})
        articles.setdefault(document, {}).setdefault(unit, []).append(tuple(match))
    html, lines = [], []
    for (layer, label), held in sorted(grouped.items()):
        own = [record for record in records if record["document"] in held]
        sections = [_sentences(layer, label, record, held[record["document"]], placed) for record in own]
        uncounted = [_uncounted(layer, placed[document, unit][2]) for document in held for unit in held[document]]
        left = sum(uncounted)
        said = say("({layer}, {size})", layer=coded.label(layer), size=_size(len(uncounted) - left, left))
        html.append(
            f'<section class="evidence" id="{escaped(tables.anchor(layer, label))}" data-layer="{escaped(layer)}">'
            f"<h4>{_title(label, titles or {}, own)} <small>{escaped(said)}</small></h4>{''.join(sections)}</section>"
        )
        lines.append(f"{layer} {label}: {_plain(len(uncounted) - left, left)}, {_in_articles(len(sections))}")
    html.append(glossary(rules, found["rule"]) if rules is not None else "")
    nothing = say("Nothing was found.")
    return Opening(Shown("".join(html) or f"<p>{escaped(nothing)}</p>", "\n".join(lines) or nothing))


def bounds(units: pd.DataFrame) -> Bounds:
    """Where each unit stands, and its role."""
    return {(document, unit): tuple(rest) for document, unit, *rest in _rows(units, *tables.SCHEMAS["units"])}


def letter(source: str) -> str:
    """The mark of an article as a part of an id."""
    return re.sub(r"\W+", "-", source)


_PLACED = ("document", "unit", "start", "end", "rule")


def _rows(frame: pd.DataFrame, *columns: str) -> Iterable[Any]:
    return frame[list(columns)].itertuples(index=False, name=None)


def _title(label: str, titles: Mapping[str, str], records: list[dict[Any, Any]]) -> str:
    if label not in titles:
        return escaped(capital(coded.label(label)))
    lang = next((one["lang"] for one in records if titles[label] in one["text"]), "")
    given = f' lang="{escaped(lang)}"' if lang else ""
    return f'{escaped(label)}: <span class="said"{given}>{escaped(one_line(titles[label]))}</span>'


def _sentences(layer: str, label: str, record: dict[Any, Any], held: dict[int, list[Match]], placed: Bounds) -> str:
    items = []
    for unit, matches in sorted(held.items()):
        start, end, role = placed[record["document"], unit]
        said = _marked(record["text"], start, end, matches) + _remark(layer, role)
        name = f"unit-{letter(record['label'])}-{unit}"
        items.append(
            f'<li lang="{escaped(record["lang"])}" data-unit="{name}">{said} '
            f'<a href="#{name}">{escaped(record["label"])}\u00a0{unit + 1}</a></li>'
        )
    name = escaped(tables.anchor(layer, label, record["label"]))
    head = f'<p><span class="source">{escaped(record["label"])}</span></p>'
    return f'<section class="evidence" id="{name}">{head}<ol>{"".join(items)}</ol></section>'


def _remark(layer: str, role: str) -> str:
    if not _uncounted(layer, role):
        return ""
    return f' <span lang="{spoken()}">{escaped(say("({role}, not counted)", role=word(role)))}</span>'


def _uncounted(layer: str, role: str) -> bool:
    return role in tables.UNCOUNTED and not (role == "caption" and layer in WITH_CAPTIONS)


def _marked(text: str, start: int, end: int, matches: Iterable[Match]) -> str:
    parts, at = [], start
    for first, last, rule in sorted(matches, key=lambda match: (match[0], -match[1], match[2])):
        if first < at:
            continue
        parts.append(escaped(text[at:first]))
        parts.append(f'<mark title="{escaped(word(rule))}">{escaped(text[first:last])}</mark>')
        at = last
    return "".join(parts) + escaped(text[at:end])


def _size(counted: int, left: int) -> str:
    size = many(counted, "{n} sentence", "{n} sentences")
    if not left:
        return size
    uncounted = many(left, "{n} not counted", "{n} not counted")
    return say("{counted} and {uncounted}", counted=size, uncounted=uncounted) if counted else uncounted


def _plain(counted: int, left: int) -> str:
    size = f"{counted} {plural(counted, 'sentence')}" if counted or not left else ""
    return " and ".join(filter(None, [size, f"{left} not counted" if left else ""]))


def _in_articles(number: int) -> str:
    return f"in {number} {plural(number, 'article')}"
