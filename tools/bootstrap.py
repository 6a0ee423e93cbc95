"""Make .venv and put the locked packages into it: ``python3 tools/bootstrap.py runtime`` or ``… dev``.

Standard library only, and words that a Python as old as 3.6 can read: it may be the one that is found first, and has
to say so in a sentence. Whatever goes wrong is one sentence that says what to do. A second run finds the stamp of the
first and does nothing.
"""

import hashlib
import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
CANDIDATES = ["python3.14", "python3.13", "python3.12", "python3.11", "python3"]
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# Imported and not only looked for: where Debian has taken them out, an empty folder of the name may remain.
PROBE = """
import sys
def has(module, name):
    try:
        return hasattr(__import__(module), name)
    except ImportError:
        return False
print(sys.version_info[0], sys.version_info[1], has("ensurepip", "version"), has("pip", "__version__"))
"""


class Refusal(Exception):
    """The environment cannot be made; the message is the sentence for whoever asked."""


class Found:
    """A Python of this machine: where it is, its version, and whether it brings ensurepip or a pip of its own."""

    def __init__(self, path: str, version: tuple, has_ensurepip: bool, has_pip: bool):
        self.path, self.version, self.has_ensurepip, self.has_pip = path, version, has_ensurepip, has_pip

    @property
    def name(self) -> str:
        return "Python %d.%d" % self.version


def look_at(command: str):
    """What this command is, or None when no Python answers: pyenv's names may lead to nothing."""
    path = shutil.which(command)
    if not path:
        return None
    try:
        words = subprocess.check_output([path, "-I", "-c", PROBE], stderr=subprocess.DEVNULL).decode().split()
    except (OSError, subprocess.CalledProcessError):
        return None
    return Found(path, (int(words[0]), int(words[1])), words[2] == "True", words[3] == "True")


def choose(wanted: str = "") -> Found:
    """The Python to build on: the one asked for with PYTHON=, else the newest that can make an environment."""
    seen = [found for found in map(look_at, [wanted] if wanted else CANDIDATES) if found]
    if not seen:
        named = "PYTHON=%s does not run" % wanted if wanted else "No Python answers here"
        raise Refusal("%s: install Python 3.11 or newer, or name one with PYTHON=/where/it/is/python3." % named)
    fresh = [found for found in seen if found.version >= OLDEST]
    if not fresh:
        raise Refusal(
            "Python 3.11 or newer is needed and %s is %s: install a newer one, or name it with "
            "PYTHON=/where/it/is/python3." % (seen[0].path, seen[0].name)
        )
    # Debian's python3 without python3-venv lacks ensurepip; its pip, where there is one, can fill an environment too.
    able = [found for found in fresh if found.has_ensurepip] or [found for found in fresh if found.has_pip]
    if not able:
        raise Refusal(
            "%s here has neither ensurepip nor pip and cannot make an environment: on Debian or Ubuntu run "
            "'apt install python3-venv' as root, then the same command again." % fresh[0].name
        )
    return able[0]


def answers(venv: str) -> str:
    """The version of the environment's Python, or nothing when the environment is missing, broken or too old."""
    found = look_at(os.path.join(venv, "bin", "python"))
    return "%d.%d" % found.version if found and found.version >= OLDEST else ""


def make(venv: str, base: Found) -> None:
    """An environment made anew with the standard library."""
    print("Making %s with %s." % (os.path.basename(venv), base.name), flush=True)
    options = ["--clear"] if base.has_ensurepip else ["--clear", "--without-pip"]
    run([base.path, "-m", "venv", *options, venv])


def pip_of(venv: str, wanted: str) -> list:
    """The command that installs into the environment: its own pip, else that of the Python it was built on."""
    inside = os.path.join(venv, "bin", "python")
    found = look_at(inside)
    if not found.has_pip and found.has_ensurepip:
        run([inside, "-m", "ensurepip", "--default-pip"])
    elif not found.has_pip:
        return [choose(wanted).path, "-m", "pip", "--python", inside]
    return [inside, "-m", "pip"]


def run(command: list) -> None:
    """Run to the end, or raise the sentence that its last words amount to."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    if done.returncode:
        raise Refusal(explain(done.stdout))


def explain(output: str) -> str:
    """One sentence for what venv or pip has said when it failed."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    last = next((line for line in lines if line.startswith("ERROR")), lines[-1] if lines else "it said nothing")
    if "No space left" in output:
        return "The disk is full: free about 500 MB and run the same command again."
    if "Permission denied" in output or "Read-only file system" in output:
        return "The folder %s cannot be written by this user: copy the project to a folder of your own." % ROOT
    if "Retrying (" in output or "Connection" in output or "timed out" in output:
        return "The packages could not be fetched: check the network and run the same command again."
    if "No matching distribution" in output:
        wheel = output.partition("No matching distribution found for ")[2].split("\n")[0].strip()
        return "No ready-made package %s exists for this machine: see “Machines” in README.md." % wheel
    if "DO NOT MATCH THE HASHES" in output:
        return "A package is not the one that was locked: empty pip's cache with 'pip cache purge' and try again."
    return "The packages could not be installed (%s): run the same command again." % last


def files_for(name: str) -> list:
    """The requirements files an environment of this name holds; development holds the runtime as well."""
    return ["runtime"] if name == "runtime" else ["runtime", "dev"]


def stamp_text(name: str, version: str, requirements: str) -> str:
    """What the stamp says when these very packages are installed for this very Python."""
    with open(os.path.join(requirements, name + ".txt"), "rb") as file:
        return "%s %s\n" % (version, hashlib.sha256(file.read()).hexdigest())


def is_stamped(venv: str, name: str, text: str) -> bool:
    try:
        with open(os.path.join(venv, "installed-" + name)) as file:
            return file.read() == text
    except OSError:
        return False


def ensure(name: str, wanted: str = "", root: str = ROOT) -> None:
    """See to it that .venv holds the packages of ``name``; quick when it already does."""
    venv, requirements = os.path.join(root, ".venv"), os.path.join(root, "requirements")
    version = answers(venv)
    if not version:
        make(venv, choose(wanted))
        version = answers(venv)
    if is_stamped(venv, name, stamp_text(name, version, requirements)):
        return
    print("Installing the packages of requirements/%s.txt; the first time takes a minute." % name, flush=True)
    command = pip_of(venv, wanted)
    command += ["install", "--quiet", "--no-input", "--disable-pip-version-check"]
    # The lock names every package. Left to look for more, the pip of Python 3.11 stumbles over lxml[html-clean].
    command += ["--no-deps", "--only-binary", ":all:", "--require-hashes"]
    command += ["-r", os.path.join(requirements, name + ".txt")]
    run(command)
    for each in files_for(name):
        with open(os.path.join(venv, "installed-" + each), "w") as file:
            file.write(stamp_text(each, version, requirements))


def main() -> None:
    try:
        ensure(sys.argv[1], os.environ.get("PYTHON", ""))
    except Refusal as refusal:
        sys.exit(str(refusal))
    except OSError as error:
        sys.exit("The environment could not be made (%s): see to that and run the same command again." % error)
    except KeyboardInterrupt:
        sys.exit("Stopped: run the same command again to go on.")


if __name__ == "__main__":
    main()
