"""What makes outputs of ours at home in JupyterLab: a number opens its sentences beside the notebook.

JupyterLab shows the outputs of a trusted notebook as they are, and runs what they hold; of another one it takes away
the names that links lead to. What is added here goes into one output alone, the evidence; no briefing holds it,
because the exporters leave styles and scripts of outputs out.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.display.outputs import Shown
from analysis.language import say


class Opening(Shown):
    """An output with the evidence; in JupyterLab links of the same notebook open it in a panel."""

    def __init__(self, shown: Shown) -> None:
        self.html, self.plain = shown.html, shown.plain

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        bundle = super()._repr_mimebundle_(include, exclude)
        return bundle | {"text/html": bundle["text/html"] + added()}


def added() -> str:
    """The style and the script, which holds no word of an article."""
    style, script = (_file(name) for name in ("lab.css", "lab.js"))
    return f"<style>{style}</style><script>{script.replace('CLOSE', json.dumps(say('Close')))}</script>"


@lru_cache
def _file(name: str) -> str:
    """A file beside this one, its lines without what only sets them apart."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines)
