"""What the script of the photo page says; it has no words of its own."""

from django.utils.translation import gettext as _


def photo_words() -> dict[str, str]:
    """By the names the script knows them under. Pieces stand after a colon, so that no language has to decline."""
    return {
        "modeLook": _("Pass over a number to see who it is."),
        "modeFocal": _("Click on what every crop must keep. Arrows move the cross, with Shift further."),
        "modePeople": _(
            "Choose somebody in the list, then click on the face or draw a box round it. "
            "Arrows move the mark, with Shift they size it; Delete takes it away."
        ),
        "noPerson": _("Choose somebody in the list first."),
        "marked": _("marked"),
        "notMarked": _("not marked"),
        "nobody": _("Nobody on record and no name yet"),
        "nobodyRead": _("The words name nobody: write who is in the picture into the description first."),
        "noPeople": _("Nobody is in the list yet: add the people first."),
        "broken": _("The server does not answer. Nothing you wrote is lost; try again in a moment."),
        "row": _("row"),
        "leave": _("new"),
    }
