"""What happened on the desk: told in words, found by its filters, never changed."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils.translation import override

from articles import revisions, talk, workflow
from articles.event_words import in_words
from articles.models import ArticleEvent, Section

pytestmark = pytest.mark.django_db
LOG = reverse("admin:articles_articleevent_changelist")
Kind = ArticleEvent.Kind


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def history_of(article) -> str:
    return reverse("admin:articles_article_history", args=[article.pk])


@pytest.mark.parametrize(
    ("kind", "detail", "words"),
    [
        (Kind.PUBLISHED, {}, "version 1 published"),
        (Kind.PUBLISHED, {"alone": True}, "version 1 published; without a second reader"),
        (Kind.SCHEDULED, {"at": "2025-06-30T09:45:00+00:00"}, "version 1 scheduled for 30\u00a0June 2025, 15:45"),
        (
            Kind.CORRECTED,
            {"note": "Исправлено имя."},
            "changes published: version 1; note to readers: «Исправлено имя.»",
        ),
        (Kind.NOTED, {"note": "Исправлено имя."}, "note to readers: «Исправлено имя.»"),
        (Kind.RETURNED, {"remark": "Назовите источник"}, "sent back: «Назовите источник»"),
        (Kind.WITHDRAWN, {"reason": "Ошибка", "how": "gone"}, "withdrawn: «Ошибка»"),
        (Kind.DEVELOPING, {"until": ""}, "“more to come” taken off"),
        (Kind.TAKEN, {}, "taken"),  # what the words lack is not made up
        (Kind.EMBARGOED, {"until": "скоро"}, "embargo until скоро"),
        (Kind.WITHDRAWN, {"reason": "100 %(s)"}, "withdrawn: «100 %(s)»"),
    ],
)
def test_an_event_is_told_in_words(draft, editor, now, kind, detail, words):
    event = ArticleEvent(article=draft, kind=kind, by=editor, at=now, detail=detail, revision=revisions.newest(draft))
    with override("en"):
        assert in_words(event) == words


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_event_has_words_without_any_detail(draft, editor, now, kind):
    assert in_words(ArticleEvent(article=draft, kind=kind, by=editor, at=now))


@pytest.mark.parametrize(
    "change",
    [
        lambda event: event.save(),
        lambda event: event.delete(),
        lambda event: ArticleEvent.objects.update(kind=Kind.PUBLISHED),
        lambda event: event.article.events.all().delete(),
        lambda event: ArticleEvent.objects.bulk_update([event], ["kind"]),
        lambda event: ArticleEvent.objects.bulk_create(
            [event], update_conflicts=True, unique_fields=["id"], update_fields=["kind"]
        ),
    ],
    ids=["save", "delete", "update of many", "delete of many", "bulk update", "bulk create over"],
)
def test_what_happened_cannot_be_changed(draft, change):
    event = draft.events.get()
    with pytest.raises(TypeError), transaction.atomic():
        change(event)
    assert ArticleEvent.objects.get().kind == Kind.CREATED


def test_a_story_that_something_happened_to_cannot_be_deleted(draft):
    with pytest.raises(ProtectedError):
        draft.delete()


def test_the_history_of_a_story_says_who_what_and_when_to_the_second(desk, live, editor, now):
    talk.say(live, "Проверьте год", by=editor, now=now.replace(second=7))
    page = desk.get(history_of(live)).text
    assert "version 1 published" in page
    assert "commented: «Проверьте год»" in page
    assert '18:00<span class="seconds">:07</span>' in page


def test_an_event_leads_to_what_its_version_changed(desk, live, content, editor, now):
    revisions.save(live, replace(content, headline="Исправлено"), 1, editor, now=now)
    workflow.publish(live, by=editor, now=now + timedelta(minutes=1))
    talk.say(live, "Хорошо", by=editor, now=now)
    address = f"{reverse('admin:articles_article_compare', args=[live.pk])}?old=1&amp;new=2"
    for page in (desk.get(history_of(live)), desk.get(LOG)):
        assert page.text.count(address) == 1  # neither the first publication nor the comment changed anything
    assert "Исправлено" in desk.get(address.replace("&amp;", "&")).text


def test_a_long_history_has_pages_and_each_costs_the_same(desk, draft, editor, now, django_assert_max_num_queries):
    for number in range(120):
        talk.say(draft, f"Замечание {number}", by=editor, now=now)
    with django_assert_max_num_queries(8):
        page = desk.get(history_of(draft))
    assert "Замечание 119" in page.text
    assert "Замечание 3»" not in page.text
    assert "Замечание 3»" in desk.get(f"{history_of(draft)}?p=2").text


def test_the_log_of_all_is_for_editors_the_history_for_whoever_sees_the_story(client, draft, login_of):
    client.force_login(login_of("reporter", "other"))
    assert client.get(history_of(draft)).status_code == 200
    for address in (LOG, reverse("admin:articles_articleevent_csv")):
        assert client.get(address).status_code == 403
    clerk = login_of("photo desk", "clerk")
    clerk.groups.clear()
    client.force_login(clerk)
    assert client.get(history_of(draft)).status_code == 403


def test_not_even_an_administrator_writes_in_the_log(client, draft, login_of):
    client.force_login(login_of("administrator"))
    event = draft.events.get()
    assert client.get(reverse("admin:articles_articleevent_add")).status_code == 403
    assert client.post(reverse("admin:articles_articleevent_delete", args=[event.pk])).status_code == 403
    changed = client.post(reverse("admin:articles_articleevent_change", args=[event.pk]), {"kind": "published"})
    assert changed.url == history_of(draft)
    event.refresh_from_db()
    assert event.kind == Kind.CREATED


@pytest.fixture
def busy(draft, content, editor, login_of, now):
    """Two stories: one begun yesterday by a reporter in a section, one of today with a comment."""
    section = Section.objects.create(name="Культура")
    writer = login_of("reporter", "writer")
    begun = replace(content, section=section.pk, headline="Вчерашняя")
    yesterday = revisions.create(begun, writer, now=now - timedelta(days=1))
    talk.say(draft, "Проверьте год", by=editor, now=now)
    return yesterday


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", 3),
        ("?kind__exact=commented", 1),
        ("?by={writer}", 1),
        ("?by=abc", 3),
        ("?since=2025-06-30", 2),
        ("?until=2025-06-29", 1),
        ("?since=2025-06-30&until=2025-06-30&kind__exact=created", 1),
        ("?since=2025-99-99", 3),
        ("?article__section__id__exact={section}", 1),
        ("?q=вчерашняя", 1),
        ("?q={draft}", 2),
        ("?q=999999999999999999", 0),
        ("?q=щщщ", 0),
    ],
)
def test_the_log_is_found_by_its_filters(desk, busy, draft, asked, found):
    asked = asked.format(writer=busy.created_by_id, section=busy.section_id, draft=draft.pk)
    page = desk.get(LOG + asked)
    assert page.context["cl"].result_count == found
    rows = b"".join(desk.get(reverse("admin:articles_articleevent_csv") + asked).streaming_content).decode()
    assert len(rows.splitlines()) == found + 1


def test_the_filter_of_days_keeps_what_else_is_asked(desk, busy):
    page = desk.get(f"{LOG}?kind__exact=created&since=2025-06-30").text
    assert '<input type="hidden" name="kind__exact" value="created">' in page
    assert 'name="since" value="2025-06-30"' in page


def test_a_table_taken_away_starts_no_formula_and_speaks_the_desk_s_language(desk, editor, content, now):
    revisions.create(replace(content, headline='=HYPERLINK("http://example.com")'), editor, now=now)
    first, row = b"".join(desk.get(reverse("admin:articles_articleevent_csv")).streaming_content).decode().splitlines()
    assert first == "\ufeffwhen,who,what happened,story,number"
    assert "\"'=HYPERLINK(" in row
    assert datetime.fromisoformat(row.split(",")[0]) == now


def test_the_log_costs_the_same_however_much_has_happened(desk, draft, editor, now, django_assert_max_num_queries):
    for number in range(60):
        talk.say(draft, f"Замечание {number}", by=editor, now=now)
    with django_assert_max_num_queries(9):
        desk.get(LOG)


def test_what_a_verb_writes_is_what_the_log_tells(desk, live, editor, now):
    workflow.withdraw(live, by=editor, now=now, reason="Ошибка в имени")
    assert "withdrawn: «Ошибка в имени»" in desk.get(history_of(live)).text
    assert "withdrawn: «Ошибка в имени»" in desk.get(LOG).text
