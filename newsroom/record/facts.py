"""What a register says beside offices: other names, life, where else the record is kept."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import get_language_info

from people.models import Organization, OtherName, Person

from .wording import Wording


@dataclass(frozen=True)
class Facts:
    """Other names by language, spellings in the record's own, former names with their end; links and notices."""

    in_languages: list[tuple[str, list[Wording]]] = field(default_factory=list)
    spellings: list[Wording] = field(default_factory=list)
    former: list[tuple[Wording, str]] = field(default_factory=list)
    elsewhere: list[tuple[str, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def facts_of(record: Person | Organization, day: date, language: str, shown: Wording) -> Facts:
    """The facts about a person or an organization whose page is headed by ``shown``."""
    others = [other for other in record.other_names.all() if str(other) != shown.text]
    former = [other for other in others if _is_over(other, day)]
    names = [other for other in others if other.kind != OtherName.Kind.FORMER]
    spoken: dict[str, list[Wording]] = {}
    # A former name may head the page as of its own day, and says nothing of the later one.
    primary = [("ru", record.name)] if language != "ru" and record.name != shown.text else []
    for code, name in [*primary, *((other.language, str(other)) for other in names)]:
        spoken.setdefault(code, []).append(Wording(name, code))
    return Facts(
        in_languages=[(_called(code), words) for code, words in spoken.items() if code != language],
        spellings=spoken.get(language, []),
        former=[(Wording(str(other), other.language), _until(other, language)) for other in former],
        elsewhere=[(each.called, each.url) for each in record.identifiers.all() if each.url],
        notices=[notice.text for notice in record.legal_notices.all() if notice.applies_on(day)],
    )


def _is_over(other: OtherName, day: date) -> bool:
    return other.kind == OtherName.Kind.FORMER and (other.valid_until is None or other.valid_until.earliest <= day)


def _until(other: OtherName, language: str) -> str:
    return other.valid_until.until(language) if other.valid_until else ""


def _called(code: str) -> str:
    """«Английский»: the language in words, else its code."""
    try:
        return capfirst(get_language_info(code)["name_translated"])
    except KeyError:
        return code
