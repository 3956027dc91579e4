"""What a writer hangs on an actor: adjectives before and behind a name or a role noun, and what stands in commas."""

import re
from typing import NamedTuple

import pandas as pd

from analysis.descriptions import PERSON, Mention
from analysis.designation_kinds import BEHIND, NO_ADJECTIVE, Called
from analysis.peoples import PEOPLE
from analysis.role_phrases import Page, Phrase, adjective_behind, left

IN_FRONT, BEHIND_IT, APART = "before", "behind", "in commas"
PLACES = (IN_FRONT, BEHIND_IT, APART)
SCHEMA = dict.fromkeys(("document", "source"), "str") | dict.fromkeys(("unit", "start", "end"), "int64")
SCHEMA |= dict.fromkeys(("modifier", "place", "actor", "words", "voice"), "str")
_COMMAS = re.compile(
    r",\s(?P<said>(?P<first>[^\W\d_A-ZÀ-Þ][\w-]+)(?:\s(?:[^,.;:!?()«»“”\"\n]|[.,](?=\d)){1,70})?)(?=[,.;:)]|\Z)"
)
_PARTICIPLE = {
    "fr": re.compile(
        r"[a-zà-ÿ-]{2,}(?:é|ée|és|ées|eux|euse|if|ive|nu|nue|çu|çue|ndu|ndue|échu|échue|ssu|ssue|clus|cluse|onni|uni|unie)"
    ),
    "en": re.compile(r"[a-z-]{3,}ed|aged|born|known|seen|home|held|led"),
}
_GOVERNS = re.compile(r"\s(?:by|in|at|with|from|on|as|after|since|for|to|\d)\b|\s\d")
_FRONTED = re.compile(r"(?:[ÀAÂÉ]|[A-ZÀ-Þ])[\w-]*(?:é|ée|és|ées)\s[^,.;:!?()«»“”\"\n]{2,60},\s\Z")
_FINITE = re.compile(r"(?<!\w)(?:a|ont|avait|est|sont|était|sera|va|has|had|was|is|were|are|will|said)(?!\w)")


class Modifier(NamedTuple):
    """A modifier's place, and whether it stands before, behind or in commas."""

    start: int
    end: int
    place: str


def of_phrase(page: Page, phrase: Phrase) -> list[Modifier]:
    """The adjectives of a role noun, and what stands in commas behind it."""
    ends = max([phrase.end, *(span[1] for span in phrase.behind)])
    spans = [Modifier(*span, IN_FRONT) for span in _joined(page.text, phrase.before)]
    spans += [Modifier(*span, BEHIND_IT) for span in _joined(page.text, phrase.behind)]
    return spans + in_commas(page, ends)


def of_name(page: Page, mention: Mention, called: Called) -> list[Modifier]:
    """The adjectives between a name and its article, and what stands in commas beside a name."""
    _, _, determiner, _, before = left(page, called.start)
    spans = [Modifier(*span, IN_FRONT) for span in _joined(page.text, before)] if determiner or before else []
    fronted = _fronted(page, called.start) if mention.kind == PERSON and page.lang == "fr" else None
    if mention.how == PEOPLE and page.lang == "fr" and (adjective := adjective_behind(page, mention.end)):
        spans.append(Modifier(*adjective, BEHIND_IT))
    return spans + ([fronted] if fronted else []) + in_commas(page, mention.end)


def in_commas(page: Page, end: int) -> list[Modifier]:
    """The participle or adjective in commas behind a place, with what it governs: `, exilé à Vienne,`."""
    found = _COMMAS.match(page.text, end)
    if not found or found.start("said") in page.nouns or _FINITE.search(found["said"]):
        return []
    if page.lang == "en" and not _GOVERNS.match(page.text, found.end("first")):
        return []
    mark = page.adjectives.get(found.start("first"))
    known = mark is not None and mark.label == BEHIND
    formed = page.lang in _PARTICIPLE and _PARTICIPLE[page.lang].fullmatch(found["first"]) is not None
    if not known and (not formed or (mark is not None and mark.label == NO_ADJECTIVE)):
        return []
    return [Modifier(found.start("said"), found.end("said"), APART)]


def _fronted(page: Page, start: int) -> Modifier | None:
    """The participle that opens a sentence before a name: `Agé de 26 ans, Petit`."""
    text = page.text
    found = _FRONTED.search(text, max(0, start - 75), start)
    if (
        not found
        or found.start() in page.nouns
        or found.start() in page.starts
        or (found.start() and text[found.start() - 1] not in ' \n«“"')
    ):
        return None
    return Modifier(found.start(), start - 2, APART)


def _joined(text: str, spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The words of a modifier as one with their adverb: `très secret`."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and text[found[-1][1] : start].strip() == "" and _is_adverb(text[found[-1][0] : found[-1][1]]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return [span for span in found if not _is_adverb(text[slice(*span)])]


def _is_adverb(word: str) -> bool:
    return word.lower() in (
        "très",
        "si",
        "trop",
        "plus",
        "moins",
        "tout",
        "very",
        "so",
        "highly",
        "most",
        "once",
        "aussi",
    )


def table(rows: list[tuple]) -> pd.DataFrame:
    """One row is one modifier: where it stands, its `place`, the actor and the words that it hangs on, whose voice."""
    frame = pd.DataFrame(sorted(rows), columns=list(SCHEMA))
    return frame.astype(SCHEMA)
