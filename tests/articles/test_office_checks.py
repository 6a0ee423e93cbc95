"""Offices in a text against the record. The people, Лаковия and Эмерания are invented."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from articles import office_checks, publishing, revisions
from articles.content import Content
from articles.decisions import decide
from articles.linking import link
from articles.models import CheckAnswer
from people.models import Organization, Person, Post
from tests.factories.people import held, person, post

DAY = date(2025, 6, 30)


@pytest.fixture
def lakovia(db, now):
    """Асан was minister of culture until March 2025, Бакыт is; Чынара is mayor; Данияр only acts as minister."""
    ministry = Organization.objects.create(
        name="Министерство культуры Лаковии", abbreviation="Минкультуры Лаковии", classification="ministry"
    )
    culture = post("министр культуры Лаковии", ministry.name)
    asan = person("Асан", "Токтосунов")
    bakyt = person("Бакыт", "Усенов")
    held(asan, culture, "2019", "2025-03-12", checked_at=now)
    held(bakyt, culture, "2025-03-12", checked_at=now)
    held(
        person("Чынара", "Ольхова", "female"), post("мэр Нижнего Кедра", "Мэрия Нижнего Кедра"), "2020", checked_at=now
    )
    defence = post("министр обороны Лаковии", "Министерство обороны Лаковии")
    held(person("Данияр", "Кедров"), defence, "2024", checked_at=now, acting=True)
    held(
        person("Эмиль", "Беков"),
        post("министр финансов Лаковии", "Министерство финансов Лаковии"),
        "2021",
        checked_at=now,
    )
    person("Жылдыз", "Асанова", "female")
    return culture


@pytest.fixture
def check(login_of, now):
    editor = login_of("editor")

    def findings(text: str, *, on: date = DAY, caption: str = "", body: str = ""):
        content = Content(headline="Проба", lede="", body=body or f"<p>{text}</p>", event_date=on)
        article = revisions.create(content, editor, now=now)
        draft = publishing.draft_of(article, revisions.newest(article), now)
        return office_checks.findings(draft, link(draft.story))

    return findings


# text -> the record's side of the sentence
FOUND = [
    # the seat is somebody else's
    ("Министр культуры Лаковии Асан Токтосунов открыл театр.", "министр культуры Лаковии — Бакыт Усенов"),
    ("Глава Минкультуры Лаковии Асан Токтосунов открыл театр.", "Бакыт Усенов"),
    ("Театр открыл Асан Токтосунов, министр культуры Лаковии.", "Бакыт Усенов"),
    ("Театр открыл министр культуры Асан Токтосунов.", "Бакыт Усенов"),  # he was that minister: no other is meant
    ("Министр культуры Лаковии Жылдыз Асанова открыла театр.", "Бакыт Усенов"),
    # another office that day
    ("Министр спорта Лаковии Чынара Ольхова открыла театр.", "мэр Нижнего Кедра"),
    # acting, and not
    ("Министр обороны Лаковии Данияр Кедров открыл парад.", "и. о. министра обороны Лаковии"),
    ("И. о. министра культуры Лаковии Бакыт Усенов открыл театр.", "министр культуры Лаковии"),
    # no more, they say
    ("Бывший министр финансов Лаковии Эмиль Беков открыл театр.", "министр финансов Лаковии"),
    ("Экс-мэр Нижнего Кедра Чынара Ольхова открыла театр.", "мэр Нижнего Кедра"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "record"), FOUND)
def test_an_office_against_the_record_is_asked_about(lakovia, check, text, record):
    (finding,) = check(text)
    assert record in finding.sentence
    assert finding.kind == CheckAnswer.Kind.OFFICE


# what the record does not contradict
NOT_FOUND = [
    "Министр культуры Лаковии Бакыт Усенов открыл театр.",
    "Глава Минкультуры Лаковии Бакыт Усенов открыл театр.",
    "Министр Бакыт Усенов открыл театр.",  # less exact
    "Министр культуры Бакыт Усенов открыл театр.",
    "Глава ведомства Бакыт Усенов открыл театр.",
    "Градоначальник Чынара Ольхова открыла театр.",
    "Лидер партии «Ромашка» Чынара Ольхова открыла театр.",  # beside another office
    "Депутат парламента Лаковии Эмиль Беков выступил.",
    "Председатель комиссии Эмиль Беков выступил.",
    "Министр спорта Лаковии Жылдыз Асанова открыла стадион.",  # of her the record is silent
    "И. о. министра культуры Лаковии Жылдыз Асанова открыла театр.",  # somebody may act for a minister on leave
    "Бывший министр культуры Лаковии Асан Токтосунов открыл театр.",
    "Экс-министр культуры Лаковии Асан Токтосунов открыл театр.",
    "Тогдашний министр культуры Лаковии Асан Токтосунов открыл театр.",
    "В 2021 году министр культуры Лаковии Асан Токтосунов открыл театр.",
    "«Вчера министр культуры Лаковии Асан Токтосунов показал нам новый театр», — сказал гость.",
    "Супруга министра культуры Лаковии Жылдыз Асанова открыла выставку.",
    "Министр обороны Лаковии принял гостя. Асан Токтосунов приехал.",
    "Асан Токтосунов, министр культуры Лаковии Бакыт Усенов и гости приехали.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_the_record_does_not_contradict_is_no_finding(lakovia, check, text):
    assert [finding.sentence for finding in check(text)] == []


def test_the_same_office_of_another_country_is_asked_about(lakovia, login_of, now):
    """The engine takes him for a namesake; an editor has said who is meant."""
    text = "Министр финансов Эмерании Эмиль Беков открыл театр."
    editor = login_of("editor")
    article = revisions.create(Content(headline="Проба", body=f"<p>{text}</p>", event_date=DAY), editor, now=now)
    decide(article, ["Эмиль Беков"], Person.objects.get(family_name="Беков"), by=editor)
    draft = publishing.draft_of(article, revisions.newest(article), now)
    (finding,) = office_checks.findings(draft, link(draft.story))
    assert "министр финансов Лаковии" in finding.sentence


def test_on_a_day_of_hand_over_both_are_right(lakovia, check):
    both = "Министр культуры Лаковии {} открыл театр."
    assert check(both.format("Асан Токтосунов"), on=date(2025, 3, 12)) == []
    assert check(both.format("Бакыт Усенов"), on=date(2025, 3, 12)) == []
    assert check("Бывший министр культуры Лаковии Асан Токтосунов приехал.", on=date(2025, 3, 12)) == []


def test_a_record_that_says_acting_or_former_in_words_is_heeded(lakovia, check, now):
    azat = person("Азат", "Ромашкин")
    held(azat, post("исполняющий обязанности директора театра", "Театр Лаковии"), "2024", checked_at=now)
    held(azat, post("бывший мэр Верхнего Кедра", "Мэрия Верхнего Кедра"), "2024", checked_at=now)
    assert check("Исполняющий обязанности директора театра Азат Ромашкин приехал.") == []
    assert check("Бывший мэр Верхнего Кедра Азат Ромашкин приехал.") == []


def test_an_office_told_only_of_another_day_proves_nothing(lakovia, check):
    who = person("Азат", "Ромашкин")
    sport = post("министр спорта Лаковии", "Министерство спорта Лаковии")
    held(who, sport, attested_from=date(2025, 1, 1), attested_until=date(2025, 1, 2))
    assert check("Министр спорта Лаковии Азат Ромашкин приехал.") == []


CORRECTIONS = [
    (
        "Министр культуры Лаковии Асан Токтосунов открыл театр.",
        ["Бывший министр культуры Лаковии Асан Токтосунов", "Министр культуры Лаковии Бакыт Усенов"],
    ),
    (
        "Встреча с министром культуры Лаковии Асаном Токтосуновым.",
        ["бывшим министром культуры Лаковии Асаном Токтосуновым", "министром культуры Лаковии Бакытом Усеновым"],
    ),
    (
        "Слова Асана Токтосунова, министра культуры Лаковии, услышаны.",
        ["Асана Токтосунова, бывшего министра культуры Лаковии", "Бакыта Усенова, министра культуры Лаковии"],
    ),
    # never this minister: no «бывший»
    ("Министр культуры Лаковии Жылдыз Асанова открыла театр.", ["Министр культуры Лаковии Бакыт Усенов"]),
    ("К министру обороны Лаковии Данияру Кедрову пришли.", ["и. о. министра обороны Лаковии Данияру Кедрову"]),
    ("Министра спорта Лаковии Чынару Ольхову ждали.", ["Мэра Нижнего Кедра Чынару Ольхову"]),
]


@pytest.mark.parametrize(("text", "words"), CORRECTIONS)
def test_corrections_stand_in_the_case_of_the_text(lakovia, check, text, words):
    (finding,) = check(text)
    assert [each.words for each in finding.corrections] == words
    assert text[finding.place.start : finding.place.end] == finding.place.surface


def test_one_answer_holds_for_all_places_and_cases(lakovia, check):
    (once,) = check("Министр культуры Лаковии Асан Токтосунов открыл театр.")
    (again,) = check(
        "Слово дали министру культуры Лаковии Асану Токтосунову. Министр культуры Лаковии Асан Токтосунов вышел."
    )
    asan = Person.objects.get(family_name="Токтосунов")
    assert once.key == again.key == f"{asan.pk}:министр культуры лаковии"
    assert once.record_url == f"/admin/people/person/{asan.pk}/change/"


def test_a_long_story_costs_as_many_questions_as_a_short_one(
    lakovia, check, django_assert_max_num_queries, login_of, now
):
    short = "Министр культуры Лаковии Асан Токтосунов открыл театр."
    long = short + " ".join(text for text, _ in FOUND) + " ".join(NOT_FOUND)
    for text in (short, long):
        content = Content(headline="Проба", body=f"<p>{text}</p>", event_date=DAY)
        article = revisions.create(content, login_of("editor", f"editor{len(text)}"), now=now)
        draft = publishing.draft_of(article, revisions.newest(article), now)
        linked = link(draft.story)
        with django_assert_max_num_queries(12):
            assert office_checks.findings(draft, linked)


def derived(article, now):
    return publishing.derive(article, revisions.newest(article), now, is_out=False)


def test_what_the_text_says_is_recorded_as_told_on_its_day(lakovia, login_of, now):
    editor = login_of("editor")
    text = "Министр спорта Лаковии Чынара Ольхова открыла стадион."
    article = revisions.create(Content(headline="Стадион", body=f"<p>{text}</p>", event_date=DAY), editor, now=now)
    draft = publishing.draft_of(article, revisions.newest(article), now)
    (finding,) = office_checks.findings(draft, link(draft.story))
    (deed,) = finding.deeds

    (said,) = office_checks.act(deed.name, finding, article, derived(article, now), by=editor)
    held_now = Person.objects.get(family_name="Ольхова").memberships.get(post__label="министр спорта Лаковии")
    assert str(held_now) in said
    assert (held_now.attested_from, held_now.is_attested_only) == (DAY, True)
    assert held_now.sources.get().owner == article.owner
    draft = publishing.draft_of(article, revisions.newest(article), now)
    assert office_checks.findings(draft, link(draft.story)) == []


def test_what_the_text_no_longer_says_is_not_recorded(lakovia, login_of, now):
    editor = login_of("editor")
    text = "Министр спорта Лаковии Чынара Ольхова открыла стадион."
    article = revisions.create(Content(headline="Стадион", body=f"<p>{text}</p>", event_date=DAY), editor, now=now)
    draft = publishing.draft_of(article, revisions.newest(article), now)
    (finding,) = office_checks.findings(draft, link(draft.story))
    revisions.save(
        article, Content(headline="Стадион", body="<p>Открыт стадион.</p>", event_date=DAY), 1, editor, now=now
    )
    assert len(office_checks.act("attest", finding, article, derived(article, now), by=editor)) == 1
    assert not Post.objects.filter(label="министр спорта Лаковии").exists()


def test_who_may_not_add_offices_is_refused(lakovia, login_of, now):
    reporter = login_of("reporter")
    text = "Министр спорта Лаковии Чынара Ольхова открыла стадион."
    article = revisions.create(Content(headline="Стадион", body=f"<p>{text}</p>", event_date=DAY), reporter, now=now)
    draft = publishing.draft_of(article, revisions.newest(article), now)
    (finding,) = office_checks.findings(draft, link(draft.story))
    with pytest.raises(PermissionDenied):
        office_checks.act("attest", finding, article, derived(article, now), by=reporter)
