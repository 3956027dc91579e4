"""`statements` and `actors` → `statements`: each speaker under one name over the article, and of what kind it is.

Pronouns, role nouns and offices are led back to whom the article names; a spokesman without a name speaks for his
house; whoever stays without a name keeps a short description.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Any, NamedTuple

import pandas as pd

from analysis import gazetteer, phrases
from analysis.descriptions import (
    COMPANY,
    DETERMINER,
    GOVERNMENT,
    OFFICES,
    ORGANISATION,
    PERSON,
    UNNAMED,
    WITNESS,
    Described,
    Mention,
    described,
    outermost,
    stems,
    within,
)
from analysis.mentions import Mark, Unit

NEAR = 6
"""How many sentences back a role noun or a pronoun may point."""

_ONE = re.compile(r"(?<!\w)(?:an?|une?|one)\s+((?:[\w’'-]+\s+){0,3})\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s+[a-z-]+")
_UNION = re.compile(r"\A[A-Z]{2,5}\Z|(?i:syndic|confédération|fédération|union|federation)")
_SERVES = re.compile(r"\s+(?:for|of|at|from|with|de|du)\s+(?:the\s+|la\s+|l[’'])?")
_BETWEEN = re.compile(r"[^.,;:«»“”\"]{0,60},\s+(?:(?:M\.|Mme|Dr)\s+)?\Z")
_BOTH = re.compile(r"[^\W\d_a-zß-ÿ][\w.-]*\s+(?:et|and)\s+(?:l[ea]s?\s+|l[’']|the\s+)?[^\W\d_a-zß-ÿ]")
_PEER = {"homologu", "counterpart"}
_PEERS = re.compile(r"(?:son|sa|ses|his|her|their)\s+(?:\w+\s+)?(?:homologues?|counterparts?)\b", re.IGNORECASE)
_LATTER, _ANYONE, _MOUTHPIECE = "latter", "person", "mouthpiece"
_HOUSES = ("company", "body", "medium")
_NAMELESS = re.compile(r"[^.;:!?«»“”\"]{0,60}?(?:anonymat|anonymity|not to be (?:named|identified)|couvert)")
_FIRST = {kind: place for place, kind in enumerate((PERSON, ORGANISATION, "state", "place", "other"))}
_DETERMINED = re.compile(DETERMINER, re.IGNORECASE)
_DEFINITE = re.compile(r"(?:l[ea]|ce|cet|cette|son|sa|the|this|his|her)\s+|l[’']", re.IGNORECASE)
_INVERTED = re.compile(r"-(?:t-)?(ils?|elles?)(?!\w)", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(lui|elle|eux|elles|him|her|them)(?!\w)", re.IGNORECASE)
_SAID_HE = re.compile(r"\s+(he|she|they)(?=[\s,.;:]|\Z)", re.IGNORECASE)
_ACCORDING = re.compile(
    r"(?:selon|according\s+to|d[’']après|pour|for|à\s+en\s+croire|de\s+l[’']avis\s+d)\Z", re.IGNORECASE
)
_OF = re.compile(r"\s(?:de\s+(?:la\s+|l[’'])?|d[eu’']s?\s*|of\s+(?:the\s+)?)", re.IGNORECASE)
_CIVILITY = re.compile(r",\s+(?:(?:l[ea]|the)\s+)?(?:[\w’'.-]+\.?\s+){0,2}?\Z", re.IGNORECASE)
_WOMEN = {"elle", "elles", "she", "her"}
_MEN = {"il", "lui", "he", "him", "ils", "eux"}
_MANY = {"ils", "elles", "eux", "they", "them"}


class Told(NamedTuple):
    """Who speaks: the name, the kind, what the actor is (nothing without a name) and where the words stand."""

    name: str
    kind: str
    actor: str = ""
    at: int = -1


class Scene(NamedTuple):
    """What there is to know of an article's actors."""

    text: str
    units: list[Unit]
    mentions: list[Mention]
    begins: list[int]
    kinds: list[Mark]
    anaphors: list[Mark]
    known: dict[str, Described]
    quoted: list[tuple[int, int]]
    spoken: list[Told]


def settled(
    documents: pd.DataFrame,
    units: pd.DataFrame,
    rules: pd.DataFrame,
    evidence: pd.DataFrame,
    named: pd.DataFrame,
    said: pd.DataFrame,
) -> pd.DataFrame:
    """The statements with the speaker's and the vehicle's name as the article means them, and the speaker's kind.

    `evidence` is to hold the layers name and anaphor: `matching.find(…, also=tables.ON_REQUEST)`.
    """
    seats = gazetteer.known(rules).seats
    scenes = _scenes(documents, units, evidence, named, said)
    rows: dict[str, list[dict[str, Any]]] = {}
    for place, row in enumerate(said.to_dict("records")):
        rows.setdefault(row["document"], []).append({**row, "place": place})
    told: list[tuple[int, str, str, str]] = []
    for document, own in rows.items():
        told += [(*row[:1], seats.get(row[1], row[1]), *row[2:]) for row in _article(scenes[document], own)]
    told.sort()
    columns = {name: [row[at] for row in told] for at, name in enumerate(("speaker", "speaker_kind", "vehicle"), 1)}
    return said.assign(**{name: pd.Series(values, said.index, "str") for name, values in columns.items()})


def _scenes(
    documents: pd.DataFrame, units: pd.DataFrame, evidence: pd.DataFrame, named: pd.DataFrame, said: pd.DataFrame
) -> dict[str, Scene]:
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    own = _grouped(units, "unit", "start", "end", "role")
    mentions = _grouped(named[named["how"] != "ambiguous"], "start", "end", "kind", "actor", "how")
    marks = {layer: _grouped(evidence[evidence["layer"] == layer], "start", "end", "label") for layer in _LAYERS}
    quoted = _grouped(said[said["kind"] != "indirect"], "start", "end")
    found = {}
    for document in sorted(set(said["document"])):
        text, read = texts[document], [Unit(*unit) for unit in own[document]]
        people = [Mention(*mention) for mention in mentions.get(document, ())]
        kinds, offices, anaphors = (
            [Mark(*mark) for mark in sorted(marks[layer].get(document, ()))] for layer in _LAYERS
        )
        kinds = outermost(kinds)
        known = described(
            text, people, kinds, [mark for mark in offices if mark.label in OFFICES], [u.start for u in read]
        )
        begins = [mention.start for mention in people]
        found[document] = Scene(text, read, people, begins, kinds, anaphors, known, quoted.get(document, []), [])
    return found


_LAYERS = ("speaker", "name", "anaphor")


def _grouped(frame: pd.DataFrame, *columns: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for document, *row in zip(*(frame[name].tolist() for name in ("document", *columns)), strict=True):
        found.setdefault(document, []).append(tuple(row))
    return found


# --- one article


def _article(scene: Scene, rows: list[dict[str, Any]]) -> list[tuple[int, str, str, str]]:
    """Place in the table, speaker, kind and vehicle of each statement of one article."""
    spoken = scene.spoken
    spans: dict[tuple[int, int], Told] = {}
    found: dict[int, Told] = {}
    later = []
    for row in sorted(
        rows, key=lambda row: (row["cue_start"] if row["cue_start"] >= 0 else row["start"], row["start"])
    ):
        if row["kind"] == "scare":
            continue
        told = _told(scene, row, spoken, spans)
        if told is None:
            later.append(row)
            continue
        found[row["place"]] = told
        spans.setdefault((row["speaker_start"], row["speaker_end"]), told)
        spoken.append(told._replace(at=row["cue_start"] if row["cue_start"] >= 0 else row["start"]))
    for row in later:
        span = (row["speaker_start"], row["speaker_end"])
        found[row["place"]] = spans.get(span) or _referent(scene, *span, row["speaker"], row["speaker_kind"])
    return [
        (row["place"], told.name, told.kind, _vehicle(scene, row["vehicle"]))
        for row in rows
        for told in [found.get(row["place"], Told(row["speaker"], row["speaker_kind"]))]
    ]


def _told(scene: Scene, row: dict[str, Any], spoken: list[Told], spans: dict[tuple[int, int], Told]) -> Told | None:
    """Who speaks in a row; None where its speaker stands in a later one."""
    pronoun = _pronoun(scene, row)
    if pronoun:
        meant = _meant(scene, row["cue_start"], pronoun, spoken)
        return meant or spans.get((row["speaker_start"], row["speaker_end"])) or _raw(scene, row)
    if (row["speaker_start"], row["speaker_end"]) in spans and row["speaker"]:
        return spans[row["speaker_start"], row["speaker_end"]]
    if row["speaker_start"] < 0 and row["kind"] == "direct" and not row["speaker"]:
        return _going_on(scene, row["start"], spoken)
    if row["speaker_start"] > row["end"] + 400:
        return None
    return _raw(scene, row)


def _going_on(scene: Scene, at: int, spoken: list[Told]) -> Told:
    """Who speaks without a cue: whoever spoke in the sentence before, else its only person."""
    last = bisect_right(scene.units, at, key=lambda unit: unit.start) - 1
    unit, former = scene.units[last], scene.units[max(0, last - 1)]
    if unit.role not in ("body", "lead") or former.role not in ("body", "lead", "heading"):
        return Told("", "")
    people = {mention.actor: mention for mention in _between(scene, former.start, unit.start) if mention.kind == PERSON}
    asked = scene.text[former.start : former.end].rstrip().endswith("?")
    if spoken and (former.start <= spoken[-1].at or asked):
        return spoken[-1]
    if people or spoken:
        return _known(scene, next(iter(people.values()))) if len(people) == 1 else Told("", "")
    opening = scene.units[last + 1].start if last + 1 < len(scene.units) else -1
    named = next((mention for mention in scene.mentions if mention.start == opening and mention.kind == PERSON), None)
    return _known(scene, named) if named else Told("", "")


def _raw(scene: Scene, row: dict[str, Any]) -> Told:
    if row["speaker_start"] < 0:
        return Told(row["speaker"], row["speaker_kind"])
    start, end = row["speaker_start"], row["speaker_end"]
    peer = _PEERS.search(scene.text, max(0, start - 30), end)
    if peer and peer.start() < start <= peer.end() + 1:
        return _referent(scene, peer.start(), end, scene.text[peer.start() : end], row["speaker_kind"])
    veiled = _veiled(scene.text, row["speaker_start"], row["speaker_end"])
    if veiled:
        return Told(veiled, UNNAMED)
    return _referent(scene, row["speaker_start"], row["speaker_end"], row["speaker"], row["speaker_kind"])


def _veiled(text: str, start: int, end: int) -> str:
    """The description of somebody without a name of whom the words only hold whose he is: `a Turkish official`."""
    opened = _ONE.search(text, max(0, start - 50), start)
    if not opened or not _NAMELESS.match(text, end):
        return ""
    noun = _NOUN.match(text, end) if opened[0].lower().startswith(("a", "o")) else None
    return " ".join(text[opened.start(1) : noun.end() if noun else end].split())


def _vehicle(scene: Scene, name: str) -> str:
    """The medium under the name of the table `actors`, where it is told by a role noun."""
    if not name or name in scene.known:
        return name
    at = scene.text.find(name)
    return _referent(scene, at, at + len(name), name, "").name if at >= 0 else name


# --- pronouns


def _pronoun(scene: Scene, row: dict[str, Any]) -> str:
    """The pronoun that is the subject of a row's cue, or stands behind its `selon`; nothing when it is none."""
    if row["cue_start"] < 0:
        return ""
    inverted = _INVERTED.search(row["cue"])
    if inverted:
        return inverted[1].lower()
    behind = _BEHIND if _ACCORDING.match(row["cue"]) else _SAID_HE
    found = behind.match(scene.text, row["cue_end"])
    if found and (behind is _BEHIND or row["end"] <= row["cue_start"]):
        return found[1].lower()
    unit = scene.units[max(0, bisect_right(scene.units, row["cue_start"], key=lambda unit: unit.start) - 1)]
    return phrases.pronoun(scene.text, max(unit.start, row["cue_start"] - 80), row["cue_start"])


def _meant(scene: Scene, at: int, pronoun: str, spoken: list[Told]) -> Told | None:
    """Whom a pronoun means: who spoke, or was named first, in the nearest sentence before that has somebody fitting."""
    last = bisect_right(scene.units, at, key=lambda unit: unit.start) - 1
    governed = None
    for unit in reversed(scene.units[max(0, last - NEAR) : last + 1]):
        if unit.role not in ("body", "lead") and unit.start <= at < unit.end:
            continue
        voices = [told for told in spoken if unit.start <= told.at < min(unit.end, at) and _fits(scene, told, pronoun)]
        inside = [
            mention for mention in _between(scene, unit.start, min(unit.end, at)) if _may_be(scene, mention, pronoun)
        ]
        free = [mention for mention in inside if not phrases.is_governed(scene.text, mention.start)]
        ahead = [mention for mention in free if not voices or mention.start > voices[-1].at]
        free.sort(key=lambda mention: not scene.known[mention.actor].sex)
        ahead.sort(key=lambda mention: not scene.known[mention.actor].sex)
        if unit.start <= at < unit.end and ahead:
            return _known(scene, ahead[0])
        if voices:
            return voices[-1]
        if free:
            return _known(scene, free[0])
        governed = governed or (inside[0] if inside else None)
    if governed:
        return _known(scene, governed)
    return next((told for told in reversed(spoken) if _fits(scene, told, pronoun)), None)


def _between(scene: Scene, start: int, end: int) -> list[Mention]:
    """The mentions between two places, outside of quotations."""
    found = scene.mentions[bisect_left(scene.begins, start) : bisect_left(scene.begins, end)]
    return [mention for mention in found if not any(a < mention.start < b for a, b in scene.quoted)]


def _fits(scene: Scene, told: Told, pronoun: str) -> bool:
    one = scene.known.get(told.name)
    if one is None:
        return pronoun != "it" or told.kind not in ("witness", "expert", UNNAMED)
    return _agrees(one, pronoun)


def _may_be(scene: Scene, mention: Mention, pronoun: str) -> bool:
    one = scene.known[mention.actor]
    if mention.kind != PERSON and (pronoun not in ("it", "they", "them") or not scene.text[mention.start].isupper()):
        return False
    return mention.kind not in ("place", "other") and _agrees(one, pronoun)


def _agrees(one: Described, pronoun: str) -> bool:
    """Whether a pronoun may stand for an actor: number, sex, and `it` for what is no person."""
    if pronoun == "it":
        return one.kind != PERSON
    if pronoun in _MANY:
        return one.kind != PERSON
    if one.kind == PERSON:
        return not one.sex or (one.sex == "woman") == (pronoun in _WOMEN)
    return bool(one.sex) and (one.sex == "woman") == (pronoun in _WOMEN) and pronoun not in ("he", "she", "him", "her")


def _known(scene: Scene, mention: Mention) -> Told:
    one = scene.known[mention.actor]
    return Told(one.actor, one.speaks_as, one.kind)


# --- noun phrases


def _referent(scene: Scene, start: int, end: int, name: str, kind: str) -> Told:
    """Whom the words between two places name, or their description."""
    peer = _PEERS.match(scene.text, start, end) if start >= 0 else None
    head = None if peer else _head(scene, start, end)
    both = _both(scene, head, start, end) if head else ""
    if head and (both or _BOTH.search(name)):
        return Told(both or name, _known(scene, head).kind or kind)
    if head:
        told = _known(scene, head)
        return told._replace(kind=told.kind or _kind(scene, start, end) or kind)
    if start < 0 or name != " ".join(scene.text[start:end].split()):
        known = scene.known.get(name)
        return Told(name, (known.speaks_as if known else "") or kind, known.kind if known else "")
    role = _role(scene, start, end)
    if role:
        return Told(role.actor, role.speaks_as or kind, role.kind)
    labels = {mark.label for mark in _anaphors(scene, start, end) if mark.end == end}
    if labels & {*_HOUSES} and _DEFINITE.match(scene.text, start):
        house = next((told for told in reversed(scene.spoken[-NEAR:]) if _is_house(told, labels)), None)
        if house:
            return house
    kind = kind or _kind(scene, start, end)
    determined = _DETERMINED.match(name)
    nameless = kind != WITNESS and _NAMELESS.match(scene.text, end)
    return Told(name[determined.end() :] if determined else name, UNNAMED if nameless else kind)


def _kind(scene: Scene, start: int, end: int) -> str:
    """The kind that the words between two places show."""
    return next((mark.label for mark in within(scene.kinds, start, end)), "")


def _both(scene: Scene, head: Mention, start: int, end: int) -> str:
    """The names of two who speak together: `CGT et FO`."""
    at = bisect_left(scene.begins, head.start)
    for first, second in ((at - 1, at), (at, at + 1)):
        if first < 0 or second >= len(scene.mentions):
            continue
        one, other = scene.mentions[first], scene.mentions[second]
        joined = scene.text[one.end : other.start].strip()
        if joined in ("et", "and") and start <= one.start and other.end <= end:
            return f"{one.actor} {joined} {other.actor}"
    return ""


def _head(scene: Scene, start: int, end: int) -> Mention | None:
    """The mention that a phrase is about: a name that nothing governs, one set beside it, or whom it speaks for."""
    if start < 0:
        return None
    first = bisect_left(scene.begins, start)
    first -= first > 0 and scene.mentions[first - 1].end > start
    inside = [mention for mention in scene.mentions[first:][:12] if mention.start < end]
    text = scene.text
    free = [
        mention
        for mention in inside
        if mention.how == "role"
        or (mention.start <= start and not _modifies(text, mention, end))
        or (
            text[mention.start].isupper()
            and not phrases.is_governed(text, mention.start)
            and not _modifies(text, mention, end)
        )
        or (not _DETERMINED.sub("", text[start : mention.start], count=1).strip() and not _modifies(text, mention, end))
    ]
    beside = scene.mentions[max(0, first - 1) : first] + scene.mentions[bisect_left(scene.begins, end) :][:1]
    free += [
        other
        for other in beside
        if other.how == "role" and start in (other.end + 1,) or end + 1 == other.start and other.how == "role"
    ]
    for mention in scene.mentions[bisect_left(scene.begins, end) :][:1]:
        between = text[end : mention.start]
        beside = _CIVILITY.fullmatch(between) or (
            text[start].islower() and bool(inside) and _BETWEEN.fullmatch(between)
        )
        house = mention.kind == ORGANISATION and any(mark.label in _HOUSES for mark in _anaphors(scene, start, end))
        if "," in between and beside and (mention.kind == PERSON or house):
            free.append(mention)
    if free:
        return min(free, key=lambda mention: (_FIRST.get(mention.kind, 9), mention.start))
    served = _SERVES.match(text, end)
    ending = (mark for mark in within(scene.anaphors, start, end) if mark.end == end)
    speaks = any(mark.label == _MOUTHPIECE for mark in (*_anaphors(scene, start, end), *ending))
    behind = scene.mentions[bisect_left(scene.begins, served.end()) :][:1] if served and not inside else []
    inside += [mention for mention in behind if served and mention.start == served.end()]
    return inside[0] if speaks and inside else None


def _modifies(text: str, mention: Mention, end: int) -> bool:
    """Whether a name only says whose the noun behind it is: `a Whitehall source`."""
    return mention.kind != PERSON and re.match(r"(?:[’']s)?\s+[a-z]", text[mention.end : end]) is not None


def _anaphors(scene: Scene, start: int, end: int) -> list[Mark]:
    """The words of the layer anaphor at the head of a phrase."""
    determined = _DETERMINED.match(scene.text, start, end)
    head = determined.end() if determined else start
    return [mark for mark in within(scene.anaphors, start, head + 1) if mark.end <= end]


def _role(scene: Scene, start: int, end: int) -> Described | None:
    """Whom a definite role noun means: who has the office, else who was last named of the class that it stands for."""
    text = scene.text
    marks = _anaphors(scene, start, end)
    labels = {mark.label for mark in marks}
    if _LATTER in labels:
        return _last(scene, start, lambda one: one.kind in (PERSON, ORGANISATION), text[start:end])
    definite = _DEFINITE.match(text, start, end)
    if not definite:
        return None
    words = stems(text[definite.end() : end])
    if not words:
        return None
    if words[0] in _PEER and len(words) > 1:
        peers = [one for one in scene.known.values() if one.kind == PERSON and words[-1] in one.words]
        return _nearest(scene, start, peers) or _other_leader(scene, start)
    holders = [
        one
        for one in scene.known.values()
        if (words[0] in one.heads or (one.kind == ORGANISATION and words[0] in one.words))
        and set(words[1:]) <= one.words
        and _same_sex(one, text[start:end])
    ]
    found = _nearest(scene, start, holders)
    if found:
        return found
    alone = len(_people(scene, start)) == 1
    bare = any(mark.end == end for mark in marks)
    if not bare and not (alone and _ANYONE in labels):
        return None
    alone = alone and bare and not labels & {*_HOUSES, _MOUTHPIECE}
    found = _last(scene, start, lambda one: _is_of(one, labels, words[0], alone), text[start:end])
    if found and found.kind == ORGANISATION and "company" in labels and found.speaks_as == ORGANISATION:
        found.speaks_as = COMPANY
    return found


def _people(scene: Scene, at: int) -> set[str]:
    """The persons named before a place."""
    return {mention.actor for mention in scene.mentions[: bisect_left(scene.begins, at)] if mention.kind == PERSON}


def _is_house(told: Told, labels: set[str]) -> bool:
    """Whether somebody who spoke, but is no actor of the article, is a house by a capital name and its kind."""
    media = told.kind in ("media", "agency", "state media")
    house = media or told.kind in (GOVERNMENT, COMPANY, ORGANISATION, "expert")
    return not told.actor and told.name[:1].isupper() and house and media == (labels <= {"medium"})


def _other_leader(scene: Scene, at: int) -> Described | None:
    """The leader named last before a place, other than the one who spoke last."""
    last = scene.spoken[-1].name if scene.spoken else ""
    return _last(scene, at, lambda one: one.kind == PERSON and one.speaks_as == GOVERNMENT and one.actor != last, "")


def _is_of(one: Described, labels: set[str], noun: str, alone: bool) -> bool:
    """Whether an actor is of a class that a role noun stands for."""
    if one.kind == PERSON:
        own = {"organisation": "player"}.get(one.speaks_as, one.speaks_as)
        return (
            _ANYONE in labels
            or (alone and not own and not one.heads)
            or (own in labels and (not one.posts or noun in one.posts or own != GOVERNMENT))
        )
    medium = one.speaks_as in ("media", "agency", "state media")
    if medium or one.kind != ORGANISATION:
        return medium and "medium" in labels
    union = _UNION.search(one.actor) is not None
    return ("company" in labels and not union) or ("body" in labels and (union or not noun.startswith("syndic")))


def _same_sex(one: Described, phrase: str) -> bool:
    if one.kind != PERSON:
        return True
    feminine = re.match(r"(?:la|cette)\s", phrase, re.IGNORECASE)
    masculine = re.match(r"(?:le|ce|cet)\s", phrase, re.IGNORECASE)
    return not one.sex or not (feminine if one.sex == "man" else masculine)


def _nearest(scene: Scene, at: int, holders: list[Described]) -> Described | None:
    """Of several holders of an office the one named last before a place; the only one also behind it."""
    if not holders:
        return None
    if len(holders) == 1:
        return holders[0]
    actors = {one.actor: one for one in holders}
    before = scene.mentions[: bisect_left(scene.begins, at)]
    return next((actors[mention.actor] for mention in reversed(before) if mention.actor in actors), None)


def _last(scene: Scene, at: int, fits: Any, phrase: str) -> Described | None:
    """The actor named last before a place, a few sentences back at most, that fits."""
    last = bisect_right(scene.units, at, key=lambda unit: unit.start) - 1
    opening = scene.units[max(0, last - NEAR)].start
    for mention in reversed(_between(scene, opening, at)):
        one = scene.known[mention.actor]
        if fits(one) and _same_sex(one, phrase):
            return one
    return None
