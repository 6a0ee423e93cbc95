"""What a capitalised word may be besides the name on record: a common word, a stranger's given name, a title."""

from people.names.finding.tokens import Word
from people.names.kyrgyz.words import is_word
from people.names.morphology import parses
from people.names.records import ALL_CASES, case_mask
from people.names.words.readings import LIKELY, readings

_NAMES = frozenset({"Name", "Surn", "Patr"})


def is_in_dictionary(word: str) -> bool:
    """Whether the word is a common one, or a surname common enough to be listed: «Мороз», «Петров»."""
    return is_word(word) or any(parse.is_known for parse in parses(word.casefold()))


def given_cases(word: str) -> int:
    """The cases in which the word may be a given name."""
    known = [reading for reading in readings(word) if reading.role == "given" and reading.weight >= LIKELY]
    return ALL_CASES if any(not reading.case for reading in known) else case_mask(reading.case for reading in known)


def is_plain(word: Word) -> bool:
    """A capital word that is no part of a name: «Президент», or «Вчера» at the start of a sentence."""
    likeliest = parses(word.text.casefold())[0]
    if not likeliest.is_known or _NAMES & likeliest.tag.grammemes:
        return False
    return "anim" in likeliest.tag or (not word.is_joined and likeliest.tag.POS != "NOUN")


def is_also_common(word: str) -> bool:
    """Whether a name is a common word too: «Роза», «Мороз»; but not «Орлов», which only many eagles are."""
    return any(
        parse.is_known and parse.tag.number != "plur" and not _NAMES & parse.tag.grammemes
        for parse in parses(word.casefold())
    )


def reads_as_given(word: str) -> bool:
    """A known given name, or a Cyrillic word the dictionary does not know; no «Президент» or «Regnum»."""
    if word.isascii():
        return False
    known = [parse for parse in parses(word.casefold()) if parse.is_known]
    if known and known[0].tag.POS == "PREP":  # «Из» is also how Иза is called in the plural
        return False
    return not known or any("Name" in parse.tag or "Surn" in parse.tag for parse in known)
