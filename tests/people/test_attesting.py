"""What a text tells becomes record once, and never against the record."""

from dataclasses import replace
from datetime import date

import pytest

from people.attesting import Told, attest, candidates, identify
from people.models import Membership, NameForm, Organization, Person, Post
from people.names.offices import office_before
from people.names.records import NameParts
from tests.factories.people import held, person, post

pytestmark = pytest.mark.django_db

DAY = date(2025, 6, 30)
CULTURE = Told(
    "министр культуры Лаковии", "Министерство культуры Лаковии", "Минкультуры Лаковии", "ministry", "Лаковия"
)


def name(given: str, family: str, patronymic: str = "") -> NameParts:
    return NameParts(given, patronymic, family, "male")


def test_the_same_text_told_twice_makes_nothing_new():
    for _ in range(2):
        attest(identify(name("Асан", "Токтосунов")), CULTURE, on=DAY, owner="article:1")
    counts = [model.objects.count() for model in (Person, Post, Organization, Membership)]
    assert counts == [1, 1, 1, 1]
    assert Membership.objects.get().sources.count() == 1


def test_both_orders_of_a_name_are_one_person():
    first = identify(name("Мухриддин", "Сироджиддин"))
    assert identify(name("Сироджиддин", "Мухриддин")) == first


def test_another_patronymic_is_another_person():
    person("Асан", "Токтосунов", patronymic_name="Болотович")
    assert candidates(name("Асан", "Токтосунов", "Эркинович")) == []
    assert len(candidates(name("Асан", "Токтосунов"))) == 1


def test_between_namesakes_nobody_is_chosen():
    person("Асан", "Токтосунов", patronymic_name="Болотович")
    person("Асан", "Токтосунов", patronymic_name="Эркинович")
    assert identify(name("Асан", "Токтосунов")) is None


def test_an_organization_is_found_by_its_short_name():
    attest(identify(name("Асан", "Токтосунов")), CULTURE, on=DAY, owner="article:1")
    again = Told("заместитель министра культуры Лаковии", "Минкультуры Лаковии", "", "ministry", "Лаковия")
    attest(identify(name("Болот", "Сыдыков")), again, on=DAY, owner="article:1")
    assert Organization.objects.count() == 1


def test_a_second_text_stretches_the_attested_days():
    asan = identify(name("Асан", "Токтосунов"))
    attest(asan, CULTURE, on=DAY, owner="article:1")
    attest(asan, CULTURE, on=date(2025, 7, 4), owner="article:2")
    membership = Membership.objects.get()
    assert membership.when("ru") == "30\u00a0июня 2025 — 4\u00a0июля 2025"
    assert membership.sources.count() == 2


def test_the_record_is_not_contradicted_but_the_editor_is_told(now):
    office = post("министр культуры Лаковии", "Министерство культуры Лаковии")
    held(person("Болот", "Сыдыков"), office, "2020-01-01", checked_at=now)
    attested = attest(identify(name("Асан", "Токтосунов")), CULTURE, on=DAY, owner="article:1")
    assert attested.membership is None
    assert "Болот Сыдыков" in attested.remark
    assert Membership.objects.count() == 1


def test_a_stub_with_an_office_gets_an_unlisted_page_and_never_overrides_never():
    asan, child = identify(name("Асан", "Токтосунов")), identify(name("Болот", "Сыдыков"))
    child.page = Person.Page.NEVER
    child.save()
    attest(asan, CULTURE, on=DAY, owner="article:1")
    attest(child, Told("депутат парламента Лаковии", "Парламент Лаковии"), on=DAY, owner="article:1")
    asan.refresh_from_db()
    child.refresh_from_db()
    assert (asan.page, child.page) == ("unlisted", "never")


def test_forms_are_made_when_a_name_is_saved_and_an_editors_form_stays():
    asan = person("Асан", "Токтосунов")
    assert asan.name_forms.filter(form="Токтосуновым", part="family").exists()
    asan.name_forms.filter(part="family", cases=1 << 4).delete()
    NameForm.objects.create(person=asan, part="family", form="Токтосуновом", cases=1 << 4, origin="editor")
    asan.summary = "изменено"
    asan.save()
    instrumental = [form.form for form in asan.name_forms.filter(part="family") if form.cases >> 4 & 1]
    assert instrumental == ["Токтосуновом"]


@pytest.mark.parametrize(
    ("text", "label", "organization"),
    [
        (
            "глава МИД Лаковии Асан Токтосунов",
            "министр иностранных дел Лаковии",
            "Министерство иностранных дел Лаковии",
        ),
        # The acting holder's office is worded in the genitive.
        ("и. о. мэра Нижнего Кедра Асан Токтосунов", "мэр Нижнего Кедра", "Мэрия Нижнего Кедра"),
        ("генеральный секретарь ОДКБ Асан Токтосунов", "генеральный секретарь ОДКБ", "ОДКБ"),
        # A deputy in a government is worded with it, its head with the country.
        (
            "заместитель председателя Кабинета министров Лаковии Асан Токтосунов",
            "заместитель председателя Кабинета министров Лаковии",
            "Кабинет министров Лаковии",
        ),
        ("премьер-министр Лаковии Асан Токтосунов", "премьер-министр Лаковии", "Правительство Лаковии"),
    ],
)
def test_an_office_is_worded_alike_however_a_text_words_it(text, label, organization):
    told = Told.of(office_before(text, text.index("Асан")))
    assert told.label == label
    assert organization in (told.organization, told.organization_short)


@pytest.mark.parametrize("words", ["министр культуры", "премьер-министр", "губернатор области", "руководитель центра"])
def test_a_body_of_nobody_knows_where_is_told_without_its_name(words):
    text = f"{words} Асан Токтосунов"
    told = Told.of(office_before(text, text.index("Асан")))
    assert (told.organization, told.organization_short) == ("", "")


def test_a_short_wording_tells_of_the_office_on_record(now):
    office = post("министр культуры Лаковии", "Министерство культуры Лаковии")
    asan = person("Асан", "Токтосунов")
    membership = held(asan, office, "2020", checked_at=now)
    told = Told("министр культуры", "Министерство культуры")
    assert attest(asan, told, on=DAY, owner="article:1").membership == membership
    assert Post.objects.count() == 1


def test_another_word_for_an_office_tells_of_the_office_on_record(now):
    chair = post("председатель ГКНБ", "Государственный комитет национальной безопасности")
    asan = person("Асан", "Токтосунов")
    membership = held(asan, chair, "2020", checked_at=now)
    text = "глава ГКНБ Асан Токтосунов"
    told = Told.of(office_before(text, text.index("Асан")))
    assert attest(asan, told, on=DAY, owner="article:1").membership == membership
    deputy = replace(told, label="заместитель главы ГКНБ")
    assert attest(asan, deputy, on=DAY, owner="article:1").membership != membership
