"""What noun phrases are made of: expressions for determiners, names, and the words where a phrase ends.

They are run at every word around a cue, so lists of words are sorted by their first letter (`among`): the engine
then tries one or two of them at a word, and not all.
"""

import unicodedata
from collections import defaultdict

from analysis.adverbs import FRENCH

LETTER = r"\w\u0300-\u036f"
"""Within a class of characters: letters, digits and accents that stand apart."""

CAPITAL = "[" + "".join(sign for sign in map(chr, range(0x2000)) if unicodedata.category(sign) == "Lu") + "]"
"""One capital letter, of the alphabets that have some."""

ENDS = rf"(?![{LETTER}])"
"""Behind a word."""


def among(words: str) -> str:
    """An expression for one of these words in capital or small letters; each begins with a letter.

    >>> among("le|la|un")
    '(?:[lL](?i:e|a)|[uU](?i:n))'
    """
    rest: dict[str, list[str]] = defaultdict(list)
    for word in alternatives(words):
        rest[word[0]].append(word[1:])
    return "(?:" + "|".join(f"[{first}{first.upper()}](?i:{'|'.join(ends)})" for first, ends in rest.items()) + ")"


def alternatives(words: str) -> list[str]:
    """The parts of an expression between bars that stand in no parentheses.

    >>> alternatives("van(?:de|der)|von")
    ['van(?:de|der)', 'von']
    """
    found, depth = [""], 0
    for sign in words:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


PREPOSITIONS = (
    r"à|aux?|en|dans|de|du|des|par|pour|avec|sans|sur|sous|chez|vers|depuis|lors|pendant|après|avant|devant"
    r"|contre|entre|selon|malgré|auprès|d[eè]s|jusqu[’']à|hors|outre|suite"
    r"|of|in|on|at|by|with|from|to|for|after|before|during|since|under|over|against|between|about|despite|amid|near"
)
_OPENERS = (
    r"quand|lorsqu?e?|si|alors|comme|tandis|bien|mais|et|or|puis|enfin|cependant|pourtant|ainsi|ils?|elles?|on"
    r"|ce|cela|ceci|je|nous|vous|qui|que|when|while|if|as|although|but|and|so|then|however|meanwhile|he|she|they|it|we|i|you"
    r"|what|that|there|here|invitée?s?|interrogée?s?|contactée?s?|sollicitée?s?|questionnée?s?|interviewée?s?|citée?s?"
    r"|arrivée?s?|présentée?s?|accusée?s?|âgée?s?|jointe?s?|réunie?s?|venue?s?|asked|speaking|writing|questioned"
)
_NUMBERS = (
    r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
_MEASURE = (
    r"(?:heures?|h|ans?|années?|jours?|mois|semaines?|minutes?|secondes?|euros?|dollars?|kilom\w*|km|mètres?|fois|points?|milli\w*|pour\s"
    r"|hours?|years?|days?|months?|weeks?|seconds?|miles?|times|per\s|percent)"
)
_ENGLISH = "(?:agree|announce|assess|depart|docu|govern|judge?|manage|parlia|regi|state)ment"
"""Nouns that look like French adverbs, and may say something: `a statement said`."""
_ACTS = (
    rf"(?:d[’']|par\s|en\s|de\s|tout\s|[àa]\s|(?:{FRENCH}){ENDS}"
    rf"|(?!(?i:{_ENGLISH}){ENDS})\w+ment(?:\s*\Z|\s+\w+(?:é|i|u|is|it|ert)e?s?{ENDS})|\w+(?:é|i|u|is|it|ert|ait|oint|aint|ôt)e?s?{ENDS})"
)
"""What follows `a` when it is the French verb."""

_ARTICLES = (
    r"le|la|les|un|une|des|son|sa|ses|leurs?|ce|cet|cette|ces|notre|nos|plusieurs|certain[es]?s?|quelques|the|one|another"
    rf"|an|a(?!\s+{_ACTS})|his|her|its|their|our|this|these|some|several|many|most|dozens\s+of"
)
_MANY = (
    r"(?i:d[’'](?=(?:autres|ancien(?:ne)?s)\s)|de\s+(?=nombreu(?:x|ses)\s|jeunes\s|rares\s|hauts\s)"
    r"|(?:beaucoup|bon\s+nombre|nombre)\s+(?:de\s+|d[’'])|(?:lots|scores|hundreds)\s+of\s+)"
)
"""Other openings of a phrase in the plural: `d'autres témoins`, `de nombreux élus`, `beaucoup de médecins`."""

DETERMINER = rf"(?:{among(_ARTICLES)}\s+|[lL][’']|{_MANY}|(?:{among(_NUMBERS)}|\d+)\s+(?!(?i:{_MEASURE}){ENDS}))"
_FUNCTION_WORDS = (
    r"qui|que|dont|où|à|aux?|dans|lors|pour|avant|après|devant|en|sur|avec|par|et|mais|quand|lorsque|comme|tandis"
    r"|a|ont|avait|avaient|est|sont|était|étaient|se|ne|y|lui|sera|doit|peut|va"
    r"|who|which|that|in|on|at|to|after|before|during|as|by|with|for|and|but|when|while|from|published|released|carried\sout"
    r"|has|have|had|was|is|were|are|will|would|should|could"
)
_PARTICIPLES = "|".join(
    stem + r"(?:ée?s?|e?s?)"
    for stem in (
        *("publi", "diffus", "men", "réalis", "relay", "consult", "cit", "interrog", "dat", "sign", "dévoil"),
        *("transmis", "rendu", "recueilli", "paru"),
    )
)
_STOPS = (
    rf"(?:{among(_FUNCTION_WORDS + '|' + _PARTICIPLES)}"
    rf"|\w++(?<=[tT])(?<=(?i:ssent|nnent|ttent|èrent|irent|aient))){ENDS}"
    rf"|(?i:qu|[snmt])[’']|(?<!\b[dD][eE]\s)(?<!\b[oO][fF]\s){among('les?|la|une?|the')}{ENDS}"
)
WORD = rf"(?!{_STOPS})[{LETTER}’'\-]+(?:\.(?=\s?(?i:{CAPITAL})))?"
_NAME_WORD = rf"{CAPITAL}[{LETTER}’'\-]*+(?:\.(?=\s?{CAPITAL}))?"
_NO_NAME = rf"(?!{among(_OPENERS + '|' + PREPOSITIONS)}(?![{LETTER}’'\-]))(?!(?i:lorsqu|qu|d|j|c|s)[’'])"
_PARTICLE = rf"(?:(?:d[eu]|von|van(?:\s+de[nr]?)?|bin|ben|al|el|da|di)\s+|d[’'](?={CAPITAL}))"
_LARGE_PARTICLE = r"(?<=[a-zß-öø-ÿ,]\s)(?:De|Du|Le|La|Van|Von|Del|Di)\s+"
NAME = rf"(?:{_LARGE_PARTICLE}|{_NO_NAME}){_NAME_WORD}(?:\s+{_PARTICLE}?{_NAME_WORD})*"
_FIRST = among(f"{_ARTICLES}|{_NUMBERS}|de|beaucoup|bon|nombre|lots|scores|hundreds")
_MAY_OPEN = rf"(?={CAPITAL}|[dDlL][’']|\d+\s|{_FIRST}\s)"
PHRASE = rf"(?<![{LETTER}’'\-]){_MAY_OPEN}(?:{DETERMINER}{WORD}(?:\s+{WORD}){{0,9}}|(?:[LDld][’'])?{NAME})"
