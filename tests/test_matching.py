"""What counts as evidence: the cases, then empty corpora, thresholds, order, expressions that never end."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import lexicons, matching, patterns, stretches, tables
from analysis.tables import LexiconError

CASES = json.loads((Path(__file__).parent / "cases" / "matching.json").read_text(encoding="utf-8"))


def rules_of(*rows, lang="fr"):
    """The table of these (layer, label, pattern, context, note)."""
    return tables.table(
        "rules",
        [
            dict(zip(("layer", "label", "pattern", "context", "note"), row, strict=False))
            | {"rule": f"{lang}-{n}", "lang": lang}
            for n, row in enumerate(rows)
        ],
    )


def article(*units, name="a", lang="fr"):
    """`documents` and `units` of one article, from (role, words) or words alone, a line each."""
    roles, words = zip(*[unit if not isinstance(unit, str) else ("body", unit) for unit in units], strict=True)
    starts = [sum(len(before) + 1 for before in words[:n]) for n in range(len(words))]
    rows = [
        {"document": name, "unit": n, "start": start, "end": start + len(said), "role": role}
        for n, (start, said, role) in enumerate(zip(starts, words, roles, strict=True))
    ]
    documents = [{"document": name, "label": name.upper(), "lang": lang, "text": "\n".join(words)}]
    return tables.table("documents", documents), tables.table("units", rows)


def found(rules, *units):
    """What the engine finds, verified against texts and rules, as [unit, match, layer:label]."""
    documents, split = article(*units)
    evidence = tables.verify("evidence", matching.find(documents, split, rules), documents=documents, rules=rules)
    return [[row.unit, row.match, f"{row.layer}:{row.label}"] for row in evidence.itertuples(index=False)]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_counts_and_its_look_alike(case):
    rules = rules_of(*case["rules"])
    assert found(rules, *case["units"]) == case["found"]
    assert found(rules, *case["beside"]) == case.get("beside_found", [])


NAMES = (
    ("place", "Russia", "Russie", "", "state"),
    ("actor", "Russia", "russe*", "", "state"),
    ("place", "Japan", "Japon", "", "state"),
    ("place", "Moscow", "Moscou", "", "place; seat of Russia"),
    ("actor", "Anna Sato", "Sato", "", "person; acts for Japan"),
    ("actor", "Tass", "Tass", "", "organisation"),
    ("topic", "diplomacy", "accord", "states"),
)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("La Russie et le Japon cherchent un accord.", True),
        ("Moscou et le Japon cherchent un accord.", True),
        ("Moscou et Sato cherchent un accord.", True),
        ("Moscou, capitale de la Russie, cherche un accord.", False),
        ("La ville russe de Moscou cherche un accord.", False),
        ("La Russie et Tass cherchent un accord.", False),
        ("Sato et le Japon cherchent un accord.", False),
        ("On cherche un accord.", False),
    ],
)
def test_two_states_are_two_whatever_stands_for_them(words, holds):
    assert ([0, "accord", "topic:diplomacy"] in found(rules_of(*NAMES), words)) is holds


def test_two_states_count_only_within_one_unit():
    labels = [label for *_, label in found(rules_of(*NAMES), "La Russie attend.", "Un accord au Japon.")]
    assert labels == ["place:Russia", "place:Japan"]


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("Le péril grandit.", ["frame:threat"]),
        ("Les chars avancent.", []),
        ("Les chars et les obus avancent.", ["frame:threat"] * 2),
        ("Les chars et le péril.", ["frame:threat"] * 2),
        ("Des chars, des chars.", []),
        ("Un obus de char.", []),
        ("Les chars et le défilé.", ["frame:spectacle"]),
    ],
)
def test_two_weak_signs_make_one(words, labels):
    """Of one label, by different rules, in different words: `obus de char` is found by two rules and is one sign."""
    rules = rules_of(
        ("frame", "threat", "péril"),
        ("frame", "threat", "char*", "together"),
        ("frame", "threat", "obus", "together"),
        ("frame", "spectacle", "défilé"),
    )
    overlapping = rules_of(("frame", "threat", "obus de char", "together"), ("frame", "threat", "char", "together"))
    assert [label for *_, label in found(overlapping if "obus de" in words else rules, words)] == labels


@pytest.mark.parametrize(
    ("military", "space", "holds"),
    [(1, 0, False), (2, 0, True), (2, 3, True), (2, 4, False), (3, 3, True), (4, 6, True), (4, 7, False)],
)
def test_an_ambiguous_word_counts_for_the_label_that_leads(military, space, holds):
    """Two units at least, and two thirds of the layer's most frequent label; other layers don't matter."""
    rules = rules_of(
        ("topic", "military", "canon"),
        ("topic", "space", "orbite"),
        ("frame", "threat", "peur"),
        ("topic", "military", "engin", "main"),
    )
    words = ["Un engin."] + ["Un canon."] * military + ["En orbite."] * space + ["La peur."] * 9
    assert ([0, "engin", "topic:military"] in found(rules, *words)) is holds


def test_a_name_inside_a_longer_name_fills_a_slot():
    rules = rules_of(
        ("actor", "Turkey", "turc", "", "state"),
        ("actor", "Turkey", "président turc", "", "state"),
        ("topic", "diplomacy", "président <state>"),
    )
    assert [0, "président turc", "topic:diplomacy"] in found(rules, "Le président turc part.")


@pytest.mark.parametrize(
    ("units", "carriers", "holds"),
    [(3, 1, False), (3, 2, True), (20, 2, True), (21, 2, False), (21, 3, True), (30, 3, True)],
)
def test_an_article_carries_a_label_from_two_units_and_a_tenth_on(units, carriers, holds):
    rules = rules_of(("topic", "space", "orbite"), ("topic", "space", "vol", "article"))
    words = ["Un vol."] + ["En orbite."] * carriers + ["Rien."] * (units - carriers - 1)
    assert ([0, "vol", "topic:space"] in found(rules, *words)) is holds


def test_uncounted_units_make_an_article_no_longer():
    rules = rules_of(("topic", "space", "orbite"), ("topic", "space", "vol", "article"))
    padding = [("related", "Rien.")] * 40
    assert [0, "vol", "topic:space"] in found(rules, "Un vol.", "En orbite.", "En orbite.", *padding)


def test_a_rule_is_for_its_own_language():
    documents, units = article("Un tank.", lang="fr")
    assert len(matching.find(documents, units, rules_of(("topic", "military", "tank"), lang="en"))) == 0
    assert len(matching.find(documents, units, rules_of(("topic", "military", "tank"), lang="fr"))) == 1


def test_articles_do_not_carry_one_another():
    rules = rules_of(("topic", "space", "orbite"), ("topic", "space", "vol", "article"))
    one, other = article("En orbite.", "En orbite.", name="a"), article("Un vol.", name="b")
    evidence = matching.find(*(pd.concat(pair, ignore_index=True) for pair in zip(one, other, strict=True)), rules)
    assert set(evidence["document"]) == {"a"}


@pytest.mark.parametrize("rules", [tables.empty("rules"), rules_of(("topic", "space", "orbite"))])
@pytest.mark.parametrize("units", [None, "Rien du tout."])
def test_no_match_keeps_columns_and_dtypes(rules, units):
    documents, split = article(units) if units else (tables.empty("documents"), tables.empty("units"))
    pd.testing.assert_frame_equal(matching.find(documents, split, rules), tables.empty("evidence"))


def test_an_article_without_units_or_words_has_no_evidence():
    documents, _ = article("En orbite.")
    rules = rules_of(("topic", "space", "orbite"))
    pd.testing.assert_frame_equal(matching.find(documents, tables.empty("units"), rules), tables.empty("evidence"))
    blank = documents.assign(text=pd.Series([""], dtype="str"))
    pd.testing.assert_frame_equal(matching.find(blank, tables.empty("units"), rules), tables.empty("evidence"))


def test_words_outside_every_unit_are_not_evidence():
    documents, units = article("Orbite, orbite, orbite.")
    inner = units.assign(start=8, end=14)
    evidence = matching.find(documents, inner, rules_of(("topic", "space", "orbite"), ("topic", "space", "re:orbite")))
    assert evidence[["start", "end"]].values.tolist() == [[8, 14]]


def test_an_expression_that_runs_for_ever_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(patterns, "SECONDS", 0.1)
    documents, units = article("a" * 60 + "b")
    with pytest.raises(LexiconError) as error:
        matching.find(documents, units, rules_of(("topic", "space", "re:(a|aa)+$")))
    assert str(error.value) == "rule 'fr-0': 're:(a|aa)+$' takes over 0.1 s on one text; simplify it"


def test_articles_searched_apart_or_together_have_the_same_evidence(monkeypatch):
    """Also words at the very edge of an article, which belong to no other one."""
    rules = rules_of(("topic", "space", "orbite"), ("topic", "space", "vol", "article"), ("topic", "space", "re:vol"))
    rules = pd.concat([rules, rules_of(("topic", "space", "orbite vol"), ("topic", "space", "ship"), lang="en")])
    said = [
        ("fr", ["En orbite"]),
        ("en", ["A ship"]),
        ("fr", ["vol"]),
        ("en", ["orbite", "vol"]),
        ("fr", ["", "orbite"]),
    ]
    pairs = [article(*units, name=f"{n}", lang=lang) for n, (lang, units) in enumerate(said)]
    documents, units = (pd.concat(pair, ignore_index=True) for pair in zip(*pairs, strict=True))
    together = matching.find(documents, units, rules)
    assert together[["document", "match"]].values.tolist() == [
        ["0", "orbite"],
        ["1", "ship"],
        ["2", "vol"],
        ["4", "orbite"],
    ]
    tables.verify("evidence", together, documents=documents, rules=rules)
    for size in (1, 12):
        monkeypatch.setattr(stretches, "SIZE", size)
        pd.testing.assert_frame_equal(matching.find(documents, units, rules), together)


def test_the_order_of_rows_changes_nothing():
    rules = pd.concat(
        [rules_of(*case["rules"]).assign(rule=lambda t, n=n: f"{n:02}-" + t["rule"]) for n, case in enumerate(CASES)]
    )
    units = [unit for case in CASES for unit in case["units"]]
    one, other = article(*units, name="a"), article(*reversed(units), name="b")
    documents, split = (pd.concat(pair, ignore_index=True) for pair in zip(one, other, strict=True))
    expected = matching.find(documents, split, rules)
    assert len(expected) > 50
    for seed in range(3):
        shuffled = rules.sample(frac=1, random_state=seed)
        pd.testing.assert_frame_equal(matching.find(documents[::-1], split, shuffled), expected)


def test_find_changes_none_of_its_arguments():
    rules = rules_of(("topic", "space", "orbite"))
    given = (*article("En orbite."), rules)
    before = [frame.copy(deep=True) for frame in given]
    matching.find(*given)
    for frame, copy in zip(given, before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)


def test_words_that_are_read_apart_are_no_evidence():
    documents, units = article("Deux missiles sont tombés mardi.", lang="fr")
    evidence = matching.find(documents, units, lexicons.load("fr"))
    assert set(evidence["layer"]) & set(tables.READ_APART) == set()


@pytest.mark.parametrize("lang", lexicons.languages())
def test_no_packaged_none_takes_a_rules_own_example_away(lang):
    """Each rule of words that counts alone has evidence of its label in its example."""
    rules = lexicons.load(lang)
    rules = rules[~rules["layer"].isin(tables.READ_APART)]
    worded = ~rules["pattern"].str.startswith("re:")
    none = rules["label"] == lexicons.NONE
    alone = rules[worded & ~none & (rules["context"] == "")]
    documents, units = article(*alone["example"], lang=lang)
    searched = rules[worded | none]
    evidence = matching.find(documents, units, searched, also=tables.ON_REQUEST)
    tables.verify("evidence", evidence, documents=documents, rules=searched)
    seen = set(zip(evidence["unit"], evidence["layer"], evidence["label"], strict=True))
    wanted = zip(alone["rule"], range(len(alone)), alone["layer"], alone["label"], strict=True)
    assert [rule for rule, unit, layer, label in wanted if (unit, layer, label) not in seen] == []
