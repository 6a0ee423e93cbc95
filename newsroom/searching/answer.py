"""The answer to a search: the results of one kind, how many of each, who bears such a name, what was meant."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from people.models import Organization, Person
from search.finding import MOST, Hit, counted, found, is_in_stories
from search.query import Query, parse
from search.slips import nearest
from search.words import clean, search_key

from .filters import Filters, Kind
from .results import Result, organizations, people, results

PER_PAGE = 20
_BY_NAME = 3


@dataclass(frozen=True)
class Tab:
    """A kind of results, how many there are, and the way there."""

    kind: str
    label: str
    number: int
    url: str
    is_current: bool


@dataclass
class Answer:
    """All that the page shows below its form."""

    query: Query
    total: str = ""
    results: list[Result] = field(default_factory=list)
    kind: str = Kind.STORY
    tabs: list[Tab] = field(default_factory=list)
    by_name: list[Result] = field(default_factory=list)
    meant: str = ""
    meant_url: str = ""
    single_words: list[tuple[str, str]] = field(default_factory=list)
    editions: list[tuple[str, int, str]] = field(default_factory=list)
    everything_url: str = ""
    newer_url: str = ""
    older_url: str = ""


def answer(filters: Filters, page: int, language: str, now: datetime) -> Answer:
    """What readers of this edition get; where a word is nowhere, what its nearest spelling finds."""
    first = _answer(filters, page, language, now)
    if first.results or first.query.is_empty:
        return first
    corrected = _corrected(first.query, filters.typed, now)
    if corrected:
        meant = replace(filters, typed=corrected)
        second = _answer(meant, page, language, now)
        if second.results:
            second.meant, second.meant_url = corrected, meant.address()
            return second
    first.single_words = _single_words(first.query, filters, now)
    return first


def _answer(filters: Filters, page: int, language: str, now: datetime) -> Answer:
    query = parse(filters.typed)
    told = Answer(query, everything_url=Filters(filters.typed).address())
    if query.is_empty:
        return told
    named: dict[str, list[Hit]] = {
        kind: _on_record(kind, query, filters, language, now) for kind in (Kind.PERSON, Kind.ORGANIZATION)
    }
    known = {Kind.STORY.value: found(query, filters.narrowed(Kind.STORY, language), now), **named}
    numbers, told.editions = _numbers(query, filters, language, now)
    numbers |= {kind: len(hits) for kind, hits in known.items()}
    told.kind = filters.kind or next((kind for kind in Kind.values if numbers[kind]), Kind.STORY)
    hits = known[told.kind] if told.kind in known else found(query, filters.narrowed(told.kind, language), now)
    numbers[told.kind] = len(hits)
    told.tabs = _tabs(filters, told.kind, numbers)
    told.total = _total(told.kind, len(hits))
    shown = hits[(page - 1) * PER_PAGE : page * PER_PAGE]
    told.results = results(told.kind, shown, query, language, now)
    told.newer_url = filters.address(page=page - 1 if page > 2 else None) if page > 1 else ""
    told.older_url = filters.address(page=page + 1) if min(len(hits), MOST) > page * PER_PAGE else ""
    if page == 1 and told.kind not in named:
        told.by_name = _by_name(named, query, language, now)
    return told


def _on_record(kind: str, query: Query, filters: Filters, language: str, now: datetime) -> list[Hit]:
    """People or organizations that answer, of those whose page readers may be led to."""
    hits = found(query, filters.narrowed(kind, language), now)
    listed = Person.objects.listed(now) if kind == Kind.PERSON else Organization.objects.public(now)
    public = set(listed.filter(pk__in=[hit.subject for hit in hits]).values_list("pk", flat=True)) if hits else set()
    return [hit for hit in hits if hit.subject in public]


def _by_name(named: dict[str, list[Hit]], query: Query, language: str, now: datetime) -> list[Result]:
    """Who bears the name asked for, and what is called so: they stand on top."""
    bearers = {kind: [hit for hit in hits if hit.is_by_name][:_BY_NAME] for kind, hits in named.items()}
    return [
        *(people(bearers[Kind.PERSON], query, language, now) if bearers[Kind.PERSON] else []),
        *(organizations(bearers[Kind.ORGANIZATION], query, now) if bearers[Kind.ORGANIZATION] else []),
    ]


def _numbers(
    query: Query, filters: Filters, language: str, now: datetime
) -> tuple[dict[str, int], list[tuple[str, int, str]]]:
    """How many pictures and quotes this edition has, and how many stories the others: code, number, address."""
    counts = counted(query, filters.narrowed(Kind.STORY, language), now)
    numbers = {kind: counts[kind, language] for kind in Kind.values}
    editions = []
    for code, _name in settings.LANGUAGES:
        if code != language and counts[Kind.STORY, code]:
            with override(code):
                editions.append((code, counts[Kind.STORY, code], filters.address(kind="")))
    return numbers, editions


def _tabs(filters: Filters, current: str, numbers: dict[str, int]) -> list[Tab]:
    labels = {
        Kind.STORY: _("Stories"),
        Kind.PERSON: _("People"),
        Kind.ORGANIZATION: _("Organizations"),
        Kind.PICTURE: _("Pictures"),
        Kind.WORDS: _("Quotes"),
    }
    return [
        Tab(kind, label, min(numbers[kind], MOST), filters.address(kind=kind), kind == current)
        for kind, label in labels.items()
        if numbers[kind] or (kind == current and any(numbers.values()))
    ]


def _total(kind: str, number: int) -> str:
    """«Нашлось 123 материала»; beyond the most that is counted, «больше 1000»."""
    if number > MOST:
        return _("More than %(number)s found: add a word to narrow it down") % {"number": MOST}
    found_of = {
        Kind.STORY: ngettext("%(number)s story found", "%(number)s stories found", number),
        Kind.PERSON: ngettext("%(number)s person found", "%(number)s people found", number),
        Kind.ORGANIZATION: ngettext("%(number)s organization found", "%(number)s organizations found", number),
        Kind.PICTURE: ngettext("%(number)s picture found", "%(number)s pictures found", number),
        Kind.WORDS: ngettext("%(number)s quote found", "%(number)s quotes found", number),
    }
    return found_of[Kind(kind)] % {"number": number} if number else ""


def _corrected(query: Query, typed: str, now: datetime) -> str:
    """What was typed with the nearest known word in the place of each that is nowhere; empty where none is near."""
    changed = clean(typed)
    for word in query.words:
        if _is_anywhere(word, now):
            continue
        near = next((each for each in nearest(word) if _is_anywhere(each, now)), "")
        if not near:
            return ""
        changed = changed.replace(word, near.capitalize() if word[:1].isupper() else near)
    return changed if search_key(changed) != search_key(typed) else ""


def _is_anywhere(word: str, now: datetime) -> bool:
    """Whether readers find anything by this word: a name that only a draft tells is no word to offer them."""
    if is_in_stories(word, now):
        return True
    query = Query((word,))
    return any(_on_record(kind, query, Filters(), "", now) for kind in (Kind.PERSON, Kind.ORGANIZATION))


def _single_words(query: Query, filters: Filters, now: datetime) -> list[tuple[str, str]]:
    """Where no entry has all the words: those that some entry has, each with the way to it."""
    alone = [word for word in query.words if len(query.words) > 1 and _is_anywhere(word, now)]
    return [(word, replace(Filters(), typed=word).address()) for word in alone]
