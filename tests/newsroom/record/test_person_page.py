"""What a profile tells: who came before and after, stories by year and way, words, pictures, company."""

import json
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import revisions, workflow
from articles.content import Content
from articles.models import Article, Mention, Quote
from clock import ticking
from newsroom.models import Imprint
from people.attesting import Told, attest
from people.models import Identifier, OtherName, PersonUse
from tests.factories.people import held, person, post

pytestmark = pytest.mark.django_db

# The fields of Popolo (https://www.popoloproject.com/specs/).
PERSON = """
    id name other_names identifiers email gender birth_date death_date image summary biography national_identity
    contact_details links memberships sources family_name given_name additional_name patronymic_name sort_name
    honorific_prefix honorific_suffix created_at updated_at
"""
MEMBERSHIP = """
    label role member person organization post on_behalf_of area start_date end_date contact_details links sources
    created_at updated_at
"""


@pytest.fixture
def asan(now, time_machine):
    """A minister who was a mayor, between two other mayors."""
    time_machine.move_to(now)
    who = person("Асан", "Токтосунов", page="public", checked_at=now)
    mayor = post("мэр Кедра", "Мэрия Кедра", rank=50)
    held(who, mayor, "2010-05", "2014-03-01", checked_at=now)
    held(who, post("министр вод Лаковии", "Министерство вод Лаковии", rank=30), "2014-03-01", checked_at=now)
    held(person("Бакыт", "Первов", page="public", checked_at=now), mayor, "2001", "2010-05", checked_at=now)
    held(person("Вера", "Третья", "female", page="never"), mayor, "2014-03-01", checked_at=now)
    return who


@pytest.fixture
def tell(login_of, now):
    """Publish a story that names these people, at a day: ``tell(now, [asan, vera], quoting=asan)``."""
    editor = login_of("editor")

    def told(at, people, quoting=None) -> Article:
        article = revisions.create(Content(headline=f"Вода {at:%d.%m.%Y %H}", body="<p>Да.</p>"), editor, now=at)
        workflow.publish(article, by=editor, now=at)
        for number, who in enumerate(people):
            Mention.objects.create(
                article=article, where="body", start=number, end=number + 1, surface="а", person=who,
                name=who.name, as_of=at.date(),
            )  # fmt: skip
        if quoting:
            Quote.objects.create(article=article, position=0, words="Вода чиста", speaker=quoting)
        ticking.bump()
        return article

    return told


def shown(client, who, query: str = ""):
    response = client.get(f"{who.get_absolute_url()}{query}")
    assert response.status_code == 200
    return response.context


def test_an_office_names_who_held_it_before_and_after(client, asan):
    [mayor] = shown(client, asan)["record"].former
    assert (str(mayor.before.name), mayor.before.when) == ("Бакыт Первов", "2001 — май 2010")
    assert (str(mayor.after.name), mayor.after.url) == ("Вера Третья", "")


def test_as_of_a_day_nobody_is_told_of_who_came_later(client, asan):
    [mayor] = shown(client, asan, "?on=2012-01-01")["record"].present
    assert (str(mayor.before.name), mayor.after) == ("Бакыт Первов", None)


def test_who_stays_after_acting_has_one_predecessor_and_one_successor(client, asan, now):
    premier = post("премьер-министр Лаковии", "Правительство Лаковии", rank=10)
    held(person("Глеб", "Давний", page="public", checked_at=now), premier, "2014", "2019-03-01", checked_at=now)
    held(asan, premier, "2019-03-01", "2019-06-01", checked_at=now, acting=True)
    held(asan, premier, "2019-06-01", "2021-05-01", checked_at=now)
    held(person("Анна", "Новая", "female", page="public", checked_at=now), premier, "2021-05-01", checked_at=now)
    stayed, acted = (each for each in shown(client, asan)["record"].former if "премьер" in each.label)
    assert (stayed.before, str(stayed.after.name)) == (None, "Анна Новая")
    assert (str(acted.before.name), acted.after) == ("Глеб Давний", None)


def test_the_header_has_the_two_highest_offices(client, asan, now):
    for rank in (10, 90):
        held(asan, post(f"член совета {rank}", "Совет", rank=rank), "2020", checked_at=now)
    header = [office.label for office, _is_attested in shown(client, asan)["record"].header]
    assert header == ["член совета 10", "министр вод Лаковии"]


def test_stories_stand_by_year_and_can_be_chosen_by_way(client, asan, tell, now):
    tell(now - timedelta(days=400), [asan], quoting=asan)
    tell(now - timedelta(days=1), [asan])
    listed = shown(client, asan)["appearances"]
    assert [(year, len(lines)) for year, lines in listed.by_year] == [(2025, 1), (2024, 1)]
    assert [(each.label, each.count) for each in listed.years] == [("2025", 1), ("2024", 1)]
    assert [each.count for each in listed.filters] == [2, 2, 1]
    [(year, [line])] = shown(client, asan, "?shown=quoted")["appearances"].by_year
    assert (year, len(line.ways)) == (2024, 2)
    assert [year for year, _lines in shown(client, asan, "?year=2025")["appearances"].by_year] == [2025]
    page = client.get(asan.get_absolute_url()).content.decode()
    assert f'href="{asan.get_absolute_url()}?shown=quoted#stories"' in page
    assert f'href="{asan.get_absolute_url()}#stories"' in page


@pytest.mark.parametrize("query", ["?shown=nothing", "?year=1800", "?year=вчера"])
def test_nonsense_in_the_address_shows_all_stories(client, asan, tell, now, query):
    tell(now, [asan])
    assert not shown(client, asan, query)["appearances"].is_narrowed


@pytest.mark.parametrize("number", ["0", "2", "x", "-1"])
def test_a_page_that_is_none_of_the_list_is_not_there(client, asan, tell, now, number):
    tell(now, [asan])
    assert client.get(f"{asan.get_absolute_url()}?page={number}").status_code == 404


def test_company_is_counted_by_stories_and_only_of_people_on_lists(client, asan, tell, now):
    often = person("Жамал", "Чонова", "female", page="public", checked_at=now)
    hidden = person("Никто", "Скрытый", page="never", checked_at=now)
    for hours in range(3):
        tell(now - timedelta(hours=hours), [asan, often, hidden])
    assert [(str(each.name), each.stories) for each in shown(client, asan)["company"]] == [("Жамал Чонова", 3)]


def test_quotes_have_a_page_of_their_own_once_there_are_any(client, asan, tell, now):
    address = f"{asan.get_absolute_url()}quotes/"
    assert client.get(address).status_code == 404
    tell(now, [asan], quoting=asan)
    assert "Вода чиста" in client.get(address).content.decode()


def test_names_in_other_languages_are_said_in_their_language(client, asan):
    OtherName.objects.create(
        person=asan, given_name="Asan", family_name="Toktosunov", language="en", kind="transliteration"
    )
    assert '<span lang="en">Asan Toktosunov</span>' in client.get(asan.get_absolute_url()).content.decode()
    english = client.get(f"/en{asan.get_absolute_url()}").content.decode()
    assert "<h1>Asan Toktosunov</h1>" in english
    assert '<span lang="ru">Асан Токтосунов</span>' in english


def test_a_profile_costs_the_same_for_sixty_stories_as_for_two(client, asan, tell, now, django_assert_max_num_queries):
    others = [person("Имя", f"Фамильев{number}", page="public", checked_at=now) for number in range(5)]
    for hours in range(2):
        tell(now - timedelta(hours=hours), [asan, *others], quoting=asan)
    with CaptureQueriesContext(connection) as few:
        shown(client, asan)
    for hours in range(2, 60):
        tell(now - timedelta(hours=hours), [asan, *others], quoting=asan)
    with django_assert_max_num_queries(len(few)):
        assert len(shown(client, asan)["appearances"].page.object_list) == 20


def test_the_word_of_a_profile_is_of_today_and_not_told_of_another_day(client, asan):
    asan.summary = "Министр и бывший мэр."
    asan.save()
    ticking.bump()
    assert "бывший мэр" in client.get(asan.get_absolute_url()).content.decode().split("<main")[1]
    assert "бывший мэр" not in client.get(f"{asan.get_absolute_url()}?on=2012-01-01").content.decode().split("<main")[1]


def test_the_index_tells_the_last_office_of_whoever_holds_none(client, asan):
    page = client.get("/people/").content.decode().replace("\u00a0", " ")
    entry = page.split("Первов Бакыт")[1].split("</li>")[0]
    assert "мэр Кедра" in entry
    assert "2001 — май 2010" in entry
    assert "2014" not in page.split("Токтосунов Асан")[1].split("</li>")[0]


def test_the_index_by_organization_has_a_title_of_its_own_and_claims_no_twins(client, asan):
    page = client.get("/people/?by=organization").content.decode()
    assert "<title>Люди: по организациям — " in page
    assert 'rel="alternate" hreflang' not in page
    assert 'rel="alternate" hreflang' in client.get("/people/").content.decode()


def test_an_office_that_thousands_of_stories_tell_of_names_the_newest(client, asan, tell, now):
    stories = [tell(now - timedelta(days=days), [asan]) for days in range(6)]
    for number, each in enumerate([*stories, *range(900, 960)]):
        owner = each if isinstance(each, int) else each.pk
        day = now.date() - timedelta(days=number)
        attest(asan, Told("глава комиссии", "Комиссия по воде"), on=day, owner=f"article:{owner}")
    PersonUse.objects.create(person=asan, owner=f"article:{stories[0].pk}", public_from=now - timedelta(days=9))
    [office] = shown(client, asan)["record"].attested
    assert [each.title for each in office.sources] == [each.headline for each in stories[:3]]


def test_a_source_is_said_in_the_language_of_its_story(client, asan, tell, now):
    source = tell(now, [asan])
    attest(asan, Told("глава комиссии", "Комиссия по воде"), on=now.date(), owner=source.owner)
    PersonUse.objects.create(person=asan, owner=source.owner, public_from=now - timedelta(days=9))
    link = f'<a href="{source.get_absolute_url()}" lang="ru" hreflang="ru">{source.headline}</a>\n  </span>'
    assert link in client.get(f"/en{asan.get_absolute_url()}").content.decode()
    assert link not in client.get(asan.get_absolute_url()).content.decode()


def test_an_error_in_a_record_is_told_to_the_newsroom_by_mail(client, asan):
    Imprint.objects.update_or_create(language="ru", defaults={"email": "desk@news.example"})
    office = asan.memberships.last().post
    for address in (asan.get_absolute_url(), office.get_absolute_url()):
        page = client.get(address).content.decode()
        assert 'href="mailto:desk@news.example?subject=' in page
        assert f"&amp;body={quote(f'http://localhost:8000{address}', safe='')}" in page
    assert 'href="/people/asan-toktosunov.popolo.json"' in client.get(asan.get_absolute_url()).content.decode()


def test_words_and_pictures_of_somebody_have_their_twins_in_the_other_editions(client, asan, tell, now):
    tell(now, [asan], quoting=asan)
    page = client.get(f"{asan.get_absolute_url()}quotes/").content.decode()
    assert 'hreflang="ky" href="http://localhost:8000/ky/people/asan-toktosunov/quotes/"' in page


def test_the_record_is_open_data_with_inclusive_ends(client, asan):
    Identifier.objects.create(person=asan, scheme="wikidata", identifier="Q1")
    data = json.loads(client.get("/people/asan-toktosunov.popolo.json").content)
    assert data["links"] == [{"url": "https://www.wikidata.org/wiki/Q1", "note": "Wikidata"}]
    assert data.keys() <= {*PERSON.split()}
    assert all(each.keys() <= {*MEMBERSHIP.split()} for each in data["memberships"])
    [minister, mayor] = data["memberships"]
    assert (minister["start_date"], "end_date" in minister) == ("2014-03-01", False)
    assert (mayor["start_date"], mayor["end_date"]) == ("2010-05", "2014-02-28")


def test_open_data_says_of_what_stories_alone_tell_that_it_is_not_checked(client, asan, tell, now):
    story = tell(now, [asan])
    PersonUse.objects.create(person=asan, owner=story.owner, public_from=now)
    attest(asan, Told("глава комиссии", "Комиссия по воде"), on=now.date(), owner=story.owner)
    ticking.bump()
    data = json.loads(client.get("/people/asan-toktosunov.popolo.json").content)
    told = next(each for each in data["memberships"] if each["label"] == "глава комиссии")
    assert told.keys() <= {*MEMBERSHIP.split()} - {"start_date", "end_date"}
    assert told["sources"][-1]["note"] == f"as told by stories of {now.date()}; not checked"


def test_search_engines_read_the_person_with_offices_and_dates(client, asan):
    page = client.get(asan.get_absolute_url()).content.decode()
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    entity = data["mainEntity"]
    assert (data["@type"], entity["@type"], entity["jobTitle"]) == ("ProfilePage", "Person", ["министр вод Лаковии"])
    assert entity["worksFor"][0]["startDate"] == "2014-03-01"
    assert [each["item"].rsplit("/", 2)[1] for each in data["breadcrumb"]["itemListElement"][1:]] == [
        "people",
        "asan-toktosunov",
    ]
