"""Where a language model takes words of a Russian text for a person: help for ``discover``, needed by nothing.

The model is natasha's, of the optional extra ``ner`` (docs/adr). Loaded it takes 200 MB and a second, so nothing but a
background worker and ``find_names --neural`` calls ``people_in``.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HOW_TO_INSTALL = (
    "The language model is not installed: run pip install --no-deps --require-hashes -r requirements/ner.txt, "
    "or do without it."
)
# natasha's wheel carries the weights; it is never imported, for it wants pymorphy2, which Python 3.11 cannot run.
_EMBEDDINGS = Path("data/emb/navec_news_v1_1B_250K_300d_100q.tar")
_RECOGNISER = Path("data/model/slovnet_ner_news_v1.tar")
# Whole lines, so many characters of them at once: the memory the model takes grows with what it reads.
_PIECE = re.compile(r"\S(?s:.{0,8000})(?=\n|\Z)|\S.*")


class NotInstalled(Exception):
    """The extra ``ner`` is missing; the message is a sentence that says how to get it."""


def people_in(text: str) -> list[tuple[int, int]]:
    """The places the model takes for people, in reading order: half-open code points. The first call loads it.

    Raises:
        NotInstalled: the model is not there.
    """
    model = _model()
    return [
        (piece.start() + span.start, piece.start() + span.stop)
        for piece in _PIECE.finditer(text)
        for span in model(piece[0]).spans
        if span.type == "PER"
    ]


def is_installed() -> bool:
    """Whether ``people_in`` can be asked; loads nothing."""
    return _weights() is not None and all(find_spec(module) for module in ("slovnet", "navec"))


@cache
def _model() -> Any:
    folder = _weights()
    if folder is None or not is_installed():
        raise NotInstalled(HOW_TO_INSTALL)
    from navec import Navec
    from slovnet import NER

    return NER.load(folder / _RECOGNISER).navec(Navec.load(folder / _EMBEDDINGS))


def _weights() -> Path | None:
    """The folder of natasha's package, where both files are in it."""
    found = find_spec("natasha")
    for place in (found.submodule_search_locations or ()) if found else ():
        if all((Path(place) / file).is_file() for file in (_EMBEDDINGS, _RECOGNISER)):
            return Path(place)
    return None
