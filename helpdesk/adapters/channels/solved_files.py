"""Files of solved tickets: the same mails and rows as tickets come in by, read with the replies that were sent to them.

A table has a row a ticket with its answer beside the question, or a row a message with the ticket it belongs to.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from helpdesk.adapters.channels.mail_files import believable
from helpdesk.adapters.channels.tables import row_date
from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.domain.article import FileFailure
from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.history import SolvedTicket
from helpdesk.domain.plain_text import one_line, readable
from helpdesk.domain.solved_threads import Letter, external_of
from helpdesk.ports import RawTicket, TicketFileResult
from helpdesk.ports.history import OldMessage

ANSWER = ("answer", "reply", "response", "agent_reply", "agent reply", "public_reply", "public reply", "solution", "resolution")
ANSWERED = ("answered", "answered_at", "replied", "replied_at", "first_reply_at", "solved_at", "resolved_at")
THREAD = ("thread", "thread_id", "conversation", "conversation_id", "ticket_id", "ticket id", "ticket")


class SolvedFiles:
    """Plays SolvedFileReader. `files` takes them apart in its worker; closing it is its owner's."""

    def __init__(self, files: TicketFiles) -> None:
        self._files = files

    def split(self, path: Path) -> Iterator[RawTicket | FileFailure]:
        return self._files.split(path)

    async def parse(self, tickets: Sequence[RawTicket], found_at: datetime) -> list[OldMessage]:
        results = await self._files.parse(tickets, found_at)
        return [_old(ticket, result, found_at) for ticket, result in zip(tickets, results, strict=True)]


def _old(ticket: RawTicket, result: TicketFileResult, found_at: datetime) -> OldMessage:
    message = result.message
    if message is None:
        return result.failure or FileFailure(ticket.name, ticket.line, "it could not be read")
    if ticket.kind == "eml":
        return _letter(ticket, message, "")
    # The worker has parsed these very bytes within its limits before.
    row = {str(name).strip().lower(): value for name, value in json.loads(ticket.raw).items()}
    if answer := readable(_cell(row, ANSWER)):
        return _solved(message, answer, row, found_at)
    if thread := one_line(_cell(row, THREAD), 200):
        letter = _letter(ticket, message, f"{ticket.name}#{thread}")
        return replace(letter, id=external_of(thread, message.email, message.body))
    return FileFailure(
        ticket.name,
        ticket.line,
        f"this row has no answer beside the question and no ticket it belongs to: name a column {ANSWER[0]} or {THREAD[0]}",
    )


def _letter(ticket: RawTicket, message: IncomingMessage, thread: str) -> Letter:
    return Letter(
        name=ticket.name,
        line=ticket.line,
        id=message.message_id or ticket.digest,
        answers=message.named,
        thread=thread,
        sender=message.name,
        email=message.email,
        recipients=message.recipients,
        subject=message.subject,
        body=message.body,
        at=message.at,
        automatic=message.automatic,
    )


def _solved(message: IncomingMessage, answer: str, row: Mapping[str, Any], found_at: datetime) -> SolvedTicket:
    answered = row_date(_cell(row, ANSWERED))
    return SolvedTicket(
        external=external_of(message.subject, message.body, answer),
        subject=message.subject,
        question=message.body,
        requester=message.name,
        email=message.email,
        human=answer,
        asked_at=message.at if message.at != found_at else None,
        answered_at=believable(answered.astimezone(UTC), found_at) if answered else None,
    )


def _cell(row: Mapping[str, Any], names: Sequence[str]) -> str:
    """The first of these columns with text or a number in it."""
    found = (row[name] for name in names if isinstance(row.get(name), str | int) and not isinstance(row[name], bool))
    return next((str(value) for value in found if str(value).strip()), "")
