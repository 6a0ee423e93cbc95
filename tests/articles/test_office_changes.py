"""Stories in which offices change hands. The people and Лаковия are invented."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from articles import office_checks, publishing, revisions
from articles.content import Content
from articles.linking import link
from articles.models import CheckAnswer
from people.dates import PartialDate
from people.models import Membership, Organization, Person
from tests.factories.people import held, person, post

DAY = date(2025, 6, 30)
APPOINTED = "Президент назначил Асана Токтосунова министром культуры Лаковии."
DISMISSED = "Министр культуры Лаковии Бакыт Усенов освобождён от должности."


@pytest.fixture
def culture(db):
    body = Organization.objects.create(name="Министерство культуры Лаковии", classification="ministry")
    return post("министр культуры Лаковии", body.name)


@pytest.fixture
def asan(db):
    return person("Асан", "Токтосунов")


@pytest.fixture
def bakyt(culture, now):
    """Minister of culture on record."""
    bakyt = person("Бакыт", "Усенов")
    held(bakyt, culture, "2020", checked_at=now)
    return bakyt


class Desk:
    """An editor with one story of that day."""

    def __init__(self, editor, now, text: str):
        self.editor, self.now = editor, now
        content = Content(headline="Указ", body=f"<p>{text}</p>", event_date=DAY)
        self.article = revisions.create(content, editor, now=now)

    @property
    def findings(self):
        draft = publishing.draft_of(self.article, revisions.newest(self.article), self.now)
        return office_checks.findings(draft, link(draft.story))

    def press(self, number: int = 0, *, by=None) -> list[str]:
        (finding,) = self.findings
        derived = publishing.derive(self.article, revisions.newest(self.article), self.now, is_out=False)
        return office_checks.act(finding.deeds[number].name, finding, self.article, derived, by=by or self.editor)


@pytest.fixture
def desk(login_of, now):
    editor = login_of("editor")
    return lambda text: Desk(editor, now, text)


def test_an_appointment_is_recorded_from_the_day_the_text_tells(culture, asan, desk):
    story = desk(APPOINTED)
    (finding,) = story.findings
    assert finding.kind == CheckAnswer.Kind.CHANGE
    assert "Асан Токтосунов — министр культуры Лаковии" in finding.sentence
    story.press()

    membership = asan.memberships.get()
    assert (membership.post, membership.start_date) == (culture, PartialDate.of(DAY))
    # nobody has checked it: pages say «на 30 июня 2025» and no more
    assert membership.is_attested_only
    assert culture.holder_on(DAY) == membership
    assert membership.sources.get().owner == story.article.owner
    assert membership.history.first().history_user == story.editor
    assert story.findings == []


DAYS = [
    ("12 марта", None),  # too long ago for news
    ("28 июня", "2025-06-28"),
    ("с 1 июля", "2025-07-01"),
    ("в июне", "2025-06"),
    ("вчера", "2025-06-29"),
]


@pytest.mark.parametrize(("words", "since"), DAYS)
def test_the_date_in_the_sentence_goes_before_the_storys(culture, asan, desk, words, since):
    story = desk(f"Асан Токтосунов {words} назначен министром культуры Лаковии.")
    if since is None:
        assert story.findings == []
        return
    story.press()
    membership = asan.memberships.get()
    assert membership.start_date == PartialDate.parse(since)
    assert membership.attested_from >= membership.start_date.earliest


def test_an_office_is_handed_over_in_one_step(bakyt, asan, culture, desk):
    story = desk(APPOINTED)
    (finding,) = story.findings
    assert "Бакыт Усенов" in finding.sentence
    story.press()
    assert bakyt.memberships.get().end_date == PartialDate.of(DAY)
    assert asan.memberships.get().start_date == PartialDate.of(DAY)
    assert culture.holder_on(DAY).person == asan
    assert story.findings == []


def test_the_old_and_the_new_holder_are_one_question(bakyt, asan, desk):
    story = desk(f"{APPOINTED} Бывший министр культуры Лаковии Бакыт Усенов поздравил его.")
    assert [finding.kind for finding in story.findings] == [CheckAnswer.Kind.CHANGE]


def test_a_dismissal_ends_the_office(bakyt, desk, now):
    story = desk(DISMISSED)
    story.press()
    ended = bakyt.memberships.get()
    assert (ended.end_date, ended.checked_at) == (PartialDate.of(DAY), now)
    assert story.findings == []


def test_who_resigns_from_an_unnamed_office_leaves_the_one_on_record(bakyt, desk):
    story = desk("Бакыт Усенов ушёл в отставку.")
    story.press()
    assert bakyt.memberships.get().end_date == PartialDate.of(DAY)


def test_a_dismissal_of_whom_the_record_knows_nothing_tells_of_the_day_before(culture, desk):
    sultan = person("Султан", "Ольхов")
    desk("Министр культуры Лаковии Султан Ольхов освобождён от должности.").press()
    last = sultan.memberships.get()
    assert (last.attested_from, last.attested_until) == (date(2025, 6, 29), DAY)
    assert last.end_date == PartialDate.of(DAY)


def test_somebody_unknown_and_an_unknown_office_are_put_on_record(db, desk):
    story = desk("Азат Ромашкин назначен министром спорта Лаковии.")
    story.press()
    made = Person.objects.get(family_name="Ромашкин")
    assert made.memberships.get().post.label == "министр спорта Лаковии"
    assert made.page == Person.Page.UNLISTED


def test_without_a_country_the_only_such_office_on_record_is_offered(culture, asan, desk):
    desk("Асан Токтосунов назначен министром культуры.").press()
    assert asan.memberships.get().post == culture


def test_what_texts_alone_have_told_gets_its_beginning(culture, asan, desk):
    held(asan, culture, attested_from=DAY, attested_until=date(2025, 7, 1))
    desk(APPOINTED).press()
    assert asan.memberships.get().start_date == PartialDate.of(DAY)


def test_what_is_on_record_already_is_no_finding(bakyt, asan, desk):
    assert desk("Бакыт Усенов назначен министром культуры Лаковии.").findings == []
    bakyt.memberships.update(end_date=PartialDate.of(DAY))
    assert desk(DISMISSED).findings == []


def test_a_taken_seat_is_refused_in_a_sentence_and_nothing_is_kept(culture, asan, bakyt, desk):
    """The other one's time ends only in August on record: two would hold one seat in July."""
    membership = bakyt.memberships.get()
    membership.end_date = PartialDate(2025, 8, 1)
    membership.save()
    story = desk(APPOINTED)
    (said,) = story.press()
    assert "Бакыт Усенов" in said
    assert not asan.memberships.exists()


def test_namesakes_are_not_chosen_between(culture, desk):
    for patronymic in ("Болотович", "Эркинович"):
        Person.objects.create(given_name="Азат", family_name="Ромашкин", patronymic_name=patronymic, gender="male")
    story = desk("Азат Ромашкин назначен министром культуры Лаковии.")
    for finding in story.findings:
        assert not Membership.objects.exists()
        assert finding.kind == CheckAnswer.Kind.CHANGE


def test_who_may_not_change_the_record_is_refused(culture, asan, desk, login_of):
    with pytest.raises(PermissionDenied):
        desk(APPOINTED).press(by=login_of("reporter"))


@pytest.mark.parametrize(
    "text",
    [
        "Пётр Ольхов назначен министром торговли Лаковии.",
        "Пётр Ольхов освобождён от должности министра торговли Лаковии.",
    ],
)
def test_two_who_press_at_once_record_one_office(desk, text):
    story = desk(text)
    (finding,) = story.findings
    read_by_both = publishing.derive(story.article, revisions.newest(story.article), story.now, is_out=False)
    for _editor in range(2):
        office_checks.act(finding.deeds[0].name, finding, story.article, read_by_both, by=story.editor)
    assert Membership.objects.count() == Person.objects.count() == 1
