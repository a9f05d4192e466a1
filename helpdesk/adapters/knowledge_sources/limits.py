"""What an import takes, and what it calls things it refuses."""

import re
from dataclasses import dataclass

from helpdesk.domain.article import FileFailure
from helpdesk.ports.knowledge import FoundFile

SUFFIXES = (".md", ".markdown", ".mdx")
LONGEST_PATH = 1_000

_HIDING = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True)
class Limits:
    """What one import takes. `directory_bytes` is the size of an archive's own list of names; `ratio` how many times larger
    than its packed form a file of an archive may be."""

    file_bytes: int = 2 << 20
    files: int = 50_000
    run_bytes: int = 1 << 30
    archive_bytes: int = 2 << 30
    archive_names: int = 200_000
    directory_bytes: int = 48 << 20
    ratio: int = 100


LIMITS = Limits()


@dataclass
class Allowance:
    """What is left of an import's limits."""

    limits: Limits
    files: int = 0
    bytes: int = 0

    def refusal(self, size: int) -> str:
        """Why a file of that size may not be read; empty when it may, and is then counted."""
        if size > self.limits.file_bytes:
            return f"is {megabytes(size)} large, more than {megabytes(self.limits.file_bytes)}: split it"
        if self.files >= self.limits.files:
            return f"comes after {self.limits.files:,} files, the most one import takes: import its folder by itself"
        if self.bytes + size > self.limits.run_bytes:
            most = megabytes(self.limits.run_bytes)
            return f"comes after {most} of files, the most one import takes: import its folder by itself"
        self.files += 1
        self.bytes += size
        return ""


def is_markdown(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


def megabytes(count: int) -> str:
    return f"{count / (1 << 20):.3g} MB" if count < 1 << 30 else f"{count / (1 << 30):.3g} GB"


def shown(path: str) -> str:
    """A path that can be printed and stored whatever its name is made of."""
    return _HIDING.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), path)


def named(path: str) -> FileFailure | None:
    """A refusal of names that would deceive a reader or that no other system can hold."""
    if _HIDING.search(path):
        return FileFailure(shown(path)[:LONGEST_PATH], 0, "has characters in its name that cannot be shown: rename it")
    if len(path) > LONGEST_PATH:
        return FileFailure(path[:LONGEST_PATH], 0, f"has a name of more than {LONGEST_PATH:,} characters: shorten it")
    return None


def refused_when_empty(path: str, content: bytes) -> FoundFile | FileFailure:
    if not content:
        return FileFailure(path, 0, "is empty: write something into it or delete it")
    return FoundFile(path, content)
