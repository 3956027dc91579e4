"""What the PDF promises to who does not see it, and that packing keeps it."""

import io
from itertools import pairwise

import pikepdf
from printed import article, drawing, elements, entry, hit, links, opened, page, part, tags

from analysis.briefing import typst
from analysis.briefing.packing import packed

TABLE = (
    '<table class="measure"><caption>C</caption><thead><tr><th scope="col">Topic</th><th scope="col">A</th></tr>'
    "</thead>"
    '<tbody><tr><th scope="row">space</th><td><a href="#evidence-topic-space-A">3</a></td></tr>'
    '<tr><th scope="row">war</th><td>1</td></tr></tbody></table>'
)
PLAIN = "<table><tr><td>1</td><td>2</td></tr></table>"


def whole():
    evidence = entry("Space", part("A", "1|Une *fusée*."), part("B", "1|A *rocket*.", lang="en"))
    figure = drawing(hit("evidence-topic-space-B", "B: 1", 0, 0, 9, 9))
    said = '<p>A <a href="https://h.example/">link</a>, <a href="#evidence-topic-space">2</a>.</p>'
    texts = article("A", "Une fusée.") + article("B", "A rocket.", lang="en")
    body = (
        "<h2>Seen</h2><h3>Deeper</h3>",
        said,
        TABLE,
        PLAIN,
        figure,
        "<h2>Evidence</h2>",
        evidence,
        "<h2>Articles</h2>",
        texts,
    )
    return page(*body, title="Où ?", lang="fr", articles=[["A", "J", "T", "2023-09-01"]])


def test_the_title_the_language_and_the_standard_survive():
    read = opened(whole())
    assert read.Root.MarkInfo.Marked
    assert read.Root.ViewerPreferences.DisplayDocTitle
    assert (str(read.Root.Lang), str(read.docinfo["/Title"])) == ("fr", "Où ?")
    with read.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    with read.open_outline() as outline:
        assert [one.title for one in outline.root] == ["Seen", "Evidence", "Articles"]


def test_headings_go_down_one_level_at_a_time():
    levels = [int(name[1]) for name in tags(opened(whole())) if name[0] == "H" and name[1:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_and_figure_says_what_it_is():
    read = opened(whole())
    assert all(said.strip() for _, said in links(read))
    figures = [one for one in elements(read.Root.StructTreeRoot) if one.S == "/Figure"]
    assert figures
    assert all(str(one.Alt) for one in figures)


def test_links_belong_to_the_structure():
    read = opened(whole())
    notes = [note for found in read.pages for note in found.get("/Annots", [])]
    assert all("/StructParent" in note for note in notes)
    assert tags(read).count("Link") >= len(notes)
    assert all(found.get("/Tabs") == "/S" for found in read.pages if "/Annots" in found)


def test_heads_of_columns_and_rows_have_their_scope():
    read = opened(whole())
    tables = [one for one in elements(read.Root.StructTreeRoot) if one.S == "/Table"]
    assert [_scopes(one) for one in tables] == [["/Column", "/Column", "/Row", "/Row"], []]


def _scopes(table):
    heads = [one for one in elements(table) if one.S == "/TH"]
    attributes = [list(one.A) if isinstance(one.A, pikepdf.Array) else [one.A] for one in heads]
    return [str(own.Scope) for given in attributes for own in given if "/Scope" in own]


def test_all_that_is_drawn_is_tagged_or_an_artifact():
    for found in opened(whole()).pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(found):
            name = str(operator)
            depth += name in ("BDC", "BMC")
            depth -= name == "EMC"
            assert depth > 0 or name not in ("Tj", "TJ", "Do", "S", "f", "f*", "B", "sh"), (name, operands)


def test_packing_is_smaller_stable_and_leaves_what_it_cannot_match():
    made = whole()
    once = typst.pdf(made)
    assert once == typst.pdf(made)
    loose = io.BytesIO()
    pikepdf.open(io.BytesIO(once)).save(loose, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert len(once) < len(loose.getvalue())
    assert len(packed(once, [True] * 9)) <= len(once) + 200
