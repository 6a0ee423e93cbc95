"""Somebody else, at the worst moment."""

from collections.abc import Callable

import pytest

from articles import public_versions


@pytest.fixture
def meanwhile(monkeypatch) -> Callable:
    """``meanwhile(deed)``: the next verb finds it done between its look at the story and its writing."""

    def set_up(deed: Callable[[], object]) -> None:
        draw, waiting = public_versions.drawn, [deed]

        def drawn(*args, **options):
            html = draw(*args, **options)
            if waiting:
                waiting.pop()()
            return html

        monkeypatch.setattr(public_versions, "drawn", drawn)

    return set_up
