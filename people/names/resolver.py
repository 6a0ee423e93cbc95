"""Who is meant: candidates → one person, or none and a question to the editor.

The document is the unit. Full names say who is in the story; a bare surname then belongs to the one person of
that surname. Namesakes are told apart by patronymic, initials and the office held on the day of the story.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from people.names.records import NameSpan, PersonFacts, Resolution
from people.names.resolving.another_office import is_anothers
from people.names.resolving.context import Context
from people.names.resolving.echoes import echoes, named_as
from people.names.resolving.evidence import AT_THE_NAME, NEARLY_WHOLE, Namesakes, agreeing, of_gender
from people.names.resolving.nearby_offices import Near
from people.names.resolving.predicates import gender_told
from people.names.resolving.slips import Slips
from people.names.resolving.story import Decisions, Story
from people.names.resolving.variants import widened
from people.names.words.capitals import is_also_common, is_in_dictionary
from search.marking import gettext_noop
from search.words import search_key


def resolve(
    text: str,
    spans: Sequence[NameSpan],
    facts: Mapping[int, PersonFacts],
    on: date,
    decisions: Decisions | None = None,
) -> list[Resolution]:
    """A verdict for every place that names somebody, in reading order.

    That is every span, some of them widened by a given name spelled another way, and the places that only the
    story explains: a name in Latin letters, a misprint. ``on`` is the day of the story; decisions always win.
    """
    context = Context(text, spans)
    story = Story(widened(spans, facts, context), decisions or {})
    passes = _Passes(story, context, facts, on)
    passes.resolve_certain()
    passes.resolve_named()
    passes.resolve_namesakes()
    passes.resolve_short()
    passes.resolve_echoes()
    return sorted(story.verdicts.values(), key=lambda verdict: verdict.span.start)


@dataclass(frozen=True, slots=True)
class _Passes:
    """The verdicts on one text are made from the surest to the least sure."""

    story: Story
    context: Context
    facts: Mapping[int, PersonFacts]
    on: date

    def resolve_certain(self) -> None:
        """Editors' decisions first, things and strangers second; the rest stays open."""
        for span in self.story.spans:
            if self.story.decided(span):
                continue
            if self.context.is_thing(span):
                self.story.ask(
                    span, (), gettext_noop("Something that bears the name is meant. Choose the person if not.")
                )
            elif span.kind == "full" and self.context.shares_surname(span):
                self.story.meet_stranger(span)
            elif span.kind == "surname" and (self.context.stranger_before(span) or self.context.stranger_behind(span)):
                self.story.meet_stranger(span)
                self.story.ask(
                    span, (), gettext_noop("Another name stands beside it. Choose the person if it is the same one.")
                )

    def resolve_named(self) -> None:
        """Full names and initials that leave exactly one person."""
        for span in self.story.open("full", "initials"):
            left = agreeing(span, self.facts)
            if len(left) == 1 and self._has_anothers_office(span, left[0]):
                self.story.meet_stranger(span)
                self._ask_about_office(span, left)
            elif len(left) == 1:
                self.story.link(span, left[0], gettext_noop("The only person of that name on record."))
            elif not left:
                self.story.meet_stranger(span)
                self.story.ask(
                    span,
                    (),
                    gettext_noop(
                        "The patronymic or initials differ from the record. Check them, or choose the person."
                    ),
                )

    def resolve_namesakes(self) -> None:
        """Full names and initials of several people: by who is in the story already, else by office and day."""
        groups: dict[tuple[int, ...], list[NameSpan]] = defaultdict(list)
        for span in self.story.open("full", "initials"):
            groups[agreeing(span, self.facts)].append(span)
        for candidates, spans in sorted(groups.items(), key=lambda group: group[1][0].kind == "initials"):
            present = [person_id for person_id in candidates if person_id in self.story.introduced]
            at_names = {span: self._namesakes(candidates, [span]).by_office(AT_THE_NAME) for span in spans}
            # «министр Тимур Асанов и тренер Тимур Асанов»: a story that has both tells each by his own office
            has_both = len(set(at_names.values()) - {None}) > 1
            of_all = present[0] if len(present) == 1 else self._of_namesakes(candidates, spans)
            for span in spans:
                chosen = at_names[span] if has_both else of_all
                if chosen is not None:
                    self.story.link(span, chosen, gettext_noop("The story tells which of the namesakes."))
                else:
                    self.story.ask(
                        span, candidates, gettext_noop("Several people bear that name. Choose who is meant.")
                    )
                    self.story.name(span, candidates)

    def resolve_short(self) -> None:
        """Bare surnames, given names with patronymic: the one such person of the story, else a suggestion."""
        for span in self.story.open("surname", "given_patronymic"):
            present = self.story.present(span)
            if span.kind == "surname" and self.context.is_place(span):
                self.story.ask(span, present, gettext_noop("It may be a place. Choose the person if one is meant."))
            elif span.kind == "surname" and self.context.is_family(span):
                self.story.ask(span, present, gettext_noop("A whole family may be meant. Choose the person if one is."))
            elif present and not self._is_word_too_early(span, present):
                self._choose_in_story(span, present)
            elif self._stands_for_itself(span):
                self.story.link(
                    span, span.candidates[0], gettext_noop("The one bearer on record, and nothing speaks against it.")
                )
            else:
                self.story.ask(
                    span,
                    present or span.candidates,
                    gettext_noop(
                        "Nobody of that name is introduced in the story. Choose who is meant, or give the full name."
                    ),
                )

    def resolve_echoes(self) -> None:
        """Places no index finds, of people the story has introduced: another script, slips, given names alone."""
        full = {
            span: verdict.person_id
            for span, verdict in self.story.verdicts.items()
            if span.kind == "full" and verdict.person_id is not None
        }
        people = {person_id: self.facts[person_id].name for person_id in full.values() if person_id in self.facts}
        for beside, echo in echoes(self.context.text, list(full)):
            self.story.echo(echo, full[beside])
            if full[beside] in people and beside.surface.isascii():
                people[full[beside]] = named_as(echo.surface, people[full[beside]])
        for slip in Slips(self.context, people, self.story.named, list(self.story.verdicts)).find():
            self.story.echo(slip, slip.candidates[0])

    def _choose_in_story(self, span: NameSpan, present: tuple[int, ...]) -> None:
        """«Ким рассказала»: a verb in the past tense tells a man from a woman, an office whose it is."""
        told = gender_told(self.context.text, span) if span.kind == "surname" else ""
        fitting = of_gender([self.facts[person_id] for person_id in present if person_id in self.facts], told)
        if len(fitting) > 1:
            chosen = Namesakes(fitting, self.on, self.context, [span]).by_office((Near.OFFICE,))
        else:
            chosen = fitting[0].person_id if fitting else None
        if chosen is not None and self._has_anothers_office(span, chosen):
            self._ask_about_office(span, present)
        elif chosen in self.story.introduced and not self.story.is_after_stranger(span, chosen):
            self.story.link(span, chosen, gettext_noop("The one person of that name in the story."), introduces=False)
        else:
            self.story.ask(
                span, present, gettext_noop("More than one person of that name is in the story. Choose who is meant.")
            )

    def _is_word_too_early(self, span: NameSpan, present: Sequence[int]) -> bool:
        """Whether it may be a common word still, with nobody of that name introduced so far: «Мороз усилился»."""
        return min(self.story.named[person_id] for person_id in present) > span.start and is_also_common(span.surface)

    def _stands_for_itself(self, span: NameSpan) -> bool:
        """A surname nobody introduced, of one person on record: rare, or with that person's office beside it.

        «Орлов» in a list of goals need not be the Орлов we know; «министр иностранных дел Орлов» is.
        """
        if span.kind != "surname" or len(span.candidates) > 1 or self.story.is_after_stranger(span, *span.candidates):
            return False
        if self._has_anothers_office(span, span.candidates[0]):
            return False
        if self._namesakes(span.candidates, [span]).by_office((Near.CLOSE,), NEARLY_WHOLE) is not None:
            return True
        return not (is_in_dictionary(search_key(span.surface)) or self.context.has_capital_neighbour(span))

    def _has_anothers_office(self, span: NameSpan, person_id: int) -> bool:
        """«Президент Казахстана Беков» while the Беков on record is president of another country."""
        person = self.facts.get(person_id)
        return person is not None and is_anothers(self.context.text, span, person, self.on)

    def _ask_about_office(self, span: NameSpan, people: Sequence[int]) -> None:
        self.story.ask(
            span,
            tuple(people),
            gettext_noop("The office beside the name is another country's. Choose the person if the record is meant."),
        )

    def _of_namesakes(self, candidates: Sequence[int], spans: Sequence[NameSpan]) -> int | None:
        """Whom the offices in the story tell, named at any place that may mean one of them."""
        places = [span for span in self.story.spans if span in spans or set(span.candidates) & set(candidates)]
        namesakes = self._namesakes(candidates, places)
        chosen = namesakes.by_office()
        return chosen if chosen is not None else namesakes.by_day()

    def _namesakes(self, candidates: Iterable[int], places: Sequence[NameSpan]) -> Namesakes:
        people = [self.facts[person_id] for person_id in candidates if person_id in self.facts]
        return Namesakes(people, self.on, self.context, places)
