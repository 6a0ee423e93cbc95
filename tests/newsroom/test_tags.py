"""The page of a subject."""

from datetime import timedelta

import pytest

from articles.models import Tag
from articles.tags import merge
from newsroom import leaves
from tests.factories.stories import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(login_of):
    return login_of("editor")


@pytest.fixture
def lake(editor, now, time_machine):
    """A tag with a description and two stories of the Russian edition."""
    time_machine.move_to(now, tick=False)
    story("Паром пошёл", editor, now - timedelta(hours=2), tags=("Синее озеро",))
    story("Тропа размечена", editor, now - timedelta(hours=1), tags=("Синее озеро",))
    Tag.objects.update(description="Озеро между Нижним Кедром и Каменной Пристанью.")
    return Tag.objects.get()


def read(client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def test_a_tag_says_what_it_is_and_lists_its_stories_newest_first(client, lake):
    html = read(client, "/tags/sinee-ozero/")
    assert "Озеро между Нижним Кедром" in html
    assert html.index("Тропа размечена") < html.index("Паром пошёл")
    assert "noindex" not in html


def test_a_tag_begins_with_a_capital_also_in_the_results_of_search_engines(client, editor, now):
    story("Яблоки", editor, now, tags=("сады",))
    html = read(client, "/tags/sady/")
    assert "<title>Сады — " in html
    assert "<h1>Сады</h1>" in html


def test_a_tag_of_a_single_story_is_no_page_for_search_engines(client, editor, lake, now):
    story("Яблоки", editor, now, tags=("сады",))
    assert 'content="noindex"' in read(client, "/tags/sady/")


def test_a_tag_answers_in_the_editions_that_have_stories_under_it(client, editor, lake, now):
    read(client, "/ky/tags/sinee-ozero/", 404)
    story("Көк көл", editor, now, language="ky", tags=("синее озеро",))
    html = read(client, "/ky/tags/sinee-ozero/")
    assert "Көк көл" in html
    assert "Паром" not in html


def test_a_tag_of_nothing_public_cannot_be_told_from_none(client, lake):
    Tag.objects.create(name="тайна")
    read(client, "/tags/taina/", 404)
    read(client, "/tags/none/", 404)


def test_a_story_leads_to_its_tags(client, editor, lake, now):
    article = story("Цапли", editor, now, tags=("Синее озеро",))
    assert '<a rel="tag" href="/tags/sinee-ozero/">Синее озеро</a>' in read(client, article.get_absolute_url())


def test_older_stories_are_a_page_further(client, editor, lake, monkeypatch):
    monkeypatch.setattr(leaves, "PER_LEAF", 1)
    first = read(client, "/tags/sinee-ozero/")
    assert 'rel="next" href="?page=2"' in first
    assert "Паром" not in first
    second = read(client, "/tags/sinee-ozero/?page=2")
    assert "Паром" in second
    assert 'rel="next"' not in second
    for page in ("3", "0", "-1", "x", "1001", "٢", "99999999999999999999"):
        read(client, f"/tags/sinee-ozero/?page={page}", 404)


def test_a_tag_costs_the_same_with_one_story_and_with_ten(client, editor, lake, now, django_assert_max_num_queries):
    for number in range(10):
        story(f"Озеро {number}", editor, now, tags=("Синее озеро",))
    with django_assert_max_num_queries(8):
        read(client, "/tags/sinee-ozero/")


class TestMerging:
    @pytest.fixture
    def pond(self, editor, lake, now):
        """Another word for the lake, with a story of its own and one that has both."""
        story("Пруд", editor, now - timedelta(minutes=3), tags=("Голубое озеро",))
        story("Оба", editor, now - timedelta(minutes=2), tags=("Голубое озеро", "Синее озеро"))
        return Tag.objects.get(name="Голубое озеро")

    def test_the_stories_go_to_the_other_tag_and_the_page_leads_there(self, client, lake, pond):
        merge(pond, lake)
        html = read(client, "/tags/sinee-ozero/")
        assert html.count(">Пруд<") == html.count(">Оба<") == html.count(">Паром пошёл<") == 1
        response = client.get("/tags/goluboe-ozero/")
        assert (response.status_code, response["Location"]) == (301, "/tags/sinee-ozero/")

    @pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
    def test_whoever_has_subscribed_goes_on_reading(self, client, lake, pond, file):
        merge(pond, lake)
        response = client.get(f"/tags/goluboe-ozero/feeds/{file}")
        assert (response.status_code, response["Location"]) == (301, f"/tags/sinee-ozero/feeds/{file}")

    def test_whoever_types_the_old_word_gets_the_other_tag(self, client, editor, lake, pond, now):
        merge(pond, lake)
        story("Ещё один", editor, now, tags=("голубое озеро",))
        assert "Ещё один" in read(client, "/tags/sinee-ozero/")
        assert Tag.suggested("голуб", 5) == []

    def test_what_was_merged_before_follows(self, client, lake, pond, editor, now):
        third = Tag.objects.create(name="Озеро")
        merge(third, pond)
        merge(pond, lake)
        assert client.get("/tags/ozero/")["Location"] == "/tags/sinee-ozero/"

    def test_an_editor_merges_on_the_form_and_a_circle_is_refused(self, client, login_of, lake, pond):
        client.force_login(login_of("editor", "desk"))
        form = {"name": "Голубое озеро", "language": "ru", "description": ""}
        address = f"/admin/articles/tag/{pond.pk}/change/"
        assert client.post(address, {**form, "merged_into": pond.pk}).status_code == 200
        assert client.post(address, {**form, "merged_into": lake.pk}).status_code == 302
        assert lake.tagged.count() == 4
        back = {"name": "Синее озеро", "language": "ru", "merged_into": pond.pk}
        assert client.post(f"/admin/articles/tag/{lake.pk}/change/", back).status_code == 200
