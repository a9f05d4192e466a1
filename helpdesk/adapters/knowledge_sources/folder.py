"""A folder tree. Paths stay strings while it is walked: a name on disk need not be valid text."""

import os
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from helpdesk.adapters.knowledge_sources.files import Entry, read_file, stamp_of
from helpdesk.adapters.knowledge_sources.limits import LIMITS, Allowance, Limits, is_markdown, named, shown
from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import BadInput
from helpdesk.ports.knowledge import FoundFile


class FolderSource:
    """Every .md, .mdx and .markdown file below a folder, in path order. Hidden files and folders are left alone; links are
    followed to files inside the folder only."""

    def __init__(self, folder: Path, limits: Limits = LIMITS) -> None:
        self._folder = folder
        self._limits = limits
        self._found: list[Entry | FileFailure] | None = None

    def count(self) -> int:
        return len(self._listed())

    def stamps(self) -> Mapping[str, str]:
        return {entry.path: entry.stamp for entry in self._listed() if isinstance(entry, Entry) and entry.stamp}

    def files(self, wanted: Container[str] | None = None) -> Iterator[FoundFile | FileFailure]:
        allowance = Allowance(self._limits)
        for entry in self._listed():
            if isinstance(entry, FileFailure):
                yield entry
            elif wanted is None or entry.path in wanted:
                yield read_file(entry, allowance)
            else:
                allowance.refusal(entry.size)

    def _listed(self) -> list[Entry | FileFailure]:
        if self._found is None:
            self._found = list(Walk(self._folder).entries())
        if not self._found:
            raise BadInput(str(self._folder), 0, "holds no markdown: name a folder with files ending in .md, .mdx or .markdown")
        return self._found


class Walk:
    """One pass over a folder tree, without opening a file."""

    def __init__(self, folder: Path) -> None:
        self._root = os.path.realpath(folder)
        self._seen: set[str] = set()
        self._folder = folder

    def entries(self) -> Iterator[Entry | FileFailure]:
        """Raises BadInput when the folder itself cannot be listed."""
        try:
            os.scandir(self._root).close()
        except OSError as error:
            raise BadInput(str(self._folder), 0, f"cannot be listed ({error.strerror}): check its permissions") from error
        waiting: list[Iterator[Entry | FileFailure | str]] = [self._in(self._root)]
        while waiting:
            found = next(waiting[-1], None)
            if found is None:
                waiting.pop()
            elif isinstance(found, str):
                waiting.append(self._in(found))
            else:
                yield found

    def _in(self, folder: str) -> Iterator[Entry | FileFailure | str]:
        """The entries of one folder by name; a folder below as its path."""
        real = os.path.realpath(folder)
        if real in self._seen or not self._holds(real):
            yield FileFailure(
                shown(self._name(folder)) + "/", 0, "leads out of the imported folder or in a circle: move the files in"
            )
            return
        self._seen.add(real)
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield FileFailure(shown(self._name(folder)) + "/", 0, f"cannot be listed ({error.strerror}): check its permissions")
            return
        for entry in entries:
            if not entry.name.startswith("."):
                yield from self._entry(entry)

    def _entry(self, entry: os.DirEntry[str]) -> Iterator[Entry | FileFailure | str]:
        name = self._name(entry.path)
        try:
            if entry.is_symlink():
                yield from self._link(entry, name)
            elif entry.is_dir(follow_symlinks=False):
                yield entry.path
            elif is_markdown(entry.name) and not entry.is_file(follow_symlinks=False):
                yield FileFailure(shown(name), 0, "is a pipe or a device, not a file: put a real file here")
            elif is_markdown(entry.name):
                found = entry.stat(follow_symlinks=False)
                yield named(name) or Entry(name, entry.path, found.st_size, stamp_of(found))
        except OSError as error:
            yield FileFailure(shown(name), 0, f"cannot be opened ({error.strerror}): check its permissions")

    def _link(self, entry: os.DirEntry[str], name: str) -> Iterator[Entry | FileFailure]:
        try:
            real = os.path.realpath(entry.path, strict=True)
        except OSError:
            yield FileFailure(shown(name), 0, "is a link in a circle or to nothing: put the file itself here")
            return
        if os.path.isdir(real):  # noqa: PTH112 - paths stay strings here, they may not be valid text
            yield FileFailure(
                shown(name) + "/", 0, "is a link to a folder, which is not followed: put the files themselves here"
            )
        elif not is_markdown(entry.name):
            return
        elif not self._holds(real):
            yield FileFailure(shown(name), 0, "is a link out of the imported folder: put the file itself here")
        else:
            yield named(name) or Entry(name, real, os.stat(real).st_size)  # noqa: PTH116 - see above

    def _holds(self, real: str) -> bool:
        return real == self._root or real.startswith(self._root.rstrip(os.sep) + os.sep)

    def _name(self, place: str) -> str:
        return place.removeprefix(self._root).lstrip(os.sep).replace(os.sep, "/") or "."
