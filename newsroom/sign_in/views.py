"""The pages at the door. What they do is allauth's; what they look like, refuse and end with is ours."""

from urllib.parse import quote

from allauth.account import views as account
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth as ceremony
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..models import User
from . import factors
from .adapters import FactorAdapter
from .sessions import end_other_sessions

MINE = reverse_lazy("mfa_index")


class SignIn(account.LoginView):
    template_name = "sign_in/sign_in.html"
    extra_context = {"title": _("Sign in to the desk")}

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        # Somebody whose place at the desk was taken away meanwhile: sent to and fro otherwise, for ever.
        if request.user.is_authenticated and not admin.site.has_permission(request):
            logout(request)
        return super().dispatch(request, *args, **kwargs)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, or a sign-in that waits for its second half."""
    logout(request)
    return redirect("admin:login")


class SecondStep(base.AuthenticateView):
    template_name = "sign_in/second_step.html"
    extra_context = {"title": _("One more step")}

    def get_context_data(self, **kwargs) -> dict:
        kinds = set(factors.of(self.stage.login.user).values_list("type", flat=True))
        if factors.CODES not in kinds:
            self.auth_form.fields["code"].label = _("Recovery code")
        has = {"has_passkey": factors.PASSKEY in kinds, "has_codes": factors.CODES in kinds}
        return {**super().get_context_data(**kwargs), **has}


@method_decorator(never_cache, name="dispatch")
class Mine(base.IndexView):
    """«My sign-in»: the password, passkeys, codes of an app and recovery codes; or what has to be set up first."""

    template_name = "sign_in/mine.html"

    def get_context_data(self, **kwargs) -> dict:
        found = super().get_context_data(**kwargs)
        kinds, is_wanting = found["authenticators"], factors.is_wanting(self.request.user)
        return {
            **found,
            "title": _("One more step before the desk") if is_wanting else _("My sign-in"),
            "is_index": True,
            "passkeys": kinds.get(factors.PASSKEY, []),
            "codes": kinds.get(factors.CODES),
            "recovery": kinds.get("recovery_codes"),
            "is_wanting": is_wanting,
        }


@login_required
def speak(request: HttpRequest) -> HttpResponse:
    """The language the desk speaks to this person from now on, on every device."""
    if request.method != "POST":  # whoever had to sign in on the way here is led to the buttons again
        return redirect(MINE)
    asked = request.POST.get("language")
    if asked not in dict(settings.LANGUAGES):
        messages.error(request, _("The desk does not speak that language: choose one of the three."))
        return redirect(MINE)
    User.objects.filter(pk=request.user.pk).update(language=asked)
    with override(asked):
        messages.success(request, gettext("The desk speaks English to you from now on."))
    return redirect(MINE)


class AddPasskey(webauthn.AddWebAuthnView):
    template_name = "sign_in/add_passkey.html"
    extra_context = {"title": _("A new passkey")}

    def get_context_data(self, **kwargs) -> dict:
        options = ceremony.begin_registration(self.request.user, passwordless=True)
        return {**super(webauthn.AddWebAuthnView, self).get_context_data(**kwargs), "options": options}


class RenamePasskey(webauthn.EditWebAuthnView):
    template_name = "sign_in/rename_passkey.html"
    extra_context = {"title": _("Rename the passkey")}
    success_url = MINE


class Ending:
    """Ends the person's other sessions with the factor that is taken away; a mixin."""

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        end_other_sessions(self.request.user, here=self.request)
        return response


class RemovePasskey(Ending, webauthn.RemoveWebAuthnView):
    template_name = "sign_in/remove.html"
    extra_context = {"title": _("Remove the passkey?"), "button": _("Remove the passkey")}
    success_url = MINE

    def form_valid(self, form) -> HttpResponse:
        if factors.is_last(self.object):
            messages.error(self.request, FactorAdapter.error_messages["cannot_delete_authenticator"])
            return HttpResponseRedirect(MINE)
        return super().form_valid(form)


class AddCodes(totp.ActivateTOTPView):
    template_name = "sign_in/add_codes.html"
    extra_context = {"title": _("Codes of an app")}


class RemoveCodes(Ending, totp.DeactivateTOTPView):
    template_name = "sign_in/remove.html"
    extra_context = {"title": _("Turn off the codes of the app?"), "button": _("Turn off the codes")}
    success_url = MINE


class RecoveryCodes(recovery.ViewRecoveryCodesView):
    template_name = "sign_in/recovery_codes.html"
    extra_context = {"title": _("Recovery codes")}

    def get_context_data(self, **kwargs) -> dict:
        found = super().get_context_data(**kwargs)
        told = [f"{settings.SITE_NAME}, {self.request.user.get_username()}", *found["unused_codes"]]
        # A file in the address itself: the codes are sent once, and no second address gives them out.
        return {**found, "download": "data:text/plain;charset=utf-8," + quote("\r\n".join(told))}


class NewRecoveryCodes(recovery.GenerateRecoveryCodesView):
    template_name = "sign_in/new_recovery_codes.html"
    extra_context = {"title": _("New recovery codes")}


class PasswordAgain(account.ReauthenticateView):
    template_name = "sign_in/again.html"
    extra_context = {"title": _("Is it you?")}


class CodeAgain(base.ReauthenticateView):
    template_name = "sign_in/again.html"
    extra_context = {"title": _("Is it you?")}


class PasskeyAgain(webauthn.ReauthenticateWebAuthnView):
    template_name = "sign_in/passkey_again.html"
    extra_context = {"title": _("Is it you?")}

    def form_invalid(self, form) -> HttpResponse:
        messages.error(self.request, form.errors["credential"][0])
        return HttpResponseRedirect(self.request.get_full_path())
