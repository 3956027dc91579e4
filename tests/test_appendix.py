import io

import pikepdf
import pytest
from printed import article, drawing, elements, entry, hit, links, opened, page, part, tags

from analysis.briefing import typst
from analysis.briefing.typeset import Writer
from analysis.language import speaking

ENTRY = entry(
    "Space <small>(topic, 3 sentences)</small>",
    part("A", "1|Une *fusée* part.", "2|Une *lune*."),
    part("B", "1|A *rocket*.", lang="en"),
)
ARTICLES = article("A", "Une fusée part.", "Une lune.") + article("B", "A rocket.", lang="en")
WAR = entry("War", part("A", "2|Une *guerre*.", label="topic-war"), label="topic-war")


def sources(*parts):
    made = page(*parts)
    return [block.source for block in Writer(made).blocks(made.body)]


def test_an_entry_stands_once_with_its_number_and_its_sentences():
    made = sources('<p><a href="#evidence-topic-space">3</a></p>', ENTRY, ENTRY, ARTICLES)
    entries = [source for source in made if "#entry(" in source]
    assert len(entries) == 1
    assert entries[0].count("fusée") == 1
    assert '#said("A"' in entries[0]
    assert '#said("B"' in entries[0]


def test_parts_that_are_not_linked_are_given_by_their_numbers():
    made = next(
        one for one in sources('<p><a href="#evidence-topic-space-A">2</a></p>', ENTRY, ARTICLES) if "#entry(" in one
    )
    assert "rocket" not in made
    assert '#also(("B", (("1", "unit-B-0"), )))' in made


def test_entries_that_nothing_links_to_are_left_out_and_that_is_said():
    made = sources('<p><a href="#evidence-topic-space">3</a></p>', ENTRY, WAR)
    assert not any("guerre" in source for source in made)
    assert any("1 entry that nothing in this document refers to is left out" in source for source in made)
    assert "Nothing in this document refers to" in sources("<p>x</p>", WAR)[1]


def test_the_appendix_stands_where_the_evidence_does_or_at_the_end():
    made = page(
        '<h2>F</h2><p><a href="#evidence-topic-space">3</a></p><h2>E</h2><p>How</p>', ENTRY, "<h2>A</h2>", ARTICLES
    )
    placed = typst._placed(Writer(made).blocks(made.body))
    assert placed[-1].startswith("#appendix[#heading")
    assert placed[-1].count("#newspaper[") == 2
    assert "How" in placed[-1]


def test_links_lead_to_entries_entries_to_sentences_and_back_to_pages():
    read = opened(
        page('<h2>F</h2><p><a href="#evidence-topic-space-A">2</a></p><h2>E</h2>', ENTRY, "<h2>A</h2>", ARTICLES)
    )
    said = links(read)
    assert said[0] == (1, "[1A] Space (topic, 3 sentences), page 2")
    assert (2, "page 1") in said
    assert (2, "A 2, page 2") in said


def test_parts_of_a_figure_are_links_at_their_place_and_named_under_it():
    figure = drawing(hit("evidence-topic-space-A", "A, space: 2 of 2", 100, 100, 40, 20))
    read = opened(page("<h2>F</h2>", figure, ENTRY, ARTICLES))
    note = next(note for note in read.pages[0].Annots if "[1A]" in str(note.Contents))
    left, low, right, high = (float(side) for side in note.Rect)
    assert (round(right - left), round(high - low)) == (20, 10)
    assert "Figure" in tags(read)
    source = next(one for one in sources(figure, ENTRY) if "#picture(" in one)
    assert "Evidence: [1]." in source
    assert 'class=\\"hit' not in source


def test_the_data_of_a_figure_are_attached_and_named():
    read = opened(page(drawing()))
    assert list(read.attachments) == ["squares.csv"]
    assert read.attachments["squares.csv"].get_file().read_bytes() == "a,b\n1,é\n".encode()
    assert list(opened(page(drawing(), drawing())).attachments) == ["squares-2.csv", "squares.csv"]


def test_articles_keep_their_words_and_their_language():
    marked = '<p id="unit-A-0"><mark>Une <mark>fusée</mark></mark> part ! <span class="aloud">no</span></p>'
    made = sources(f'<article class="source-text" id="article-A" lang="fr"><h3>A</h3>{marked}</article>')
    assert made[1] == '#unit(none, "1", "A", "fr", "plain")[#"Une fusée part !"]'


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "Un nombre entre crochets"), ("en", "A number in brackets"), ("de", "A number")]
)
def test_the_frame_speaks_the_language_of_the_page(lang, said):
    made = page('<p><a href="#evidence-topic-space">3</a></p>', ENTRY, lang=lang)
    with speaking(lang if lang == "fr" else "en"):
        assert any(said in block.source for block in Writer(made).blocks(made.body))
    assert str(opened(made).Root.Lang) == lang


def test_quotations_in_another_language_are_marked():
    read = opened(page('<h2>F</h2><p><a href="#evidence-topic-space">3</a></p>', ENTRY, ARTICLES, lang="fr"))
    assert "en" in {str(one.Lang) for one in elements(read.Root.StructTreeRoot) if "/Lang" in one}


def test_hostile_titles_and_marks_are_set_as_they_are():
    hostile = entry('#panic("x") "] $', part("AFP-2", '1|"] #let *x* = \\u{41}', label="a-b"), label="a-b")
    made = page('<p><a href="#evidence-a-b-AFP-2">1</a></p>', hostile)
    with pikepdf.open(io.BytesIO(typst.pdf(made))) as read:
        assert any("AFP-2" in said for _, said in links(read))
