"""No edit is lost."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from articles import revisions
from articles.models import Revision

pytestmark = pytest.mark.django_db


def test_a_save_adds_a_version_and_the_row_mirrors_a_draft(draft, content, editor, now):
    saved = revisions.save(draft, replace(content, headline="Новый"), 1, editor, now=now)
    assert (saved.revision.number, draft.version, draft.headline) == (2, 2, "Новый")


def test_saving_what_is_there_adds_nothing(draft, content, editor, now):
    assert not revisions.save(draft, content, 1, editor, now=now).is_new
    assert draft.revisions.count() == 1


def test_two_editors_of_different_fields_both_win(draft, content, editor, login_of, now):
    other = login_of("editor", "second")
    revisions.save(draft, replace(content, lede="Чужая вводка"), 1, other, now=now, sitting="b")
    saved = revisions.save(draft, replace(content, headline="Мой"), 1, editor, now=now, sitting="a")
    stored = revisions.content_of(saved.revision)
    assert (stored.headline, stored.lede) == ("Мой", "Чужая вводка")
    assert saved.taken == {"lede"}


def test_the_same_field_changed_by_another_is_a_conflict_and_nothing_is_saved(draft, content, editor, login_of, now):
    other = login_of("editor", "second")
    revisions.save(draft, replace(content, headline="Чужой"), 1, other, now=now, sitting="b")
    with pytest.raises(revisions.Conflict) as caught:
        revisions.save(draft, replace(content, headline="Мой"), 1, editor, now=now, sitting="a")
    assert caught.value.theirs.created_by == other
    assert caught.value.mine.headline == "Мой"
    assert draft.revisions.count() == 2


def test_ones_own_second_save_is_no_conflict(draft, content, editor, now):
    revisions.save(draft, replace(content, headline="Первый"), 1, editor, now=now, sitting="a")
    saved = revisions.save(draft, replace(content, headline="Второй"), 1, editor, now=now, sitting="a")
    assert revisions.content_of(saved.revision).headline == "Второй"


def test_ones_own_other_browser_is_a_conflict(draft, content, editor, now):
    revisions.save(draft, replace(content, headline="Первый"), 1, editor, now=now, sitting="a")
    with pytest.raises(revisions.Conflict):
        revisions.save(draft, replace(content, headline="Второй"), 1, editor, now=now, sitting="b")


def test_a_reporter_changes_own_drafts_and_no_others(draft, content, login_of, now):
    reporter = login_of("reporter")
    own = revisions.create(content, reporter, now=now)
    assert revisions.save(own, replace(content, headline="Мой"), 1, reporter, now=now).is_new
    with pytest.raises(PermissionDenied):
        revisions.save(draft, replace(content, headline="Не мой"), 1, reporter, now=now)


def test_the_photo_desk_writes_no_articles(content, login_of, now):
    with pytest.raises(PermissionDenied):
        revisions.create(content, login_of("photo desk"), now=now)


def test_a_script_is_gone_before_it_is_stored(draft, content, editor, now):
    saved = revisions.save(draft, replace(content, body="<p>Да<script>x</script></p>"), 1, editor, now=now)
    assert saved.revision.data["body"] == "<p>Да</p>"


def test_a_revision_never_changes(draft):
    revision = Revision.objects.get()
    revision.comment = "иначе"
    with pytest.raises(TypeError):
        revision.save()
