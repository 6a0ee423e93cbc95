"""Every node of a body at once: what publishing writes of it, and what readers get."""

import json
import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import revisions, workflow
from articles.body import sanitise
from articles.checklist import Names, checklist
from articles.content import Content
from articles.models import ArticlePhoto, Mention, Quote
from media_assets import documents, renditions
from media_assets.models import DocumentUse, PhotoUse
from people.names.markup import text_of
from tests.factories.people import person
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def pictures():
    found = [photo(f"#{number}{number}{number}", headline=f"Снимок {number}") for number in range(4)]
    for each in found:
        renditions.ensure(each)
    return found


@pytest.fixture
def decree():
    return documents.take(BytesIO(b"%PDF-1.7 decree"), "Постановление.pdf")[0]


@pytest.fixture
def body(minister, pictures, decree, live_elsewhere):
    """A story that holds every node, each naming the minister."""
    one, two, three, poster = (each.pk for each in pictures)
    return (
        "<p>Министр культуры Лаковии Асан Токтосунов открыл театр &amp; музей.</p>"
        f'<figure data-photo="{one}"><figcaption>Асан Токтосунов у <em>театра</em></figcaption></figure>'
        f'<div data-gallery=""><figure data-photo="{two}"><figcaption>Речь Асана Токтосунова</figcaption></figure>'
        f'<figure data-photo="{three}"></figure></div>'
        f'<figure data-video="https://www.youtube.com/watch?v=abcdefghijk" data-photo="{poster}">'
        "<figcaption>Асан Токтосунов говорит</figcaption></figure>"
        '<blockquote data-post="https://t.me/lakovia/12" data-author="Мэрия" data-time="2025-06-29T15:45">'
        "<p>Спасибо Асану Токтосунову!</p></blockquote>"
        f'<blockquote data-speaker="{minister.pk}"><p>«Театр открыт», — сказал Токтосунов.</p></blockquote>'
        '<table><tbody><tr><th colspan="2"><p>Асан Токтосунов</p></th></tr></tbody></table>'
        f'<div data-document="{decree.pk}">Постановление Токтосунова</div>'
        f'<div data-article="{live_elsewhere.pk}"></div>'
        f'<p>Об этом <a data-article="{live_elsewhere.pk}">мы писали</a>, а '
        f'<a data-person="{minister.pk}">бывший актёр</a> смеялся.</p>'
        '<section data-entry="k3f9a2" data-time="2025-06-30T15:45"><h3>Занавес</h3>'
        "<p>Асан Токтосунов вышел.</p></section>"
        '<section data-entry="b7c1d4" data-time="2025-06-29T09:05"><p>Собрались зрители.</p></section>'
    )


@pytest.fixture
def live_elsewhere(editor, now):
    article = revisions.create(Content(headline="Театр строят", body="<p>Строят.</p>"), editor, now=now)
    workflow.publish(article, by=editor, now=now - timedelta(days=1))
    return article


@pytest.fixture
def story(body, editor, now):
    article = revisions.create(Content(headline="Министр открыл театр", body=body), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    return article


@pytest.fixture
def reader(client, now, time_machine):
    """Gets a page as readers do a minute after publication."""
    time_machine.move_to(now + timedelta(minutes=1))
    return lambda article: client.get(article.get_absolute_url()).content.decode()


def test_every_node_is_stored_as_it_is(body):
    assert sanitise(body) == body


def test_every_name_stands_where_its_mention_says(story, minister):
    content = text_of(re.sub(r"</?a[^>]*>", "", story.body_html))
    captions = list(story.photos.order_by("position").values_list("caption", flat=True))
    mentions = list(story.mentions.filter(where=Mention.Where.BODY))
    assert [content[each.start : each.end] for each in mentions] == [each.surface for each in mentions]
    assert "бывший актёр" in {each.surface for each in mentions}
    for each in story.mentions.filter(where=Mention.Where.CAPTION):
        assert captions[each.number][each.start : each.end] == each.surface
    assert len(mentions) == 10  # one in each node, and the words an editor linked by hand


def test_pictures_of_galleries_and_posters_are_placed_photos(story, pictures):
    placed = ArticlePhoto.objects.filter(article=story).order_by("position")
    assert [each.photo_id for each in placed] == [each.pk for each in pictures]
    assert [each.caption for each in placed][-1] == "Асан Токтосунов говорит"
    assert PhotoUse.objects.filter(owner=story.owner).count() == 4


def test_a_post_is_nobody_s_quote(story, minister):
    assert [quote.words for quote in Quote.objects.filter(article=story)] == ["Театр открыт"]


def test_readers_get_every_node_without_script_frame_or_picture_from_elsewhere(reader, story, decree, live_elsewhere):
    page = reader(story)
    text = page[page.index('<div class="text">') : page.index('class="people-box"')]
    assert "data-gallery" not in text
    assert "data-post" not in text
    assert "<iframe" not in text
    assert "<script" not in text
    assert all(address.startswith("/media/") for address in re.findall(r'(?:src|srcset)="([^"]+)"', text))
    assert text.count("рисунок редакции") == 4
    assert 'href="https://www.youtube.com/watch?v=abcdefghijk" rel="noopener"' in text
    assert "Мэрия" in text
    assert "Telegram" in text
    assert "29\u00a0июня 2025, 15:45" in text
    assert 'id="entry-k3f9a2"' in text
    assert f'href="{decree.get_absolute_url()}"' in text
    assert "PDF, 15\u00a0Б" in text
    assert text.count(f'href="{live_elsewhere.get_absolute_url()}"') == 2


def test_an_entry_tells_its_day_only_when_it_is_not_the_story_s(reader, story):
    page = reader(story)
    assert 'href="#entry-k3f9a2"><time datetime="2025-06-30T15:45:00+06:00">15:45</time>' in page
    assert '<time datetime="2025-06-29T09:05:00+06:00">29\u00a0июня 2025, 09:05</time>' in page


def test_a_link_made_by_hand_leads_to_the_person_with_the_office_of_the_day(reader, story, minister):
    mention = story.mentions.get(surface="бывший актёр")
    assert (mention.person, mention.office) == (minister, "министр культуры Лаковии")
    assert f'<a href="{minister.get_absolute_url()}" data-person="{minister.pk}">бывший актёр</a>' in reader(story)


def test_a_link_made_by_hand_overrules_what_the_engine_would_say(editor, minister, now):
    brother = person("Аман", "Токтосунов", page="public", checked_at=now)
    body = f'<p><a data-person="{brother.pk}">Асан Токтосунов</a> пел, а <a data-person="99999">кто-то</a> молчал.</p>'
    article = revisions.create(Content(headline="Речь", body=body), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    assert [(each.surface, each.person) for each in article.mentions.all()] == [("Асан Токтосунов", brother)]
    assert "а кто-то молчал" in article.rendered_html


def test_a_link_made_by_hand_follows_a_merge(editor, minister, now):
    twin = person("Асан", "Токтосун", merged_into=minister)
    body = f'<p>Выступил <a data-person="{twin.pk}">министр</a>.</p>'
    article = revisions.create(Content(headline="Речь", body=body), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    assert [(each.surface, each.person) for each in article.mentions.all()] == [("министр", minister)]


def test_another_story_is_named_only_while_readers_may_see_it(reader, story, live_elsewhere, editor, now):
    workflow.withdraw(live_elsewhere, by=editor, now=now + timedelta(seconds=30), reason="Ошибка.")
    page = reader(story)
    assert "Театр строят" not in page
    assert "Об этом мы писали, а" in page


def test_a_headline_under_embargo_is_not_told(reader, editor, now):
    later = revisions.create(Content(headline="Тайна", body="<p>Тайна.</p>"), editor, now=now)
    workflow.schedule(later, now + timedelta(days=1), by=editor, now=now)
    body = f'<p>Слова <a data-article="{later.pk}">рядом</a>.</p><div data-article="{later.pk}"></div>'
    article = revisions.create(Content(headline="Речь", body=body), editor, now=now)
    workflow.publish(article, by=editor, now=now)
    page = reader(article)
    assert "Слова рядом." in page
    assert "Тайна" not in page


def test_a_withheld_picture_of_a_gallery_leaves_its_caption(reader, story, pictures, now):
    pictures[1].embargo_until = now + timedelta(days=1)
    pictures[1].save()
    page = reader(story)
    gallery = page[page.index('class="gallery"') : page.index('class="video')]
    assert "Речь" in gallery
    assert gallery.count("<img") == 1


def test_an_online_report_tells_search_engines_its_entries(reader, story):
    page = reader(story)
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["@type"] == "LiveBlogPosting"
    assert "dateline" not in data
    assert data["coverageStartTime"] == "2025-06-29T09:05:00+06:00"
    assert "coverageEndTime" not in data  # another entry may come
    assert data["liveBlogUpdate"][0] == {
        "@type": "BlogPosting",
        "headline": "Занавес",
        "datePublished": "2025-06-30T15:45:00+06:00",
        "url": f"http://localhost:8000{story.get_absolute_url()}#entry-k3f9a2",
        "articleBody": "Асан Токтосунов вышел.",
    }


def test_a_document_is_offered_only_while_the_story_is_public(
    client, story, decree, editor, login_of, now, time_machine
):
    address = decree.get_absolute_url()
    time_machine.move_to(now - timedelta(minutes=1))
    assert client.get(address).status_code == 404
    time_machine.move_to(now + timedelta(minutes=1))
    answer = client.get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 decree"
    workflow.withdraw(story, by=editor, now=now + timedelta(minutes=2), reason="Ошибка.")
    time_machine.move_to(now + timedelta(minutes=3))
    assert client.get(address).status_code == 404
    assert DocumentUse.objects.get(owner=story.owner).public_until == now + timedelta(minutes=2)
    client.force_login(login_of("reporter"))
    assert client.get(address)["Cache-Control"] == "private, no-store"


def test_a_story_comes_out_without_a_document_that_is_not_on_record_and_the_desk_says_so(client, editor, now):
    content = Content(headline="Речь", body='<p>Текст.</p><div data-document="999">План</div>')
    article = revisions.create(content, editor, now=now)
    assert any("999" in item.words for item in checklist(article, content, Names(), now))
    workflow.publish(article, by=editor, now=now)
    page = client.get(article.get_absolute_url()).content.decode()
    assert "Текст." in page
    assert "/media/documents/" not in page


def test_documents_and_other_stories_cost_a_page_one_question_each(client, story, editor, now, time_machine):
    time_machine.move_to(now + timedelta(minutes=1))
    bare = re.sub(r'<div data-(?:document|article)="\d+">.*?</div>|</?a[^>]*>', "", story.body_html)
    plain = revisions.create(Content(headline="Министр открыл театр", body=bare), editor, now=now)
    workflow.publish(plain, by=editor, now=now)
    asked = []
    for each in (plain, story):
        with CaptureQueriesContext(connection) as queries:
            client.get(each.get_absolute_url())
        asked.append(len(queries))
    assert asked[1] == asked[0] + 2
