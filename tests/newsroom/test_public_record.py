"""Profiles, organizations and offices as of a day; who gets a page at all."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import workflow
from articles.importing import bring_in, examine
from articles.wire import read
from clock import ticking
from people.attesting import Told, attest
from people.models import Membership, Organization, Person, PersonUse, Post
from tests.factories.people import held, person, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def career(now, time_machine):
    """Three offices one after another: minister, acting prime minister, prime minister."""
    time_machine.move_to(now)
    timur = person("Тимур", "Ольхов", page="public", checked_at=now)
    transport = post("министр транспорта Лаковии", "Министерство транспорта Лаковии")
    premier = post("премьер-министр Лаковии", "Правительство Лаковии")
    held(timur, transport, "2018-03", "2021-09-14", checked_at=now)
    held(timur, premier, "2021-09-14", "2021-11-02", checked_at=now, acting=True)
    held(timur, premier, "2021-11-02", checked_at=now)
    return timur


def present(client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    return [office.label for office in response.context["record"].present]


def test_a_profile_as_of_three_days_is_three_pages(client, career):
    address = career.get_absolute_url()
    offices = {day: present(client, f"{address}?on={day}") for day in ("2019-05-01", "2021-10-01", "2024-01-01")}
    assert offices == {
        "2019-05-01": ["министр транспорта Лаковии"],
        "2021-10-01": ["и. о. премьер-министра Лаковии"],
        "2024-01-01": ["премьер-министр Лаковии"],
    }


def test_a_page_as_of_a_day_is_not_indexed_and_nonsense_is_today(client, career):
    address = career.get_absolute_url()
    assert client.get(f"{address}?on=2019-05-01")["X-Robots-Tag"] == "noindex"
    response = client.get(f"{address}?on=вчера")
    assert "X-Robots-Tag" not in response
    assert not response.context["asked"].is_asked


def test_the_office_page_names_its_holders_in_order(client, career):
    office = client.get("/posts/premer-ministr-lakovii/").context["office"]
    assert [holder.when for holder in office.present] == ["с\u00a02\u00a0ноября 2021"]
    assert [holder.when for holder in office.former] == ["и. о., 14\u00a0сентября 2021 — 2\u00a0ноября 2021"]


def test_an_organization_is_public_with_its_checked_or_mentioned_state(client, career, now):
    address = "/organizations/pravitelstvo-lakovii/"
    assert client.get(address).status_code == 404
    organization = career.memberships.last().organization
    organization.checked_at = now
    organization.save()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("kind", "checked", "named", "status", "listed"),
    [
        ("public", True, False, 200, True),
        ("public", False, True, 200, True),
        ("public", False, False, 404, False),
        ("unlisted", False, True, 200, False),
        ("unlisted", False, False, 404, False),
        ("none", True, True, 404, False),
        ("never", True, True, 404, False),
    ],
)
def test_who_gets_a_page(client, now, time_machine, kind, checked, named, status, listed):
    time_machine.move_to(now)
    asan = person("Асан", "Токтосунов", page=kind, checked_at=now if checked else None)
    if named:
        PersonUse.objects.create(person=asan, owner="article:1", public_from=now - timedelta(hours=1))
    assert client.get("/people/asan-toktosunov/").status_code == status
    assert ("Токтосунов" in client.get("/people/").content.decode()) is listed


def test_an_unlisted_page_is_not_indexed(client, now, time_machine):
    time_machine.move_to(now)
    asan = person("Асан", "Токтосунов", page="unlisted")
    PersonUse.objects.create(person=asan, owner="article:1", public_from=now)
    assert client.get("/people/asan-toktosunov/")["X-Robots-Tag"] == "noindex"


def test_a_merged_person_leads_to_the_other_one(client, career):
    Person.objects.create(given_name="Т.", family_name="Ольхов", slug="t-olkhov", merged_into=career)
    response = client.get("/people/t-olkhov/")
    assert (response.status_code, response["Location"]) == (301, "/people/timur-olkhov/")


def test_the_editions_have_pages_of_their_own(client, career):
    assert career.get_absolute_url() == "/people/timur-olkhov/"
    for prefix, language in (("", "ru"), ("/ky", "ky"), ("/en", "en")):
        response = client.get(f"{prefix}/people/timur-olkhov/")
        assert response.status_code == 200
        assert f'<html lang="{language}"' in response.content.decode()


def test_no_page_asks_the_browser_for_its_language(client, career):
    response = client.get("/people/", headers={"accept-language": "en"})
    assert response["Content-Language"] == "ru"
    assert "Accept-Language" not in response.get("Vary", "")
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("day", [date(2018, 2, 28), date(2018, 3, 1)])
def test_an_office_begins_with_the_month_it_is_known_to_begin_in(client, career, day):
    offices = present(client, f"{career.get_absolute_url()}?on={day}")
    assert bool(offices) is (day.month == 3)


@pytest.fixture
def told(login_of, now, time_machine):
    """Publish or keep a text that names the prime minister: ``told("2025-06-30", is_public=True)``."""
    time_machine.move_to(now)
    editor = login_of("editor")

    def tell(day: str, *, is_public: bool):
        text = f"# Новости\n\n{day}\n\nПремьер-министр Лаковии Тимур Ольхов {day} открыл мост.\n"
        article = bring_in(examine(read(text)[0]), by=editor, now=now).article
        if is_public:
            workflow.publish(article, by=editor, now=now)
        return article

    return tell


def test_a_draft_adds_no_day_to_an_office_readers_know(client, told, now):
    told("20.06.2025", is_public=True)
    profile = Person.objects.get().get_absolute_url()
    pages = [
        profile,
        "/people/",
        *(each.get_absolute_url() for each in (*Organization.objects.all(), *Post.objects.all())),
    ]
    before = [client.get(page).content for page in pages]
    draft = told("28.06.2025", is_public=False)
    assert Membership.objects.get().when("ru") == "20\u00a0июня 2025 — 28\u00a0июня 2025"
    assert [client.get(page).content for page in pages] == before
    assert not present_or_told(client, f"{profile}?on=2025-06-28")
    workflow.publish(draft, by=draft.created_by, now=now)
    assert present_or_told(client, f"{profile}?on=2025-06-28") == ["премьер-министр Лаковии"]


def present_or_told(client, address: str) -> list[str]:
    record = client.get(address).context["record"]
    return [office.label for office in (*record.present, *record.attested)]


def test_a_profile_costs_the_same_whatever_the_number_of_offices(client, told, now, django_assert_max_num_queries):
    told("20.06.2025", is_public=True)
    who = Person.objects.get()
    with CaptureQueriesContext(connection) as few:
        client.get(who.get_absolute_url())
    for number in range(20):
        attest(who, Told(f"член совета {number} Лаковии", f"Совет {number}"), on=now.date(), owner=f"article:{number}")
    Membership.objects.update(checked_at=now)
    ticking.bump()
    with django_assert_max_num_queries(len(few)):
        assert client.get(who.get_absolute_url()).status_code == 200


def test_no_comment_of_a_template_reaches_a_reader(client, career):
    for address in ("/", "/people/", career.get_absolute_url(), "/posts/premer-ministr-lakovii/", "/nothing/"):
        assert "{#" not in client.get(address).content.decode()


def test_an_office_only_a_draft_tells_of_is_not_there(client, told, now):
    told("20.06.2025", is_public=True)
    ministry = Post.objects.get().organization
    deputy = Told("заместитель премьер-министра Лаковии", ministry.name)
    attest(person("Болот", "Сыдыков"), deputy, on=now.date(), owner="article:999")
    vacant = Post.objects.create(organization=ministry, label="советник премьер-министра Лаковии")
    addresses = [each.get_absolute_url() for each in (ministry, *Post.objects.order_by("pk"))]
    assert [client.get(address).status_code for address in addresses] == [200, 200, 404, 200]
    assert vacant.get_absolute_url() == addresses[-1]
