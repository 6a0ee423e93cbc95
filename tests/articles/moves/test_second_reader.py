"""Two pairs of eyes: for whom, what counts as a second pair, and what went out with one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from articles import revisions, workflow
from articles.models import DeskRules, MorningCheck

pytestmark = pytest.mark.django_db


@pytest.fixture
def rules(db):
    def set_rule(second_reader: str) -> None:
        DeskRules.objects.update_or_create(pk=1, defaults={"second_reader": second_reader})

    return set_rule


@pytest.fixture
def newcomer(login_of, now):
    user = login_of("editor", "newcomer")
    user.newcomer_until = now.date() + timedelta(days=30)
    user.save()
    return user


def test_by_default_only_a_newcomer_needs_a_second_reader(draft, newcomer, editor, content, now):
    own = revisions.create(content, newcomer, now=now)
    assert workflow.would_be_alone(own, newcomer, now)
    assert not workflow.would_be_alone(draft, editor, now)
    with pytest.raises(workflow.WorkflowError, match=r"сам|myself"):
        workflow.publish(own, by=newcomer, now=now)


def test_a_newcomer_is_one_no_more_when_the_day_has_come(newcomer, content, now):
    own = revisions.create(content, newcomer, now=now)
    assert not workflow.would_be_alone(own, newcomer, now + timedelta(days=31))


def test_for_all_means_that_somebody_else_wrote_in_it_or_reads_it(draft, editor, login_of, content, rules, now):
    rules("all")
    other = login_of("editor", "other")
    assert workflow.would_be_alone(draft, editor, now)
    assert not workflow.would_be_alone(draft, other, now)
    revisions.save(draft, replace(content, lede="Иначе."), 1, other, now=now)
    assert not workflow.would_be_alone(draft, editor, now)


def test_off_asks_nobody(draft, editor, newcomer, content, rules, now):
    rules("off")
    own = revisions.create(content, newcomer, now=now)
    workflow.publish(own, by=newcomer, now=now)
    assert not MorningCheck.objects.exists()


def test_published_by_oneself_it_waits_until_another_editor_has_read_it(draft, editor, login_of, rules, now):
    rules("all")
    workflow.publish(draft, by=editor, now=now, alone=True)
    check = MorningCheck.objects.get()
    assert (check.article, check.published_by, check.checked_at) == (draft, editor, None)
    with pytest.raises(PermissionDenied):
        workflow.check_in_the_morning(check, by=editor, now=now)
    with pytest.raises(PermissionDenied):
        workflow.check_in_the_morning(check, by=login_of("reporter"), now=now)
    other = login_of("editor", "other")
    workflow.check_in_the_morning(check, by=other, now=now)
    workflow.check_in_the_morning(check, by=other, now=now)
    check.refresh_from_db()
    assert check.checked_by == other
    assert draft.events.filter(kind="checked").count() == 1
    assert draft.events.get(kind="published").detail["alone"] is True


def test_a_change_of_a_live_story_is_read_for_what_is_new_in_it(live, editor, login_of, content, rules, now):
    other = login_of("editor", "other")
    revisions.save(live, replace(content, lede="Иначе."), 1, other, now=now)
    rules("all")
    assert workflow.would_be_alone(live, other, now)
    assert not workflow.would_be_alone(live, editor, now)


def test_what_readers_have_already_needs_no_reader_once_more(live, editor, rules, now):
    rules("all")
    workflow.publish(live, by=editor, now=now)
    assert not MorningCheck.objects.exists()
