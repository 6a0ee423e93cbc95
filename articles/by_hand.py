"""People whom an editor linked to words of the text: no rule of the names engine says otherwise."""

from collections.abc import Mapping, Sequence

from people.models import Person
from people.names.records import NameSpan

from .decisions import Said, merged
from .found import Story

# Where in a story's document which person is meant.
Places = Mapping[tuple[int, int], Said]


def linked_by_hand(stories: Sequence[Story]) -> list[Places]:
    """The places that editors linked to somebody on record; a link to nobody is none. No query without such links."""
    meant = [list(story.meant) for story in stories]
    asked = {each.person for places in meant for each in places}
    if not asked:
        return [{} for _places in meant]
    became = merged(asked)
    known = set(Person.objects.filter(pk__in=asked).values_list("pk", flat=True))
    return [
        {
            (each.start, each.end): Said(person=became.get(each.person, each.person))
            for each in places
            if each.person in known
        }
        for places in meant
    ]


def spans_beside(spans: Sequence[NameSpan], by_hand: Places, document: str) -> list[NameSpan]:
    """What the engine found, with the places linked by hand instead of whatever overlaps them."""
    others = [span for span in spans if not any(span.start < end and start < span.end for start, end in by_hand)]
    return [*others, *(NameSpan(start, end, document[start:end], "full", ()) for start, end in by_hand)]
