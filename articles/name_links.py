"""Links around the names found in a part of an article, as many as ``NAME_LINKS`` says."""

from django.conf import settings
from django.utils.translation import override

from people.models import Organization, Person
from people.names.markup import Link, insert_links

from .found import Linked, Named, NamedOrganization, Text


def with_links(text: Text, linked: Linked, language: str) -> str:
    """The HTML of a part with links around names, as ``NAME_LINKS`` says; what found no place is noted as dropped."""
    of_people: dict[int, list[Link]] = {}
    of_bodies: dict[int, list[Link]] = {}
    by_hand = {(each.start, each.end) for each in text.meant}
    every: list[Link] = []
    with override(language):
        for named in linked.named:
            if (named.where, named.number) == (text.where, text.number) and named.person.has_page:
                link = _link_to(named, named.person, "data-person")
                # A link that an editor made is a link, also where the policy has one of each person at most.
                places = every if (named.start, named.end) in by_hand else of_people.setdefault(named.person.pk, [])
                places.append(link)
        for body in linked.organizations:
            if (body.where, body.number) == (text.where, text.number):
                link = _link_to(body, body.organization, "data-organization")
                of_bodies.setdefault(body.organization.pk, []).append(link)
    firsts: list[list[Link]] = []
    for kind, mentions in (("person", of_people), ("organization", of_bodies)):
        policy = settings.NAME_LINKS[kind][text.where]
        every += [each for places in mentions.values() for each in places] if policy == "all" else []
        firsts += mentions.values() if policy == "first" else []
    html, dropped = _insert_firsts(text.html, every, firsts)
    linked.dropped += dropped
    return html


def _insert_firsts(html: str, every: list[Link], firsts: list[list[Link]]) -> tuple[str, list[Link]]:
    """The HTML with ``every`` link and one of each of ``firsts``, the first that can be, and the links passed over.

    A name inside an editor's own link cannot; without the next one its bearer would have no link at all.
    """
    passed: list[Link] = []
    while True:
        linked, dropped = insert_links(html, [*every, *(places[0] for places in firsts if places)])
        stuck = [places for places in firsts if places and places[0] in dropped]
        if not stuck:
            return linked, passed + dropped
        passed += [places.pop(0) for places in stuck]


def _link_to(named: Named | NamedOrganization, meant: Person | Organization, attribute: str) -> Link:
    return Link(named.start, named.end, named.surface, {"href": meant.get_absolute_url(), attribute: str(meant.pk)})
