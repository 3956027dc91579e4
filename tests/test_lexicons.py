"""Lexicon files: what is refused and in which words, an analyst's own folder, and the packaged files themselves."""

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd
import pytest

from analysis import lexicons, patterns, tables
from analysis.tables import LexiconError

HEADER = ",".join(lexicons.COLUMNS)
GOOD = "xx-topic-missile,military,missile*,,Deux missiles volent.,Un missel est ouvert.,"


def folder(path, lines=(GOOD,), name="xx/topic.csv", header=HEADER):
    """A folder of lexicons in a language of its own, so that only its rules are loaded."""
    file = path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def refusal(path):
    with pytest.raises(LexiconError) as error:
        lexicons.load(["xx"], path)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_one_row_is_one_rule(tmp_path):
    rules = lexicons.load(["xx"], folder(tmp_path))
    expected = {
        "rule": "xx-topic-missile",
        "layer": "topic",
        "label": "military",
        "lang": "xx",
        "pattern": "missile*",
        "context": "",
        "example": "Deux missiles volent.",
        "counterexample": "Un missel est ouvert.",
        "note": "",
    }
    pd.testing.assert_frame_equal(rules, pd.DataFrame([expected]).astype("str"))


def row(**changed):
    cells = dict(zip(lexicons.COLUMNS, GOOD.split(","), strict=True)) | changed
    return ",".join(f'"{cells[column]}"' for column in lexicons.COLUMNS)


def test_a_rule_with_a_slot_is_proved_with_the_evidence_of_the_others(tmp_path):
    folder(tmp_path, ["xx-actor-ru,Russia,russe*,,Un pont russe.,Un pont.,state"], name="xx/actor.csv")
    slot = {"pattern": "ministre* <state>", "example": "Le ministre russe est venu."}
    assert len(lexicons.load(["xx"], folder(tmp_path, [row(**slot, counterexample="Le ministre est venu.")]))) == 2
    assert refusal(folder(tmp_path, [row(**slot, counterexample="La ministre russe.")])).startswith(
        "xx/topic.csv, row 2, rule 'xx-topic-missile': 'ministre* <state>' matches its own counterexample"
    )
    assert refusal(folder(tmp_path, [row(**slot | {"example": "Le ministre chinois."})])).startswith(
        "xx/topic.csv, row 2, rule 'xx-topic-missile': 'ministre* <state>' does not match its own example"
    )


def test_a_counterexample_may_hold_a_longer_name_or_words_that_none_recognises(tmp_path):
    sudan = "xx-place-sudan,Sudan,Soudan,,Le Soudan vote.,Le Soudan du Sud vote.,state"
    south = "xx-place-south,South Sudan,Soudan du Sud,,Le Soudan du Sud vote.,Le Soudan vote.,state"
    none = "xx-place-none,none,Soudan[ du Sud],,Le Soudan du Sud vote.,Le Soudan vote.,"
    for beside in (south, none):
        assert len(lexicons.load(["xx"], folder(tmp_path, [sudan, beside], name="xx/place.csv"))) == 2
    assert refusal(folder(tmp_path, [sudan], name="xx/place.csv")).startswith(
        "xx/place.csv, row 2, rule 'xx-place-sudan': 'Soudan' matches its own counterexample"
    )


HERE = "xx/topic.csv, row 3"
REFUSED = {
    "example": (
        row(rule="b", example="Un missel."),
        f"{HERE}, rule 'b': 'missile*' does not match its own example 'Un missel.'",
    ),
    "counterexample": (
        row(rule="b", counterexample="Le MISSILE."),
        f"{HERE}, rule 'b': 'missile*' matches its own counterexample 'Le MISSILE.'",
    ),
    "example of an expression": (
        row(rule="b", pattern="re:missiles?!"),
        f"{HERE}, rule 'b': 're:missiles?!' does not match its own example 'Deux missiles volent.'",
    ),
    "counterexample of an expression": (
        row(rule="b", pattern="re:miss"),
        f"{HERE}, rule 'b': 're:miss' matches its own counterexample 'Un missel est ouvert.'",
    ),
    "no rule": (row(rule=""), f"{HERE}: the rule is empty"),
    "no label": (row(rule="b", label=" "), f"{HERE}: the label is empty"),
    "no example": (row(rule="b", example=""), f"{HERE}: the example is empty"),
    "no counterexample": (row(rule="b", counterexample=""), f"{HERE}: the counterexample is empty"),
    "no pattern": (row(rule="b", pattern=""), f"{HERE}, rule 'b': '' does not begin with a letter or a digit"),
    "star inside": (
        row(rule="b", pattern="mis*le"),
        f"{HERE}, rule 'b': 'mis*le' has a * that does not begin or end a word; write re: for other shapes",
    ),
    "bad expression": (row(rule="b", pattern="re:(a"), f"{HERE}, rule 'b': 're:(a' is not an expression: missing )"),
    "empty expression": (row(rule="b", pattern="re:a*"), f"{HERE}, rule 'b': 're:a*' matches where there is nothing"),
    "context": (
        row(rule="b", context="article|title"),
        f"{HERE}, rule 'b': context 'title' is no layer or layer:label, nor article or main or states",
    ),
    "context of none": (row(rule="b", label="none", context="actor"), f"{HERE}, rule 'b': the label 'none' takes no"),
    "used twice": (row(), f"{HERE}: rule 'xx-topic-missile' is already in xx/topic.csv, row 2"),
    "a comma too many": (GOOD + ",", f"{HERE}: 8 cells, expected 7"),
    "a comma too few": (GOOD[:-1], f"{HERE}: 6 cells, expected 7"),
}


@pytest.mark.parametrize(("line", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_rule_is_refused_with_file_and_row(tmp_path, line, sentence):
    assert refusal(folder(tmp_path, [GOOD, line])).startswith(sentence)


def test_the_row_is_the_line_an_editor_shows(tmp_path):
    assert refusal(folder(tmp_path, [GOOD, "", ",,,,,,", row(rule="b", label="")])) == (
        "xx/topic.csv, row 5: the label is empty"
    )


def test_an_expression_that_runs_for_ever_is_refused_with_file_and_row(tmp_path, monkeypatch):
    monkeypatch.setattr(patterns, "SECONDS", 0.1)
    line = row(rule="b", pattern="re:(a|aa)+$", example="a" * 60 + "b")
    assert refusal(folder(tmp_path, [line])) == (
        "xx/topic.csv, row 2, rule 'b': 're:(a|aa)+$' takes over 0.1 s on one text; simplify it"
    )


def test_an_id_is_unique_over_files(tmp_path):
    path = folder(folder(tmp_path), name="xx/frame.csv")
    assert refusal(path) == "xx/topic.csv, row 2: rule 'xx-topic-missile' is already in xx/frame.csv, row 2"


@pytest.mark.parametrize("column", lexicons.COLUMNS)
def test_a_missing_column_is_refused(tmp_path, column):
    kept = [name for name in lexicons.COLUMNS if name != column]
    path = folder(tmp_path, [], header=",".join(kept))
    assert refusal(path) == f"xx/topic.csv: no column {column!r}; a lexicon has {', '.join(lexicons.COLUMNS)}"


def test_columns_may_stand_in_another_order_beside_others(tmp_path):
    names = [*reversed(lexicons.COLUMNS), "author"]
    path = folder(tmp_path, [",".join([*reversed(GOOD.split(",")), "me"])], header=",".join(names))
    assert list(lexicons.load(["xx"], path)["pattern"]) == ["missile*"]


def test_a_layer_that_there_is_not_is_refused(tmp_path):
    path = folder(tmp_path, name="xx/topics.csv")
    assert re.fullmatch(r".*xx/topics\.csv: there is no layer 'topics'; the layers are topic, .*", refusal(path))


@pytest.mark.parametrize("name", ["French", "fr-BE", "EN", "x"])
def test_a_folder_that_is_no_language_code_is_refused(tmp_path, name):
    assert refusal(folder(tmp_path, name=f"{name}/topic.csv")) == (
        f"{tmp_path}/{name}/topic.csv: the folder names a language by its code, such as fr or en, not {name!r}"
    )


@pytest.mark.parametrize("content", [b"", "rule;label\nété".encode("latin-1"), f'{HEADER}\na,"b'.encode()])
def test_a_file_that_is_no_table_is_refused(tmp_path, content):
    file = folder(tmp_path) / "xx" / "topic.csv"
    file.write_bytes(content)
    assert refusal(tmp_path).startswith("xx/topic.csv: n")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path):
    file = folder(tmp_path) / "xx" / "topic.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    rules = lexicons.load(["xx"], tmp_path)
    assert list(rules["rule"]) == ["xx-topic-missile"]
    assert list(rules["note"]) == [""]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_lexicons_is_refused(tmp_path, name):
    (tmp_path / "empty").mkdir()
    assert refusal(tmp_path / name) == f"{tmp_path / name}: no <lang>/<layer>.csv in this folder of lexicons"


def test_words_such_as_na_stay_words(tmp_path):
    line = "xx-topic-na,NA,NA,,La NA est là.,Rien.,null"
    rules = lexicons.load(["xx"], folder(tmp_path, [line]))
    assert rules.loc[0, ["label", "pattern", "note"]].tolist() == ["NA", "NA", "null"]


def test_a_file_without_rules_is_a_layer_without_rules(tmp_path):
    rules = lexicons.load(["xx"], folder(tmp_path, []))
    pd.testing.assert_frame_equal(rules, tables.empty("rules"))


def test_languages_may_be_one_a_list_or_what_is_read_once(tmp_path):
    path = folder(tmp_path)
    for langs in ("xx", ["xx"], iter(["xx", "yy"])):
        assert len(lexicons.load(langs, path)) == 1


# An analyst's folder beside the packaged files. The packaged ones stand in a small folder here.


@pytest.fixture
def packaged(tmp_path, monkeypatch):
    path = folder(tmp_path / "packaged")
    folder(path, [row(rule="xx-frame-fear", label="threat")], name="xx/frame.csv")
    monkeypatch.setattr(lexicons, "PACKAGED", path)
    return path


def test_an_analysts_file_replaces_a_layer(packaged, tmp_path):
    own = folder(tmp_path / "own", [row(rule="mine", label="climate")])
    assert list(lexicons.load(["xx"], own)["rule"]) == ["mine", "xx-frame-fear"]


def test_an_analysts_file_adds_a_layer_and_a_language(packaged, tmp_path):
    own = folder(tmp_path / "own", [row(rule="mine")], name="xx/loaded.csv")
    folder(own, [row(rule="ours")], name="yy/topic.csv")
    assert list(lexicons.load(["xx", "yy"], own)["rule"]) == ["mine", "ours", "xx-frame-fear", "xx-topic-missile"]


def test_languages_are_those_of_the_package_and_of_the_analyst(packaged, tmp_path):
    assert lexicons.languages() == lexicons.languages("") == ["xx"]
    assert lexicons.languages(folder(tmp_path / "own", name="yy/topic.csv")) == ["xx", "yy"]


def test_an_analysts_file_may_not_use_a_packaged_id(packaged, tmp_path):
    own = folder(tmp_path / "own", name="xx/loaded.csv")
    assert refusal(own) == "xx/topic.csv, row 2: rule 'xx-topic-missile' is already in xx/loaded.csv, row 2"


def test_labels_are_listed_without_none(tmp_path):
    path = folder(tmp_path, [GOOD, row(rule="b", label="none"), row(rule="c", label="diplomacy")])
    rules = lexicons.load(["xx"], path)
    assert lexicons.labels(rules, "topic") == ["diplomacy", "military"]
    assert lexicons.labels(rules, "frame") == []


# The packaged files, whatever stands on disk.

FILES = sorted(path for path in lexicons.PACKAGED.glob("*/*.csv") if path.parent != lexicons.CONCEPTS)
LANGS = sorted({file.parent.name for file in FILES})
SHARED = sorted({file.stem for file in FILES} - {"abbreviation", "beside", "boilerplate"})
"""Layers whose labels an analyst compares across languages."""


def on_disk(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def named(file):
    return f"{file.parent.name}/{file.name}"


@pytest.fixture(scope="module")
def rules():
    return lexicons.load(LANGS)


def test_french_and_english_are_packaged():
    assert lexicons.languages() == LANGS
    assert {"en", "fr"} <= set(LANGS)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_packaged_file_loads_whole(file, rules):
    own = rules[(rules["lang"] == file.parent.name) & (rules["layer"] == file.stem)]
    assert sorted(own["rule"]) == sorted(line["rule"] for line in on_disk(file))
    assert len(own) > 0


@pytest.mark.parametrize("layer", SHARED)
def test_labels_are_equal_across_languages(layer):
    files = [lexicons.PACKAGED / lang / f"{layer}.csv" for lang in LANGS]
    assert [named(file) for file in files if not file.exists()] == []
    labels = {named(file): sorted({line["label"] for line in on_disk(file)} - {lexicons.NONE}) for file in files}
    first = labels[named(files[0])]
    assert labels == dict.fromkeys(labels, first)


@pytest.mark.parametrize("file", FILES, ids=named)
def test_ids_name_language_and_layer(file):
    shape = re.compile(rf"{file.parent.name}-{file.stem}-[a-z0-9]+(-[a-z0-9]+)*")
    assert [line["rule"] for line in on_disk(file) if not shape.fullmatch(line["rule"])] == []


@pytest.mark.parametrize("file", FILES, ids=named)
def test_no_two_rules_of_a_file_say_the_same(file):
    same = Counter(
        (
            line["label"],
            patterns.expression(line["pattern"]) if not patterns.SLOT.search(line["pattern"]) else line["pattern"],
        )
        for line in on_disk(file)
    )
    assert [key for key, number in same.items() if number > 1] == []


@pytest.mark.parametrize("file", FILES, ids=named)
def test_files_are_plain_text(file):
    content = file.read_bytes().decode("utf-8")
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f\ufeff]", content) == []
    assert content.endswith("\n")
    assert [line["rule"] for line in on_disk(file) if line["label"] != line["label"].strip()] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_context_asks_for_a_label_that_there_is(lang, rules):
    own = rules[rules["lang"] == lang]
    known = defaultdict(set)
    for layer, label in zip(own["layer"], own["label"], strict=True):
        known[layer].add(label)
    asked = {need for context in own["context"] for need in context.split("|") if ":" in need}
    assert sorted(need for need in asked if need.split(":")[1] not in known[need.split(":")[0]]) == []


def test_examples_are_not_taken_from_the_sample_articles(rules):
    seeds = Path(__file__).parents[1] / "seeds"
    texts = [re.sub(r"\s+", " ", file.read_text(encoding="utf-8")) for file in sorted(seeds.glob("*.txt"))]
    assert len(texts) == 5
    long = rules[rules["example"].str.len() >= 25]
    assert (
        sorted(rule for rule, said in zip(long["rule"], long["example"], strict=True) if any(said in t for t in texts))
        == []
    )


@pytest.mark.parametrize(
    "path", sorted(lexicons.PACKAGED.glob("??/*.csv")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_the_cells_of_packaged_rules_are_well_formed(path):
    for row in lexicons.read(path):
        lexicons.check(row | {"lang": path.parent.name, "layer": path.stem})
