"""The small words and classes of nouns beside a number, from `lexicons/determiners.csv`."""

import csv
import re
from functools import lru_cache

from analysis.discrepancies.amounts import LEXICONS

DETERMINERS = LEXICONS / "determiners.csv"
LINK = r"(?:{})\Z"
"""The form of an expression that has to match a whole word."""


@lru_cache(maxsize=64)
def determiner(lang: str, use: str, form: str) -> re.Pattern[str]:
    """What finds the words of this use, in an expression of this form."""
    own = lang if lang in ("fr", "en") else "en"
    with DETERMINERS.open(encoding="utf-8", newline="") as opened:
        words = next(row[own] for row in csv.DictReader(opened) if row["use"] == use)
    return re.compile(form.format(words), re.IGNORECASE)
