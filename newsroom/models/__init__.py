"""Who works here, and what the site says of itself."""

from .flat_page import FlatPage
from .front import FrontPage, FrontSlot
from .imprint import Imprint
from .user import User

__all__ = ["FlatPage", "FrontPage", "FrontSlot", "Imprint", "User"]
