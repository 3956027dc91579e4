"""What a layer's labels are called in a sentence: an actor, two places, the topics x and z."""

from analysis.language import many, number, say, word
from analysis.prose.wording import told


def one(what: str) -> str:
    """`actor`: in French all that are known are masculine, so that a sentence can say `aucun acteur`."""
    return told(word(what))


def counted(count: int, what: str) -> str:
    """`1 actor`, `2 actors`."""
    said = {
        "actor": many(count, "{n} actor", "{n} actors", none="no actor"),
        "place": many(count, "{n} place", "{n} places", none="no place"),
        "topic": many(count, "{n} topic", "{n} topics", none="no topic"),
        "frame": many(count, "{n} frame", "{n} frames", none="no frame"),
    }
    return said.get(what) or f"{number(count)} {one(what)}"


def some(what: str, count: int = 2) -> str:
    """`actors`, or `actor` of one, without their number."""
    said = {
        "actor": many(count, "actor", "actors"),
        "place": many(count, "place", "places"),
        "topic": many(count, "topic", "topics"),
        "frame": many(count, "frame", "frames"),
        "reliable frame": many(count, "reliable frame", "reliable frames"),
        "hedge": many(count, "hedge", "hedges"),
        "policy": many(count, "policy frame", "policy frames"),
        "loaded": many(count, "loaded word", "loaded words"),
    }
    return said.get(what) or one(what)


def the(count: int, what: str, labels: str) -> str:
    """`the actor Alma`, `the topics x and z`."""
    said = {
        "actor": many(count, "the actor {labels}", "the actors {labels}", labels=labels),
        "place": many(count, "the place {labels}", "the places {labels}", labels=labels),
        "topic": many(count, "the topic {labels}", "the topics {labels}", labels=labels),
        "frame": many(count, "the frame {labels}", "the frames {labels}", labels=labels),
    }
    return said.get(what) or say("{what} {labels}", what=one(what), labels=labels)


def sentences(units: int, of: int) -> str:
    """`3 of 10 sentences`."""
    if of == 1:
        return say("{units} of 1 sentence", units=units)
    return many(units, "{n} of {of} sentences", "{n} of {of} sentences", of=of)
