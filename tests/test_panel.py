"""The reader of a page: its script is the one that the page allows, small, and asks nobody for anything."""

import base64
import hashlib
import json
import re

import pytest
import small

from analysis import display, language
from analysis.briefing import html, panel
from analysis.briefing.page import Page
from analysis.briefing.sanitise import fragment
from analysis.briefing.tree import el, write
from analysis.display import layers

SHOWN = display.articles(small.documents(), small.units(), small.evidence(), statements=small.statements())
LISTED = display.evidence(small.evidence(), small.units(), small.documents())
ASKS = (
    "http",
    "fetch(",
    "XMLHttpRequest",
    "import(",
    "WebSocket",
    "sendBeacon",
    "eval(",
    "innerHTML",
    "document.write",
)


def whole(*shown, lang="en"):
    return html.html(Page(title="T", lang=lang, body=[node for each in shown for node in fragment(each.html)]))


def scripts(text):
    return re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL)


def test_the_page_allows_its_one_script_by_its_hash():
    text = whole(LISTED, SHOWN)
    (kind, words), (plain, script) = scripts(text)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#x27;", "'")
    assert f"script-src 'sha256-{digest}';" in allowed
    assert "default-src 'none'" in allowed
    assert "unsafe-inline" not in re.search(r"script-src [^;]*", allowed)[0]
    assert (kind, plain) == (' type="application/json"', "")
    assert json.loads(words)["groups"]["quoted frame"] == "frame"


def test_a_page_without_evidence_has_no_script():
    text = html.html(Page(title="T", body=[el("p", "words")]))
    assert scripts(text) == []
    assert "script-src" not in text
    assert "<dialog" not in text


def test_the_script_is_small_and_asks_nobody():
    script = panel.script()
    assert len(script.encode()) <= 30_000
    assert [each for each in ASKS if each in script] == []
    assert "</" not in script


def test_words_cannot_end_their_script(monkeypatch):
    monkeypatch.setattr(panel, "word", lambda label: "</script><b>&")
    assert not re.search("[<>&]", panel.words())
    assert json.loads(panel.words())["roles"]["title"] == "</script><b>&"


def test_every_word_that_the_script_says_is_given():
    said = set(re.findall(r"\bwords\.(\w+)", panel.script()))
    assert said == set(json.loads(panel.words()))


def test_every_button_does_something():
    made = write(panel.shell())
    does = re.search(r"const does = \{(.*?)\n  \};", panel.script(), re.DOTALL)[1]
    done = set(re.findall(r"^    (\w+)", does, re.MULTILINE))
    assert set(re.findall(r'data-do="(\w+)"', made)) <= done
    assert done - set(re.findall(r'data-do="(\w+)"', made)) == {"more", "again"}


def test_the_layers_can_be_switched_above_the_articles():
    text = whole(SHOWN)
    library = text[text.index('<div class="library">') :]
    assert re.findall(r'<input type="checkbox" value="(\w+)"', library) == [
        "topic",
        "actor",
        "statement",
        "hedge",
        "loaded",
    ]
    assert re.findall(r'class="n">(\d+)', library) == ["6", "7", "3", "2", "2"]
    assert "<legend>Mark in the articles</legend>" in library


def test_articles_without_marks_have_no_switches():
    bare = display.articles(small.documents(), small.units(), small.evidence().head(0))
    assert "<fieldset" not in whole(bare).split("<dialog")[0]


def test_what_stands_between_articles_stays():
    nodes = [*fragment(SHOWN.html)[:1], "between", *fragment(SHOWN.html)[1:], el("p", "behind")]
    made = panel.with_layers(nodes)
    assert [getattr(node, "tag", node) for node in made] == ["div", "p"]
    assert "between" in made[0].children


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_each_layer_has_a_letter_and_a_look_of_its_own(lang):
    with language.speaking(lang):
        letters, css = panel.names(), panel.css()
    assert list(letters) == list(layers.GROUPS)
    assert len({letter for letter, _ in letters.values()}) == len(layers.GROUPS)
    assert all(name == name.strip() and len(name) > 2 for _, name in letters.values())
    for name, (letter, _) in letters.items():
        assert f'mark[data-layer="{name}"][title]::before {{ content: "{letter}" / ""; }}' in css
        assert f'.key[data-layer="{name}"] {{' in css
    assert ":on(" not in css
    looks = re.findall(r'\.key\[data-layer="\w+"\] \{ ([^}]*)', css)
    plain = {re.sub(r"var\(--[\w-]+\)", "", look) for look in looks}
    assert len(plain) == len(layers.GROUPS)


def test_the_shell_speaks_the_language_of_the_page():
    assert "Copier le lien" in whole(LISTED, lang="fr")
    assert "Copy link" in whole(LISTED, lang="de")


HOSTILE = """<dialog class="panel" open>x</dialog><input type="checkbox" value="topic"><form action="//h">
<script type="application/json">{}</script><script>alert(1)</script><button data-do="close">b</button>
<mark data-layer="topic onclick=x" data-x="1">m</mark><li data-unit="unit-A-1 x">l</li><p data-layer="topic">p</p>
<section class="evidence library" data-layer="<b>" data-at="x">s</section>"""


def test_foreign_html_cannot_make_controls_of_ours():
    kept = write(fragment(HOSTILE))
    assert kept.split() == ["x", "<mark>m</mark><li>l</li><p>p</p>", "<section", 'class="evidence">s</section>']


def test_our_marks_pass():
    shown = '<section class="evidence" data-layer="quoted frame"><ol><li data-unit="unit-C-é-3">a</li></ol></section>'
    assert write(fragment(shown)) == shown
    mark = '<mark data-layer="topic" title="Topic: space">a</mark>'
    assert write(fragment(mark)) == mark


def test_what_a_printer_leaves_out_is_said():
    read = whole(LISTED, SHOWN)
    assert read.count('class="note on-paper"') == 1
    assert "Not printed" not in whole(SHOWN)
    texts = [el("article", el("h4", str(n)), class_="source-text") for n in range(panel.PRINTED + 1)]
    assert [node.attrs["class"] for node in panel.with_layers(texts)] == ["note on-paper", "library"]
    assert [node.attrs["class"] for node in panel.with_layers(texts[1:])] == ["library"]


def test_no_rule_looks_for_an_open_panel():
    """`:has(… [open])` made the browser look at all of a page of a hundred articles when the panel opened."""
    assert not re.search(r":has\([^)]*\[open", panel.css())
