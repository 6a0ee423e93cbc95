"""Offices drawn over the years: what is certain, what may be, what goes on."""

from datetime import date

import pytest

from newsroom.record.timeline import Span, drawn

DAY = date(2025, 1, 1)


def span(office: str, begin: str, end: str = "", **fields) -> Span:
    """An office held from one known day to another."""
    since, until = date.fromisoformat(begin), date.fromisoformat(end) if end else None
    return Span(office, office, since, until, fields.pop("certain_from", since), until, **fields)


def test_one_office_alone_is_not_drawn():
    assert drawn([span("мэр", "2020-01-01")], DAY) is None


def test_offices_stand_in_the_order_in_which_they_began_and_within_the_drawing():
    drawing = drawn([span("министр", "2020-01-01"), span("мэр", "2010-01-01", "2020-01-01")], DAY)
    assert [row.label for row in drawing.rows] == ["мэр", "министр"]
    first, second = (row.bars[0] for row in drawing.rows)
    assert first.x + first.width == second.x
    assert 0 < first.x < second.x + second.width < 100


def test_what_is_held_goes_on_and_what_is_over_does_not():
    drawing = drawn([span("министр", "2020-01-01"), span("мэр", "2010-01-01", "2020-01-01")], DAY)
    assert [row.arrow is None for row in drawing.rows] == [True, False]


def test_a_beginning_known_to_the_month_is_unsure_until_its_last_day():
    unsure = span("мэр", "2010-01-01", "2020-01-01", certain_from=date(2010, 12, 31))
    drawing = drawn([unsure, span("министр", "2020-01-01")], DAY)
    assert [bar.kind for bar in drawing.rows[0].bars] == ["unsure", "held"]


def test_acting_and_holding_the_same_office_share_a_row():
    drawing = drawn([span("премьер", "2020-01-01", "2021-01-01", is_acting=True), span("премьер", "2021-01-01")], DAY)
    [row] = drawing.rows
    assert [bar.kind for bar in row.bars] == ["acting", "held"]


def test_what_texts_alone_tell_is_a_dot_on_their_day_and_no_bar():
    told = Span("депутат", "депутат", told=(date(2015, 6, 30), date(2015, 6, 30)))
    drawing = drawn([told, span("мэр", "2010-01-01", "2020-01-01")], DAY)
    assert (len(drawing.rows[1].dots), drawing.rows[1].bars, drawing.rows[1].arrow) == (1, [], None)


def test_years_are_round_and_few_enough_for_a_phone():
    drawing = drawn([span("мэр", "1951-05-01", "1990-01-01"), span("министр", "1990-01-01")], DAY)
    assert [tick.year for tick in drawing.ticks] == [1960, 1980, 2000, 2020]


@pytest.mark.parametrize("asked", [date.min, date(2500, 1, 1), date(3000, 1, 1), date.max])
def test_any_day_that_is_asked_for_can_be_drawn(asked):
    drawing = drawn([span("мэр", "1951-05-01", "1990-01-01"), span("министр", "1990-01-01")], asked)
    assert 1 <= len(drawing.ticks) <= 7


def test_a_long_label_is_cut_between_words():
    long = "заместитель председателя государственного комитета дорог"
    drawing = drawn([span(long, "2010-01-01", "2011-01-01"), span("мэр", "2011-01-01")], DAY)
    assert drawing.rows[0].label == "заместитель председателя государственного…"
