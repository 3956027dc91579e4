"""Small table → sentence. A number that counts evidence is written [[number|name of the evidence]].

Each function is true of an empty table, of one row and of a tie. It says "3 of 5", not "60 %", where things are few,
and where it compares articles it says whether chance could give the difference. What comes from a corpus or a lexicon
enters a sentence through `told`, so that no article can write a link.
"""

from analysis.prose.agency import agency_errors, has_do, who_acts
from analysis.prose.agentless import untold_agents
from analysis.prose.alternatives import (
    alt_agency,
    alt_agreement,
    alt_called,
    alt_chain,
    alt_copied,
    alt_curve,
    alt_discrepancies,
    alt_distance,
    alt_dots,
    alt_intervals,
    alt_keyness,
    alt_matrix,
    alt_naming,
    alt_positions,
    alt_profile,
    alt_strip,
    alt_timeline,
    alt_words,
)
from analysis.prose.apart import pulled, stands, told_apart
from analysis.prose.articles import corpus, left_out, next_reading, refused
from analysis.prose.captions import (
    caption_agency,
    caption_agreement,
    caption_called,
    caption_chain,
    caption_copied,
    caption_curve,
    caption_discrepancies,
    caption_distance,
    caption_dots,
    caption_frames,
    caption_intervals,
    caption_keyness,
    caption_matrix,
    caption_naming,
    caption_profile,
    caption_timeline,
    map_caption,
)
from analysis.prose.chains import chained
from analysis.prose.checks import by_layer, by_thing, errors, leniently, matched, scored, sure, unjudged
from analysis.prose.completeness import covered, lengths
from analysis.prose.contents import companions, distinct, how_much, loaded, most_used, standing_first, typical
from analysis.prose.coverage import mentions, quoting, shared, silences, speakers
from analysis.prose.designations import called_by_one, calls, modified, naming_differences
from analysis.prose.discrepancies import difference, differences, differing
from analysis.prose.distance import distances_kept, distant_topics
from analysis.prose.distinctive import set_apart, word_power
from analysis.prose.doubted import differently_doubted, doubted_speakers
from analysis.prose.echoes import echoed
from analysis.prose.facts import alone, consensus, disputed
from analysis.prose.front import disputes, happened, in_brief, left_unsaid, order_of_facts
from analysis.prose.loading import loaded_rates
from analysis.prose.omissions import omitted, silent
from analysis.prose.portraits import portrait, portrait_notes, portraits, unsure_codes
from analysis.prose.positions import placed
from analysis.prose.reuse import copies_of, credits_against, ways, who_shares, without_copies
from analysis.prose.robustness import fragile, more_or_less, robust, turning
from analysis.prose.set_aside import facts_without_copies, not_shown
from analysis.prose.sourcing import balanced, of_states, unnamed, whose_words
from analysis.prose.timeline import counted_from, dated_by_one, dated_differently, order_of_events, undated
from analysis.prose.wording import linked, listed, percent, told

__all__ = [
    "agency_errors",
    "alone",
    "alt_agency",
    "alt_agreement",
    "alt_called",
    "alt_chain",
    "alt_copied",
    "alt_curve",
    "alt_discrepancies",
    "alt_distance",
    "alt_dots",
    "alt_intervals",
    "alt_keyness",
    "alt_matrix",
    "alt_naming",
    "alt_positions",
    "alt_profile",
    "alt_strip",
    "alt_timeline",
    "alt_words",
    "balanced",
    "by_layer",
    "by_thing",
    "called_by_one",
    "calls",
    "caption_agency",
    "caption_agreement",
    "caption_called",
    "caption_chain",
    "caption_copied",
    "caption_curve",
    "caption_discrepancies",
    "caption_distance",
    "caption_dots",
    "caption_frames",
    "caption_intervals",
    "caption_keyness",
    "caption_matrix",
    "caption_naming",
    "caption_profile",
    "caption_timeline",
    "chained",
    "companions",
    "consensus",
    "copies_of",
    "corpus",
    "counted_from",
    "covered",
    "credits_against",
    "dated_by_one",
    "dated_differently",
    "difference",
    "differences",
    "differently_doubted",
    "differing",
    "disputed",
    "disputes",
    "distances_kept",
    "distant_topics",
    "distinct",
    "doubted_speakers",
    "echoed",
    "errors",
    "facts_without_copies",
    "fragile",
    "happened",
    "has_do",
    "how_much",
    "in_brief",
    "left_out",
    "left_unsaid",
    "lengths",
    "leniently",
    "linked",
    "listed",
    "loaded",
    "loaded_rates",
    "map_caption",
    "matched",
    "mentions",
    "modified",
    "more_or_less",
    "most_used",
    "naming_differences",
    "next_reading",
    "not_shown",
    "of_states",
    "omitted",
    "order_of_events",
    "order_of_facts",
    "percent",
    "placed",
    "portrait",
    "portrait_notes",
    "portraits",
    "pulled",
    "quoting",
    "refused",
    "robust",
    "scored",
    "set_apart",
    "shared",
    "silences",
    "silent",
    "speakers",
    "standing_first",
    "stands",
    "sure",
    "told",
    "told_apart",
    "turning",
    "typical",
    "undated",
    "unjudged",
    "unnamed",
    "unsure_codes",
    "untold_agents",
    "ways",
    "who_acts",
    "who_shares",
    "whose_words",
    "without_copies",
    "word_power",
]
