"""The first command on a bare machine: which Python it builds on, and its one sentence when it cannot."""

import ast
import importlib.util
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "tools" / "bootstrap.py"
spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
bootstrap = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bootstrap)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine with exactly the Pythons that a test gives it: name -> what it answers to the probe."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def install(**answers: str) -> Path:
        for name, answer in answers.items():
            program = folder / name.replace("_", ".")
            program.write_text(f"#!/bin/sh\n{answer}\n")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return folder

    return install


def test_old_pythons_can_read_it():
    ast.parse(SCRIPT.read_text(), feature_version=(3, 6))


def test_the_newest_python_that_can_make_an_environment_is_chosen(machine):
    machine(python3="echo 3 11 True True", python3_12="echo 3 12 True False", python3_14="echo 3 14 False False")
    assert bootstrap.choose().name == "Python 3.12"


def test_a_name_that_leads_to_nothing_is_passed_over(machine):
    machine(python3_13="exit 127", python3="echo 3 11 True True")
    assert bootstrap.choose().name == "Python 3.11"


def test_debian_without_venv_uses_its_pip(machine):
    machine(python3="echo 3 11 False True")
    assert not bootstrap.choose().has_ensurepip


@pytest.mark.parametrize(
    ("pythons", "wanted", "words"),
    [
        ({"python3": "echo 3 9 True True"}, "", ["Python 3.9", "Python 3.11 or newer", "PYTHON="]),
        ({"python3": "echo 3 11 False False"}, "", ["ensurepip", "apt install python3-venv"]),
        ({}, "", ["No Python", "install Python 3.11"]),
        ({"python3": "echo 3 12 True True"}, "python9", ["PYTHON=python9 does not run"]),
        ({"python3": "echo 3 12 True True", "old": "echo 3 8 True True"}, "old", ["Python 3.8", "PYTHON="]),
    ],
)
def test_a_python_that_will_not_do_is_refused_in_one_sentence(machine, pythons, wanted, words):
    machine(**pythons)
    with pytest.raises(bootstrap.Refusal) as refused:
        bootstrap.choose(wanted)
    sentence = str(refused.value)
    assert all(word in sentence for word in words)
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError'", "check the network"),
        ("ERROR: Could not find a version\nERROR: No matching distribution found for pillow==13.0.0", "pillow==13.0.0"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "pip cache purge"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "cannot be written"),
        ("ERROR: something nobody thought of\nmore", "something nobody thought of"),
        ("", "said nothing"),
    ],
)
def test_what_pip_says_becomes_a_sentence(said, words):
    sentence = bootstrap.explain(said)
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_the_command_ends_with_the_sentence_and_no_traceback(tmp_path):
    old = tmp_path / "python-of-old"
    old.write_text("#!/bin/sh\necho 3 9 True True\n")
    old.chmod(0o755)
    copy = tmp_path / "project" / "tools" / "bootstrap.py"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(SCRIPT.read_bytes())
    done = subprocess.run(
        [sys.executable, copy, "runtime"], env={**os.environ, "PYTHON": str(old)}, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_stamp_holds_for_these_packages_and_this_python_only(tmp_path):
    (tmp_path / "runtime.txt").write_text("django==5.2.19\n")
    text = bootstrap.stamp_text("runtime", "3.11", str(tmp_path))
    (tmp_path / "installed-runtime").write_text(text)
    assert bootstrap.is_stamped(str(tmp_path), "runtime", text)
    assert not bootstrap.is_stamped(str(tmp_path), "runtime", bootstrap.stamp_text("runtime", "3.12", str(tmp_path)))
    (tmp_path / "runtime.txt").write_text("django==5.2.20\n")
    assert not bootstrap.is_stamped(str(tmp_path), "runtime", bootstrap.stamp_text("runtime", "3.11", str(tmp_path)))


def test_development_holds_every_package_of_the_runtime_at_its_version():
    def pins(name: str) -> set[str]:
        lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
        return {line.split(" ")[0] for line in lines if "==" in line and not line.startswith((" ", "#"))}

    assert pins("runtime") < pins("dev")


def test_no_committed_file_names_a_registry():
    for name in ("runtime.txt", "dev.txt"):
        assert "://" not in (ROOT / "requirements" / name).read_text()
