"""The running words of articles: which are names, which are quoted, which are left out."""

import worded

from analysis import lemmatised, tables


def words(documents, units, statements=None, actors=None):
    none = tables.empty
    return lemmatised.words(
        documents,
        units,
        none("statements") if statements is None else statements,
        none("actors") if actors is None else actors,
    )


def test_each_word_with_its_place_lemma_and_kind():
    documents, units = worded.corpus({"A": ["Deux avions ont été livrés à l’armée en 2024."]})
    found = words(documents, units)
    assert found[["match", "lemma", "kind"]].values.tolist() == [
        ["Deux", "deux", "number"],
        ["avions", "avion", "word"],
        ["ont", "avoir", "function"],
        ["été", "être", "function"],
        ["livrés", "livrer", "word"],
        ["à", "à", "function"],
        ["l", "l", "function"],
        ["armée", "armée", "word"],
        ["en", "en", "function"],
    ]
    text = documents["text"].iloc[0]
    assert [text[start:end] for start, end in found[["start", "end"]].itertuples(index=False)] == found[
        "match"
    ].tolist()


def test_titles_count_and_captions_do_not():
    documents, units = worded.corpus({"A": ["title: Un missile raté", "Le tir échoue.", "caption: Une fusée, hier."]})
    found = words(documents, units)
    assert found.loc[found["kind"] == "word", "lemma"].tolist() == ["missile", "rater", "tir", "échouer"]
    assert "fusée" not in set(found["lemma"])


def test_mentions_of_actors_are_names_and_not_the_words_beside_them():
    documents, units = worded.corpus({"A": ["Le président Aldo Ferrant parle."]})
    actors = worded.spans("actors", documents, ("A", "Aldo Ferrant"), kind="person", actor="Aldo Ferrant")
    found = words(documents, units, actors=actors).set_index("match")["kind"]
    assert found[["président", "Aldo", "Ferrant", "parle"]].tolist() == ["word", "name", "name", "word"]


def test_small_words_of_a_name_stay_words_and_adjectives_of_states_are_names():
    documents, units = worded.corpus(
        {"A": ["Le ministère de la Défense et l’armée algérienne, dit un tireur algérien."]}
    )
    state = worded.spans("actors", documents, ("A", "armée algérienne"), kind="state", how="government")
    bare = worded.spans("actors", documents, ("A", "algérien."), kind="state", how="adjective")
    office = worded.spans("actors", documents, ("A", "ministère de la Défense"), kind="organisation", how="gazetteer")
    bare = bare.assign(match="algérien", end=bare["end"] - 1)
    actors = tables.table("actors", [*office.to_dict("records"), *state.to_dict("records"), *bare.to_dict("records")])
    kinds = words(documents, units, actors=actors).set_index("match")["kind"]
    assert kinds[["ministère", "Défense", "armée", "algérienne", "algérien", "tireur"]].tolist() == [
        "word",
        "name",
        "word",
        "name",
        "name",
        "word",
    ]


def test_what_is_only_written_with_a_capital_is_a_name():
    documents, units = worded.corpus(
        {"A": ["La fusée du groupe Vaudrel a décollé.", "Vaudrel se tait."], "B": ["Le Conseil siège.", "Un conseil."]}
    )
    kinds = words(documents, units).drop_duplicates("lemma").set_index("lemma")["kind"]
    assert kinds[["vaudrel", "conseil", "fusée"]].tolist() == ["name", "word", "word"]


def test_the_first_word_and_the_words_of_a_title_are_no_names_for_their_capitals():
    documents, units = worded.corpus({"A": ["title: Missile Launch Condemned", "Sanctions loom."]}, lang="en")
    found = words(documents, units)
    assert set(found["kind"]) == {"word"}


def test_only_what_somebody_says_is_quoted():
    documents, units = worded.corpus({"A": ["Il dit « la paix viendra » et parle de « trêve »."]})
    direct = worded.spans("statements", documents, ("A", "la paix viendra"), kind="direct")
    scare = worded.spans("statements", documents, ("A", "trêve"), kind="scare")
    both = tables.table("statements", [*direct.to_dict("records"), *scare.to_dict("records")])
    voice = words(documents, units, both).set_index("match")["voice"]
    assert voice[["dit", "paix", "viendra", "parle", "trêve"]].tolist() == ["own", "quoted", "quoted", "own", "own"]


def test_nothing_keeps_its_columns():
    found = words(tables.empty("documents"), tables.empty("units"))
    assert found.empty
    assert found.dtypes.astype(str).to_dict() == lemmatised.COLUMNS
