"""«Молния»: public with one line, said to be developing, filled in place."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles import revisions, workflow
from articles.models import Article, DeskRules, MorningCheck, Section
from clock import ticking
from newsroom import upkeep

pytestmark = pytest.mark.django_db
LINE = "В Лаковии открыли театр"


def test_one_line_is_public_without_lede_text_or_picture(client, editor, now):
    story = workflow.flash(LINE, by=editor, now=now)
    assert Article.objects.public(now).get() == story
    with time_machine.travel(now + timedelta(minutes=1), tick=False):
        page = client.get(story.get_absolute_url()).content.decode()
    assert LINE in page
    assert 'class="banner then" role="status"' in page


def test_the_words_that_more_is_to_come_end_by_themselves(editor, now):
    DeskRules.objects.create(pk=1, developing_minutes=45)
    story = workflow.flash(LINE, by=editor, now=now)
    assert story.is_developing(now + timedelta(minutes=44))
    assert not story.is_developing(now + timedelta(minutes=45))
    upkeep.set_clock(now)
    assert ticking.read().next_instant == now + timedelta(minutes=45)  # no cached page outlives them


def test_it_is_filled_in_place_at_the_same_address(editor, content, now):
    story = workflow.flash(LINE, by=editor, now=now)
    address = story.get_absolute_url()
    revisions.save(story, replace(content, headline="Театр открыт: подробности", dated=None), 1, editor, now=now)
    workflow.publish(story, by=editor, now=now + timedelta(minutes=5))
    assert story.get_absolute_url() == address
    assert story.headline == "Театр открыт: подробности"


def test_any_other_story_still_needs_its_text(draft, content, editor, now):
    revisions.save(draft, replace(content, body=""), 1, editor, now=now)
    with pytest.raises(workflow.WorkflowError):
        workflow.publish(draft, by=editor, now=now)


def test_a_newcomer_is_not_held_up_but_read_in_the_morning(login_of, now):
    newcomer = login_of("editor", "newcomer")
    newcomer.newcomer_until = now.date() + timedelta(days=9)
    newcomer.save()
    workflow.flash(LINE, by=newcomer, now=now)
    assert MorningCheck.objects.get().published_by == newcomer


def test_a_reporter_sends_none(login_of, now):
    with pytest.raises(PermissionDenied):
        workflow.flash(LINE, by=login_of("reporter"), now=now)
    assert not Article.objects.exists()


def test_nor_does_an_editor_of_another_section(login_of, now):
    section = Section.objects.create(name="Политика")
    section.editors.add(login_of("editor", "own"))
    with pytest.raises(PermissionDenied):
        workflow.flash(LINE, by=login_of("editor", "other"), now=now, section=section.pk)
    assert not Article.objects.exists()


def test_more_to_come_is_lengthened_within_a_day_and_ended(live, editor, now):
    workflow.develop(live, now + timedelta(hours=6), by=editor, now=now)
    assert live.is_developing(now + timedelta(hours=5))
    with pytest.raises(workflow.WorkflowError):
        workflow.develop(live, now + timedelta(hours=30), by=editor, now=now)
    workflow.develop(live, None, by=editor, now=now)
    assert not live.is_developing(now)


def test_the_form_of_one_line_publishes_and_leads_to_the_text(client, editor, now):
    client.force_login(editor)
    response = client.post(reverse("admin:articles_article_breaking"), {"line": f"  {LINE} \n", "language": "ru"})
    story = Article.objects.get()
    assert response.url == reverse("admin:articles_article_change", args=[story.pk])
    assert story.headline == LINE
    assert story.state == "published"


def test_an_empty_line_and_a_foreign_section_are_said_beside_the_line(client, login_of):
    section = Section.objects.create(name="Политика")
    section.editors.add(login_of("editor", "own"))
    client.force_login(login_of("editor", "other"))
    address = reverse("admin:articles_article_breaking")
    client.post(address, {"line": " ", "language": "ru"})
    refused = client.post(address, {"line": LINE, "language": "ru", "section": section.pk})
    assert LINE in refused.content.decode()
    assert not Article.objects.exists()


def test_a_like_story_is_told_while_the_line_is_typed(client, live, editor, now):
    client.force_login(editor)
    with time_machine.travel(now + timedelta(minutes=90), tick=False):
        answer = client.get(reverse("admin:articles_article_similar"), {"q": "Министра культуры ждали: открыл театр"})
    assert live.headline in answer.json()["similar"][0]["words"]
