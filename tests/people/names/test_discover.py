"""People found in plain text, their offices, and who said what. All but the sample article's people are invented."""

import pytest

from people.names.discover import Proposal, discover
from people.names.speakers import speaker_of
from tests.samples import SAMPLE_FILE

SAMPLE = SAMPLE_FILE.read_text(encoding="utf-8").replace("**", "")


def named(text: str) -> list[str]:
    return [proposal.name.full for proposal in discover(text)]


FOUND = [
    # every case, either order
    ("Вчера Асан Токтосунов приехал.", ["Асан Токтосунов"]),
    ("Письмо Асану Токтосунову отправлено.", ["Асан Токтосунов"]),
    ("Токтосунов Асан приехал.", ["Асан Токтосунов"]),
    # several in a row
    ("Пришли Асан Токтосунов, Айгуль Маратова и Бакыт Асанов.", ["Асан Токтосунов", "Айгуль Маратова", "Бакыт Асанов"]),
    # a capitalised office, country or body before the name is no part of it
    ("Президент Лаковии Асан Токтосунов приехал.", ["Асан Токтосунов"]),
    ("Глава МИД Киргизии Асан Токтосунов приехал.", ["Асан Токтосунов"]),
    ("В Чолпон-Ате Асана Токтосунова ждали.", ["Асан Токтосунов"]),
    # patronymics, particles, initials
    ("Выступил Асан Маратович Токтосунов.", ["Асан Маратович Токтосунов"]),
    ("Выступил Эркин уулу Азамат.", ["Азамат Эркин уулу"]),
    ("Выступил Рашид аль-Халед.", ["Рашид аль-Халед"]),
    ("Выступил А. Токтосунов.", ["А. Токтосунов"]),
    ("Выступил Токтосунов А. Б.", ["А. Б. Токтосунов"]),
    ("Подписал А.М.Токтосунов.", ["А. М. Токтосунов"]),
    ("Выступил Асан\u00a0Токто\u00adсунов.", ["Асан Токтосунов"]),  # a soft hyphen, a space that does not break
    # the capitals of decrees
    ("ТОКТОСУНОВА АСАНА МАРАТОВИЧА назначить министром.", ["Асан Маратович Токтосунов"]),
    ("Выступил Асан ТОКТОСУНОВ.", ["Асан Токтосунов"]),
    ("КИМ РАССКАЗАЛ О ПЛАНАХ", []),
    ("Задержаны К. Б. С. А.", []),
    # a given name that is a tree, a surname that is a frost: the patronymic tells
    ("Наградить ТОКТОСУНОВУ ЧИНАРУ МАРАТОВНУ, учительницу.", ["Чинара Маратовна Токтосунова"]),
    ("МОРОЗ ВЕРА МАРАТОВНА", ["Вера Маратовна Мороз"]),
    # a name of women borne by a man
    ("Выступил Жанар Токтосунов.", ["Жанар Токтосунов"]),
    # an office that is a name too, and its place; a word torn apart at the end of a line; drinks
    ("Аким Алматы приехал.", []),
    ("Выступила Айгуль Токто-\nсунова.", []),
    ("Продаётся Кока Кола.", []),
    ("Выступил ЭРКИН УУЛУ АЗАМАТ.", ["Азамат Эркин уулу"]),
    # the family name first: China and Korea, and a Korean of Bishkek, whose given name is Russian
    ("Визит Чжан Вэйляна завершён.", ["Чжан Вэйлян"]),
    ("Визит Пака Сун Ира завершён.", ["Пак Сун Ир"]),
    ("Выступила Ким Анна.", ["Анна Ким"]),
    # the word before tells the gender, and with it the name; also from the far end of an office
    ("По словам политолога Евгения Лукиченко", ["Евгений Лукиченко"]),
    ("По словам премьер-министра Лаковии Влада Бонаря", ["Влад Бонарь"]),
    ("По мнению директора Лаковского института экспертизы Евгения Лукиченко", ["Евгений Лукиченко"]),
    # at the head of a clause, or a list, stands a nominative: a man's family name in -а
    ("Мы рады, поскольку Фелипе Бузатта стартовал.", ["Фелипе Бузатта"]),
    ("• Фелипе Бузатта (Лаковия)", ["Фелипе Бузатта"]),
    # two given names are read as printed
    ("Выступил Карлос Мартин.", ["Карлос Мартин"]),
    # a family name that ends like a patronymic
    ("Выступил Марко Бонович.", ["Марко Бонович"]),
    # an award in the dative is given to him, not called after him
    ("Министр вручил орден Асану Токтосунову.", ["Асан Токтосунов"]),
    # a person at what is called so, or named in the genitive
    ("Владелец кафе Асан Туран рад.", ["Асан Туран"]),
    ("Это фильм Асана Токтосунова.", ["Асан Токтосунов"]),
    ("Директор музея Асан Токтосунов рад.", ["Асан Токтосунов"]),
    # an apposition after two unknown words
    ("Зуто Бремк — политик из Эмерании.", ["Зуто Бремк"]),
    # two unknown words after an office
    ("Приехал министр культуры Эмерании Зуто Бремк.", ["Зуто Бремк"]),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_full_names_are_found_in_the_nominative(text, names):
    assert named(text) == names


NOBODY = [
    # a surname in the plural is of a family: neither of the two is named in full
    "Министр встретился с Асаном и Болотом Токтосуновыми.",
    "Братья Асан и Болот Токтосуновы приехали домой.",
    "Письмо Анны и Болота Бековых прочли вслух.",
    "Встреча прошла в Чолпон-Ате на берегу Иссык-Куля.",  # places
    "Нижний Новгород и Новый Орлеан подписали договор.",
    "Членами Организации Договора стали шесть стран.",  # bodies
    "Верховный Суд и Жогорку Кенеш рассмотрели закон.",
    "Авария на улице Асана Токтосунова.",  # what is named after people
    "На проспекте Асана Токтосунова ремонт.",
    "Начался кубок Асана Токтосунова.",
    "Принят закон Асана Токтосунова.",
    "Теплоход «Айгуль Токтосунова» вышел в море.",
    "Кыргызская Республика и Российская Федерация",  # countries
    "МИД РФ и МЧС КР",
    "Садыр сказал, что приедет.",  # a given name alone asks nobody
    "Вспоминали Асана Маратовича.",  # nor does one with a patronymic
    "Вдова Токтосунова Айгуль Маратовна.",  # the surname is the husband's
    "Сборные Коста Верде и Эль Сальвадора.",
    "МИНИСТЕРСТВО КУЛЬТУРЫ ЛАКОВИИ",
    "Партия Асан Туран победила, партия Ата Мекен проиграла.",  # what is called like a person
    "Модель Марк Вольф подорожала.",
    "Отметят Курман Айт в городе Чолпон Ата.",
    "Он купил Зотон Мартин.",  # no family name by its ending, printed before a given name
    "Тайвань и Самсун Электрик.",
    "Папа Римский Франциск приехал.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_places_bodies_and_names_of_things_are_nobody(text):
    assert named(text) == []


def test_one_person_in_several_cases_is_one_proposal():
    text = "Асан Токтосунов приехал. С Асаном Токтосуновым говорили. Токтосунову ответили. А. Токтосунов уехал."
    (person,) = discover(text)
    assert [text[start:end] for start, end in person.mentions] == [
        "Асан Токтосунов",
        "Асаном Токтосуновым",
        "Токтосунову",
        "А. Токтосунов",
    ]


EVIDENCE = [
    # the surname alone, in other cases or beside a verb, tells the nominative
    ("Речь Ливиу Нисипару. Нисипару рад. Ответ: Нисипару готов.", "Ливиу Нисипару"),
    ("Дело Евгения Лукиченко. Лукиченко отметил успех.", "Евгений Лукиченко"),
    ("Дело Александры Лукиченко. Лукиченко отметила успех.", "Александра Лукиченко"),
    ("Речь Фелипе Бузатта. Бузатту ждали, Бузаттой гордились.", "Фелипе Бузатта"),
    ("Асан Маратович Токтосунов приехал. Асана Маратовича ждали.", "Асан Маратович Токтосунов"),
]


@pytest.mark.parametrize(("text", "name"), EVIDENCE)
def test_other_forms_in_the_text_are_evidence(text, name):
    assert named(text) == [name]


def test_both_orders_of_a_name_are_one_person():
    text = "Приехал Сироджиддин Мухриддин. Позже Мухриддин Сироджиддин уехал."
    assert len(discover(text)) == 1


def test_a_surname_two_people_share_belongs_to_neither():
    text = "Асан Токтосунов и Бакыт Токтосунов приехали. Токтосунов уехал."
    assert [len(person.mentions) for person in discover(text)] == [1, 1]


def test_a_wife_and_a_husband_are_told_apart_by_the_surname():
    text = "Асан Токтосунов и Айгуль Токтосунова приехали. С Токтосуновой говорили."
    assert [len(person.mentions) for person in discover(text)] == [1, 2]


def test_the_sample_names_seven_officials_with_one_office_each():
    offices = {person.name.full: [office.wording for office in person.offices] for person in discover(SAMPLE)}
    assert offices == {
        "Садыр Жапаров": ["президент Киргизии"],
        "Жээнбек Кулубаев": ["министр иностранных дел Киргизии"],
        "Максим Рыженков": ["министр иностранных дел Белоруссии"],
        "Мурат Нуртлеу": ["министр иностранных дел Казахстана"],
        "Сергей Лавров": ["министр иностранных дел России"],
        "Мухриддин Сироджиддин": ["министр иностранных дел Таджикистана"],
        "Имангали Тасмагамбетов": ["генеральный секретарь ОДКБ"],
    }


def said(text: str) -> str | None:
    """Who said the first quotation of the text."""
    start = text.index("«")
    speaker = speaker_of(text, start, text.index("»") + 1, discover(text))
    return speaker.name.full if speaker else None


SAID = [
    ("Асан Токтосунов приехал. «Мы рады», — сказал Токтосунов.", "Асан Токтосунов"),
    ("«Мы рады», — сказал министр культуры Асан Токтосунов.", "Асан Токтосунов"),
    ("Асан Токтосунов отметил, что «все рады».", "Асан Токтосунов"),
    ("По словам Асана Токтосунова, «все рады».", "Асан Токтосунов"),
    # a bare office, held by one person of the text
    ("Приехал президент Лаковии Асан Токтосунов. «Мы рады», — заявил президент.", "Асан Токтосунов"),
    ("Приехал министр культуры Лаковии Асан Токтосунов. «Мы рады», — заявил министр.", "Асан Токтосунов"),
    # the one addressed does not speak
    ("Асан Токтосунов приехал. «Мы рады», — сказали Токтосунову.", None),
    ("Асан Токтосунов и Айгуль Маратова приехали. «Мы рады», — ответила Токтосунову Маратова.", "Айгуль Маратова"),
    # two ministers: «министр» may be either
    ("Приехали министр культуры Асан Токтосунов и министр обороны Бакыт Асанов. «Рады», — заявил министр.", None),
    # «он» is not guessed
    ("Асан Токтосунов приехал. «Мы рады», — сказал он.", None),
    # nobody speaks: words in quotation marks
    ("Асан Токтосунов купил «Ромашку».", None),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_who_said_it(text, speaker):
    assert said(text) == speaker


def test_the_quotes_of_the_sample_are_the_presidents():
    people: list[Proposal] = discover(SAMPLE)
    for opening in ("«возможность", "«Виртуальное"):
        start = SAMPLE.index(opening)
        speaker = speaker_of(SAMPLE, start, SAMPLE.index("»", start) + 1, people)
        assert speaker is not None
        assert speaker.name.full == "Садыр Жапаров"


def test_a_list_of_many_is_read_to_its_end():
    names = [f"Асан Токто{letter}сунов" for letter in "абвгдежзиклмнопрст"] * 20
    text = "Депутаты " + ", ".join(names)
    people = discover(text)
    assert len(people) == 18
    assert all(person.offices[0].post == "депутат" for person in people)
