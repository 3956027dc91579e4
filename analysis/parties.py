"""When a capital stands for its state though no verb says so: `entre Paris et Rome`, `Pour Alger, dont l'arsenal …`."""

import re

import regex

from analysis.articles import Mark
from analysis.descriptions import Mention
from analysis.role_phrases import Page

WILL = "will"
"""The label of nouns that only somebody has: `ambitions`, `refus`. Whose they are is no place."""
_OF = re.compile(r"\s(?:[^\W\d_A-ZÀ-Þ][\w-]+\s)?(?:de\s|du\s|d[’']|of\s)")
_GENITIVE = regex.compile(r"(?:[’']s|(?<=s)[’'])\s(?:[\w-]+\s){0,2}\Z", regex.REVERSE)
_WITH = regex.compile(
    r"(?<!\w)(?:(?:selon|avec|contre|envers|according to|with|against|(?:asking"
    r"|asked|asks|telling|told|urging|urged|urges"
    r"|accusing"
    r"|accused|accuses|contacted|warned|warns|warning|accuser?|accusé|menacer?|menacé|appeler|appelé|exhorter|exhorté|soutenir"
    r"|convaincre|presser|inquiéter?|irriter?|irrité)|(?:adressée?s?|message|avertissement|réponse|pression sur"
    r"|reproche|sanctions contre) (?:à|sur))|(?:\A|(?<=[.!?»”\"\n]\s?))(?:Pour|For))\s\Z",
    regex.IGNORECASE | regex.REVERSE,
)
_BETWEEN = regex.compile(r"(?<!\w)(?:entre|between)\s\Z", regex.IGNORECASE | regex.REVERSE)
_SECOND = regex.compile(
    r"(?<!\w)(?:entre|between)\s(?P<first>[^\s,;.]+(?:\s\w+)?)\s(?:et|and)\s\Z", regex.I | regex.REVERSE
)
_JOINED = re.compile(r"\s(?:et|and)\s")
_BEHIND = re.compile(r",\s(?:dont|qui|lui|elle|l[’']ancien|pour sa part|de son côté|for its part|whose|which)\b")
_LOCAL = regex.compile(
    r"(?<!\w)(?:à|en|in|at|from|near|vers|de|of|to|depuis|via)\s\Z", regex.IGNORECASE | regex.REVERSE
)


def owners(text: str, wills: list[Mark]) -> frozenset[int]:
    """Where those stand that have a will: each that follows by its beginning, each before by its end, negated."""
    behind = (_OF.match(text, mark.end) for mark in wills)
    before = (_GENITIVE.search(text, max(0, mark.start - 40), mark.start) for mark in wills)
    return frozenset([one.end() for one in behind if one] + [-one.start() for one in before if one])


def is_party(page: Page, mention: Mention, seats: dict[str, str]) -> bool:
    """Whether a capital is spoken of as somebody: accused, warned, between whom and whom, `dont` …"""
    text, start = page.text, mention.start
    before = max(0, start - 40)
    if _WITH.search(text, before, start) or (
        _BEHIND.match(text, mention.end) and not _LOCAL.search(text, before, start)
    ):
        return True
    joined = _JOINED.match(text, mention.end)
    other = page.starts.get(joined.end()) if joined else None
    if _BETWEEN.search(text, before, start):
        return other is not None and _is_power(other, seats)
    first = _SECOND.search(text, before, start)
    partner = page.ends.get(first.end("first")) if first else None
    return partner is not None and _is_power(partner, seats)


def _is_power(mention: Mention, seats: dict[str, str]) -> bool:
    return mention.kind == "state" or mention.actor in seats
