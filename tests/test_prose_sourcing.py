"""Sentences on whose words articles tell: true of nothing, one article, two, forty, none quoting, ties."""

import re

import pandas as pd
import pytest
import small

from analysis import chains, credits, display, echoes, language, lexicons, prose, sides, sourcing, tables, voicing

FORGED = "[[x|javascript:alert(1)]] ]] \\"


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def lines(sentences):
    return [plain(sentence) for sentence in sentences]


def manners(*rows):
    table = pd.DataFrame(rows, columns=["source", "own", "quoted", "reported"])
    table["of"] = table[["own", "quoted", "reported"]].sum(axis=1)
    return table.assign(share=table["own"] / table["of"].where(table["of"] > 0))


ALL = ", as far as the reading found the speakers' words."


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (manners(), ["No word was counted, so none is anybody's."]),
        (manners(("A", 0, 0, 0)), ["No word was counted, so none is anybody's."]),
        (
            manners(("A", 100, 0, 0)),
            [
                "Of 100 words, 100 are the article's own (100 %), none is quoted (0 %) and none is reported as "
                "somebody's (0 %)" + ALL,
            ],
        ),
        (
            manners(("A", 60, 30, 10), ("B", 90, 9, 1), ("C", 0, 0, 0)),
            [
                "Of 200 words, 150 are the articles' own (75 %), 39 are quoted (20 %) and 11 are reported as "
                "somebody's (6 %)" + ALL,
                "A gives others most room (40 % of its words), B least (10 %).",
            ],
        ),
        (
            manners(("A", 9, 1, 0), ("B", 9, 0, 1)),
            [
                "Of 20 words, 18 are the articles' own (90 %), 1 is quoted (5 %) and 1 is reported as somebody's (5 %)"
                + ALL
            ],
        ),
    ],
)
def test_whose_words(table, expected):
    assert lines(prose.whose_words(table)) == expected


def test_the_extremes_are_not_named_where_many_articles_share_them():
    assert len(prose.whose_words(manners(*[(f"S{n}", 9, 1, 0) for n in range(39)], ("T", 5, 5, 0)))) == 1


def balance(*rows):
    table = pd.DataFrame(rows, columns=["source", *sides.SIDES])
    return table.assign(document=table["source"], of=table["official"] + table["independent"])


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (balance(), ["No statement was found of an official voice, nor of one that is independent of states."]),
        (
            balance(("A", 0, 0, 1, 0, 2, 0)),
            [
                "No statement was found of an official voice, nor of one that is independent of states; besides, "
                "1 is an organisation's and 2 are unnamed sources'."
            ],
        ),
        (
            balance(("A", 3, 1, 0, 0, 0, 0)),
            ["Of 4 statements of official or independent voices, 3 are official and 1 independent."],
        ),
        (
            balance(("A", 3, 0, 0, 0, 0, 1), ("B", 1, 1, 0, 2, 0, 0), ("C", 0, 2, 0, 0, 0, 0), ("D", 0, 0, 0, 0, 0, 0)),
            [
                "Of 7 statements of official or independent voices, 4 are official and 3 independent; besides, "
                "2 are the press's own and 1 is of a speaker whose kind the reading does not know.",
                "No independent voice was found in A (3 official, and 1 of a speaker whose kind is not known).",
                "No official voice was found in C (2 independent).",
            ],
        ),
    ],
)
def test_official_against_independent(table, expected):
    assert lines(prose.balanced(table)) == expected


def test_a_side_opens_its_statements():
    first = prose.balanced(balance(("A", 3, 0, 0, 0, 0, 0)))[0]
    assert first == "All [[3|evidence-side-official]] statements of official or independent voices are official."


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("A", 1, 0, 0, 0, 0, 0), "The one statement of official or independent voices is official."),
        (("A", 0, 2, 0, 0, 0, 0), "Both statements of official or independent voices are independent."),
        (("A", 0, 3, 1, 0, 0, 0), "All 3 statements of official or independent voices are independent; besides, "
         "1 is an organisation's."),
    ],
)  # fmt: skip
def test_all_and_none_are_said_so(row, expected):
    assert lines(prose.balanced(balance(row))) == [expected]


def states(*rows, of):
    return pd.DataFrame(rows, columns=["state", "statements"]).assign(of=of)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (states(of=0), "No official voice speaks, as far as the reading found."),
        (
            states(("", 2), of=2),
            "Of no official voice do the articles say which state's it is, as far as the reading found.",
        ),
        (states(("Kessar", 1), of=1), "1 statement of official voices, by state: Kessar 1."),
        (
            states(("Kessar", 3), ("Alba", 1), ("", 2), of=6),
            "6 statements of official voices, by state: Kessar 3 and Alba 1; for 2 the article does not say it beside "
            "the speaker.",
        ),
    ],
)
def test_whose_the_official_voices_are(table, expected):
    assert plain(prose.of_states(table)) == expected


def test_the_voices_of_a_state_open():
    said = prose.of_states(states(("Kessar", 1), of=1))
    assert said.startswith("[[1|evidence-side-official]] statement of official voices, by state: ")
    assert said.endswith("Kessar [[1|evidence-official-voices-kessar]].")


def kept_back(*rows):
    return pd.DataFrame(rows, columns=["source", "speaker"]).assign(document=lambda table: table["source"])


@pytest.mark.parametrize(
    ("table", "of", "expected"),
    [
        (kept_back(), balance(), "No statement was found."),
        (
            kept_back(),
            balance(("A", 5, 0, 0, 0, 0, 0)),
            "No source without a name was found in 5 statements (witnesses aside).",
        ),
        (
            kept_back(("A", "un diplomate")),
            balance(("A", 4, 0, 0, 0, 1, 0)),
            "1 of 5 statements is of sources without a name (witnesses aside), in the one article: “un diplomate” in "
            "A.",
        ),
        (
            kept_back(("A", "a source"), ("A", "a source"), ("B", "an aide")),
            balance(("A", 1, 0, 0, 0, 2, 0), ("B", 1, 0, 0, 0, 1, 0), ("C", 1, 0, 0, 0, 0, 0)),
            "3 of 6 statements are of sources without a name (witnesses aside), in 2 of 3 articles: “a source” in A "
            "(2) and “an aide” in B.",
        ),
    ],
)
def test_unnamed(table, of, expected):
    assert plain(prose.unnamed(table, of)) == expected


def chain(*rows):
    return pd.DataFrame(rows, columns=["how", "statements"])


def rests(*rows):
    columns = ["medium", "credited", "through", "crediting", "statements"]
    return pd.DataFrame(rows, columns=columns)


@pytest.mark.parametrize(
    ("table", "resting", "expected"),
    [
        (chain(), rests(), ["No statement and no credit of an agency was found."]),
        (chain(), rests(("AFP", "A", "", 1, 0)), ["A credits AFP."]),
        (chain((chains.NONE, 1)), rests(), ["No medium is named for the one statement."]),
        (chain((chains.NONE, 7)), rests(), ["No medium is named for any of 7 statements."]),
        (chain((chains.SAYS, 2)), rests(), ["A medium is named for both statements."]),
        (
            chain((chains.CREDIT, 1)),
            rests(),
            ["1 statement of 1 is in articles that credit an agency and do not say what they have from it."],
        ),
        (
            chain((chains.NONE, 2), (chains.SAYS, 3), (chains.CREDIT, 1)),
            rests(("AFP", "A, B", "C", 2, 3), ("agencies", "D", "", 1, 0)),
            [
                "A and B credit AFP: what they have in common may be from there.",
                "D credits agencies without saying which.",
                "Statements that a medium carried, was told or makes itself: AFP (3, in C).",
                "No medium is named for 2 of 6 statements; 1 more is in articles that credit an agency and do not say "
                "what they have from it.",
            ],
        ),
    ],
)
def test_chained(table, resting, expected):
    assert lines(prose.chained(table, resting)) == expected


def told(*rows):
    columns = ["echo", "source", "told", "speaker", "difference", "said"]
    return pd.DataFrame(rows, columns=columns).assign(state="")


LEAD = ("E001", "A", "quoted", "Alma", "", "« Le pont était fermé »")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (("stated", "", "stated"), "B tells with no speaker that the reading found."),
        (("quoted", "Boris", "other speaker"), "B gives to Boris."),
        (("quoted", "Alma", "altered in marks"), "B has in other words between marks."),
        (("in nobody's marks", "", "in nobody's marks"), "B puts in marks of nobody."),
        (("partly quoted", "Alma", "partly quoted"), "B quotes in part."),
        (("reported", "Alma", "reported"), "B reports without quotation marks."),
        (("perhaps reported", "", "perhaps reported"), "B tells without quotation marks (Alma is named nearby)."),
        (
            ("stated as uncertain", "", "stated as uncertain"),
            "B tells as uncertain, with no speaker that the reading found.",
        ),
    ],
)
def test_what_is_told_otherwise(second, expected):
    how, speaker, difference = second
    sentences = lines(prose.echoed(told(LEAD, ("E001", "B", how, speaker, difference, "x"))))
    assert sentences == [
        "1 quotation or report stands in other articles in the same or nearly the same words; translations are not "
        "compared.",
        f"E001: what A quotes as said by Alma (“Le pont était fermé”), {expected}",
    ]


def test_an_echo_names_each_article_that_tells_it_otherwise_once():
    rows = [("E001", "B", "stated", "", "stated", "x"), ("E001", "C", "quoted", "Boris", "other speaker", "x")]
    (_, sentence) = lines(prose.echoed(told(LEAD, *rows, rows[0])))
    assert sentence.endswith("C gives to Boris and B tells with no speaker that the reading found.")


def test_two_speakers_of_one_name_are_told_apart_by_their_states():
    ministry = ("quoted", "ministère", "other speaker", "x")
    table = told(("E001", "A", "quoted", "ministère", "", "oui, bien sûr"), ("E001", "B", *ministry))
    (_, sentence) = lines(prose.echoed(table.assign(state=["Algeria", "Tunisia"])))
    assert sentence.endswith("B gives to ministère of Tunisia.")


def test_echoes_of_nothing_and_without_difference():
    none = "No words that one article quotes or reports were found again in another; translations are not compared."
    assert prose.echoed(told()) == [none]
    assert len(prose.echoed(told(LEAD, ("E001", "B", "quoted", "Alma", "", "x")))) == 1


def test_the_weightiest_five_are_told_and_the_rest_counted():
    rows = [row for n in range(1, 8) for row in ((f"E00{n}", *LEAD[1:]), (f"E00{n}", "B", "stated", "", "stated", "x"))]
    sentences = lines(prose.echoed(told(*rows)))
    assert len(sentences) == 7
    assert sentences[-1] == "2 more are told otherwise elsewhere."


def test_a_speaker_that_was_not_found_is_said_so_and_long_words_are_cut():
    lead = ("E001", "A", "reported", "", "", "un deux trois quatre cinq six sept huit neuf dix")
    (_, sentence) = lines(prose.echoed(told(lead, ("E001", "B", "stated", "", "stated", "x"))))
    assert (
        "what A reports as somebody's whom the reading did not find (“un deux trois quatre cinq six sept huit neuf…”)"
        in sentence
    )


@pytest.mark.parametrize("names", [(), ("a",), ("b",), ("c",), ("a", "b")])
@pytest.mark.parametrize("bare", ["", "statements", "units"])
def test_sentences_of_any_part_of_a_corpus(names, bare):
    documents, units = small.documents(*names), small.units(*names)
    said = tables.empty("statements") if bare == "statements" else small.statements(*names)
    units = tables.empty("units") if bare == "units" else units
    said = said.assign(side="official", state="")
    rules = lexicons.load(["fr", "en"])
    credited = credits.find(documents, units, rules, said)
    linked = chains.chains(said, credited, rules, documents)
    of = sourcing.balance(said, documents)
    empty = tables.empty("actors"), tables.empty("evidence"), tables.empty("dates")
    sentences = [
        *prose.whose_words(voicing.manners(voicing.words(said, units, documents))),
        *prose.balanced(of),
        prose.of_states(sourcing.states(said)),
        prose.unnamed(sourcing.unnamed(said, documents), of),
        *prose.chained(linked, chains.resting(linked, credited, documents)),
        *prose.echoed(echoes.find(documents, units, said, *empty)),
    ]
    for sentence in lines(sentences):
        assert not re.search(r"\bnan\b|\ball [12] |\b(?<!of )1 \w+s\b(?<!is)|  ", sentence), sentence
        assert sentence.endswith(".")


def test_no_text_of_a_corpus_can_write_a_link():
    sentences = [
        *prose.whose_words(manners((FORGED, 1, 1, 1), ("B", 2, 1, 0))),
        *prose.balanced(balance((FORGED, 1, 0, 0, 0, 0, 0), ("B", 0, 1, 0, 0, 0, 0))),
        prose.of_states(states((FORGED, 1), of=1)),
        prose.unnamed(kept_back((FORGED, FORGED)), balance(("A", 1, 0, 0, 0, 1, 0))),
        *prose.chained(chain((chains.NONE, 1)), rests((FORGED, FORGED, FORGED, 1, 1))),
        *prose.echoed(
            told(
                ("E001", FORGED, "quoted", FORGED, "", FORGED), ("E001", FORGED, "quoted", FORGED, "other speaker", "x")
            )
        ),
    ]
    for sentence in sentences:
        hrefs = re.findall(r'href="([^"]*)"', display.reading(sentence).html)
        assert all(re.fullmatch(r"#evidence-(?:side|echo|manner|official-voices)-[\w-]+", href) for href in hrefs), (
            sentence
        )


def test_whose_words_in_french():
    with language.speaking("fr"):
        assert lines(prose.whose_words(manners(("A", 60, 30, 10), ("B", 90, 9, 1)))) == [
            "Sur 200 mots, 150 sont propres aux articles (75 %), 39 sont cités (20 %) et 11 sont rapportés comme la "
            "parole d’autrui (6 %), pour autant que les propos des locuteurs aient été reconnus.",
            "A laisse le plus de place à la parole d’autrui (40 % de ses mots), B le moins (10 %).",
        ]
        assert lines(prose.whose_words(manners(("A", 1, 0, 0)))) == [
            "Sur 1 mot, 1 est propre à l’article (100 %), aucun n’est cité (0 %) et aucun n’est rapporté comme la "
            "parole "
            "d’autrui (0 %), pour autant que les propos des locuteurs aient été reconnus."
        ]


def test_voices_in_french():
    table = balance(("A", 3, 0, 0, 0, 0, 1), ("B", 1, 1, 0, 2, 0, 0), ("C", 0, 2, 0, 0, 0, 0))
    with language.speaking("fr"):
        assert lines(prose.balanced(table)) == [
            "Sur 7 énoncés de voix officielles ou indépendantes, 4 relèvent de voix officielles et 3 de voix "
            "indépendantes ; en outre, 2 sont de la presse elle-même et 1 est d’un locuteur de nature inconnue.",
            "Aucune voix indépendante n’a été trouvée dans A (3 énoncés officiels, et 1 de locuteur de nature "
            "inconnue).",
            "Aucune voix officielle n’a été trouvée dans C (2 énoncés indépendants).",
        ]
        assert lines(prose.balanced(balance(("A", 1, 0, 0, 0, 0, 0)))) == [
            "Le seul énoncé de voix officielles ou indépendantes relève d’une voix officielle."
        ]
        assert plain(prose.of_states(states(("Kessar", 3), ("Alba", 1), ("", 2), of=6))) == (
            "6 énoncés de voix officielles, par État : Kessar 3 et Alba 1 ; pour 2, l’article ne le précise pas "
            "auprès du "
            "locuteur."
        )
        kept = kept_back(("A", "un diplomate"))
        assert plain(prose.unnamed(kept, balance(("A", 4, 0, 0, 0, 1, 0)))) == (
            "Sur 5 énoncés, 1 vient d’une source anonyme (témoins mis à part), dans le seul article : « un diplomate » "
            "dans A."
        )


def test_media_and_echoes_in_french():
    table = chain((chains.NONE, 2), (chains.SAYS, 3), (chains.CREDIT, 1))
    resting = rests(("AFP", "A, B", "C", 2, 3), ("agencies", "D", "", 1, 0))
    with language.speaking("fr"):
        assert lines(prose.chained(table, resting)) == [
            "A et B créditent AFP : ce qu’ils ont en commun peut en provenir.",
            "D crédite des agences sans dire lesquelles.",
            "Énoncés qu’un média a transmis, recueillis ou tenus lui-même : AFP (3, dans C).",
            "Aucun média n’est nommé pour 2 des 6 énoncés ; 1 autre figure dans des articles qui créditent une agence "
            "sans dire ce qu’ils en tiennent.",
        ]
        assert lines(prose.echoed(told(LEAD, ("E001", "B", "quoted", "Boris", "other speaker", "x")))) == [
            "1 propos cité ou rapporté se retrouve dans d’autres articles dans les mêmes termes ou presque ; les "
            "traductions ne sont pas comparées.",
            "E001 : A cite « Le pont était fermé » (Alma) ; B l’attribue à un autre locuteur (Boris).",
        ]
