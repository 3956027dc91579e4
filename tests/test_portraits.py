"""All tables of framing of a corpus, and the paragraphs on its sources: of one article, of three in English, of two."""

import re
from pathlib import Path

import pytest

from analysis import (
    agency,
    designation_counts,
    display,
    distinctive,
    doubted,
    language,
    lexical_table,
    portraits,
    prose,
    tables,
    word_power,
)
from analysis.reading import read

ROOT = Path(__file__).parents[1]
SUMMIT = ROOT / "tests" / "corpora" / "summit"


@pytest.fixture(scope="module", params=["all", "A", "AB"])
def portrayed(request):
    """Reading and portraits of a corpus, or of some of its articles."""
    articles = None if request.param == "all" else list(request.param)
    reading = read(SUMMIT, articles=articles)
    return reading, portraits.find(reading, seed=1)


def links(text):
    """The names of evidence to which sentences link."""
    return set(re.findall(r"\[\[[^\]]*?\|([^\]|]+)\]\]", text))


def test_every_source_has_its_paragraph(portrayed):
    reading, found = portrayed
    said = prose.portraits(found, reading.documents)
    assert [sentence[0] for sentence in said] == list(reading.documents["label"])
    assert not any("nan" in sentence.lower().split() for sentence in said)


def test_each_number_of_a_paragraph_opens_its_sentences(portrayed):
    reading, found = portrayed
    said = prose.portraits(found, reading.documents)
    behind = portraits.behind(said, found.evidence, reading.documents)
    page = display.evidence(behind, reading.units, reading.documents).html
    asked = links(" ".join(said))
    assert asked
    assert {name for name in asked if f'id="{name}"' not in page} == set()


def test_the_evidence_is_evidence(portrayed):
    reading, found = portrayed
    texts = dict(zip(reading.documents["document"], reading.documents["text"], strict=True))
    wrong = [row for row in found.evidence.itertuples() if texts[row.document][row.start : row.end] != row.match]
    assert wrong == []
    assert list(found.evidence.columns) == list(tables.SCHEMAS["evidence"])


def test_frames_that_agree_too_little_are_not_told(portrayed):
    reading, found = portrayed
    weak = set(found.worth.loc[~found.worth["used"], "label"])
    said = " ".join(prose.portraits(found, reading.documents))
    assert not any(f"evidence-frame-{label.replace(' ', '-')}-" in said for label in weak)
    assert "carry a finding" in prose.unsure_codes(found.worth)


def test_what_only_seems_to_differ_is_not_told():
    """Fifteen sentences each: no comparison is beyond chance, so none is told."""
    reading = read(SUMMIT)
    found = portraits.find(reading, seed=1)
    assert not any("more often than the others" in sentence for sentence in prose.portraits(found, reading.documents))


def test_a_source_has_four_sentences_and_all_of_them_on_demand(portrayed):
    reading, found = portrayed
    few, every = (prose.portrait(found, reading.documents, most=most) for most in (4, 0))
    assert [source for source, _ in few] == [source for source, _ in every] == list(reading.documents["label"])
    assert all(said == longer[:4] for (_, said), (_, longer) in zip(few, every, strict=True))
    assert all(re.search(r"^[A-Z].*\.$", display.plain(sentence)) for _, said in every for sentence in said)


def test_in_french_too_and_what_articles_say_stays():
    reading = read(SUMMIT)
    found = portraits.find(reading, seed=1)
    with language.speaking("fr"):
        said = dict(prose.portrait(found, reading.documents))
        lines = prose.portraits(found, reading.documents)
    assert display.plain(said["B"][0]) == (
        "Il emploie 3 mots connotés hors citations\u00a0: «\u00a0historic\u00a0», «\u00a0in triumph\u00a0» et "
        "«\u00a0triumphant\u00a0»."
    )
    assert "{{historic}}" in said["B"][0]
    assert display.plain(said["A"][0]) == (
        "Il mentionne «\u00a0Ilmar Vesk\u00a0» une fois de sa propre voix, par son nom accompagné d’une fonction ou "
        "d’une "
        "description (1)."
    )
    assert lines[0].startswith("A\u00a0: Il mentionne")


def test_many_articles_that_nothing_sets_apart_are_not_told_of_and_several_events_are_a_warning():
    reading = read(SUMMIT)
    found = portraits.find(reading, seed=1)._replace(events=2)
    many = reading.documents.loc[[*reading.documents.index] * 4]
    assert prose.portrait(found, many) == []
    assert prose.portraits(found, many) == [
        "These articles tell of 2 events: what sets one apart may be its event, and not how it is told.",
        "Of 12 articles nothing is told here: no count sets them apart beyond chance, or there are too many to tell "
        "of.",
    ]
    with language.speaking("fr"):
        assert prose.portraits(found, many)[1] == (
            "De 12 articles, rien n’est dit ici\u00a0: aucun décompte ne les distingue au-delà du hasard, ou ils sont "
            "trop nombreux."
        )


def test_codes_that_carry_no_finding_are_named_with_their_basis():
    worth = portraits.find(read(SUMMIT, articles=["A"]), seed=1).worth.query("layer == 'frame'")
    assert prose.unsure_codes(worth.head(0)) == ("No frames were checked against human coding: none carries a finding.")
    assert prose.unsure_codes(worth.assign(used=True)) == (
        "All frames agree well enough with human coding to carry a finding (checked on invented articles, "
        "1\u202f006 sentences)."
    )
    with language.speaking("fr"):
        assert prose.unsure_codes(worth.head(1).assign(used=False, label="x", of=1)) == (
            "Pour les cadrages que voici, l’accord avec le codage humain est trop faible ou trop incertain pour fonder "
            "un constat (borne inférieure de l’alpha sous 0,60, ou moins de 10 cas\u202f; vérification sur "
            "des articles inventés, 1 phrase)\u00a0: «\u00a0x\u00a0»\u202f; il ne suffit pour aucun."
        )


def sentences(reading, found):
    """All that prose says of the tables of framing; why there is no map was said in the language of its making."""
    documents, actor = reading.documents, next(iter(found.agents["actor"]), "")
    sources = lexical_table.sources(found.vocabulary, documents)
    return [
        *prose.portraits(found, documents, most=0),
        *(prose.unsure_codes(found.worth, layer) for layer in ("frame", "policy", "topic")),
        *prose.robust(found.comparisons.assign(used=True), len(documents)),
        *prose.fragile(found.comparisons.assign(used=True, adjusted=0.01), found.checks),
        *(prose.more_or_less(row) for row in found.comparisons.to_dict("records")),
        prose.turning(found.checks),
        *prose.set_apart(found.words),
        *prose.set_apart(distinctive.pairwise(found.vocabulary, documents)),
        *prose.word_power(word_power.power(found.words), sources),
        *prose.calls(found.naming, found.actor),
        *prose.modified(designation_counts.hung(found.modifiers), found.actor),
        prose.called_by_one(found.alone),
        prose.naming_differences(designation_counts.compared(found.naming)),
        *prose.loaded_rates(found.rates, found.loading),
        *prose.distances_kept(found.statuses),
        *prose.distant_topics(found.topics),
        *prose.doubted_speakers(doubted.overall(found.doubts)),
        *prose.differently_doubted(doubted.between_speakers(found.doubts), doubted.between_sources(found.doubts)),
        *prose.who_acts(found.agents),
        *prose.untold_agents(agency.untold(found.acts, documents)),
        prose.has_do(agency.by_class(found.acts, documents, actor), actor),
        *(prose.agency_errors(agency.errors(lang)) for lang in ("", "fr", "en")),
        *([] if found.places.reason else prose.placed(found.places)),
        *prose.told_apart(found.places.pairs),
        *prose.pulled(found.places),
    ]


def test_no_sentence_mixes_its_languages_and_every_one_ends(portrayed):
    english = re.compile(r"\b(the|of|and|is|are|in|its?|no|none|by|with|than|told|words|sentences)\b", re.I)
    french = re.compile(r"\b(le|la|les|des|du|et|est|sont|dans|aucune?|sur|avec|phrases)\b|[«»]", re.I)
    for lang, other in (("en", french), ("fr", english)):
        with language.speaking(lang):
            said = [sentence for sentence in sentences(*portrayed) if sentence]
        for sentence in said:
            own = re.sub(r"\{\{.*?\}\}|\|[\w.-]+\]\]", "", sentence)
            assert not other.search(own), sentence
            assert re.search(r"^[A-ZÀÉÊ0-9].*\.$", display.plain(sentence), re.DOTALL), sentence
            assert not re.search(r"\bnan\b|  |[^\u00a0\u202f ] :|\(\)|\.\.", sentence), sentence
