"""Somebody cut out of a group: marks → parts, in hundredths."""

import pytest

from media_assets.imaging.cutting import cut_around
from media_assets.imaging.specs import cut_specs, named

WIDE = (2000, 1000)


@pytest.mark.parametrize(
    ("region", "part"),
    [
        ((0.40, 0.20, 0.10, 0.20), (35, 13, 20, 50)),  # a face: twice as wide, with room above
        ((0.40, 0.20, 0.10, 0.70), (39, 17, 11, 27)),  # a figure: its upper part
        ((0.00, 0.00, 0.10, 0.20), (0, 0, 20, 50)),  # never over the edge
        ((0.90, 0.80, 0.10, 0.20), (80, 50, 20, 50)),
        ((0.10, 0.10, 0.90, 0.90), (35, 0, 40, 99)),  # no higher than the picture
    ],
)
def test_a_mark_is_given_the_room_of_a_portrait(region, part):
    assert cut_around(region, WIDE) == part


@pytest.mark.parametrize("region", [(0.5, 0.5, 0, 0), (0.5, 0.5, 0.02, 0.04)])
def test_a_point_and_a_spot_are_no_portrait(region):
    assert cut_around(region, WIDE) is None


def test_a_part_is_found_again_by_the_name_of_its_size():
    for spec in cut_specs("35-13-20-50"):
        assert named(spec.name) == spec
    assert named("portrait 35-13-20") is None
    assert named("wide 35-13-20-50") is None
