"""Somebody else, at the worst moment."""

from collections.abc import Callable

import pytest

from articles import public_versions


@pytest.fixture
def meanwhile(monkeypatch) -> Callable:
    """``meanwhile(deed)``: the next verb finds it done between its look at the story and its writing."""

    def set_up(deed: Callable[[], object]) -> None:
        waiting = [deed]

        def then_the_deed(draw):
            def drawn(*args, **options):
                html = draw(*args, **options)
                if waiting:
                    waiting.pop()()
                return html

            return drawn

        for name in ("drawn", "drawn_row"):
            monkeypatch.setattr(public_versions, name, then_the_deed(getattr(public_versions, name)))

    return set_up
