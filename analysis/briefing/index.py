"""The page that opens a folder of briefings: what each asks, what it found first, and its files."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis import language
from analysis.briefing import canonical
from analysis.briefing.page import spoken
from analysis.briefing.quotations import badges
from analysis.briefing.sanitise import fragment
from analysis.briefing.translation import translated
from analysis.briefing.tree import Element, Node, el, walk, write
from analysis.language import day, many, say, word

if TYPE_CHECKING:
    from analysis.briefing.plan import Report

STYLE = """
main > .articles { max-width: none; }
main > .entries { max-width: none; display: grid; gap: 0 2.5rem; }
.entries { grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); }
.entry { border-top: 1px solid var(--ink); padding: calc(var(--line) / 2) 0 var(--line); }
.entry h2 { margin: 0 0 0.4rem; padding: 0; border: 0; font-size: 1.2rem; }
.entry h2 a { text-decoration: none; }
.entry h2 a:hover { text-decoration: underline; }
.entry p { margin: 0 0 0.4rem; font-size: 0.94rem; line-height: 1.45; }
.entry p a:not(.source) { text-decoration-color: var(--rule); }
.first { max-width: none; border-top: 0; padding-top: 0; }
.first h2 { font-size: 1.44rem; }
.first p { max-width: var(--measure); font-size: 1.16rem; line-height: 1.42; padding: 0.3rem 0; }
.compact .entry h2 { font-size: 1rem; }
.compact .entry p { font-size: 0.86rem; }
.entry .files, .files { font: 0.76rem/1.5 var(--sans); }
.files a { display: inline-block; margin-right: 1.1rem; padding: 0.15rem 0; }
@media (min-width: 70rem) { body { display: block; max-width: calc(var(--page) + 2.4rem); } }
"""
"""What the index adds to the style of the briefings."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
FIRST, MANY = 3, 12
"""So many findings of the first briefing are told; more other briefings than these are set small."""


@dataclass(frozen=True)
class Entry:
    """A briefing on the index: its file's stem, its question, and what it found, in its order, as HTML."""

    name: str
    title: str
    findings: tuple[str, ...]
    articles: tuple[str, ...] = field(default=())
    """The ids of the articles that it holds in full."""
    quoted: str = ""
    """The language of most of them."""
    lang: str = ""
    """The language of the briefing."""


def entry(name: str, notebook: Any) -> Entry:
    """The entry of an executed notebook."""
    about = notebook.metadata.get("recoupe", {})
    title, lang = about.get("title", name), about.get("lang", "")
    held = re.findall(r'<article class="source-text" id="([^"]+)" lang="([^"]*)"', "".join(_shown(notebook)))
    langs = Counter(lang for _, lang in held)
    most = min(langs, key=lambda lang: (-langs[lang], lang), default="")
    return Entry(name, title, findings(notebook), tuple(anchor for anchor, _ in held), most, lang)


def findings(notebook: Any) -> tuple[str, ...]:
    """The findings of the first list that the notebook shows, as HTML."""
    from bs4 import BeautifulSoup

    for shown in _shown(notebook):
        items = BeautifulSoup(shown, "html.parser").select("ul.findings > li") if "findings" in shown else []
        if items:
            return tuple(" ".join(item.decode_contents().split()) for item in items)
    return ()


def _shown(notebook: Any) -> list[str]:
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    shown = (output.get("data", {}).get("text/html", "") for output in outputs)
    return ["".join(one) if isinstance(one, list) else str(one) for one in shown]


def telling(entries: Sequence[Entry]) -> dict[str, str]:
    """Entry → its first finding that no more than half of all show, else that not all show; empty where none is."""
    count = Counter(finding for entry in entries for finding in set(entry.findings))
    found = {}
    for one in entries:
        own = [finding for finding in one.findings if count[finding] < max(2, len(entries))]
        rare = [finding for finding in own if count[finding] <= max(1, len(entries) // 2)]
        found[one.name] = next(iter([*rare, *own]), "")
    return found


def page(
    corpus: str, articles: Sequence[Sequence[str]], entries: Sequence[Entry], tables: Iterable[str], lang: str = ""
) -> str:
    """The index as one HTML page that needs no network. `articles` are (label, outlet, title, published).

    Without `lang` it is in the language spoken now.
    """
    lang = spoken(lang or language.spoken())
    with language.speaking(lang):
        head = el(
            "head", el("meta", charset="utf-8"), *_meta(), el("title", say("Briefings on {corpus}", corpus=corpus))
        )
        body = el("body", *_head(corpus, articles, entries), el("main", *_main(articles, entries), id="main"))
        body.children.append(_foot(list(tables)))
    document = write([el("html", head, body, lang=lang)])
    return f"<!DOCTYPE html>\n{document.replace('</head>', f'<style>{_style()}</style></head>', 1)}\n"


def name_of(notebook: Any, topic: str = "") -> str:
    """The title of a briefing: its notebook's question, and the topic it was asked about."""
    question = canonical.title(notebook)
    shown = say("“{label}”", label=word(topic))
    named = question.replace(say("this topic"), shown)
    return f"{question} ({word(topic)})" if question and topic and named == question else named if topic else question


def titles(reports: "Sequence[Report]") -> dict[str, str]:
    """Report → its title in its own language, as it is known before it is run."""
    found = {}
    for report in reports:
        with language.speaking(report.language):
            node = translated(report.notebook.node, report.language)
            found[report.name] = name_of(node, str(report.values.get("topic") or "")) or report.name
    return found


def _meta() -> list[Node]:
    policy = Element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    return [policy, Element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})]


def _head(corpus: str, articles: Sequence[Sequence[str]], entries: Sequence[Entry]) -> list[Node]:
    size = [many(len(articles), "{n} article", "{n} articles", none="no article")]
    size.append(many(len(entries), "{n} briefing", "{n} briefings"))
    kicker = el("p", " · ".join([corpus, *size]), class_="corpus")
    skip = el("a", say("Skip to the text"), class_="skip", href="#main")
    return [skip, el("header", kicker, el("h1", say("What the articles tell")), class_="head", id="top")]


def _main(articles: Sequence[Sequence[str]], entries: Sequence[Entry]) -> list[Node]:
    """The first briefing with what it found, the others beside one another, then the articles."""
    marks = [str(row[0]) for row in articles if row]
    shown = telling(entries)
    first = [_section(one, _lead(one), marks, "first entry") for one in entries[:1]]
    others = [_section(one, [shown[one.name]], marks, "entry") for one in entries[1:]]
    grid = el("div", *others, class_="entries compact" if len(others) > MANY else "entries")
    return [*first, *([grid] if others else []), *_sources(articles, entries)]


def _lead(one: Entry) -> list[str]:
    return list(one.findings[:FIRST])


def _section(one: Entry, found: Sequence[str], marks: Sequence[str], kind: str) -> Element:
    own = {"lang": one.lang} if one.lang and one.lang != language.spoken() else {}
    section = el("section", el("h2", el("a", one.title, href=f"{one.name}.html"), **own), class_=kind)
    section.children += [el("p", *_finding(finding, one, marks), **own) for finding in found if finding]
    links = [el("a", shown, href=f"{one.name}{end}") for end, shown in _files()]
    section.children.append(el("p", *_apart(links), class_="files"))
    return section


def _finding(finding: str, one: Entry, marks: Sequence[str]) -> list[Node]:
    """A finding whose links lead into its briefing, with the badges of its sources."""
    nodes = fragment(finding)
    badges(nodes, marks)
    for element in walk(nodes):
        target = element.attrs.get("href", "")
        if target.startswith("#article-") and target[1:] not in one.articles:
            element.tag = "span"
            del element.attrs["href"]
        elif target.startswith("#"):
            element.attrs["href"] = f"{one.name}.html{target}"
        elif element.has("said") and one.quoted and one.quoted != (one.lang or language.spoken()):
            element.attrs["lang"] = one.quoted
    return nodes


def _files() -> tuple[tuple[str, str], ...]:
    return ((".html", say("Read")), (".pdf", "PDF"), (".ipynb", say("notebook")))


def _sources(articles: Sequence[Sequence[str]], entries: Sequence[Entry]) -> list[Node]:
    """The articles; a letter and a title open the article in the first briefing that holds it."""
    rows = [_source([*row, "", "", "", ""], entries) for row in articles]
    listed = el("ol", *rows, class_="articles", aria_label=say("Articles read"))
    return [el("h2", say("The articles")), listed] if rows else []


def _source(row: Sequence[str], entries: Sequence[Entry]) -> Element:
    label, outlet, title, published = row[:4]
    anchor = "article-" + re.sub(r"\W+", "-", label)
    holding = next((one.name for one in entries if anchor in one.articles), "")
    to = {"href": f"{holding}.html#{anchor}"} if holding else {}
    known = el("span", outlet or say("outlet unknown"), class_="outlet" if outlet else "unknown")
    named: list[Node] = [known]
    named += [" · ", el("cite", el("a", title, **to) if to else title)] if title else []
    named += [" · ", el("time", day(published))] if published else []
    return el("li", el("a" if to else "span", label, class_="source", **to), " ", el("span", *named))


def _foot(tables: Sequence[str]) -> Element:
    links = _apart([el("a", f"{name}.csv", href=f"tables/{name}.csv") for name in tables])
    made = el("a", "manifest.json", href="manifest.json")
    said = say("The files it was made of, with their hashes, and the versions that made it:")
    return el(
        "footer",
        *([el("h2", say("The tables behind them")), el("p", *links, class_="files")] if tables else []),
        el("h2", say("How it was made")),
        el("p", f"{said} ", made),
        class_="made",
    )


def _apart(links: Sequence[Node]) -> list[Node]:
    return [node for link in links for node in (link, " ")]


def _style() -> str:
    """The style sheet of the briefings, and what the index adds."""
    return Path(__file__).with_name("briefing.css").read_text("utf-8") + STYLE
