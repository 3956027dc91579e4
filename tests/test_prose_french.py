"""Sentences on the corpus, its contents and checks in French: nothing, one, several; labels known to no catalogue."""

import pandas as pd
import pytest
import small
import test_prose
from test_prose import SPACE, WAR, beside, judged, ledger, lines, plain, quoted, said, typed

from analysis import coverage, language, prose, topics


@pytest.fixture(autouse=True)
def french():
    with language.speaking("fr"):
        yield


def test_the_corpus():
    assert plain(prose.corpus(small.documents("a"), small.units("a"))) == "1 article (A), 4 phrases prises en compte."
    documents, units = small.documents(), small.units()
    units, refused = units[units["document"] != "b"], ledger(("x", "left out", "empty: it holds no word"))
    assert plain(prose.corpus(documents.assign(sha256=list("xxy")), units, refused)) == (
        "3 articles (A, B et C é), 7 phrases prises en compte. B : rien n’y est pris en compte ; la suite porte "
        "sur les "
        "autres. A et B sont un même texte, compté 2 fois. 1 article a dû être écarté : x (vide : il ne contient aucun "
        "mot). Non précisé dans le corpus : le média (1 article sur 3) et la date (2 articles sur 3)."
    )
    assert prose.left_out(refused.head(0)) == "Aucun article du corpus n’a dû être écarté."


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ["Aucune phrase de ces articles ne porte sur « z », pour autant que les règles le voient."]),
        ([("z", "A", 1, 1)], ["Le thème « z » est présent dans 1 phrase sur 1 (100 %), dans le seul article."]),
        (
            [("z", "A", 10), ("z", "B", 0)],
            [
                "Le thème « z » est présent dans 10 phrases sur 20 (50 %), dans 1 article sur 2.",
                "D’un article à l’autre, la part est la plus élevée dans A (10 sur 10, 100 %), la plus faible dans "
                "B (0 "
                "sur 10, 0 %). Au-delà du hasard, A en contient plus que l’autre (10 sur 10, p ajusté < 0,001).",
            ],
        ),
        (
            [("z", "A", 5), ("z", "B", 5), ("z", "C", 5)],
            [
                "Le thème « z » est présent dans 15 phrases sur 30 (50 %), dans les 3 articles.",
                "Sur ce point, aucun article ne s’écarte des autres plus que le hasard ne le permet (3 tests).",
            ],
        ),
    ],
)
def test_how_much(rows, expected):
    assert lines(prose.how_much(small.measure(*rows), "z")) == expected


def test_how_much_is_hedged():
    one = small.measure(("hedged", "A", 1), ("hedged", "B", 0), layer="hedge")
    assert lines(prose.how_much(one, "hedged"))[0] == (
        "1 phrase sur 20 exprime un doute ou une précaution (5 %), dans 1 article sur 2."
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], "2 articles sur 3 s’ouvrent sur « space », dans le titre ou la première phrase : A et C é."),
        (["a"], "Le seul article s’ouvre sur « space », dans le titre ou la première phrase : A."),
        (["b"], "L’article ne s’ouvre pas sur « space », dans son titre ou sa première phrase."),
    ],
)
def test_standing_first(names, expected):
    units = small.units(*names)
    where = topics.positions(small.evidence(*names), units, small.documents(*names), "space")
    assert plain(prose.standing_first(units, where, "space")).replace("espace", "space") == expected


def test_words_and_names_in_the_sentences_with_a_label():
    assert plain(prose.typical(typed(("été", 0.01, False), ("mer", 0.01, False)), "z")) == (
        "Outre les mots des règles, les plus typiques de « z » au-delà du hasard : « été » et « mer »."
    )
    assert plain(prose.companions(beside(("Alma", 1), of=1), "z", "actor")) == (
        "Dans la seule phrase sur « z », acteur le plus souvent nommé : Alma (1)."
    )
    assert plain(prose.companions(beside(("A", 3), ("B", 2)), "z", "place")) == (
        "Dans les 9 phrases sur « z », lieux les plus souvent nommés : A (3) et B (2)."
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "Avec moins de deux articles, aucun thème ne peut être comparé."),
        (
            [("x", "A", 3), ("x", "B", 4)],
            "Sur aucun thème, l’écart entre les deux articles ne dépasse ce que permet le hasard (2 tests).",
        ),
        (
            [("x", "A", 0, 20), ("x", "B", 10, 20), ("x", "C", 10, 20)],
            "Au-delà du hasard : A recourt à « x » moins souvent que les autres (0 sur 20, p ajusté < 0,001).",
        ),
    ],
)
def test_distinct(rows, expected):
    assert plain(prose.distinct(small.measure(*rows), "topic")) == expected


def test_most_used_and_loaded():
    rows = [("x", "A", 4), ("x", "B", 1), ("y", "A", 3), ("y", "B", 1)]
    assert lines(prose.most_used(small.measure(*rows, layer="frame"), "frame")) == [
        "Cadrages les plus fréquents, sur 20 phrases : x (5) et y (4)."
    ]
    assert lines(prose.most_used(small.measure(("x", "A", 1, 1), layer="frame"), "frame")) == [
        "Cadrage le plus fréquent, sur 1 phrase : x (1)."
    ]
    assert prose.most_used(small.measure(layer="frame"), "frame") == ["Aucun cadrage n’a été trouvé."]
    words = pd.DataFrame({"source": ["A", "B"], "times": [2, 1]})
    assert plain(prose.loaded(words, 3)) == "3 mots connotés hors des citations, dans 3 articles : A 2 et B 1."


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], "Aucun acteur n’a été trouvé que suffisamment d’articles mentionnent."),
        ([("Alma", "A", 3), ("Éva", "A", 1)], "L’article mentionne 2 acteurs : Alma et Éva."),
        (
            [("Alma", "A", 3), ("Alma", "B", 1), ("Boris", "A", 1), ("Boris", "B", 0)],
            "Sur 2 acteurs en tout, les deux articles mentionnent Alma ; 1 ne figure que dans un seul article.",
        ),
        (
            [("Alma", "A", 1), ("Alma", "B", 1), ("Alma", "C", 0)],
            "Sur 1 acteur en tout, aucun n’est mentionné par les 3 articles.",
        ),
    ],
)
def test_mentions(rows, expected):
    assert plain(prose.mentions(small.measure(*rows, layer="actor"), "actor")) == expected


def test_silences():
    rows = [("x", "A", 0, 40), ("x", "B", 15, 30), ("x", "C", 15, 30), ("x", "D", 15, 30), ("x", "E", 0, 1)]
    assert lines(prose.silences(coverage.blind_spots(small.measure(*rows)))) == [
        "A ne mentionne pas x (présent dans 3 des 4 autres, p ajusté < 0,001) : sa longueur ne l’explique pas à elle "
        "seule.",
        "1 autre absence de ce que mentionnent la plupart des autres peut tenir à la longueur d’un article ou au seul "
        "hasard (cas examinés : 2 couples terme-article).",
    ]


def test_who_is_quoted():
    assert lines(prose.quoting(quoted(("A", 1, 1, 2, 0.3), ("B", 1, 0, 0, 0.2)))) == [
        "3 citations, par article : A 2 et B 1 ; 2 passages entre guillemets ne sont attribués à personne.",
        "A laisse le plus de place à la parole d’autrui : 30 % de ses caractères sont entre guillemets.",
    ]
    assert lines(prose.quoting(quoted(("A", 0, 0, 0, 0.0)))) == [
        "L’article ne cite personne, pour autant que les guillemets et les verbes de parole le montrent."
    ]
    assert plain(prose.speakers(said(("Alma", "a", 2), ("Alma", "b", 1), ("", "a", 2)))) == (
        "Les plus cités : Alma (3, dans 2 articles). Pour 2 citations, aucun locuteur n’a été trouvé."
    )


def test_shared():
    both = small.measure(("x", "A", 1), ("x", "B", 2))
    assert plain(prose.shared(both)) == "Les deux articles mentionnent le thème x."
    every = small.measure(*[(label, source, 1) for label in "xz" for source in "ABC"])
    assert plain(prose.shared(every)) == "Les 3 articles mentionnent les thèmes x et z."


def test_checks():
    labels = judged(("topic", "x", *SPACE[2:]), ("topic", "y", *WAR[2:]))
    assert lines(prose.by_layer(labels)) == [
        "Thèmes : F1 de 0,50 (« y ») à 0,90 (« x ») ; la borne inférieure d’alpha est sous 0,60, ou inconnue, pour "
        "« y » : "
        "à lire avec prudence."
    ]
    assert lines(prose.sure(labels.head(1))) == [
        "Vérifié sur un codage de référence de 12 unités ; c’est un cas favorable si les règles ont été écrites en "
        "l’ayant sous les yeux. Thèmes : F1 0,90 (0,80–0,95), alpha 0,80 (0,70–0,90)."
    ]
    assert prose.sure(labels.head(0)) == [
        "Le codage automatique n’a pas été vérifié sur un codage de référence de ces articles."
    ]
    spans = pd.DataFrame(
        [("unit", 1, 1, "exact span"), ("quotation", 0, 3, "exact span")], columns=["label", "both", "human", "by"]
    )
    assert plain(prose.matched(spans)) == "Trouvés au caractère près : unités 1 sur 1 et citations 0 sur 3."
    things = pd.DataFrame([("date", "z", 0.9, 0.8, 1.0)], columns=["label", "by", "f1", "low", "high"])
    assert lines(prose.by_thing(things)) == ["Dates : F1 0,90 (0,80–1,00), z."]
    columns = ["layer", "label", "how", "times", "of", "lenient"]
    assert plain(prose.leniently(pd.DataFrame([("z", "z", "last words", 2, 5, True)], columns=columns))) == (
        "Parmi les noms concordants, ceux qui ne le sont que par leurs derniers mots ou leur mot principal : 2 sur "
        "5 (z)."
    )
    assert plain(prose.unjudged(["z"], ["units.csv: 2 rows in no unit that is coded, not judged."])) == (
        "Non codé, donc non jugé : z. units.csv : 2 lignes hors de toute unité codée, non jugées."
    )
    assert prose.unjudged([], []) == "Tout ce que lit la machine a été codé."
    errors = pd.DataFrame({"error": ["missed", "extra", "extra"]})
    assert plain(prose.errors(errors)) == "Les deux codages diffèrent 3 fois : la machine en omet 1 et en ajoute 2."


def test_next_reading():
    table = small.measure(("zz", "A", 3), ("zz", "B", 2), ("yy", "A", 0), ("yy", "B", 0))
    assert lines(prose.next_reading(table, ["zz", "yy"], judged(SPACE))) == [
        "Zz : commencer par A (3 phrases sur 10).",
        "Yy : aucune phrase n’a été trouvée.",
        "Qui rapporte quoi, qui l’omet, qui est cité.",
        "Quels cadrages, quelle certitude, quels mots connotés.",
        "Quel crédit accorder au codage automatique.",
    ]


def test_no_text_of_a_corpus_can_write_a_link():
    test_prose.test_no_text_of_a_corpus_can_write_a_link()
