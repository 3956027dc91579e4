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
_TIME = f"((at? modifier? the? {_CLOCK}|(at|until|modifier) small hour small? (am|pm)?))"
_CALENDAR = (
    f"((this|the)? weekday comma? (part of?)? comma?)? (the? {_DAY} dash? of? month|month the? {_DAY})"
    "(last|next|comma? of? year)?"
)
_WEEKDAY = "(this|last|next|the)? weekday (last|next)? (dash this)? (at? the? part)?"
_POINT = f"({_CALENDAR}|iso|slashed|{_WEEKDAY}|day (at? the? part)?)"
_PIECE = (
    f"((weekday comma?)? (the? {_DAY} (of? month)?|month {_DAY}?) (comma? of? year)?|iso|slashed|weekday part?|year"
    f"|{_CLOCK}|small hour)"
)
GRAMMAR = {
    "age": f"age modifier? {_NUM} {_UNIT}?|{_NUM} dash? {_UNIT} dash? age"
    "|comma (small|figure) annual (comma|stop)|stop words at (small|figure|number) annual comma",
    "range": f"part? (between|from|of) the? {_PIECE} (and|to|at|until|dash) the? {_PIECE}"
    f"|{_DAY} (dash|and) {_DAY} of? month (comma? year)?|month {_DAY} dash {_DAY} (comma? year)?"
    "|weekday to weekday|year (dash|slash) (year|small|figure)|month dash month (of? year)?",
    "decade": "(edge of?)? the? (annual (year|figure)|decade)",
    "century": "the? ordinal dash? century",
    "quarter": "the? ordinal quarter (of? year)?",
    "every": f"every (number|small)? {_UNIT}|every (weekday|part)",
    "later": f"{_MANY} (later|earlier)",
    "ago": f"ago {_MANY}|{_MANY} ago",
    "in": f"in {_MANY}",
    "past": f"(the|this)? ({_NUM} (last|next)|(last|next) {_NUM}) {_UNIT}",
    "anaphor": f"anaphor part?|the? {_UNIT} (following|preceding)|the? (following|preceding) {_UNIT}",
    "closing": "edge (of|the)* (unit|annual|century|quarter)",
    "turned": f"(edge of? the?)? ((the|this)? (last|next) {_UNIT}|the? {_UNIT} (last|next)|this {_UNIT} (dash this)?)",
    "season": "(edge dash? of? the?)? (this|last|next|the)? season (last|next|comma? of? year)?",
    "duration": f"{_MANY} (and? {_NUM} {_UNIT})?|(modifier|one)? semi dash? {_UNIT}",
    "point": f"{_POINT} (comma? {_TIME}|comma small hour small?)?|{_TIME} (comma|at|the)* {_POINT}",
    "part": "this part|(last) part",
    "month": "(edge dash? (of|the)*)? (this|last|next)? (the? unit of)? month (last|next|comma? of? year)?",
    "feast": "feast (last|next|of? year)?",
    "clock": f"the? {_TIME}",
    "year": "(edge dash? (of|the|annual)*)? the? year",
    "lone": f"(the|from|since|until|at) {_DAY}",
}
"""What a date may be made of, by name; the first that fits is taken."""


EXPRESSION = re.compile("|".join(f"(?P<{name}>{tokens.expression(grammar)})" for name, grammar in GRAMMAR.items()))
TIMED = re.compile(tokens.expression(f"comma? {_TIME}|small hour small?"))
"""The time of day within an expression that also says the day."""

BEFORE = {tokens.LETTERS[kind] for kind in ("at", "in", "since", "until", "from", "between", "to", "month", "season")}
"""Behind these a year is a year, and a word that is also another is a month."""
UNTIL = tokens.LETTERS["until"]
LEADING = {"at", "in", "since", "until", "for", "of", "between", "from", "the", "and", "to", "modifier"}
"""Prepositions, articles and modifiers that stand before an expression and are no part of it …"""
OPENING = ("range", "in", "ago")
"""… but for those whose first word belongs to them: `from May to June`, `il y a trois ans`."""
