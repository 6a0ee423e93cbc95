"""One table of questions and answers for both databases: what is found, in which order, and when."""

from datetime import timedelta

import pytest

from search import index
from search.finding import Narrowed, counted, found
from search.query import parse
from tests.factories.search import DAY, NOW, entry, titles

pytestmark = pytest.mark.django_db

STORIES = [
    # title, lede, body, language, age in days
    ("Кулубаев прибыл в Лаковию", "Переговоры начнутся завтра.", "Встреча с министрами пройдёт в горах.", "ru", 400),
    ("Мост открыт", "Его строили год.", "На открытие приехал Жээнбек Кулубаев.", "ru", 1),
    ("Министр рассказал о ёлках", "В лесу посадили ёлки.", "Деревья привезли из Верхнего Кедра.", "ru", 30),
    ("Встреча министров", "Обсудили снабжение водой.", "С Кулубаевым не встречались, сказал Асан Өмүров.", "ru", 2),
    ("Премьер-министр уехал", "", "Касым-Жомарт Иванов остался дома.", "ru", 900),
    ("Министр Кулубаев менен жолугушту", "", "Лаковиянын министрлигинин айтымында Кулубаевдин сапары бүттү.", "ky", 3),
    ("Kulubaev opens a bridge", "", "The minister Zheenbek Kulubaev spoke.", "en", 4),
    ("Погода", "Снег.", "Ночью похолодает, вода замёрзнет.", "ru", 5),
]

ELKI = "Министр рассказал о ёлках"
TABLE = {
    # asked → titles expected, best first
    "кулубаев мост": ["Мост открыт"],
    "Кулубаевым Лаковией": ["Кулубаев прибыл в Лаковию"],
    "министр": ["Министр рассказал о ёлках", "Встреча министров", "Премьер-министр уехал", "Кулубаев прибыл в Лаковию"],
    "министров": [
        "Встреча министров",
        "Министр рассказал о ёлках",
        "Премьер-министр уехал",
        "Кулубаев прибыл в Лаковию",
    ],
    "елки": ["Министр рассказал о ёлках"],
    "Ёлка": ["Министр рассказал о ёлках"],
    "премьер-министром": ["Премьер-министр уехал"],
    "Касым Жомарту": ["Премьер-министр уехал"],
    "Омуров": ["Встреча министров"],
    "Өмүровдун": ["Встреча министров"],
    "Omurov": ["Встреча министров"],
    "Jeenbek": ["Мост открыт"],
    "Zheenbek": ["Мост открыт"],
    "вода": ["Встреча министров", "Погода"],
    "«встреча с министром»": ["Кулубаев прибыл в Лаковию"],
    '"министр встречи"': [],
    "«встречи министров»": ["Встреча министров"],
    "«жээнбеком кулубаевым»": ["Мост открыт"],
    "министр -ёлка -премьер": ["Встреча министров", "Кулубаев прибыл в Лаковию"],
    "министр НЕ вода НЕ Лаковия НЕ ёлки": ["Премьер-министр уехал"],
    "министр в лесу": ["Министр рассказал о ёлках"],
    "зебра": [],
    "кулубаев зебра": [],
    "-кулубаев": [],
}
OF_OTHER_LANGUAGES = {
    ("ky", "Кулубаев"): ["Министр Кулубаев менен жолугушту"],
    ("ky", "министрлик"): ["Министр Кулубаев менен жолугушту"],
    ("ky", "Кулубаевго"): ["Министр Кулубаев менен жолугушту"],
    ("en", "Кулубаев"): ["Kulubaev opens a bridge"],
    ("en", "Kulubayev"): ["Kulubaev opens a bridge"],
    ("en", "ministers"): ["Kulubaev opens a bridge"],
}


@pytest.fixture
def stories():
    for number, (title, lede, body, language, days) in enumerate(STORIES, 1):
        entry(title, number, lede=lede, body=body, language=language, age=DAY * days, people=frozenset({number}))


def ask(typed: str, language: str = "ru", **narrowed) -> list[str]:
    return titles(found(parse(typed), Narrowed("story", language, **narrowed), NOW))


def test_the_table(stories):
    answers = {typed: ask(typed) for typed in TABLE}
    assert answers == TABLE


def test_the_table_of_other_editions(stories):
    assert {asked: ask(asked[1], asked[0]) for asked in OF_OTHER_LANGUAGES} == OF_OTHER_LANGUAGES


class TestOrder:
    def test_of_equal_words_the_newer_comes_first(self):
        entry("Мост старый", 1, age=DAY * 5 * 365)
        entry("Мост новый", 2, age=DAY / 2)
        assert ask("мост") == ["Мост новый", "Мост старый"]

    def test_a_title_of_long_ago_outweighs_a_text_of_today(self):
        entry("Мост", 1, age=DAY * 5 * 365)
        entry("Прогулка", 2, body="Шли мимо моста.", age=DAY / 2)
        assert ask("мост") == ["Мост", "Прогулка"]

    def test_the_lede_and_the_people_named_outweigh_the_text(self):
        entry("Первая", 1, body="Мост стоит.", age=DAY)
        entry("Вторая", 2, lede="Мост стоит.", age=DAY)
        entry("Третья", 3, names="Мост Асан", age=DAY)
        assert ask("мост") == ["Третья", "Вторая", "Первая"]

    def test_the_very_word_comes_before_another_form(self):
        entry("О министрах", 1, age=DAY)
        entry("О министре", 2, age=DAY)
        assert ask("министрах")[0] == "О министрах"
        assert ask("министре")[0] == "О министре"


class TestNarrowed:
    def test_by_section_person_and_date(self, stories):
        entry("Мост в разделе", 20, section=5, age=DAY * 10, people=frozenset({77}))
        assert ask("мост", section=5) == ["Мост в разделе"]
        assert ask("мост", person=77) == ["Мост в разделе"]
        assert ask("мост", person=7) == []
        assert ask("мост", since=NOW - 2 * DAY) == ["Мост открыт"]
        assert ask("мост", until=NOW - 2 * DAY) == ["Мост в разделе"]

    def test_counts_speak_of_all_other_kinds_and_languages(self, stories):
        entry("", 21, kind="picture", lede="Кулубаев на мосту")
        counts = counted(parse("Кулубаев"), Narrowed("story", "ru"), NOW)
        assert counts == {("story", "ky"): 1, ("story", "en"): 1, ("picture", "ru"): 1}

    def test_a_picture_in_two_stories_is_found_once(self):
        for owner in ("article:1", "article:2"):
            document = index.prepared([index.Document("picture", 5, "", lede="Мост на рассвете")])
            index.put(owner, document, index.Span(NOW, NOW))
        assert counted(parse("мост"), Narrowed("story", "ru"), NOW) == {("picture", ""): 1}
        assert len(found(parse("мост"), Narrowed("picture"), NOW)) == 1


class TestInterval:
    def test_what_is_to_come_is_found_from_its_instant_on(self):
        entry("Мост завтра", 1, age=-DAY)
        asked = parse("мост"), Narrowed("story")
        assert found(*asked, NOW) == []
        assert found(*asked, NOW + DAY - timedelta(microseconds=1)) == []
        assert titles(found(*asked, NOW + DAY)) == ["Мост завтра"]

    def test_what_was_taken_away_is_not_found_from_its_end_on(self):
        entry("Мост вчера", 1, age=3 * DAY, until=DAY)
        asked = parse("мост"), Narrowed("story")
        assert titles(found(*asked, NOW - 2 * DAY)) == ["Мост вчера"]
        assert found(*asked, NOW - DAY) == []


class TestIndex:
    def test_what_is_put_again_takes_the_place_of_what_was(self):
        entry("Мост", 1)
        entry("Паром", 1)
        assert ask("мост") == []
        assert ask("паром") == ["Паром"]

    def test_what_is_removed_is_found_no_more(self):
        entry("Мост", 1)
        entry("Мост второй", 2)
        index.remove("article:1")
        assert ask("мост") == ["Мост второй"]


def test_a_question_costs_one_query_whatever_it_asks(stories, django_assert_num_queries):
    for typed in ("мост", "министр кулубаев вода лес -ёлка"):
        with django_assert_num_queries(1):
            found(parse(typed), Narrowed("story", "ru", section=1, person=2, since=NOW - DAY), NOW)
