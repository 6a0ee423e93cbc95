"""An editor pastes from every program of a newsroom; what comes in is clean, and what does not is named.

tests/data/pastes holds each clipboard as its program writes it, and beside it what must be stored: on the first line
the notice the editor reads, then the body, a block a line.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from articles import revisions
from articles.body import sanitise
from articles.content import Content
from tests.journeys.desk import open_article, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASTES = Path(__file__).parents[1] / "data" / "pastes"
TYPES = {".html": "text/html", ".txt": "text/plain"}
CLIPBOARDS = sorted(path for path in PASTES.iterdir() if path.suffix in TYPES and not path.stem.endswith(".stored"))


@pytest.fixture
def text(page, live_server, login_of, now) -> Locator:
    editor = login_of("editor")
    draft = revisions.create(Content(headline="Проба", body="<p>Начало.</p>"), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    return open_article(page, live_server.url, draft)


def paste(text: Locator, mime: str, clipboard: str) -> None:
    text.evaluate(
        """(text, [mime, words]) => {
            const clipboardData = new DataTransfer()
            clipboardData.setData(mime, words)
            text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
        }""",
        [mime, clipboard],
    )


def pasted_alone(page: Page, text: Locator, path: Path) -> str:
    """The notice and the stored body, a block a line, after a clipboard took the place of all the text."""
    text.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    paste(text, TYPES[path.suffix], path.read_text("utf-8"))
    body = sanitise(page.locator("textarea[name=body]").input_value())
    return f"{page.locator('.desk-pasted p').text_content()}\n{body}"


def expected(path: Path) -> str:
    notice, _line, body = path.with_name(f"{path.stem}.stored.html").read_text("utf-8").partition("\n")
    return "\n".join([notice, body.replace("\n", "")])


def test_every_program_s_clipboard_arrives_whole_and_clean(page, console, text):
    assert len(CLIPBOARDS) > 20
    arrived = {path: pasted_alone(page, text, path) for path in CLIPBOARDS}
    wrong = [path for path in CLIPBOARDS if arrived[path] != expected(path)]
    assert not wrong, "\n\n".join(f"{path.name}\n{arrived[path]}\n--- is not\n{expected(path)}" for path in wrong)
    assert console == []


def test_the_notice_names_what_is_missing_until_it_is_closed_or_a_clean_paste_comes(page, console, text):
    notice = page.locator(".desk-pasted")
    expect(notice).to_be_hidden()
    paste(text, "text/html", "<p>Слова <u>здесь</u><img src='file:///a.png'></p>")
    expect(notice.get_by_role("status")).to_have_text(
        "Not pasted: pictures (1; add them from the photo library), underlining."
    )
    assert text.evaluate("text => text.previousElementSibling.className") == "desk-pasted is-open"  # under the toolbar
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_be_hidden()
    expect(text).to_be_focused()
    paste(text, "text/html", "<p><u>снова</u></p>")
    expect(notice).to_be_visible()
    paste(text, "text/plain", "чисто")
    expect(notice).to_be_hidden()
    assert console == []


def test_a_screenshot_is_sent_to_the_photo_library(page, console, text):
    text.evaluate(
        """(text) => {
            const clipboardData = new DataTransfer()
            clipboardData.items.add(new File(["x"], "image.png", { type: "image/png" }))
            text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
        }"""
    )
    expect(page.locator(".desk-pasted")).to_contain_text("pictures (1; add them from the photo library)")
    assert console == []
