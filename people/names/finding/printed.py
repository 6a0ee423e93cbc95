"""What a printed word is on record: in Kyrgyz without its ending, in English without «'s», in Russian as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from people.names.records import ALL_CASES, case_mask
from search.kyrgyz import stems

_NOMINATIVE = case_mask(["nomn"])


@dataclass(frozen=True, slots=True)
class Printed:
    """A form to look up. ``said``: the cases its own ending says; 0 leaves them to the form on record."""

    form: str
    said: int = 0

    def cases(self, on_record: int) -> int:
        """The cases in which it may stand for a form on record; 0 when it cannot."""
        if not self.said:
            return on_record
        # «Бекова» in a Kyrgyz text is a woman, never the Russian genitive of Беков.
        return self.said if on_record & _NOMINATIVE else 0


@lru_cache(maxsize=1 << 14)
def as_on_record(phrase: str, *, is_kyrgyz: bool = False) -> tuple[Printed, ...]:
    """The forms a printed name may be looked up by: «Асан Бековго» in a Kyrgyz text by «Асан Беков» too.

    Only the last word of a Kyrgyz name takes an ending, so a bare stem agrees with every case behind it. A family in
    the plural, «Бековдор», is nobody.
    """
    return tuple(_forms(phrase, is_kyrgyz))


def _forms(phrase: str, is_kyrgyz: bool) -> Iterator[Printed]:
    if is_kyrgyz:
        before, space, last = phrase.rpartition(" ")
        for stem in stems(last):
            if stem.number == "sing":
                said = ALL_CASES if stem.case == "nomn" else case_mask([stem.case])
                yield Printed(f"{before}{space}{stem.text}", said)
    else:
        yield Printed(phrase)
    if phrase[-2:] in {"'s", "’s"}:
        yield Printed(phrase[:-2], ALL_CASES if is_kyrgyz else 0)
