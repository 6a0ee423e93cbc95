"""What search engines are told of a story: schema.org's words only, each on a type that knows it."""

import json
import re

import pytest
from django.conf import settings
from django.utils import timezone

from articles.content import Credit
from articles.models import Author, Section
from clock import ticking
from media_assets import renditions
from newsroom.models import FlatPage
from people.models import Organization
from tests.factories.people import held, person, post
from tests.factories.pictures import photo
from tests.factories.stories import story

pytestmark = pytest.mark.django_db

BASE = "http://localhost:8000"
# By type, the properties of schema.org 30.0 that we use of it.
ARTICLE = {
    *("headline", "url", "mainEntityOfPage", "inLanguage", "datePublished", "dateModified", "description", "keywords"),
    *("articleSection", "articleBody", "author", "publisher", "copyrightHolder", "image", "mentions", "correction"),
    "isAccessibleForFree",
}
WORDS = {
    "NewsArticle": ARTICLE | {"dateline"},
    "OpinionNewsArticle": ARTICLE | {"dateline"},
    "AdvertiserContentArticle": ARTICLE,
    "LiveBlogPosting": ARTICLE | {"coverageStartTime", "liveBlogUpdate"},
    "BlogPosting": {"headline", "datePublished", "url", "articleBody"},
    "CorrectionComment": {"text", "datePublished", "url"},
    "NewsMediaOrganization": {"name", "url"},
    "ImageObject": {
        *("url", "contentUrl", "width", "height", "caption", "creditText", "creator", "copyrightNotice"),
        "acquireLicensePage",
    },
    "Person": {"name", "url", "jobTitle"},
    "Organization": {"name", "url", "parentOrganization"},
    "GovernmentOrganization": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def tell(client, editor, now, time_machine):
    """Bring out a story with all that is told of one; what its page tells of it, and of the way to it."""
    time_machine.move_to(now, tick=False)
    bridge = photo("#446688", alt_text="Мост", credit_line="отдел рисунка", creator="Нурлан Сомов")
    renditions.ensure(bridge)
    vera = person("Вера", "Осокина", gender="female", page="public", checked_at=now)
    held(vera, post("министр границ Лаковии", "Министерство границ Лаковии"), "2020", checked_at=now)
    author = Author.objects.create(name="Лада Камышова")

    def tell(**fields) -> list[dict]:
        section = Section.objects.create(name="Общество", name_ky="Коом").pk
        fields = {"section": section, "bylines": (Credit(author.pk),), **fields}
        article = story(
            "Мост </script>",
            editor,
            now,
            **{"body": "<p>Министр границ Лаковии Вера Осокина открыла мост.</p>", **fields},
            lead_photo=bridge.pk,
            lead_caption="Вера Осокина на мосту",
            dateline="Каменная Пристань",
            tags=("мосты",),
        )
        html = client.get(article.get_absolute_url()).content.decode()
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        told = [json.loads(each) for each in found]
        for each in told:
            assert each.pop("@context") == "https://schema.org"
            checked(each)
        return told

    return tell


def checked(told) -> None:
    """Every property is one that its type has."""
    if isinstance(told, list):
        for each in told:
            checked(each)
    elif isinstance(told, dict):
        assert set(told) - {"@type", "@id"} <= WORDS[told["@type"]], told["@type"]
        for value in told.values():
            checked(value)


def test_a_story_leads_to_its_author_and_says_whose_it_is(tell):
    told, _way = tell()
    assert told["author"] == [{"@type": "Person", "name": "Лада Камышова", "url": f"{BASE}/authors/lada-kamyshova/"}]
    assert told["copyrightHolder"] == told["publisher"]
    assert told["image"][0]["creator"] == {"@type": "Person", "name": "Нурлан Сомов"}
    assert told["mentions"][0]["jobTitle"] == "министр границ Лаковии"


def test_what_nobody_has_signed_is_by_the_newsroom_as_readers_see_it(tell):
    told, _way = tell(bylines=())
    (author,) = told["author"]
    assert (author["@type"], author["name"]) == ("Organization", "Редакция")
    assert author["parentOrganization"] == told["publisher"]


def test_a_body_is_told_by_its_kind(tell):
    Organization.objects.create(name="Министерство рек Лаковии", classification="ministry", checked_at=timezone.now())
    told, _way = tell(body="<p>Мост принадлежит Министерству рек Лаковии.</p>")
    assert {(each["@type"], each["name"]) for each in told["mentions"]} >= {
        ("GovernmentOrganization", "Министерство рек Лаковии")
    }


def test_a_picture_leads_to_the_rules_of_reprinting_where_there_are_some(tell):
    told, _way = tell()
    assert "acquireLicensePage" not in told["image"][0]
    FlatPage.objects.create(language="ru", slug="rules", title="Правила", body="<p>Спросите.</p>")
    ticking.bump()
    told, _way = tell(section=None)
    assert told["image"][0]["acquireLicensePage"] == f"{BASE}/rules/"


def test_the_way_to_a_story_is_in_its_own_edition(tell):
    _told, way = tell(language="ky")
    names = [(each["position"], each["name"]) for each in way["itemListElement"]]
    assert names == [(1, settings.SITE_NAME), (2, "Коом"), (3, "Мост </script>")]
    front, section, article = (each["item"] for each in way["itemListElement"])
    assert (front, section) == (f"{BASE}/ky/", f"{BASE}/ky/sections/obshchestvo/")
    assert article.startswith(f"{BASE}/ky/news/")


def test_a_story_in_no_section_is_one_step_from_the_front_page(tell):
    _told, way = tell(section=None)
    assert len(way["itemListElement"]) == 2


@pytest.mark.parametrize(
    ("label", "kind", "has_dateline"),
    [
        ("news", "NewsArticle", True),
        ("interview", "NewsArticle", True),
        ("press release", "NewsArticle", True),
        ("opinion", "OpinionNewsArticle", True),
        ("partner", "AdvertiserContentArticle", False),
        ("advertising", "AdvertiserContentArticle", False),
    ],
)
def test_what_is_no_report_of_our_own_is_told_apart(tell, label, kind, has_dateline):
    told, _way = tell(label=label, payer="Рога и копыта")
    assert told["@type"] == kind
    assert ("dateline" in told) is has_dateline


def test_an_online_report_is_one_whatever_its_label(tell):
    entry = '<section data-entry="k3f9a2" data-time="2025-06-30T10:00"><h3>Начали</h3><p>Мост открыт.</p></section>'
    told, _way = tell(body=entry, label="opinion")
    assert told["@type"] == "LiveBlogPosting"
    assert told["liveBlogUpdate"][0]["headline"] == "Начали"
