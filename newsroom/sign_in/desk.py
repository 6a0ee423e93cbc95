"""The users page's part of signing in: who has which second factor, and help for whoever has lost theirs."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import User
from . import factors, locks

SHORT = {
    factors.PASSKEY: gettext_lazy("passkey"),
    factors.CODES: gettext_lazy("codes"),
}


class SignInOfOthers:
    """A mixin of the users page: one more column, and a page behind each login."""

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("authenticator_set")

    def get_urls(self) -> list:
        page = self.admin_site.admin_view(self.sign_in_of)
        return [path("<int:pk>/sign-in/", page, name="newsroom_user_sign_in"), *super().get_urls()]

    def sign_in_of(self, request, pk: int) -> HttpResponse:
        """How somebody signs in, and two buttons: take lost factors away, let try again."""
        user = self.get_object(request, str(pk))
        if user is None:
            raise Http404
        if not self.has_view_permission(request, user):
            raise PermissionDenied
        if request.method == "POST":
            self._help(request, user)
            return redirect("admin:newsroom_user_sign_in", pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("How %(name)s signs in") % {"name": user},
            "opts": self.opts,
            "original": user,
            "factors": factors.of(user),
            "locked": locks.locked_addresses(user),
            "may_help": factors.may_help(request.user, user),
        }
        return TemplateResponse(request, "admin/newsroom/user/sign_in.html", context)

    def _help(self, request, user: User) -> None:
        if "_take_away" in request.POST:
            factors.take_away(user, by=request.user)
            messages.success(request, _("The second factors of %(name)s are taken away.") % {"name": user})
        elif "_unlock" in request.POST:
            locks.unlock(user, by=request.user)
            messages.success(request, _("%(name)s can try again at once.") % {"name": user})

    @admin.display(description=gettext_lazy("second factor"))
    def second_factor(self, user: User) -> str:
        kinds = {each.type for each in user.authenticator_set.all()}
        return ", ".join(str(words) for kind, words in SHORT.items() if kind in kinds) or "—"
