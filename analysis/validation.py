"""Machine coding against a human reference coding: where they agree, and each unit where they do not."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from analysis import measures, statistics
from analysis.tables import CodingError

UNITS = ("document", "unit", "start", "end", "role", "topics", "hedged", "frames", "loaded", "text")
QUOTES = ("document", "start", "end", "speaker", "cue", "type", "quote")
CODED = ("document", "unit", "start", "end", "text", "layer", "label", "human", "machine")
JUDGED = {"topic": "topics", "frame": "frames"}
"""The layers that are judged label by label, and the column in which the human coding names their labels."""


class Coding(NamedTuple):
    """A human coding: one row of `units` is a coded unit, one row of `quotes` a quotation."""

    units: pd.DataFrame
    quotes: pd.DataFrame


def read(folder: str | Path, documents: pd.DataFrame) -> Coding:
    """The coding in `folder`: units.tsv (or coding.tsv), and quotes.tsv where there is one.

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
    quotes = path / "quotes.tsv"
    return Coding(units, _read(quotes, QUOTES, documents, "quote") if quotes.is_file() else _none(QUOTES))


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
    """One row is one kind of span: how many the machine found, the human marked, and both to the character.

    Kinds: unit (offsets), unit with role, quotation (offsets with their marks), quotation with kind (direct, partial,
    scare), and loaded words (which agree when they overlap; those in quotations are left out).
    """
    within = set(coding.units["document"])
    own, said = units[units["document"].isin(within)], statements[statements["document"].isin(within)]
    pairs = [
        ("unit", _set(own), _set(coding.units)),
        ("unit with role", _set(own, "role"), _set(coding.units, "role")),
    ]
    if len(coding.quotes):
        quotes = coding.quotes.rename(columns={"type": "kind"})
        said = said[said["kind"].isin([*measures.SPOKEN, "scare"])]
        pairs += [
            ("quotation", _set(said), _set(quotes)),
            ("quotation with kind", _set(said, "kind"), _set(quotes, "kind")),
        ]
    rows = [
        {
            "layer": "span",
            "label": label,
            "both": len(a & b),
            "both_human": len(a & b),
            "machine": len(a),
            "human": len(b),
        }
        for label, a, b in pairs
    ]
    loaded = measures.own_words(evidence[evidence["layer"] == "loaded"], said)
    rows.append(_overlap("loaded words", _set(loaded[loaded["document"].isin(within)]), _loaded(coding.units)))
    table = pd.DataFrame(rows)
    table["precision"] = table["both"] / table["machine"].where(table["machine"] > 0)
    table["recall"] = table["both_human"] / table["human"].where(table["human"] > 0)
    mean = 2 * table["precision"] * table["recall"] / (table["precision"] + table["recall"])
    table["f1"] = mean.mask((table["both"] == 0) & (table["machine"] + table["human"] > 0), 0.0)
    return table.drop(columns="both_human")


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
    if there != row[words]:
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

    return {
        "layer": "span",
        "label": label,
        "both": sum(meet(one, human) for one in machine),
        "both_human": sum(meet(one, machine) for one in human),
        "machine": len(machine),
        "human": len(human),
    }
