"""After an office changes hands: which stories differ now. The people and Лаковия are invented."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from articles import findings, revisions, workflow
from articles.content import Content
from articles.desk.changed_offices import differing
from people.dates import PartialDate
from people.models import Membership
from people.recent_changes import changed_lately
from tests.factories.people import held, person, post
from tests.forms import fields_of

PAGE = "/admin/articles/article/offices/"
STALE = "<p>Министр культуры Лаковии Асан Токтосунов открыл театр.</p>"


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def today():
    return timezone.now()


@pytest.fixture
def handed_over(db, today):
    """Asan was minister until yesterday, Bakyt is."""
    culture = post()
    yesterday = PartialDate.of(timezone.localdate(today) - timedelta(days=1))
    asan, bakyt = person("Асан", "Токтосунов"), person("Бакыт", "Усенов")
    held(asan, culture, "2020", str(yesterday), checked_at=today)
    held(bakyt, culture, str(yesterday), checked_at=today)
    return asan, bakyt


def story(editor, now: datetime, body: str = STALE, headline: str = "Театр"):
    return revisions.create(Content(headline=headline, body=body), editor, now=now)


def found(now) -> list[str]:
    return [each.article.desk_headline for each in differing(changed_lately(now), now)]


def test_every_story_in_work_that_differs_is_listed_with_what_the_record_says(handed_over, editor, today):
    story(editor, today, headline="Черновик")
    workflow.submit(story(editor, today, headline="Сдано"), by=editor, now=today)
    workflow.publish(story(editor, today, headline="Сегодня"), by=editor, now=today)
    waiting = story(editor, today, headline="Ждёт")
    workflow.schedule(waiting, today + timedelta(hours=1), by=editor, now=today)
    story(editor, today, "<p>Министр культуры Лаковии Бакыт Усенов открыл театр.</p>", "Верно")
    story(editor, today, "<p>Мэр Нижнего Кедра открыл театр.</p>", "О другом")
    story(editor, today - timedelta(days=90), headline="Давно лежит")
    workflow.publish(
        story(editor, today - timedelta(days=3), headline="На днях"), by=editor, now=today - timedelta(days=3)
    )
    assert set(found(today)) == {"Черновик", "Сдано", "Сегодня", "Ждёт"}
    (one, *_) = differing(changed_lately(today), today)
    assert "Бакыт Усенов" in one.findings[0].sentence


def test_the_archive_is_not_asked_about(handed_over, editor, today):
    event = Content(headline="Тогда", body=STALE, event_date=date(2021, 5, 1))
    revisions.create(event, editor, now=today)
    assert found(today) == []


def test_an_answer_of_an_editor_is_heard(handed_over, editor, today):
    article = story(editor, today)
    ((each,),) = [one.findings for one in differing(changed_lately(today), today)]
    findings.leave(article, each.kind, each.key, by=editor)
    assert found(today) == []


def test_what_only_texts_tell_is_no_news(db, today):
    asan = person("Асан", "Токтосунов")
    day = timezone.localdate(today)
    held(asan, post(), attested_from=day, attested_until=day + timedelta(days=1))
    assert changed_lately(today) == []


def test_an_office_of_years_ago_is_news_when_somebody_has_corrected_it(editor, today):
    asan = person("Асан", "Токтосунов")
    membership = held(asan, post(), "2010", "2015", checked_at=today)
    assert changed_lately(today) == []  # a command brought it in
    Membership.history.update(history_user=editor)
    assert changed_lately(today) == [membership]
    Membership.history.update(history_date=today - timedelta(days=30))
    assert changed_lately(today) == []


def test_ten_stories_cost_as_many_questions_as_one(handed_over, editor, today, django_assert_max_num_queries):
    story(editor, today)
    changed = changed_lately(today)
    with django_assert_max_num_queries(25):
        assert len(differing(changed, today)) == 1
    for number in range(9):
        story(editor, today, headline=f"Театр {number}")
    with django_assert_max_num_queries(25):
        assert len(differing(changed, today)) == 10


def test_the_page_and_the_way_to_it(handed_over, editor, today, client):
    article = story(editor, today)
    client.force_login(editor)
    assert PAGE in client.get("/admin/").content.decode()
    page = client.get(PAGE).content.decode()
    assert f"/admin/articles/article/{article.pk}/change/" in page
    assert "Бакыт Усенов" in page


def test_without_a_change_the_first_page_says_nothing(editor, client):
    client.force_login(editor)
    assert PAGE not in client.get("/admin/").content.decode()
    assert "No office has changed hands" in client.get(PAGE).content.decode()


def test_who_may_not_see_articles_is_refused(client, login_of):
    outsider = login_of("reporter")
    outsider.groups.clear()
    client.force_login(outsider)
    assert client.get(PAGE).status_code == 403


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize(
    ("of", "form", "field"),
    [("membership", "membership_form", "end_date"), ("person", "person_form", "memberships-0-end_date")],
)
def test_whoever_changes_an_office_hears_which_stories_differ_now(editor, today, client, of, form, field):
    membership = held(person("Асан", "Токтосунов"), post(), "2020", checked_at=today)
    story(editor, today)
    client.force_login(editor)
    record = membership if of == "membership" else membership.person
    address = f"/admin/people/{of}/{record.pk}/change/"
    fields = {**fields_of(client.get(address), form), field: "2021"}
    assert client.post(address, fields).status_code == 302
    assert PAGE in client.get(f"/admin/people/{of}/").content.decode()
