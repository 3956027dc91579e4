"""Machine coding against a human reference coding: where they agree, and each unit where they do not."""

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from analysis import measures, statistics
from analysis.tables import CodingError

UNITS = ("document", "unit", "start", "end", "role", "topics", "hedged", "frames", "loaded", "text")
QUOTES = ("document", "start", "end", "speaker", "cue", "kind", "text")
CODED = ("document", "unit", "start", "end", "text", "layer", "label", "human", "machine")
JUDGED = {"topic": "topics", "frame": "frames"}
"""The layers that are judged label by label, and the column in which the human coding names their labels."""


class Coding(NamedTuple):
    """A human coding: one row of `units` is a coded unit, one row of `quotes` a quotation."""

    units: pd.DataFrame
    quotes: pd.DataFrame


def read(folder: str | Path, documents: pd.DataFrame) -> Coding:
    """The coding in `folder`: units.tsv (or coding.tsv), and quotes.tsv or statements.tsv where there is one.

    Tab-separated, without quoting; cells of several values are joined with |. `CodingError` names the file and row
    of an offset that does not fit the articles.
    """
    path = Path(folder)
    files = [path / name for name in ("units.tsv", "coding.tsv") if (path / name).is_file()]
    if not files:
        raise CodingError(
            f"{path}: no units.tsv or coding.tsv in this folder; see seeds/coding/README.md for its columns"
        )
    units = _read(files[0], UNITS, documents, "text")
    quotes = [path / name for name in ("quotes.tsv", "statements.tsv") if (path / name).is_file()]
    return Coding(units, _read(quotes[0], QUOTES, documents, "text") if quotes else _none(QUOTES))


def coded(
    coding: Coding,
    evidence: pd.DataFrame,
    layers: tuple[str, ...] = ("topic", "frame", "hedge"),
) -> pd.DataFrame:
    """One row per human unit, layer and label: whether the `human` and the `machine` say that it holds the label.

    A match belongs to the human unit that holds its first character, so that a sentence cut otherwise is no error of
    coding. Link lines and credits, which the codebook leaves uncoded, are left out.
    """
    judged = coding.units[~coding.units["role"].isin(("related", "credit"))].reset_index(drop=True)
    machine = _machine(judged, evidence)
    rows = []
    for layer in layers:
        for label in _labels(layer, judged, evidence):
            human = judged["hedged"].eq("1") if layer == "hedge" else _holds(judged[JUDGED[layer]], label)
            found = machine[layer] if layer == "hedge" else machine[layer, label]
            frame = judged[["document", "unit", "start", "end", "text"]].assign(layer=layer, label=label)
            rows.append(frame.assign(human=human, machine=judged.index.isin(found)))
    return pd.concat(rows, ignore_index=True)[list(CODED)] if rows else pd.DataFrame(columns=list(CODED))


def checked(folder: str | Path, documents: pd.DataFrame, evidence: pd.DataFrame, *, seed: int = 1) -> pd.DataFrame:
    """The scores of the coding in `folder`, or the empty table of scores where `folder` is empty: not checked."""
    if not str(folder):
        return scores(pd.DataFrame(columns=list(CODED)))
    return scores(coded(read(folder, documents), evidence), seed=seed)


def shown(differences: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The differences for a reader, layer by layer: with `source`, and `error` as the machine's doing."""
    source = differences["document"].map(documents.set_index("document")["label"]).astype("str")
    table = differences.assign(
        source=source, error=differences["error"].map({"missed": "misses it", "extra": "adds it"})
    )
    return table.sort_values(["layer", "label", "error", "source", "unit"], kind="stable", ignore_index=True)


def scores(codings: pd.DataFrame, *, seed: int = 1, repeats: int = 1000) -> pd.DataFrame:
    """One row per layer and label: `both`, `machine`, `human` and `of` units, precision, recall, F1, alpha.

    `low` and `high` bound F1, `alpha_low` and `alpha_high` Krippendorff's alpha (2019, nominal): percentile
    bootstrap over units, 95 %. `always` is the F1 of saying the label of every unit. What is undefined is NaN, and
    `why` says so.
    """
    rows = []
    for (layer, label), part in codings.groupby(["layer", "label"], sort=False):
        indexed = part.reset_index(drop=True)
        score = statistics.precision_recall(indexed["machine"], indexed["human"])
        f1 = statistics.f1_interval(indexed["machine"], indexed["human"], seed=seed, repeats=repeats)
        agreement = statistics.alpha_interval(
            indexed[["human", "machine"]].astype(int).T.to_numpy(), seed=seed, repeats=repeats
        )
        rows.append(
            {
                "layer": layer,
                "label": label,
                "both": score.hits,
                "machine": score.found,
                "human": score.reference,
                "of": score.of,
                "always": 2 * score.reference / (score.reference + score.of) if score.reference else None,
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "low": f1.low,
                "high": f1.high,
                "alpha": agreement.alpha,
                "alpha_low": agreement.low,
                "alpha_high": agreement.high,
                "why": agreement.reason,
            }
        )
    numbers = ["always", "precision", "recall", "f1", "low", "high", "alpha", "alpha_low", "alpha_high"]
    names = ["layer", "label", "both", "machine", "human", "of", *numbers, "why"]
    return pd.DataFrame(rows, columns=names).astype(dict.fromkeys(numbers, "float64"))


def differences(codings: pd.DataFrame) -> pd.DataFrame:
    """The rows in which human and machine differ, with `error`: missed (the human's alone) or extra (the machine's)."""
    apart = codings[codings["human"] != codings["machine"]].reset_index(drop=True)
    return apart.assign(error=apart["human"].map({True: "missed", False: "extra"}).astype("str"))


def spans(coding: Coding, units: pd.DataFrame, statements: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """One row is one kind of span: how many the machine found, the reference marked, and both.

    Units (offsets), units with role, quotations (offsets with their marks) and quotations with kind (direct, partial,
    scare) agree to the character; loaded words outside quotations, and the quotations of the row `overlap`, when they
    share a character. The row `intersection over union` counts a pair of quotations by the share of their characters
    that both hold, so that spans that are too long cost. Units are left out where the reference coded only some.
    """
    within = set(coding.units["document"])
    own, said = units[units["document"].isin(within)], statements[statements["document"].isin(within)]
    loaded = measures.own_words(evidence[evidence["layer"] == "loaded"], said)
    rows = []
    if len(coding.units) >= WHOLE * len(own):
        rows += [_exact("unit", own, coding.units), _exact("unit with role", own, coding.units, "role")]
    if len(coding.quotes):
        said = said[said["kind"].isin(_MARKED)]
        quotes = coding.quotes[coding.quotes["kind"].isin(_MARKED)]
        rows += [_exact("quotation", said, quotes), _exact("quotation with kind", said, quotes, "kind")]
        rows += [_overlap("quotation, overlap", _set(said), _set(quotes))]
        rows += [_shared("quotation, intersection over union", said, quotes)]
    rows.append(_overlap("loaded words", _set(loaded[loaded["document"].isin(within)]), _loaded(coding.units)))
    table = pd.DataFrame(rows)
    table["precision"] = table["hits"] / table["machine"].where(table["machine"] > 0)
    table["recall"] = table["hits_human"] / table["human"].where(table["human"] > 0)
    mean = 2 * table["precision"] * table["recall"] / (table["precision"] + table["recall"])
    table["f1"] = mean.mask((table["both"] == 0) & (table["machine"] + table["human"] > 0), 0.0)
    return table.drop(columns=["hits", "hits_human"])


WHOLE = 0.9
"""A reference that coded fewer of the machine's units is a sample: it says nothing on how texts are cut."""
_MARKED = (*measures.SPOKEN, "scare")


def _exact(label: str, machine: pd.DataFrame, human: pd.DataFrame, *more: str) -> dict[str, object]:
    found, wanted = _set(machine, *more), _set(human, *more)
    both = len(found & wanted)
    return _span(label, both, both, both, len(found), len(wanted))


def _shared(label: str, machine: pd.DataFrame, human: pd.DataFrame) -> dict[str, object]:
    """Each quotation with the one that it shares most with, each used once, the closest pairs first."""
    pairs = []
    by_document = {document: list(_set(part)) for document, part in human.groupby("document")}
    for one in _set(machine):
        for other in by_document.get(one[0], []):
            common = min(one[2], other[2]) - max(one[1], other[1])
            if common > 0:
                pairs.append((common / (max(one[2], other[2]) - min(one[1], other[1])), one, other))
    used: set[Any] = set()
    total = 0.0
    for share, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if (0, one) not in used and (1, other) not in used:
            used |= {(0, one), (1, other)}
            total += share
    return _span(label, len(used) // 2, total, total, len(machine), len(human))


def _span(label: str, both: int, hits: float, hits_human: float, machine: int, human: int) -> dict[str, object]:
    """A row of spans: `hits` is what `both` counts for in precision, `hits_human` in recall."""
    counts = {"both": both, "hits": hits, "hits_human": hits_human, "machine": machine, "human": human}
    return {"layer": "span", "label": label, **counts}


def _read(path: Path, columns: tuple[str, ...], documents: pd.DataFrame, words: str) -> pd.DataFrame:
    try:
        frame = pd.read_csv(
            path,
            sep="\t",
            quoting=csv.QUOTE_NONE,
            keep_default_na=False,
            dtype="str",
            encoding="utf-8-sig",
            skip_blank_lines=False,
        )
    except (ValueError, OSError) as reason:
        raise CodingError(f"{path.name} is no table of tab-separated UTF-8: {str(reason).strip()}") from None
    frame = frame.rename(columns={"type": "kind", "quote": "text"} if "quote" in frame.columns else {})
    for column in columns:
        if column not in frame.columns:
            raise CodingError(f"{path.name}: no column {column!r}; a coding has {', '.join(columns)}")
    texts = dict(documents[["document", "text"]].itertuples(index=False, name=None))
    frame = frame.fillna("")
    kept = frame["document"].isin(list(texts))
    for number, row in zip(frame.index[kept] + 2, frame[kept].to_dict("records"), strict=True):
        _fits(path.name, number, row, texts, words)
    return frame[kept].reset_index(drop=True).astype({"start": "int64", "end": "int64"})


def _fits(name: str, number: int, row: dict[Any, Any], texts: dict[str, str], words: str) -> None:
    if not (row["start"].isdecimal() and row["end"].isdecimal()):
        raise CodingError(f"{name}, row {number}: offsets are whole numbers, not {row['start']!r} and {row['end']!r}")
    there = texts[row["document"]][int(row["start"]) : int(row["end"])]
    if re.sub(r"\r\n|[\r\n]", " ", there) != row[words]:
        raise CodingError(
            f"{name}, row {number}: document {row['document']!r} has {there[:60]!r} at {row['start']}–{row['end']}, "
            f"the coding says {row[words][:60]!r}"
        )


def _none(columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {column: pd.Series(dtype="int64" if column in ("start", "end") else "str") for column in columns}
    )


def _machine(judged: pd.DataFrame, evidence: pd.DataFrame) -> dict[Any, set[int]]:
    """Which human units (by row) hold evidence of each layer, and of each layer and label."""
    found: dict[Any, set[int]] = defaultdict(set)
    for document, part in evidence.groupby("document"):
        own = judged[judged["document"] == document]
        starts, ends, places = own["start"].to_numpy(), own["end"].to_numpy(), own.index.to_numpy()
        for start, layer, label in part[["start", "layer", "label"]].itertuples(index=False, name=None):
            inside = places[(starts <= start) & (start < ends)]
            for place in inside:
                found[layer].add(int(place))
                found[layer, label].add(int(place))
    return found


def _labels(layer: str, judged: pd.DataFrame, evidence: pd.DataFrame) -> list[str]:
    if layer == "hedge":
        return ["hedged"]
    human = {_word(label) for cell in judged[JUDGED[layer]] for label in cell.split("|") if label}
    return sorted(human | set(evidence.loc[evidence["layer"] == layer, "label"]))


def _holds(cells: pd.Series, label: str) -> pd.Series:
    return cells.map(lambda cell: label in [_word(part) for part in cell.split("|")]).astype(bool)


def _word(label: str) -> str:
    return label.replace("_", " ")


def _set(frame: pd.DataFrame, *more: str) -> set[Any]:
    return set(frame[["document", "start", "end", *more]].itertuples(index=False, name=None))


def _loaded(units: pd.DataFrame) -> set[Any]:
    found = set()
    for row in units.to_dict("records"):
        for word in filter(None, row["loaded"].split("|")):
            at = row["text"].find(word)
            if at >= 0:
                found.add((row["document"], row["start"] + at, row["start"] + at + len(word)))
    return found


def _overlap(label: str, machine: set[Any], human: set[Any]) -> dict[str, object]:
    def meet(one: Any, many: Any) -> bool:
        return any(one[0] == other[0] and one[1] < other[2] and other[1] < one[2] for other in many)

    met, meets = sum(meet(one, human) for one in machine), sum(meet(one, machine) for one in human)
    return _span(label, met, met, meets, len(machine), len(human))
