"""A full name as a Kyrgyz text prints it, in the nominative: «Айгүл Токтогуловага» is Айгүл Токтогулова."""

from collections.abc import Sequence

from people.names.kyrgyz.words import offices_in_russian
from people.names.words.countries import NAMES
from people.names.words.readings import is_family_name, is_given_name, is_patronymic
from search.kyrgyz import stems


def in_nominative(words: Sequence[str]) -> list[str]:
    """The words of one name without the ending of the last; empty when they are none, as «Кыргызстандын Эл …»."""
    if any(NAMES.keys() & offices_in_russian(word).split() for word in words):
        return []
    *before, last = words
    return [*before, _without_ending(last)]


def _without_ending(word: str) -> str:
    """A stem that is a name, else the word if that is one, else the likeliest stem."""
    found = [stem.text for stem in stems(word) if stem.number == "sing" and stem.case != "nomn"]
    named = next((text for text in found if is_family_name(text) or is_given_name(text) or is_patronymic(text)), "")
    if named or not found:
        return named or word
    return word if is_given_name(word) or is_family_name(word) else found[0]
