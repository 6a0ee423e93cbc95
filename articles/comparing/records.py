"""What stands behind the numbers in a text: headlines of photos and stories, names of people."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Model
from django.utils.translation import gettext as _

from media_assets.models import Document, Photo
from people.models import Person

from ..models import Article
from .blocks import Block

_MODELS: dict[str, type[Model]] = {
    "photo": Photo,
    "document": Document,
    "article": Article,
    "person": Person,
    "speaker": Person,
}
_NAMED = re.compile(r"→ (article|person):(\d+)")


@dataclass(frozen=True)
class Records:
    """The records some blocks name, by kind and number, in one query a kind."""

    found: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> "Records":
        wanted: dict[type[Model], set[int]] = {}
        for kind, number in _named(blocks):
            wanted.setdefault(_MODELS[kind], set()).add(int(number))
        records = {model: model._default_manager.in_bulk(numbers) for model, numbers in wanted.items()}
        return cls(
            {
                (kind, str(number)): str(record)
                for kind, model in _MODELS.items()
                for number, record in records.get(model, {}).items()
            }
        )

    def told(self, fact: str, value: str) -> str:
        """«Озеро» for the photo 7; a record that is gone goes by its number."""
        if fact not in _MODELS:
            return value.replace("T", " ") if fact == "time" else value
        return self.found.get((fact, value)) or _("no. %(number)s") % {"number": value}

    def sign(self, text: str) -> str:
        named = _NAMED.fullmatch(text)
        return f"→ {self.told(*named.groups())}" if named else text


def _named(blocks: Iterable[Block]) -> Iterable[tuple[str, str]]:
    for block in blocks:
        yield from ((kind, value) for kind, value in block.facts if kind in _MODELS)
        for word in block.words:
            if word.is_sign and (named := _NAMED.fullmatch(word.text)):
                yield named[1], named[2]
