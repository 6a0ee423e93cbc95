"""In whatever order the verbs come, what is kept of a story is at every instant what its page says."""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from articles import public_versions, relinking, revisions, workflow
from articles.models import Article, PublicVersion
from articles.workflow import Note

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
STEPS = 25
VERBS = (
    *("save", "publish", "publish", "schedule", "embargo", "lift", "withdraw", "roll_back", "note"),
    *("keep_slot", "develop", "move", "submit", "relink"),
)


class Desk:
    """One chief editor who does anything to one story, minute after minute."""

    def __init__(self, story: Article, chief, content, now: datetime, seed: int):
        self.story, self.chief, self.content, self.now = story, chief, content, now
        self.random = random.Random(seed)
        self.done: list[str] = []

    def steps(self) -> Iterator[None]:
        """One thing a minute; what was refused counts as done."""
        for _step in range(STEPS):
            self.now += self.random.choice([MINUTE, MINUTE, 3 * MINUTE])
            workflow.apply_due(self.now)
            yield
            self.story.refresh_from_db()
            name = self.random.choice(VERBS)
            self.done.append(f"{self.now:%H:%M} {name}")
            with suppress(workflow.WorkflowError):
                getattr(self, name)()
            yield

    def _later(self) -> datetime:
        return self.now + self.random.randint(1, 6) * MINUTE

    def _said(self) -> dict:
        return {"by": self.chief, "now": self.now}

    def save(self):
        words = replace(self.content, headline=f"Театр открыт {self.random.randint(1, 4)}", lede=f"В {self.now:%H:%M}.")
        revisions.save(self.story, words, self.story.version, self.chief, now=self.now)

    def publish(self):
        note = self.random.choice([None, Note("update"), Note("correction", "Было не так."), Note("typo")])
        workflow.publish(self.story, note=note, new_address=self.random.random() < 0.5, **self._said())

    def schedule(self):
        embargo = self.random.choice([None, None, self._later()])
        workflow.schedule(self.story, self._later(), embargo_until=embargo, **self._said())

    def embargo(self):
        workflow.set_embargo(self.story, self._later(), **self._said())

    def lift(self):
        workflow.lift_embargo(self.story, reason="Разрешили.", **self._said())

    def withdraw(self):
        how = self.random.choice(["gone", "notice"])
        workflow.withdraw(self.story, reason="Неверно.", how=how, **self._said())

    def roll_back(self):
        workflow.roll_back(self.story, **self._said())

    def note(self):
        workflow.add_note(self.story, Note("clarification", "Уточняем."), **self._said())

    def keep_slot(self):
        workflow.keep_slot(self.story, **self._said())

    def develop(self):
        workflow.develop(self.story, self.random.choice([None, self._later()]), **self._said())

    def move(self):
        workflow.move(self.story, **self._said())

    def submit(self):
        workflow.submit(self.story, **self._said())

    def relink(self):
        Article.objects.filter(pk=self.story.pk).update(rendered_html="<p>до новых ссылок</p>")
        for _progress in relinking.relink(clock=lambda: self.now, restart=True):
            pass


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_is_what_the_page_says(draft, minister, login_of, content, now, seed):
    desk = Desk(draft, login_of("chief editor"), content, now, seed)
    for _done in desk.steps():
        story = Article.objects.get(pk=draft.pk)
        instants = {desk.now, max(desk.now, story.public_from or desk.now)}
        for at in instants:
            _prove_kept(story, at, " → ".join(desk.done))


def _prove_kept(story: Article, at: datetime, done: str) -> None:
    """The intervals are one line without holes, and the one of this instant has the page of this instant."""
    kept = list(PublicVersion.objects.filter(article=story).order_by("public_from"))
    assert all(each.public_until == following.public_from for each, following in pairwise(kept)), done
    assert not kept or kept[-1].public_until is None, done
    had = [each for each in kept if each.public_from <= at and (each.public_until is None or at < each.public_until)]
    if not story.is_begun(at):
        assert all(each.is_gone for each in had), done
    elif story.is_over(at):
        assert had[0].is_gone, done
    else:
        assert (had[0].is_gone, had[0].html) == (False, public_versions.drawn_row(story, at)), done
