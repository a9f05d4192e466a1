"""The manual as files on disk: its pages, their order, and which of them speak of something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.markup import flat

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# A newcomer reads in this order; a folder that is not named follows by its name.
ORDER = (
    "getting-started",
    "review",
    "inbox",
    "knowledge",
    "drafting",
    "channels",
    "insights",
    "workspace",
    "troubleshooting",
    "command-line",
)
FIRST = "what-helpdesk-is.md"
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.M)


@dataclass(frozen=True)
class ManualPage:
    """`path` is relative to the manual's folder; `body` is markdown without its front matter."""

    path: str
    title: str
    body: str

    @property
    def chapter(self) -> str:
        """The name of its folder as a reader writes it; empty for a page that is in none."""
        folder = self.path.rpartition("/")[0]
        return folder.replace("-", " ").replace("/", " › ").capitalize()


def read_manual(folder: Path) -> tuple[ManualPage, ...]:
    """Every page that can be read, chapter by chapter. No folder, no pages."""
    files = [file for file in sorted(folder.rglob("*.md")) if file.is_file()]
    return tuple(sorted((made for file in files if (made := read_page(folder, file)) is not None), key=place))


def read_page(folder: Path, file: Path) -> ManualPage | None:
    try:
        source = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    front = _FRONT.match(source)
    title = _TITLE.search(front[1]) if front else None
    body = source[front.end() :] if front else source
    return ManualPage(file.relative_to(folder).as_posix(), title[1].strip("\"'") if title else file.stem, body.strip())


def place(page: ManualPage) -> tuple[int, str, bool, str]:
    folder, _, name = page.path.rpartition("/")
    rank = ORDER.index(folder) if folder in ORDER else len(ORDER)
    return rank, folder, name != FIRST, page.title.lower()


def matching(pages: Sequence[ManualPage], asked: str) -> tuple[ManualPage, ...]:
    """The pages that hold every word asked for, in their title or text; those that hold them all in the title first."""
    words = asked.lower().split()
    found = [page for page in pages if all(word in f"{page.title}\n{flat(page.body)}".lower() for word in words)]
    return tuple(sorted(found, key=lambda page: not all(word in page.title.lower() for word in words)))
