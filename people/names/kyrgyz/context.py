"""What the Kyrgyz words around a name say: a street behind it, or a plain word that only opens its sentence."""

import re

from people.names.kyrgyz.words import is_office, is_word
from people.names.words.readings import is_given_name

# In Kyrgyz the thing stands behind the name: «Раззаков шаары», «Исхак Асанов атындагы мектеп».
_THING_BEHIND = re.compile(
    r"\s*[»“\"]?\s+(?:атындагы|ысымындагы|көчөсү|шаары|айылы|кыштагы|району|облусу|проспекти|бульвары|аянты|аэропорту"
    r"|бекети|стадиону|музейи|театры|мектеби|гимназиясы|лицейи|университети|академиясы|сыйлыгы|кубогу|медалы|эстелиги"
    r"|паркы)"
)
# Capitalised by their place only; any other unknown word before a surname may be a given name.
_OPENERS = """
бүгүн кечээ эртең быйыл былтыр азыр учурда мурда мурун эми анда андан ага аны анын ошондо ошондон ошол ошентип ошондой
буга бул муну мунун мындан бирок анткени себеби ал алар биз мен сиз силер акыркы мурдагы мурунку азыркы өз өзү кийин
кийинки алгач адегенде маселен мисалы албетте демек дагы жана же эгер эгерде балким андай мындай саясатчы адвокат
активист блогер ишкер жазуучу акын ырчы журналист профессор академик генерал полковник мырза айым белгилүү атактуу жаңы
эски бир эки үч бардык баары кээ айрым ошону тактап кошумча анан андыктан
"""
_OPENING = frozenset(_OPENERS.split())


def names_a_thing(behind: str) -> bool:
    """Whether the words behind a name make it a street, a town or a school."""
    return bool(_THING_BEHIND.match(behind))


def is_plain_word(word: str, text: str) -> bool:
    """Whether a capitalised Kyrgyz word is no name: «Кечээ», «Экс-президенти», or one the text has in small letters."""
    small = word.lower()
    if small in _OPENING or is_office(word):
        return True
    if is_word(word) or is_given_name(word):
        return False
    return bool(re.search(rf"(?<![\w-]){re.escape(small)}(?![\w-])", text))
