"""The page that opens a folder of briefings: what each asks, what it found first, and its files."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from analysis.briefing import canonical
from analysis.language import say, word

STYLE = """
.entry h2 { font-size: 1.25rem; margin: 2rem 0 0.4rem; }
.entry p { margin: 0 0 0.4rem; }
.files { font: 0.82rem/1.5 var(--sans, sans-serif); }
.files a { margin-right: 1.1rem; }
"""
"""What the index adds to the style of the briefings."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Entry:
    """A briefing on the index: its file's stem, its question, and what it found, in its order."""

    name: str
    title: str
    findings: tuple[str, ...]


def entry(name: str, notebook: Any) -> Entry:
    """The entry of an executed notebook."""
    return Entry(name, notebook.metadata.get("recoupe", {}).get("title", name), findings(notebook))


def findings(notebook: Any) -> tuple[str, ...]:
    """The findings of the first list that the notebook shows, as plain text."""
    from bs4 import BeautifulSoup

    for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
        shown = output.get("data", {}).get("text/html", "")
        items = BeautifulSoup(shown, "html.parser").select("ul.findings > li") if "findings" in shown else []
        if items:
            return tuple(" ".join(item.get_text().split()) for item in items)
    return ()


def telling(entries: Sequence[Entry]) -> dict[str, str]:
    """Entry → its first finding that the others do not show as well; empty where there is none."""
    count = Counter(finding for entry in entries for finding in set(entry.findings))
    own = {entry.name: [f for f in entry.findings if count[f] == 1 or count[f] < len(entries)] for entry in entries}
    return {name: found[0] if found else "" for name, found in own.items()}


def page(corpus: str, articles: Sequence[Sequence[str]], entries: Sequence[Entry], tables: Iterable[str]) -> str:
    """The index as one HTML page that needs no network. `articles` are (label, outlet, title, published)."""
    shown = telling(entries)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Briefings on {escape(corpus)}</title>
<style>
{_style()}</style>
</head>
<body>
<header class="head">
<p class="corpus">{escape(corpus)}</p>
<h1>What the articles tell</h1>
{_sources(articles)}
</header>
<main>
{"".join(_section(each, shown[each.name]) for each in entries)}<section class="entry">
<h2>The tables behind them</h2>
<p class="files">{" ".join(_link(f"tables/{name}.csv", f"{name}.csv") for name in tables)}</p>
<p class="files">{_link("manifest.json", "What these briefings were made of (manifest.json)")}</p>
</section>
</main>
</body>
</html>
"""


def name_of(notebook: Any, topic: str = "") -> str:
    """The title of a briefing: its notebook's question, and the topic it was asked about."""
    question = canonical.title(notebook)
    shown = say("“{label}”", label=word(topic))
    named = question.replace(say("this topic"), shown)
    return f"{question} ({word(topic)})" if question and topic and named == question else named if topic else question


def _section(entry: Entry, finding: str) -> str:
    links = " ".join(_link(f"{entry.name}{end}", kind) for end, kind in _FILES)
    first = f"<p>{escape(finding)}</p>\n" if finding else ""
    opened = _link(f"{entry.name}.html", entry.title)
    return f'<section class="entry">\n<h2>{opened}</h2>\n{first}<p class="files">{links}</p>\n</section>\n'


_FILES = ((".html", "HTML"), (".pdf", "PDF"), (".ipynb", "notebook"))


def _sources(articles: Sequence[Sequence[str]]) -> str:
    rows = []
    for label, outlet, *rest in articles:
        told = " · ".join([outlet or "outlet unknown", *filter(None, rest)])
        rows.append(f'<li><span class="source">{escape(label)}</span> {escape(told)}</li>')
    return f'<ul class="articles">\n{chr(10).join(rows)}\n</ul>' if rows else ""


def _link(target: str, shown: str) -> str:
    return f'<a href="{escape(target)}">{escape(shown)}</a>'


def _style() -> str:
    """The style sheet of the briefings, and what the index adds."""
    return Path(__file__).with_name("briefing.css").read_text("utf-8") + STYLE
