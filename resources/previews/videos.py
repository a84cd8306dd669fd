"""Videos of hosts that people know: named by their host, and never loaded into our page."""

from dataclasses import dataclass
from urllib.parse import urlsplit

HOSTS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "npo.nl": "NPO",
    "npostart.nl": "NPO Start",
    "schooltv.nl": "Schooltv",
    "leraar24.nl": "Leraar24",
}


@dataclass(frozen=True)
class Host:
    """name: as people know it; site: its address. is_video: what is there is watched."""

    name: str
    site: str
    is_video: bool


def host_of(link: str) -> Host:
    """Where a link leads, in words: the name of a known host of videos, or else the address of the site."""
    site = (urlsplit(link).hostname or "").removeprefix("www.")
    for known, name in HOSTS.items():
        if site == known or site.endswith(f".{known}"):
            return Host(name, site, is_video=True)
    return Host(site, site, is_video=False)
