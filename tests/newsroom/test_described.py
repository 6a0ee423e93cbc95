"""Lists and authors for search engines: what a page is, and the way to it."""

import json

import pytest
from django.conf import settings

from articles.content import Credit
from articles.models import Author, Section, Tag
from tests.factories.stories import story

pytestmark = pytest.mark.django_db

BASE = "http://localhost:8000"


@pytest.fixture
def told(client, login_of, now, time_machine):
    """What a page tells: ``told("/archive/")``; nothing where it tells nothing."""
    time_machine.move_to(now, tick=False)
    section = Section.objects.create(name="Общество", name_ky="Коом", slug="society")
    author = Author.objects.create(name="Лада Камышова", slug="lada", biography="Пишет о мостах.")
    said = {"section": section.pk, "bylines": (Credit(author.pk),), "tags": ("мосты",)}
    for number, language in enumerate(("ru", "ky")):
        story(f"Мост {number}", login_of("editor", username=language), now, language=language, **said)
    Tag.objects.filter(name="мосты").update(slug="mosty")

    def told(path: str) -> dict:
        parts = client.get(path).content.decode().split('<script type="application/ld+json">')[1:]
        return json.loads(parts[0].split("</script>")[0]) if parts else {}

    return told


# An address, and the way to it below the front page: names and addresses.
LISTS = [
    ("/sections/society/", [("Общество", "/sections/society/")]),
    ("/ky/sections/society/", [("Коом", "/ky/sections/society/")]),
    ("/tags/mosty/", [("мосты", "/tags/mosty/")]),
    ("/people/", [("Люди", "/people/")]),
    ("/archive/", [("Архив", "/archive/")]),
    ("/archive/2025/", [("Архив", "/archive/"), ("2025", "/archive/2025/")]),
    (
        "/archive/2025/06/30/",
        [
            ("Архив", "/archive/"),
            ("2025", "/archive/2025/"),
            ("июнь 2025", "/archive/2025/06/"),
            ("30 июня 2025", "/archive/2025/06/30/"),
        ],
    ),
]


@pytest.mark.parametrize(("path", "steps"), LISTS)
def test_a_list_tells_the_way_to_itself(told, path, steps):
    page = told(path)
    assert (page["@type"], page["url"]) == ("CollectionPage", f"{BASE}{path}")
    front, *way = page["breadcrumb"]["itemListElement"]
    home = "/ky/" if path.startswith("/ky/") else "/"
    assert (front["position"], front["name"], front["item"]) == (1, settings.SITE_NAME, f"{BASE}{home}")
    found = [(each["name"].replace("\u00a0", " "), each["item"]) for each in way]
    assert found == [(name, f"{BASE}{address}") for name, address in steps]
    assert page["name"] == way[-1]["name"]


def test_an_author_is_somebody_of_the_paper(told):
    page = told("/authors/lada/")
    assert page["@type"] == "ProfilePage"
    assert page["mainEntity"] == {
        "@type": "Person",
        "@id": f"{BASE}/authors/lada/",
        "url": f"{BASE}/authors/lada/",
        "name": "Лада Камышова",
        "description": "Пишет о мостах.",
        "worksFor": {"@type": "NewsMediaOrganization", "name": settings.SITE_NAME, "url": f"{BASE}/"},
    }


@pytest.mark.parametrize("path", ["/people/?by=organization", "/authors/lada/?role=text", "/search/"])
def test_another_view_of_a_page_is_no_page_of_its_own(told, path):
    assert told(path) == {}


def test_a_section_without_stories_in_an_edition_is_no_page_for_search_engines(client, told):
    assert 'content="noindex"' in client.get("/en/sections/society/").content.decode()
    assert 'content="noindex"' not in client.get("/sections/society/").content.decode()
