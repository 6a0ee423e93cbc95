"""What is no person, though it reads like one: streets, cups, places, parties, films, feasts."""

import re
from collections.abc import Sequence

from people.names.office.lists import phrase_before
from people.names.office.words import cases_of_name
from people.names.words.phrases import lemmas, noun_parses, tokens

_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.?\s+\Z")
# What is called after a person is not the person: streets, cups, ships, laws, schools.
_NAMED_AFTER = """
улица проспект бульвар площадь переулок парк сквер шоссе станция имя им ул теплоход крейсер ледокол судно корабль яхта
фрегат премия орден медаль кубок турнир мемориал закон музей стадион пик аэропорт метро село аил айыл аймак город
микрорайон жилмассив
"""
# «Коста Рика», «Аль Аин», «Нью Дели»: what opens the name of a place.
_OF_PLACES = """
Аль Эль Лос Лас Сан Санта Нью Порт Форт Коста Пуэрто Буэнос Куала Шри Сьерра Сент Рио
"""
# «Ата Мекен», «Чолпон Ата», «Курман Айт», «Ахмат Арена»: what closes the name of a place, a party, a feast, a house.
_ENDS_OF_THINGS = """
Ата Ате Аты Мекен Журт Айт Тоо Суу Жолу Нуру Абад Абаде Ордо Орда Талаа Базар Арык Булак Куль Көл Таш Кия Айтыш Байрам
Арена Парк Сити Холл Плаза Голд Групп Банк Бенц Кола Молл Телеком Тушум Камри Ромео Юнайтед
"""
# «партия Асан Токтосун», «фильм Анна Вереск» are called so; «фильм Анны Вереск» is hers.
_CALLED = """
партия фильм клуб компания банк автомобиль машина модель телеканал газета журнал сайт агентство группа отель кафе
ресторан магазин завод движение проект операция спектакль опера роман книга песня хребет озеро река гора ледник
поселок остров
"""
# «орден Бакыта Асанова» is called after him, «вручает орден Бакыту Асанову» gives it to him.
_AWARDS = frozenset({"премия", "орден", "медаль", "кубок"})
_AFTER, _PLACES, _THINGS, _CALLED_SO = (
    frozenset(table.split()) for table in (_NAMED_AFTER, _OF_PLACES, _ENDS_OF_THINGS, _CALLED)
)
# «Акиму Ошской области»: an adjective of a place, not a surname.
_PLACE_AFTER = re.compile(r"\s+(?:област|район|город|кра[йяюе]\b|долин|губерни|округ|улиц|площад|епархи)")


def is_no_person(text: str, words: Sequence[str], start: int, end: int) -> bool:
    """Whether these words, read as a name between the offsets, are called after somebody or only sound so."""
    if text[start - 1 : start] == "«" and text[end : end + 1] == "»":
        return True
    if words[0] in _PLACES or words[-1] in _THINGS or _PLACE_AFTER.match(text, end):
        return True
    return (is_named_after(text, start) and not _has_office(text, start)) or _is_called_so(text, start)


def is_named_after(text: str, start: int) -> bool:
    """Whether the word before says that something is called after whoever is named here: «улица Асана Токтосунова»."""
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if before is None or before[1] == "суда":  # of a court far oftener than of a ship
        return False
    words = lemmas(before[1])
    return bool(words & _AFTER) and not (words & _AWARDS and cases_of_name(text, start) == {"datv"})


def _has_office(text: str, start: int) -> bool:
    """«директор музея Асан Токтосунов» is the director; «директор музея Асана Токтосунова» is somebody else."""
    return "gent" not in cases_of_name(text, start) and phrase_before(text, start) is not None


def _is_called_so(text: str, start: int) -> bool:
    """«клуб Асан Токтосун» is a club; «Асана Токтосунова» after it, or an owner before it, speaks of a person."""
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if before is None or not lemmas(before[1]) & _CALLED_SO or "gent" in cases_of_name(text, start):
        return False
    owner = tokens(text, max(0, before.start() - 30), before.start())[-1:]  # «владелец кафе Асан Токтосунов»
    is_somebodys = bool(owner) and any("anim" in one.tag for one in noun_parses(owner[0].text) if one.score > 0.3)
    return not is_somebodys and phrase_before(text, start) is None
