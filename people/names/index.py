"""From printed forms to the people they may name.

The matcher asks once per text, with every form in it, so the site answers from its NameForm table in one
query; the index in memory serves tests and tools.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from people.names.declension import guess_gender, name_forms
from people.names.records import NameParts, PartForm

Lookup = Callable[[Collection[str]], Mapping[str, Sequence[PartForm]]]
Entry = tuple[int, NameParts, Sequence[NameParts | str]]


def build(people: Iterable[Entry]) -> Lookup:
    """An index in memory of (person id, name, other names); other names are numbered from 1."""
    postings: dict[str, list[PartForm]] = defaultdict(list)
    for person_id, name, others in people:
        for name_id, each in enumerate([name, *(completed(other, name) for other in others)]):
            for part, form in name_forms(each):
                postings[form.key].append(PartForm(person_id, name_id, part, form.cases))

    def lookup(keys: Collection[str]) -> dict[str, list[PartForm]]:
        return {key: postings[key] for key in keys if key in postings}

    return lookup


def completed(other: NameParts | str, primary: NameParts) -> NameParts | str:
    """A former surname alone borrows the given name of the primary name, so that both match together."""
    if isinstance(other, str):
        return other
    return replace(
        other,
        given=other.given or primary.given,
        patronymic=other.patronymic or primary.patronymic,
        family=other.family or primary.family,
        gender=other.gender or primary.gender or guess_gender(primary),
    )
