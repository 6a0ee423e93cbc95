"""axe-core finds nothing to say of any page: WCAG 2.2 AA and good practice, phone and desktop, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .table import every_page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUICKLY = {"resultTypes": ["violations"], "preload": False}
EVERYTHING = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    **QUICKLY,
}
# The dark page is the light one in other colours.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    **QUICKLY,
}
WINDOWS = {"phone": (390, 844), "desktop": (1280, 900)}


@every_page
def test_axe_finds_nothing(show, kind):
    page = show(kind)
    found = []
    for window, (width, height) in WINDOWS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme, rules in (("light", EVERYTHING), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)
            found += [f"{window}, {scheme}: {line}" for line in violations(page, rules)]
    assert found == []


def violations(page: Page, rules: dict) -> list[str]:
    """A line for every place a rule is broken."""
    response = Axe().run(page, options=rules).response
    return [
        f"{rule['id']} at {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in response["violations"]
        for node in rule["nodes"]
    ]
