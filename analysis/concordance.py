"""Every occurrence of a word or expression with the words around it (KWIC)."""

import pandas as pd

from analysis import tables, vocabulary
from analysis.tables import ParameterError

SORTS = ("source", "left", "right")


def of(
    words: pd.DataFrame,
    documents: pd.DataFrame,
    word: str,
    *,
    voice: str = "all",
    sort: str = "source",
    width: int = 60,
) -> pd.DataFrame:
    """One row is one occurrence of a lemma or expression of `vocabulary.read`, in whatever form it stands.

    Columns: source, document, unit, start, end, `before`, `text`, `after` (each on one line), `voice`. Sorted by place
    (`source`), by the words that follow (`right`), or by those before, from the nearest backwards (`left`).
    """
    if sort not in SORTS:
        raise ParameterError(f"a concordance is sorted by {', '.join(SORTS)}, not by {sort!r}")
    chosen = vocabulary.spoken(words, voice)
    chosen = chosen[chosen["lemma"] == word].reset_index(drop=True)
    lines = tables.trace(chosen, documents, width=width)
    for side in ("before", "text", "after"):
        lines[side] = lines[side].str.replace(r"\s+", " ", regex=True).astype("str")
    lines["source"] = lines["document"].map(documents.set_index("document")["label"]).astype("str")
    lines = lines[["source", "document", "unit", "start", "end", "before", "text", "after", "voice"]]
    return _sorted(lines, sort)


def aligned(lines: pd.DataFrame) -> list[str]:
    """The lines as plain text, the matches one under the other; what is quoted has a mark behind the source."""
    wide = {column: int(lines[column].str.len().max()) if len(lines) else 0 for column in ("source", "before", "text")}
    return [
        f"{row['source']:<{wide['source']}} {'”' if row['voice'] == 'quoted' else ' '} "
        f"{row['before']:>{wide['before']}}[{row['text']}]{row['after']}"
        for row in lines.to_dict("records")
    ]


def _sorted(lines: pd.DataFrame, sort: str) -> pd.DataFrame:
    place = ["source", "start"]
    if sort == "source":
        return lines.sort_values(place, kind="stable", ignore_index=True)
    side = lines["after"] if sort == "right" else lines["before"].map(_backwards).astype("str")
    key = side.str.lower().str.strip()
    return lines.assign(key=key).sort_values(["key", *place], kind="stable", ignore_index=True).drop(columns="key")


def _backwards(text: str) -> str:
    return " ".join(reversed(text.split()))
