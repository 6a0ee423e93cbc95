"""Several processes that live and die together: the site, its worker and its clock under one supervisor.

Whichever ends first ends the others; so does a signal to the supervisor, and on Linux its sudden death.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import FrameType

GRACE_SECONDS = 10.0
_PR_SET_PDEATHSIG = 1
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def port_refusal(port: str) -> str:
    """Why the site cannot be served on this port, in one sentence; empty when it can."""
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        return f"PORT={port} is not a port: write a number from 1 to 65535, such as PORT=8080."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just given up counts as free
        try:
            probe.bind(("127.0.0.1", int(port)))
        except PermissionError:
            return f"Port {port} is not open to this user: choose one above 1023, such as PORT=8080."
        except OSError:
            return f"Port {port} is taken: end what runs there, or choose another with PORT=, such as PORT=8080."
    return ""


def run_together(commands: Mapping[str, list[str]], tell: Callable[[str], None] = print) -> int:
    """Run these commands until one ends or we are told to stop, then end all. Returns an exit code.

    Each child leads a process group of its own, so that Ctrl-C reaches only the supervisor, which then ends them
    in order, their own children included.
    """
    told: list[int] = []

    def note(signum: int, _frame: FrameType | None) -> None:
        told.append(signum)

    before = {signum: signal.signal(signum, note) for signum in _ENDING}
    running: dict[str, subprocess.Popen] = {}
    try:
        for name, command in commands.items():
            running[name] = subprocess.Popen(command, process_group=0, preexec_fn=_dies_with_parent())
        ended = ""
        while not told and not ended:
            time.sleep(0.2)
            ended = next((name for name, child in running.items() if child.poll() is not None), "")
        if ended:
            tell(f"The {ended} has ended with code {running[ended].returncode}: stopping the others.")
        return 1 if ended else 0
    finally:
        end(list(running.values()))
        for signum, handler in before.items():
            signal.signal(signum, handler)


def end(children: list[subprocess.Popen]) -> None:
    """Ask every child to end, wait, and end what is left of its group by force."""
    for child in children:
        _signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, deadline - time.monotonic()))
        _signal_group(child, signal.SIGKILL)
        child.wait()


def _signal_group(child: subprocess.Popen, signum: int) -> None:
    with suppress(ProcessLookupError, PermissionError):  # nobody is left in it
        os.killpg(child.pid, signum)


def _dies_with_parent() -> Callable[[], None] | None:
    """On Linux: have the kernel end a child whose supervisor was killed and could not."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
