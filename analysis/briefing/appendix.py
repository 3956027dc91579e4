"""The evidence and the articles of a page → Typst: an appendix that printed numbers lead to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.briefing.excerpts import Excerpts, Piece, sentence
from analysis.briefing.inline import quoted, run, unlinked
from analysis.briefing.references import Entry, Part
from analysis.briefing.sanitise import HEADINGS
from analysis.briefing.tabular import Block, Tabular
from analysis.briefing.tree import Element, Node, text, words
from analysis.language import many, say

ASIDE = ("role-dateline", "role-caption", "role-credit", "role-related")
COLUMN = "column"
"""The kind of a block that stands in one of the appendix's columns."""
HOW = "how to read"
"""The kind of the block that says how to read them."""


@dataclass
class Appendix(Tabular):
    """Writes entries and articles; it remembers whether the entries have been written, and what they gave whole."""

    written: bool = False
    excerpts: Excerpts = field(default_factory=Excerpts)
    levels: list[int] = field(default_factory=list)

    def evidence(self) -> list[Block]:
        """All entries that something links to, the first time; how to read them before."""
        if self.written:
            return []
        self.written = True
        entries = [self._entry(entry) for entry in self.references.entries]
        return [Block(f"#note[#{quoted(said)}]", said, kind=HOW) for said in self._how()] + entries

    def article(self, node: Element) -> list[Block]:
        """An article in full, its sentences numbered in the margin, without the marks of the screen."""
        lang = quoted(node.attrs["lang"].partition("-")[0]) if "lang" in node.attrs else "none"
        made = []
        for one in node.children:
            if isinstance(one, Element) and one.tag in HEADINGS:
                made.append(self._title(one))
            elif isinstance(one, Element) and one.tag == "p" and words(one):
                made.append(
                    self._unit(one, lang, words(node.children[0]) if isinstance(node.children[0], Element) else "")
                )
            elif isinstance(one, Element) and not one.has("controls"):
                made += self.article(Element("article", dict(node.attrs), one.children))
        return made

    def _how(self) -> list[str]:
        if not self.references.entries and not self.references.left:
            return []
        said = [say("Nothing in this document refers to an entry of the evidence.")]
        if self.references.entries:
            said = [
                say(
                    "A number in brackets leads here, a letter behind it to one article; behind each title stand the "
                    "pages that refer to it. Of long sentences only what was found is given, with a few words around "
                    "it; the articles in full bear the same numbers in the margin."
                )
            ]
        if self.references.left:
            said.append(
                many(
                    self.references.left,
                    "{n} entry that nothing in this document refers to is left out; the HTML briefing has it.",
                    "{n} entries that nothing in this document refers to are left out; the HTML briefing has them.",
                )
            )
        return [" ".join(said)]

    def _entry(self, entry: Entry) -> Block:
        title = words(entry.title) if entry.title else ""
        level = self.levels[-1] + 1 if self.levels else 1
        name = quoted(entry.name) if entry.name in entry.linked else "none"
        targets = "".join(f"{quoted(target)}, " for target in sorted(entry.linked))
        shown = self.inline(unlinked(entry.title.children, ("id", "href"))) if entry.title else ""
        given = f"{quoted(str(entry.number))}, {name}, ({targets}), {quoted(title)}, {level}, {quoted(say('p.'))}"
        head = f"#entry({given})[{shown}]"
        whole = entry.name in entry.linked or len(entry.parts) < 2
        told = [part for part in entry.parts if whole or part.name in entry.linked]
        rest = [part for part in entry.parts if all(part is not one for one in told)]
        said = "".join(self._part(entry, part, title) for part in told)
        also = ", ".join(f"({quoted(part.letter)}, ({''.join(self._places(part))}))" for part in rest)
        ids = tuple(sorted(entry.linked))
        return Block(head + said + (f"#also({also})" if also else ""), title, ids, COLUMN)

    def _part(self, entry: Entry, part: Part, title: str) -> str:
        name = quoted(part.name) if part.name in entry.linked and part.name != entry.name else "none"
        rows = "".join(f"({', '.join(self._row_of(item))}), " for item in part.items)
        return f"#said({quoted(part.letter)}, {name}, {quoted(f'[{entry.number}{part.letter}] {title}')}, ({rows}))"

    def _row_of(self, item: Element) -> Iterator[str]:
        one = sentence(item)
        lang = item.attrs.get("lang", "").partition("-")[0]
        yield quoted(one.number)
        yield quoted(one.unit) if one.unit in self.wanted else "none"
        yield quoted(lang) if lang else "none"
        remark = f" #remark[{run(one.remark)}]" if one.remark else ""
        yield f"[{''.join(map(_piece, self.excerpts.shown(one)))}{remark}]"

    def _places(self, part: Part) -> Iterator[str]:
        for item in part.items:
            one = sentence(item)
            yield f"({quoted(one.number)}, {quoted(one.unit) if one.unit in self.wanted else 'none'}), "

    def _title(self, node: Element) -> Block:
        level = self.levels[-1] + 1 if self.levels else 1
        return Block(f"#article-title({level})[{self.inline(node.children)}]", words(node), kind=COLUMN)

    def _unit(self, node: Element, lang: str, title: str) -> Block:
        name = node.attrs.get("id", "")
        found = re.search(r"-(\d+)$", name)
        number = str(int(found[1]) + 1) if found else ""
        role = "aside" if any(map(node.has, ASIDE)) else "strong" if _heads(node) else "plain"
        given = f"{quoted(name) if name in self.wanted else 'none'}, {quoted(number)}, {quoted(title.split(' ')[0])}"
        body = run(_bare(node).strip(), self.narrow)
        return Block(f"#unit({given}, {lang}, {quoted(role)})[{body}]", text(node), (name,) if name else (), COLUMN)


def _piece(piece: Piece) -> str:
    said, kind = piece
    before, after = " " * said.startswith(" "), " " * said.endswith(" ")
    return f"{before}#hit[{run(said.strip())}]{after}" if kind == "marked" and said.strip() else run(said)


def _heads(node: Element) -> bool:
    return node.has("role-title") or node.has("role-heading")


def _bare(node: Node) -> str:
    if isinstance(node, str):
        return node
    return "" if node.has("controls") or node.has("aloud") else "".join(map(_bare, node.children))
