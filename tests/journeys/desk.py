"""What every journey at the desk does: sign in, write in the editor, read as somebody without a login."""

from urllib.request import urlopen

from playwright.sync_api import Locator, Page


def sign_in(page: Page, server: str, username: str) -> None:
    """Sign in through the form with the password that ``login_of`` gives everybody."""
    page.goto(f"{server}/admin/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", "a long password")
    page.click("[type=submit]")
    page.wait_for_url(f"{server}/admin/")


def open_article(page: Page, server: str, article) -> Locator:
    """The text of an article in the editor, ready to be written in."""
    page.goto(f"{server}/admin/articles/article/{article.pk}/change/")
    return text_of(page)


def text_of(page: Page) -> Locator:
    text = page.locator(".tiptap")
    text.wait_for()
    return text


def write_at_the_end(page: Page, text: Locator, words: str) -> None:
    text.locator("> p").last.click()
    move_caret(page, "End")
    page.keyboard.type(words)


def move_caret(page: Page, key: str) -> None:
    """Press a key that moves the caret. The editor learns of it from the browser a moment later, not at once."""
    page.wait_for_timeout(100)
    page.keyboard.press(key)
    page.wait_for_timeout(100)


def read(address: str) -> bytes:
    """A public page as it comes to somebody without cookies."""
    with urlopen(address) as response:  # noqa: S310 - the test's own server
        return response.read()
