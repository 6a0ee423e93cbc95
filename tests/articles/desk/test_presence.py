"""Who else has an article open is seen, and what they saved is told before it clashes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from articles import presence, revisions
from articles.models import Opening
from clock import ticking
from tests.forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(login_of):
    return login_of("editor", "colleague", first_name="Нурлан", last_name="Касымов")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def speak(client, article, tab="mine", **said):
    address = reverse("admin:articles_article_presence", args=[article.pk])
    return client.post(address, {"tab": tab, "base": 1, **said})


def form_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.mark.parametrize(
    ("ago_s", "typed_ago_s", "told"),
    [
        (0, None, "Also open: Нурлан Касымов (since 18:00)"),
        (59, None, "Also open: Нурлан Касымов (since 18:00)"),
        (0, 5, "Also open: Нурлан Касымов (typing)"),
        (0, 40, "Also open: Нурлан Касымов (since 18:00)"),
        (61, 61, ""),
    ],
)
def test_a_colleague_is_told_while_the_form_is_open(
    desk, draft, colleague, now, time_machine, ago_s, typed_ago_s, told
):
    typed = now + timedelta(minutes=5) - timedelta(seconds=typed_ago_s) if typed_ago_s else None
    seen = now + timedelta(minutes=5) - timedelta(seconds=ago_s)
    Opening.objects.create(article=draft, user=colleague, tab="a", opened_at=now, seen_at=seen, typed_at=typed)
    time_machine.move_to(now + timedelta(minutes=5), tick=False)
    html = speak(desk, draft).json()["html"]
    assert told in html
    assert bool(html) == bool(told)


def test_one_who_is_alone_is_told_nothing_and_another_window_is_not_silent(desk, draft):
    assert speak(desk, draft, "one").json()["html"] == ""
    assert "in another window, too" in speak(desk, draft, "two").json()["html"]
    speak(desk, draft, "one", closed=1)
    assert speak(desk, draft, "two").json()["html"] == ""


def test_the_form_shows_from_the_start_who_is_there_and_the_list_marks_it(desk, draft, colleague, client_class):
    theirs = client_class()
    theirs.force_login(colleague)
    speak(theirs, draft, "theirs", typing=1)
    assert "Also open: Нурлан Касымов (typing)" in desk.get(form_of(draft)).content.decode()
    assert "open: Нурлан К." in desk.get(reverse("admin:articles_article_changelist")).content.decode()
    theirs.post(form_of(draft), {**fields_of(theirs.get(form_of(draft)), "article_form"), "tab": "theirs", "_save": 1})
    assert not Opening.objects.exists()


def test_a_version_saved_since_is_told_with_its_author_and_fields(desk, draft, content, colleague, now):
    revisions.save(draft, replace(content, headline="Иной", lede="Иной."), 1, colleague, now=now, sitting="b")
    html = speak(desk, draft).json()["html"]
    assert "Нурлан Касымов saved version 2 at 18:00." in html
    assert "Changed there: Headline, Lede." in html
    assert "will be merged" in html


def test_ones_own_other_window_that_saved_is_told_then_and_on_the_save(desk, draft):
    fields = fields_of(desk.get(form_of(draft)), "article_form")
    desk.post(form_of(draft), {**fields, "headline": "Из одного окна", "_save": 1})
    assert "Your other window saved version 2" in speak(desk, draft).json()["html"]
    page = desk.post(form_of(draft), {**fields, "headline": "Из другого", "_save": 1}, follow=True).content.decode()
    assert "in another window: Headline. They stand in version 2." in page
    assert revisions.content_of(revisions.newest(draft)).headline == "Из другого"


def test_speaking_up_is_one_write_and_readers_notice_nothing(desk, draft, django_assert_max_num_queries):
    speak(desk, draft)
    before = ticking.read().epoch
    with django_assert_max_num_queries(8) as asked:
        speak(desk, draft)
    writes = [query["sql"] for query in asked.captured_queries if not query["sql"].startswith("SELECT")]
    assert len(writes) == 1
    assert ticking.read().epoch == before


def test_closed_forms_are_forgotten(draft, editor, now):
    for tab, ago in (("old", 61), ("new", 59)):
        seen = now - timedelta(seconds=ago)
        Opening.objects.create(article=draft, user=editor, tab=tab, opened_at=seen, seen_at=seen)
    assert presence.forget_closed(now) == 1
    assert Opening.objects.get().tab == "new"


@pytest.mark.parametrize("tab", ["", "x" * 33, "../.."])
def test_a_form_without_a_proper_name_is_nobody(desk, draft, tab):
    assert speak(desk, draft, tab).status_code == 200
    assert not Opening.objects.exists()


def test_the_photo_desk_is_seen_in_an_article_whose_pictures_it_may_change(desk, client_class, draft, login_of):
    photographer = client_class()
    photographer.force_login(login_of("photo desk", "vera", first_name="Вера", last_name="Осокина"))
    assert speak(photographer, draft, "hers").status_code == 200
    assert "Вера Осокина" in speak(desk, draft).json()["html"]


def test_who_may_not_write_an_article_is_not_in_it(client, draft, login_of):
    client.force_login(login_of("reporter"))
    assert speak(client, draft).status_code == 403
    assert client.get(reverse("admin:articles_article_presence", args=[draft.pk])).status_code == 405
