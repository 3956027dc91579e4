"""A module imports only from lower layers; heavy packages stay where they belong and out of an import."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "analysis"
LAYERS = [
    ["tables"],
    ["conjugation", "language"],
    ["patterns"],
    ["words", "stream", "alignment"],
    ["letters", "legible"],
    ["automaton", "shingles"],
    ["counting"],
    ["stretches"],
    ["records", "matching"],
    ["lexicons"],
    ["corpus"],
    ["abbreviations", "marks", "lemmas"],
    ["sentences"],
    ["lines"],
    ["boilerplate"],
    ["forms", "credits"],
    ["roles"],
    ["segments"],
    ["numerals"],
    ["adverbs"],
    ["phrase_forms", "tokens", "names"],
    ["phrases", "capitals"],
    ["beside"],
    ["runs"],
    ["dates", "quantities", "beside_names", "cues"],
    ["gazetteer", "naming"],
    ["acronyms", "families", "identities", "offices", "peoples"],
    ["name_articles"],
    ["actors"],
    ["other_marks"],
    ["articles"],
    ["mentions"],
    ["subjects"],
    ["speakers"],
    ["statements", "insertions"],
    ["clauses"],
    ["sources", "attribution"],
    ["reported", "certainty"],
    ["descriptions"],
    ["appositions"],
    ["scenes"],
    ["anaphors", "pronouns"],
    ["referents", "nameless"],
    ["voices"],
    ["paradigms"],
    ["concept_lexicon"],
    ["concepts"],
    ["content", "portions", "linkage"],
    ["wording"],
    ["reading", "statistics", "reuse", "stories", "days", "narrowing"],
    ["telling", "clusters", "statings", "dated_clauses"],
    ["claims", "pins"],
    ["company"],
    ["likeness"],
    ["reasons"],
    ["facts"],
    ["discrepancies", "coded", "spelled"],
    ["valued"],
    ["measures", "copies", "overlaid", "sides", "repeats", "anchors", "occasions", "standing"],
    ["hedging", "rumours"],
    ["designation_kinds"],
    ["role_phrases"],
    ["designation_scenes", "modifiers", "parties"],
    ["designation_beside", "designation_houses"],
    ["designation_links"],
    ["voicing", "retold", "consensus", "resemblance", "deeds", "traits", "balance", "general", "lemmatised"],
    ["expressions", "denials"],
    ["vocabulary", "marked_words"],
    ["events", "reserves"],
    ["event_wording"],
    ["predicates", "arguments", "doers"],
    ["acted"],
    ["eventual", "conjuncts"],
    ["polarity", "nominal", "spoken"],
    ["verbal"],
    ["acting"],
    ["agency", "designations", "designation_counts"],
    [
        "completeness",
        "matrix",
        "nearby",
        "omissions",
        "topics",
        "coverage",
        "framing",
        "loaded",
        "validation",
        "salient",
    ],
    ["distance", "doubted"],
    ["lexical_table", "concordance"],
    ["distinctive"],
    ["word_power"],
    ["sourcing", "echoes", "timeline", "sharing", "hearers", "redrawn", "axes", "reliability", "robustness", "policy"],
    ["chains", "distances"],
    ["flows", "positions"],
    ["portraits"],
    ["sampling"],
    ["prose"],
    ["figures"],
    ["display"],
    ["briefing"],
    ["cli"],
]
"""From the bottom up. Some of these are packages, whose modules may import one another."""

ONLY_IN_BRIEFING = {"papermill", "nbconvert", "typst"}
HEAVY = ["matplotlib.pyplot", "nbconvert", "papermill", "scipy", "simplemma", "typst", "wordfreq"]
PLACE = {module: place for place, layer in enumerate(LAYERS) for module in layer}


def modules():
    """Each source file of the package, with the module or package of ours that it belongs to."""
    for file in sorted(PACKAGE.rglob("*.py")):
        first = file.relative_to(PACKAGE).parts[0]
        if first != "__init__.py":
            yield first.removesuffix(".py"), file


def imported(source):
    """The names that a source imports, wherever in the file: `analysis.tables`, `scipy.special` …"""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "." * node.level + (node.module or "")
        elif isinstance(node, ast.ImportFrom) and node.module == "analysis":
            yield from (f"analysis.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def faults(module, source):
    """One sentence for each import that the layers do not allow to this module."""
    if module not in PLACE:
        return [
            f"analysis/{module}.py stands in no layer: add it to LAYERS in tests/test_layers.py, above all it imports"
        ]
    return [fault for name in sorted(set(imported(source))) if (fault := _fault(module, name))]


def _fault(module, name):
    if name.startswith("."):
        return f"{module} imports {name}: write the import from `analysis` on"
    if name.split(".")[0] in ONLY_IN_BRIEFING and module != "briefing":
        return f"{module} imports {name}, which only briefing/ may"
    if not name.startswith("analysis."):
        return ""
    target = name.split(".")[1]
    if target not in PLACE:
        return f"{module} imports {name}, which stands in no layer: add it to LAYERS in tests/test_layers.py"
    if target != module and PLACE[target] >= PLACE[module]:
        return f"{module} imports {target}, which is not in a lower layer"
    return ""


@pytest.mark.parametrize(
    ("module", "file"),
    [pytest.param(module, file, id=file.relative_to(PACKAGE).as_posix()) for module, file in modules()],
)
def test_a_module_imports_only_from_lower_layers(module, file):
    assert faults(module, file.read_text(encoding="utf-8")) == []


def test_every_layer_is_on_disk():
    assert sorted(PLACE) == sorted({module for module, _ in modules()})


def test_the_table_of_contents_imports_nothing():
    assert list(imported((PACKAGE / "__init__.py").read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "source", "sentences"),
    [
        ("matching", "from analysis import patterns, tables\nimport pandas", []),
        ("statistics", "from analysis.statistics.intervals import wilson", []),
        ("briefing", "def f():\n    import papermill", []),
        ("automaton", "from analysis import matching", ["automaton imports matching, which is not in a lower layer"]),
        ("automaton", "def f():\n    import analysis.cli", ["automaton imports cli, which is not in a lower layer"]),
        ("topics", "from analysis.coverage import x", ["topics imports coverage, which is not in a lower layer"]),
        ("cli", "def f():\n    import typst", ["cli imports typst, which only briefing/ may"]),
        ("topics", "from nbconvert.x import y", ["topics imports nbconvert.x, which only briefing/ may"]),
        ("topics", "from .tables import x", ["topics imports .tables: write the import from `analysis` on"]),
        (
            "gossip",
            "",
            ["analysis/gossip.py stands in no layer: add it to LAYERS in tests/test_layers.py, above all it imports"],
        ),
        (
            "topics",
            "from analysis import gossip",
            ["topics imports analysis.gossip, which stands in no layer: add it to LAYERS in tests/test_layers.py"],
        ),
    ],
)
def test_what_the_layers_refuse(module, source, sentences):
    assert faults(module, source) == sentences


def test_an_import_of_the_library_is_light():
    core = [module for module in PLACE if module != "briefing"]
    lines = [f"import analysis.{module}" for module in core]
    script = "\n".join(["import json, sys, analysis", *lines, "print(json.dumps(sorted(sys.modules)))"])
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert [name for name in HEAVY if name in json.loads(done.stdout)] == []
