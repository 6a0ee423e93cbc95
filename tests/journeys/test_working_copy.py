"""Nothing typed is lost: a killed window, a session that is over, a network that is gone."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles import revisions, workflow
from articles.content import Content
from articles.models import Autosave
from tests.journeys.desk import open_article, sign_in, text_of, write_at_the_end

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEPT = "The working copy was kept"


@pytest.fixture
def draft(editor, now):
    return revisions.create(Content(headline="Паром", body="<p>Паром пошёл.</p>"), editor, now=now)


def go_on(page, text):
    """Take the offer of the page and find the words in the editor."""
    expect(page.locator(".offer")).to_have_count(1)
    page.get_by_role("link", name="Go on from it").click()
    expect(text_of(page)).to_contain_text(text)


def test_a_killed_window_loses_nothing_and_shows_no_version(page, console, live_server, editor, draft, new_context):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    write_at_the_end(page, text, " Он вернулся вечером.")
    expect(page.locator(".working-copy")).to_contain_text(KEPT)  # within seconds, while nobody saves
    page.fill("[name=lede]", "Паром ходит трижды в день.")
    expect(page.locator(".working-copy")).to_contain_text(KEPT)
    page.wait_for_function("() => Object.keys(localStorage).length === 0")  # the desk has all of it
    page.close(run_before_unload=False)

    elsewhere = new_context().new_page()  # another machine: what was kept is on the desk
    sign_in(elsewhere, live_server.url, editor.username)
    open_article(elsewhere, live_server.url, draft)
    expect(elsewhere.locator(".versions li")).to_have_count(1)
    go_on(elsewhere, "Он вернулся вечером.")
    assert elsewhere.input_value("[name=lede]") == "Паром ходит трижды в день."
    elsewhere.click("[name=_save]")
    expect(elsewhere.locator(".messagelist")).to_be_visible()
    expect(elsewhere.locator(".offer")).to_have_count(0)
    assert revisions.content_of(revisions.newest(draft)).body == "<p>Паром пошёл. Он вернулся вечером.</p>"
    assert not Autosave.objects.exists()
    assert console == []


def test_without_a_network_the_browser_keeps_the_text_and_hands_it_in_later(page, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    page.context.set_offline(True)
    write_at_the_end(page, text, " Связи нет.")
    expect(page.locator(".working-copy")).to_contain_text("No connection")
    page.close(run_before_unload=False)
    page.context.set_offline(False)

    again = page.context.new_page()
    open_article(again, live_server.url, draft)
    go_on(again, "Связи нет.")
    assert again.evaluate("Object.keys(localStorage)") == []


def test_a_crash_without_network_after_going_on_loses_nothing(page, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    write_at_the_end(page, text, " Вечером.")
    expect(page.locator(".working-copy")).to_contain_text(KEPT)
    page.reload()
    go_on(page, "Вечером.")
    page.context.set_offline(True)
    write_at_the_end(page, text_of(page), " Ночью без связи.")
    expect(page.locator(".working-copy")).to_contain_text("No connection")
    address = page.url
    page.close(run_before_unload=False)
    page.context.set_offline(False)

    again = page.context.new_page()
    again.goto(address)  # as browsers do after a crash
    go_on(again, "Ночью без связи.")


def test_what_is_typed_while_the_desk_saves_is_kept(page, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    held = []
    page.route("**/change/", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    write_at_the_end(page, text, " Сохраняю.")
    page.keyboard.press("Control+s")
    page.keyboard.type(" Пишу дальше.")
    held[0].continue_()
    expect(page.locator(".messagelist")).to_contain_text("Saved as version 2.")
    go_on(page, "Сохраняю. Пишу дальше.")


def test_the_network_comes_back_while_one_writes(page, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    page.context.set_offline(True)
    write_at_the_end(page, text, " Туннель.")
    expect(page.locator(".working-copy")).to_contain_text("No connection")
    page.context.set_offline(False)
    expect(page.locator(".working-copy")).to_contain_text(KEPT)
    assert "Туннель" in Autosave.objects.get().data["body"][0]


def test_signing_in_again_returns_what_was_typed_and_saved_in_vain(page, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    Session.objects.all().delete()
    write_at_the_end(page, text, " Написано ночью.")
    expect(page.locator(".working-copy")).to_contain_text("You have been signed out.")
    page.click("[name=_save]")  # the desk asks who that is, and the form is gone
    page.wait_for_url("**/admin/login/**")
    page.fill("[name=username]", editor.username)
    page.fill("[name=password]", "a long password")
    page.click("[type=submit]")
    page.wait_for_url(f"**/{draft.pk}/change/")
    go_on(page, "Написано ночью.")


def test_signing_in_beside_an_open_form_lets_it_go_on(page, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    Session.objects.all().delete()
    write_at_the_end(page, text, " Дальше.")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in again").click()
    beside = opened.value
    sign_in(beside, live_server.url, editor.username)
    expect(page.locator(".working-copy")).to_contain_text(KEPT)
    page.click("[name=_save]")  # with the token of the new session
    expect(page.locator(".messagelist")).to_contain_text("Saved as version 2.")


def test_a_reporter_whose_story_was_handed_in_meanwhile_is_told_and_keeps_the_text(page, live_server, login_of, now):
    reporter = login_of("reporter")
    own = revisions.create(Content(headline="Паром", body="<p>Паром пошёл.</p>"), reporter, now=now)
    sign_in(page, live_server.url, reporter.username)
    text = open_article(page, live_server.url, own)
    workflow.submit(own, by=reporter, now=now)
    write_at_the_end(page, text, " Поздно.")
    expect(page.locator(".working-copy")).to_contain_text("The desk refused the working copy.")
    assert "Поздно" in page.evaluate("Object.values(localStorage).join()")


def test_a_saved_text_is_not_offered_again(page, console, live_server, editor, draft):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    write_at_the_end(page, text, " Сразу сохранено.")
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_contain_text("Saved as version 2.")
    text_of(page)
    expect(page.locator(".offer")).to_have_count(0)
    page.wait_for_function("() => Object.keys(localStorage).length === 0")
    assert not Autosave.objects.exists()
    assert console == []
