"""Where the pages stand that the browser opens."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
REPORTS = Path(os.environ.get("REPORTS", ROOT / "reports"))
"""Another build is tried with `REPORTS=folder pytest tests/browser`."""
PAGES = sorted(path.name for path in REPORTS.glob("*.html"))


def address(path) -> str:
    """The address of a file, with its fragment if there is one; a mere name is one of reports/."""
    name, _, fragment = str(path).partition("#")
    return (REPORTS / name).resolve().as_uri() + (f"#{fragment}" if fragment else "")
