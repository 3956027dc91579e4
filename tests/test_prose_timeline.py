"""Sentences and the drawing of a timeline: nothing, one article, a tie, forty; no article can write a link."""

import xml.etree.ElementTree as ElementTree

import pandas as pd
import pytest

from analysis import display, figures, language, prose, timeline


def events(*rows, of=3):
    """A table of events, each (when, what, sources) and what else is to be known of it."""
    usual = {
        "layer": "event", "story": 0,
        "from": "2024-05-06", "to": "2024-05-06", "of": of, "story_of": "A, B, C", "dates": "", "differing": False,
        "place": "at", "days": 0, "status": "past", "background": False, "gap": "",
    }  # fmt: skip
    columns = [*timeline.EVENTS, "gap"]
    made = [
        usual | {"event": f"E{at:03}", "when": when, "what": what, "sources": sources}
        | {"articles": sources.count(",") + 1} | (more[0] if more else {})
        for at, (when, what, sources, *more) in enumerate(rows, start=1)
    ]  # fmt: skip
    return pd.DataFrame(made, columns=columns).astype(timeline.EVENTS | {"gap": "str"})


TWO_DAYS = "A: 6 May 2024 (“lundi”); B: 7 May 2024 (“mardi”)"
FAR = {"background": True, "place": "before", "status": "past", "gap": ""}
AHEAD = {"status": "planned", "place": "after", "gap": "2 years"}
THREE = events(
    ("1958", "Une crue.", "A", FAR),
    (
        "6 May 2024",
        "La digue a cédé.",
        "A, B",
        {"differing": True, "dates": TWO_DAYS, "gap": "65 years"},
    ),
    ("2026", "Un mur sera bâti.", "C", AHEAD),
)


def plain(sentence):
    return display.plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_order_of_events():
    assert [plain(sentence) for sentence in prose.order_of_events(THREE)] == [
        "The 3 articles on this story date 3 events. Of these, 1 lies more than half a year before the main one and 1 "
        "is planned.",
        "Most widely dated: 6 May 2024, “La digue a cédé.”, by 2 of 3 articles.",
    ]
    assert prose.order_of_events(THREE.head(0)) == ["No article dates anything that happened or is planned."]


def test_one_article_has_an_order_too_and_nobody_beside_it():
    one = events(("6 May 2024", "La digue a cédé.", "A"), ("7 May 2024", "On pompe.", "A"), of=1)
    assert [plain(sentence) for sentence in prose.order_of_events(one)] == [
        "The article dates 2 events.",
        "In order of time, it dates: 6 May 2024, “La digue a cédé.”; 7 May 2024, “On pompe.”.",
    ]
    assert "nobody else" in prose.dated_by_one(one)


def test_two_stories_are_told_apart():
    second = events(("6 May 2024", "Le pont rouvre.", "D"), of=1).assign(story=1, event="E009", story_of="D")
    said = prose.order_of_events(pd.concat([THREE, second], ignore_index=True))
    assert [plain(sentence) for sentence in said] == [
        "On the event of A, B and C, the 3 articles date 3 events. Of these, 1 lies more than half a year before the "
        "main one and 1 is planned.",
        "On the event of A, B and C, most widely dated: 6 May 2024, “La digue a cédé.”, by 2 of 3 articles.",
        "On the event of D, the article dates 1 event.",
    ]


def test_who_alone_dates_something():
    assert prose.dated_by_one(THREE) == "2 of 3 events are dated by one article alone: A (1) and C (1)."
    assert prose.dated_by_one(THREE.head(0)) == "There is no dated event."
    assert prose.dated_by_one(THREE.iloc[1:2]) == "Each dated event is dated by two articles or more."


def test_dates_that_differ_say_who_says_what():
    assert [plain(one) for one in prose.dated_differently(THREE)] == [
        "The dates of E002, “La digue a cédé.”, differ: A: 6 May 2024 (“lundi”); B: 7 May 2024 (“mardi”)."
    ]
    assert len(prose.dated_differently(THREE.head(1))) == 1
    assert "[[E002|evidence-event-e002]]" in prose.dated_differently(THREE)[0]


def test_an_article_writes_no_link():
    said = prose.order_of_events(events(("6 May 2024", "[[ici|x]]", "A, B"), of=2))
    assert "[[ici" not in " ".join(said)


def test_what_is_not_on_the_timeline():
    left = pd.DataFrame({"reason": ["it names no day", "it names no day", "only compared with"]})
    assert prose.undated(left) == (
        "3 expressions of time are not on the timeline: 2 (it names no day) and 1 (only compared with)."
    )
    assert prose.undated(left.head(0)) == "Every expression of time that was found dates something."


def test_from_which_day_undated_articles_are_read():
    anchors = pd.DataFrame({"document": ["a", "b"], "day": ["2024-05-06"] * 2, "how": ["weekday and day fit"] * 2})
    documents = pd.DataFrame({"document": ["a", "b"], "label": ["A", "B"]})
    assert prose.counted_from(anchors, documents) == (
        "No day of publication is known of 2 articles; their dates are read: A and B as if written on 6 May 2024 "
        "(weekday and day fit)."
    )
    assert prose.counted_from(anchors.head(0), documents) == ""


def test_the_alternative_text_says_every_row():
    assert prose.alt_timeline(THREE, "Events") == (
        "Events, in order of time. 1958: Une crue. (A) | 6 May 2024: La digue a cédé. (A, B; dates differ) | "
        "2026 (planned): Un mur sera bâti. (C)"
    )
    assert prose.alt_timeline(THREE.head(0), "Events") == "Events: nothing to draw."


def texts(table):
    svg = figures.svg(figures.timeline(table))
    found = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return ["".join(text.itertext()) for text in found]


def test_the_drawing_says_when_what_who_and_where_years_are_left_out():
    said = texts(THREE)
    for words in ("6 May 2024 ≠", "La digue a cédé.", "A, B", "⋯ 65 years", "⋯ 2 years"):
        assert words in said
    assert "in order of time, from the top down; distances are not to scale" in said


@pytest.mark.parametrize("many", [0, 1, 40])
def test_a_drawing_of_any_length_and_of_forty_articles(many):
    sources = ", ".join(f"S{place}" for place in range(40))
    said = texts(events(*[("6 May 2024", "La digue a cédé. " * 20, sources)] * many, of=40))
    assert said.count("40 of 40 articles") == many


def test_the_timeline_in_french():
    with language.speaking("fr"):
        assert [plain(sentence) for sentence in prose.order_of_events(THREE)] == [
            "Les 3 articles sur ce sujet datent 3 événements. Parmi eux, 1 précède le principal de plus de six "
            "mois et 1 "
            "est prévu.",
            "Le plus largement daté : 6 mai 2024, « La digue a cédé. », par 2 articles sur 3.",
        ]
        assert (
            plain(prose.dated_by_one(THREE))
            == "Sur 3 événements, 2 ne sont datés que par un seul article : A (1) et C (1)."
        )
        dates = "A: 1 May 2024, 08:00 (“lundi”), 2 May 2024 (“mardi”)"
        assert [plain(one) for one in prose.dated_differently(THREE.assign(dates=dates))] == [
            "Les dates données pour E002, « La digue a cédé. », diffèrent : A : 1er mai 2024, 8 h 00 (« lundi "
            "»), 2 "
            "mai 2024 (« mardi »)."
        ]
        left = pd.DataFrame({"reason": ["a reason of one's own"]})
        assert plain(prose.undated(left)) == (
            "1 expression de temps ne figure pas dans la chronologie : 1 (a reason of one's own)."
        )
        anchors = pd.DataFrame({"document": ["a"], "day": ["2024-05-01"], "how": ["weekday and day fit that year"]})
        documents = pd.DataFrame({"document": ["a"], "label": ["A"]})
        assert plain(prose.counted_from(anchors, documents)) == (
            "Le jour de publication d’un article est inconnu ; ses dates sont lues ainsi : A comme un texte du 1er mai "
            "2024 (le jour de la semaine et la date concordent cette année-là)."
        )


def test_days_whose_form_is_not_known_are_told_as_they_are():
    said = prose.dated_differently(THREE.assign(dates="[[A|x]] said so"))[0]
    assert said.endswith(r"differ: \[\[A\|x\]\] said so.")
