"""Which office a text gives to a name: its wording, its post, its organization and its country."""

from dataclasses import dataclass

from people.names.office.bodies import join_words
from people.names.office.lists import phrase_before, phrases_before
from people.names.office.phrases import Phrase, phrase_after, phrase_at, tokens_before
from people.names.office.places import place_of
from people.names.office.posts import MILITARY, Classification
from people.names.words.phrases import in_case, lemmas, masculine_nominative
from people.names.words.readings import is_ordinary


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a text gives it: «глава МИД Киргизии» is the post «министр иностранных дел».

    ``wording`` is what was printed, in the nominative; ``post`` leaves out country and organization. Whoever acts
    in an office or has left it holds the same post, marked so; a deputy or an aide holds another one.
    """

    wording: str
    post: str
    organization: str
    organization_short: str
    classification: Classification
    country: str
    acting: bool
    former: bool
    start: int
    end: int

    @property
    def is_of_named_body(self) -> bool:
        """Whether the organization is a certain one: «Министерство культуры» without a country is any country's.

        Neither is «Центр» a name, nor «Администрация области».
        """
        words = self.organization.split()
        if not words or (self.classification in {"ministry", "government", "head of state"} and not self.country):
            return words[:1] == ["Кабинет"]  # «Кабинет министров» alone is the home country's
        is_some_place = words[-1] in _SOME_PLACE and not any(word[:1].isupper() for word in words[1:-1])
        return not is_some_place and not (len(words) == 1 and is_ordinary(words[0]))


# «губернатор области» does not say of which, «аким Нарынской области» does.
_SOME_PLACE = frozenset({"области", "района", "города", "страны", "республики", "края", "округа", "села"})


def office_before(text: str, start: int) -> Office | None:
    """The office printed before the name at ``start``; also the share of a name in a list.

    «главы МИД Киргизии А, Белоруссии Б» makes Б «глава МИД Белоруссии». None when another person, a verb or
    a sentence stands between.
    """
    phrase = phrase_before(text, start)
    return office_of(phrase, text) if phrase else _rank(text, start)


def offices_before(text: str, start: int) -> list[Office]:
    """The same with every office joined to it: «председатель Кабинета министров — руководитель Администрации»."""
    found = [office_of(phrase, text) for phrase in phrases_before(text, start)]
    return found or [rank for rank in [_rank(text, start)] if rank]


def _rank(text: str, start: int) -> Office | None:
    """«генерал-майор милиции» before a name: a rank, which is in no organization."""
    words = tokens_before(text, start)[1]
    if not words or not lemmas(words[0].text) & MILITARY:
        return None
    wording = join_words(masculine_nominative(words[0].text).casefold(), *(word.text for word in words[1:]))
    return Office(wording, wording, "", "", "other", "", False, False, words[0].start, words[-1].end)


def office_after(text: str, end: int, cases: frozenset[str] = frozenset({"nomn"})) -> Office | None:
    """The office in apposition after a name in one of the cases: «Асан Токтосунов, министр культуры Лаковии, …»."""
    phrase = phrase_after(text, end, cases)
    return office_of(phrase, text) if phrase else None


def office_at(text: str, start: int, end: int) -> Office | None:
    """The office that these words name by themselves: «заявил | президент Лаковии | в среду»."""
    phrase = phrase_at(text, start, end)
    return office_of(phrase, text) if phrase else None


def office_of(phrase: Phrase, text: str) -> Office:
    """What a phrase says about the office: its one name, where it is, whether it is only acted in or already left."""
    place = place_of(phrase, text)
    return Office(
        wording=_wording(phrase),
        post=place.post,
        organization=place.organization,
        organization_short=place.short or place.organization,
        classification=place.classification,
        country=place.country,
        acting=bool(phrase.acting),
        former=bool(phrase.former),
        start=phrase.start,
        end=phrase.end,
    )


def _wording(phrase: Phrase) -> str:
    """The phrase as printed, in the nominative singular: «министрами иностранных дел» -> «министр иностранных дел»."""
    former = "экс-" if phrase.former and phrase.former[0] is phrase.head else "бывший " if phrase.former else ""
    post = " ".join([*(masculine_nominative(token.text).casefold() for token in phrase.modifiers), phrase.noun])
    if phrase.acting:
        acting = "исполняющий обязанности" if len(phrase.acting) > 1 else phrase.acting[0].text.casefold()
        post = f"{acting} {in_case(post, 'gent')}"
    return join_words(former + _lower_first(post), *(token.text for token in phrase.tail))


def _lower_first(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]
