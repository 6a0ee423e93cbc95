"""What a page or its script asks for, before anything believes it."""

import json
from collections.abc import Iterable

from django.core.exceptions import BadRequest
from django.http import HttpRequest


def numbers(words: Iterable[object]) -> list[int]:
    """The record numbers among these words; whatever no database could count to is left out, as any other word is."""
    found = (str(word) for word in words)
    return [int(word) for word in found if word.isascii() and word.isdigit() and len(word) < 12]


def json_object(request: HttpRequest) -> dict:
    """The object a script sends.

    Raises:
        BadRequest: it sends something else, or half of a letter («\\ud800»), which no database keeps.
    """
    try:
        said = json.loads(request.body)
        json.dumps(said, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise BadRequest("no JSON") from error
    if not isinstance(said, dict):
        raise BadRequest("no object")
    return said
