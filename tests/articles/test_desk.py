"""The writing form and the road from a pasted text, as an editor's browser sends them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import revisions, workflow
from articles.models import Article, Author, Tag
from articles.wire import Repair
from media_assets.models import Photo
from people.models import Membership, Person
from tests.factories.people import person, post
from tests.factories.pictures import picture_bytes
from tests.forms import fields_of
from tests.samples import SAMPLE_FILE

pytestmark = pytest.mark.django_db

IMPORT = "/admin/articles/article/import/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def change(desk, article, **fields):
    address = reverse("admin:articles_article_change", args=[article.pk])
    return desk.post(address, {**fields_of(desk.get(address), "article_form"), **fields}, follow=True)


def test_the_form_shows_the_newest_version_and_saves_another(desk, draft):
    response = change(desk, draft, headline="Новый заголовок", tags="театр, премьера", _save="1")
    assert response.status_code == 200
    draft.refresh_from_db()
    assert (draft.headline, draft.version) == ("Новый заголовок", 2)
    assert draft.revisions.first().data["tags"] == ["театр", "премьера"]


def test_nothing_is_lost_in_a_save_without_changes(desk, draft, content):
    before = draft.revisions.get().data
    change(desk, draft, _save="1")
    assert draft.revisions.count() == 1
    assert draft.revisions.get().data == before


def test_a_button_publishes_and_every_refusal_is_shown(desk, draft):
    refused = change(desk, draft, headline="", body="", _publish="1").content.decode()
    assert "The headline is empty" in refused
    assert "The text is empty" in refused
    change(desk, draft, headline="Театр открыт", body="<p>Да.</p>", _publish="1")
    draft.refresh_from_db()
    assert draft.state == "published"


def test_a_conflict_shows_both_texts_and_saving_again_puts_mine_over(desk, draft, login_of, client_class):
    other = client_class()
    other.force_login(login_of("editor", "second"))
    address = reverse("admin:articles_article_change", args=[draft.pk])
    mine, theirs = (fields_of(each.get(address), "article_form") for each in (desk, other))
    other.post(address, {**theirs, "headline": "Чужой заголовок", "lede": "Чужой лид", "_save": "1"})
    response = desk.post(address, {**mine, "headline": "Мой заголовок", "_save": "1"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "second" in page
    assert "Чужой" in page
    assert "Мой заголовок" in page
    again = fields_of(response, "article_form")
    assert desk.post(address, {**again, "_save": "1"}).status_code == 302
    draft.refresh_from_db()
    assert (draft.headline, draft.lede) == ("Мой заголовок", "Чужой лид")


def test_line_ends_of_a_browser_are_no_change(desk, draft, content, editor, now):
    saved = revisions.save(
        draft, replace(content, lede="Раз.\nДва. ", body="<p>Да.</p>\n<p>Нет.</p>"), 1, editor, now=now
    )
    address = reverse("admin:articles_article_change", args=[draft.pk])
    fields = fields_of(desk.get(address), "article_form")
    fields |= {name: fields[name].replace("\n", "\r\n") for name in ("lede", "body")}
    desk.post(address, {**fields, "_save": "1"})
    assert revisions.newest(draft) == saved.revision


def test_a_refused_new_article_keeps_its_edition(desk):
    address = reverse("admin:articles_article_add")
    fields = {**fields_of(desk.get(address), "article_form"), "language": "ky", "headline": "Көпүрө"}
    refused = fields_of(desk.post(address, {**fields, "event_date": "кечээ", "_save": "1"}), "article_form")
    assert refused["language"] == "ky"
    desk.post(address, {**refused, "event_date": "", "_save": "1"})
    desk.post(address, {**refused, "event_date": "", "language": "latin", "_save": "1"})
    assert [article.language for article in Article.objects.order_by("pk")] == ["ky", "ru"]


def test_what_is_typed_into_an_article_handed_in_meanwhile_can_be_copied(desk, content, login_of, now):
    reporter = login_of("reporter")
    own = revisions.create(content, reporter, now=now)
    desk.force_login(reporter)
    address = reverse("admin:articles_article_change", args=[own.pk])
    fields = fields_of(desk.get(address), "article_form")
    workflow.submit(own, by=reporter, now=now)
    refused = desk.post(address, {**fields, "headline": "Моё", "body": "<p>Только моё.</p>", "_save": "1"})
    typed = fields_of(refused, "article_form")
    assert refused.status_code == 403
    assert (typed["headline"], typed["body"]) == ("Моё", "<p>Только моё.</p>")
    assert "You may not change this article" in refused.content.decode()
    assert own.revisions.count() == 1


def test_a_preview_shows_the_newest_version_to_the_desk_alone(desk, client_class, live):
    change(desk, live, headline="Ещё не вышло", _save="1")
    address = reverse("admin:articles_article_preview", args=[live.pk])
    assert "Ещё не вышло" in desk.get(address).content.decode()
    assert client_class().get(address).status_code == 302


def test_a_preview_leads_back_to_the_text_and_leaves_no_message_for_another_story(desk, draft):
    preview = change(desk, draft, headline="Другой заголовок", _preview="1").content.decode()
    assert f'href="{reverse("admin:articles_article_change", args=[draft.pk])}"' in preview
    assert "Saved as version" not in desk.get(reverse("admin:articles_article_add")).content.decode()


def test_withdrawing_asks_for_the_reason(desk, live):
    address = reverse("admin:articles_article_withdraw", args=[live.pk])
    assert desk.post(address, {"how": "gone", "reason": ""}).status_code == 200
    desk.post(address, {"how": "gone", "reason": "Ошибка в дате."})
    live.refresh_from_db()
    assert live.state == "withdrawn"


def test_articles_are_found_in_any_capitals(desk, draft):
    page = desk.get(reverse("admin:articles_article_changelist"), {"q": "МИНИСТР Театр"})
    assert draft.desk_headline in page.content.decode()


def test_pasting_the_sample_makes_the_draft_and_its_people(desk):
    review = desk.post(IMPORT, {"text": SAMPLE_FILE.read_text(encoding="utf-8")})
    fields = fields_of(review, "intake")
    assert fields["t0-headline"].startswith("Садыр Жапаров принял")
    assert (fields["t0-dated_0"], fields["t0-dated_1"]) == ("2025-06-30", "15:45")
    assert not Article.objects.exists()  # nothing is written before it has been seen
    assert not Person.objects.exists()
    fields["t0-headline"] = "Исправленный заголовок"
    fields["t0-people-1-family"] = "Рыженко"
    response = desk.post(IMPORT, fields, follow=True)
    assert response.status_code == 200
    article = Article.objects.get()
    assert article.headline == "Исправленный заголовок"
    assert Person.objects.filter(family_name="Рыженко").exists()
    assert Membership.objects.count() == 7


def test_unticking_a_person_records_nobody(desk):
    review = desk.post(IMPORT, {"text": SAMPLE_FILE.read_text(encoding="utf-8")})
    fields = fields_of(review, "intake")
    del fields["t0-people-0-wanted"]
    desk.post(IMPORT, fields)
    assert Person.objects.count() == 6


def test_a_second_click_makes_nobody_twice(desk):
    person("Максим", "Рыженков", patronymic_name="Иной")
    fields = fields_of(desk.post(IMPORT, {"text": SAMPLE_FILE.read_text(encoding="utf-8")}), "intake")
    fields["t0-people-1-choice"] = "new"
    for _click in range(2):
        assert desk.post(IMPORT, fields).status_code == 302
    assert (Article.objects.count(), Person.objects.count(), Membership.objects.count()) == (1, 8, 7)


def test_two_texts_of_one_paste_share_their_people(desk):
    sample = SAMPLE_FILE.read_text(encoding="utf-8")
    fields = fields_of(desk.post(IMPORT, {"text": f"{sample}\n{sample}".replace("важность", "ценность", 1)}), "intake")
    desk.post(IMPORT, fields)
    assert (Article.objects.count(), Person.objects.count(), Membership.objects.count()) == (2, 7, 7)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("place", "1", "Two persons cannot have the same place"),
        ("offices", f"{'о' * 300} — Лаковия", "Write a short office"),
        ("offices", f"министр — {'п' * 400}", "Write a short office"),
    ],
)
def test_what_does_not_fit_the_record_is_said_and_nothing_is_written(desk, field, value, sentence):
    upload = {"text": SAMPLE_FILE.read_text(encoding="utf-8"), "photo": _file("встреча.jpg", picture_bytes())}
    fields = fields_of(desk.post(IMPORT, upload), "intake")
    refused = desk.post(IMPORT, {**fields, f"t0-people-1-{field}": value})
    assert sentence in refused.content.decode()
    assert not Article.objects.exists()


def test_a_text_that_is_somebody_elses_is_left_to_them_in_a_sentence(desk, login_of):
    text = SAMPLE_FILE.read_text(encoding="utf-8")
    desk.post(IMPORT, fields_of(desk.post(IMPORT, {"text": text}), "intake"))
    desk.force_login(login_of("reporter"))
    changed = fields_of(desk.post(IMPORT, {"text": text.replace("принял", "встретил", 1)}), "intake")
    refused = desk.post(IMPORT, changed)
    assert "You may not change this article" in refused.content.decode()
    assert fields_of(refused, "intake")["t0-headline"].startswith("Садыр Жапаров встретил")


def test_what_is_chosen_in_the_review_of_a_known_text_counts(desk):
    text = SAMPLE_FILE.read_text(encoding="utf-8")
    for label in ("news", "interview", "news"):
        fields = fields_of(desk.post(IMPORT, {"text": text}), "intake")
        desk.post(IMPORT, {**fields, "t0-label": label})
    article = Article.objects.get()
    assert (article.label, article.version) == ("interview", 2)


def test_a_picture_comes_in_with_its_text_and_takes_its_credit(desk):
    upload = {"text": SAMPLE_FILE.read_text(encoding="utf-8"), "photo": _file("встреча.jpg", picture_bytes())}
    fields = fields_of(desk.post(IMPORT, upload), "intake")
    desk.post(IMPORT, fields)
    picture = Photo.objects.get()
    assert picture.credit_line == "пресс-служба президента Киргизии"
    assert picture.persons_shown.count() == 7


def test_what_cannot_be_read_is_refused_in_a_sentence_and_the_text_stays(desk):
    refused = desk.post(IMPORT, {"text": "Заголовок\n\nТекст.", "photo": _file("письмо.jpg", b"no picture")})
    page = refused.content.decode()
    assert "письмо.jpg" in page
    assert "Заголовок" in page
    assert "There is no text here" in desk.post(IMPORT, {"text": "  "}).content.decode()


def test_latin_letters_in_a_word_are_repaired_only_when_ticked(desk):
    text = "Театр открыт\n\nПpезидент Лаковии открыл театр и сказал речь перед зрителями."
    fields = fields_of(desk.post(IMPORT, {"text": text}), "intake")
    assert "Пpезидент" in fields["t0-body"]
    desk.post(IMPORT, {**fields, "t0-repair": Repair("Пpезидент", "Президент", "latin_letters").before})
    assert "Президент" in Article.objects.get().body_html


def test_several_texts_in_one_paste_are_offered_apart(desk):
    sample = SAMPLE_FILE.read_text(encoding="utf-8")
    fields = fields_of(desk.post(IMPORT, {"text": f"{sample}\n{sample}".replace("важность", "ценность", 1)}), "intake")
    assert fields["review"] == "2"
    del fields["t1-take"]
    desk.post(IMPORT, fields)
    assert Article.objects.count() == 1


def test_an_editor_gives_a_person_an_office(desk):
    office, asan = post(), person("Асан", "Токтосунов")
    address = reverse("admin:people_person_change", args=[asan.pk])
    fields = fields_of(desk.get(address), "person_form")
    fields |= {
        "memberships-TOTAL_FORMS": "1",
        "memberships-0-person": str(asan.pk),
        "memberships-0-post": str(office.pk),
        "memberships-0-start_date": "03.2020",
        "memberships-0-rank": "100",
        "memberships-0-checked": "on",
        "page": "public",
        "checked": "on",
    }
    response = desk.post(address, fields)
    assert response.status_code == 302, response.context["errors"]
    membership = asan.memberships.get()
    assert (str(membership.start_date), membership.organization) == ("2020-03", office.organization)
    assert membership.checked_at
    asan.refresh_from_db()
    assert asan.checked_by.username == "editor"


def test_a_tag_is_one_however_it_is_written(desk, draft):
    change(desk, draft, tags="Театр, театр, \u200b, Ёлка,елка", _publish="1")
    assert revisions.content_of(revisions.newest(draft)).tags == ("Театр", "Ёлка")
    refused = change(desk, draft, tags="т" * 101, _save="1")
    assert "longer than 100 characters" in refused.content.decode()
    twin = desk.post(reverse("admin:articles_tag_add"), {"name": "ТЕАТР", "language": "ru", "slug": "other"})
    assert "This tag is here already: “Театр”." in twin.content.decode()
    assert Tag.objects.count() == 2


def test_two_authors_of_one_name_have_addresses_of_their_own(desk):
    for _twin in range(2):
        desk.post(reverse("admin:articles_author_add"), {"name": "Асан Усенов"})
    assert list(Author.objects.order_by("pk").values_list("slug", flat=True)) == ["asan-usenov", "asan-usenov-2"]


def test_a_scheduled_story_that_has_come_out_is_listed_as_published(desk, draft, editor, now, time_machine):
    time_machine.move_to(now)
    workflow.schedule(draft, now + timedelta(hours=1), by=editor, now=now)
    address = reverse("admin:articles_article_changelist")
    listed = []
    for _hour in range(2):
        listed.append([desk.get(address, {"state": state}).context["cl"].result_count for state in STATES])
        time_machine.move_to(now + timedelta(hours=1))
    assert listed == [[1, 0], [0, 1]]


STATES = ("scheduled", "published")


def _file(name: str, data: bytes):
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_at_the_end_of_the_calendar_is_refused_in_a_sentence(desk, draft, day):
    address = reverse("admin:articles_article_change", args=[draft.pk])
    response = desk.post(address, {**fields_of(desk.get(address), "article_form"), "event_date": day, "_save": "1"})
    assert response.status_code == 200
    assert "event_date" in response.context["form"].errors


def test_a_story_handed_in_is_sent_back_with_a_remark_its_writer_sees(desk, client_class, content, login_of, now):
    reporter = login_of("reporter")
    own = revisions.create(content, reporter, now=now)
    writer = client_class()
    writer.force_login(reporter)
    change(writer, own, _submit="1")
    question = change(desk, own, _send_back="1")
    address = question.redirect_chain[-1][0]
    assert desk.post(address, {"remark": " "}).status_code == 200
    desk.post(address, {"remark": "Кто это сказал?"})
    own.refresh_from_db()
    assert own.state == "draft"
    form = writer.get(reverse("admin:articles_article_change", args=[own.pk])).content.decode()
    assert "Кто это сказал?" in form
    change(writer, own, _submit="1")
    assert "Кто это сказал?" not in writer.get(reverse("admin:articles_article_change", args=[own.pk])).content.decode()


def test_a_reporter_sends_nothing_back(client_class, content, login_of, now):
    reporter = login_of("reporter")
    own = revisions.create(content, reporter, now=now)
    workflow.submit(own, by=reporter, now=now)
    writer = client_class()
    writer.force_login(reporter)
    writer.post(reverse("admin:articles_article_send_back", args=[own.pk]), {"remark": "Сам себе"})
    own.refresh_from_db()
    assert own.state == "submitted"
