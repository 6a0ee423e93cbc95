"""Different words for one office: «глава МИД РФ» and «министр иностранных дел России», each as of a day.

The names of posts, bodies and countries come from the tables of ``posts`` and ``countries``; here stand the words
that mean the same only in a certain place or time.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from people.names.office.posts import BODIES, INTERNATIONAL
from people.names.offices import office_at
from people.names.words.countries import NAMES
from people.names.words.phrases import in_case
from search.words import search_key

# Whoever is one of these at a body leads it.
_LEADS = frozenset({"глава", "председатель", "руководитель", "директор", "начальник", "лидер", "президент"})
_HEADS_OF_STATE = frozenset({"президент", "глава государства", "лидер"})
_HEADS_OF_GOVERNMENT = frozenset({"премьер-министр", "глава правительства", "председатель правительства"})
_FULL_NAMES = {search_key(short): full for short, full in (*INTERNATIONAL.items(), *BODIES.items())}


@dataclass(frozen=True, slots=True)
class _Renamed:
    """From that day on the one body of a country is called by the other name too."""

    country: str
    body: str
    also: str
    since: date


# The government of Kyrgyzstan has been the Cabinet of Ministers since February 2021; wires still print «премьер».
_RENAMED = (_Renamed("Киргизия", "Правительство", "Кабинет министров", date(2021, 2, 3)),)


class OfficeKey(NamedTuple):
    """What two wordings of one office share; empty where the words do not say."""

    post: str
    body: str
    country: str

    def may_be(self, other: "OfficeKey") -> bool:
        """Whether the two may be one office: the same post, and no body or country that contradicts."""
        pairs = zip(self[1:], other[1:], strict=True)
        return self.post == other.post and all(not one or not two or one == two for one, two in pairs)


@lru_cache(maxsize=1 << 13)
def office_key(label: str, organization: str = "", country: str = "", on: date | None = None) -> OfficeKey:
    """The office worded so, comparable with any other wording of it on that day.

    ``label`` may hold the organization and the country in it; what it does not say, the others say.
    """
    office = office_at(label, 0, len(label))
    post, body = (office.post, office.organization) if office else (label, "")
    country = (office.country if office else "") or NAMES.get(country, country)
    if organization in NAMES:  # a record may call the president's organization simply «Кыргызстан»
        country, organization = country or NAMES[organization], ""
    body = _full(body or organization, country)
    if post in _HEADS_OF_STATE and (not body or body.startswith(("Институт", country or "Институт"))):
        return OfficeKey("глава государства", "", country)
    if post in _HEADS_OF_GOVERNMENT or (post in _LEADS and body == "Правительство"):
        post, body = "глава", "Правительство"
    post = "глава" if post in _LEADS else post
    return OfficeKey(search_key(post), search_key(_as_of(body, country, on)), country)


def _full(organization: str, country: str) -> str:
    """The full name of a body without its country: «ГКНБ Киргизии» -> «Государственный комитет …»."""
    name = organization.strip()
    for genitive in {in_case(country, "gent"), country} - {""}:
        name = name.removesuffix(genitive).strip()
    return _FULL_NAMES.get(search_key(name), name)


def _as_of(body: str, country: str, on: date | None) -> str:
    for renamed in _RENAMED:
        is_of = country in ("", renamed.country)
        if body == renamed.also and is_of and (on is None or on >= renamed.since):
            return renamed.body
    return body
