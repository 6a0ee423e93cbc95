"""Feeds: one story, three formats, the same words; what a feed reader keeps by stays as it was."""

import json
import re
from datetime import timedelta
from xml.etree.ElementTree import Element

import feedparser
import pytest
from defusedxml.ElementTree import fromstring
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import http_date

from articles import revisions, workflow
from articles.content import Credit
from articles.models import Author, Section
from articles.revisions import content_of
from media_assets import renditions
from people.models import Person
from tests.factories.people import person
from tests.factories.pictures import photo
from tests.factories.stories import story

HOUR = timedelta(hours=1)
FILES = ("rss.xml", "atom.xml", "feed.json")
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def told(editor, now, time_machine):
    """A story with all that a feed tells of one."""
    time_machine.move_to(now, tick=False)
    bridge = photo("#446688", alt_text="Мост", credit_line="Фото: отдел рисунка")
    renditions.ensure(bridge)
    person("Асан", "Токтосунов", page="public", checked_at=now)
    return story(
        "Мост & паром",
        editor,
        now,
        lede="Открыт <новый>.",
        body='<h2>О мосте</h2><p>Асан Токтосунов <a href="#x">открыл</a> мост.</p>'
        "<blockquote><p>«Мост стоит», — сказал он.</p></blockquote>",
        lead_photo=bridge.pk,
        lead_caption="Асан Токтосунов на мосту",
        section=Section.objects.create(name="Общество").pk,
        tags=("мосты",),
        bylines=(Credit(Author.objects.create(name="Лада Камышова").pk),),
    )


def xml(client, url: str) -> Element:
    response = client.get(url)
    assert response.status_code == 200
    return fromstring(response.content)


def items(client, home: str = "/") -> list[dict]:
    return client.get(f"{home}feeds/feed.json").json()["items"]


def text(element: Element, path: str) -> str:
    return element.findtext(path, namespaces=NAMES)


def test_three_formats_tell_the_same(client, told):
    rss = xml(client, "/feeds/rss.xml").find("channel/item")
    atom = xml(client, "/feeds/atom.xml").find("atom:entry", NAMES)
    (item,) = items(client)
    assert text(rss, "title") == text(atom, "atom:title") == item["title"] == "Мост & паром"
    assert text(rss, "guid") == text(atom, "atom:id") == item["id"]
    assert text(rss, "content:encoded") == text(atom, "atom:content") == item["content_html"]
    assert text(rss, "link") == atom.find("atom:link", NAMES).get("href") == item["url"]
    assert text(rss, "dc:creator") == text(atom, "atom:author/atom:name") == item["authors"][0]["name"]
    assert [each.text for each in rss.findall("category")] == item["tags"] == ["Общество", "мосты"]
    assert text(atom, "atom:published") == item["date_published"] == "2025-06-30T18:00:00+06:00"
    assert text(rss, "pubDate") == "Mon, 30 Jun 2025 18:00:00 +0600"


@pytest.mark.parametrize(("file", "version"), [("rss.xml", "rss20"), ("atom.xml", "atom10")])
def test_a_feed_reader_takes_it_without_a_word(client, told, file, version):
    taken = feedparser.parse(client.get(f"/feeds/{file}").content)
    assert (taken.bozo, taken.version, taken.feed.title) == (False, version, settings.SITE_NAME)
    (entry,) = taken.entries
    assert (entry.title, entry.author) == ("Мост & паром", "Лада Камышова")
    assert entry.updated_parsed[:5] == (2025, 6, 30, 12, 0)
    assert entry.summary == "Открыт &lt;новый&gt;."  # as HTML: a reader must see the brackets
    assert entry.media_content[0]["height"] == "480"


def test_a_channel_is_known_by_its_address(client, told):
    assert text(xml(client, "/feeds/atom.xml"), "atom:id") == "http://localhost:8000/feeds/atom.xml"


def test_the_picture_comes_with_its_caption_and_credit(client, told):
    media = xml(client, "/feeds/rss.xml").find("channel/item/media:content", NAMES)
    (item,) = items(client)
    assert media.get("url") == item["image"]
    assert item["image"].startswith("http://localhost:8000/media/")
    assert text(media, "media:description") == item["_image"]["caption"] == "Асан Токтосунов на мосту"
    assert text(media, "media:credit") == item["_image"]["credit"] == "Фото: отдел рисунка"


def test_the_whole_text_stands_on_its_own_feet(client, told):
    html = items(client)[0]["content_html"]
    for words in ("Открыт &lt;новый&gt;.", "<h2>О мосте</h2>", "сказал он", "на мосту", "Фото: отдел рисунка"):
        assert words in html
    assert re.findall(r'(?:href|src)="(?!http://localhost:8000/)[^"]*"', html) == []
    assert not re.search(r"class=|data-|<svg|srcset|<source", html)
    assert '<a href="http://localhost:8000/people/asan-toktosunov/">Асан Токтосунов</a>' in html
    assert "</a> на мосту</p> Фото: отдел рисунка" in html


def test_a_correction_moves_updated_and_tells_its_note_and_nothing_else_is_new(client, told, editor, now, time_machine):
    (before,) = items(client)
    later = now + HOUR
    content = content_of(told.live_revision)
    revisions.save(told, content, told.version, editor, now=later)
    workflow.publish(told, by=editor, now=later, note=workflow.Note("correction", "Мост был назван паромом."))
    time_machine.move_to(later, tick=False)
    (after,) = items(client)
    assert "Мост был назван паромом." in after["content_html"]
    assert after["date_modified"] == "2025-06-30T19:00:00+06:00"
    assert {key for key in after if after[key] != before[key]} == {"date_modified", "content_html"}
    atom = xml(client, "/feeds/atom.xml")
    assert text(atom, "atom:updated") == text(atom, "atom:entry/atom:updated") == "2025-06-30T19:00:00+06:00"
    assert text(xml(client, "/feeds/rss.xml"), "channel/item/atom:updated") == "2025-06-30T19:00:00+06:00"


def test_a_withdrawn_story_leaves_the_feeds(client, told, editor, now):
    workflow.withdraw(told, by=editor, now=now, reason="Не подтвердилось.")
    assert items(client) == []


@pytest.mark.parametrize("file", FILES)
def test_who_has_it_already_gets_no_body(client, told, file):
    first = client.get(f"/feeds/{file}")
    again = client.get(f"/feeds/{file}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("file", FILES)
def test_who_asks_by_date_alone_still_learns_of_a_withdrawal(client, told, editor, now, file):
    """The items that stay are as old as before: only the missing one is new."""
    client.get(f"/feeds/{file}")
    workflow.withdraw(told, by=editor, now=now, reason="Не подтвердилось.")
    asked = client.get(f"/feeds/{file}", headers={"If-Modified-Since": http_date((now + HOUR).timestamp())})
    assert (asked.status_code, "Мост" in asked.content.decode()) == (200, False)


@pytest.mark.parametrize("file", FILES)
def test_an_empty_feed_is_the_same_all_day(client, db, time_machine, now, file):
    time_machine.move_to(now, tick=False)
    first = client.get(f"/feeds/{file}")
    time_machine.move_to(now + HOUR, tick=False)
    assert client.get(f"/feeds/{file}").content == first.content


@pytest.mark.parametrize(
    "home",
    ["/sections/obshchestvo/", "/tags/mosty/", "/authors/lada-kamyshova/", "/people/asan-toktosunov/"],
)
def test_every_shelf_has_its_feeds(client, told, editor, now, home):
    story("О другом", editor, now)
    assert [item["title"] for item in items(client, home)] == ["Мост & паром"]
    feed = client.get(f"{home}feeds/feed.json").json()
    assert feed["home_page_url"] == f"http://localhost:8000{home}"
    assert feed["title"].endswith(f" — {settings.SITE_NAME}")
    assert home + "feeds/rss.xml" in client.get(home).content.decode()


def test_the_feed_of_a_merged_record_leads_to_that_of_the_other(client, told, now):
    twin = person("Асан", "Токтосунов", page="public", checked_at=now, slug="twin")
    twin.merged_into = Person.objects.get(slug="asan-toktosunov")
    twin.save()
    assert client.get("/people/twin/feeds/rss.xml")["Location"] == "/people/asan-toktosunov/feeds/rss.xml"


@pytest.mark.parametrize("home", ["/tags/mosty/", "/authors/lada-kamyshova/"])
def test_where_an_edition_has_no_page_it_has_no_feed(client, told, home):
    assert client.get(f"/ky{home}feeds/feed.json").status_code == 404


def test_an_edition_has_its_own_stories(client, told, editor, now):
    story("Көпүрө ачылды", editor, now, language="ky")
    assert [item["title"] for item in items(client, "/ky/")] == ["Көпүрө ачылды"]
    assert client.get("/ky/feeds/feed.json").json()["language"] == "ky"


def test_a_label_is_said_in_the_feed_too(client, editor, now, time_machine):
    time_machine.move_to(now, tick=False)
    story("Лучшие окна", editor, now, label="advertising", payer="ОсОО «Окно»")
    assert "<strong>Реклама: ОсОО «Окно»</strong>" in items(client)[0]["content_html"]


def test_what_xml_cannot_hold_breaks_no_feed(client, editor, now, time_machine):
    time_machine.move_to(now, tick=False)
    lada = Author.objects.create(name="Лада\x02 Камышова")
    section = Section.objects.create(name="Мосты\x1f")
    said = {"tags": ("паром\x08ы",), "bylines": (Credit(lada.pk),), "section": section.pk}
    story("Мост\x0b открыт", editor, now, body="<p>Два\x0cслова.</p>", **said)
    for home in ("/", reverse("section", args=[section.slug])):
        feed = xml(client, f"{home}feeds/rss.xml")
        assert text(feed, "channel/item/title") == "Мост открыт"
        assert text(feed, "channel/item/dc:creator") == "Лада Камышова"
        assert [each.text for each in feed.findall("channel/item/category")] == ["Мосты", "паромы"]
        assert text(xml(client, f"{home}feeds/atom.xml"), "atom:entry/atom:title") == "Мост открыт"


def test_there_is_no_other_file(client, db):
    assert client.get("/feeds/rdf.xml").status_code == 404


def test_many_stories_cost_as_many_queries_as_one(client, told, editor, now):
    with CaptureQueriesContext(connection) as one:
        client.get("/feeds/feed.json")
    for number in range(4):
        related = f'<p>Ещё.</p><div data-article="{told.pk}"></div>'
        story(f"Мост {number}", editor, now, body=f"<p>Асан Токтосунов.</p>{related}")
    with CaptureQueriesContext(connection) as five:
        client.get("/feeds/feed.json")
    assert len(five) <= len(one) + 1  # the stories that are offered in the middle of others


def test_json_is_read_as_it_was_written(client, told):
    assert json.loads(client.get("/feeds/feed.json").content)["version"] == "https://jsonfeed.org/version/1.1"
