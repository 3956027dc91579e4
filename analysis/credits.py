"""Which news agencies an article says it is from: in its byline, its dateline, its credit line or at its end.

A picture's credit says nothing of the text, and neither does an agency that the text only quotes; the latter is listed
apart (`source`), for a medium that quotes an agency often has its words from there.
"""

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from analysis import boilerplate, tables
from analysis.abbreviations import Expression, joined

COLUMNS = ("document", "agency", "where", "match")
OWN, BYLINE, LINE, DATELINE, END, SOURCE = "outlet", "byline", "credit line", "dateline", "end", "source"
"""Where the agency is named: the article is its own; who signed it; a line of its own; before or behind the text; as
the medium that carried a statement, or made it. An agency's own article has itself for no source."""
UNNAMED = "another agency"
"""The label of agencies that no list has: their own words name them."""

_DATELINE = re.compile(r"[^.!?()]{0,60}\(([^()]{1,60})\)\s*(?:[-–—:]|\Z)")
_END = re.compile(r"\(([^()]{1,60})\)\W*\Z")
_PICTURE = re.compile(r"[/©|]")


def find(
    documents: pd.DataFrame, units: pd.DataFrame, rules: pd.DataFrame, statements: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row is an agency that an article credits in one kind of place: document, `agency`, `where`, `match`.

    `match` are its words there, the first ones.
    """
    agencies, said = _agencies(rules), tables.empty("statements") if statements is None else statements
    own = dict(iter(units.groupby("document")))
    lines = {lang: boilerplate.boilerplate(rules, lang) for lang in sorted(set(documents["lang"]))}
    sources = _sources(said, agencies)
    rows: dict[tuple[str, ...], str] = {}
    for row in documents.to_dict("records"):
        name, text = row["document"], row["text"]
        outlet = OWN if _is_agency(row["outlet"], agencies) else BYLINE
        places = [(outlet, row["outlet"]), (BYLINE, row["author"]), *((SOURCE, one) for one in sources.get(name, []))]
        if name in own:
            places += _in_text(text, own[name], lines[row["lang"]], agencies)
        for where, words in places:
            for agency, match in _named(words, agencies):
                if where != SOURCE or (name, agency, OWN) not in rows:
                    rows.setdefault((name, agency, where), match)
    return pd.DataFrame([(*row, match) for row, match in sorted(rows.items())], columns=list(COLUMNS), dtype="str")


def _sources(said: pd.DataFrame, agencies: dict[str, Expression]) -> dict[str, list[str]]:
    """What each article names as the medium of a statement, and the agencies that it gives statements to."""
    found: dict[str, list[str]] = {}
    for name, vehicle, speaker in said[["document", "vehicle", "speaker"]].itertuples(index=False, name=None):
        speaks = speaker != "" and _is_agency(speaker, agencies)
        found.setdefault(name, []).extend(one for one in (vehicle, speaker if speaks else "") if one)
    return found


def known_as(names: Iterable[str], rules: pd.DataFrame) -> dict[str, str]:
    """Each of these media under the label of the agency that it is, if it is one: Agence France-Presse is AFP."""
    agencies = _agencies(rules)
    found = {name: next((label for label, _ in _named(name, agencies)), "") for name in sorted(set(names))}
    whole = {name for name in found if _is_agency(name, agencies)}
    return {name: label if label and name in whole else name for name, label in found.items()}


def _agencies(rules: pd.DataFrame) -> dict[str, Expression]:
    """Each agency with the expression for its names."""
    own = rules[rules["layer"] == "credit"]
    found = ((str(label), joined(sorted(set(some)))) for label, some in own.groupby("label")["pattern"])
    return {label: expression for label, expression in found if expression}


def _named(words: str, agencies: dict[str, Expression]) -> Iterator[tuple[str, str]]:
    """The agencies that these words name, each with its words; an agency of a list is not also called by its words."""
    known = set[int]()
    for label, expression in sorted(agencies.items(), key=lambda item: item[0] == UNNAMED):
        for match in expression.finditer(words):
            if known.isdisjoint(range(*match.span())):
                yield (match.group() if label == UNNAMED else label), match.group()
            known.update(range(*match.span()))


def _is_agency(words: str, agencies: dict[str, Expression]) -> bool:
    """Whether the words name agencies and nothing else, such as a paper `with Reuters` or a photographer."""
    for expression in agencies.values():
        words = expression.sub("", words)
    return not any(letter.isalpha() for letter in words)


def _in_text(
    text: str, units: pd.DataFrame, lines: boilerplate.Boilerplate, agencies: dict[str, Expression]
) -> Iterator[tuple[str, str]]:
    """The words of the text that say where it is from."""
    roles, said = (
        units["role"].tolist(),
        [text[start:end] for start, end in zip(units["start"], units["end"], strict=True)],
    )
    running = [place for place, role in enumerate(roles) if role in ("lead", "body")]
    for place, (role, words) in enumerate(zip(roles, said, strict=True)):
        captioned = place > 0 and roles[place - 1] == "caption" and place + 1 < len(roles)
        if role == "credit" and not captioned and not _is_of_picture(words, lines, agencies):
            yield LINE, words
        elif role == "dateline":
            yield DATELINE, words
    if running:
        opening, closing = said[running[0]], said[running[-1]]
        found = ((DATELINE, _DATELINE.match(opening)), (END, _END.search(closing)))
        yield from ((where, match[1]) for where, match in found if match)
        if lines.after("byline", closing) is not None:
            yield END, closing
    if roles and roles[-1] != "credit" and _is_agency(said[-1], agencies):
        yield END, said[-1]


def _is_of_picture(words: str, lines: boilerplate.Boilerplate, agencies: dict[str, Expression]) -> bool:
    """Whether a credit says who made a picture; a name before a slash does, an agency alone does not."""
    if _is_agency(words, agencies) or lines.after("byline", words) is not None:
        return False
    return _PICTURE.search(words) is not None or lines.after("credit", words) is not None
