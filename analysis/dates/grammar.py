"""What an expression of time may be made of: kinds of tokens in order, by the name of the reader that gets them.

A word stands for a token of that kind (`analysis.tokens.KINDS`); `?`, `*`, `|` and brackets are those of
expressions; nothing else than white space stands between two words but `comma`, `dash`, `slash`.
"""

import re

from analysis import tokens

_UNIT = "(unit|hour|annual|century|quarter)"
_NUM = "(one? group of?|small|year|figure|number|one|some)"
_MANY = f"(modifier the?)? {_NUM} half? dash? {_UNIT} half?"
_DAY = "(small|ordinal)"
_CLOCK = "(clock (am|pm)?|small dash? (am|pm))"
_TIME = f"((at? modifier? the? {_CLOCK}|(at|until|modifier) small hour small? (am|pm)?) ((from|of) the? part)?)"
_OF = "(of|the|from)*"
_CALENDAR = (
    f"((this|the)? weekday comma? (part of?)? comma?)? (the? ({_DAY}|number) dash? of? month|month the? {_DAY})"
    "(last|next|gone|comma? of? year)? (at? the? part)?"
)
_WEEKDAY = "(this|last|next|the)? weekday (last|next|gone)? (dash this)? (at? the? part)?"
_POINT = f"((part {_OF})? ({_CALENDAR}|iso|slashed|{_WEEKDAY}|day (at? the? part)?))"
_PIECE = (
    f"(small hour|(weekday comma?)? (the? {_DAY} (of? month)?|month {_DAY}?) (comma? of? year)?|iso|slashed"
    f"|weekday part?|year|{_CLOCK})"
)
GRAMMAR = {
    "age": f"age modifier? {_NUM} ((and|to|at) {_NUM})? {_UNIT}?|modifier? {_NUM} dash? {_UNIT} dash? age"
    f"|comma (small|figure) (and (small|figure))? annual (comma|stop)|(the modifier|(have|own) modifier?) {_NUM} annual"
    "|the (small|figure) dash (small|figure) annual",
    "aged": "(of|from) modifier? (small|figure|number) ((and|to|at) (small|figure|number))? annual"
    "|between (small|figure) and (small|figure) annual"
    "|at modifier? (small|figure|number) annual|stop (small|figure) annual stop|one group of? annual",
    "named": f"numbering (small|year|figure) (dash (small|year|figure))?"
    f"|street {_OF} {_DAY} dash? of? month (dash? year)?|street {_OF} feast",
    "always": f"small {_UNIT} on small",
    "range": f"(part {_OF})? (between|from|of) the? {_PIECE} (and|to|at|until|dash) the? {_PIECE}"
    f"|weekday {_DAY} (of? month)? (and|dash|to) the? weekday {_DAY} of? month (comma? year)?"
    f"|{_DAY} (comma {_DAY})* (dash|and) {_DAY} of? month (comma? year)?"
    f"|(part {_OF})? month {_DAY} dash {_DAY} (comma? year)?"
    "|weekday to weekday|year (dash|slash) (year|small|figure)|month dash month (of? year)?",
    "week": f"the? unit (of|from) the? weekday? ({_DAY} of? month|month the? {_DAY}) (comma? of? year)?",
    "decade": f"(edge dash? {_OF})? the? (annual (year|figure|number)|decade)",
    "century": "the? ordinal dash? century",
    "quarter": "the? ordinal dash? quarter (of? year)?|the? ordinal fraction of? year|abridged of? year?",
    "months": "the? (ordinal|last)? (number|small) (ordinal|last)? unit of the? (annual? year|annual)",
    "every": f"every (number|small)? {_UNIT}|every semi dash? {_UNIT}|every (weekday|part)",
    "later": f"({_MANY}|(modifier|one)? semi dash? {_UNIT}) (later|earlier|(before|after) (comma|stop))",
    "ago": f"ago {_MANY}|{_MANY} ago",
    "in": f"in {_MANY}",
    "past": f"(the|this)? ({_NUM} (last|next)|(last|next) {_NUM}) {_UNIT}",
    "anaphor": f"anaphor part?|the? weekday (following|preceding)|the? {_UNIT} (following|preceding)"
    f"|the? (following|preceding) {_UNIT}",
    "turned": f"(edge {_OF})? ((the|this)? (last|next) {_UNIT}|the? {_UNIT} (last|next|gone)|this {_UNIT} (dash this)?)"
    "|the unit",
    "season": f"(edge dash? {_OF})? (this|last|next|the)? season (last|next|gone|comma? of? year)?",
    "duration": f"{_MANY} (and? {_NUM} {_UNIT})?|(modifier|one)? semi dash? {_UNIT}"
    "|modifier? fraction of? one? hour|lapse",
    "point": f"{_POINT} (comma? {_TIME}|comma small hour small?)?|{_TIME} zone? (comma|at|the)* {_POINT}"
    f"|this part comma? {_TIME}|{_TIME} this part",
    "part": "this part|(last) part",
    "month": f"(edge dash? {_OF})? (this|last|next)? (the? unit of?)? month (last|next|gone|comma? of? year)?",
    "closing": f"edge {_OF} (unit|annual|quarter)",
    "feast": "feast (last|next|gone|of? year)?",
    "clock": f"the? {_TIME}",
    "year": "(edge dash? (of|the|annual|from)*)? the? year",
    "lone": f"(the|from|since|until|at) {_DAY}",
}
"""What a date may be made of, by name; the first that fits is taken. `age`, `named` and `always` are no dates."""


EXPRESSION = re.compile("|".join(f"(?P<{name}>{tokens.expression(grammar)})" for name, grammar in GRAMMAR.items()))
TIMED = re.compile(tokens.expression(f"comma? {_TIME}|small hour small?"))
"""The time of day within an expression that also says the day."""
DATED = re.compile(
    tokens.expression(
        "(month|weekday|season|unit|hour|annual|century|quarter|day|part|anaphor|clock|feast|year|decade|iso|slashed"
        f"|lapse|abridged|am|pm|(the|from|since|until|at) {_DAY})"
    )
)
"""Without one of these there is no date."""

BEFORE = {
    tokens.LETTERS[kind]
    for kind in ("at", "in", "since", "until", "before", "from", "between", "to", "month", "season")
}
"""Behind these a year is a year, and a word that is also another is a month."""
UNTIL = (tokens.LETTERS["until"], tokens.LETTERS["before"])
"""What stands before a day that is to come …"""
SINCE = tokens.LETTERS["since"]
"""… and before one from which on something is so."""
LEADING = {"at", "in", "since", "until", "for", "of", "between", "from", "the", "and", "to", "modifier"}
"""Prepositions, articles and modifiers that stand before an expression and are no part of it …"""
OPENING = ("range", "in", "ago")
"""… but for those whose first word belongs to them: `from May to June`, `il y a trois ans`."""
