"""An editor writes: photos, quotes, a live story that must not move, a colleague in the same text."""

import pytest
from playwright.sync_api import expect

from articles import revisions, workflow
from articles.content import Content
from articles.editor_words import OURS, TOOLBAR
from media_assets import renditions
from tests.factories.people import held, person, post
from tests.factories.pictures import photo
from tests.journeys.desk import move_caret, open_article, read, sign_in, text_of, write_at_the_end

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def minister(db, now):
    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    held(asan, post(), "2020", checked_at=now)
    return asan


@pytest.fixture
def lake(db):
    picture = photo(headline="Озеро", description="Театр у озера.", alt_text="Здание на берегу")
    renditions.ensure(picture)
    return picture


@pytest.fixture
def story(editor, minister, lake, now):
    """A live story with a quote, its speaker, a photo and a table."""
    content = Content(
        headline="Министр открыл театр",
        lede="Театр строили семь лет.",
        body=(
            "<p>Министр культуры Лаковии Асан Токтосунов открыл <strong>театр</strong>.</p>"
            f'<blockquote data-speaker="{minister.pk}"><p>«Театр открыт», — сказал министр.</p></blockquote>'
            f'<figure data-photo="{lake.pk}"><figcaption>Театр, <em>вид</em> с воды</figcaption></figure>'
            "<table><tbody><tr><th><p>Год</p></th><td><p>2025</p></td></tr></tbody></table>"
            "<p>Конец.</p>"
        ),
    )
    article = revisions.create(content, editor, now=now)
    workflow.publish(article, by=editor, now=now)
    return article


def test_a_live_story_stays_as_it_is_until_its_changes_are_published(page, console, live_server, story, editor):
    address = live_server.url + story.get_absolute_url()
    before = read(address)
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, story)
    page.fill("[name=headline]", "Министр открыл новый театр")
    write_at_the_end(page, text, " Зал полон.")
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_be_visible()
    assert read(address) == before

    body = revisions.content_of(revisions.newest(story)).body
    began = revisions.content_of(story.revisions.get(number=1)).body
    assert body == began.replace("Конец.", "Конец. Зал полон.")

    text_of(page)
    page.click("[name=_publish]")
    expect(page.locator(".messagelist")).to_be_visible()
    after = read(address).decode()
    assert "Министр открыл новый театр" in after
    assert "Зал полон." in after
    page.goto(address)
    expect(page.locator(".text blockquote footer")).to_have_text("Асан Токтосунов, министр культуры Лаковии")
    expect(page.locator(".text figcaption")).to_contain_text("Театр, вид с воды")
    assert console == []


def test_a_photo_and_a_speaker_are_chosen_from_the_record(page, console, live_server, editor, minister, lake, now):
    draft = revisions.create(
        Content(headline="Открытие", body="<p>Выступил Асан Токтосунов.</p><p>«Театр открыт».</p>"), editor, now=now
    )
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    text.get_by_text("«Театр открыт».").click()
    page.click("[data-name=blockquote]")
    page.click("[data-name=speaker]")
    page.locator(".desk-chooser").get_by_role("button", name="Асан Токтосунов").click()  # the text names him
    expect(text.locator("blockquote footer")).to_contain_text("Асан Токтосунов, министр культуры Лаковии")

    page.click("[data-name=photoFigure]")
    page.locator(".desk-chooser input").fill("озер")
    page.locator(".desk-chooser").get_by_role("button", name="Озеро").click()
    expect(text.locator("figure img")).to_have_attribute("alt", "Здание на берегу")
    page.keyboard.type(" Снято утром.")
    page.keyboard.press("Enter")
    page.keyboard.type("После снимка.")
    page.click("[name=_preview]")

    expect(page.locator(".text figure img")).to_have_attribute("alt", "Здание на берегу")
    expect(page.locator(".text figcaption")).to_contain_text("Театр у озера. Снято утром.")
    expect(page.locator(".text blockquote footer")).to_contain_text("Асан Токтосунов")
    assert revisions.content_of(revisions.newest(draft)).body == (
        "<p>Выступил Асан Токтосунов.</p>"
        f'<blockquote data-speaker="{minister.pk}"><p>«Театр открыт».</p></blockquote>'
        f'<figure data-photo="{lake.pk}"><figcaption>Театр у озера. Снято утром.</figcaption></figure>'
        "<p>После снимка.</p>"
    )
    assert console == []


def test_photos_and_speakers_go_by_key_and_button_and_come_back_by_undo(page, console, live_server, editor, story):
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, story)
    stored = page.locator("textarea[name=body]")
    figure = text.locator("figure")

    text.locator("figure img").click()
    page.keyboard.press("Delete")
    expect(figure).to_have_count(0)
    assert "data-photo" not in stored.input_value()
    page.keyboard.press("Control+z")
    expect(figure).to_have_count(1)
    assert "<figcaption>Театр, <em>вид</em> с воды</figcaption>" in stored.input_value()

    # Backspace before a caption takes hold of its photo; the quote above it once swallowed the caption instead.
    text.locator("figcaption").click()
    move_caret(page, "Home")
    page.keyboard.press("Backspace")
    expect(text.locator("figure.ProseMirror-selectednode")).to_have_count(1)
    assert "с воды</figcaption>" in stored.input_value()

    text.get_by_role("button", name="Remove the speaker").click()
    expect(text.locator("blockquote footer")).to_have_text("Who says this?", use_inner_text=True)
    assert "<blockquote><p>«Театр открыт»" in stored.input_value()
    assert console == []


def test_every_button_of_the_editor_has_a_translatable_name(page, console, live_server, editor, story):
    sign_in(page, live_server.url, editor.username)
    open_article(page, live_server.url, story).locator("td").click()
    buttons = page.locator(".prose-menubar button[title]")
    names = {button.get_attribute("title") for button in buttons.all()} - {""}
    assert {"bold", "Who says this?", "Insert a photo", "Delete row"} <= names
    assert names <= {*OURS, *TOOLBAR}
    options = set(page.locator(".prose-menubar__option").all_text_contents())
    assert options <= set(TOOLBAR)
    assert console == []


def test_who_may_only_read_gets_the_text_without_tools(page, console, live_server, story, login_of):
    sign_in(page, live_server.url, login_of("photo desk").username)
    text = open_article(page, live_server.url, story)
    expect(text).to_have_attribute("contenteditable", "false")
    expect(text.locator("figure img")).to_be_visible()
    expect(page.locator(".prose-menubar")).to_be_hidden()
    expect(text.get_by_role("button")).to_have_count(0)
    assert console == []


def test_what_is_pasted_keeps_its_words_and_leaves_its_looks(page, console, live_server, editor, now):
    draft = revisions.create(Content(headline="Проба", body="<p>Начало.</p>"), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    text = open_article(page, live_server.url, draft)
    write_at_the_end(page, text, " ")
    text.evaluate(
        """(text, html) => {
            const clipboardData = new DataTransfer()
            clipboardData.setData("text/html", html)
            text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
        }""",
        '<style>p {color: red}</style><b style="font-weight:normal">'
        '<p style="color:red" onclick="alert(1)">Из <span style="font-weight: 700">документа</span> '
        '<span style="font-style:italic">с отступом</span>.</p></b>'
        '<figure data-photo="7&quot; x=1"><figcaption>Подпись чужого снимка</figcaption></figure>',
    )
    expect(text).to_contain_text("Подпись чужого снимка")
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_be_visible()
    body = revisions.content_of(revisions.newest(draft)).body
    assert body == ("<p>Начало. Из <strong>документа</strong> <em>с отступом</em>.</p><p>Подпись чужого снимка</p>")
    assert console == []


def test_the_second_to_save_keeps_their_text_and_sees_the_first(
    page, console, live_server, story, editor, login_of, new_context
):
    colleague = new_context().new_page()
    sign_in(colleague, live_server.url, login_of("editor", "colleague").username)
    sign_in(page, live_server.url, editor.username)
    theirs = open_article(colleague, live_server.url, story)
    mine = open_article(page, live_server.url, story)

    write_at_the_end(colleague, theirs, " Слова коллеги.")
    colleague.click("[name=_save]")
    expect(colleague.locator(".messagelist")).to_be_visible()
    write_at_the_end(page, mine, " Мои слова.")
    with page.expect_navigation() as answer:
        page.click("[name=_save]")

    assert answer.value.status == 409
    expect(page.locator(".conflict")).to_contain_text("colleague")
    expect(page.locator(".conflict")).to_contain_text("Слова коллеги.")
    expect(text_of(page)).to_contain_text("Конец. Мои слова.")
    expect(page.locator(".tiptap blockquote footer")).to_contain_text("Асан Токтосунов")
    page.click("[name=_save]")
    expect(page.locator(".messagelist")).to_be_visible()
    assert "Мои слова." in revisions.content_of(revisions.newest(story)).body
    assert [each for each in console if "409" not in each] == []
