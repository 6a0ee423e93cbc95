"""Readers' pages are kept while nothing public changes, and not an instant longer."""

import gzip
from datetime import timedelta

import pytest
from django.core.cache import cache

from articles import revisions, workflow
from articles.content import Content
from clock import ticking
from tests.factories.people import person

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def pages_are_kept(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def story(editor, now, time_machine):
    article = revisions.create(Content(headline="Театр открыт", body="<p>Да.</p>"), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    time_machine.move_to(now, tick=False)
    return article


def test_a_kept_page_costs_one_query_and_is_the_same(client, story, django_assert_num_queries):
    first = client.get(story.get_absolute_url())
    with django_assert_num_queries(1):
        second = client.get(story.get_absolute_url())
    assert second.content == first.content
    assert second.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_a_reader_who_has_the_page_gets_no_second_copy(client, story):
    etag = client.get("/")["ETag"]
    again = client.get("/", headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("takes", ["gzip, deflate, br", "GZIP;q=0.5"])
def test_a_page_travels_packed_and_is_known_again(client, story, takes):
    plain = client.get("/")
    for packed in (client.get("/", headers={"accept-encoding": takes}) for _again in range(2)):
        assert packed["Content-Encoding"] == "gzip"
        assert packed["Vary"] == plain["Vary"] == "Accept-Encoding"
        assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) / 2
        assert gzip.decompress(packed.content) == plain.content
        again = client.get("/", headers={"accept-encoding": takes, "if-none-match": packed["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("takes", ["", "identity", "gzip;q=0, identity", "br"])
def test_who_takes_no_gzip_gets_none(client, story, takes):
    for page in (client.get("/", headers={"accept-encoding": takes}) for _again in range(2)):
        assert "Content-Encoding" not in page
        assert "Театр открыт" in page.content.decode()


@pytest.mark.parametrize("address", ["/search/?q=театр", "/feeds/rss.xml", "/people/", "/no-such-page/"])
def test_all_that_readers_ask_for_travels_packed(client, story, address):
    packed = client.get(address, headers={"accept-encoding": "gzip"})
    assert gzip.decompress(packed.content) == client.get(address).content


def test_pages_of_the_desk_are_not_packed(client, editor):
    client.force_login(editor)
    assert "Content-Encoding" not in client.get("/admin/", headers={"accept-encoding": "gzip"})


def test_a_change_is_seen_at_once(client, story, editor, now):
    assert "Театр открыт" in client.get("/").content.decode()
    revisions.save(story, Content(headline="Театр закрыт", body="<p>Да.</p>"), 1, editor, now=now)
    assert "Театр открыт" in client.get("/").content.decode()
    workflow.publish(story, by=editor, now=now)
    assert "Театр закрыт" in client.get("/").content.decode()


def test_what_time_brings_is_seen_at_its_instant_without_a_worker(client, story, editor, now, time_machine):
    other = revisions.create(Content(headline="Мост открыт", body="<p>Да.</p>"), editor, now=now)
    workflow.schedule(other, now + timedelta(seconds=20), by=editor, now=now)
    assert "Мост" not in client.get("/").content.decode()
    time_machine.move_to(now + timedelta(seconds=19), tick=False)
    assert "Мост" not in client.get("/").content.decode()
    time_machine.move_to(now + timedelta(seconds=20), tick=False)
    assert "Мост открыт" in client.get("/").content.decode()
    assert ticking.read().next_instant is None


def test_a_page_says_today_only_until_midnight(client, story, now, time_machine):
    night = now.replace(hour=23, minute=59, second=50)
    time_machine.move_to(night, tick=False)
    assert "18:00" in client.get("/").content.decode()
    time_machine.move_to(night + timedelta(seconds=10), tick=False)
    assert "30\u00a0июня" in client.get("/").content.decode()


def test_an_editors_change_of_a_person_is_seen_at_once(client, client_class, editor, now, time_machine):
    time_machine.move_to(now, tick=False)
    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    assert "Токтосунов" in client.get("/people/").content.decode()
    desk = client_class()
    desk.force_login(editor)
    desk.post("/admin/people/person/", {"action": "delete_selected", "_selected_action": str(asan.pk), "post": "yes"})
    assert "Токтосунов" not in client.get("/people/").content.decode()


def test_nobodys_page_is_given_to_somebody_else(client, client_class, story, editor):
    desk = client_class()
    desk.force_login(editor)
    assert "no-store" in desk.get("/admin/")["Cache-Control"]
    assert client.get("/admin/").status_code == 302


def test_an_invented_address_is_no_page_to_keep(client, story, django_assert_num_queries):
    """Whoever makes up addresses without end would fill the memory that real pages are kept in."""
    address = f"/people/?on={'9' * 300}"
    client.get(address)
    with pytest.raises(pytest.fail.Exception), django_assert_num_queries(1):
        client.get(address)


@pytest.mark.parametrize("address", ["/?utm_source=x", "/people/?on=2025-06-30", "/ky/", "/news/no-such-9999/"])
def test_every_address_has_a_page_of_its_own(client, story, address):
    front = client.get("/").content
    page = client.get(address)
    assert page.content == client.get(address).content
    assert (page.content == front) is address.startswith("/?utm")
