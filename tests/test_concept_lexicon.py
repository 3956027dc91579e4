"""The files of concepts: what loads, and what is refused with which sentence."""

import pytest

from analysis import concept_lexicon
from analysis.tables import LexiconError

HEAD = "concept,fr,en\n"
BROKEN = [
    (HEAD + "delay,report*|,delay*\n", r"row 2: delay: '' \(fr\) is no word or expression"),
    (HEAD + "delay,,delay*\n", r"row 2: delay: '' \(fr\) is no word or expression"),
    (HEAD + "delay,re*port,delay*\n", r"row 2: delay: 're\*port' \(fr\) is no word or expression"),
    (HEAD + "delay,report*,delay*|Delay*\n", r"row 2: delay: 'delay\*' \(en\) stands twice"),
    (HEAD + "delay,report*,delay*\ndelay,retard*,late\n", r"row 3: the concept 'delay' stands twice"),
    (HEAD + ",report*,delay*\n", r"row 2: a concept without a name"),
    (HEAD + "delay,report*\n", r"row 2: a row has 3 cells"),
    (HEAD + "delay,report*,delay*,late\n", r"row 2: a row has 3 cells"),
    ("concept,en,fr\ndelay,delay*,report*\n", r"the columns are \['concept', 'en', 'fr'\]"),
]


@pytest.mark.parametrize(("text", "sentence"), BROKEN, ids=[sentence for _, sentence in BROKEN])
def test_a_broken_file_is_refused(tmp_path, text, sentence):
    (tmp_path / "time.csv").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=sentence):
        concept_lexicon.load(tmp_path)


def test_a_concept_may_stand_in_one_file_only(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.csv").write_text(HEAD + "delay,report*,delay*\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"two\.csv, row 2: the concept 'delay' stands twice"):
        concept_lexicon.load(tmp_path)


def test_patterns_are_kept_by_their_first_words(tmp_path):
    text = HEAD + "police,forces de l'ordre|flic~|polic*,police|law enforcement\n"
    (tmp_path / "one.csv").write_text(text, encoding="utf-8")
    found = concept_lexicon.load(tmp_path)
    assert found["fr"].words.of("flics") == found["fr"].words.of("policier") == {"police"}
    assert found["fr"].words.of("forces") == set()
    assert found["fr"].phrases.of("forces") == {(("forces", "de", "l", "ordre"), "police")}
    assert found["en"].phrases.of("law") == {(("law", "enforcement"), "police")}


def test_the_packaged_files_load_and_are_in_order():
    assert len(concept_lexicon.rows()) > 1500
    for file in sorted(concept_lexicon.FOLDER.glob("*.csv")):
        names = [line.split(",")[0] for line in file.read_text(encoding="utf-8").splitlines()[1:]]
        assert names == sorted(names)
