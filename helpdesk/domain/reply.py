"""The words of a reply as the customer gets them."""

import re

MARKER = re.compile(r"[ \t]?\[\d{1,2}\](?!\()")


def without_markers(text: str) -> str:
    """The text without the citation markers `[n]`, which are the agent's proof and not the customer's reading."""
    lines = [MARKER.sub("", line).rstrip() for line in text.splitlines()]
    return "\n".join(lines).strip()
