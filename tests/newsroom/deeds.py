"""Every verb, done by somebody to a story in some state; whatever it did is undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles import accepting, decisions, findings, previews, revisions, talk, workflow
from articles.content import Content
from articles.models import Article, MorningCheck
from articles.named import unknown_people
from articles.publishing import derive
from articles.workflow import Note
from people import office_changes
from people.dates import PartialDate
from tests.factories.people import held, person, post
from tests.factories.pictures import photo

from .matrix import HOUR


def _change(story: Article, by, now) -> None:
    revisions.save(story, replace(_content(story), lede="Сегодня."), story.version, by, now=now)


def _change_picture(story: Article, by, now) -> None:
    picture = photo("#654321")
    revisions.save(story, replace(_content(story), lead_photo=picture.pk), story.version, by, now=now)


def _content(story: Article) -> Content:
    return revisions.content_of(revisions.newest(story))


def _restore(story: Article, by, now) -> None:
    revisions.restore(story, 1, by=by, now=now, seen=story.version)


def _lift(story: Article, by, now) -> None:
    Article.objects.filter(pk=story.pk).update(embargo_until=now + HOUR)
    workflow.lift_embargo(story, by=by, now=now, reason="Разрешили.")


def _keep_slot(story: Article, by, now) -> None:
    _change(story, story.created_by.__class__.objects.get(username="admin"), now)
    if not workflow.keep_slot(story, by=by, now=now):
        raise workflow.WorkflowError(["No slot."])


def _check(story: Article, by, now) -> None:
    other = story.created_by.__class__.objects.get(username="admin" if by.username != "admin" else "chief")
    check = MorningCheck.objects.create(article=story, revision=revisions.newest(story), published_by=other, at=now)
    workflow.check_in_the_morning(check, by=by, now=now)


def _move(story: Article, by, now) -> None:
    Article.objects.filter(pk=story.pk).update(slug="staryy-adres")
    workflow.move(story, by=by, now=now)


def _accept(story: Article, by, now) -> None:
    revision = revisions.newest(story)
    derived = derive(story, revision, now, is_out=False)
    (unknown,) = unknown_people(story, derived, {})
    (created,) = accepting.create(story, derived, [accepting.Wanted(unknown.key)], by=by)
    assert created.person


def _record(story: Article, by, now) -> None:
    source = office_changes.Source(story.owner, str(story), now.date(), by)
    when = PartialDate.parse("2025-06-30")
    office_changes.take(person("Асан", "Токтосунов"), post(), when, source, acting=False)


def _end(story: Article, by, now) -> None:
    source = office_changes.Source(story.owner, str(story), now.date(), by)
    office_changes.leave(held(person("Асан", "Токтосунов"), post(), "2020"), PartialDate.parse("2025-06-30"), source)


def _flash(story: Article, by, now) -> None:
    workflow.flash("Землетрясение", by=by, now=now, section=_content(story).section)


def _revoke(story: Article, by, now) -> None:
    link = previews.share(story, "day", by=story.created_by, now=now)
    previews.revoke(link, by=by, now=now)


def _done(story: Article, by, now) -> None:
    talk.set_done(talk.say(story, "Проверьте.", by=story.created_by, now=now), True, by=by, now=now)


Deed = Callable[[Article, object, object], object]
DEEDS: dict[str, Deed] = {
    "save.words": _change,
    "save.pictures": _change_picture,
    "restore": _restore,
    "take": lambda story, by, now: workflow.take(story, by=by, now=now),
    "give_up": lambda story, by, now: workflow.give_up(story, by=by, now=now),
    "submit": lambda story, by, now: workflow.submit(story, by=by, now=now),
    "send_back": lambda story, by, now: workflow.send_back(story, by=by, now=now, remark="Короче."),
    "set_embargo": lambda story, by, now: workflow.set_embargo(story, now + 2 * HOUR, by=by, now=now),
    "lift_embargo": _lift,
    "schedule": lambda story, by, now: workflow.schedule(story, now + 3 * HOUR, by=by, now=now),
    "keep_slot": _keep_slot,
    "publish": lambda story, by, now: workflow.publish(story, by=by, now=now),
    "flash": _flash,
    "check_in_the_morning": _check,
    "develop": lambda story, by, now: workflow.develop(story, now + timedelta(minutes=30), by=by, now=now),
    "add_note": lambda story, by, now: workflow.add_note(story, Note("correction", "Было."), by=by, now=now),
    "roll_back": lambda story, by, now: workflow.roll_back(story, by=by, now=now),
    "move": _move,
    "withdraw": lambda story, by, now: workflow.withdraw(story, by=by, now=now, reason="Ошибка."),
    "decide": lambda story, by, now: decisions.decide(story, ["Осокина"], None, by=by),
    "undecide": lambda story, by, now: decisions.undecide(story, ["Осокина"], by=by),
    "leave": lambda story, by, now: findings.leave(story, "office", "1:a", by=by),
    "accept": _accept,
    "record_office": _record,
    "end_office": _end,
    "say": lambda story, by, now: talk.say(story, "Готово.", by=by, now=now),
    "set_done": _done,
    "share": lambda story, by, now: previews.share(story, "day", by=by, now=now),
    "revoke": _revoke,
}


def outcome(deed: str, story: Article, by, now) -> str:
    """«+» done, «-» not from this state, «3» not by this person; all of it undone."""
    story = Article.objects.get(pk=story.pk)
    try:
        with transaction.atomic():
            DEEDS[deed](story, type(by).objects.get(pk=by.pk), now)
            transaction.set_rollback(True)
    except PermissionDenied:
        return "3"
    except workflow.WorkflowError:
        return "-"
    return "+"
