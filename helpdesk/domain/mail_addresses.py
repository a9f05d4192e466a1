"""Where mail addresses stand in a text."""

import re

_ADDRESS = re.compile(
    r"(?<![\w.%+/@-])[\w!#$%&'*+/=?^`{|}~-]{1,64}(?:\.[\w!#$%&'*+/=?^`{|}~-]{1,64}){0,8}@(?:[\w-]{1,63}\.){1,6}([^\W\d_]{2,24}|xn--[a-z0-9-]{2,59})(?![\w-]|\.\w|@)"
)
_FILE_ENDINGS = frozenset(
    [
        "png",
        "jpg",
        "jpeg",
        "gif",
        "svg",
        "webp",
        "ico",
        "css",
        "scss",
        "less",
        "js",
        "ts",
        "json",
        "php",
        "html",
        "htm",
        "xml",
        "yml",
        "yaml",
        "md",
        "txt",
        "pdf",
        "zip",
    ]
)

_LOGIN = re.compile(r"://\S*:$")
_SENDER = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")


def addresses(text: str) -> list[tuple[int, int]]:
    """Places of addresses; `icon@2x.png` is none, nor who logs in by `https://me:pass@host.example`."""
    plain = text.replace("\uff20", "@")
    if "@" not in plain:
        return []
    found = (m for m in _ADDRESS.finditer(plain) if m[1].lower() not in _FILE_ENDINGS)
    return [(m.start(), m.end()) for m in found if not _logs_in(plain, m)]


def _logs_in(text: str, found: re.Match[str]) -> bool:
    return found[0].startswith("//") or bool(_LOGIN.search(text[max(0, found.start() - 200) : found.start()]))


def is_address(text: str) -> bool:
    """Whether the whole of it is one address that mail reaches without any conversion."""
    return text.isascii() and _ADDRESS.fullmatch(text) is not None


def sender_address(text: str) -> None:
    """Looser than `is_address`: an office's own hosts have no dots. Raises ValueError."""
    if not _SENDER.fullmatch(text):
        raise ValueError(f"{text!r} is no mail address; write it like support@example.com")


def sender_name(text: str) -> None:
    """Raises ValueError for a name nobody could be called by: replies, claims and the history bear it."""
    if not text.strip():
        raise ValueError("an empty name; replies, claims and the history bear it")
