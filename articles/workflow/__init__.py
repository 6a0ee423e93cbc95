"""What can happen to an article: the states, the moves between them, and the verbs that make them.

Every verb checks who may, lists every reason why not in an editor's words, and is one transaction that ends with
the readers' clock. Slow work (names, pictures, drawing the page) is done before it; if the article changed meanwhile it
is done again.
"""

from .address import move, slug_of
from .breaking import develop, flash
from .embargoes import lift_embargo, set_embargo
from .handing import give_up, send_back, submit, take
from .notes import Note, add_note
from .obstacles import obstacles
from .putting_out import apply_due, keep_slot, publish, roll_back, schedule
from .second_reader import check_in_the_morning, would_be_alone
from .states import MOVES, WorkflowError, may_withdraw, next_instant, state_at
from .withdrawing import withdraw

__all__ = [
    "MOVES",
    "Note",
    "WorkflowError",
    "add_note",
    "apply_due",
    "check_in_the_morning",
    "develop",
    "flash",
    "give_up",
    "keep_slot",
    "lift_embargo",
    "may_withdraw",
    "move",
    "next_instant",
    "obstacles",
    "publish",
    "roll_back",
    "schedule",
    "send_back",
    "set_embargo",
    "slug_of",
    "state_at",
    "submit",
    "take",
    "withdraw",
    "would_be_alone",
]
