"""`documents`, `units`, `rules`, `evidence` → `actors`: who and what is named, where, and which mentions are one.

The gazetteer (evidence of the layers actor and place) is joined with names that are in no list.
"""

from collections import defaultdict
from itertools import pairwise
from operator import attrgetter
from typing import Any

import pandas as pd

from analysis import acronyms, beside_names, families, gazetteer, identities, names, naming, offices, peoples, tables
from analysis.beside_names import Cues, Named
from analysis.gazetteer import KINDS, Gazetteer
from analysis.name_articles import Article, read
from analysis.names import Case, Run, Token

HOW = (
    "gazetteer",
    "name",
    "short name",
    "acronym",
    "title",
    "role",
    *peoples.HOW,
    *gazetteer.HOW,
    identities.AMBIGUOUS,
)

_BEGINNING = attrgetter("start")


def find(documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """`actors`: one row is one mention of somebody or something that has a name; mentions do not overlap.

    `actor` is the gazetteer's label, else the usual full form of the name in the corpus; the bare words where
    several people could be meant (`how` is then `ambiguous`). `how` also tells what stands for a state or a place: its
    `adjective`, its `people`, its `government` (`armée russe`), or a capital as its `seat` (`Moscow denied`).
    Credits and link lines are not read. The evidence is to hold the layer name: `matching.find(…, also=("name",))`.
    """
    listing = gazetteer.known(rules)
    articles, cases = read(documents, units, rules, evidence, listing)
    found = [_mentions(article, cases[article.lang]) for article in articles]
    _identify(articles, found, listing)
    rows = [
        (
            article.document,
            name.unit,
            name.start,
            name.end,
            article.text[name.start : name.end],
            name.actor,
            name.kind,
            name.how,
        )
        for article, mentions in zip(articles, found, strict=True)
        for name in offices.roles(article.text, article.units, mentions, article.known)
    ]
    return _table(rows)


def _table(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    """The table `actors` of rows whose cells stand in its columns' order."""
    schema = tables.SCHEMAS["actors"]
    columns = zip(*sorted(rows), strict=True) if rows else ([] for _ in schema)
    named = zip(schema.items(), columns, strict=True)
    frame = pd.DataFrame({column: pd.Series(cells, dtype=dtype) for (column, dtype), cells in named})
    return tables.verify("actors", frame)


# --- one article


def _mentions(article: Article, case: Case) -> list[Named]:
    """Every mention of one article, by the gazetteer or by its form, left to right and without overlaps."""
    listed = {name.start: name.end for name in article.listed.mentions if name.kind != "person"}
    plain = [run for run in article.runs if not run.headline and not _is_listed(article, run, listed)]
    found = [name for run in plain for name in naming.named(article.text, run, article.known, case)]
    words = {word for name in found for word in name.words}
    for run in naming.again(article.text, plain, found, case):
        found += naming.named(article.text, run, article.known, case)
    found += families.named(article.text, article.units, found)
    for run in article.runs:
        if run.headline:
            for part in _sure(article.text, run, words, case):
                found += naming.named(article.text, part, article.known, case)
    found += acronyms.expanded(article.text, article.runs, article.known)
    naming.mark_works(article.text, found)
    return _merged(article, found)


def _is_listed(article: Article, run: Run, listed: dict[int, int]) -> bool:
    """Whether the run is one word that the gazetteer knows, and nothing before it may make a longer name of it."""
    start, end = run.tokens[0].start, run.tokens[-1].end
    alone = len(run.tokens) == 1 and listed.get(start) == end and start - 1 not in article.known.ends
    return alone and beside_names.of_before(article.text, start) is None


def _sure(text: str, run: Run, words: set[str], case: Case) -> list[Run]:
    """The parts of a headline's run whose words have their capital in running text too."""
    parts: list[list[Token]] = [[]]
    for token in run.tokens:
        bare = names.without_elision(text, token)
        word = text[bare.start : names.owner(text, bare)] if bare else ""
        if bare and (names.folded(word) in words or (case.is_proper(word) and not case.is_common(word))):
            parts[-1].append(bare)
        elif parts[-1]:
            parts.append([])
    return [Run(run.unit, tuple(part), False, False) for part in parts if part]


def _merged(article: Article, found: list[Named]) -> list[Named]:
    """The gazetteer's and the other names: whatever is longer, unless the gazetteer knows every part of it."""
    kept = [
        name for name in (gazetteer.beside(article.text, article.listed, article.known, name) for name in found) if name
    ]
    kept += article.listed.mentions
    chosen = _longest(kept)
    return identities.without_doubtful([name for name in chosen if not name.work])


def _longest(found: list[Named]) -> list[Named]:
    """Of names that overlap the longest, of equals the gazetteer's; left to right."""
    found.sort(key=_BEGINNING)
    if all(left.end <= right.start for left, right in pairwise(found)):
        return found
    chosen: list[Named] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda name: (name.start - name.end, name.how == "name", name.start)):
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            chosen.append(name)
    return sorted(chosen, key=_BEGINNING)


# --- the corpus


def _identify(articles: list[Article], found: list[list[Named]], listing: Gazetteer) -> None:
    """Give every mention its actor and kind: full names over the corpus, then short ones in each article."""
    spellings = dict(listing.spellings)
    texts: dict[int, str] = {}
    whole: list[Named] = []
    for article, mentions in zip(articles, found, strict=True):
        for name in mentions:
            if name.how == "gazetteer":
                spellings.setdefault(identities.spelling(name.words), name.actor)
            if name.how != "gazetteer" or (name.kind == "person" and len(name.words) > 1):
                texts[id(name)] = " ".join(article.text[name.start : name.end].split())
                whole.append(name)
    actors = identities.full(whole, texts, spellings)
    for name in whole:
        name.actor = actors[identities.spelling(name.words)]
        if name.actor in listing.kinds:
            name.how = "gazetteer"
    elsewhere = peoples.places(name for mentions in found for name in mentions)
    for place, article in enumerate(articles):
        found[place] = peoples.add(
            article.lang, article.text, article.units, found[place], elsewhere, article.adjectives
        )
    short = {
        document: acronyms.meanings(article.text, mentions)
        for document, (article, mentions) in enumerate(zip(articles, found, strict=True))
    }
    _judge(found, listing)
    everywhere = identities.people(found)
    for place, mentions in enumerate(found):
        identities.shorten(mentions, everywhere)
        gazetteer.namesakes(articles[place].text, mentions)
        acronyms.resolve(articles[place].text, mentions, short[place])
        found[place] = [name for name in mentions if not (name.lone and name.how == "name")]
    for article, mentions in zip(articles, found, strict=True):
        for name in mentions:
            gazetteer.acts_for_state(article.lang, article.text, name, article.known, listing)
            if name.cues["demonym"]:
                name.how = peoples.how(article.lang, article.text, name)
                gazetteer.with_government(name, article.known)
        gazetteer.supporters(mentions)
    _judge(found, listing)


def _judge(found: list[list[Named]], listing: Gazetteer) -> None:
    """Give every actor the kind that most of its mentions show."""
    cues: dict[str, Cues] = defaultdict(Cues)
    for mentions in found:
        for name in mentions:
            if name.actor not in listing.kinds and not (name.how == "short name" and len(name.words) == 1):
                for kind, weight in name.cues.items():
                    cues[name.actor][kind] += weight
    kinds = {actor: _kind(own) for actor, own in cues.items()} | listing.kinds
    for mentions in found:
        for name in mentions:
            if name.family:
                name.kind = "other"
            elif name.how != identities.AMBIGUOUS or name.actor in listing.kinds:
                name.kind = kinds.get(name.actor, "organisation")


def _kind(cues: Cues) -> str:
    most = max(KINDS, key=lambda kind: (cues[kind], -KINDS.index(kind)))
    return most if cues[most] > 0 else "organisation"
