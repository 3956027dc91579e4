"""The environment that kernels run in, so that the bytes they write depend on no machine and no person."""

import importlib.util
import os
from collections.abc import Mapping
from pathlib import Path

FIXED = {
    "PYTHONHASHSEED": "0",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "SOURCE_DATE_EPOCH": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",  # no thread before the fork
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}
PERSONAL = ("PYTHONSTARTUP", "PYTHONWARNINGS", "PYTHONOPTIMIZE", "COLUMNS", "LINES", "JPY_PARENT_PID")


def environment(folder: Path, outer: Mapping[str, str]) -> dict[str, str]:
    """The variables a kernel runs with: the caller's, but for those that would change what it writes.

    Personal settings of IPython and matplotlib are left out: `folder` stands in for the former.
    """
    kept = {name: value for name, value in outer.items() if name not in PERSONAL}
    kept |= FIXED | {"IPYTHONDIR": str(folder / "ipython")}
    matplotlib = importlib.util.find_spec("matplotlib")
    if matplotlib and matplotlib.origin:
        kept["MATPLOTLIBRC"] = str(Path(matplotlib.origin).parent / "mpl-data" / "matplotlibrc")
    ours = str(Path(__file__).parents[2])
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, [ours, outer.get("PYTHONPATH", "")]))
    return kept
