"""Invented people of an invented country, with dated offices."""

from dataclasses import dataclass
from datetime import datetime

from people.dates import PartialDate
from people.models import Membership, Organization, OtherName, Person, Post, PostLabel

COUNTRY = "Лаковия"

# name, short name, kind, what it is part of, its year, names in Kyrgyz and English
ORGANIZATIONS = {
    "state": ("Лаковия", "", "state", "", "", "Лаковия", "Lakovia"),
    "presidency": (
        *("Институт президента Лаковии", "", "head of state", "state", ""),
        *("Лаковиянын президенттик институту", "Presidency of Lakovia"),
    ),
    "government": (
        *("Правительство Лаковии", "", "government", "state", "1991-09"),
        *("Лаковиянын өкмөтү", "Government of Lakovia"),
    ),
    "transport": (
        *("Министерство транспорта Лаковии", "Минтранс Лаковии", "ministry", "government", "2009"),
        *("Лаковиянын транспорт министрлиги", "Ministry of Transport of Lakovia"),
    ),
    "culture": (
        *("Министерство культуры Лаковии", "Минкультуры Лаковии", "ministry", "government", ""),
        *("Лаковиянын маданият министрлиги", "Ministry of Culture of Lakovia"),
    ),
    "town": ("Мэрия Нижнего Кедра", "", "region", "state", "", "Төмөнкү Кедр мэриясы", "Lower Cedar Town Hall"),
}
# What the ministry of transport was until it became one.
FORERUNNER = ("Государственный комитет дорог Лаковии", "state body", "2009-03", "преобразован в министерство")
# organization, label, rank, label in Kyrgyz, label in English
POSTS = {
    "president": ("presidency", "президент Лаковии", 10, "Лаковиянын президенти", "President of Lakovia"),
    "premier": (
        "government",
        "премьер-министр Лаковии",
        20,
        "Лаковиянын премьер-министри",
        "Prime Minister of Lakovia",
    ),
    "transport": (
        "transport",
        "министр транспорта Лаковии",
        30,
        "Лаковиянын транспорт министри",
        "Minister of Transport of Lakovia",
    ),
    "culture": (
        "culture",
        "министр культуры Лаковии",
        30,
        "Лаковиянын маданият министри",
        "Minister of Culture of Lakovia",
    ),
    "mayor": ("town", "мэр Нижнего Кедра", 50, "Төмөнкү Кедрдин мэри", "Mayor of Lower Cedar"),
}


@dataclass(frozen=True)
class Held:
    """An office from a day until the first day it was no longer held, as exact as it is known."""

    post: str
    since: str
    until: str = ""
    acting: bool = False


@dataclass(frozen=True)
class Invented:
    given: str
    family: str
    gender: str
    latin: tuple[str, str]
    summary: str
    held: tuple[Held, ...]
    patronymic: str = ""
    biography: str = ""


PEOPLE = [
    Invented(
        "Тимур",
        "Ольхов",
        "male",
        ("Timur", "Olkhov"),
        "Инженер-мостовик, вымышленный премьер-министр страны, которой нет.",
        (
            Held("transport", "2018-03", "2021-09-14"),
            Held("premier", "2021-09-14", "2021-11-02", acting=True),
            Held("premier", "2021-11-02"),
        ),
        "Савельевич",
        "Строил мосты на горных реках Лаковии, потом двенадцать лет преподавал в дорожном институте.\n\n"
        "Человек, институт и реки придуманы для демонстрации.",
    ),
    Invented(
        "Глеб",
        "Суходолов",
        "male",
        ("Gleb", "Sukhodolov"),
        "Вымышленный бывший премьер-министр.",
        (Held("transport", "2009", "2014-05"), Held("premier", "2014-05", "2021-09-14")),
    ),
    Invented(
        "Майрам",
        "Кленова",
        "female",
        ("Mairam", "Klenova"),
        "Вымышленный бывший министр культуры.",
        (Held("culture", "2020-02", "2022-04-01"),),
    ),
    Invented(
        "Анна",
        "Вереск",
        "female",
        ("Anna", "Veresk"),
        "Географ, вымышленный президент страны, которой нет.",
        (Held("culture", "2015", "2020-02"), Held("president", "2023-05-17")),
    ),
    Invented(
        "Айгерим",
        "Ясенева",
        "female",
        ("Aigerim", "Yaseneva"),
        "Переплётчица, вымышленный министр культуры.",
        (Held("culture", "2022-04-01"),),
    ),
    Invented(
        "Ермек",
        "Рябинин",
        "male",
        ("Ermek", "Ryabinin"),
        "Вымышленный мэр вымышленного города.",
        (Held("mayor", "2020-10"),),
    ),
    Invented(
        "Савва",
        "Лознин",
        "male",
        ("Savva", "Loznin"),
        "Вымышленный бывший министр транспорта.",
        (Held("transport", "2021-11-02", "2024"),),
    ),
]


def settle(by, now: datetime) -> dict[str, Person]:
    """Put the invented people and offices on record, checked; those already there are left as they are."""
    organizations = _organizations({"area": COUNTRY, "checked_by": by, "checked_at": now})
    posts = {}
    for key, (organization, label, rank, kyrgyz, english) in POSTS.items():
        post, is_new = Post.objects.get_or_create(
            organization=organizations[organization], label=label, defaults={"seats": 1, "rank": rank}
        )
        posts[key] = post
        if is_new:
            PostLabel.objects.create(post=post, language="ky", label=kyrgyz)
            PostLabel.objects.create(post=post, language="en", label=english)
    return {each.family: _person(each, posts, by, now) for each in PEOPLE}


def _organizations(checked: dict[str, object]) -> dict[str, Organization]:
    found: dict[str, Organization] = {}
    for key, (name, short, kind, parent, founded, kyrgyz, english) in ORGANIZATIONS.items():
        facts = {"abbreviation": short, "classification": kind, "parent": found.get(parent), **checked}
        facts["founding_date"] = PartialDate.parse(founded) if founded else None
        found[key], is_new = Organization.objects.get_or_create(name=name, defaults=facts)
        if is_new:
            for language, translated in (("ky", kyrgyz), ("en", english)):
                OtherName.objects.create(organization=found[key], name=translated, language=language)
    name, kind, end, reason = FORERUNNER
    facts = {"classification": kind, "dissolution_date": PartialDate.parse(end), "successor_reason": reason}
    Organization.objects.get_or_create(name=name, defaults={**facts, "successor": found["transport"], **checked})
    return found


def _person(each: Invented, posts: dict[str, Post], by, now: datetime) -> Person:
    # The first of them: whoever tries the demo may have put a namesake on record.
    person = Person.objects.filter(family_name=each.family, given_name=each.given).order_by("pk").first()
    if person is None:
        person = Person.objects.create(
            family_name=each.family,
            given_name=each.given,
            gender=each.gender,
            patronymic_name=each.patronymic,
            summary=each.summary,
            biography=each.biography,
            page=Person.Page.PUBLIC,
            checked_by=by,
            checked_at=now,
        )
        given, family = each.latin
        OtherName.objects.create(
            person=person, given_name=given, family_name=family, language="en", kind=OtherName.Kind.TRANSLITERATION
        )
        for held in each.held:
            Membership.objects.create(
                person=person,
                post=posts[held.post],
                organization=posts[held.post].organization,
                acting=held.acting,
                start_date=PartialDate.parse(held.since),
                end_date=PartialDate.parse(held.until) if held.until else None,
                checked_by=by,
                checked_at=now,
            )
    return person
