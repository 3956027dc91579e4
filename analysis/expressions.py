"""Expressions of several words that come back: `missile balistique`, `lancement de satellite`, `prise d'otages`.

Found by form, without a tagger: two to five words in a row, of which the first and the last are about something, the
others too or small words that link nouns (`de`, `à`, `of`); in French no verb but a participle at the end that agrees
with a noun. Kept is what comes back between other words (what always has the same neighbours is a piece of wording
that articles share), whose words stand together oftener than they would by chance, and that is no mere piece of a
longer expression.
"""

import math
from collections import Counter, defaultdict
from typing import NamedTuple

import pandas as pd

from analysis import general, lemmas

LONGEST = 5
"""How many words an expression has at most, small ones included."""
LEAST = 2
"""How often an expression has to stand in the articles of a language, and outside of longer ones."""
ASSOCIATION = 10.83
"""The log-likelihood (Dunning 1993) from which on words belong together: chance gives more in 1 of 1,000 pairs."""
EXPRESSION = "expression"

_PARTICIPLE = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues", "te", "tes", "ts", "ise", "ises")
_BETWEEN = frozenset((" ", "\u00a0", "\u202f", "'", "’", "\n"))

Key = tuple[str, ...]


class Word(NamedTuple):
    """A running word: its place in the table, form, lemma, kind, and whether it follows the one before at once."""

    place: int
    form: str
    lemma: str
    kind: str
    joined: bool


class Found(NamedTuple):
    """An occurrence: the places of its first and last word in the table, its words without articles, its neighbours."""

    first: int
    last: int
    key: Key
    between: tuple[str, str]


def find(words: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row is one occurrence of an expression: columns as in `lemmatised.words`, with kind `expression`.

    Its `lemma` is the form in which it mostly stands, in small letters. Only expressions of one voice are found.
    Candidates are ordered by length, and one that stands in a longer one that is kept has to stand outside of it
    `LEAST` times, each between other words: the idea of the C-value (Frantzi & Ananiadou 2000).
    """
    texts = dict(documents[["document", "text"]].itertuples(index=False, name=None))
    langs = dict(documents[["document", "lang"]].itertuples(index=False, name=None))
    rows: list[pd.DataFrame] = []
    for lang, part in words.groupby(words["document"].map(langs), sort=True):
        part = part.reset_index(drop=True)
        kept = _kept(_candidates(part, texts, str(lang)), part, str(lang))
        rows.append(_table(kept, part, texts))
    table = pd.concat(rows, ignore_index=True) if rows else words.head(0)
    return table.sort_values(["document", "start", "end"], kind="stable", ignore_index=True).astype(dict(words.dtypes))


def _candidates(part: pd.DataFrame, texts: dict[str, str], lang: str) -> list[Found]:
    found: list[Found] = []
    run: list[Word] = []
    last: tuple[str, int, str, int] | None = None
    for place, (document, unit, start, end, form, lemma, kind, voice) in enumerate(
        part.itertuples(index=False, name=None)
    ):
        here = (document, unit, voice)
        joined = last is not None and here == last[:3] and _BETWEEN.issuperset(texts[document][last[3] : start])
        if not joined:
            found += _of_run(run, lang)
            run = []
        run.append(Word(place, form, lemma, kind, joined))
        last = (document, unit, voice, end)
    return found + _of_run(run, lang)


def _of_run(run: list[Word], lang: str) -> list[Found]:
    """The candidates in words that follow one another without a mark between them."""
    signs = [_sign(word, lang) for word in run]
    found: list[Found | None] = []
    for first, sign in enumerate(signs):
        if sign != "N":
            continue
        for last in range(first + 1, min(first + LONGEST, len(run))):
            if signs[last] == "-" or signs[last - 1 : last + 1] == ["L", "L"]:
                break
            if signs[last] in "NV" and _well_formed("".join(signs[first : last + 1])):
                found.append(_occurrence(run, signs, first, last))
    return [one for one in found if one is not None]


def _occurrence(run: list[Word], signs: list[str], first: int, last: int) -> Found | None:
    """The candidate from the first to the last of these words; none where its participle agrees with no noun."""
    chosen = list(zip(run[first : last + 1], signs[first : last + 1], strict=True))
    if signs[last] == "V" and not any(_plural(run[last]) == _plural(word) for word, sign in chosen[:-1] if sign == "N"):
        return None
    key = tuple(_plain(word, sign) for word, sign in chosen if sign != "A")
    before = run[first - 1].lemma if first else ""
    after = run[last + 1].lemma if last + 1 < len(run) else ""
    return Found(run[first].place, run[last].place, key, (before, after))


def _plural(word: Word) -> bool:
    return word.form.endswith(("s", "x"))


def _plain(word: Word, sign: str) -> str:
    """What an expression has of a word: its lemma, or the one small word that several are forms of."""
    if sign != "L":
        return word.lemma
    small = word.form.lower()
    return {"d": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}.get(small, small)


def _sign(word: Word, lang: str) -> str:
    """N: a word of a kind that names; V: a participle; L: a link; A: an article; -: all others."""
    small = word.form.lower()
    if word.kind == lemmas.WORD:
        if lang != "fr" or not lemmas.is_infinitive(word.lemma):
            return "N"
        return "V" if small != word.lemma and small.endswith(_PARTICIPLE) else "-"
    return "L" if small in lemmas.listed("link", lang) else "A" if small in lemmas.listed("article", lang) else "-"


def _well_formed(signs: str) -> bool:
    """Whether an article only follows a link, and a participle only ends an expression without one."""
    if "V" in signs and ("L" in signs or "V" in signs[:-1]):
        return False
    return all(sign != "A" or signs[place - 1] == "L" for place, sign in enumerate(signs))


def _kept(found: list[Found], part: pd.DataFrame, lang: str) -> list[Found]:
    """The occurrences of candidates that come back, belong together, and stand by themselves."""
    counts = Counter(one.key for one in found)
    single = Counter(part["lemma"])
    kept: list[Found] = []
    covered: dict[int, int] = {}
    by_key: dict[Key, list[Found]] = defaultdict(list)
    for one in found:
        by_key[one.key].append(one)
    for key in sorted((key for key in counts if counts[key] >= LEAST), key=lambda key: (-len(key), key)):
        free = [one for one in by_key[key] if covered.get(one.first, -1) < one.last]
        if (
            len({one.between for one in free}) >= LEAST
            and _association(key, counts, single, len(part), lang) >= ASSOCIATION
        ):
            kept += by_key[key]
            for one in by_key[key]:
                for place in range(one.first, one.last + 1):
                    covered[place] = max(one.last, covered.get(place, -1))
    return kept


def _association(key: Key, counts: Counter[Key], single: Counter[str], size: int, lang: str) -> float:
    """Log-likelihood of the loosest joint: how much oftener the two parts stand together than by chance.

    A part is expected as often as in these articles, or as in general language, where it is more frequent there.
    """
    together = counts[key]
    content = [place for place, word in enumerate(key) if word not in lemmas.listed("link", lang)]
    loosest = math.inf
    for place in content[1:]:
        left = _frequency(key[: content[content.index(place) - 1] + 1], counts, single, size, lang)
        right = _frequency(key[place:], counts, single, size, lang)
        expected = left * right * size
        gain = 2 * together * math.log(together / expected) if together > expected else 0.0
        loosest = min(loosest, gain)
    return loosest


def _frequency(key: Key, counts: Counter[Key], single: Counter[str], size: int, lang: str) -> float:
    if len(key) > 1:
        return max(counts[key], 1) / size
    return max(single[key[0]] / size, general.frequency(key[0], lang))


def _table(kept: list[Found], part: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    firsts, lasts = part.iloc[[one.first for one in kept]], part.iloc[[one.last for one in kept]]
    table = firsts.reset_index(drop=True).assign(end=lasts["end"].to_numpy(), kind=EXPRESSION)
    spans = table[["document", "start", "end"]].itertuples(index=False, name=None)
    matches = [texts[document][start:end] for document, start, end in spans]
    written: dict[Key, Counter[str]] = defaultdict(Counter)
    for one, match in zip(kept, matches, strict=True):
        written[one.key][_small(match)] += 1
    labels = {key: min(forms, key=lambda form: (-forms[form], form)) for key, forms in written.items()}
    named = [labels[one.key] for one in kept]
    return table.assign(match=pd.Series(matches, dtype="str"), lemma=pd.Series(named, dtype="str"))


def _small(match: str) -> str:
    """The expression on one line, in small letters, with plain apostrophes."""
    return " ".join(match.lower().replace("’", "'").split())
