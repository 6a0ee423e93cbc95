"""The case forms of a record's names at the desk: all of them in one table, and correcting them there."""

import pytest
from django.urls import reverse

from people.corrections import declined_names
from people.models import NameForm, Organization, OtherName
from people.naming import RecordIndex
from tests.factories.people import person
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

INSTRUMENTAL = "forms_of_names-0-family-ablt"


@pytest.fixture
def desk(client, login_of):
    client.force_login(login_of("editor"))
    return client


@pytest.fixture
def asan():
    return person("Асан", "Токтосунов", gender="male")


def page(desk, record):
    return desk.get(reverse(f"admin:people_{record._meta.model_name}_change", args=[record.pk]))


def save(desk, record, **fields):
    form = fields_of(page(desk, record), f"{record._meta.model_name}_form")
    address = reverse(f"admin:people_{record._meta.model_name}_change", args=[record.pk])
    answer = desk.post(address, {**form, **fields})
    assert answer.status_code == 302, "the form was refused"
    return answer


def forms(record, case, part="family"):
    bit = 1 << ("nomn", "gent", "datv", "accs", "ablt", "loct").index(case)
    rows = record.name_forms.filter(part=part, other_name=None)
    return {(row.form, row.origin) for row in rows if row.cases & bit}


def test_the_table_has_every_part_of_every_name_and_its_kyrgyz_cases(asan):
    OtherName.objects.create(person=asan, family_name="Токтосун уулу", given_name="Асан")
    OtherName.objects.create(person=asan, family_name="Toktosunov", given_name="Asan", language="en")
    OtherName.objects.create(person=asan, family_name="Болотов", given_name="Асан", autolink=False)
    first, second = declined_names(asan)
    assert [table.part for table in first.parts] == ["given", "family"]
    family = {cell[2]: made for cell, made, _typed in first.parts[1].rows()}
    assert (family["nomn"], family["ablt"][0]) == (["Токтосунов"], "Токтосуновым")
    assert ("барыш", "Асан Токтосуновго") in first.kyrgyz
    assert ("илик", "Асан Токтосун уулунун") in second.kyrgyz


def test_a_correction_in_the_table_counts_in_texts_at_once(desk, asan):
    save(desk, asan, **{INSTRUMENTAL: "Токтосуныном, Токтосуныным"})
    assert forms(asan, "ablt") == {("Токтосуныном", "editor"), ("Токтосуныным", "editor")}
    assert forms(asan, "datv") == {("Токтосунову", "rule")}
    assert RecordIndex().families(["токтосуныном"])
    assert fields_of(page(desk, asan), "person_form")[INSTRUMENTAL] == "Токтосуныном, Токтосуныным"
    assert "<del>Токтосуновым" in page(desk, asan).content.decode()


def test_an_emptied_field_gives_the_case_back_to_the_rules(desk, asan):
    save(desk, asan, **{INSTRUMENTAL: "Токтосуныном"})
    save(desk, asan, **{INSTRUMENTAL: " "})
    assert not NameForm.objects.filter(origin="editor").exists()
    assert ("Токтосуновым", "rule") in forms(asan, "ablt")


def test_one_form_written_for_two_cases_is_kept_once(desk, asan):
    save(desk, asan, **{INSTRUMENTAL: "Токтосуно", "forms_of_names-0-family-datv": "Токтосуно"})
    [row] = NameForm.objects.filter(origin="editor")
    assert row.case_names == ("datv", "ablt")


def test_corrections_the_table_does_not_show_outlive_a_save(desk, asan):
    """A nominative has no field, nor has a name that makes no links."""
    other = OtherName.objects.create(person=asan, family_name="Болотов", given_name="Асан", autolink=False)
    for owner, form, cases in ((None, "Токтосунофф", 1), (other, "Болотофым", 1 << 4)):
        asan.name_forms.create(other_name=owner, part="family", form=form, cases=cases, origin="editor")
    save(desk, asan, **{INSTRUMENTAL: "Токтосуныном"})
    kept = set(NameForm.objects.filter(origin="editor").values_list("form", flat=True))
    assert kept == {"Токтосунофф", "Болотофым", "Токтосуныном"}


def test_a_save_without_the_table_changes_no_correction(desk, asan):
    save(desk, asan, **{INSTRUMENTAL: "Токтосуныном"})
    form = fields_of(page(desk, asan), "person_form")
    rest = {name: value for name, value in form.items() if not name.startswith("forms_of_names")}
    desk.post(reverse("admin:people_person_change", args=[asan.pk]), rest)
    assert forms(asan, "ablt") == {("Токтосуныном", "editor")}


def test_a_form_that_is_too_long_is_refused_in_a_sentence_and_stays_in_its_field(desk, asan):
    form = fields_of(page(desk, asan), "person_form") | {INSTRUMENTAL: "Ж" * 301}
    refused = desk.post(reverse("admin:people_person_change", args=[asan.pk]), form)
    assert "is too long for a form of a name" in refused.content.decode()
    assert fields_of(refused, "person_form")[INSTRUMENTAL] == "Ж" * 301


def test_another_records_name_cannot_be_corrected_here(desk, asan):
    theirs = OtherName.objects.create(person=person("Темир", "Асанов"), family_name="Болотов", given_name="Темир")
    save(desk, asan, **{f"forms_of_names-{theirs.pk}-family-ablt": "Болотофым"})
    assert not NameForm.objects.filter(origin="editor").exists()


def test_correcting_the_abbreviation_of_a_body_leaves_its_name_alone(desk):
    body = Organization.objects.create(
        name="Министерство культуры Лаковии", abbreviation="МИК Лаковии", classification="ministry"
    )
    save(desk, body, **{"forms_of_names-0-bare_short-gent": "Мика"})
    assert forms(body, "gent", "bare_short") == {("Мика", "editor")}
    assert forms(body, "gent", "bare") == {("Министерства культуры", "rule")}
    assert {table.part for table in declined_names(body)[0].parts} == {"whole", "bare", "short", "bare_short"}


def test_a_kyrgyz_name_of_a_body_is_declined_as_kyrgyz_does():
    body = Organization.objects.create(name="Министерство культуры Лаковии")
    OtherName.objects.create(organization=body, name="Маданият министрлиги", language="ky")
    russian, kyrgyz = declined_names(body)
    assert [table.part for table in russian.parts] == ["whole"]
    assert (russian.kyrgyz, kyrgyz.parts) == ([], [])
    assert ("чыгыш", "Маданият министрлигинен") in kyrgyz.kyrgyz


def test_who_may_only_look_sees_the_forms_without_fields(client, asan, login_of, django_user_model):
    from django.contrib.auth.models import Permission

    asan.name_forms.create(part="family", form="Токтосуныном", cases=1 << 4, origin="editor")
    reader = django_user_model.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(reader)
    content = page(client, asan).content.decode()
    assert "<td>Токтосунову</td>" in content
    assert "Токтосуныном" in content
    assert "forms_of_names-" not in content


def test_a_new_person_has_no_table_yet(desk):
    assert "forms_of_names-" not in desk.get(reverse("admin:people_person_add")).content.decode()
