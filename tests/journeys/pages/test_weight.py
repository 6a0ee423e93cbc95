"""What a page brings with it: at most 60 kB before pictures, all of it ours, and nothing that stays behind."""

import pytest
from playwright.sync_api import Browser

from .looking import ask
from .table import every_page

pytestmark = pytest.mark.browser

LIGHT_ENOUGH = 60_000  # bytes of HTML, CSS and scripts before compression: the figure no server setting can change


@pytest.fixture
def reader(browser: Browser):
    """Somebody who was never here, under the policy of the site."""
    context = browser.new_context()
    yield context
    context.close()


@every_page
def test_a_page_is_light_is_ours_and_leaves_nothing_behind(show, site, reader, kind):
    answers, complaints = [], []
    reader.on("response", lambda answer: answers.append(answer))
    reader.on("console", lambda message: complaints.append(message.text))
    page = show(kind, reader)
    page.wait_for_load_state()
    assert [answer.url for answer in answers if not answer.url.startswith((site[0], "data:"))] == []
    assert [answer.url for answer in answers if "set-cookie" in answer.headers] == []
    assert reader.cookies() == []
    assert [text for text in complaints if "Content Security Policy" in text] == []
    assert ask(page, "unruledScripts") == []
    carried = {
        answer.url: len(answer.body())
        for answer in answers
        if answer.request.resource_type in ("document", "stylesheet", "script")
    }
    assert sum(carried.values()) <= LIGHT_ENOUGH, carried
