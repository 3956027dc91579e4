"""Sentences on where articles that tell the same fact differ."""

import re

import pandas as pd

from analysis.consensus import short
from analysis.discrepancies.amounts import CURRENCIES, dimensions
from analysis.discrepancies.values import AGREEING
from analysis.discrepancies.views import GATHERED
from analysis.language import many, number, say, word
from analysis.prose.wording import Row, capital, in_turn, linked, listed, quotation, sources, told
from analysis.valued import valued

LONGEST, VALUE = 90, 40
"""In characters: longer words around a value, and a longer value, are cut."""
_MATTER = re.compile(r"(.+?)(?: \((.+)\))?(?:: .*)?", re.DOTALL)


def differing(counts: pd.DataFrame, of: int) -> str:
    """On how many matters `of` articles contradict each other, of what kinds; what may all be right."""
    if of < 2:
        return say("With one article there is nothing to compare.") if of else say("There is no article to compare.")
    rows = counts[~counts["kind"].isin(list(AGREEING))]
    total = int(rows["discrepancies"].sum())
    more = _agreeing(counts.set_index("kind")["discrepancies"])
    if total:
        kinds = listed(_of_kind(str(row["kind"]), int(row["discrepancies"])) for row in rows.to_dict("records"))
        found = many(
            total,
            "Articles seem to contradict each other on {n} matter ({kinds}), {sure}",
            "Articles seem to contradict each other on {n} matters ({kinds}), {sure}",
            kinds=kinds,
            sure=_sure(int(rows["high"].sum()), total),
        )
        return f"{in_turn([found, *more])}."
    if more:
        return f"{in_turn([say('No contradiction was found between the {of} articles', of=of), *more])}."
    return say("No contradiction was found between the {of} articles, as far as values could be compared.", of=of)


def _of_kind(kind: str, count: int) -> str:
    """So many discrepancies of a kind, `2 of place`."""
    opened = _opened(count, kind)
    said = {
        "place": say("{n} of place", n=opened),
        "date": say("{n} of date", n=opened),
        "number": say("{n} of number", n=opened),
        "status": say("{n} of status", n=opened),
        "direction": say("{n} of direction", n=opened),
    }
    return said.get(kind, f"{opened} {told(word(kind))}")


def _opened(count: int, kind: str) -> str:
    """A number of discrepancies, which opens them."""
    return linked(number(count), GATHERED, kind)


def _sure(sure: int, of: int) -> str:
    """How many contradictions are told with high confidence."""
    if sure == of == 1:
        return say("with high confidence")
    if sure == of:
        return say("all of them with high confidence")
    return many(
        sure,
        "{n} of them with high confidence",
        "{n} of them with high confidence",
        none="none of them with high confidence",
    )


def _agreeing(counts: pd.Series) -> list[str]:
    """What contradicts nothing: other attributions, other spellings, and what is only told more precisely."""
    attributed, names, finer = (int(counts.get(kind, 0)) for kind in AGREEING)
    own_number, named, precisely = (_opened(int(counts.get(kind, 0)), kind) for kind in AGREEING)
    own = many(
        attributed,
        "on {n} matter one article ascribes or quotes what another tells otherwise",
        "on {n} matters one article ascribes or quotes what another tells otherwise",
        n=own_number,
    )
    spelled = many(names, "{n} name is spelled in several ways", "{n} names are spelled in several ways", n=named)
    precise = many(
        finer,
        "on {n} matter one article is only more precise than another",
        "on {n} matters one article is only more precise than another",
        n=precisely,
    )
    return [part for part, count in ((own, attributed), (spelled, names), (precise, finer)) if count]


def differences(side: pd.DataFrame, *, most: int = 8) -> list[str]:
    """One sentence for each of the first `most` discrepancies: who says what, and how sure it is that they differ.

    Contradictions come before what may all be right.
    """
    kinds = dict(zip(side["discrepancy"], side["kind"], strict=True))
    names = sorted(kinds, key=lambda name: AGREEING.get(kinds[name], 0))
    sentences = [difference(side[side["discrepancy"] == name]) for name in names[:most]]
    if len(names) > most:
        sentences.append(
            many(
                len(names) - most,
                "{n} more discrepancy stands in the table.",
                "{n} more discrepancies stand in the table.",
            )
        )
    return sentences


def difference(side: pd.DataFrame) -> str:
    """Who says what on one matter, each value with the words around it; a row is an article, as in `side_by_side`."""
    rows = side.to_dict("records")
    if not rows:
        return say("Nothing differs.")
    by_value: dict[str, list[Row]] = {}
    for row in rows:
        by_value.setdefault(str(row["value"]), []).append(row)
    values = in_turn(_said(value, own) for value, own in by_value.items())
    first = rows[0]
    sure = _confidence(str(first["confidence"]))
    if first["kind"] == "granularity":
        return say(
            "{matter}: {values} (only more or less precise; {confidence}).",
            matter=_matter(first),
            values=values,
            confidence=sure,
        )
    return say("{matter}: {values} ({confidence}).", matter=_matter(first), values=values, confidence=sure)


def _said(value: str, own: list[Row]) -> str:
    """Which articles give a value, the value as a link, and the words of the first of them."""
    first = own[0]
    who = sources((row["source"] for row in own), most=5)
    shown = short(valued(str(first["kind"]), value), VALUE)
    opened = linked(shown, str(first["layer"]), str(first["discrepancy"]))
    if first["kind"] == "name":
        return say("{sources} {value}", sources=who, value=opened)
    context = quotation(short(str(first["context"]), LONGEST))
    return say("{sources} {value}, {context}", sources=who, value=opened, context=context)


def _matter(row: Row) -> str:
    """What the values are of: the noun that is counted, or the dimension, and a word that the articles share."""
    kind, of = str(row["kind"]), str(row["of"])
    whole = {
        "name": say("Spelling"),
        "status": say("Status"),
        "direction": say("Direction"),
        "attribution": say("Attribution"),
    }
    if kind in whole:
        return whole[kind]
    match = _MATTER.fullmatch(of)
    noun, about = (match[1], match[2] or "") if match else (kind, "")
    what = capital(_measured(noun)) if _is_measure(noun, kind) else say("Number of {noun}", noun=quotation(noun))
    return say("{what}, beside {word}", what=what, word=quotation(about)) if about else what


def _is_measure(noun: str, kind: str) -> bool:
    """Whether the matter has a name of ours; else it is what the articles count, in their words."""
    names = (kind, "place", "date", "number", "age", "time of day")
    return noun in names or noun.split(" per ")[0] in (*dimensions(), *CURRENCIES)


def _measured(noun: str) -> str:
    """`euros per day`, `length`, in the language spoken."""
    what, _, unit = noun.partition(" per ")
    if not unit:
        return told(word(what))
    return say("{what} per {unit}", what=told(word(what)), unit=told(word(unit)))


def _confidence(confidence: str) -> str:
    """How sure it is that the articles differ."""
    said = {"high": say("confidence high"), "medium": say("confidence medium"), "low": say("confidence low")}
    return said.get(confidence, told(confidence))
