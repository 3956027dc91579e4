"""How patterns are read: what matches, the look-alike beside it, and what is refused."""

import unicodedata

import pytest

from analysis import patterns
from analysis.tables import LexiconError

FOUND = [
    # pattern, text in which it is, look-alike in which it is not
    ("missile*", "Deux missiles.", "Un antimissile."),
    ("missile", "Un MISSILE !", "Deux missiles."),
    ("Otan", "L'OTAN et l'Otan", "otan"),
    ("UE", "L'UE décide", "Une rUE, une rue, Ue"),
    ("états", "Les Etats, les états, les ÉTATS", "les etats"),
    ("États-Unis", "les Etats-Unis", "les états-unis"),
    ("l'arme", "l’arme", "l arme"),
    ("aujourd'hui", "Aujourd´hui", "aujourdhui"),
    ("porte-parole", "porte\u2011parole", "porteparole"),
    ("porte-parole", "porte\u00a0parole", "porte  parole"),
    ("Kim Jong-un", "Kim Jong_un", "Kim Jongun"),
    ("mise en orbite", "mise\u00a0en\r\norbite", "miseenorbite"),
    ("Mme.", "Mme. Durand", "Mme Durand"),
    ("5*", "en 5e position", "en 15e position"),
    ("œuvre*", "ŒUVRES", "manœuvres"),
    ("straße", "Die STRAßE", "Die straSe"),
    ("re:tir(?!oir)", "un tir", "un tiroir"),
    ("a* b", "ax b", "axb"),
    ("rare(|s) (visite|prise de parole)", "de rares prises, une rare prise de parole", "de rares terres"),
    ("(a|ont) (encore |)pu", "ils ont pu, il a encore pu", "ils pu"),
    ("bilatéra(l|le|ux)", "un traité BILATERAL", "le latéral"),
    ("renforce* (|?|? ?) lien*", "renforcer d'étroits liens", "renforcer, ici, les liens"),
    ("porte ? avion*", "porte-grand-avion", "porte avions"),
    ("aide* (l'|le |la |)<Word>", "aider l’Écosse", "aider l'école"),
    ("<number> pays", "les 30 pays", "les trente pays"),
    ("[(à|vers) ]Maurice", "vers Maurice", "de Maurice"),
    ("Kim[ <Word>]", "Kim Dae", "Kim dit"),
    ("franco[-?]", "le franco-russe", "le franco russe "[:9]),
    ("=suisse*", "deux suisses", "la Suisse"),
    ("appel* [? “]", "appelé hier “rien”", "appelé hier, “rien”"),
    ("n°", "n° 5", "n°5"),
    ("haut* commissaire*", "hauts  commissaires", "haut-commissaire"),
]


@pytest.mark.parametrize(("pattern", "text", "look_alike"), FOUND)
def test_a_pattern_and_its_look_alike(pattern, text, look_alike):
    assert patterns.search(patterns.check(pattern), text)
    assert not patterns.search(pattern, look_alike)


def test_an_accent_may_be_a_character_of_its_own():
    apart = unicodedata.normalize("NFD", "L'été à Genève")
    assert [apart[slice(*span)] for span in patterns.spans("été", apart)] == [unicodedata.normalize("NFD", "été")]
    assert patterns.search("Gen*", apart)
    assert patterns.search(unicodedata.normalize("NFD", "Genève"), "Genève")
    assert not patterns.search("t*", apart)  # the t of été is no beginning
    assert not patterns.search("e*", apart)  # nor is é an e with an ending
    assert not patterns.search("Gene*", apart)


@pytest.mark.parametrize(
    ("text", "span"),
    [("İİ un missile", (6, 13)), ("missile", (0, 7)), ("\u202fmissile\u00a0!", (1, 8)), ("\r\nmissile\r\n", (2, 9))],
)
def test_offsets_are_those_of_the_text(text, span):
    assert patterns.spans("missile*", text) == [span]


@pytest.mark.parametrize(
    ("pattern", "span"), [("[à ]Maurice", (6, 13)), ("île* [à]", (0, 3)), ("[île à ]Maurice[ <Word>]", (6, 13))]
)
def test_words_in_brackets_are_no_part_of_the_match(pattern, span):
    assert patterns.spans(pattern, "île à Maurice Un") == [span]


def test_spans_within_a_stretch():
    assert patterns.spans("tir", "tir, tir, tir", 3, 10) == [(5, 8)]
    assert patterns.spans(r"re:tir\Z", "tir, tir, tir", 0, 8) == [(5, 8)]


def test_an_expression_that_finds_nothing_finds_no_span():
    assert patterns.spans(r"re:(?=a)|b", "ab") == [(1, 2)]


REFUSED = [
    ("", "'' does not begin with a letter or a digit"),
    ("*arme", "'*arme' does not begin with a letter or a digit"),
    (" arme", "' arme' does not begin with a letter or a digit"),
    ("_arme", "'_arme' does not begin with a letter or a digit"),
    ("ar*me", "'ar*me' has a * that does not end a word; write re: for other shapes"),
    ("arme**", "'arme**' has a * that does not end a word; write re: for other shapes"),
    ("arme *", "'arme *' has a * that does not end a word; write re: for other shapes"),
    ("? arme", "'? arme' does not begin with a letter or a digit"),
    ("[? ]arme", "'[? ]arme' does not begin with a letter or a digit"),
    ("arme = x", "'arme = x' has a = that does not begin a word; write re: for other shapes"),
    ("(arme|feu", "'(arme|feu' does not begin with a letter or a digit"),
    ("arme (feu", "'arme (feu' has a ( without its fellow"),
    ("arme [feu] [eau]", "'arme [feu] [eau]' has brackets elsewhere than around its first or last words"),
    ("[arme] ", "'[arme]' has brackets elsewhere than around its first or last words"),
    (
        "arme <Etat>",
        "'arme <Etat>' asks for <Etat>; there are <Word>, <number>, <state>, <person>, <organisation>, <place>, <cap",
    ),
    ("arme[ <state>]", "'arme[ <state>]' has <state> in brackets; only words can stand there"),
    ("a (" + "a|" * 80 + "b) (" + "a|" * 80 + "b)", "'a (a|"),
    ("re:", "'re:' matches where there is nothing"),
    ("re:a*", "'re:a*' matches where there is nothing"),
    ("re:(a", "'re:(a' is not an expression: missing )"),
]


@pytest.mark.parametrize(("pattern", "sentence"), REFUSED)
def test_a_pattern_that_cannot_be_used_is_refused(pattern, sentence):
    with pytest.raises(LexiconError) as error:
        patterns.check(pattern)
    assert str(error.value).startswith(sentence)


def test_an_expression_that_runs_for_ever_is_refused(monkeypatch):
    monkeypatch.setattr(patterns, "SECONDS", 0.1)
    with pytest.raises(LexiconError, match=r"^'re:\(a\|aa\)\+\$' takes over 0.1 s on one text; simplify it$"):
        patterns.spans("re:(a|aa)+$", "a" * 60 + "b")
