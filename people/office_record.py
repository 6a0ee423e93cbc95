"""What the record knows of certain people and of the offices a text names, asked in as many queries for a hundred
stories as for one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q

from search.words import search_key

from . import beginning as beginning  # registers the lookup
from .models import Membership, MembershipSource, NameForm, Post
from .names.keys import name_key
from .names.office.declining import offices_in
from .names.office.synonyms import OfficeKey, office_key
from .names.office.terms import terms
from .names.offices import Office


@dataclass
class OfficeRecord:
    """Offices held by people, and one-seat posts that a text may mean, each with everybody who held it."""

    held: dict[int, list[Membership]] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    by_organization: dict[str, set[int]] = field(default_factory=dict)

    def same(self, person_id: int, office: Office, day: date) -> list[Membership]:
        """What this person ever held that the words may mean: also worded otherwise, or less exactly."""
        return [each for each in self.held.get(person_id, []) if self.is_meant(office, each, day)]

    def is_meant(self, office: Office, membership: Membership, day: date) -> bool:
        """Whether these words may tell of that membership on that day."""
        return any(self._may_be(office, label, membership.organization, day) for label in _labels(membership))

    def post(self, office: Office, day: date) -> Post | None:
        """The one-seat post on record that these words certainly mean; None without country or body, or with two."""
        if not office.is_of_named_body:
            return None
        found = [
            post
            for post in self.posts
            if any(self._may_be(office, label, post.organization, day, loosely=False) for label in _worded(post))
        ]
        return found[0] if len(found) == 1 else None

    def only_post(self, office: Office, day: date) -> Post | None:
        """The one post these words may mean even without a country: enough to offer something, not to blame."""
        if (post := self.post(office, day)) or office.is_of_named_body:
            return post
        told = office_key(office.post, "", office.country, day)
        found = [
            each
            for each in self.posts
            if any(
                told.post == office_key(part, "", "", day).post for label in _worded(each) for part in offices_in(label)
            )
        ]
        return found[0] if len(found) == 1 else None

    def _may_be(self, office: Office, label: str, organization, day: date, *, loosely: bool = True) -> bool:
        told = office_key(office.post, office.organization, office.country, day)
        is_its_body = organization.pk in self._bodies(office)
        body = "" if is_its_body else organization.name
        keys = [office_key(part, body, organization.country, day) for part in offices_in(label)]
        if any(told.may_be(key) or (is_its_body and _same_post(told, key)) for key in keys):
            return True
        # «министр» and «глава ведомства» are less exact, and no other office
        words = terms(f"{office.post} {office.country}")
        return loosely and bool(words) and words <= terms(f"{label} {organization.name} {organization.country}")

    def _bodies(self, office: Office) -> set[int]:
        names = (office.organization, office.organization_short)
        return set().union(*(self.by_organization.get(name_key(name), set()) for name in names if name))


def record_of(people: Collection[int], offices: Iterable[Office], unsaid: Collection[Office] = ()) -> OfficeRecord:
    """The record about these people and offices, in nine queries.

    ``unsaid`` are offices whose country may be left out: posts that begin with their words are read too.
    """
    record = OfficeRecord()
    offices = list(offices)
    names = {name_key(name) for each in offices for name in (each.organization, each.organization_short) if name}
    forms = NameForm.objects.filter(organization__isnull=False, part__in=["whole", "short"], key__in=names)
    for key, organization in forms.values_list("key", "organization_id"):
        record.by_organization.setdefault(key, set()).add(organization)
    for membership in _memberships().filter(person__in=people):
        record.held.setdefault(membership.person_id, []).append(membership)
    known = {each.post_id for held in record.held.values() for each in held if each.post_id}
    bodies = set().union(*record.by_organization.values())
    meant = Q(organization__in=bodies) | Q(pk__in=known)
    for words in {search_key(each.post) for each in unsaid if " " in each.post}:
        meant |= Q(search_key__begins=words)
    record.posts = list(
        Post.objects.filter(meant, seats=1)
        .select_related("organization")
        .prefetch_related("labels", Prefetch("memberships", _memberships(), to_attr="holders"))
    )
    return record


def holder_among(post: Post, day: date) -> Membership | None:
    """Who certainly held the post on that day, of its memberships as read; ``Post.holder_on`` without a query."""
    found = [each for each in post.holders if not each.acting and is_certain(each, day)]
    return max(found, key=lambda each: each.certain_from) if found else None


def is_certain(membership: Membership, day: date) -> bool:
    """Whether the office was surely held on that day."""
    begun = membership.certain_from is not None and membership.certain_from <= day
    return begun and (membership.certain_until is None or day < membership.certain_until)


def is_told_only_by(membership: Membership, owner: str) -> bool:
    """Whether nothing but that text vouches for it: a text cannot contradict itself."""
    return membership.is_attested_only and {source.owner for source in membership.sources.all()} <= {owner}


def _memberships():
    return (
        Membership.objects.select_related("person", "organization", "post", "post__organization")
        .prefetch_related("post__labels", Prefetch("sources", MembershipSource.objects.order_by("pk")))
        .order_by("rank", "pk")
    )


def _labels(membership: Membership) -> list[str]:
    return _worded(membership.post) if membership.post else [membership.role]


def _worded(post: Post) -> list[str]:
    """Every Russian wording the post has or had: a story may keep to the older one."""
    russian = [label for label in post.labels.all() if label.language == "ru"]
    return list(filter(None, [post.label, *(each.label for each in russian), *(each.short_form for each in russian)]))


def _same_post(one: OfficeKey, other: OfficeKey) -> bool:
    return one.post == other.post and one.country in ("", other.country)
