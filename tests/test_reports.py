"""The whole chain, as its users run it: the sample's reports, other corpora, papermill, nbconvert, nbval, a browser."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pikepdf
import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
NOTEBOOKS = ROOT / "notebooks"
REPORTS = ROOT / "reports"
TOPICS = ["topics-diplomacy", "topics-military", "topics-space"]
SAMPLE = ["briefing", "briefing-fr", *TOPICS, "coverage", "framing", "validation"]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def call(*command, cwd=None, fails=False, **environment):
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert (done.returncode != 0) == fails, done.stdout[-2000:] + done.stderr[-2000:]
    return done


def files(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_committed_reports_are_the_samples_whatever_hash_seed_zone_and_locale(tmp_path):
    odd = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}
    out = tmp_path / "elsewhere" / "out"
    call(BIN / "recoupe", "build", ROOT / "seeds", "-o", out, "--also", "fr", cwd=tmp_path, **odd)
    fresh, kept = files(out), files(REPORTS)
    assert sorted(fresh) == sorted(kept)
    assert [name for name in fresh if fresh[name] != kept[name]] == []


def test_the_sample_has_its_briefings_in_each_form():
    assert {f"{name}{end}" for name in SAMPLE for end in (".html", ".pdf", ".ipynb")} <= set(files(REPORTS))
    index = (REPORTS / "index.html").read_text("utf-8")
    assert all(f'href="{name}{end}"' in index for name in SAMPLE for end in (".html", ".pdf", ".ipynb"))


@pytest.mark.parametrize("name", SAMPLE)
def test_every_link_of_a_page_leads_somewhere(name):
    page = re.sub(r"<script.*?</script>", "", (REPORTS / f"{name}.html").read_text("utf-8"), flags=re.DOTALL)
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    targets = set(re.findall(r'href="([^"]+)"', page))
    assert {target[1:] for target in targets if target.startswith("#")} <= ids
    assert all((REPORTS / target).is_file() for target in targets if not target.startswith(("#", "http", "data:")))
    assert len([target for target in targets if target.startswith("#evidence-")]) > 10 or name == "validation"


@pytest.mark.parametrize("name", SAMPLE)
def test_a_printed_briefing_is_accessible_and_its_words_are_found(name):
    with pikepdf.open(REPORTS / f"{name}.pdf") as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang
        assert pdf.Root.Outlines.Count > 5
    if shutil.which("pdftotext"):
        text = call("pdftotext", "-raw", REPORTS / f"{name}.pdf", "-").stdout
        assert "Corée" in text
        assert "priorité absolue" in re.sub(r"[\s\u200b]+", " ", text)


@pytest.mark.parametrize(("corpus", "articles"), [("lancement", 5), ("summit", 3)])
def test_briefings_on_other_events(tmp_path, corpus, articles):
    """Four French articles and an English one on a failed launch; three English ones on a ceasefire."""
    call(BIN / "recoupe", "build", ROOT / "tests" / "corpora" / corpus, "-o", tmp_path / "out", "--also", "fr")
    made = files(tmp_path / "out")
    names = [name for name in SAMPLE if name != "validation"]
    assert {f"{name}{end}" for name in names for end in (".html", ".pdf", ".ipynb")} <= set(made)
    front = made["briefing.html"].decode()
    assert f"{articles} articles" in front
    assert "was not checked against a reference coding" in front
    for name in names:
        unsaid = r'<article class="source-text".*?</article>|<(style|script).*?</\1>'
        shown = re.sub(unsaid, "", made[f"{name}.html"].decode(), flags=re.DOTALL)
        assert not re.search(r"\bnan\b|\bNone\b(?! [a-z])|Putin and Kim", shown), name


def test_one_article_and_two(tmp_path):
    for marks in (["A"], ["A", "C"]):
        out = tmp_path / "".join(marks)
        call(BIN / "recoupe", "build", ROOT / "seeds", "-o", out, "-p", f"articles={','.join(marks)}")
        assert len(list(out.glob("*.pdf"))) == len(SAMPLE) - 1


def test_papermill_and_nbconvert_called_directly(tmp_path):
    out = tmp_path / "space.ipynb"
    call(BIN / "papermill", NOTEBOOKS / "topics.ipynb", out, "-p", "topic", "space", "--cwd", NOTEBOOKS)
    call(BIN / "jupyter", "nbconvert", "--to", "briefing", out, cwd=tmp_path)
    call(BIN / "jupyter", "nbconvert", "--to", "briefing_pdf", out, cwd=tmp_path)
    page = (tmp_path / "space.html").read_text("utf-8")
    assert "The topic “space” stands in" in page
    assert "http-equiv" in page
    assert (tmp_path / "space.pdf").read_bytes().startswith(b"%PDF-")


def test_nbval_is_green_and_a_changed_number_makes_it_red(tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    folder = tmp_path / "notebooks"
    shutil.copytree(NOTEBOOKS, folder)
    nbval = (
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--nbval",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "--rootdir",
        tmp_path,
    )
    call(*nbval, folder, cwd=tmp_path)
    changed = nbformat.read(folder / "topics.ipynb", 4)
    cell = next(c for c in changed.cells if c.cell_type == "code" and "prose.how_much" in c.source)
    data = cell.outputs[0]["data"]
    data["text/plain"] = re.sub(r"\d+ of \d+ sentences", "77 of 78 sentences", data["text/plain"])
    nbformat.write(changed, folder / "topics.ipynb")
    said = call(*nbval, folder / "topics.ipynb", cwd=tmp_path, fails=True).stdout
    assert "77 of 78" in said


def test_check_is_green():
    assert "all notebooks reproduce" in call(BIN / "recoupe", "check").stdout


def test_an_article_that_no_lexicon_can_read_is_said_to_be_left_out(tmp_path):
    """It would only look silent: nothing of it is counted, in no denominator."""
    shutil.copytree(ROOT / "tests" / "corpora" / "summit", tmp_path / "corpus")
    german = (
        "Der Minister hat am Montag die Raketen der Armee besucht und mit dem Präsidenten über den Frieden geredet. "
    )
    (tmp_path / "corpus" / "99.txt").write_text(german * 6, "utf-8")
    call(BIN / "recoupe", "build", tmp_path / "corpus", "-o", tmp_path / "out", "--notebook", "briefing")
    front = (tmp_path / "out" / "briefing.html").read_text("utf-8")
    lead = front.partition('<ul class="findings lead">')[2].partition("</li>")[0]
    assert "1 article had to be left out: 99 (no lexicon speaks its language" in lead
    assert "3 articles (A, B and C)" in front
    assert not re.search(r'href="(?!#|index|briefing\.)[^"]*\.html"', front)  # the other briefings were not built


OWN_HOSTS = re.compile(r"https?://(?:[\w.-]+\.)?(?:google|googleapis|gstatic|gvt1)\.com[/:]")
"""Whom Chromium asks for itself, whatever page is open."""


def opened(page, folder):
    """What a browser says on its console, and whom the page asks over the network."""
    log = folder / "net.json"
    done = call(
        CHROMIUM,
        *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
        *("--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"),
        *("--enable-logging=stderr", f"--user-data-dir={folder / 'user'}", f"--log-net-log={log}", "--dump-dom"),
        page.as_uri(),
    )
    events = json.loads(log.read_text("utf-8"))["events"]
    asked = {event["params"]["url"] for event in events if "url" in event.get("params", {})}
    asked = {url for url in asked if url.startswith(("http", "ws")) and not OWN_HOSTS.match(url)}
    return asked, [line for line in done.stderr.splitlines() if "CONSOLE" in line], done.stdout


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("name", ["index", "briefing", "coverage"])
def test_a_page_asks_the_network_for_nothing_and_has_no_console_error(tmp_path, name):
    asked, console, shown = opened(REPORTS / f"{name}.html", tmp_path)
    assert asked == set()
    assert console == []
    assert {"briefing": "What happened", "coverage": "What we found", "index": "<main"}[name] in shown


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_page_that_asks_the_network_would_be_found(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<img src='https://picture.example/a.png'><script>console.error('no')</script>", "utf-8")
    asked, console, _ = opened(page, tmp_path)
    assert asked == {"https://picture.example/a.png"}
    assert len(console) == 1
