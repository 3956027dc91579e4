"""Which stretches tell which facts → the tables `claims` and `facts`."""

import re

import pandas as pd

from analysis import tables
from analysis.narrowing import Claim
from analysis.reading import Reading

UNNAMED = "\0"
"""With this sign begins what a fact is called that no analyst named."""
CUT = 0.2
"""By how much less central a part of a sentence counts as a statement."""
SENTENCES = ("lead", "body")
"""Roles whose units are sentences that stand in the running text."""
_UNIT = ("document", "unit", "role", "start", "end")
_POINTS_BACK = re.compile(
    r"[«“\"‘'—–-]|[jc][’']"
    r"|(?:ils?|elles?|on|ce|cela|ça|celui|celle|ceux|celles|lui|eux|cette|cet|ces|son|sa|ses|leurs?|y|en|je|nous|vous|notre|nos"
    r"|mais|et|or|donc|car|puis|ainsi|toutefois|cependant|pourtant|également"
    r"|i|we|you|our|he|she|it|they|this|that|these|those|his|her|its|their|but|and|so|however|meanwhile)(?!\w)",
    re.IGNORECASE,
)
_ENDS_QUOTATION = re.compile(r"[^«“]*[»”]")


def tabled(
    claims: list[Claim], read: Reading, stories: dict[str, int], stated: dict[str, str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `claims` and `facts`; facts without a name get F001, F002 … by consensus, then by first place.

    A fact's `statement` is its most central wording among those that can be read alone, or among all if none can, as it
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
    best = _statements([facts[fact] for fact in order], texts, units)
    rows = [_fact(names[fact], facts[fact], claim, texts, stories) for fact, claim in zip(order, best, strict=True)]
    stating = [row | {"statement": stated.get(str(row["fact"]), row["statement"])} for row in rows]
    return _claims(facts, names, read), tables.table("facts", stating)


def _statements(facts: list[list[Claim]], texts: dict[str, str], units: dict[tuple, tuple]) -> list[Claim]:
    """For each fact the claim in whose words it is told, not those of a fact before it where there are others.

    It is the most central one that can be read alone, rather a whole sentence.
    """
    taken: set[tuple[str, int]] = set()

    def rank(claim: Claim) -> tuple:
        role, *span = units[claim[:2]]
        alone = stands_alone(texts[claim.document], claim.start, claim.end)
        central = claim.central - CUT * ([claim.start, claim.end] != span)
        return claim[:2] in taken, role not in SENTENCES, not alone, -central, claim.document, claim.start

    found = []
    for claims in facts:
        found.append(min(claims, key=rank))
        taken.add(found[-1][:2])
    return found


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch can be read without what stands before it.

    It opens a sentence, with no word that points back or to the speaker, and ends no quotation that it does not begin.

    >>> [stands_alone(said, 0, len(said)) for said in ("Le tir a échoué.", "Il a échoué.", "Oui », dit-il.")]
    [True, False, False]
    """
    first = text[start:end][:1]
    opens = (first.isupper() or first.isdigit()) and not _POINTS_BACK.match(text, start, end)
    return opens and not _ENDS_QUOTATION.match(text, start, end)


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
