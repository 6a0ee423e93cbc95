"""Who is in a picture: names read from a caption or a file, matched to the people on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from people.attesting import candidates
from people.models import Person
from people.names.matcher import find_names
from people.names.records import NameParts
from people.names.resolver import resolve
from people.naming import RecordIndex, facts
from search.words import search_key

from .captions import parse_caption
from .comparing import Placed, compare
from .models import PersonShown, Photo

_LONGEST_OFFICE = PersonShown._meta.get_field("office").max_length
_LONGEST_NAME = PersonShown._meta.get_field("name").max_length


@dataclass(frozen=True)
class Found:
    """Somebody a caption shows: on record when exactly one person is meant, else a name; 0 is a place not told."""

    person: Person | None
    name: str
    office: str
    row: int
    position: int


def day_of(photo: Photo) -> date:
    """The day whose offices count for a picture: the one it was taken on, as far as it is known; else its upload's."""
    if photo.date_created:
        return photo.date_created.earliest
    return timezone.localdate(photo.uploaded_at) if photo.uploaded_at else timezone.localdate()


def named_in(caption: str, on: date, names: Sequence[str] = ()) -> list[Found]:
    """Everybody the caption shows, in its order, then those of a file's own list of names whom it leaves out."""
    # One document: the caption's offices tell the namesakes of the list apart.
    text = "\n".join([caption, *names])
    meant = _meant(text, on)
    found = [
        Found(_over(meant, one.start, one.end) or _only(one.name), one.name.full, one.post, one.row, one.position)
        for one in parse_caption(caption).people
    ]
    start = len(caption) + 1
    for name in names:
        person = _over(meant, start, start + len(name))
        found.append(Found(person, name, "", 1, 0))
        start += len(name) + 1
    return _once(found)


def _meant(text: str, on: date) -> list[tuple[int, int, Person]]:
    spans = find_names(text, RecordIndex())
    known = facts({candidate for span in spans for candidate in span.candidates})
    sure = [verdict for verdict in resolve(text, spans, known, on) if verdict.person_id is not None]
    people = Person.objects.in_bulk({verdict.person_id for verdict in sure})
    return [(each.span.start, each.span.end, people[each.person_id]) for each in sure]


def _over(meant: Sequence[tuple[int, int, Person]], start: int, end: int) -> Person | None:
    return next((person for begins, ends, person in meant if begins < end and start < ends), None)


def _only(name) -> Person | None:
    bearers = candidates(name) if name.given and name.family else []
    return bearers[0] if len(bearers) == 1 else None


def _once(found: Sequence[Found]) -> list[Found]:
    """Nobody stands in a picture twice: by the record, else by the name in either order of its parts."""
    seen: dict[object, Found] = {}
    for one in found:
        seen.setdefault(one.person.pk if one.person else " ".join(sorted(search_key(one.name).split())), one)
    return list(seen.values())


def show(photo: Photo, found: Sequence[Found]) -> None:
    """Write who is in the picture, in this order. Where somebody was marked on it is kept."""
    before = list(photo.persons_shown.all())
    regions = {_key(each): each for each in before}
    taken: set[tuple[int, int]] = set()
    rows = []
    for one in _once(found):
        position = one.position or 1
        while (one.row, position) in taken:
            position += 1
        taken.add((one.row, position))
        row = PersonShown(
            photo=photo,
            person=one.person,
            name="" if one.person else one.name[:_LONGEST_NAME],
            office=one.office[:_LONGEST_OFFICE],
            row=one.row,
            position=position,
        )
        if old := regions.get(_key(row)):
            for side in ("region_x", "region_y", "region_width", "region_height"):
                setattr(row, side, getattr(old, side))
        rows.append(row)
    with transaction.atomic():
        photo.persons_shown.all().delete()
        PersonShown.objects.bulk_create(rows)


def recorded(photo: Photo) -> list[Placed]:
    """The people of a photo as a caption is held against them."""
    shown = photo.persons_shown.select_related("person")
    return [Placed(_parts(each), each.row, each.position, each.person_id) for each in shown]


def contradictions(text: str, people: Sequence[Placed], on: date) -> list[str]:
    """Where words and the people of a picture differ, in sentences; nothing while one side has nobody."""
    named = parse_caption(text).people if people and text.strip() else ()
    if not named:
        return []
    meant = _meant(text, on)
    said = []
    for one in named:
        person = _over(meant, one.start, one.end) or _only(one.name)
        said.append(Placed(one.name, one.row, one.position, person.pk if person else None))
    return [_(mismatch.sentence) % mismatch.pieces for mismatch in compare(said, people)]


def _parts(shown: PersonShown) -> NameParts:
    if shown.person:
        return shown.person.name_parts
    given, _space, family = shown.name.rpartition(" ")
    return NameParts(given=given, family=family)


def _key(shown: PersonShown) -> object:
    return shown.person_id or search_key(shown.name)
