from printed import SPACE, article, drawing, entry, hit, page, part

from analysis.briefing.references import references

BODY = (
    '<p><a href="#evidence-topic-war">3</a>, <a href="#evidence-topic-space-B">2</a>, '
    '<a href="#evidence-topic-space">5</a>, <a href="#nowhere">x</a></p>'
)
SPACE_ENTRY = entry("Space", part("A", "1|Une *fusée*."), part("B", "2|La *lune*."))
WAR = entry("War", part("A", "1|La *guerre*.", label="topic-war"), label="topic-war")
UNUSED = entry("Peace", part("A", "1|La *paix*.", label="topic-peace"), label="topic-peace")


def shown(made):
    return {name: str(reference) for name, reference in references(made).at.items()}


def test_entries_are_numbered_as_they_are_mentioned_and_their_parts_lettered():
    assert shown(page(BODY, SPACE_ENTRY, WAR, UNUSED)) == {
        "evidence-topic-war": "1",
        "evidence-topic-space-B": "2B",
        "evidence-topic-space": "2",
    }


def test_what_nothing_links_to_is_left_out_and_counted():
    made = references(page(BODY, SPACE_ENTRY, WAR, UNUSED))
    assert [entry.name for entry in made.entries] == ["evidence-topic-war", SPACE]
    assert made.left == 1


def test_links_inside_the_evidence_and_the_articles_mention_nothing():
    inside = entry("Space", part("A", '1|Une <a href="#evidence-topic-war">*fusée*</a>.'))
    made = page(inside, WAR, article("A", '<a href="#evidence-topic-war">x</a>'))
    assert shown(made) == {}


def test_parts_of_figures_and_footnotes_mention():
    notes = {"fn-1": page('<p><a href="#evidence-topic-war">n</a></p>').body}
    made = page(drawing(hit("evidence-topic-space-A", "A", 0, 0, 9, 9)), SPACE_ENTRY, WAR, notes=notes)
    assert shown(made) == {"evidence-topic-space-A": "1A", "evidence-topic-war": "2"}


def test_an_entry_without_parts_holds_its_own_sentences():
    alone = '<section class="evidence" id="evidence-x-y"><h3>Y</h3><ol><li>One</li><li>Two</li></ol></section>'
    made = references(page('<p><a href="#evidence-x-y">2</a></p>', alone))
    assert [len(part.items) for part in made.entries[0].parts] == [2]
    assert str(made.at["evidence-x-y"]) == "1"
