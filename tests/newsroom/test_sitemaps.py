"""Sitemaps hold every page a search engine may show, each once, and are valid by sitemap.xsd."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from defusedxml.ElementTree import fromstring

from articles import revisions, workflow
from articles.content import Content, Credit
from articles.models import Author, Section
from media_assets import renditions
from newsroom.models import FlatPage
from newsroom.sitemaps import record
from people.models import Organization
from tests.factories.people import held, person, post
from tests.factories.pictures import photo
from tests.factories.stories import story

pytestmark = pytest.mark.django_db

BASE = "http://localhost:8000"
NS = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
DAY = timedelta(days=1)


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture(autouse=True)
def today(now, time_machine):
    time_machine.move_to(now, tick=False)


def read(client, path: str) -> ElementTree.Element:
    """The file, after what sitemap.xsd says: a root with at least one child, each with one absolute address first."""
    response = client.get(path)
    assert response.status_code == 200, path
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = fromstring(response.content)
    children = {f"{{{NS['map']}}}urlset": "url", f"{{{NS['map']}}}sitemapindex": "sitemap"}
    assert 1 <= len(root) <= 50_000
    for child in root:
        assert child.tag == f"{{{NS['map']}}}{children[root.tag]}"
        assert child[0].tag == f"{{{NS['map']}}}loc"
        assert child[0].text.startswith(f"{BASE}/")
        assert 12 <= len(child[0].text) <= 2048
        for changed in child.findall("map:lastmod", NS):
            assert datetime.fromisoformat(changed.text).tzinfo
    return root


def addresses(root: ElementTree.Element) -> list[str]:
    return [each.text.removeprefix(BASE) for each in root.iterfind("*/map:loc", NS)]


def of_month(client) -> ElementTree.Element:
    return read(client, "/sitemaps/news-2025-06.xml")


def test_the_index_leads_to_files_that_answer_with_pages_that_answer(client, editor, now):
    section = Section.objects.create(name="Политика")
    vera = person("Вера", "Осокина", gender="female", page="public", checked_at=now)
    held(vera, post("министр границ Лаковии", "Министерство границ Лаковии"), "2020", checked_at=now)
    author = Author.objects.create(name="Лада Камышова")
    FlatPage.objects.create(slug="rules", title="Правила", body="<p>Со ссылкой.</p>")
    for number in range(2):
        told = {"section": section.pk, "tags": ("граница",), "bylines": (Credit(author.pk),)}
        story(f"Новость {number}", editor, now - DAY * number * 40, **told)
    files = addresses(read(client, "/sitemap.xml"))
    assert [path for path in files if "news" in path] == ["/sitemaps/news-2025-06.xml", "/sitemaps/news-2025-05.xml"]
    found = [address for path in files for address in addresses(read(client, path))]
    assert len(found) == len(set(found))
    assert {"/", "/ky/", "/sections/politika/", "/tags/granitsa/", "/authors/lada-kamyshova/", "/rules/"} <= set(found)
    assert {vera.get_absolute_url(), f"/en{vera.get_absolute_url()}", "/archive/2025/05/", "/ky/archive/"} <= set(found)
    for address in found:
        response = client.get(address)
        assert response.status_code == 200, address
        assert b"noindex" not in response.content, address


def test_a_month_says_when_a_story_of_it_was_last_changed(client, editor, now, time_machine):
    article = story("Мост", editor, now - DAY)
    revisions.save(article, Content(headline="Мост открыт", body="<p>Рано.</p>"), 1, editor, now=now)
    workflow.publish(article, by=editor, now=now)
    changed = now.isoformat(timespec="seconds")
    assert [each.text for each in of_month(client).iterfind("map:url/map:lastmod", NS)] == [changed]
    assert [each.text for each in read(client, "/sitemap.xml").iterfind("map:sitemap/map:lastmod", NS)] == [changed]


def test_a_month_begins_and_ends_in_the_newsrooms_zone(client, editor, now):
    midnight = now.replace(day=1, hour=0)
    inside, before = story("Первое", editor, midnight), story("Ночь", editor, midnight - timedelta(seconds=1))
    assert addresses(of_month(client)) == [inside.get_absolute_url()]
    assert addresses(read(client, "/sitemaps/news-2025-05.xml")) == [before.get_absolute_url()]


def test_a_story_tells_its_translations_that_readers_have(client, editor, now):
    article = story("Мост", editor, now)
    kyrgyz = story("Көпүрө", editor, now - DAY * 60, language="ky")
    english = revisions.create(Content(headline="Bridge", body="<p>Early.</p>"), editor, now=now, language="en")
    for each in (kyrgyz, english):
        type(each).objects.filter(pk=each.pk).update(translation_group=article.translation_group)
    (told,) = of_month(client)
    links = {link.get("hreflang"): link.get("href") for link in told.iterfind("xhtml:link", NS)}
    assert links == {"ru": BASE + article.get_absolute_url(), "ky": BASE + kyrgyz.get_absolute_url()}


def test_a_story_tells_its_pictures_whose_rights_allow_it(client, editor, now):
    bridge, ferry = photo("#123456", alt_text="Мост"), photo("#654321", alt_text="Паром")
    for each in (bridge, ferry):
        renditions.ensure(each)
    figure = f'<figure data-photo="{ferry.pk}"><figcaption>Паром</figcaption></figure>'
    story("Мост", editor, now, lead_photo=bridge.pk, body=f"<p>Рано.</p>{figure}")
    shown = [urlsplit(each.text).path for each in of_month(client).iterfind("map:url/image:image/image:loc", NS)]
    assert len(shown) == 2
    assert all(client.get(path).status_code == 200 for path in shown)
    type(ferry).objects.filter(pk=ferry.pk).update(rights_until=now)
    left = [urlsplit(each.text).path for each in of_month(client).iterfind("map:url/image:image/image:loc", NS)]
    assert left == shown[:1]


def test_a_withdrawn_story_is_in_no_file(client, editor, now):
    kept, gone = story("Мост", editor, now), story("Слух", editor, now)
    noticed = story("Ошибка", editor, now)
    workflow.withdraw(gone, by=editor, now=now, how="gone", reason="Неверно.")
    workflow.withdraw(noticed, by=editor, now=now, how="notice", reason="Сроки неверны.")
    assert addresses(of_month(client)) == [kept.get_absolute_url()]
    assert addresses(read(client, "/sitemap-news.xml")) == [kept.get_absolute_url()]


def test_news_are_of_two_days_with_headline_language_and_instant(client, editor, now, settings):
    settings.SITE_NAME = "Рога & <Копыта>"
    story("Позавчера", editor, now - DAY * 2)
    story("Көпүрө & <паром>", editor, now - DAY, language="ky")
    (told,) = read(client, "/sitemap-news.xml").iterfind("map:url/news:news", NS)
    assert [(each.tag.split("}")[1], each.text) for each in told.iter() if each.text] == [
        ("name", "Рога & <Копыта>"),
        ("language", "ky"),
        ("publication_date", "2025-06-29T18:00:00+06:00"),
        ("title", "Көпүрө & <паром>"),
    ]


def test_on_a_day_without_news_the_file_is_still_valid(client):
    assert addresses(read(client, "/sitemap-news.xml")) == ["/"]


@pytest.mark.parametrize("path", ["news-2025-05", "news-2025-13", "people-1", "people-0", "none-1", "people-x"])
def test_there_is_no_file_without_pages(client, path):
    assert client.get(f"/sitemaps/{path}.xml").status_code == 404


def test_only_people_on_lists_and_what_they_hold_are_told(client, now):
    for given, page in (("Вера", "public"), ("Нина", "unlisted")):
        who = person(given, "Осокина", gender="female", page=page, checked_at=now)
        held(who, post(f"министр {given}", f"Министерство {given}", seats=None), "2020", checked_at=now)
    Organization.objects.update(checked_at=now)
    files = [path for path in addresses(read(client, "/sitemap.xml")) if "pages" not in path]
    assert files == ["/sitemaps/people-1.xml", "/sitemaps/organizations-1.xml", "/sitemaps/posts-1.xml"]
    told = " ".join(address for path in files for address in addresses(read(client, path)))
    assert "vera" in told
    assert "nina" not in told


def test_ten_thousand_people_stand_in_several_files(client, now, monkeypatch):
    monkeypatch.setattr(record, "PER_FILE", 2)
    for given in ("Вера", "Нина", "Зоя"):
        person(given, "Осокина", gender="female", page="public", checked_at=now)
    files = [path for path in addresses(read(client, "/sitemap.xml")) if "people" in path]
    assert files == ["/sitemaps/people-1.xml", "/sitemaps/people-2.xml"]
    assert [len(read(client, path)) for path in files] == [6, 3]


def test_a_file_costs_the_same_with_many_stories(client, editor, now, django_assert_max_num_queries):
    for number in range(10):
        story(f"Новость {number}", editor, now - timedelta(minutes=number), tags=("мост",))
    for path, most in (("news-2025-06", 4), ("pages", 16)):
        with django_assert_max_num_queries(most):
            read(client, f"/sitemaps/{path}.xml")
    for path, most in (("/sitemap.xml", 8), ("/sitemap-news.xml", 2)):
        with django_assert_max_num_queries(most):
            read(client, path)


def test_what_xml_cannot_hold_makes_no_file_unreadable(client, editor, now):
    story("Мост\x0b открыт", editor, now)
    assert read(client, "/sitemap-news.xml").findtext(".//news:title", namespaces=NS) == "Мост открыт"


@pytest.mark.parametrize("number", ["0", "99999999999999999999"])
def test_there_is_no_file_of_any_number(client, number):
    assert client.get(f"/sitemaps/people-{number}.xml").status_code == 404
