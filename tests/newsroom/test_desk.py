"""The desk's own pages: what an editor finds on the writing form, and that nothing is lost on it."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles import revisions, workflow
from articles.content import Content
from newsroom.models import User
from people.models import Person

BODY = "<p>Токтогул Сыдыкбаев открыл мост.</p>"


@pytest.fixture
def editor(db, client):
    editor = User.objects.create_superuser("editor", password="a-long-password", language="en")
    client.force_login(editor)
    return editor


@pytest.fixture
def draft(editor):
    Person.objects.create(given_name="Токтогул", family_name="Сыдыкбаев", gender="male", page="public")
    return revisions.create(Content(headline="Мост", body=BODY), editor, now=timezone.now())


def read(client, url, status=200):
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def form_of(article, view="change"):
    return f"/admin/articles/article/{article.pk}/{view}/"


def buttons(html):
    return set(re.findall(r'<button[^>]* name="(_\w+)"', html))


def test_draft_can_be_saved_seen_handed_in_published_and_scheduled(client, draft):
    moves = {"_submit", "_publish", "_schedule", "_embargo", "_take"}
    assert buttons(read(client, form_of(draft))) == {"_decide", "_save", "_preview", *moves}


def test_published_story_can_be_withdrawn_and_seen_on_the_site(client, draft, editor):
    workflow.publish(draft, by=editor, now=timezone.now())
    draft.refresh_from_db()
    html = read(client, form_of(draft))
    assert "_withdraw" in buttons(html)
    assert "_submit" not in buttons(html)
    assert f'href="{draft.get_absolute_url()}"' in html


def test_reader_of_the_desk_finds_no_button_and_no_open_field(client, draft):
    reader = User.objects.create_user("reader", password="a-long-password", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(reader)
    html = read(client, form_of(draft))
    assert buttons(html) == set()
    fieldsets = re.findall("<fieldset[^>]*>", html)
    assert fieldsets
    assert all("disabled" in each for each in fieldsets)


def test_writing_form_names_who_is_in_the_text_and_keeps_its_base(client, draft):
    html = read(client, form_of(draft))
    (named,) = re.findall(r'<section class="named" .*?</section>', html, re.DOTALL)
    assert "Токтогул Сыдыкбаев" in named
    assert re.search(r'<input type="hidden" name="base" value="1"', html)


def test_new_article_asks_for_its_edition_and_an_old_one_never_again(client, draft):
    assert 'name="language"' in read(client, "/admin/articles/article/add/")
    assert 'name="language"' not in read(client, form_of(draft))


def test_second_editor_of_one_headline_sees_both_and_loses_nothing(client, draft):
    other = User.objects.create_superuser("other", password="a-long-password", first_name="Бакыт")
    revisions.save(draft, Content(headline="Мост открыт", body=BODY), 1, other, now=timezone.now())
    data = {"base": 1, "headline": "Мост закрыт", "body": BODY, "label": "news", "_save": ""}
    response = client.post(form_of(draft), data)
    html = response.content.decode()
    assert response.status_code == 409
    (told,) = re.findall(r'<section class="conflict".*?</section>', html, re.DOTALL)
    assert "Бакыт" in told
    assert "<del>открыт</del> <ins>закрыт</ins>" in told
    assert re.search(r'name="headline"[^>]*>\s*Мост закрыт</textarea>', html)
    assert f'href="{form_of(draft)}"' in told


def test_refused_field_says_so_at_the_field(client, draft):
    html = client.post(form_of(draft), {"base": 1, "headline": "м" * 400, "label": "news"}).content.decode()
    assert re.search(r'desk-field-headline errors">\s*<ul class="errorlist"', html)


@pytest.mark.parametrize("question", ["schedule", "withdraw"])
def test_a_question_leads_back_to_the_text(client, draft, editor, question):
    workflow.publish(draft, by=editor, now=timezone.now())
    assert f'href="{form_of(draft)}"' in read(client, form_of(draft, question))


def test_list_of_articles_offers_the_way_in_from_a_text(client, editor):
    assert 'href="/admin/articles/article/import/"' in read(client, "/admin/articles/article/")


def test_login_page_bears_the_name_of_the_paper(client, db, settings):
    assert f">{settings.SITE_NAME}</a>" in read(client, "/admin/login/")


@pytest.mark.parametrize("url", ["/admin/", "/admin/articles/article/add/", "/admin/people/person/add/"])
def test_desk_has_no_inline_style_and_every_inline_script_has_the_nonce(client, editor, url):
    html = read(client, url)
    assert not re.search(r"\sstyle=|<style|\son(click|change|load)=", html)
    inline = [tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag and "application/json" not in tag]
    assert all("nonce=" in tag for tag in inline)


def test_history_of_a_record_says_who_changed_what_and_styles_nothing_inline(client, editor):
    person = Person.objects.create(given_name="Асан", family_name="Токтосунов")
    person.given_name, person._history_user = "Айбек", editor
    person.save()
    html = read(client, f"/admin/people/person/{person.pk}/history/")
    assert "<del>Асан</del> → <ins>Айбек</ins>" in html
    assert "None" not in html
    assert 'style="' not in html


def test_a_refused_page_says_whom_to_ask_and_leads_back(client, login_of):
    client.force_login(login_of("reporter", "asel"))
    html = read(client, "/admin/articles/article/breaking/", 403)
    assert "Your role does not publish: hand your story in." in html
    assert 'href="/admin/"' in html
    assert "Your role does not allow this: ask an editor." in read(client, "/admin/newsroom/user/", 403)


def test_a_form_older_than_the_sign_in_says_what_to_do(client_class, login_of):
    client = client_class(enforce_csrf_checks=True)
    client.force_login(login_of("reporter", "asel"))
    response = client.post("/admin/articles/article/add/", {"headline": "Мост"})
    assert response.status_code == 403
    assert "Go back, reload it and try again." in response.content.decode()


def test_a_story_sent_back_is_said_to_be(client, draft, editor):
    workflow.submit(draft, by=editor, now=timezone.now())
    client.post(form_of(draft, "send-back"), {"remark": "Кто строил?"})
    assert "«Мост»: sent back." in read(client, form_of(draft))
