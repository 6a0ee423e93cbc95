"""Which office a text gives to a name: its wording, its post, its organization and its country."""

from dataclasses import dataclass

from people.names.office_phrases import Phrase, phrase_after, phrase_at, phrase_before
from people.names.office_places import join_words, place_of
from people.names.phrases import in_case, masculine_nominative
from people.names.posts import Classification


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


def office_before(text: str, start: int) -> Office | None:
    """The office printed before the name at ``start``; also the share of a name in a list.

    «главы МИД Киргизии А, Белоруссии Б» makes Б «глава МИД Белоруссии». None when another person, a verb or
    a sentence stands between.
    """
    phrase = phrase_before(text, start)
    return _office(phrase, text) if phrase else None


def office_after(text: str, end: int) -> Office | None:
    """The office in apposition after a name: «Асан Токтосунов, министр культуры Лаковии, …»."""
    phrase = phrase_after(text, end)
    return _office(phrase, text) if phrase else None


def office_at(text: str, start: int, end: int) -> Office | None:
    """The office that these words name by themselves: «заявил | президент Лаковии | в среду»."""
    phrase = phrase_at(text, start, end)
    return _office(phrase, text) if phrase else None


def _office(phrase: Phrase, text: str) -> Office:
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
    post = " ".join([*(masculine_nominative(token.text) for token in phrase.modifiers), phrase.noun])
    if phrase.acting:
        acting = "исполняющий обязанности" if len(phrase.acting) > 1 else phrase.acting[0].text.casefold()
        post = f"{acting} {in_case(post, 'gent')}"
    return join_words(former + _lower_first(post), *(token.text for token in phrase.tail))


def _lower_first(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]
