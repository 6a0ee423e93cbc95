"""What the names engine asks of the record: whose forms stand in a text, and who these people are."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import cast

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from . import among as among  # registers the lookup
from .models import Membership, NameForm, Organization, Person
from .names.index import Postings
from .names.organization.forms import without_country, without_kyrgyz_country
from .names.organizations import OrganizationForm
from .names.records import Gender, Holding, NameParts, Part, PartForm, PersonFacts

_FIRST = Q(part__in=[NameForm.Part.FAMILY, NameForm.Part.WHOLE], person__isnull=False)
_SECOND = Q(part__in=[NameForm.Part.GIVEN, NameForm.Part.PATRONYMIC])
_BARE = {NameForm.Part.BARE, NameForm.Part.BARE_SHORT}


class RecordIndex:
    """``people.names.index.Index`` over the ``NameForm`` table: nothing is kept in the process.

    So a name just saved, or a form just corrected, counts in every process from its commit on. ``only`` narrows it
    to one person.
    """

    def __init__(self, only: int | None = None) -> None:
        self._asked = Q(person=only) if only else Q()

    def families(self, keys: Collection[str]) -> Postings:
        return _postings(NameForm.objects.filter(_FIRST, self._asked, key__among=keys))

    def parts(self, asked: Mapping[int, Collection[str]]) -> Postings:
        # By person, never by key: «Александр» is the given name of thousands. SQLite, which keeps no statistics of
        # its own accord, would choose the other index if it could.
        printed = NameForm.objects.annotate(printed=Coalesce("key", Value("")))
        keys = set().union(*asked.values())
        return _postings(printed.filter(_SECOND, printed__among=keys, person__among=asked), asked)

    def with_patronymic(self, givens: Collection[str], patronymics: Collection[str]) -> set[int]:
        polite = NameForm.objects.filter(self._asked, part=NameForm.Part.PATRONYMIC, key__among=patronymics)
        called = NameForm.objects.filter(part=NameForm.Part.GIVEN, key__among=givens, person=OuterRef("person"))
        return set(polite.filter(Exists(called)).values_list("person_id", flat=True))


def _postings(rows: QuerySet[NameForm], asked: Mapping[int, Collection[str]] | None = None) -> Postings:
    """The rows by key; of people asked about, the keys asked for."""
    found: dict[str, list[PartForm]] = defaultdict(list)
    columns = ("key", "person_id", "other_name_id", "part", "cases", "form")
    for key, person_id, other_id, part, cases, form in rows.values_list(*columns):
        if asked is None or key in asked[person_id]:
            found[key].append(PartForm(person_id, other_id or 0, cast(Part, part), cases, form))
    return found


def organizations(keys: Collection[str]) -> Mapping[str, list[OrganizationForm]]:
    """The lookup for ``people.names.organizations``: one query. States are not looked for: each is named everywhere."""
    found: dict[str, list[OrganizationForm]] = defaultdict(list)
    rows = NameForm.objects.filter(organization__isnull=False).exclude(organization__classification="state")
    for row in rows.filter(key__among=keys).select_related("organization"):
        owner = row.organization
        is_bare = row.part in _BARE or _names_no_country(row)
        is_international = owner.classification == Organization.Classification.INTERNATIONAL
        found[row.key].append(OrganizationForm(owner.pk, row.form, owner.country, is_bare, is_international))
    return found


def _names_no_country(row: NameForm) -> bool:
    """«ГКНБ» of Киргизия has no bare form beside it: the name on record leaves the country out."""
    if row.form.isascii() and " " in row.form:
        return False  # “Ministry of Culture of Lakovia”: English names are typed whole
    bare, _ = without_country(row.form, of_a_state=row.organization.is_of_a_state)
    return bare == row.form and not without_kyrgyz_country(row.form)[1]


def facts(person_ids: Collection[int]) -> dict[int, PersonFacts]:
    """What tells these people from their namesakes, in two queries."""
    holdings: dict[int, list[Holding]] = defaultdict(list)
    held = Membership.objects.filter(person__among=person_ids)
    for person_id, post, role, organization, start, end in held.values_list(
        "person_id", "post__label", "role", "organization__name", "covers_from", "covers_until"
    ):
        holdings[person_id].append(Holding(post or role, organization, start, end))
    named = Person.objects.filter(pk__among=person_ids)
    return {
        person_id: PersonFacts(
            person_id, NameParts(given, patronymic, family, cast(Gender, gender)), tuple(holdings[person_id])
        )
        for person_id, given, patronymic, family, gender in named.values_list(
            "pk", "given_name", "patronymic_name", "family_name", "gender"
        )
    }
