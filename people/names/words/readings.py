"""What one printed word of a name may be: which name, in which case, of a man or a woman.

The dictionary is believed where it knows a word as a name; its guesses are not (it holds «Токаева» for a
woman's given name). Everything else is read backwards from the case endings below.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from people.names.morphology import parses
from people.names.records import CASES, Gender
from people.names.words.given_names import FEMALE, FEMALE_ENDINGS, MALE, MALE_ENDINGS
from search.words import search_key

ANY_CASE = ""
GENDERS: dict[str, tuple[Gender, ...]] = {"masc": ("male",), "femn": ("female",), "ms-f": ("male", "female")}
ROLES = {"Name": "given", "Surn": "family", "Patr": "patronymic"}

# How far each source is believed. Only the order matters: two weak readings never outweigh a sure one.
KNOWN, LIKELY, STRONG_SUFFIX, PLAIN, FAINT = 3.0, 2.2, 2.0, 0.5, 0.1

# Gender, whether only family names go this way, what the stem ends in, then the endings of the six cases,
# which begin with the nominative's own; «ом/ем» are alternatives.
_CONSONANT = "[бвгджзклмнпрстфхцчшщғқңҳҷһ]"
_PARADIGMS: tuple[tuple[Gender, bool, str, str], ...] = (
    ("male", False, f"{_CONSONANT}", " а у а ом/ем е"),
    ("male", False, "[аеёиоуыэюя]", "й я ю я ем/ём е/и"),
    ("male", False, f"{_CONSONANT}", "ь я ю я ем/ём е"),
    ("male", False, "[гкхжшчщ]", "а и е у ой/ей е"),
    ("male", False, f"(?![гкхжшчщ]){_CONSONANT}", "а ы е у ой/ей е"),
    ("male", False, ".", "я и е/и ю ей/ёй е/и"),
    ("female", False, "[гкхжшчщ]", "а и е у ой/ей е"),
    ("female", False, f"(?![гкхжшчщ]){_CONSONANT}|[аеиоуэ]", "а ы е у ой/ей е"),
    ("female", False, ".", "я и е/и ю ей/ёй е/и"),
    ("female", False, f"{_CONSONANT}", "ь и и ь ью и"),
    ("male", True, "[оеё]в|[иы]н", " а у а ым е"),
    ("female", True, "[оеё]в|[иы]н", "а ой ой у ой ой"),
    ("male", True, f"(?![гкхжшчщ]){_CONSONANT}", "ый ого ому ого ым ом"),
    ("male", True, "[гкхжшчщн]", "ий ого/его ому/ему ого/его им ом/ем"),
    ("male", True, f"{_CONSONANT}", "ой ого ому ого ым/им ом"),
    ("female", True, f"{_CONSONANT}", "ая ой/ей ой/ей ую ой/ей ой/ей"),
    ("male", True, f"{_CONSONANT}", "ец ца цу ца цом/цем це"),
)
# The same row by row: what the stem ends in, the ending of the nominative, then a case and its ending.
_ENDINGS: tuple[tuple[Gender, bool, re.Pattern[str], str, str, str], ...] = tuple(
    (gender, only_family, re.compile(f"(?:{stem_end})$"), endings.split(" ")[0], case, ending)
    for gender, only_family, stem_end, endings in _PARADIGMS
    for case, column in zip(CASES, endings.split(" "), strict=True)
    for ending in column.split("/")
)
_ON_CONSONANT = re.compile(f"{_CONSONANT}$")
_STRONG_FAMILY = re.compile(
    r"(?:[оеё]ва?|(?<!дд)(?<!сл)[иы]на?|[сц]кий|[сц]кая|[сц]кой|енко|швили|дзе|[аия]ян|чук|зода|заде|штейн|берг|сон)$"
)
# Adjectival surnames without -ск- are rare; «Садырой» must not become «Садырый».
_ADJECTIVE = re.compile(r"(?<![сц]к)(?:ый|ий|ой|ая)$")
_FIXED_END = re.compile(r"[оуыиэеёюүө]$")
_MAN_AFTER_FATHER = {"": "nomn", "а": "gent accs", "у": "datv", "ем": "ablt", "е": "loct"}
_WOMAN_AFTER_FATHER = {"а": "nomn", "ы": "gent", "е": "datv loct", "у": "accs", "ой": "ablt"}
_PATRONYMIC: tuple[tuple[re.Pattern[str], Gender, dict[str, str], str], ...] = (
    (re.compile(r"([оеё]вич|[иь]ич)(|а|у|ем|е)$"), "male", _MAN_AFTER_FATHER, ""),
    (re.compile(r"([оеё]вн|[иь]ничн|[иь]чн)(а|ы|е|у|ой)$"), "female", _WOMAN_AFTER_FATHER, "а"),
)
_INITIALS = re.compile(r"^(?:[А-ЯЁӨҮҢA-Z][а-яё]?\.-?){1,2}$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: its nominative, the case it stands in ("" for all), how far to believe it."""

    nominative: str
    case: str
    gender: Gender
    role: str
    weight: float


@lru_cache(maxsize=1 << 14)
def readings(word: str) -> tuple[Reading, ...]:
    """Every way to read one capitalised word of a name, hyphenated ones included; initials fit every case."""
    if _INITIALS.match(word):
        return (Reading(word, ANY_CASE, "", "initials", KNOWN),)
    found = [*_from_dictionary(word), *_patronymics(word), *_from_endings(word)]
    found += [Reading(word, ANY_CASE, "", role, FAINT) for role in ("given", "family")]
    best: dict[tuple[str, ...], Reading] = {}
    for reading in found:
        key = (search_key(reading.nominative), reading.case, reading.gender, reading.role)
        if key not in best or best[key].weight < reading.weight:
            best[key] = reading
    return tuple(best.values())


@lru_cache(maxsize=1 << 14)
def is_given_name(word: str) -> bool:
    """Whether a reader would know the word, in some case, for a given name."""
    return any(reading.role == "given" and reading.weight >= LIKELY for reading in readings(word))


@lru_cache(maxsize=1 << 14)
def is_family_name(word: str) -> bool:
    """Whether the dictionary or the suffix tells a family name: «Кулубаевым», «Рыженков»."""
    return any(reading.role == "family" and reading.weight >= STRONG_SUFFIX for reading in readings(word))


def is_patronymic(word: str) -> bool:
    """Whether the word is a patronymic in some case: «Нургожоевича»."""
    return any(reading.role == "patronymic" for reading in readings(word))


@lru_cache(maxsize=1 << 14)
def is_ordinary(word: str) -> bool:
    """Whether the dictionary knows the word only as something else than a name: «Организации», «Новгород»."""
    known = [parse for parse in parses(word) if parse.is_known]
    return bool(known) and not any(role in parse.tag for parse in known for role in ROLES)


def spelled_like(word: str, lower: str) -> str:
    """A lower-case form with the capitals of the printed word: «касым-жомарт» as «Касым-Жомарт»."""
    printed = word.split("-")
    return "-".join(
        part[:1].upper() + part[1:] if place >= len(printed) or printed[place][:1].isupper() else part
        for place, part in enumerate(lower.split("-"))
    )


def _from_dictionary(word: str) -> list[Reading]:
    found = []
    for parse in parses(word):
        role = next((ROLES[grammeme] for grammeme in ROLES if grammeme in parse.tag), None)
        if role is None or not parse.is_known or parse.tag.number != "sing" or parse.tag.case not in CASES:
            continue
        base = parse.inflect({"nomn", "sing"})
        if base is not None:
            nominative = spelled_like(word, base.word)
            if role == "family":
                nominative = _with_letters_of(word, nominative)
            for gender in GENDERS.get(str(parse.tag.gender or "ms-f"), ()):
                # «Дмитрия» is a man's genitive far oftener than a woman's name
                weight = KNOWN + parse.score / 2
                found.append(Reading(nominative, str(parse.tag.case), gender, role, weight))
    return found


def _with_letters_of(word: str, nominative: str) -> str:
    """«Коноплева» gives Коноплев, not the dictionary's Коноплёв: which it is, only the bearer knows."""
    return "".join(
        "е" if letter == "ё" and word[place : place + 1] == "е" else letter for place, letter in enumerate(nominative)
    )


def _patronymics(word: str) -> list[Reading]:
    found = []
    for pattern, gender, endings, base in _PATRONYMIC:
        match = pattern.search(word.lower())
        if match and len(word) > 5:
            nominative = word[: match.start(2)] + base
            weight = KNOWN if _is_of_a_father(word[: match.start(1)], nominative) else PLAIN / 2
            for case in endings[match[2]].split():
                found.append(Reading(nominative, case, gender, "patronymic", weight))
    return found


def _is_of_a_father(stem: str, nominative: str) -> bool:
    """Whether a name of somebody's father is in it: «Маратович», but «Бонович» and «Вереткевич» are family names."""
    if any("Patr" in parse.tag and parse.is_known for parse in parses(nominative)):
        return True
    fathers = (stem, f"{stem}й", f"{stem}ь", f"{stem}о", f"{stem}а", f"{stem}я", f"{stem}е", f"{stem}у")
    return any(father in MALE for father in fathers) or f"{stem}".lower().endswith(MALE_ENDINGS)


def _from_endings(word: str) -> list[Reading]:
    *front, last = word.split("-")
    found = []
    for nominative, case, gender, only_family, certainty in _undeclined(last):
        whole = "-".join([*(_front_part(part, case, gender) for part in front), nominative])
        weight = certainty * _family_weight(last, nominative, only_family)
        if not (gender == "female" and nominative.endswith("ь") and nominative != last):
            found.append(Reading(whole, case, gender, "family", weight))  # a woman's «Коваль» is not declined
        if not only_family:
            weight = _given_weight(whole, gender)
            found.append(Reading(whole, case, gender, "given", weight if weight >= LIKELY else certainty * weight))
    return found


@lru_cache(maxsize=1 << 14)
def _undeclined(word: str) -> tuple[tuple[str, str, Gender, bool, float], ...]:
    """(nominative, case, gender, only a family name, certainty) by every paradigm that fits the word."""
    found: list[tuple[str, str, Gender, bool, float]] = []
    for gender, only_family, stem_end, nominative, case, ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if len(stem) > 1 and stem_end.search(stem.lower()):
                # «Рахмона» is rather the genitive of a man's Рахмон than a man called Рахмона
                unsure = gender == "male" or (nominative == "я" and _ON_CONSONANT.search(stem))
                certainty = 0.6 if unsure and nominative in ("а", "я") else 1.0
                found.append((stem + nominative, case, gender, only_family, certainty))
    if _FIXED_END.search(word):  # «Нуртлеу» stays, but «Мухриддину» after a consonant is likelier a dative
        certainty = 0.6 if re.search(f"{_CONSONANT}[уые]$", word) else 1.0
        found += [(word, case, gender, False, certainty) for case in CASES for gender in ("male", "female")]
    elif re.search(f"{_CONSONANT}$|[йь]$", word):  # «Ангелы Меркель»
        found += [(word, case, "female", False, 1.0) for case in CASES]
    return tuple(found)


def _front_part(part: str, case: str, gender: Gender) -> str:
    """The first half of «Касым-Жомарта», «Петровой-Водкиной»: declined with the second where it can be."""
    if len(part) < 4:
        return part
    fitting = [
        (reading.weight, reading.nominative)
        for reading in readings(part)
        if reading.case == case and reading.gender == gender and reading.weight >= STRONG_SUFFIX
    ]
    return max(fitting)[1] if fitting else part


def _family_weight(word: str, nominative: str, only_family: bool) -> float:
    lower = nominative.lower()
    if _STRONG_FAMILY.search(lower) and len(nominative) > 4:
        return STRONG_SUFFIX if only_family or not lower.endswith(("в", "н", "ва", "на")) else FAINT
    if _ADJECTIVE.search(lower):  # «Долгорукому» can hardly be anything else
        return PLAIN + FAINT if word.endswith(("ого", "ому", "его", "ему")) and not lower.endswith("ой") else FAINT
    return PLAIN


def _given_weight(nominative: str, gender: Gender) -> float:
    table, endings = (MALE, MALE_ENDINGS) if gender == "male" else (FEMALE, FEMALE_ENDINGS)
    if nominative in table:
        return KNOWN
    if nominative.lower().endswith(endings):
        return LIKELY
    return PLAIN / 2
