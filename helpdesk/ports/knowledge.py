"""Files into articles, files into messages."""

from collections.abc import AsyncIterator, Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Protocol

from helpdesk.domain.article import FileFailure, ReadArticle, content_hash
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.includes import targets


@dataclass(frozen=True)
class Included:
    """Another file whose words an article takes in, where the mark that names it as `target` stands. `places` is where it may
    lie in the base, `content` its raw bytes, None when it is nowhere there; `inner` is what that file takes in itself."""

    target: str
    places: tuple[str, ...]
    content: bytes | None
    inner: "tuple[Included, ...]" = ()

    @property
    def all_places(self) -> tuple[str, ...]:
        return (*self.places, *(place for one in self.inner for place in one.all_places))


@dataclass(frozen=True)
class FoundFile:
    """A file of a knowledge base as found on disk or in an archive: `path` relative with '/', `content` its raw bytes."""

    path: str
    content: bytes
    included: tuple[Included, ...] = ()

    @classmethod
    def of_text(cls, path: str, text: str) -> "FoundFile":
        """As it would lie there."""
        return cls(path, text.encode("utf-8", "replace"))


@dataclass(frozen=True)
class Others:
    """Every path but these."""

    these: set[str]

    def __contains__(self, path: object) -> bool:
        return path not in self.these


@dataclass(frozen=True)
class Opened:
    """What a look into a file tells: the hash of its content, and which other files it names to be taken in."""

    path: str
    digest: str
    included: tuple[str, ...]

    @classmethod
    def next_of(cls, files: Iterator[FoundFile | FileFailure], most: int) -> "list[Opened | FileFailure]":
        """Of the next files of a source; empty at its end. Blocking: reads from disk."""
        return [found if isinstance(found, FileFailure) else cls._of(found) for found in islice(files, most)]

    @classmethod
    def _of(cls, found: FoundFile) -> "Opened":
        return cls(found.path, content_hash(found.content), targets(found.content.decode("utf-8", "replace")))


class KnowledgeSource(Protocol):
    """A folder, a file or a zip archive."""

    def count(self) -> int:
        """How many results `files` will give, without reading them. Blocking; raises BadInput like `files`."""
        ...

    def stamps(self) -> Mapping[str, str]:
        """path → a word that is another one as soon as the file is; without opening any. A file for which that cannot be
        promised is left out. Blocking; raises BadInput like `files`."""
        ...

    def files(self, wanted: Container[str] | None = None) -> Iterator[FoundFile | FileFailure]:
        """Every markdown file once, in path order, or only those of the `wanted` paths; what must be refused (links out of the
        root, too large, device) as failures, wanted or not. Blocking: call it off the loop. Raises BadInput when the source
        itself cannot be read."""
        ...


Opening = Callable[[KnowledgeSource, Container[str]], AsyncIterator[Sequence[Opened | FileFailure]]]
"""Looks into every wanted file of a source, in portions."""


class ArticleReader(Protocol):
    @property
    def chunker(self) -> str:
        """Names the rules passages are cut by."""
        ...

    async def read(self, files: Sequence[FoundFile]) -> list[ReadArticle | FileFailure]:
        """One result a file, in order. Parses in a worker process under limits; a file that breaks them becomes a failure."""
        ...

    async def ready(self) -> None:
        """Starts what `read` needs, so that it begins at once. Never raises."""
        ...

    async def with_included(self, file: FoundFile) -> str | FileFailure:
        """The file's text with the words of the files it takes in where it names them, as `read` finds them there."""
        ...


@dataclass(frozen=True)
class RawTicket:
    """One message as found in a file, before anybody parsed it. `kind` is eml, csv or jsonl, `name` the file's name,
    `line` where it began (0: the whole file), `digest` names these bytes in the store, `position` (0 to 1) how much of the file
    is read with it."""

    kind: str
    name: str
    line: int
    raw: bytes
    digest: str
    position: float = 1.0

    def among(self, number: int, files: int) -> "RawTicket":
        """The same, its position counted in several files, of which its own has that number, from 0."""
        return replace(self, position=(number + self.position) / files)


@dataclass(frozen=True)
class TicketFileResult:
    """`message` or `failure`, one of them. `remark` says what of a message could not be read."""

    message: IncomingMessage | None
    failure: FileFailure | None
    remark: str = ""


class TicketFileReader(Protocol):
    """Two steps, so that what came in can be stored before it is parsed."""

    def split(self, path: Path) -> Iterator[RawTicket | FileFailure]:
        """Every message of an .eml, .mbox, .csv or .jsonl file, or of a folder of them. Blocking: call it off the loop. Raises
        BadInput when the file as a whole is of no use."""
        ...

    def kept(self, kind: str, name: str, raw: bytes) -> RawTicket:
        """A message again from what the store kept of it."""
        ...

    async def parse(self, tickets: Sequence[RawTicket], found_at: datetime) -> list[TicketFileResult]:
        """One result each, in order, whatever the bytes are. `found_at` dates messages that carry no believable date."""
        ...
