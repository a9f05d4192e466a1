"""One model's files over HTTP into a new folder: resumed where they were cut, verified, and there only when whole.

Nothing here runs but on a person's explicit wish.
"""

import asyncio
import errno
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from helpdesk.adapters.onnx_models.catalogue import Source
from helpdesk.adapters.onnx_models.folder import CARD, LARGEST_MODEL
from helpdesk.adapters.onnx_models.wire import Part, Wire
from helpdesk.domain.embedding_model import ModelFile
from helpdesk.domain.errors import BadInput, DiskFull, FetchFailed, ReadOnly
from helpdesk.domain.progress import Progress, Report
from helpdesk.ports import Clock

SOONEST = 1.0
"""Seconds before a speed is worth telling."""

FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class RemoteFile:
    """`digest` is (kind, hex): sha256 of the content, or git's own name of it."""

    name: str
    size: int
    digest: tuple[str, str]


@dataclass
class Tally:
    """What has come so far of all files, told as it grows."""

    total: int
    label: str
    clock: Clock
    report: Report
    done: int = 0
    here: int = 0
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.clock.seconds()

    def came(self, octets: int) -> None:
        self.done += octets
        self.here += octets
        self.tell()

    def had(self, octets: int) -> None:
        """Bytes an earlier attempt left, or (negative) bytes that are thrown away."""
        self.done += octets
        self.tell()

    def tell(self) -> None:
        spent = self.clock.seconds() - self.began
        speed = self.here / spent if spent >= SOONEST and self.here > 0 else 0.0
        left = (self.total - self.done) / speed if speed else None
        rate = f", {speed / 1e6:.1f} MB/s" if speed else ""
        self.report(Progress(self.done, self.total, f"{self.label}{rate}", left))


@dataclass(frozen=True)
class Fetching:
    """`wire` asks the hosts a person allowed and no other."""

    source: Source
    wire: Wire
    clock: Clock

    async def into(self, target: Path, report: Report) -> Path:
        """Raises BadInput, FetchFailed, HostNotAllowed, DiskFull, ReadOnly."""
        report(Progress(0, None, f"Asking {self.source.model.host}"))
        revision = await self._revision()
        files = await self._files(revision)
        try:
            staging = await asyncio.to_thread(prepared, target, revision, sum(file.size for file in files))
            tally = Tally(sum(file.size for file in files), self.source.model.name, self.clock, report)
            for file in files:
                await self._fetch(file, revision, staging, tally)
            await asyncio.to_thread(self._settle, staging, target, revision, files)
        except OSError as error:
            raise (DiskFull(target) if error.errno in FULL else ReadOnly(target)) from error
        return target

    async def _revision(self) -> str:
        told = await self.wire.asked(f"api/models/{self.source.repository}")
        revision = told.get("sha") if isinstance(told, dict) else None
        if not isinstance(revision, str) or not revision.isalnum():
            raise self.wire.failed("it does not say which version of the model is the newest")
        return revision

    async def _files(self, revision: str) -> list[RemoteFile]:
        told = await self.wire.asked(f"api/models/{self.source.repository}/tree/{revision}?recursive=true")
        listed = {one.get("path"): one for one in told if isinstance(one, dict)} if isinstance(told, list) else {}
        lacking = [name for name in self.source.needed if name not in listed]
        if lacking:
            raise self.wire.failed(f"{lacking[0]} is not there any more")
        files = [remote(name, listed[name], self.wire.failed) for name in self.source.files if name in listed]
        if sum(file.size for file in files) > LARGEST_MODEL:
            raise self.wire.failed(f"it is larger than {LARGEST_MODEL >> 30} GB")
        return files

    async def _fetch(self, file: RemoteFile, revision: str, staging: Path, tally: Tally) -> None:
        whole = staging / file.name
        part = Part(staging / f"{file.name}.part", file.name, file.size, tally)
        if await asyncio.to_thread(whole.exists):
            tally.had(file.size)
            return
        await asyncio.to_thread(whole.parent.mkdir, parents=True, exist_ok=True)
        tally.had(part.had())
        await self.wire.download(f"{self.source.repository}/resolve/{revision}/{quote(file.name)}", part)
        if not await asyncio.to_thread(part.is_intact, file.digest):
            part.start_over()
            raise self.wire.failed(f"{file.name} arrived damaged and was thrown away; try again")
        await asyncio.to_thread(part.path.replace, whole)

    def _settle(self, staging: Path, target: Path, revision: str, files: list[RemoteFile]) -> None:
        """All is there: the card is written and the folder gets its name by one rename."""
        told: dict[str, Any] = {
            "name": self.source.model.name,
            "licence": self.source.model.licence,
            "repository": self.source.repository,
            "revision": revision,
            "files": [asdict(ModelFile(f.name, f.size, f.digest[1] if f.digest[0] == "sha256" else "")) for f in files],
        }
        (staging / CARD).write_text(json.dumps(told, indent=1), "utf-8")
        if target.exists():
            target.rmdir()
        staging.rename(target)


def prepared(target: Path, revision: str, octets: int) -> Path:
    """The folder beside the target where files come in; one of an earlier attempt goes on. Raises BadInput, OSError."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BadInput(str(target), 0, "there is something in that place already; name a new folder")
    staging = target.with_name(f".{target.name}.{revision[:12]}.fetching")
    staging.mkdir(mode=0o700, parents=True, exist_ok=True)
    there = sum(file.stat().st_size for file in staging.rglob("*") if file.is_file())
    if shutil.disk_usage(staging).free < octets - there:
        raise DiskFull(target)
    return staging


def remote(name: str, told: Mapping[str, Any], failed: Callable[[str], FetchFailed]) -> RemoteFile:
    large = told.get("lfs")
    found = large if isinstance(large, dict) else told
    size, oid = found.get("size"), found.get("oid")
    if not isinstance(size, int) or size < 0 or not isinstance(oid, str) or ".." in PurePosixPath(name).parts:
        raise failed(f"what it says of {name} makes no sense")
    return RemoteFile(name, size, ("sha256" if isinstance(large, dict) else "git", oid.lower()))
