"""Who the people of a story are on the day it is read: what has changed since its own day. Stored nowhere."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from people.models import Membership

from .page import ArticlePage, PersonInStory


def as_read(page: ArticlePage, now: datetime) -> ArticlePage:
    """The page with what has become of its people since, in two queries; by what readers may know now."""
    with_pages = [person.id for person in page.people if person.url]
    if not with_pages:
        return page
    known = Membership.objects.public(now).filter(person__in=with_pages).order_by("post__rank", "rank", "pk")
    held: dict[int, list[Membership]] = {}
    for membership in known.select_related("post", "organization").prefetch_related("post__labels"):
        held.setdefault(membership.person_id, []).append(membership)
    today = timezone.localtime(now).date()
    with override(page.language):
        people = [
            _told(person, held.get(person.id, []), person.on or page.as_of, today, page.language)
            for person in page.people
        ]
    return replace(page, people=people)


def _told(
    person: PersonInStory, memberships: Sequence[Membership], day: date, today: date, language: str
) -> PersonInStory:
    if not person.office:
        return replace(
            person,
            earlier=_earlier(memberships, day, language),
            called=person.called
            or _told_elsewhere(memberships, day, language)
            or _about(person, memberships, language),
            since=_present(memberships, day, today, language),
        )
    parts = (_ended(memberships, day, today, language), _present(memberships, day, today, language))
    return replace(person, since="; ".join(filter(None, parts)))


def _ended(memberships: Sequence[Membership], day: date, today: date, language: str) -> str:
    """«до сентября 2025»: when the office of the day came to an end; nothing while it is held, or nobody knows."""
    of_the_day = [each for each in memberships if _covers(each, day)]
    highest = of_the_day[0] if of_the_day else None
    return highest.end_date.until(language) if highest and highest.end_date and highest.is_former(today) else ""


def _present(memberships: Sequence[Membership], day: date, today: date, language: str) -> str:
    """«ныне — посол»: the highest office of today, if it is another than that of the day."""
    of_the_day = {(each.post_id, each.role) for each in memberships if _covers(each, day)}
    present = [each for each in memberships if each.is_current(today) and (each.post_id, each.role) not in of_the_day]
    return _("now %(office)s") % {"office": present[0].label_on(today, language)} if present else ""


def _earlier(memberships: Sequence[Membership], day: date, language: str) -> str:
    """«ранее — мэр Ак-Кайына (2016 — 2019)»: the last office before the day, for somebody who held none on it."""
    former = [each for each in memberships if each.is_former(day)]
    if not former:
        return ""
    last = max(former, key=lambda each: each.covers_until)
    return _("formerly %(office)s") % {"office": _with_its_time(last, language)}


def _told_elsewhere(memberships: Sequence[Membership], day: date, language: str) -> str:
    """«посол в Сомнии (на 30 июня 2025)»: the office that stories of other days tell of, the nearest of them."""
    told = [each for each in memberships if each.is_attested_only]
    nearest = min(told, key=lambda each: min(abs(day - known) for known in each.told_days), default=None)
    return _with_its_time(nearest, language) if nearest else ""


def _about(person: PersonInStory, memberships: Sequence[Membership], language: str) -> str:
    """The word of the profile, which is of today: only of somebody without any office is it true of the story's day."""
    return person.about if language == "ru" and not memberships else ""


def _with_its_time(membership: Membership, language: str) -> str:
    day = membership.told_days[0] if membership.is_attested_only else membership.covers_from
    return f"{membership.label_on(day, language)} ({membership.when(language)})"


def _covers(membership: Membership, day: date) -> bool:
    begun = membership.covers_from is not None and membership.covers_from <= day
    return begun and (membership.covers_until is None or day < membership.covers_until)
