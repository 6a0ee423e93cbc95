"""A changed name or office of somebody checked: the first save tells what that concerns, the second one saves.

Everything typed stands in the form meanwhile. Without this a namesake's dates, typed on the wrong page, would stand
beside four hundred stories before anybody looked.
"""

from collections.abc import Collection, Iterable

from .concern import Concern, checked_among, checked_holders, concerns_of
from .models import Membership, PostLabel

_SEEN = "concern_seen"
_BUTTONS = ("_continue", "_addanother", "_save")
_NAME = {"family_name", "given_name", "patronymic_name"}


class _Unseen(Exception):
    """A save stopped before its end: nobody has seen yet what it concerns. The transaction around it goes back."""

    def __init__(self, people: Collection[int], concerns: list[Concern]):
        self.people = people
        self.concerns = concerns


class AsksFirst:
    """A form of the admin that may change the name or an office of people; a mixin.

    ``concerned_people`` says whose: ids of checked people alone.
    """

    change_form_template = "admin/people/asking_form.html"

    def concerned_people(self, form, formsets) -> set[int]:
        """Whose name or office these answers change; each form that mixes this in says."""
        raise NotImplementedError

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except _Unseen as unseen:
            request.is_held_back = True
            notice = {
                "concerns": unseen.concerns,
                "seen": ",".join(map(str, sorted(unseen.people))),
                "pressed": next((name for name in _BUTTONS if name in request.POST), "_save"),
                "errors": None,  # nothing is wrong with what was typed
            }
            return super().changeform_view(request, object_id, form_url, {**(extra_context or {}), **notice})

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return _held_back(form) if getattr(request, "is_held_back", False) else form

    def save_related(self, request, form, formsets, change):
        people = self.concerned_people(form, formsets)
        # Only people not shown before ask again: a story published between two clicks does not.
        if people - _seen(request) and (concerns := concerns_of(people)):
            raise _Unseen(people, concerns)
        super().save_related(request, form, formsets, change)


def of_person(form, formsets) -> set[int]:
    """The person of this form, when checked before it and their name or an office changes in it."""
    is_renamed = bool(_NAME & set(form.changed_data))
    offices = (formset for formset in formsets if formset.model is Membership)
    return {form.instance.pk} if form.was_checked and (is_renamed or any(map(_changes, offices))) else set()


def of_membership(form) -> set[int]:
    """Whose office this form changes, also when it goes from one person to another."""
    people = {form.initial.get("person"), form.instance.person_id} - {None}
    return checked_among(people) if _is_more_than_a_tick(form) else set()


def of_post(form, formsets) -> set[int]:
    """Whose office gets another wording by this form."""
    labels = (formset for formset in formsets if formset.model is PostLabel)
    is_reworded = "label" in form.changed_data or any(map(_changes, labels))
    return checked_holders(form.instance.pk) if is_reworded else set()


def _changes(formset) -> bool:
    return bool(formset.deleted_forms) or any(map(_is_more_than_a_tick, _filled(formset)))


def _filled(formset) -> Iterable:
    return (each for each in formset.forms if each.has_changed())


def _is_more_than_a_tick(form) -> bool:
    return bool(set(form.changed_data) - {"checked"})


def _seen(request) -> set[int]:
    return {int(key) for key in request.POST.get(_SEEN, "").split(",") if key.isascii() and key.isdigit()}


def _held_back(form_class):
    """The same form, which shows what was typed and is not saved."""

    def clean(form):
        cleaned = form_class.clean(form)
        form.add_error(None, "")
        return cleaned

    return type(form_class)(form_class.__name__, (form_class,), {"clean": clean})
