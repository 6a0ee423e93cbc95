"""The archive: days of the newsroom's own zone, a calendar, the nearest days with news."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from newsroom import calendars
from tests.factories.stories import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def bring_out(editor, now, time_machine):
    """``bring_out("2025-06-28 23:30", "Паром")``; the clock of readers stands at the evening of 30 June."""
    time_machine.move_to(now, tick=False)

    def bring_out(when: str, headline: str, **fields):
        at = datetime.fromisoformat(when).replace(tzinfo=timezone.get_current_timezone())
        return story(headline, editor, at, **fields)

    return bring_out


@pytest.fixture
def june(bring_out):
    bring_out("2025-05-03 12:00", "Сады цветут")
    bring_out("2025-06-26 10:00", "Мост открыт")
    bring_out("2025-06-29 00:00", "Полночный поезд")
    bring_out("2025-06-29 23:59", "Последняя минута")
    bring_out("2025-06-30 15:45", "Паром пошёл")


def headlines(html: str) -> list[str]:
    return re.findall(r'<h2><a href="[^"]*">(.*?)</a></h2>', html)


def read(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def test_a_day_holds_its_stories_by_the_hour_of_the_newsrooms_zone(client, june):
    assert headlines(read(client, "/archive/2025/06/29/")) == ["Полночный поезд", "Последняя минута"]
    assert headlines(read(client, "/archive/2025/06/30/")) == ["Паром пошёл"]


def test_a_day_leads_to_the_nearest_days_that_have_news(client, june):
    html = read(client, "/archive/2025/06/29/")
    assert '<a rel="prev" href="/archive/2025/06/26/">' in html
    assert '<a rel="next" href="/archive/2025/06/30/">' in html
    assert '<link rel="prev" href="/archive/2025/06/26/">' in html
    assert 'rel="next"' not in read(client, "/archive/2025/06/30/")
    assert 'rel="prev"' not in read(client, "/archive/2025/05/03/")


def test_a_day_without_news_says_so_and_is_no_page_for_search_engines(client, june):
    html = read(client, "/archive/2025/06/27/")
    assert 'content="noindex"' in html
    assert 'href="/archive/2025/06/26/"' in html
    assert 'href="/archive/2025/06/29/"' in html
    assert 'content="noindex"' not in read(client, "/archive/2025/06/26/")


@pytest.mark.parametrize(
    "path",
    [
        "/archive/2025/07/01/",  # tomorrow
        "/archive/2025/05/02/",  # before the first story
        "/archive/2025/06/31/",
        "/archive/2025/13/",
        "/archive/2025/00/",
        "/archive/2025/07/",
        "/archive/2025/04/",
        "/archive/2024/",
        "/archive/2026/",
        "/archive/2999/12/31/",
        "/archive/1000/01/01/",
        "/archive/9999/12/",
    ],
)
def test_what_lies_outside_the_archive_is_no_page(client, june, path):
    read(client, path, 404)


@pytest.mark.parametrize(
    ("path", "one"),
    [
        ("/archive/2025/6/", "/archive/2025/06/"),
        ("/archive/2025/6/3/", "/archive/2025/06/03/"),
        ("/ky/archive/2025/06/3/", "/ky/archive/2025/06/03/"),
    ],
)
def test_a_page_has_one_address(client, june, path, one):
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (301, one)


def test_a_month_is_a_calendar_whose_days_with_news_are_links(client, june):
    html = read(client, "/archive/2025/06/")
    assert "<caption>Июнь 2025</caption>" in html
    assert re.findall(r'href="/archive/2025/06/(\d\d)/"', html) == ["26", "29", "30"]
    assert '<a rel="prev" href="/archive/2025/05/">' in html
    assert len(re.findall(r'<td class="is-today">', html)) == 1


def test_a_year_counts_its_months(client, june):
    html = read(client, "/archive/2025/")
    assert re.findall(r'<a href="/archive/2025/(\d\d)/">(.*?)</a> <span class="quiet">(\d+)</span>', html) == [
        ("05", "Май", "1"),
        ("06", "Июнь", "4"),
    ]


def test_the_archive_begins_with_the_first_year(client, bring_out):
    bring_out("2023-12-31 23:00", "Ёлка")
    html = read(client, "/archive/")
    assert re.findall(r'<li><a href="/archive/(\d+)/">', html) == ["2025", "2024", "2023"]


def test_each_edition_has_its_own_days(client, june, bring_out):
    bring_out("2025-06-20 12:00", "Паром", language="ky")
    html = read(client, "/ky/archive/2025/06/20/")
    assert "20-июнь, 2025, жума" in html
    read(client, "/ky/archive/2025/05/03/", 404)
    read(client, "/en/archive/2025/06/20/", 404)


@pytest.mark.parametrize(
    ("path", "most"), [("/archive/2025/06/30/", 9), ("/archive/2025/06/", 9), ("/archive/2025/", 9), ("/archive/", 7)]
)
def test_a_page_costs_the_same_however_much_was_published(
    client, june, bring_out, path, most, django_assert_max_num_queries
):
    for minute in range(10):
        bring_out(f"2025-06-30 12:{minute:02}", f"Новость {minute}")
    with django_assert_max_num_queries(most):
        read(client, path)


def test_a_calendar_has_whole_weeks_from_monday_on():
    month = calendars.month(2025, 6, {date(2025, 6, 30): 2}, today=date(2025, 6, 30), shown=date(2025, 6, 1))
    assert {len(week) for week in month.weeks} == {7}
    assert month.weeks[0][:6] == [None] * 6  # 1 June 2025 is a Sunday
    first, last = month.weeks[0][6], month.weeks[-1][0]
    assert (first.day, first.count, first.is_today, first.is_shown) == (date(2025, 6, 1), 0, False, True)
    assert (last.day, last.count, last.is_today, last.is_shown) == (date(2025, 6, 30), 2, True, False)


def test_a_story_of_tomorrow_is_in_no_count(client, june, editor, now):
    from articles import revisions, workflow
    from articles.content import Content

    waiting = revisions.create(Content(headline="Завтра", body="<p>…</p>"), editor, now=now)
    workflow.schedule(waiting, now + timedelta(days=1), by=editor, now=now)
    assert "archive/2025/07" not in read(client, "/archive/2025/06/30/")
    assert "Июль</a>" not in read(client, "/archive/2025/")
