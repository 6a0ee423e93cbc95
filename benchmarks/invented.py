"""People and texts that do not exist, as many as a benchmark asks for; the same for the same seed."""

import random
from collections.abc import Iterator, Sequence
from itertools import product

from people.names.declension import decline
from people.names.records import Gender, NameParts

_GIVEN: dict[Gender, str] = {
    "male": """Азамат Айбек Алмаз Андрей Антон Асан Бакыт Болот Борис Виктор Вадим Глеб Данияр Денис Егор Ержан Иван
        Игорь Илья Искандер Кайрат Кирилл Кубан Лев Марат Максим Мирлан Михаил Нурлан Олег Павел Пётр Рустам Семён
        Сергей Тимур Улан Фёдор Чынгыз Эмиль Юрий""",
    "female": """Айгуль Айнура Алина Анна Бермет Вера Галина Гульнара Дарья Динара Елена Жанна Жылдыз Зарина Инна
        Ирина Карина Ксения Лейла Любовь Мария Мээрим Нина Нургуль Ольга Полина Раиса Роза Салтанат Светлана Тамара
        Чинара Эльвира Юлия""",
}
_OPENINGS = "Бар Вал Гор Дал Зер Кал Лад Мор Нар Оль Пел Рад Сам Тол Ург Фир Хан Чаг Шар Эль Яр Жар Кор Бет Мур"
_MIDDLES = "а е о у им ан ен ор ыл уш ак ибек мат дыр"
_CLOSINGS: dict[Gender, str] = {
    "male": "баев ков нов шев лин рский тай дзе ян енко мур ман",
    "female": "баева кова нова шева лина рская тай дзе ян енко мур ман",
}
_NAMING = (
    "В среду министр культуры Лаковии {nomn} принял участие в совещании, где обсудили ремонт дорог и цены на муку.",
    "По словам {gent}, работы на перевале закончат до первого снега, а школы получат тепло в сентябре.",
    "Участники встречи с {ablt} договорились продолжить переговоры о границе, воде и пастбищах.",
    "Ранее сообщалось, что в Лаковии за год открыли двенадцать больниц; отчёт передали {datv} и парламенту.",
    "Жители Верхнего Кедра и Нового Посада написали открытое письмо, в котором упомянули и {accs}.",
)
_PLAIN = (
    "Погода в долине останется ясной, ночью подморозит, на перевалах возможен снег и гололедица. "
    "Цены на муку, масло и сахар за неделю почти не изменились, сообщили на рынке, а картофель подешевел. "
    "В Новом Посаде открыли школу, в Верхнем Кедре чинят мост; движение там закрыто до конца недели."
)


def people(count: int, seed: int = 7) -> Iterator[tuple[int, NameParts]]:
    """Numbered names; some surnames are common, most are rare, as in life."""
    dice = random.Random(seed)
    stems = ["".join(each) for each in product(_OPENINGS.split(), _MIDDLES.split(), _MIDDLES.split())]
    dice.shuffle(stems)
    for number in range(1, count + 1):
        gender: Gender = dice.choice(("male", "female"))
        father = dice.choice(_GIVEN["male"].split())
        yield (
            number,
            NameParts(
                given=dice.choice(_GIVEN[gender].split()),
                patronymic=father.rstrip("йьаяеи") + ("ович" if gender == "male" else "овна"),
                family=stems[int(len(stems) * dice.random() ** 2.5)] + dice.choice(_CLOSINGS[gender].split()),
                gender=gender,
            ),
        )


def articles(count: int, names: Sequence[NameParts], seed: int = 3) -> list[str]:
    """Stories of about five kilobytes that name eight people each; news names the same people again and again."""
    dice = random.Random(seed)
    known = [dice.choice(names) for _ in range(2_000)]
    return [_article([known[int(len(known) * dice.random() ** 2)] for _ in range(8)], dice) for _ in range(count)]


def _article(named: Sequence[NameParts], dice: random.Random) -> str:
    lines = []
    for name in named:
        plain = NameParts(name.given, "", name.family, name.gender)
        cases = {case: decline(plain, case) for case in ("nomn", "gent", "datv", "accs", "ablt")}
        lines += [dice.choice(_NAMING).format(**cases), _PLAIN]
    return "\n".join(lines)
