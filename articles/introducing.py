"""What a story calls its people: the words that introduce somebody who holds no office on record that day."""

from collections.abc import Collection, Sequence

from people.names.introductions import introductions

from .found import Linked
from .models import Mention

# Of whom a story speaks first: its text, then what stands under pictures.
READING_ORDER: dict[str, int] = {Mention.Where.BODY: 0, Mention.Where.CAPTION: 1, Mention.Where.LEDE: 2}
_LONGEST = Mention._meta.get_field("called").max_length


def introduced(linked: Linked, people: Collection[int], quoted: Sequence[str], year: int) -> dict[int, str]:
    """By person, the first words that introduce them: «учительница физики». ``quoted`` are others' words."""
    called: dict[int, str] = {}
    parts = sorted(linked.plain, key=lambda part: (READING_ORDER[part[0]], part[1]))
    for part in parts if people else ():
        here = [each for each in linked.named if (each.where, each.number) == part]
        if not any(each.person.pk in people for each in here):
            continue
        here.sort(key=lambda each: each.start)
        text = linked.plain[part]
        said = [(start, start + len(words)) for words in quoted if (start := text.find(words)) >= 0]
        told = introductions(text, [(each.start, each.end) for each in here], year, quoted=said)
        for each, words in zip(here, told, strict=True):
            if words and each.person.pk in people:
                called.setdefault(each.person.pk, words[:_LONGEST])
    return called
