"""Who is named, beside the text: choosing, ruling out, making a record, and how long an editor's word holds."""

from dataclasses import replace
from html import escape

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles import decisions, revisions
from articles.content import Content
from articles.name_buttons import Pressed
from people.models import Membership, Organization, Person
from tests.factories.people import held, person, post
from tests.forms import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def namesakes(now):
    return [
        person("Асан", "Токтосунов", patronymic_name=patronymic, page="public", checked_at=now)
        for patronymic in ("Болотович", "Эркинович")
    ]


def form_of(desk, article):
    return desk.get(reverse("admin:articles_article_change", args=[article.pk]))


def change(desk, article, **fields):
    form = fields_of(form_of(desk, article), "article_form")
    return desk.post(reverse("admin:articles_article_change", args=[article.pk]), {**form, **fields}, follow=True)


def press(desk, article, **said):
    """Press a button that stands beside a name in the form."""
    value = str(Pressed(**said))
    assert escape(value) in form_of(desk, article).content.decode(), "no such button"
    return change(desk, article, _decide=value)


def write(article, body, editor, now):
    content = replace(revisions.content_of(revisions.newest(article)), body=body)
    return revisions.save(article, content, article.version, editor, now=now)


def mentions(article):
    return list(article.mentions.values_list("surface", "person"))


@pytest.mark.parametrize("choice", ["second", "nobody"])
def test_an_editor_says_which_namesake_is_meant_and_the_word_outlives_edits(desk, draft, namesakes, choice):
    who = {"say": "means", "person": namesakes[1].pk} if choice == "second" else {"say": "nobody"}
    value = str(Pressed(names=["Асан Токтосунов"], **who))
    assert escape(value) in form_of(desk, draft).content.decode()
    change(desk, draft, headline="Правленый заголовок", _decide=value)
    change(desk, draft, lede="Правленая вводка", _publish="1")
    draft.refresh_from_db()
    assert draft.headline == "Правленый заголовок"
    assert {who for _, who in mentions(draft)} == ({namesakes[1].pk} if choice == "second" else set())


def test_namesakes_are_told_apart_by_patronymic_where_one_is_chosen(desk, draft, namesakes):
    offered = form_of(desk, draft).content.decode()
    assert "here Асан Болотович Токтосунов" in offered
    answer = press(desk, draft, say="means", names=["Асан Токтосунов"], person=namesakes[1].pk).content.decode()
    assert "«Асан Токтосунов» means: Асан Эркинович Токтосунов." in answer


@pytest.mark.parametrize(
    "value",
    [
        "",
        "{",
        "[]",
        "null",
        '{"say": "means"}',
        str(Pressed("means", ["Асан Токтосунов"], 999_999)),
        str(Pressed("means", [], 1)),
        str(Pressed("nobody", [])),
        str(Pressed("create", key="никто")),
        str(Pressed("fly", ["Асан Токтосунов"])),
    ],
)
def test_a_crafted_decision_decides_nothing(desk, draft, namesakes, value):
    assert change(desk, draft, _decide=value).status_code == 200
    assert not draft.name_decisions.exists()
    assert Person.objects.count() == 2


def test_one_of_two_brothers_is_chosen_at_one_place_and_the_other_at_another(desk, draft, editor, now):
    asan, bolot = person("Асан", "Токтосунов", page="public"), person("Болот", "Токтосунов", page="public")
    text = (
        "<p>Асан Токтосунов и Болот Токтосунов приехали в театр.</p>"
        "<p>После обеда Токтосунов выступил первым.</p><p>Вечером его сменил Токтосунов младший.</p>"
    )
    write(draft, text, editor, now)
    page = form_of(desk, draft).context["named"]
    ((first, second),) = [entry.places for entry in page.open]
    press(desk, draft, say="means", names=["Токтосунов"], person=asan.pk, context=first.context)
    press(desk, draft, say="means", names=["Токтосунов"], person=bolot.pk, context=second.context)
    # an edit elsewhere leaves both decisions where they were
    write(draft, text.replace("в театр", "в большой театр оперы"), editor, now)
    change(desk, draft, _publish="1")
    assert [who for _, who in mentions(draft)] == [asan.pk, bolot.pk, asan.pk, bolot.pk]
    # the words around one of them are others now: that one is asked about again
    write(draft, text.replace("После обеда", "Потом"), editor, now)
    (entry,) = form_of(desk, draft).context["named"].open
    assert [place.before for place in entry.places] == ["Потом "]


def test_a_word_on_a_street_is_no_word_on_the_man_of_that_name(desk, draft, editor, now):
    asan, _bolot = person("Асан", "Токтосунов"), person("Болот", "Токтосунов")
    text = (
        "<p>Асан Токтосунов и Болот Токтосунов приехали.</p><p>Мнение Токтосунова известно.</p>"
        "<p>Театр стоит на улице Токтосунова.</p>"
    )
    write(draft, text, editor, now)
    man, street = form_of(desk, draft).context["named"].open
    everywhere = Pressed("nobody", street.surfaces)
    assert escape(str(everywhere)) not in form_of(desk, draft).content.decode()
    press(desk, draft, say="nobody", names=street.surfaces, context=street.places[0].context)
    named = form_of(desk, draft).context["named"]
    assert ([entry.places for entry in named.open], len(named.ruled_out)) == ([man.places], 1)
    press(desk, draft, say="means", names=man.surfaces, person=asan.pk)
    assert len(form_of(desk, draft).context["named"].ruled_out) == 1


def test_every_form_of_a_name_is_decided_at_once(desk, draft, editor, now, namesakes):
    write(draft, "<p>Асан Токтосунов. Асана Токтосунова ждали. С Асаном Токтосуновым говорили.</p>", editor, now)
    (entry,) = form_of(desk, draft).context["named"].open
    assert entry.surfaces == ["Асан Токтосунов", "Асана Токтосунова", "Асаном Токтосуновым"]
    press(desk, draft, say="means", names=entry.surfaces, person=namesakes[0].pk)
    assert {each.meant for each in form_of(desk, draft).context["named"].linked} == {namesakes[0]}


def test_a_link_is_ruled_out_and_asked_about_again(desk, draft, minister):
    (entry,) = form_of(desk, draft).context["named"].linked
    assert (entry.meant, entry.office) == (minister, "министр культуры Лаковии")
    press(desk, draft, say="nobody", names=entry.surfaces)
    page = form_of(desk, draft).context["named"]
    assert page.linked == []
    assert [entry.surfaces for entry in page.ruled_out] == [["Асан Токтосунов"], ["Токтосунова"]]
    press(desk, draft, say="again", names=["Асан Токтосунов"])
    press(desk, draft, say="again", names=["Токтосунова"])
    assert [entry.meant for entry in form_of(desk, draft).context["named"].linked] == [minister]


def test_an_unknown_person_is_put_on_record_with_the_office_the_text_gives(desk, draft):
    (entry,) = form_of(desk, draft).context["named"].unknown
    assert (entry.proposal.name.full, entry.offices) == ("Асан Токтосунов", ["министр культуры Лаковии"])
    answer = press(desk, draft, say="create", key=entry.key)
    made = Person.objects.get()
    assert (made.name, made.gender, made.page) == ("Асан Токтосунов", "male", "unlisted")
    held = Membership.objects.get()
    assert (held.person, str(held.post), held.checked_at) == (made, "министр культуры Лаковии", None)
    assert reverse("admin:people_person_change", args=[made.pk]) in answer.content.decode()
    page = form_of(desk, draft).context["named"]
    assert (page.unknown, [entry.meant for entry in page.linked]) == ([], [made])


def test_whoever_is_on_record_in_the_other_order_is_not_put_there_twice(desk, draft, editor, now):
    known = person("Мирбек", "Сагынбай")
    write(draft, "<p>Министр культуры Лаковии Асан Токтосунов открыл театр.</p>", editor, now)
    (entry,) = form_of(desk, draft).context["named"].unknown
    known.given_name, known.family_name = "Токтосунов", "Асан"
    Person.objects.filter(pk=known.pk).update(given_name="Токтосунов", family_name="Асан", search_key="асан токтосунов")
    press(desk, draft, say="create", key=entry.key)
    assert list(Person.objects.values_list("pk", flat=True)) == [known.pk]
    assert [each.meant for each in form_of(desk, draft).context["named"].linked] == [known]


def test_an_unknown_name_that_is_no_person_is_not_proposed_again(desk, draft):
    (entry,) = form_of(desk, draft).context["named"].unknown
    press(desk, draft, say="nobody", names=entry.surfaces)
    page = form_of(desk, draft).context["named"]
    assert (page.unknown, [each.surfaces for each in page.ruled_out]) == ([], [entry.surfaces])
    press(desk, draft, say="again", names=entry.surfaces)
    assert len(form_of(desk, draft).context["named"].unknown) == 1


def test_a_name_may_mean_somebody_the_engine_did_not_think_of(desk, draft, minister):
    stranger = person("Темир", "Асанбаев")
    (entry,) = form_of(desk, draft).context["named"].linked
    address = reverse("admin:articles_article_whom", args=[draft.pk])
    query = {"name": "Токтосунова", "context": entry.places[1].context}
    asked = desk.get(address, query)
    assert "Токтосунова" in asked.content.decode()
    url = f"{address}?name=Токтосунова&context={entry.places[1].context}"
    desk.post(url, {"person": stranger.pk, "where": "here"})
    change(desk, draft, _publish="1")
    assert mentions(draft) == [("Асан Токтосунов", minister.pk), ("Токтосунова", stranger.pk)]


def test_a_nickname_no_record_knows_may_mean_somebody_too(desk, draft, editor, now, minister):
    write(
        draft,
        "<p>Асан Токтосунов приехал. Толпа кричала: «Железный Асанчик, ещё!» Железного Асанчика ждали.</p>",
        editor,
        now,
    )
    decisions.decide(draft, ["Железный Асанчик"], minister, by=editor)
    (entry,) = form_of(desk, draft).context["named"].linked
    assert (entry.meant, entry.surfaces) == (minister, ["Асан Токтосунов", "Железный Асанчик"])


def test_a_name_may_mean_an_organization_and_one_of_the_two_must_be_chosen(desk, draft, minister):
    body = Organization.objects.create(name="Дом Токтосунова")
    url = f"{reverse('admin:articles_article_whom', args=[draft.pk])}?name=Токтосунова"
    refused = desk.post(url, {"where": "everywhere"})
    assert "Choose a person or an organization." in refused.content.decode()
    desk.post(url, {"organization": body.pk, "where": "everywhere"})
    assert draft.name_decisions.get().organization == body
    page = form_of(desk, draft).context["named"]
    assert [each.surfaces for each in page.linked] == [["Асан Токтосунов"]]
    assert [(each.meant, each.surfaces) for each in page.organizations] == [(body, ["Токтосунова"])]
    assert page.ruled_out == []


def test_a_name_of_an_organization_may_mean_a_person(desk, editor, now):
    asan = person("Асан", "Союзный", page="public")
    Organization.objects.create(name="Союз пастухов")
    article = revisions.create(Content(headline="Год", body="<p>В Союзе пастухов праздник.</p>"), editor, now=now)
    decisions.decide(article, ["Союзе пастухов"], asan, by=editor)
    page = form_of(desk, article).context["named"]
    assert [each.meant for each in page.linked] == [asan]
    assert page.organizations == []


def test_a_reader_of_the_desk_decides_nothing(draft, login_of, minister):
    with pytest.raises(PermissionDenied):
        decisions.decide(draft, ["Токтосунов"], minister, by=login_of("reporter"))
    with pytest.raises(PermissionDenied):
        decisions.undecide(draft, ["Токтосунов"], by=login_of("photo desk"))


def test_each_place_is_shown_with_the_words_around_it(desk, draft, editor, now, minister):
    write(draft, "<p>Очень длинное предложение о том, что вчера днём Асан Токтосунов приехал домой.</p>", editor, now)
    (entry,) = form_of(desk, draft).context["named"].linked
    (place,) = entry.places
    assert place.before == "…длинное предложение о том, что вчера днём "
    assert (place.surface, place.after) == ("Асан Токтосунов", " приехал домой.")


def test_the_list_of_names_costs_the_same_for_two_people_and_for_six(desk, editor, now, django_assert_max_num_queries):
    office = post(seats=None)
    names = ["Асан", "Болот", "Темир", "Эркин", "Данияр", "Марат"]
    for given in names:
        held(person(given, "Токтосунов"), office, "2020", checked_at=now)
    body = "<p>" + ", ".join(f"{given} Токтосунов" for given in names) + "</p>"
    article = revisions.create(Content(headline="Братья", body=body), editor, now=now)
    with django_assert_max_num_queries(34):
        assert len(form_of(desk, article).context["named"].linked) == 6


def test_an_unknown_namesake_of_somebody_on_record_is_proposed_too(desk, draft, editor, now):
    """Beside the Ольхов we know stands another one: he is put on record with one button as everybody is."""
    known = person("Тимур", "Ольхов")
    write(draft, "<p>Акылбек Ольхов, министр культуры Лаковии, приехал в театр.</p>", editor, now)
    page = form_of(desk, draft).context["named"]
    assert (page.open, [entry.proposal.name.full for entry in page.unknown]) == ([], ["Акылбек Ольхов"])
    press(desk, draft, say="create", key=page.unknown[0].key)
    made = Person.objects.exclude(pk=known.pk).get()
    assert [entry.meant for entry in form_of(desk, draft).context["named"].linked] == [made]
