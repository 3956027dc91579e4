"""Which runs of capitalised words name somebody or something, and where each name begins and ends."""

import re
from collections.abc import Iterator
from functools import lru_cache

from analysis import beside_names, names
from analysis.beside_names import HEADS, TITLES, Marks, Named, words_of
from analysis.names import Case, Run, Token

_WORK = re.compile(
    r"[«“\"](?<![:,]\s.)\s?(?P<title>[^\W\d_a-zà-ÿ][^«»“”\"\n.!?,]{1,70}?)\s?[»”\"]"
    r"(?!,\s(?!d[eu]s?\s|d[’']|une?\s|l[ea]s?\s|l[’']|qu[ei]\s|dont\s|où\s|by\s)[^\W\d_A-Z])"
)
_TITLES, _HEADS = frozenset(TITLES), frozenset(HEADS)
_SERVICES, _HEADED = _HEADS | {"settlement", "company"}, _HEADS | {"thing"}
_BESIDE, _TOLD = _TITLES | _SERVICES, _TITLES | {"site", "settlement", "company", "thing"}
LONGEST_WORK = 8
SHORTEST = 3
LONG = 6
"""Letters from which on a spelling may be told by its sound."""
_NUMERAL = re.compile(r"[IVXLC]+(?:e|es|er|ème|th|st|nd|rd)")
_WORDLIKE = re.compile(r"(?:[^\W\d_]{3,}(?:ées?|és|ments?|tions?|ités?|ing|ed|ly|ness|ism|isme|ity))\Z")
_VERB = re.compile(
    r"\s(?:(?:a|est|avait|était|sera|va|veut|doit|peut|ne|se)\s|[sn][’']\w|«\s?[^\W\d_A-Z]"
    r"|[^\W\d_A-Z]+(?:era|eront|erait|iront|ira|aient|èrent)(?!\w))"
)
_JUNIOR = re.compile(r",?\s(?:Jr|Sr|Jnr|Snr)(?!\w)\.?")
_ARTICLE = re.compile(r"L(?:es?|a)\Z")
_SENT_FROM = re.compile(r",\s(?:\d{1,2}\s|ce\s|this\s|[^\W\d_]+day\b)|(?:,\s[\w .’'-]{2,30})?\s[–—-]\s|\s*\n")
_COMPOUND = re.compile(r"[-‐‑](?P<word>[^\W\d_A-Z]{3,})\Z")


def named(text: str, run: Run, known: Marks, case: Case) -> list[Named]:
    """The names in a run of running text, with the heads before and behind that belong to them."""
    if run.opening and len(run.tokens) == 1 and _is_plain(text, run.tokens[0], known, case):
        return []
    tokens = _proper(text, run, known, case)
    if not tokens:
        last = run.tokens[-1]
        if not run.opening or last.end - last.start <= SHORTEST or not case.is_proper(text[last.start : last.end]):
            return []
        return [Named(run.unit, last.start, last.end, words_of(text[last.start : last.end]), doubtful=True)]
    found = [_named(text, run, part, known, case) for part in _parts(text, tokens, known, case)]
    return [name for name in found if name and _counts(text, name, known, case)]


def _is_plain(text: str, token: Token, known: Marks, case: Case) -> bool:
    """Whether a word alone at the beginning has its capital from there, for it has none elsewhere."""
    word = text[token.start : token.end]
    return case.is_common(word) and not case.is_proper(word) and "given" not in known.at(token.start)


def again(text: str, runs: list[Run], found: list[Named], case: Case) -> Iterator[Run]:
    """The runs whose first word was left out, though it is part of a longer name of this article, read once more."""
    words = {word for name in found if len(name.words) > 1 and not name.head for word in name.words}
    words |= {word.removeprefix("al").removeprefix("el") for word in words}
    heard = {names.sound(word) for word in words if len(word) >= LONG}
    taken = {name.start for name in found}
    for run in runs:
        first = names.without_elision(text, run.tokens[0]) if run.opening else None
        if first and first.start not in taken:
            word = text[first.start : names.owner(text, first)]
            known = names.folded(word) in words or (len(word) >= LONG and names.sound(word) in heard)
            if len(word) >= SHORTEST and known and not case.is_common(word):
                yield run._replace(tokens=(first, *run.tokens[1:]), opening=False)


# --- which words of the run


def _proper(text: str, run: Run, known: Marks, case: Case) -> list[Token]:
    """The run without first words that have their capital from their place alone."""
    tokens = _untitled(text, run.tokens, known)
    if not run.opening:
        return tokens
    first = names.without_elision(text, tokens[0])
    if first is None or not _is_proper(text, first, known, case, alone=len(tokens) == 1):
        rest = tuple(tokens[1:])
        return _proper(text, run._replace(tokens=rest, opening=False), known, case) if rest else []
    return [first, *tokens[1:]]


def _untitled(text: str, tokens: tuple[Token, ...], known: Marks) -> list[Token]:
    """The tokens with `M.` parted from the name behind it."""
    if "." not in text[tokens[0].start : tokens[-1].end]:
        return list(tokens)
    found: list[Token] = []
    for token in tokens:
        title = next(
            (
                end
                for end, labels in known.starts.get(token.start, {}).items()
                if labels & _TITLES and text[end - 1] == "." and end < token.end
            ),
            0,
        )
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
    if not word.isalnum():
        parts = re.split("[-‐‑’']", word)
        if any(part.islower() for part in parts[1:]) and case.is_common(parts[0]):
            return False
    if case.is_proper(word) and not (case.is_common(word) and (alone or _is_particle(token))):
        return True
    if case.is_common(word):
        return not alone and bool(labels & _BESIDE)
    if alone:
        said = names.owner(text, token) < token.end or (
            case.lang == "fr" and (_VERB.match(text, token.end) or token.end + 1 in known.spoken)
        )
        return any(letter.isupper() for letter in word[1:]) or bool(said or _SENT_FROM.match(text, token.end))
    return len(word) > 1 and not _WORDLIKE.search(word)


def _parts(text: str, tokens: list[Token], known: Marks, case: Case) -> list[tuple[list[Token], set[str]]]:
    """The tokens of each name, with the titles that stand before it: titles and weak links part, heads join."""
    parts: list[tuple[list[Token], set[str]]] = []
    if len(tokens) == 1 and tokens[0].start not in known.starts:
        return [(tokens, set())]
    place, titles, current = 0, set[str](), list[Token]()
    while place < len(tokens):
        token = tokens[place]
        skipped, label = _skipped(current, tokens[place:], known) if token.start in known.starts else (0, "")
        if skipped or (current and not _joins(text, current, tokens[place:], known)):
            if skipped and label != "common" and not token.link:
                current = _without_service(text, current, known, case)
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


def _may_be_title(current: list[Token], token: Token, known: Marks) -> bool:
    """Whether a title's word may be one here: not behind a first name, or behind `&`."""
    alone = len(current) == 1 and "given" in known.at(current[0].start)
    return not current or _is_weak(token) or not alone


def _without_service(text: str, current: list[Token], known: Marks, case: Case) -> list[Token]:
    """What stands before a title without whose title it is: `Harwold` of `Harwold Police Chief`."""
    kept = list(current)
    while kept:
        labels = known.at(kept[-1].start, kept[-1].end)
        if not (labels & _SERVICES or case.is_common(text[kept[-1].start : kept[-1].end])):
            break
        kept.pop()
    return kept


def _is_weak(token: Token) -> bool:
    return bool(token.link) and _is_weak_link(token.link)


@lru_cache(maxsize=1_000)
def _is_weak_link(link: str) -> bool:
    return re.fullmatch(names.WEAK.replace(r"(?=\s)", ""), link) is not None


def _skipped(current: list[Token], tokens: list[Token], known: Marks) -> tuple[int, str]:
    """How many tokens from here on are a title before the name or a common word, and which."""
    token = tokens[0]
    first = _may_be_title(current, token, known)
    for end, labels in sorted(known.starts[token.start].items(), reverse=True):
        covered = [other for other in tokens if other.end <= end + 2]
        beyond = len(covered) < len(tokens)
        if token.link == "&":
            continue
        headed = beyond and (_is_particle(token) or labels & _HEADS)
        if "common" in labels and covered and not (labels & {"given"}) and not headed:
            return len(covered), "common"
        title = next((label for label in TITLES if label in labels), "")
        if title and first and covered and "given" not in labels:
            return (
                (len(covered), title)
                if beyond or title in ("rank", "office", "minister", "leader")
                else (len(covered), "common")
            )
    return 0, ""


def _is_particle(token: Token) -> bool:
    """Whether the token is short enough for a particle with a capital: `Le`, `De`, `Van`."""
    return token.end - token.start <= 3


def _joins(text: str, current: list[Token], tokens: list[Token], known: Marks) -> bool:
    """Whether the first of these tokens goes on with the name before it."""
    token = tokens[0]
    if not token.link and len(tokens) > 1 and _begins_person(text, current, token, known):
        return False
    if text[names.owner(text, current[-1]) : current[-1].end]:
        return False
    if not _is_weak(token) or token.link == "&":
        return True
    if token.link == "for" and len(current) == 1 and text[current[0].end - 1] == "s":
        return True
    if token.link in ("and", "et", "for"):
        return any(part.link.startswith("of") or token.link == "for" for part in current[1:]) and _headed(
            current, known
        )
    article = len(current) > 1 and _ARTICLE.match(text, current[0].start, current[0].end)
    if article or _headed(current, known) or _called(current[0], known):
        return True
    return "given" in known.at(current[0].start) and len(current) == 1 and not token.link.startswith("of")


def _begins_person(text: str, current: list[Token], token: Token, known: Marks) -> bool:
    """Whether a first name begins another name here: `préfet du Vexin Patrice Faure`, `députée LR Anne Lebrun`."""
    given = "given" in known.at(token.start) and "given" not in known.at(current[0].start)
    party = re.fullmatch(r"[^\W\d_a-zà-ÿ]{2,}", text[current[0].start : current[0].end])
    return bool(given and len(current) == 1 and (party or beside_names.of_before(text, current[0].start)))


def _called(token: Token, known: Marks) -> bool:
    """Whether a word such as `société` or `association` stands before, so that the name may be any words."""
    return "company" in known.before(token.start - 1)


def _headed(current: list[Token], known: Marks) -> bool:
    return any(known.at(token.start, token.end) & _HEADED for token in current)


# --- one name


def _named(text: str, run: Run, part: tuple[list[Token], set[str]], known: Marks, case: Case) -> Named | None:
    tokens, titles = part
    ends = [names.owner(text, token) for token in tokens]
    start, end = tokens[0].start, ends[-1]
    form = text[start:end] if len(tokens) == 1 else _form(text, tokens, ends)
    if case.lang == "en" and (compound := _COMPOUND.search(text, start, end)) and case.is_common(compound["word"]):
        end = compound.start()
    name = Named(run.unit, start, end, words_of(form))
    if not name.words or (text[start] in "IVXLC" and _NUMERAL.fullmatch(text, start, end)):
        return None
    if len(name.words) > 1 and (junior := _JUNIOR.match(text, end)):
        name.end, name.words = junior.end(), (*name.words, "jr")
    if text[end : end + 1] == "." and text[end - 2 : end - 1] in " .\u00a0" and end - start > SHORTEST - 1:
        name.end += 1
    if titles:
        beside_names.titled(name, titles)
    beside_names.look(text, name, tokens, known, case)
    if run.opening and tokens[0].start == run.tokens[0].start and _SENT_FROM.match(text, name.end):
        name.cues["place"] += 3 * (len(tokens) == 1 and not name.cues["person"])
    return name


def _form(text: str, tokens: list[Token], ends: list[int]) -> str:
    """The words of a name without what stands between them, and without `'s`."""
    return " ".join([text[token.start : end] for token, end in zip(tokens, ends, strict=True)])


def _counts(text: str, name: Named, known: Marks, case: Case) -> bool:
    """Whether the name is one: no lone letter, no common word in capitals, no lone head."""
    word = text[name.start : name.end]
    if len(name.words) > 1:
        return True
    if (
        len(word) < 2
        or beside_names.is_portfolio(text, name, known)
        or (word.isupper() and case.is_common(word) and len(word) > 3)
    ):
        return False
    labels = known.at(name.start, name.end)
    name.lone = case.lang == "en" and bool(labels & _HEADS)
    if word.isupper() and len(word) <= 6:
        name.cues["organisation"] += 2
    if "common" in labels:
        return False
    if case.is_common(word) and "given" not in labels and max(name.cues.values(), default=0) < 2:
        name.doubtful = True
    return not (labels & _TOLD) or "given" in labels


def mark_works(text: str, found: list[Named]) -> None:
    """Mark the names in the title of a work: a few quoted words that begin with a capital and end no sentence.

    A name that stands elsewhere outside such a title is somebody's.
    """
    titles = [match.span() for match in _WORK.finditer(text) if len(match["title"].split()) <= LONGEST_WORK]
    if not titles:
        return
    inside = [any(start < name.start < end for start, end in titles) for name in found]
    elsewhere = {name.words for name, within in zip(found, inside, strict=True) if not within}
    for name, within in zip(found, inside, strict=True):
        name.work = within and name.words not in elsewhere
