"""What the vocabulary of schema.org calls a body of the record."""

from .models import Organization

_Kind = Organization.Classification
# A country or a town is a place in this vocabulary, and has neither members nor a parent body.
_TYPES = {
    _Kind.STATE: "Country",
    _Kind.PARTY: "PoliticalParty",
    _Kind.COMPANY: "Corporation",
    **dict.fromkeys(
        [_Kind.HEAD_OF_STATE, _Kind.GOVERNMENT, _Kind.MINISTRY, _Kind.PARLIAMENT, _Kind.STATE_BODY, _Kind.COURT],
        "GovernmentOrganization",
    ),
}


def type_of(organization: Organization) -> str:
    """«GovernmentOrganization» for a ministry; a body of no kind we know is an «Organization»."""
    return _TYPES.get(_Kind(organization.classification), "Organization")
