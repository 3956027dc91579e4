"""Forms derived from infinitives, each kind of spelling once."""

import pytest

from analysis import conjugation, patterns
from analysis.tables import LexiconError


@pytest.mark.parametrize(
    ("lang", "verb", "some", "none"),
    [
        ("fr", "annoncer", {"annonce", "annonçait", "annonça", "annoncèrent", "annoncé"}, {"annoncait"}),
        ("fr", "juger", {"juge", "jugeait", "jugeant", "jugea"}, {"jugait"}),
        ("fr", "révéler", {"révèle", "révélait", "révéla"}, {"révéle"}),
        ("fr", "rappeler", {"rappelle", "rappelait", "rappellera"}, {"rappele"}),
        ("fr", "marteler", {"martèle", "martelait"}, {"martelle"}),
        ("fr", "rejeter", {"rejette", "rejetait"}, {"rejete"}),
        ("fr", "prévenir", {"prévient", "préviennent", "prévenu", "prévint", "préviendra"}, {"prévenit"}),
        ("fr", "promettre", {"promet", "promettent", "promis"}, {"promettu"}),
        ("fr", "dire", {"dit", "disent", "disait", "disant"}, {"dirent."}),
        ("fr", "reconnaître", {"reconnaît", "reconnaissait", "reconnu"}, {"reconnaîtait"}),
        ("fr", "avertir", {"avertit", "avertissent", "averti"}, {"avertent"}),
        ("fr", "démentir", {"dément", "démentent", "démenti"}, {"démentissent"}),
        ("fr", "répondre", {"répond", "répondu", "répondait"}, {"réponda"}),
        ("fr", "craindre", {"craint", "craignait"}, {"craindait"}),
        ("en", "deny", {"deny", "denies", "denied", "denying"}, {"denyed"}),
        ("en", "admit", {"admits", "admitted", "admitting"}, {"admited"}),
        ("en", "offer", {"offered"}, {"offerred"}),
        ("en", "quip", {"quipped"}, {"quiped"}),
        ("en", "say", {"say", "says", "said", "saying"}, {"sayed"}),
        ("en", "stress", {"stresses", "stressed"}, {"stresss"}),
    ],
)
def test_forms(lang, verb, some, none):
    found = set(conjugation.forms(lang, verb))
    assert some <= found
    assert not none & found


def test_a_word_that_is_no_verb_is_refused():
    with pytest.raises(LexiconError, match="'maison' ends like no French verb that can be conjugated here"):
        conjugation.forms("fr", "maison")


def test_a_pattern_of_a_verb_and_more_words():
    assert patterns.search("fr:faire savoir", "La mairie fait savoir que non.")
    assert not patterns.search("fr:faire savoir", "La mairie fait un pont, à savoir le neuf.")
