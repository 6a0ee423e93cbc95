"""Offices drawn over the years. Spans in, a drawing out: no database, no words but labels and years.

Across, everything is in per cent of the drawing's width, so that it is as wide as the page and its letters stay as
large as they are, on a phone too. Down, and around points, it is pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

ROW_PX = 44
BAR_PX = 10
_LABEL_PX = 14  # from the top of a row to the foot of its letters
_BAR_AT_PX = 22
_AXIS_PX = 26
_LABEL_LETTERS = 42  # as many as a phone has room for
_MARGIN = 3  # per cent on either side, for arrows and the letters of years
_MOST_TICKS = 6
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)  # a reader may ask for a day of the year 9999
_UNKNOWN = 2.0  # per cent of a stub that says «since when nobody knows»


@dataclass(frozen=True)
class Span:
    """An office in time, half-open. It was held at least in ``certain``, at most in ``covers``.

    ``covers_until`` is None while it is held. ``told`` are the days of texts, where nothing else is known.
    """

    office: object  # what is the same for all spans of a row
    label: str
    covers_from: date | None = None
    covers_until: date | None = None
    certain_from: date | None = None
    certain_until: date | None = None
    is_acting: bool = False
    is_start_known: bool = True
    told: tuple[date, ...] = ()


@dataclass(frozen=True)
class Bar:
    """A piece of a row; ``kind`` is held, acting or unsure. Per cent across, pixels down."""

    kind: str
    x: float
    width: float
    y: int


@dataclass
class Row:
    """An office with everything drawn in its row; ``arrow`` is where it goes on, ``dots`` are days that texts tell."""

    label: str
    y: int
    bars: list[Bar] = field(default_factory=list)
    dots: list[float] = field(default_factory=list)
    arrow: float | None = None

    @property
    def label_y(self) -> int:
        return self.y + _LABEL_PX

    @property
    def bar_y(self) -> int:
        return self.y + _BAR_AT_PX

    @property
    def middle_y(self) -> int:
        return self.bar_y + BAR_PX // 2


@dataclass(frozen=True)
class Tick:
    year: int
    x: float


@dataclass(frozen=True)
class Drawing:
    """All rows over their axis. ``day_x`` is the day the page speaks of."""

    height: int
    rows: list[Row]
    ticks: list[Tick]
    day_x: float

    @property
    def axis_y(self) -> int:
        return self.height - _AXIS_PX

    @property
    def years_y(self) -> int:
        return self.height - 6


@dataclass(frozen=True)
class _Axis:
    first: date
    last: date

    def at(self, day: date) -> float:
        """Per cent of the width at which that day begins."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(_MARGIN + (100 - 2 * _MARGIN) * min(max(share, 0), 1), 2)


def drawn(spans: Sequence[Span], day: date) -> Drawing | None:
    """The spans by office, in the order in which offices began; None where there is nothing to compare."""
    dated = [span for span in spans if span.told or span.covers_from or span.covers_until]
    if len(dated) < 2:
        return None
    axis = _axis(dated, day)
    rows: dict[object, Row] = {}
    for span in sorted(dated, key=_begins):
        row = rows.setdefault(span.office, Row(_short(span.label), len(rows) * ROW_PX))
        _add(row, span, axis, day)
    height = len(rows) * ROW_PX + _AXIS_PX
    return Drawing(height, list(rows.values()), _ticks(axis), axis.at(day))


def _begins(span: Span) -> date:
    return min(span.told) if span.told else span.covers_from or span.covers_until


def _axis(spans: Sequence[Span], day: date) -> _Axis:
    """From the first of the year in which the first office began to the day itself, or what is announced after it."""
    ends = [until for span in spans for until in (*span.told, span.covers_from, span.covers_until) if until]
    return _Axis(min(map(_begins, spans)).replace(month=1, day=1), max([day, *ends]))


def _add(row: Row, span: Span, axis: _Axis, day: date) -> None:
    if span.told:
        row.dots += [axis.at(each) for each in dict.fromkeys(span.told)]
        return
    begin, end = span.covers_from or span.covers_until, span.covers_until or axis.last
    sure = (span.certain_from or begin, span.certain_until or end)
    row.bars += _pieces(begin, sure, end, span.is_acting, row.bar_y, axis)
    if not span.is_start_known:
        row.bars.append(Bar("unsure", round(axis.at(begin) - _UNKNOWN, 2), _UNKNOWN, row.bar_y))
    if span.covers_until is None and begin <= day:
        row.arrow = axis.at(end)


def _pieces(begin: date, sure: tuple[date, date], end: date, is_acting: bool, y: int, axis: _Axis) -> list[Bar]:
    """Solid where the office was surely held, hatched where it may have been."""
    first, last = max(begin, sure[0]), min(end, sure[1])
    if first >= last:
        cut = [("unsure", begin, end)]
    else:
        cut = [("unsure", begin, first), ("acting" if is_acting else "held", first, last), ("unsure", last, end)]
    edges = [(kind, axis.at(start), axis.at(stop)) for kind, start, stop in cut]
    return [Bar(kind, start, round(stop - start, 2), y) for kind, start, stop in edges if stop > start]


def _ticks(axis: _Axis) -> list[Tick]:
    """Round years, no more than a phone has room for."""
    years = axis.last.year - axis.first.year
    step = next(step for step in _STEPS if years / step < _MOST_TICKS)
    first = -(-axis.first.year // step) * step
    return [Tick(year, axis.at(date(year, 1, 1))) for year in range(first, axis.last.year + 1, step)]


def _short(label: str) -> str:
    """The label as far as there is room, cut between words; the list below has it whole."""
    if len(label) <= _LABEL_LETTERS:
        return label
    return f"{label[:_LABEL_LETTERS].rsplit(' ', 1)[0]}…"
