"""The tables that everything else passes on, what each row of them is, and the package's errors."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd


class RecoupeError(Exception):
    """Any refusal of ours: one sentence that says which thing, what was found and what was expected."""


class TableError(RecoupeError):
    """A table breaks its schema or one of its invariants."""


class CorpusError(RecoupeError):
    """A corpus cannot be read as it stands."""


class LexiconError(RecoupeError):
    """A lexicon file or one of its rules is refused."""


class CodingError(RecoupeError):
    """A human coding cannot be read, or does not fit the corpus."""


class ParameterError(RecoupeError):
    """A notebook was given a parameter that it does not have, or a value it cannot take."""


class BuildError(RecoupeError):
    """A briefing could not be built; the former ones are still in place."""


ROLES = ("title", "lead", "body", "heading", "dateline", "caption", "credit", "related")
UNCOUNTED = ("caption", "credit", "related")
"""Roles that are kept and shown, and by default not counted."""

LAYERS = (
    "topic",
    "frame",
    "policy",
    "actor",
    "place",
    "speech",
    "verb",
    "speaker",
    "name",
    "anaphor",
    "hedge",
    "denial",
    "loaded",
    "agency",
    "boilerplate",
    "abbreviation",
    "date",
    "quantity",
    "beside",
    "credit",
    "dating",
    "status",
    "direction",
    "distance",
    "designation",
)
READ_APART = ("abbreviation", "beside", "boilerplate", "credit", "dating", "designation")
"""Layers that others read at their place, beside a date or number, a full stop, a name, on a line or in a byline: they
are no evidence."""
ON_REQUEST = ("name", "anaphor", "date", "quantity", "status", "direction", "agency", "distance")
"""Layers that few read (`actors`, `voices`, `dates`, `quantities`, `discrepancies`, `acting`, `reserves`):
`matching.find` looks for them on request."""

SCHEMAS: dict[str, dict[str, str]] = {
    "documents": dict.fromkeys(
        ("document", "label", "outlet", "title", "author", "published", "url", "lang", "text", "sha256"),
        "str",
    ),
    "units": {"document": "str", "unit": "int64", "start": "int64", "end": "int64", "role": "str"},
    "rules": dict.fromkeys(
        ("rule", "layer", "label", "lang", "pattern", "context", "example", "counterexample", "note"), "str"
    ),
    "evidence": {
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "match": "str",
        "layer": "str",
        "label": "str",
        "rule": "str",
    },
    "actors": {
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "match": "str",
        "actor": "str",
        "kind": "str",
        "how": "str",
    },
    "statements": {
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "kind": "str",
        "speaker": "str",
        "speaker_kind": "str",
        "speaker_start": "int64",
        "speaker_end": "int64",
        "cue": "str",
        "cue_start": "int64",
        "cue_end": "int64",
        "vehicle": "str",
    },
    "dates": {
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "match": "str",
        "kind": "str",
        "value": "str",
        "granularity": "str",
        "modifier": "str",
        "reason": "str",
    },
    "quantities": {
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "match": "str",
        "kind": "str",
        "value": "float64",
        "noun": "str",
        "modifier": "str",
    },
    "passages": {
        "document_a": "str",
        "start_a": "int64",
        "end_a": "int64",
        "document_b": "str",
        "start_b": "int64",
        "end_b": "int64",
        "words": "int64",
        "agreed": "int64",
        "quoted": "int64",
        "score": "float64",
        "kind": "str",
        "within": "str",
        "quoted_by": "str",
    },
    "acts": {
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "match": "str",
        "act": "str",
        "form": "str",
        "agent": "str",
        "agent_start": "int64",
        "agent_end": "int64",
        "agent_kind": "str",
        "patient": "str",
        "patient_start": "int64",
        "patient_end": "int64",
        "patient_kind": "str",
        "polarity": "str",
        "voice": "str",
        "speaker": "str",
    },
    "claims": {
        "claim": "str",
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "fact": "str",
        "hedged": "bool",
        "attributed_to": "str",
    },
    "facts": {
        "fact": "str",
        "statement": "str",
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "articles": "int64",
        "of": "int64",
        "story": "int64",
    },
    "discrepancies": {
        "discrepancy": "str",
        "kind": "str",
        "fact": "str",
        "of": "str",
        "claim": "str",
        "document": "str",
        "unit": "int64",
        "start": "int64",
        "end": "int64",
        "value": "str",
        "confidence": "float64",
    },
}

KEYS: dict[str, tuple[str, ...]] = {
    "documents": ("document",),
    "units": ("document", "unit"),
    "rules": ("rule",),
    "evidence": ("document", "start", "end", "layer", "label"),
    "actors": ("document", "start", "end"),
    "statements": ("document", "start", "end"),
    "dates": ("document", "start", "end"),
    "quantities": ("document", "start", "end"),
    "passages": ("document_a", "start_a", "end_a", "document_b", "start_b", "end_b"),
    "acts": ("document", "start", "end"),
    "claims": ("document", "start", "end", "fact"),
    "facts": ("fact",),
    "discrepancies": ("discrepancy", "document", "start", "end"),
}


def empty(name: str) -> pd.DataFrame:
    """The table `name` without rows, with its columns and dtypes."""
    return pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in _schema(name).items()})


def table(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The table `name` of these rows: typed, in the schema's column order, sorted by its key, verified.

    A text column that a row does not give is the empty string: unknown, never missing.
    """
    schema = _schema(name)
    gathered = [{column: row.get(column, _UNKNOWN[dtype]) for column, dtype in schema.items()} for row in rows]
    if not gathered:
        return empty(name)
    frame = pd.DataFrame(gathered, columns=list(schema)).astype(schema)
    return verify(name, frame.sort_values(list(KEYS[name]), kind="stable", ignore_index=True))


def verify(
    name: str,
    frame: pd.DataFrame,
    *,
    documents: pd.DataFrame | None = None,
    rules: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The same table, after its invariants were found to hold; `TableError` names the first that does not.

    Columns and dtypes are the schema's, no cell is missing, keys are unique, rows are sorted by key. With
    `documents`, offsets lie in their text and `text[start:end] == match`; with `rules`, each rule exists and
    agrees with its layer and label.
    """
    _verify_columns(name, frame)
    _verify_keys(name, frame)
    for side in ("", "_a", "_b"):
        if documents is not None and f"start{side}" in frame.columns:
            own = {f"{column}{side}": column for column in ("document", "start", "end")}
            _verify_offsets(name, frame.rename(columns=own), documents)
    if rules is not None and "rule" in frame.columns and name != "rules":
        _verify_rules(name, frame, rules)
    return frame


def trace(frame: pd.DataFrame, documents: pd.DataFrame, *, width: int = 60) -> pd.DataFrame:
    """The table with three more columns: the words `before` its span, the span's `text`, the words `after`.

    `before` and `after` hold up to `width` characters of the document as it stands in its file.
    """
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    unknown = sorted(set(frame["document"]) - set(texts))
    if unknown:
        raise TableError(f"document {unknown[0]!r} is to be traced, and is not in the corpus")
    spans = [
        (texts[document], start, end)
        for document, start, end in frame[["document", "start", "end"]].itertuples(index=False)
    ]
    return frame.assign(
        before=pd.Series([text[max(0, start - width) : start] for text, start, _ in spans], frame.index, "str"),
        text=pd.Series([text[start:end] for text, start, end in spans], frame.index, "str"),
        after=pd.Series([text[end : end + width] for text, _, end in spans], frame.index, "str"),
    )


def counted(units: pd.DataFrame) -> pd.DataFrame:
    """The units that are counted: all but captions, credits and links to other articles."""
    return units[~units["role"].isin(UNCOUNTED)].reset_index(drop=True)


def slug(text: str) -> str:
    """The text as a part of a file's name: small letters without accents, digits and hyphens.

    >>> slug("Armée & défense")
    'armee-defense'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", plain.lower()).strip("-")[:60]


def anchor(*keys: str) -> str:
    """The name under which a page holds the evidence of these keys (layer, label, source …).

    >>> anchor("actor", "Vladimir Putin", "A")
    'evidence-actor-vladimir-putin-A'
    """
    *words, last = keys
    plain = [re.sub(r"\W+", "-", word.lower()).strip("-") for word in words]
    return "-".join(["evidence", *plain, re.sub(r"\W+", "-", last if len(keys) > 2 else last.lower())])


_UNKNOWN: dict[str, Any] = {"str": "", "int64": -1, "bool": False, "float64": float("nan")}


def _schema(name: str) -> dict[str, str]:
    if name not in SCHEMAS:
        raise TableError(f"there is no table {name!r}; the tables are {', '.join(SCHEMAS)}")
    return SCHEMAS[name]


def _verify_columns(name: str, frame: pd.DataFrame) -> None:
    for column, dtype in _schema(name).items():
        if column not in frame.columns:
            raise TableError(f"table {name!r} has no column {column!r}; it has {', '.join(frame.columns)}")
        if str(frame[column].dtype) != dtype:
            raise TableError(f"column {column!r} of table {name!r} holds {frame[column].dtype}, expected {dtype}")
        if frame[column].isna().any():
            raise TableError(f"column {column!r} of table {name!r} has a missing value; unknown text is ''")


def _verify_keys(name: str, frame: pd.DataFrame) -> None:
    keys = list(KEYS[name])
    doubled = frame[frame.duplicated(keys)]
    if len(doubled):
        first = next(doubled[keys].itertuples(index=False, name=None))
        row = ", ".join(f"{key} {value!r}" for key, value in zip(keys, first, strict=True))
        raise TableError(f"table {name!r} has two rows with {row}")
    found = frame[keys].reset_index(drop=True)
    if not found.sort_values(keys, kind="stable").index.equals(found.index):
        raise TableError(f"table {name!r} is not sorted by {', '.join(keys)}")


def _verify_offsets(name: str, frame: pd.DataFrame, documents: pd.DataFrame) -> None:
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    for row in frame.itertuples(index=False):
        text = texts.get(str(row.document))
        if text is None:
            raise TableError(f"table {name!r} names document {row.document!r}, which is not in the corpus")
        start, end = int(row.start), int(row.end)
        if not 0 <= start < end <= len(text):
            raise TableError(f"table {name!r}: {start}–{end} is no span of document {row.document!r}")
        if "match" in frame.columns and text[start:end] != row.match:
            raise TableError(
                f"table {name!r}: document {row.document!r} has {text[start:end]!r} at {start}–{end}, not {row.match!r}"
            )


def _verify_rules(name: str, frame: pd.DataFrame, rules: pd.DataFrame) -> None:
    known = set(rules[["rule", "layer", "label"]].itertuples(index=False, name=None))
    for row in frame[["rule", "layer", "label"]].drop_duplicates().itertuples(index=False, name=None):
        if row not in known:
            raise TableError(f"table {name!r} holds rule {row[0]!r} as {row[1]}: {row[2]}, which no lexicon says")
