"""Words that a sentence may say of somebody, and that must not stand beside their name like an office.

A box prints them bare and for years: a suspect is acquitted, an illness is nobody's rank, an insult is somebody's word.
"""

import re

# As they stand in the nominative. In other cases they belong to a trade: «глава управления мусульман», «врач больницы».
_GUILT = """
убийца преступник преступница мошенник мошенница аферист аферистка насильник педофил маньяк грабитель разбойник бандит
бандитка вор воровка главарь сообщник сообщница подельник соучастник соучастница киллер террорист террористка экстремист
экстремистка боевик шпион шпионка предатель предательница взяточник взяточница коррупционер вымогатель рецидивист
уголовник хулиган погромщик контрабандист наркоторговец наркоделец наркобарон наркокурьер фигурант фигурантка виновник
виновница поджигатель зачинщик зачинщица дезертир сектант сепаратист враг иноагент ответчик ответчица истец истица
осужденный осужденная обвиняемый обвиняемая подозреваемый подозреваемая подсудимый подсудимая задержанный задержанная
арестованный арестованная заключенный заключенная экс-заключенный виновный виновная
"""
_MISFORTUNE = """
жертва потерпевший потерпевшая пострадавший пострадавшая пациент пациентка больной больная раненый раненая инвалид
алкоголик алкоголичка наркоман наркоманка самоубийца младенец сирота бездомный бездомная бомж проститутка мигрант
мигрантка нелегал
"""
_ORIGIN = "еврей еврейка цыган цыганка мусульманин мусульманка христианин христианка гей лесбиянка"
_ABUSE = "дурак дура идиот идиотка негодяй подлец лжец лгун лгунья любовник любовница"
_HEADS = frozenset(f"{_GUILT} {_MISFORTUNE} {_ORIGIN} {_ABUSE}".split())
_TAILS = re.compile(
    r"\b(?:банды|группировки|опг|убийств|теракт|краж|драк|грабеж|преступления|мошенничеств|взят(?:ки|ок)|беспорядков)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")
# «не врач», «якобы врач»; «по версии следствия, врач»: whoever is spoken of is not called so by the paper.
_DENIED = re.compile(r"\b(?:не|ни|якобы|будто|вроде|(?:мним|самозван|называем)\w+)\s+$", re.IGNORECASE)
_ACCORDING = re.compile(r"\bпо (?:словам|версии|мнению|утверждени\w+|слухам)\b[^,]*,", re.IGNORECASE)


def is_fit(words: str, before: str) -> bool:
    """Whether these words may stand beside a name, ``before`` being the sentence up to them."""
    if _DENIED.search(before) or _ACCORDING.search(before):
        return False
    folded = words.casefold().replace("ё", "е")
    return _HEADS.isdisjoint(_WORD.findall(folded)) and not _TAILS.search(folded)
