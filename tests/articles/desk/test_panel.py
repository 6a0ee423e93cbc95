"""The panel beside the text: it reads what the browser has, and what editors say of names holds."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from articles import revisions, workflow
from articles.content import Content
from articles.models import Revision
from articles.name_buttons import Pressed
from people.models import Membership, Organization, Person
from tests.factories.people import held, person, post
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

UNKNOWN = "<p>Директор Музея весов Лаковии Пётр Кедров и врач Анна Ольховская приехали. Кедрова встретили.</p>"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def namesakes(now):
    """Two of one name: a minister of culture and a minister of trade."""
    found = [
        person("Асан", "Токтосунов", patronymic_name=patronymic, page="public", checked_at=now)
        for patronymic in ("Болотович", "Эркинович")
    ]
    for each, label in zip(found, ("министр культуры Лаковии", "министр торговли Лаковии"), strict=True):
        held(each, post(label), "2020", checked_at=now)
    return found


def typed(desk, article, **fields):
    address = reverse("admin:articles_article_change", args=[article.pk])
    return {**fields_of(desk.get(address), "article_form"), **fields}


def ask(desk, article, *, say: Pressed | None = None, **fields):
    """What the panel answers to a text as the browser has it, perhaps to a pressed button."""
    sent = typed(desk, article, **fields)
    if say:
        sent["_decide"] = str(say)
    answer = desk.post(reverse("admin:articles_article_names", args=[article.pk]), sent)
    assert answer.status_code == 200
    return answer.json()


def kinds(answer):
    return {(mark["surface"], mark["kind"]) for mark in answer["marks"]}


def test_it_reads_what_nobody_has_saved(desk, draft, minister):
    answer = ask(desk, draft, headline="Иное", lede="Токтосунов доволен.", body="<p>Приехал Асан Токтосунов.</p>")
    assert {(mark["where"], mark["start"], mark["surface"]) for mark in answer["marks"]} == {
        ("lede", 0, "Токтосунов"),
        ("body", 8, "Асан Токтосунов"),
    }
    assert "министр культуры Лаковии" in answer["html"]
    assert draft.revisions.count() == 1


def test_a_name_in_a_caption_of_the_text_has_one_mark(desk, draft, minister):
    from tests.factories.pictures import photo

    figure = f'<figure data-photo="{photo().pk}"><figcaption>Асан Токтосунов</figcaption></figure>'
    answer = ask(desk, draft, lede="", body=f"<p>Снимок.</p>{figure}")
    assert [(mark["where"], mark["surface"]) for mark in answer["marks"]] == [("body", "Асан Токтосунов")]


def test_namesakes_are_told_apart_by_their_offices(desk, draft, namesakes):
    answer = ask(desk, draft, lede="", body="<p>Приехал Асан Токтосунов.</p>")
    assert kinds(answer) == {("Асан Токтосунов", "open")}
    assert "министр культуры Лаковии" in answer["html"]
    assert "министр торговли Лаковии" in answer["html"]


def test_the_office_of_the_chosen_day_counts(desk, draft, minister):
    held(minister, post("мэр Нижнего Кедра"), "2015", "2018")
    text = {"lede": "", "body": "<p>Приехал Асан Токтосунов.</p>"}
    assert "мэр Нижнего Кедра" in ask(desk, draft, event_date="2016-05-01", **text)["html"]
    assert "мэр Нижнего Кедра" not in ask(desk, draft, event_date="2022-05-01", **text)["html"]


def test_the_form_says_which_day_counts(desk, draft):
    page = desk.get(reverse("admin:articles_article_change", args=[draft.pk]))
    assert 'data-day="2025-06-30"' in page.content.decode()


def test_all_that_are_ticked_are_put_on_record_at_once(desk, draft):
    answer = ask(desk, draft, lede="", body=UNKNOWN)
    assert answer["html"].count('name="accept"') == 2
    keys = re.findall(r'name="accept" value="([^"]+)"', answer["html"])
    answer = ask(desk, draft, lede="", body=UNKNOWN, accept=keys, say=Pressed("accept"))
    assert set(Person.objects.values_list("family_name", "given_name")) == {("Кедров", "Пётр"), ("Ольховская", "Анна")}
    assert ("Кедрова", "linked") in kinds(answer)
    assert len([each for each in answer["messages"] if each["level"] == "info"]) == 2
    assert Membership.objects.get(person__family_name="Кедров").post.label == "директор Музея весов Лаковии"
    assert draft.revisions.count() == 1  # and the text waits for its own save


def test_whoever_is_not_ticked_is_not_made(desk, draft):
    ask(desk, draft, lede="", body=UNKNOWN, accept=["анна ольховская"], say=Pressed("accept"))
    assert [str(each) for each in Person.objects.all()] == ["Анна Ольховская"]


def test_the_record_is_made_as_the_editor_has_put_it_right(desk, draft):
    key = "петр кедров"
    corrected = {
        f"given:{key}": "Пётр",
        f"patronymic:{key}": "Ильич",
        f"family:{key}": "Кедров",
        f"gender:{key}": "male",
        f"office:{key}": "хранитель Музея весов",
        f"organization:{key}": "Музей весов",
    }
    ask(desk, draft, lede="", body=UNKNOWN, say=Pressed("create", key=key), **corrected)
    made = Person.objects.get()
    assert (made.patronymic_name, made.gender) == ("Ильич", "male")
    assert str(made.memberships.get().post.label) == "хранитель Музея весов"
    assert Organization.objects.get().name == "Музей весов"


def test_a_record_without_a_name_is_asked_for_again(desk, draft):
    key = "петр кедров"
    answer = ask(
        desk, draft, lede="", body=UNKNOWN, say=Pressed("create", key=key), **{f"given:{key}": "", f"family:{key}": ""}
    )
    assert "Write the name of “Пётр Кедров” first." in answer["messages"][0]["html"]
    assert not Person.objects.exists()


@pytest.mark.parametrize("deed", ["choose", "reject", "create", "accept"])
def test_what_is_said_outlives_edits_a_colleagues_save_and_a_restore(desk, draft, namesakes, login_of, now, deed):
    body = f"<p>Приехал Асан Токтосунов.</p>{UNKNOWN}"
    keys = ["петр кедров", "анна ольховская"]
    said = {
        "choose": Pressed("means", ["Асан Токтосунов"], person=namesakes[1].pk),
        "reject": Pressed("nobody", ["Асан Токтосунов"]),
        "create": Pressed("create", key=keys[0]),
        "accept": Pressed("accept"),
    }[deed]
    desk.post(reverse("admin:articles_article_change", args=[draft.pk]), typed(desk, draft, body=body, lede=""))
    told = kinds(ask(desk, draft, say=said, accept=keys))
    assert told != kinds({"marks": []})

    # later words of mine, a colleague's save of another field, and the first version brought back
    assert told <= kinds(ask(desk, draft, body=f"<p>Сначала о погоде.</p>{body}<p>И в конце.</p>"))
    second = revisions.content_of(draft.revisions.get(number=2))
    colleague = login_of("editor", "colleague")
    revisions.save(draft, replace(second, lede="Вводка коллеги."), 2, colleague, now=now)
    assert told <= kinds(ask(desk, draft))
    revisions.save(draft, Content(headline="Пусто"), 3, colleague, now=now)
    revisions.save(draft, second, 4, colleague, now=now)
    assert told <= kinds(ask(desk, draft))
    workflow.publish(draft, by=colleague, now=now)
    linked = {surface for surface, kind in told if kind == "linked"}
    assert linked <= set(draft.mentions.values_list("surface", flat=True))


def test_a_new_article_is_read_before_it_is_saved_once(desk, minister):
    answer = desk.post(
        reverse("admin:articles_article_names_of_new"), {"body": "<p>Приехал Асан Токтосунов.</p>", "label": "news"}
    )
    assert ("Асан Токтосунов", "linked") in kinds(answer.json())
    assert not Revision.objects.exists()


def test_who_may_not_write_the_article_reads_no_names_of_theirs_in_it(client, draft, login_of):
    client.force_login(login_of("reporter"))
    address = reverse("admin:articles_article_names", args=[draft.pk])
    assert client.post(address, {"body": "<p>Слово</p>"}).status_code == 403


def test_a_reporter_makes_no_people(client, login_of, content, now):
    reporter = login_of("reporter")
    reporter.user_permissions.clear()
    own = revisions.create(replace(content, body=UNKNOWN), reporter, now=now)
    client.force_login(reporter)
    may_add = reporter.has_perm("people.add_person")
    answer = ask(client, own, say=Pressed("accept"), accept=["петр кедров"])
    assert Person.objects.exists() == may_add
    assert bool([each for each in answer["messages"] if each["level"] == "error"]) != may_add


@pytest.fixture
def successor(now):
    """Бакыт Усенов has been the minister since March 2025, Асан Токтосунов no more."""
    culture = post("министр культуры Лаковии", "Министерство культуры Лаковии")
    asan, bakyt = (
        person(*name, page="public", checked_at=now) for name in (("Асан", "Токтосунов"), ("Бакыт", "Усенов"))
    )
    held(asan, culture, "2019", "2025-03-12", checked_at=now)
    held(bakyt, culture, "2025-03-12", checked_at=now)
    return bakyt


STALE = {"lede": "", "event_date": "2025-06-30", "body": "<p>Министр культуры Лаковии Асан Токтосунов приехал.</p>"}


def test_a_stale_minister_is_told_and_may_stand(desk, draft, successor):
    answer = ask(desk, draft, **STALE)
    assert "Бакыт Усенов" in answer["html"]
    (mark,) = [mark for mark in answer["marks"] if mark["kind"] == "office"]
    left = ask(desk, draft, say=Pressed("leave", kind="office", key=mark["entry"]), **STALE)
    assert "office" not in {kind for _, kind in kinds(left)}
    later = {**STALE, "body": "<p>Утро.</p>" + STALE["body"] + "<p>Министр культуры Лаковии Асан Токтосунов уехал.</p>"}
    assert "office" not in {kind for _, kind in kinds(ask(desk, draft, **later))}


def test_typography_is_suggested_in_every_part_and_may_be_refused(desk, draft):
    text = {"headline": 'Театр "Заря" открыт', "lede": "Сбор - 5 тыс. сомов.", "body": '<p>Он сказал: "Да".</p>'}
    html = ask(desk, draft, **text)["html"]
    assert re.findall(r'data-replace="(\w+) ', html) == ["headline", "lede", "body"]
    key = re.findall(r'data-finding="([^"]+)"', html)[0].replace("&quot;", '"').replace("&#x27;", "'")
    assert (
        'data-replace="headline'
        not in ask(desk, draft, say=Pressed("leave", kind="typography", key=key), **text)["html"]
    )


def test_an_answer_belongs_to_its_article(desk, draft, successor, content, editor, now):
    (mark,) = [mark for mark in ask(desk, draft, **STALE)["marks"] if mark["kind"] == "office"]
    ask(desk, draft, say=Pressed("leave", kind="office", key=mark["entry"]), **STALE)
    other = revisions.create(content, editor, now=now)
    assert "office" in {kind for _, kind in kinds(ask(desk, other, **STALE))}


def test_a_long_text_takes_no_more_questions_than_a_short_one(
    desk, draft, django_assert_max_num_queries, minister, now
):
    for number in range(12):
        held(person("Болот", f"Кедров{number}ский", page="public"), post(f"мэр города {number}"), "2020")
    short = typed(desk, draft, body="<p>Приехал Асан Токтосунов.</p>")
    names = " ".join(f"Болот Кедров{number}ский уехал." for number in range(12))
    long = {**short, "body": f"<p>Приехал Асан Токтосунов. {names}</p>" * 20}
    address = reverse("admin:articles_article_names", args=[draft.pk])
    with django_assert_max_num_queries(40):
        desk.post(address, short)
    with django_assert_max_num_queries(40):
        desk.post(address, long)


@pytest.mark.parametrize("key", ["1:министр", "x" * 400])
def test_only_what_was_found_can_be_left_as_it_is(desk, draft, key):
    ask(desk, draft, say=Pressed("leave", kind="office", key=key))
    assert not draft.check_answers.exists()


def test_of_a_name_that_was_typed_the_record_takes_what_it_can_hold(desk, draft):
    typed = {"accept": "петр кедров", "family:петр кедров": "К\0едров" * 90, "given:петр кедров": " Пётр\u200b "}
    ask(desk, draft, body=UNKNOWN, say=Pressed("accept"), **typed)
    made = Person.objects.get()
    assert (made.given_name, made.family_name) == ("Пётр", ("Кедров" * 90)[:120])


def test_the_photo_desk_reads_names_and_finds_no_button(desk, client, draft, namesakes, login_of):
    answer = ask(desk, draft, body=UNKNOWN + "<p>Приехал Асан Токтосунов.</p>")
    assert 'name="_decide"' in answer["html"]
    client.force_login(login_of("photo desk"))
    said = Pressed("nobody", ["Асан Токтосунов"])
    answer = ask(desk, draft, say=said, body=UNKNOWN + "<p>Приехал Асан Токтосунов.</p>")
    assert 'name="_decide"' not in answer["html"]
    assert "You may not change this article" in answer["messages"][0]["html"]
    assert not draft.name_decisions.exists()


def test_no_tag_is_suggested_before_a_letter_is_typed(desk):
    assert desk.get(reverse("admin:articles_article_tags"), {"q": " "}).json() == {"results": []}
