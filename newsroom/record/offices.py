"""The offices of a person as of a day: those held, those only told of, those before, those announced."""

from dataclasses import dataclass, field
from datetime import date, datetime

from people.models import Membership, Organization, Person, Post

from .day import AsOf
from .neighbours import Neighbour, Neighbours, neighbours_of
from .sources import Source, sources_of
from .wording import Wording, office_worded, organization_named

IN_HEADER = 2


@dataclass(frozen=True)
class Office:
    """A line of somebody's record: what, when as exactly as known, and links where there are pages."""

    label: str
    lang: str
    when: str
    post_url: str
    organization: Wording
    organization_url: str
    details: str = ""
    sources: list[Source] = field(default_factory=list)
    before: Neighbour | None = None
    after: Neighbour | None = None


@dataclass
class Record:
    """A person's offices, sorted for a profile as of a day; ``lines`` has them all with the rows they are made from."""

    present: list[Office] = field(default_factory=list)
    attested: list[Office] = field(default_factory=list)
    former: list[Office] = field(default_factory=list)
    future: list[Office] = field(default_factory=list)
    lines: list[tuple[Membership, Office]] = field(default_factory=list)

    @property
    def memberships(self) -> list[Membership]:
        return [membership for membership, _office in self.lines]

    @property
    def held(self) -> list[Membership]:
        """The rows of the offices held on the day."""
        return [membership for membership, office in self.lines if office in self.present]

    @property
    def header(self) -> list[tuple[Office, bool]]:
        """The two highest offices held, each with whether texts alone tell of it."""
        return self._now()[:IN_HEADER]

    @property
    def last(self) -> Office | None:
        """The office held last, for somebody who holds none."""
        return self.former[0] if self.former and not self._now() else None

    def _now(self) -> list[tuple[Office, bool]]:
        return [(office, False) for office in self.present] + [(office, True) for office in self.attested]


@dataclass(frozen=True)
class _Around:
    """What the lines of one record refer to: pages that answer now, where it is known from, who came before."""

    posts: set[int]
    organizations: set[int]
    sources: dict[int, list[Source]]
    neighbours: dict[int, Neighbours]


def record_of(person: Person, asked: AsOf, now: datetime, language: str) -> Record:
    """The person's public memberships as they stood on the day asked; as many queries for one office as for fifty."""
    found = Membership.objects.public(now).filter(person=person).select_related("post", "organization", "on_behalf_of")
    rows = list(found.prefetch_related("post__labels", "organization__other_names").latest_first())
    around = _Around(
        posts=_ids(Post.objects.public(now).filter(memberships__in=rows)),
        organizations=_ids(Organization.objects.public(now).filter(memberships__in=rows)),
        sources=sources_of(rows, now),
        neighbours=neighbours_of(rows, asked, now, language),
    )
    standing: dict[str, list[Membership]] = {}
    for membership in rows:
        standing.setdefault(asked.standing(membership), []).append(membership)
    standing.get("present", []).sort(key=_height)
    record = Record()
    for where in ("present", "attested", "former", "future"):
        lines = [(each, _office(each, around, language)) for each in standing.get(where, [])]
        getattr(record, where).extend(office for _each, office in lines)
        record.lines += lines
    return record


def _height(membership: Membership) -> tuple[int, int]:
    """What comes first in a header: the highest office; of equals the newest, as they come."""
    return (membership.post.rank if membership.post else 1000, membership.rank)


def _office(membership: Membership, around: _Around, language: str) -> Office:
    day = membership.told_days[0] if membership.is_attested_only else membership.covers_from
    post, organization = membership.post, membership.organization
    wording = office_worded(membership, day, language)
    neighbours = around.neighbours.get(membership.pk, Neighbours())
    return Office(
        label=wording.text,
        lang=wording.lang,
        when=membership.when(language),
        post_url=post.get_absolute_url() if post and post.pk in around.posts else "",
        organization=organization_named(organization, day or date.max, language),
        organization_url=organization.get_absolute_url() if organization.pk in around.organizations else "",
        details=" · ".join(filter(None, [membership.term, membership.area, str(membership.on_behalf_of or "")])),
        sources=around.sources[membership.pk],
        before=neighbours.before,
        after=neighbours.after,
    )


def _ids(records) -> set[int]:
    return set(records.values_list("pk", flat=True))
