"""Files that go with a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from helpdesk.domain.article import FileFailure
from helpdesk.domain.composing import LARGEST_FILE, OutgoingFile, WritingKind, fault_in, shown_name
from helpdesk.domain.conversation import Attachment
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.ids import TicketId
from helpdesk.ports import Records, Store
from helpdesk.ports.attached_files import AttachedFiles


@dataclass(frozen=True)
class Attached:
    """What became of files that were to be attached."""

    files: tuple[OutgoingFile, ...] = ()
    refused: tuple[FileFailure, ...] = ()


@dataclass(frozen=True)
class Attaching:
    store: Store
    disk: AttachedFiles

    async def files(self, ticket_id: TicketId, kind: WritingKind, paths: Sequence[Path]) -> Attached:
        """Each is read now and kept in the store: what becomes of the file on the disk does not matter any more."""
        done: list[OutgoingFile] = []
        refused: list[FileFailure] = []
        for path in paths:
            try:
                done.append(await self.content(ticket_id, kind, await self.disk.read(path, LARGEST_FILE)))
            except BadInput as bad:
                refused.append(FileFailure(path.name, 0, bad.reason))
        return Attached(tuple(done), tuple(refused))

    async def content(self, ticket_id: TicketId, kind: WritingKind, file: Attachment) -> OutgoingFile:
        """Bytes that are no file yet, a picture from the clipboard. Raises BadInput, NotFound."""
        named = Attachment(shown_name(file.name), file.media_type, file.content)

        async def work(records: Records) -> OutgoingFile:
            there = (await records.composing.of(ticket_id)).files_of(kind)
            if fault := fault_in(len(named.content), there):
                raise BadInput(named.name, 0, fault)
            return await records.composing.attach(ticket_id, kind, named)

        return await self.store.write(work)

    async def remove(self, file_id: int) -> None:
        """Raises NotFound, also for a file whose text has been sent."""
        if await self.store.write(lambda records: records.composing.detach(file_id)) is None:
            raise NotFound("file", str(file_id))
