"""What the desk says of its own state."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One line of `helpdesk doctor`: `remedy` is what to do when it is not `ok` (empty when there is nothing to do)."""

    name: str
    ok: bool
    words: str
    remedy: str = ""
