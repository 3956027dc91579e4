"""How each source tells it: all tables of framing in one call, and the sentences behind each of their numbers."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import (
    acting,
    agency,
    designation_counts,
    designations,
    distance,
    distinctive,
    doubted,
    framing,
    hedging,
    lexicons,
    loaded,
    measures,
    policy,
    positions,
    reliability,
    reserves,
    robustness,
    sides,
    stories,
    tables,
    traits,
    validation,
    vocabulary,
    voicing,
)
from analysis.positions import Positions
from analysis.reading import Reading

EVIDENCED = ("frame", "quoted frame", "policy", "loaded", "hedge")
"""Layers of what reading found whose numbers are shown."""


class Portraits(NamedTuple):
    """The tables of framing."""

    frames: pd.DataFrame
    """One row per event frame and article, in the outlet's own words: see `reliability.corrected`."""
    quoted: pd.DataFrame
    """The same inside quotations: see `measures.prevalence`."""
    openings: pd.DataFrame
    """One row per event frame: see `framing.openings`."""
    policies: pd.DataFrame
    """One row per policy frame and article: see `policy.frames`."""
    worth: pd.DataFrame
    """One row per label: what the machine's code is worth, see `reliability.usable`."""
    comparisons: pd.DataFrame
    """One row per topic, frame or hedge and article, compared with the others: see `robustness.survivors`; `used`: its
    code may carry a finding."""
    checks: pd.DataFrame
    """One row per check of a comparison: see `robustness.panel`."""
    vocabulary: pd.DataFrame
    """One row per occurrence of a word or expression: see `vocabulary.read`."""
    words: pd.DataFrame
    """One row per word and article: see `distinctive.words`."""
    designations: pd.DataFrame
    """One row per mention of an actor: see `designations.find`."""
    actor: str
    """The main actor that is called in most ways: by it the naming of the sources is compared; empty for nobody."""
    naming: pd.DataFrame
    """One row per main actor, kind of designation and article: see `designation_counts.counts`."""
    alone: pd.DataFrame
    """One row per noun for an actor that one article alone uses: see `designation_counts.alone`."""
    modifiers: pd.DataFrame
    """One row per modifier of an actor."""
    loaded: pd.DataFrame
    """One row per loaded word of an article: see `framing.loaded_words`."""
    statuses: pd.DataFrame
    """One row per status (stated, attributed …) and article: see `distance.by_source`."""
    topics: pd.DataFrame
    """One row per topic and article: what is told at a distance, see `distance.by_topic`."""
    doubts: pd.DataFrame
    """One row per camp and article: whose words are kept at a distance, see `doubted.by`."""
    acts: pd.DataFrame
    """One row per act: see `acting.find`."""
    agents: pd.DataFrame
    """One row per leading actor and article: see `agency.by_actor`."""
    places: Positions
    """Where the sources stand by all this: see `positions.find`."""
    scare: pd.DataFrame
    """The words between marks of nobody, as evidence: see `loaded.scare_quotes`."""
    rates: pd.DataFrame
    """One row per kind of loaded word and article: see `loaded.rates`."""
    loading: pd.DataFrame
    """One row per kind of loaded word and article: in how many sentences, see `loaded.sentences`."""
    events: int
    """Of how many events the articles tell: see `stories`."""
    evidence: pd.DataFrame
    """The sentences behind the numbers."""


def find(reading: Reading, *, coding: str | Path = "", seed: int = 1) -> Portraits:
    """All tables of framing; `coding` is a folder of a reference coding by which the machine's codes are judged.

    Raises `CodingError` where the coding is not as expected.
    """
    documents, units, statements, rules = reading.documents, reading.units, reading.statements, reading.rules
    told = measures.as_counted(framing.voiced(reading.evidence, statements))
    own = measures.in_counted(told, units)
    labels = {layer: lexicons.labels(rules, layer) for layer in ("frame", "topic", "loaded")}
    topics, frames, quoted = (
        measures.prevalence(told, units, documents, layer, labels[layer.removeprefix(framing.QUOTED)])
        for layer in ("topic", "frame", framing.QUOTED + "frame")
    )
    worth = reliability.usable(reliability.known(validation.checked(coding, documents, reading.evidence, seed=seed)))
    shares = pd.concat([topics, frames, hedging.by_source(told, units, documents)], ignore_index=True)
    compared = robustness.comparisons(shares)
    checks = robustness.panel(compared, told, units, rules, seed=seed)
    words = vocabulary.read(documents, units, statements, reading.actors)
    apart = distinctive.words(words, documents)
    acts = acting.find(reading)
    called = designations.find(reading, acts)
    naming = designation_counts.counts(
        called.designations, documents, designation_counts.main_actors(called.designations)
    )
    marks = reserves.find(documents, units, rules, reading.evidence, statements)
    statuses = distance.told(marks, units)
    said = sides.sided(statements, reading.actors, reading.evidence, rules, documents)
    given = doubted.given(marks, said, units, documents)
    scare = loaded.scare_quotes(statements, units, documents)
    behind = [
        scare,
        told[told["layer"].isin(EVIDENCED)],
        loaded.gathered(own),
        distance.evidence(statuses, marks, reading.evidence, documents),
        doubted.evidence(given, documents),
        distinctive.evidence_of(_told_of(apart), words),
        designation_counts.evidence(called.designations, documents),
        agency.evidence(acts),
        traits.evidence_of(reading.evidence, statements, units, documents),
    ]
    return Portraits(
        frames=reliability.corrected(frames, worth),
        quoted=quoted,
        openings=framing.openings(told, units, documents, labels["frame"]),
        policies=reliability.marked(policy.frames(reading.evidence, units, documents, rules), worth),
        worth=worth,
        comparisons=reliability.marked(robustness.survivors(compared, checks), worth),
        checks=checks,
        vocabulary=words,
        words=apart,
        designations=called.designations,
        actor=_most_called(naming),
        naming=naming,
        alone=designation_counts.alone(called.designations, documents),
        modifiers=called.modifiers,
        loaded=framing.loaded_words(own, documents),
        scare=scare,
        rates=loaded.rates(own, voicing.words(statements, units, documents), documents, labels["loaded"]),
        loading=loaded.sentences(own, units, documents, labels["loaded"]),
        events=len(set(stories.of(documents, tables.counted(units)).values())),
        statuses=distance.by_source(statuses, documents),
        topics=distance.by_topic(statuses, reading.evidence, documents, labels["topic"]),
        doubts=doubted.by(given),
        acts=acts,
        agents=agency.leading(agency.by_actor(acts, documents)),
        places=_placed(reading, worth, called.designations, seed),
        evidence=pd.concat(behind, ignore_index=True),
    )


def _placed(reading: Reading, worth: pd.DataFrame, named: pd.DataFrame, seed: int) -> Positions:
    """Where the sources stand by voice, naming and those frames that may carry a finding."""
    evidence = reliability.marked(reading.evidence, worth)
    frames = evidence["used"] & (evidence["layer"] == "frame")
    relied = evidence[frames | ~evidence["layer"].isin(traits.FRAMES)].drop(columns="used")
    naming = traits.counted(designation_counts.features(named), reading.documents, designation_counts.GROUP)
    seen = traits.together(traits.found(relied, reading.statements, reading.units), naming)
    return positions.find(seen, reading.units, reading.documents, seed=seed)


def behind(sentences: Iterable[str], evidence: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The evidence to which sentences link, and no other."""
    linked = {link for sentence in sentences for link in re.findall(r"\|([^\]|]+)\]\]", sentence)}
    marks = evidence["document"].map(dict(documents[["document", "label"]].itertuples(index=False, name=None)))
    rows = zip(evidence["layer"], evidence["label"], marks, strict=True)
    kept = [any(tables.anchor(*keys[:many]) in linked for many in (1, 2, 3)) for keys in rows]
    return evidence[kept].reset_index(drop=True)


def _most_called(naming: pd.DataFrame) -> str:
    """The actor with most kinds of designations; of equals the first."""
    ways = naming[naming["count"] > 0].groupby("actor", sort=False)["kind"].nunique()
    return str(ways.idxmax()) if len(ways) else ""


def _told_of(words: pd.DataFrame) -> pd.DataFrame:
    """The words that are shown: what is a finding, and the first of each source."""
    shown = pd.concat([words[words["reading"].isin(distinctive.READINGS)], distinctive.leading(words)])
    return shown.drop_duplicates(ignore_index=True)
