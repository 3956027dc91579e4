from analysis.briefing import kwic
from analysis.briefing.grid import grid
from analysis.briefing.sanitise import fragment
from analysis.briefing.tree import text, walk
from analysis.briefing.widths import UPRIGHT, width

BEFORE = "ouvelle rencontre au sommet que le dirigeant avait longtemps voulue et que la "
BEHIND = " du pays avait annoncée depuis des mois, sans croire qu’el"
ROW = f"<tr><th>A</th><td>{BEFORE}</td><td>presse</td><td>{BEHIND}</td></tr>"


def rows(source):
    return grid(next(walk(fragment(f"<table>{source}</table>"))))[2]


def test_the_columns_fill_the_page_and_both_sides_are_equal():
    made = kwic.columns(rows(ROW))
    assert made.columns[1] == made.columns[3]
    assert abs(sum(made.columns) - UPRIGHT) < 0.01


def test_whole_words_that_fit_on_a_line_are_kept():
    before, behind = (text(kwic.fitted(rows(ROW)[0], 150)[place].element) for place in (1, 3))
    assert BEFORE.endswith(f" {before}")
    assert behind.startswith(" du pays")
    assert all(width(said) * kwic.SIZE <= 150 for said in (before, behind))


def test_short_contexts_and_rows_of_another_kind_stay():
    short = rows("<tr><td>A</td><td>Le </td><td>roi</td><td> dort</td></tr>")[0]
    assert [text(cell.element) for cell in kwic.fitted(short, 150)] == ["A", "Le ", "roi", " dort"]
    spanned = rows("<tr><td colspan=4>nothing</td></tr>")[0]
    assert kwic.fitted(spanned, 150) == spanned


def test_a_word_longer_than_the_line_is_left_out():
    long = rows(f"<tr><td>A</td><td>{'x' * 5000}</td><td>roi</td><td>b</td></tr>")[0]
    assert text(kwic.fitted(long, 150)[1].element) == ""
