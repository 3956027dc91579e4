"""Who acts and who is acted upon, by source: counts with their denominators, and the sentences behind each number."""

from pathlib import Path

import pandas as pd

from analysis import statistics, tables
from analysis.acted import SPEAKING
from analysis.doers import JOINT, NAMED
from analysis.predicates import AGENTLESS, DONE, IMPERSONAL, NOMINAL, OPEN, UNDONE, UNFOUND
from analysis.voicing import OWN

LAYER = "agency"
ACTS, UNDERGOES, UNTOLD = "acts", "undergoes", "agent not told"
ERRORS = Path(__file__).parent / "lexicons" / "agency_errors.csv"


def counted(acts: pd.DataFrame, *, voice: str = "", polarity: str = DONE) -> pd.DataFrame:
    """The acts of one polarity, `done` unless told otherwise, and of one voice where one is given (`own words`)."""
    kept = acts[(acts["polarity"] == polarity) & ((acts["voice"] == voice) | (not voice))]
    return kept.reset_index(drop=True)


def sides(acts: pd.DataFrame) -> pd.DataFrame:
    """One row per act and named actor in it: the columns of `acts`, `actor`, and `side` (`acts` or `undergoes`)."""
    each = [_each(acts, column).assign(side=side) for column, side in (("agent", ACTS), ("patient", UNDERGOES))]
    return pd.concat(each, ignore_index=True).sort_values(
        ["document", "start", "side"], kind="stable", ignore_index=True
    )


def _each(acts: pd.DataFrame, column: str) -> pd.DataFrame:
    """One row per act and somebody with a name on one side of it, who may act together with others."""
    names, kinds = (acts[name].str.split(JOINT, regex=False) for name in (column, f"{column}_kind"))
    table = acts.assign(actor=names, kind=kinds).explode(["actor", "kind"], ignore_index=True)
    return table[table["kind"].isin(NAMED)].drop(columns="kind").astype({"actor": "str"})


def by_actor(acts: pd.DataFrame, documents: pd.DataFrame, *, voice: str = OWN) -> pd.DataFrame:
    """One row per actor and source, those with nothing too: how often the actor acts and undergoes.

    Counted is what the outlet tells in its own words unless another voice is named, or `""` for all of them.
    Columns: layer, actor, label (`X acts`), undergone (`X undergoes`), document, source, `acts`, `undergoes` (acts
    done), `open` and `undone` (what the actor would do or does not do, counted apart), `elsewhere` (acts done by the
    actor in any other voice, as in quotations), `of` (the acts done in that source that name an actor on either side);
    share, low and high are those of `acts` (Wilson 1927). Actors with most acts first.
    """
    done = sides(counted(acts, voice=voice))
    of = done.drop_duplicates(["document", "start", "end"]).groupby("document").size().to_dict()
    held = {name: part.groupby(["actor", "document"]).size().to_dict() for name, part in done.groupby("side")}
    apart = {name: sides(counted(acts, voice=voice, polarity=name)) for name in (OPEN, UNDONE)}
    other = {
        name: part[part["side"] == ACTS].groupby(["actor", "document"]).size().to_dict() for name, part in apart.items()
    }
    others = sides(counted(acts[(acts["voice"] != voice) & (voice != "")]))
    elsewhere = others[others["side"] == ACTS].groupby(["actor", "document"]).size().to_dict()
    order = (
        done.groupby("actor").size().reset_index(name="times").sort_values(["times", "actor"], ascending=[False, True])
    )
    rows = [
        {
            "layer": LAYER,
            "actor": actor,
            "label": f"{actor} {ACTS}",
            "undergone": f"{actor} {UNDERGOES}",
            "document": document,
            "source": source,
            "acts": _at(held.get(ACTS), actor, document),
            "undergoes": _at(held.get(UNDERGOES), actor, document),
            "open": _at(other[OPEN], actor, document),
            "undone": _at(other[UNDONE], actor, document),
            "elsewhere": _at(elsewhere, actor, document),
            "of": int(of.get(document, 0)),
        }
        for actor in order["actor"]
        for document, source in documents[["document", "label"]].itertuples(index=False, name=None)
    ]
    return statistics.with_interval(_typed(rows, _ACTOR), count="acts")


def leading(measure: pd.DataFrame, *, most: int = 5) -> pd.DataFrame:
    """The rows of `by_actor` of its first actors."""
    return measure[measure["actor"].isin(list(dict.fromkeys(measure["actor"]))[:most])].reset_index(drop=True)


def by_class(acts: pd.DataFrame, documents: pd.DataFrame, actor: str, *, voice: str = OWN) -> pd.DataFrame:
    """One row per kind of act and source in which the actor acts or undergoes: how often, `of` all its sides there.

    Columns: layer, actor, act, label (`X acts: giving`), undergone, document, source, `acts`, `undergoes`, `of`;
    share, low and high are those of `acts`. It shows side by side what each source has the actor do.
    """
    own = sides(counted(acts, voice=voice))
    own = own[own["actor"] == actor]
    of = own.groupby("document").size().to_dict()
    held = {name: part.groupby(["act", "document"]).size().to_dict() for name, part in own.groupby("side")}
    often = own.groupby("act").size().reset_index(name="times").sort_values(["times", "act"], ascending=[False, True])
    rows = [
        {
            "layer": LAYER,
            "actor": actor,
            "act": act,
            "label": f"{actor} {ACTS}: {act}",
            "undergone": f"{actor} {UNDERGOES}: {act}",
            "document": document,
            "source": source,
            "acts": _at(held.get(ACTS), act, document),
            "undergoes": _at(held.get(UNDERGOES), act, document),
            "of": int(of.get(document, 0)),
        }
        for act in often["act"]
        for document, source in documents[["document", "label"]].itertuples(index=False, name=None)
    ]
    return statistics.with_interval(_typed(rows, _CLASS), count="acts")


def untold(acts: pd.DataFrame, documents: pd.DataFrame, *, act: str = "", voice: str = OWN) -> pd.DataFrame:
    """One row per source: how many of its acts done are told by a verb without anybody who does them.

    What is said has a speaker and is left out. Told without agent are passives without `par` or `by`, `on` and `il a
    été décidé`; `of` are all acts done but speech that a verb tells, of one kind where `act` names it, without those
    whose agent was not found. Columns: layer, label, document, source, `untold`, `of`, share, low, high.
    """
    kept = _verbal(counted(acts, voice=voice))
    kept = kept[kept["act"] == act] if act else kept[kept["act"] != SPEAKING]
    missing, of = kept[_without(kept)].groupby("document").size(), kept.groupby("document").size()
    rows = [
        {
            "layer": LAYER,
            "label": f"{UNTOLD}: {act}" if act else UNTOLD,
            "document": document,
            "source": source,
            "untold": int(missing.get(document, 0)),
            "of": int(of.get(document, 0)),
        }
        for document, source in documents[["document", "label"]].itertuples(index=False, name=None)
    ]
    return statistics.with_interval(
        _typed(rows, ["layer", "label", "document", "source", "untold", "of"]), count="untold"
    )


def evidence(acts: pd.DataFrame, *, voice: str = OWN) -> pd.DataFrame:
    """`evidence` of the layer `agency`: the acts done behind each number of this module, under the numbers' labels."""
    done = counted(acts, voice=voice)
    both = sides(done)
    kept, label = done[_without(done) & (done["act"] != SPEAKING)], both["actor"] + " " + both["side"]
    parts = [
        both.assign(label=label),
        both.assign(label=label + ": " + both["act"]),
        kept.assign(label=UNTOLD),
        kept.assign(label=UNTOLD + ": " + kept["act"]),
    ]
    table = pd.concat(parts, ignore_index=True).assign(layer=LAYER)
    table = table.assign(rule=table["form"])[list(tables.SCHEMAS["evidence"])].astype(tables.SCHEMAS["evidence"])
    keys = list(tables.KEYS["evidence"])
    return tables.verify("evidence", table.drop_duplicates(keys).sort_values(keys, kind="stable", ignore_index=True))


def errors(lang: str = "") -> pd.DataFrame:
    """One row is a thing measured by hand coding: how many were `right`, of how many `found` and how many `coded`.

    `lang` is `fr` or `en`; without it, both together. Measured on the units of `tests/corpora/agency` that were coded
    last, before their acts were found, and on which no rule was tuned.
    """
    table = pd.read_csv(ERRORS, keep_default_na=False)
    table = table[table["lang"] == lang].reset_index(drop=True)
    return table.astype({"lang": "str", "measured": "str", "right": "int64", "found": "int64", "coded": "int64"})


_ACTOR = ["layer", "actor", "label", "undergone", "document", "source", "acts", "undergoes", "open", "undone"]
_ACTOR += ["elsewhere", "of"]
_CLASS = ["layer", "actor", "act", "label", "undergone", "document", "source", "acts", "undergoes", "of"]
_NUMBERS = ("acts", "undergoes", "open", "undone", "elsewhere", "untold", "of")


def _without(acts: pd.DataFrame) -> pd.Series:
    return acts["form"].isin((AGENTLESS, IMPERSONAL))


def _verbal(acts: pd.DataFrame) -> pd.DataFrame:
    """The acts that a verb tells and of which is known whether an agent is told."""
    return acts[~acts["form"].isin((NOMINAL, UNFOUND)) & (_without(acts) | (acts["agent"] != ""))]


def _at(counts: "dict[tuple[str, str], int] | None", name: str, document: str) -> int:
    return (counts or {}).get((name, document), 0)


def _typed(rows: list[dict], columns: list[str]) -> pd.DataFrame:
    types = {column: "int64" if column in _NUMBERS else "str" for column in columns}
    return pd.DataFrame(rows, columns=columns).astype(types)
