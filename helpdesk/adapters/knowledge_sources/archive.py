"""A zip archive, read in place: nothing is ever unpacked to disk."""

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from helpdesk.adapters.knowledge_sources.limits import (
    LIMITS,
    Allowance,
    Limits,
    is_markdown,
    megabytes,
    named,
    refused_when_empty,
    shown,
)
from helpdesk.domain.article import FileFailure
from helpdesk.domain.errors import BadInput
from helpdesk.ports.knowledge import FoundFile

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Others let an archive ask for gigabytes of memory before the first byte comes out."""

UNPACKING_FAULTS = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    MemoryError,
)

_END, _END_LENGTH = b"PK\x05\x06", 22
_LOCATOR, _LOCATOR_LENGTH = b"PK\x06\x07", 20
_LONG_END_LENGTH = 56
LONGEST_COMMENT = 65_535


class ZipSource:
    """Every markdown file of an archive, in path order. When all of it lies in one folder, paths begin below that folder."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        self._path = path
        self._limits = limits

    def count(self) -> int:
        with self._opened() as archive:
            return len(self._listed(archive))

    def stamps(self) -> Mapping[str, str]:
        return {}

    def files(self, wanted: Container[str] | None = None) -> Iterator[FoundFile | FileFailure]:
        allowance = Allowance(self._limits)
        with self._opened() as archive:
            listed = self._listed(archive)
            common = common_folder([entry.filename for entry in listed])
            seen: set[str] = set()
            for entry in sorted(listed, key=lambda found: found.filename):
                found = self._read(archive, entry, common, seen, allowance)
                if wanted is None or found.path in wanted or isinstance(found, FileFailure):
                    yield found

    def _opened(self) -> zipfile.ZipFile:
        """Raises BadInput, for an endless list of names before that list is read."""
        try:
            size = directory_size(self._path)
            if size > self._limits.directory_bytes:
                raise BadInput(str(self._path), 0, f"has a list of names of {megabytes(size)}: split it")
            return zipfile.ZipFile(self._path)
        except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise BadInput(str(self._path), 0, f"cannot be opened as a zip archive ({error}): pack it again") from error

    def _listed(self, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
        """Raises BadInput for an archive that is built to harm, or holds no markdown."""
        every = archive.infolist()
        unpacked = sum(entry.file_size for entry in every)
        if len(every) > self._limits.archive_names:
            raise BadInput(
                str(self._path), 0, f"holds {len(every):,} names, more than {self._limits.archive_names:,}: split it"
            )
        if unpacked > self._limits.archive_bytes:
            size, most = megabytes(unpacked), megabytes(self._limits.archive_bytes)
            raise BadInput(str(self._path), 0, f"would unpack to {size}, more than {most}: split it")
        listed = [
            entry for entry in every if not entry.is_dir() and is_markdown(entry.filename) and not is_hidden(entry.filename)
        ]
        if not listed:
            raise BadInput(str(self._path), 0, "holds no markdown: pack files ending in .md, .mdx or .markdown")
        return listed

    def _read(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, common: str, seen: set[str], allowance: Allowance
    ) -> FoundFile | FileFailure:
        path = shown(
            "/".join(part for part in re.split(r"[/\\]", entry.filename.removeprefix(common)) if part not in ("", "."))
        )
        refusal = refused_entry(entry, self._limits) or ("is in the archive twice: pack it again" if path in seen else "")
        seen.add(path)
        refusal = refusal or allowance.refusal(entry.file_size)
        if refusal:
            return FileFailure(path, 0, refusal)
        try:
            with archive.open(entry) as packed:
                content = packed.read(self._limits.file_bytes + 1)
        except UNPACKING_FAULTS as error:
            return FileFailure(path, 0, f"cannot be unpacked ({error}): pack it again")
        if len(content) > self._limits.file_bytes:
            return FileFailure(
                path, 0, f"is larger than the archive says and than {megabytes(self._limits.file_bytes)}: split it"
            )
        return refused_when_empty(path, content)


def refused_entry(entry: zipfile.ZipInfo, limits: Limits) -> str:
    """Why a file of an archive may not be read; empty when it may."""
    name = entry.filename
    hidden = named(name)
    leads_out = name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name)
    method, bomb = entry.compress_type, f"unpacks to more than {limits.ratio} times its packed size"
    reasons = (
        (leads_out, "has a name that leads out of the archive: pack it with plain names"),
        (hidden, hidden.reason if hidden else ""),
        (
            stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG),
            "is a link or a device, not a file: pack the file itself",
        ),
        (entry.flag_bits & 0x1, "is locked by a password: pack it without one"),
        (method not in METHODS, f"is packed by an unusual method ({method}): pack it as an ordinary zip"),
        (entry.file_size > limits.ratio * max(entry.compress_size, 1), f"{bomb}: pack it again without compression"),
    )
    return next((reason for applies, reason in reasons if applies), "")


def directory_size(path: Path) -> int:
    """Bytes of the archive's own list of names, as its end says; 0 when no end is found. Raises OSError."""
    with path.open("rb") as file:
        length = file.seek(0, os.SEEK_END)
        file.seek(max(0, length - LONGEST_COMMENT - _END_LENGTH - _LOCATOR_LENGTH))
        tail = file.read()
        at = tail.rfind(_END)
        if at < 0 or at + _END_LENGTH > len(tail):
            return 0
        size = int(struct.unpack_from("<L", tail, at + 12)[0])
        locator = at - _LOCATOR_LENGTH
        if locator < 0 or tail[locator : locator + 4] != _LOCATOR:
            return size
        file.seek(min(length, struct.unpack_from("<Q", tail, locator + 8)[0]))
        long_end = file.read(_LONG_END_LENGTH)
        return int(struct.unpack_from("<Q", long_end, 40)[0]) if len(long_end) == _LONG_END_LENGTH else size


def is_hidden(name: str) -> bool:
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in name.split("/"))


def common_folder(names: list[str]) -> str:
    """'docs/' when every name begins with it, else nothing: an archive of a folder reads like the folder."""
    tops = {name.split("/", 1)[0] for name in names if "/" in name}
    if len(tops) != 1 or any("/" not in name for name in names):
        return ""
    top = tops.pop()
    return "" if top in ("", ".", "..") else top + "/"
