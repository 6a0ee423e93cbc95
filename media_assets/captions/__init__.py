"""A caption's words and the persons it shows, both ways: who stands where, and with which office."""

from media_assets.captions.composing import compose_caption
from media_assets.captions.parsing import parse_caption
from media_assets.captions.records import ParsedCaption, Shown

__all__ = ["ParsedCaption", "Shown", "compose_caption", "parse_caption"]
