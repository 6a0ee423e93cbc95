"""What the address of a search asks: words, and what they are narrowed to. Whatever it says that is nothing is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Section
from clock.days import print_day
from people.models import Person
from search.finding import Narrowed
from search.models import Entry
from search.query import LONGEST

Kind = Entry.Kind


@dataclass(frozen=True)
class Filters:
    """The words as typed and the filters that stand. ``refused`` are sentences about those that could not."""

    typed: str = ""
    kind: str = ""
    section: Section | None = None
    person: Person | None = None
    since: date | None = None
    until: date | None = None
    refused: list[str] = field(default_factory=list)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.section or self.person or self.since or self.until)

    @property
    def removals(self) -> list[tuple[str, str]]:
        """Each filter in words, with the address of the same search without it."""
        named = [
            (str(self.section or ""), "section"),
            (self.person.name if self.person else "", "person"),
            (self._since_words(), "since"),
            (self._until_words(), "until"),
        ]
        return [(words, self.address(**{name: None})) for words, name in named if words]

    def _since_words(self) -> str:
        return _("from %(day)s") % {"day": print_day(self.since, _language())} if self.since else ""

    def _until_words(self) -> str:
        return _("to %(day)s") % {"day": print_day(self.until, _language())} if self.until else ""

    def narrowed(self, kind: str, language: str) -> Narrowed:
        """The filters as the index takes them; people and organizations belong to every edition."""
        return Narrowed(
            kind=kind,
            language="" if kind in {Kind.PERSON, Kind.ORGANIZATION} else language,
            section=self.section.pk if self.section else None,
            person=self.person.pk if self.person else None,
            since=_midnight(self.since) if self.since else None,
            until=_midnight(self.until + timedelta(days=1)) if self.until else None,
        )

    def address(self, **changes: object) -> str:
        """This search at the edition being spoken, with some of it changed: ``address(section=None)``."""
        page = changes.pop("page", None)
        asked = replace(self, **changes)  # type: ignore[arg-type]
        said = {
            "q": asked.typed,
            "kind": asked.kind,
            "section": asked.section.slug if asked.section else "",
            "person": asked.person.slug if asked.person else "",
            "from": asked.since or "",
            "to": asked.until or "",
            "page": page or "",
        }
        told = {name: value for name, value in said.items() if value}
        return f"{reverse('search')}?{urlencode(told)}" if told else reverse("search")


def filters_of(asked: Mapping[str, str], now: datetime) -> Filters:
    """The filters an address asks for."""
    refused: list[str] = []
    kind = asked.get("kind", "")
    return Filters(
        typed=asked.get("q", "").replace("\0", " ")[: 2 * LONGEST].strip(),
        kind=kind if kind in Kind.values else "",
        section=_section(asked.get("section", ""), refused),
        person=_person(asked.get("person", ""), now, refused),
        since=_day(asked.get("from", ""), refused),
        until=_day(asked.get("to", ""), refused),
        refused=refused,
    )


def _section(slug: str, refused: list[str]) -> Section | None:
    found = Section.objects.filter(slug=slug[:80]).first() if _is_slug(slug) else None
    if slug and found is None:
        refused.append(_("There is no such section: all sections are searched."))
    return found


def _person(slug: str, now: datetime, refused: list[str]) -> Person | None:
    found = Person.objects.public(now).filter(slug=slug[:100]).first() if _is_slug(slug) else None
    if slug and found is None:
        refused.append(_("Nobody has such an address: the filter by person is left out."))
    return found


def _is_slug(slug: str) -> bool:
    return bool(slug) and slug.replace("-", "").replace("_", "").isalnum()


def _day(written: str, refused: list[str]) -> date | None:
    try:
        day = date.fromisoformat(written) if written else None
    except ValueError:
        day = None
    # A day later is asked too, and the calendar ends.
    if day is not None and date.min < day < date.max - timedelta(days=1):
        return day
    if written:
        refused.append(_("“%(day)s” is no day: write it as 2025-06-30.") % {"day": written[:20]})
    return None


def _language() -> str:
    return get_language() or "ru"


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
