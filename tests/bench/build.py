"""Seven briefings by the stock chain and by `recoupe build`, in turn; prints seconds and their ratio."""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
REPORTS: list[tuple[str, dict[str, str]]] = [
    ("briefing", {}),
    *[("topics", {"topic": topic}) for topic in ("military", "space", "diplomacy")],
    ("coverage", {}),
    ("framing", {}),
    ("validation", {}),
]
ROUNDS = 3


def main() -> None:
    """Run both chains in turn and print one line a round, then the median ratio."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        print("no Chromium on this machine: the stock chain is timed without its print to PDF")
    ratios = []
    for number in range(1, ROUNDS + 1):
        with tempfile.TemporaryDirectory() as folder:
            stock = _timed(_stock, Path(folder), browser)
            own = _timed(_own, Path(folder))
        ratios.append(stock / own)
        print(
            f"round {number}: stock chain {stock:.1f} s, recoupe build {own:.1f} s, ratio {stock / own:.1f}", flush=True
        )
    print(f"median ratio {statistics.median(ratios):.1f} ({min(ratios):.1f}–{max(ratios):.1f}) over {ROUNDS} rounds")


def _timed(run, *args: object) -> float:
    start = time.perf_counter()
    run(*args)
    return time.perf_counter() - start


def _stock(folder: Path, browser: str | None) -> None:
    for notebook, parameters in REPORTS:
        name = "-".join([notebook, *parameters.values()])
        given = [word for pair in parameters.items() for word in ("-p", *pair)]
        source, executed = ROOT / "notebooks" / f"{notebook}.ipynb", folder / f"{name}.ipynb"
        _call(BIN / "papermill", source, executed, *given, "--cwd", ROOT / "notebooks")
        _call(BIN / "jupyter", "nbconvert", "--to", "html", executed)
        if browser:
            page, pdf = folder / f"{name}.html", folder / f"{name}.pdf"
            flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
            _call(browser, *flags, f"--user-data-dir={folder / name}", f"--print-to-pdf={pdf}", page.as_uri())


def _own(folder: Path) -> None:
    _call(BIN / "recoupe", "build", ROOT / "seeds", "-o", folder / "reports")


def _call(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
