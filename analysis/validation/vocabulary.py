"""What the cells of a coding may hold."""

import re

from analysis.tables import ROLES, CodingError

KINDS = ("direct", "partial", "indirect", "scare")
STANCES = ("neutral", "claiming", "conceding", "denying", "urging")
SPEAKER_KINDS = (
    *("official", "government", "state media", "agency", "media", "opposition", "expert", "witness"),
    *("union or company", "organisation", "unnamed"),
)
ACTOR_KINDS = ("person", "organisation", "place", "state", "other")
HEDGE_KINDS = ("conditional", "modal", "adverb", "adjective", "noun", "verb", "unconfirmed", "denial")
YES_NO = ("1", "0")

ALLOWED: dict[str, dict[str, tuple[str, ...]]] = {
    "units": {"role": ROLES, "hedged": YES_NO, "coded": YES_NO},
    "statements": {"kind": KINDS, "stance": STANCES, "speaker_kind": SPEAKER_KINDS},
    "actors": {"kind": ACTOR_KINDS},
    "dates": {},
    "hedges": {"kind": HEDGE_KINDS},
}
"""The values of each table's columns; a cell may be empty as well, but for the kind of a statement and a hedge."""

NEEDED = {"statements": ("kind",), "actors": ("name",), "dates": (), "hedges": ("kind",)}
"""Columns that no row may leave empty, besides where its words stand."""
_ISO = re.compile(r"(?:(?=.*\d)[\w:/.,+~?%-]+)?", re.ASCII)


def check(where: str, table: str, row: dict[str, str]) -> None:
    """Nothing, or `CodingError`: which cell of the row holds what, and what it may hold."""
    for column, allowed in ALLOWED[table].items():
        value = row.get(column, "")
        if value and value not in allowed:
            raise CodingError(f"{where}: {column} is one of {', '.join(allowed)}; not {value[:40]!r}")
    for column in NEEDED.get(table, ()):
        if not row[column]:
            raise CodingError(f"{where}: {column} is empty")
    if table == "units":
        _check_attributed(where, row.get("attributed", ""))
    if table == "dates" and not _ISO.fullmatch(row.get("value", "")):
        raise CodingError(
            f"{where}: value is a date in ISO 8601, such as 2024-05-31, 2024-05 or P2D, or empty; not {row['value']!r}"
        )


def attributed(cell: str) -> list[tuple[str, str]]:
    """The names and types of a cell `Name:type|Name:type`."""
    parts = [part.rpartition(":") for part in cell.split("|") if part.strip()]
    return [(name.strip(), kind.strip()) for name, _, kind in parts]


def _check_attributed(where: str, cell: str) -> None:
    for name, kind in attributed(cell):
        if not name or kind not in KINDS[:3]:
            raise CodingError(
                f"{where}: attributed is Name:type, several joined with |, and the type direct, partial or indirect; "
                f"not {cell[:60]!r}"
            )
