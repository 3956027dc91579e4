"""How frequent lemmas are in French and English at large: the sum of their forms' frequencies, from wordfreq."""

from collections import defaultdict
from functools import lru_cache

from analysis import lemmas


def frequency(lemma: str, lang: str) -> float:
    """Of all words of general language the share that are forms of this lemma; 0 where none is known.

    A form counts for the lemma that it has by itself (`lemmas.of`), so that what is expected is read as the articles
    are. The forms are those of wordfreq's small list: words that come at least once in a million.
    """
    return _by_lemma(lang if lang in lemmas.LANGUAGES else "en").get(lemma, 0.0)


@lru_cache(maxsize=4)
def _by_lemma(lang: str) -> dict[str, float]:
    import wordfreq

    found: dict[str, float] = defaultdict(float)
    for form, share in wordfreq.get_frequency_dict(lang, wordlist="small").items():
        found[lemmas.of(form, lang)] += share
    return dict(found)
