"""A few dozen tickets of every kind, in a real store, as lists and rules meet them."""

import random
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from helpdesk.adapters.sqlite import tables as t
from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.domain.composing import WritingKind
from helpdesk.domain.condition import CUSTOM, ME, NOBODY, OPERATORS, Condition, Conditions, Field, Operator
from helpdesk.domain.conversation import Attachment, IncomingMessage, MessageKind
from helpdesk.domain.draft import DraftState
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.ports import Records
from tests.fakes.clock import FixedClock

NOUNS = ("refund", "printer", "invoice", "order", "hub", "password", "companies", "Grüße")
VERBS = ("hums", "failed", "prints", "lost", "running", "late")
TAGS = ("billing", "vip", "bug")
TOPICS = ("", "returns", "Billing")
LANGUAGES = ("", "en", "de")
DUE = ("", "running", "soon", "missed")
PEOPLE = (("Ada Lovelace", "ada@example.org"), ("Bo", "bo@mail.example"), ("", "carl.ada@mail.example"))
AGENTS = ("Ada", "Bo Larsen", "Chidi")
FIELDS = ("order-no", "size")
FILES = (Attachment("bill.txt", "text/plain", b"paid"), Attachment("box.png", "image/png", b"-"))
DAYS = ("1d", "3d", "12h", "2026-01-01", "+1d")


@dataclass
class AssortedTickets:
    store: SqliteStore
    clock: FixedClock
    chance: random.Random

    async def make(self, count: int) -> None:
        """All in one transaction."""

        async def work(connection: AsyncConnection) -> None:
            records = self.store._records(connection)
            for name in AGENTS:
                await connection.execute(t.agents.insert().values(name=name, created_at=self.clock.now()))
            for number in range(count):
                await self._worked_on(records, connection, await self._received(records, number))

        await self.store._engine.write(work)

    async def _received(self, records: Records, number: int) -> TicketId:
        chance = self.chance
        name, email = chance.choice(PEOPLE)
        at = self.clock.now() - timedelta(hours=chance.randrange(120))
        channel, files = chance.choice(list(ChannelName)), FILES if chance.random() < 0.2 else ()
        message = IncomingMessage(channel, f"s{number}", name, email, self.said(2), self.said(4), at, files)
        ticket_id, _ = await records.tickets.receive(message)
        if chance.random() < 0.5:
            await records.tickets.add_message(ticket_id, chance.choice(list(MessageKind)), "Ada", self.said(3))
        if chance.random() < 0.5:
            await records.drafts.request(ticket_id)
        return ticket_id

    async def _worked_on(self, records: Records, connection: AsyncConnection, ticket_id: TicketId) -> None:
        chance, now = self.chance, self.clock.now()
        values = {
            "status": chance.choice(list(TicketStatus)),
            "priority": chance.choice(list(Priority)),
            "assignee_id": chance.choice((None, 1, 2, 3)),
            "topic": chance.choice(TOPICS),
            "language": chance.choice(LANGUAGES),
            "tags": chance.sample(TAGS, chance.randrange(3)),
            "due_state": chance.choice(DUE),
            "due_at": chance.choice((None, now + timedelta(hours=chance.randrange(-48, 48)))),
            "snoozed_until": chance.choice((None, None, now + timedelta(days=1))),
            "updated_at": now - timedelta(hours=chance.randrange(72), minutes=chance.randrange(3)),
        }
        await connection.execute(t.tickets.update().where(t.tickets.c.id == ticket_id).values(**values))
        draft = {"state": chance.choice(list(DraftState)), "confidence": chance.choice((None, 0.2, 0.6, 0.9))}
        await connection.execute(t.drafts.update().where(t.drafts.c.ticket_id == ticket_id).values(**draft))
        if chance.random() < 0.2:
            kind = chance.choice(list(WritingKind))
            await records.composing.keep(ticket_id, kind, self.said(3), "Ada")
        if chance.random() < 0.5:
            added = "INSERT INTO ticket_fields (ticket_id, key, value) VALUES (:ticket, :key, :value)"
            value = chance.choice(("12", "7.5", "XL", "2026-11-01"))
            await connection.execute(sa.text(added), {"ticket": ticket_id, "key": chance.choice(FIELDS), "value": value})

    def said(self, length: int) -> str:
        return " ".join(self.chance.choice(NOUNS + VERBS) for _ in range(length))

    def conditions(self) -> Conditions:
        some = [self.condition() for _ in range(self.chance.randrange(3))]
        return Conditions(tuple(some), tuple(self.condition() for _ in range(self.chance.choice((0, 0, 2)))))

    def condition(self) -> Condition:
        chance = self.chance
        if chance.random() < 0.12:
            operator = chance.choice((Operator.IS, Operator.IS_NOT, Operator.CONTAINS, Operator.LACKS, Operator.SET))
            return Condition(CUSTOM + chance.choice(FIELDS), operator, () if operator is Operator.SET else ("12", "xl"))
        field = chance.choice(list(Field))
        operator = chance.choice(OPERATORS[field])
        return Condition(field, operator, self._values(field, operator))

    def _values(self, field: Field, operator: Operator) -> tuple[str, ...]:
        if operator in (Operator.SET, Operator.UNSET):
            return ()
        if operator in (Operator.BEFORE, Operator.AFTER):
            return (self.chance.choice(DAYS),)
        if operator in (Operator.BELOW, Operator.ABOVE):
            return (self.chance.choice(("0.2", "0.5", "0.9")),)
        return tuple(self.chance.sample(VALUES[field], min(len(VALUES[field]), self.chance.choice((1, 1, 2)))))


SPOKEN = ("refund", "print", "company", "comp", '"hub prints"', "invoice late", "grusse", "or", "runs")
VALUES: dict[Field, tuple[str, ...]] = {
    Field.STATUS: tuple(TicketStatus),
    Field.PRIORITY: tuple(Priority),
    Field.ASSIGNEE: (ME, NOBODY, "2", "99"),
    Field.TAG: (*TAGS, "VIP", "none of them"),
    Field.TOPIC: ("returns", "billing"),
    Field.LANGUAGE: ("en", "de"),
    Field.CHANNEL: tuple(ChannelName),
    Field.REQUESTER: ("ada", "lovelace", "mail.example", "ad", "1", "2"),
    Field.SUBJECT: SPOKEN,
    Field.DUE_STATE: ("soon", "missed"),
    Field.DRAFT: tuple(DraftState),
    Field.MENTIONED: (ME, "2"),
    Field.WAITING: ("customer", "agent"),
    Field.TEXT: SPOKEN,
}
