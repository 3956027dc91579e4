"""Every message has its entry in every catalogue, with the same values and the typography of the language."""

import json
import re
from pathlib import Path

import labels
import messages
import pytest
import shown

from analysis import language
from analysis.tables import ParameterError

FRENCH = {path.stem: path for path in language.catalogues("fr")}
NAMES = re.compile(r"\{(\w*)\}")


def translated() -> dict[tuple[str, str], tuple[str, ...]]:
    return {key: forms for path in FRENCH.values() for key, forms in language.entries(path).items()}


def test_every_message_has_a_french_entry():
    known = {message for message, context in translated() if not context}
    said = {message: " ".join(place) for (message, _), place in messages.said().items()}
    missing = {message: place for message, place in (shown.said() | said).items() if message not in known}
    assert missing == {}, pasted(missing)


def test_every_label_has_a_french_entry():
    known = {message for message, context in translated() if context == language.LABEL}
    missing = {label: place for label, place in labels.collected().items() if label not in known}
    assert missing == {}, pasted(missing, language.LABEL)


def pasted(missing, context=""):
    """What is missing, as entries to be pasted into a catalogue and translated there."""
    head = f'msgctxt "{context}"\n' if context else ""
    entries = [f'#: {place}\n{head}msgid {quoted(message)}\nmsgstr ""\n' for message, place in missing.items()]
    return "\n" + "\n".join(entries)


def quoted(message):
    return json.dumps(message, ensure_ascii=False)


def test_messages_are_literals_so_that_they_can_be_collected():
    assert messages.unreadable() == []


def test_plural_messages_have_two_french_forms():
    forms = translated()
    plural = {message for message in messages.said() if message[1]}
    assert {one for one, _ in plural if len(forms.get((one, ""), ("", ""))) != 2} == set()


@pytest.mark.parametrize("name", sorted(FRENCH))
def test_entries_hold_the_values_of_their_message(name):
    for (message, _), forms in language.entries(FRENCH[name]).items():
        for form in forms:
            assert set(NAMES.findall(form)) <= set(NAMES.findall(message)) | {"n"}, message
            assert set(NAMES.findall(message)) - {"n"} <= set(NAMES.findall(form)), message


@pytest.mark.parametrize("name", sorted(FRENCH))
def test_french_is_set_as_french_is(name):
    wrong = re.compile(r" [;:!?»%]|« |[\w)][;!?»](?!\w)|[\w)]:(?= |$)|(?<![\w}])'|'(?=\w)|[“”]")
    found = {form for forms in language.entries(FRENCH[name]).values() for form in forms if wrong.search(form)}
    assert found == set()


def test_two_catalogues_do_not_contradict_each_other():
    seen: dict[tuple[str, str], tuple[str, ...]] = {}
    for path in FRENCH.values():
        for key, forms in language.entries(path).items():
            assert seen.setdefault(key, forms) == forms, key


def test_no_entry_waits_for_its_translation():
    for path in FRENCH.values():
        text = Path(path).read_text("utf-8")
        assert "#, fuzzy" not in text
        assert not re.search(r'msgstr(\[\d\])? ""\n(?!")', text), path


def test_a_language_that_is_not_there_is_refused_by_name():
    with pytest.raises(ParameterError, match="no language 'de'; briefings speak en and fr"):
        language.use("de")


def test_french_counts_zero_in_the_singular_and_sets_its_numbers():
    with language.speaking("fr"):
        assert language.many(0, "{n} article", "{n} articles") == "0 article"
        assert language.many(1, "{n} article", "{n} articles") == "1 article"
        assert language.many(2000, "{n} article", "{n} articles") == "2\u202f000 articles"
        assert (language.decimal(-0.256), language.day("2023-09-01")) == ("−0,26", "1er septembre 2023")
    assert language.spoken() == "en"
    assert language.many(2, "{n} article", "{n} articles") == "2 articles"


def test_a_message_that_no_catalogue_knows_is_said_as_it_is():
    with language.speaking("fr"):
        assert language.say("An analyst's own caption") == "An analyst's own caption"
        assert language.word("a label of one's own") == "a label of one's own"


@pytest.mark.parametrize(
    ("label", "french"),
    [
        ("North Korea", "Corée du Nord"),
        ("United States", "États-Unis"),
        ("Ivory Coast", "Côte d’Ivoire"),
        ("Vostochny Cosmodrome", "cosmodrome de Vostotchny"),
        ("Kim Jong-un", "Kim Jong-un"),
        ("Le Monde", "Le Monde"),
        ("agences de presse russes", "agences de presse russes"),
    ],
)
def test_places_and_organisations_have_names_in_each_language_and_all_else_stays(label, french):
    assert language.named(label) == label
    with language.speaking("fr"):
        assert language.named(label) == language.word(label) == french


def test_a_name_is_not_taken_for_a_word_of_a_codebook():
    with language.speaking("fr"):
        assert language.word("government") == "gouvernement"
        assert language.named("government") == "government"


def test_dates_are_told_as_far_as_they_are_known():
    isos = ("2023-09-13", "2023-09", "2023", "2023-09-13T09:30", "yesterday", "")
    assert [language.day(iso) for iso in isos] == [
        "13 September 2023",
        "September 2023",
        "2023",
        "13 September 2023, 09:30",
        "yesterday",
        "",
    ]
    with language.speaking("fr"):
        assert [language.day(iso) for iso in isos[:2]] == ["13 septembre 2023", "septembre 2023"]
        assert language.day(isos[3]) == "13 septembre 2023, 09\u00a0h\u00a030"


def test_a_missing_entry_is_shown_ready_to_be_pasted():
    assert pasted({'A "new" fact': "matrix.py 3"}, language.LABEL) == (
        '\n#: matrix.py 3\nmsgctxt "label"\nmsgid "A \\"new\\" fact"\nmsgstr ""\n'
    )


@pytest.mark.parametrize(
    ("label", "french"),
    [
        ("Vladimir Putin", "Vladimir Poutine"),
        ("Russia acts: helping", "Russie agit\u00a0: aider"),
        ("North Korea undergoes", "Corée du Nord subit"),
        ("no medium named – Russia", "aucun média nommé – Russie"),
        ("AFP-2: x", "AFP-2\u00a0: x"),
        ("Theatre acts", "Theatre agit"),
        ("", ""),
    ],
)
def test_a_composed_label_has_its_parts_in_french(label, french):
    assert language.word(label) == label
    with language.speaking("fr"):
        assert language.word(label) == french
