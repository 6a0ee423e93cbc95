"""A story as other newsrooms' systems take it: by the keys of ninjs 3.0, each address whole, nothing empty."""

from datetime import datetime, timedelta

import pytest

from articles import revisions, workflow
from articles.content import Content, Credit
from articles.models import Author, Section
from media_assets import renditions
from newsroom.models import FlatPage, Imprint
from tests.factories.people import held, person, post
from tests.factories.pictures import photo
from tests.factories.stories import story

pytestmark = pytest.mark.django_db

BASE = "http://localhost:8000"
# fmt: off
# What the standard (MIT, iptc/newsinjson) lets stand in a news object, of what we write, and in its parts.
STORY = {
    "uri", "standard", "type", "representationType", "version", "pubStatus", "urgency", "language", "firstCreated",
    "contentCreated", "versionCreated", "headlines", "descriptions", "by", "bodies", "located", "places", "genres",
    "subjects", "people", "organisations", "infoSources", "edNote", "renditions", "associations", "copyrightHolder",
    "copyrightNotice", "usageTerms", "rightsInfo", "name", "rel",
}
# fmt: on
KEYS = {
    "": STORY,
    "standard": {"name", "version", "schema"},
    "rightsInfo": {"linkedRights"},
    "headlines": {"role", "contentType", "value"},
    "descriptions": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "places": {"name", "rel", "uri", "literal"},
    "genres": {"name", "uri", "literal"},
    "subjects": {"name", "rel", "uri", "literal"},
    "people": {"name", "rel", "uri", "literal"},
    "organisations": {"name", "rel", "uri", "literal"},
    "infoSources": {"name", "role", "uri", "literal"},
    "renditions": {"name", "href", "contentType", "width", "height"},
}


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def bridge():
    picture = photo("#446688", alt_text="Мост", credit_line="отдел рисунка", creator="Нурлан Сомов")
    renditions.ensure(picture)
    return picture


@pytest.fixture
def article(editor, bridge, now, time_machine):
    """A story with all that is told of one."""
    time_machine.move_to(now, tick=False)
    vera = person("Вера", "Осокина", gender="female", page="public", checked_at=now)
    held(vera, post("министр границ Лаковии", "Министерство границ Лаковии"), "2020", checked_at=now)
    Imprint.objects.create(language="ru", reprint_rules="Перепечатка со ссылкой.")
    FlatPage.objects.create(slug="rules", title="Правила", body="<p>Со ссылкой.</p>")
    return story(
        "Мост & паром",
        editor,
        now - timedelta(hours=1),
        lede="Открыт <новый>.",
        body="<p>Министр границ Лаковии Вера Осокина открыла мост.</p>",
        lead_photo=bridge.pk,
        lead_caption="Вера Осокина на мосту",
        section=Section.objects.create(name="Общество").pk,
        tags=("мосты",),
        dateline="Каменная Пристань",
        label="interview",
        source="пресс-служба моста",
        bylines=(Credit(Author.objects.create(name="Лада Камышова").pk),),
    )


def address(article) -> str:
    return f"{article.get_absolute_url().removesuffix('/')}.ninjs.json"


def read(client, article, status: int = 200) -> dict:
    response = client.get(address(article))
    assert response.status_code == status
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    told = response.json()
    checked(told)
    return told


def checked(told: dict, part: str = "") -> None:
    """Every key is the standard's, no value is empty, every address is whole, every instant has its zone."""
    assert set(told) <= KEYS[part]
    for key, value in told.items():
        assert value not in (None, "", [], {}), key
        if key in {"href", "linkedRights"} or (key == "uri" and part):
            assert value.startswith(f"{BASE}/")
        if key.endswith("Created"):
            assert datetime.fromisoformat(value).tzinfo
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                checked(each, "" if key == "associations" else key)


def test_a_story_is_told_whole(client, article, now):
    told = read(client, article)
    assert told["uri"] == f"tag:localhost,2025:article/{article.pk}"
    assert told["standard"]["version"] == "3.0"
    assert (told["type"], told["pubStatus"], told["language"]) == ("text", "usable", "ru")
    assert told["firstCreated"] == told["versionCreated"] == "2025-06-30T17:00:00+06:00"
    assert told["headlines"] == [{"value": "Мост & паром"}]
    assert told["by"] == "Лада Камышова"
    assert told["located"] == "Каменная Пристань"
    assert told["infoSources"] == [{"name": "пресс-служба моста"}]
    assert [each["name"] for each in told["subjects"]] == ["Общество", "мосты"]
    assert told["usageTerms"] == "Перепечатка со ссылкой."
    assert told["rightsInfo"] == {"linkedRights": f"{BASE}/rules/"}
    assert "urgency" not in told
    text, page = told["bodies"]
    assert text["value"].strip() == "Министр границ Лаковии Вера Осокина открыла мост."
    assert text["wordCount"] == 7
    assert f'<a href="{BASE}/people/' in page["value"]
    assert "Открыт &lt;новый&gt;." in page["value"]


def test_people_are_told_with_the_office_of_the_day(client, article):
    (told,) = read(client, article)["people"]
    assert told["literal"] == "Вера Осокина, министр границ Лаковии"
    assert client.get(told["uri"].removeprefix(BASE)).status_code == 200


def test_pictures_are_told_in_every_size_with_caption_and_credit(client, article, bridge):
    (told,) = read(client, article)["associations"]
    assert (told["type"], told["rel"], told["by"], told["name"]) == ("picture", "lead", "Нурлан Сомов", "Мост")
    words = {each["role"]: each["value"] for each in told["descriptions"]}
    assert words["caption"] == "Вера Осокина на мосту"
    assert "отдел рисунка" in words["credit"]
    assert [(each["width"], each["height"]) for each in told["renditions"]] == [(320, 240), (640, 480)]
    assert all(client.get(each["href"].removeprefix(BASE)).status_code == 200 for each in told["renditions"])


def test_a_picture_whose_rights_have_ended_is_not_told(client, article, bridge, now):
    type(bridge).objects.update(rights_until=now)
    assert "associations" not in read(client, article)


def test_a_correction_is_a_new_version_of_the_same_story(client, article, editor, now):
    before = read(client, article)
    note = workflow.Note("correction", "Мост открыла министр, а не мэр.")
    revisions.save(article, Content(headline="Мост", body="<p>Рано.</p>"), 1, editor, now=now)
    workflow.publish(article, by=editor, now=now, note=note)
    after = read(client, article)
    assert after["uri"] == before["uri"]
    assert (before["version"], after["version"]) == ("1", "2")
    assert after["firstCreated"] == before["firstCreated"]
    assert after["versionCreated"] == "2025-06-30T18:00:00+06:00"
    assert "Мост открыла министр, а не мэр." in after["edNote"]


@pytest.mark.parametrize("how", ["gone", "notice"])
def test_a_withdrawn_story_says_that_it_is_not_to_be_used(client, article, editor, now, how):
    uri = read(client, article)["uri"]
    workflow.withdraw(article, by=editor, now=now, how=how, reason="Источник ошибся.")
    told = read(client, article, 410)
    assert (told["uri"], told["pubStatus"], told["edNote"]) == (uri, "canceled", "Источник ошибся.")
    assert "bodies" not in told


def test_another_address_leads_to_the_present_one_in_its_own_edition(client, editor, now, time_machine):
    time_machine.move_to(now, tick=False)
    article = story("Көпүрө", editor, now, language="ky")
    for path in (f"/news/old-{article.pk}.ninjs.json", address(article).removeprefix("/ky")):
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (301, address(article))


def test_the_page_leads_to_its_data_while_that_may_be_used(client, article, editor, now):
    link = f'<link rel="alternate" type="application/json" title="ninjs" href="{address(article)}">'
    assert link in client.get(article.get_absolute_url()).content.decode()
    workflow.withdraw(article, by=editor, now=now, how="notice", reason="Источник ошибся.")
    assert link not in client.get(article.get_absolute_url()).content.decode()


def test_a_story_costs_as_many_questions_as_its_page(client, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        read(client, article)
