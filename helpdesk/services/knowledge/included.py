"""The words that articles take in from other files of their base: from the source they are read from, else from the store."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from helpdesk.domain.ids import KnowledgeBaseId
from helpdesk.domain.includes import all_places, places, targets
from helpdesk.ports import FoundFile, KnowledgeSource, Store
from helpdesk.ports.knowledge import Included
from helpdesk.services.knowledge.survey import Ground, Survey

MOST_BYTES = 64 << 10
"""Of one file that others take in: what is larger is an article of its own."""

DEEPEST = 3
"""Files in files in files."""

Fetch = Callable[[set[str]], Awaitable[dict[str, bytes]]]


@dataclass(frozen=True)
class Includes:
    store: Store

    async def of_run(self, source: KnowledgeSource, ground: Ground, found: Survey) -> dict[str, bytes]:
        """place → content of whatever the fresh files of a survey take in. An import of a few files of a base finds in the
        store what lies beside them."""
        if not found.taken_in:
            return {}
        kb_id, prefix = ground.kb_id, ground.place.prefix
        withheld = set() if kb_id is None else await self.store.read(lambda records: records.knowledge.withheld(kb_id))

        async def fetch(wanted: set[str]) -> dict[str, bytes]:
            here = await asyncio.to_thread(_contents, source, {place.removeprefix(prefix) for place in wanted})
            contents = {prefix + path: content for path, content in here.items()}
            if kb_id is not None and not ground.place.whole:
                contents = await self._stored(kb_id, wanted) | contents
            return {place: content for place, content in contents.items() if place not in withheld}

        return await _deep(fetch, set(found.taken_in))

    async def of_store(
        self, kb_id: KnowledgeBaseId, files: Sequence[FoundFile], instead: Mapping[str, bytes] = MappingProxyType({})
    ) -> list[FoundFile]:
        """The files with what they take in, as it stands in the base, or as `instead` has it by path."""

        async def fetch(wanted: set[str]) -> dict[str, bytes]:
            stored = await self._stored(kb_id, wanted)
            return stored | {place: instead[place] for place in wanted & instead.keys() & stored.keys()}

        wanted = {place for file in files for place in _taken_in(file.path, file.content)}
        contents = await _deep(fetch, wanted)
        return [with_included(file, contents) for file in files]

    async def _stored(self, kb_id: KnowledgeBaseId, wanted: Iterable[str]) -> dict[str, bytes]:
        named = sorted(wanted)
        found = await self.store.read(lambda records: records.knowledge.included(kb_id, named))
        return {path: text.encode("utf-8", "replace") for path, text in found.items()}


def with_included(file: FoundFile, contents: Mapping[str, bytes], named: Sequence[str] | None = None) -> FoundFile:
    """`named` is what it takes in, where that is known."""
    if named is None:
        named = targets(_text(file.content))
    return replace(file, included=_included(file.path, named, contents, DEEPEST)) if named else file


def _included(path: str, named: Sequence[str], contents: Mapping[str, bytes], depth: int) -> tuple[Included, ...]:
    found = []
    for target in named if depth else ():
        at = places(path, target)
        there = next((place for place in at if place in contents), None)
        if there is None:
            found.append(Included(target, at, None))
        else:
            inner = _included(there, _named_often(contents[there]), contents, depth - 1)
            found.append(Included(target, at, contents[there], inner))
    return tuple(found)


@lru_cache(maxsize=256)
def _named_often(content: bytes) -> tuple[str, ...]:
    """What is taken in is often taken in by every file of a base."""
    return targets(_text(content))


async def _deep(fetch: Fetch, wanted: set[str]) -> dict[str, bytes]:
    """place → content of these files and of what they take in themselves."""
    found: dict[str, bytes] = {}
    asked: set[str] = set()
    for _ in range(DEEPEST):
        wanted -= asked
        if not wanted:
            break
        fresh = await fetch(set(wanted))
        found |= fresh
        asked |= wanted
        wanted = {place for path, content in fresh.items() for place in _taken_in(path, content)}
    return found


def _taken_in(path: str, content: bytes) -> tuple[str, ...]:
    """Where the files may lie that this one takes in."""
    return all_places(path, targets(_text(content)))


def _text(content: bytes) -> str:
    """The marks are ASCII: what is no UTF-8 loses nothing that matters here."""
    return content.decode("utf-8", "replace")


def _contents(source: KnowledgeSource, wanted: set[str]) -> dict[str, bytes]:
    """Blocking: reads from disk."""
    found = (file for file in source.files(wanted) if isinstance(file, FoundFile))
    return {file.path: file.content for file in found if len(file.content) <= MOST_BYTES}
