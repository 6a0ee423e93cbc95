"""Words that a sentence may say of somebody, and that must not stand beside their name like an office.

A box prints them bare and for years: a suspect is acquitted, an illness is nobody's rank, an insult is somebody's word.
"""

import re

_STEMS = (
    # guilt, before and after a court has spoken
    *("убийц", "преступ", "мошенн", "аферист", "насильник", "педофил", "маньяк", "грабител", "разбойник", "бандит"),
    *("вор", "воровк", "банд", "банды", "группировк", "опг", "главар", "сообщник", "подельник", "соучастн", "киллер"),
    *("террорист", "экстремист", "боевик", "шпион", "предател", "взяточн", "коррупционер", "вымогател", "рецидивист"),
    *("уголовн", "хулиган", "погромщи", "беспорядк", "контрабандист", "нарко", "фигурант", "виновн", "осужд", "обвиня"),
    *("подозрева", "подсудим", "подследствен", "арестован", "задержан", "заключенн", "разыскива", "иноагент"),
    # misfortune and illness
    *("жертв", "потерпевш", "пострадавш", "пациент", "больн", "инвалид", "алкоголик", "самоубийц", "младен", "сирот"),
    *("бездомн", "бомж", "проститут"),
    # where somebody comes from, what they believe, whom they love
    *("еврей", "цыган", "мусульман", "христиан", "гей", "лесбиян", "любовни"),
    # abuse, and what the paper itself doubts
    *("дурак", "идиот", "негодя", "подлец", "лжец", "лгун", "мним", "самозван", "называем", "лже", "псевдо"),
)
_WHOLE = frozenset({"вор", "банд", "банды", "опг", "гей"})  # «ворота», «бандура», «гейзер» begin like them
_UNFIT = re.compile(
    r"\b(?:" + "|".join(stem + (r"\b" if stem in _WHOLE else "") for stem in _STEMS) + ")", re.IGNORECASE
)
# «не врач», «якобы врач»; «по версии следствия, врач»: whoever is spoken of is not called so by the paper.
_DENIED = re.compile(r"\b(?:не|ни|якобы|будто|вроде)\s+$", re.IGNORECASE)
_ACCORDING = re.compile(r"\bпо (?:словам|версии|мнению|утверждени\w+|слухам)\b[^,]*,", re.IGNORECASE)


def is_fit(words: str, before: str) -> bool:
    """Whether these words may stand beside a name, ``before`` being the sentence up to them."""
    is_own_word = not (_DENIED.search(before) or _ACCORDING.search(before))
    return is_own_word and not _UNFIT.search(words.replace("ё", "е"))
