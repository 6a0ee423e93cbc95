"""The docs speak of files, commands and addresses that exist."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"), *ROOT.glob("[a-z]*/README.md")]
)
MADE_LATER = ("var/", ".venv/")  # by `make demo`


@pytest.mark.parametrize("document", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_path_a_page_names_exists(document):
    text = document.read_text()
    quoted = re.findall(r"`((?:[\w.-]+/)+[\w.*-]*|[\w-]+\.(?:py|md|toml|txt))`", text)
    linked = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    named = [path for path in quoted if not path.startswith(MADE_LATER)]
    missing = [path for path in named if not any(ROOT.glob(path)) and not any(document.parent.glob(path))]
    missing += [link for link in linked if not (document.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("document", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_a_page_names_exists(document):
    text = document.read_text()
    assert set(re.findall(r"manage\.py ([a-z_]+)", text)) <= set(get_commands())
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets


def test_every_app_says_what_belongs_in_it():
    for app in ("newsroom", "articles", "media_assets", "people", "search", "clock"):
        assert "does not belong" in (ROOT / app / "README.md").read_text().casefold()
