"""The report card of a trial: one file that needs nothing but itself, and the same numbers worked out again to check it."""

import asyncio
import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from helpdesk.domain.errors import BadInput
from helpdesk.domain.history import Difference, OldTicket, Trial
from helpdesk.domain.ids import HistoryId
from helpdesk.domain.plain_text import one_line
from helpdesk.domain.report_card import Framing, examples, numbers
from helpdesk.ports import Clock, Records, Store
from helpdesk.ports.history import ReportPage
from helpdesk.services.history.rehearsing import conversation_of
from helpdesk.services.redacting import Redacting

QUOTED, LEAD = 160, 40
"""Characters of a ticket that stand in a report."""
LARGEST = 20_000_000
GONE = "nothing"


@dataclass(frozen=True)
class Reporting:
    store: Store
    clock: Clock
    redacting: Redacting
    pages: ReportPage

    async def numbers(self, history_id: HistoryId, *, masked: bool = True) -> dict[str, Any]:
        """What the report would say now. Raises NotFound."""
        return await self._numbers(history_id, Framing(self.clock.now(), masked))

    async def save(self, history_id: HistoryId, file: Path, *, masked: bool = True) -> dict[str, Any]:
        """Its numbers. A file that is there is replaced, as a whole or not at all. Raises NotFound, BadInput."""
        told = await self.numbers(history_id, masked=masked)
        page = self.pages.page(told)
        try:
            await asyncio.to_thread(_write, file, page)
        except OSError as error:
            raise BadInput(str(file), 0, f"it cannot be written ({error.strerror or error})") from error
        return told

    async def check(self, file: Path) -> tuple[Difference, ...]:
        """Every number of the report that the store does not bear out, and every line of the page that its own numbers do not
        make. Raises BadInput for what is no report, NotFound when its trial is gone."""
        try:
            page = await asyncio.to_thread(_read, file)
            said = self.pages.numbers(page)
            made = self.pages.page(said)
            framing = Framing(datetime.fromisoformat(said["made_at"]), bool(said["masked"]))
            history_id = HistoryId(int(said["trial"]["number"]))
        except OSError as error:
            raise BadInput(str(file), 0, f"it cannot be read ({error.strerror or error})") from error
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            raise BadInput(str(file), 0, f"it is no whole report of this program ({one_line(str(error), 120)})") from error
        found = await self._numbers(history_id, framing)
        return (*_differences("", said, found), *_lines(page, made))

    async def _numbers(self, history_id: HistoryId, framing: Framing) -> dict[str, Any]:
        async def look(records: Records) -> tuple[Trial, list[OldTicket]]:
            return await records.history.get(history_id), [old async for old in records.history.tickets(history_id)]

        trial, tickets = await self.store.read(look)
        return await asyncio.to_thread(self._worked_out, trial, tickets, framing)

    def _worked_out(self, trial: Trial, tickets: list[OldTicket], framing: Framing) -> dict[str, Any]:
        quoted = {old.id: self._quoted(old, framing) for old in examples(tickets)}
        return numbers(trial, tickets, framing, quoted)

    def _quoted(self, old: OldTicket, framing: Framing) -> str:
        said = f"{old.ticket.subject}: {old.ticket.question}"
        if framing.masked:
            said = self.redacting.masked(conversation_of(old.ticket, framing.made_at), said)
        return one_line(said, QUOTED)


def _read(file: Path) -> str:
    """Raises OSError, and ValueError for what is no text or far too long for a report."""
    if file.stat().st_size > LARGEST:
        raise ValueError(f"larger than {LARGEST // 1_000_000} MB")
    return file.read_text("utf-8")


def _write(file: Path, page: str) -> None:
    fresh = file.with_name(f".{file.name}.part")
    try:
        with fresh.open("w", encoding="utf-8", newline="\n") as out:
            out.write(page)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


def _differences(where: str, said: Any, found: Any) -> list[Difference]:
    """Leaf by leaf: 'errors.all.wrong', 'coverage.3.tickets'."""
    if isinstance(said, Mapping) and isinstance(found, Mapping):
        names = dict.fromkeys((*said, *found))
        return [d for name in names for d in _differences(_below(where, name), said.get(name, GONE), found.get(name, GONE))]
    if isinstance(said, list) and isinstance(found, list):
        pairs = enumerate(zip_longest(said, found, fillvalue=GONE), 1)
        return [d for number, (one, other) in pairs for d in _differences(_below(where, number), one, other)]
    return [] if said == found and type(said) is type(found) else [Difference(where, said, found)]


def _below(where: str, name: object) -> str:
    return f"{where}.{name}" if where else str(name)


def _lines(page: str, made: str) -> list[Difference]:
    """Where the page is not what its numbers make: somebody changed what it shows."""
    pairs = enumerate(zip_longest(page.split("\n"), made.split("\n"), fillvalue=GONE), 1)
    return [Difference(f"page, line {n}", *_parting(a, b)) for n, (a, b) in pairs if a != b]


def _parting(one: str, other: str) -> tuple[str, str]:
    """Both from shortly before they differ: a line of the page is long."""
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    at = max(0, alike - LEAD)
    return one_line(one[at:], QUOTED), one_line(other[at:], QUOTED)
