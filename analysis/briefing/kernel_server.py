"""A process that has imported what notebooks import, and forks a kernel of itself whenever it is asked for one.

Run as `python -m analysis.briefing.kernel_server FD FOLDER`: FD is a socket on which each message asks for a kernel
and is answered by its process id. When the socket closes, every kernel is killed, and FOLDER, which holds their files,
is removed. It is no `multiprocessing` forkserver, because that one runs the caller's main script again in each child.
"""

import gc
import importlib
import io
import json
import os
import pkgutil
import shutil
import signal
import socket
import sys

LIBRARIES = (
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "pandas",
    "matplotlib.pyplot",
    "scipy.special",
)


def serve(line: socket.socket) -> None:
    """Answer requests until the other side of `line` closes, then kill the kernels that still run."""
    kernels: set[int] = set()
    try:
        while True:
            request, received, _, _ = socket.recv_fds(line, 1 << 16, 1)
            kernels -= _ended(kernels)
            if not request:
                break
            kernel = os.fork()
            if kernel == 0:
                line.close()
                _become_kernel(request)
            os.setpgid(kernel, kernel)  # a group of its own, killed as one with what the kernel starts
            os.close(received[0])  # the kernel alone holds it: it closes when the kernel ends
            kernels.add(kernel)
            line.send(str(kernel).encode())
    finally:
        for kernel in kernels - _ended(kernels):
            os.killpg(kernel, signal.SIGKILL)


def warm() -> None:
    """Import the libraries and every module of `analysis`, and draw once: what each kernel would do again."""
    import analysis

    ours = [f"analysis.{m.name}" for m in pkgutil.iter_modules(analysis.__path__) if m.name not in ("cli", "briefing")]
    for name in (*LIBRARIES, *ours):
        try:
            importlib.import_module(name)
        except Exception:  # the notebook that needs it will say so itself
            continue
    _draw_once()
    _read_once()


def _read_once() -> None:
    # the packaged rules are proved and their tries built here: a kernel inherits them
    from analysis import lexicons, matching, tables

    matching.find(tables.empty("documents"), tables.empty("units"), lexicons.load())


def _draw_once() -> None:
    # not by pyplot: its backend must be chosen in the kernel, where IPython shows the figures
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure()
    figure.subplots().set_title("é")
    FigureCanvasAgg(figure).print_png(io.BytesIO())
    FigureCanvasSVG(figure).print_svg(io.BytesIO())


def _ended(kernels: set[int]) -> set[int]:
    return {kernel for kernel in kernels if os.waitpid(kernel, os.WNOHANG)[0]}


def _become_kernel(request: bytes) -> None:
    try:
        from ipykernel.kernelapp import IPKernelApp

        asked = json.loads(request)
        server = os.getppid()
        os.chdir(asked["cwd"])
        app = IPKernelApp.instance(parent_handle=server)  # ends with the server
        app.initialize(["-f", asked["connection_file"], *asked["arguments"]])
        app.start()
    finally:
        os._exit(0)


if __name__ == "__main__":
    warm()
    gc.freeze()
    serve(socket.socket(fileno=int(sys.argv[1])))
    shutil.rmtree(sys.argv[2], ignore_errors=True)  # the build may have been killed before it could
