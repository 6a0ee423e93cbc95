"""An editor looks after the names of a story: a new official, two brothers, a body; and a reader follows the links."""

import pytest
from playwright.sync_api import expect

from articles import revisions
from articles.content import Content
from people.models import Organization, Person
from tests.factories.people import held, person, post
from tests.journeys.desk import read, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = (
    "<p>Министр культуры Лаковии Анна Верескова встретилась в Союзе пастухов с Асаном и Болотом Токтосуновыми.</p>"
    "<p>Асан Токтосунов и Болот Токтосунов поблагодарили её. Вечером Токтосунов уехал домой.</p>"
)


@pytest.fixture
def brothers(db, now):
    office = post("депутат Собрания Лаковии", "Собрание Лаковии", seats=None)
    found = [person(given, "Токтосунов", page="public", checked_at=now) for given in ("Асан", "Болот")]
    for each in found:
        held(each, office, "2020", checked_at=now)
    return found


def test_an_editor_settles_every_name_and_readers_get_the_links(page, console, live_server, login_of, brothers, now):
    editor = login_of("editor")
    Organization.objects.create(name="Союз пастухов", checked_at=now)
    story = revisions.create(Content(headline="Встреча пастухов", body=BODY), editor, now=now)
    sign_in(page, live_server.url, editor.username)
    page.goto(f"{live_server.url}/admin/articles/article/{story.pk}/change/")
    names = page.locator("section.named")

    names.get_by_role("button", name="make a record").click()
    expect(page.locator(".told")).to_contain_text("Верескова Анна")
    made = Person.objects.get(family_name="Верескова")
    assert (made.gender, made.page) == ("female", "unlisted")

    asked = names.locator(".asked > li", has_text="«Токтосунов»")
    asked.get_by_text("1 place").click()
    expect(asked.locator("mark")).to_have_text("Токтосунов")
    asked.get_by_role("button", name="here Болот Токтосунов").click()
    expect(names.locator(".asked > li", has_text="«Токтосунов»")).to_have_count(0)

    page.click("[name=_publish]")
    expect(page.locator(".messagelist")).to_contain_text("published")
    story.refresh_from_db()
    public = read(live_server.url + story.get_absolute_url()).decode()
    for name in ("Анна Верескова", "Союзе пастухов", "Асан Токтосунов", "Болот Токтосунов"):
        assert f">{name}</a>" in public
    meant = story.mentions.filter(surface="Токтосунов").get()
    assert meant.person == brothers[1]
    assert "Анна Верескова" in read(live_server.url + made.get_absolute_url()).decode()
