"""An editor writes with every node the text has: opens, writes from nothing, moves, publishes; a reader reads."""

from io import BytesIO

import pytest
from playwright.sync_api import Locator, Page, expect

from articles import revisions, workflow
from articles.body import sanitise
from articles.content import Content
from media_assets import documents, renditions
from tests.factories.people import held, person, post
from tests.factories.pictures import photo
from tests.journeys.desk import move_caret, open_article, sign_in, text_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def minister(db, now):
    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    held(asan, post(), "2020", checked_at=now)
    return asan


@pytest.fixture
def pictures(db):
    found = [
        photo("#335577", headline="Озеро", description="Театр у озера.", alt_text="Здание на берегу"),
        photo("#775533", headline="Зал", description="Зал театра.", alt_text="Ряды кресел"),
        photo("#557733", headline="Сцена", description="Сцена театра.", alt_text="Занавес"),
    ]
    for each in found:
        renditions.ensure(each)
    return found


@pytest.fixture
def elsewhere(editor, now):
    article = revisions.create(Content(headline="Театр строят", body="<p>Строят.</p>"), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    return article


@pytest.fixture
def body(minister, pictures, elsewhere):
    lake, hall, stage = (each.pk for each in pictures)
    decree = documents.take(BytesIO(b"%PDF-1.7 decree"), "Постановление.pdf")[0]
    return (
        '<section data-entry="k3f9a2" data-time="2025-06-30T15:45"><h3>Занавес</h3><p>Асан Токтосунов вышел.</p>'
        f'<figure data-photo="{stage}"></figure></section>'
        "<h2>Глава</h2><ul><li><p>раз</p></li></ul>"
        f'<figure data-photo="{lake}"><figcaption>Театр, <em>вид</em> с воды</figcaption></figure>'
        f'<div data-gallery=""><figure data-photo="{hall}"><figcaption>Зал</figcaption></figure>'
        f'<figure data-photo="{stage}"></figure></div>'
        f'<figure data-video="https://www.youtube.com/watch?v=abcdefghijk" data-photo="{hall}">'
        "<figcaption>Речь <strong>министра</strong></figcaption></figure>"
        '<figure data-video="https://vimeo.com/123456"></figure>'
        '<blockquote data-post="https://t.me/lakovia/1" data-author="Мэрия &quot;Л&quot;" data-time="2025-06-29T15:45">'
        "<p>Спасибо!</p><p>Ещё раз.</p></blockquote>"
        f'<blockquote data-speaker="{minister.pk}"><p>«Театр открыт», — сказал Токтосунов.</p></blockquote>'
        '<table><tbody><tr><th colspan="2"><p>Год</p></th></tr>'
        '<tr><td rowspan="2"><p>2025</p></td><td><p>а</p></td></tr><tr><td><p>б</p></td></tr></tbody></table>'
        f'<div data-document="{decree.pk}">Постановление</div><div data-article="{elsewhere.pk}"></div>'
        f'<p>Об этом <a data-article="{elsewhere.pk}">мы писали</a>, а <a data-person="{minister.pk}">министр</a> '
        '<a href="https://site.example/a?b=1&amp;c=2">смеялся</a>.</p><p>Конец</p>'
    )


def paste(text: Locator, words: str) -> None:
    text.evaluate(
        """(text, words) => {
            const clipboardData = new DataTransfer()
            clipboardData.setData("text/plain", words)
            text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
        }""",
        words,
    )


def saved_body(page: Page, article) -> str:
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_be_visible()
    return revisions.content_of(revisions.newest(article)).body


def pick(page: Page, words: str, *names: str) -> None:
    """Look for records in the dialog and take those of these names."""
    dialog = page.locator(".desk-chooser")
    dialog.locator("input[type=search]").fill(words)
    for name in names:
        dialog.get_by_role("button", name=name).first.click()


def test_every_node_comes_back_from_the_editor_as_it_was(page, console, live_server, editor, body, now):
    assert sanitise(body) == body
    story = revisions.create(Content(headline="Театр", body=body), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, story)
    expect(text.locator(".desk-attachment")).to_contain_text("PDF")
    expect(text.locator(".desk-related")).to_contain_text("Театр строят")
    text.locator("> p").last.click()
    move_caret(page, "End")
    page.keyboard.type(".")
    assert saved_body(page, story) == body.replace("Конец", "Конец.")
    assert console == []


def test_a_story_is_written_from_nothing_with_toolbar_and_paste(
    page, console, live_server, editor, minister, pictures, now
):
    draft = revisions.create(Content(headline="Министр открыл театр", body="<p>Начало.</p>"), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)

    def new_line() -> None:
        text.locator("> p").last.click()
        move_caret(page, "End")
        page.keyboard.press("Enter")

    new_line()
    page.click("[data-name=photoFigure]")
    pick(page, "озер", "Озеро")
    expect(text.locator("> figure img")).to_have_count(1)
    page.keyboard.press("Enter")

    page.keyboard.type("Асан Токтосунов говорил.")
    page.click("[data-name=gallery]")
    pick(page, "", "Зал", "Сцена")
    page.locator(".desk-chooser-done").click()
    expect(text.locator(".desk-gallery img")).to_have_count(2)
    text.locator(".desk-gallery .desk-figure").nth(1).get_by_role("button", name="Move up").click()
    page.keyboard.press("Escape")

    new_line()
    page.keyboard.type("«Театр открыт».")
    page.click("[data-name=blockquote]")
    page.click("[data-name=speaker]")
    pick(page, "токтосунов", "Асан Токтосунов")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("Таблица:")
    page.get_by_title("Insert table").click()
    page.keyboard.type("Год")

    new_line()
    paste(text, "https://youtu.be/abcdefghijk?t=30&list=PL1")
    expect(text.locator(".desk-video")).to_contain_text("https://www.youtube.com/watch?v=abcdefghijk")
    page.keyboard.type("Речь министра")
    page.keyboard.press("Enter")
    paste(text, "https://t.me/lakovia/12?single")
    expect(text.locator(".desk-post input").first).to_have_value("@lakovia")
    page.keyboard.type("Спасибо Асану Токтосунову!")
    text.locator(".desk-post input").nth(1).fill("2025-06-29T15:45")

    saved_body(page, draft)
    text_of(page)
    page.click("[name=_publish]")
    expect(page.locator(".messagelist")).to_be_visible()
    draft.refresh_from_db()
    page.goto(live_server.url + draft.get_absolute_url())
    expect(page.locator(".text > .photo figcaption")).to_contain_text("Театр у озера.")
    expect(page.locator(".gallery figcaption").first).to_contain_text("Сцена театра.")
    expect(page.locator(".gallery .photo")).to_have_count(2)
    expect(page.locator(".text blockquote footer").first).to_contain_text("министр культуры Лаковии")
    expect(page.locator(".text th").first).to_have_text("Год")
    expect(page.locator(".video")).to_contain_text("Речь министра")
    expect(page.locator(".post")).to_contain_text("@lakovia")
    expect(page.locator(".post")).to_contain_text("Спасибо Асану Токтосунову!")
    assert console == []


def test_blocks_go_up_and_down_and_a_copied_entry_gets_an_anchor_of_its_own(page, console, live_server, editor, now):
    table = "<table><tbody><tr><td><p>1</p></td></tr></tbody></table>"
    entry = '<section data-entry="k3f9a2" data-time="2025-06-30T15:45"><p>Вышел.</p></section>'
    body = f"<p>Начало.</p>{entry}<p>Середина.</p>{table}<p>Конец.</p>"
    story = revisions.create(Content(headline="Театр", body=body), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, story)
    stored = page.locator("textarea[name=body]")
    up = text.locator(".desk-table").get_by_role("button", name="Move up")
    up.click()
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    assert sanitise(stored.input_value()) == f"<p>Начало.</p>{table}{entry}<p>Середина.</p><p>Конец.</p>"
    text.locator(".desk-table").get_by_role("button", name="Move down").click()
    assert sanitise(stored.input_value()) == f"<p>Начало.</p>{entry}{table}<p>Середина.</p><p>Конец.</p>"

    page.click("[data-name=entry]")
    page.keyboard.type("Занавес.")
    entries = text.locator(".desk-entry")
    expect(entries).to_have_count(2)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("Под записью.")
    expect(entries.first).not_to_contain_text("Под записью.")
    assert "<p>Занавес.</p></section><p>Под записью.</p>" in stored.input_value()
    copied = text.evaluate(
        """(text) => {
            const clipboardData = new DataTransfer()
            text.editor.commands.setNodeSelection(text.editor.state.doc.resolve(1).after(1) )
            text.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }))
            text.editor.commands.setTextSelection(text.editor.state.doc.content.size - 1)
            const html = clipboardData.getData("text/html")
            const again = new DataTransfer()
            again.setData("text/html", html)
            text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: again, bubbles: true, cancelable: true }))
            return html
        }"""
    )
    assert "data-entry" in copied
    expect(entries).to_have_count(3)
    body = saved_body(page, story)
    anchors = [each.split('"')[0] for each in body.split('data-entry="')[1:]]
    assert len(set(anchors)) == 3
    assert "k3f9a2" in anchors
    assert console == []


def test_a_link_a_document_and_another_story_are_chosen_in_dialogs(
    page, console, live_server, editor, minister, elsewhere, now, tmp_path
):
    file = tmp_path / "План.pdf"
    file.write_bytes(b"%PDF-1.7")
    refused = tmp_path / "вирус.exe"
    refused.write_bytes(b"MZ\x00")
    draft = revisions.create(Content(headline="Речь", body="<p>министр</p><p>ранее</p><p></p>"), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    for words, sought, name in (("министр", "токтосунов", "Асан Токтосунов"), ("ранее", "строят", "Театр строят")):
        text.get_by_text(words, exact=True).click()
        move_caret(page, "Home")
        move_caret(page, "Shift+End")
        page.click("[data-name=link]")
        pick(page, sought, name)
    move_caret(page, "End")
    page.keyboard.press("Enter")
    page.click("[data-name=attachment]")
    page.set_input_files(".desk-chooser input[type=file]", refused)
    expect(page.locator(".desk-chooser [role=status]")).to_contain_text("вирус.exe")
    page.set_input_files(".desk-chooser input[type=file]", file)
    expect(text.locator(".desk-attachment")).to_contain_text("PDF, 8 B")
    page.keyboard.type(" города")
    page.keyboard.press("Enter")
    page.click("[data-name=related]")
    pick(page, "", "Театр строят")
    expect(text.locator(".desk-related")).to_contain_text("Театр строят")
    document = documents.Document.objects.get()
    assert saved_body(page, draft) == (
        f'<p><a data-person="{minister.pk}">министр</a></p><p><a data-article="{elsewhere.pk}">ранее</a></p>'
        f'<div data-document="{document.pk}">План города</div><div data-article="{elsewhere.pk}"></div>'
    )
    assert [each for each in console if "400" not in each] == []
