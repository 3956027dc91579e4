"""Role nouns of people whom the article names with that office: `le maire`, `the Kessaran president`."""

from analysis.naming import Marks, Named


def roles(text: str, mentions: list[Named], known: Marks) -> list[Named]:
    """The mentions of people by their office alone."""
    return []
