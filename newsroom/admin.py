"""Logins of the newsroom, and the desk's own face of the admin."""

from datetime import timedelta

import allauth.account.admin  # these and taggit's register lists that are taken away below
import allauth.mfa.admin
import taggit.admin
from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as BaseUserAdmin
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import DeskRules
from people.desk import QuickList

from . import front_desk, site_desk  # noqa: F401 - they register their pages themselves
from .models import User
from .roles import ADMINISTRATOR, label_of
from .sign_in.desk import SignInOfOthers
from .sign_in.sessions import end_sessions

admin.site.site_header = _("The desk")
admin.site.site_title = _("The desk")
admin.site.index_title = _("What do you want to do?")

# The roles get their permissions anew after every migrate: what somebody changed in a group would not last.
admin.site.unregister(Group)
# Ours are articles.Tag; a second list of tags, always empty, would take what somebody meant for the first.
admin.site.unregister(taggit.models.Tag)
# No mail is sent, and nobody edits keys by hand: what helps is on the page of a login.
admin.site.unregister([allauth.account.models.EmailAddress, allauth.mfa.models.Authenticator])
apps.get_app_config("django_tasks_database").verbose_name = _("Background work")


class RolesField(forms.ModelMultipleChoiceField):
    """Five boxes to tick, named in the desk's language."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group) -> str:
        return label_of(group)


class RoleFilter(admin.SimpleListFilter):
    """People by role, named in the desk's language."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(str(group.pk), label_of(group)) for group in Group.objects.order_by("pk")]

    def queryset(self, request, queryset):
        return queryset.filter(groups=self.value()) if self.value() in dict(self.lookup_choices) else queryset


@admin.register(User)
class UserAdmin(SignInOfOthers, QuickList, BaseUserAdmin):
    sortable_by = ("username",)
    list_display = ["username", "first_name", "last_name", "roles", "second_factor", "language", "is_active"]
    list_filter = [RoleFilter, "is_active"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": [("first_name", "last_name"), "email", "language"]}),
        (_("Roles"), {"fields": ["is_active", "is_staff", "is_superuser", "groups", "newcomer_until"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request, obj=None):
        # Only an administrator makes administrators.
        fixed = super().get_readonly_fields(request, obj)
        return fixed if request.user.is_superuser else [*fixed, "is_superuser", "is_staff"]

    def has_change_permission(self, request, obj=None):
        # Who could give an administrator another password would be one.
        is_above = obj is not None and (obj.is_superuser or obj.groups.filter(name=ADMINISTRATOR).exists())
        return super().has_change_permission(request, obj) and (request.user.is_superuser or not is_above)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.is_staff = True  # a login is for the desk; a chief editor, too, adds reporters who can sign in
            days = timedelta(days=DeskRules.current().newcomer_days)
            obj.newcomer_until = timezone.localtime(request.now).date() + days
        super().save_model(request, obj, form, change)
        if change and "is_active" in form.changed_data:
            end_sessions(obj)  # a login that is made active again must not bring its old sessions back

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            help_text = _("What the person may do at the desk.")
            kwargs = {"form_class": RolesField, "label": _("Roles"), "help_text": help_text, **kwargs}
            if not request.user.is_superuser:
                kwargs["queryset"] = Group.objects.exclude(name=ADMINISTRATOR)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description=_("roles"))
    def roles(self, user) -> str:
        return ", ".join(label_of(group) for group in user.groups.all()) or "—"
