"""Run a command with a PostgreSQL to talk to: ``python tools/with_postgres.py pytest …``.

DATABASE_URL's server if it answers; else one is started in a folder of its own on a free loopback port, as user
postgres when we are root (it refuses root), and stopped afterwards. The exit code is the command's.
"""

import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg


def answers(url: str) -> bool:
    """True when a PostgreSQL is there and lets us in."""
    if not url.startswith(("postgres://", "postgresql://")):
        return False
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.Error:
        return False
    return True


def programs() -> Path:
    """The folder of initdb and postgres: Debian keeps it off the PATH."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(map(Path, glob.glob("/usr/lib/postgresql/*/bin")))
    if not folders:
        sys.exit("PostgreSQL is not installed: install it (Debian: apt install postgresql), or set DATABASE_URL.")
    return folders[-1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server() -> Iterator[str]:
    """A PostgreSQL for the time of the block; yields its URL. It forgets everything and syncs nothing."""
    account: dict = {}
    folder = Path(tempfile.mkdtemp(prefix="newsroom-postgres-"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        account = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    port = free_port()
    data = str(folder / "data")
    initdb = [str(programs() / "initdb"), "-D", data, "-U", "newsroom", "--auth=trust"]
    initdb += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, cwd=folder, **account)
    options = ["-k", str(folder), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=200"]
    with open(folder / "log", "w") as log:
        process = subprocess.Popen(
            [str(programs() / "postgres"), "-D", data, "-p", str(port), *options],
            cwd=folder, stdout=log, stderr=log, **account,
        )  # fmt: skip
    try:
        wait_for(port, process, folder / "log")
        yield f"postgresql://newsroom@127.0.0.1:{port}/postgres"
    finally:
        process.send_signal(signal.SIGINT)  # its fast shutdown: ends sessions, then itself
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(port: int, process: subprocess.Popen, log: Path) -> None:
    for _attempt in range(150):
        if process.poll() is not None:
            sys.exit(f"PostgreSQL did not start:\n{log.read_text()}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit(f"PostgreSQL did not answer within 30 seconds:\n{log.read_text()}")


def main(command: list[str]) -> int:
    # A signal to end becomes an exception, so that the server ends with us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if answers(os.environ.get("DATABASE_URL", "")):
        return subprocess.run(command).returncode
    with server() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
