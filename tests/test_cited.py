import pytest

from analysis.briefing.cited import cited
from analysis.briefing.grid import grid
from analysis.briefing.references import Reference
from analysis.briefing.sanitise import fragment
from analysis.briefing.tree import walk, words

KNOWN = {f"e{number}{letter}": Reference(number, letter) for number in (1, 2, 3) for letter in ("", "A", "B")}


def shown(*rows):
    """The cells of a table as they are printed; `12>e1A` is a link."""
    html = "".join(f"<tr>{''.join(_cell(cell, 'td') for cell in row)}</tr>" for row in rows[1:])
    head = "".join(_cell(cell, "th") for cell in rows[0])
    table = next(walk(fragment(f"<table><thead><tr>{head}</tr></thead><tbody>{html}</tbody></table>")))
    _, top, body = grid(table)
    made = cited(top, body, KNOWN)
    return [[_printed(cell.element, made) for cell in row] for row in [*top, *body]]


def _cell(said, tag):
    text, _, target = said.partition(">")
    return f'<{tag}><a href="#{target}">{text}</a></{tag}>' if target else f"<{tag}>{text}</{tag}>"


def _printed(cell, made):
    marks = [made.at.get(id(one), "") for one in walk(cell.children)] + [made.added.get(id(cell), "")]
    return words(cell) + "".join(f"[{mark}]" for mark in marks if mark)


@pytest.mark.parametrize(
    ("why", "rows", "printed"),
    [
        (
            "a row of one entry: its number once, the letters are those of the columns",
            [("Topic", "A (of 9)", "B"), ("space>e1", "3>e1A", "4>e1B"), ("war>e2", "1>e2A", "–")],
            [["Topic", "A (of 9)", "B"], ["space[1]", "3", "4"], ["war[2]", "1", "–"]],
        ),
        (
            "without a link at the row's head the number is added there",
            [("Topic", "A", "B"), ("space", "3>e1A", "4>e1B")],
            [["Topic", "A", "B"], ["space[1]", "3", "4"]],
        ),
        (
            "letters that no head tells stand at their links",
            [("Topic", "first", "second"), ("space", "3>e1A", "4>e1B")],
            [["Topic", "first", "second"], ["space[1]", "3[A]", "4[B]"]],
        ),
        (
            "a column of one entry: the number at its head, the letters are those of the rows",
            [("Source", "space", "war"), ("A", "3>e1A", "1>e2A"), ("B", "4>e1B", "2>e2B")],
            [["Source", "space[1]", "war[2]"], ["A", "3", "1"], ["B", "4", "2"]],
        ),
        (
            "else each has its own",
            [("Source", "first"), ("A", "3>e1A"), ("B", "4>e2B")],
            [["Source", "first"], ["A", "3[1A]"], ["B", "4[2B]"]],
        ),
        ("an unknown target has none", [("x", "y"), ("a", "3>e9")], [["x", "y"], ["a", "3"]]),
    ],
)
def test_numbers_stand_where_they_are_needed(why, rows, printed):
    assert shown(*rows) == printed, why
