"""The same name again in the other script: «Джошуа Вольдемар (Joshua Woldemar)».

Only one of the two need be on record; the parentheses and the sound say that the other is the same person.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from people.names.records import NameParts, NameSpan
from people.names.words.likeness import sounds_like

_LATIN = r"[^\W\d_А-яЁёӨөҮүҢң]+"
# «(Joshua Woldemar)», «(англ. Joshua Woldemar, 1950–2020)»
_BEHIND = re.compile(rf"\s?\((?:[а-я]{{2,5}}\.?:?\s)?({_LATIN}(?:[ \u00a0'’.-]+{_LATIN})+)\s*[),;]")
_BEFORE = re.compile(r"[А-ЯЁ][а-яё'’-]+(?: [А-ЯЁ][а-яё'’-]+){1,2}(?= \($)")
_LONGEST = 60


def echoes(text: str, spans: Iterable[NameSpan]) -> Iterator[tuple[NameSpan, NameSpan]]:
    """These full names that stand in the other script beside themselves, each with that place."""
    for span in spans:
        behind = _BEHIND.match(text, span.end)
        if behind and sounds_like(span.surface, behind[1]):
            yield span, NameSpan(*behind.span(1), behind[1], "full", span.candidates)
        before = _BEFORE.search(text, max(0, span.start - _LONGEST), span.start) if span.surface.isascii() else None
        if before:
            printed = " ".join(before[0].split(" ")[-len(span.surface.split()) :])
            if sounds_like(printed, span.surface):
                start = before.end() - len(printed)
                yield span, NameSpan(start, before.end(), printed, "full", span.candidates)


def named_as(printed: str, name: NameParts) -> NameParts:
    """The name with the words the story prints for it: «Пишетсридер» for a record in Latin letters."""
    given, _, family = printed.rpartition(" ")
    return replace(name, given=given, family=family)
