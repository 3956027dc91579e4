"""The kernel manager of a build, for papermill and nbclient: `Kernels.manager_class` is made of it."""

import os
import signal
import sys
import uuid
from typing import TYPE_CHECKING, Any

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner

from analysis.briefing.environment import environment

if TYPE_CHECKING:
    from analysis.briefing.kernels import Kernels

QUIET = ["--IPKernelApp.log_level=40", "--HistoryManager.enabled=False"]


class BuildProvisioner(LocalProvisioner):
    """Starts a kernel of a build: forked from the server if there is one, else as a process of its own."""

    kernels: "Kernels"
    connection_file: str

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Launch arguments, with the environment of a build."""
        kwargs["env"] = environment(self.kernels.folder, kwargs.get("env", os.environ))
        return await super().pre_launch(**kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Start the kernel and return its connection information."""
        self.kernels.started.append(self)
        if self.kernels.server is None:
            await super().launch_kernel(cmd, **kwargs)
        else:
            self.cwd = str(kwargs.get("cwd") or os.getcwd())
            forked = self.kernels.server.fork(self.connection_file, self.cwd, QUIET)
            self.process, self.pid = forked, forked.pid  # type: ignore[assignment]
        if self.kernels.closed:  # the build ended while this kernel was on its way
            self.stop()
        return self.connection_info

    def stop(self) -> None:
        """Kill the kernel and what it started, if it runs."""
        if self.process is None or self.process.poll() is not None:
            return
        if self.pgid:
            os.killpg(self.pgid, signal.SIGKILL)
        else:
            self.process.kill()


class BuildKernelManager(AsyncKernelManager):
    """A kernel manager whose connection files and sockets stand in the build's own folder."""

    kernels: "Kernels"

    def __init__(self, **kwargs: Any) -> None:
        folder = self.kernels.folder
        local = sys.platform != "win32" and len(str(folder)) < 70  # a socket's path has at most 104 characters
        super().__init__(
            connection_file=str(folder / f"{uuid.uuid4().hex[:12]}.json"),
            transport="ipc" if local else "tcp",
            **kwargs,
        )
        self.provisioner = BuildProvisioner(kernel_spec=self.kernel_spec, parent=self)
        self.provisioner.kernels, self.provisioner.connection_file = self.kernels, self.connection_file
