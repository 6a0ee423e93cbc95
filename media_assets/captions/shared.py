"""One office printed for several countries and several people: «Президенты Лаковии и Эмерании А и Б»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from media_assets.captions.records import Shown
from people.names.offices import Office, office_before

_COUNTRY = r"[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+)?"
_OF_COUNTRIES = re.compile(rf"(?P<post>.+?)\s(?P<countries>{_COUNTRY}(?:,\s+{_COUNTRY})*\s+и\s+{_COUNTRY})")


def each_with_own(text: str, people: Sequence[Shown]) -> Iterator[Shown]:
    """The people, in the order of the text, each with the office of one country where as many countries are named."""
    for stretch, group in groupby(people, key=lambda one: one.office and (one.office.start, one.office.end)):
        sharing = list(group)
        match = _OF_COUNTRIES.fullmatch(text, *stretch) if stretch else None
        countries = re.split(r",\s+|\s+и\s+", match["countries"]) if match else []
        if match and len(countries) == len(sharing) > 1:
            for one, country in zip(sharing, countries, strict=True):
                own = _office_of(match["post"], country, one)
                yield replace(one, offices=(own,)) if own else one
        else:
            yield from sharing


def _office_of(post: str, country: str, one: Shown) -> Office | None:
    """What «Президенты Лаковии» says before this name alone, at the place where the whole is printed."""
    lead = f"{post} {country} "
    office = office_before(lead + one.surface, len(lead))
    whole = one.office
    return replace(office, start=whole.start, end=whole.end) if office and whole else None
