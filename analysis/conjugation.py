"""A verb's forms as the press uses them to report: derived from its infinitive, never typed.

French: third persons of present, imperfect, past historic and future, present participle, past participle. English:
base, third person, past, participles. A verb that is conjugated like none of these is refused.
"""

import re

from analysis.tables import LexiconError

_FRENCH: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    # infinitive, present singular, present plural, stem of imperfect, past participle, past historic, stem of future
    ("faire", "fait", "font", "fais", "fait", "fi", "fer"),
    ("dire", "dit", "disent", "dis", "dit", "di", "dir"),
    ("crire", "crit", "crivent", "criv", "crit", "crivi", "crir"),
    ("rire", "rit", "rient", "ri", "ri", "ri", "rir"),
    ("enir", "ient", "iennent", "en", "enu", "in", "iendr"),
    ("battre", "bat", "battent", "batt", "battu", "batti", "battr"),
    ("mettre", "met", "mettent", "mett", "mis", "mi", "mettr"),
    ("prendre", "prend", "prennent", "pren", "pris", "pri", "prendr"),
    ("naître", "naît", "naissent", "naiss", "nu", "nu", "naîtr"),
    ("mentir", "ment", "mentent", "ment", "menti", "menti", "mentir"),
    ("sentir", "sent", "sentent", "sent", "senti", "senti", "sentir"),
    ("clure", "clut", "cluent", "clu", "clu", "clu", "clur"),
    ("suivre", "suit", "suivent", "suiv", "suivi", "suivi", "suivr"),
    ("savoir", "sait", "savent", "sav", "su", "su", "saur"),
    ("avoir", "a", "ont", "av", "eu", "eu", "aur"),
    ("prévoir", "prévoit", "prévoient", "prévoy", "prévu", "prévi", "prévoir"),
    ("voir", "voit", "voient", "voy", "vu", "vi", "verr"),
    ("croire", "croit", "croient", "croy", "cru", "cru", "croir"),
    ("aindre", "aint", "aignent", "aign", "aint", "aigni", "aindr"),
    ("être", "est", "sont", "ét", "été", "fu", "ser"),
    ("ffrir", "ffre", "ffrent", "ffr", "ffert", "ffri", "ffrir"),
    ("cevoir", "çoit", "çoivent", "cev", "çu", "çu", "cevr"),
)
_PRESENT = {"avoir": "ayant", "savoir": "sachant", "être": "étant"}
_ENGLISH = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "speak": ("spoke", "spoken"),
    "swear": ("swore", "sworn"),
    "hold": ("held", "held"),
    "make": ("made", "made"),
    "let": ("let", "let"),
    "put": ("put", "put"),
    "go": ("went", "gone"),
    "give": ("gave", "given"),
    "think": ("thought", "thought"),
    "know": ("knew", "known"),
    "have": ("had", "had"),
    "foresee": ("foresaw", "foreseen"),
    "find": ("found", "found"),
    "lay": ("laid", "laid"),
}
_SHORT = re.compile(r"(?:[^aeiou]|qu)[aeiou][bdgmnprt]\Z")
_STRESSED = re.compile(r"(?:mit|[dnr]efer|infer|cur|pel|rebut|gret)\Z")


def forms(lang: str, verb: str) -> list[str]:
    """The verb's forms in alphabetical order; `LexiconError` when it ends like no verb of the language.

    >>> forms("fr", "nier")
    ['nia', 'niaient', 'niait', 'niant', 'nie', 'nient', 'niera', 'nieront', 'nièrent', 'nié']
    >>> forms("en", "deny")
    ['denied', 'denies', 'deny', 'denying']
    """
    return sorted(set(french(verb) if lang == "fr" else english(verb)))


def french(verb: str) -> list[str]:
    """The past participle, then the present one and the third persons of a French verb."""
    for ending, singular, plural, imperfect, participle, historic, future in _FRENCH:
        if verb.endswith(ending):
            stem = verb[: -len(ending)]
            present = _PRESENT.get(verb, stem + imperfect + "ant")
            ends = [singular, plural, imperfect + "ait", imperfect + "aient", historic + "t", historic + "rent"]
            return [stem + participle, present, *(stem + end for end in [*ends, future + "a", future + "ont"])]
    if verb.endswith("er"):
        return _first_group(verb[:-2])
    if verb.endswith("ir"):
        stem = verb[:-1]
        return [stem + end for end in ("", "t", "ssent", "ssait", "ssaient", "ssant", "rent", "ra", "ront")]
    if verb.endswith("dre"):
        stem = verb[:-2]
        return [stem + end for end in ("u", "", "ent", "ait", "aient", "ant", "it", "irent", "ra", "ront")]
    raise LexiconError(f"{verb!r} ends like no French verb that can be conjugated here")


def _first_group(stem: str) -> list[str]:
    """The forms of a verb in -er: `annonçait`, `jugeait`, `révèle`, `rappelle`, `martèle`, `relaie`."""
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    strong = stem
    if re.search(r"[éeè][^aeiouyéèê]\Z", stem) or re.search(r"[ée](?:gn|gu|qu|[bcdfgt]r)\Z", stem):
        doubled = stem + stem[-1] if stem.endswith(("ppel", "jet")) else ""
        strong = doubled or re.sub(r"[ée]((?:gn|gu|qu|[bcdfgt]r|[^aeiouyéèê]))\Z", r"è\1", stem)
    elif stem.endswith(("oy", "uy")):
        strong = stem[:-1] + "i"
    future = stem if re.search(r"é[^aeiouy]{1,2}u?\Z", stem) else strong
    kept = [stem + end for end in ("é", "èrent")] + [soft + end for end in ("ait", "aient", "ant", "a")]
    kept += [strong + end for end in ("e", "ent")] + [future + end for end in ("era", "eront")]
    return kept + ([stem[:-1] + "ie", stem[:-1] + "ient"] if stem.endswith("ay") else [])


def english(verb: str) -> list[str]:
    """The past participle, then base, third person, present participle and past of an English verb."""
    third = verb + "s"
    if re.search(r"(?:s|x|z|ch|sh)\Z", verb) or verb == "go":
        third = verb + "es"
    elif re.search(r"[^aeiou]y\Z", verb):
        third = verb[:-1] + "ies"
    past, participle = _ENGLISH.get(verb, (_past(verb), _past(verb)))
    return [participle, verb, third, _continuous(verb), past]


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y\Z", verb):
        return verb[:-1] + "ied"
    return _closed(verb) + "ed"


def _continuous(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _closed(verb) + "ing"


def _closed(verb: str) -> str:
    """The verb before an ending that begins with a vowel: `admitt-`, `quipp-`, but `report-`, `reiterat-`."""
    short = len(re.findall(r"[aeiouy]+", verb)) == 1 and _SHORT.search(verb)
    return verb + verb[-1] if short or _STRESSED.search(verb) else verb
