"""What is not about a person though it bears the name: a street, a ship, a firm, a town, a whole family, a saint.

Each question is asked of the words right before the name.
"""

import re

from people.names.records import NameSpan

# Named after a person, not about one: «улица Асанова» and «проспект Асанов», «им. академика Орлова».
_STREET_BEFORE = re.compile(
    r"\b(?:(?:ул|пр|пл|пер|бул|наб|им)\.|(?:улиц|проспект|бульвар|переул|площад|набережн|шоссе)\w*|имени)"
    r"\s+(?:(?-i:[а-яё]+)\s+)?[«„“\"]?$",
    re.IGNORECASE,
)
# «Стадион Азамата Орлова», but «открыл стадион Азамат Орлов»: only when the name is no subject.
_THING_BEFORE = re.compile(
    r"\b(?:мост|станци|аэропорт|вокзал|стадион|музе|кубк|кубок|преми|медал|орден|мавзоле|закон|опер[аыуе]\b)\w*\s+[«„“\"]?$",
    re.IGNORECASE,
)
_SHIP_BEFORE = re.compile(
    r"\b(?:корабл|крейсер|ледокол|теплоход|атомоход|лодк|подлодк|фрегат|корвет|танкер|сухогруз|суд[не]|лайнер"
    r"|яхт|парусник|катер|эсмин)\w*\s+(?:\S+\s+)?[«„“\"]$",
    re.IGNORECASE,
)
# Inside the name of a firm or a house, whatever else stands in the quotes: завод «Болотов и К».
_FIRM_BEFORE = re.compile(
    r"\b(?:(?i:завод|фабрик|фирм|компани|корпораци|концерн|холдинг|банк|магазин|кафе|ресторан|гостиниц|отел|театр|кинотеатр"
    r"|галере|издательств|агентств|партия|партии|партию|партией|клуб|команд|фестивал|турнир)\w*|(?:ОсОО|ООО|ОАО|ЗАО|ПАО|АО|ТОО|ИП|ГП))"
    r"\s+[«„“\"][^«»„“”\"\n]*$"
    r"|\b(?:ИП|КХ|ФХ)\s+$"
)
_QUOTED = {"«": "»", "„": "“", "“": "”", '"': '"'}
_PLACE_BEFORE = re.compile(
    r"\b(?:в|во|из|под|близ|город\w*|посёл\w*|посел\w*|сел[оаеу]|селом|деревн\w+|станиц\w+|аул\w*|област\w+"
    r"|район\w*|аймак\w*|микрорайон\w*|жилмассив\w*|остров\w*|озер\w+|рек[аиеу]|рекой|гор[аыеу]|горой)\s+$|\b(?:г|с|пос|дер|ст|р)\.\s*$",
    re.IGNORECASE,
)
# A whole family: «супруги Ким», «братьев Бут»; the plural of a name that has one is no form on record.
_FAMILY_BEFORE = re.compile(
    r"\b(?:супруг[иоа]\w+|супруги|брать\w+|сестры|сест[её]р\w*|чет[аыуе]|четой|близнец\w+)\s+$", re.IGNORECASE
)
# Somebody known by a given name alone, and not the one in the story: «царь Пётр», «святого Николая».
_TITLE_BEFORE = re.compile(
    r"\b(?:свят\w+|св\.|цар\w+|княз\w+|княгин\w+|корол\w+|принц\w*|импер\w+|султан\w*|хан\w{0,2}|шейх\w*|пап[аыеу]|папой)\s+$",
    re.IGNORECASE,
)


def is_thing(before: str, span: NameSpan) -> bool:
    """Whether a street, prize, airport, ship or firm of that name is meant."""
    if not span.may_be_nominative and _THING_BEFORE.search(before):
        return True
    return any(pattern.search(before) for pattern in (_STREET_BEFORE, _SHIP_BEFORE, _FIRM_BEFORE))


def is_title(before: str, behind: str) -> bool:
    """Whether the name fills its quotes: the opera «Манас», the newspaper of a name."""
    return bool(before) and _QUOTED.get(before[-1]) == behind[:1]


def is_place(before: str) -> bool:
    """Whether a bare surname reads as a place: «в Жапарове», «под Бековом»."""
    return bool(_PLACE_BEFORE.search(before))


def is_family(before: str) -> bool:
    """Whether several people of the surname are meant together: «супруги Ким»."""
    return bool(_FAMILY_BEFORE.search(before))


def is_ruler_or_saint(before: str) -> bool:
    """Whether a given name alone is that of somebody known by it: «царь Пётр»."""
    return bool(_TITLE_BEFORE.search(before))
