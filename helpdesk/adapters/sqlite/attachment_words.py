"""Words of attachments: a trigger of migration 0006 notes every new file as waiting to be read."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.lists_tables import attachment_words as w
from helpdesk.domain.ids import TicketId
from helpdesk.ports.search_records import UnreadAttachment


class SqliteAttachmentWords:
    def __init__(self, connection: AsyncConnection) -> None:
        self._db = connection

    async def unread(self, limit: int) -> list[UnreadAttachment]:
        a = t.attachments.c
        found = (
            sa.select(a.id, w.c.ticket_id, a.name, a.media_type, a.content)
            .select_from(w.join(t.attachments, a.id == w.c.attachment_id))
            .where(w.c.state == sa.literal_column("'waiting'"))
            .order_by(w.c.attachment_id.desc())
            .limit(limit)
        )
        rows = await self._db.execute(found)
        return [UnreadAttachment(row.id, TicketId(row.ticket_id), row.name, row.media_type, row.content) for row in rows]

    async def keep(self, attachment: UnreadAttachment, words: str, reason: str) -> None:
        read = {"state": "unreadable" if reason else "read", "words": words, "reason": reason}
        await self._db.execute(w.update().where(w.c.attachment_id == attachment.attachment_id).values(**read))
