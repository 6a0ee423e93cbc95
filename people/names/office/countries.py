"""The country at the end of an office: «министр культуры | Лаковии», «президент | Южной Кореи»."""

from people.names.office.phrases import Phrase
from people.names.office.posts import HEADS, KINDS, MINISTRY_BY_SHORT, MONARCHS, OF_GOVERNMENT, SEATS
from people.names.words.phrases import country_at, in_case, is_acronym, lemmas, nominative_of


def split_country(phrase: Phrase) -> tuple[list[str], str, str]:
    """The tail without its country, the country under the name we keep, and its genitive for organizations."""
    words = [token.text for token in phrase.tail]
    for place in range(len(words)):
        found = country_at(words, place)
        if found:
            country, length = found
            return words[:place] + words[place + length :], country, in_case(country, "gent")
    if _ends_in_unknown_country(phrase, words):
        return words[:-1], nominative_of(words[-1]), words[-1]
    return words, "", ""


def _ends_in_unknown_country(phrase: Phrase, words: list[str]) -> bool:
    """Whether the last word names a country we have no row for: «министр культуры | Лаковии»."""
    if not words or not words[-1][:1].isupper() or is_acronym(words[-1]) or phrase.noun in SEATS:
        return False
    before = words[-2] if len(words) > 1 else ""
    if before[:1].isupper() and not is_acronym(before) and not lemmas(before) & set(MINISTRY_BY_SHORT):
        return False
    is_body = any(lemmas(words[-1]) & nouns for nouns in (*KINDS.values(), frozenset(MINISTRY_BY_SHORT)))
    is_state_post = HEADS[phrase.noun] in MONARCHS | OF_GOVERNMENT or bool(before)
    return is_state_post and not is_body and before.casefold() not in {"области", "города", "имени", "района", "по"}
