"""Which stretches tell which facts → the tables `claims` and `facts`."""

import re

import pandas as pd

from analysis import tables
from analysis.narrowing import Claim
from analysis.reading import Reading

UNNAMED = "\0"
"""With this sign begins what a fact is called that no analyst named."""
SENTENCES = ("lead", "body")
"""Roles whose units are sentences that stand in the running text."""
_POINTS_BACK = re.compile(
    r"[«“\"‘'—–-]"
    r"|(?:ils?|elles?|on|ce|c[’']|cela|ça|celui|celle|ceux|celles|lui|eux|cette|cet|ces|son|sa|ses|leurs?|y|en"
    r"|mais|et|or|donc|car|puis|ainsi|toutefois|cependant|pourtant|également"
    r"|he|she|it|they|this|that|these|those|his|her|its|their|but|and|so|however|meanwhile)(?!\w)",
    re.IGNORECASE,
)


def tabled(claims: list[Claim], read: Reading, stories: dict[str, int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `claims` and `facts`; facts without a name get F001, F002 … by consensus, then by first place.

    A fact's `statement` is its most central wording among those that can be read alone, or among all if none can, as it
    stands at `start` to `end` of `document`; `articles` tell it out of `of`, which are on the same story.
    """
    facts: dict[str, list[Claim]] = {}
    for claim in sorted(claims):
        facts.setdefault(claim.fact, []).append(claim)
    order = sorted(facts, key=lambda fact: (-_articles(facts[fact]), facts[fact][0].unit, facts[fact][0]))
    taken = set(facts) - {fact for fact in facts if fact.startswith(UNNAMED)}
    free = (name for number in range(1, 10**6) if (name := f"F{number:03}") not in taken)
    names = {fact: next(free) if fact.startswith(UNNAMED) else fact for fact in order}
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    roles = {row[:2]: row[2] for row in read.units[["document", "unit", "role"]].itertuples(index=False, name=None)}
    rows = [_fact(names[fact], facts[fact], _stated(facts[fact], texts, roles), texts, stories) for fact in order]
    return _claims(facts, names, read), tables.table("facts", rows)


def _stated(claims: list[Claim], texts: dict[str, str], roles: dict[tuple, str]) -> Claim:
    """The claim in whose words a fact is told."""
    return min(
        claims,
        key=lambda claim: (
            roles[claim[:2]] not in SENTENCES,
            not stands_alone(texts[claim.document], claim.start, claim.end),
            -claim.central,
            claim.document,
            claim.start,
        ),
    )


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch can be read without what stands before it: it opens a sentence, and with no word that points back.

    >>> [stands_alone(text, 0, len(text)) for text in ("Le tir a échoué.", "Il a échoué.", "qui a échoué", "« Un échec. »")]
    [True, False, False, False]
    """
    first = text[start:end][:1]
    return (first.isupper() or first.isdigit()) and not _POINTS_BACK.match(text, start, end)


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
            rows.append(
                {
                    "claim": f"{names[fact]}-{number:02}",
                    **dict(zip(Claim._fields[:4], claim[:4], strict=True)),
                    "fact": names[fact],
                    "hedged": bool(_over(hedges, claim)),
                    "attributed_to": "|".join(dict.fromkeys(name for name in _over(speakers, claim) if name)),
                }
            )
    return tables.table("claims", rows)


_Spans = dict[str, list[tuple[int, int, str]]]


def _spans(table: pd.DataFrame, column: str) -> _Spans:
    found: _Spans = {}
    for document, *span in table[["document", "start", "end", column]].itertuples(index=False, name=None):
        found.setdefault(document, []).append((span[0], span[1], span[2]))
    return found


def _over(spans: _Spans, claim: Claim) -> list[str]:
    """What stands over a claim's core, in order."""
    own = spans.get(claim.document, [])
    return [value for start, end, value in sorted(own) if start < claim.core_end and claim.core_start < end]
