"""Who is told of a story, and until when."""

from datetime import timedelta

import pytest

from articles import notices, revisions
from articles.models import Notice

pytestmark = pytest.mark.django_db

Kind = Notice.Kind


def told_to(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=kind).values_list("to__username", flat=True))


def test_each_is_told_once_and_nobody_of_what_they_did_themselves(draft, editor, login_of, now):
    writer, gone = login_of("reporter", "writer"), login_of("reporter", "gone", is_active=False)
    notices.tell([writer, writer, editor, gone], Kind.PUBLISHED, draft, by=editor, now=now)
    assert Notice.objects.get().to == writer


def test_a_role_is_whoever_has_its_permission(draft, editor, login_of, now):
    login_of("chief editor"), login_of("administrator"), login_of("reporter")
    login_of("chief editor", "retired", is_active=False)
    notices.tell_role("articles.lift_embargo", Kind.WITHDRAWN, draft, by=editor, now=now, words="Ошибка в имени")
    assert told_to(Kind.WITHDRAWN) == {"chief-editor", "administrator"}


def test_long_words_are_cut_with_a_sign_of_it(draft, editor, login_of, now):
    notices.tell([login_of("reporter")], Kind.RETURNED, draft, by=editor, now=now, words="слово " * 100)
    words = Notice.objects.get().words
    assert len(words) <= 300
    assert words.endswith("слово…")


def test_seeing_one_story_leaves_the_notices_of_others_and_other_people(
    draft, content, editor, login_of, now, django_assert_num_queries
):
    writer, other = login_of("reporter", "writer"), login_of("reporter", "other")
    second = revisions.create(content, editor, now=now)
    for story in (draft, second):
        notices.tell([writer, other], Kind.PUBLISHED, story, by=editor, now=now)
    assert notices.see(writer, now, draft) == 1
    assert notices.unseen(writer).get().article == second
    assert notices.unseen(other).count() == 2
    with django_assert_num_queries(1):  # nothing waits, nothing is locked
        assert notices.see(writer, now, draft) == 0


def test_all_are_seen_at_once_and_forgotten_three_months_later(draft, editor, login_of, now):
    writer, other = login_of("reporter", "writer"), login_of("reporter", "other")
    for kind in (Kind.PUBLISHED, Kind.TAKEN):
        notices.tell([writer, other], kind, draft, by=editor, now=now)
    assert notices.see(writer, now) == 2
    assert notices.forget_seen(now + timedelta(days=89)) == 0
    assert notices.forget_seen(now + timedelta(days=91)) == 2
    assert notices.unseen(other).count() == 2  # what nobody has seen waits on
