"""Acts of speech: the cues of statements with their speakers, and to whom it is said."""

import re
from typing import Any

from analysis import arguments, doers, predicates
from analysis.acted import SPEAKING, Act, Scene, who
from analysis.arguments import Place
from analysis.doers import NONE, Doer
from analysis.phrases import Phrase
from analysis.predicates import ACTIVE, DONE, OPEN, UNDONE, Mark

_TOLD = re.compile(r"(?:told|tell|tells|telling|informed|warned|assured|reminded)(?!\w)", re.IGNORECASE)
_TELLS = re.compile(r"\s+(?:que\s|qu[’']|that\s)")


def spoken(scene: Scene, place: Place, start: int, end: int, row: Any) -> Act:
    """The act of a cue: its agent is the speaker of the statement, its patient who is told."""
    mark = Mark(start, end, SPEAKING, ("finite",), "subject", "", ())
    own = predicates.group(place.text, place.start, mark)
    polarity = UNDONE if own.negated else OPEN if own.unsure else DONE
    return Act(mark, SPEAKING, ACTIVE, _speaker(scene, row), who(scene, _hearer(place, start, end)), polarity)


def tells(place: Place, start: int, end: int) -> bool:
    """Whether a verb of several senses tells here: `que` follows, or behind a comma its subject does."""
    if _TELLS.match(place.text, end):
        return True
    return (
        arguments.behind_quotation(place, start, end, True)
        and arguments.following(place, end, partitive=False) is not None
    )


def _hearer(place: Place, start: int, end: int) -> Phrase | None:
    """To whom it is said: behind `à` or `to`, or the object of `told`."""
    if _TOLD.match(place.text, start):
        return arguments.following(place, end)
    return arguments.behind(place, "to", end, near=True)


def _speaker(scene: Scene, row: Any) -> Doer:
    if not row.speaker or row.speaker_start < 0:
        return NONE
    kinds = {mention.actor: mention.kind for mention in scene.named}
    kind = kinds.get(row.speaker, doers.COMMON)
    return Doer(row.speaker, row.speaker_start, row.speaker_end, kind)


def as_said(scene: Scene, act: Act, cue: Any) -> Act:
    """The act of a verb that also reports: its agent is the speaker, where the clause names nobody."""
    if cue is None or act.form != ACTIVE or act.agent.kind in doers.NAMED:
        return act
    speaker = _speaker(scene, cue)
    return act._replace(agent=speaker) if speaker.name and (speaker.kind in doers.NAMED or not act.agent.name) else act
