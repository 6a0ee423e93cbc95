"""What a page owes its readers and their programs: structure, one truth about time, nothing twice."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.template import loader
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from PIL import Image

from articles import revisions, workflow
from articles.content import Content
from articles.models import Section
from media_assets import renditions
from media_assets.ingest import ingest
from media_assets.pictures import Picture
from newsroom.models import User
from newsroom.templatetags import paper
from people.dates import PartialDate
from people.models import Membership, Organization, Person, Post

AFTERNOON = datetime(2025, 6, 30, 9, 45, tzinfo=UTC)
BODY = "<p>Мэр Токтогул Сыдыкбаев открыл мост.</p><blockquote><p>«Мост стоит», — сказал он.</p></blockquote>"


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("editor", password="a-long-password")


@pytest.fixture
def mayor(db):
    """An invented mayor with two checked offices and dates."""
    person = Person.objects.create(
        given_name="Токтогул", family_name="Сыдыкбаев", gender="male", page="public", checked_at=timezone.now()
    )
    town = Organization.objects.create(name="Мэрия города Ак-Кайын", checked_at=timezone.now())
    terms = (("вице-мэр Ак-Кайына", "2016", "2019-09-01"), ("мэр Ак-Кайына", "2019-09-01", None))
    for label, start, end in terms:
        Membership.objects.create(
            person=person,
            organization=town,
            post=Post.objects.create(organization=town, label=label),
            start_date=PartialDate.parse(start),
            end_date=PartialDate.parse(end) if end else None,
            checked_at=timezone.now(),
        )
    return person


@pytest.fixture
def photo(editor):
    file = BytesIO()
    Image.new("RGB", (1700, 1100), "#456").save(file, "JPEG")
    file.seek(0)
    photo, _ = ingest(file, "bridge.jpg", by=editor, credit_line="Фото: отдел рисунка", alt_text="Мост над водой")
    renditions.ensure(photo)
    return photo


@pytest.fixture
def publish(editor):
    def publish(headline, language="ru", **fields):
        content = Content(**{"headline": headline, "body": BODY, "dated": AFTERNOON, **fields})
        article = revisions.create(content, editor, now=timezone.now(), language=language)
        workflow.publish(article, by=editor, now=timezone.now())
        article.refresh_from_db()
        return article

    return publish


@pytest.fixture
def article(publish, mayor, photo):
    section = Section.objects.create(name="Общество")
    caption = "Токтогул Сыдыкбаев на мосту"
    return publish("Мост & паром", lede="Открыт «новый»", lead_photo=photo.pk, lead_caption=caption, section=section.pk)


def read(client, url, status=200):
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def found(pattern, html):
    return re.findall(pattern, html, re.DOTALL)


def test_article_has_one_headline_everywhere(client, article):
    html = read(client, article.get_absolute_url())
    assert html.count("<article") == 1
    assert found(r"<h1[^>]*>(.*?)</h1>", html) == ["Мост &amp; паром"]
    assert found(r"<title>(.*?)</title>", html) == ["Мост &amp; паром"]
    assert found(r'property="og:title" content="(.*?)"', html) == ["Мост &amp; паром"]
    assert found(r'name="twitter:title" content="(.*?)"', html) == ["Мост &amp; паром"]


def test_article_says_its_time_with_the_newsrooms_zone(client, article):
    html = read(client, article.get_absolute_url())
    assert '<time datetime="2025-06-30T15:45:00+06:00">30\u00a0июня 2025, 15:45</time>' in html
    assert 'property="article:published_time" content="2025-06-30T15:45:00+06:00"' in html
    data = json.loads(found(r'<script type="application/ld\+json">(.*?)</script>', html)[0])
    assert data["datePublished"] == "2025-06-30T15:45:00+06:00"


def test_lead_picture_comes_at_once_with_size_words_and_one_credit(client, article):
    html = read(client, article.get_absolute_url())
    (image,) = found(r"<figure.*?(<img.*?>)", html)
    assert 'fetchpriority="high"' in image
    assert "loading=" not in image
    assert 'width="1700"' in image
    assert 'height="1100"' in image
    assert 'alt="Мост над водой"' in image
    assert found(r'<span class="credit">(.*?)</span>', html) == ["Фото: отдел рисунка"]


def test_in_other_editions_the_words_of_a_picture_are_said_to_be_russian():
    shown = Picture(1, 900, 600, "Мост", "Отдел рисунка", "", "", "", "Мост над водой")
    with translation.override("en"):
        html = loader.render_to_string("components/photo_grid.html", {"gallery": [shown]})
    assert 'alt="Мост" lang="ru"' in html
    assert '<p lang="ru">Мост над водой</p>' in html


def test_people_box_links_everyone_with_the_office_of_the_day(client, article):
    (box,) = found(r'<aside class="people-box".*?</aside>', read(client, article.get_absolute_url()))
    assert '<a href="/people/toktogul-sydykbaev/">Токтогул Сыдыкбаев</a>' in box
    assert "мэр Ак-Кайына" in box
    assert "ТС" in box


def test_article_costs_at_most_fifteen_queries(client, article, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):  # three of them for what stands around every page, five for what follows it
        read(client, article.get_absolute_url())


@pytest.mark.parametrize("url", ["/", "/people/", "/people/toktogul-sydykbaev/", "/sections/obshchestvo/", "/ky/"])
def test_a_page_has_one_main_heading_and_a_way_past_the_masthead(client, article, url):
    html = read(client, url)
    assert len(found(r"<h1", html)) == 1
    assert html.index('href="#content"') < html.index("<header") < html.index('<main id="content"')


def test_no_page_has_inline_styles_or_scripts(client, article):
    for url in ("/", "/people/", "/people/toktogul-sydykbaev/", article.get_absolute_url()):
        html = read(client, url)
        assert not found(r"\sstyle=|<style|\son[a-z]+=", html)
        assert {attributes.strip() for attributes in found(r"<script(.*?)>", html)} <= {'type="application/ld+json"'}


def test_edition_is_said_in_lang_and_in_the_switch(client, article):
    html = read(client, "/ky/")
    assert '<html lang="ky">' in html
    assert found(r'<a href="([^"]*)"[^>]* aria-current="true"', html) == ["/ky/"]
    assert len(found(r'<ul class="editions">.*?</ul>', html)[0].split("hreflang=")) == 4


def test_profile_of_three_days_gives_three_pages(client, mayor):
    url = mayor.get_absolute_url()
    before, vice, now = (read(client, f"{url}?on={day}") for day in ("2014-05-05", "2018-01-01", "2024-01-01"))
    offices = [found(r'<ul class="offices">.*?</ul>', page) for page in (before, vice, now)]
    assert offices[0] == []
    assert "вице-мэр Ак-Кайына" in offices[1][0]
    assert ">мэр Ак-Кайына" in offices[2][0]


def test_profile_says_which_day_was_asked_and_leads_back(client, mayor):
    url = mayor.get_absolute_url()
    (banner,) = found(r'<p class="banner then">.*?</p>', read(client, f"{url}?on=2018-01-01"))
    assert "1\u00a0января 2018" in banner
    assert f'href="{url}"' in banner
    assert 'class="banner' not in read(client, url)


def test_front_page_leads_with_the_newest_and_keeps_the_rest_below(client, publish):
    for hour in range(6):
        publish(f"Новость {hour}", dated=AFTERNOON.replace(hour=hour))
    html = read(client, "/")
    assert found(r"<a href=\"[^\"]*\">(Новость \d)</a>", html) == [f"Новость {hour}" for hour in (5, 4, 3, 2, 1, 0)]
    assert html.count('class="entry first"') == 1
    assert html.count('class="entry second"') == 2


def test_front_page_has_a_block_for_a_section_with_more_and_costs_the_same_for_many(client, publish):
    sections = [Section.objects.create(name=f"Раздел {number}", position=9 - number) for number in range(5)]
    for minute in range(30):
        publish(f"Новость {minute}", dated=AFTERNOON.replace(minute=minute), section=sections[minute % 5].pk)
    with CaptureQueriesContext(connection) as asked:
        blocks = client.get("/").context["front"].blocks
    assert [block.section for block in blocks] == sections[::-1]
    told = [story.headline for story in blocks[0].stories]
    assert told == [f"Новость {minute}" for minute in (14, 9, 4)]
    assert len(asked) <= 9


def test_withdrawn_story_says_why_and_the_missing_page_offers_the_latest(client, publish, editor):
    gone, kept = publish("Старое"), publish("Новое")
    workflow.withdraw(gone, by=editor, now=timezone.now(), how="gone", reason="Источник ошибся.")
    assert "Источник ошибся." in read(client, gone.get_absolute_url(), 410)
    assert kept.get_absolute_url() in read(client, "/no-such-page/", 404)


def test_story_kept_with_a_notice_shows_it_above_the_headline(client, publish, editor):
    article = publish("Мост закрыт")
    workflow.withdraw(article, by=editor, now=timezone.now(), how="notice", reason="Сроки неверны.")
    html = read(client, article.get_absolute_url())
    assert html.index("Сроки неверны.") < html.index("<h1")
    assert '<meta name="robots" content="noindex">' in html


def test_preview_is_in_the_language_of_the_article(client, editor):
    article = revisions.create(Content(headline="Көпүрө", body=BODY), editor, now=timezone.now(), language="ky")
    client.force_login(editor)
    html = read(client, f"/admin/articles/article/{article.pk}/preview/")
    assert '<html lang="ky">' in html
    assert 'class="banner then"' in html


def test_page_of_a_broken_site_needs_neither_context_nor_database():
    html = loader.get_template("500.html").render()
    assert len(found(r"<h1>.+?</h1>", html)) == 1


@pytest.mark.parametrize(
    ("credit", "printed"),
    [
        ("пресс-служба президента", "Photo: пресс-служба президента"),
        ("Фотоклуб «Ракурс»", "Photo: Фотоклуб «Ракурс»"),
        ("Фото: пресс-служба", "Фото: пресс-служба"),
        ("фото предоставлено театром", "Фото предоставлено театром"),
        ("Источник фото: театр", "Источник фото: театр"),
        ("© Театр", "© Театр"),
    ],
)
def test_a_credit_is_introduced_once(credit, printed):
    with translation.override("en"):
        assert paper.credited(credit) == printed


@pytest.mark.parametrize(
    ("name", "letters"), [("Садыр Жапаров", "СЖ"), ("Гүлбара", "Г"), ("Ак-Мөөр уулу Бакыт", "АБ"), ("", "")]
)
def test_monogram_is_the_first_and_the_last_name(name, letters):
    assert paper.monogram(name) == letters


@pytest.mark.parametrize(
    ("instant", "printed"),
    [
        (datetime(2026, 3, 5, 2, 30, tzinfo=UTC), "08:30"),
        (datetime(2026, 3, 4, 17, 59, tzinfo=UTC), "4\u00a0марта"),
        (datetime(2025, 3, 5, 2, 30, tzinfo=UTC), "5\u00a0марта 2025"),
    ],
)
def test_time_in_a_list_is_as_short_as_it_can_be(instant, printed):
    with translation.override("ru"):
        assert paper.short(instant, datetime(2026, 3, 5, 9, tzinfo=UTC)) == printed


def test_the_zone_of_the_clock_is_said():
    assert paper.zone(datetime(2026, 3, 5, 9, tzinfo=UTC)) == "UTC+06:00"


def test_a_day_is_printed_in_the_language_of_the_page():
    with translation.override("ky"):
        assert paper.day(date(2025, 6, 30)) == "30-июнь, 2025"
        assert paper.on_day(date(2025, 6, 30)) == "2025-жылдын 30-июнунда"


def test_the_front_page_tells_searchers_what_is_on_it(client, article):
    assert found(r'name="description" content="(.*?)"', read(client, "/")) == ["Мост &amp; паром"]


@dataclass
class Entry:
    picture: Picture | None


def small(credit: str, mark: str = "", *, is_withheld: bool = False) -> Entry:
    words = {"alt": "", "creator": "", "copyright_notice": "", "description": ""}
    return Entry(Picture(1, 100, 100, credit=credit, mark=mark, is_withheld=is_withheld, **words))


def test_below_a_list_stands_whose_its_small_pictures_are_each_once_and_with_its_mark():
    museum, drawn = small("музей весов"), small("Фото: Асан Токтосунов", "создано ИИ")
    entries = [museum, drawn, Entry(None), museum, small("театр", is_withheld=True), small("")]
    assert paper.picture_credits(entries) == ["музей весов", "Асан Токтосунов (создано ИИ)"]
