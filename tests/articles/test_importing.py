"""A wire text in: nothing made twice, nothing an editor did lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from articles import revisions, workflow
from articles.desk import panel
from articles.importing import DoesNotFit, bring_in, examine
from articles.models import Article
from articles.wire import read
from media_assets.models import Photo
from people.dates import PartialDate
from people.models import Membership, Organization, Person, Post
from tests.factories.people import held, person, post
from tests.factories.pictures import photo
from tests.samples import SAMPLE_FILE

pytestmark = pytest.mark.django_db

SAMPLE = SAMPLE_FILE.read_text(encoding="utf-8")
OFFICIALS = [
    ("Жээнбек Кулубаев", "министр иностранных дел Киргизии", "Министерство иностранных дел Киргизии"),
    ("Максим Рыженков", "министр иностранных дел Белоруссии", "Министерство иностранных дел Белоруссии"),
    ("Мурат Нуртлеу", "министр иностранных дел Казахстана", "Министерство иностранных дел Казахстана"),
    ("Садыр Жапаров", "президент Киргизии", "Институт президента Киргизии"),
    ("Сергей Лавров", "министр иностранных дел России", "Министерство иностранных дел России"),
    ("Мухриддин Сироджиддин", "министр иностранных дел Таджикистана", "Министерство иностранных дел Таджикистана"),
    ("Имангали Тасмагамбетов", "генеральный секретарь ОДКБ", "Организация Договора о коллективной безопасности"),
]


def bring(text: str, by, now, picture=None):
    return bring_in(examine(read(text)[0]), by=by, now=now, photo=picture)


def records() -> list[int]:
    return [model.objects.count() for model in (Article, Person, Post, Organization, Membership)]


@pytest.fixture
def sample(editor, now):
    return bring(SAMPLE, editor, now, photo(credit_line=""))


def test_the_sample_becomes_a_draft_with_its_seven_officials(sample):
    assert sample.outcome == "created"
    held = [(str(each.person), each.post.label, each.organization.name) for each in Membership.objects.order_by("pk")]
    assert held == OFFICIALS
    assert all(each.when("ru") == "на 30\u00a0июня 2025" for each in Membership.objects.all())
    assert records() == [1, 7, 7, 7, 7]


@pytest.mark.parametrize("since", ["", "2022", "2025-06-30"])
def test_the_sample_raises_no_false_alarm_about_offices(sample, now, since):
    if since:  # its offices checked by an editor
        for each in Membership.objects.all():
            each.start_date, each.checked_at = PartialDate.parse(since), now
            each.save()
    read_now = panel.read(sample.article, revisions.content_of(revisions.newest(sample.article)), now)
    assert read_now.against_the_record == []
    assert {len(read_now.named.linked), len(read_now.named.open), len(read_now.named.unknown)} == {7, 0}


def test_the_picture_knows_who_stands_where(sample):
    content = revisions.content_of(revisions.newest(sample.article))
    shown = Photo.objects.get().persons_shown.order_by("position")
    assert [(each.position, str(each.person)) for each in shown] == list(enumerate((name for name, *_ in OFFICIALS), 1))
    assert [each.office for each in shown] == [office for _, office, _ in OFFICIALS]
    assert content.lead_credit == "пресс-служба президента Киргизии"


def test_publishing_the_sample_links_everybody_in_body_and_caption(sample, editor, now):
    Photo.objects.update(credit_line="пресс-служба президента Киргизии")
    workflow.publish(sample.article, by=editor, now=now)
    article = sample.article
    linked = [person.pk for person in sample.people]
    for html, order in (
        (article.photos.get().caption_html, linked),
        (article.rendered_html.split("<footer>")[0], None),
    ):
        ids = [int(piece.split('"')[0]) for piece in html.split('data-person="')[1:]]
        assert sorted(ids) == sorted(linked)
        assert order is None or ids == order
    assert "**" not in article.rendered_html
    quote = article.quotes.get()
    assert (quote.speaker_name, quote.speaker_office) == ("Садыр Жапаров", "президент Киргизии")


def test_importing_twice_creates_nothing_new(sample, editor, now):
    before = records()
    assert bring(SAMPLE, editor, now, photo()).outcome == "unchanged"
    assert records() == before


def test_a_changed_headline_updates_the_draft(sample, editor, now):
    again = bring(SAMPLE.replace("принял министров", "встретил министров"), editor, now)
    assert (again.outcome, again.article) == ("updated", sample.article)
    again.article.refresh_from_db()
    assert again.article.headline.startswith("Садыр Жапаров встретил")
    assert revisions.content_of(revisions.newest(again.article)).lead_photo  # the picture stays


def test_an_editors_work_is_not_overwritten_by_the_next_import(sample, editor, now):
    latest = revisions.newest(sample.article)
    worked = replace(revisions.content_of(latest), headline="Заголовок редактора")
    revisions.save(sample.article, worked, latest.number, editor, now=now)
    text = SAMPLE.replace("принял министров", "встретил министров")
    text = text.replace("Стороны обсудили координацию", "Обсуждали координацию")
    again = bring(text, editor, now)
    stored = revisions.content_of(revisions.newest(again.article))
    assert stored.headline == "Заголовок редактора"
    assert stored.lede.startswith("Обсуждали")
    assert len(again.remarks) == 1


def test_a_published_text_gets_a_draft_version_and_readers_nothing(sample, editor, now):
    Photo.objects.update(credit_line="пресс-служба")
    workflow.publish(sample.article, by=editor, now=now)
    headline = sample.article.headline
    again = bring(SAMPLE.replace("принял министров", "встретил министров"), editor, now + timedelta(hours=1))
    again.article.refresh_from_db()
    assert again.outcome == "appended"
    assert again.article.headline == headline
    assert again.article.has_unpublished_changes
    assert again.remarks


def test_a_person_in_the_other_order_is_the_same(sample, editor, now):
    other = SAMPLE.replace("Мухриддин Сироджиддин", "Сироджиддин Мухриддин").replace("терроризм,", "терроризм и")
    bring(other, editor, now)
    assert Person.objects.count() == 7
    assert Membership.objects.count() == 7


def test_a_text_about_namesakes_asks_and_links_nobody(editor, now):
    for patronymic in ("Болотович", "Эркинович"):
        Person.objects.create(given_name="Асан", family_name="Токтосунов", patronymic_name=patronymic, gender="male")
    result = bring("Заголовок новости\n\nАсан Токтосунов приехал в Лаковию и выступил в театре.", editor, now)
    assert Person.objects.count() == 2
    assert "Асан Токтосунов" in result.remarks[0]


def test_the_namesake_whose_office_the_text_gives_is_meant(editor, now):
    namesakes = [person("Асан", "Токтосунов"), person("Асан", "Токтосунов")]
    held(namesakes[1], post("министр культуры Лаковии"), "2020", checked_at=now)
    text = "Министр культуры Лаковии Асан Токтосунов открыл театр. Токтосунов выступил с речью."
    intake = examine(read(f"Заголовок новости\n\n{text}")[0])
    assert [named.choice for named in intake.people] == [namesakes[1]]


def test_whoever_holds_two_offices_in_a_caption_holds_both_on_record(editor, now):
    text = SAMPLE.replace(
        "президент Киргизии **Садыр Жапаров**", "президент Киргизии — председатель ОДКБ **Садыр Жапаров**"
    )
    result = bring(text, editor, now, photo(credit_line=""))
    offices = Membership.objects.filter(person__family_name="Жапаров").values_list("post__label", flat=True)
    assert set(offices) >= {"президент Киргизии", "председатель ОДКБ"}
    shown = result.article and Photo.objects.get().persons_shown.get(position=4)
    assert shown.office == "президент Киргизии — председатель ОДКБ"


def test_the_speaker_an_editor_chose_stays_and_the_next_quote_keeps_its_own(editor, now):
    chosen = Person.objects.create(given_name="Болот", family_name="Сыдыков", gender="male")
    text = (
        "Заголовок новости\n\nАсан Токтосунов открыл театр вместе с Болотом Сыдыковым.\n\n"
        "«Первые слова сказаны», — сказал Асан Токтосунов.\n\n«Вторые слова сказаны», — добавил Асан Токтосунов."
    )
    intake = examine(read(text)[0])
    body = intake.content.body.replace("<blockquote>", f'<blockquote data-speaker="{chosen.pk}">', 1)
    intake.content = replace(intake.content, body=body)
    article = bring_in(intake, by=editor, now=now).article
    asan = Person.objects.get(family_name="Токтосунов")
    assert [f'data-speaker="{each.pk}"' in article.body_html for each in (chosen, asan)] == [True, True]


def test_a_person_on_record_goes_before_a_guess_at_the_words_beside_the_name(editor, now):
    """«Лаковии Анна» could be a name too, for whoever does not know Анна Вереск."""
    anna = Person.objects.create(given_name="Анна", family_name="Вереск", gender="female")
    text = "Глава Лаковии Анна Вереск приняла парад вместе с министром культуры Лаковии Асаном Токтосуновым."
    bring(f"Заголовок новости\n\n{text}", editor, now)
    assert set(Person.objects.values_list("family_name", flat=True)) == {"Вереск", "Токтосунов"}
    assert anna.memberships.count() == 1


def test_an_office_without_an_organization_makes_no_organization(editor, now):
    bring("Заголовок новости\n\nПремьер-министр Асан Токтосунов открыл мост через реку и уехал.", editor, now)
    assert Person.objects.count() == 1
    assert not Organization.objects.exists()


def test_a_headline_too_long_to_keep_is_refused_in_a_sentence(editor, now):
    intake = examine(read(SAMPLE)[0])
    intake.content = replace(intake.content, headline="Очень длинный заголовок " * 20)
    with pytest.raises(DoesNotFit, match=r"Очень длинный .*300"):
        bring_in(intake, by=editor, now=now)
    assert not Article.objects.exists()
