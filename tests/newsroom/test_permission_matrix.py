"""Who may what, as tables (``who_may``): everybody at every address, every verb from every state, every right.

An address, a verb, a button, an action or a right without a row fails, and so does a row of something that is gone.
"""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.test import RequestFactory

from articles import revisions, workflow
from articles.content import FIELDS
from articles.desk.moves import Moves
from articles.desk.questions import QUESTIONS
from articles.models import Article

from .addresses import Asking
from .deeds import DEEDS, outcome
from .matrix import EVERYBODY, SIGNED_IN, people_of_the_newsroom, records, routes, stories, table

pytestmark = pytest.mark.django_db

OPEN, DO, HAVE, RUN, WRITE = map(table, ("open.txt", "do.txt", "have.txt", "run.txt", "write.txt"))

# What a button of the writing form does, most of them once the text is saved: a row of do.txt. These only save.
ONLY_SAVE = {"_save", "_preview", "_decide"}
BUTTONS = {
    "_submit": "submit",
    "_publish": "publish",
    "_alone": "publish",
    "_take": "take",
    "_give_up": "give_up",
    "_roll_back": "roll_back",
    "_schedule": "schedule",
    "_embargo": "set_embargo",
    "_lift_embargo": "lift_embargo",
    "_send_back": "send_back",
    "_develop": "develop",
    "_note": "add_note",
    "_withdraw": "withdraw",
    "_again": "set_done",
}
# Exported by articles.workflow and changing nothing; ``apply_due`` is the clock's, at instants others have set.
NO_DEEDS = {"MOVES", "Note", "WorkflowError", "apply_due", "may_withdraw", "next_instant", "obstacles", "slug_of"} | {
    "state_at",
    "would_be_alone",
}


@pytest.fixture
def world(now, time_machine):
    time_machine.move_to(now, tick=False)
    return stories(people_of_the_newsroom(), now)


def test_every_address_has_a_row_and_every_row_an_address():
    assert set(OPEN) == set(routes())


def test_everybody_is_answered_as_the_table_says(world):
    asking = Asking(world.people, records(world))
    found = {route: [asking.cell(route, method) for method in ("get", "post")] for route in OPEN}
    assert {route: cells for route, cells in found.items() if cells != OPEN[route]} == {}


def test_every_verb_has_a_row_and_every_row_a_verb():
    assert set(DO) == set(DEEDS)
    assert set(workflow.__all__) - NO_DEEDS <= set(DO)


def test_everybody_does_what_the_table_says(world):
    found = {
        deed: ["".join(outcome(deed, each, world.people[name], world.now) for each in world.stories.values())
               for name in SIGNED_IN]
        for deed in DO
    }  # fmt: skip
    assert {deed: cells for deed, cells in found.items() if cells != DO[deed]} == {}


def test_every_button_of_the_writing_form_does_a_verb_of_the_table():
    folder = Path(settings.BASE_DIR) / "templates" / "admin" / "articles" / "article"
    written = set(
        re.findall(r'<button[^>]* name="(_\w+)"', "".join(each.read_text() for each in folder.glob("*.html")))
    )
    buttons = written | set(Moves()._verbs()) | {f"_{key}" for key in QUESTIONS}
    assert buttons == set(BUTTONS) | ONLY_SAVE
    assert set(BUTTONS.values()) <= set(DO)


def test_everybody_writes_in_the_fields_the_table_says(world):
    def fields(story: Article, name: str) -> str:
        allowed = revisions.open_fields(story, world.people[name])
        return {frozenset(): "-", revisions.PICTURE_FIELDS: "p", frozenset(FIELDS): "a"}[allowed]

    found = {state: [fields(story, name) for name in SIGNED_IN] for state, story in world.stories.items()}
    assert found == WRITE


def test_every_right_of_ours_has_a_row_and_belongs_to_whom_it_names():
    people = people_of_the_newsroom()
    ours = [config for config in apps.get_app_configs() if config.name in ("articles", "media_assets", "people")]
    rights = [
        f"{config.label}.{codename}"
        for config in ours
        for model in config.get_models()
        for codename, _words in model._meta.permissions
    ]
    held = {right: ["".join("+" if people[name].has_perm(right) else "-" for name in SIGNED_IN)] for right in rights}
    assert held == HAVE


def test_every_action_of_a_list_is_offered_to_whom_its_row_names():
    people, found = people_of_the_newsroom(), {}
    for model, desk in admin.site._registry.items():
        for name in EVERYBODY[2:]:
            request = RequestFactory().get("/")
            request.user = people[name]
            for action in desk.get_actions(request):
                found.setdefault(f"{model._meta.label_lower}.{action}", set()).add(name)
    assert {
        action: ["".join("+" if name in who else "-" for name in SIGNED_IN)] for action, who in found.items()
    } == RUN
