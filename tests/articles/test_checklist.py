"""What the desk is told before publication: what is in the way, and what only advises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from articles import revisions, workflow
from articles.checklist import Names, checklist
from articles.content import Content
from articles.dead_links import dead_links
from articles.models import Article, Section
from articles.similar import similar
from tests.factories.people import person
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(db):
    """A story with nothing to be said about it."""
    picture = photo(alt_text="Театр")
    return Content(
        headline="Театр открыт",
        lede="Строили семь лет.",
        body="<p>Да.</p>",
        lead_photo=picture.pk,
        lead_caption="Театр.",
        section=Section.objects.create(name="Культура").pk,
    )


def _said(content, now, **counted) -> list[tuple[str, bool]]:
    return [(item.words, item.is_must) for item in checklist(Article(), content, Names(**counted), now)]


def test_a_whole_story_is_told_nothing(whole, now):
    assert _said(whole, now) == []


@pytest.mark.parametrize("field", ["headline", "body"])
def test_an_empty_headline_and_an_empty_text_are_in_the_way(whole, now, field):
    [(_words, is_must)] = _said(replace(whole, **{field: ""}), now)
    assert is_must


@pytest.mark.parametrize(
    "rights",
    [
        {"credit_line": ""},
        {"rights_until": timedelta(hours=-1)},
        {"embargo_until": timedelta(hours=1)},
    ],
)
def test_so_are_a_picture_without_credit_without_rights_or_too_early(whole, now, rights):
    values = {name: now + value if isinstance(value, timedelta) else value for name, value in rights.items()}
    bad = photo("#aa2211", **{"alt_text": "Зал", **values})
    [(_words, is_must)] = _said(replace(whole, lead_photo=bad.pk), now)
    assert is_must


@pytest.mark.parametrize(
    "change",
    [
        {"lede": ""},
        {"section": None},
        {"lead_photo": None},
        {"label": "advertising"},
        {"body": '<p><a href="http://x/">a</a></p>'},
    ],
)
def test_everything_else_advises(whole, now, change):
    said = _said(replace(whole, **change), now)
    assert len(said) == 1
    assert not said[0][1]


def test_names_that_wait_are_counted(whole, now):
    said = _said(whole, now, unresolved=2, against_the_record=1)
    assert [words[0] for words, _must in said] == ["2", "1"]


def test_rights_that_end_soon_are_told(whole, now):
    ending = photo("#aa2211", alt_text="Зал", rights_until=now + timedelta(days=3))
    [(words, is_must)] = _said(replace(whole, lead_photo=ending.pk), now)
    assert "июля 2025" in words
    assert not is_must


class TestDeadLinks:
    @pytest.mark.parametrize(
        ("address", "is_dead"),
        [
            ("https://kg.akipress.org/news:1", False),
            ("https://президент.кг/", False),
            ("http://10.0.0.1:8080/x", False),
            ("mailto:desk@cholpon.kg", False),
            ("/people/", False),
            ("http://localhost:8000/people/", False),
            ("http://www/", True),
            ("https://example.com/", True),
            ("http://http://kg.akipress.org/", True),
            ("/peple/", True),
            ("/news/nothing-999/", True),
            ("http://[::1", True),
        ],
    )
    def test_are_told_without_asking_the_network(self, now, address, is_dead):
        assert bool(dead_links(f'<p><a href="{address}">да</a></p>', now)) is is_dead

    def test_a_story_counts_once_readers_have_it(self, live, draft, now):
        body = f'<p><a href="{live.get_absolute_url()}">да</a></p>'
        assert dead_links(body, now) == []
        assert len(dead_links(body, now - timedelta(hours=1))) == 1


class TestSimilar:
    @pytest.fixture
    def out(self, live):
        return live

    @pytest.mark.parametrize(
        ("headline", "with_person", "is_alike"),
        [
            ("Министром культуры открыт театр", False, True),
            ("Театр открылся", False, False),
            ("Театр открыт министром", True, True),
            ("Цены на яблоки выросли", True, False),
            ("", False, False),
        ],
    )
    def test_tells_the_same_by_words_and_people(self, out, minister, now, headline, with_person, is_alike):
        people = {minister.pk} if with_person else {person("Вера", "Осокина").pk}
        assert bool(similar(Article(language="ru"), headline, people, now)) is is_alike

    def test_only_of_the_last_two_hours_in_its_edition_and_not_itself(self, out, now):
        headline = out.headline
        assert similar(Article(language="ru"), headline, (), now + timedelta(minutes=119))
        assert not similar(Article(language="ru"), headline, (), now + timedelta(minutes=121))
        assert not similar(Article(language="ky"), headline, (), now)
        assert not similar(out, headline, (), now)

    def test_asks_the_same_few_questions_whatever_is_out(
        self, out, content, editor, minister, now, django_assert_num_queries
    ):
        for number in range(3):
            other = revisions.create(replace(content, headline=f"Театр {number}"), editor, now=now)
            workflow.publish(other, by=editor, now=now)
        with django_assert_num_queries(2):
            similar(Article(language="ru"), content.headline, {minister.pk}, now)
