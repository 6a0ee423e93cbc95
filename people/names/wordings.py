"""A name as a sentence needs it: in every case of its language, alone and with the office before it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from people.names.declension import decline, guess_gender
from people.names.records import NameParts
from search.kyrgyz import decline_name

# The question each case answers, in the language of the text: an editor of any desk language writes in that one.
QUESTIONS: dict[str, dict[str, str]] = {
    "ru": {
        "nomn": "кто?",
        "gent": "нет кого?",
        "datv": "кому?",
        "accs": "вижу кого?",
        "ablt": "кем?",
        "loct": "о ком?",
    },
    "ky": {
        "nomn": "ким?",
        "gent": "кимдин?",
        "datv": "кимге?",
        "accs": "кимди?",
        "loct": "кимде?",
        "ablt": "кимден?",
    },
    "en": {"nomn": "who?"},
}

# (part of the name, case) → the form an editor has written in the place of the rules'.
Typed = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Wording:
    """One case of a name: its question, the name, and the name with the office before it, or alone without one."""

    case: str
    question: str
    name: str
    full: str


def wordings(
    name: NameParts | str, offices: Mapping[str, str], language: str, typed: Typed | None = None
) -> list[Wording]:
    """The name in every case of the language, as the paper prints it: given name and family name.

    ``offices`` is the office by case; a language that does not decline it has the nominative alone. A name without
    parts («Тимур Хан») stands still in Russian.
    """
    found = []
    for case, question in QUESTIONS.get(language, QUESTIONS["en"]).items():
        worded = name_in(name, case, language, typed or {})
        office = offices.get(case) or offices.get("nomn", "")
        found.append(Wording(case, question, worded, f"{office} {worded}".strip()))
    return found


def name_in(name: NameParts | str, case: str, language: str, typed: Typed | None = None) -> str:
    """The name in one case: «Жээнбеком Кулубаевым», «Жээнбек Кулубаевге»; an editor's form goes first."""
    if language == "ky":
        return decline_name(name if isinstance(name, str) else _printed(name).full, case)
    if isinstance(name, str):
        return name
    printed = _printed(name)
    if language != "ru" or case == "nomn":
        return printed.full
    parts = {"given": replace(printed, family=""), "family": replace(printed, given="")}
    forms = [(typed or {}).get((part, case)) or decline(alone, case) for part, alone in parts.items() if alone.full]
    return " ".join(forms)


def _printed(name: NameParts) -> NameParts:
    """Without the patronymic, which still tells a man from a woman."""
    return replace(name, patronymic="", gender=name.gender or guess_gender(name))
