"""Who is meant: one person, or none and a question. Invented people only."""

from datetime import date

import pytest

from people.names.index import build
from people.names.matcher import find_names
from people.names.records import Holding, NameParts, PersonFacts, Resolution
from people.names.resolver import resolve
from people.names.resolving.story import Decisions
from tests.samples import SAMPLE_FILE

ON = date(2025, 6, 30)


def person(
    person_id: int, name: str, *offices: tuple[str, str, str | None, str | None], patronymic: str = ""
) -> PersonFacts:
    given, family = name.split(" ", 1)
    holdings = tuple(
        Holding(
            label,
            organization,
            date.fromisoformat(start) if start else None,
            date.fromisoformat(end) if end else None,
        )
        for label, organization, start, end in offices
    )
    return PersonFacts(person_id, NameParts(given, patronymic, family), holdings)


PEOPLE = [
    person(1, "Азамат Орлов", ("министр энергетики", "Министерство энергетики", "2024-01-01", None)),
    person(2, "Борис Ким"),
    person(3, "Анна Ким"),
    person(4, "Тимур Асанов", ("министр культуры", "Министерство культуры", "2020-01-01", "2023-01-01")),
    person(5, "Тимур Асанов", ("министр культуры", "Министерство культуры", "2023-01-01", None)),
    person(6, "Нурлан Кожоберди"),
    person(7, "Павел Заречный", patronymic="Ильич"),
    person(8, "Павел Заречный", patronymic="Маратович"),
    person(9, "Самат Мороз", ("ректор", "Озёрный университет", None, None)),
    person(10, "Олег Рабинович"),
    person(11, "Садык Болотов", ("президент", "Лаковия", "2024-01-01", None)),
    person(12, "Акмат Болотов", ("председатель", "Кабинет министров", "2024-01-01", None)),
    person(13, "Данияр Сеитов", ("президент", "Лаковия", "2024-01-01", None)),
    person(14, "Данияр Сеитов"),
    person(15, "Эрмек Токоев", ("ректор", "Озёрный университет", "2000-01-01", "2010-01-01")),
    person(16, "Эрмек Токоев", ("ректор", "Озёрный университет", "2015-01-01", None)),
    person(17, "Иса Дооров", ("глава", "Лаковский банк", "2020-01-01", None)),
    person(18, "Иса Дооров", ("защитник", "клуб «Арман»", "2020-01-01", None)),
    person(19, "Ильгар Марданлы", patronymic="Фарид оглы"),
]
FACTS = {each.person_id: each for each in PEOPLE}
LOOKUP = build([(each.person_id, each.name, []) for each in PEOPLE])


def verdicts(text: str, decisions: Decisions | None = None) -> list[Resolution]:
    return resolve(text, find_names(text, LOOKUP), FACTS, ON, decisions)


def meant(text: str, decisions: Decisions | None = None) -> list[tuple[str, int | None]]:
    return [(verdict.span.surface, verdict.person_id) for verdict in verdicts(text, decisions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a full name links, and the surname after it
        ("Азамат Орлов прибыл. Орлова встретили.", [("Азамат Орлов", 1), ("Орлова", 1)]),
        ("Орлов прибыл. Это сообщил Азамат Орлов.", [("Орлов", 1), ("Азамат Орлов", 1)]),
        ("А. Орлов прибыл. Орлова встретили.", [("А. Орлов", 1), ("Орлова", 1)]),
        # somebody else of that surname
        ("Азамат Орлов и Семён Орлов.", [("Азамат Орлов", 1), ("Орлов", None)]),
        ("Азамат Орлов, Семён Орлов. Орлов ушёл.", [("Азамат Орлов", 1), ("Орлов", None), ("Орлов", None)]),
        ("Азамат Орлов. Орлов ждал. Семён Орлов.", [("Азамат Орлов", 1), ("Орлов", 1), ("Орлов", None)]),
        ("Азамат Орлов, Б. Орлов. Орлов ушёл.", [("Азамат Орлов", 1), ("Б. Орлов", None), ("Орлов", None)]),
        ("Азамат Орлов, Орлов Семён. Орлов ушёл.", [("Азамат Орлов", 1), ("Орлов", None), ("Орлов", None)]),
        ("Борис Ким. Отца Кима Чен Ира ждали.", [("Борис Ким", 2), ("Кима", None)]),
        ("Азамат Орлов. Вдова Орлова Анна Ильинична.", [("Азамат Орлов", 1), ("Орлова", 1)]),
        ("Азамат Орлов. Орлов Сидорова не знает.", [("Азамат Орлов", 1), ("Орлов", 1)]),
        ("АЗАМАТ ОРЛОВ И СЕМЁН ОРЛОВ", [("АЗАМАТ ОРЛОВ", 1), ("ОРЛОВ", None)]),
        ("Азамат Орлов. МИД Орлов не возглавит.", [("Азамат Орлов", 1), ("Орлов", 1)]),
        ("Азамат Орлов. Regnum Орлов не читает.", [("Азамат Орлов", 1), ("Орлов", 1)]),
        # two of one surname in the story: clear before the second comes, asked from there on
        ("Борис Ким. Ким вошёл.", [("Борис Ким", 2), ("Ким", 2)]),
        ("Борис Ким и Анна Ким. Ким дома.", [("Борис Ким", 2), ("Анна Ким", 3), ("Ким", None)]),
        ("Борис Ким. Ким вошёл. Анна Ким.", [("Борис Ким", 2), ("Ким", 2), ("Анна Ким", 3)]),
        ("Анна Ким. Кимом довольны.", [("Анна Ким", 3), ("Кимом", None)]),
        # the verb or the address tells husband from wife
        ("Борис Ким и Анна Ким. Ким рассказала.", [("Борис Ким", 2), ("Анна Ким", 3), ("Ким", 3)]),
        ("Борис Ким и Анна Ким. Ким не признал вины.", [("Борис Ким", 2), ("Анна Ким", 3), ("Ким", 2)]),
        ("Борис Ким и Анна Ким. Это сообщил Ким.", [("Борис Ким", 2), ("Анна Ким", 3), ("Ким", 2)]),
        ("Борис Ким и Анна Ким. Встретил Ким.", [("Борис Ким", 2), ("Анна Ким", 3), ("Ким", None)]),
        ("Борис Ким и Анна Ким. С Ким говорил суд.", [("Борис Ким", 2), ("Анна Ким", 3), ("Ким", None)]),
        ("Борис Ким и Анна Ким. Госпожа Ким дома.", [("Борис Ким", 2), ("Анна Ким", 3), ("Ким", 3)]),
        ("Азамат Орлов прибыл. Орлова заявила о краже.", [("Азамат Орлов", 1), ("Орлова", None)]),
        ("Азамат Орлов прибыл. Жена Орлова заявила.", [("Азамат Орлов", 1), ("Орлова", 1)]),
        # both of them at once
        ("Анна Ким прибыла. Супруги Ким рады.", [("Анна Ким", 3), ("Ким", None)]),
        # an office right at the surname
        ("Садык и Акмат Болотов. Болотов ушёл.", [("Акмат Болотов", 12), ("Болотов", None)]),
        (
            "Садык Болотов, Акмат Болотов. Болотов ушёл.",
            [("Садык Болотов", 11), ("Акмат Болотов", 12), ("Болотов", None)],
        ),
        (
            "Садык Болотов, Акмат Болотов. Президент Болотов ушёл.",
            [("Садык Болотов", 11), ("Акмат Болотов", 12), ("Болотов", 11)],
        ),
        (
            "Садык Болотов, Акмат Болотов. Болотов (президент) и Болотов рады.",
            [("Садык Болотов", 11), ("Акмат Болотов", 12), ("Болотов", 11), ("Болотов", None)],
        ),
        (
            "Садык Болотов, Акмат Болотов. Премьер Болотов рад.",
            [("Садык Болотов", 11), ("Акмат Болотов", 12), ("Болотов", 12)],
        ),
        (
            "Садык Болотов, Акмат Болотов. Президент принял Болотова.",
            [("Садык Болотов", 11), ("Акмат Болотов", 12), ("Болотова", None)],
        ),
        # nobody introduced: rare surnames link, listed ones and common words only with the office beside them
        ("Вчера Кожоберди выступил.", [("Кожоберди", 6)]),
        ("Вчера Фонд Кожоберди выступил.", [("Кожоберди", None)]),
        ("Голы: Орлов, Сидоров.", [("Орлов", None)]),
        ("Министр энергетики Орлов выступил.", [("Орлов", 1)]),
        ("Ударил сильный Мороз.", [("Мороз", None)]),
        ("Мороз усилился. Самат Мороз прибыл.", [("Мороз", None), ("Самат Мороз", 9)]),
        ("Самат Мороз прибыл. Мороз рад.", [("Самат Мороз", 9), ("Мороз", 9)]),
        # places and things that bear a name
        ("Азамат Орлов. Пожар в Орлове.", [("Азамат Орлов", 1), ("Орлове", None)]),
        ("Азамат Орлов. Город Орлов.", [("Азамат Орлов", 1), ("Орлов", None)]),
        ("На улице Азамата Орлова пробка.", [("Азамата Орлова", None)]),
        ("На улице Бекова Азамат Орлов открыл школу.", [("Азамат Орлов", 1)]),
        ("Аэропорт имени Азамата Орлова открыт.", [("Азамата Орлова", None)]),
        ("Театр им. академика Орлова открыт.", [("Орлова", None)]),
        ("Проспект Азамат Орлов закрыт.", [("Азамат Орлов", None)]),
        ("Стадион Азамата Орлова закрыт.", [("Азамата Орлова", None)]),
        ("Стадион Азамат Орлов закрыл.", [("Азамат Орлов", 1)]),
        ("Ледокол «Азамат Орлов» вышел в море.", [("Азамат Орлов", None)]),
        ("Опера «Азамат Орлов» идёт третий год.", [("Азамат Орлов", None)]),
        ("Фирма «Кожоберди» закрыта.", [("Кожоберди", None)]),
        ("ИП Кожоберди закрыто.", [("Кожоберди", None)]),
        ("Айыл аймак Кожоберди.", [("Кожоберди", None)]),
        ("Завод «Кожоберди и К» закрыт.", [("Кожоберди", None)]),
        ("Азамат Орлов. Из Орлова приехали. К с. Орлову.", [("Азамат Орлов", 1), ("Орлова", None), ("Орлову", None)]),
        # «Рабинович» looks like a patronymic and is none
        ("Олег Рабинович пришёл.", [("Олег Рабинович", 10)]),
        # of a patronymic in two words the first tells
        ("Ильгара Фарид оглы Марданлы ждали.", [("Ильгара Фарид оглы Марданлы", 19)]),
        ("Ильгара Гейдар оглы Марданлы ждали.", [("Марданлы", None)]),
    ],
)
def test_a_name_links_only_when_one_person_is_meant(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by the office of the day
        ("Министр культуры Тимур Асанов открыл музей.", 5),
        ("Открыл музей Тимур Асанов, министр культуры.", 5),
        ("Тимур Асанов открыл музей.", None),
        # with «экс-» the office of earlier days counts as well: two remain, for a record may not know an end
        ("Экс-министр культуры Тимур Асанов открыл музей.", None),
        ("Тимур Асанов, бывший министр культуры, открыл музей.", None),
        # another office at the name: neither of the two who hold theirs, whatever the story tells elsewhere
        ("Мэр Озёрска Тимур Асанов открыл музей. Министр культуры рад.", None),
        ("Заместитель министра культуры Тимур Асанов открыл музей.", None),
        # of the other bearer no office is known: only words right at the name speak
        ("Президент Лаковии Данияр Сеитов прибыл.", 13),
        ("Данияр Сеитов, президент Лаковии, прибыл.", 13),
        ("Данияр Сеитов выиграл гонку. Президент Лаковии рад.", None),
        # the aide, the wife and the candidate hold another office, or none
        ("Помощник президента Лаковии Данияр Сеитов прибыл.", None),
        ("Жена президента Лаковии Данияр Сеитов прибыла.", None),
        ("Данияр Сеитов, кандидат в президенты Лаковии, прибыл.", None),
        # who alone serves that day, when the story tells of the office at all
        ("Эрмек Токоев прибыл. В Озёрном университете праздник.", 16),
        ("Эрмек Токоев прибыл.", None),
        ("Бывший ректор Эрмек Токоев прибыл.", None),
        ("Тогдашний, а ныне снова ректор Эрмек Токоев прибыл.", 16),
        # an office farther off must be told whole: any bank has a head
        ("Иса Дооров прибыл.\nГлава города рад, как и глава Озёрного банка.", None),
        ("Иса Дооров прибыл.\nГлаве Лаковского банка рады.", 17),
        # the words before the name go before those behind it
        ("Защитник клуба «Арман» Иса Дооров и глава Лаковского банка встретились.", 18),
        # by patronymic and initials
        ("Павел Ильич Заречный пришёл.", 7),
        ("Павла Маратовича Заречного ждали.", 8),
        ("П. М. Заречный пришёл.", 8),
        ("Павел Заречный пришёл.", None),
        ("Павел Олегович Заречный пришёл.", None),
    ],
)
def test_namesakes_are_told_apart_or_asked_about(text: str, expected: int | None) -> None:
    assert meant(text)[0][1] == expected


def test_one_mention_with_the_office_settles_all_of_a_namesake() -> None:
    text = "Тимур Асанов прибыл.\nМинистр культуры Тимур Асанов открыл музей.\nАсанов уехал."
    assert meant(text) == [("Тимур Асанов", 5), ("Тимур Асанов", 5), ("Асанов", 5)]


def test_each_of_two_namesakes_in_one_story_is_known_by_his_office() -> None:
    text = "Глава Лаковского банка Иса Дооров прибыл. Его ждал защитник клуба «Арман» Иса Дооров."
    assert [person_id for _, person_id in meant(text)] == [17, 18]
    text = "Глава Лаковского банка Иса Дооров уехал, а защитника клуба «Арман» Ису Доорова ждут. Дооров рад."
    assert [person_id for _, person_id in meant(text)] == [17, 18, None]


def test_a_namesake_introduced_by_patronymic_is_meant_further_on() -> None:
    text = "Павел Ильич Заречный прибыл. Павел Заречный выступил. Заречному хлопали."
    assert [person_id for _, person_id in meant(text)] == [7, 7, 7]


def test_an_open_question_names_who_may_be_meant() -> None:
    (verdict,) = verdicts("Тимур Асанов открыл музей.")
    assert (verdict.suggestions, verdict.reason) == ((4, 5), "Several people bear that name. Choose who is meant.")


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ({"тимур асанов": 4}, [4, 4]),
        ({(0, 12): 4}, [4, 4]),
        ({"асанов": None}, [None, None]),
        ({"тимур асанов": 4, "асанов": None}, [4, None]),
    ],
)
def test_an_editors_decision_wins(decisions: Decisions, expected: list[int | None]) -> None:
    assert [person_id for _, person_id in meant("Тимур Асанов пришёл. Асанов ушёл.", decisions)] == expected


def test_a_name_that_is_not_a_person_stays_so() -> None:
    assert meant("Азамат Орлов прибыл.", {"азамат орлов": None}) == [("Азамат Орлов", None)]


SAMPLE = SAMPLE_FILE
OFFICIALS = [
    "Жээнбек Кулубаев",
    "Максим Рыженков",
    "Мурат Нуртлеу",
    "Садыр Жапаров",
    "Сергей Лавров",
    "Мухриддин Сироджиддин",
    "Имангали Тасмагамбетов",
]


def test_the_sample_article_links_every_official_and_nobody_else() -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("**", "")
    officials = {number: person(number, name) for number, name in enumerate(OFFICIALS, start=1)}
    lookup = build([(number, facts.name, []) for number, facts in officials.items()])
    found = resolve(text, find_names(text, lookup), officials, ON)
    caption = [OFFICIALS.index(verdict.span.surface) + 1 for verdict in found[1:8]]
    assert caption == [1, 2, 3, 4, 5, 6, 7]
    assert [verdict.person_id for verdict in found] == [4, 1, 2, 3, 4, 5, 6, 7, 4, 1, 2, 3, 5, 6, 7, 4]
    assert {verdict.span.surface for verdict in found} == set(OFFICIALS)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        # the same post of another country is somebody else of that name
        ("Президент Казахстана Сапар Беков прилетел. Беков выступил.", [None, None]),
        ("Сапар Беков прилетел. Президент Казахстана Беков уехал.", [1, None]),
        ("Глава МИД России Анна Вереск заявила об этом.", [None]),
        ("Анна Вереск, министр иностранных дел России, заявила об этом.", [None]),
        ("1. С. Беков (Казахстан) — 12 очков, 2. А. Вереск (Киргизия) — 11 очков.", [None, 2]),
        # his own country, by any of its names, or none at all
        ("Президент Кыргызстана Сапар Беков прилетел.", [1]),
        ("Президент КР Сапар Беков и глава МИД Киргизии Анна Вереск прилетели.", [1, 2]),
        ("Киргизский президент Сапар Беков прилетел.", [1]),
        ("Президент Сапар Беков прилетел в Казахстан.", [1]),
        # a post the record does not know of proves nothing
        ("Посол Киргизии в Казахстане Сапар Беков прилетел.", [1]),
    ],
)
def test_the_same_post_of_another_country_is_asked_about(text: str, linked: list[int | None]) -> None:
    beks, veresk = NameParts("Сапар", "", "Беков", "male"), NameParts("Анна", "", "Вереск", "female")
    held = {
        1: Holding("президент Киргизии", "Институт президента Киргизии", date(2021, 1, 28), None),
        2: Holding("министр иностранных дел", "Министерство иностранных дел Киргизии", date(2021, 1, 28), None),
    }
    facts = {key: PersonFacts(key, name, (held[key],)) for key, name in {1: beks, 2: veresk}.items()}
    spans = find_names(text, build([(1, beks, []), (2, veresk, [])]))
    assert [verdict.person_id for verdict in resolve(text, spans, facts, date(2023, 6, 1))] == linked
