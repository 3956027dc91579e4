"""Which articles of a corpus tell of the same event: only these can tell the same facts."""

import numpy as np
import pandas as pd

from analysis import linkage
from analysis.content import content

ALIKE = 0.08
"""The mean cosine from which on two groups of articles are about one event; fixed on invented corpora."""


def of(documents: pd.DataFrame, units: pd.DataFrame) -> dict[str, int]:
    """The story of each document, numbered in the order of `documents`.

    Articles are compared by the words of `units`, those weighted most that are rare in general: average linkage of
    cosines (see `linkage`).
    """
    names = documents["document"].tolist()
    alike = _cosines(_texts(documents, units)) if names else np.zeros((0, 0))
    np.fill_diagonal(alike, 0)
    found = sorted(sorted(group) for group in linkage.groups(alike, ALIKE))
    return {names[place]: story for story, group in enumerate(found) for place in group}


def _texts(documents: pd.DataFrame, units: pd.DataFrame) -> list[dict[str, float]]:
    """The weights of each document's stems."""
    spans = units.groupby("document")[["start", "end"]].apply(lambda own: list(own.itertuples(index=False, name=None)))
    found = []
    for document, text, lang in documents[["document", "text", "lang"]].itertuples(index=False, name=None):
        told = "\n".join(text[start:end] for start, end in spans.get(document, []))
        found.append({stem: weight**2 for stem, weight in content(told, lang).stems.items() if stem[0] != "#"})
    return found


def _cosines(texts: list[dict[str, float]]) -> np.ndarray:
    from scipy.sparse import csr_array

    places = {stem: place for place, stem in enumerate(sorted(set().union(*texts)))}
    rows = [row for row, text in enumerate(texts) for _ in text]
    columns = [places[stem] for text in texts for stem in text]
    weights = [weight for text in texts for weight in text.values()]
    table = csr_array((weights, (rows, columns)), shape=(len(texts), max(len(places), 1)))
    lengths = np.sqrt(np.asarray((table * table).sum(axis=1)).ravel())
    return (table @ table.T).toarray() / np.maximum(np.outer(lengths, lengths), 1e-9)
