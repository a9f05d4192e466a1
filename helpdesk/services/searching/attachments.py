"""Reads what customers attach, so that search finds it. The files wait in the store; a crash leaves them waiting."""

from dataclasses import dataclass

from helpdesk.domain.markup import clean
from helpdesk.ports.attachment_reader import AttachmentReader
from helpdesk.ports.store import Store

AT_ONCE = 4
LONGEST_WORDS = 200_000
"""Characters of one file that are found again."""


@dataclass(frozen=True)
class AttachmentWords:
    store: Store
    reader: AttachmentReader

    async def next(self) -> bool:
        """Reads a few files; False when none waits."""
        waiting = await self.store.read(lambda records: records.attachment_words.unread(AT_ONCE))
        for one in waiting:
            read = await self.reader.words(one.name, one.media_type, one.content)
            words, reason = clean(read.words)[:LONGEST_WORDS], "" if read.words else read.reason
            await self.store.write(lambda records, o=one, w=words, r=reason: records.attachment_words.keep(o, w, r))  # type: ignore[misc]
        return bool(waiting)
