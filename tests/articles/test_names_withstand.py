"""What names withstand: crafted buttons, buttons pressed twice, merged records, likenesses of a decided name."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from articles import accepting, decisions, named, publishing, relinking, revisions, workflow
from articles.content import Content
from articles.models import NameDecision
from articles.name_buttons import Pressed
from articles.relinking import relink
from people.models import Membership, Person
from people.models.declined import remake_forms
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def story(editor, now, body):
    return revisions.create(Content(headline="Новость", body=body), editor, now=now)


def derived(article, now):
    return publishing.derive(article, revisions.newest(article), now, is_out=False)


def people(article, now):
    return [(each.surface, each.person) for each in derived(article, now).linked.named]


@pytest.mark.parametrize(
    "value",
    [
        '{"say":"means","names":["А"],"person":1e999,"organization":0,"context":"","key":""}',
        "[" * 100_000,
        '{"say":"nobody","names":["%s"],"person":0,"organization":0,"context":"","key":""}' % ("я" * 301),
        '{"say":"nobody","names":["я"],"person":0,"organization":0,"context":"%s","key":""}' % ("я" * 301),
        '{"say":"nobody","names":["a\\u0000b"],"person":0,"organization":0,"context":"","key":""}',
        '{"say":"nobody","names":["a\\ud800b"],"person":0,"organization":0,"context":"","key":""}',
    ],
)
def test_a_button_nobody_drew_says_nothing(value):
    assert Pressed.read(value) == Pressed("")


@pytest.mark.parametrize(("name", "around"), [("я" * 301, ""), ("a\0b", ""), ("я", "я" * 301)])
def test_a_name_no_text_prints_is_decided_nowhere(client, editor, draft, minister, name, around):
    client.force_login(editor)
    address = reverse("admin:articles_article_whom", args=[draft.pk])
    answer = client.post(
        f"{address}?{urlencode({'name': name, 'context': around})}", {"person": minister.pk, "where": "here"}
    )
    assert (answer.status_code, NameDecision.objects.count()) == (403, 0)


def test_two_names_without_suggestions_are_two_questions(editor, now):
    person("Роман", "Беков")
    person("Анна", "Усова", "female")
    article = story(editor, now, "<p>Роман Беков и Анна Усова спорили.</p>")
    for name in ("Роман Беков", "Анна Усова"):
        decisions.decide(article, [name], None, by=editor)
    ruled_out = named.who_is_named(article, derived(article, now)).ruled_out
    assert [entry.surfaces for entry in ruled_out] == [["Роман Беков"], ["Анна Усова"]]


def test_a_word_on_one_place_asks_nothing_of_the_other_and_can_be_taken_back(editor, now, minister):
    article = story(editor, now, "<p>Сегодня вечером пришёл Икс и сел на стул. Потом опять ушёл Икс в поле гулять.</p>")
    text = "\n".join(derived(article, now).linked.plain.values())
    at = text.index("Икс")
    decisions.decide(article, ["Икс"], minister, by=editor, context=decisions.context_of(text, at, at + 3))
    found = named.who_is_named(article, derived(article, now))
    assert [(len(entry.places), entry.is_decided) for entry in found.linked] == [(1, True)]
    assert found.open == []


@pytest.mark.parametrize(
    ("decided", "text", "found"),
    [
        (["Жан"], "Жан-Поль пришёл.", []),
        (["Жан"], "Сам Жан — пришёл.", ["Жан"]),
        (["Жан", "(Жан+Поль)*"], "Вот (Жан+Поль)* пришли.", ["(Жан+Поль)*"]),
    ],
)
def test_a_decided_name_is_no_part_of_a_longer_one(editor, now, minister, decided, text, found):
    article = story(editor, now, f"<p>{text}</p>")
    for name in decided:
        decisions.decide(article, [name], minister, by=editor)
    assert [surface for surface, _ in people(article, now)] == found


def test_a_decision_follows_a_person_through_merges(editor, now, minister):
    article = story(editor, now, "<p>Некто Икс пришёл.</p>")
    decisions.decide(article, ["Икс"], minister, by=editor)
    second, last = person("Асан", "Второй"), person("Асан", "Третий")
    for merged, into in ((minister, second), (second, last)):
        merged.merged_into = into
        merged.save()
        remake_forms(merged)
    assert people(article, now) == [("Икс", last)]


def test_a_record_asked_for_twice_at_once_is_made_once(editor, now):
    article = story(editor, now, "<p>Министр культуры Лаковии Пётр Кедров открыл театр.</p>")
    before = derived(article, now)  # both requests have read the text before either has written
    (entry,) = named.who_is_named(article, before).unknown
    first, second = (
        accepting.create(article, before, [accepting.Wanted(entry.key)], by=editor)[0].person for _ in range(2)
    )
    assert first == second
    assert (Person.objects.count(), Membership.objects.count()) == (1, 1)


def test_a_record_that_cannot_be_finished_is_not_begun(editor, now, monkeypatch):
    article = story(editor, now, "<p>Министр культуры Лаковии Пётр Кедров открыл театр.</p>")
    before = derived(article, now)
    (entry,) = named.who_is_named(article, before).unknown
    monkeypatch.setattr(accepting, "decide", lambda *args, **options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        accepting.create(article, before, [accepting.Wanted(entry.key)], by=editor)
    assert Person.objects.count() == 0


def test_a_quote_whose_speaker_has_no_other_link_is_not_written_again(editor, now, minister, settings):
    nowhere = {"lede": "none", "caption": "none", "body": "none"}
    settings.NAME_LINKS = {"person": nowhere, "organization": nowhere}
    body = f'<p>Асан Токтосунов сказал.</p><blockquote data-speaker="{minister.pk}">«Да»</blockquote>'
    workflow.publish(story(editor, now, body), by=editor, now=now)
    assert [progress.changed for progress in relink(clock=lambda: now)] == [0]


@pytest.mark.parametrize(("begins_in", "office"), [(timedelta(days=1), ""), (timedelta(0), "министр культуры Лаковии")])
def test_an_office_corrected_before_the_first_reader_is_corrected_in_print(editor, now, minister, begins_in, office):
    article = story(editor, now, "<p>Асан Токтосунов и Анна Бекова.</p>")
    if begins_in:
        workflow.schedule(article, by=editor, now=now, at=now + begins_in)
    else:
        workflow.publish(article, by=editor, now=now)
    Membership.objects.all().delete() if begins_in else Membership.objects.update(covers_from="2030-01-01")
    person("Анна", "Бекова", "female")
    list(relink(clock=lambda: now))
    assert dict(article.mentions.values_list("person__family_name", "office")) == {"Токтосунов": office, "Бекова": ""}


def test_somebody_an_editor_chose_is_linked_when_relinked_alone(editor, now, minister):
    article = story(editor, now, "<p>Некто Икс пришёл.</p>")
    workflow.publish(article, by=editor, now=now)
    decisions.decide(article, ["Икс"], minister, by=editor)
    list(relink(clock=lambda: now, person=minister))
    assert [each.person for each in article.mentions.all()] == [minister]


def test_a_run_begun_again_elsewhere_still_ends(editor, now, minister, monkeypatch):
    monkeypatch.setattr(relinking, "_BATCH", 1)
    for _ in range(2):
        workflow.publish(story(editor, now, "<p>Асан Токтосунов.</p>"), by=editor, now=now)
    run = relink(clock=lambda: now)
    next(run)
    list(relink(clock=lambda: now, restart=True))
    assert [progress.left for progress in run] == [0]


@pytest.mark.parametrize("address", ["nonsense", "²", "", "9" * 30])
def test_relink_knows_nobody_by_such_an_address(live, address):
    with pytest.raises(CommandError):
        call_command("relink", person=address)
