"""How sure it is that capitalised words are a person's name, and why, in words for an editor."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from people.names.office.lists import phrase_before
from people.names.words.east_asian import surname_first
from people.names.words.given_names_abroad import SURNAMES_FIRST
from people.names.words.nominative import Guess
from people.names.words.phrases import cases_asked_of_person, noun_parses, tokens
from people.names.words.readings import is_family_name, is_given_name, is_ordinary
from search.marking import gettext_noop

ENOUGH = 0.5
_ALONE = re.compile(r"(?<![А-ЯЁӨҮҢ\w-])(?:[а-яё][\w-]*|[,»—–-])\s([А-ЯЁӨҮҢ][а-яёөүң]{3,})\b")
Grounds = tuple[float, str]
_NONE: Grounds = (0.0, "")


def grounds(words: Sequence[str], best: Guess) -> Grounds:
    """What the words themselves say: a given name everybody knows, a patronymic, a family name by its ending."""
    name = best.name
    if any(surname_first(words)):
        return 0.95, gettext_noop("A Chinese, Korean or Vietnamese name: the family name first.")
    ordinary = [word for word in words if is_ordinary(word) and not is_given_name(word)]
    if "." in name.given:
        sure = is_family_name(words[-1]) or is_family_name(words[0])
        return (0.6 if sure else 0.5) if not ordinary else 0.0, gettext_noop("Initials and a family name.")
    if name.patronymic and best.family_known and len(words) == 3 and not any(map(is_family_name, ordinary)):
        # between the two any word is a given name: «Турдубаеву Чинару Осмоновну», a plane tree
        return 0.98, gettext_noop("A family name by its ending, and a patronymic that agrees with it.")
    if best.given_known and words[-1:] == ordinary:
        return 0.6, gettext_noop("A known given name before a word that also means something else.")
    if ordinary:
        return _NONE
    if not best.family_known and not name.patronymic and _is_turned(words, best):
        return _NONE  # «Астон Мартин»: a family name that no ending tells stands behind its given name
    if best.given_known and name.patronymic:
        return 0.97, gettext_noop("Given name and patronymic agree in case and gender.")
    if best.given_known and best.family_known:
        return 0.95, gettext_noop("A known given name and a family name agree in case and gender.")
    if best.given_known:
        return 0.85, gettext_noop("A known given name, and a word that fits it as a family name.")
    if best.family_known and not all(is_family_name(word) for word in words):
        return 0.7, gettext_noop("A family name by its ending, after a word that may be a given name.")
    return _NONE


def _is_turned(words: Sequence[str], best: Guess) -> bool:
    """Whether the family name is read first, where only endings and known surnames are believed."""
    first = words[0]
    if " " in best.name.family:  # «Эркин уулу»
        return False
    return best.name.family[:2] == first[:2] and best.name.given[:2] != first[:2] and first not in SURNAMES_FIRST


def grounds_around(text: str, words: Sequence[str], best: Guess, at: tuple[int, int]) -> Grounds:
    """The same for two words no dictionary knows: what stands around them must say that they are a person."""
    if any(is_ordinary(word) for word in words):
        return _NONE
    if best.case in cases_asked_of_person(text, at[0]) or phrase_before(text, at[0]) is not None:
        return 0.6, gettext_noop("Two unknown capitalised words after a word that says who they are.")
    if _is_explained(text, at[1]):
        return 0.6, gettext_noop("Two unknown capitalised words, and after them a word that says who they are.")
    if any(is_family_name(word) for word in words):
        return _NONE
    if _comes_alone(text, words[-1], at):
        return 0.55, gettext_noop(
            "Two unknown capitalised words, of which the second returns alone, as family names do."
        )
    return _NONE


def grounds_in_list(text: str, words: Sequence[str], start: int) -> Grounds:
    """The same in a list of people, as a caption is: unless the words are rather a place, «в Зуто Бремке»."""
    before = re.search(r"([а-яё]+)\s$", text[max(0, start - 15) : start])
    is_place = before is not None and before[1] in {"в", "во", "на", "из", "под", "близ", "у"}
    if is_place or any(is_ordinary(word) for word in words):
        return _NONE
    return ENOUGH, gettext_noop("Two unknown capitalised words in a list of people.")


def _is_explained(text: str, end: int) -> bool:
    """Whether an apposition says that this is a person: «Зуто Бремк — режиссёр», «Зуто Бремк, режиссёр театра»."""
    after = tokens(text, end, min(len(text), end + 40))
    if len(after) < 2 or after[0].text not in {",", "—", "–", "-"} or after[1].is_capital:
        return False
    return any("anim" in parse.tag and "nomn" in parse.tag for parse in noun_parses(after[1].text) if parse.score > 0.3)


def _comes_alone(text: str, word: str, at: tuple[int, int]) -> bool:
    """Whether another form of the word stands elsewhere with no capitalised word before it."""
    stem = word[: max(4, len(word) - 2)]
    return any(
        other.startswith(stem) and len(other) <= len(stem) + 4
        for other, place in _alone(text).get(stem[:4], ())
        if not at[0] <= place < at[1]
    )


@lru_cache(maxsize=2)
def _alone(text: str) -> dict[str, list[tuple[str, int]]]:
    """The capitalised words of a text after one in small letters or a comma, by their first letters."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for match in _ALONE.finditer(text):
        found[match[1][:4]].append((match[1], match.start(1)))
    return found
