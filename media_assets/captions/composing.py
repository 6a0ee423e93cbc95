"""From persons in order to the words under a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from media_assets.captions.records import Shown


@dataclass(frozen=True, slots=True)
class _Words:
    """How one language writes a caption."""

    in_order: str
    label: str
    left: str
    right: str
    place: str
    rows: tuple[str, ...]
    two: str
    last: str
    unnamed: str
    ordinals: tuple[str, ...]


_WORDS = {
    "ru": _Words(
        in_order="слева направо",
        label="На фото: ",
        left="слева",
        right="справа",
        place="{} слева",
        rows=("в первом ряду", "во втором ряду", "в третьем ряду", "в четвёртом ряду"),
        two=" и ",
        last=", а также ",
        unnamed="неизвестный",
        ordinals=("первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой"),
    ),
    "ky": _Words(
        in_order="солдон оңго",
        label="Сүрөттө: ",
        left="солдо",
        right="оңдо",
        place="солдон {}",
        rows=("биринчи катарда", "экинчи катарда", "үчүнчү катарда", "төртүнчү катарда"),
        two=" жана ",
        last=" жана ",
        unnamed="белгисиз адам",
        ordinals=("биринчи", "экинчи", "үчүнчү", "төртүнчү"),
    ),
    "en": _Words(
        in_order="L–R",
        label="Pictured: ",
        left="left",
        right="right",
        place="{} from left",
        rows=("first row", "second row", "third row", "fourth row"),
        two=" and ",
        last=" and ",
        unnamed="unidentified",
        ordinals=("first", "second", "third", "fourth", "fifth"),
    ),
}


def compose_caption(people: Sequence[Shown], language: str = "ru") -> str:
    """The caption for these persons: «(слева направо) Министр … Асан Токтосунов, …», by rows where there are several.

    ``parse_caption`` reads the same names, offices, rows and places out of it. A place between them that nobody on
    record takes is «неизвестный»: it must not look as if the next one stood there. Whoever is alone needs no place.
    """
    words = _WORDS[language if language in _WORDS else "ru"]
    ordered = sorted(people, key=lambda one: (one.row, one.position or len(people) + 100))
    if not ordered:
        return ""
    rows = [(number, list(row)) for number, row in groupby(ordered, key=lambda one: one.row)]
    if len(rows) > 1 or rows[0][0] > 1:
        return f"{_capital('; '.join(_row(number, row, words) for number, row in rows))}."
    return _sentence(ordered, words)


def _sentence(people: Sequence[Shown], words: _Words) -> str:
    """The people of a picture with a single row."""
    items = [_item(one) for one in people]
    places = [one.position for one in people]
    is_russian = words is _WORDS["ru"]
    if len(people) == 1:
        items[0] = _capital(items[0]) if is_russian else items[0]
        is_alone = places[0] in {0, 1} or places[0] > len(words.ordinals)
        return f"{items[0]}." if is_alone else f"{items[0]} ({words.place.format(words.ordinals[places[0] - 1])})."
    if not all(places):
        return f"{words.label}{_joined(items, words)}."
    items[0] = _capital(items[0]) if is_russian else items[0]
    if places == [1, 2]:
        return f"{items[0]} ({words.left}){words.two}{items[1]} ({words.right})."
    in_order = _capital(_joined(_with_unnamed(people, items, words), words)) if is_russian else ""
    return f"({words.in_order}) {in_order or _joined(_with_unnamed(people, items, words), words)}."


def _row(number: int, people: Sequence[Shown], words: _Words) -> str:
    items = [_item(one) for one in people]
    name = words.rows[min(number, len(words.rows)) - 1]
    if not all(one.position for one in people):
        return f"{name}: {_joined(items, words)}"
    return f"{name} ({words.in_order}): {_joined(_with_unnamed(people, items, words), words)}"


def _with_unnamed(people: Sequence[Shown], items: Sequence[str], words: _Words) -> list[str]:
    """The items, and a word for each place between them that nobody on record takes."""
    found: list[str] = []
    for one, item in zip(people, items, strict=True):
        found += [words.unnamed] * (one.position - 1 - len(found))
        found.append(item)
    return found


def _joined(items: Sequence[str], words: _Words) -> str:
    if len(items) < 3:
        return words.two.join(items)
    return f"{', '.join(items[:-1])}{words.last}{items[-1]}"


def _item(one: Shown) -> str:
    return " ".join(filter(None, (one.post, one.name.full)))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
