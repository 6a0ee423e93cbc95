"""How well a record fits a place in the text: initials, patronymic, the office of the day."""

from collections.abc import Mapping, Sequence
from datetime import date

from people.names.context import stems
from people.names.declension import part_forms
from people.names.endings import PATRONYMIC
from people.names.records import Holding, NameParts, NameSpan, PersonFacts
from people.names.tokens import split_words
from search.words import search_key


def agreeing(span: NameSpan, facts: Mapping[int, PersonFacts]) -> tuple[int, ...]:
    """The candidates whose record does not contradict the initials or the patronymic in the text.

    One whose patronymic is on record and stands in the text goes before those without any.
    """
    words = split_words(span.surface)
    initials = [word.key for word in words if word.is_initial]
    sure, possible = [], []
    for person_id in span.candidates:
        name = facts[person_id].name if person_id in facts else NameParts()
        if span.kind == "initials":
            if _initials_fit(name, initials):
                possible.append(person_id)
            continue
        keys = {form.key for form in part_forms(name.patronymic, "patronymic", name.gender)}
        own = {search_key(name.given), search_key(name.family)}
        if name.patronymic and any(word.key in keys for word in words):
            sure.append(person_id)
        elif not name.patronymic or not any(_is_patronymic_beside(word.key, own) for word in words):
            possible.append(person_id)
    return tuple(sure or possible)


def office_named(person: PersonFacts, near: set[str], on: date, former: bool) -> float:
    """How fully, from 0 to 1, the stems near a name give one of the person's offices of the day.

    Where the text says «экс-» or «бывший», offices that ended before count as well.
    """
    counting = [
        holding
        for holding in person.holdings
        if holding.covers(on) or (former and (holding.start is None or holding.start <= on))
    ]
    return max((_share(holding, near) for holding in counting), default=0.0)


def _share(holding: Holding, near: set[str]) -> float:
    """How much of an office the text names; a country or ministry alone, without the post, is nothing."""
    post, organization = stems(holding.label), stems(holding.organization)
    named = len(post & near) / len(post) if post else 0.0
    if not named or not organization:
        return named
    return (named + len(organization & near) / len(organization)) / 2


def _initials_fit(name: NameParts, initials: Sequence[str]) -> bool:
    parts = (search_key(name.given), search_key(name.patronymic))
    return all(part.startswith(initial) for part, initial in zip(parts, initials, strict=False) if part)


def _is_patronymic_beside(key: str, own: set[str]) -> bool:
    """A patronymic, not a surname that looks like one: «Рабиновича» of a Рабинович."""
    return bool(PATRONYMIC.search(key)) and not any(name and key.startswith(name) for name in own)
