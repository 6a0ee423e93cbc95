"""Videos a story may show: links to hosts we know, each under one address however it was copied."""

import re
from typing import NamedTuple


class Host(NamedTuple):
    """A place where videos stand. ``pattern`` and ``address`` are read by the text editor's script, too.

    The first group of the pattern is the video's id, so that «?t=90» and «&list=…» are left behind.
    """

    name: str
    pattern: str
    address: str


HOSTS = (
    Host(
        "YouTube",
        r"^https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)|youtu\.be/)"
        r"([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])",
        "https://www.youtube.com/watch?v=",
    ),
    Host("Rutube", r"^https?://(?:www\.)?rutube\.ru/(?:video|shorts)/([0-9a-f]{32})(?![0-9a-f])", "https://rutube.ru/video/"),
    Host("Vimeo", r"^https?://(?:www\.)?vimeo\.com/([0-9]{5,12})(?![0-9])", "https://vimeo.com/"),
    Host(
        "VK Видео",
        r"^https?://(?:(?:www\.|m\.)?vk\.com|(?:www\.)?vkvideo\.ru)/(?:[^#]*[/=])?video(-?[0-9]+_[0-9]+)(?![0-9])",
        "https://vkvideo.ru/video",
    ),
)  # fmt: skip
_COMPILED = [(host, re.compile(host.pattern)) for host in HOSTS]
_LONGEST = 500  # characters: nobody's link is longer


def canonical(address: str) -> str | None:
    """The one address of the video behind a copied link; None when it is no video of a host we know."""
    for host, pattern in _COMPILED:
        if len(address) <= _LONGEST and (found := pattern.match(address)):
            return host.address + found[1]
    return None


def host_of(address: str) -> str:
    """«YouTube»: where a canonical address leads."""
    return next(host.name for host in HOSTS if address.startswith(host.address))
