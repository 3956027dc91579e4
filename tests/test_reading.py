"""A corpus, read in one call: who is left out because no lexicon speaks the language, and what a reader is told."""

import pandas as pd
import pytest

from analysis import corpus, facts, lexicons, reading
from analysis.briefing.export_tables import NAMES, tables_of
from analysis.tables import CorpusError

FRENCH = "Le maire est dans la rue avec les enfants de la ville.\n"
GERMAN = "Der Bürgermeister steht mit den Kindern auf der Straße.\n"


def folder(path, **texts):
    path.mkdir(exist_ok=True)
    for name, text in texts.items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    return path


def left_out(read):
    refused = read.ledger[read.ledger["step"] == corpus.LEFT_OUT]
    return dict(zip(refused["document"], refused["reason"], strict=True))


@pytest.fixture
def mixed(tmp_path):
    path = folder(tmp_path / "corpus", a=GERMAN, b=FRENCH, c=GERMAN, d="")
    (path / "articles.csv").write_text("document,lang\nc,de\n", encoding="utf-8")
    return path


def test_articles_in_a_language_without_lexicons_are_left_out_and_said_so(mixed):
    read = reading.read(mixed)
    assert read.documents["document"].tolist() == ["b"]
    assert set(read.units["document"]) == {"b"}
    assert left_out(read) == {
        "a": "no lexicon speaks its language: not recognised; say it in the column lang",
        "c": "no lexicon speaks its language: de",
        "d": "empty: it holds no word",
    }
    assert read.ledger.equals(read.ledger.sort_values(["document", "step", "reason"], ignore_index=True))
    assert read.ledger.dtypes.nunique() == 1


def test_an_analysts_lexicons_speak_for_their_language(mixed, tmp_path):
    own = tmp_path / "own"
    (own / "de").mkdir(parents=True)
    cells = "de-topic-strasse,street,Straße,,Die Straße.,Der Strand.,"
    (own / "de" / "topic.csv").write_text(f"{','.join(lexicons.COLUMNS)}\n{cells}\n", encoding="utf-8")
    read = reading.read(mixed, own)
    assert read.documents["document"].tolist() == ["b", "c"]
    assert read.evidence.loc[read.evidence["document"] == "c", "match"].tolist() == ["Straße"]
    assert set(left_out(read)) == {"a", "d"}


def test_a_corpus_that_no_lexicon_can_read_is_refused(mixed):
    with pytest.raises(CorpusError, match=r"no article is in a language that the lexicons speak \(en, fr\)"):
        reading.read(mixed, articles=["a", "c"])


def test_a_corpus_that_can_be_read_loses_nothing(tmp_path):
    read = reading.read(folder(tmp_path / "corpus", a=FRENCH, b=FRENCH))
    assert read.documents["document"].tolist() == ["a", "b"]
    assert left_out(read) == {}


def test_notable_is_all_but_plain_utf8():
    rows = [("a", "encoding", "utf-8"), ("a", "language", "utf-8"), ("b", "encoding", "cp1252"), ("c", "left out", "x")]
    ledger = pd.DataFrame(rows, columns=["document", "step", "reason"])
    kept = reading.notable(ledger)
    assert kept.values.tolist() == [list(row) for row in rows[1:]]
    assert kept.index.tolist() == [0, 1, 2]
    assert reading.notable(ledger.head(1)).empty


def test_the_tables_of_a_corpus_hold_its_ledger(mixed):
    made = tables_of(mixed)
    assert tuple(made) == NAMES
    assert made["ledger"]["document"].tolist() == list("aaabbccdd")


def test_an_event_too_large_for_facts_has_the_other_tables_and_says_so(mixed, monkeypatch):
    monkeypatch.setattr(facts, "MOST_UNITS", 0)
    made = tables_of(mixed)
    assert made["claims"].empty
    assert len(made["units"])
    assert made["ledger"].iloc[-1]["step"] == "facts"


def test_a_speaker_has_the_name_that_the_corpus_has_for_him(tmp_path):
    """Through an office beside a nationality, a last name, and a capital that speaks for its state."""
    text = (
        "Le président moldave Ion Tudor est arrivé à Tokyo lundi pour une visite de trois jours.\n\n"
        "« Nous ne signerons rien avant la fin de la semaine », a déclaré le dirigeant moldave devant la presse.\n\n"
        "« Nous avons tout notre temps », a ajouté M. Tudor. "
        "Selon Tokyo, « la discussion a été franche » entre les deux délégations.\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    said = reading.read(tmp_path).statements
    assert said["speaker"].tolist() == ["Ion Tudor", "Ion Tudor", "Japan"]
