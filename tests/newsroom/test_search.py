"""The search page: what readers find, in which kinds, and what they are told where nothing is."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import revisions, workflow
from articles.content import Content
from articles.models import Article, Section
from people.dates import PartialDate
from people.models import Organization, OtherName, Person
from search import index
from search.models import Entry
from tests.factories.people import held, person, post
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def section():
    return Section.objects.create(name="Культура", slug="culture")


@pytest.fixture
def vera(now):
    """A minister of an invented country, with a page."""
    vera = person("Вера", "Осокина", "female", page="public", checked_at=now)
    OtherName.objects.create(person=vera, name="Vera Osokina", language="en", kind="transliteration")
    held(vera, post(), "2020", checked_at=now)
    return vera


@pytest.fixture
def publish(editor, section, now, time_machine):
    time_machine.move_to(now, tick=False)

    def make(headline, body="<p>Текст.</p>", **fields) -> Article:
        language = fields.pop("language", "ru")
        content = Content(headline=headline, body=body, **{"section": section.pk, **fields})
        article = revisions.create(content, editor, now=now, language=language)
        workflow.publish(article, by=editor, now=now, alone=True)
        return article

    return make


@pytest.fixture
def story(publish, vera):
    body = (
        "<p>Министр культуры Лаковии Вера Осокина открыла мост.</p>"
        f'<blockquote data-speaker="{vera.pk}"><p>«Мост ждали все»</p></blockquote>'
    )
    picture = photo("#123456", alt_text="Мост")
    return publish("Мост открыт", body, lede="Ждали год.", lead_photo=picture.pk, lead_caption="Вера Осокина на мосту.")


def read(client, address: str, **asked) -> str:
    """The words of the page's main part."""
    response = client.get(address, asked)
    assert response.status_code == 200
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", "", main)).split())


def kinds(client, **asked) -> dict[str, int]:
    return {tab.kind: tab.number for tab in client.get("/search/", asked).context_data["answer"].tabs}


class TestFinding:
    def test_a_story_by_any_form_of_a_name_in_it(self, client, story):
        for asked in ("Осокиной", "вера осокина", "Osokina", "Осокинага", "«Веру Осокину»"):
            assert "Мост открыт" in read(client, "/search/", q=asked), asked

    def test_a_story_by_a_name_on_record_that_it_does_not_print(self, client, vera, publish):
        OtherName.objects.create(person=vera, family_name="Камышова", language="ru", kind="former", valid_until="2019")
        publish("Паром пошёл", "<p>Министр культуры Лаковии Вера Осокина уехала.</p>")
        assert "Паром пошёл" in read(client, "/search/", q="Камышовой")

    def test_the_words_found_are_marked_and_escaped(self, client, publish):
        publish("<b>Мост</b> & река", "<p>Текст.</p>")
        page = client.get("/search/", {"q": "мосты <script>"[:5]}).content.decode()
        assert "&lt;b&gt;<mark>Мост</mark>&lt;/b&gt; &amp; река" in page

    def test_each_kind_is_counted_and_has_a_page(self, client, story):
        assert kinds(client, q="Осокина") == {"story": 1, "person": 1, "picture": 1, "words": 1}
        assert "Вера Осокина на мосту." in read(client, "/search/", q="осокина", kind="picture")
        assert "Мост ждали все" in read(client, "/search/", q="ждали", kind="words")
        assert "министр культуры Лаковии" in read(client, "/search/", q="осокина", kind="person")

    def test_the_quotes_of_two_stories_are_two(self, client, story, publish):
        publish("Паром пошёл", "<p>Текст.</p><blockquote><p>«Паром ждали»</p></blockquote>")
        assert kinds(client, q="ждали")["words"] == 2
        assert kinds(client, q="ждали", kind="words")["words"] == 2

    def test_who_bears_the_name_stands_on_top(self, client, story, vera):
        page = client.get("/search/", {"q": "Осокиной"}).content.decode()
        assert page.index(vera.get_absolute_url()) < page.index(story.get_absolute_url())

    def test_somebody_s_own_words_alone(self, client, story, vera):
        other = person("Асан", "Токтосунов", page="public", checked_at=story.public_from)
        asked = {"q": "мост", "kind": "words"}
        assert "Мост ждали все" in read(client, "/search/", **asked, person=vera.slug)
        assert "Мост ждали все" not in read(client, "/search/", **asked, person=other.slug)

    def test_another_edition_is_a_link(self, client, publish):
        publish("Мост ачылды", "<p>Көпүрө бүттү, жана адамдар келди.</p>", language="ky")
        page = client.get("/search/", {"q": "мост"}).content.decode()
        assert "/ky/search/?q=" in page
        assert "Мост ачылды" in read(client, "/ky/search/", q="мост")

    def test_what_was_taken_away_is_found_no_more(self, client, story, editor, now):
        workflow.withdraw(story, by=editor, now=now, reason="Ошибка.", how="notice")
        assert not Entry.objects.filter(owner=story.owner).exists()
        assert "Мост открыт" not in read(client, "/search/", q="мост")

    def test_a_change_takes_the_place_of_what_was(self, client, story, editor, now):
        content = revisions.content_of(story.live_revision)
        revisions.save(story, Content(headline="Паром", body=content.body), 1, editor, now=now)
        workflow.publish(story, by=editor, now=now + timedelta(minutes=1), alone=True)
        assert "Паром" in read(client, "/search/", q="паром")
        assert read(client, "/search/", q="открыт год").startswith("Search") is False
        assert kinds(client, q="год") == {}


class TestPeople:
    @pytest.mark.parametrize("kind_of_page", ["none", "unlisted", "never"])
    def test_who_has_no_listed_page_is_found_nowhere(self, client, now, kind_of_page):
        person("Вера", "Осокина", "female", page=kind_of_page, checked_at=now)
        assert kinds(client, q="Осокина") == {}
        assert suggested(client, "Осоки") == []

    def test_a_change_of_name_counts_at_once(self, client, vera):
        vera.family_name = "Камышова"
        vera.save()
        assert kinds(client, q="Камышовой") == {"person": 1}

    def test_an_office_counts_once_it_is_checked(self, client, now):
        asan = person("Асан", "Токтосунов", page="public", checked_at=now)
        told = held(
            asan, post("посол Лаковии"), attested_from=now.date(), attested_until=now.date() + timedelta(days=1)
        )
        assert kinds(client, q="посол") == {}
        told.start_date, told.checked_at = PartialDate.parse("2025"), now
        told.save()
        assert kinds(client, q="посол") == {"person": 1}
        told.delete()
        assert kinds(client, q="посол") == {}

    def test_a_record_merged_into_another_is_found_no_more(self, client, vera, now):
        twin = person("Вера", "Осокена", "female", page="public", checked_at=now)
        twin.merged_into = vera
        twin.save()
        assert kinds(client, q="Осокена", kind="person") == {"person": 1}  # what was meant: her
        assert not Entry.objects.filter(owner=f"person:{twin.pk}").exists()

    def test_an_organization_is_found_by_its_short_name(self, client, now):
        Organization.objects.create(name="Министерство культуры Лаковии", abbreviation="МКЛ", checked_at=now)
        assert kinds(client, q="мкл") == {"organization": 1}


class TestFilters:
    def test_each_narrows_and_is_taken_away_by_a_link(self, client, story, vera, section):
        other = Section.objects.create(name="Спорт", slug="sport")
        asked = {"q": "мост", "section": "culture", "person": vera.slug, "from": "2025-06-01", "to": "2025-06-30"}
        assert "Мост открыт" in read(client, "/search/", **asked)
        removals = client.get("/search/", asked).context_data["filters"].removals
        assert len(removals) == 4
        assert all("Мост открыт" in read(client, url) for _label, url in removals)
        for changed in ({"section": other.slug}, {"from": "2025-07-01"}, {"to": "2025-06-29"}):
            assert "Мост открыт" not in read(client, "/search/", **(asked | changed))

    @pytest.mark.parametrize(
        "asked",
        [
            {"section": "none"},
            {"section": "'; --"},
            {"person": "nobody"},
            {"person": "\0"},
            {"from": "вчера"},
            {"to": "2025-02-30"},
            {"to": "9999-12-31"},
            {"from": "0001-01-01"},
        ],
    )
    def test_what_is_no_filter_is_told_and_left_out(self, client, story, asked):
        response = client.get("/search/", {"q": "мост", **asked})
        assert response.context_data["filters"].refused
        assert "Мост" in response.content.decode()

    @pytest.mark.parametrize("asked", [{"kind": "none"}, {"page": "-1"}, {"page": "x"}, {"page": "²"}])
    def test_what_is_no_kind_and_no_page_is_left_out(self, client, story, asked):
        assert "Мост открыт" in read(client, "/search/", q="мост", **asked)

    def test_a_page_far_behind_the_last_is_empty_and_kind(self, client, story):
        assert "Мост открыт" not in read(client, "/search/", q="мост", page="9999")


class TestNothing:
    def test_every_question_has_a_page(self, client, story):
        for asked in ("", "-мост", '"', "\0", "🌉", "мост " * 3000, "x" * 10_000, "' OR 1=1 --", "%s"):
            for edition in ("", "/ky", "/en"):
                assert client.get(f"{edition}/search/", {"q": asked}).status_code == 200
                assert client.get(f"{edition}/search/suggest", {"q": asked}).status_code == 200

    def test_a_slip_shows_what_was_meant(self, client, story):
        answer = client.get("/search/", {"q": "Осакиной мост"}).context_data["answer"]
        assert answer.meant == "Осокина мост"
        assert len(answer.results) == 1

    def test_words_that_never_meet_are_offered_alone(self, client, story, publish):
        publish("Паром пошёл")
        answer = client.get("/search/", {"q": "паром осокина"}).context_data["answer"]
        assert (answer.results, [word for word, _url in answer.single_words]) == ([], ["паром", "осокина"])

    def test_search_engines_keep_no_page_of_it(self, client, story):
        page = client.get("/search/", {"q": "мост"}).content.decode()
        assert '<meta name="robots" content="noindex">' in page
        assert '/search/">' in page.partition('rel="canonical"')[2][:80]


@pytest.mark.parametrize("kind_of_page", ["none", "unlisted", "never", "public"])
def test_a_name_that_only_a_draft_tells_is_no_word_to_offer(client, publish, kind_of_page):
    """A person of a draft has an entry in the index before readers may know of them."""
    publish("Паром пошёл")
    person("Вера", "Осокина", "female", page=kind_of_page)
    for asked in ("паром Осокина", "паром Осокена"):
        answer = client.get("/search/", {"q": asked}).context_data["answer"]
        assert (answer.meant, [word for word, _url in answer.single_words]) == ("", ["паром"])


def suggested(client, letters: str, edition: str = "") -> list[str]:
    answer = json.loads(client.get(f"{edition}/search/suggest", {"q": letters}).content)
    return [each["label"] for each in answer["suggestions"]]


class TestSuggestions:
    def test_people_organizations_sections_and_headlines(self, client, story, now):
        Organization.objects.filter(name__startswith="Министерство").update(checked_at=now)
        assert suggested(client, "осоки") == ["Вера Осокина"]
        assert suggested(client, "вера осок") == ["Вера Осокина"]
        assert suggested(client, "osok") == ["Вера Осокина"]
        assert suggested(client, "мос") == ["Мост открыт"]
        assert suggested(client, "минист") == ["Министерство культуры Лаковии"]
        assert suggested(client, "куль") == ["Министерство культуры Лаковии", "Культура"]

    def test_a_tag_once_a_story_has_it(self, client, publish):
        publish("Мост", tags=("паромы",))
        assert suggested(client, "паром") == ["паромы"]
        assert suggested(client, "паром", "/ky") == []

    def test_nothing_before_the_second_letter(self, client, story):
        assert suggested(client, "о") == suggested(client, "") == []

    def test_at_most_eight(self, client, publish):
        for number in range(10):
            publish(f"Мост {number}")
        assert len(suggested(client, "мост")) == 8


def test_a_page_costs_the_same_however_much_is_found(client, story, publish, vera, now, django_assert_max_num_queries):
    client.get("/search/", {"q": "мост"})
    with CaptureQueriesContext(connection) as few:
        client.get("/search/", {"q": "мост осокина"})
    for number in range(5):
        publish(f"Мост {number}", "<p>Министр культуры Лаковии Вера Осокина открыла мост.</p>")
        person("Асан", f"Мостов{number}", page="public", checked_at=now)
    with django_assert_max_num_queries(len(few)):
        client.get("/search/", {"q": "мост осокина"})


class TestReindex:
    def test_a_name_changed_while_it_is_read_stays_changed(self, client, vera, monkeypatch):
        """Looking up the words of a hundred people takes a while, and editors go on working."""
        prepared = index.prepared

        def renamed_meanwhile(documents):
            found = prepared(documents)
            monkeypatch.setattr(index, "prepared", prepared)
            renamed = Person.objects.get(pk=vera.pk)
            renamed.family_name = "Камышова"
            renamed.save()
            return found

        monkeypatch.setattr(index, "prepared", renamed_meanwhile)
        call_command("reindex")
        assert kinds(client, q="Камышова") == {"person": 1}

    def test_everything_is_as_the_verbs_had_written_it(self, client, story, vera, capsys):
        columns = ("owner", "kind", "subject", "language", "section", "at", "public_from", "public_until", "title")
        texts = ("text__lede", "text__body")

        def entries():
            return sorted(Entry.objects.values_list(*columns, *texts), key=str)

        def marks():
            with connection.cursor() as cursor:
                key = "rowid" if connection.vendor == "sqlite" else "entry_id"
                joined = f"search_marks m JOIN search_entry e ON e.id = m.{key}"
                cursor.execute(f"SELECT e.owner, e.kind, m.marks FROM {joined}")  # noqa: S608 - our own words
                return sorted((owner, kind, tuple(sorted(str(bag).split()))) for owner, kind, bag in cursor.fetchall())

        written = entries(), marks()
        call_command("reindex")
        assert (entries(), marks()) == written
        assert "3" in capsys.readouterr().out

    def test_what_is_of_no_record_any_more_goes(self, client, story, vera):
        Entry.objects.create(
            owner="person:999", kind="person", subject=999, at=story.public_from, public_from=story.public_from
        )
        call_command("reindex")
        assert not Entry.objects.filter(owner="person:999").exists()
        assert kinds(client, q="Осокина")["person"] == 1
