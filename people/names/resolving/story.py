"""What is known of one text so far: who is in the story, who else bears their names, what is decided where."""

from collections.abc import Mapping, Sequence

from people.names.records import NameSpan, Resolution
from search.marking import gettext_noop
from search.words import search_key

# What an editor decided: a place or a folded surface → the person, or None for "not a person".
Decisions = Mapping[tuple[int, int] | str, int | None]

_MOST_SUGGESTIONS = 5


class Story:
    """The verdicts on the names of one text as they are made, and the people they bring into it."""

    def __init__(self, spans: Sequence[NameSpan], decisions: Decisions) -> None:
        self.spans = spans
        self.decisions = decisions
        self.verdicts: dict[NameSpan, Resolution] = {}
        self.introduced: set[int] = set()
        self.named: dict[int, int] = {}  # introduced people and open namesakes → where first
        self._strangers: dict[int, int] = {}  # people → where somebody else of their surname is first named

    def open(self, *kinds: str) -> list[NameSpan]:
        """The names of these kinds that have no verdict yet."""
        return [span for span in self.spans if span.kind in kinds and span not in self.verdicts]

    def decided(self, span: NameSpan) -> bool:
        """Whether an editor has said who is meant: at this place, or wherever these words stand."""
        for key in ((span.start, span.end), search_key(span.surface)):
            if key in self.decisions:
                self.link(span, self.decisions[key], gettext_noop("An editor decided."))
                return True
        return False

    def link(self, span: NameSpan, person_id: int | None, reason: str, introduces: bool = True) -> None:
        """This person is meant; a full name also brings the person into the story."""
        self.verdicts[span] = Resolution(span, person_id, (), reason)
        if person_id is not None and introduces:
            self.introduced.add(person_id)
            self.name(span, (person_id,))

    def ask(self, span: NameSpan, suggestions: Sequence[int], reason: str) -> None:
        """The editor is asked."""
        self.verdicts[span] = Resolution(span, None, tuple(suggestions[:_MOST_SUGGESTIONS]), reason)

    def echo(self, span: NameSpan, person_id: int) -> None:
        """One more place of somebody in the story, unless a verdict speaks of it already."""
        is_new = all(span.end <= other.start or other.end <= span.start for other in self.verdicts)
        if is_new and not self.decided(span):
            self.link(span, person_id, gettext_noop("The one person of that name in the story."))

    def name(self, span: NameSpan, people: Sequence[int]) -> None:
        """One of these people is in the story from here on."""
        for person_id in people:
            self.named[person_id] = min(span.start, self.named.get(person_id, span.start))

    def present(self, span: NameSpan) -> tuple[int, ...]:
        """Who of the candidates was named in full before; if nobody was, who is later.

        «Борис Ким», then «Ким», then «Анна Ким»: up to her the surname alone is his.
        """
        present = tuple(person_id for person_id in span.candidates if person_id in self.named)
        return tuple(person_id for person_id in present if self.named[person_id] < span.start) or present

    def meet_stranger(self, span: NameSpan) -> None:
        """Somebody of the candidates' surname who is none of them is in the story from here on."""
        for person_id in span.candidates:
            self._strangers[person_id] = min(span.start, self._strangers.get(person_id, span.start))

    def is_after_stranger(self, span: NameSpan, person_id: int) -> bool:
        """Whether somebody else of that surname was named earlier: it may mean either."""
        return person_id in self._strangers and self._strangers[person_id] < span.start
