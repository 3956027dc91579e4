"""Sentences on who acts: true of nothing, one article, two, forty, and ties."""

import pandas as pd
import pytest

from analysis import agency, display, language, prose, statistics

FOUND = "told as done in the articles' own words that name an actor, as the rules find them:"
VERBAL = "told as done by a verb in the articles' own words, speech aside,"
WITHOUT = "told without an agent, in a passive or with an impersonal subject"
MEET = "the 95 % intervals of the highest and the lowest share overlap."
ACTOR = [
    "layer",
    "actor",
    "label",
    "undergone",
    "document",
    "source",
    "acts",
    "undergoes",
    "open",
    "undone",
    "elsewhere",
    "of",
]


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def actors(*told):
    rows = [
        ("agency", name, f"{name} acts", f"{name} undergoes", source, source, *counts) for name, source, *counts in told
    ]
    table = pd.DataFrame(rows, columns=ACTOR).astype(dict.fromkeys(ACTOR[6:], "int64"))
    return statistics.with_interval(table, count="acts")


def untold(*told):
    rows = [("agency", "agent not told", source, source, count, of) for source, count, of in told]
    table = pd.DataFrame(rows, columns=["layer", "label", "document", "source", "untold", "of"])
    return statistics.with_interval(table.astype({"untold": "int64", "of": "int64"}), count="untold")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (actors(), ["No act was found that names an actor."]),
        (
            actors(("Russia", "A", 1, 0, 0, 0, 0, 1)),
            [
                "Of 1 act told as done in the articles' own words that names an actor, "
                "as the rules find them: Russia acts 1 and undergoes 0 times."
            ],
        ),
        (
            actors(("Russia", "A", 4, 1, 2, 1, 3, 9), ("Russia", "B", 2, 0, 0, 0, 2, 6)),
            [
                f"Of 15 acts {FOUND} Russia acts 6 and undergoes 1 time.",
                "Not counted among them: 2 acts that these actors would do, will do or are asked to do, "
                "1 that they are said not to do, and 5 that they do in quotations or reported speech.",
                f"How often Russia acts shows no sure difference between articles: {MEET}",
            ],
        ),
        (
            actors(
                ("Russia", "A", 40, 0, 0, 0, 0, 50),
                ("Russia", "B", 2, 0, 0, 0, 0, 50),
                ("Russia", "C", 0, 0, 0, 0, 0, 0),
            ),
            [
                f"Of 100 acts {FOUND} Russia acts 42 and undergoes 0 times.",
                "Russia is the agent of 40 of 50 in A and of 2 of 50 in B; the 95 % intervals of these two lie apart.",
            ],
        ),
    ],
)
def test_who_acts(table, expected):
    assert [plain(sentence) for sentence in prose.who_acts(table)] == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (untold(), ["No act was found that is told as done, so none lacks an agent."]),
        (untold(("A", 0, 0)), ["No act was found that is told as done, so none lacks an agent."]),
        (
            untold(("A", 0, 3)),
            [f"Of 3 acts {VERBAL} none is {WITHOUT} (0 %)."],
        ),
        (
            untold(("A", 45, 50), ("B", 1, 50)),
            [
                f"Of 100 acts {VERBAL} 46 are {WITHOUT} (46 %).",
                "A leaves 45 of 50 without one, B leaves 1 of 50 without one; "
                "the 95 % intervals of these two lie apart.",
            ],
        ),
        (
            untold(("A", 45, 50), ("B", 1, 50), ("C", 25, 50)),
            [
                f"Of 150 acts {VERBAL} 71 are {WITHOUT} (47 %).",
                "A leaves 45 of 50 without one, B leaves 1 of 50 without one; "
                "the 95 % intervals of these two lie apart, but they are the ends of 3, and chance may part these.",
            ],
        ),
        (
            untold(*((f"{number}", 1, 4) for number in range(40))),
            [
                f"Of 160 acts {VERBAL} 40 are {WITHOUT} (25 %).",
                f"No article surely leaves out more agents than another: {MEET}",
            ],
        ),
    ],
)
def test_agents_that_are_not_told(table, expected):
    assert [plain(sentence) for sentence in prose.untold_agents(table)] == expected


def test_what_each_source_has_an_actor_do():
    rows = [("agency", "giving", "Russia acts: giving", "Russia undergoes: giving", "a", "A", 2, 1, 3)]
    rows += [("agency", "giving", "Russia acts: giving", "Russia undergoes: giving", "b", "B", 0, 0, 0)]
    columns = ["layer", "act", "label", "undergone", "document", "source", "acts", "undergoes", "of"]
    said = prose.has_do(pd.DataFrame(rows, columns=columns), "Russia")
    assert plain(said) == "Russia, as told: in A acts by giving 2 and undergoes giving 1; in B nothing."
    assert "[[2|evidence-agency-russia-acts-giving-A]]" in said
    assert prose.has_do(pd.DataFrame(columns=columns), "Russia") == "No act was found that names Russia."


def test_of_many_sources_those_with_acts_come_first_and_those_without_are_named_together():
    columns = ["layer", "act", "label", "undergone", "document", "source", "acts", "undergoes", "of"]
    rows = [
        ("agency", "giving", "R acts: giving", "R undergoes: giving", f"{n}", f"S{n}", n % 2, 0, 1) for n in range(24)
    ]
    said = plain(prose.has_do(pd.DataFrame(rows, columns=columns), "R"))
    assert said.startswith("R, as told: in S1 acts by giving 1; in S3 acts by giving 1; ")
    assert said.endswith("; 4 more articles in the table; in S0, S2, S4, S6, S8, S10, S12 and 5 more articles nothing.")


def test_an_actors_name_makes_no_link():
    assert "\\[\\[x\\|y\\]\\]" in prose.who_acts(actors(("[[x|y]]", "A", 0, 1, 0, 0, 0, 1)))[0]


def test_how_often_the_rules_err():
    errors = pd.DataFrame(
        [("predicate and class", 81, 100, 90), ("named agent", 30, 40, 0)],
        columns=["measured", "right", "found", "coded"],
    )
    said = plain(prose.agency_errors(errors))
    assert said.startswith(
        "The rules err: in sentences coded by hand, 10 of 40 agents that they named were wrong (about 25 in 100, 95 % "
        "interval 14 to 40); 19 of 100 acts found were none or of another kind; 9 of 90 acts coded were missed."
    )
    assert prose.agency_errors(errors.head(0)) == "How often these rules err was not measured."
    assert "No finding" not in prose.agency_errors(errors.assign(right=[81, 39]))
    assert "No finding should rest" in prose.agency_errors(errors.assign(right=[81, 20]))
    assert "about" in prose.agency_errors(agency.errors())


def test_the_figure_in_words():
    said = prose.alt_agency(actors(("Russia", "A", 4, 1, 0, 0, 0, 5), ("Russia", "B", 0, 0, 0, 0, 0, 0)), "who acts")
    assert said == "Who acts. Russia acts and undergoes: A 4 and 1, B 0 and 0."
    assert prose.alt_agency(actors(), "who acts") == "Who acts: nothing to draw."


class TestFrench:
    def test_who_acts(self):
        two = actors(("Russia", "A", 40, 1, 2, 0, 3, 50), ("Russia", "B", 2, 0, 0, 0, 0, 50))
        alike = actors(("Russia", "A", 4, 0, 0, 0, 0, 9), ("Russia", "B", 2, 0, 0, 0, 0, 6))
        one = actors(("Russia", "A", 1, 0, 0, 0, 0, 1))
        with language.speaking("fr"):
            said = [[plain(sentence) for sentence in prose.who_acts(table)] for table in (actors(), one, two, alike)]
        assert said[0] == ["Aucun acte n’a été trouvé qui nomme un acteur."]
        assert said[1] == [
            "Sur 1 acte nommant un acteur, que les articles rapportent dans leurs propres mots comme accompli et que "
            "les règles ont trouvé : « Russie » (auteur de 1, objet de 0)."
        ]
        assert said[2][1:] == [
            "N’y sont pas comptés : 2 actes que ces acteurs feraient, feront ou sont invités à faire, 0 que le texte "
            "nie et 3 qu’ils accomplissent dans des citations ou des propos rapportés.",
            "Actes dont « Russie » est l’auteur : 40 sur 50 dans l’article A, 2 sur 50 dans l’article B ; les "
            "intervalles de "
            "confiance à 95 % de ces deux parts sont disjoints.",
        ]
        assert said[3][1].startswith("Aucun écart sûr entre les articles quant à la part des actes dont « Russie »")

    def test_agents_that_are_not_told(self):
        three = untold(("A", 45, 50), ("B", 1, 50), ("C", 25, 50))
        with language.speaking("fr"):
            none, one, many = (
                [plain(sentence) for sentence in prose.untold_agents(table)]
                for table in (untold(("A", 0, 3)), untold(("A", 1, 1)), three)
            )
        assert none == [
            "Sur 3 actes, hors prises de parole, qu’un verbe donne pour accomplis dans les propres mots des articles, "
            "aucun n’est rapporté sans agent, au passif ou avec un sujet impersonnel (0 %)."
        ]
        assert one == [
            "Sur 1 acte, hors prises de parole, qu’un verbe donne pour accompli dans les propres mots des articles, 1 "
            "est rapporté sans agent, au passif ou avec un sujet impersonnel (100 %)."
        ]
        assert many[1] == (
            "L’article A en laisse 45 sur 50 sans agent, l’article B 1 sur 50 ; les intervalles de confiance à 95 % de "
            "ces deux parts sont disjoints, mais ce sont les extrêmes de 3 articles, et le hasard peut les séparer."
        )

    def test_what_each_source_has_an_actor_do_and_how_often_the_rules_err(self):
        rows = [("agency", "giving", "Russia acts: giving", "Russia undergoes: giving", "a", "A", 2, 1, 3)]
        rows += [("agency", "giving", "Russia acts: giving", "Russia undergoes: giving", "b", "B", 0, 0, 0)]
        columns = ["layer", "act", "label", "undergone", "document", "source", "acts", "undergoes", "of"]
        with language.speaking("fr"):
            said = plain(prose.has_do(pd.DataFrame(rows, columns=columns), "Russia"))
            none = plain(prose.has_do(pd.DataFrame(columns=columns), "Russia"))
            err = plain(prose.agency_errors(agency.errors()))
        assert said == (
            "Actes rapportés de « Russie » – article A : accomplis « donner » 2, subis « donner » 1 ; article B : "
            "aucun."
        )
        assert none == "Aucun acte n’a été trouvé qui nomme « Russie »."
        assert err.startswith("Les règles se trompent : dans des phrases codées à la main, ")
