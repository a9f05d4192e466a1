"""One part of what is taken away from Insights: a title, a finding, a table, and a picture when there is one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cover:
    """What stands above all sheets, their language ('en', 'de'), and what a table is called while it is folded away."""

    title: str
    said: str
    language: str
    numbers: str


@dataclass(frozen=True)
class Sheet:
    """`picture` is a .png file's bytes, empty without one; everything else is plain text of anybody's."""

    title: str
    said: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    picture: bytes = b""
