"""A JupyterLab of the tests' own: copies of the notebooks, a free port, no token, nothing of the user's settings."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from analysis.briefing import lab

OPEN = {"IdentityProvider.token": "", "ServerApp.port_retries": "0"}
SETTINGS = {
    "apputils-extension/notification.jupyterlab-settings": {"fetchNews": "false"},
    "apputils-extension/themes.jupyterlab-settings": {"theme": "JupyterLab Light"},
}


@contextmanager
def served(made: lab.Copies, home: Path):
    """The address of a JupyterLab on these copies; it is stopped at the end, with its kernels."""
    port = free_port()
    places = {f"JUPYTER_{name}_DIR": str(home / name.lower()) for name in ("DATA", "CONFIG", "RUNTIME")}
    places["JUPYTERLAB_SETTINGS_DIR"] = str(home / "settings")
    for name, said in SETTINGS.items():
        file = home / "settings" / "@jupyterlab" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(said), encoding="utf-8")
    log = home / "server.log"
    with log.open("wb") as output:
        start = lab.command(made, browser=False, settings={**OPEN, "ServerApp.port": str(port)})
        running = subprocess.Popen(start, stdout=output, stderr=output, env={**os.environ, **places})
    try:
        address = f"http://localhost:{port}"
        _wait(running, f"{address}/api/status", log)
        yield address
    finally:
        running.terminate()
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return int(found.getsockname()[1])


def _wait(running: subprocess.Popen, address: str, log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and running.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start: {log.read_text('utf-8', 'replace')[-2000:]}")
