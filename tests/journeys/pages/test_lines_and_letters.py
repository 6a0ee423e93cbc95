"""Running text has lines an eye can follow, and Kyrgyz letters come from the face of their neighbours."""

import pytest

from .looking import ask
from .table import TABLE

pytestmark = pytest.mark.browser

WITH_PROSE = [kind for kind in TABLE if kind.prose]
[KYRGYZ] = [kind for kind in TABLE if kind.name == "story in Kyrgyz"]


@pytest.mark.parametrize("kind", WITH_PROSE, ids=lambda kind: kind.name)
@pytest.mark.parametrize(("width", "shortest", "longest"), [(390, 28, 60), (1280, 45, 80)], ids=["phone", "desktop"])
def test_a_line_is_neither_short_nor_long(show, kind, width, shortest, longest):
    page = show(kind, width=width, height=900)
    assert shortest <= ask(page, "lettersInLine", kind.prose) <= longest


@pytest.mark.parametrize("selector", ["h1", ".text > p"])
def test_letters_of_turkic_and_tajik_names_come_from_one_face(show, selector):
    page = show(KYRGYZ)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert len({font["familyName"] for font in fonts}) == 1, fonts
