"""From the words beside the names of a row to places counted from the left."""

from collections.abc import Sequence

from media_assets.captions.places import Note


def places_of(notes: Sequence[Note | None]) -> list[int]:
    """For each person of a row the place from the left, 0 where the notes do not tell.

    The row is taken as short as they allow: «третий слева» makes three of it, «в центре» an odd number. Whoever is
    left takes a single gap. Two notes for one place tell nothing: then all are 0.
    """
    sides = [note.side if note else "" for note in notes]
    if not {"left", "right", "centre"} & set(sides):
        return _beside_each_other(notes)
    total = max([len(notes), *(note.ordinal for note in notes if note and note.side == "left")])
    total += "centre" in sides and not total % 2
    places = [_place(note, total, is_alone=len(notes) == 1) for note in notes]
    for place, note in enumerate(notes):
        if note and note.side.endswith("_of_him") and place and places[place - 1]:
            places[place] = _beside(notes, places, place)
    free = [place for place in range(1, total + 1) if place not in places]
    if places.count(0) == 1 and len(free) == 1 and len(notes) > 1:
        places[places.index(0)] = free[0]
    known = [place for place in places if place]
    return places if len(set(known)) == len(known) else [0] * len(notes)


def _place(note: Note | None, total: int, *, is_alone: bool) -> int:
    if note is None or note.side.endswith("_of_him"):
        return 0
    if note.side == "left":
        return note.ordinal
    if is_alone:  # «Асан Токтосунов (справа)»: nobody else is named, so how many stand to the left is not known
        return 0
    return (total + 1) // 2 if note.side == "centre" else max(total + 1 - note.ordinal, 0)


def _beside(notes: Sequence[Note | None], places: Sequence[int], place: int) -> int:
    """Next to the last person named who does not stand beside somebody else."""
    him = next((one for one in range(place - 1, -1, -1) if not _is_beside(notes[one])), place - 1)
    note = notes[place]
    return max(places[him] + (-1 if note and note.side == "left_of_him" else 1), 0) if places[him] else 0


def _is_beside(note: Note | None) -> bool:
    return note is not None and note.side.endswith("_of_him")


def _beside_each_other(notes: Sequence[Note | None]) -> list[int]:
    """«Асан Токтосунов, слева от него Бакыт Асанов»: places when one person is the middle of all."""
    if not notes or _is_beside(notes[0]) or not all(map(_is_beside, notes[1:])):
        return [0] * len(notes)
    shifts = [0, *(-1 if note and note.side == "left_of_him" else 1 for note in notes[1:])]
    if len(set(shifts)) != len(shifts) or len(notes) == 1:
        return [0] * len(notes)
    return [shift - min(shifts) + 1 for shift in shifts]
