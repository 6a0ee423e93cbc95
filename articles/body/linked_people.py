"""Links to people that an editor made by hand: their word that these words mean this person."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from people.names.markup import map_text

_LINK = re.compile(r'<a data-person="(\d+)">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class MeantPerson:
    """Words of a text, half-open code points in its plain text, and the id of the person an editor linked them to."""

    start: int
    end: int
    person: int


def without_person_links(html: str) -> tuple[str, list[MeantPerson]]:
    """The body without these links, and where whom they meant: publishing links names itself, by today's addresses."""
    if not _LINK.search(html):
        return html, []
    starts = map_text(html).starts
    meant = []
    for link in _LINK.finditer(html):
        start, end = (bisect_left(starts, place) for place in link.span(2))
        if start < end:
            meant.append(MeantPerson(start, end, int(link[1])))
    return _LINK.sub(r"\2", html), meant
