"""Where mail addresses stand in a text."""

import re

_ADDRESS = re.compile(
    r"(?<![\w.%+/:@-])[\w!#$%&'*+/=?^`{|}~-]{1,64}(?:\.[\w!#$%&'*+/=?^`{|}~-]{1,64}){0,8}@(?:[\w-]{1,63}\.){1,6}([^\W\d_]{2,24}|xn--[a-z0-9-]{2,59})(?![\w-]|\.\w|@)"
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


def addresses(text: str) -> list[tuple[int, int]]:
    """Places of addresses; `icon@2x.png` is none."""
    if "@" not in text:
        return []
    return [(m.start(), m.end()) for m in _ADDRESS.finditer(text) if m[1].lower() not in _FILE_ENDINGS]


def is_address(text: str) -> bool:
    """Whether the whole of it is one address that mail reaches without any conversion."""
    return text.isascii() and _ADDRESS.fullmatch(text) is not None
