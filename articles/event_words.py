"""What happened to an article, as the desk reads it: «версия 7 опубликована», «возвращено: «Назовите источник»»."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clock.days import print_stamp
from search.marking import gettext_noop

from .models import ArticleEvent

_Kind = ArticleEvent.Kind
_INSTANTS = ("at", "until", "was", "embargo")

# With the values of the event's detail and the number of its version; one that lacks them goes by its kind alone.
_WORDS = {
    _Kind.CREATED: gettext_noop("draft begun"),
    _Kind.IMPORTED: gettext_noop("made from a text that somebody sent"),
    _Kind.TAKEN: gettext_noop("taken over from %(from)s"),
    _Kind.RELEASED: gettext_noop("given up; %(from)s had it"),
    _Kind.COMMENTED: gettext_noop("commented: «%(words)s»"),
    _Kind.RESTORED: gettext_noop("an earlier version restored as version %(number)s"),
    _Kind.SUBMITTED: gettext_noop("version %(number)s handed in"),
    _Kind.RETURNED: gettext_noop("sent back: «%(remark)s»"),
    _Kind.EMBARGOED: gettext_noop("embargo until %(until)s"),
    _Kind.LIFTED: gettext_noop("embargo until %(was)s lifted early: «%(reason)s»"),
    _Kind.SCHEDULED: gettext_noop("version %(number)s scheduled for %(at)s"),
    _Kind.PUBLISHED: gettext_noop("version %(number)s published"),
    _Kind.CHECKED: gettext_noop("version %(number)s read by a second editor"),
    _Kind.CORRECTED: gettext_noop("changes published: version %(number)s"),
    _Kind.ROLLED_BACK: gettext_noop("an earlier version put back on the site: %(number)s"),
    _Kind.NOTED: gettext_noop("note to readers: «%(note)s»"),
    _Kind.MOVED: gettext_noop("address changed from %(old)s to %(new)s"),
    _Kind.DEVELOPING: gettext_noop("“more to come” until %(until)s"),
    _Kind.WITHDRAWN: gettext_noop("withdrawn: «%(reason)s»"),
}


def in_words(event: ArticleEvent) -> str:
    """One line of the log, in the desk's language; who and when stand beside it."""
    return "; ".join([_what(event), *_also(event)])


def _what(event: ArticleEvent) -> str:
    told = _values(event)
    if event.kind == _Kind.DEVELOPING and event.detail.get("until") == "":
        return _("“more to come” taken off")
    try:
        return _(_WORDS[ArticleEvent.Kind(event.kind)]) % told
    except (KeyError, ValueError):
        return event.get_kind_display()


def _values(event: ArticleEvent) -> dict[str, object]:
    """What the sentence may need; what is empty counts as not told."""
    told: dict[str, object] = {name: value for name, value in event.detail.items() if value}
    told |= {name: _stamp(str(told[name])) for name in _INSTANTS if name in told}
    return told | ({"number": event.revision.number} if event.revision else {})


def _also(event: ArticleEvent) -> Iterator[str]:
    """What went with it: published by one pair of eyes, with an embargo, with a note to readers."""
    told = _values(event)
    if "alone" in told:
        yield _("without a second reader")
    if "embargo" in told:
        yield _("embargo until %(until)s") % {"until": told["embargo"]}
    if "note" in told and event.kind != _Kind.NOTED:
        yield _("note to readers: «%(note)s»") % told


def _stamp(written: str) -> str:
    """«30 июня 2025, 15:45» for an instant as JSON has it; what is none stays as it is."""
    try:
        instant = datetime.fromisoformat(written)
    except ValueError:
        return written
    return print_stamp(timezone.localtime(instant), get_language() or "ru")
