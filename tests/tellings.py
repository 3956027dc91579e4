"""Tables `claims` and `facts` of articles written in signs, so that every number of a test can be counted.

An article is its sentences, parted by blanks: `f1` tells the fact f1, `f1?` with doubt, `f1@Alma` as Alma's word,
`f1?@Alma` both, `f1+f2` two facts, `-` none. A fact's story is that of its number: `2f1` belongs to the story 2.
"""

import re
from typing import Any, NamedTuple

import pandas as pd

from analysis import tables

SAID = re.compile(r"(?P<fact>(?P<story>\d*)[a-zA-Z]\w*)(?P<doubt>\??)(?:@(?P<speaker>[\w|]+))?")


class Telling(NamedTuple):
    claims: pd.DataFrame
    facts: pd.DataFrame
    documents: pd.DataFrame
    units: pd.DataFrame


def corpus(*articles: str) -> Telling:
    """Articles A, B, C …, of which the text is the signs themselves."""
    documents, units, claims = [], [], []
    for place, text in enumerate(articles):
        name = f"d{place:03}"
        label = chr(65 + place) if place < 26 else f"S{place}"
        documents.append({"document": name, "label": label, "lang": "fr", "text": text})
        for unit, sentence in enumerate(re.finditer(r"\S+", text)):
            span = {"document": name, "unit": unit, "start": sentence.start(), "end": sentence.end()}
            units.append({**span, "role": "body"})
            claims += [_claim(span, said) for said in SAID.finditer(sentence.group())]
    for number, claim in enumerate(claims):
        claim["claim"] = f"c{number}"
    found = tables.table("claims", claims)
    return Telling(found, _facts(found), tables.table("documents", documents), tables.table("units", units))


def units(telling: Telling, *places: str) -> pd.DataFrame:
    """These units, written `A0`, as `copies.copied` gives them."""
    names = dict(zip(telling.documents["label"], telling.documents["document"], strict=True))
    rows = [(names[place[0]], int(place[1:])) for place in places]
    return pd.DataFrame(rows, columns=["document", "unit"]).astype({"document": "str", "unit": "int64"})


def _claim(span: dict[str, Any], said: re.Match[str]) -> dict[str, Any]:
    return {**span, "fact": said["fact"], "hedged": bool(said["doubt"]), "attributed_to": said["speaker"] or ""}


def _facts(claims: pd.DataFrame) -> pd.DataFrame:
    stories = {fact: int(SAID.match(fact)["story"] or 0) for fact in sorted(set(claims["fact"]))}
    of = claims.assign(story=claims["fact"].map(stories)).groupby("story")["document"].nunique()
    rows = []
    for fact, story in stories.items():
        own = claims[claims["fact"] == fact]
        first = own[["document", "unit", "start", "end"]].iloc[0].to_dict()
        counts = {"articles": own["document"].nunique(), "of": int(of[story]), "story": story}
        rows.append({**first, "fact": fact, "statement": f"They say {fact}.", **counts})
    return tables.table("facts", rows)
