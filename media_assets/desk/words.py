"""What the scripts of the photo desk say. They have no words of their own: a page hands them over in its language."""

from django.utils.translation import gettext as _


def upload_words() -> dict[str, str]:
    """The upload page's. Numbers stand after a colon, so that no language has to count in a script."""
    return {
        "waiting": _("waits"),
        "sending": _("is being sent"),
        "looking": _("is being looked at"),
        "broken": _("Could not be sent: the connection broke. Nothing else is lost."),
        "again": _("The connection broke; it is sent once more in a moment."),
        "server": _("Could not be taken: the server has a fault. Send it again in a minute."),
        "tooLarge": _("The file is too large for this server: send a smaller copy."),
        "forbidden": _("You may not add photos any more: ask an administrator."),
        "gone": _("This upload is not there any more: begin a new one."),
        "signIn": _("You are no longer signed in: sign in on another page, then send it again."),
        "fields": _("Correct the marked fields; the files wait and then go by themselves."),
        "done": _("Done: %(done)s of %(all)s. Taken: %(taken)s, already here: %(known)s, refused: %(refused)s."),
        "failed": _("Not sent: %(failed)s."),
        "unpacking": _("An archive is being unpacked."),
        "apply": _("Apply to all photos: %(count)s"),
        "applied": _("Changed photos: %(count)s."),
        "notApplied": _("The fields could not be saved: try again in a moment."),
    }


def sheet_words() -> dict[str, str]:
    """The contact sheet's."""
    return {
        "changed": _("not saved yet"),
        "saving": _("is being saved"),
        "saved": _("saved %(at)s"),
        "refused": _("Not saved: correct the marked field."),
        "theirs": _("%(by)s wrote here meanwhile:"),
        "somebody": _("Somebody else"),
        "keepTheirs": _("Take this"),
        "keepMine": _("Keep mine"),
        "broken": _("Not saved, the connection broke: what you wrote stays here and is saved when it is back."),
        "server": _("Not saved, the server has a fault: what you wrote stays here and is sent again."),
        "forbidden": _("Not saved: you may not change photos. Copy your words and ask an administrator."),
        "gone": _("Not saved: somebody has deleted this photo."),
        "signIn": _("Not saved: you are no longer signed in. Sign in on another page, then write on."),
        "nobody": _("Nobody on record is called so."),
        "setFor": _("Set for the ticked photos: %(count)s"),
    }
