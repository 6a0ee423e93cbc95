"""What is typed and not saved: kept, offered again to whoever typed it, never a version."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from articles import revisions
from articles.models import Article, Autosave
from clock import ticking
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

NEW = "/admin/articles/article/add/"
KEEP_NEW = "/admin/articles/article/working-copy/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def form_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def keep(desk, article, **typed):
    """Type into the form and crash two seconds later; gives the fields of that form."""
    fields = {**fields_of(desk.get(form_of(article)), "article_form"), **typed}
    answer = desk.post(reverse("admin:articles_article_copy", args=[article.pk]), fields)
    assert answer.json() == {"kept": True}
    return fields


def test_what_was_typed_is_offered_and_is_no_version(desk, draft):
    keep(desk, draft, headline="Театр сгорел", lede="Ночью.")
    draft.refresh_from_db()
    assert (draft.headline, draft.desk_headline) == ("Министр культуры открыл театр",) * 2
    assert draft.revisions.count() == 1
    page = desk.get(form_of(draft))
    (offer,) = page.context["offers"]
    assert [each.label for each in offer.differences] == ["Headline", "Lede"]
    assert "<ins>Ночью</ins>" in page.content.decode()
    assert "Театр сгорел" not in "".join(str(revision) for revision in page.context["revisions"])


def test_the_form_goes_on_where_the_copy_was_left_and_its_save_takes_the_copy_away(desk, draft):
    typed = keep(desk, draft, headline="Театр сгорел", tags="пожар, театр", dated_0="2025-06-30", dated_1="")
    page = desk.get(form_of(draft), {"restore": typed["tab"]})
    again = fields_of(page, "article_form")
    assert {name: again[name] for name in ("headline", "tags", "dated_0", "tab", "base")} == {
        "headline": "Театр сгорел",
        "tags": "пожар, театр",
        "dated_0": "2025-06-30",
        "tab": typed["tab"],
        "base": "1",
    }
    desk.post(form_of(draft), {**again, "dated_0": "", "_save": ""})
    assert revisions.content_of(revisions.newest(draft)).headline == "Театр сгорел"
    assert not Autosave.objects.exists()
    assert f'data-saved="{typed["tab"]}"' in desk.get(form_of(draft)).content.decode()


def test_a_copy_that_comes_in_after_the_save_of_its_form_is_not_kept(desk, draft):
    typed = keep(desk, draft, headline="Театр сгорел")
    desk.post(form_of(draft), {**typed, "_save": ""})
    address = reverse("admin:articles_article_copy", args=[draft.pk])
    assert desk.post(address, {**typed, "headline": "Театр сго"}).json() == {"kept": False}
    assert not Autosave.objects.exists()


def test_a_copy_that_says_what_is_saved_already_is_not_offered(desk, draft):
    keep(desk, draft)
    assert desk.get(form_of(draft)).context["offers"] == []
    assert not Autosave.objects.exists()


def test_each_open_form_has_its_own_copy(desk, draft):
    keep(desk, draft, headline="В одном окне")
    keep(desk, draft, headline="В другом окне")
    assert len(desk.get(form_of(draft)).context["offers"]) == 2


def test_two_new_articles_do_not_write_over_each_other(desk):
    for headline in ("Первая", "Вторая"):
        fields = fields_of(desk.get(NEW), "article_form")
        assert desk.post(KEEP_NEW, {**fields, "headline": headline}).json() == {"kept": True}
    page = desk.get(NEW)
    assert {copy.tab for copy in page.context["offers"]} == set(Autosave.objects.values_list("tab", flat=True))
    desk.post(NEW, {**fields, "headline": "Вторая", "_save": ""})
    (left,) = desk.get(NEW).context["offers"]
    assert "Первая" in left.differences[0].new
    assert Article.objects.get().headline == "Вторая"


def test_a_colleague_is_offered_nothing_of_mine(desk, draft, client_class, login_of):
    keep(desk, draft, headline="Моё")
    colleague = client_class()
    colleague.force_login(login_of("editor", "colleague"))
    assert colleague.get(form_of(draft)).context["offers"] == []
    tab = Autosave.objects.get().tab
    restored = colleague.get(form_of(draft), {"restore": tab})
    assert fields_of(restored, "article_form")["headline"] == "Министр культуры открыл театр"
    colleague.post(reverse("admin:articles_article_drop_copy"), {"drop": tab})
    assert Autosave.objects.exists()


def test_a_copy_is_dropped_on_demand(desk, draft):
    typed = keep(desk, draft, headline="Лишнее")
    answer = desk.post(reverse("admin:articles_article_drop_copy"), {"drop": typed["tab"]})
    assert answer.url == form_of(draft)
    assert not Autosave.objects.exists()


def test_a_save_meanwhile_is_merged_when_the_copy_is_saved_at_last(desk, draft, content, login_of, now):
    typed = keep(desk, draft, headline="Мой заголовок")
    revisions.save(draft, replace(content, lede="Их вводка."), 1, login_of("editor", "colleague"), now=now)
    again = fields_of(desk.get(form_of(draft), {"restore": typed["tab"]}), "article_form")
    desk.post(form_of(draft), {**again, "_save": ""})
    saved = revisions.content_of(revisions.newest(draft))
    assert (saved.headline, saved.lede) == ("Мой заголовок", "Их вводка.")


def test_a_refused_form_keeps_its_copy(desk, draft):
    typed = keep(desk, draft, headline="Новый", event_date="31.02.2025")
    response = desk.post(form_of(draft), {**typed, "_save": ""})
    assert response.status_code == 200
    assert Autosave.objects.filter(tab=typed["tab"]).exists()


def test_what_no_field_can_read_comes_back_as_it_was_typed(desk, draft):
    typed = keep(desk, draft, headline="Слишком длинный " * 40, event_date="31.02.2025", section="999999")
    again = fields_of(desk.get(form_of(draft), {"restore": typed["tab"]}), "article_form")
    assert again["headline"].strip() == ("Слишком длинный " * 40).strip()
    assert desk.get(form_of(draft)).context["offers"]


@pytest.mark.parametrize("tab", ["", "x" * 33, "../..", "a b"])
def test_a_form_without_a_proper_name_keeps_nothing(desk, draft, tab):
    fields = {**fields_of(desk.get(form_of(draft)), "article_form"), "tab": tab}
    assert desk.post(reverse("admin:articles_article_copy", args=[draft.pk]), fields).json() == {"kept": False}


def test_who_may_not_write_an_article_keeps_nothing_of_it(client, draft, login_of):
    client.force_login(login_of("reporter"))
    address = reverse("admin:articles_article_copy", args=[draft.pk])
    assert client.post(address, {"tab": "a1", "headline": "Чужое"}).status_code == 403
    assert client.get(address).status_code == 405
    assert not Autosave.objects.exists()


def test_readers_notice_nothing_of_a_working_copy(desk, draft):
    before = ticking.read().epoch
    keep(desk, draft, headline="Театр сгорел")
    assert ticking.read().epoch == before


def test_only_fields_of_the_form_are_kept(desk, draft):
    fields = fields_of(desk.get(form_of(draft)), "article_form")
    body = urlencode({**fields, "headline": "Да", "accept": "кто-то", "password": "тайна"})
    address = reverse("admin:articles_article_copy", args=[draft.pk])
    desk.post(address, body, content_type="application/x-www-form-urlencoded")
    kept = Autosave.objects.get().data
    assert kept["headline"] == ["Да"]
    assert not {"accept", "password", "csrfmiddlewaretoken"} & kept.keys()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_end_of_time_opens_again_and_is_not_saved(desk, draft, day):
    typed = keep(desk, draft, dated_0=day, dated_1="00:00", headline="Иное")
    assert desk.get(form_of(draft)).status_code == 200
    assert desk.get(form_of(draft), {"restore": typed["tab"]}).status_code == 200
    refused = desk.post(form_of(draft), typed)
    assert refused.context["form"].errors.keys() == {"dated"}
    assert draft.revisions.count() == 1


def test_no_name_of_a_form_breaks_the_page(desk, draft):
    assert desk.get(form_of(draft), {"restore": "\0"}).status_code == 200
    assert desk.post(reverse("admin:articles_article_drop_copy"), {"drop": "\0"}).status_code == 302
