"""Whether the office printed at a name belongs to somebody else: «президент Казахстана Беков» is not Киргизия's."""

import re
from datetime import date

from people.names.office.synonyms import OfficeKey, office_key
from people.names.offices import office_after, offices_before
from people.names.records import NameSpan, PersonFacts
from people.names.words.phrases import country_at, country_of_adjective

_IN_PARENTHESES = re.compile(r"\s?\(([А-ЯЁ][\w\s-]{1,40})\)")


def is_anothers(text: str, span: NameSpan, person: PersonFacts, on: date) -> bool:
    """True when the text gives the name a post this person is known in, but in another country.

    A post the record does not know of proves nothing: the record may be behind. The same post of two countries is
    two people of one name, and so is «Б. Ким (Казахстан)» in a table of results while ours sits in another parliament.
    """
    if not person.holdings:
        return False
    held = [
        office_key(holding.label, holding.organization, _country_in(holding.organization), on)
        for holding in person.holdings
    ]
    home = {each.country for each in held if each.country}
    team = _country_behind(text, span.end)
    if home and team and team not in home:
        return True
    return any(_is_elsewhere(told, held) for told in _told(text, span, on))


def _told(text: str, span: NameSpan, on: date) -> list[OfficeKey]:
    offices = [*offices_before(text, span.start), office_after(text, span.end)]
    return [office_key(each.post, each.organization, each.country, on) for each in offices if each and each.country]


def _is_elsewhere(told: OfficeKey, held: list[OfficeKey]) -> bool:
    countries = {each.country for each in held if each.post == told.post and each.country}
    return bool(countries) and told.country not in countries


def _country_in(organization: str) -> str:
    """«Министерство культуры Киргизии» is of Киргизия, «Российская академия наук» of Россия."""
    words = organization.split()
    named = (country_at(words, place) for place in range(len(words)))
    return next((country[0] for country in named if country), "") or next(
        filter(None, map(country_of_adjective, words)), ""
    )


def _country_behind(text: str, end: int) -> str:
    """The country in parentheses right after a name."""
    match = _IN_PARENTHESES.match(text, end)
    words = match[1].split() if match else []
    country = country_at(words, 0) if words else None
    return country[0] if country and country[1] == len(words) else ""
