"""Which stretches tell which facts → the tables `claims` and `facts`."""

import pandas as pd

from analysis import statings, tables
from analysis.narrowing import Claim
from analysis.reading import Reading

UNNAMED = "\0"
"""With this sign begins what a fact is called that no analyst named."""
_UNIT = ("document", "unit", "role", "start", "end")


def tabled(
    claims: list[Claim], read: Reading, stories: dict[str, int], stated: dict[str, str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `claims` and `facts`; facts without a name get F001, F002 … by consensus, then by first place.

    A fact's `statement` is a central wording that can be read alone (see `statings`), as it
    stands at `start` to `end` of `document`, or what is `stated` under its name, in an analyst's words; `articles` tell
    it out of `of`, which are on the same story.
    """
    facts: dict[str, list[Claim]] = {}
    for claim in sorted(claims):
        facts.setdefault(claim.fact, []).append(claim)
    order = sorted(facts, key=lambda fact: (-_articles(facts[fact]), facts[fact][0].unit, facts[fact][0]))
    taken = set(facts) - {fact for fact in facts if fact.startswith(UNNAMED)}
    free = (name for number in range(1, 10**6) if (name := f"F{number:03}") not in taken)
    names = {fact: next(free) if fact.startswith(UNNAMED) else fact for fact in order}
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    units = {row[:2]: row[2:] for row in read.units[list(_UNIT)].itertuples(index=False, name=None)}
    best = statings.best([facts[fact] for fact in order], texts, units)
    rows = [_fact(names[fact], facts[fact], claim, texts, stories) for fact, claim in zip(order, best, strict=True)]
    stating = [row | {"statement": stated.get(str(row["fact"]), row["statement"])} for row in rows]
    return _claims(facts, names, read), tables.table("facts", stating)


def _fact(
    name: str, claims: list[Claim], best: Claim, texts: dict[str, str], stories: dict[str, int]
) -> dict[str, object]:
    return {
        "fact": name,
        "statement": texts[best.document][best.start : best.end],
        "document": best.document,
        "unit": best.unit,
        "start": best.start,
        "end": best.end,
        "articles": _articles(claims),
        "of": sum(story in {stories[claim.document] for claim in claims} for story in stories.values()),
        "story": stories[best.document],
    }


def _articles(claims: list[Claim]) -> int:
    return len({claim.document for claim in claims})


def _claims(facts: dict[str, list[Claim]], names: dict[str, str], read: Reading) -> pd.DataFrame:
    hedges = _spans(read.evidence[read.evidence["layer"] == "hedge"], "label")
    spoken = read.statements[read.statements["kind"] != "scare"]
    speakers = _spans(spoken, "speaker")
    rows = []
    for fact, claims in facts.items():
        for number, claim in enumerate(sorted(claims), start=1):
            told_by = _over(speakers, claim.document, claim.start, claim.end)
            rows.append(
                {
                    "claim": f"{names[fact]}-{number:02}",
                    **dict(zip(Claim._fields[:4], claim[:4], strict=True)),
                    "fact": names[fact],
                    "hedged": bool(_over(hedges, claim.document, claim.core_start, claim.core_end)),
                    "attributed_to": "|".join(dict.fromkeys(filter(None, told_by))),
                }
            )
    return tables.table("claims", rows)


_Spans = dict[str, list[tuple[int, int, str]]]


def _spans(table: pd.DataFrame, column: str) -> _Spans:
    found: _Spans = {}
    for document, *span in table[["document", "start", "end", column]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((span[0], span[1], span[2]))
    return found


def _over(spans: _Spans, document: str, start: int, end: int) -> list[str]:
    """What stands over a stretch, in order."""
    return [value for first, last, value in sorted(spans.get(document, [])) if first < end and start < last]
