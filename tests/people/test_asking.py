"""Changing the name or an office of somebody checked: told what it concerns first, saved by the second click."""

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles import revisions, workflow
from articles.content import Content
from articles.models import Article
from people import office_changes
from people.dates import PartialDate
from people.models import Membership, Person
from tests.factories.people import held, person, post
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

NOTICE = "This will concern 1 article."


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def minister(editor, now):
    """Асан Токтосунов, checked, whom one public story names and one draft."""
    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    held(asan, post(), "2020", checked_at=now)
    body = "<p>Министр культуры Лаковии Асан Токтосунов открыл театр.</p>"
    for headline in ("Театр", "Черновик"):
        story = revisions.create(Content(headline=headline, body=body), editor, now=now)
        if headline == "Театр":
            workflow.publish(story, by=editor, now=now)
    return asan


def address(record) -> str:
    return reverse(f"admin:people_{record._meta.model_name}_change", args=[record.pk])


def sent(desk, record, **changes):
    """What a browser sends after these changes."""
    return {**fields_of(desk.get(address(record)), f"{record._meta.model_name}_form"), **changes}


def on_record() -> tuple:
    return Person.objects.get().name_parts, list(Membership.objects.values_list("end_date", "acting"))


def asked_then_saved(desk, url: str, fields: dict) -> None:
    """The first click shows the notice and keeps what was typed; the second, with that form, saves."""
    page = desk.post(url, {**fields, "_continue": "Save"})
    html = page.content.decode()
    assert NOTICE in html
    assert "Please correct" not in html
    marker = page.context["opts"].model_name + "_form"
    again = fields_of(page, marker)
    kept = {name: value for name, value in fields.items() if value not in ("", [])}
    assert {name: again.get(name) for name in kept} == kept
    assert 'name="_continue"' in html.partition("Save all the same")[0].rpartition("<input")[2]
    assert desk.post(url, {**again, "_continue": "Save all the same"}).status_code == 302


@pytest.mark.parametrize(
    "changes",
    [
        {"family_name": "Токтосуновский"},
        {"given_name": "Асанбек"},
        {"patronymic_name": "Эркинович"},
        {"memberships-0-end_date": "2025-06"},
        {"memberships-0-acting": "on"},
        {"memberships-0-DELETE": "on"},
    ],
)
def test_a_checked_person_is_changed_by_the_second_click(desk, minister, changes):
    before = on_record()
    fields = sent(desk, minister, **changes)
    desk.post(address(minister), fields)
    assert on_record() == before
    asked_then_saved(desk, address(minister), fields)
    assert on_record() != before


def test_a_further_office_of_a_checked_person_is_asked_about(desk, minister):
    row = {"person": minister.pk, "post": post("мэр Нижнего Кедра").pk, "rank": "100", "start_date": "2024"}
    fields = sent(desk, minister, **{f"memberships-1-{name}": str(value) for name, value in row.items()})
    asked_then_saved(desk, address(minister), {**fields, "memberships-TOTAL_FORMS": "2"})
    assert minister.memberships.count() == 2


def test_an_office_on_its_own_page_is_asked_about(desk, minister):
    office = minister.memberships.get()
    asked_then_saved(desk, address(office), sent(desk, office, end_date="2025"))
    assert str(minister.memberships.get().end_date) == "2025"


def test_another_wording_of_an_office_is_asked_about(desk, minister):
    office = minister.memberships.get().post
    asked_then_saved(desk, address(office), sent(desk, office, label="министр искусств Лаковии"))
    row = {"labels-TOTAL_FORMS": "1", "labels-0-language": "ky", "labels-0-label": "Лаковиянын маданият министри"}
    asked_then_saved(desk, address(office), sent(desk, office, **row))
    office.refresh_from_db()
    assert (office.label, office.labels.count()) == ("министр искусств Лаковии", 1)


@pytest.mark.parametrize("changes", [{"summary": "Экономист."}, {"memberships-0-checked": ""}, {"birth_date": "1970"}])
def test_whatever_is_no_name_and_no_office_is_saved_at_once(desk, minister, changes):
    fields = {name: value for name, value in sent(desk, minister, **changes).items() if value or name not in changes}
    assert desk.post(address(minister), fields).status_code == 302


@pytest.mark.parametrize("case", ["unchecked", "named nowhere", "withdrawn"])
def test_what_concerns_no_reader_is_saved_at_once(desk, editor, minister, case, now):
    who = minister
    if case == "unchecked":
        Person.objects.update(checked_at=None, page="unlisted")
    elif case == "named nowhere":
        who = person("Болот", "Сыдыков", checked_at=now)
    else:
        gone = Article.objects.get(desk_headline="Театр")
        workflow.withdraw(gone, by=editor, now=now, reason="Снято")
    assert desk.post(address(who), sent(desk, who, family_name="Иначев")).status_code == 302


def test_a_faulty_form_says_its_fault_first(desk, minister):
    html = desk.post(address(minister), sent(desk, minister, family_name="Иначев", birth_date="вчера")).content.decode()
    assert NOTICE not in html
    assert "Please correct the error below" in html


def test_the_notice_leads_to_the_stories_it_counts(desk, minister):
    page = desk.post(address(minister), sent(desk, minister, family_name="Иначев"))
    listed = desk.get(page.context["concerns"][0].url)
    assert [each.desk_headline for each in listed.context["cl"].result_list] == ["Театр"]
    assert "Токтосунов" in listed.content.decode()
    assert desk.get("/admin/articles/article/?naming=,-1,x").status_code == 200


@pytest.mark.parametrize("role", ["reporter", "photo desk"])
def test_others_than_editors_change_nobody(client, login_of, desk, minister, role):
    fields = sent(desk, minister, family_name="Иначев", concern_seen=str(minister.pk))
    client.force_login(login_of(role))
    assert client.post(address(minister), fields).status_code == 403
    version = minister.history.get()
    old = reverse("admin:people_person_simple_history", args=[minister.pk, version.pk])
    assert client.get(old).status_code == 200
    assert client.post(old, {"family_name": "Иначев", "given_name": "Асан"}).status_code == 403
    assert Person.objects.get().family_name == "Токтосунов"


def test_history_is_read_and_not_written_by_editors_either(desk, minister):
    old = reverse("admin:people_person_simple_history", args=[minister.pk, minister.history.get().pk])
    assert desk.post(old, {"family_name": "Иначев", "given_name": "Асан"}).status_code == 403
    assert Person.objects.get().family_name == "Токтосунов"


def test_the_verbs_of_offices_ask_themselves(minister, login_of, now):
    """A reporter whose page forgot to ask, or who has but one of the two rights."""
    reporter = login_of("reporter")
    reporter.user_permissions.add(Permission.objects.get(codename="add_membership"))
    source = office_changes.Source("article:1", "Театр", now.date(), reporter)
    held_now = minister.memberships.get()
    with pytest.raises(PermissionDenied):
        office_changes.leave(held_now, PartialDate.parse("2025-06-30"), source)
    source = office_changes.Source("article:1", "Театр", now.date(), login_of("photo desk"))
    with pytest.raises(PermissionDenied):
        office_changes.left(minister, held_now.post, PartialDate.parse("2025-06-30"), source, acting=False)
    assert Membership.objects.get().end_date is None
