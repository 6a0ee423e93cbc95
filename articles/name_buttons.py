"""The buttons beside the names of a text: whom a name means, nobody, a new record, or ask again.

What a button says travels as JSON in its value; nothing in it is believed that the text and the record do not bear out.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass

from django.contrib.messages import INFO, WARNING
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from people.models import Organization, Person

from .accepting import Wanted, create
from .decisions import can_be_kept, decide, undecide
from .models import Article
from .publishing import Derived

# The level of django.contrib.messages, and the sentence.
Message = tuple[int, str]
_MOST_NAMES = 50


@dataclass(frozen=True)
class Pressed:
    """What a button says: ``names`` in these printed forms, at the place of ``context`` or everywhere.

    ``key`` is that of somebody unknown, or with ``kind`` that of a finding; ``deed`` is what is to be done about it.
    """

    say: str
    names: Sequence[str] = ()
    person: int = 0
    organization: int = 0
    context: str = ""
    key: str = ""
    kind: str = ""
    deed: str = ""

    @classmethod
    def read(cls, value: str) -> "Pressed":
        """A button's value; one that is none says nothing."""
        try:
            said = json.loads(value)
            names = [name for name in said.get("names", []) if isinstance(name, str) and name][:_MOST_NAMES]
            meant = int(said["person"]), int(said["organization"])
            words = (str(said[name]) for name in ("context", "key", "kind", "deed"))
            pressed = cls(str(said["say"]), names, *meant, *words)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return cls("")
        return pressed if can_be_kept(names, pressed.context) else cls("")

    def __str__(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def in_full(meant: Person | Organization) -> str:
    """«Болот Эркинович Кедров»: with the patronymic, which alone may tell namesakes apart."""
    return meant.name_parts.full if isinstance(meant, Person) else str(meant)


def act(said: Pressed, article: Article, derived: Derived, *, by) -> Iterator[Message]:
    """Do what a button says and tell the editor; PermissionDenied when they may not."""
    yield from _DEEDS.get(said.say, _nothing)(said, article, derived, by)


def _means(said: Pressed, article: Article, derived: Derived, by) -> Iterator[Message]:
    meant: Person | Organization | None = Person.objects.filter(pk=said.person, merged_into=None).first()
    meant = meant or Organization.objects.filter(pk=said.organization).first()
    if meant and said.names:
        decide(article, said.names, meant, by=by, context=said.context)
        yield INFO, _("«%(name)s» means: %(whom)s.") % {"name": said.names[0], "whom": in_full(meant)}


def _nobody(said: Pressed, article: Article, derived: Derived, by) -> Iterator[Message]:
    if said.names:
        decide(article, said.names, None, by=by, context=said.context)
        yield INFO, _("«%(name)s» means: %(whom)s.") % {"name": said.names[0], "whom": _("nobody on record")}


def _ask_again(said: Pressed, article: Article, derived: Derived, by) -> Iterator[Message]:
    if undecide(article, said.names, by=by):
        yield INFO, _("“%(name)s” is asked about again.") % {"name": said.names[0]}


def _create(said: Pressed, article: Article, derived: Derived, by) -> Iterator[Message]:
    yield from create_all([Wanted(said.key)], article, derived, by=by)


def create_all(wanted: Sequence[Wanted], article: Article, derived: Derived, *, by) -> Iterator[Message]:
    """Put these people on record and say so; PermissionDenied when the editor may not."""
    for created in create(article, derived, wanted, by=by):
        if created.person:
            address = reverse("admin:people_person_change", args=[created.person.pk])
            yield INFO, format_html('{} <a href="{}">{}</a>', _("On record now:"), address, created.person.sort_name)
        yield from ((WARNING, remark) for remark in created.remarks)


def _nothing(said: Pressed, article: Article, derived: Derived, by) -> Iterator[Message]:
    yield from ()


_DEEDS: dict[str, Callable[[Pressed, Article, Derived, object], Iterator[Message]]] = {
    "means": _means,
    "nobody": _nobody,
    "again": _ask_again,
    "create": _create,
}
