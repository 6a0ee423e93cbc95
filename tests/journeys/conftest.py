"""A Chromium that walks the live site, and an eye on its console.

The system's Chromium is used (Debian: apt install chromium). Where there is none the journeys are skipped, except in
`make check`, where NEWSROOM_REQUIRE_BROWSER turns a skip into a failure.
"""

import os
import shutil

import pytest

# Playwright's own event loop runs in the test's thread, and Django would take the test for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        refuse = pytest.fail if os.environ.get("NEWSROOM_REQUIRE_BROWSER") else pytest.skip
        refuse("Chromium is not installed: install it (Debian: apt install chromium).")
    return {**browser_type_launch_args, "executable_path": chromium, "args": ["--no-sandbox"]}


@pytest.fixture
def console(page) -> list[str]:
    """Whatever the page complained of: errors, and everything its Content Security Policy has refused."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if message.type == "error" or "Content Security Policy" in message.text
            else None
        ),
    )
    return complaints


@pytest.fixture
def editor(login_of):
    """Who writes in nearly every journey."""
    return login_of("editor")
