"""The words of codebooks that a reader may meet: labels of lexicons, and the values that modules give their columns."""

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

LEXICONS = Path(__file__).parents[1] / "analysis" / "lexicons"
LAYERS = ("topic", "frame", "policy", "loaded", "hedge", "speaker", "direction", "agency", "denial")
"""Lexicons whose labels are shown."""
MECHANISM = {"none", "body", "measure", "open that", "compound", "carrying out", "asking", "to come", "possibility"}
MECHANISM |= {"hedged", "possible", "done", "not done"}
"""Labels of the lexicon agency that steer the reading and are shown nowhere; `none` is what no rule is for."""


def collected() -> dict[str, str]:
    """Label → where it comes from first."""
    found: dict[str, str] = {}
    for label, place in chain(_of_lexicons(), _of_modules()):
        if label:
            found.setdefault(label, place)
    return found


def _of_lexicons() -> Iterator[tuple[str, str]]:
    for path in sorted(LEXICONS.glob("??/*.csv")):
        if path.stem in LAYERS:
            with path.open(encoding="utf-8", newline="") as file:
                labels = {row["label"] for row in csv.DictReader(file)} - MECHANISM
            yield from ((label, f"lexicons/{path.parent.name}/{path.name}") for label in sorted(labels))


def _of_modules() -> Iterator[tuple[str, str]]:
    for name, values in constants().items():
        yield from ((value, name) for value in values)


def constants() -> dict[str, tuple[str, ...]]:
    """Where the values are declared → the values."""
    from analysis import (
        agency,
        balance,
        chains,
        completeness,
        consensus,
        designation_kinds,
        distinctive,
        gazetteer,
        matrix,
        occasions,
        reserves,
        retold,
        reuse,
        robustness,
        sides,
        sourcing,
        tables,
        traits,
        voicing,
    )
    from analysis.dates import moments
    from analysis.discrepancies import KINDS, amounts, standings, views
    from analysis.display import SIGNS
    from analysis.validation import names, verdicts, vocabulary

    return {
        "agency": (agency.ACTS, agency.UNDERGOES, agency.UNTOLD),
        "amounts": (*filter(None, amounts.BOUNDS), *amounts.GROUPS.values(), *amounts.CURRENCIES, *amounts.UNIT),
        "balance": (balance.NOTHING,),
        "chains": (chains.SAYS, chains.HEARD, chains.ITSELF, chains.CREDIT, chains.NONE, chains.NO_MEDIUM),
        "completeness": (completeness.FEWER, completeness.AS_MANY, completeness.MORE, completeness.OPEN),
        "consensus": (
            *consensus.TELLING,
            *(consensus.ABSENT, consensus.COPIED, consensus.CONSENSUS, consensus.SHARED, consensus.SINGLE),
            consensus.IN_COPIES,
        ),
        "designation_kinds": (*designation_kinds.KINDS, *designation_kinds.CHARGES, "charge"),
        "discrepancies": (*(module.KIND for module in KINDS), "granularity"),
        "display": tuple(SIGNS),
        "distinctive": (*distinctive.READINGS, distinctive.RANK),
        "gazetteer": gazetteer.KINDS,
        "matrix": (matrix.ALL, matrix.MOST, matrix.SEVERAL, matrix.ONE),
        "names": (names.ALIKE, names.LISTED, names.LINKED, names.LAST, names.HEAD),
        "occasions": (occasions.PLANNED, occasions.MEANT, occasions.PAST, occasions.NO_DAY),
        "moments": (moments.UNDATED, moments.ANAPHORIC, moments.VAGUE, moments.IMPOSSIBLE),
        "reserves": (
            *(reserves.STATED, reserves.ATTRIBUTED, reserves.CLAIMED, reserves.DOUBTED, reserves.DENIED),
            *(reserves.QUOTED, reserves.REPORTED, reserves.NO_CUE, reserves.CUE, reserves.SO_CALLED, reserves.RUMOUR),
            *(reserves.POSSIBLE, reserves.CONDITIONALLY, reserves.UNKNOWN, reserves.UNPROVEN, reserves.IN_MARKS),
            *(reserves.DENIAL, reserves.HEDGED),
        ),
        "retold": (
            *(retold.QUOTED, retold.PARTLY, retold.REPORTED, retold.STATED, retold.NOBODY, retold.PERHAPS_REPORTED),
            *(retold.UNCERTAIN, retold.SAME, retold.PERHAPS, retold.OTHER, retold.UNNAMED_ONCE, retold.NOT_FOUND),
            *(retold.ALTERED, retold.EXTRACT, retold.ALTERED_IN_MARKS),
        ),
        "reuse": (reuse.VERBATIM, reuse.REWRITTEN, reuse.PROSE, reuse.QUOTATION, reuse.ONE_QUOTES),
        "robustness": robustness.CHECKS,
        "sides": sides.SIDES,
        "sourcing": sourcing.KINDS,
        "standings": (*standings.MODES, *standings.STATES),
        "tables": tables.ROLES,
        "traits": (traits.VOICE, traits.QUOTATION, traits.REPORT, traits.DOUBT, traits.OWN),
        "verdicts": (verdicts.EXACT, verdicts.OVERLAP, verdicts.SHARED, verdicts.MATCHED, verdicts.WHOLE),
        "views": tuple(word for _, *words in views.CONFIDENCE for word in words),
        "vocabulary": (*vocabulary.STANCES, *vocabulary.SPEAKER_KINDS, *vocabulary.HEDGE_KINDS),
        "voicing": (voicing.OWN, voicing.QUOTED, voicing.REPORTED, voicing.NOT_FOUND),
        "layers": LAYERS_SHOWN,
    }


LAYERS_SHOWN = (
    *("topic", "frame", "policy", "loaded", "hedge", "actor", "place", "speaker", "statement", "fact", "discrepancy"),
    *("event", "passage", "echo", "chain", "side", "quotation", "voice", "word", "designation", "distance", "agency"),
    *("naming", "attributed", "unit", "kind", "perhaps told", "speaker kind", "scare quotes", "quoted frame", "date"),
    *("facts", "discrepancies", "manner", "official voices", "loaded words", "passages"),
)
"""Layers that name themselves in tables and over the evidence."""
