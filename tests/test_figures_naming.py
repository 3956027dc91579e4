"""The table of how each source calls the main actors: its words, what is one source's alone, and what each opens."""

import pandas as pd
from test_figures_hits import opened

from analysis import designation_counts, figures, language, prose, tables


def designations(*rows):
    """Designations of (document, actor, kind, words, noun) rows."""
    made = [
        {"document": document, "source": document.upper(), "unit": place, "start": place, "end": place + 1}
        | {"actor": actor, "actor_kind": "person", "words": words, "noun": noun, "kind": kind, "charge": "neutral"}
        | {"how": "", "voice": "own words", "modifiers": ""}
        for place, (document, actor, kind, words, noun) in enumerate(rows)
    ]
    return pd.DataFrame(made)


DOCUMENTS = tables.table("documents", [{"document": d, "label": d.upper(), "lang": "fr"} for d in "abc"])
SAID = designations(
    ("a", "Kim", "full name", "Kim Jong-un", ""),
    ("a", "Kim", "full name", "Kim Jong Un", ""),
    ("a", "Kim", "role noun", "le dirigeant", "dirigeant"),
    ("b", "Kim", "role noun", "ce despote", "despote"),
    ("b", "Kim", "role noun", "le dirigeant", "Dirigeant"),
    ("c", "Lee", "full name", "Lee", ""),
)


def test_words_with_their_counts_most_used_first_and_names_as_one():
    table = designation_counts.wordings(SAID, DOCUMENTS)
    assert table[["source", "words", "count", "of", "alone"]].values.tolist() == [
        ["A", "Kim Jong-un", 2, 3, False],
        ["A", "dirigeant", 1, 3, False],
        ["B", "despote", 1, 2, True],
        ["B", "Dirigeant", 1, 2, False],
        ["C", "", 0, 0, False],
    ]
    assert set(table["actor"]) == {"Kim"}, "an actor of one article is not laid side by side"


def test_each_word_opens_its_sentences_under_the_anchors_of_the_evidence():
    documents = DOCUMENTS.assign(text="x" * 20)
    held = designation_counts.evidence(SAID, documents)
    rows = zip(held["document"], held["label"], strict=True)
    anchors = {f"#{tables.anchor(*keys)}" for keys in (("designation", label, name.upper()) for name, label in rows)}
    found = opened(figures.naming(designation_counts.wordings(SAID, DOCUMENTS)))
    assert found["B, despote: 1 of 2"][0] == "#evidence-designation-kim-despote-B"
    assert found.pop("Kim")[0] == "#evidence-designation-kim"
    assert {href for href, _ in found.values()} <= anchors
    assert len(found) == 4


def test_what_one_alone_says_is_bold_and_who_says_nothing_says_so():
    ax = figures.naming(designation_counts.wordings(SAID, DOCUMENTS))
    weights = {text.get_text(): text.get_fontweight() for text in ax.texts}
    assert (weights["despote 1"], weights["dirigeant 1"]) == ("bold", "normal")
    assert "not mentioned" in weights


def test_long_words_and_many_articles_stay_within_the_page():
    rows = [(f"d{n}", "Kim", "role noun", "x", f"{'mot' * 40}{k}") for n in range(40) for k in range(9)]
    documents = tables.table("documents", [{"document": f"d{n}", "label": f"D{n}", "lang": "fr"} for n in range(40)])
    ax = figures.naming(designation_counts.wordings(designations(*rows), documents))
    width, height = ax.figure.get_size_inches()
    assert width <= 6.4
    assert height < 10
    assert all(x + w <= 72 * 6.4 for _, boxes in opened(ax).values() for x, _, w, _ in boxes)


def test_in_words_and_of_nothing():
    table = designation_counts.wordings(SAID, DOCUMENTS)
    assert prose.alt_naming(table) == (
        "How each article calls the main actors: Kim: A: Kim Jong-un 2, dirigeant 1; B: despote 1, Dirigeant 1; "
        "C: not mentioned."
    )
    assert prose.caption_naming(table).endswith("Made of 5 mentions in 3 articles.")
    none = designation_counts.wordings(SAID.head(0), DOCUMENTS)
    assert "<a " not in figures.svg(figures.naming(none))
    assert prose.alt_naming(none) == "How each article calls the main actors: nothing to draw."
    with language.speaking("fr"):
        assert "C\u00a0: non mentionné." in prose.alt_naming(table)
