"""Whose an office is when several people are named around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from media_assets.captions.records import Shown
from people.names.offices import Office, office_before, offices_before

_COUNTRY = r"[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+)?"
_OF_COUNTRIES = re.compile(rf"(?P<post>.+?)\s(?P<countries>{_COUNTRY}(?:,\s+{_COUNTRY})*\s+и\s+{_COUNTRY})")


def with_own_offices(text: str, people: Sequence[Shown]) -> list[Shown]:
    """The people, in the order of the text, each with the offices that are this person's and nobody else's."""
    people = [_freed_of_names(text, one, people[:place]) for place, one in enumerate(people)]
    people = [_without_next_ones(one, people[place + 1 :][:1]) for place, one in enumerate(people)]
    people = list(_each_country_to_one(text, people))
    return [_beginning_after(one, people[:place][-1:]) for place, one in enumerate(people)]


def _freed_of_names(text: str, one: Shown, earlier: Sequence[Shown]) -> Shown:
    """«Анна Полевая и генеральный секретарь»: the surname read as an adjective of the office is put out of sight."""
    for other in earlier:
        if any(other.start <= office.start < other.end or other.surface in office.wording for office in one.offices):
            hidden = f"{text[: other.start]}{';' * (other.end - other.start)}{text[other.end :]}"
            return replace(one, offices=tuple(offices_before(hidden, one.start)))
    return one


def _without_next_ones(one: Shown, following: Sequence[Shown]) -> Shown:
    """«Асан Токтосунов, | мэр Бишкека Бакыт Асанов»: what stands before the next name belongs to that one."""
    kept = tuple(
        office
        for office in one.offices
        if not any(one.end <= office.start and other.extent[0] < office.end for other in following)
    )
    return replace(one, offices=kept)


def _beginning_after(one: Shown, before: Sequence[Shown]) -> Shown:
    """«главы МИД Лаковии А, Боровии Б»: an office shared by a list begins before А; here Б's place is where Б is."""
    offices = tuple(
        replace(office, start=one.start, end=one.start)
        if any(office.start < other.end <= one.start for other in before)
        else office
        for office in one.offices
    )
    return replace(one, offices=offices)


def _each_country_to_one(text: str, people: Sequence[Shown]) -> Iterator[Shown]:
    """«Президенты Лаковии и Эмерании А и Б»: one country each, where as many are named as people."""
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
