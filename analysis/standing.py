"""A publisher's standing words: lines that stand in several articles of one outlet and have nothing to do with them.

Prompts, notes on cookies, addresses and the like that no lexicon knows. A line that articles of one outlet share is
standing when it says nothing that the rest of the article speaks of, and the articles share little else: an update, or
a paragraph of background that is used again, is wording that they share.
"""

from collections import defaultdict
from urllib.parse import urlsplit

import pandas as pd

from analysis import tables
from analysis.content import content

ROLE = "related"
"""The role that such a line gets: like links to other articles it is kept and shown, and not counted."""
MOST = 0.5
"""Articles that share more of their words than this are copies of one another, whatever their lines say."""
RARE = 2.0
"""Which weight a word has at least (see `content`) by which a line shows that it belongs to its article."""
BELONGS = 2
"""How many such words a line that belongs to its article has in common with the rest of it."""

Key = tuple[str, ...]


def marked(documents: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The units, with the role of a link for those that are an outlet's standing words.

    An article whose outlet is unknown goes by the host of its address; where that is unknown too, nothing is marked.
    """
    counted = tables.counted(units)
    counted = counted[counted["role"] != "title"]
    found: set[tuple[str, int]] = set()
    for names in _outlets(documents):
        own = counted[counted["document"].isin(names)]
        found |= _standing(documents[documents["document"].isin(names)], own)
    keys = zip(units["document"], units["unit"], strict=True)
    standing = pd.Series([key in found for key in keys], units.index, dtype=bool)
    return units.assign(role=units["role"].mask(standing, ROLE))


def _outlets(documents: pd.DataFrame) -> list[list[str]]:
    """The articles of each outlet that has several."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, outlet, url in documents[["document", "outlet", "url"]].itertuples(index=False, name=None):
        if key := outlet.strip().casefold() or urlsplit(url).netloc.removeprefix("www."):
            found[key].append(name)
    return [names for names in found.values() if len(names) > 1]


def _standing(documents: pd.DataFrame, units: pd.DataFrame) -> set[tuple[str, int]]:
    """The standing lines of one outlet's articles."""
    about = documents.set_index("document")[["text", "lang"]].to_dict("index")
    said: dict[str, dict[int, tuple[Key, int]]] = defaultdict(dict)
    holding: dict[Key, set[str]] = defaultdict(set)
    for row in units.to_dict("records"):
        words = about[row["document"]]["text"][row["start"] : row["end"]].casefold().split()
        said[row["document"]][row["unit"]] = tuple(words), len(words)
        holding[tuple(words)].add(row["document"])
    found: set[tuple[str, int]] = set()
    for name, own in said.items():
        shared = {unit for unit, (key, _) in own.items() if len(holding[key]) > 1}
        if shared and sum(own[unit][1] for unit in shared) <= MOST * sum(size for _, size in own.values()):
            lang = about[name]["lang"]
            alone = _rare([key for unit, (key, _) in own.items() if unit not in shared], lang)
            found |= {(name, unit) for unit in shared if len(_rare([own[unit][0]], lang) & alone) < BELONGS}
    return found


def _rare(lines: list[Key], lang: str) -> set[str]:
    stems = content(" ".join(word for line in lines for word in line), lang).stems
    return {stem for stem, weight in stems.items() if weight >= RARE}
