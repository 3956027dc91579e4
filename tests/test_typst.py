import io
import random

import pikepdf
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.briefing import typst
from analysis.briefing.glyphs import breakable, shown
from analysis.briefing.grid import grid
from analysis.briefing.inline import quoted, run
from analysis.briefing.page import page
from analysis.briefing.sanitise import fragment
from analysis.briefing.tabular import Block
from analysis.briefing.tree import Element, walk, words
from analysis.briefing.typeset import Writer
from analysis.tables import BuildError


def made(*parts, **recoupe):
    cells = []
    for part in parts:
        output = new_output("display_data", data={"text/html": part, "text/plain": "-"})
        cells.append(new_code_cell("x", outputs=[output]) if part.startswith("<") else new_markdown_cell(part))
    return page(new_notebook(cells=cells, metadata={"recoupe": recoupe} if recoupe else {}))


def blocks(*parts):
    read = made(*parts)
    return Writer(read).blocks(read.body)


def opened(*parts, **recoupe):
    return pikepdf.open(io.BytesIO(typst.pdf(made(*parts, **recoupe))))


def table(columns, rows=2, name="measure", word=""):
    cells = "".join(f"<td>{word or column}</td>" for column in range(columns))
    return f'<table class="{name}"><thead><tr>{cells}</tr></thead><tbody>{f"<tr>{cells}</tr>" * rows}</tbody></table>'


@pytest.mark.parametrize(
    "text",
    ['#panic("x")', '"); #panic(', "\\u{41}", "$x$", "*a* _b_ `c` <d> @e", "// a", "[a] #[b]", "= a", "a\\", "~--..."],
)
def test_text_is_never_markup(text):
    paragraph = f"<p>{text.replace('<', '&lt;')}</p>"
    inert = text.replace("\\", "\\\\").replace('"', '\\"')
    assert blocks(paragraph)[0].source == f'#"{inert}"'
    typst.pdf(made(paragraph))


def test_spaces_stand_outside_the_quotes():
    assert run(" a \n b ") == ' #"a b" '
    assert run("\n ") == " "
    assert quoted('a "b"') == '"a \\"b\\""'


def test_the_pdf_is_tagged_titled_and_in_its_language():
    read = opened("## Une fusée", "<p>Déjà vu</p>", title="Où ?", lang="fr")
    assert read.Root.MarkInfo.Marked
    assert str(read.Root.Lang) == "fr"
    assert str(read.docinfo["/Title"]) == "Où ?"
    with read.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    with read.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Une fusée"]


WIDE = table(10, word="désoxyribonucléique")


def test_a_table_that_fits_stands_upright_whatever_its_columns():
    assert blocks(table(14), table(3, name="measure wide"))[0].kind == "table"
    assert [len(found) for found in (typst._placed(blocks(table(14), table(3, name="measure wide"))),)] == [2]


def test_wide_tables_turn_the_page_and_take_their_heading_along():
    read = opened("## Before", "text", "## Wide", '<p class="reading">r</p>', WIDE, "## After", table(3))
    boxes = [[float(side) for side in found.mediabox] for found in read.pages]
    assert [box[2] > box[3] for box in boxes] == [False, True, False]
    written = typst._placed(blocks("## Before", "text", "## Wide", '<p class="reading">r</p>', WIDE))
    assert written[-1].startswith("#landscape[#heading")
    assert len(written) == 3


def test_two_wide_tables_share_a_page():
    assert len(typst._placed(blocks("## A", WIDE, WIDE))) == 1


def test_links_lead_to_what_is_there():
    read = opened(
        '<p><a href="#e1">12</a> <a href="#e9">no</a> <a href="https://h.example/é">out</a></p>', '<p id="e1">x</p>'
    )
    annotations = [note for found in read.pages for note in found.get("/Annots", [])]
    assert len(annotations) == 2
    assert "https://h.example/" in str(annotations[1].A.URI)


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("topics-space.html#a", '#link("topics-space.pdf")[#"x"]'),
        ("https://h.example/a.html#b", '#link("https://h.example/a.html#b")[#"x"]'),
        ("notes.txt", '#"x"'),
    ],
)
def test_a_briefing_links_to_those_beside_it(target, source):
    assert blocks(f'<p><a href="{target}">x</a></p>')[0].source == source


def test_a_heading_keeps_its_words_and_loses_its_links():
    source = blocks("## See [*here*](#a)[^1]\n[b](#a)\n\n[^1]: n", '<p id="a">x</p>')[0].source
    assert source == '#heading(level: 1, outlined: true, bookmarked: true)[#"See" #emph[#"here"]]'


def test_footnotes_are_set_once_and_called_twice():
    source = typst.document(made(), blocks("a[^1] b[^1]\n\n[^1]: The *note*."))
    body = source[source.index("#cover(") :]
    assert body.count("#footnote[") == 1
    assert body.count("#again(") == 1


def test_date_comes_from_the_environment_or_is_left_out(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with opened("a") as undated:
        assert "/CreationDate" not in undated.docinfo
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with opened("a") as dated:
        assert "19700102" in str(dated.docinfo["/CreationDate"])


def test_same_bytes():
    parts = ("## A\n$x$", table(12), '<p id="e1">x</p><a href="#e1">y</a>')
    assert typst.pdf(made(*parts)) == typst.pdf(made(*parts))


def test_a_refused_block_is_set_as_text(monkeypatch):
    good, bad = Block('#"good"', "good"), Block('#panic("no")', "the words")
    monkeypatch.setattr(Writer, "blocks", lambda self, nodes: [good, bad])
    sources = []
    compiled = typst._compiled
    monkeypatch.setattr(typst, "_compiled", lambda source: sources.append(source) or compiled(source))
    assert typst.pdf(made("a")).startswith(b"%PDF")
    assert '#"good"' in sources[-1]
    assert '#aside[#"good"]' not in sources[-1]
    assert "the words" in sources[-1]
    assert "panic" not in sources[-1]


def test_what_cannot_be_mended_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setattr(typst, "_cover", lambda page: '#panic("no")')
    with pytest.raises(BuildError, match=r"the PDF of 'T' cannot be set: .*no"):
        typst.pdf(made("# T"))


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("déjà « vu » – œuvre", "déjà « vu » – œuvre"),
        ("Владивосток Ελλάδα", "Владивосток Ελλάδα"),
        ("🚀", "⟨rocket⟩"),
        ("👩‍🚀", "⟨woman⟩⟨rocket⟩"),
        ("金正恩", "▯▯▯"),
        ("e\u0301", "é"),
    ],
)
def test_signs_without_a_font_leave_a_trace(text, set_as):
    assert shown(text) == set_as


def test_long_words_may_break_and_lose_nothing():
    address = "https://h.example/" + "x" * 90
    assert breakable(address, 30).replace("\u200b", "") == address
    assert max(map(len, breakable(address, 30).split("\u200b"))) <= 30
    assert breakable("une phrase ordinaire", 30) == "une phrase ordinaire"


@pytest.mark.parametrize(
    ("source", "columns", "rows"),
    [
        ("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", 2, [["a", "b"], ["c", ""]]),
        ("<tr><td colspan=3>a</td></tr><tr><td>b</td></tr>", 3, [["a"], ["b", "", ""]]),
        ("<tr><td rowspan=9>a</td><td>b</td></tr><tr><td>c</td></tr>", 2, [["a", "b"], ["c"]]),
        ("<tr><td colspan=900>a</td><td rowspan=5>b</td></tr><tr><td>c</td></tr>", 2, [["a", "b"], ["c"]]),
        ("<tr><td rowspan=2>a</td></tr><tr><td>b</td><td>c</td></tr>", 3, [["a", "", ""], ["b", "c"]]),
        ("", 0, []),
    ],
)
def test_impossible_spans_become_a_grid_that_holds_every_cell(source, columns, rows):
    found = next(walk(fragment(f"<table>{source}</table>")))
    width, head, body = grid(found)
    assert (width, head) == (columns, [])
    assert [[words(cell.element) if cell.element else "" for cell in row] for row in body] == rows


def test_a_figure_too_large_is_scaled_and_keeps_its_words():
    drawing = Element("svg", {"viewBox": "0 0 4000 100", "width": "3000pt", "height": "75pt"})
    figure = Element("figure", {"aria-label": "A line"}, [drawing])
    block = Writer(made("a")).blocks([figure])[0]
    assert 'alt: "A line"' in block.source
    assert "width: 459.00pt" in block.source


TAGS = "p div section article table tr td th thead tbody ul ol li a mark span b sup h1 h2 h4 h6 pre code blockquote figure dl dt dd br hr img".split()  # noqa: E501, SIM905
ATTRIBUTES = ['id="a"', 'id="é"', 'href="#a"', 'href="#é"', "colspan=3", "rowspan=4", "lang=fr", "lang=q", "class=findings", "class=evidence", "class=source", "class=footnote-ref", "class=footnotes", "class=math", "class=wide", "start=7"]  # fmt: skip  # noqa: E501
TEXTS = ["mot", "déjà « vu »", "#let x", "<lab>", "@ref", "🚀", "金", "עברית", "\u200b", "x" * 80, "\\", "12", "ก็็"]


def junk(draw, depth=0):
    """HTML as nobody would write it."""
    if depth > 5 or draw.random() < 0.3:
        return draw.choice(TEXTS) + draw.choice(" \n")
    tag, given = draw.choice(TAGS), " ".join(draw.sample(ATTRIBUTES, draw.randint(0, 2)))
    inside = "".join(junk(draw, depth + 1) for _ in range(draw.randint(1, 4)))
    return f"<{tag} {given}>{inside}" + (f"</{tag}>" if draw.random() < 0.9 else "")


@pytest.mark.parametrize("seed", range(25))
def test_junk_is_set_without_repair(seed, monkeypatch):
    draw = random.Random(seed)
    monkeypatch.setattr(typst, "_plain", lambda block: pytest.fail(block.source))
    typst.pdf(made(*(f"<div>{junk(draw)}</div>" for _ in range(4)), "## H[^1]\n\n[^1]: n"))


def test_signs_stand_in_the_middle_without_the_words_for_who_listens():
    cell = '<td class="sign">●<span class="aloud"> told</span></td>'
    source = blocks(f"<table><tr><th>Fact</th>{cell}</tr></table>")[0].source
    assert "align: (left, center,)" in source
    assert "●" in source
    assert "told" not in source
