"""The five roles of a newsroom as groups whose permissions are set after every migrate."""

from django.apps import apps as all_apps
from django.utils.translation import gettext_lazy as _

_REPORTER = {
    "articles": [
        "add_article",
        "change_article",
        "view_article",
        "submit_article",
        "view_section",
        "view_tag",
        "view_author",
    ],
    "people": ["add_person", "view_person", "view_organization", "view_post", "view_membership"],
    "media_assets": ["view_photo", "view_caption", "add_document", "view_document"],
}
_EDITOR = {
    "articles": [
        "publish_article",
        "withdraw_article",
        "change_any_article",
        *(f"{verb}_{model}" for verb in ("add", "change", "view") for model in ("tag", "author")),
        "view_articleevent",
        "view_correction",
    ],
    "people": [
        f"{verb}_{model}"
        for verb in ("add", "change", "delete", "view")
        for model in [
            "person",
            "organization",
            "post",
            "postlabel",
            "membership",
            "membershipsource",
            "othername",
            "nameform",
            "identifier",
            "legalnotice",
        ]
    ],
    "media_assets": [
        *(f"{verb}_batch" for verb in ("add", "change", "view")),
        *(f"{verb}_{model}" for model in ("personshown", "portrait") for verb in ("add", "change", "delete", "view")),
        "change_document",
        "add_photo",
        "change_photo",
        "view_photo",
        "add_caption",
        "change_caption",
        "view_caption",
    ],
    "newsroom": ["change_frontpage", "view_frontpage"],
}
_PHOTO_DESK = {
    "articles": ["view_article", "illustrate_article"],
    "people": ["add_person", "view_person", "view_organization", "view_post"],
    "media_assets": [
        "view_original",
        *(
            f"{verb}_{model}"
            for verb in ("add", "change", "delete", "view")
            for model in ("photo", "caption", "personshown", "portrait", "batch", "document")
        ),
    ],
}
_CHIEF = {
    "articles": [
        "lift_embargo",
        "override_article",
        *(f"{verb}_deskrules" for verb in ("change", "view")),
        *(f"{verb}_section" for verb in ("add", "change", "delete", "view")),
    ],
    "newsroom": [
        *(f"{verb}_user" for verb in ("add", "change", "view")),
        *(f"{verb}_imprint" for verb in ("add", "change", "view")),
        *(f"{verb}_flatpage" for verb in ("add", "change", "delete", "view")),
    ],
}


def _joined(*roles: dict[str, list[str]]) -> dict[str, set[str]]:
    joined: dict[str, set[str]] = {}
    for role in roles:
        for app, codenames in role.items():
            joined.setdefault(app, set()).update(codenames)
    return joined


ADMINISTRATOR = "administrator"
# A role's key names its group; an administrator has every permission there is.
ROLES: dict[str, dict[str, set[str]] | None] = {
    "reporter": _joined(_REPORTER),
    "editor": _joined(_REPORTER, _EDITOR),
    "photo desk": _joined(_PHOTO_DESK),
    "chief editor": _joined(_REPORTER, _EDITOR, _PHOTO_DESK, _CHIEF),
    ADMINISTRATOR: None,
}

# How the desk names them. The groups keep the keys: a group has one name for users of all languages.
LABELS = {
    "reporter": _("reporter"),
    "editor": _("editor"),
    "photo desk": _("photo desk"),
    "chief editor": _("chief editor"),
    ADMINISTRATOR: _("administrator"),
}


def label_of(group) -> str:
    """«редактор» for the group of editors; a group that is none of the five goes by its own name."""
    return str(LABELS.get(group.name, group.name))


def sync_roles(apps=all_apps, using: str = "default", **kwargs) -> None:
    """Make the five groups and give each exactly its permissions. Runs after every app's migrate, ends up complete."""
    from django.contrib.auth.management import create_permissions

    if kwargs.get("app_config") is not None and kwargs["app_config"].name != "newsroom":
        return
    for config in all_apps.get_app_configs():
        create_permissions(config, verbosity=0, using=using)
    Group = all_apps.get_model("auth", "Group")
    Permission = all_apps.get_model("auth", "Permission")
    known = {
        (p.content_type.app_label, p.codename): p
        for p in Permission.objects.using(using).select_related("content_type")
    }
    for name, wanted in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        if wanted is None:
            group.permissions.set(known.values())
        else:
            group.permissions.set(known[app, codename] for app, codenames in wanted.items() for codename in codenames)
