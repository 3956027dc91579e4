"""Words that set an article apart: tables of ten rows that can be checked by hand, and articles of invented words."""

import numpy as np
import pandas as pd
import pytest
import worded

from analysis import distinctive, lexical_table, measures, statistics, tables, vocabulary
from analysis.tables import ParameterError

FILLER = "et ou mais donc " * 25
"""A hundred words of grammar."""


def found(articles, lang="fr", **about):
    documents, units = worded.corpus(articles, lang, **about)
    return worded.read(documents, units), documents


def row(table, source, word):
    return table[(table["source"] == source) & (table["word"] == word)].iloc[0]


APART = {
    "A": ["Les pirates fuient.", "Des pirates, un pirate.", "Le pirate nie.", "Deux pirates.", "Six pirates.", FILLER],
    "B": ["Le navire attend.", "Un navire.", FILLER],
    "C": ["Le pirate salue un navire.", FILLER],
}


def test_counts_with_their_denominators():
    vocabulary_, documents = found(APART)
    table = distinctive.words(vocabulary_, documents)
    pirate = row(table, "A", "pirate")
    assert pirate[["count", "elsewhere", "units", "articles", "of_articles"]].tolist() == [6, 1, 5, 2, 3]
    assert pirate[["of", "of_elsewhere"]].tolist() == [3 + 4 + 3 + 2 + 2 + 100, 3 + 2 + 100 + 5 + 100]
    assert set(table["word"]) == {"pirate", "navire"}


def test_score_and_p_are_those_of_lafon_with_every_test_adjusted():
    vocabulary_, documents = found(APART)
    table = distinctive.words(vocabulary_, documents)
    pirate = row(table, "A", "pirate")
    score = statistics.specificity(6, pirate["of"], 7, len(vocabulary_))
    assert pirate["score"] == pytest.approx(score)
    assert pirate["p"] == pytest.approx(2 * 10**-score)
    assert pirate["tests"] == 1
    assert pirate["adjusted"] == pytest.approx(pirate["p"])
    assert pirate["reading"] == "distinctive"


def test_what_could_not_come_out_is_not_tested_but_stands_in_the_table():
    vocabulary_, documents = found(APART)
    navire = row(distinctive.words(vocabulary_, documents), "A", "navire")
    assert navire[["count", "elsewhere", "adjusted", "reading"]].tolist() == [0, 3, 1.0, distinctive.RANK]


def test_z_is_that_of_monroe_where_both_sides_have_the_same_prior():
    names = ["a", "b", "c", "rest"]
    one, two = pd.Series([9, 2, 0, 89], names), pd.Series([1, 2, 7, 90], names)
    prior = pd.Series([4.0, 6.0, 1.0, 189.0], names)
    published = statistics.log_odds(one, two, prior / 2).set_index("word")["z"]
    ours = distinctive.log_odds(one[:3], 100, two[:3], 100, prior[:3], mass=200)
    assert ours.tolist() == pytest.approx(published[["a", "b", "c"]].tolist())


def test_the_prior_is_shared_out_by_length_so_that_equal_shares_set_nobody_apart():
    assert distinctive.log_odds(2, 100, 20, 1000, 30.0) == pytest.approx(0, abs=1e-12)
    assert distinctive.log_odds(0, 100, 20, 1000, 30.0) < 0


def test_a_word_common_in_general_language_ranks_below_a_rare_one_of_the_same_counts():
    sentence = "La chose du corsaire."
    vocabulary_, documents = found({"A": [sentence, sentence + " Bref.", FILLER], "B": ["Autre navire ici.", FILLER]})
    table = distinctive.words(vocabulary_, documents)
    assert row(table, "A", "chose")["count"] == row(table, "A", "corsaire")["count"] == 2
    assert row(table, "A", "corsaire")["z"] > row(table, "A", "chose")["z"] > 0


def test_a_word_repeated_in_one_sentence_is_no_word_that_pervades_an_article():
    vocabulary_, documents = found({"A": ["Un pirate, " * 9, FILLER], "B": ["Un navire, un navire.", FILLER]})
    assert row(distinctive.words(vocabulary_, documents), "A", "pirate")["reading"] == "in one sentence"


def test_what_an_article_avoids_while_all_others_use_it():
    often = ["Le traité tient."] * 14
    vocabulary_, documents = found({"A": [FILLER] * 2, "B": [*often, FILLER], "C": [*often, FILLER]})
    table = distinctive.words(vocabulary_, documents)
    avoided = row(table, "A", "traité")
    assert avoided["reading"] == "avoided"
    assert avoided["score"] < 0
    assert avoided["z"] < 0


def test_what_one_other_does_not_use_either_is_only_used_less():
    often = ["Le traité tient."] * 20
    vocabulary_, documents = found({"A": [FILLER] * 2, "B": [*often, *often], "C": [FILLER]})
    assert row(distinctive.words(vocabulary_, documents), "A", "traité")["reading"] == "used less"


def test_articles_are_only_compared_within_their_language():
    french, _ = worded.corpus({"A": ["Un pirate, un pirate."], "B": ["Le pirate."]})
    english, _ = worded.corpus({"E": ["The pirates, the pirates."]}, lang="en")
    documents = tables.table("documents", [*french.to_dict("records"), *english.to_dict("records")])
    units = tables.table(
        "units",
        [
            {"document": document, "unit": 0, "start": 0, "end": len(text), "role": "body"}
            for document, text in documents[["document", "text"]].itertuples(index=False, name=None)
        ],
    )
    vocabulary_ = worded.read(documents, units)
    assert set(distinctive.words(vocabulary_, documents)["source"]) == {"A", "B"}
    assert lexical_table.sources(vocabulary_, documents).values.tolist() == [["en", 1], ["fr", 2]]


def test_the_articles_of_an_outlet_are_pooled_and_one_without_stands_for_itself():
    vocabulary_, documents = found(APART, A="Le Cap", C="Le Cap")
    table = distinctive.words(vocabulary_, documents, by="outlet")
    assert row(table, "Le Cap", "pirate")[["count", "elsewhere", "articles"]].tolist() == [7, 0, 2]
    assert row(table, "B", "navire")[["count", "elsewhere"]].tolist() == [2, 1]


def test_each_pair_is_compared_once_and_one_pair_on_request():
    vocabulary_, documents = found(APART)
    table = distinctive.pairwise(vocabulary_, documents)
    pairs = table[["source", "against"]].drop_duplicates().values.tolist()
    assert pairs == [["A", "B"], ["A", "C"], ["B", "C"]]
    one = distinctive.pairwise(vocabulary_, documents, pair=("C", "A"))
    pirate = row(one, "C", "pirate")
    assert pirate[["against", "count", "elsewhere", "of_articles"]].tolist() == ["A", 1, 6, 2]
    assert pirate["score"] < 0


@pytest.mark.parametrize("pair", [("A", "Z"), ("A", "A")])
def test_a_pair_that_cannot_be_had_is_refused(pair):
    vocabulary_, documents = found(APART)
    with pytest.raises(ParameterError, match="are no two sources of one language; there are A, B, C"):
        distinctive.pairwise(vocabulary_, documents, pair=pair)


def test_quotations_are_counted_on_request_alone():
    documents, units = worded.corpus({"A": ["Il jure : « Les pirates, les pirates. »"], "B": ["Un navire, un navire."]})
    said = worded.spans("statements", documents, ("A", "Les pirates, les pirates"), kind="direct")
    vocabulary_ = vocabulary.read(documents, units, said, tables.empty("actors"))
    assert "pirate" not in set(distinctive.words(vocabulary_, documents)["word"])
    assert row(distinctive.words(vocabulary_, documents, voice="all"), "A", "pirate")["count"] == 2


def test_names_are_tested_on_request_alone():
    documents, units = worded.corpus({"A": ["Vaudrel rit. Vaudrel nie."], "B": ["Un navire, un navire."]})
    named = worded.spans("actors", documents, ("A", "Vaudrel rit. Vaudrel"), kind="person", actor="Vaudrel")
    vocabulary_ = vocabulary.read(documents, units, tables.empty("statements"), named)
    assert "vaudrel" not in set(distinctive.words(vocabulary_, documents)["word"])
    assert row(distinctive.words(vocabulary_, documents, names=True), "A", "vaudrel")["kind"] == "name"


def test_a_word_that_only_stands_in_one_expression_is_not_tested_beside_it():
    sentences = ["Un tir balistique.", "Le tir balistique rate.", "Ce tir, balistique ou non.", "Leur tir balistique."]
    vocabulary_, documents = found({"A": [*sentences, FILLER], "B": ["Le tir.", FILLER]})
    words = set(distinctive.words(vocabulary_, documents)["word"])
    assert {"tir", "tir balistique", "balistique"} <= words
    vocabulary_, documents = found({"A": [*sentences[:2], sentences[3], FILLER], "B": ["Le tir.", FILLER]})
    assert "balistique" not in set(distinctive.words(vocabulary_, documents)["word"])


def test_each_count_opens_its_sentences():
    vocabulary_, documents = found(APART)
    table = distinctive.words(vocabulary_, documents)
    rows = distinctive.evidence_of(table, vocabulary_)
    for record in table.to_dict("records"):
        held = rows[(rows["label"] == record["word"]) & (rows["document"] == record["source"])]
        assert len(held) == record["count"]
        assert held["unit"].nunique() == record["units"]


def test_findings_come_first_and_shared_words_do_not_lead():
    vocabulary_, documents = found(APART)
    first = distinctive.leading(distinctive.words(vocabulary_, documents), most=1)
    assert first[["source", "word"]].values.tolist() == [["A", "pirate"], ["B", "navire"]]


def test_a_drawing_names_what_leads():
    vocabulary_, documents = found(APART)
    drawn = distinctive.plotted(distinctive.words(vocabulary_, documents), "A")
    assert drawn[["word", "named"]].values.tolist() == [["pirate", True], ["navire", False]]
    assert drawn["often"].iloc[0] == pytest.approx(7000 / len(vocabulary_))
    assert distinctive.plotted(distinctive.words(vocabulary_, documents), "nobody").empty


def test_one_article_and_nothing_at_all_keep_the_columns():
    vocabulary_, documents = found({"A": APART["A"]})
    empty = worded.read(tables.empty("documents"), tables.empty("units"))
    for table in (distinctive.words(vocabulary_, documents), distinctive.words(empty, tables.empty("documents"))):
        assert table.empty
        assert table.dtypes.astype(str).to_dict() == distinctive.COLUMNS
    assert distinctive.pairwise(vocabulary_, documents).empty


def test_adjusting_never_makes_a_p_smaller():
    rng = np.random.default_rng(5)
    words_ = ["pirate", "navire", "traité", "missile", "satellite"]
    articles = {
        label: [*(f"Le {word}." for word in rng.choice(words_, size=30)), FILLER] for label in ("A", "B", "C", "D")
    }
    table = distinctive.words(*found(articles))
    assert (table["adjusted"] >= table["p"] - 1e-12).all()
    assert np.allclose(table["p"], measures.two_sided(table["score"]))


def test_words_are_compared_by_label_or_outlet_only():
    vocabulary_, documents = found(APART)
    with pytest.raises(ParameterError, match="by label or by outlet, not by 'author'"):
        distinctive.words(vocabulary_, documents, by="author")
