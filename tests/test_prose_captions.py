"""Below the figures: of how many sentences, articles and facts each is made; of nothing, of one, in French."""

import pandas as pd
import pytest
import small
import tellings

from analysis import consensus, language, matrix, measures, prose, topics
from analysis.discrepancies import views

MEASURE = measures.prevalence(small.evidence(), small.units(), small.documents(), "topic")
WHERE = topics.profile(small.evidence(), small.units(), small.documents(), ["space", "treaty"])
SIDE = pd.DataFrame(
    [("discrepancy", "D001", "status", "", "s", source, "possible", "w", "c", "high") for source in "AB"],
    columns=views.COLUMNS,
)
RIBBONS = pd.DataFrame({"article": ["A", "B"], "statements": [3, 1]})


def counted(**columns):
    return pd.DataFrame({"source": ["A", "B"], **columns})


def told():
    telling = tellings.corpus("f1 f2 f3", "f1 f2?", "f1")
    table = consensus.told(telling.claims, telling.facts, telling.documents)
    return table, consensus.standing(table, telling.facts)


def test_sentences_and_articles_are_counted_once():
    assert prose.caption_dots(MEASURE).endswith("Made of 10 sentences in 3 articles.")
    assert prose.caption_frames(MEASURE).endswith("Made of 10 sentences in 3 articles.")
    assert prose.caption_distance(MEASURE) == (
        "How near each article stands to what it tells: 10 sentences in 3 articles."
    )
    assert "on “space”, with 95\u00a0% interval (Wilson 1927): 3 of 10 sentences in 3 articles." in (
        prose.caption_intervals(MEASURE[MEASURE["label"] == "space"])
    )
    one = small.measure(("space", "A", 1, 1))
    assert prose.caption_dots(one).endswith("Made of 1 sentence in 1 article.")


def test_facts_shown_of_all():
    table, standing = told()
    assert prose.caption_matrix(matrix.shown(table, standing, most=2), standing) == (
        "Facts × articles: 2 of 3 facts, in 3 articles."
    )


def test_what_each_other_figure_is_made_of():
    assert "1 discrepancy in 2 articles" in prose.caption_discrepancies(views.strips(SIDE))
    assert "4 statements in 2 articles" in prose.caption_chain(RIBBONS)
    assert "300 words in 2 articles" in prose.caption_copied(counted(of=[100, 200]))
    assert "9 acts with a named actor in 2 articles" in prose.caption_agency(counted(of=[4, 5]))
    assert "7 mentions in 2 articles" in prose.caption_called(counted(of=[3, 4], actor=["[[x|y]]"] * 2))
    assert r"\[\[x\|y\]\]" in prose.caption_called(counted(of=[3, 4], actor=["[[x|y]]"] * 2))
    assert prose.caption_keyness(counted(word=["a", "b"])).startswith("2 words of A: ")
    assert prose.caption_timeline(counted(), counted().head(1)).startswith("2 of 1 dated event, ")
    assert prose.caption_curve(counted(of=[5, 5])).endswith("of 5 articles.")
    assert "marks .60. Made of 12 coded sentences." in prose.caption_agreement(counted(of=[12, 12]))


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_of_nothing_a_caption_is_a_sentence(lang):
    table, standing = told()
    none = counted(of=[1, 1], actor=["x", "x"]).head(0)
    with language.speaking(lang):
        said = [
            prose.caption_matrix(matrix.shown(table, standing).head(0), standing.head(0)),
            prose.caption_discrepancies(views.strips(SIDE).head(0)),
            *(caption(MEASURE.head(0)) for caption in (prose.caption_dots, prose.caption_frames)),
            *(caption(MEASURE.head(0)) for caption in (prose.caption_distance, prose.caption_intervals)),
            prose.caption_profile(WHERE.head(0)),
            prose.caption_chain(RIBBONS.head(0)),
            *(caption(none) for caption in (prose.caption_copied, prose.caption_agency, prose.caption_called)),
            *(caption(none) for caption in (prose.caption_naming, prose.caption_keyness, prose.caption_curve)),
            prose.caption_agreement(none),
        ]
    for sentence in said:
        assert sentence.endswith(".")
        assert "nan" not in sentence
        assert "None" not in sentence
        assert "{" not in sentence


def test_in_french():
    with language.speaking("fr"):
        assert prose.caption_dots(MEASURE).endswith("Calculé sur 10 phrases dans 3 articles.")
        assert "1 divergence dans 2 articles" in prose.caption_discrepancies(views.strips(SIDE))
        assert prose.alt_discrepancies(views.strips(SIDE)).endswith(" D001 statut\u00a0: A possible, B possible.")
        assert prose.alt_dots(MEASURE.head(0)) == "Phrases de chaque article, par catégorie\u00a0: rien à dessiner."


def test_alternatives_speak_for_themselves_without_a_title():
    assert prose.alt_intervals(MEASURE.head(1)) == "Sentences, by article: A 2 of 4."
    assert prose.alt_matrix(told()[0].head(0)) == "How each article tells each fact: nothing to draw."
