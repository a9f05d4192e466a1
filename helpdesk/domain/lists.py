"""Settings that hold several words in one line."""

import re

_REGION = re.compile(r"[A-Z]{2}$")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$")


def listed(text: str) -> tuple[str, ...]:
    """The words between the commas."""
    return tuple(dict.fromkeys(word.strip() for word in re.split(r"[,\n]", text) if word.strip()))


def regions(text: str) -> tuple[str, ...]:
    """ISO 3166 codes. Raises ValueError."""
    codes = tuple(code.upper() for code in listed(text))
    for code in codes:
        if not _REGION.match(code):
            raise ValueError(f"{code!r} is no country code; write two letters, like US or DE")
    return codes


def hosts(text: str) -> tuple[str, ...]:
    """Host names without scheme and path. Raises ValueError."""
    names = tuple(name.lower() for name in listed(text))
    for name in names:
        if not _HOST.match(name):
            raise ValueError(f"{name!r} is no host name; write it like help.example.com, without https:// and without a path")
    return names
