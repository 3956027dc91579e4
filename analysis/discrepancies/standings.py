"""The closed set of statuses: how sure a matter is (a mode), what becomes of it (a state), and which exclude which.

A status is written `mode`, `state` or `mode: state`: `denied`, `postponed`, `possible: postponed`. Modes are listed
from certain to untrue. `stated` is what the article simply tells, the one mode that is not written before a state.
"""

STATED, CLAIMED, ASKED, NOT_SO = "stated", "claimed", "asked", "not so"
MODES = (
    STATED,
    CLAIMED,
    "confirmed",
    "accepted",
    "planned",
    "likely",
    "wanted",
    "proposed",
    "possible",
    "suspected",
    "unconfirmed",
    "in doubt",
    ASKED,
    "undisclosed",
    "silent",
    "refused",
    "ruled out",
    NOT_SO,
    "denied",
)
"""How sure the matter is, from certain to untrue. `undisclosed` and `silent`: nobody says."""
STATES = (
    *("maintained", "postponed", "suspended", "cancelled", "going on", "over", "open", "closed", "success", "failure"),
    *("unanimous", "divided", "convicted", "acquitted", "freed", "held", "spared", "targeted"),
    *("dismissed", "kept", "stays", "leaves", "working", "broken", "authorised", "banned", "rising", "falling"),
    *("deliberate", "accidental", "alive", "dead", "unharmed", "injured", "at large", "caught", "abolished"),
    *("intact", "damaged", "in favour", "against it"),
)
"""What becomes of the matter."""
UNTRUE = ("refused", "ruled out", NOT_SO, "denied")
OF_PEOPLE = (
    *("dismissed", "suspended", "kept", "convicted", "acquitted", "freed", "held"),
    *("alive", "dead", "unharmed", "injured", "at large", "caught"),
)
"""States that a name alone may be in: the matter is what becomes of somebody."""
VOTE = frozenset(("unanimous", "divided"))
"""States that say of what they are states: of a vote."""

SOFT = 0.36
"""How sure it is that two degrees of the same are meant to differ: they are listed where the words are much alike."""

_OPPOSED = {
    **dict.fromkeys(("maintained|postponed", "maintained|cancelled", "success|failure", "open|closed"), 0.8),
    **dict.fromkeys(("convicted|acquitted", "going on|over", "going on|cancelled", "spared|targeted"), 0.7),
    **dict.fromkeys(("maintained|suspended", "going on|suspended", "unanimous|divided"), 0.6),
    **dict.fromkeys(("working|broken", "authorised|banned", "rising|falling", "deliberate|accidental"), 0.7),
    **dict.fromkeys(("alive|dead", "intact|damaged", "unharmed|injured", "unharmed|dead"), 0.7),
    **dict.fromkeys(("at large|caught", "abolished|maintained", "abolished|going on", "in favour|against it"), 0.6),
    **dict.fromkeys(("dismissed|kept", "suspended|kept", "stays|leaves", "kept|leaves", "dismissed|stays"), 0.6),
    **dict.fromkeys(("suspended|dismissed", "freed|held"), 0.4),
    **dict.fromkeys(("postponed|cancelled", "suspended|cancelled", "suspended|over"), 0.5),
}
_MODES = {
    **dict.fromkeys((f"{sure}|{no}" for sure in ("confirmed", "accepted") for no in UNTRUE), 0.8),
    **dict.fromkeys((f"stated|{no}" for no in UNTRUE), 0.7),
    **dict.fromkeys((f"claimed|{no}" for no in UNTRUE), 0.6),
    **dict.fromkeys((f"planned|{no}" for no in UNTRUE), 0.6),
    **dict.fromkeys((f"{open_}|{no}" for open_ in ("likely", "suspected", "possible") for no in UNTRUE), 0.5),
    **dict.fromkeys((f"asked|{no}" for no in ("ruled out", "denied")), 0.4),
    **dict.fromkeys(
        ("unconfirmed|not so", "wanted|ruled out", "wanted|denied", "proposed|denied", "unconfirmed|denied"), 0.4
    ),
    **dict.fromkeys((f"{sure}|unconfirmed" for sure in ("stated", "confirmed", "accepted")), 0.5),
    **dict.fromkeys((f"{sure}|in doubt" for sure in ("confirmed", "accepted", "planned")), 0.5),
    **dict.fromkeys((f"{sure}|possible" for sure in ("confirmed", "accepted")), 0.5),
    **dict.fromkeys((f"{sure}|suspected" for sure in ("confirmed", "accepted")), 0.5),
    **dict.fromkeys(("stated|suspected", "stated|possible", "stated|undisclosed"), 0.4),
    **dict.fromkeys(
        ("accepted|proposed", "accepted|wanted", "accepted|likely", "accepted|planned", "wanted|planned"), SOFT
    ),
    **dict.fromkeys((f"{sure}|possible" for sure in ("planned", "wanted", "proposed")), SOFT),
    **dict.fromkeys((f"planned|{open_}" for open_ in ("likely", "suspected")), SOFT),
    **dict.fromkeys((f"confirmed|{open_}" for open_ in ("likely", "proposed", "wanted")), SOFT),
}
_MIXED = {
    **dict.fromkeys(("in doubt|maintained", "planned|cancelled"), 0.6),
    **dict.fromkeys(("in doubt|postponed", "in doubt|cancelled", "planned|postponed", "likely|cancelled"), 0.4),
    **dict.fromkeys(("ruled out|maintained", "refused|maintained", "denied|maintained", "not so|maintained"), 0.6),
}
"""How sure it is that a mode of one account and a state of the other can't both be true."""
_LIVE = ("stated", "claimed", "confirmed", "accepted", "planned")


def written(mode: str, state: str) -> str:
    """A status as it is written.

    >>> written("possible", "postponed"), written("stated", "postponed"), written("denied", "")
    ('possible: postponed', 'postponed', 'denied')
    """
    return f"{mode}: {state}" if state and mode != STATED else state or mode


def parted(status: str) -> tuple[str, str]:
    """Mode and state of a status.

    >>> parted("possible: postponed"), parted("postponed"), parted("denied")
    (('possible', 'postponed'), ('stated', 'postponed'), ('denied', ''))
    """
    mode, _, state = status.partition(": ")
    return (STATED, mode) if mode in STATES else (mode, state)


def conflict(one: str, other: str) -> float:
    """How sure it is that two statuses of one matter can't both be true; 0 where they can.

    >>> conflict("maintained", "cancelled"), conflict("denied", "confirmed"), conflict("likely", "possible")
    (0.8, 0.8, 0.0)
    """
    (mode, state), (other_mode, other_state) = parted(one), parted(other)
    if state == other_state:
        return _of(_MODES, mode, other_mode)
    if state and other_state:
        return round(_of(_OPPOSED, state, other_state) * (_weight(mode) * _weight(other_mode)), 3)
    if state:
        return _of(_MIXED, other_mode, state) * _weight(mode)
    return _of(_MIXED, mode, other_state) * _weight(other_mode)


def _weight(mode: str) -> float:
    """What a mode leaves of a state: all if done or coming, most if likely, half if possible, nothing if untrue."""
    return 1.0 if mode in _LIVE else 0.0 if mode in UNTRUE else 0.9 if mode == "likely" else 0.6


def _of(pairs: dict[str, float], one: str, other: str) -> float:
    return pairs.get(f"{one}|{other}", pairs.get(f"{other}|{one}", 0.0))
