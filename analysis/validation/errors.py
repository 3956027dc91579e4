"""Every difference between coding and machine, with its sentence."""

import pandas as pd

from analysis.validation.units import differences

COLUMNS = ("layer", "label", "document", "unit", "start", "end", "error", "machine", "human", "text")


def errors(codings: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    """One row is an error: missed (the coding alone says it), extra (the machine alone) or differs (both, otherwise).

    `text` is the coded unit. From the codings of units (`coded`) and the verdicts on all else, layer by layer.
    """
    apart = differences(codings)
    held = {side: apart["label"].where(apart[side].astype(bool), "").astype("str") for side in ("human", "machine")}
    listed = verdicts[verdicts["error"] != ""]
    both = pd.concat([apart.assign(**held), listed], ignore_index=True)[list(COLUMNS)]
    order = {pair: place for place, pair in enumerate(dict.fromkeys(zip(both["layer"], both["label"], strict=True)))}
    ranks = [order[pair] for pair in zip(both["layer"], both["label"], strict=True)]
    return both.assign(rank=ranks).sort_values(["rank", "document", "start", "end"], kind="stable", ignore_index=True)[
        list(COLUMNS)
    ]


def shown(errors: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The errors for a reader: with `source`, the article's mark, and `says` in words."""
    source = errors["document"].map(documents.set_index("document")["label"]).astype("str")
    says = [_says(row) for row in errors.to_dict("records")]
    return errors.assign(source=source, says=pd.Series(says, errors.index, "str"))


def _says(row: dict) -> str:
    if row["error"] == "missed":
        return f"misses {row['human']}"
    if row["error"] == "extra":
        return f"adds {row['machine']}"
    return f"says {row['machine']}; the reference says {row['human']}"
