"""Who we write about, in Popolo's terms."""

from .identifier import Identifier, LegalNotice
from .membership import Membership, MembershipSource
from .name import OtherName
from .name_form import NameForm
from .organization import Organization
from .person import Person
from .post import Post, PostLabel
from .use import OrganizationUse, PersonUse

__all__ = [
    "Identifier",
    "LegalNotice",
    "Membership",
    "MembershipSource",
    "NameForm",
    "Organization",
    "OrganizationUse",
    "OtherName",
    "Person",
    "PersonUse",
    "Post",
    "PostLabel",
]
