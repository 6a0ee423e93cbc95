"""Posts of social networks, kept as text: where each was, under the address a reader can follow."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit


class Network(NamedTuple):
    """A network, the hosts it answers at, and the addresses of single posts.

    The text editor's script reads the patterns, too: their first group is the author's handle where there is one.
    """

    name: str
    hosts: tuple[str, ...]
    patterns: tuple[str, ...]


NETWORKS = (
    Network("Telegram", ("t.me", "telegram.me"), (r"^https?://(?:t|telegram)\.me/(?:s/)?([A-Za-z]\w{3,})/\d+",)),
    Network(
        "Facebook",
        ("facebook.com", "fb.com"),
        (
            r"^https?://(?:(?:www|m)\.)?facebook\.com/([\w.-]+)/(?:posts|videos|photos)/",
            r"^https?://(?:(?:www|m)\.)?facebook\.com/(?:permalink\.php|story\.php|photo\.php|groups/|share/|reel/)",
        ),
    ),
    Network("X", ("x.com", "twitter.com"), (r"^https?://(?:(?:www|mobile)\.)?(?:x|twitter)\.com/(\w+)/status/\d+",)),
    Network(
        "Instagram",
        ("instagram.com",),
        (
            r"^https?://(?:www\.)?instagram\.com/(?:p|reel|tv)/[\w-]+",
            r"^https?://(?:www\.)?instagram\.com/([\w.]+)/(?:p|reel)/[\w-]+",
        ),
    ),
    Network(
        "VK",
        ("vk.com", "vk.ru"),
        (r"^https?://(?:m\.)?vk\.(?:com|ru)/wall-?\d+_\d+", r"^https?://(?:m\.)?vk\.(?:com|ru)/([\w.]+)\?w=wall-?\d+_\d+"),
    ),
)  # fmt: skip
_LONGEST = 500
_PLAIN = re.compile(r"[^\s\x00-\x20\"<>\\^`{|}]+")


def address_of(value: str) -> str | None:
    """The address when a reader can follow it safely: https, a host with a name, no login in it; else None."""
    if len(value) > _LONGEST or not _PLAIN.fullmatch(value):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    is_safe = parts.scheme == "https" and "." in (parts.hostname or "") and "@" not in parts.netloc
    return value if is_safe else None


def network_of(address: str) -> str:
    """«Telegram»; of a network we do not know, the host, for a reader wants to know where a link leads."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return next((each.name for each in NETWORKS if any(_is_below(host, known) for known in each.hosts)), host)


def _is_below(host: str, known: str) -> bool:
    return host == known or host.endswith(f".{known}")
