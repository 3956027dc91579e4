"""Which names are one: spelling, order and initials, last names, short names, acronyms; over an article, then a corpus.

Two people with one last name stay two: the bare last name is theirs whose title says so, else it is nobody's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from analysis.beside_names import Named
from analysis.names import sound

AMBIGUOUS = "ambiguous"
CLUB = 3
"""How many letters the abbreviation before a club's town has at most."""
LONG = 6
"""Letters from which on a spelling may be told by its sound."""


def spelling(words: tuple[str, ...]) -> str:
    """What two spellings of a name share: its letters, without case, accents, hyphens and spaces."""
    return "".join(words).replace(".", "")


def full(mentions: Iterable[Named], texts: dict[int, str], gazetteer: dict[str, str]) -> dict[str, str]:
    """Spelling → actor, for every name of the corpus in full, and for whatever the gazetteer knows.

    One actor are names that have the same letters, the same words in another order, one long last name that sounds the
    same beside one first name, or an initial for the first name where only one name fits.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    words: dict[str, tuple[str, ...]] = {}
    for name in mentions:
        key = spelling(name.words)
        forms[key][texts[id(name)]] += 1
        words[key] = name.words
    found = {key: gazetteer.get(key, "") or _usual(forms[key]) for key in sorted(forms)}
    several = [key for key in found if len(words[key]) > 1]
    first_seen: dict[object, str] = {}
    for key in sorted(several, key=lambda key: (key not in gazetteer, -sum(forms[key].values()), key)):
        for trait in _traits(words[key]):
            found[key] = first_seen.setdefault(trait, found[key])
    return _with_initials(found, {key: words[key] for key in several})


def without_doubtful(mentions: list[Named]) -> list[Named]:
    """The mentions without common words with a capital that are nobody's last name here."""
    people = {word for name in mentions if len(name.words) > 1 and not name.head for word in name.words[1:]}
    people |= {name.words[0] for name in mentions if len(name.words) == 1 and name.titled}
    return [name for name in mentions if not name.doubtful or name.words[-1] in people]


def _usual(forms: Counter[str]) -> str:
    """The most frequent form that is not all in capitals; of equals the longest."""
    return min(forms, key=lambda form: (form.isupper(), -forms[form], -len(form), form))


def _traits(words: tuple[str, ...]) -> list[object]:
    """What only one actor's names share."""
    traits: list[object] = [("words", tuple(sorted(words)))]
    *others, last = words
    if len(last) >= LONG and len(words) == 2:
        traits.append(("sound", sound(others[0]), sound(last)))
    return traits


def _with_initials(found: dict[str, str], words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    by_last: dict[str, list[str]] = defaultdict(list)
    for key, parts in words.items():
        by_last[parts[-1]].append(key)
    for key, parts in words.items():
        if not _abbreviated(parts):
            continue
        fitting = {
            found[other] for other in by_last[parts[-1]] if not _abbreviated(words[other]) and other[0] == key[0]
        }
        if len(fitting) == 1:
            found[key] = fitting.pop()
    return found


def _abbreviated(words: tuple[str, ...]) -> bool:
    return words[0].endswith(".")


def people(found: Iterable[list[Named]]) -> dict[str, set[str]]:
    """Last name → the one person of the corpus who has it."""
    having: dict[str, set[str]] = defaultdict(set)
    for mentions in found:
        for name in mentions:
            if name.kind == "person" and len(name.words) > 1:
                having[name.words[-1]].add(name.actor)
    return {last: actors for last, actors in having.items() if len(actors) == 1}


def shorten(mentions: list[Named], everywhere: dict[str, set[str]]) -> None:
    """Give the short names of one article their actor: `everywhere` are the people of the corpus by last name."""
    people: dict[str, dict[str, str]] = defaultdict(dict)
    firsts: dict[str, set[str]] = defaultdict(set)
    wholes: dict[str, set[str]] = defaultdict(set)
    for name in mentions:
        if len(name.words) > 1 and name.kind == "person":
            firsts[name.words[0]].add(name.actor)
            for last in _last_names(name.words):
                sex = people[last]
                sex[name.actor] = sex.get(name.actor, "") or name.sex
        elif len(name.words) > 1:
            for part in _short_forms(name):
                wholes[part].add(name.actor)
    for name in mentions:
        if name.how == "name" and not _shorten_person(name, people, firsts, everywhere):
            _shorten_other(name, wholes)


def _last_names(words: tuple[str, ...]) -> list[str]:
    """What a person may be called for short: the last words of the name, without an Arabic article too."""
    endings = [spelling(words[cut:]) for cut in range(1, len(words))]
    bare = words[-1].removeprefix("al").removeprefix("el")
    return endings + [bare] * (bare != words[-1] and len(bare) >= LONG - 2)


def _short_forms(name: Named) -> list[str]:
    """How else an organisation or a thing may be called: by its first words, or its last ones."""
    beginnings = [spelling(name.words[:cut]) for cut in range(1 + name.local, len(name.words))]
    endings = [spelling(name.words[cut:]) for cut in range(1, len(name.words) - 1)]
    short = len(name.words[0]) <= CLUB or name.kind == "place"
    club = [name.words[-1]] if len(name.words) == 2 and short and name.head else []
    return beginnings + endings + club


def _shorten_other(name: Named, wholes: dict[str, set[str]]) -> None:
    key = spelling(name.words)
    fitting = wholes.get(key, set()) - {name.actor}
    if not fitting and len(key) == CLUB:
        fitting = {actor for part, actors in wholes.items() if part.startswith(key) for actor in actors}
    if len(fitting) == 1 and name.cues["person"] < 3 and name.cues["place"] < 2:
        name.actor, name.how = fitting.pop(), "short name"


def _shorten_person(
    name: Named, people: dict[str, dict[str, str]], firsts: dict[str, set[str]], everywhere: dict[str, set[str]]
) -> bool:
    last = spelling(name.words)
    here = people.get(last, {})
    if not here and len(last) >= LONG:
        here = {actor: sex for other in people if sound(other) == sound(last) for actor, sex in people[other].items()}
    if len(name.words) > 1 and (not here or name.actor in here):
        return False
    if name.family and (here or last.rstrip("s") in people):
        name.kind = "other"
        return True
    name.family = False
    fitting = {actor for actor, sex in here.items() if not (sex and name.sex) or sex == name.sex}
    fitting = fitting or everywhere.get(last, set()) or firsts.get(last, set())
    if not fitting:
        return False
    if len(fitting) > 1:
        name.how, name.kind = AMBIGUOUS, "person"
        return True
    name.actor, name.how, name.kind = next(iter(fitting)), "title" if name.titled else "short name", "person"
    return True
