"""Kernels for a build: forked from a warmed process where that is safe, in an environment that fixes the bytes.

Nothing heavy is imported here, so that the other process warms up while this one imports what it needs.
"""

import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.briefing.environment import environment

if TYPE_CHECKING:
    from analysis.briefing.kernel_manager import BuildProvisioner


class Kernels:
    """A context in which `manager_class` starts kernels; leaving it kills those that still run.

    >>> with Kernels() as kernels:                                           # doctest: +SKIP
    ...     papermill.execute_notebook(..., kernel_manager_class=kernels.manager_class)
    """

    def __init__(self, *, forked: bool | None = None) -> None:
        """Kernels `forked` from a warmed process, or started anew; None: forked where that is safe (Linux)."""
        self.forked = sys.platform == "linux" if forked is None else forked
        self.started: list[BuildProvisioner] = []
        self.closed = False

    @property
    def manager_class(self) -> type:
        """The kernel manager to give to papermill or nbclient."""
        from analysis.briefing.kernel_manager import BuildKernelManager

        return type("BuildKernelManager", (BuildKernelManager,), {"kernels": self})

    def __enter__(self) -> "Kernels":
        self.folder = Path(tempfile.mkdtemp(prefix="recoupe-"))
        self.server = Server(self.folder) if self.forked else None
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        if self.server:
            self.server.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def kill(self) -> None:
        """Kill the kernels that run, and start no other: whoever waits for one learns that it died."""
        self.closed = True
        for provisioner in self.started:
            provisioner.stop()


class Server:
    """The warmed process, and the line to it."""

    def __init__(self, folder: Path) -> None:
        """Start it; it warms up while the caller goes on, and answers the first request when it is ready."""
        self.lock, self.asked = threading.Lock(), False
        self.line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, (folder / "server.log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "analysis.briefing.kernel_server", str(theirs.fileno()), str(folder)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment(folder, os.environ),
                start_new_session=True,  # Ctrl-C in a terminal is for the build, which then closes the line
            )
        self.log = folder / "server.log"

    def fork(self, connection_file: str, cwd: str, arguments: list[str]) -> "ForkedKernel":
        """A new kernel in the folder `cwd`."""
        request = json.dumps({"connection_file": connection_file, "cwd": cwd, "arguments": arguments})
        alive, theirs = os.pipe()
        try:
            with self.lock:
                self.asked = True
                socket.send_fds(self.line, [request.encode()], [theirs])
                answer = self.line.recv(64)
        except OSError:
            answer = b""
        finally:
            os.close(theirs)
        if not answer:
            from analysis.tables import BuildError

            os.close(alive)
            said = self.log.read_text("utf-8", "replace").strip().splitlines() if self.log.exists() else []
            raise BuildError(f"the process that kernels are forked from has ended: {' '.join(said[-1:])}")
        return ForkedKernel(int(answer), alive)

    def close(self) -> None:
        """End the server, and with it its kernels."""
        self.line.close()
        if not self.asked:  # it has no kernel to end, and may still be importing
            self.process.kill()
        self.process.wait()


class ForkedKernel:
    """A process that is not our child, with the part of `subprocess.Popen` that jupyter_client uses.

    `alive` is the reading end of a pipe whose other end only the kernel holds.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int, alive: int) -> None:
        self.pid, self.alive = pid, alive

    def poll(self) -> int | None:
        """None while it runs."""
        if self.alive < 0:
            return 0
        if not select.select([self.alive], [], [], 0)[0]:
            return None
        os.close(self.alive)
        self.alive = -1
        return 0

    def wait(self) -> int:
        """0, once it has ended."""
        if self.alive >= 0:
            select.select([self.alive], [], [])
        return self.poll() or 0

    def send_signal(self, signum: int) -> None:
        """Signal it and what it started, if it still runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it ends at this moment
                os.killpg(self.pid, signum)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)
