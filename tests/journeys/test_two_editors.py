"""Two people at one story: they see each other, neither loses a word, and an earlier version comes back."""

import pytest
from playwright.sync_api import expect

from articles import revisions
from articles.content import Content
from articles.models import Opening
from tests.journeys.desk import open_article, sign_in, text_of, write_at_the_end

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def draft(editor, now):
    content = Content(headline="Паром", lede="Он ходит дважды.", body="<p>Паром пошёл.</p><p>Он вернулся.</p>")
    return revisions.create(content, editor, now=now)


def test_two_browsers_in_conflict_and_a_version_restored(
    page, console, live_server, editor, login_of, draft, new_context
):
    colleague = login_of("editor", "aibek", first_name="Айбек", last_name="Маматов")
    sign_in(page, live_server.url, editor.username)
    mine = open_article(page, live_server.url, draft)
    other = new_context().new_page()
    sign_in(other, live_server.url, colleague.username)
    theirs = open_article(other, live_server.url, draft)
    expect(other.locator(".presence")).to_contain_text("Also open: editor")

    # They write in the same field and in another; the page here says so before anything clashes.
    other.fill("[name=dateline]", "Балыкчы")
    write_at_the_end(other, theirs, " Так сказал Айбек.")
    other.click("[name=_save]")
    expect(other.locator(".messagelist")).to_contain_text("Saved as version 2.")
    page.fill("[name=lede]", "Он ходит трижды.")
    expect(page.locator(".presence")).to_contain_text("Айбек Маматов saved version 2")
    expect(page.locator(".presence")).to_contain_text("Changed there: Text, Place.")

    write_at_the_end(page, mine, " Так сказала редакция.")
    page.click("[name=_save]")
    conflict = page.locator(".conflict")
    expect(conflict).to_contain_text("Айбек Маматов")
    expect(conflict.locator("del")).to_contain_text(["Айбек"])
    expect(conflict.locator("ins")).to_contain_text(["сказала редакция"])
    expect(text_of(page)).to_contain_text("Так сказала редакция.")
    assert (page.input_value("[name=lede]"), page.input_value("[name=dateline]")) == ("Он ходит трижды.", "Балыкчы")
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_contain_text("Saved as version 3.")

    # What the colleague wrote is a version still: seen, compared, restored.
    page.get_by_role("link", name="All versions").click()
    page.get_by_role("link", name="What version 3 changed").click()
    expect(page.locator(".compared del")).to_contain_text(["дважды", "Айбек"])
    page.get_by_role("button", name="Restore version 2").click()
    expect(page.locator(".messagelist")).to_contain_text("Version 2 is restored: it is now version 4.")
    kept = [revisions.content_of(revision) for revision in draft.revisions.order_by("number")]
    assert "Айбек" in kept[1].body
    assert "редакция" in kept[2].body
    assert kept[3] == kept[1]
    # A browser reports the answer that says «conflict» as one that failed.
    assert [complaint for complaint in console if "409" not in complaint] == []
    assert not Opening.objects.filter(user=editor).exists()  # the form was left three pages ago
