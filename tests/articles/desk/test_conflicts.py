"""Two editors at one article: different fields both win, of the same field both texts are shown and neither is lost."""

import pytest
from django.urls import reverse

from articles import revisions
from articles.content import Credit
from articles.models import Author
from tests.factories.pictures import photo
from tests.forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(client, client_class, editor, login_of, draft):
    """Two desks, and the fields with which each opened the same version."""
    theirs = client_class()
    client.force_login(editor)
    theirs.force_login(login_of("editor", "second", first_name="Айбек", last_name="Маматов"))
    address = form_of(draft)
    return client, theirs, *(fields_of(each.get(address), "article_form") for each in (client, theirs))


def form_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_different_fields_both_win_and_the_second_is_told_which_came_from_others(both, draft):
    mine, theirs, my_form, their_form = both
    photographer, picture = Author.objects.create(name="Асель"), photo("#335577", headline="Озеро")
    theirs.post(
        form_of(draft),
        {**their_form, "lead_photo": picture.pk, "photo_bylines": photographer.pk, "section": "", "_save": 1},
    )
    page = mine.post(form_of(draft), {**my_form, "tags": "театр, премьера", "_save": 1}, follow=True).content.decode()
    saved = revisions.content_of(revisions.newest(draft))
    assert (saved.lead_photo, saved.bylines) == (picture.pk, (Credit(photographer.pk, "photo"),))
    assert saved.tags == ("театр", "премьера")
    assert "Saved by others meanwhile, and kept: Lead photo, Authors." in page


FIELDS = {
    "headline": ("Чужой заголовок", "Мой заголовок"),
    "lede": ("Чужая вводка.", "Моя вводка."),
    "body": ("<p>Чужой текст.</p>", "<p>Мой текст.</p>"),
    "tags": ("опера", "балет"),
    "source": ("Чужой источник", "Мой источник"),
    "event_date": ("2025-06-01", "2025-06-02"),
}


@pytest.mark.parametrize("field", FIELDS)
def test_of_the_same_field_both_texts_are_shown_and_mine_stands_in_the_form(both, draft, field):
    mine, theirs, my_form, their_form = both
    my_words, their_words = FIELDS[field][1], FIELDS[field][0]
    theirs.post(form_of(draft), {**their_form, field: their_words, "dateline": "Ош", "_save": 1})
    sent = {**my_form, field: my_words, "comment": "мой", "_save": 1}
    answer = mine.post(form_of(draft), sent)
    assert answer.status_code == 409
    explained = answer.context["conflict"]
    assert (explained.who, explained.number, explained.when) == ("Айбек Маматов", 2, revisions.newest(draft).created_at)
    (difference,) = explained.fields
    assert difference.name == field
    page = answer.content.decode()
    assert all(f"<dd>{words}</dd>" in page for words in (difference.old, difference.new))
    again = fields_of(answer, "article_form")
    assert {name: again[name] for name in (field, "dateline", "comment", "tab", "base")} == {
        field: my_words,
        "dateline": "Ош",
        "comment": "мой",
        "tab": my_form["tab"],
        "base": "2",
    }
    assert draft.revisions.count() == 2
    assert mine.post(form_of(draft), {**again, "_save": 1}).status_code == 302
    assert [revision.number for revision in draft.revisions.order_by("number")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("theirs_to", "mine_to", "shown"),
    [
        ('<a href="https://a.example/1">Мы</a>', '<a href="https://a.example/2">Мы</a>', "https://a.example/2"),
        ("<strong>Мы</strong>", "<em>Мы</em>", "[italic]"),
        ("<p>Мы</p><hr>", "<p>Мы</p>", "dividing line"),
    ],
)
def test_what_differs_in_no_word_is_shown_too(both, draft, theirs_to, mine_to, shown):
    mine, theirs, my_form, their_form = both
    theirs.post(form_of(draft), {**their_form, "body": f"<p>{theirs_to}</p>", "_save": 1})
    answer = mine.post(form_of(draft), {**my_form, "body": f"<p>{mine_to}</p>", "_save": 1})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert shown.casefold() in page.split('class="conflict"')[1].split("<form")[0].casefold()
