"""Adverbs between an auxiliary and its participle, or around a verb: `a pourtant démenti`, `has since denied`."""

FRENCH = (
    r"aussi(?:tôt)?|encore|alors|ensuite|enfin|ainsi|même|toutefois|pourtant|cependant|néanmoins|déjà|plutôt|vite|bien|tôt|tard"
    r"|depuis|désormais|dorénavant|auparavant|longtemps|toujours|souvent|parfois|aujourd[’']hui|hier|quasi|presque|entre-?temps"
    r"|jusqu[’'](?:ici|alors|à\s+présent)|d[’'](?:abord|ailleurs|emblée|avance|ores\s+et\s+déjà)"
    r"|en\s+(?:revanche|outre|effet|retour|réponse|réaction|vain|fait|somme|conséquence|parallèle|plus|même\s+temps)"
    r"|par\s+(?:ailleurs|conséquent|contre|avance|la\s+suite|la\s+même\s+occasion)|pour\s+(?:autant|sa\s+part|leur\s+part)"
    r"|de\s+(?:son|leur)\s+côté|à\s+(?:son|leur)\s+tour|(?:de|à)\s+nouveau|à\s+l[’']inverse|à\s+(?:plusieurs|maintes)\s+reprises"
    r"|au\s+contraire|du\s+(?:reste|coup|même\s+coup)|quant\s+à\s+(?:lui|elle|eux|elles)|quand\s+même|non\s+plus|sur-le-champ"
    r"|dans\s+(?:la\s+foulée|le\s+même\s+temps|un\s+(?:premier|second|deuxième)\s+temps)|tout\s+de\s+(?:suite|même)"
    r"|sans\s+(?:surprise|détours?|ambages|attendre|tarder)|une\s+nouvelle\s+fois"
)
ENGLISH = (
    r"also|then|later|again|once|further|instead|since|already|still|nonetheless|nevertheless|meanwhile|however|now|always|often"
    r"|just|ever|yet|thus|too|soon|long|earlier|subsequently|so\s+far|in\s+turn|in\s+return|in\s+response|at\s+first"
    r"|on\s+\w+day|yesterday|today|for\s+(?:its|his|her|their)\s+part|on\s+the\s+other\s+hand|by\s+contrast|in\s+the\s+past"
)
BY_ENDING = r"(?<!\ble\s)(?<!\bce\s)(?<!\bun\s)(?<!\bdu\s)(?<!\bthe\s)(?<!\ba\s)\w+(?:ment|ly)"
"""Adverbs made of adjectives; behind an article it is a noun: `le gouvernement`."""

ADVERB = rf"(?:{BY_ENDING}|{FRENCH}|{ENGLISH})(?!\w)"

TIMED = rf"(?:{ADVERB}|(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)(?!\w))"
"""An adverb or the day on which something is told: `a mardi annoncé`."""
