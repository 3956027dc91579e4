"""To which medium something was said: invented sentences with a statement each."""

import pytest

from analysis import hearers, lexicons, tables

RULES = lexicons.load(["fr", "en"])


def heard(text, words, cue, outlet=""):
    documents = tables.table("documents", [{"document": "d", "label": "A", "outlet": outlet, "text": text}])
    start, at = text.index(words), text.index(cue)
    row = {"document": "d", "start": start, "end": start + len(words), "kind": "direct", "speaker": "X", "cue": cue}
    said = tables.table("statements", [row | {"cue_start": at, "cue_end": at + len(cue)}])
    return hearers.heard(said, RULES, documents)


@pytest.mark.parametrize(
    ("text", "words", "cue", "medium"),
    [
        ("« C'est trop tard », a déclaré le maire à l'AFP.", "« C'est trop tard »", "déclaré", "AFP"),
        ("« C'est trop tard », a confié Anne Morel au Monde.", "« C'est trop tard »", "confié", "Le Monde"),
        ("« C'est trop tard », a dit le maire sur RTL.", "« C'est trop tard »", "dit", "RTL"),
        ("Elle a évoqué pour l’AFP un « immense changement ».", "« immense changement »", "évoqué", "AFP"),
        ("Interrogé par l'AFP, il affirme que le pont fermera.", "le pont fermera", "affirme", "AFP"),
        ("Dans un entretien au Figaro, il affirme que le pont fermera.", "le pont fermera", "affirme", "Le Figaro"),
        ("“It is too late,” the minister told Reuters.", "“It is too late,”", "told", "Reuters"),
        ("Speaking to CNN, he said the bridge would close.", "the bridge would close", "said", "CNN"),
        ("Interrogé par l'AFP, il s'est tu. Le maire affirme que le pont fermera.", "le pont fermera", "affirme", ""),
        ("Il a dit qu'il parlerait à l'AFP.", "il parlerait à l'AFP", "dit", ""),
        ("Il a reproché à l'AFP d'avoir menti.", "d'avoir menti", "reproché", ""),
        ("Il affirme devant tout le monde que le pont fermera.", "le pont fermera", "affirme", ""),
    ],
)
def test_the_medium_that_heard_it(text, words, cue, medium):
    assert heard(text, words, cue) == [medium]


@pytest.mark.parametrize(("outlet", "medium"), [("Onde Ouest", ""), ("Le Phare", "Ouest-France")])
def test_what_an_outlet_heard_itself_has_no_other_medium(outlet, medium):
    text = f"« C'est trop tard », s'emporte Paul, joint par {medium or outlet}."
    assert heard(text, "« C'est trop tard »", "s'emporte", outlet) == [medium]


def test_a_statement_without_a_cue_was_said_to_nobody():
    documents = tables.table("documents", [{"document": "d", "label": "A", "text": "« Non », à l'AFP."}])
    said = tables.table("statements", [{"document": "d", "start": 0, "end": 7, "kind": "direct"}])
    assert hearers.heard(said, RULES, documents) == [""]
    assert hearers.heard(said.head(0), RULES, documents) == []
