"""What is asked at the door: login and password, a code, a passkey. Each wrong answer is counted."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.account.adapter import get_adapter
from allauth.account.forms import LoginForm
from allauth.account.forms import ReauthenticateForm as PasswordForm
from allauth.account.models import Login
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import locks

NOT_ACCEPTED = _("The passkey was not accepted. Try again, or sign in another way.")


@contextmanager
def reading_a_passkey() -> Iterator[None]:
    """One sentence for whatever is wrong with it; of half an answer allauth would make a server error.

    Raises:
        ValidationError: the answer is cut short, forged, outdated, or of somebody else.
    """
    try:
        yield
    except (ValidationError, InvalidSignature, LookupError, TypeError, ValueError, AttributeError) as refusal:
        raise ValidationError(NOT_ACCEPTED) from refusal


def password_field() -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
    return forms.CharField(label=_("Password"), strip=False, widget=widget)


def code_field(label, **attrs: str) -> forms.CharField:
    attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": "", **attrs}
    return forms.CharField(label=label, max_length=20, widget=forms.TextInput(attrs=attrs))


class SignInForm(LoginForm):
    """Login and password, under the names that browsers have kept passwords of the desk by."""

    username = forms.CharField(
        label=_("Login"),
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "autofocus": ""}
        ),
    )
    password = password_field()
    field_order = ["username", "password"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["login"]
        self.order_fields(self.field_order)

    def user_credentials(self) -> dict[str, str]:
        return {"username": self.cleaned_data["username"], "password": self.cleaned_data["password"]}

    def clean(self) -> dict:
        if self.errors:
            return self.cleaned_data
        user = get_adapter().authenticate(self.request, **self.user_credentials())
        if user is None and self.request.axes_locked_out:
            raise ValidationError(locks.LOCKED)
        if user is None:
            raise ValidationError(_("The login or the password is wrong. Capital and small letters differ in both."))
        self.user, self._login = user, Login(user=user)
        return self.cleaned_data


class PasswordAgainForm(PasswordForm):
    password = password_field()

    def clean_password(self) -> str:
        locks.refuse_locked(context.request, self.user)
        return super().clean_password()


class CountedCode:
    """A code that is refused while the login is locked, and counted when it is wrong; a mixin."""

    def clean_code(self) -> str:
        locks.refuse_locked(context.request, self.user)
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        try:
            return super().clean_code()
        except ValidationError:
            locks.count_failure(context.request, self.user)
            locks.refuse_locked(context.request, self.user)
            raise


class CodeForm(CountedCode, AuthenticateForm):
    code = code_field(_("Code of the app, or a recovery code"))


class CodeAgainForm(CountedCode, ReauthenticateForm):
    code = code_field(_("Code of the app, or a recovery code"))


class FirstCodeForm(CountedCode, ActivateTOTPForm):
    code = code_field(_("Code that the app shows"))


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey and where it is kept. Every key here opens the door by itself: a touch and a face, finger or PIN."""

    passwordless = None
    name = forms.CharField(
        label=_("Where this passkey is kept"),
        help_text=_("For example: my phone, the computer at home, the blue key."),
        max_length=60,
        required=False,
    )

    def clean_name(self) -> str:
        return self.cleaned_data["name"].strip() or str(_("Passkey"))

    def clean(self) -> dict:
        with reading_a_passkey():
            return super().clean()


class RenamePasskeyForm(forms.Form):
    name = forms.CharField(label=_("Where this passkey is kept"), max_length=60)

    def __init__(self, *args, instance, **kwargs):
        self.instance = instance
        super().__init__(*args, **{**kwargs, "initial": {"name": instance.wrap().name}})

    def save(self):
        self.instance.data["name"] = self.cleaned_data["name"]
        self.instance.save(update_fields=["data"])
        return self.instance


class CountedPasskey:
    """A passkey that is counted when it is wrong: whoever holds the password is known by now; a mixin."""

    def clean_credential(self):
        try:
            with reading_a_passkey():
                return super().clean_credential()
        except ValidationError:
            locks.count_failure(context.request, self.user)
            raise


class PasskeyForm(CountedPasskey, AuthenticateWebAuthnForm):
    pass


class PasskeyAgainForm(CountedPasskey, ReauthenticateWebAuthnForm):
    pass


class PasskeyAloneForm(LoginWebAuthnForm):
    """A passkey instead of login and password. Whose it claims to be is the sender's word until it is proven."""

    def clean_credential(self):
        with reading_a_passkey():
            return super().clean_credential()
