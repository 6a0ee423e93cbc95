"""Where pictures and documents are asked for, when it is not at their own address.

A page for somebody without a login, as of a draft, shows pictures that readers may not have. Its maker lends its own
address: within ``through("/preview/…")`` each picture and document is named below it, and that view decides.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_GATE: ContextVar[str] = ContextVar("gate", default="")


@contextmanager
def through(gate: str) -> Iterator[None]:
    """Name pictures and documents below this address, without a slash at its end, until the block is left."""
    token = _GATE.set(gate)
    try:
        yield
    finally:
        _GATE.reset(token)


def at(address: str) -> str:
    """The address by which this picture or document is asked for now."""
    return _GATE.get() + address
