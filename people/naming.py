"""What the names engine asks of the record: whose forms stand in a text, and who these people are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import cast

from django.db.models import Q

from .models import Membership, NameForm, Person
from .names.records import Holding, Part, PartForm, PersonFacts


def lookup(keys: Collection[str]) -> Mapping[str, list[PartForm]]:
    """The index of names for ``people.names.matcher``: one query for all the words of a text."""
    found: dict[str, list[PartForm]] = defaultdict(list)
    rows = NameForm.objects.filter(person__isnull=False, person__merged_into=None).filter(
        Q(other_name=None) | Q(other_name__autolink=True)
    )
    for batch in _batches(sorted(keys)):
        for key, person_id, other_id, part, cases in rows.filter(key__in=batch).values_list(
            "key", "person_id", "other_name_id", "part", "cases"
        ):
            found[key].append(PartForm(person_id, other_id or 0, cast(Part, part), cases))
    return found


def _batches(keys: list[str], size: int = 20_000) -> Iterable[list[str]]:
    # SQLite takes 32,766 values in one question at least; a long text with its phrases stays in one batch.
    return (keys[start : start + size] for start in range(0, len(keys), size))


def facts(person_ids: Collection[int]) -> dict[int, PersonFacts]:
    """What tells these people from their namesakes, in two queries."""
    holdings: dict[int, list[Holding]] = defaultdict(list)
    for held in Membership.objects.filter(person__in=person_ids).select_related("post", "organization"):
        label = held.post.label if held.post else held.role
        holdings[held.person_id].append(Holding(label, held.organization.name, held.covers_from, held.covers_until))
    return {
        person.pk: PersonFacts(person.pk, person.name_parts, tuple(holdings[person.pk]))
        for person in Person.objects.filter(pk__in=person_ids)
    }
