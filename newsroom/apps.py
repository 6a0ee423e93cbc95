from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers itself
        from .roles import sync_roles

        # Permissions do not exist inside a migration; after every migrate they do.
        post_migrate.connect(sync_roles, dispatch_uid="newsroom.sync_roles")
