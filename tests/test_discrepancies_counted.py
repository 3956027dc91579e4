"""What is told of those counted: how old they are, what became of them, in what role a duration stands."""

import pytest

from analysis.discrepancies import ages, lapses, people, spelling


@pytest.mark.parametrize(
    ("text", "lang", "expected", "why"),
    [
        ("Âgée de 31 ans, elle court.", "fr", [31], "behind `âgée de`"),
        ("Anne Morel, 31 ans, court.", "fr", [31], "behind a name"),
        ("Anne Morel (31 ans) court.", "fr", [31], "in brackets"),
        ("La coureuse de 31 ans a gagné.", "fr", [31], "of somebody"),
        ("Un bail de 31 ans a été signé.", "fr", [], "of a thing"),
        ("Le bail de 31 ans a été signé.", "fr", [], "an article with a capital is nobody"),
        ("Il vit là depuis 31 ans.", "fr", [], "how long"),
        ("Un prix vieux de 310 ans", "fr", [], "older than anybody"),
        ("The 31-year-old runner won.", "en", [31], "before a noun"),
        ("Anne Morel, 31, won.", "en", [31], "behind a name in English"),
        ("In Lyon, 31 runners won.", "en", [], "a number behind a comma"),
    ],
)
def test_ages(text, lang, expected, why):
    assert [years for *_, years in ages.found(text, lang, 0, len(text))] == expected, why


@pytest.mark.parametrize(
    ("text", "number", "lang", "expected", "why"),
    [
        ("Le feu a tué au moins 12 habitants.", "12", "fr", {"death"}, "the verb before"),
        ("On compte 12 habitants tués.", "12", "fr", {"death"}, "the participle behind"),
        ("Le feu a tué 12 personnes et blessé 30 autres.", "12", "fr", {"death"}, "what follows `et` is of others"),
        ("Ils étaient 12. Les morts sont nombreux.", "12", "fr", set(), "another sentence"),
        ("Il a tué le temps avec ses onze amis, et vu passer 12 habitants.", "12", "fr", set(), "too far before"),
        ("L'usine emploie 12 habitants.", "12", "fr", set(), "nothing happened"),
        ("The blast killed 12 people.", "12", "en", {"death"}, "in English"),
        ("12 people were taken to hospital.", "12", "en", {"injure"}, "in hospital are those hurt"),
    ],
)
def test_what_became_of_people(text, number, lang, expected, why):
    start = text.index(number)
    assert people.fates(text, start, start + len(number), 0, len(text), lang) == expected, why


@pytest.mark.parametrize(
    ("noun", "lang", "expected"),
    [
        ("cyclistes", "fr", True),
        ("pistes", "fr", False),
        ("Libyens", "fr", True),
        ("usines", "fr", False),
        ("sexagénaires", "fr", True),
        ("Missiles", "en", False),
        ("truckers", "en", True),
    ],
)
def test_who_is_a_person(noun, lang, expected):
    assert people.is_person(noun, lang) is expected


@pytest.mark.parametrize(
    ("text", "span", "lang", "expected"),
    [
        ("La grève a duré dix jours.", "dix jours", "fr", {"length"}),
        ("Dix jours après le vote, il part.", "Dix jours", "fr", {"after"}),
        ("Il part à dix jours du vote.", "dix jours", "fr", {"before"}),
        ("Il a dix jours pour payer.", "dix jours", "fr", {"deadline"}),
        ("Il faut dix jours.", "dix jours", "fr", set()),
        ("It happened ten days before the vote.", "ten days", "en", {"before"}),
    ],
)
def test_roles_of_durations(text, span, lang, expected):
    start = text.index(span)
    assert lapses.roles(text, start, start + len(span), lang) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("rachid ouadahi", "rashid wadahi", True),
        ("choigou", "shoigu", True),
        ("khaled", "haled", True),
        ("dupont", "dumont", False),
        ("martin", "marin", False),
    ],
)
def test_names_taken_from_another_script(one, other, same):
    assert (spelling.romanised(one) == spelling.romanised(other)) is same
