"""Sentences: true of nothing, one, a tie, one article, two, forty; no article can write a link."""

import re

import pandas as pd
import pytest
import small

from analysis import coverage, display, framing, hedging, measures, prose, sourcing, tables, topics

DOCUMENTS, UNITS, EVIDENCE, STATEMENTS = small.documents(), small.units(), small.evidence(), small.statements()


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def lines(sentences):
    return [plain(sentence) for sentence in sentences]


def many(count):
    """`count` articles that hold one label in one sentence of ten each."""
    return small.measure(*[("space", f"S{place}", 1) for place in range(count)])


@pytest.mark.parametrize(
    ("items", "expected"),
    [("", "none"), ("A", "A"), ("AB", "A and B"), ("ABCDEFGH", "A, B, C, D, E, F, G and H")],
)
def test_listed(items, expected):
    assert prose.listed(items) == expected


def test_a_long_list_is_cut_and_says_how_many_more():
    assert prose.listed([str(n) for n in range(40)], most=4) == "0, 1, 2 and 37 more"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            [],
            "3 articles (A, B and C é), 10 sentences counted. "
            "Not stated in the corpus: the outlet of 1 of 3 articles and the date of 2 of 3 articles.",
        ),
        (["a"], "1 article (A), 4 sentences counted."),
        (
            ["b"],
            "1 article (B), 3 sentences counted. "
            "Not stated in the corpus: the outlet of the one article and the date of the one article.",
        ),
        (
            ["b", "c"],
            "2 articles (B and C é), 6 sentences counted. "
            "Not stated in the corpus: the outlet of 1 of 2 articles and the date of both articles.",
        ),
    ],
)
def test_corpus(names, expected):
    assert plain(prose.corpus(small.documents(*names), small.units(*names))) == expected


def ledger(*rows):
    return pd.DataFrame(rows, columns=["document", "step", "reason"])


def test_corpus_says_what_was_left_out_before_what_is_not_known():
    refused = ledger(("a", "language", "guessed from its function words: en"), ("x", "left out", "empty"))
    head, tail = "1 article (B), 3 sentences counted. ", "Not stated in the corpus: the outlet of the one article"
    documents, units = small.documents("b"), small.units("b")
    found = plain(prose.corpus(documents, units, refused))
    assert found.startswith(f"{head}1 article had to be left out: x (empty). {tail}")
    assert plain(prose.corpus(documents, units, refused.head(1))).startswith(head + tail)


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        ("xxy", "A and B are the same text, counted 2 times. Not stated"),
        ("xyx", "A and C é are the same text, counted 2 times. Not stated"),
        ("xxx", "A, B and C é are the same text, counted 3 times. Not stated"),
    ],
)
def test_identical_texts_are_named(sums, expected):
    found = plain(prose.corpus(DOCUMENTS.assign(sha256=list(sums)), UNITS))
    assert found.startswith(f"3 articles (A, B and C é), 10 sentences counted. {expected}")


def test_an_article_without_a_counted_unit_is_named():
    found = plain(prose.corpus(DOCUMENTS, UNITS[UNITS["document"] != "b"]))
    assert found.startswith("3 articles (A, B and C é), 7 sentences counted. Nothing of B is counted: what follows")


@pytest.mark.parametrize("names", [(), ("a",), ("b",), ("c",), ("a", "b"), ("b", "c")])
@pytest.mark.parametrize("bare", ["", "evidence", "statements", "units", "first"])
def test_sentences_of_any_part_of_a_corpus(names, bare):
    """No number is missing, no plural stands beside a one, nothing fails: also without evidence, or units."""
    documents, units = small.documents(*names), small.units(*names)
    evidence = tables.empty("evidence") if bare == "evidence" else small.evidence(*names)
    statements = tables.empty("statements") if bare == "statements" else small.statements(*names)
    uncounted = (units["document"] == units["document"].iloc[0]) & (bare == "first") | (bare == "units")
    units = units.assign(role=units["role"].mask(uncounted, "caption"))
    spread = measures.prevalence(evidence, units, documents, "topic", ["space", "treaty"])
    actors = coverage.mentions(evidence, units, documents, "actor")
    where = topics.positions(evidence, units, documents, "space")
    sentences = [
        prose.corpus(documents, units),
        prose.shared(spread, actors),
        *prose.most_used(actors, "actor"),
        prose.distinct(spread, "topic"),
        *prose.silences(coverage.blind_spots(coverage.together(spread, actors))),
        *prose.how_much(hedging.by_source(evidence, units, documents), "hedged"),
        *prose.how_much(topics.shares(evidence, units, documents, "space"), "space"),
        *prose.quoting(sourcing.quoting(statements, units, documents)),
        prose.speakers(sourcing.voices(statements, documents)),
        prose.mentions(actors, "actor"),
        prose.loaded(framing.loaded_words(framing.voiced(evidence, statements), documents), len(documents)),
        prose.standing_first(units, where, "space"),
        prose.typical(topics.typical_words(evidence, units, documents, "space"), "space"),
        prose.companions(topics.beside(evidence, units, documents, "space", "actor"), "space", "actor"),
    ]
    for sentence in lines(sentences):
        assert not re.search(r"\bnan\b|\ball [12] |\b(?<!of )1 \w+s\b(?<!is)(?<!opens)|  ", sentence), sentence
        assert sentence.endswith(".")


def test_a_corpus_of_nothing():
    assert prose.corpus(tables.empty("documents"), UNITS) == "No article was read."
    assert "no sentence counted" in prose.corpus(DOCUMENTS, tables.empty("units"))


def test_how_much():
    shares = topics.shares(EVIDENCE, UNITS, DOCUMENTS, "space")
    assert lines(prose.how_much(shares, "space")) == [
        "The topic “space” stands in 3 of 10 sentences (30 %), in 2 of 3 articles.",
        "Article by article, the share is highest in A (2 of 4, 50 %), lowest in B (0 of 3, 0 %). "
        "Compared with the others, no article is found to differ in this by more than chance could give (3 tests).",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ["No sentence of these articles holds “space”, as far as the rules can see."]),
        ([("space", "A", 0)], ["No sentence of these articles holds “space”, as far as the rules can see."]),
        ([("space", "A", 1, 1)], ["The topic “space” stands in 1 of 1 sentence (100 %), in the one article."]),
        (
            [("space", "A", 10), ("space", "B", 10)],
            ["The topic “space” stands in 20 of 20 sentences (100 %), in both articles."],
        ),
        (
            [("space", "A", 5), ("space", "B", 5), ("space", "C", 5)],
            [
                "The topic “space” stands in 15 of 30 sentences (50 %), in all 3 articles.",
                "Compared with the others, no article is found to differ in this by more than chance could give "
                "(3 tests).",
            ],
        ),
        (
            [("space", "A", 10), ("space", "B", 0)],
            [
                "The topic “space” stands in 10 of 20 sentences (50 %), in 1 of 2 articles.",
                "Article by article, the share is highest in A (10 of 10, 100 %), lowest in B (0 of 10, 0 %). "
                "Beyond chance, A has more of it than the other (10 of 10, adjusted p < .001).",
            ],
        ),
        (
            [("space", "A", 1, 300), ("space", "B", 0, 0)],
            ["The topic “space” stands in 1 of 300 sentences (under 1 %), in the one article."],
        ),
    ],
)
def test_how_much_of_few(rows, expected):
    assert lines(prose.how_much(small.measure(*rows), "space")) == expected


def test_how_much_of_forty():
    head, compared = lines(prose.how_much(pd.concat([many(39), small.measure(("space", "T", 2))]), "space"))
    assert head == "The topic “space” stands in 41 of 400 sentences (10 %), in all 40 articles."
    assert compared.startswith("Article by article, the share is highest in T (2 of 10, 20 %), lowest in S0 (1 of")
    assert "and 32 more articles. Compared" in compared
    assert compared.endswith("(40 tests).")


def test_how_much_is_hedged_and_linked_to_what_is_shown():
    sentence = prose.how_much(hedging.by_source(EVIDENCE, UNITS, DOCUMENTS), "hedged")[0]
    assert plain(sentence) == "2 of 10 sentences are hedged (20 %), in 1 of 3 articles."
    assert "evidence-hedge-hedged" in sentence
    one = small.measure(("hedged", "A", 1), ("hedged", "B", 0), layer="hedge")
    assert lines(prose.how_much(one, "hedged"))[0] == "1 of 20 sentences is hedged (5 %), in 1 of 2 articles."
    none = hedging.by_source(tables.empty("evidence"), UNITS, DOCUMENTS)
    assert prose.how_much(none, "hedged") == ["No sentence of these articles is hedged, as far as the rules can see."]


@pytest.mark.parametrize(
    ("names", "label", "expected"),
    [
        ([], "space", "2 of 3 articles open with “space”, in title or first sentence: A and C é."),
        ([], "treaty", "No article of 3 opens with “treaty”, in its title or its first sentence."),
        (["a"], "space", "The one article opens with “space”, in title or first sentence: A."),
        (["a"], "war", "The article does not open with “war”, in its title or its first sentence."),
        (["a", "b"], "space", "1 of 2 articles opens with “space”, in title or first sentence: A."),
        (["a", "c"], "space", "Both articles open with “space”, in title or first sentence: A and C é."),
    ],
)
def test_standing_first(names, label, expected):
    units = small.units(*names)
    where = topics.positions(small.evidence(*names), units, small.documents(*names), label)
    assert prose.standing_first(units, where, label) == expected


def test_standing_first_of_nothing():
    where = topics.positions(EVIDENCE, tables.empty("units"), DOCUMENTS, "space")
    assert prose.standing_first(UNITS, where, "space").startswith("No article opens with “space”")


def typed(*rows):
    table = pd.DataFrame(rows, columns=["word", "adjusted", "ruled"])
    return table.astype({"word": "str", "adjusted": float, "ruled": bool})


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "No word can be called typical of the sentences on “space”: too few speak of it, or all do."),
        (
            [("orbite", 0.06, False)],
            "No word is typical of the sentences on “space” beyond chance, or they are too few to tell.",
        ),
        (
            [("orbite", 0.01, True)],
            "Only words that the rules look for are typical of “space” beyond chance, and these had to be.",
        ),
        (
            [("orbite", 0.01, True), ("été", 0.01, False), ("été", 0.01, False), ("rue", 0.2, False)],
            "Beside the words of the rules, most typical of “space” beyond chance: “été”.",
        ),
    ],
)
def test_typical(rows, expected):
    assert plain(prose.typical(typed(*rows), "space")) == expected


def beside(*rows, of=9):
    return pd.DataFrame(rows, columns=["label", "units"]).assign(layer="actor", of=of)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (beside(), "No actor that the lexicons know stands in the sentences on “space”."),
        (beside(("Alma", 1), of=1), "In the 1 sentence on “space”, the actor named oftenest is Alma (1)."),
        (
            beside(("A", 3), ("B", 2), ("C", 2), ("D", 2), ("E", 1)),
            "In the 9 sentences on “space”, the actors named oftenest are A (3), B (2), C (2) and D (2).",
        ),
        (
            beside(*[(x, 1) for x in "ABCDEFGHIJ"]),
            "In the 9 sentences on “space”, no actor is named oftener than all others.",
        ),
        (
            beside(("A", 3), *[(x, 1) for x in "BCDEFGHIJ"]),
            "In the 9 sentences on “space”, the actor named oftenest is A (3).",
        ),
    ],
)
def test_companions(table, expected):
    assert plain(prose.companions(table, "space", "actor")) == expected


def test_a_companion_opens_its_sentences():
    said = prose.companions(beside(("Alma", 2), of=3), "space", "actor")
    assert "Alma ([[2|evidence-actor-alma]])" in said


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "No actor was found that enough articles mention."),
        ([("Alma", "A", 3), ("Éva Ő", "A", 1)], "The article mentions 2 actors: Alma and Éva Ő."),
        (
            [("Alma", "A", 3), ("Alma", "B", 1), ("Boris", "A", 1), ("Boris", "B", 0)],
            "Of 2 actors shown, Alma is mentioned by both articles; 1 is in one article alone.",
        ),
        (
            [("Alma", source, 1) for source in "ABC"] + [("Boris", source, 1) for source in "ABC"],
            "Of 2 actors shown, Alma and Boris are mentioned by all 3 articles.",
        ),
        (
            [("Alma", "A", 1), ("Alma", "B", 1), ("Alma", "C", 0)],
            "Of 1 actor shown, none is mentioned by all 3 articles.",
        ),
    ],
)
def test_mentions(rows, expected):
    assert plain(prose.mentions(small.measure(*rows, layer="actor"), "actor")) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ["Of what the lexicons know, no article leaves out anything that most of the others mention."]),
        (
            [("x", "A", 0, 40), ("x", "B", 15, 30), ("x", "C", 15, 30)],
            ["A does not mention x (both others do, adjusted p < .001): its length alone does not explain that."],
        ),
        (
            [("x", "A", 0, 40), ("x", "B", 20, 30)],
            [
                "A does not mention x (the other article does, adjusted p < .001): "
                "its length alone does not explain that."
            ],
        ),
        (
            [("x", "A", 0, 2), ("x", "B", 5), ("x", "C", 5)],
            [
                "1 absence of what most others mention may be due to an article's length or to chance alone "
                "(1 pair of label and article looked at)."
            ],
        ),
        (
            [("x", "A", 0, 40), ("x", "B", 15, 30), ("x", "C", 15, 30), ("x", "D", 15, 30), ("x", "E", 0, 1)],
            [
                "A does not mention x (3 of 4 others do, adjusted p < .001): its length alone does not explain that.",
                "1 further absence of what most others mention may be due to an article's length or to chance alone "
                "(2 pairs of label and article looked at).",
            ],
        ),
    ],
)
def test_silences(rows, expected):
    assert lines(prose.silences(coverage.blind_spots(small.measure(*rows)))) == expected


def quoted(*rows):
    return pd.DataFrame(rows, columns=["source", "direct", "partial", "scare", "share"])


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (quoted(), ["No article quotes anybody, as far as quotation marks and cues show."]),
        (quoted(("A", 0, 0, 0, 0.0)), ["The article quotes nobody, as far as quotation marks and cues show."]),
        (
            quoted(("A", 0, 0, 1, 0.0), ("B", 0, 0, 0, 0.0)),
            [
                "No article quotes anybody, as far as quotation marks and cues show; "
                "1 passage in marks is given to nobody."
            ],
        ),
        (
            quoted(("A", 1, 0, 0, 0.2)),
            ["1 quotation, by article: A 1.", "20 % of the article's characters are quoted."],
        ),
        (
            quoted(("A", 1, 1, 2, 0.2), ("B", 1, 0, 0, 0.2), ("C", 0, 0, 0, float("nan"))),
            ["3 quotations, by article: A 2, B 1 and C 0; 2 passages in marks are given to nobody."],
        ),
    ],
)
def test_quoting(table, expected):
    assert lines(prose.quoting(table)) == expected


def test_quoting_of_the_fixture():
    assert lines(prose.quoting(sourcing.quoting(STATEMENTS, UNITS, DOCUMENTS))) == [
        "1 quotation, by article: A 1, B 0 and C é 0; 1 passage in marks is given to nobody.",
        "A leaves most room to others: 27 % of its characters are quoted.",
    ]


def said(*rows):
    return pd.DataFrame(rows, columns=["speaker", "document", "quotations"])


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        (said(), "No speaker of a quotation was found."),
        (said(("", "a", 1)), "For 1 quotation the reading found no speaker."),
        (
            said(("Alma", "a", 2), ("Alma", "b", 1), ("", "a", 2)),
            "Quoted oftenest: Alma (3, in 2 articles). For 2 quotations the reading found no speaker.",
        ),
        (said(*[(x, "a", 1) for x in "ABCDEFG"]), "No speaker is quoted oftener than all others."),
    ],
)
def test_speakers(voices, expected):
    assert plain(prose.speakers(voices)) == expected


def test_a_speaker_opens_what_is_quoted_of_him():
    assert "Alma ([[3|evidence-quotations-alma]], in 1 article)" in prose.speakers(said(("Alma", "a", 3)))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ["No frame was found."]),
        ([("threat", "A", 0)], ["No frame was found."]),
        ([("threat", "A", 1, 1)], ["Frame found oftenest, in 1 sentence: threat (1)."]),
        (
            [("threat", "A", 4), ("threat", "B", 1), ("norms", "A", 3), ("norms", "B", 1)],
            ["Frames found oftenest, in 20 sentences: threat (5) and norms (4)."],
        ),
        ([(x, "A", 2) for x in "abcdefg"], ["No frame is found oftener than all others, in 10 sentences."]),
    ],
)
def test_most_used(rows, expected):
    assert lines(prose.most_used(small.measure(*rows, layer="frame"), "frame")) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "With fewer than two articles, no topic can be compared."),
        ([("x", "A", 3)], "With fewer than two articles, no topic can be compared."),
        ([("x", "A", 3), ("x", "B", 0, 0)], "With fewer than two articles, no topic can be compared."),
        ([("x", "A", 0), ("x", "B", 0)], "There is no topic in which the articles could differ."),
        (
            [("x", "A", 3), ("x", "B", 4)],
            "The two articles do not differ in any topic by more than chance could give (2 tests).",
        ),
        (
            [("x", "A", 10), ("x", "B", 0)],
            "Beyond chance: A has x more often than the other (10 of 10, adjusted p < .001).",
        ),
        (
            [("x", "A", 0, 20), ("x", "B", 10, 20), ("x", "C", 10, 20)],
            "Beyond chance: A has x less often than the others (0 of 20, adjusted p < .001).",
        ),
        (
            [("x", "A", 3), ("x", "B", 4), ("x", "C", 4)],
            "Compared with the others, no article is found to differ in any topic by more than chance could give "
            "(3 tests).",
        ),
    ],
)
def test_distinct(rows, expected):
    assert plain(prose.distinct(small.measure(*rows), "topic")) == expected


def test_loaded():
    words = framing.loaded_words(framing.voiced(measures.in_counted(EVIDENCE, UNITS), STATEMENTS), DOCUMENTS)
    assert prose.loaded(words, 3) == (
        "[[1|evidence-loaded-words-any-kind]] loaded word outside quotations, in 3 articles read: "
        "A [[1|evidence-loaded-words-any-kind-A]]."
    )
    assert prose.loaded(words.head(0), 3) == "No loaded word was found outside quotations."


def judged(*rows, always=0.2):
    columns = ["layer", "label", "f1", "low", "high", "alpha", "alpha_low", "alpha_high"]
    return pd.DataFrame(rows, columns=columns).assign(why="no variation: every code is 0", of=12, always=always)


NAN = float("nan")
SPACE = ("topic", "space", 0.9, 0.8, 0.95, 0.8, 0.7, 0.9)
WAR = ("topic", "war", 0.5, 0.3, 0.7, 0.4, 0.1, 0.6)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "Topics: neither coding holds any, so there is nothing to judge by."),
        ([("topic", "war", *[NAN] * 6)], "Topics: neither coding holds any, so there is nothing to judge by."),
        ([SPACE], "Topics: F1 .90 (.80–.95), alpha .80 (.70–.90)."),
        (
            [("topic", "space", 1.0, 1.0, 1.0, NAN, NAN, NAN)],
            "Topics: F1 1.00 (1.00–1.00), alpha undefined (no variation: every code is 0).",
        ),
        (
            [SPACE, WAR],
            "Topics: F1 from .50 (war) to .90 (space); "
            "alpha's lower bound is under .60, or unknown, for war: read this with caution.",
        ),
        (
            [SPACE, ("topic", "war", *SPACE[2:])],
            "Topics: F1 .90 for each of 2 labels; for every label the lower bound of alpha is at least .60.",
        ),
    ],
)
def test_scored(rows, expected):
    assert prose.scored(judged(*rows), "topics") == expected


@pytest.mark.parametrize(
    ("rows", "always", "expected"),
    [
        ([SPACE], 0.9, "alpha .80 (.70–.90). Always saying space would do as well or better."),
        ([SPACE, WAR], 0.6, "read this with caution. Always saying war would do as well or better."),
        ([SPACE, WAR], 0.95, "read this with caution. Always saying space and war would do as well or better."),
        ([SPACE], NAN, "alpha .80 (.70–.90)."),
    ],
)
def test_a_score_is_held_against_always_saying_the_label(rows, always, expected):
    assert prose.scored(judged(*rows, always=always), "topics").endswith(expected)


def test_by_layer_has_a_sentence_for_each_layer_in_the_order_of_the_scores():
    scores = judged(SPACE, ("hedge", "hedged", *WAR[2:]), ("topic", "war", *SPACE[2:]))
    assert prose.by_layer(scores) == [
        "Topics: F1 .90 for each of 2 labels; for every label the lower bound of alpha is at least .60.",
        "Hedges: F1 .50 (.30–.70), alpha .40 (.10–.60).",
    ]
    assert prose.by_layer(judged()) == []


def test_sure():
    assert prose.sure(judged()) == [
        "The machine's coding was not checked against a reference coding of these articles."
    ]
    assert prose.sure(judged(SPACE)) == [
        "Checked against a reference coding of 12 units, a best case if rules were written with it at hand. "
        "Topics: F1 .90 (.80–.95), alpha .80 (.70–.90)."
    ]
    hedges = judged(SPACE, ("hedge", "hedged", *WAR[2:]))
    assert prose.sure(hedges) == prose.sure(judged(SPACE)), "briefings are of topics and frames"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "There are no spans to compare."),
        ([("unit", 4, 5, "exact span"), ("hedge", 1, 2, "overlap")], "Found to the character: units 4 of 5."),
        ([("unit", 0, 0, "exact span")], "There are no spans to compare."),
        (
            [("unit", 1, 1, "exact span"), ("quotation", 0, 3, "exact span")],
            "Found to the character: units 1 of 1 and quotations 0 of 3.",
        ),
    ],
)
def test_matched(rows, expected):
    assert prose.matched(pd.DataFrame(rows, columns=["label", "both", "human", "by"])) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "Nothing that the lexicons know was found in these articles."),
        ([("x", "A", 1)], "With fewer than two articles there is nothing to compare."),
        ([("x", "A", 1), ("x", "B", 2)], "Both articles mention the topic x."),
        ([("x", "A", 1), ("x", "B", 0)], "There is nothing that both articles speak of, as far as the lexicons know."),
        ([(x, y, 1) for x in "xz" for y in "ABC"] + [("y", "A", 1)], "All 3 articles mention the topics x and z."),
    ],
)
def test_shared(rows, expected):
    assert plain(prose.shared(small.measure(), small.measure(*rows))) == expected


def test_shared_is_silent_on_a_layer_without_common_labels_and_cuts_a_long_one():
    spread, frames = (
        small.measure(*[(label, source, 1) for label in labels for source in "AB"], layer=layer)
        for layer, labels in (("topic", "abcdefghij"), ("frame", ""))
    )
    actors = small.measure(("Alma", "A", 1), ("Alma", "B", 0), layer="actor")
    found = plain(prose.shared(spread, frames, actors))
    assert found == "Both articles mention the topics a, b, c, d, e, f, g and 3 more."


def test_a_name_of_two_layers_is_told_apart():
    actor, place = (small.measure(("Russia", "A", 1), ("Russia", "B", 1), layer=layer) for layer in ("actor", "place"))
    together = prose.shared(actor, place)
    assert plain(together) == "Both articles mention the actor Russia; the place Russia."
    assert re.findall(r"evidence-[\w-]+", together) == ["evidence-actor-russia", "evidence-place-russia"]
    rows = [("Russia", "A", 0, 40), ("Russia", "B", 15, 30), ("Russia", "C", 15, 30)]
    both = coverage.together(*(small.measure(*rows, layer=layer) for layer in ("actor", "place")))
    (sentence,) = lines(prose.silences(coverage.blind_spots(both)))
    assert "Russia (actor) (both others do" in sentence
    assert "Russia (place) (both others do" in sentence


def test_next_reading():
    table = small.measure(
        *[("Armée & espace", "A", 3), ("Armée & espace", "B", 1, 1), ("Armée & espace", "C", 2, 2)],
        *[("art", "A", 3), ("art", "B", 2)],
        *[("peace", "A", 1), ("peace", "B", 1)],
        *[("war", "A", 0), ("war", "B", 0)],
    )
    found = prose.next_reading(table, ["Armée & espace", "art", "peace", "war"], judged())
    assert found[:4] == [
        "[[Armée & espace|topics-armee-espace.html]]: begin with B ([[1 of 1 sentence|evidence-topic-armée-espace-B]]) "
        "and C ([[2 of 2 sentences|evidence-topic-armée-espace-C]]).",
        "[[Art|topics-art.html]]: begin with A ([[3 of 10 sentences|evidence-topic-art-A]]).",
        "[[Peace|topics-peace.html]].",
        "[[War|topics-war.html]]: no sentence was found.",
    ]
    assert len(found) == 6
    assert len(prose.next_reading(table, [], judged(SPACE))) == 3


def test_errors():
    table = pd.DataFrame({"error": ["missed", "extra", "extra"]})
    assert prose.errors(table) == "The two codings differ 3 times: the machine misses 1 and adds 2."
    assert prose.errors(table.head(1)) == "The two codings differ 1 time: the machine misses 1 and adds 0."
    assert prose.errors(table.head(0)) == "Reference and machine coding do not differ."
    table.loc[3] = "differs"
    expected = "The two codings differ 4 times: the machine misses 1, adds 2 and says 1 otherwise."
    assert prose.errors(table) == expected


def test_by_thing_says_the_first_measure_of_each():
    rows = [
        ("statement", "overlap", 0.9, 0.8, 1.0),
        ("statement", "exact span", 0.5, 0.4, 0.6),
        ("direct", "overlap", 0.7, 0.6, 0.8),
        ("date", "exact span", NAN, NAN, NAN),
    ]
    table = pd.DataFrame(rows, columns=["label", "by", "f1", "low", "high"])
    assert prose.by_thing(table) == ["Statements of all kinds: F1 .90 (.80–1.00), overlap."]
    assert prose.by_thing(table.head(0)) == []


def test_leniently():
    columns = ["layer", "label", "how", "times", "of", "lenient"]
    rows = [
        ("speaker", "speaker", "written alike", 3, 5, False),
        ("speaker", "speaker", "last words", 2, 5, True),
        ("actor", "name", "written alike", 1, 1, False),
    ]
    said = prose.leniently(pd.DataFrame(rows, columns=columns))
    assert said.endswith("do by their last or head words only: 2 of 5 (speaker) and 0 of 1 (actor, name).")
    assert prose.leniently(pd.DataFrame([], columns=columns)) == "No names were compared."


def test_unjudged():
    assert prose.unjudged([], []) == "Everything that the machine reads was coded."
    assert prose.unjudged(["dates", "roles"], ["[x]."]) == "Not coded, so not judged: dates and roles. \\[x\\]."


def test_left_out_reads_the_ledger_of_the_corpus(tmp_path):
    from analysis import corpus

    (tmp_path / "good.txt").write_text("Le maire est dans la rue avec les enfants de la ville.\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    ledger = corpus.read_with_ledger(tmp_path)[1]
    assert prose.left_out(ledger).startswith("1 article had to be left out: empty")
    assert prose.left_out(ledger[ledger["step"] == "language"]) == "No article of the corpus had to be left out."


def test_figures_in_words():
    measure = measures.prevalence(EVIDENCE, UNITS, DOCUMENTS, "topic")
    assert prose.alt_intervals(measure.head(3), "Space") == "Space: A 2 of 4, B 0 of 3 and C é 1 of 3."
    assert prose.alt_dots(measure, "Topics") == "Topics. space: A 2, B 0, C é 1; treaty: A 1, B 1, C é 0."
    where = topics.positions(EVIDENCE, UNITS, DOCUMENTS, "treaty")
    expected = "T, sentences in the first, second and last third: A 0, 0 and 1; B 0, 1 and 0; C é 0, 0 and 0."
    assert prose.alt_strip(where, "T") == expected
    assert prose.alt_agreement(judged(SPACE), "S") == "S: space F1 .90, alpha .80 (.70–.90)."
    assert prose.alt_words(pd.DataFrame({"word": ["été"], "z": [1.25]}), "W", "z") == "W: été 1.2."


@pytest.mark.parametrize(
    "alt",
    [
        lambda: prose.alt_intervals(small.measure(), "W"),
        lambda: prose.alt_dots(small.measure(), "W"),
        lambda: prose.alt_strip(topics.positions(EVIDENCE, UNITS, DOCUMENTS, "x").head(0), "W"),
        lambda: prose.alt_agreement(judged(), "W"),
        lambda: prose.alt_words(pd.DataFrame(columns=["word", "z"]), "W", "z"),
    ],
)
def test_a_figure_of_nothing_in_words(alt):
    assert alt() == "W: nothing to draw."


FORGED = "[[x|javascript:alert(1)]] [[y|evidence-topic-space-A]] a|b ]] \\"


def test_no_text_of_a_corpus_can_write_a_link():
    documents = DOCUMENTS.assign(label=DOCUMENTS["label"] + FORGED)
    measure = small.measure(
        ("space" + FORGED, "A" + FORGED, 10), ("space" + FORGED, "B" + FORGED, 0), ("space" + FORGED, "C" + FORGED, 9)
    )
    sentences = [
        prose.corpus(documents.assign(sha256=""), UNITS, ledger((FORGED, "left out", FORGED))),
        *prose.how_much(measure, "space" + FORGED),
        prose.standing_first(UNITS, topics.positions(EVIDENCE, UNITS, documents, "space"), FORGED),
        prose.mentions(measure, "topic"),
        *prose.silences(coverage.blind_spots(measure)),
        *prose.quoting(sourcing.quoting(STATEMENTS, UNITS, documents)),
        prose.speakers(said((FORGED, "a", 1))),
        *prose.most_used(measure, "topic"),
        prose.distinct(measure, "topic"),
        prose.loaded(pd.DataFrame({"source": [FORGED], "times": [1]}), 1),
        prose.scored(judged(("topic", FORGED, *SPACE[2:]), WAR), "topics"),
        prose.shared(measure),
        *prose.next_reading(measure, ["space" + FORGED], judged()),
        prose.typical(typed((FORGED, 0.01, False)), FORGED),
        prose.companions(beside((FORGED, 1)), FORGED, "actor"),
        prose.left_out(pd.DataFrame({"document": [FORGED], "step": ["left out"], "reason": [FORGED]})),
    ]
    for sentence in sentences:
        hrefs = re.findall(r'href="([^"]*)"', display.reading(sentence).html)
        assert all(
            re.fullmatch(
                r"#evidence-(topic-space|manner-quoted|quotation|quotations|loaded-words|actor)-[\w-]+"
                r"|topics-space.*\.html|coverage\.html|framing\.html|#evidence-manner-quoted",
                h,
            )
            for h in hrefs
        )
        assert "#evidence-topic-space-A" not in hrefs
    shown = " ".join(display.reading(sentence).plain for sentence in sentences)
    assert FORGED in shown
