"""Organizations on record in a text; the record is of invented bodies and of well-known abbreviations."""

from collections import defaultdict
from collections.abc import Collection

import pytest

from people.names.keys import name_key
from people.names.organization.forms import case_forms, country_named, without_country
from people.names.organizations import OrganizationForm, find_organizations

# id, names, area, of a state, international
ORGANIZATIONS = [
    (1, ["Организация Договора о коллективной безопасности", "ОДКБ", "CSTO"], "", False, True),
    (
        2,
        ["Министерство иностранных дел Киргизии", "МИД Киргизии", "Тышкы иштер министрлиги"],
        "Кыргызстан",
        True,
        False,
    ),
    (3, ["Министерство иностранных дел России", "МИД России"], "Россия", True, False),
    (4, ["Жогорку Кенеш"], "Киргизия", True, False),
    (5, ["Министерство культуры Лаковии", "Минкультуры Лаковии"], "", True, False),
    (6, ["Кабинет министров Киргизии", "Кабмин"], "Киргизия", True, False),
    (7, ["Партия «Единство»", "Единство"], "", False, False),
    (8, ["УКМК"], "Киргизия", True, False),
    (9, ["Организация Объединённых Наций", "ООН", "БУУ"], "", False, True),
    (10, ["Министерство образования Лаковии"], "", True, False),
    (11, ["Верховный суд"], "", False, False),
    (12, ["ОАО «Ромашка»"], "", False, False),
    (13, ["Мэрия Нижнего Кедра"], "", False, False),
]


def lookup(keys: Collection[str]) -> dict[str, list[OrganizationForm]]:
    found: dict[str, list[OrganizationForm]] = defaultdict(list)
    for organization, names, area, of_a_state, is_international in ORGANIZATIONS:
        for name in names:
            bare, country = without_country(name, of_a_state=of_a_state)
            country = country or without_country(names[0], of_a_state=of_a_state)[1] or country_named(area)
            for form in case_forms(name):
                is_bare = bare == name and bool(country)
                key = name_key(form.form)
                found[key].append(OrganizationForm(organization, form.form, country, is_bare, is_international))
            for form in case_forms(bare) if bare != name else ():
                found[name_key(form.form)].append(OrganizationForm(organization, form.form, country, True))
    return {key: found[key] for key in keys if key in found}


def linked(text: str, taken: Collection[tuple[int, int]] = ()) -> list[tuple[str, int | None]]:
    return [(span.surface, span.organization_id) for span in find_organizations(text, lookup, taken)]


@pytest.mark.parametrize(
    ("text", "surface", "organization"),
    [
        # all cases of long names, short ones and abbreviations
        ("председательство в ОДКБ", "ОДКБ", 1),
        ("в рамках Организации Договора о коллективной безопасности", None, 1),
        ("перед Организацией Договора о коллективной безопасности", None, 1),
        ("глава МИД Киргизии прибыл", "МИД Киргизии", 2),
        ("заявили в МИДе Киргизии", "МИДе Киргизии", 2),
        ("депутаты Жогорку Кенеша", "Жогорку Кенеша", 4),
        ("В Жогорку Кенеше обсудили", "Жогорку Кенеше", 4),
        ("постановление Кабмина", "Кабмина", 6),
        ("Кабмин утвердил", "Кабмин", 6),
        ("Верховного суда Высшей инстанции", "Верховного суда", 11),
        ("постановлением Кабинета министров Киргизии", "Кабинета министров Киргизии", 6),
        ("с Мэрией Нижнего Кедра", "Мэрией Нижнего Кедра", 13),
        # the country as a genitive, another name of it, an abbreviation, an adjective
        ("в Министерстве иностранных дел Кыргызстана", "Министерстве иностранных дел Кыргызстана", 2),
        ("в Министерстве иностранных дел Кыргызской Республики", None, 2),
        ("МИД КР сообщил", "МИД КР", 2),
        ("МИД РФ сообщил", "МИД РФ", 3),
        ("в киргизском МИД", "киргизском МИД", 2),
        ("российским Министерством иностранных дел", "российским Министерством иностранных дел", 3),
        ("лаковское Минкультуры", "лаковское Минкультуры", 5),
        # in small letters, if the country is given
        ("министерству культуры Лаковии", "министерству культуры Лаковии", 5),
        ("министерство иностранных дел России", "министерство иностранных дел России", 3),
        # quotation marks as printed
        ('акции ОАО "Ромашка" выросли', 'ОАО "Ромашка"', 12),
        ("акции ОАО «Ромашка» выросли", "ОАО «Ромашка»", 12),
        ("с партией «Единство» договорились", "партией «Единство»", 7),
        ("лидер «Единства» уехал", "Единства", 7),
        # English
        ("The CSTO's summit", "CSTO's", 1),
    ],
)
def test_an_organization_is_found_in_every_case(text: str, surface: str | None, organization: int | None) -> None:
    spans = linked(text)
    assert [each for _, each in spans] == ([organization] if organization else [])
    assert surface is None or spans[0][0] == surface


@pytest.mark.parametrize(
    ("text", "surface", "organization"),
    [
        ("УКМКнын төрагасы жыйынга келди жана сүйлөдү", "УКМКнын", 8),
        ("УКМКда жыйын өттү жана бүттү", "УКМКда", 8),
        ("БУУнун жыйыны өттү жана бүттү", "БУУнун", 9),
        ("Жогорку Кеңештин депутаты сүйлөдү", "Жогорку Кеңештин", 4),
        ("Кыргызстандын Тышкы иштер министрлигине кат жөнөтүлдү", "Кыргызстандын Тышкы иштер министрлигине", 2),
        ("ОДКБга мүчө өлкөлөр үчүн", "ОДКБга", 1),
        ("Кыргыз Республикасынын Жогорку Кеңешинин чечими бар", "Кыргыз Республикасынын Жогорку Кеңешинин", 4),
    ],
)
def test_an_organization_is_found_in_kyrgyz(text: str, surface: str, organization: int) -> None:
    assert linked(text) == [(surface, organization)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the country the text gave before, or gives later
        ("МИД Киргизии ответил. В МИД добавили", [("МИД Киргизии", 2), ("МИД", 2)]),
        ("В МИД добавили. МИД России ответил", [("МИД", 3), ("МИД России", 3)]),
        # two were introduced, or none: the editor is asked
        ("МИД Киргизии и МИД РФ. МИД ответил", [("МИД Киргизии", 2), ("МИД РФ", 3), ("МИД", None)]),
        ("В МИД ответили", [("МИД", None)]),
        # the only one on record, unless the text spoke of another country's
        ("в Минкультуры ответили", [("Минкультуры", 5)]),
        ("Правительство решило. МИД Киргизии ответил", [("МИД Киргизии", 2)]),
        ("депутаты Жогорку Кенеша", [("Жогорку Кенеша", 4)]),
        ("МИД Казахстана ответил. МИД Киргизии молчит. В МИД", [("МИД Киргизии", 2), ("МИД", None)]),
        ("Кабмин Киргизии решил. Кабмин добавил", [("Кабмин Киргизии", 6), ("Кабмин", 6)]),
    ],
)
def test_a_name_without_a_country_is_that_of_the_story(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert linked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "МИД Казахстана ответил",  # another country's
        "казахстанский МИД ответил",
        "Министерство культуры Нарвии",
        "Министерство образования и науки Лаковии",  # a longer name
        "Он приехал",  # and no ООН
        "единство народа",
        "Единство народа важно",  # a word that opens a sentence
        "Народ един.\n— Единство народа важно",
        "министерство решило",
        "газета «Единство» вышла",  # of the same name
        "игроки ФК «Единство»",
        "в УКМК «Асман»",
        "акции «Единство плюс» выросли",
        "Верховный суд Нарской области",
    ],
)
def test_nothing_is_found_in(text: str) -> None:
    assert linked(text) == []


def test_a_body_of_no_country_on_record_is_asked_about_where_the_text_gives_one() -> None:
    assert linked("Верховный суд решил") == [("Верховный суд", 11)]
    assert linked("Верховный суд Казахстана решил") == []


def test_no_organization_is_found_inside_a_persons_name() -> None:
    text = "Асан Единство, лидер «Единства»"
    assert linked(text, taken=[(0, 13)]) == [("Единства", 7)]


def test_a_person_behind_a_ministry_is_no_country() -> None:
    text = "глава МИД Киргизии Асан Беков, МИД Зурх Аргуш"
    start = text.index("Зурх")
    assert linked(text, taken=[(start, len(text))])[-1] == ("МИД", 2)
