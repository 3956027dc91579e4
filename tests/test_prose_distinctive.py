"""Sentences on distinctive words, true of nothing, one article, two, and many."""

import pandas as pd
import pytest
import worded

from analysis import distinctive, language, lexical_table, prose, word_power
from analysis.display import outputs

FILLER = "et ou mais donc " * 25
PIRATES = ["Les pirates fuient.", "Des pirates, un pirate.", "Le pirate nie.", "Deux pirates.", "Six pirates.", FILLER]
OTHERS = {"B": ["Le navire attend.", FILLER], "C": ["Le pirate salue un navire.", FILLER]}


def said(articles, **columns):
    documents, units = worded.corpus(articles)
    vocabulary = worded.read(documents, units)
    table = distinctive.words(vocabulary, documents)
    apart = prose.set_apart(table)
    power = prose.word_power(word_power.power(table), lexical_table.sources(vocabulary, documents))
    return [outputs.plain(sentence) for sentence in apart], [outputs.plain(sentence) for sentence in power]


def test_a_finding_with_its_counts():
    apart, power = said({"A": PIRATES} | OTHERS)
    assert apart == ["A uses oftener than the others do, beyond chance: “pirate” (6 in 114 words, elsewhere 1 in 208)."]
    assert power[-1].startswith("The tests take the occurrences of a word for independent")
    assert power[0] == (
        "3 articles in French are compared, of 103 to 114 words, each with all others; words and expressions frequent "
        "enough to be tested: 1. Used more than chance explains: 1; used less: 0."
    )


def test_a_count_opens_its_sentences():
    documents, units = worded.corpus({"A": PIRATES} | OTHERS)
    sentences = prose.set_apart(distinctive.words(worded.read(documents, units), documents))
    assert "[[6|evidence-word-pirate-A]]" in sentences[0]


def test_no_finding_is_said():
    apart, power = said({"A": ["Le navire attend.", FILLER], "B": ["Un navire.", FILLER]})
    assert apart == ["No word or expression is found to set one article apart from another beyond chance."]
    assert power == ["Of the 2 articles in French, no word is frequent enough to be tested."]


def test_one_article_can_be_compared_with_none():
    apart, power = said({"A": PIRATES})
    assert apart == ["There are no words to compare."]
    assert power == ["There is one article in French with words of this voice: it can be compared with no other."]


def test_nothing():
    assert prose.word_power(word_power.power(distinctive_rows()), pd.DataFrame({"lang": [], "sources": []})) == [
        "There are no words to compare."
    ]


def distinctive_rows(*rows):
    """Rows of `distinctive.words`: (source, against, word, count, elsewhere, reading)."""
    about = {"lang": "fr", "kind": "word", "of": 500, "of_elsewhere": 2000, "units": 2, "articles": 2, "of_articles": 5}
    about |= {"z": 0.0, "score": 0.0, "p": 0.0, "adjusted": 0.0, "tests": 9}
    names = ("source", "against", "word", "count", "elsewhere", "reading")
    each = [about | dict(zip(names, row, strict=True)) for row in rows]
    return pd.DataFrame(each, columns=list(distinctive.COLUMNS)).astype(distinctive.COLUMNS)


@pytest.mark.parametrize(
    ("against", "reading", "sentence"),
    [
        (
            distinctive.ALL,
            distinctive.ONCE,
            "A uses in one sentence alone, and there oftener than chance explains: “mot” ",
        ),
        (
            distinctive.ALL,
            distinctive.AVOIDED,
            "A does not use what every other article uses: “mot” (9 in 2 000 words elsew",
        ),
        (
            distinctive.ALL,
            distinctive.UNDER,
            "A uses less often than the others do, beyond chance: “mot” (3 in 500 words",
        ),
        (
            "B",
            distinctive.OVER,
            "A uses oftener than B does, beyond chance: “mot” (3 in 500 words, elsewhere 9 in 2 000)",
        ),
        ("B", distinctive.AVOIDED, "A does not use what B uses: “mot” (9 in 2 000 words elsewhere)."),
    ],
)
def test_each_reading_has_its_sentence(against, reading, sentence):
    rows = distinctive_rows(("A", against, "mot", 3, 9, reading))
    assert french(prose.set_apart(rows)[0]).startswith(sentence)


def test_many_articles_are_not_all_told_of():
    rows = [(f"S{place:02}", distinctive.ALL, "mot", 5, 0, distinctive.OVER) for place in range(12)]
    sentences = prose.set_apart(distinctive_rows(*rows))
    assert len(sentences) == 9
    assert sentences[-1] == "4 more comparisons: 4 findings in the table."


def test_no_word_of_a_corpus_makes_a_link():
    sentences = prose.set_apart(distinctive_rows(("[[A|x]]", distinctive.ALL, "]]mot|", 5, 0, distinctive.OVER)))
    assert outputs.plain(sentences[0]).startswith(
        "[[A|x]] uses oftener than the others do, beyond chance: “]]mot|” (5 "
    )


def powers(**changed):
    row = {"lang": "fr", "source": "A", "against": distinctive.ALL, "of": 500, "of_elsewhere": 2000, "tests": 90}
    row |= {"over": 0, "once": 0, "under": 0, "smallest": 6, "by_chance": 3} | changed
    both = [row, row | {"source": "B", "smallest": row["smallest"] and row["smallest"] + 1}]
    return pd.DataFrame(both).astype(word_power.COLUMNS)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {},
            "In so little text only gross differences come out: a word that stands in one article alone has to stand "
            "there 6 to 7 times to come out by itself. Dealt out at random, some word would still stand 3 times in one "
            "article and nowhere else in one deal of 20 or more. Whatever does not come out is a rank, no finding.",
        ),
        (
            {"smallest": 3, "by_chance": 2},
            "A word that stands in one article alone has to stand there 3 to 4 times to come out by itself. Dealt out "
            "at random, some word would still stand 2 times in one article and nowhere else in one deal of 20 or more. "
            "Whatever does not come out is a rank, no finding.",
        ),
        (
            {"smallest": 0},
            "However often a word stood in one article alone, it would not come out: there is too little text.",
        ),
        (
            {"smallest": 3, "by_chance": 0},
            "A word that stands in one article alone has to stand there 3 to 4 times to come out by itself. Dealt out "
            "at random, a given article would have a word to itself in fewer than 1 of 20 deals.",
        ),
    ],
)
def test_how_little_can_be_shown(changed, sentence):
    sources = pd.DataFrame({"lang": ["fr"], "sources": [2]})
    assert prose.word_power(powers(**changed), sources)[1] == sentence


def test_findings_are_summed_up():
    sources = pd.DataFrame({"lang": ["fr"], "sources": [2]})
    assert prose.word_power(powers(over=1, once=1, under=1), sources)[0] == (
        "Two articles in French are compared, of 500 words; words and expressions frequent enough to be tested: 90. "
        "Used more than chance explains: 4 (2 of them within one sentence); used less: 2."
    )


def test_the_alternative_text_names_what_the_figure_names():
    documents, units = worded.corpus({"A": PIRATES} | OTHERS)
    drawn = distinctive.plotted(distinctive.words(worded.read(documents, units), documents), "A")
    assert prose.alt_keyness(drawn, "Words of A").startswith("Words of A, 2 words; named are pirate ")
    assert prose.alt_keyness(drawn.head(0), "Words of A") == "Words of A: nothing stands out."


def french(sentence):
    """The sentence as read, its no-break spaces as plain ones."""
    return outputs.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def test_in_french_of_three_articles_two_and_one():
    with language.speaking("fr"):
        apart, power = ([*map(french, said_)] for said_ in said({"A": PIRATES} | OTHERS))
        none, few = said({"A": ["Le navire attend.", FILLER], "B": ["Un navire.", FILLER]})
        nothing, alone = ([*map(french, said_)] for said_ in said({"A": PIRATES}))
    assert apart == [
        "L’article A emploie plus souvent que les autres, au-delà du hasard : « pirate » (6 sur 114 mots, ailleurs 1 "
        "sur 208)."
    ]
    assert power[0] == (
        "3 articles en français sont comparés, longs de 103 à 114 mots, chacun avec tous les autres ; mots et "
        "expressions assez fréquents pour être testés : 1. Plus employés que le hasard ne l’explique : 1 ; moins "
        "employés : 0."
    )
    assert none == ["Aucun mot ni aucune expression ne distingue un article des autres au-delà du hasard."]
    assert few == ["Sur les 2 articles en français, aucun mot n’est assez fréquent pour être testé."]
    assert nothing == ["Il n’y a pas de mots à comparer."]
    assert alone == [
        "Il n’y a qu’un article en français qui ait des mots de cette voix : il ne peut être comparé à aucun autre."
    ]


@pytest.mark.parametrize("against", [distinctive.ALL, "B"])
def test_every_reading_has_a_french_sentence_of_its_own(against):
    rows = [("A", against, "mot", 3, 9, reading) for reading in distinctive.READINGS]
    with language.speaking("fr"):
        sentences = [french(sentence) for sentence in prose.set_apart(distinctive_rows(*rows))]
    assert len(set(sentences)) == 4
    assert all("« mot »" in sentence and sentence[0] in "LP" for sentence in sentences)


def test_a_word_is_marked_as_the_articles_and_more_comparisons_are_counted_in_french():
    rows = [(f"S{place:02}", distinctive.ALL, "mot", 5, 0, distinctive.OVER) for place in range(9)]
    with language.speaking("fr"):
        sentences = prose.set_apart(distinctive_rows(*rows))
    assert "«\u00a0{{mot}}\u00a0»" in sentences[0]
    assert french(sentences[-1]) == "1 autre comparaison : 1 constat dans le tableau."


def test_how_little_can_be_shown_in_french():
    sources = pd.DataFrame({"lang": ["fr"], "sources": [2]})
    with language.speaking("fr"):
        assert french(prose.word_power(powers(), sources)[1]) == (
            "Dans si peu de texte, seuls de gros écarts ressortent : un mot propre à un seul article doit y figurer 6 "
            "à 7 fois pour ressortir à lui seul. Si l’on distribuait les mots au hasard, l’un d’eux figurerait encore "
            "3 fois dans un article et nulle part ailleurs, dans 1 tirage sur 20 au moins. Ce qui ne ressort pas n’est "
            "qu’un rang, non un constat."
        )
