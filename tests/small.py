"""Three tiny articles, ten counted units and two that are not: every number of the tests can be counted here.

| article | unit | role    | words                               | evidence                              |
|---------|------|---------|-------------------------------------|---------------------------------------|
| A       | 0    | title   | Alma buys rockets.                  | topic space; actor Alma               |
| A       | 1    | lead    | Alma says "the rockets may fly".    | topic space, hedge, in a quotation;   |
|         |      |         |                                     | actor Alma                            |
| A       | 2    | body    | A grand treaty.                     | topic treaty; loaded praising         |
| A       | 3    | body    | Perhaps rain.                       | hedge                                 |
| A       | 4    | caption | Alma and a grand rocket, "a dream". | found, and not counted                |
| B       | 0    | lead    | Boris met Alma.                     | actors Boris and Alma                 |
| B       | 1    | body    | The treaty is a "gift".             | topic treaty; scare quotes            |
| B       | 2    | body    | Boris left.                         | actor Boris                           |
| B       | 3    | related | Read also: rockets                  | not searched                          |
| C é     | 0    | lead    | La fusée vole.                      | topic space                           |
| C é     | 1    | body    | Alma rit.                           | actor Alma                            |
| C é     | 2    | body    | Fin.                                | nothing                               |
"""

import hashlib
from typing import Any

import pandas as pd

from analysis import tables

TEXTS = {
    "a": [
        ("title", "Alma buys rockets."),
        ("lead", 'Alma says "the rockets may fly".'),
        ("body", "A grand treaty."),
        ("body", "Perhaps rain."),
        ("caption", 'Alma and a grand rocket, "a dream".'),
    ],
    "b": [
        ("lead", "Boris met Alma."),
        ("body", 'The treaty is a "gift".'),
        ("body", "Boris left."),
        ("related", "Read also: rockets"),
    ],
    "c": [("lead", "La fusée vole."), ("body", "Alma rit."), ("body", "Fin.")],
}
ABOUT = {
    "a": {"label": "A", "outlet": "The Herald", "published": "2024-05-01", "lang": "en"},
    "b": {"label": "B", "lang": "en"},
    "c": {"label": "C é", "outlet": "Le Courrier", "lang": "fr"},
}
WORDS = {
    "rockets": ("topic", "space"),
    "rocket": ("topic", "space"),
    "fusée": ("topic", "space"),
    "treaty": ("topic", "treaty"),
    "Alma": ("actor", "Alma"),
    "Boris": ("actor", "Boris"),
    "may": ("hedge", "modal"),
    "Perhaps": ("hedge", "adverb"),
    "grand": ("loaded", "praising"),
}
QUOTED = {
    '"the rockets may fly"': ("direct", "Alma"),
    '"a dream"': ("partial", ""),
    '"gift"': ("scare", ""),
}


def documents(*names: str) -> pd.DataFrame:
    texts = {name: _text(name) for name in _chosen(names)}
    sums = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    return tables.table(
        "documents", [{"document": name, **ABOUT[name], "text": texts[name], "sha256": sums[name]} for name in texts]
    )


def units(*names: str) -> pd.DataFrame:
    rows = []
    for name in _chosen(names):
        at = 0
        for unit, (role, text) in enumerate(TEXTS[name]):
            rows.append({"document": name, "unit": unit, "start": at, "end": at + len(text), "role": role})
            at += len(text) + 1
    return tables.table("units", rows)


def evidence(*names: str) -> pd.DataFrame:
    return tables.table(
        "evidence",
        [
            {**place, "match": word, "layer": layer, "label": label, "rule": f"{layer}-{word.lower()}"}
            for word, (layer, label) in WORDS.items()
            for place in _places(word, names)
            if not _longer(word, place) and _searched(place)
        ],
    )


def statements(*names: str) -> pd.DataFrame:
    return tables.table(
        "statements",
        [
            {**place, "kind": kind, "speaker": speaker}
            for words, (kind, speaker) in QUOTED.items()
            for place in _places(words, names)
        ],
    )


def measure(*rows: tuple[Any, ...], of: int = 10, layer: str = "topic") -> pd.DataFrame:
    """A measure of (label, source, units[, of]) rows, as `measures.prevalence` makes them."""
    from analysis import statistics

    table = pd.DataFrame(
        [
            {"layer": layer, "label": label, "document": source.lower(), "source": source, "matches": count}
            | {"units": count, "of": more[0] if more else of}
            for label, source, count, *more in rows
        ],
        columns=["layer", "label", "document", "source", "matches", "units", "of"],
    )
    typed = dict.fromkeys(("layer", "label", "document", "source"), "str")
    return statistics.with_interval(
        table.astype(typed | dict.fromkeys(("matches", "units", "of"), "int64")), count="units"
    )


def _chosen(names: tuple[str, ...]) -> list[str]:
    return list(names or TEXTS)


def _text(name: str) -> str:
    return "\n".join(text for _, text in TEXTS[name])


def _places(word: str, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """Where the words first stand in each unit."""
    found = []
    for record in units(*names).to_dict("records"):
        at = _text(record["document"])[record["start"] : record["end"]].find(word)
        if at >= 0:
            start = record["start"] + at
            place = {"document": record["document"], "unit": record["unit"]}
            found.append({**place, "start": start, "end": start + len(word)})
    return found


def _searched(place: dict[str, Any]) -> bool:
    return TEXTS[place["document"]][place["unit"]][0] != "related"


def _longer(word: str, place: dict[str, Any]) -> bool:
    return _text(place["document"])[place["end"] :][:1] == "s" and word == "rocket"
