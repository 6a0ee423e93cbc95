"""Who is meant: candidates → one person, or none and a question to the editor.

The document is the unit. Full names say who is in the story; a bare surname then belongs to the one person of
that surname. Namesakes are told apart by patronymic, initials and the office held on the day of the story.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from people.names.context import CLOSE, PARAGRAPH, Context, Window, is_in_dictionary
from people.names.evidence import agreeing, office_named
from people.names.records import NameSpan, PersonFacts, Resolution
from search.marking import gettext_noop
from search.words import search_key

# What an editor decided: a place or a folded surface → the person, or None for "not a person".
Decisions = Mapping[tuple[int, int] | str, int | None]

# Half of an office tells namesakes apart, if the others lie clearly behind; nearly all of it names a man alone.
_ENOUGH, _NEARLY_WHOLE, _MARGIN = 0.5, 0.75, 0.4
_MOST_SUGGESTIONS = 5


def resolve(
    text: str,
    spans: Sequence[NameSpan],
    facts: Mapping[int, PersonFacts],
    on: date,
    decisions: Decisions | None = None,
) -> list[Resolution]:
    """One verdict for every span, in their order. ``on`` is the day of the story; decisions always win."""
    document = _Document(text, spans, facts, on)
    document.apply(decisions or {})
    document.resolve_named()
    document.resolve_namesakes()
    document.resolve_short()
    return [document.verdicts[span] for span in spans]


class _Document:
    """The verdicts on one text, made in passes from the surest to the least sure."""

    def __init__(self, text: str, spans: Sequence[NameSpan], facts: Mapping[int, PersonFacts], on: date) -> None:
        self.spans = spans
        self.facts = facts
        self.on = on
        self.context = Context(text, spans)
        self.verdicts: dict[NameSpan, Resolution] = {}
        self.introduced: set[int] = set()
        self.named: dict[int, int] = {}  # introduced people and open namesakes → where first
        self.strangers: dict[int, int] = {}  # people → where somebody else of their surname is first named

    def apply(self, decisions: Decisions) -> None:
        """Put the editors' decisions first, things and strangers second; the rest stays open."""
        for span in self.spans:
            for key in ((span.start, span.end), search_key(span.surface)):
                if key in decisions and span not in self.verdicts:
                    self._link(span, decisions[key], gettext_noop("An editor decided."))
            if span in self.verdicts:
                continue
            if self.context.is_thing(span):
                self._ask(span, (), gettext_noop("Something that bears the name is meant. Choose the person if not."))
            elif span.kind == "surname" and self.context.stranger_before(span):
                self._meet_stranger(
                    span, gettext_noop("Another given name stands before it. Choose the person if it is the same one.")
                )

    def resolve_named(self) -> None:
        """Full names and initials that leave exactly one person."""
        for span in self._open("full", "initials"):
            left = agreeing(span, self.facts)
            if len(left) == 1:
                self._link(span, left[0], gettext_noop("The only person of that name on record."))
            elif not left:
                self._meet_stranger(
                    span,
                    gettext_noop(
                        "The patronymic or initials differ from the record. Check them, or choose the person."
                    ),
                )

    def resolve_namesakes(self) -> None:
        """Full names and initials of several people: by who is in the story already, else by office."""
        groups: dict[tuple[int, ...], list[NameSpan]] = defaultdict(list)
        for span in self._open("full", "initials"):
            groups[agreeing(span, self.facts)].append(span)
        for candidates, spans in sorted(groups.items(), key=lambda group: group[1][0].kind == "initials"):
            present = [person_id for person_id in candidates if person_id in self.introduced]
            chosen = (
                present[0] if len(present) == 1 else self._by_office(candidates, spans, (CLOSE, PARAGRAPH), _ENOUGH)
            )
            for span in spans:
                if chosen is not None:
                    self._link(span, chosen, gettext_noop("The story tells which of the namesakes."))
                else:
                    self._ask(span, candidates, gettext_noop("Several people bear that name. Choose who is meant."))
                    self._name(span, candidates)

    def resolve_short(self) -> None:
        """Bare surnames, given names with patronymic: the one such person of the story, else a suggestion."""
        for span in self._open("surname", "given_patronymic"):
            present = self._in_story(span)
            if span.kind == "surname" and self.context.is_place(span):
                self._ask(span, present, gettext_noop("It may be a place. Choose the person if one is meant."))
            elif len(present) == 1 and present[0] in self.introduced and not self._after_stranger(span, *present):
                self._link(span, present[0], gettext_noop("The one person of that name in the story."))
            elif present:
                self._ask(
                    span,
                    present,
                    gettext_noop("More than one person of that name is in the story. Choose who is meant."),
                )
            elif self._stands_for_itself(span):
                self._link(
                    span, span.candidates[0], gettext_noop("The one bearer on record, and nothing speaks against it.")
                )
            else:
                self._ask(
                    span,
                    span.candidates,
                    gettext_noop(
                        "Nobody of that name is introduced in the story. Choose who is meant, or give the full name."
                    ),
                )

    def _in_story(self, span: NameSpan) -> tuple[int, ...]:
        """Who of the candidates was named in full before; if nobody was, who is later.

        «Борис Ким», then «Ким», then «Анна Ким»: up to her the surname alone is his.
        """
        present = tuple(person_id for person_id in span.candidates if person_id in self.named)
        return tuple(person_id for person_id in present if self.named[person_id] < span.start) or present

    def _stands_for_itself(self, span: NameSpan) -> bool:
        """A surname nobody introduced, of one person on record: rare, or with that person's office beside it.

        «Орлов» in a list of goals need not be the Орлов we know; «министр иностранных дел Орлов» is.
        """
        if span.kind != "surname" or len(span.candidates) > 1 or self._after_stranger(span, *span.candidates):
            return False
        if self._by_office(span.candidates, [span], (CLOSE,), _NEARLY_WHOLE):
            return True
        return not (is_in_dictionary(search_key(span.surface)) or self.context.has_capital_neighbour(span))

    def _after_stranger(self, span: NameSpan, person_id: int) -> bool:
        """Whether somebody else of that surname was named earlier: from there on it may mean either."""
        return self.strangers.get(person_id, len(self.context.text)) < span.start

    def _meet_stranger(self, span: NameSpan, reason: str) -> None:
        for person_id in span.candidates:
            self.strangers[person_id] = min(span.start, self.strangers.get(person_id, span.start))
        self._ask(span, (), reason)

    def _by_office(
        self, candidates: tuple[int, ...], spans: list[NameSpan], windows: Sequence[Window], enough: float
    ) -> int | None:
        """The candidate whose office of the day is named near the name, by a clear margin."""
        mentions = [span for span in self.spans if span in spans or set(span.candidates) & set(candidates)]
        former = self.context.speaks_of_former(spans)
        for window in windows:
            near = self.context.stems_near(mentions, window)
            scores = [
                (office_named(self.facts[person_id], near, self.on, former), person_id)
                for person_id in candidates
                if person_id in self.facts
            ]
            (second, _), (best, person_id) = sorted([(0.0, 0), (0.0, 0), *scores])[-2:]
            if best >= enough and best - second >= _MARGIN:
                return person_id
        return None

    def _open(self, *kinds: str) -> list[NameSpan]:
        return [span for span in self.spans if span.kind in kinds and span not in self.verdicts]

    def _link(self, span: NameSpan, person_id: int | None, reason: str) -> None:
        self.verdicts[span] = Resolution(span, person_id, (), reason)
        if person_id is not None:
            self.introduced.add(person_id)
            self._name(span, (person_id,))

    def _name(self, span: NameSpan, people: Sequence[int]) -> None:
        for person_id in people:
            self.named[person_id] = min(span.start, self.named.get(person_id, span.start))

    def _ask(self, span: NameSpan, suggestions: tuple[int, ...], reason: str) -> None:
        self.verdicts[span] = Resolution(span, None, suggestions[:_MOST_SUGGESTIONS], reason)
