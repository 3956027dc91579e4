"""What is said of the map: true on nothing, one, two and many articles, hedged where chance might do it."""

import re

import pandas as pd
import placing
import pytest

from analysis import display, distances, language, positions, prose, tables, traits
from analysis.prose import positions as told_positions

APART = {
    "A": placing.units_of(threat=12, norms=3),
    "B": placing.units_of(bargain=12, norms=3),
    "C": placing.units_of(bargain=11, norms=4),
}
ALIKE = {
    "A": placing.units_of(threat=4, bargain=5, norms=3),
    "B": placing.units_of(threat=5, bargain=4, norms=3),
    "C": placing.units_of(threat=4, bargain=4, norms=4),
    "D": placing.units_of(threat=4, bargain=3, norms=4),
}


def find(articles, **options):
    counted, units, documents = placing.corpus(**articles)
    return positions.find(counted, units, documents, seed=1, **{"resamples": 40, "shuffles": 399} | options)


def pairs(*rows):
    """Pairs of (a, b, distance, distinct)."""
    table = [
        (a.lower(), b.lower(), a, b, distance, distance / 2, distance * 2, 0.8, 0.01, 0.02 if sure else 0.2, sure)
        for a, b, distance, sure in rows
    ]
    return pd.DataFrame(table, columns=distances.PAIRS)


def test_what_the_map_opposes():
    sentences = prose.placed(find(APART))
    assert re.fullmatch(
        r"The map shows 100\u00a0% of what sets the 3 articles apart in “frame”: from left to right "
        r"(“bargain” against “threat”|“threat” against “bargain”) \((over )?\d+\u00a0%\) and from bottom to top .+\.",
        sentences[0],
    )
    assert sentences[1] == "In “frame” (adjusted p .003) the articles differ by more than chance would give."
    assert sentences[2] == "Three articles always fit on a map of two axes: that it shows everything is no finding."
    assert len(sentences) == 3


def test_articles_that_are_alike_are_not_called_different():
    said = " ".join([*prose.placed(find(ALIKE)), *prose.told_apart(find(ALIKE).pairs), *prose.pulled(find(ALIKE))])
    assert "differ by more than chance would give" not in said
    assert "the articles are not shown to differ by more than their sentences do, shuffled among them" in said
    assert "Of 6 pairs of articles, none can be told apart by these counts. They lie no farther apart" in said
    assert "stands apart" not in said
    assert "The places of A, B, C and D are not shown to differ" in said


def test_few_counts_and_groups_without_any_are_said():
    articles = {
        "A": "threat,own words | threat,own words | bargain,report | own words",
        "B": "bargain,own words | threat,report | report | own words",
        "C": "own words | report | report | own words",
    }
    said = prose.placed(find(articles, least=1))
    assert said[0].startswith("The map shows 100\u00a0% of what sets the 3 articles apart in “frame” and “voice”: ")
    assert said[-2].startswith("Some places rest on few counts and are loose: A 3 in “frame”, B 2 in “frame”, A 4 in ")
    assert said[-1] == "C has nothing of “frame” and is placed there as the average is."


def test_what_was_not_used_is_named():
    articles = {**APART, "A": APART["A"] + " | ambition"}
    assert prose.placed(find(articles))[-1] == (
        "Not used, as too rare, empty or alike in all articles: “ambition” (frame)."
    )


@pytest.mark.parametrize("articles", [{}, {"A": "threat | bargain"}])
def test_without_a_map_one_sentence_says_why(articles):
    found = find(articles)
    assert prose.placed(found) == [f"No map of the sources: {found.reason}."]
    assert prose.told_apart(found.pairs) == prose.pulled(found) == []
    assert prose.stands(found, "A") == ""
    assert prose.map_caption(found) == prose.alt_positions(found) == f"No map: {found.reason}."


def test_two_articles():
    found = find({"A": APART["A"], "B": APART["B"]})
    said = prose.placed(found)
    assert said[0].startswith("All that sets the two articles apart in “frame” lies on one line: from left to right ")
    assert "Of two articles a map shows how they differ, and not which of them is the unusual one." in said
    (pair,) = prose.told_apart(found.pairs)
    assert pair.startswith("A and B can be told apart by these counts: their distance is ")
    assert prose.pulled(found) == []
    assert prose.stands(found, "A").startswith("A stands apart from the other article (adjusted p ")
    assert "pale bar" in prose.map_caption(found)


class TestPairs:
    def test_all_some_and_none(self):
        every = prose.told_apart(pairs(("A", "B", 1.0, True), ("A", "C", 2.0, True)))[0]
        assert every == "Of 2 pairs of articles, all can be told apart by these counts (adjusted p up to .020)."
        some = prose.told_apart(pairs(("A", "B", 1.0, True), ("A", "C", 2.0, True), ("B", "C", 0.5, False)))[0]
        assert some == (
            "Of 3 pairs of articles, 2 can be told apart by these counts (adjusted p up to .020): A–C and A–B. "
            "The other one lies no farther apart than their sentences might by chance, shuffled between the two."
        )

    def test_nearest_and_farthest_and_ties(self):
        plain = prose.told_apart(pairs(("A", "B", 0.5, False), ("A", "C", 2.0, True)))[1]
        assert plain == "Nearest to each other are A and B, at .50; farthest apart A and C, at 2.00."
        tied = prose.told_apart(pairs(("A", "B", 0.5, False), ("A", "C", 0.5, False), ("B", "C", 1.5, False)))[1]
        assert tied == (
            "Nearest to each other are A and B (and 1 other pair), at .50; "
            "farthest apart B and C, at 1.50, not surely more than chance."
        )

    def test_of_very_many_pairs_the_price_is_said(self):
        rows = [(f"A{at}", "B", 1.0 + at, False) for at in range(60)]
        assert "So many pairs were compared" in prose.told_apart(pairs(*rows))[0]
        assert "So many pairs were compared" not in prose.told_apart(pairs(*rows[:40]))[0]

    def test_nothing(self):
        assert prose.told_apart(pairs()) == []


class TestSources:
    found = find(APART)

    def test_a_source_stands_apart_by_its_counts_which_open(self):
        first = prose.pulled(self.found)[0]
        link = tables.anchor("frame", "threat", "A")
        assert re.match(
            r"A stands apart from the other articles \(adjusted p [< ]*\.\d+\), most of all by its counts: ", first
        )
        assert f"more of “threat” (frame: [[12|{link}]] of 15; elsewhere 0 of 30)" in first
        assert "none of “threat” (frame: 0 of 15; elsewhere 12 of 30)" in prose.stands(self.found, "B")

    def test_one_that_does_not_is_hedged(self):
        alike = find(ALIKE)
        said = prose.stands(alike, "A")
        assert said.startswith("A is not shown to differ from the other articles (adjusted p ")
        assert "; what differs most in the counts, perhaps by chance: " in said

    def test_an_article_that_is_not_there_has_no_sentence(self):
        assert prose.stands(self.found, "Z") == ""

    def test_names_of_the_corpus_make_no_link(self):
        counted, units, documents = placing.corpus(**APART)
        documents = documents.assign(label=documents["label"].replace("A", "[[x|y]]")).astype("str")
        found = positions.find(counted, units, documents, seed=1, resamples=5, shuffles=199)
        said = " ".join([*prose.placed(found), *prose.told_apart(found.pairs), *prose.pulled(found)])
        assert "[[x|y]]" not in said
        assert "\\[\\[x\\|y\\]\\]" in said


def test_the_caption_says_how_to_read_it_in_two_sentences():
    few, many = find(APART), find({f"S{at}": APART["ABC"[at % 3]] for at in range(13)}, shuffles=19)
    for found, words in ((few, "pale area"), (many, "too many articles")):
        caption = prose.map_caption(found)
        assert caption.count(". ") == 1
        assert words in caption


def test_the_alternative_text_says_where_each_stands():
    found = find(APART)
    said = prose.alt_positions(found)
    assert said.startswith("Map of 3 articles: left ")
    right = found.sources.set_index("source").loc["A", "x"] > 0
    assert re.search(rf"[Aa]t (top |bottom )?{'right' if right else 'left'}: A[;.]", said)
    for source in "ABC":
        assert re.search(rf"\b{source}\b", said.split(". ", 1)[1])


def test_counts_of_another_table_are_said_with_their_group():
    table = pd.DataFrame({"ally": [12, 0, 1], "regime": [0, 11, 12]}, ["A", "B", "C"])
    counted, documents = placing.counted(table)
    found = positions.find(counted, tables.empty("units"), documents, seed=1, resamples=20, shuffles=199)
    assert "more of “ally” (naming: [[12|" in prose.stands(found, "A")
    assert isinstance(traits.together(counted), pd.DataFrame)


def test_of_articles_in_two_languages_words_may_differ_for_that_alone():
    counted, documents = placing.counted(pd.DataFrame({"ally": [12, 1], "alliée": [0, 12]}, ["A", "B"]))
    documents = documents.assign(lang=["en", "fr"]).astype("str")
    options = {"seed": 1, "resamples": 20, "shuffles": 49}
    words = "The articles are in 2 languages: what sets them apart in “naming” may be the language alone."
    assert words in prose.placed(positions.find(counted, tables.empty("units"), documents, **options))
    frames = counted.assign(group="frame")
    assert words[:20] not in " ".join(prose.placed(positions.find(frames, tables.empty("units"), documents, **options)))


def test_a_feature_of_a_handful_of_counts_is_not_named_as_what_sets_apart():
    articles = {
        "A": placing.units_of(own_words=14) + " | threat",
        "B": placing.units_of(quotation=14, bargain=5),
        "C": placing.units_of(quotation=13, report=2, threat=2, bargain=3),
    }
    said = prose.stands(find(articles), "A")
    assert said.startswith("A stands apart")
    assert "“own words”" in said
    assert "frame" not in said


def french(sentence):
    """The sentence as read, its no-break spaces as plain ones."""
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


class TestFrench:
    def test_three_articles(self):
        found = find(APART)
        with language.speaking("fr"):
            said = [*map(french, prose.placed(found))]
            stands = french(prose.stands(found, "B"))
        assert re.fullmatch(
            r"La carte montre 100 % de ce qui sépare les 3 articles quant à « cadrage » : de gauche à droite "
            r"« (marchandage » contre « menace|menace » contre « marchandage) » \((plus de )?\d+ %\) "
            r"et de bas en haut .+\.",
            said[0],
        )
        assert said[1:] == [
            "Quant à « cadrage » (p ajusté 0,003), les articles diffèrent plus que le hasard ne le donnerait.",
            "Trois articles tiennent toujours sur une carte à deux axes : qu’elle montre tout n’est pas un résultat.",
        ]
        assert stands.startswith("L’article B se distingue des autres articles (p ajusté ")
        assert "pas de « menace » (cadrage : 0 sur 15 ; ailleurs 12 sur 30)" in stands

    def test_alike_few_and_none(self):
        articles = {
            "A": "threat,own words | threat,own words | bargain,report | own words",
            "B": "bargain,own words | threat,report | report | own words",
            "C": "own words | report | report | own words",
        }
        with language.speaking("fr"):
            alike = find(ALIKE)
            said = [french(one) for one in (*prose.placed(alike), *prose.told_apart(alike.pairs), *prose.pulled(alike))]
            few = [*map(french, prose.placed(find(articles, least=1)))]
            none = prose.placed(find({}))
        assert any("rien ne montre que les articles diffèrent plus que leurs phrases redistri" in one for one in said)
        assert any(one.startswith("Sur 6 paires d’articles, ces décomptes n’en distinguent aucune.") for one in said)
        assert said[-1] == (
            "Rien ne montre que la place de chacun de ces articles diffère de celle de tous les autres réunis : A, B, "
            "C "
            "et D."
        )
        assert few[-2].startswith(
            "Certaines places reposent sur peu d’occurrences et sont incertaines : l’article A, 3 "
        )
        assert few[-1] == "L’article C n’a rien pour « cadrage » et y est placé à la moyenne."
        assert none == ["Pas de carte des sources\u00a0: rien n’a été compté."]

    def test_two_articles(self):
        with language.speaking("fr"):
            found = find({"A": APART["A"], "B": APART["B"]})
            said = [*map(french, prose.placed(found))]
            (pair,) = map(french, prose.told_apart(found.pairs))
            stands = french(prose.stands(found, "A"))
        assert said[0].startswith(
            "Tout ce qui sépare les deux articles quant à « cadrage » tient sur une seule ligne : de "
        )
        assert (
            "De deux articles, une carte montre en quoi ils diffèrent, non lequel des deux sort de l’ordinaire." in said
        )
        assert pair.startswith("Ces décomptes distinguent les articles A et B : leur distance est de ")
        assert stands.startswith("L’article A se distingue de l’autre article (p ajusté ")

    def test_pairs(self):
        rows = [("A", "B", 1.0, True), ("A", "C", 2.0, True), ("B", "C", 0.5, False)]
        with language.speaking("fr"):
            some, ends = map(french, prose.told_apart(pairs(*rows)))
            every = french(prose.told_apart(pairs(*rows[:2]))[0])
            tied = french(
                prose.told_apart(pairs(("A", "B", 0.5, False), ("A", "C", 0.5, False), ("B", "C", 1, False)))[1]
            )
            alike = french(prose.told_apart(pairs(("A", "B", 0.5, False), ("A", "C", 0.5, False)))[1])
        assert some == (
            "Sur 3 paires d’articles, ces décomptes en distinguent 2 (p ajusté jusqu’à 0,020) : A–C et A–B. Dans "
            "l’autre, "
            "l’écart n’est pas plus grand que celui que le hasard peut donner en redistribuant les phrases entre les "
            "deux "
            "articles."
        )
        assert ends == "Les articles les plus proches sont B et C, à 0,50 ; les plus éloignés, A et C, à 2,00."
        assert every == "Sur 2 paires d’articles, ces décomptes les distinguent toutes (p ajusté jusqu’à 0,020)."
        assert tied == (
            "Les articles les plus proches sont A et B (et 1 autre paire), à 0,50 ; les plus éloignés, B et C, à "
            "1,00, ce "
            "qui ne dépasse pas sûrement le hasard."
        )
        assert alike == "Toutes les paires sont à égale distance : 0,50."


def test_the_label_of_a_feature_is_translated_part_by_part():
    with language.speaking("fr"):
        assert told_positions.feature("Kim: x") == "Kim\u00a0: x"
        assert told_positions.feature("[[x|y]]") == r"\[\[x\|y\]\]"
