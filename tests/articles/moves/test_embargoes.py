"""Until when nobody may have a story: who may set that, lengthen it, end it; and a slot that is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from articles import revisions, workflow
from articles.models import Article
from people.models import PersonUse

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_a_reporter_sets_and_lengthens_the_embargo_of_an_own_draft(content, login_of, now):
    reporter = login_of("reporter")
    own = revisions.create(content, reporter, now=now)
    workflow.set_embargo(own, now + HOUR, by=reporter, now=now)
    workflow.set_embargo(own, now + 2 * HOUR, by=reporter, now=now)
    with pytest.raises(workflow.WorkflowError):
        workflow.set_embargo(own, now + HOUR, by=reporter, now=now)
    own.refresh_from_db()
    assert own.embargo_until == now + 2 * HOUR
    assert own.events.filter(kind="embargoed").count() == 2


def test_nobody_publishes_into_an_embargo(draft, editor, now):
    workflow.set_embargo(draft, now + HOUR, by=editor, now=now)
    with pytest.raises(workflow.WorkflowError):
        workflow.publish(draft, by=editor, now=now)
    workflow.publish(draft, by=editor, now=now + HOUR)
    assert Article.objects.public(now + HOUR).exists()


def test_a_longer_embargo_moves_the_slot_of_a_scheduled_story_in_every_layer(draft, minister, editor, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now)
    workflow.set_embargo(draft, now + 3 * HOUR, by=editor, now=now)
    assert draft.public_from == now + 3 * HOUR
    assert PersonUse.objects.get().public_from == now + 3 * HOUR
    assert not Article.objects.public(now + 2 * HOUR).exists()


def test_only_a_chief_lifts_an_embargo_and_says_why(draft, editor, login_of, now):
    chief = login_of("chief editor")
    workflow.set_embargo(draft, now + HOUR, by=editor, now=now)
    with pytest.raises(PermissionDenied):
        workflow.lift_embargo(draft, by=editor, now=now, reason="Разрешили.")
    with pytest.raises(workflow.WorkflowError):
        workflow.lift_embargo(draft, by=chief, now=now, reason=" ")
    workflow.lift_embargo(draft, by=chief, now=now, reason="Разрешила пресс-служба.")
    draft.refresh_from_db()
    assert draft.embargo_until is None
    assert draft.events.first().detail["reason"] == "Разрешила пресс-служба."
    with pytest.raises(workflow.WorkflowError):
        workflow.lift_embargo(draft, by=chief, now=now, reason="Ещё раз.")


def test_lifting_brings_nothing_out_by_itself(draft, editor, login_of, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now, embargo_until=now + HOUR)
    workflow.lift_embargo(draft, by=login_of("chief editor"), now=now, reason="Разрешили.")
    assert not Article.objects.public(now).exists()
    draft.refresh_from_db()
    assert draft.public_from == now + HOUR


def test_what_is_saved_into_a_scheduled_story_comes_out_at_its_slot(draft, minister, editor, content, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now)
    revisions.save(draft, replace(content, lede="Исправлено до выхода."), 1, editor, now=now)
    assert workflow.keep_slot(draft, by=editor, now=now)
    assert (draft.public_from, draft.lede) == (now + HOUR, "Исправлено до выхода.")
    assert not workflow.keep_slot(draft, by=editor, now=now)  # nothing new


def test_a_slot_keeps_its_version_when_the_new_one_may_not_come_out(draft, minister, editor, content, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now)
    revisions.save(draft, replace(content, headline=""), 1, editor, now=now)
    with pytest.raises(workflow.WorkflowError):
        workflow.keep_slot(draft, by=editor, now=now)
    row = Article.objects.public(now + HOUR).get()
    assert (row.headline, row.live_version) == (content.headline, 1)


def test_a_scheduled_change_of_a_live_story_keeps_its_slot_too(live, editor, content, now):
    revisions.save(live, replace(content, lede="Вечером."), 1, editor, now=now)
    workflow.schedule(live, now + HOUR, by=editor, now=now)
    revisions.save(live, replace(content, lede="Вечером, точнее."), 2, editor, now=now)
    assert workflow.keep_slot(live, by=editor, now=now)
    workflow.apply_due(now + HOUR)
    live.refresh_from_db()
    assert live.lede == "Вечером, точнее."


def test_the_embargo_of_a_change_to_a_live_story_is_lifted_too(live, editor, login_of, content, now):
    revisions.save(live, replace(content, lede="Вечером."), 1, editor, now=now)
    workflow.schedule(live, now + HOUR, by=editor, now=now, embargo_until=now + HOUR)
    workflow.lift_embargo(live, by=login_of("chief editor"), now=now, reason="Разрешили.")
    workflow.publish(live, by=editor, now=now)
    assert live.lede == "Вечером."


def test_an_embargo_lengthened_while_a_story_is_scheduled_stands(draft, minister, editor, now, meanwhile):
    meanwhile(lambda: Article.objects.filter(pk=draft.pk).update(embargo_until=now + 5 * HOUR))
    with pytest.raises(workflow.WorkflowError):
        workflow.schedule(draft, now + HOUR, by=editor, now=now, embargo_until=now + HOUR)
    draft.refresh_from_db()
    assert (draft.embargo_until, draft.public_from) == (now + 5 * HOUR, None)


def test_an_unfit_draft_keeps_nobody_from_lengthening_the_embargo_of_a_slot(draft, minister, editor, content, now):
    workflow.schedule(draft, now + HOUR, by=editor, now=now)
    revisions.save(draft, replace(content, headline=""), 1, editor, now=now)
    workflow.set_embargo(draft, now + 3 * HOUR, by=editor, now=now)
    assert (draft.public_from, draft.live_version) == (now + 3 * HOUR, 1)


def test_a_change_moved_to_a_later_slot_does_not_come_out_at_the_first(live, editor, content, now, meanwhile):
    revisions.save(live, replace(content, lede="Вечером."), 1, editor, now=now)
    workflow.schedule(live, now + HOUR, by=editor, now=now)
    meanwhile(lambda: Article.objects.filter(pk=live.pk).update(pending_at=now + 3 * HOUR))
    assert workflow.apply_due(now + HOUR) == 0
    assert workflow.apply_due(now + 3 * HOUR) == 1
