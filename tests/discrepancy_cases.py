"""Pairs of sentences that tell one fact, read together: which of their values can't both be true."""

import json
from pathlib import Path

import pytest

from analysis import tables
from analysis.discrepancies.values import OTHER
from analysis.reading import read

CASES = Path(__file__).parent / "cases"
OPENING = {"fr": "Le point du jour.\n\n", "en": "News of the day.\n\n"}


def cases(name):
    return json.loads((CASES / name).read_text(encoding="utf-8"))


def differing(folder, cases, kind):
    """For each case the two values that can't both be true, in the order of the sentences; [] where there are none."""
    reading, claims = _told(folder, cases)
    facts = dict(zip(claims["claim"], claims["fact"], strict=True))
    found = [[] for _ in cases]
    values = sorted(kind.values(reading, claims), key=lambda value: (value.document, value.start, value.end))
    for place, one in enumerate(values):
        for other in values[place + 1 :]:
            same = (one.of, one.fact or facts[one.claim]) == (other.of, other.fact or facts[other.claim])
            if same and one.document != other.document and kind.relation(one, other)[0] == OTHER:
                found[int(facts[one.claim][1:])].append([one.value, other.value])
    return [pairs[0] if pairs else [] for pairs in found]


def _told(folder, cases):
    langs = []
    for number, case in enumerate(cases):
        sentences = [(lang, said) for lang in ("fr", "en") for said in case.get(lang, [])]
        for place, (lang, said) in enumerate(sentences):
            name = f"{number:03}-{place}"
            (folder / f"{name}.txt").write_text(OPENING[lang] + said + "\n", encoding="utf-8")
            langs.append(f"{name},{lang}")
    (folder / "articles.csv").write_text("document,lang\n" + "\n".join(langs) + "\n", encoding="utf-8")
    reading = read(folder)
    told = reading.units[reading.units["start"] >= 17]
    return reading, tables.table("claims", [_claim(*unit) for unit in told.itertuples(index=False, name=None)])


def _claim(document, unit, start, end, _role):
    fact = f"F{document[:3]}"
    place = {"document": document, "unit": unit, "start": start, "end": end}
    return {"claim": f"{fact}-{document[4:]}-{unit}", **place, "fact": fact, "hedged": False, "attributed_to": ""}


def numbered(cases):
    """The numbers of the cases under what they show; a known failure is marked with its reason."""
    known = [pytest.mark.xfail(reason=case["known"], strict=True) if "known" in case else () for case in cases]
    return [pytest.param(number, id=case["why"], marks=known[number]) for number, case in enumerate(cases)]
