"""How something that went wrong, or stands as it is, is said to a person."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A title, one sentence that says what, where and what to do, and the label of the one action offered."""

    title: str
    sentence: str
    action: str
