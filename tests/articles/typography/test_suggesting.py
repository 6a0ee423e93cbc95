"""Suggestions an editor can refuse: each knows its place, and is known again after edits elsewhere."""

from dataclasses import dataclass

from articles import typography
from articles.findings import leave, open_findings


@dataclass(frozen=True)
class Part:
    where: str
    plain: str
    number: int = 0


def test_a_suggestion_says_where_it_stands_and_what_to_write():
    parts = [Part("headline", 'Открыт "Мост"'), Part("caption", "Слева - мост", 2)]
    headline, caption = typography.findings(parts, "ru")
    place = headline.place
    assert (place.where, place.start, place.end, place.surface) == ("headline", 7, 13, '"Мост"')
    assert headline.corrections[0].words == "«Мост»"
    assert headline.sentence
    assert (caption.place.where, caption.place.number) == ("caption", 2)
    assert caption.corrections[0].words == "Слева\u00a0— мост"


def test_a_language_without_rules_gets_no_suggestions():
    assert typography.findings([Part("headline", 'Ochildi "Ko‘prik"')], "uz") == []


def test_a_refusal_holds_after_edits_elsewhere_and_not_for_another_place(draft, editor):
    text = 'Вчера днём в городе открыли новый "Мост" через реку Кедровку. Строили "Мост" семь лет.'
    first, _second = typography.findings([Part("body", text)], "ru")
    leave(draft, first.kind, first.key, by=editor)
    edited = "Новое начало. " + text.replace("семь", "восемь")
    [still] = open_findings(draft, typography.findings([Part("body", edited)], "ru"))
    assert still.place.start > edited.index("Строили")


def test_the_longest_surface_has_a_key_that_can_be_kept():
    text = "А. А. " * 200 + "Иванов"
    assert all(len(each.key) <= 300 for each in typography.findings([Part("body", text)], "ru"))
