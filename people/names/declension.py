"""Every printed form of a name: «Кулубаев» → Кулубаева, Кулубаеву, Кулубаевым, Кулубаеве.

Forms are collected, not chosen: own rules, the dictionary's given names and pytrovich each add theirs, since
a form too many costs a row and a form too few costs a link. The first of a case is the one we print.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from pytrovich.enums import Case, NamePart
from pytrovich.enums import Gender as PytrovichGender
from pytrovich.maker import PetrovichDeclinationMaker

from people.names.endings import FIXED_LAST_WORDS, PARTICLES, RULES, STEM_CHANGES, Rules
from people.names.morphology import parses
from people.names.records import CASES, CaseForm, Gender, NameParts, Part, case_mask
from search.words import clean, search_key

Forms = dict[str, list[str]]

_OUR_ORDER: tuple[Gender, Gender] = ("male", "female")
_PIECES = re.compile(r"([ -])")
_PYTROVICH_CASES = dict(
    zip(
        CASES[1:],
        (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL),
        strict=True,
    )
)
_PYTROVICH_PARTS = {
    "family": NamePart.LASTNAME,
    "given": NamePart.FIRSTNAME,
    "patronymic": NamePart.MIDDLENAME,
}
_MALE_PATRONYMIC = re.compile(r"(ич|оглы|улы|уулу|угли)$")
_FEMALE_PATRONYMIC = re.compile(r"(вна|чна|шна|кызы|гызы|кизи|қызы)$")
_MALE_FAMILY = re.compile(r"(ов|ев|[^д]ин|ын|[кц]ий|ый)$")
_FEMALE_FAMILY = re.compile(r"(ова|ева|ина|ына|ая)$")
_FEMALE_GIVEN = re.compile(r"(г[уү]ль?|б[үу]б[үу])$")
_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщңғқҳҷ]$")


@lru_cache(maxsize=1 << 12)
def part_forms(word: str, part: Part, gender: Gender) -> tuple[CaseForm, ...]:
    """All printed forms of one name part with the cases each may stand for; an unknown gender gives both."""
    printed: dict[str, tuple[str, int]] = {}
    for each in [gender] if gender else _OUR_ORDER:
        for case, forms in _forms(clean(word), part, each).items():
            for form in forms:
                key = search_key(form)
                first, cases = printed.get(key, (form, 0))
                printed[key] = (first, cases | case_mask([case]))
    return tuple(CaseForm(form, key, cases) for key, (form, cases) in printed.items())


def name_forms(name: NameParts | str) -> Iterator[tuple[Part, CaseForm]]:
    """The forms of every part of a name; a plain string («Тимур Хан», «Хо Ван Ли Мэй») is one whole."""
    if isinstance(name, str):
        yield from (("whole", form) for form in part_forms(name, "whole", ""))
        return
    gender = name.gender or guess_gender(name)
    for part, word in _parts(name):
        yield from ((part, form) for form in part_forms(word, part, gender))
    if name.is_mononym:
        yield from (("family", form) for form in part_forms(name.given, "given", gender))


def decline(name: NameParts, case: str) -> str:
    """The full name in one case, as we would print it: «Жээнбеком Кулубаевым»."""
    gender = name.gender or guess_gender(name) or "male"
    return " ".join(_forms(clean(word), part, gender)[case][0] for part, word in _parts(name))


def guess_gender(name: NameParts) -> Gender:
    """Whether the name is a man's or a woman's; empty when nothing in it tells.

    «Мустафа» ends like a woman's name: an unknown given name in -а decides nothing.
    """
    given, patronymic, family = (search_key(word) for word in (name.given, name.patronymic, name.family))
    if _MALE_PATRONYMIC.search(patronymic):
        return "male"
    if _FEMALE_PATRONYMIC.search(patronymic):
        return "female"
    known = {
        parse.tag.gender
        for parse in (parses(given) if given else ())
        if parse.is_known and "Name" in parse.tag and parse.tag.case == "nomn"
    }
    if known in ({"masc"}, {"femn"}):
        return "male" if known == {"masc"} else "female"
    if _MALE_FAMILY.search(family):
        return "male"
    if _FEMALE_FAMILY.search(family) or _FEMALE_GIVEN.search(given):
        return "female"
    return "male" if _CONSONANT.search(given) else ""


def _parts(name: NameParts) -> Iterator[tuple[Part, str]]:
    if name.given:
        yield "given", name.given
    if name.patronymic:
        yield "patronymic", name.patronymic
    if name.family:
        yield "family", name.family


def _forms(phrase: str, part: Part, gender: Gender) -> Forms:
    """Forms by case of a part of one or more words, best first.

    Of a hyphenated name every piece declines, or only the last: «Салтыкова-Щедрина», «Нур-Мухаммеда». A man's given
    name is printed the second way, «Касым-Жомарта», a woman's the first: «Анны-Марии».
    """
    pieces = _PIECES.split(phrase)
    if search_key(pieces[-1]) in FIXED_LAST_WORDS:
        return {case: [phrase] for case in CASES}
    if len(pieces) == 1:
        return _word_forms(phrase, part, gender)
    last = len(pieces) - 1
    by_piece = [
        {case: [piece] for case in CASES}
        if piece in PARTICLES or not piece.strip(" -")
        else _word_forms(piece, part, gender)
        for piece in pieces
    ]
    found: Forms = {}
    for case in CASES:
        found[case] = ["".join(choice) for choice in product(*(piece[case] for piece in by_piece))]
        if "-" in pieces:
            head = "".join(pieces[:last])
            standing = [head + form for form in by_piece[last][case]]
            both = [standing, found[case]] if (part, gender) == ("given", "male") else [found[case], standing]
            found[case] = list(dict.fromkeys([*both[0], *both[1]]))
    return found


def _word_forms(word: str, part: Part, gender: Gender) -> Forms:
    found: Forms = {case: [] for case in CASES}
    kinds: tuple[Part, ...] = ("given", "family") if part == "whole" else (part,)
    for forms in (forms for kind in kinds for forms in _sources(word, kind, gender)):
        for case in CASES:
            found[case] += [form for form in forms[case] if form not in found[case]]
    return found


def _sources(word: str, part: Part, gender: Gender) -> Iterator[Forms]:
    if part == "given":
        yield from _by_dictionary(word, gender)
    yield from _by_rules(word, part, gender)
    yield _by_pytrovich(word, part, gender)


def _by_dictionary(word: str, gender: Gender) -> Iterator[Forms]:
    """«Лев» → Льва and «Любовь» → Любови: given names the dictionary knows, stem changes included."""
    for parse in parses(search_key(word)):
        tag = parse.tag
        wanted = "masc" if gender == "male" else "femn"
        if parse.is_known and "Name" in tag and tag.case == "nomn" and tag.number == "sing" and tag.gender == wanted:
            forms: Forms = {case: [] for case in CASES}
            for form in parse.lexeme:
                if form.tag.number == "sing" and form.tag.case in forms:
                    forms[form.tag.case].append(form.word.capitalize())
            yield forms | {"nomn": [word]}


def _by_rules(word: str, part: Part, gender: Gender) -> Iterator[Forms]:
    changed = STEM_CHANGES.get(search_key(word)) if gender == "male" else None
    if changed:
        yield from _by_first_rule(word[0] + changed[1:], RULES["given", "male"], nominative=word)
    if not changed or part == "family":
        yield from _by_first_rule(word, RULES[part, gender], nominative=word)


def _by_first_rule(stem: str, rules: Rules, nominative: str) -> Iterator[Forms]:
    for pattern, *paradigms in rules:
        if pattern.search(search_key(stem)):
            for paradigm in paradigms:
                cut, *endings = paradigm.replace("-", "").split(" ")
                kept = stem[: len(stem) - int(cut)]
                forms = [[kept + end for end in ending.split("/")] for ending in endings]
                yield dict(zip(CASES, [[nominative], *forms], strict=True))
            return
    yield {case: [nominative] for case in CASES}


@cache
def _pytrovich() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


def _by_pytrovich(word: str, part: Part, gender: Gender) -> Forms:
    as_gender = PytrovichGender.MALE if gender == "male" else PytrovichGender.FEMALE
    make = _pytrovich().make
    return {"nomn": [word]} | {
        case: [make(_PYTROVICH_PARTS[part], as_gender, theirs, word)] for case, theirs in _PYTROVICH_CASES.items()
    }
