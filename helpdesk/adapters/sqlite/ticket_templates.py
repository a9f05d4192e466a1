"""Templates of new tickets."""

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite.composing_tables import ticket_templates
from helpdesk.domain.ticket import Priority
from helpdesk.domain.ticket_template import TicketTemplate
from helpdesk.ports import Clock


class SqliteTemplates:
    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._db = connection
        self._clock = clock

    async def all(self) -> list[TicketTemplate]:
        c = ticket_templates.c
        found = await self._db.execute(sa.select(c.name, c.subject, c.body, c.priority, c.tags).order_by(c.name))
        return [TicketTemplate(r.name, r.subject, r.body, Priority(r.priority), tuple(r.tags)) for r in found]

    async def save(self, template: TicketTemplate) -> bool:
        c = ticket_templates.c
        is_new = await self._db.scalar(sa.select(c.id).where(c.name == template.name)) is None
        values = {
            "subject": template.subject,
            "body": template.body,
            "priority": template.priority,
            "tags": list(template.tags),
        }
        added = insert(ticket_templates).values(name=template.name, created_at=self._clock.now(), **values)
        await self._db.execute(added.on_conflict_do_update(index_elements=["name"], set_=values))
        return is_new

    async def remove(self, name: str) -> bool:
        return (await self._db.execute(ticket_templates.delete().where(ticket_templates.c.name == name))).rowcount > 0
