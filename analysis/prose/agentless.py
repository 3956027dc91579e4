"""Sentences on acts that are told without anybody who does them."""

import pandas as pd

from analysis.language import many, say, word
from analysis.prose.agency import ends
from analysis.prose.wording import linked, percent, told


def untold_agents(measure: pd.DataFrame) -> list[str]:
    """How many acts are told without anybody who does them, and in which source most and least."""
    rows = measure[measure["of"] > 0]
    of, missing = int(rows["of"].sum()), int(rows["untold"].sum())
    if not of:
        return [say("No act was found that is told as done, so none lacks an agent.")]
    label = str(rows["label"].iloc[0])
    first = many(
        missing,
        "Of {acts}, {missing} is told without an agent, in a passive or with an impersonal subject ({share}).",
        "Of {acts}, {missing} are told without an agent, in a passive or with an impersonal subject ({share}).",
        none="Of {acts}, none is told without an agent, in a passive or with an impersonal subject ({share}).",
        acts=_by_verbs(of, label.partition(": ")[2]),
        missing=linked(str(missing), "agency", label),
        share=percent(missing / of),
    )
    return [first, *_untold_most(rows)]


def _by_verbs(of: int, kind: str) -> str:
    if kind:
        return many(
            of,
            "{n} act of the kind “{kind}” told as done by a verb in the articles' own words",
            "{n} acts of the kind “{kind}” told as done by a verb in the articles' own words",
            kind=told(word(kind)),
        )
    return many(
        of,
        "{n} act told as done by a verb in the articles' own words, speech aside",
        "{n} acts told as done by a verb in the articles' own words, speech aside",
    )


def _untold_most(rows: pd.DataFrame) -> list[str]:
    """In which source most and least agents are left out; where the intervals meet, that no difference shows."""
    ordered = rows.sort_values(["share", "source"], kind="stable").to_dict("records")
    if len(ordered) < 2:
        return []
    low, high = ordered[0], ordered[-1]
    about = ends(high, low, "untold")
    if low["high"] >= high["low"]:
        return [
            say(
                "No article surely leaves out more agents than another: the 95\u00a0% intervals of the highest and the "
                "lowest share overlap."
            )
        ]
    if len(ordered) == 2:
        return [
            say(
                "{high} leaves {most} of {of_most} without one, {low} leaves {least} of {of_least} without one; the "
                "95\u00a0% intervals of these two lie apart.",
                **about,
            )
        ]
    return [
        say(
            "{high} leaves {most} of {of_most} without one, {low} leaves {least} of {of_least} without one; the "
            "95\u00a0% intervals of these two lie apart, but they are the ends of {sources}, and chance may part "
            "these.",
            sources=len(ordered),
            **about,
        )
    ]
