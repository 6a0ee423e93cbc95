"""The rules of the desk: one page a chief editor sets them on, and the one question a new newsroom is asked."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from ..models import DeskRules

_SMALL, _LARGE = DeskRules.Size.SMALL, DeskRules.Size.LARGE
# What a newsroom of that size begins with; each can be changed afterwards.
PRESETS: dict[str, dict[str, object]] = {
    _SMALL: {"second_reader": DeskRules.SecondReader.NEWCOMERS, "newcomer_days": 30, "developing_minutes": 120},
    _LARGE: {"second_reader": DeskRules.SecondReader.ALL, "newcomer_days": 90, "developing_minutes": 60},
}


def choose_size(size: str, *, by) -> DeskRules:
    """Begin with the rules of a small or a large newsroom. PermissionDenied for whoever may not set rules."""
    if not by.has_perm("articles.change_deskrules"):
        raise PermissionDenied(_("The chief editor sets the rules of the desk."))
    return DeskRules.objects.update_or_create(pk=1, defaults={"size": size, **PRESETS[size]})[0]


class RulesAdmin(admin.ModelAdmin):
    """One record: its list is its form."""

    fields = ["second_reader", "newcomer_days", "developing_minutes"]
    radio_fields = {"second_reader": admin.VERTICAL}

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        setup = path("setup/", self.admin_site.admin_view(self.setup), name="articles_deskrules_setup")
        return [setup, *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        if not DeskRules.current().size:
            return redirect("admin:articles_deskrules_setup")
        return redirect("admin:articles_deskrules_change", 1)

    def setup(self, request: HttpRequest) -> HttpResponse:
        """A small newsroom or a large one: what the rules begin with."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method == "POST" and request.POST.get("size") in PRESETS:
            choose_size(request.POST["size"], by=request.user)
            messages.success(request, _("The desk is set up. Each of these rules can be changed here."))
            return redirect("admin:articles_deskrules_change", 1)
        context = {
            **self.admin_site.each_context(request),
            "title": _("What kind of newsroom is yours?"),
            "opts": self.opts,
            "size": DeskRules.current().size,
        }
        return TemplateResponse(request, "admin/articles/deskrules/setup.html", context)
