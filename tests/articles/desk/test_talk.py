"""Colleagues talk about a draft; readers never hear of it."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles import mentions, revisions, talk
from articles.mentions import Colleague
from articles.models import Article, ArticleEvent, Comment, Notice, Revision

pytestmark = pytest.mark.django_db
SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def writer(login_of):
    return login_of("reporter", "writer", first_name="Айжан", last_name="Бекова")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_talk", args=[article.pk])


def told() -> set[tuple[str, str]]:
    return set(Notice.objects.values_list("to__username", "kind"))


KNOWN = [Colleague(1, "Айбек", "Айбек"), Colleague(2, "Айбек Усенов", "Айбек Усенов"), Colleague(3, "Асан", "asan.b")]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("@Айбек, взгляни", "@{1}, взгляни"),
        ("(@айбек усенов)", "(@{2})"),  # the longest name, in any capitals
        ("@Айбекова", "@Айбекова"),
        ("почта a@Айбек", "почта a@Айбек"),
        ("@asan.b и @Айбек", "@{3} и @{1}"),
        ("@Асан", "@Асан"),  # two share the name: only the login tells them apart
        ("@", "@"),
    ],
)
def test_a_colleague_is_kept_as_a_number(typed, kept):
    assert mentions.kept(typed, KNOWN) == kept


def test_namesakes_go_by_their_logins_and_those_without_the_desk_by_nothing(login_of, writer):
    login_of("reporter", "second", first_name="Айжан", last_name="Бекова")
    login_of("photo desk", "gone", is_active=False)
    assert [(each.name, each.handle) for each in mentions.colleagues()] == [
        ("Айжан Бекова", "second"),
        ("Айжан Бекова", "writer"),
    ]


def test_a_comment_reaches_whom_it_names_and_then_all_who_take_part(draft, editor, login_of, writer, now):
    asked = login_of("photo desk", "asked")
    talk.say(draft, "@Айжан Бекова, кто на фото?", by=asked, now=now)
    assert told() == {("writer", "mentioned"), ("editor", "commented")}  # the editor has written the story
    Notice.objects.all().delete()
    talk.say(draft, "Сейчас узнаю", by=writer, now=now)
    assert told() == {("asked", "commented"), ("editor", "commented")}


def test_a_mention_goes_by_the_name_of_today_and_everything_else_is_plain(draft, editor, writer, now):
    talk.say(draft, "@Айжан Бекова <b>срочно</b>", by=editor, now=now)
    writer.last_name = "Усенова"
    writer.save()
    [said] = talk.said_of(draft)
    assert said.html == '<strong class="mentioned">@Айжан Усенова</strong> &lt;b&gt;срочно&lt;/b&gt;'


def test_somebody_without_the_desk_is_neither_mentioned_nor_heard(draft, editor, django_user_model, now):
    reader = django_user_model.objects.create_user("reader", first_name="Посторонний")
    talk.say(draft, "@Посторонний, @reader", by=editor, now=now)
    talk.say(draft, f"@{{{reader.pk}}}", by=editor, now=now)
    assert not Notice.objects.exists()
    with pytest.raises(PermissionDenied):
        talk.say(draft, "Пустите", by=reader, now=now)


def test_a_comment_speaks_of_a_version_and_is_in_the_log(draft, editor, now):
    comment = talk.say(draft, " Проверьте имя\r\nи год ", by=editor, now=now, about="Токтосунова")
    assert (comment.text, comment.about, comment.revision.number) == ("Проверьте имя\nи год", "Токтосунова", 1)
    event = draft.events.get(kind=ArticleEvent.Kind.COMMENTED)
    assert (event.by, event.detail["words"]) == (editor, "Проверьте имя\nи год")


@pytest.mark.parametrize("text", ["", "  \r\n ", "я" * 2001])
def test_nothing_and_too_much_are_refused_with_a_sentence(draft, editor, now, text):
    with pytest.raises(talk.NotSaid):
        talk.say(draft, text, by=editor, now=now)
    assert not Comment.objects.exists()


def test_a_comment_never_changes_and_is_done_once(draft, editor, writer, now):
    comment = talk.say(draft, "Проверьте", by=editor, now=now)
    comment.text = "Я такого не говорил"
    with pytest.raises(TypeError):
        comment.save()
    talk.set_done(comment, True, by=writer, now=now)
    talk.set_done(comment, True, by=editor, now=now + timedelta(hours=1))
    comment.refresh_from_db()
    assert (comment.done_by, comment.done_at) == (writer, now)
    talk.set_done(comment, False, by=editor, now=now)
    comment.refresh_from_db()
    assert comment.done_at is None


def test_the_page_works_without_a_script(desk, draft):
    page = desk.post(page_of(draft), {"text": "Проверьте", "about": "театр"}, follow=True)
    assert "Проверьте" in page.text
    done = reverse("admin:articles_article_talk_done", args=[draft.pk, Comment.objects.get().pk])
    assert "Done: editor" in desk.post(done, follow=True).text
    assert "Done: editor" not in desk.post(done, {"_again": ""}, follow=True).text
    assert "Write what you want to say first." in desk.post(page_of(draft), {"text": " "}).text


def test_the_script_gets_the_list_or_the_sentence(desk, draft):
    answer = desk.post(page_of(draft), {"text": "Проверьте"}, headers=SCRIPT)
    assert "Проверьте" in json.loads(answer.content)["html"]
    refused = desk.post(page_of(draft), {"text": ""}, headers=SCRIPT)
    assert (refused.status_code, json.loads(refused.content)["error"]) == (400, "Write what you want to say first.")
    assert "Проверьте" in desk.get(reverse("admin:articles_article_talk_list", args=[draft.pk])).json()["html"]


def test_whoever_may_only_read_may_still_say_something(client, draft, login_of):
    client.force_login(login_of("photo desk"))
    form = client.get(reverse("admin:articles_article_change", args=[draft.pk])).text
    assert 'form="talk_form"' in form
    before = form[: form.index('id="talk"')]
    assert before.count("<fieldset") == before.count("</fieldset>")  # a disabled one would disable the box as well
    assert client.post(page_of(draft), {"text": "Есть снимок лучше"}).status_code == 302


def test_a_comment_of_another_story_is_not_ticked_here(desk, draft, editor, content, now):
    other = revisions.create(content, editor, now=now)
    comment = talk.say(other, "Проверьте", by=editor, now=now)
    address = reverse("admin:articles_article_talk_done", args=[draft.pk, comment.pk])
    assert desk.post(address).status_code == 404


def test_who_has_no_desk_gets_no_talk(client, draft, editor, now, django_user_model):
    comment = talk.say(draft, "Проверьте", by=editor, now=now)
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    for name, *keys in [
        ("talk", draft.pk),
        ("talk_list", draft.pk),
        ("colleagues",),
    ]:
        assert client.get(reverse(f"admin:articles_article_{name}", args=keys)).status_code == 403
    done = reverse("admin:articles_article_talk_done", args=[draft.pk, comment.pk])
    assert client.post(done).status_code == 403


def test_opening_the_story_is_seeing_what_one_was_told_of_it(client, draft, editor, writer, now):
    talk.say(draft, "@Айжан Бекова, взгляни", by=editor, now=now)
    client.force_login(writer)
    client.get(reverse("admin:articles_article_change", args=[draft.pk]))
    assert Notice.objects.get().seen_at is not None


def test_forty_comments_cost_the_page_as_many_questions_as_one(
    desk, draft, editor, writer, now, django_assert_num_queries
):
    for number in range(40):
        talk.say(draft, f"@Айжан Бекова, вопрос {number}", by=editor, now=now)
    with django_assert_num_queries(2):
        assert len(talk.said_of(draft)) == 40
    assert [each.comment.text[-2:] for each in talk.said_of(draft, 2)] == ["38", "39"]


def test_readers_and_previews_know_nothing_of_it(client, live, editor, now):
    talk.say(live, "Слова для своих", by=editor, now=now)
    assert "Слова для своих" not in client.get(live.get_absolute_url()).text
    client.force_login(editor)
    assert "Слова для своих" not in client.get(reverse("admin:articles_article_preview", args=[live.pk])).text
    assert "Слова для своих" not in json.dumps(Revision.objects.latest("pk").data, ensure_ascii=False)
