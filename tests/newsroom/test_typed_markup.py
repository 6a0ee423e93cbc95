"""What somebody types is text on every surface: in pages, feeds, sitemaps, suggestions and data for programs."""

import json
import re

import pytest
from defusedxml.ElementTree import fromstring
from django.utils.html import escape

from articles.content import Credit
from articles.models import Author, Section
from media_assets import renditions
from people.models import Person
from tests.factories.people import person
from tests.factories.pictures import photo
from tests.factories.stories import story

pytestmark = pytest.mark.django_db

EVIL = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u2028\u202e]]>"
_LIVE = re.compile(r"<script>alert|<img src=x|onerror=alert\(1\)>(?!&)")


@pytest.fixture
def told(login_of, now, time_machine):
    """A story in which everything that can be typed was typed with ill will."""
    time_machine.move_to(now, tick=False)
    vera = person("Вера", f"Осокина{EVIL}"[:110], "female", page="public", checked_at=now, slug="vera")
    Person.objects.filter(pk=vera.pk).update(summary=EVIL, biography=EVIL)
    picture = photo("#123456", alt_text=EVIL, credit_line=EVIL, headline=EVIL[:90])
    renditions.ensure(picture)
    fields = {
        "lede": f"Осокина {EVIL}",
        "section": Section.objects.create(name=f"Мосты{EVIL}"[:110], slug="mosty").pk,
        "tags": (f"мост {EVIL}"[:90],),
        "bylines": (Credit(Author.objects.create(name=f"Лада{EVIL}"[:110], slug="lada", biography=EVIL).pk),),
        "dateline": EVIL[:110],
        "source": EVIL,
        "lead_photo": picture.pk,
        "lead_caption": EVIL,
    }
    return story(f"Мост {EVIL}", login_of("editor"), now, **fields)


def pages(told) -> list[str]:
    tag = told.tags.get().get_absolute_url()
    return [
        *("/", "/archive/2025/06/30/", "/people/", "/people/vera/", "/sections/mosty/", "/authors/lada/", tag),
        *("/search/?q=мост", "/search/?q=%3C/script%3E%3Cscript%3Ealert(1)", "/no-such-page/", told.get_absolute_url()),
    ]


def test_no_page_runs_it(client, told):
    for address in pages(told):
        html = client.get(address).content.decode()
        assert not _LIVE.search(html.replace(escape(EVIL), "")), address
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL):
            json.loads(block)


def test_no_file_for_programs_breaks_of_it(client, told):
    for home in ("/", "/sections/mosty/", "/authors/lada/"):
        for file in ("rss.xml", "atom.xml"):
            fromstring(client.get(f"{home}feeds/{file}").content)
        feed = json.loads(client.get(f"{home}feeds/feed.json").content)
        assert [item["title"] for item in feed["items"]] == [told.headline]
        assert not _LIVE.search(feed["items"][0]["content_html"])
    for file in (
        "sitemap.xml",
        "sitemap-news.xml",
        "sitemaps/pages.xml",
        "sitemaps/news-2025-06.xml",
        "opensearch.xml",
    ):
        fromstring(client.get(f"/{file}").content)
    json.loads(client.get(f"{told.get_absolute_url().rstrip('/')}.ninjs.json").content)
    suggested = json.loads(client.get("/search/suggest?q=мост").content)["suggestions"]
    assert told.headline in [each["label"] for each in suggested]


def test_a_word_without_end_stays_within_its_page(client, login_of, now, time_machine):
    """Nobody reads three hundred letters in a row; every list and every search still answers."""
    time_machine.move_to(now, tick=False)
    story("Щ" * 300, login_of("editor"), now, lede="ы" * 5000, tags=("ъ" * 100,))
    for address in ("/", "/feeds/rss.xml", f"/search/?q={'Щ' * 200}", f"/search/suggest?q={'щ' * 60}"):
        assert client.get(address).status_code == 200
