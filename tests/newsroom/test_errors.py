"""What is seen when there is nothing to see."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.test import Client

from articles import workflow
from articles.models import Article
from clock import ticking
from tests.factories.stories import story


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def bridge(editor, now, time_machine):
    time_machine.move_to(now, tick=False)
    return story("Мост открыт", editor, now - timedelta(hours=1))


@pytest.mark.django_db
def test_a_page_that_is_not_there_leads_to_the_newest_stories(client, bridge):
    response = client.get("/no/such/page/")
    html = response.content.decode()
    assert response.status_code == 404
    assert bridge.get_absolute_url() in html
    assert 'role="search" action="/search/"' in html
    assert 'content="noindex"' in html


@pytest.mark.django_db
def test_a_person_who_is_not_there_is_named_in_no_other_edition(client):
    html = client.get("/people/nobody/").content.decode()
    assert 'rel="alternate" hreflang' not in html
    assert "/ky/people/nobody/" not in html


@pytest.mark.django_db
def test_a_withdrawn_story_says_why_and_leads_to_the_newest(client, editor, bridge, now):
    gone = story("Мост закрыт", editor, now - timedelta(minutes=5))
    workflow.withdraw(gone, by=editor, now=now, reason="Мост стоит.", how=Article.Withdrawal.GONE)
    response = client.get(gone.get_absolute_url())
    html = response.content.decode()
    assert response.status_code == 410
    assert "Мост стоит." in html
    assert bridge.get_absolute_url() in html
    assert "Мост закрыт" not in html


@pytest.mark.parametrize(
    ("path", "language", "front"),
    [("/", "ru", "/"), ("/news/a-1/", "ru", "/"), ("/ky/people/", "ky", "/ky/"), ("/en/", "en", "/en/")],
)
def test_a_broken_site_says_so_in_the_language_of_the_address_without_a_database(path, language, front, monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(ticking, "read", broken)  # the first question of every page
    response = Client(raise_request_exception=False).get(path)
    html = response.content.decode()
    assert response.status_code == 500
    assert f'<html lang="{language}">' in html
    assert f'<a href="{front}">' in html
