"""A coding and a reading → verdicts on everything that was coded."""

from typing import NamedTuple

import pandas as pd

from analysis.reading import Reading
from analysis.validation import attributed, cuts, dates, errors, hedges, measured, mentions, names, statements, verdicts
from analysis.validation.coding import Coding
from analysis.validation.units import coded, scores
from analysis.validation.vocabulary import attributed as attributed_to
from analysis.validation.words import one_line


class Judgement(NamedTuple):
    """How a reading compares with a coding: five tables."""

    scores: pd.DataFrame
    """One row per topic, frame, and hedged: see `units.scores`."""
    measured: pd.DataFrame
    """One row per label and measure of all else: see `measured.measured`."""
    rests: pd.DataFrame
    """On what the agreement of names rests: see `measured.rests`."""
    lenient: pd.DataFrame
    """The names that agree by a lenient rule: see `measured.lenient`."""
    errors: pd.DataFrame
    """One row per error, as `errors.shown` has it."""


def judge(coding: Coding, read: Reading, *, seed: int = 1) -> Judgement:
    """The reading, judged by the coding in everything that was coded."""
    codings, verdicts = coded(coding, read.evidence), verdicts_on(coding, read)
    listed = errors.shown(errors.errors(codings, verdicts), read.documents, read.units)
    return Judgement(
        scores(codings, seed=seed),
        measured.measured(verdicts, seed=seed),
        measured.rests(verdicts),
        measured.lenient(verdicts),
        listed,
    )


def verdicts_on(coding: Coding, read: Reading) -> pd.DataFrame:
    """One row is a verdict (see `verdicts.COLUMNS`); what was not coded is not judged."""
    texts = dict(zip(read.documents["document"], read.documents["text"], strict=True))
    known = names.known(coding.names, coding.actors, read.actors, read.rules, _speakers(coding))
    said = statements.with_stance(_with_text(read.statements, texts), read.evidence)
    evidence = _with_text(read.evidence[read.evidence["layer"].isin(("hedge", "denial", "loaded"))], texts)
    rows = cuts.judged(coding, _with_text(read.units, texts))
    rows += statements.judged(coding, said, known)
    rows += attributed.judged(coding, said, known)
    rows += mentions.judged(coding, _with_text(read.actors, texts), known)
    rows += dates.judged(coding, _with_text(read.dates, texts))
    rows += hedges.judged(coding, evidence)
    rows += cuts.loaded(coding, evidence, read.statements)
    return verdicts.table(rows)


def _speakers(coding: Coding) -> pd.DataFrame:
    """One row is an article and somebody who speaks there, by the statements or the units of the coding."""
    cells = coding.units[["document", "attributed"]].itertuples(index=False, name=None)
    named = [(document, name) for document, cell in cells for name, _ in attributed_to(cell)]
    of_units = pd.DataFrame(named, columns=["document", "speaker"], dtype="str")
    return pd.concat([coding.statements[["document", "speaker"]], of_units], ignore_index=True)


def _with_text(frame: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    spans = frame[["document", "start", "end"]].itertuples(index=False, name=None)
    words = [one_line(texts[document][start:end]) for document, start, end in spans]
    return frame.assign(text=pd.Series(words, frame.index, "str"))
