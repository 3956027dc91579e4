"""What a reader sees: escaped, linked to what is there, stable; on the articles of tests/small.py and the samples."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
import small

from analysis import coverage, display, framing, hedging, language, measures, prose, sourcing, tables, topics
from analysis.display import layers

DOCUMENTS, UNITS, EVIDENCE, STATEMENTS = small.documents(), small.units(), small.evidence(), small.statements()
TOPICS = measures.prevalence(EVIDENCE, UNITS, DOCUMENTS, "topic")
HOSTILE = "<script>alert('x')</script> ]] | [[x|javascript:alert(1)]] & \" \x00\x1b[31m\u202e\u200b"
SHOWN = "<script>alert('x')</script> ]] | [[x|javascript:alert(1)]] & \" ⟨U+0000⟩⟨U+001B⟩[31m⟨U+202E⟩⟨U+200B⟩"
KNOWN = {"ul", "li", "p", "a", "table", "caption", "thead", "tbody", "tr", "th", "td"}
KNOWN |= {"section", "article", "h4", "ol", "span", "mark", "small", "details", "summary", "dl", "dt", "dd", "code"}


class Page(HTMLParser):
    """What a page holds: its elements, ids, targets of links, and text."""

    def __init__(self, *shown):
        super().__init__()
        self.elements, self.ids, self.hrefs, self.text = set(), [], [], ""
        for part in shown:
            self.feed(part.html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.hrefs += [given["href"]] if "href" in given else []

    def handle_data(self, data):
        self.text += data


def cells(shown):
    rows = re.findall(r"<tr>(.*?)</tr>", shown.html)
    return [re.findall(r"<t[hd][^>]*>(?:<a[^>]*>)?([^<]*)", row) for row in rows]


def test_findings_readings_and_notes():
    linked = '<a href="#evidence-topic-space-A">8 of 24</a>'
    assert display.findings(["One [[8 of 24|evidence-topic-space-A]].", "", "Two."])._repr_mimebundle_() == {
        "text/html": f'<ul class="findings"><li>One {linked}.</li><li>Two.</li></ul>',
        "text/plain": "- One 8 of 24.\n- Two.",
    }
    assert display.reading("A & B").html == '<p class="reading">A &amp; B</p>'
    assert display.note("").html == '<p class="note"></p>'
    assert repr(display.reading("[[Space|topics-space.html]]: A.")) == "Space: A."
    assert Page(display.reading("[[Space|topics-space.html]]")).hrefs == ["topics-space.html"]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "https://example.org", "a b", "//x", "data:text/html,x", ""])
def test_a_sentence_links_to_evidence_and_neighbours_only(target):
    page = Page(display.reading(f"[[x|{target}]]"))
    assert page.hrefs == []
    assert page.text == f"[[x|{target}]]"


@pytest.mark.parametrize("text", [HOSTILE, "\\", "a\\", "[", "[[", "]]", "|", "\\[[x|y]]", "[[[[x|y]]|z]]"])
def test_told_text_is_shown_as_it_is_and_links_nowhere(text):
    shown = display.reading(f"{prose.told(text)} [[1|there]]")
    seen = text if text != HOSTILE else SHOWN
    assert shown.plain == f"{seen} 1"
    assert Page(shown).text == f"{seen} 1"
    assert Page(shown).hrefs == ["#there"]
    linked = Page(display.reading(prose.linked(text, "topic", "space")))
    assert (linked.text, linked.hrefs) == (seen, ["#evidence-topic-space"])


def hostile():
    documents = DOCUMENTS.assign(title=HOSTILE, outlet=HOSTILE, lang='fr"><script>')
    documents["text"] = documents["text"].str.replace("Alma", "<b>[[ |]]")
    documents["text"] = documents["text"].str.replace("treaty", "\x00\u202e&<i>")
    named = EVIDENCE.assign(label=HOSTILE, rule=HOSTILE)
    measure = TOPICS.assign(label=HOSTILE)
    return [
        display.table(measure, "label units", caption=prose.told(HOSTILE), label=HOSTILE),
        display.matrix(measure, documents.assign(label=[HOSTILE, "B", "C"]), caption="c", rows=HOSTILE),
        display.evidence(named, UNITS, documents),
        display.articles(documents, UNITS, named),
        display.concordance(topics.concordance(EVIDENCE, documents, "space"), caption="c"),
        display.findings([prose.told(HOSTILE)]),
    ]


@pytest.mark.parametrize("place", range(6))
def test_hostile_text_is_text(place):
    shown = hostile()[place]
    page = Page(shown)
    assert page.elements <= KNOWN
    assert all(re.fullmatch(r"#[\w-]+", href) for href in page.hrefs)
    assert not re.search("[\x00-\x08\x0b-\x1f\u200b\u202e]", shown.html + shown.plain)
    shown.html.encode("utf-8")
    assert "script" in shown.html or place == 4


def test_a_figure_carries_its_words():
    figure = display.Figure("<svg/>", alt="a\x00", caption="[[1|evidence-x]] sentence")
    data, metadata = figure._repr_mimebundle_()
    assert data == {"image/svg+xml": "<svg/>", "text/plain": "1 sentence\na⟨U+0000⟩"}
    assert metadata == {"recoupe": {"alt": "a⟨U+0000⟩", "caption": "1 sentence"}}


def test_a_table_links_counts_and_leaves_zeros():
    shown = display.table(
        TOPICS.head(2), "source units share", caption="Space", opens="units", units="n", share="Share"
    )
    assert shown.html == (
        '<table class="measure"><caption>Space</caption><thead><tr><th scope="col">Article</th>'
        '<th scope="col" class="num">n</th><th scope="col" class="num">Share</th></tr></thead><tbody>'
        '<tr><th scope="row">A</th><td class="num"><a href="#evidence-topic-space-A">2</a></td>'
        '<td class="num">50 % (15–85)</td></tr>'
        '<tr><th scope="row">B</th><td class="num">0</td><td class="num">0 % (0–56)</td></tr></tbody></table>'
    )
    assert shown.plain == "Space\nArticle  n  Share\nA        2  50 % (15–85)\nB        0  0 % (0–56)"


def test_a_table_holds_the_columns_named_in_their_order():
    shown = display.table(TOPICS.head(1), "of label source", caption="c")
    assert cells(shown) == [["of", "Label", "Article"], ["4", "space", "A"]]
    assert Page(shown).hrefs == []


def test_a_table_opens_by_the_columns_that_are_named():
    voices = sourcing.spoken(sourcing.voices(STATEMENTS, DOCUMENTS))
    shown = display.table(
        voices, "speaker direct quotations", caption="c", opens="quotations", by="column speaker source"
    )
    assert Page(shown).hrefs == ["#evidence-quotations-speaker-not-found-A", "#evidence-quotations-alma-A"]
    shown = display.table(TOPICS.head(2), "label units", caption="c", opens="label", by="layer label")
    assert '<th scope="row"><a href="#evidence-topic-space">space</a></th>' in shown.html
    shown = display.table(TOPICS.head(2).assign(label=["", "space"]), "label units", caption="c", opens="label")
    assert Page(shown).hrefs == ["#evidence-topic-space-B"]


def test_the_first_cell_of_a_row_may_link_to_an_anchor_of_its_own():
    frame = pd.DataFrame({"place": ["A 5", "B"], "text": ["one", "two"], "anchor": ["unit-A-4", ""]})
    shown = display.table(frame, "place text", caption="c", to="anchor").html
    assert '<a href="#unit-A-4">A 5</a>' in shown
    assert shown.count("href") == 1


def test_headings_are_the_callers_then_the_houses_then_the_columns():
    frame = pd.DataFrame({"source": ["A"], "of_others": [1], "of_which_direct": [2], "units": [3]})
    shown = display.table(frame, " ".join(frame), caption="", units="n", label="not shown")
    assert cells(shown)[0] == ["Article", "of", "Of which direct", "n"]


def test_cells_of_every_kind():
    frame = pd.DataFrame(
        {"a": ["two\n lines"], "b": [True], "c": [0.0004], "d": [float("nan")], "e": [-1.5], "share": [float("nan")]}
    )
    shown = display.table(frame, " ".join(frame), caption="")
    assert cells(shown)[1] == ["two lines", "yes", "&lt;\xa00.01", "", "−1.50", ""]
    assert '<td>yes</td><td class="num">' in shown.html
    assert "wide" not in shown.html


def test_an_empty_table_says_so():
    shown = display.table(TOPICS.head(0), "label units", caption="c")
    assert '<tr><td colspan="2">nothing to show</td></tr>' in shown.html
    assert "nothing to show" in display.matrix(TOPICS.head(0), DOCUMENTS, caption="c", rows="Topic").html


def test_ten_columns_are_wide():
    frame = pd.DataFrame({str(place): [place] for place in range(10)})
    assert display.table(frame, " ".join(frame), caption="").html.startswith('<table class="measure wide">')


def test_a_matrix_keeps_the_order_of_labels_and_articles():
    shown = display.matrix(TOPICS.iloc[::-1], DOCUMENTS, caption="c", rows="Topic")
    assert cells(shown) == [
        ["Topic", "A (of 4)", "B (of 3)", "C é (of 3)"],
        ["treaty", "1", "1", "·"],
        ["space", "2", "·", "1"],
    ]
    assert Page(shown).hrefs == [
        "#evidence-topic-treaty",
        "#evidence-topic-treaty-A",
        "#evidence-topic-treaty-B",
        "#evidence-topic-space",
        "#evidence-topic-space-A",
        "#evidence-topic-space-C-é",
    ]


def test_a_matrix_of_missing_pairs_and_of_one_label_in_two_layers():
    both = pd.concat([TOPICS.iloc[[0, 1]], TOPICS.iloc[[2]].assign(layer="frame", units=3)])
    shown = display.matrix(both, DOCUMENTS, caption="c", rows="Label")
    assert cells(shown)[1:] == [["space (topic)", "2", "·", ""], ["space (frame)", "", "", "3"]]
    assert "#evidence-frame-space-C-é" in Page(shown).hrefs


def test_a_matrix_of_another_count_has_no_denominator():
    frames = TOPICS.assign(quoted=TOPICS["units"])
    assert cells(display.matrix(frames, DOCUMENTS, caption="c", rows="T", value="quoted", of=None))[0][1] == "A"


def test_evidence_counts_what_is_counted_and_says_what_is_not():
    shown = display.evidence(EVIDENCE[EVIDENCE["layer"].isin(["topic", "hedge"])], UNITS, DOCUMENTS)
    assert shown.plain.splitlines() == [
        "hedge hedged: 2 sentences, in 1 article",
        "topic space: 3 sentences and 1 not counted, in 2 articles",
        "topic treaty: 2 sentences, in 2 articles",
    ]
    assert (
        '<mark title="topic-rocket">rocket</mark>, &quot;a dream&quot;. <span lang="en">(caption, not counted)'
        in shown.html
    )
    assert display.evidence(tables.empty("evidence"), UNITS, DOCUMENTS).plain == "Nothing was found."


def test_the_longer_of_two_matches_is_marked_in_the_evidence():
    row = EVIDENCE.iloc[[0]]
    longer = row.assign(end=row["end"] + 1, rule="longer")
    shown = display.evidence(pd.concat([row, longer]), UNITS, DOCUMENTS)
    assert re.findall(r'<mark title="([^"]*)">', shown.html) == ["longer"]


def signs(*given):
    return [layers.Sign(*each) for each in given]


@pytest.mark.parametrize(
    ("given", "html"),
    [
        ([(2, 4, "topic", "Space")], 'ab<mark data-layer="topic" title="Space">cd</mark>ef'),
        ([(0, 9, "fact", "F001")], '<mark data-layer="fact" title="F001">abcdef</mark>'),
        ([(7, 9, "fact", "F001")], "abcdef"),
        (
            [(0, 6, "fact", "F001"), (2, 4, "topic", "Space")],
            '<mark data-layer="fact" title="F001">ab<mark data-layer="topic" title="Space">cd</mark>ef</mark>',
        ),
        (
            [(0, 4, "hedge", "Modal"), (2, 6, "topic", "Space")],
            '<mark data-layer="hedge" title="Modal">ab<mark data-layer="topic" title="Space">cd</mark></mark>'
            '<mark data-layer="topic">ef</mark>',
        ),
        (
            [(0, 2, "fact", "F002"), (0, 2, "fact", "F001"), (0, 2, "topic", "Space")],
            '<mark data-layer="topic" title="Space"><mark data-layer="fact" title="F001; F002">ab</mark></mark>cdef',
        ),
        ([(0, 3, "topic", "Space"), (1, 5, "topic", "Space")], '<mark data-layer="topic" title="Space">abcde</mark>f'),
    ],
    ids=["one", "cut", "elsewhere", "within", "crossing", "equal", "the same twice"],
)
def test_marks_of_several_layers_lie_over_one_another(given, html):
    assert layers.marked("abcdef", 0, 6, signs(*given)) == html
    assert Page(display.Shown(html, "")).text == "abcdef"


def test_every_layer_of_evidence_has_a_layer_in_the_reader():
    assert set(layers.GROUP.values()) | {"other"} == set(layers.GROUPS)
    assert layers.group("quoted frame") == "frame"
    assert layers.group("something new") == "other"


def test_articles_carry_all_layers_statements_and_facts():
    claims = tables.table(
        "claims", [{"claim": "F001.1", "document": "a", "unit": 1, "start": 19, "end": 51, "fact": "F001"}]
    )
    shown = display.articles(DOCUMENTS, UNITS, EVIDENCE, statements=STATEMENTS, claims=claims)
    marks = set(re.findall(r'<mark data-layer="(\w+)" title="([^"]*)">', shown.html))
    assert {("fact", "F001"), ("statement", "Direct: Alma"), ("statement", "Scare: speaker not found")} <= marks
    assert {("topic", "Topic: space"), ("hedge", "Hedge: modal"), ("actor", "Actor: Alma")} <= marks
    assert shown.plain == display.articles(DOCUMENTS, UNITS, EVIDENCE).plain


def test_articles_may_be_marked_with_more_than_the_page_counts():
    more = pd.concat([EVIDENCE, EVIDENCE.head(1).assign(layer="speech")])
    shown = display.articles(DOCUMENTS, UNITS, EVIDENCE.head(0), also=more).html
    assert set(re.findall(r'data-layer="(\w+)"', shown)) == {"topic", "actor", "hedge", "loaded"}
    assert shown == display.articles(DOCUMENTS, UNITS, EVIDENCE, also=EVIDENCE).html


def test_a_statement_over_several_units_is_marked_in_each():
    said = STATEMENTS.head(1).assign(end=UNITS["end"].iloc[3])
    shown = display.articles(DOCUMENTS.head(1), UNITS, EVIDENCE.head(0), statements=said)
    assert [bool(re.search("data-layer", text)) for text in shown.html.split("<p ")[1:]] == [
        False,
        True,
        True,
        True,
        False,
    ]


RULES = tables.table(
    "rules",
    [
        {"rule": "topic-rockets", "layer": "topic", "label": "space", "lang": "en", "pattern": "rocket*"},
        {
            "rule": "topic-treaty",
            "layer": "topic",
            "label": "treaty",
            "context": "together|topic:space",
            "pattern": "<b>",
        },
        {"rule": "topic-unused", "layer": "topic", "label": "treaty", "pattern": "unused"},
    ],
)


def test_rules_are_told_with_when_they_count():
    shown = display.evidence(EVIDENCE, UNITS, DOCUMENTS, rules=RULES).html
    assert "<summary>How each of 2 rules counts</summary>" in shown
    assert "<code>topic-rockets</code> <small>topic: space</small></dt><dd><span>counts alone</span>" in shown
    assert (
        "<span>counts only beside another sign of its label in the sentence; or beside “space” in the sentence</span> "
        "<code>&lt;b&gt;</code>"
    ) in shown
    assert "unused" not in shown
    assert "<details" not in display.evidence(EVIDENCE, UNITS, DOCUMENTS, rules=RULES.head(0)).html


def test_evidence_speaks_the_language_of_the_briefing():
    with language.speaking("fr"):
        shown = display.evidence(EVIDENCE[EVIDENCE["layer"] == "topic"], UNITS, DOCUMENTS, rules=RULES)
    assert "3 phrases et 1 hors décompte" in shown.html
    assert '<span lang="fr">(' in shown.html
    assert "compte à elle seule" in shown.html
    assert shown.plain.splitlines()[0] == "topic space: 3 sentences and 1 not counted, in 2 articles"


def test_articles_hold_every_character_once():
    shown = display.articles(DOCUMENTS, UNITS, EVIDENCE)
    texts = re.findall(r'<p id="unit-A-\d+" class="role-\w+">(.*?)</p>', shown.html)
    assert [Page(display.Shown(text, "")).text for text in texts] == [text for _, text in small.TEXTS["a"]]
    assert shown.plain.splitlines()[1] == "B: outlet unknown, 4 units"


def everything(documents, units, evidence, statements):
    """All that a notebook links, and all that it may link to, on the same evidence."""
    found = {layer: measures.prevalence(evidence, units, documents, layer) for layer in ("topic", "actor", "place")}
    labels = sorted(set(evidence.loc[evidence["layer"] == "frame", "label"]))
    found["frame"] = measures.prevalence(framing.voiced(evidence, statements), units, documents, "frame", labels)
    found["hedge"] = hedging.by_source(evidence, units, documents)
    linking = [display.matrix(measure, documents, caption="c", rows="r") for measure in found.values()]
    linking += [
        display.table(measure, "label units", caption="c", opens="units", by="layer label")
        for measure in found.values()
    ]
    for layer, measure in found.items():
        sentences = [*prose.most_used(measure, layer), prose.distinct(measure, layer), prose.mentions(measure, layer)]
        sentences += prose.silences(coverage.blind_spots(measure))
        for _, part in measure.groupby("label"):
            sentences += prose.how_much(part, part["label"].iloc[0])
        linking.append(display.findings([*sentences, prose.shared(measure)]))
    return linking, [display.evidence(evidence, units, documents), display.articles(documents, units, evidence)]


def check_links(*corpus):
    linking, targets = everything(*corpus)
    page, links = Page(*targets), [*Page(*linking).hrefs, *Page(*targets).hrefs]
    assert len(links) > 10
    assert len(set(page.ids)) == len(page.ids)
    assert sorted({link for link in links if link.removeprefix("#") not in page.ids}) == []


def test_every_link_has_its_target():
    check_links(DOCUMENTS, UNITS, EVIDENCE, STATEMENTS)


def test_every_link_has_its_target_on_the_sample_corpus():
    from analysis.reading import read

    corpus = read(Path(__file__).parents[1] / "seeds")
    check_links(corpus.documents, corpus.units, corpus.evidence, corpus.statements)


def test_the_same_text_on_each_run():
    first, second = (everything(DOCUMENTS, UNITS, EVIDENCE, STATEMENTS) for _ in range(2))
    for one, other in zip(first[0] + first[1], second[0] + second[1], strict=True):
        assert (one.html, one.plain) == (other.html, other.plain)


def test_several_columns_open_their_own_evidence():
    frame = pd.DataFrame({"layer": ["quotation"], "source": ["A"], "direct": [2], "scare": [0]})
    shown = display.table(frame, "source direct scare", caption="", opens="direct scare", by="layer column source")
    assert '<a href="#evidence-quotation-direct-A">2</a>' in shown.html
    assert shown.html.count("href") == 1


TOLD = pd.DataFrame(
    [
        ("fact", "F001", "Alma buys [[rockets|x]].", "A", "told"),
        ("fact", "F001", "Alma buys [[rockets|x]].", "B", "hedged"),
        ("fact", "F001", "Alma buys [[rockets|x]].", "C é", "absent"),
        ("fact", "F002", "Boris <left>.", "B", "attributed"),
    ],
    columns=["layer", "label", "statement", "source", "how"],
).assign(word=["told", "hedged", "not found", "attributed to <Alma>"])


def test_a_sign_says_its_word_and_opens_its_sentences():
    shown = display.signs(TOLD, DOCUMENTS, caption="Facts", rows="Fact")
    page = Page(shown)
    assert page.hrefs == [
        "#evidence-fact-f001",
        "#evidence-fact-f001-A",
        "#evidence-fact-f001-B",
        "#evidence-fact-f002",
        "#evidence-fact-f002-B",
    ]
    assert '<span class="aloud"> not found</span></td>' in shown.html
    assert "Boris &lt;left&gt;." in shown.html
    assert "attributed to &lt;Alma&gt;" in shown.html
    assert repr(shown).splitlines() == [
        "Facts",
        "Fact                           A  B  C é",
        "F001 Alma buys [[rockets|x]].  ●  ◐  ·",
        "F002 Boris <left>.                ❝",
    ]


def test_signs_of_nothing_say_so():
    assert "nothing to show" in display.signs(TOLD.head(0), DOCUMENTS, caption="Facts", rows="Fact").html


def test_evidence_of_a_numbered_label_is_headed_by_what_it_stands_for():
    shown = display.evidence(EVIDENCE, UNITS, DOCUMENTS, titles={"space": "All that\nflies"})
    assert '<h4>space: <span class="said">All that flies</span> <small>(topic, ' in shown.html
    assert "<h4>Treaty <small>(topic, " in shown.html
    known = display.evidence(EVIDENCE, UNITS, DOCUMENTS, titles={"space": "La fusée vole."})
    assert '<span class="said" lang="fr">La fusée vole.</span>' in known.html


def test_a_table_speaks_the_language_but_for_what_articles_say():
    frame = pd.DataFrame(
        {
            "layer": ["frame"],
            "label": ["threat"],
            "source": ["A"],
            "speaker": ["North Korea"],
            "statement": ["threat"],
            "published": ["2023-09-01"],
            "used": [True],
            "alpha": [-0.5],
            "units": [1200],
        }
    )
    columns = "label source speaker statement published used alpha units"
    with language.speaking("fr"):
        shown = display.table(frame, columns, caption="An analyst's own", used="Carries a finding", label="Frame")
        empty = display.table(frame.head(0), columns, caption="c")
    head, row = re.findall(r"<tr>(.*?)</tr>", shown.html)
    assert re.findall(r">([^<]+)</th>", head)[:4] == ["Cadrage", "Article", "Locuteur", "Statement"]
    assert '<span class="said">threat</span>' in row
    last = re.split(r" {2,}", shown.plain.splitlines()[-1])
    assert last == ["menace", "A", "Corée du Nord", "threat", "1er septembre 2023", "oui", "−0,50", "1\u202f200"]
    assert "rien à montrer" in empty.html
    assert "An analyst&#x27;s own" in shown.html
