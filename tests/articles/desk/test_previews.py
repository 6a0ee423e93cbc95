"""A secret link shows somebody without a login what readers would get, until it ends; then there is nothing."""

from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles import previews, revisions, workflow
from articles.models import ArticleEvent, PreviewLink
from media_assets import documents, renditions
from tests.factories.pictures import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def moment(now, time_machine):
    """What is stamped ``now`` in this file happens now."""
    time_machine.move_to(now, tick=False)
    return now


@pytest.fixture
def illustrated(draft, content, editor, now):
    lake, hall = photo("#335577", headline="Озеро"), photo("#775533", headline="Зал")
    for each in (lake, hall):
        renditions.ensure(each)
    decree = documents.take(BytesIO(b"%PDF-1.7 decree"), "Указ.pdf")[0]
    body = f'<p>Театр.</p><figure data-photo="{hall.pk}"></figure><div data-document="{decree.pk}">Указ</div>'
    revisions.save(draft, replace(content, lead_photo=lake.pk, body=body), 1, editor, now=now)
    return draft


@pytest.fixture
def link(draft, editor, moment):
    return previews.share(draft, "day", by=editor, now=moment)


def address_of(link) -> str:
    return reverse("previews:page", args=[previews.key_of(link)])


class _Files(HTMLParser):
    """Addresses a browser, or a messenger, would fetch from a page."""

    def __init__(self):
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        sources = [a.get("src", ""), *(each.split()[0] for each in a.get("srcset", "").split(",") if each.strip())]
        if tag == "meta" and a.get("property") == "og:image":
            sources.append(a["content"].removeprefix("http://localhost:8000"))
        if tag == "a" and "download" in a:
            sources.append(a["href"])
        self.found |= {source for source in sources if "/media/" in source}


def files_of(response) -> set[str]:
    reader = _Files()
    reader.feed(response.content.decode())
    return reader.found


def story_of(response) -> str:
    return response.content.decode().partition("<article")[2].partition("</article>")[0]


def test_a_stranger_sees_the_newest_version_as_the_public_page(client, draft, content, editor, link, moment):
    revisions.save(draft, replace(content, headline="Совсем новый"), 1, editor, now=moment)
    response = client.get(address_of(link))
    page = response.content.decode()
    assert "<h1>Совсем новый</h1>" in page
    assert 'class="banner then"' in page
    assert "/admin/" not in page
    assert response.headers["Content-Language"] == "ru"
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_what_a_stranger_is_shown_is_what_readers_then_get(client, illustrated, link, editor, minister, moment):
    shown = story_of(client.get(address_of(link)))
    workflow.publish(illustrated, by=editor, now=moment)
    assert shown.replace(address_of(link).rstrip("/"), "") == story_of(client.get(illustrated.get_absolute_url()))


def test_the_page_is_in_the_articles_own_language(client, content, editor, moment):
    article = revisions.create(content, editor, now=moment, language="en")
    response = client.get(address_of(previews.share(article, "hour", by=editor, now=moment)))
    assert '<html lang="en">' in response.content.decode()
    assert response.headers["Content-Language"] == "en"


def test_an_embargo_stands_on_the_banner_until_it_is_over(client, draft, link, moment, time_machine):
    draft.embargo_until = moment + timedelta(hours=2)
    draft.save()
    assert "2025, 20:00" in client.get(address_of(link)).content.decode().split("<main")[0]
    time_machine.move_to(moment + timedelta(hours=3), tick=False)
    assert "20:00" not in client.get(address_of(link)).content.decode().split("<main")[0]


@pytest.mark.parametrize("how", ["never made", "forged", "expired", "revoked", "of another site"])
def test_a_key_that_opens_nothing_answers_like_any_address_without_a_page(
    client, editor, link, moment, time_machine, settings, how
):
    address = address_of(link)
    assert client.get(address).status_code == 200
    if how == "never made":
        link.delete()
    elif how == "forged":
        address = address[:-3] + "AA/"
    elif how == "expired":
        time_machine.move_to(link.expires_at, tick=False)
    elif how == "revoked":
        previews.revoke(link, by=editor, now=moment)
    else:
        settings.SECRET_KEY = "another"
    answer, nothing = client.get(address), client.get("/nothing/here/")
    assert (answer.status_code, answer.content) == (404, nothing.content)
    assert dict(answer.headers) == dict(nothing.headers)


@pytest.mark.parametrize("lasting", [("hour", 1), ("day", 24), ("week", 168), ("for ever", 24)])
def test_a_link_lasts_as_long_as_was_chosen(draft, editor, now, lasting):
    link = previews.share(draft, lasting[0], by=editor, now=now)
    assert link.expires_at - now == timedelta(hours=lasting[1])


def test_pictures_and_documents_of_a_draft_are_seen_through_the_link_alone(client, illustrated, link, editor, moment):
    address = address_of(link)
    files = files_of(client.get(address))
    assert len(files) > 6
    assert all(file.startswith(f"{address}media/") for file in files)
    for file in files:
        response = client.get(file)
        assert (response.status_code, response.headers["Cache-Control"]) == (200, "private, no-store"), file
        assert client.get(file.removeprefix(address.rstrip("/"))).status_code == 404
    previews.revoke(link, by=editor, now=moment)
    assert {client.get(file).status_code for file in files} == {404}


def test_a_link_opens_no_picture_or_document_of_another_story(client, draft, link, moment):
    other = photo("#557733", headline="Чужой")
    renditions.ensure(other)
    decree = documents.take(BytesIO(b"%PDF-1.7 other"), "Чужой.pdf")[0]
    name = other.renditions.first().file.name
    assert client.get(f"{address_of(link)}media/{name}").status_code == 404
    assert client.get(f"{address_of(link)}media/{other.original.name}").status_code == 404
    assert client.get(f"{address_of(link)}{decree.get_absolute_url()[1:]}").status_code == 404
    assert client.get(f"{address_of(link)}media/%00").status_code == 404


def test_readers_get_no_address_of_a_link_afterwards(client, illustrated, link, editor, moment):
    files_of(client.get(address_of(link)))
    client.force_login(editor)
    desk = files_of(client.get(reverse("admin:articles_article_preview", args=[illustrated.pk])))
    assert desk
    assert not any("/preview/" in file for file in desk)


def test_a_link_is_made_shown_again_and_taken_back_at_the_desk(client, draft, login_of, moment):
    client.force_login(login_of("reporter"))
    at = {name: reverse(f"admin:articles_article_{name}", args=[draft.pk]) for name in ("versions", "share", "unshare")}
    client.post(at["share"], {"lasting": "week"})
    link = PreviewLink.objects.get()
    assert address_of(link) in client.get(at["versions"]).content.decode()
    assert previews.key_of(link) not in str(PreviewLink.objects.values())
    client.post(at["unshare"], {"link": link.pk})
    assert address_of(link) not in client.get(at["versions"]).content.decode()
    kinds = [event.kind for event in draft.events.order_by("pk")]
    assert kinds[-2:] == [ArticleEvent.Kind.SHARED, ArticleEvent.Kind.UNSHARED]
    client.post(at["unshare"], {"link": link.pk})
    assert draft.events.count() == len(kinds)
    assert client.post(at["unshare"], {"link": "\0"}).status_code == 404


def test_who_may_not_see_articles_makes_no_link(draft, link, login_of, moment):
    nobody = login_of("reporter", "nobody")
    nobody.groups.clear()
    with pytest.raises(PermissionDenied):
        previews.share(draft, "day", by=nobody, now=moment)
    with pytest.raises(PermissionDenied):
        previews.revoke(link, by=nobody, now=moment)


def test_a_stranger_opens_no_transaction(client, link, moment, django_assert_max_num_queries):
    with django_assert_max_num_queries(40) as asked:
        client.get(address_of(link))
    assert all(query["sql"].startswith("SELECT") for query in asked.captured_queries)
