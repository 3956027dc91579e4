"""Cases: what a module finds in a text, each with the reason why it is asked."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of `cases/NAME.json`."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def each(found: list[dict[str, Any]]) -> list[Any]:
    """The cases as parameters of a test, named by their `why`; a known failure is to fail."""
    return [pytest.param(case, id=case["why"], marks=marks(case)) for case in found]


def marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    """The strict expectation of failure, where the case says that it is known."""
    return [pytest.mark.xfail(strict=True, reason=case["known_failure"])] if "known_failure" in case else []
