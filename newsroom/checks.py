"""What `manage.py check --deploy` asks of a public site beyond Django's own questions."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.http.request import validate_host


@register(Tags.security, deploy=True)
def check_address(app_configs, **kwargs) -> list[Warning]:
    """Feeds, previews in messengers and search engines take addresses from BASE_URL: it must be the public one."""
    address = urlsplit(settings.BASE_URL)
    found = []
    if address.scheme != "https":
        found.append(
            Warning(
                f"BASE_URL is {settings.BASE_URL}, which readers cannot use.",
                hint="Set BASE_URL to the site's public address, such as https://news.example.",
                id="newsroom.W001",
            )
        )
    if not validate_host(address.hostname or "", settings.ALLOWED_HOSTS):
        found.append(
            Warning(
                f"ALLOWED_HOSTS lacks {address.hostname}, the host of BASE_URL: the site would refuse its readers.",
                hint=f"Add {address.hostname} to ALLOWED_HOSTS.",
                id="newsroom.W002",
            )
        )
    return found
