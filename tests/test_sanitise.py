import json
from pathlib import Path

import pytest

from analysis.briefing import svg
from analysis.briefing.sanitise import DEPTH, clean, fragment, link, slug
from analysis.briefing.tree import walk, write

CASES = json.loads((Path(__file__).parent / "cases" / "sanitise.json").read_text(encoding="utf-8"))
FRAME = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_only_what_is_allowed_is_kept(case):
    assert write(fragment(case["html"])) == case["kept"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_was_kept_once_is_kept_again(case):
    assert write(fragment(case["kept"])) == case["kept"]


def test_a_bomb_of_nested_elements_is_flattened_and_keeps_its_words():
    nodes = fragment("<div>" * 5000 + "end" + "</div>" * 5000)
    assert len(list(walk(nodes))) < DEPTH
    assert "end" in write(nodes)


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("#a", "#a"),
        ("mailto:desk@h.example", "mailto:desk@h.example"),
        ("vbscript:x", ""),
        ("\x01javascript:x", ""),
        ("java\u200bscript:x", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_links_go_by_few_schemes(target, kept):
    assert link(target) == kept


def test_slugs_are_plain():
    assert slug("Où l’espace est-il nommé ?") == "ou-l-espace-est-il-nomme"
    assert slug("金正恩") == "section"


def test_line_ends_are_one_kind():
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("<script>x()</script>", ""),
        ('<rect width="1" onclick="x()"/>', '<rect width="1"/>'),
        ('<a href="javascript:x()"><rect/></a>', ""),
        ("<foreignObject><p>x</p></foreignObject>", ""),
        ("<style>*{fill:red}</style>", ""),
        ('<use xlink:href="#m"/>', '<use href="#m"/>'),
        ('<use xlink:href="https://h.example/#m"/>', "<use/>"),
        ('<image href="https://h.example/p.png"/>', "<image/>"),
        ('<rect fill="url(https://h.example/#g)"/>', "<rect/>"),
        ('<rect style="fill: url(#g); background: url(//h); stroke: #1a1a1a"/>',
         '<rect style="fill: url(#g); stroke: #1a1a1a"/>'),
        ('<rect style="fill: r\\65 d; fill: expression(x)"/>', "<rect/>"),
        ('<rect style="position: fixed; fill: none"/>', '<rect style="fill: none"/>'),
        ("<text>a &lt;b&gt;</text>", "<text>a &lt;b&gt;</text>"),
        ('<animate attributeName="href" to="javascript:x()"/>', ""),
    ],
)  # fmt: skip
def test_a_drawing_holds_shapes_and_words_only(source, kept):
    drawing = svg.figure(FRAME.format(source))
    assert drawing is not None
    whole = '<svg xmlns="http://www.w3.org/2000/svg"'
    assert write([drawing]) == (f"{whole}>{kept}</svg>" if kept else f"{whole}/>")


@pytest.mark.parametrize("source", ["<svg", "<p>x</p>", "", '<!DOCTYPE s [<!ENTITY a "b">]><svg>&a;</svg>'])
def test_what_is_no_drawing_is_refused(source):
    assert svg.figure(source) is None


def test_ink_follows_the_page_and_ids_do_not_meet():
    source = FRAME.format(
        '<clipPath id="c"><rect/></clipPath>'
        '<g clip-path="url(#c)" style="fill: #1a1a1a; stroke: #ffffff"><use href="#c"/></g>'
    )
    drawing = svg.figure(source)
    assert drawing is not None
    drawn = write([svg.inked(drawing, "f1-")])
    assert "fill: currentColor; stroke: var(--paper)" in drawn
    assert 'id="f1-c"' in drawn
    assert 'clip-path="url(#f1-c)"' in drawn
    assert 'href="#f1-c"' in drawn
    assert "#1a1a1a" in write([drawing]), "the drawing for the PDF keeps its ink"
