"""The archive linked anew: what changes, what stays, and how a broken-off run goes on."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles import relinking, revisions, workflow
from articles.content import Content
from articles.models import Mention, Relinking
from articles.relinking import relink
from clock import ticking
from people.dates import PartialDate
from people.models import Membership, NameForm
from tests.factories.people import held, person, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(editor, now):
    """Three live stories that name people nobody has on record yet."""
    bodies = [
        "<p>Министр культуры Лаковии Асан Токтосунов открыл театр. С Токтосуновым говорили.</p>",
        "<p>Анна Бекова закрыла мост.</p>",
        "<p>Погода ясная. Токтосунова ждут.</p>",
    ]
    articles = []
    for number, body in enumerate(bodies):
        article = revisions.create(Content(headline=f"Новость {number}", body=body), editor, now=now)
        workflow.publish(article, by=editor, now=now)
        articles.append(article)
    return articles


def run(*, now=None, **options):
    return list(relink(clock=lambda: now, **options))


def named(article):
    return list(article.mentions.values_list("surface", "office"))


def test_somebody_put_on_record_is_linked_in_the_archive(archive, now):
    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    held(asan, post(), "2020", checked_at=now)
    before = ticking.read().epoch
    (progress,) = run(now=now)
    assert (progress.read, progress.left) == (3, 0)
    office = "министр культуры Лаковии"
    assert named(archive[0]) == [("Асан Токтосунов", office), ("Токтосуновым", office)]
    archive[0].refresh_from_db()
    assert f'data-person="{asan.pk}">Асан Токтосунов</a>' in archive[0].rendered_html
    assert ticking.read().epoch > before


def test_an_article_that_names_the_same_people_is_not_written(archive, now):
    person("Асан", "Токтосунов", page="public", checked_at=now)
    run(now=now)
    rows = list(Mention.objects.values_list("pk", flat=True))
    epoch = ticking.read().epoch
    (progress,) = run(now=now)
    assert progress.changed == 0
    assert list(Mention.objects.values_list("pk", flat=True)) == rows
    assert ticking.read().epoch == epoch


def test_what_readers_were_told_of_an_office_stays(live, minister, now):
    """Corrected years later, the record does not rewrite old stories; only who is named is looked at anew."""
    Membership.objects.filter(person=minister).update(start_date=PartialDate.parse("2030"), covers_from="2030-01-01")
    person("Анна", "Бекова")
    run(now=now)
    assert {office for _, office in named(live)} == {"министр культуры Лаковии"}


def test_the_words_and_times_of_an_article_stay(archive, now):
    person("Анна", "Бекова", "female", page="public", checked_at=now)
    article = archive[1]
    article.refresh_from_db()
    before = (article.body_html, article.headline, article.updated_at, article.public_from, article.version)
    run(now=now + timedelta(days=400))
    article.refresh_from_db()
    assert (article.body_html, article.headline, article.updated_at, article.public_from, article.version) == before
    assert named(article) == [("Анна Бекова", "")]


def test_one_person_touches_only_stories_that_may_name_them(archive, now, monkeypatch):
    anna = person("Анна", "Бекова", "female", page="public", checked_at=now)
    person("Асан", "Токтосунов", page="public", checked_at=now)
    seen = []
    real = relinking.link_all
    monkeypatch.setattr(relinking, "link_all", lambda stories: seen.extend(stories) or real(stories))
    run(now=now, person=anna)
    assert [story.document for story in seen] == ["\nАнна Бекова закрыла мост.\n"]
    assert [named(article) for article in archive] == [[], [("Анна Бекова", "")], []]


def test_a_person_named_no_more_loses_the_link(archive, now):
    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    run(now=now)
    asan.family_name = "Асанбаев"
    asan.save()
    run(now=now, person=asan)
    assert not Mention.objects.exists()


def test_a_changed_address_reaches_old_stories(live, minister, now):
    minister.slug = "other-address"
    minister.save()
    run(now=now)
    live.refresh_from_db()
    assert "/people/other-address/" in live.rendered_html


def test_an_editors_word_outlives_a_relink(archive, editor, now):
    from articles.decisions import decide

    asan = person("Асан", "Токтосунов", page="public", checked_at=now)
    decide(archive[0], ["Асан Токтосунов", "Токтосуновым"], None, by=editor)
    run(now=now)
    assert named(archive[0]) == []
    assert asan.page == "public"


def test_a_draft_and_a_story_changed_meanwhile_are_left_alone(archive, editor, now, monkeypatch):
    person("Анна", "Бекова", "female", page="public", checked_at=now)
    article = archive[1]
    real = relinking.link_all

    def publish_meanwhile(stories):
        content = Content(headline="Новое", body="<p>Мост открыт.</p>")
        article.refresh_from_db()
        revisions.save(article, content, article.version, editor, now=now)
        workflow.publish(article, by=editor, now=now)
        return real(stories)

    monkeypatch.setattr(relinking, "link_all", publish_meanwhile)
    run(now=now)
    article.refresh_from_db()
    assert (article.headline, named(article)) == ("Новое", [])


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(archive, now, monkeypatch):
    monkeypatch.setattr(relinking, "_BATCH", 1)
    broken = relink(clock=lambda: now)
    assert next(broken).read == 1
    broken.close()
    assert [progress.read for progress in run(now=now)] == [2, 3]
    assert Relinking.objects.get().finished_at == now
    assert [progress.read for progress in run(now=now)] == [1, 2, 3]
    next(relink(clock=lambda: now))
    assert [progress.read for progress in run(now=now, restart=True)] == [1, 2, 3]


def test_a_batch_costs_the_same_for_three_stories_and_for_ten(archive, editor, now, django_assert_max_num_queries):
    for number in range(7):
        article = revisions.create(Content(headline=f"Ещё {number}", body="<p>Анна Бекова.</p>"), editor, now=now)
        workflow.publish(article, by=editor, now=now)
    with django_assert_max_num_queries(16):
        run(now=now)


def test_the_command_tells_how_far_it_is(archive, now):
    anna = person("Анна", "Бекова", "female", page="public", checked_at=now)
    out = StringIO()
    call_command("relink", "--person", anna.slug, stdout=out)
    assert out.getvalue().strip() == "прочитано статей: 3 из 3, изменено: 1"
    with pytest.raises(CommandError, match="nobody-at-all"):
        call_command("relink", "--person", "nobody-at-all")


def test_a_corrected_form_finds_old_stories(archive, now):
    anna = person("Анна", "Бекофф", "female", page="public", checked_at=now)
    run(now=now, person=anna)
    assert not Mention.objects.exists()
    NameForm.objects.create(person=anna, part="family", form="Бекова", cases=1, origin="editor")
    run(now=now, person=anna)
    assert named(archive[1]) == [("Анна Бекова", "")]
