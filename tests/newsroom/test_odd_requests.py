"""Whatever stands in an address, readers get a page or a kind refusal, never an error."""

from collections.abc import Iterable

import pytest
from django.test import Client

from articles import revisions, workflow
from articles.content import Content, Credit
from articles.models import Author, Section
from tests.factories.people import held, person, post

pytestmark = pytest.mark.django_db

LISTS = {
    "/": ["page"],
    "/sections/mosty/": ["page"],
    "/tags/mosty/": ["page"],
    "/authors/lada-kamyshova/": ["page", "role"],
    "/corrections/": ["page"],
    "/people/": ["page", "by", "letter"],
    "/people/vera-osokina/": ["page", "year", "shown", "on"],
    "/people/vera-osokina/photos/": ["page", "on"],
    "/people/vera-osokina.popolo.json": ["on"],
    "/organizations/ministerstvo-kultury-lakovii/": ["year", "on", "holders"],
    "/posts/ministr-kultury-lakovii/": ["page", "on", "holders"],
    "/search/": ["q", "kind", "section", "person", "page", "from", "to"],
    "/search/?q=мост&": ["kind", "section", "person", "page", "from", "to"],
    "/search/suggest": ["q"],
}
# fmt: off
ODD = (
    "", "0", "-1", "1000000000", "9" * 5000, "²", "٣", "1e9", "NaN", "%00", "мо%00ст", "%ED%A0%80", "%27 OR 1=1--",
    "%25", "0001-01-01", "9999-12-31", "2025-02-30", "2025-W27-1", "2025-06-30T12:00", "*", "%22", "«", "-", "НЕ НЕ",
    "AND OR NEAR(", "%22 OR %22a", ":*", "!%26|", "%27%27:*", "ʼ", "%5C", "ß", "İ", "ﬁ", "%E2%80%AE", "%CC%81" * 60,
    "p_1", "k_story", "мост " * 60,
)
DATES = ("1000/01/01", "2999/12/31", "2025/02/30", "2025/13/01", "2025/00/00", "1999/1/1", "0000/01/01", "9999/12/31")
# fmt: on
HUGE = "9" * 25


@pytest.fixture
def site(login_of, now, time_machine):
    """A small paper with a story on every shelf."""
    time_machine.move_to(now, tick=False)
    editor = login_of("editor")
    held(person("Вера", "Осокина", gender="female", page="public", checked_at=now), post(), "2020", checked_at=now)
    content = Content(
        headline="Мост открыт",
        body="<p>Министр культуры Лаковии Вера Осокина открыла мост.</p>",
        section=Section.objects.create(name="Мосты").pk,
        tags=("мосты",),
        bylines=(Credit(Author.objects.create(name="Лада Камышова").pk),),
    )
    workflow.publish(revisions.create(content, editor, now=now), by=editor, now=now)


def failures(addresses: Iterable[str]) -> list[str]:
    client = Client(raise_request_exception=False)
    return [address[:200] for address in addresses if client.get(address).status_code >= 500]


@pytest.mark.parametrize("address", LISTS)
def test_what_is_asked_of_a_page(site, address):
    start = address if "?" in address else f"{address}?"
    assert failures(f"{start}{name}={odd}" for name in LISTS[address] for odd in ODD) == []


def test_a_letter_of_nobody_where_nobody_is(client):
    assert client.get("/people/?letter=%00").status_code == 404


def test_days_that_no_calendar_has(site):
    parts = [date.split("/")[:length] for date in DATES for length in (1, 2, 3)]
    assert failures(f"{edition}/archive/{'/'.join(part)}/" for part in parts for edition in ("", "/ky")) == []
    assert failures(f"/sitemaps/news-{date[:4]}-{date[5:7]}.xml" for date in DATES) == []


def test_numbers_that_no_database_has(site):
    assert failures([f"/sitemaps/people-{HUGE}.xml", f"/news/a-{HUGE}/", f"/news/a-{HUGE}.ninjs.json"]) == []


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_readers_change_nothing(site, method):
    client = Client(raise_request_exception=False)
    asked = [*(page.partition("?")[0] for page in LISTS), "/feeds/rss.xml", "/sitemap.xml"]
    assert {getattr(client, method)(page).status_code for page in asked} <= {403, 405}
