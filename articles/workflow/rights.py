"""Who may do what, asked by the verbs themselves: a page that forgets to ask lets nobody through."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from ..models import Section


def need(by, permission: str) -> None:
    """Refuse whoever has not this permission."""
    if not by.has_perm(permission):
        raise PermissionDenied(_("Your role does not allow this: ask an editor."))


def need_sections(by, sections: Iterable[int | None]) -> None:
    """Refuse an editor of other sections; who may overrule the desk's rules is never refused.

    ``sections`` are those a story stands in and is to stand in. A section for which nobody is named is everybody's.
    """
    if by.has_perm("articles.override_article"):
        return
    for section in Section.objects.filter(pk__in=set(sections) - {None}).prefetch_related("editors"):
        editors = [editor for editor in section.editors.all() if editor.is_active]
        if editors and by not in editors:
            names = ", ".join(map(str, editors))
            words = _("The section “%(section)s” has its own editors: ask %(names)s, or a chief editor.")
            raise PermissionDenied(words % {"section": section, "names": names})
