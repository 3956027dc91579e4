"""The words that tell an act, and how: which kind of deed, in which form, done or not. Nothing is parsed.

What a rule of the layer `agency` knows stands in its note: the form (`finite`, `future`, `infinitive`, `participle`,
`gerund`, `past`, `noun`; `finite or noun` where a word may be both), then who stands where (`subject > object`, of a
noun `of > on`), then what else there is to know (`reflexive`, `with être`, `object control`).
"""

import re
from typing import NamedTuple

import pandas as pd

from analysis import matching
from analysis.adverbs import ADVERB

LAYER = "agency"
BODY, POSSIBLE, DONE, UNDONE = "body", "possible", "done", "not done"
MEASURE, HEDGED, TO_COME, POSSIBILITY, OPEN_THAT = "measure", "hedged", "to come", "possibility", "open that"
ASKING, CARRYING, COMPOUND = "asking", "carrying out", "compound"
_WHETHER = (BODY, POSSIBLE, DONE, UNDONE, MEASURE, HEDGED, TO_COME, POSSIBILITY, OPEN_THAT, ASKING, CARRYING)
HELPERS = (*_WHETHER, COMPOUND, "none")
"""Labels of the layer that are no deed: bodies that act for their state, and what tells whether a deed is done."""
OPEN = "open"
"""The polarity of what is planned, possible, asked for or claimed not for sure."""
ACTIVE, PASSIVE, AGENTLESS, NOMINAL, IMPERSONAL = "active", "passive", "agentless", "nominal", "impersonal"
UNFOUND = "agent not found"
"""The form of a verb beside which an agent may well be told, but was not found."""

HAVE = re.compile(
    r"(?:ai|as|a|avons|avez|ont|avait|avaient|avions|aura|auront|aurait|auraient|ait|aient|ayant|avoir|eut|eurent"
    r"|has|have|had|having)(?:-(?:t-)?(?:ils?|elles?|on))?",
    re.IGNORECASE,
)
BE = re.compile(
    r"(?:est|sont|suis|sommes|était|étaient|sera|seront|serait|seraient|fut|furent|soit|soient|été|être|étant"
    r"|is|are|was|were|be|been|being)(?:-(?:t-)?(?:ils?|elles?|on))?",
    re.IGNORECASE,
)
CAUSED = re.compile(r"(?:fait|font|faire|fera|vu|vue|vus|vues|voit|voient|voir|got|get|gets|getting)", re.IGNORECASE)
NOT = re.compile(r"(?:pas|jamais|plus|guère|rien|not|never|nor|n[’']t)", re.IGNORECASE)
UNSURE = re.compile(
    r"(?:soit|soient|aurait|auraient|serait|seraient|sera|seront|aura|auront|will|would|could|may|might|must|should|shall|can"
    r"|à|to)",
    re.IGNORECASE,
)
SELF = re.compile(r"(?:se|s[’'])", re.IGNORECASE)
CLITIC = re.compile(r"(?:ne|n[’']|se|s[’']|y|en|l[ea]s?|l[’']|lui|leur|me|m[’']|to|que)", re.IGNORECASE)
_US = re.compile(r"(?:nous|vous)", re.IGNORECASE)
_WHO_AHEAD = re.compile(r"(?<![\w-])(?:on|ils?|elles?|qui|ne)\s+\Z", re.IGNORECASE)
MODAL = re.compile(r"(?:will|would|could|may|might|must|should|shall|can|did|does|do|cannot)", re.IGNORECASE)
DUTY = re.compile(
    r"(?:peut|peuvent|pouvait|pouvaient|pourra|pourront|pourrait|pourraient|doit|doivent|devait|devaient|devra|devront|devrait|devraient|dû|pu|su|va|vont|allait|allaient|veut|veulent|voulait|voulaient|voulu)",
    re.IGNORECASE,
)
_FRENCH_ADVERB = re.compile(r"\w{3,}ment", re.IGNORECASE)
_ASIDE = re.compile(rf"(?<=\s)\(\s*{ADVERB}\s*\)\s*\Z|,\s[^,;:.!?«»“”()]{{2,60}},\s*\Z", re.IGNORECASE)
_SPLIT = re.compile(
    r"(?<!\w)(?:a|ont|avai(?:en)?t|aurai(?:en)?t|est|sont|étai(?:en)?t|has|have|had|is|are|was|were)\s*\Z"
)
_HIMSELF = re.compile(r"(?:lui|elle|eux|elles)\s+(?:aussi|même)\s*\Z", re.IGNORECASE)
_LAST = re.compile(r"([^\W_]+(?:-(?:t-)?(?:ils?|elles?|on))?[’']?)\s*\Z")
_CONTRACTED = re.compile(r"(\w+)n[’']t\s*\Z")
_ADVERB = re.compile(ADVERB, re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?<!\w)(?:(?:une?|l[ae]|les|des|du|de|cette?|ces|son|sa|ses|leurs?|notre|nos|mon|ma|mes|votre|vos|tout|toute|chaque|aucune?|sans|en|par|sur|à|aux?|dans|pour"
    r"|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|\d+|plusieurs|quelques|autres?|premi(?:er|ère)s?|nouvelles?|nouveau|nouveaux?|grande?s?|dernières?"
    r"|the|an?|its|his|her|their|our|my|your|this|these|those|any|no|of|for|by|in|under|after|with|without|on|from|new|first|last)\s|[ld][’'])\s*\Z|[’']s\s\Z|s[’']\s\Z",
    re.IGNORECASE,
)
_ENGLISH_ADJECTIVE = re.compile(r"(?<!\w)(?:[a-z]+ed|[A-Z]\w+(?:an|ese|ish))\s+\Z")
_HAS = re.compile(r"(?<!\w)(?:had|has|have|says?|said|give[ns]?|gave)\s+\Z")
_ARE = re.compile(r"\s+(?:have|has|had|are|is|were|was|by|from)(?!\w)")
_PRONOUN_AHEAD = re.compile(
    r"(?<!\w)(?:qui|ils?|elles?|on|ne|nous|vous|je|who|which|that|to|he|she|they|it|we|you|I|will|would|could|must)\s+(?:l[ea]s?\s|l[’'])?\Z",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """A word that tells an act: where it stands, the kind of deed, and what its rule knows."""

    start: int
    end: int
    label: str
    moods: tuple[str, ...]
    roles: str
    noun: str
    more: tuple[str, ...]


class Group(NamedTuple):
    """The verb group of a mark: where it begins, and what its auxiliaries say."""

    start: int
    have: bool
    be: bool
    caused: bool
    reflexive: bool
    negated: bool
    unsure: bool
    clitics: tuple[str, ...]


def marks(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame) -> dict[tuple[str, int], list[Mark]]:
    """Document and unit → the marks of the layer in it, left to right, the longest where several stand at one place."""
    own = rules[rules["layer"] == LAYER]
    notes = dict(zip(own["rule"], own["note"], strict=True))
    evidence = matching.find(documents, units, own, also=(LAYER,))
    found: dict[tuple[str, int], list[Mark]] = {}
    columns = ["document", "unit", "start", "end", "label", "rule"]
    for document, unit, start, end, label, rule in evidence[columns].itertuples(index=False, name=None):
        found.setdefault((document, unit), []).append(_mark(start, end, label, notes[rule]))
    return {place: _outermost(each) for place, each in found.items()}


def _mark(start: int, end: int, label: str, note: str) -> Mark:
    form, *rest = (part.strip() for part in note.split(";"))
    verb = [part for part in rest if part.startswith("subject") or part.endswith("subject")]
    noun = [part for part in rest if part.startswith(("of >", "by > of"))]
    more = tuple(part for part in rest if part not in (*verb, *noun))
    return Mark(start, end, label, tuple(form.split(" or ")), (verb or [""])[0], (noun or [""])[0], more)


def _outermost(found: list[Mark]) -> list[Mark]:
    """The marks of deeds that lie in no longer one; the helpers are kept beside them."""
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end, mark.label)):
        deed = mark.label not in HELPERS
        if deed and kept and any(mark.end <= one.end and one.label not in HELPERS for one in kept[-3:]):
            continue
        kept.append(mark)
    return kept


def group(text: str, first: int, mark: Mark) -> Group:
    """The auxiliaries, clitics and adverbs right before a mark, not before `first`."""
    at, have, be, caused, negated, unsure = mark.start, False, False, False, False, False
    clitics: list[str] = []
    mark_word = text[mark.start : mark.end].lower()
    verbal = "participle" not in mark.moods
    while True:
        contracted = _CONTRACTED.search(text, max(first, at - 20), at)
        if contracted:
            at, negated, verbal = contracted.start(), True, True
            have, be = have or contracted[1].lower() in ("has", "have", "had"), be or contracted[1].lower() in _BEEN
            continue
        aside = _inserted(text, first, at)
        if aside:
            at = aside
            continue
        last = _LAST.search(text, max(first, at - 30), at)
        word = last[1] if last else ""
        if last is None or (word.lower() == "a" and mark.moods[0] in ("noun", "infinitive")):
            break
        if HAVE.fullmatch(word):
            have = verbal = True
        elif BE.fullmatch(word):
            be = verbal = True
        elif CAUSED.fullmatch(word) and ("infinitive" in mark.moods or word[:1] == "g"):
            caused = True
        elif NOT.fullmatch(word):
            negated = True
        elif MODAL.fullmatch(word) or (
            "infinitive" in mark.moods and word.lower() != mark_word and DUTY.fullmatch(word)
        ):
            verbal = True
        elif _US.fullmatch(word) and verbal and _WHO_AHEAD.search(text[max(first, last.start() - 8) : last.start()]):
            clitics.append(word.lower())
        elif CLITIC.fullmatch(word) and verbal:
            clitics.append(word.lower().replace("’", "'"))
        elif not _is_adverb(text, last, mark):
            break
        unsure = unsure or (UNSURE.fullmatch(word) is not None)
        at = last.start()
    reflexive = any(SELF.fullmatch(word) for word in clitics)
    return Group(at, have, be, caused, reflexive, negated, unsure, tuple(clitics))


def _inserted(text: str, first: int, at: int) -> int:
    """Where an insertion between an auxiliary and its participle begins: `a (aussi) offert`, `a, dit-on, signé`."""
    for form in (_ASIDE, _HIMSELF):
        found = form.search(text, max(first, at - 65), at)
        if found and _SPLIT.search(text, max(first, found.start() - 12), found.start()):
            return found.start()
    return 0


def _is_adverb(text: str, word: "re.Match[str]", mark: Mark) -> bool:
    """Whether a word before a verb is an adverb; of a French participle also behind `a`, which is no article there."""
    split = "participle" in mark.moods and re.search(r"(?<!\w)a\s+\Z", text[max(0, word.start() - 4) : word.start(1)])
    return bool(_ADVERB.fullmatch(text, *word.span(1)) or (split and _FRENCH_ADVERB.fullmatch(word[1])))


_BEEN = ("is", "are", "was", "were")


def is_noun(text: str, mark: Mark) -> bool:
    """Whether a word that may be a verb or a noun is a noun here, as the word before it shows."""
    if "noun" not in mark.moods:
        return False
    if mark.moods == ("noun",) or is_determined(text, mark):
        return True
    return bool(_HAS.search(text[max(0, mark.start - 8) : mark.start]) or _ARE.match(text, mark.end))


def is_determined(text: str, mark: Mark) -> bool:
    """Whether an article, a possessive, a number or a preposition stands right before a word, so that it is no verb."""
    before = text[max(0, mark.start - 25) : mark.start]
    ahead = _DETERMINED.search(before) or ("noun" in mark.moods and _ENGLISH_ADJECTIVE.search(before))
    return bool(ahead) and _PRONOUN_AHEAD.search(before) is None
