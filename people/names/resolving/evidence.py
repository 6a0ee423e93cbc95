"""How well a record fits the places in a text: initials, patronymic, the office of the day."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from people.names.declension import guess_gender, part_forms
from people.names.endings import FIXED_LAST_WORDS, PATRONYMIC
from people.names.finding.tokens import split_words
from people.names.keys import exact_key
from people.names.office.lists import BESIDE_ANOTHER
from people.names.office.synonyms import office_key
from people.names.office.terms import DEPENDENT_TERMS, terms
from people.names.offices import Office
from people.names.records import Gender, Holding, NameParts, NameSpan, PersonFacts
from people.names.resolving.context import Context
from people.names.resolving.nearby_offices import Near, is_former
from people.names.words.english import begins
from people.names.words.readings import LIKELY, readings

# Half of an office tells namesakes apart, if the others lie clearly behind; nearly all of it names a man alone.
ENOUGH, NEARLY_WHOLE = 0.5, 0.75
_MARGIN = 0.4
AT_THE_NAME = (Near.OFFICE, Near.PHRASE)
_FAR = (Near.PARAGRAPH, Near.DOCUMENT)


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
        keys = _patronymic_keys(name.patronymic, name.gender)
        own = {exact_key(name.given), exact_key(name.family)}
        if name.patronymic and any(word.key in keys for word in words):
            sure.append(person_id)
        elif not name.patronymic or not any(_is_patronymic_beside(word.key, own) for word in words):
            possible.append(person_id)
    return tuple(sure or possible)


def of_gender(people: Sequence[PersonFacts], told: Gender) -> list[PersonFacts]:
    """The people whom a verb of that gender may speak of.

    Records are wrong about it now and then: one person alone is left out only when the name itself says so too.
    """
    if not told:
        return list(people)
    if len(people) == 1:
        (person,) = people
        contradicts = _sure_gender(person.name) not in {"", told} and person.name.gender != told
        return [] if contradicts else [person]
    return [person for person in people if (person.name.gender or guess_gender(person.name)) in {"", told}]


def _sure_gender(name: NameParts) -> Gender:
    """What patronymic, family name and a well-known given name say, guesses left out."""
    known = {reading.gender for reading in readings(name.given) if reading.role == "given" and reading.weight >= LIKELY}
    return next(iter(known)) if len(known) == 1 else guess_gender(replace(name, given="", gender=""))


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Several people of one name on the day of the story, and the places that name one of them."""

    people: Sequence[PersonFacts]
    on: date
    context: Context
    places: Sequence[NameSpan]

    def by_office(self, ever_farther: Sequence[Near] = tuple(Near), enough: float = ENOUGH) -> int | None:
        """Whose office of the day the text names: at the name itself if it does, else ever farther from it.

        Where «экс-» or «бывший» stands before the name, offices that ended before count as well. Of somebody whose
        offices nobody has told us, only the words right at the name can speak: the president in the next sentence
        is no reason to take the racing driver Борис Ким for a president Борис Ким.
        """
        if not all(person.holdings for person in self.people):
            ever_farther = [near for near in ever_farther if near in AT_THE_NAME]
        for near in ever_farther:
            marks = {
                person.person_id: max(self._office_at(place, person, near) for place in self.places)
                if near in AT_THE_NAME or not self._is_denied(person)
                else 0.0
                for person in self.people
            }
            chosen = _clearly_first(marks, enough)
            if chosen is not None:
                return chosen
        return None

    def by_day(self) -> int | None:
        """The only one in office that day, if the story tells of the office at all."""
        serving = [person for person in self.people if any(held.covers(self.on) for held in person.holdings)]
        if len(serving) != 1 or not all(person.holdings for person in self.people):
            return None
        (person,) = serving
        if self._is_denied(person):
            return None
        speaks_of_former = any(self.context.offices.says_former(place) for place in self.places)
        if speaks_of_former and not any(is_former(held.label) for held in person.holdings):
            return None
        told = self.context.offices.terms(self.places[0], Near.DOCUMENT)
        is_told = any((terms(held.label) | terms(held.organization)) & told for held in person.holdings)
        return person.person_id if is_told else None

    def _is_denied(self, person: PersonFacts) -> bool:
        """Whether an office printed at a name is none of this person's: «мэр Таласа Нурлан» is not the minister.

        Leading or belonging to a party is held beside any office.
        """
        own = frozenset().union(*(terms(held.label) | terms(held.organization) for held in person.holdings))
        for place in self.places:
            told = self.context.offices.terms(place, Near.OFFICE)
            is_told = any(each.is_of_named_body and each.post not in BESIDE_ANOTHER for each in self._printed(place))
            if (is_told and told.isdisjoint(own)) or not told & DEPENDENT_TERMS <= own:
                return True
        return False

    def _printed(self, place: NameSpan) -> Sequence[Office]:
        return self.context.offices.at(place)

    def _office_at(self, place: NameSpan, person: PersonFacts, near: Near) -> float:
        former = bool(person.holdings) and self.context.offices.says_former(place)
        counting = [held for held in person.holdings if _counts(held, self.on, former)]
        if not counting:
            return 0.0
        told = self.context.offices.terms(place, near)
        if near in AT_THE_NAME:
            told |= self.context.offices.terms(place, Near.PHRASE) & DEPENDENT_TERMS
        if near is Near.OFFICE and any(self._is_printed_at(place, held, told) for held in counting):
            return 1.0
        return max(_share(held, told, near) for held in counting)

    def _is_printed_at(self, place: NameSpan, held: Holding, told: frozenset[str]) -> bool:
        """Whether the office stands at the name in other words: «премьер» for the head of the Cabinet."""
        if not DEPENDENT_TERMS.isdisjoint(told - terms(held.label)):
            return False
        printed = [_key(each.wording, each.organization, each.country, self.on) for each in self._printed(place)]
        return bool(printed) and any(map(_key(held.label, held.organization, "", self.on).may_be, printed))


# The same offices are compared at every place of a name.
_key = lru_cache(maxsize=1 << 12)(office_key)


def _clearly_first(marks: Mapping[int, float], enough: float) -> int | None:
    (second, _), (best, person_id) = sorted([(0.0, 0), *((mark, person_id) for person_id, mark in marks.items())])[-2:]
    return person_id if best >= enough and best - second >= _MARGIN else None


def _counts(held: Holding, on: date, former: bool) -> bool:
    """Whether the office may be meant. A record of an «экс-премьер» tells a standing, which must hold on the day."""
    is_left = former and not is_former(held.label) and (held.start is None or held.start <= on)
    return held.covers(on) or is_left


def _share(held: Holding, told: Collection[str], near: Near) -> float:
    """How much of an office the text tells, from 0 to 1; less than half of the post or the organization is nothing.

    At the name, the aide, the deputy and the wife are not the president; and a bare «президент» is one of anything.
    """
    post, organization = terms(held.label), terms(held.organization)
    beside = frozenset(told) - post
    if near in AT_THE_NAME and not DEPENDENT_TERMS.isdisjoint(beside):
        return 0.0
    parts = [_part(wanted, told) for wanted in (post, organization) if wanted]
    if near is Near.OFFICE and not beside:
        return sum(parts) / len(parts)
    least = 0.6 if near in _FAR else 0.5
    return sum(parts) / len(parts) if parts and min(parts) >= least else 0.0


def _part(wanted: Collection[str], told: Collection[str]) -> float:
    return sum(term in told for term in wanted) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=1 << 12)
def _patronymic_keys(patronymic: str, gender: Gender) -> frozenset[str]:
    """What may be printed for a patronymic: «Маратовича»; of «Фарид оглы» the father's name, which tells."""
    forms = part_forms(patronymic, "patronymic", gender) if patronymic else ()
    return frozenset(word for form in forms for word in form.key.split()) - FIXED_LAST_WORDS


def _initials_fit(name: NameParts, initials: Sequence[str]) -> bool:
    parts = (exact_key(name.given), exact_key(name.patronymic))
    return all(begins(part, initial) for part, initial in zip(parts, initials, strict=False) if part)


def _is_patronymic_beside(key: str, own: set[str]) -> bool:
    """A patronymic, not a surname that looks like one: «Рабиновича» of a Рабинович."""
    return bool(PATRONYMIC.search(key)) and not any(name and key.startswith(name) for name in own)
