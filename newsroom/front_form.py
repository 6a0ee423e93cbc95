"""The order of the front page as a form sends it: every button sends all of it, so that nothing needs a script."""

from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article

from .front_arranging import MOST, Slot, eligible
from .models import FrontPage

_YEARS = range(2000, 2100)  # beyond them no instant survives a change of zone
_LONGEST_KEY = 18  # of a number a database can hold


@dataclass(frozen=True)
class Row:
    """A place as the desk sees it; ``until`` is local, as the field shows it."""

    article: Article
    until: str
    state: str


@dataclass
class Arrangement:
    """An order somebody is working on, the version it began from, and what was wrong with what they typed."""

    language: str
    base: int
    slots: list[Slot]
    is_changed: bool = False
    wrong: list[str] = field(default_factory=list)

    @classmethod
    def stored(cls, language: str, now: datetime) -> "Arrangement":
        """What stands on top now."""
        front = FrontPage.objects.filter(language=language).first() or FrontPage(language=language)
        slots = front.slots.lasting(now) if front.pk else []
        return cls(language, front.version, [Slot(slot.article_id, slot.until) for slot in slots])

    @classmethod
    def sent(cls, language: str, data: QueryDict) -> "Arrangement":
        """What the form holds, with the button applied that was pressed."""
        made = cls(language, _number(data.get("base")) or 0, [], is_changed=True)
        for key in data.getlist("article")[: 2 * MOST]:
            if article := _number(key):
                made.slots.append(Slot(article, made._until(str(data.get(f"until_{key}", "")))))
        made._press(data)
        return made

    def rows(self, now: datetime) -> list[Row]:
        """Each place with its story, and whether readers have that."""
        found = Article.objects.in_bulk([slot.article for slot in self.slots])
        return [
            Row(found[slot.article], _typed(slot.until), _state(found[slot.article], now))
            for slot in self.slots
            if slot.article in found
        ]

    def _until(self, typed: str) -> datetime | None:
        if not typed:
            return None
        try:
            until = datetime.fromisoformat(typed).replace(tzinfo=timezone.get_current_timezone())
        except ValueError:
            until = None
        if until is None or until.year not in _YEARS:
            self.wrong.append(_("“%(typed)s” is no time: write it as 2025-06-30T18:00.") % {"typed": typed[:30]})
            return None
        return until

    def _press(self, data: QueryDict) -> None:
        up, down, removed, added = (_number(data.get(button)) for button in ("up", "down", "remove", "add"))
        self._move(up, -1)
        self._move(down, 1)
        self.slots = [slot for slot in self.slots if slot.article != removed]
        is_there = added in [slot.article for slot in self.slots]
        if added and not is_there and eligible(self.language).filter(pk=added).exists():
            self.slots.insert(0, Slot(added))

    def _move(self, article: int | None, steps: int) -> None:
        order = [slot.article for slot in self.slots]
        if article in order:
            slot = self.slots.pop(order.index(article))
            self.slots.insert(max(0, order.index(article) + steps), slot)


def _number(written: object) -> int | None:
    """The number that was sent; None for anything else."""
    is_number = isinstance(written, str) and written.isascii() and written.isdigit() and len(written) <= _LONGEST_KEY
    return int(str(written)) if is_number else None


def _typed(until: datetime | None) -> str:
    return timezone.localtime(until).strftime("%Y-%m-%dT%H:%M") if until else ""


def _state(article: Article, now: datetime) -> str:
    if article.withdrawn_at or article.is_over(now) or article.public_from is None:
        return "withdrawn"
    return "published" if article.is_begun(now) else "scheduled"
