"""Versions on the desk: listed, compared, restored; a draft of a live article is no reader's."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles import revisions, versions, workflow
from articles.content import Credit
from articles.models import ArticleEvent, Author, PublicVersion, Revision, Section

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def at(name, article):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def save(article, content, by, now, **fields):
    return revisions.save(article, replace(content, **fields), article.version, by, now=now).revision


def test_every_save_is_listed_with_its_author_words_and_headline(desk, draft, content, login_of, now):
    second = login_of("editor", "second", first_name="Айбек", last_name="Маматов")
    revisions.save(draft, replace(content, headline="Другой"), 1, second, now=now, comment="после звонка")
    page = desk.get(at("versions", draft)).content.decode()
    assert [version.number for version in versions.listed(draft, "", now)[0]] == [2, 1]
    assert all(words in page for words in ("Айбек Маматов", "после звонка", "Другой", "Министр культуры открыл театр"))


def test_a_long_list_has_pages_and_costs_the_same(desk, draft, content, editor, now, django_assert_max_num_queries):
    for number in range(2, 40):
        save(draft, content, editor, now, headline=f"Версия {number}")
    desk.get(at("versions", draft))
    with django_assert_max_num_queries(10) as asked:
        first = desk.get(at("versions", draft))
    assert len(first.context["versions"]) == versions.A_PAGE
    lists = [query["sql"] for query in asked.captured_queries if 'FROM "articles_revision"' in query["sql"]]
    assert lists
    assert not any(', "articles_revision"."data"' in sql for sql in lists)
    assert [version.number for version in desk.get(at("versions", draft), {"page": 2}).context["versions"]][-1] == 1


def test_it_says_which_version_readers_have_had_and_will_get(live, content, editor, now):
    later = now + timedelta(hours=2)
    PublicVersion.objects.all().delete()
    first = PublicVersion(article=live, revision=live.live_revision, html="", checksum="", public_from=now)
    first.public_until = later
    first.save()
    drawn_anew = PublicVersion(article=live, revision=live.live_revision, html="", checksum="", public_from=later)
    drawn_anew.save()
    save(live, content, editor, now, headline="Новый")
    workflow.schedule(live, later + timedelta(days=1), by=editor, now=later)
    due, has = versions.listed(live, "", later)[0]
    assert (due.is_live, due.due_at) == (False, later + timedelta(days=1))
    assert (has.is_live, has.due_at) == (True, None)
    assert [(interval.since, interval.until) for interval in has.had] == [(now, None)]


def test_a_first_publication_that_is_scheduled_is_no_live_version(draft, editor, now):
    workflow.schedule(draft, now + timedelta(hours=1), by=editor, now=now)
    ((version,), _) = versions.listed(draft, "", now)
    assert (version.is_live, version.due_at, version.had) == (False, now + timedelta(hours=1), [])


def test_two_versions_are_compared_whichever_is_named_first(desk, draft, content, editor, now):
    author, section = Author.objects.create(name="Асель"), Section.objects.create(name="Культура")
    save(draft, content, editor, now, lede="Театр строили восемь лет.", tags=("театр", "премьера"), section=section.pk)
    save(draft, content, editor, now, bylines=(Credit(author.pk), Credit(author.pk, "photo")), event_date=now.date())
    for old, new in ((1, 2), (2, 1)):
        response = desk.get(at("compare", draft), {"old": old, "new": new})
        assert [field.name for field in response.context["fields"]] == ["lede", "section", "tags"]
        page = response.content.decode()
        assert "<del>семь</del> <ins>восемь</ins>" in page
        assert "<ins>премьера</ins>" in page
        assert "<ins>Культура</ins>" in page
    page = desk.get(at("compare", draft), {"old": 1, "new": 3}).content.decode()
    assert "<ins>Асель, Асель (photo)</ins>" in page
    assert "<ins>30\N{NO-BREAK SPACE}June 2025</ins>" in page


@pytest.mark.parametrize("asked", [{}, {"old": 1, "new": 1}, {"old": 1, "new": 9}, {"old": "x", "new": "\0"}])
def test_what_cannot_be_compared_is_answered_with_the_list_and_a_sentence(desk, draft, asked):
    page = desk.get(at("compare", draft), asked, follow=True)
    assert page.redirect_chain[0][0] == at("versions", draft)
    assert "Choose two versions" in page.content.decode()


def test_changes_since_the_live_version_are_one_click_away(desk, live, content, editor, now):
    save(live, content, editor, now, headline="Ещё не вышло")
    link = f"{at('compare', live)}?old=1&amp;new=2"
    assert link in desk.get(at("versions", live)).content.decode()
    assert link in desk.get(at("change", live)).content.decode()


def test_restoring_adds_a_version_that_says_what_the_old_one_said(desk, live, content, editor, now):
    save(live, content, editor, now, headline="Ошибка", tags=())
    page = desk.post(at("restore", live), {"number": 1, "seen": 2}, follow=True).content.decode()
    live.refresh_from_db()
    newest = revisions.newest(live)
    assert "Version 1 is restored: it is now version 3." in page
    assert (newest.number, newest.reason, newest.comment) == (3, Revision.Reason.RESTORE, "From version 1")
    assert revisions.content_of(newest) == content
    assert (live.live_version, live.events.first().kind) == (1, ArticleEvent.Kind.RESTORED)


def test_restoring_what_is_there_adds_nothing(desk, draft):
    page = desk.post(at("restore", draft), {"number": 1, "seen": 1}, follow=True).content.decode()
    assert "already says" in page
    assert draft.revisions.count() == 1


def test_what_a_colleague_saved_meanwhile_is_not_covered_up_unread(desk, draft, content, login_of, now):
    second = login_of("editor", "second")
    save(draft, content, second, now, headline="Второй")
    save(draft, content, second, now, headline="Третий")
    page = desk.post(at("restore", draft), {"number": 1, "seen": 2}, follow=True).content.decode()
    assert "Second saved version 3" in page
    assert draft.revisions.count() == 3


@pytest.mark.parametrize("number", ["", "9", "x", "9" * 25])
def test_a_version_that_is_not_there_is_not_restored(desk, draft, number):
    page = desk.post(at("restore", draft), {"number": number, "seen": 1}, follow=True).content.decode()
    assert "There is no such version." in page


def test_who_may_not_change_an_article_may_read_its_versions_and_restore_none(client, draft, login_of, now):
    reporter = login_of("reporter")
    client.force_login(reporter)
    assert "Restore" not in client.get(at("versions", draft)).content.decode()
    assert client.post(at("restore", draft), {"number": 1, "seen": 1}).status_code == 403
    assert client.get(at("restore", draft)).status_code == 405
    with pytest.raises(PermissionDenied):
        revisions.restore(draft, 1, by=reporter, now=now, seen=1)
