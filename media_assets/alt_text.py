"""A picture in words for whoever cannot see it, proposed from what is known of it: how many, in rows, doing what.

An editor confirms it. A name is never in it, nor anything that neither the caption nor the recorded people say.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from media_assets.alt_words import Action, Scene, Setting, worded
from people.names.declension import guess_gender
from people.names.records import Gender, NameParts
from search.words import search_key

_ACTIONS: tuple[tuple[re.Pattern[str], Action], ...] = (
    (
        re.compile(
            r"(?:пожима|пожал|жм[её]т|жмут)\w*\s+(?:\w+\s+)?рук|рукопожати|кол\s+(?:алыш|кысыш)|shak\w+\s+hands|handshake",
            re.I,
        ),
        "shake_hands",
    ),
    (
        re.compile(
            r"подписыва[ею]т|подписал\w*|подписани[ия]|кол\s+кой(?:ду|уш|уп|уу)|кол\s+коюу|\bsign(?:s|ed|ing)?\b", re.I
        ),
        "sign",
    ),
    (
        re.compile(
            r"выступа[ею]т|выступил\w*(?!\s+против)|во\s+время\s+выступлени|сөз\s+сүйлө|\bspeak(?:s|ing)\b|\bspoke\b"
            r"|(?:delivers|gives|giving|delivering)\s+(?:a\s+)?speech",
            re.I,
        ),
        "speak",
    ),
)
_SETTINGS: tuple[tuple[re.Pattern[str], Setting], ...] = (
    (
        re.compile(r"за\s+(?:\w+\s+)?столом|үстөл\w*\s+(?:артын|тегерег)|at\s+(?:a|the)\s+(?:\w+\s+)?table", re.I),
        "table",
    ),
    (re.compile(r"(?:у|на|за)\s+трибун\w+|трибуна(?:да|нын)|at\s+(?:a|the)\s+(?:lectern|podium)", re.I), "lectern"),
    (re.compile(r"на\s+сцене|сахнада|on\s+(?:the\s+)?stage", re.I), "stage"),
    (
        re.compile(
            r"(?:на\s+фоне|перед|у|возле)\s+(?:\w+\s+)?(?:флагов|флагами)|желектердин\s+(?:алдында|фонунда)"
            r"|in\s+front\s+of\s+(?:the\s+)?(?:\w+\s+)?flags",
            re.I,
        ),
        "flags",
    ),
    (
        re.compile(
            r"(?:на\s+фоне|перед|у|возле)\s+(?:\w+\s+)?(?:флага|флагом)\b|желектин\s+(?:алдында|фонунда)"
            r"|in\s+front\s+of\s+(?:the\s+|a\s+)?(?:\w+\s+)?flag\b",
            re.I,
        ),
        "flag",
    ),
)
_SIT = re.compile(r"\bсид(?:ит|ят|я)\b|\bотур(?:ат|ушат|гандар)\b|\b(?:seated|sitting|sits?)\b", re.I)
# Whoever is named is then not everybody in the picture.
_CROWD = re.compile(
    r"\bи\s+др(?:угие|угих|\.)|\b(?:с|со|среди)\s+(?:\w+\s+)?(?:жител|участник|студент|школьник|дет|делегац|журналист"
    r"|сотрудник|сторонник|член|ветеран|учител|врач|рабоч|коллег)\w+|жана\s+башкалар|and\s+others"
    r"|with\s+(?:\w+\s+)?(?:residents|students|children|delegates|colleagues|supporters|members)",
    re.I,
)


class Standing(Protocol):
    """A person in the picture: as parsed from a caption or as recorded."""

    @property
    def name(self) -> NameParts: ...
    @property
    def row(self) -> int: ...
    @property
    def position(self) -> int: ...


def propose_alt(people: Sequence[Standing], caption: str, language: str = "ru") -> str:
    """«Семь человек стоят в ряд перед флагами»; empty when nothing can be said, or only what the caption says.

    ``people`` are everybody in the picture, in any order; the caption adds what they do and where, if it tells.
    """
    scene = _scene(people, caption)
    words = worded(scene, language) if scene else ""
    return "" if search_key(words) in search_key(caption) else words


def _scene(people: Sequence[Standing], caption: str) -> Scene | None:
    """What is known of the picture; nothing when it would say no more than that somebody is there."""
    if not people:
        return None
    is_ordered = len(people) > 1 and all(one.position for one in people)
    rows = {one.row for one in people}
    count = sum(_length([one for one in people if one.row == row]) for row in rows)
    is_crowd = not is_ordered and (count > len(people) or bool(_CROWD.search(caption)))
    action = next((action for pattern, action in _ACTIONS if pattern.search(caption)), None)
    settings = tuple(_settings(caption))
    scene = Scene(
        count=0 if is_crowd else count,
        rows=len(rows),
        is_in_row=is_ordered and len(rows) == 1 and count > 2,
        sits=bool(_SIT.search(caption)),
        action=action if action and not is_crowd and _can(action, count) else None,
        settings=settings,
        gender=_gender(people[0].name) if len(people) == 1 else "",
    )
    says_nothing = scene.count == 1 and not scene.action and not scene.settings
    return None if says_nothing else scene


def _length(row: Sequence[Standing]) -> int:
    """How many stand in a row: an unnamed place between two people is somebody, too."""
    return max([len(row), *(one.position for one in row)])


def _can(action: Action, count: int) -> bool:
    """Whether that many do it: of three and more the caption does not say who, and two do not speak at once."""
    return count == {"shake_hands": 2, "speak": 1}.get(action, count) and count < 3


def _settings(caption: str) -> Iterator[Setting]:
    yield from (setting for pattern, setting in _SETTINGS if pattern.search(caption))


def _gender(name: NameParts) -> Gender:
    return name.gender or guess_gender(name)
