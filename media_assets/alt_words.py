"""A scene put in words, in the grammar of each language."""

from dataclasses import dataclass
from typing import Literal

from people.names.records import Gender

Action = Literal["shake_hands", "sign", "speak"]
Setting = Literal["table", "lectern", "stage", "flags", "flag"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture shows: how many people (0: a crowd), in how many rows, what they do and where."""

    count: int
    rows: int
    is_in_row: bool
    sits: bool
    action: Action | None
    settings: tuple[Setting, ...]
    gender: Gender


def worded(scene: Scene, language: str) -> str:
    """The scene as one sentence without a full stop."""
    words = {"ky": _kyrgyz, "en": _english}.get(language, _russian)(scene)
    return words[:1].upper() + words[1:]


_RUSSIAN_NUMBERS = (
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать"
)
_RUSSIAN_SETTINGS: dict[Setting, str] = {
    "table": "за столом",
    "lectern": "у трибуны",
    "stage": "на сцене",
    "flags": "перед флагами",
    "flag": "перед флагом",
}


def _russian(scene: Scene) -> str:
    settings = [_RUSSIAN_SETTINGS[setting] for setting in scene.settings]
    if scene.rows > 1:
        rows = f"в {_number(scene.rows, _RUSSIAN_NUMBERS)} ряда" if scene.rows < 5 else f"в {scene.rows} рядов"
        return " ".join([_russian_people(scene), rows, *settings]) + (", первый ряд сидит" if scene.sits else "")
    return " ".join(filter(None, [_russian_people(scene), _russian_verb(scene), *settings]))


def _russian_people(scene: Scene) -> str:
    if scene.count < 2:
        return {"male": "мужчина", "female": "женщина", "": "человек"}[scene.gender] if scene.count else "группа людей"
    few = scene.count % 10 in {2, 3, 4} and scene.count % 100 not in {12, 13, 14}
    return f"{_number(scene.count, _RUSSIAN_NUMBERS)} {'человека' if few else 'человек'}"


def _russian_verb(scene: Scene) -> str:
    # «двадцать один человек стоит», and «группа людей»
    is_one = scene.count == 0 or (scene.count % 10 == 1 and scene.count % 100 != 11)
    if scene.action == "shake_hands":
        return "пожимают друг другу руки"
    if scene.action == "sign":
        return "подписывает документы" if is_one else "подписывают документы"
    if scene.action == "speak":
        return "выступает"
    if scene.sits:
        return ("сидит" if is_one else "сидят") + " в ряд" * scene.is_in_row
    if scene.is_in_row and "table" not in scene.settings:
        return ("стоит" if is_one else "стоят") + " в ряд"
    return ""


_KYRGYZ_NUMBERS = (
    "бир эки үч төрт беш алты жети сегиз тогуз он он_бир он_эки он_үч он_төрт он_беш он_алты он_жети он_сегиз он_тогуз "
    "жыйырма"
)
_KYRGYZ_SETTINGS: dict[Setting, str] = {
    "table": "үстөл артында",
    "lectern": "трибунада",
    "stage": "сахнада",
    "flags": "желектердин алдында",
    "flag": "желектин алдында",
}


def _kyrgyz(scene: Scene) -> str:
    """The verb stands last: «Жети адам желектердин алдында катар турат»."""
    settings = [_KYRGYZ_SETTINGS[setting] for setting in scene.settings]
    if scene.rows > 1:
        rows = f"{_number(scene.rows, _KYRGYZ_NUMBERS)} катарда"
        return " ".join([_kyrgyz_people(scene), *settings, rows]) + (", биринчи катар отурат" if scene.sits else "")
    return " ".join(filter(None, [_kyrgyz_people(scene), *settings, _kyrgyz_verb(scene)]))


def _kyrgyz_people(scene: Scene) -> str:
    if scene.count < 2:
        return {"male": "эркек", "female": "аял", "": "адам"}[scene.gender] if scene.count else "бир топ адам"
    return f"{_number(scene.count, _KYRGYZ_NUMBERS)} адам"


def _kyrgyz_verb(scene: Scene) -> str:
    if scene.action:
        return {"shake_hands": "кол алышууда", "sign": "документтерге кол коюуда", "speak": "сөз сүйлөөдө"}[
            scene.action
        ]
    if scene.sits:
        return "катар " * scene.is_in_row + "отурат"
    return "катар турат" if scene.is_in_row and "table" not in scene.settings else ""


_ENGLISH_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ENGLISH_SETTINGS: dict[Setting, str] = {
    "table": "at a table",
    "lectern": "at a lectern",
    "stage": "on a stage",
    "flags": "in front of flags",
    "flag": "in front of a flag",
}


def _english(scene: Scene) -> str:
    settings = [_ENGLISH_SETTINGS[setting] for setting in scene.settings]
    if scene.rows > 1:
        rows = f"in {_number(scene.rows, _ENGLISH_NUMBERS)} rows"
        return " ".join([_english_people(scene), rows, *settings]) + (", the front row seated" if scene.sits else "")
    return " ".join(filter(None, [_english_people(scene), _english_verb(scene), *settings]))


def _english_people(scene: Scene) -> str:
    if scene.count < 2:
        return (
            {"male": "a man", "female": "a woman", "": "a person"}[scene.gender] if scene.count else "a group of people"
        )
    return f"{_number(scene.count, _ENGLISH_NUMBERS)} people"


def _english_verb(scene: Scene) -> str:
    if scene.action:
        return {"shake_hands": "shaking hands", "sign": "signing documents", "speak": "speaking"}[scene.action]
    if scene.sits:
        return "seated" + " in a row" * scene.is_in_row
    return "standing in a row" if scene.is_in_row and "table" not in scene.settings else ""


def _number(count: int, words: str) -> str:
    """In words up to twenty, in figures above."""
    known = words.split()
    return known[count - 1].replace("_", " ") if count <= len(known) else str(count)
