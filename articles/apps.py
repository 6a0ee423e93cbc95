from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from media_assets import owners as media_owners
        from people import concern, recent_changes

        from . import concerned, owners
        from .desk import changed_offices

        concern.register(concerned.concern)
        recent_changes.register(changed_offices.sentences_after)
        media_owners.register("article", owners.describe, owners.holding, owners.holding_documents)
        media_owners.register("author", owners.describe_authors)
