"""What an editor should look at before publication. None of it is in the way: ``workflow.obstacles`` are."""

from django.utils.translation import gettext as _

from media_assets.models import Photo
from media_assets.who import contradictions, day_of, recorded

from .body import figures
from .content import Content


def on_pictures(content: Content) -> list[str]:
    """Captions that contradict who is marked on their pictures, and pictures without words for the blind."""
    placed = [(figure.photo, figure.caption) for figure in figures(content.body)]
    if content.lead_photo:
        placed.insert(0, (content.lead_photo, content.lead_caption))
    photos = Photo.objects.in_bulk([photo for photo, _caption in placed])
    found = []
    for photo_id, caption in placed:
        if photo := photos.get(photo_id):
            found += [f"«{photo}»: {sentence}" for sentence in contradictions(caption, recorded(photo), day_of(photo))]
            if not photo.alt_text:
                found.append(
                    _("The photo “%(photo)s” has no alternative text yet: it can be added later.") % {"photo": photo}
                )
    return list(dict.fromkeys(found))
