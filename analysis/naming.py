"""Which runs of capitalised words name somebody or something, where each name begins and ends, and of what kind.

The lexicon `name` says what a word beside or inside a name shows: `man`, `woman`, `civility`, `rank` and `office` stand before a
person and are no part of the name; `institution` and `site` heads are part of it (`ministère de la Défense`, `Lake
Erie`); `company`, `settlement` and `thing` only tell its kind; `given` are first names; `common` words have a
capital and name nobody.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis import names
from analysis.names import Case, Run, Token

TITLES = ("man", "woman", "civility", "rank", "office", "minister", "leader")
HEADS = ("institution", "body", "site", "street")
_KINDS = {
    "institution": "organisation",
    "body": "organisation",
    "company": "organisation",
    "site": "place",
    "street": "place",
    "settlement": "place",
    "thing": "other",
}
_OF = re.compile(r"(?:\s(?:de\sla|de|du|des|of\sthe|of)\s|\s(?:de\sl|d)[’'])\Z")
_ADJECTIVE = re.compile(r"\s[^\W\d_A-Z]+\Z")
_IN = re.compile(r"(?<!\w)(?:en|in|near|à|at|vers|depuis|(?:près|autour|banlieue|sud|nord|est|ouest|large)\s(?:de|d[’'])|outside|across|from)\s?\Z", re.I)
_SURE_IN = re.compile(r"(?<!\w)(?:en|in|near)\s\Z", re.I)
_OVER = re.compile(r"(?<!\w)(?:over|across|through|along|off|dans|à\stravers)\s(?:the\s|l[ae]s?\s|l[’'])\Z", re.I)
_THE = re.compile(r"(?<!\w)(?:l[ea]s?|du|des|aux?|the|l[’'])\s?\Z", re.I)
_TAIL = re.compile(
    r"(?:\s[^\W\d_A-Z]+(?:al|ale|aux|ales|el|elle|ais|aise|ois|oise|ien|ienne|iste|ique|aire|if|ive|ère|ain|aine|ine|né|ée|ées"
    r"|ier|eur|ante?|rême|rouge|verte?|libre|populaire|unie?s?)(?!\w)){1,3}"
    r"(?:(?:\s(?:de\sla|de|du|des)\s|\s(?:de\sl|d)[’'])[^\W\d_A-Z]\w+(?!\w))?"
    r"|(?:\s(?:des|de\sla|du)\s|\sde\sl[’'])[^\W\d_A-Z]\w+(?!\w)"
)
_PERSON_BEHIND = re.compile(r",\s(?:\d{2}\sans|\d{2}(?=[,.])|aged\s\d|\(?\d{2}\sans)|\s\(\d{2}(?:\sans)?\)")
_PLACE_BEHIND = re.compile(r"\s\((?:[A-ZÀ-Þ][\w’'-]+(?:\s[\w’'-]+){0,3}|\d{2,3})\)|\s[–—-]\s(?=[A-ZÀ-Þ])")
_WORK = re.compile(r"(?<![:,]\s)[«“\"]\s?(?P<title>[^\W\d_a-zà-ÿ][^«»“”\"\n.!?,]{1,70}?)\s?[»”\"]")
LONGEST_WORK = 8
SHORTEST = 3
_NUMERAL = re.compile(r"[IVXLC]+(?:e|es|er|ème|th|st|nd|rd)")
_PARTICLE = re.compile(r"(?:L[ae]|De|D[ui]|Da|Des|Van|Von|El|Al|Ben|Bin|Saint|St)")
_WORDLIKE = re.compile(r"(?:[^\W\d_]{3,}(?:ées?|és|ments?|tions?|ités?|ing|ed|ly|ness|ism|isme|ity))\Z")
_VERB = re.compile(r"\s(?:a|est|avait|était|sera|va|veut|doit|peut|(?:s|n)[’'](?:est|a|était|avait))\s")
_FROM = re.compile(r"(?<!\w)(?:de|d[’']|of|to)\s?\Z", re.I)
_SENT_FROM = re.compile(r",\s(?:\d{1,2}\s|ce\s|this\s|[^\W\d_]+day\b)|(?:,\s[\w .’'-]{2,30})?\s[–—-]\s|\s*\n")
_COMPOUND = re.compile(r"[-‐‑](?P<word>[^\W\d_A-Z]{3,})\Z")
_IN_CHARGE = re.compile(r"(?:\s(?:for|à\sla|aux?)\s|\sà\sl[’'])\Z")
_FAMILY = re.compile(r"(?<!\w)(?:les|the|famille|frères|sœurs|époux|couple|clan|brothers|sisters)\s\Z", re.I)


class Marks(NamedTuple):
    """The evidence of layer `name`, and where words of speech begin and end."""

    starts: dict[int, dict[int, set[str]]]
    ends: dict[int, dict[int, set[str]]]
    spoken: set[int]
    speaking: set[int]

    def at(self, start: int, end: int = -1) -> set[str]:
        """The labels of the words that begin here, and go on to `end` at least."""
        found = self.starts.get(start)
        return set().union(*(labels for reach, labels in found.items() if reach >= end)) if found else set()


@dataclass
class Named:
    """A name as it stands: its words, what its neighbours show, and, later, who it is."""

    unit: int
    start: int
    end: int
    words: tuple[str, ...]
    cues: Counter[str] = field(default_factory=Counter)
    sex: str = ""
    titled: bool = False
    family: bool = False
    doubtful: bool = False
    """Whether it counts only beside somebody of that last name."""
    head: bool = False
    """Whether a head of the lexicon is part of the name."""
    local: bool = False
    """Whether its first word is the place where an institution stands: `Leeds University`."""
    actor: str = ""
    kind: str = ""
    how: str = "name"


def marks(evidence: list[tuple[int, int, str, str]]) -> Marks:
    """The marks of one article from its evidence (start, end, layer, label)."""
    starts: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    ends: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    spoken, speaking = set(), set()
    for start, end, layer, label in evidence:
        if layer == "name":
            starts[start][end].add(label)
            ends[end][start].add(label)
        elif layer == "speech":
            spoken.add(start)
            speaking.add(end)
    return Marks(starts, ends, spoken, speaking)


def named(text: str, run: Run, known: Marks, case: Case) -> list[Named]:
    """The names in a run of running text, with the heads before and behind that belong to them."""
    tokens = _proper(text, run, known, case)
    if not tokens:
        last = run.tokens[-1]
        if not run.opening or last.end - last.start <= SHORTEST or not case.is_proper(text[last.start : last.end]):
            return []
        return [Named(run.unit, last.start, last.end, words_of(text[last.start : last.end]), doubtful=True)]
    found = [_named(text, run, part, known, case) for part in _parts(text, tokens, known)]
    return [name for name in found if name and _counts(text, name, known, case)]


# --- which words of the run


def _proper(text: str, run: Run, known: Marks, case: Case) -> list[Token]:
    """The run without first words that have their capital from their place alone."""
    tokens = _untitled(text, run.tokens, known)
    if not run.opening:
        return tokens
    first = names.without_elision(text, tokens[0])
    if first is None or not _is_proper(text, first, known, case, alone=len(tokens) == 1):
        rest = tuple(tokens[1:])
        inside = bool(rest) and not _is_weak(rest[0])
        return _proper(text, run._replace(tokens=rest, opening=inside), known, case) if rest else []
    return [first, *tokens[1:]]


def _untitled(text: str, tokens: tuple[Token, ...], known: Marks) -> list[Token]:
    """The tokens with `M.` parted from the name behind it."""
    if not any("." in text[token.start : token.end] for token in tokens):
        return list(tokens)
    found: list[Token] = []
    for token in tokens:
        title = next((end for end, labels in known.starts.get(token.start, {}).items() if labels & set(TITLES) and text[end - 1] == "." and end < token.end), 0)
        if title:
            start = title + len(text[title : token.end]) - len(text[title : token.end].lstrip())
            found += [Token(token.start, title, token.link), Token(start, token.end, "")]
        else:
            found.append(token)
    return found


def _is_proper(text: str, token: Token, known: Marks, case: Case, *, alone: bool) -> bool:
    """Whether the word would have its capital anywhere."""
    word = text[token.start : names.owner(text, token)]
    labels = known.at(token.start, token.start + len(word))
    if "common" in labels or _NUMERAL.fullmatch(word):
        return False
    if "given" in known.at(token.start) or (word.isupper() and len(word) > 1 and not case.is_common(word)):
        return True
    parts = re.split("[-‐‑’']", word)
    if any(part.islower() for part in parts[1:]) and case.is_common(parts[0]):
        return False
    if case.is_proper(word) and not (case.is_common(word) and (alone or _is_particle(token))):
        return True
    if case.is_common(word):
        return not alone and bool(labels & {*TITLES, *HEADS, "company"})
    if alone:
        said = names.owner(text, token) < token.end or case.lang == "fr" and (_VERB.match(text, token.end) or token.end + 1 in known.spoken)
        return any(letter.isupper() for letter in word[1:]) or bool(said or _SENT_FROM.match(text, token.end))
    return len(word) > 1 and not _WORDLIKE.search(word)


def _parts(text: str, tokens: list[Token], known: Marks) -> list[tuple[list[Token], set[str]]]:
    """The tokens of each name, with the titles that stand before it: titles and weak links part, heads join."""
    parts: list[tuple[list[Token], set[str]]] = []
    place, titles, current = 0, set[str](), list[Token]()
    while place < len(tokens):
        token = tokens[place]
        skipped, label = _skipped(token, tokens[place:], known, first=not current or _is_weak(token))
        if skipped or (current and not _joins(text, current, token, known)):
            if current:
                parts.append((current, titles))
            current, titles = [], set()
        if skipped:
            titles = titles | {label} if label != "common" else set()
            place += skipped
            continue
        current.append(token)
        place += 1
    if current:
        parts.append((current, titles))
    return parts


def _is_weak(token: Token) -> bool:
    return re.fullmatch(names.WEAK.replace(r"(?=\s)", ""), token.link) is not None


def _skipped(token: Token, tokens: list[Token], known: Marks, *, first: bool) -> tuple[int, str]:
    """How many tokens from here on are a title before the name or a common word, and which."""
    for end, labels in sorted(known.starts.get(token.start, {}).items(), reverse=True):
        covered = [other for other in tokens if other.end <= end + 2]
        beyond = len(covered) < len(tokens)
        if token.link == "&":
            continue
        if "common" in labels and covered and not (labels & {"given"}) and not (beyond and _is_particle(token)):
            return len(covered), "common"
        title = next((label for label in TITLES if label in labels), "")
        if title and first and covered and "given" not in labels:
            return (len(covered), title) if beyond or title in ("rank", "office", "minister", "leader") else (len(covered), "common")
    return 0, ""


def _is_particle(token: Token) -> bool:
    """Whether the token is short enough for a particle with a capital: `Le`, `De`, `Van`."""
    return token.end - token.start <= 3


def _joins(text: str, current: list[Token], token: Token, known: Marks) -> bool:
    """Whether the token goes on with the name before it."""
    if text[names.owner(text, current[-1]) : current[-1].end]:
        return False
    if not _is_weak(token) or token.link == "&":
        return True
    if token.link in ("and", "et", "for"):
        return any(part.link.startswith("of") or token.link == "for" for part in current[1:]) and _headed(current, known)
    if _headed(current, known):
        return True
    return "given" in known.at(current[0].start) and len(current) == 1 and not token.link.startswith("of")


def _headed(current: list[Token], known: Marks) -> bool:
    return any(known.at(token.start, token.end) & {*HEADS, "thing"} for token in current)


# --- one name


def _named(text: str, run: Run, part: tuple[list[Token], set[str]], known: Marks, case: Case) -> Named | None:
    tokens, titles = part
    start, end = tokens[0].start, names.owner(text, tokens[-1])
    compound = _COMPOUND.search(text, start, end)
    if compound and case.is_common(compound["word"]) and case.lang == "en":
        end = compound.start()
    name = Named(run.unit, start, end, words_of(" ".join(text[t.start : names.owner(text, t)] for t in tokens)))
    if not name.words or _NUMERAL.fullmatch(text, start, end):
        return None
    if len(tokens) > 1 and tokens[-1].end - tokens[-1].start == 1 and text[end : end + 1] == ".":
        name.end += 1
    if titles:
        name.cues["person"] += 3
        name.titled = True
        name.sex = next((sex for sex in ("man", "woman") if sex in titles), "")
    _look_inside(name, tokens, known)
    if any(token.link == "&" for token in tokens[1:]):
        name.cues["organisation"] += 4
    _look_before(text, name, known)
    _look_behind(text, name, tokens, known)
    if run.opening and tokens[0].start == run.tokens[0].start and _SENT_FROM.match(text, name.end):
        name.cues["place"] += 3 * (len(tokens) == 1 and not name.cues["person"])
    return name


def words_of(form: str) -> tuple[str, ...]:
    """The words of a name as they are compared; an initial keeps its full stop."""
    found = ((names.folded(word), word[-1] == ".") for word in form.split())
    return tuple(word + "." * (dotted and len(word) < 3) for word, dotted in found if word)


def _look_inside(name: Named, tokens: list[Token], known: Marks) -> None:
    for place, token in enumerate(tokens):
        labels = known.at(token.start, token.end)
        if not place and len(tokens) > 1 and labels & {"company", "thing"}:
            name.cues["organisation" if "company" in labels else "other"] += 3
        for label in HEADS:
            if label in labels and not (label in ("site", "street") and labels & {"institution", "body"}):
                name.cues[_KINDS[label]] += 4
                name.head = True
                name.local = name.local or (label == "institution" and place > 0)
    if "given" in known.at(tokens[0].start) and not name.head:
        name.cues["person"] += 2 + (len(tokens) > 1)
    elif 1 < len(tokens) < 5 and not name.head and not name.words[0].startswith(("saint", "st")):
        name.cues["person"] += 1
    elif name.words[-1][-1:].isdigit():
        name.cues["other"] += 2


def _look_before(text: str, name: Named, known: Marks) -> None:
    """What stands before the name: titles, heads, prepositions."""
    before = text[max(0, name.start - 40) : name.start]
    gap = len(before) - len(before.rstrip(" \u00a0\u202f,"))
    direct = known.ends.get(name.start - gap, {}) if gap else {}
    labels = set().union(*direct.values()) if direct else set()
    shouted = any(piece.isupper() and len(piece) > 1 for piece in re.split(r"\W", text[name.start : name.end]))
    if labels & set(TITLES) and (gap == 1 or labels & {"office", "minister", "leader"}) and not (shouted and "office" in labels):
        name.cues["person"] += 3
        name.titled = True
        name.sex = next((sex for sex in ("man", "woman") if sex in labels), "")
    for label in ("company", "settlement", "thing", "institution", "body"):
        if label in labels and (gap == 1 or (gap == 2 and label == "company")):
            name.cues[_KINDS[label]] += 3
    _attach(text, name, known)
    if _SURE_IN.search(before):
        name.cues["place"] += 3
    elif _OVER.search(before):
        name.cues["place"] += 3
    elif _IN.search(before):
        name.cues["place"] += 1 if "person" in name.cues else 2
    elif _THE.search(before) and not name.head:
        name.cues["organisation" if len(name.words) > 1 else "place"] += 1
        name.cues["person"] -= 2
    elif _FROM.search(before) and not name.head and "given" not in known.at(name.start):
        name.cues["place" if len(name.words) == 1 else "organisation"] += 2 if before.endswith("of ") else 1
    name.family = len(name.words) == 1 and bool(
        _FAMILY.search(before) and (text[name.end - 1] == "s" or not before.lower().endswith("the "))
    )
    if name.start - 1 in known.speaking and not name.cues["place"]:
        name.cues["person" if len(name.words) > 1 else "organisation"] += 1


def _attach(text: str, name: Named, known: Marks) -> None:
    """A head in small letters before the name becomes its first word: `université de Nantes`, `lac Tchad`."""
    before = text[max(0, name.start - 12) : name.start]
    of = _OF.search(before)
    at = name.start - len(of.group()) if of else name.start - 1
    for _ in range(2):
        for start, labels in known.ends.get(at, {}).items():
            heads = labels & {"institution", "site", "street"}
            if heads and (of is None or heads != {"site"}) and not (name.cues["person"] > 2):
                name.words = (*(names.folded(word) for word in text[start:at].split()), *name.words)
                name.start, name.head = start, True
                name.cues = Counter({_KINDS["institution" if "institution" in heads else "site"]: 4})
                return
            if of and labels & {"company", "settlement", "thing"} and "settlement" in labels:
                name.cues["place"] += 2
        adjective = _ADJECTIVE.search(text, max(0, at - 20), at) if of else None
        if not adjective:
            return
        at = adjective.start()


def _look_behind(text: str, name: Named, tokens: list[Token], known: Marks) -> None:
    """What stands behind the name: the small words of a French institution, an age, a county, a word of speech."""
    last = known.at(tokens[-1].start, tokens[-1].end)
    if len(tokens) == 1 and last & {"institution", "body"} and text[tokens[0].start].isupper():
        tail = _TAIL.match(text, name.end)
        if tail:
            name.words = (*name.words, *(names.folded(word) for word in re.findall(r"\w+", tail.group())))
            name.end = tail.end()
    after = text[name.end : name.end + 40]
    if _PERSON_BEHIND.match(after):
        name.cues["person"] += 3
    elif text[name.start - 1 : name.start] == "(" and after[:1] == ")" and not text[name.start : name.end].isupper():
        name.cues["place"] += 2
    elif _PLACE_BEHIND.match(after) and len(name.words) == 1 and not name.cues["person"]:
        name.cues["place"] += 2
    apposed = re.match(r",\s(?:(?:l[ea]|the|an?|une?|son|sa|his|her)\s|l[’'])?(?=\w)", after)
    if apposed and not name.cues["place"] and not name.cues["organisation"] and len(name.words) > 1:
        labels = known.at(name.end + apposed.end())
        name.cues["person"] += 3 * bool(labels & set(TITLES))
    if name.end + 1 in known.spoken or re.match(r"\s(?:a|ont|avait|has|had)\s", after):
        name.cues["person" if len(name.words) > 1 else "organisation"] += 1


def _is_portfolio(text: str, name: Named, known: Marks) -> bool:
    """Whether the name is what a minister is in charge of: `ministre de la Défense`, `Minister for Energy`."""
    of = _OF.search(text, max(0, name.start - 12), name.start) or _IN_CHARGE.search(text, max(0, name.start - 6), name.start)
    if not of or len(name.words) > 1:
        return False
    at = of.start()
    for _ in range(2):
        if any("minister" in labels for labels in known.ends.get(at, {}).values()):
            return True
        adjective = _ADJECTIVE.search(text, max(0, at - 20), at)
        at = adjective.start() if adjective else -1
    return False


def _counts(text: str, name: Named, known: Marks, case: Case) -> bool:
    """Whether the name is one: no lone letter, no common word in capitals, no lone head."""
    word = text[name.start : name.end]
    if len(name.words) > 1:
        return True
    if len(word) < 2 or _is_portfolio(text, name, known) or (word.isupper() and case.is_common(word) and len(word) > 3):
        return False
    if word.isupper() and len(word) <= 6:
        name.cues["organisation"] += 2
    labels = known.at(name.start, name.end)
    if "common" in labels:
        return False
    if case.is_common(word) and "given" not in labels and max(name.cues.values(), default=0) < 2:
        name.doubtful = True
    return not (labels & {*TITLES, "site", "settlement", "company", "thing"}) or "given" in labels


def without_works(text: str, found: list[Named]) -> list[Named]:
    """The names without those in the title of a work: a few quoted words that begin with a capital and end no sentence.

    A name that stands elsewhere outside such a title is kept.
    """
    titles = [match.span() for match in _WORK.finditer(text) if len(match["title"].split()) <= LONGEST_WORK]
    if not titles:
        return found
    inside = [any(start < name.start < end for start, end in titles) for name in found]
    elsewhere = {name.words for name, within in zip(found, inside, strict=True) if not within}
    return [name for name, within in zip(found, inside, strict=True) if not within or name.words in elsewhere]
