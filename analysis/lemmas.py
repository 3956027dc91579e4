"""The lemma of a word of French or English: `avions` → `avion`, `procédé` → `procéder`, `launched` → `launch`.

Lemmas come from the package simplemma, which knows each form by itself. Three things are put right here: forms whose
lemma depends on the word before, and nouns that look like a verb's form (`lexicons/lemmas.csv`), participles that the
package leaves as they are, plurals that it takes for a verb although their singular is a noun, and capitals without
their accent (`Ecole`).
"""

import csv
import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from analysis.tables import LexiconError

LEXICONS = Path(__file__).parent / "lexicons"
EXCEPTIONS, FUNCTION_WORDS = LEXICONS / "lemmas.csv", LEXICONS / "function_words.csv"
COLUMNS = ["lang", "lemma", "forms", "after", "note"]
LANGUAGES = ("fr", "en")
WORD = "word"
"""The kind of a word that is about something: neither of grammar nor a number, a unit or a date."""
PLAIN = ("number", "unit", "calendar")
"""Kinds of the lexicon of function words that are kinds here too; all the others are `function`."""

_ENCLITIC = re.compile(r"(?:-t)?-(?:ils?|elles?|on|je|tu|nous|vous|ce|là|ci|y|en|le|la|les|lui|leur|moi|toi)\Z")
_PARTICIPLES = {"é": ("er",), "i": ("ir",), "u": ("re", "ir"), "ue": ("re", "ir")}
"""What a past participle that is left as it is ends in, and what its infinitive may end in."""
_PLURAL = re.compile(
    r"(?:[aio]teur|[aiout]teuse|trice|ier|ière|ien|ienne|iste|isme|tion|ment|ité|é|ée|ique|age|able|elle)s\Z"
)
"""How the plural of a word ends that no dictionary holds: `biscuitiers`; what ends otherwise may be no plural."""
_PERSON = re.compile(r"(?:ons|ais|ois|is|us|ez)\Z")

After = frozenset[str]


def of(form: str, lang: str, before: str = "") -> str:
    """The lemma of a form, in small letters; `before` is the word before it, which a few forms depend on.

    >>> of("été", "fr", "a"), of("été", "fr", "l"), of("reportées", "fr"), of("meetings", "en")
    ('être', 'été', 'reporter', 'meeting')
    """
    small = form.lower()
    for after, lemma in _exceptions(_known(lang)).get(small, ()):
        if not after or before.lower() in after:
            return lemma
    lemma = _regular(small, _known(lang))
    return _in_place(form, lemma, before.lower()) if lang == "fr" else lemma


def _in_place(form: str, lemma: str, before: str) -> str:
    """The lemma where it stands: after a subject a verb's (`qui menace`), without its plural where it is no name."""
    if form.endswith("e") and before in listed("subject", "fr") and _is_verb(form.lower() + "r"):
        return form.lower() + "r"
    return form[:-1] if lemma == form and _PLURAL.search(form) and not _is_known(form, "fr") else lemma


def kind(form: str, lemma: str, lang: str) -> str:
    """What kind of word this is: `word`, `function`, `number`, `unit` or `calendar`.

    >>> kind("avions", "avion", "fr"), kind("aurait", "avoir", "fr"), kind("mardi", "mardi", "fr")
    ('word', 'function', 'calendar')
    """
    small = form.lower()
    kinds = _function_words(_known(lang))
    if len(small) < 2 or small.endswith(("n't", "n’t")):
        return "function"
    return kinds.get(small) or ("function" if lemma in listed("auxiliary", lang) else WORD)


@lru_cache(maxsize=65_536)
def _regular(small: str, lang: str) -> str:
    if "-" in small and not _is_known(small, lang):
        return _compound(small, lang)
    if lang == "fr" and small.startswith("e") and not _is_known(small, lang) and _is_known("é" + small[1:], lang):
        return _regular("é" + small[1:], lang)
    lemma = _simple(small.replace("œ", "oe") if small.endswith("s") else small, lang)
    if "œ" in small and "œ" not in lemma:
        lemma = lemma.replace("oe", "œ")
    return _french(small, lemma) if lang == "fr" else lemma


def _compound(small: str, lang: str) -> str:
    """A word with hyphens that is not known whole: `dit-il` is of `dire`, `portes-conteneurs` of `porte-conteneur`."""
    bare = _ENCLITIC.sub("", small) if lang == "fr" else small
    if bare != small:
        return of(bare, lang)
    return "-".join(_single(part, lang) for part in small.split("-"))


def _single(part: str, lang: str) -> str:
    """A part of a compound in the singular: `conteneurs` → `conteneur`; but `largest` stays."""
    lemma = of(part, lang) if part.endswith(("s", "x")) else part
    return part if lang == "fr" and is_infinitive(lemma) else lemma


def _french(small: str, lemma: str) -> str:
    """The lemma put right: `reporté` is of `reporter`, `entendus` of `entendre`, `votes` of `vote`."""
    for ending, verbs in _PARTICIPLES.items():
        if lemma.endswith(ending) and len(lemma) > 3:
            found = [stem for verb in verbs if _is_verb(stem := lemma[: -len(ending)] + verb)]
            if found:
                return found[0]
    single = small[:-1]
    if lemma != small and lemma.endswith("er") and small.endswith("s") and not _PERSON.search(small):
        return single if _simple(single, "fr") == single and not single.endswith("é") else lemma
    return lemma


@lru_cache(maxsize=65_536)
def _is_verb(word: str) -> bool:
    return _is_known(word, "fr") and _simple(word, "fr") == word and is_infinitive(word)


def is_infinitive(lemma: str) -> bool:
    """Whether a French lemma is a verb: `lancer`, `finir`, `rendre`; not `dossier`, `tir`, `guerre`."""
    if not lemma.endswith(("er", "ir", "re")):
        return False
    stems = (lemma + "a", lemma[:-1] + "a", lemma[:-2] + "aient", lemma[:-3] + "aient", lemma[:-1] + "s")
    return any(_simple(stem, "fr") == lemma for stem in stems)


@lru_cache(maxsize=65_536)
def _simple(small: str, lang: str) -> str:
    import simplemma

    return simplemma.lemmatize(small, lang=lang).lower() if small else ""


@lru_cache(maxsize=65_536)
def _is_known(small: str, lang: str) -> bool:
    import simplemma

    return bool(small) and simplemma.is_known(small, lang=lang)


def _known(lang: str) -> str:
    """The language whose words are looked up: English where nothing is known of this one."""
    return lang if lang in LANGUAGES else "en"


@lru_cache(maxsize=4)
def _exceptions(lang: str) -> dict[str, tuple[tuple[After, str], ...]]:
    """For each form the lemmas it may have, with the words after which; what needs none comes last."""
    found: dict[str, list[tuple[After, str]]] = defaultdict(list)
    for row in _rows(EXCEPTIONS, COLUMNS):
        if row["lang"] == lang:
            for form in row["forms"].split("|"):
                found[form].append((frozenset(filter(None, row["after"].split("|"))), row["lemma"]))
    return {form: tuple(sorted(ways, key=lambda way: not way[0])) for form, ways in found.items()}


@lru_cache(maxsize=4)
def _function_words(lang: str) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for row in _rows(FUNCTION_WORDS, ["kind", *LANGUAGES]):
        for word in row[lang].split("|"):
            kinds.setdefault(word, row["kind"] if row["kind"] in PLAIN else "function")
    return kinds


@lru_cache(maxsize=64)
def listed(use: str, lang: str) -> frozenset[str]:
    """The words of a kind in the lexicon of function words: `article`, `link`, `auxiliary` …"""
    rows = _rows(FUNCTION_WORDS, ["kind", *LANGUAGES])
    return frozenset(word for row in rows if row["kind"] == use for word in row[_known(lang)].split("|"))


def _rows(file: Path, columns: list[str]) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        reader = csv.DictReader(opened)
        rows = list(reader)
    if reader.fieldnames != columns:
        raise LexiconError(f"{file.name}: the columns are {reader.fieldnames}, not {columns}")
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise LexiconError(f"{file.name}, row {number}: a row has {len(columns)} cells")
    return rows
