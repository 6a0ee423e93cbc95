from dataclasses import replace
from datetime import UTC, date, datetime

from articles.content import Content, Credit, merge

BASE = Content(headline="Заголовок", lede="Вводка", body="<p>Текст</p>", tags=("один",))


def changed(**fields) -> Content:
    return replace(BASE, **fields)


def test_a_document_survives_storage():
    content = Content(
        headline="З",
        tags=("а", "б"),
        bylines=(Credit(3), Credit(4, "photo")),
        event_date=date(2025, 6, 30),
        dated=datetime(2025, 6, 30, 9, 45, tzinfo=UTC),
    )
    assert Content.from_json(content.as_json()) == content


def test_a_document_of_an_older_version_gets_the_defaults():
    assert Content.from_json({"headline": "З", "forgotten": 1}) == Content(headline="З")


def test_changes_of_different_fields_both_win():
    outcome = merge(BASE, changed(headline="Мой"), changed(lede="Чужая"))
    assert (outcome.content.headline, outcome.content.lede) == ("Мой", "Чужая")
    assert not outcome.conflicts
    assert outcome.taken == {"lede"}


def test_the_same_change_by_both_is_no_conflict():
    assert not merge(BASE, changed(headline="Новый"), changed(headline="Новый")).conflicts


def test_different_changes_of_one_field_are_a_conflict_that_keeps_both_texts():
    [conflict] = merge(BASE, changed(headline="Мой"), changed(headline="Чужой")).conflicts
    assert (conflict.name, conflict.base, conflict.mine, conflict.theirs) == ("headline", "Заголовок", "Мой", "Чужой")
