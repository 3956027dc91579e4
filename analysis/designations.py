"""How each article calls each actor: by name, office, role noun, seat, government or people; with which modifiers.

`find` links role nouns without a name to their actor too. Words of the layer designation say what a noun is charged
with; that is the lexicon's word, whatever the sentence makes of it.
"""

import re
from collections import Counter
from typing import Any, NamedTuple

import pandas as pd

from analysis import (
    acting,
    designation_beside,
    designation_kinds,
    designation_links,
    designation_scenes,
    gazetteer,
    matching,
    measures,
    modifiers,
    parties,
    role_phrases,
    tables,
)
from analysis.articles import Mark, marked
from analysis.descriptions import ORGANISATION, PERSON, Mention
from analysis.designation_kinds import NAMES, NEUTRAL, OFFICE, ROLE, WITH_NAME, Called
from analysis.designation_scenes import BESIDE, Known, Link
from analysis.gazetteer import GOVERNMENT, SEAT
from analysis.names import folded
from analysis.peoples import ADJECTIVE
from analysis.reading import Reading
from analysis.role_phrases import MANY, Page, Phrase
from analysis.scenes import Scene, scenes

LAYER, GROUP = "designation", "naming"
REPORTED, SCARE = "reported", "scare"
SCHEMA = dict.fromkeys(("document", "source"), "str") | dict.fromkeys(("unit", "start", "end"), "int64")
SCHEMA |= dict.fromkeys(("actor", "actor_kind", "words", "noun", "kind", "charge", "how", "voice", "modifiers"), "str")
_GENITIVE = re.compile(r"\A(?:[’']s?)?\s+")
ACTORS = (PERSON, "state", ORGANISATION)
_LAYERS = ("name", "anaphor", LAYER)
_CIVILITIES = ("civility", "man", "woman")


class Naming(NamedTuple):
    """The designations of a corpus, and their modifiers."""

    designations: pd.DataFrame
    modifiers: pd.DataFrame


class _Told(NamedTuple):
    """One designation of one article, before it is a row."""

    called: Called
    actor: str
    kind: str
    how: str
    noun: str
    hung: tuple[modifiers.Modifier, ...]


def find(read: Reading, acts: pd.DataFrame | None = None) -> Naming:
    """The tables `designations` and `modifiers`; `acts` are those of the same articles, found here where not given.

    A row of designations is one mention of a person, state or organisation: its words, its `noun` (no name), `kind`,
    `charge`, `how` it was found, in whose `voice` it is (own, quoted, reported, scare), and its modifiers. No rows are
    pronouns, bare adjectives of states, role nouns that could be linked to nobody, states and seats inside an office
    (`porte-parole du Kremlin`), and what stands in captions, credits and links.
    """
    own = read.rules[read.rules["layer"].isin(_LAYERS)].reset_index(drop=True)
    units = read.units[~read.units["role"].isin(tables.UNCOUNTED)].reset_index(drop=True)
    found = matching.find(read.documents, units, own, also=_LAYERS)
    evidence = pd.concat([found, read.evidence[read.evidence["layer"] == "speaker"]], ignore_index=True)
    said = _everywhere(read, units)
    words = marked(found, LAYER)
    langs = dict(zip(read.documents["document"], read.documents["lang"], strict=True))
    offices = marked(found, "name")
    seated = _seated(acting.find(read) if acts is None else acts)
    articles = [
        _Article(
            document,
            langs[document],
            scene,
            sorted(words.get(document, ())),
            sorted(offices.get(document, ())),
            seated.get(document, frozenset()),
        )
        for document, scene in scenes(read.documents, units, evidence, read.actors, said)
    ]
    told = _linked(articles, read)
    return _tables(articles, told, read)


def _seated(acts: pd.DataFrame) -> dict[str, frozenset[int]]:
    """Article → where a state stands that does or undergoes something, capitals that stand for theirs among them."""
    places: dict[str, set[int]] = {}
    for side in ("agent", "patient"):
        states = acts.loc[acts[f"{side}_kind"] == "state", ["document", f"{side}_start"]]
        for document, start in states.itertuples(index=False, name=None):
            places.setdefault(document, set()).add(start)
    return {document: frozenset(starts) for document, starts in places.items()}


def _everywhere(read: Reading, units: pd.DataFrame) -> pd.DataFrame:
    """The statements, with an empty one for each article that has units, so that each has its scene."""
    silent = units[["document"]].drop_duplicates().assign(kind="indirect", start=0, end=0)
    columns = ["document", "kind", "start", "end"]
    held = read.statements[read.statements["document"].isin(silent["document"])]
    both = pd.concat([held[columns], silent[columns]], ignore_index=True)
    return both.sort_values(columns, kind="stable", ignore_index=True)


class _Article:
    """An article with its phrases and what stands beside its names."""

    def __init__(
        self, document: str, lang: str, scene: Scene, words: list[Mark], offices: list[Mark], seated: frozenset[int]
    ) -> None:
        self.document, self.scene, self.offices = document, scene, offices
        self.seated = seated | parties.owners(scene.text, [mark for mark in words if mark.label == parties.WILL])
        self.words = words = [mark for mark in words if mark.label != parties.WILL]
        self.at = {mark.start: mark for mark in words}
        adjectives = {mark.start: mark for mark in words if not designation_kinds.split(mark.label)[0]}
        endings = {mark.end: mark for mark in adjectives.values() if mark.label == designation_kinds.BEFORE}
        named = [mention for mention in scene.mentions if mention.how != "role"]
        demonyms = {folded(scene.text[one.start : one.end]): one.actor for one in named if one.how == ADJECTIVE}
        starts, ends = {one.start: one for one in named}, {one.end: one for one in named}
        nouns = frozenset(mark.start for mark in (*words, *offices) if _is_noun(mark))
        self.page = Page(scene.text, lang, starts, ends, adjectives, endings, demonyms, nouns)
        self.phrases = role_phrases.phrases(self.page, words, offices)
        self.links = designation_beside.beside(scene, self.phrases)


def _is_noun(mark: Mark) -> bool:
    return mark.label in (*role_phrases.POSTS, designation_kinds.POST) or designation_kinds.split(mark.label)[0] != ""


def _linked(articles: list[_Article], read: Reading) -> list[list[_Told]]:
    known = _known(articles, read)
    return [_told(article, known) for article in articles]


def _known(articles: list[_Article], read: Reading) -> Known:
    """Each person's state, by the lists, else by most of the offices that stand beside the name; each capital's."""
    seats = gazetteer.seats(read.rules)
    states = {one.actor for article in articles for one in article.scene.mentions if one.kind == "state"}
    votes: dict[str, Counter[str]] = {}
    for article in articles:
        for place, link in article.links.items():
            phrase = article.phrases[place]
            whose = seats.get(phrase.whose, phrase.whose)
            kin = phrase.charge == "alliance" or (phrase.stands != PERSON and not phrase.own)
            if whose in states | set(seats.values()) and link.kind == PERSON and not kin:
                votes.setdefault(link.actor, Counter())[whose] += 1
    ruled = {actor: min(own, key=lambda one: (-own[one], one)) for actor, own in votes.items()}
    acts = read.rules[read.rules["note"].str.contains("acts for ", regex=False)]
    for actor, note in zip(acts["label"], acts["note"], strict=True):
        ruled[actor] = note.split("acts for ")[1].split(";")[0].strip()
    return Known(ruled, seats)


def _told(article: _Article, known: Known) -> list[_Told]:
    """The designations of one article: names first, then role nouns with their links."""
    with_name = {link.mention.start: place for place, link in article.links.items() if link.mention}
    apposed = {
        article.page.text.rfind(",", 0, article.phrases[place].opens)
        for place, link in article.links.items()
        if link.actor in known.seats
    }
    told = [
        _name(article, mention, with_name.get(mention.start), known)
        for mention in article.scene.mentions
        if not (_is_bare(mention, article) or _is_inside(mention, article)) and _acts(mention, article, known, apposed)
    ]
    titles, linked = _titles(article), list[Mention]()
    for place, phrase in enumerate(article.phrases):
        link = article.links.get(place)
        if (link and link.how == BESIDE) or _is_name(phrase, article):
            continue
        link = link or designation_links.meant(article.scene, phrase, titles, known, linked)
        if link and (link.kind in ACTORS or link.actor in known.seats):
            told.append(_role(article, phrase, link, known))
            linked.append(Mention(phrase.start, phrase.end, link.kind, link.actor, "role"))
            titles.setdefault(link.actor, set()).update(designation_scenes.post_of(article.scene.text, phrase))
    return told


def _titles(article: _Article) -> dict[str, set[str]]:
    """Person → the classes of the offices that stand beside the name."""
    titles: dict[str, set[str]] = {}
    for place, link in article.links.items():
        phrase = article.phrases[place]
        titles.setdefault(link.actor, set()).update(designation_scenes.post_of(article.scene.text, phrase))
    for mention in article.scene.mentions:
        word = article.at.get(mention.start)
        if word and word.label == designation_kinds.ARMED and mention.kind == ORGANISATION:
            titles.setdefault(mention.actor, set()).add(designation_scenes.CONTESTED)
        if mention.how == GOVERNMENT and word and word.label == f"{GOVERNMENT}: disparaging":
            titles.setdefault(mention.actor, set()).add(designation_scenes.REGIME)
    return titles


def _is_name(phrase: Phrase, article: _Article) -> bool:
    """Whether the phrase is the long name of the state that it is of: `sultanat d'Oman`."""
    mention = article.page.ends.get(phrase.end)
    return phrase.stands == "state" and not phrase.own and mention is not None and mention.kind == "state"


def _is_bare(mention: Mention, article: _Article) -> bool:
    """Whether a mention is no name but a state's adjective, alone or behind a common noun: `territoire russe`."""
    land = (
        mention.kind == "state"
        and mention.how == "gazetteer"
        and article.page.text[mention.start : mention.end].islower()
    )
    return land or mention.how in (ADJECTIVE, "role")


def _is_inside(mention: Mention, article: _Article) -> bool:
    """Whether a state or seat only says whose one person's office is: `porte-parole du Kremlin`, not `les élus de`."""
    offices = (one for one in article.phrases if one.stands == PERSON and one.determiner not in MANY)
    within = (one for one in offices if one.start <= mention.start and mention.end <= one.end)
    return mention.kind in ("state", "place") and any(one.whose == mention.actor for one in within)


def _acts(mention: Mention, article: _Article, known: Known, apposed: set[int]) -> bool:
    """Whether a mention is an actor: a capital is where a role noun of states stands beside it, where it does or wants
    something, or as `parties` say.
    """
    if mention.kind in ACTORS:
        return True
    return mention.actor in known.seats and (
        mention.end in apposed
        or not article.seated.isdisjoint((mention.start, -mention.end))
        or parties.is_party(article.page, mention, known.seats)
    )


def _name(article: _Article, mention: Mention, place: int | None, known: Known) -> _Told:
    called = designation_kinds.of_name(article.scene.text, mention, _civilities(article, mention), article.at)
    hung, noun = modifiers.of_name(article.page, mention, called), _government(article, mention)
    if place is not None:
        phrase = article.phrases[place]
        kind = WITH_NAME if mention.kind == PERSON else called.kind
        charge = phrase.charge if phrase.charge != NEUTRAL else called.charge
        called = Called(phrase.start, called.end, kind, charge)
        noun = _noun(article.page, phrase)
        hung = [*modifiers.of_phrase(article.page, phrase), *(one for one in hung if one.start > mention.end)]
    if mention.kind == "place":
        return _Told(called._replace(kind=SEAT), known.seats[mention.actor], "state", SEAT, noun, tuple(hung))
    return _Told(called, mention.actor, mention.kind, mention.how, noun, tuple(hung))


def _civilities(article: _Article, mention: Mention) -> list[Mark]:
    return [mark for mark in article.offices if mark.label in _CIVILITIES and mark.end <= mention.start]


def _role(article: _Article, phrase: Phrase, link: Link, known: Known) -> _Told:
    kind = GOVERNMENT if phrase.stands == GOVERNMENT else OFFICE if phrase.post else ROLE
    called = Called(phrase.start, phrase.end, kind, _charge(article, phrase))
    actor = known.seats.get(link.actor, link.actor)
    hung = modifiers.of_phrase(article.page, phrase)
    return _Told(
        called,
        actor,
        "state" if actor != link.actor else link.kind,
        link.how,
        _noun(article.page, phrase),
        tuple(hung),
    )


def _noun(page: Page, phrase: Phrase) -> str:
    """The noun of a phrase alone, without whose it is: `leader` of `North Korean leader`."""
    inside = [one.end for start, one in page.starts.items() if phrase.start <= start and one.end < phrase.head]
    return _GENITIVE.sub("", page.text[max([phrase.start, *inside]) : phrase.head])


def _government(article: _Article, mention: Mention) -> str:
    """The noun of a government that a mention takes in: `junte` of `junte birmane`."""
    words = [article.at[at] for at in range(mention.start, mention.end) if at in article.at]
    nouns = [word for word in words if designation_kinds.split(word.label)[0] == GOVERNMENT]
    return article.page.text[nouns[0].start : nouns[0].end] if nouns and mention.how == GOVERNMENT else ""


def _charge(article: _Article, phrase: Phrase) -> str:
    """A phrase's charge; where its noun has none, that of the government it is of: `chef de la junte`."""
    if phrase.charge != NEUTRAL:
        return phrase.charge
    return designation_kinds.charge_within(article.at, phrase.head, phrase.end)


def _tables(articles: list[_Article], told: list[list[_Told]], read: Reading) -> Naming:
    label = dict(zip(read.documents["document"], read.documents["label"], strict=True))
    rows, hung = list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    for article, ones in zip(articles, told, strict=True):
        text, source = article.scene.text, label[article.document]
        taken: set[int] = set()
        for one in sorted(ones, key=lambda one: (one.called.start, -one.called.end)):
            start, end = one.called.start, one.called.end
            if start in taken and one.called.kind in (GOVERNMENT, OFFICE, ROLE):
                continue
            taken.update(range(start, end))
            unit = article.scene.units[designation_scenes.unit_of(article.scene, start)]
            if not unit.start <= start < unit.end:
                continue
            words = " ".join(text[start:end].split())
            said = [" ".join(text[each.start : each.end].split()) for each in one.hung]
            rows.append(
                (
                    article.document,
                    source,
                    unit.unit,
                    start,
                    end,
                    one.actor,
                    one.kind,
                    words,
                    " ".join((one.noun or ("" if one.called.kind in NAMES else words)).split()),
                    one.called.kind,
                    one.called.charge,
                    one.how,
                    "",
                    " | ".join(said),
                )
            )
            hung += [
                (article.document, source, unit.unit, each.start, each.end, what, each.place, one.actor, words, "")
                for each, what in zip(one.hung, said, strict=True)
            ]
    frame = pd.DataFrame(sorted(rows), columns=list(SCHEMA)).astype(SCHEMA)
    return Naming(voiced(frame, read.statements), voiced(modifiers.table(hung), read.statements))


def voiced(table: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The table with its `voice`: quoted where a speaker says it, reported in speech told without marks, scare, own.

    `scare` stands between marks of nobody; whose the words of reported speech are cannot be known.
    """
    if table.empty:
        return table
    voice = measures.voice(table, statements)["voice"]
    for kind, called in (("indirect", REPORTED), (SCARE, SCARE)):
        spans = statements[statements["kind"] == kind].assign(kind="partial")
        within = measures.voice(table, spans)["voice"] == "quoted"
        voice = voice.mask(within & (voice == "own"), called)
    return table.assign(voice=voice.astype("str"))
