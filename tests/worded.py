"""Articles of a few invented sentences, each a unit: what the tests of words are about."""

import pandas as pd

from analysis import tables, vocabulary


def corpus(articles: dict[str, list[str]], lang: str = "fr", **about: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The documents and units of articles given by their label as sentences; `title:` before one makes it the title."""
    documents, units = [], []
    for label, sentences in articles.items():
        at, texts = 0, []
        for unit, sentence in enumerate(sentences):
            role, _, text = sentence.rpartition(": ") if sentence.startswith(tables.ROLES) else ("body", "", sentence)
            units.append({"document": label, "unit": unit, "start": at, "end": at + len(text), "role": role})
            at += len(text) + 1
            texts.append(text)
        outlet = about.get(label, "")
        documents.append({"document": label, "label": label, "outlet": outlet, "lang": lang, "text": "\n".join(texts)})
    return tables.table("documents", documents), tables.table("units", units)


def spans(name: str, documents: pd.DataFrame, *wanted: tuple[str, str], **columns: str) -> pd.DataFrame:
    """A table of statements or actors: the first place of each (label, words)."""
    texts = dict(documents[["document", "text"]].itertuples(index=False, name=None))
    rows = []
    for label, words in wanted:
        start = texts[label].index(words)
        match = {"match": words} if name == "actors" else {}
        rows.append({"document": label, "unit": 0, "start": start, "end": start + len(words), **match, **columns})
    return tables.table(name, rows)


def read(documents: pd.DataFrame, units: pd.DataFrame) -> pd.DataFrame:
    """The vocabulary of articles that quote and name nobody."""
    return vocabulary.read(documents, units, tables.empty("statements"), tables.empty("actors"))
