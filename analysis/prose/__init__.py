"""Small table → sentence. A number that counts evidence is written [[number|name of the evidence]].

Each function is true of an empty table, of one row and of a tie. It says "3 of 5", not "60 %", where things are few,
and where it compares articles it says whether chance could give the difference. What comes from a corpus or a lexicon
enters a sentence through `told`, so that no article can write a link.
"""

from analysis.prose.alternatives import alt_agreement, alt_discrepancies, alt_dots, alt_intervals, alt_strip, alt_words
from analysis.prose.checks import (
    by_layer,
    by_thing,
    corpus,
    errors,
    left_out,
    leniently,
    matched,
    next_reading,
    scored,
    sure,
    unjudged,
)
from analysis.prose.contents import companions, distinct, how_much, loaded, most_used, standing_first, typical
from analysis.prose.coverage import mentions, quoting, shared, silences, speakers
from analysis.prose.discrepancies import difference, differences, differing
from analysis.prose.wording import linked, listed, number, percent, told

__all__ = [
    "alt_agreement",
    "alt_discrepancies",
    "alt_dots",
    "alt_intervals",
    "alt_strip",
    "alt_words",
    "by_layer",
    "by_thing",
    "companions",
    "corpus",
    "difference",
    "differences",
    "differing",
    "distinct",
    "errors",
    "how_much",
    "left_out",
    "leniently",
    "linked",
    "listed",
    "loaded",
    "matched",
    "mentions",
    "most_used",
    "next_reading",
    "number",
    "percent",
    "quoting",
    "scored",
    "shared",
    "silences",
    "speakers",
    "standing_first",
    "sure",
    "told",
    "typical",
    "unjudged",
]
