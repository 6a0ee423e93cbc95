"""The demo's processes live and die together; a port that cannot be had is a sentence before anything is done."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from newsroom import demo
from newsroom.serving import port_refusal, run_together

ROOT = Path(__file__).resolve().parent.parent.parent
# A supervisor of two sleepers; each writes its process id to a file named on the command line.
SLEEPER = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(60)"
SUPERVISOR = f"""
import sys
from newsroom.serving import run_together
sleeper = [sys.executable, "-c", {SLEEPER!r}]
sys.exit(run_together({{"site": [*sleeper, sys.argv[1]], "clock": [*sleeper, sys.argv[2]]}}))
"""


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield str(listener.getsockname()[1])


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until(condition, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def supervised(tmp_path):
    """A running supervisor and the process ids of its two children."""
    files = [tmp_path / "site", tmp_path / "clock"]
    process = subprocess.Popen([sys.executable, "-c", SUPERVISOR, *map(str, files)], cwd=ROOT)
    assert wait_until(lambda: all(file.exists() and file.read_text() for file in files))
    yield process, [int(file.read_text()) for file in files]
    process.kill()
    process.wait()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize(
    ("signum", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 0), (signal.SIGHUP, 0), (signal.SIGKILL, -9)]
)
def test_children_end_with_their_supervisor(supervised, signum, code):
    process, children = supervised
    process.send_signal(signum)
    assert process.wait(15) == code
    assert wait_until(lambda: not any(map(is_alive, children)))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_child_that_dies_ends_the_others(supervised):
    process, (site, clock) = supervised
    os.kill(clock, signal.SIGKILL)
    assert process.wait(15) == 1
    assert wait_until(lambda: not is_alive(site))


def test_the_one_that_ended_is_named():
    told = []
    ends = [sys.executable, "-c", "raise SystemExit(3)"]
    assert run_together({"worker": ends, "site": [sys.executable, "-c", SLEEPER, os.devnull]}, told.append) == 1
    assert told == ["The worker has ended with code 3: stopping the others."]


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "", "８０００"])
def test_what_is_no_port_is_refused(port):
    assert "is not a port" in port_refusal(port)


def test_a_taken_port_is_refused_before_anything_is_done(taken_port, monkeypatch):
    monkeypatch.setattr(demo, "fill", lambda say: pytest.fail("the demo was filled although its port is taken"))
    with pytest.raises(CommandError, match=f"Port {taken_port} is taken"):
        call_command("demo", port=taken_port)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_no_serve_prints_addresses_and_one_login_for_each_role(taken_port, monkeypatch, capsys, settings, tmp_path):
    settings.DATA_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    monkeypatch.setattr(demo, "fill", lambda say: [demo.Login("photo desk", "photo", "a secret")])
    call_command("demo", no_serve=True, port=taken_port)
    printed = capsys.readouterr().out
    assert f"http://localhost:{taken_port}/admin/" in printed
    assert "photo desk  photo / a secret" in printed


def test_static_files_are_gathered_again_only_when_they_changed(settings, tmp_path):
    from newsroom.management.commands.demo import collect_static

    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("a{}")
    settings.DATA_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    assert collect_static()
    assert not collect_static()
    (source / "page.css").write_text("a{color:red}")
    assert collect_static()
    assert (tmp_path / "static" / "page.css").read_text() == "a{color:red}"


@pytest.mark.django_db
def test_pages_name_the_port_that_is_served(monkeypatch):
    module = "newsroom.management.commands.demo"
    served = []
    monkeypatch.setattr(f"{module}.demo.fill", lambda say: [demo.Login("editor", "editor", "secret")])
    monkeypatch.setattr(f"{module}.collect_static", lambda: False)
    monkeypatch.setattr(f"{module}.port_refusal", lambda port: "")
    monkeypatch.setattr(f"{module}.run_together", lambda commands, say: served.append(os.environ["BASE_URL"]))
    monkeypatch.setenv("BASE_URL", "")
    monkeypatch.delenv("BASE_URL")
    with pytest.raises(SystemExit):
        call_command("demo", "--port", "8127")
    assert served == ["http://localhost:8127"]
