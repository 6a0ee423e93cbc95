"""The demo: the sample wire text as it came, and around it stories of a country that does not exist.

Лаковия, its towns and everybody who holds an office there are invented; of real people the demo says only what the
sample text says.
"""

from .filling import Login, fill

__all__ = ["Login", "fill"]
