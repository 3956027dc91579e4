"""The messages that the code says: every literal argument of `say` and `many`, and of `more` where lists are cut."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "analysis"
FORMS = {"say": 1, "many": 2}


def said() -> dict[tuple[str, str], tuple[str, str]]:
    """(message, its plural or "") → (file, line) where it is said first."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for message, line in within(ast.parse(path.read_text("utf-8"))):
            found.setdefault(message, (str(path.relative_to(PACKAGE)), str(line)))
    return found


def unreadable() -> list[str]:
    """Calls of `say` and `many` whose message is not a literal, outside of `language` itself."""
    return [
        f"{path.relative_to(PACKAGE)}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.name != "language.py"
        for call in _calls(ast.parse(path.read_text("utf-8")))
        if not _literals(call) and not any(isinstance(arg, ast.Starred) for arg in call.args)
    ]


def within(tree: ast.AST) -> Iterator[tuple[tuple[str, str], int]]:
    """((message, its plural or ""), line) of a source."""
    for call in _calls(tree):
        if literals := _literals(call):
            yield (literals[0], "".join(literals[1:])), call.lineno
        for keyword in call.keywords:
            if keyword.arg == "none" and isinstance(keyword.value, ast.Constant) and keyword.value.value:
                yield (str(keyword.value.value), ""), call.lineno
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "more" and isinstance(node.value, ast.Tuple):
            one, more = (part.value for part in node.value.elts if isinstance(part, ast.Constant))
            yield (str(one), str(more)), node.value.lineno


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in FORMS:
                yield node


def _literals(call: ast.Call) -> list[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return texts if len(texts) == FORMS[name] else []
