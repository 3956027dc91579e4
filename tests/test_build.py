"""A build: all of it or nothing, the same bytes everywhere, nobody's files touched, no process left."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import builder
import nbformat
import pytest
import small
from builder import COMMON, SECTION, SHOW, notebook

from analysis import language
from analysis.briefing import canonical, check, export_tables, index, kernels, plan, publish
from analysis.briefing.build import build, execute_all
from analysis.briefing.index import Entry
from analysis.briefing.inputs import Inputs
from analysis.briefing.kernels import Kernels
from analysis.briefing.plan import Notebook, Report, Request
from analysis.briefing.run import execute, proof
from analysis.tables import BuildError, ParameterError


@pytest.fixture(scope="module")
def warm() -> Iterator[Kernels]:
    with Kernels() as running:
        yield running


@pytest.fixture(autouse=True)
def _stand_ins(monkeypatch: pytest.MonkeyPatch, warm: Kernels) -> None:
    monkeypatch.setitem(sys.modules, "analysis.briefing.exporters", builder.exporters())
    monkeypatch.setattr(export_tables, "tables_of", builder.tables_of)
    monkeypatch.setattr(warm, "closed", False)
    for module in ("build", "check"):
        monkeypatch.setattr(f"analysis.briefing.{module}.Kernels", lambda **_: nullcontext(warm))


@pytest.fixture
def desk(tmp_path: Path) -> SimpleNamespace:
    """A corpus, a folder of notebooks and the name of an output folder."""
    folder = tmp_path / "notebooks"
    notebook(folder / "briefing.ipynb", SECTION, SHOW)
    notebook(
        folder / "topics.ipynb",
        SHOW.replace("There are", "Here are"),
        "topic",
        parameters=COMMON + '\ntopic: str = "military"  # which',
    )
    notebook(folder / "validation.ipynb", SHOW)
    return SimpleNamespace(corpus=builder.corpus(tmp_path / "seeds"), notebooks=folder, output=tmp_path / "out")


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def run_one(warm: Kernels, path: Path, given: dict | None = None, timeout: float = 60):
    node = Notebook(path).node
    manager = warm.manager_class
    return execute(node, given or {}, name="one", cwd=str(path.parent), manager_class=manager, timeout=timeout)


# What a build writes


def test_a_build_writes_notebooks_pages_index_tables_and_manifest(desk):
    built = build(desk.corpus, desk.output, within=desk.notebooks)
    assert built.reports == ["briefing", "topics-military", "topics-space"]
    reports = [f"{name}{end}" for name in built.reports for end in (".html", ".ipynb", ".pdf")]
    tables = ["tables/documents.csv", "tables/rules.csv", "tables/units.csv"]
    assert sorted(files(desk.output)) == sorted([*reports, *tables, "index.html", "manifest.json"])
    made = json.loads((desk.output / "manifest.json").read_text("utf-8"))
    assert sorted(made["outputs"]) == sorted(set(files(desk.output)) - {"manifest.json"})
    assert made["reports"]["topics-space"]["parameters"] == {"corpus": "../seeds", "seed": 1, "topic": "space"}
    assert sorted(made["corpus"]["files"]) == ["article0.txt", "article1.txt"]
    page = (desk.output / "index.html").read_text("utf-8")
    assert "There are <b>2</b> articles &amp; no more." in page
    assert 'href="topics-space.html">What of topics? (space)' in page
    assert not [p for p in desk.output.parent.glob(".out.*") if p.name != ".out.lock"]


def test_what_the_exporters_are_told(desk):
    build(desk.corpus, desk.output, within=desk.notebooks, notebooks=["topics"], given={"topic": "space"})
    told = nbformat.read(desk.output / "topics-space.ipynb", 4).metadata["recoupe"]
    assert told == {
        "title": "What of topics? (space)",
        "corpus": "seeds",
        "articles": [["A", "", "<T>", ""], ["B", "", "<T>", ""]],
        "parameters": {"corpus": "../seeds", "seed": 1, "topic": "space"},
        "notebook": "topics",
        "briefings": ["topics-space"],
        "titles": {"topics-space": "What of topics? (space)"},
        "lang": "en",
    }


def test_the_title_names_the_topic():
    def named(question, topic):
        return index.name_of(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(question)]), topic)

    assert named("# Who speaks of this topic?", "space") == "Who speaks of “space”?"
    assert named("# Who speaks?", "space") == "Who speaks? (space)"
    assert named("# Who speaks of this topic?", "") == "Who speaks of this topic?"
    assert named("Nothing", "space") == ""


def test_the_articles_of_a_head_show_how_they_open(tmp_path):
    rows = {"documents": small.documents(), "units": small.units()}
    rows["documents"]["title"] = ["", "Boris " * 40, "Titre"]
    gathered = Inputs(tmp_path, None, {}, {}, rows)
    cut = "Boris " * 18 + "…"  # 109 characters: another Boris would make more than 110
    assert gathered.articles() == [
        ["A", "The Herald", "Alma buys rockets.", "2024-05-01"],
        ["B", "", cut, ""],
        ["C é", "Le Courrier", "Titre", ""],
    ]
    assert [row[0] for row in gathered.articles(["a", "C é"])] == ["A", "C é"]


def test_validation_runs_where_there_is_a_coding(desk, tmp_path):
    coded = builder.corpus(tmp_path / "coded" / "seeds", coded=True)
    choices, places = {"topic": ["space"]}, {"corpus": "../seeds", "coding": "../seeds/coding"}
    names = [r.name for r in plan.reports(Request(), choices=choices, places=places, within=desk.notebooks)]
    assert names == ["briefing", "topics-space", "validation"]
    assert coded.is_dir()
    with pytest.raises(ParameterError, match="has no folder coding/"):
        build(desk.corpus, desk.output, within=desk.notebooks, notebooks=["validation"])


def test_a_build_has_the_same_bytes_wherever_it_stands(desk, tmp_path):
    elsewhere = tmp_path / "a {place} with" / "œ" / "out"
    build(desk.corpus, desk.output, within=desk.notebooks)
    corpus = builder.corpus(tmp_path / "other" / "seeds")
    surroundings = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "fr_FR.UTF-8",
        "MPLBACKEND": "svg",
        "SOURCE_DATE_EPOCH": "99",
    }
    command = [sys.executable, builder.__file__, str(corpus), str(elsewhere), str(desk.notebooks)]
    subprocess.run(command, env=surroundings, check=True, timeout=600)
    assert files(elsewhere) == files(desk.output)


def test_forked_kernels_show_what_ordinary_ones_show(tmp_path, warm):
    figure = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.title('é')"
    table = "import os, pandas as pd\nprint(os.path.basename(os.getcwd()), hash('a'))\npd.DataFrame({'a': [1]})"
    path = notebook(tmp_path / "n.ipynb", figure, table, "import sys\nprint(1, flush=True)\nprint(2)\nsys.exit")
    forked = canonical.canonical(run_one(warm, path))
    with Kernels(forked=False) as ordinary:
        other = canonical.canonical(run_one(ordinary, path))
    assert canonical.text(forked) == canonical.text(other)
    assert any("image/png" in output.data for output in forked.cells[2].outputs if "data" in output)


def test_the_process_that_is_forked_has_one_thread(warm, tmp_path):
    run_one(warm, notebook(tmp_path / "n.ipynb", SHOW.replace("corpus", "'.'")))
    tasks = Path(f"/proc/{warm.server.process.pid}/task") if warm.server else None
    if tasks is None or not tasks.exists():
        pytest.skip("kernels are not forked here")
    assert len(list(tasks.iterdir())) == 1


# What may be asked


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"given": {"topik": "space"}}, "there is no parameter 'topik'; the parameters are seed, topic"),
        ({"given": {"topic": "spice"}}, "there is no 'spice'; choose among military, space"),
        ({"given": {"seed": "one"}}, "parameter 'seed' is 'one' (str), expected int"),
        ({"given": {"seed": -1}}, "expected a whole number from 0 on"),
        ({"given": {"corpus": "."}}, "the corpus is an argument of the build"),
        ({"notebooks": ["topic"]}, "there is no notebook 'topic'; the notebooks are briefing, topics, validation"),
        ({"lexicons": "no/such"}, "lexicons: there is no file or folder 'no/such'"),
        ({"corpus": "no/such"}, "corpus: there is no file or folder 'no/such'"),
        ({"grid": "no/such.csv"}, "no/such.csv: no such table"),
    ],
)
def test_a_bad_request_is_refused_before_a_kernel_starts(desk, monkeypatch, asked, said):
    monkeypatch.setattr(kernels.Server, "fork", lambda *_: pytest.fail("a kernel was started"))
    with pytest.raises(ParameterError) as refused:
        build(**{"corpus": desk.corpus, "output": desk.output, "within": desk.notebooks, **asked})
    assert said in str(refused.value)
    assert not desk.output.exists()


def planned(desk, **asked) -> dict[str, dict]:
    choices, places = {"topic": ["military", "space"], "articles": ["A"]}, {"corpus": "../seeds"}
    made = plan.reports(Request(**asked), choices=choices, places=places, within=desk.notebooks)
    return {report.name: report.given for report in made}


def test_parameters_are_set_where_a_notebook_has_them_and_differ_from_its_default(desk):
    assert planned(desk, given={"topic": "military", "seed": "5"}) == {
        "briefing": {"seed": 5},
        "topics-military": {"seed": 5},
    }


def speaking(desk, **asked) -> dict[str, str]:
    language = COMMON + '\nlanguage: str = "en"  # which'
    notebook(desk.notebooks / "briefing.ipynb", "# What we found", SECTION, SHOW, parameters=language)
    choices, places = {"topic": ["space"], "language": ["en", "fr"]}, {"corpus": "../seeds"}
    made = plan.reports(Request(**asked), choices=choices, places=places, within=desk.notebooks)
    return {report.name: report.language for report in made}


def test_the_first_notebook_is_built_in_other_languages_too(desk):
    assert speaking(desk) == {"briefing": "en", "topics-space": "en"}
    assert speaking(desk, given={"language": "fr"}) == {"briefing": "fr", "topics-space": "en"}
    assert speaking(desk, also=["fr", "fr"]) == {"briefing": "en", "topics-space": "en", "briefing-fr": "fr"}
    assert speaking(desk, also=["fr"], given={"language": "fr"}) == {"briefing": "fr", "topics-space": "en"}


def test_a_grid_may_hold_both_languages(desk, tmp_path):
    grid = tmp_path / "grid.csv"
    grid.write_text("notebook,language\nbriefing,\nbriefing,fr\n", encoding="utf-8")
    assert speaking(desk, grid=grid) == {"briefing": "en", "briefing-fr": "fr"}


def test_a_language_that_is_not_spoken_is_refused_with_those_that_are(desk):
    for asked in ({"given": {"language": "de"}}, {"also": ["de"]}):
        with pytest.raises(ParameterError, match="there is no 'de'; choose among en, fr"):
            speaking(desk, **asked)
    with pytest.raises(ParameterError, match="notebook 'topics' has no parameter 'language'"):
        speaking(desk, also=["fr"], notebooks=["topics"])


def test_a_grid_is_a_report_a_row(desk, tmp_path):
    grid = tmp_path / "grid.csv"
    grid.write_text("notebook,topic,seed\ntopics,space,\ntopics,space,2\nbriefing,,\n", encoding="utf-8")
    assert planned(desk, grid=grid) == {
        "topics-space": {"topic": "space"},
        "topics-space-2": {"topic": "space", "seed": 2},
        "briefing": {},
    }


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("notebook,topic\nbriefing,space\n", "row 2: there is no parameter 'topic'; the parameters are seed"),
        ("notebook,topic\ntopic,space\n", "row 2: notebook 'topic'; the notebooks are briefing, topics"),
        ("notebook,corpus\nbriefing,x\n", "row 2: there is no parameter 'corpus'"),
        ("notebook,topic\ntopics,space,5\n", "row 2: too many cells"),
        ("notebook,topic\ntopics,space\ntopics,space\n", "two reports would be called 'topics-space'"),
        ("notebook\n", "there is no notebook to run"),
    ],
)
def test_a_grid_that_makes_no_sense_is_refused(desk, tmp_path, table, said):
    grid = tmp_path / "grid.csv"
    grid.write_text(table, encoding="utf-8")
    with pytest.raises(ParameterError) as refused:
        planned(desk, grid=grid)
    assert said in str(refused.value)


def test_a_notebook_of_ones_own_is_run_and_the_index_is_not_written_over(desk, tmp_path):
    own = notebook(tmp_path / "Mon Étude.ipynb", SHOW)
    assert planned(desk, notebooks=[str(own)]) == {"mon-etude": {}}
    with pytest.raises(ParameterError, match="a report cannot be called 'index'"):
        planned(desk, notebooks=[str(notebook(tmp_path / "index.ipynb", SHOW))])


# Notebooks that fail


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("raise ValueError('one\\ntwo')", "ValueError: two"),
        ("import sys\nsys.exit(0)", "the cell ended the notebook (SystemExit: 0)"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "the kernel died"),
        ("import time\ntime.sleep(60)", "the cell ran longer than 2 seconds"),
        ("def", "SyntaxError: invalid syntax"),
    ],
)
def test_a_failure_names_report_parameters_heading_and_error(warm, tmp_path, source, said):
    path = notebook(tmp_path / "n.ipynb", "x = 1", SECTION, source, "## Never", "x = 2")
    with pytest.raises(BuildError) as failed:
        run_one(warm, path, {"seed": 3}, timeout=2)
    first, reason = str(failed.value).splitlines()
    assert first == "one (seed = 3) stopped in the cell under “Who is there?”"
    assert said in reason


def test_a_notebook_without_code_is_no_report(warm, tmp_path):
    with pytest.raises(BuildError, match="the notebook has no code to run"):
        run_one(warm, notebook(tmp_path / "n.ipynb", parameters=""))


def test_a_cell_that_did_not_run_is_found(warm, tmp_path):
    executed = run_one(warm, notebook(tmp_path / "n.ipynb", "1", "2"))
    assert proof(executed) is None
    executed.cells[3].execution_count = None
    assert proof(executed) == (3, "the cell did not run to its end")


def test_a_failed_build_leaves_the_former_one_and_no_trace(desk):
    build(desk.corpus, desk.output, within=desk.notebooks, notebooks=["briefing"])
    before = files(desk.output)
    notebook(desk.notebooks / "topics.ipynb", SECTION, "1 / 0")
    with pytest.raises(BuildError, match="ZeroDivisionError"):
        build(desk.corpus, desk.output, within=desk.notebooks)
    assert files(desk.output) == before
    assert [p.name for p in desk.output.parent.glob(".out.*")] == [".out.lock"]


def test_a_failure_stops_the_notebooks_that_still_run(warm, tmp_path):
    endless = Notebook(notebook(tmp_path / "endless.ipynb", "import time\ntime.sleep(900)"))
    wrong = Notebook(notebook(tmp_path / "wrong.ipynb", "1 / 0"))
    begun = time.monotonic()
    with Kernels() as own, pytest.raises(BuildError, match="ZeroDivisionError"):
        execute_all([Report("endless", endless), Report("wrong", wrong)], own, tmp_path, lambda *_: None, jobs=2)
    assert time.monotonic() - begun < 600, "it waited for the endless one"


def test_a_path_of_the_machine_is_not_published(desk):
    notebook(desk.notebooks / "briefing.ipynb", SECTION, "import os\nos.path.abspath(corpus)")
    with pytest.raises(BuildError, match="briefing: the cell under “Who is there\\?” shows a path of this machine"):
        build(desk.corpus, desk.output, within=desk.notebooks, notebooks=["briefing"])
    assert not desk.output.exists()


def test_an_exporter_that_fails_is_named_and_publishes_nothing(desk, monkeypatch):
    def fail(*_: object) -> None:
        raise ValueError("no such font\nat line 3")

    monkeypatch.setattr(builder.Stand, "from_notebook_node", fail)
    with pytest.raises(BuildError) as failed:
        build(desk.corpus, desk.output, within=desk.notebooks, notebooks=["briefing"])
    assert str(failed.value) == "briefing cannot be exported\n  ValueError: no such font"
    assert not desk.output.exists()


def test_a_warning_is_reported_and_not_published(desk):
    notebook(desk.notebooks / "briefing.ipynb", SECTION, "import warnings\nwarnings.warn('careful')\nprint('a')")
    built = build(desk.corpus, desk.output, within=desk.notebooks, notebooks=["briefing"])
    assert built.warnings == [
        "briefing: the cell under “Who is there?” wrote to stderr: UserWarning: careful",
    ]
    assert b"careful" not in (desk.output / "briefing.html").read_bytes()
    assert "UserWarning" not in (desk.output / "briefing.ipynb").read_text("utf-8")


# The output folder


def test_files_of_others_are_not_touched(desk):
    desk.output.mkdir()
    (desk.output / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(BuildError, match=r"holds thesis\.txt, which no build wrote"):
        build(desk.corpus, desk.output, within=desk.notebooks)
    assert list(files(desk.output)) == ["thesis.txt"]
    desk.output = desk.output / "thesis.txt"
    with pytest.raises(BuildError, match="is a file; name a folder"):
        build(desk.corpus, desk.output, within=desk.notebooks)


def test_a_file_added_to_a_former_build_is_not_touched(tmp_path):
    output = tmp_path / "out"
    output.mkdir()
    publish.replace(output / "index.html", b"")
    publish.replace(output / publish.MANIFEST, b'{"versions": {"recoupe": "1"}, "outputs": {"index.html": ""}}')
    publish.refuse_strangers(output)
    (output / "notes").mkdir()
    (output / "notes" / "mine.txt").write_text("", encoding="utf-8")
    with pytest.raises(BuildError, match=r"holds notes/mine\.txt"):
        publish.refuse_strangers(output)


def test_the_corpus_itself_is_no_output_folder(desk):
    before = files(desk.corpus)
    with pytest.raises(BuildError, match="which no build wrote"):
        build(desk.corpus, desk.corpus, within=desk.notebooks)
    assert files(desk.corpus) == before


def test_an_interrupted_replacement_is_undone(tmp_path):
    former, left = tmp_path / ".out.former", tmp_path / ".out.building-x"
    for folder in (former, left):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, encoding="utf-8")
    publish.recover(tmp_path / "out")
    assert files(tmp_path) == {"out/index.html": b".out.former"}


def test_an_interrupted_removal_is_completed(tmp_path):
    for name in ("out", ".out.former"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    publish.recover(tmp_path / "out")
    assert files(tmp_path) == {"out/index.html": b"out"}


def test_when_the_new_build_cannot_be_put_in_place_the_former_is(tmp_path):
    (tmp_path / "out").mkdir()
    with pytest.raises(BuildError, match="cannot be put in place"):
        publish.publish(tmp_path / "nothing", tmp_path / "out")
    assert (tmp_path / "out").is_dir()


def test_two_builds_of_one_folder_do_not_mix(tmp_path):
    output = tmp_path / "out"
    with (
        publish.staging(output) as first,
        pytest.raises(BuildError, match="another build is writing"),
        publish.staging(output),
    ):
        pass
    assert not first.exists()
    with publish.staging(output) as second:
        assert second.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="process groups of POSIX")
def test_ctrl_c_leaves_the_former_build_and_no_process(desk):
    build(desk.corpus, desk.output, within=desk.notebooks, notebooks=["briefing"])
    before = files(desk.output)
    mark = desk.output.parent / "started"
    notebook(
        desk.notebooks / "briefing.ipynb",
        f"import os, time\nopen({str(mark)!r}, 'w').write(str(os.getpid()))\ntime.sleep(900)",
    )
    command = [sys.executable, builder.__file__, str(desk.corpus), str(desk.output), str(desk.notebooks)]
    running = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    assert wait_for(lambda: mark.exists() and mark.read_text())
    os.killpg(running.pid, signal.SIGINT)
    assert running.wait(20) != 0
    assert wait_for(lambda: not alive(int(mark.read_text())))
    assert files(desk.output) == before
    assert [p.name for p in desk.output.parent.glob(".out.*")] == [".out.lock"]


@pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux")
def test_kernels_end_when_their_build_is_killed(desk):
    mark = desk.output.parent / "started"
    notebook(
        desk.notebooks / "briefing.ipynb",
        f"import os, time\nopen({str(mark)!r}, 'w').write(str(os.getpid()))\ntime.sleep(900)",
    )
    command = [sys.executable, builder.__file__, str(desk.corpus), str(desk.output), str(desk.notebooks)]
    running = subprocess.Popen(command, start_new_session=True)
    assert wait_for(lambda: mark.exists() and mark.read_text())
    running.kill()
    running.wait()
    assert wait_for(lambda: not alive(int(mark.read_text())))


def wait_for(what, seconds: float = 200) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.05)
    return False


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


# The stored notebooks


def test_check_finds_what_does_not_reproduce_and_update_stores_it(desk):
    asked = {"within": desk.notebooks, "names": ["briefing"]}
    without = "briefing: it is stored without outputs; `recoupe check --update` stores them"
    assert check.check(**asked) == check.check(**asked, update=True) == [without]
    assert check.check(**asked) == []
    path = desk.notebooks / "briefing.ipynb"
    path.write_text(path.read_text("utf-8").replace("<b>2</b>", "<b>3</b>"), encoding="utf-8")
    (found,) = check.check(**asked)
    assert found.startswith("briefing: the cell under “Who is there?” differs")
    assert "-<ul" in found
    assert "<b>3</b>" in found


def test_canonical_is_stable_and_keeps_what_was_shown(warm, tmp_path):
    path = notebook(tmp_path / "n.ipynb", "print('a')", "object()")
    once, twice = (canonical.text(canonical.canonical(run_one(warm, path, {"seed": 2}))) for _ in range(2))
    assert once == twice
    assert once.endswith("}\n")
    assert '"id": "injected-parameters"' in once
    assert "<object>" in once
    for varying in ("start_time", "duration", "input_path", "3.1"):
        assert varying not in once


def finding(text):
    return f'<ul class="findings"><li>{text}</li></ul>'


def told(*outputs):
    shown = [nbformat.v4.new_output("display_data", {"text/html": output}) for output in outputs]
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("f", outputs=shown)])


def test_the_index_shows_what_others_do_not():
    shown = '<ul class="findings"><li>All</li><li>A <a href="#x">1</a> &lt;b</li></ul>'
    assert index.findings(told("<p>findings</p>", shown)) == ("All", 'A <a href="#x">1</a> &lt;b')
    assert index.findings(nbformat.v4.new_notebook()) == ()
    entries = [Entry("a", "A", ("All", "one")), Entry("b", "B", ("All", "two")), Entry("c", "C", ("All",))]
    assert index.telling(entries) == {"a": "one", "b": "two", "c": ""}
    assert index.telling(entries[:1]) == {"a": "All"}
    assert index.telling([*entries, Entry("d", "D", ("two",))])["b"] == "two", "half of them show it, no more"


ARTICLE = '<article class="source-text" id="article-A-1" lang="fr"><h4><span class="source">A 1</span></h4></article>'
"""An article whose mark is `A 1`."""


def read(*entries, articles=(("A 1", "La Gazette", "Titre", "2023-09-14"),), **options):
    from bs4 import BeautifulSoup

    return BeautifulSoup(index.page("seeds", articles, entries, ["units"], **options), "html.parser")


def test_a_finding_on_the_index_opens_its_evidence_and_its_article():
    text = '<span class="said">la fusée</span> <a href="#evidence-x">1</a> <a href="#article-A-1">A 1</a>'
    first = index.entry("briefing", told(finding(text), ARTICLE))
    assert (first.articles, first.quoted) == (("article-A-1",), "fr")
    shown = read(first)
    links = [(link.text, link["href"], link.get("class")) for link in shown.select(".first p:not(.files) a")]
    assert links == [
        ("1", "briefing.html#evidence-x", None),
        ("A 1", "briefing.html#article-A-1", ["source"]),
    ]
    assert shown.find(class_="said")["lang"] == "fr"
    assert [link["href"] for link in shown.select(".articles a")] == ["briefing.html#article-A-1"] * 2
    assert shown.find("time").text == "14 September 2023"


def test_an_article_that_no_briefing_holds_is_not_linked():
    shown = read(index.entry("topics", told(finding('<a href="#article-A-1">A 1</a>'))))
    assert not shown.select(".articles a")
    assert [link.name for link in shown.select(".first .source")] == ["span"]


@pytest.mark.parametrize(("count", "compact"), [(1, False), (7, False), (60, True)])
def test_the_index_holds_one_briefing_or_sixty(count, compact):
    shown = read(*[Entry(f"topics-{number}", f"What of {number}?", (f"Finding {number}",)) for number in range(count)])
    assert [section.h2.text for section in shown.find_all("section")] == [f"What of {n}?" for n in range(count)]
    assert bool(shown.find(class_="compact")) is compact
    assert shown.header.p.text == f"seeds · 1 article · {count} briefing{'s' if count > 1 else ''}"


def test_a_briefing_in_another_language_says_so_on_the_index():
    found = '<a href="#evidence-a">Un fait</a> <span class="said">They met</span>'
    shown = read(Entry("a", "What?", ()), Entry("a-fr", "Quoi ?", (found,), quoted="en", lang="fr"))
    english, french = shown.find_all("section")
    assert "lang" not in english.h2.attrs
    assert (french.h2["lang"], french.p["lang"], french.find(class_="said")["lang"]) == ("fr", "fr", "en")
    assert "lang" not in french.find(class_="files").attrs


def test_the_index_speaks_the_language_of_the_briefings():
    shown = read(Entry("a", "Quoi ?", ("Un fait",)), lang="fr", articles=(("A", "", "", "2023-09-14"),))
    assert shown.html["lang"] == "fr"
    assert shown.h1.text == "Ce que racontent les articles"
    assert shown.select_one(".articles li").text == "A média inconnu · 14 septembre 2023"
    with language.speaking("fr"):
        assert read().h1.text == "Ce que racontent les articles"


def test_the_index_of_nothing_is_a_page():
    shown = read(articles=())
    assert shown.header.p.text == "seeds · no article · 0 briefings"
    assert not shown.find("section")
