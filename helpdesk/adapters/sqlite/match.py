"""What a person typed into a search box, as an FTS5 expression that cannot be misread."""

import re

WORD = re.compile(r"\w+", re.UNICODE)


def all_words(typed: str) -> str:
    """Every word must occur; the last one may still be being typed. Empty when there is no word."""
    words = WORD.findall(typed)
    if not words:
        return ""
    quoted = [f'"{word}"' for word in words]
    quoted[-1] += "*"
    return " AND ".join(quoted)
