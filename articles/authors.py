"""What readers may see of whoever signs: their portrait, from the moment it is chosen."""

from datetime import datetime

from media_assets.models import PhotoUse

from .models import Author


def show_portrait(author: Author, now: datetime) -> None:
    """Let readers have the author's portrait from now on, and the one before it no more."""
    uses = PhotoUse.objects.filter(owner=author.owner)
    if author.portrait_id and uses.filter(photo=author.portrait_id).exists():
        return
    uses.delete()
    if author.portrait_id:
        PhotoUse.objects.create(photo_id=author.portrait_id, owner=author.owner, public_from=now)
