"""The addresses of the door, above the admin's own, under the names by which allauth and the admin know them.

Nothing else of allauth is here: nobody signs up, and no mail is sent.
"""

from allauth.mfa.webauthn.views import login_webauthn
from django.urls import path

from . import views

# Open to somebody who has still to set up a second factor; all the rest of the desk is not.
DOOR = ("/admin/login/", "/admin/logout/", "/admin/account/")

urlpatterns = [
    path("login/", views.SignIn.as_view(), name="account_login"),
    path("login/passkey/", login_webauthn, name="mfa_login_webauthn"),
    path("login/second-step/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("logout/", views.sign_out, name="account_logout"),
    path("account/", views.Mine.as_view(), name="mfa_index"),
    path("account/language/", views.speak, name="account_language"),
    path("account/passkeys/add/", views.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/rename/", views.RenamePasskey.as_view(), name="mfa_edit_webauthn"),
    path("account/passkeys/<int:pk>/remove/", views.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("account/codes/add/", views.AddCodes.as_view(), name="mfa_activate_totp"),
    path("account/codes/remove/", views.RemoveCodes.as_view(), name="mfa_deactivate_totp"),
    path("account/recovery-codes/", views.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new/", views.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("account/again/", views.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("account/again/code/", views.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("account/again/passkey/", views.PasskeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
]
