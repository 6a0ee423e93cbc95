"""English words beside Latin names, and a Latin name in the parts of the Cyrillic one on record."""

import re
from dataclasses import replace

from people.names.records import NameParts
from people.names.words.likeness import sounds_like
from search.slugs import transliterate

# Capitalised before a surname and no given name: titles, and words that open a sentence.
_PLAIN_WORDS = """
mr mrs ms dr sir lord lady president premier minister chairman chairwoman speaker governor mayor ambassador secretary
general colonel major captain professor judge senator deputy director chief commander prosecutor spokesman spokeswoman
chancellor king queen prince princess sheikh comrade doctor academician then yesterday today tomorrow earlier later now
when while if as and but so after before because since once although though the a an in on at by for from to of with
about however meanwhile according said says asked what who why how that this it he she they did does has had is was will
would can could may might must should also only both former acting interim late young old
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
# The longest first: «minister of foreign affairs» holds «minister».
_OFFICES = {
    "minister of foreign affairs": "министр иностранных дел",
    "foreign minister": "министр иностранных дел",
    "minister of internal affairs": "министр внутренних дел",
    "interior minister": "министр внутренних дел",
    "minister of defense": "министр обороны",
    "minister of defence": "министр обороны",
    "defense minister": "министр обороны",
    "defence minister": "министр обороны",
    "minister of finance": "министр финансов",
    "finance minister": "министр финансов",
    "minister of health": "министр здравоохранения",
    "health minister": "министр здравоохранения",
    "minister of justice": "министр юстиции",
    "justice minister": "министр юстиции",
    "minister of culture": "министр культуры",
    "culture minister": "министр культуры",
    "minister of education": "министр образования",
    "education minister": "министр образования",
    "minister of energy": "министр энергетики",
    "energy minister": "министр энергетики",
    "minister of transport": "министр транспорта",
    "transport minister": "министр транспорта",
    "minister of agriculture": "министр сельского хозяйства",
    "agriculture minister": "министр сельского хозяйства",
    "minister of economy": "министр экономики",
    "economy minister": "министр экономики",
    "prime minister": "премьер-министр",
    "vice president": "вице-президент",
    "deputy prime minister": "вице-премьер",
    "deputy minister": "заместитель министра",
    "deputy chairman": "заместитель председателя",
    "secretary general": "генеральный секретарь",
    "secretary-general": "генеральный секретарь",
    "state secretary": "государственный секретарь",
    "prosecutor general": "генеральный прокурор",
    "cabinet of ministers": "Кабинет министров",
    "jogorku kenesh": "Жогорку Кенеш",
    "supreme court": "Верховный суд",
    "national bank": "Национальный банк",
    "member of parliament": "депутат",
    "president": "президент",
    "minister": "министр",
    "premier": "премьер-министр",
    "chairman": "председатель",
    "speaker": "председатель",
    "governor": "губернатор",
    "ambassador": "посол",
    "mayor": "мэр",
    "deputy": "депутат",
    "lawmaker": "депутат",
    "ombudsman": "омбудсмен",
    "kyrgyzstan": "Киргизия",
    "kyrgyz": "Киргизия",
    "kazakhstan": "Казахстан",
    "kazakh": "Казахстан",
    "uzbekistan": "Узбекистан",
    "uzbek": "Узбекистан",
    "tajikistan": "Таджикистан",
    "tajik": "Таджикистан",
    "turkmenistan": "Туркмения",
    "russia": "Россия",
    "russian": "Россия",
    "belarus": "Белоруссия",
    "china": "Китай",
    "chinese": "Китай",
    "turkey": "Турция",
    "turkish": "Турция",
    "united states": "США",
}
_OFFICE = re.compile(rf"\b(?:{'|'.join(sorted(_OFFICES, key=len, reverse=True))})\b", re.IGNORECASE)
# One sound, several letters: J. for Жээнбек, Y. for Елена.
_INITIALS = {"j": "дж ж", "y": "й ю я е ы и", "c": "к ц ч с", "k": "к х", "z": "з ж", "e": "е э", "w": "в у", "x": "кс"}


def is_plain_english(word: str, text: str) -> bool:
    """Whether a capitalised word is no given name: «President», «Yesterday», or one the text has in small letters."""
    small = word.lower()
    return small in _PLAIN or bool(re.search(rf"(?<![\w-]){re.escape(small)}(?![\w-])", text))


def offices_from_english(text: str) -> str:
    """The offices and countries an English text names, in the words the record has them in."""
    return " ".join(_OFFICES[match[0].lower()] for match in _OFFICE.finditer(text))


def begins(name: str, initial: str) -> bool:
    """Whether a folded name has the initial, in whichever script: «жээнбек» has «ж», «zh» and «j»."""
    if not initial.isascii() or name.isascii():
        return name.startswith(initial)
    sounds = tuple(_INITIALS.get(initial, "").split())
    return transliterate(name).startswith(initial) or name.startswith(sounds)


def in_parts(name: str, primary: NameParts) -> NameParts | str:
    """A Latin name of somebody on record in its parts, in either order: “Olkhov Timur” for Тимур Ольхов.

    The name itself where the words do not sound like the parts, as “Confucius” for Кун Цю.
    """
    words = name.split()
    if len(words) not in {2, 3} or not name.isascii() or not (primary.given and primary.family):
        return name
    for family, given in ((words[-1], words[0]), (words[0], words[1])):
        if sounds_like(primary.family, family) and sounds_like(primary.given, given):
            rest = [word for word in words if word not in {family, given}]
            return replace(primary, family=family, given=given, patronymic=rest[0] if rest else "")
    return name
