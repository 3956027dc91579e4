"""What is said of distance and of who is doubted: true on nothing, one, two and forty articles."""

import pandas as pd
import pytest
import test_doubted

from analysis import display, distance, doubted, language, prose
from analysis.reserves import STATUSES


def by_source(*rows: tuple[str, tuple[int, ...]]) -> pd.DataFrame:
    """Sources with their units by status, as `distance.by_source` makes them."""
    units = [
        (name.lower(), place, status)
        for name, counts in rows
        for place, status in enumerate(status for status, n in zip(STATUSES, counts, strict=True) for _ in range(n))
    ]
    told = pd.DataFrame(units, columns=["document", "unit", "status"]).assign(also="")
    names = [name for name, _ in rows]
    return distance.by_source(told, pd.DataFrame({"document": [name.lower() for name in names], "label": names}))


def test_one_article_with_all_statuses():
    first, caution = prose.distances_kept(by_source(("A", (5, 4, 1, 2, 1))))
    assert first == (
        "A says [[5|evidence-distance-stated-A]] of its 13 sentences and headings in its own voice without reserve, "
        "gives [[4|evidence-distance-attributed-A]] as the words of somebody, keeps its distance in "
        "[[1|evidence-distance-claimed-A]] by a claiming cue or word, hedges, doubts or calls unknown "
        "or undisclosed what it tells in "
        "[[2|evidence-distance-doubted-A]] and tells a denial in [[1|evidence-distance-denied-A]]."
    )
    assert "not who is right" in caution


def test_doubt_in_the_words_of_others_is_told_beside():
    told = pd.DataFrame([("a", 0, "attributed", "hedged"), ("a", 1, "attributed", "")])
    told = told.set_axis(["document", "unit", "status", "also"], axis=1)
    first, caution = prose.distances_kept(distance.by_source(told, pd.DataFrame({"document": ["a"], "label": ["A"]})))
    assert first.endswith(
        "gives [[2|evidence-distance-attributed-A]] ([[1|evidence-distance-attributed-hedged-A]] of them hedged) "
        "as the words of somebody."
    )
    assert "coded by hand, " in caution


def test_what_an_article_does_not_do_is_not_said():
    first, _ = prose.distances_kept(by_source(("A", (1, 0, 0, 0, 0))))
    assert first == (
        "A says [[1|evidence-distance-stated-A]] of its 1 sentence or heading in its own voice without reserve."
    )
    none, _ = prose.distances_kept(by_source(("A", (0, 0, 0, 0, 2))))
    assert none.startswith("A says none of its 2 sentences and headings in its own voice without reserve and tells")


def test_forty_articles_are_not_all_told():
    sentences = prose.distances_kept(by_source(*((f"S{place}", (3, 1, 0, 0, 0)) for place in range(40))))
    assert len(sentences) == 10
    assert sentences[8] == "32 more articles are in the table."


@pytest.mark.parametrize("rows", [[], [("A", (0, 0, 0, 0, 0))]])
def test_nothing_counted(rows):
    assert prose.distances_kept(by_source(*rows)) == [
        "No sentence was counted, so none is stated, attributed or doubted."
    ]


def test_a_name_of_the_corpus_can_write_no_link():
    first = prose.distances_kept(by_source(("[[x|y]]", (1, 0, 0, 0, 0))))[0]
    assert first.startswith(r"\[\[x\|y\]\] says")


def test_who_is_doubted_and_who_differently():
    table = doubted.by(test_doubted.MANY)
    assert prose.doubted_speakers(doubted.overall(table)) == [
        "Of 56 statements whose speaker was found, 13 are kept at a distance: [[11|evidence-distance-doubted-rome]] of "
        "24 of Rome (11 with a claiming cue) and [[2|evidence-distance-doubted-kiev]] of 32 of Kiev (2 with a claiming "
        "cue)."
    ]
    within, between = prose.differently_doubted(doubted.between_speakers(table), doubted.between_sources(table))
    assert (
        "A keeps [[9|evidence-distance-doubted-rome-A]] of 10 statements of Rome at a distance, against 1 of 20"
        in within
    )
    assert "comparisons of a speaker between articles" in between


def test_who_is_doubted_where_there_is_little():
    none = doubted.by(test_doubted.statements())
    assert prose.doubted_speakers(doubted.overall(none)) == [
        "No statement was found with its speaker, so it cannot be said who is doubted."
    ]
    plain = doubted.by(test_doubted.statements(A_Rome=(0, 1)))
    assert prose.doubted_speakers(doubted.overall(plain)) == [
        "Of 1 statement whose speaker was found none is kept at a distance."
    ]
    assert prose.differently_doubted(doubted.between_speakers(none), doubted.between_sources(none)) == [
        "There are too few statements to compare any speaker within one article.",
        "There are too few statements to compare any speaker between articles.",
    ]
    alike = doubted.by(test_doubted.statements(A_Rome=(5, 10), A_Kiev=(5, 10)))
    assert (
        "none shows a difference beyond chance"
        in prose.differently_doubted(doubted.between_speakers(alike), doubted.between_sources(alike))[0]
    )


def test_topics():
    told = pd.DataFrame([("a", 0, "doubted"), ("a", 1, "stated")], columns=["document", "unit", "status"])
    held = pd.DataFrame([("a", 0, "topic", "space"), ("a", 1, "topic", "space"), ("a", 1, "topic", "war")])
    held = held.set_axis(["document", "unit", "layer", "label"], axis=1)
    documents = pd.DataFrame({"document": ["a"], "label": ["A"]})
    table = distance.by_topic(told, held, documents, ["space", "war", "art"])
    assert prose.distant_topics(table) == [
        "Claimed, doubted or denied, of the sentences and headings that hold a topic: "
        "“space” [[1|evidence-distance-at-a-distance-space]] of 2 and “war” none of 1."
    ]
    assert prose.distant_topics(table.head(0)) == ["No sentence holds a topic, so none is doubted by topic."]


def test_the_alternative_text_names_every_count():
    assert prose.alt_distance(by_source(("A", (5, 4, 1, 2, 1))), "How sure") == (
        "How sure: A stated 5, attributed 4, claimed 1, doubted 2, denied 1, of 13."
    )
    assert prose.alt_distance(by_source(), "How sure") == "How sure: nothing to draw."


def french(sentence: str) -> str:
    """The sentence as read, its no-break spaces as plain ones."""
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def test_in_french_of_one_article_of_none_and_of_many() -> None:
    with language.speaking("fr"):
        every, caution = map(french, prose.distances_kept(by_source(("A", (5, 4, 1, 2, 1)))))
        one = french(prose.distances_kept(by_source(("A", (1, 0, 0, 0, 0))))[0])
        denied = french(prose.distances_kept(by_source(("A", (0, 0, 0, 0, 1))))[0])
        none = prose.distances_kept(by_source())
        more = prose.distances_kept(by_source(*((f"S{place}", (3, 1, 0, 0, 0)) for place in range(9))))[8]
    assert every == (
        "L’article A prend à son compte sans réserve 5 de ses 13 phrases et titres, en attribue 4 à autrui, laisse au "
        "locuteur, par un terme de mise à distance, la responsabilité de 1, exprime un doute, une nuance ou l’absence "
        "d’information dans 2 et rapporte un démenti dans 1."
    )
    assert caution.startswith("Un démenti dit qui contredit, non qui a raison ; ")
    assert one == "L’article A prend à son compte sans réserve 1 phrase ou titre sur 1."
    assert denied == (
        "L’article A ne prend pas à son compte sans réserve son unique phrase ou titre et rapporte un démenti dans 1."
    )
    assert none == ["Aucune phrase n’a été comptée\u00a0: aucune n’est donc assumée, attribuée ou mise en doute."]
    assert more == "1 autre article figure dans le tableau."


def test_who_is_doubted_in_french() -> None:
    table = doubted.by(test_doubted.MANY)
    with language.speaking("fr"):
        (speakers,) = map(french, prose.doubted_speakers(doubted.overall(table)))
        within, between = map(
            french, prose.differently_doubted(doubted.between_speakers(table), doubted.between_sources(table))
        )
        plain = doubted.by(test_doubted.statements(A_Rome=(0, 1)))
        (none,) = map(french, prose.doubted_speakers(doubted.overall(plain)))
        few = [*map(french, prose.differently_doubted(doubted.between_speakers(plain), doubted.between_sources(plain)))]
    assert speakers == (
        "Sur 56 énoncés dont le locuteur a été trouvé, 13 sont tenus à distance : « Rome » 11 sur 24 (11 avec un "
        "terme de "
        "mise à distance) et « Kiev » 2 sur 32 (2 avec un terme de mise à distance)."
    )
    assert "l’article A tient à distance 9 énoncés sur 10 attribués à « Rome », contre 1 sur 20 de ses autres" in within
    assert between.startswith("Sur ")
    assert none == "Sur 1 énoncé dont le locuteur a été trouvé, aucun n’est tenu à distance."
    assert few == [
        "Il y a trop peu d’énoncés pour comparer les locuteurs au sein d’un article.",
        "Il y a trop peu d’énoncés pour comparer le sort d’un locuteur d’un article à l’autre.",
    ]


def test_topics_in_french() -> None:
    rows = [("space", 1, 2), ("war", 0, 1)]
    table = pd.DataFrame(rows, columns=["topic", "units", "of"])
    with language.speaking("fr"):
        assert french(prose.distant_topics(table)[0]) == (
            "Phrases et titres tenus à distance, mis en doute ou démentis, par thème : "
            "« espace » 1 sur 2 et « war » 0 sur 1."
        )
        assert prose.distant_topics(table.head(0))[0].startswith("Aucune phrase ne porte de thème")
