"""A page made for reading: invented articles of as many sentences as one likes, with evidence of many layers.

Sentence n of every article is made of the same words; what is found in it depends on n alone, so that a test can say
what stands where: every 4th tells of rockets, every 6th of a treaty, every 5th is hedged, and so on. Fact number k is
told in sentence k of article A, 2 further down in B, 4 further down in the next, and by each article but every fourth.
"""

import sys
from pathlib import Path

import pandas as pd
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

sys.path.insert(0, str(Path(__file__).parents[2]))
from analysis import display as show
from analysis import language, measures, tables
from analysis.briefing.html import html
from analysis.briefing.page import page

WORDS = "Alma said that the rocket may reach the treaty port, where a grand delegation waited for Boris and the envoys."
FOUND = {
    "Alma": ("actor", "Alma", 2),
    "Boris": ("actor", "Boris", 3),
    "rocket": ("topic", "space", 4),
    "treaty": ("topic", "diplomacy", 6),
    "may": ("hedge", "modal", 5),
    "grand": ("loaded", "praising", 7),
    "delegation": ("frame", "ceremony", 3),
    "port": ("place", "Port of Mir", 8),
    "envoys": ("frame", "protocol", 4),
}
MARKS = ("A", "B", "C é", "AFP-2")


def marks(articles):
    """As many marks of articles: the first four are of many kinds."""
    return [*MARKS, *(f"D{number}" for number in range(articles))][:articles]


def corpus(articles=3, sentences=40):
    """Documents, units, evidence, statements and claims of so many articles."""
    documents, units, found, said, claims = [], [], [], [], []
    for number, mark in enumerate(marks(articles)):
        name, texts = f"d{number:03}", []
        for place in range(sentences):
            start = sum(map(len, texts)) + len(texts)
            texts.append(f"Sentence {place + 1}. {WORDS}")
            own = {"document": name, "unit": place}
            role = "title" if place == 0 else "lead" if place == 1 else "caption" if place == 12 else "body"
            units.append({**own, "start": start, "end": start + len(texts[-1]), "role": role})
            found += [{**own, **match} for match in _matches(texts[-1], start, place)]
            if place % 9 == 4:
                said.append({**own, "start": start, "end": start + 40, "kind": "direct", "speaker": "Alma"})
            fact = place - 2 * number
            if fact >= 0 and fact % 4 != number % 4:
                claims.append({**own, "start": start, "end": start + len(texts[-1]), "fact": f"F{fact:03}"})
        named = {"label": mark, "outlet": f"Outlet {number}", "title": f"Title of article {mark}", "lang": "en"}
        documents.append({"document": name, **named, "published": "2024-05-01", "text": "\n".join(texts)})
    claims = [{**row, "claim": f"{row['fact']}.{place}"} for place, row in enumerate(claims)]
    rows = {"documents": documents, "units": units, "evidence": found, "statements": said, "claims": claims}
    return {name: tables.table(name, given) for name, given in rows.items()}


def _matches(text, start, place):
    for match, (layer, label, every) in FOUND.items():
        if place % every == 0:
            at = start + text.index(match)
            named = {"layer": layer, "label": label, "rule": f"en-{layer}-{match.lower()}"}
            yield {"start": at, "end": at + len(match), "match": match, **named}


def rules():
    """The rules that found something; the one for `treaty` needs company."""
    return tables.table(
        "rules",
        [
            {"rule": f"en-{layer}-{match.lower()}", "layer": layer, "label": label, "pattern": f"{match}*"}
            | {"context": "together|topic:space" if match == "treaty" else ""}
            for match, (layer, label, _) in FOUND.items()
        ],
    )


def notebook(articles=3, sentences=40, lang="en", more=0):
    """A notebook with findings, a matrix, evidence and articles; `more` layers hold the same matches again."""
    made = corpus(articles, sentences)
    documents, units, claims = made["documents"], made["units"], made["claims"]
    marks_ = dict(zip(documents["document"], documents["label"], strict=True))
    facts = claims.assign(layer="fact", label=claims["fact"], rule="told", match="")[list(tables.SCHEMAS["evidence"])]
    again = [made["evidence"].assign(layer=f"more {letter}") for letter in "abcdefgh"[:more]]
    found = pd.concat([made["evidence"], facts, *again], ignore_index=True)
    titles = {fact: f"{WORDS[:60]} ({fact})" for fact in sorted(set(claims["fact"]))}
    with language.speaking(lang):
        topics = measures.prevalence(made["evidence"], units, documents, "topic")
        told = claims.assign(layer="fact", label=claims["fact"], source=claims["document"].map(marks_), how="told")
        told = told.assign(word="told", statement=claims["fact"].map(titles)).drop_duplicates(["label", "source"])
        told = told[told["fact"] < "F020"]
        shown = [
            show.findings(
                ["Of all sentences, [[10 tell of space|evidence-topic-space]] and [[F001|evidence-fact-f001]]."]
            ),
            show.matrix(topics, documents, rows="Topic", caption="Topics"),
            show.signs(told, documents, rows="Fact", caption="Facts"),
            "## Evidence",
            show.evidence(found, units, documents, titles=titles, rules=rules()),
            "## Articles",
            show.articles(documents, units, found, statements=made["statements"], claims=claims),
        ]
    rows = documents[["label", "outlet", "title", "published"]].to_numpy().tolist()
    return new_notebook(
        cells=[_cell(each) for each in shown],
        metadata={"recoupe": {"title": "A page to read", "lang": lang, "articles": rows, "parameters": {}}},
    )


def _cell(shown):
    if isinstance(shown, str):
        return new_markdown_cell(shown)
    return new_code_cell("", outputs=[new_output("display_data", data=shown._repr_mimebundle_())])


def written(path, **given):
    """The path of the page, written."""
    path.write_text(html(page(notebook(**given))), encoding="utf-8")
    return path
