"""Small corpora for the map of sources: articles given as the features that their units hold."""

import pandas as pd

from analysis import tables, traits


def corpus(**articles):
    """(traits, units, documents) of articles such as `A="threat,own words | threat | bargain,quotation"`.

    A part is a unit; a feature stands in the group `voice` if it is a voice, else in `frame`.
    """
    voices = {traits.OWN, traits.QUOTATION, traits.REPORT, traits.DOUBT}
    rows, units = [], []
    for label, text in articles.items():
        for unit, part in enumerate(text.split("|")):
            units.append(
                {"document": label.lower(), "unit": unit, "start": 10 * unit, "end": 10 * unit + 9, "role": "body"}
            )
            for feature in filter(None, (word.strip() for word in part.split(","))):
                group = "voice" if feature in voices else "frame"
                rows.append((label.lower(), unit, group, feature, 1))
    documents = tables.table("documents", [{"document": label.lower(), "label": label} for label in articles])
    return (
        traits.together(pd.DataFrame(rows, columns=list(traits.SCHEMA)).astype(traits.SCHEMA)),
        tables.table("units", units),
        documents,
    )


def units_of(**counts):
    """So many units of each feature: `units_of(threat=2, bargain=1)` is `threat | threat | bargain`."""
    return " | ".join(name.replace("_", " ") for name, count in counts.items() for _ in range(count))


def counted(table, documents=None):
    """A table of counts (sources × features) as traits without units, in one group."""
    long = table.rename_axis("source").reset_index().melt("source", var_name="feature", value_name="count")
    documents = documents if documents is not None else about(table.index)
    return traits.counted(long.astype({"source": "str", "feature": "str"}), documents, "naming"), documents


def about(labels):
    return tables.table("documents", [{"document": str(label).lower(), "label": str(label)} for label in labels])
