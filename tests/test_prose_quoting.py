"""Words of articles between our quotation marks: no mark stands twice."""

import pytest

from analysis import language
from analysis.prose.quoting import within

SAID = [
    ("La « priorité absolue ».", "La « priorité absolue ».", "La “priorité absolue”."),
    ("« Rien », dit-il", "« Rien », dit-il", "“Rien”, dit-il"),
    ("“Nothing”, he said", "‘Nothing’, he said", "“Nothing”, he said"),
    ("« Tout est dit »", "Tout est dit", "Tout est dit"),
    ("“All is said.”", "All is said.", "All is said."),
    ("« (Il) a offert un gant", "(Il) a offert un gant", "(Il) a offert un gant"),
    ("Oui », dit-il", "Oui, dit-il", "Oui, dit-il"),
    ("des «négociations »… mais « x", "des «négociations »… mais x", "des “négociations”… mais x"),
    ("", "", ""),
    ("»«", "", ""),
]


@pytest.mark.parametrize(("text", "english", "french"), SAID)
def test_words_within_our_marks(text, english, french):
    assert within(text) == english
    with language.speaking("fr"):
        assert within(text) == french
