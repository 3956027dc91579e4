"""The evidence that a printed page leads to: its entries, numbered in the order in which they are first mentioned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from analysis.briefing.page import Page
from analysis.briefing.sanitise import HEADINGS
from analysis.briefing.tree import Element, Node, walk, words


@dataclass(frozen=True)
class Reference:
    """What stands at a link: an entry's number and, for the sentences of one source, its letter."""

    number: int
    letter: str = ""

    def __str__(self) -> str:
        return f"{self.number}{self.letter}"


@dataclass(frozen=True)
class Part:
    """The sentences of an entry that one source has: list items of the page."""

    name: str
    letter: str
    items: list[Element]


@dataclass
class Entry:
    """One entry: its number, its title, its sentences by source, and which of its names something links to."""

    name: str
    title: Element | None
    parts: list[Part]
    number: int = 0
    linked: set[str] = field(default_factory=set)

    def names(self) -> list[str]:
        """Its own name and those of its parts."""
        return [self.name, *(part.name for part in self.parts)]


@dataclass
class References:
    """The entries that are linked to, by number; what stands at a link to each name; how many entries are left out."""

    entries: list[Entry] = field(default_factory=list)
    at: dict[str, Reference] = field(default_factory=dict)
    left: int = 0


def references(page: Page) -> References:
    """The entries of the page's evidence that its text, tables, figures and footnotes link to."""
    found = [_entry(section) for section in _outermost(page.body)]
    owner = {name: entry for entry in found for name in entry.names() if name}
    made = References()
    for name in dict.fromkeys(_mentioned(page)):
        if name not in owner:
            continue
        entry = owner[name]
        if not entry.number:
            made.entries.append(entry)
            entry.number = len(made.entries)
        entry.linked.add(name)
        part = next((part for part in entry.parts if part.name == name), None)
        made.at[name] = Reference(entry.number, part.letter if part else "")
    made.left = len(found) - len(made.entries)
    return made


def everything(nodes: Iterable[Node]) -> Iterator[Element]:
    """Every element, those of drawings too."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from everything(node.children)


def hits(drawing: Element) -> list[Element]:
    """The links of a drawing, in its order."""
    return [one for one in everything([drawing]) if one.tag == "a" and one.has("hit") and one.attrs.get("href")]


def _outermost(nodes: Iterable[Node]) -> Iterator[Element]:
    for node in nodes:
        if isinstance(node, Element):
            if node.has("evidence"):
                yield node
            else:
                yield from _outermost(node.children)


def _entry(section: Element) -> Entry:
    inner = list(_outermost(section.children))
    held = {id(one) for part in inner for one in walk([part])}
    title = next((one for one in walk(section.children) if one.tag in HEADINGS and id(one) not in held), None)
    own = [one for one in walk(section.children) if one.tag == "li" and id(one) not in held]
    parts = [Part(section.attrs.get("id", "") if not inner else "", "", own)] if own else []
    return Entry(section.attrs.get("id", ""), title, [*parts, *map(_part, inner)])


def _part(section: Element) -> Part:
    letter = next((words(one) for one in walk(section.children) if one.has("source")), "")
    return Part(section.attrs.get("id", ""), letter, [one for one in walk(section.children) if one.tag == "li"])


def _mentioned(page: Page) -> Iterator[str]:
    """The names that links outside of the evidence and the articles lead to, in reading order."""
    for element in _told([*page.body, *(node for note in page.notes.values() for node in note)]):
        href = element.attrs.get("href", "")
        if element.tag == "a" and href.startswith("#"):
            yield href[1:]


def _told(nodes: Iterable[Node]) -> Iterator[Element]:
    for node in nodes:
        if isinstance(node, Element) and not (node.has("evidence") or node.has("source-text")):
            yield node
            yield from _told(node.children)
