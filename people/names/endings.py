"""How endings change, as tables: nominative ending → paradigm, by part of the name and gender.

A paradigm is "letters cut, then genitive, dative, accusative, instrumental, prepositional"; a slash parts
what is printed both ways, the better first, and a hyphen is no ending. The first pattern that fits decides; a
word that fits none does not decline («Мельниченко», «Имангали», a woman's «Ким»). Patterns see the folded word:
small letters, ё as е.
"""

import re

# «Бакыт Асан уулу», «Асан Токтосун тегин», «Турсун-заде»: with these behind it the whole part stands still.
FIXED_LAST_WORDS = frozenset(
    ("уулу", "улы", "угли", "оглы", "кызы", "гызы", "кизи", "қызы", "тегин", "заде", "зода"),
)
# What Kyrgyz makes of them: «Бакыт Асан уулуна».
_KYRGYZ_LAST_WORDS = "уулунун уулуна уулун уулунда уулунан кызынын кызына кызын кызында кызынан"
_KYRGYZ_LAST_WORDS += " тегиндин тегинге тегинди тегинде тегинден"

# Small words inside a name, in a small letter and in one form: «бин Халафом», «фон дер Вальда».
_FOREIGN_PARTICLES = "бин бен ибн аль эль ас аш ад ан ар фон дер ван де да ди дель ла ле дос дю тер"
PARTICLES = FIXED_LAST_WORDS.union(_FOREIGN_PARTICLES.split(), _KYRGYZ_LAST_WORDS.split())

# A word that is a patronymic in any case, «Ивановича» or «Ильиничной»; a surname like «Рабинович» fits too.
PATRONYMIC = re.compile(
    r"(?:[ое]в|ил|м|ь|лук|[нк]ит|савв)ич(?:[ауе]|[ое]м)?$|(?:[ое]в|[иь]нич|[тк]ич)н(?:[аыеу]|о[йю])$|(?:оглы|кызы)$"
)

# Names whose stem changes: «Павел» → Павла. Surnames go both ways: «Заяц» → Зайца and Заяца.
STEM_CHANGES = {"лев": "льв", "павел": "павл", "петр": "петр", "заяц": "зайц", "орел": "орл", "козел": "козл"}

_NOUN_IN_A = (
    (r"[жшчщц]а$", "1 и е у ей/ой е"),
    (r"[гкх]а$", "1 и е у ой/ою е"),
    (r"[^аеиоуыэюя]а$", "1 ы е у ой/ою е"),
)
_NOUN_IN_YA = (
    (r"ья$", "1 и е ю ей/ёй е"),
    (r"ия$", "1 и и ю ей/ею и"),
    (r"я$", "1 и е ю ей/ею е"),
)
_MALE_NOUN = (
    (r"[жшчщц]$", "0 а у а ем/ом е"),
    (r"[бвгдзклмнпрстфхңғқҳҷ]$", "0 а у а ом е"),
    (r"ий$", "1 я ю я ем и/е"),
    (r"[йь]$", "1 я ю я ем/ём е"),
)

_MALE_FAMILY = (
    (r"(заде|зода)$", "0 - - - - -"),
    (r"[иы]х$", "0 - - - - -"),
    # «встреча с Мухриддином Сироджиддином», never «-ым», though the ending looks Russian
    (r"(дд|[уи]д)ин$", "0 а у а ом/ым е"),
    (r"([ое]в|[иы]н)$", "0 а у а ым/ом е"),
    (r"[гкх]ий$", "2 ого ому ого им ом"),
    (r"[жшчщ]ий$", "2 его ему его им ем"),
    (r"ний$", "2 его ему его им ем", "1 я ю я ем и/е"),
    (r"ый$", "2 ого ому ого ым ом"),
    # one syllable: «Цой» → Цоя; more: «Толстой» → Толстого
    (r"^[^аеиоуыэюя]*ой$", "1 я ю я ем е"),
    (r"[гкхжшчщ]ой$", "2 ого ому ого им ом", "1 я ю я ем е"),
    (r"ой$", "2 ого ому ого ым ом", "1 я ю я ем е"),
    (r"[лн]ец$", "2 ьца ьцу ьца ьцом/ьцем ьце", "2 ца цу ца цом/цем це", "0 а у а ем/ом е"),
    (r"ец$", "2 ца цу ца цом/цем це", "2 йца йцу йца йцем йце", "0 а у а ем/ом е"),
    (r"[оч]нок$", "2 ка ку ка ком ке", "0 а у а ом е"),
    (r"[^бвгдж]ок$", "0 а у а ом е", "2 ка ку ка ком ке"),
    *_MALE_NOUN,
    *_NOUN_IN_A,
    *_NOUN_IN_YA,
)
_FEMALE_FAMILY = (
    (r"(заде|зода)$", "0 - - - - -"),
    (r"[ое]ва$", "1 ой ой у ой/ою ой"),
    (r"[иы]на$", "1 ой ой у ой/ою ой", "1 ы е у ой/ою е"),
    (r"[жшчщ]ая$", "2 ей ей ую ей/ею ей"),
    (r"ая$", "2 ой ой ую ой/ою ой"),
    (r"яя$", "2 ей ей юю ей/ею ей"),
    *_NOUN_IN_A,
    *_NOUN_IN_YA,
)
_MALE_GIVEN = (*_MALE_NOUN, *_NOUN_IN_A, *_NOUN_IN_YA)
_FEMALE_GIVEN = (
    # «Айгуль» mostly stands still in print, but «Айгули» is met
    (r"[уүэ]ль$", "0 - - - - -", "1 и и ь ью и"),
    (r"ь$", "1 и и ь ью и"),
    *_NOUN_IN_A,
    *_NOUN_IN_YA,
)
_MALE_PATRONYMIC = (
    (r"(^ил|м|лук|фок)ич$|ьич$", "0 а у а ом/ем е"),
    (r"ич$", "0 а у а ем/ом е"),
)
_FEMALE_PATRONYMIC = ((r"на$", "1 ы е у ой/ою е"),)

Rules = tuple[tuple, ...]


def _compiled(rules: Rules) -> Rules:
    return tuple((re.compile(pattern), *paradigms) for pattern, *paradigms in rules)


RULES: dict[tuple[str, str], Rules] = {
    ("family", "male"): _compiled(_MALE_FAMILY),
    ("family", "female"): _compiled(_FEMALE_FAMILY),
    ("given", "male"): _compiled(_MALE_GIVEN),
    ("given", "female"): _compiled(_FEMALE_GIVEN),
    ("patronymic", "male"): _compiled(_MALE_PATRONYMIC),
    ("patronymic", "female"): _compiled(_FEMALE_PATRONYMIC),
}
