"""Two colleagues on their phones settle a question about a draft; nothing of what is typed in it is lost."""

import pytest
from playwright.sync_api import Page, expect

from articles import revisions
from articles.content import Content
from articles.models import Comment
from tests.journeys.desk import open_article, sign_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.browser_context_args(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True),
]


def select(page: Page, words: str) -> None:
    """Select words of the text as a long press does."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector(".tiptap"), NodeFilter.SHOW_TEXT)
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words)
            if (at < 0) continue
            document.querySelector(".tiptap").focus()
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length)
          }
        }""",
        words,
    )


def is_within_reach(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_reporter_asks_about_words_and_the_editor_answers(page, console, live_server, editor, login_of, now):
    reporter = login_of("reporter", first_name="Айжан", last_name="Бекова")
    editor.first_name, editor.last_name = "Айбек", "Усенов"
    editor.save()
    body = "<p>Мост построили в 1961 году.</p><p>Его чинили дважды.</p>"
    draft = revisions.create(Content(headline="Мост", body=body), reporter, now=now)

    sign_in(page, live_server.url, reporter.username)
    open_article(page, live_server.url, draft)
    page.fill("[name=headline]", "Мост чинят")  # typed, and not saved
    select(page, "в 1961 году")
    page.locator(".to-talk").tap()
    talk = page.locator("#talk")
    expect(talk.locator(".say-about q")).to_have_text("в 1961 году")
    box = talk.get_by_role("combobox", name="Comment")
    box.press_sequentially("Или в 1963? @усен")
    talk.get_by_role("option", name="Айбек Усенов").tap()
    assert is_within_reach(page)
    talk.get_by_role("button", name="Send").tap()
    expect(talk.locator(".said-text")).to_have_text("Или в 1963? @Айбек Усенов")
    expect(page.locator("[name=headline]")).to_have_value("Мост чинят")

    page.context.clear_cookies()
    sign_in(page, live_server.url, editor.username)
    news = page.locator("#told")
    expect(news).to_contain_text("You are mentioned")
    expect(news).to_contain_text("Или в 1963?")
    assert is_within_reach(page)
    news.get_by_role("link", name="Мост").tap()
    page.locator(".tiptap").wait_for()
    talk.get_by_role("button", name="в 1961 году").tap()
    assert page.evaluate("[...CSS.highlights.get('spoken-of')].map(String)") == ["в 1961 году"]
    talk.get_by_role("button", name="Done").tap()
    expect(talk.locator(".is-done summary")).to_contain_text("Айжан Бекова")
    assert Comment.objects.get().done_by == editor
    page.goto(f"{live_server.url}/admin/")
    expect(news).to_have_count(0)
    assert console == []
