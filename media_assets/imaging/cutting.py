"""Where to cut somebody out of a group: head and shoulders, as wide as four to five high."""

from .specs import Cut

_NARROWEST_PX = 120  # less would be blown up to spots
_BODY = 1.6  # a mark so much higher than wide is of a whole figure, not of a face
_LARGE = 0.4  # and so is one that takes so much of the height
_SHAPE = 5 / 4


def cut_around(region: tuple[float, float, float, float], size: tuple[int, int]) -> Cut | None:
    """The part around a mark (x, y, width, height in shares) of a picture of that size; None of a point or a spot.

    A mark of a face is given room around it, one of a figure is cut below the shoulders.
    """
    x, y, width, height = region
    if not (width and height):
        return None
    wide, high = size
    is_body = height > _LARGE or height * high > _BODY * width * wide
    cut_width = min(width * wide * (1.1 if is_body else 2), wide, high / _SHAPE)
    if cut_width < _NARROWEST_PX:
        return None
    left = (x + width / 2) * wide - cut_width / 2
    top = y * high - (0.04 if is_body else 0.35) * height * high
    share_x, share_y = cut_width / wide, cut_width * _SHAPE / high
    return Cut(
        x=_hundredths(min(max(left / wide, 0), 1 - share_x)),
        y=_hundredths(min(max(top / high, 0), 1 - share_y)),
        width=max(1, _hundredths(share_x)),
        height=max(1, _hundredths(share_y)),
    )


def _hundredths(share: float) -> int:
    return min(99, int(share * 100))
