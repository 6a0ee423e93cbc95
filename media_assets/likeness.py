"""Pictures that look alike: the same frame scaled, compressed again or with its colours changed a little."""

from django.db.models import Q

from .models import Photo

_QUARTERS = ("print_a", "print_b", "print_c", "print_d")
_MOST_BITS = 8  # of 64: two frames of one burst differ in more
_LEAST_SET = 6  # an empty sky says nothing: its prints are alike all over the world


def quarters(perceptual_hash: str) -> dict[str, int]:
    """The perceptual hash in quarters, each a column with an index: near pictures share at least one."""
    return {name: int(perceptual_hash[i * 4 : i * 4 + 4], 16) for i, name in enumerate(_QUARTERS)}


def alike(photo: Photo) -> list[Photo]:
    """Other photos that look like this one, the likest first."""
    bits = int(photo.perceptual_hash or "0", 16)
    if not _LEAST_SET <= bits.bit_count() <= 64 - _LEAST_SET:
        return []
    shares = Q()
    for name, value in quarters(photo.perceptual_hash).items():
        shares |= Q(**{name: value})
    near = {
        pk: (bits ^ int(other, 16)).bit_count()
        for pk, other in Photo.objects.filter(shares).exclude(pk=photo.pk).values_list("pk", "perceptual_hash")
        if other
    }
    close = sorted((pk for pk, distance in near.items() if distance <= _MOST_BITS), key=near.__getitem__)[:12]
    found = Photo.objects.in_bulk(close)
    return [found[pk] for pk in close]
