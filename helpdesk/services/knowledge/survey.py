"""What an import would change, found by comparing content before anything is parsed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from helpdesk.domain.article import HELD_ABSENT, FileFailure
from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.domain.import_run import FileChange, KnownFile, tried
from helpdesk.domain.includes import all_places
from helpdesk.ports import FoundFile, KnowledgeSource
from helpdesk.ports.knowledge import Opened, Opening, Others
from helpdesk.services.knowledge.pace import Pace
from helpdesk.services.knowledge.placement import SEVERAL, Placement, mirrors

BATCH_FILES = 64
BATCH_BYTES = 1 << 20


@dataclass(frozen=True)
class FreshFile:
    """A file to read. `known` is the article it becomes a revision of; of a renamed one `known.path` is where it was."""

    path: str
    change: FileChange
    content_hash: str
    known: KnownFile | None = None


@dataclass
class Survey:
    """`fresh` by path; `bad` are files that could not be read before and did not change; `held` are held back on purpose;
    `vanished` are articles whose files are gone, renamed ones taken out. `folder` is what the base mirrors from now on.
    `taking` says of the fresh files that take in others how they name those, `taken_in` are the places where they may lie,
    `included` the contents found there."""

    fresh: dict[str, FreshFile] = field(default_factory=dict)
    unchanged: int = 0
    refused: list[FileFailure] = field(default_factory=list)
    bad: list[KnownFile] = field(default_factory=list)
    held: list[KnownFile] = field(default_factory=list)
    vanished: dict[str, KnownFile] = field(default_factory=dict)
    stamps: list[tuple[str, str, str]] = field(default_factory=list)
    folder: str = ""
    taking: dict[str, tuple[str, ...]] = field(default_factory=dict)
    taken_in: set[str] = field(default_factory=set)
    included: dict[str, bytes] = field(default_factory=dict)

    @property
    def is_still(self) -> bool:
        """Nothing to store, whatever was seen."""
        return not self.fresh and not self.vanished

    def rename(self, path: str, was: KnownFile) -> FreshFile:
        """The file at `path` is that article's, moved."""
        self.vanished.pop(was.path)
        self.fresh[path] = FreshFile(path, FileChange.RENAMED, self.fresh[path].content_hash, was)
        return self.fresh[path]


@dataclass(frozen=True)
class Ground:
    """What a survey compares with. `folder` is what the base mirrored until now, None for a new base. `again`: read what failed
    before, even when it did not change; `only`: these files and no others, and none is missed; `kb_id` is None for
    a new base."""

    place: Placement
    folder: str | None
    known: Mapping[str, KnownFile]
    chunker: str
    again: bool = False
    only: frozenset[str] | None = None
    kb_id: KnowledgeBaseId | None = None

    @cached_property
    def live(self) -> dict[str, KnownFile]:
        return {path: file for path, file in self.known.items() if file.live}

    @cached_property
    def erased(self) -> dict[str, KnownFile]:
        """Content hash → the removed article that is held back wherever its file turns up."""
        return {file.held_hash: file for file in self.known.values() if not file.live}


async def opened_here(source: KnowledgeSource, wanted: Container[str]) -> AsyncIterator[Sequence[Opened | FileFailure]]:
    """In a thread of this process."""
    files = source.files(wanted)
    while some := await asyncio.to_thread(Opened.next_of, files, BATCH_FILES):
        yield some


def unheeded() -> None:
    """For who has nothing to prepare."""


async def survey(
    source: KnowledgeSource,
    ground: Ground,
    pace: Pace,
    opening: Opening = opened_here,
    found_fresh: Callable[[], None] = unheeded,
) -> Survey:
    """Opens every file whose stamp is not the one known; a few of them here. `found_fresh` is called as soon as one is known to
    need reading, and perhaps again. Raises BadInput when the source cannot be read."""
    stamps, most = await asyncio.to_thread(lambda: (source.stamps(), source.count()))
    prefix = ground.place.prefix
    same = {path for path, stamp in stamps.items() if is_same(ground, prefix + path, stamp)}
    found = Survey(unchanged=len(same), folder=ground.place.folder)
    seen = {prefix + path for path in same}
    wanted = Others(same) if ground.only is None else {path.removeprefix(prefix) for path in ground.only}
    done = len(same)
    pace.reached(done)
    if any(prefix + path not in ground.known for path in stamps if path in wanted):
        found_fresh()
    opened = opening if most - done > BATCH_FILES else opened_here
    async for batch in opened(source, wanted):
        for one in batch:
            if isinstance(one, FileFailure):
                found.refused.append(replace(one, path=prefix + one.path))
            else:
                sort_in(found, ground, prefix + one.path, one.digest)
                found.stamps.append((prefix + one.path, one.digest, stamps.get(one.path, "")))
                if one.included and prefix + one.path in found.fresh:
                    found.taking[prefix + one.path] = one.included
                    found.taken_in.update(all_places(prefix + one.path, one.included))
            seen.add(prefix + one.path)
        if found.fresh:
            found_fresh()
        done += len(batch)
        pace.reached(done)
    miss(found, ground, seen)
    return found


def is_same(ground: Ground, path: str, stamp: str) -> bool:
    known = ground.known.get(path)
    if known is None or not known.live or known.failure or known.held_hash or ground.only is not None:
        return False
    return bool(stamp) and known.stamp == stamp


def next_batch(files: Iterator[FoundFile | FileFailure]) -> list[FoundFile | FileFailure]:
    """At most `BATCH_FILES` files and, but for the last of them, `BATCH_BYTES`. Blocking: reads from disk."""
    batch: list[FoundFile | FileFailure] = []
    size = 0
    for found in islice(files, BATCH_FILES):
        batch.append(found)
        size += len(found.content) if isinstance(found, FoundFile) else 0
        if size >= BATCH_BYTES:
            break
    return batch


def sort_in(found: Survey, ground: Ground, path: str, digest: str) -> None:
    known = ground.known.get(path)
    if ground.only is not None and path not in ground.only:
        return
    same = known is not None and known.live and not known.failure and known.content_hash == digest
    held = known if known and known.held_hash == digest else None if same else ground.erased.get(digest)
    if held:
        found.held.append(replace(held, path=path))
    elif known and known.live and known.failure and known.tried == tried(digest, ground.chunker) and not ground.again:
        found.bad.append(known)
    elif same:
        found.unchanged += 1
    else:
        was_read = known is not None and known.live and known.revision_id is not None
        found.fresh[path] = FreshFile(path, FileChange.CHANGED if was_read else FileChange.ADDED, digest, known)


def miss(found: Survey, ground: Ground, seen: set[str]) -> None:
    """What the source no longer holds is gone, unless it lies in a folder that could not be looked into."""
    live = ground.live
    if not ground.place.whole or ground.only is not None:
        found.folder = ground.place.folder if ground.folder is None else ground.folder
        return
    if ground.folder is not None and not mirrors(ground.place, ground.folder, live.keys(), seen):
        found.folder = SEVERAL
        return
    closed = tuple(failure.path for failure in found.refused if failure.path.endswith("/"))
    for path, known in live.items():
        hidden = path.startswith(closed) or "./" in closed
        if path not in seen and not hidden and known.held_hash != HELD_ABSENT:
            found.vanished[path] = known
    pair_by_content(found)


def pair_by_content(found: Survey) -> None:
    """A new path with the content of one that is gone is that article, moved; of several the one that kept its file name."""
    gone: dict[str, list[KnownFile]] = {}
    for known in found.vanished.values():
        if known.revision_id and not known.failure:
            gone.setdefault(known.content_hash, []).append(known)
    added: Sequence[FreshFile] = [file for file in found.fresh.values() if file.change is FileChange.ADDED and not file.known]
    for file in added:
        candidates = gone.get(file.content_hash)
        if candidates:
            name = file.path.rpartition("/")[2]
            was = next((known for known in candidates if known.path.rpartition("/")[2] == name), candidates[0])
            candidates.remove(was)
            found.rename(file.path, was)
