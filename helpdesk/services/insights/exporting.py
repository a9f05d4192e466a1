"""Every ticket as a row of a table that any spreadsheet opens: no cap, and no more memory for a million than for a thousand."""

import asyncio
import csv
import os
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from helpdesk.domain.errors import BadInput
from helpdesk.domain.progress import Progress, Report
from helpdesk.domain.spreadsheet import cell
from helpdesk.domain.ticket_columns import LONG, TICKET_COLUMNS, USUAL, own_columns
from helpdesk.ports import Records
from helpdesk.services.redacting import Redacting

PAGE = 500
"""Rows between two breaths of the loop."""

LABEL = "Exporting tickets"
WHOSE = "requester_name"


@dataclass(frozen=True)
class WantedTable:
    """`columns` are names as `columns_of` takes them; `since` leaves out older tickets; `marked` puts a byte order mark in
    front, by which spreadsheets know the file as UTF-8. Whole texts have kinds in place of personal data, unless they are
    wanted `as_written`."""

    target: Path
    columns: tuple[str, ...] = ()
    since: datetime | None = None
    marked: bool = True
    as_written: bool = False


@dataclass(frozen=True)
class Hidden:
    """Rows of these columns without the personal data in whole texts: people's names are known by whom the ticket is of."""

    columns: tuple[str, ...]
    hiding: Redacting

    @property
    def asked(self) -> tuple[str, ...]:
        return (*self.columns, WHOSE)

    def rows(self, page: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        long = [place for place, name in enumerate(self.columns) if name in LONG]
        return [self._row(row[:-1], long, row[-1]) for row in page]

    def _row(self, row: tuple[Any, ...], long: Sequence[int], whose: str) -> tuple[Any, ...]:
        hidden = {place: self.hiding.masked_of(whose, row[place]) for place in long if row[place]}
        return tuple(hidden.get(place, value) for place, value in enumerate(row))


async def columns_of(records: Records, names: Sequence[str]) -> tuple[str, ...]:
    """The names, of TICKET_COLUMNS or of fields of the desk's own, once each in the order asked for; without any all but whole
    texts. Raises BadInput naming the first that is none."""
    own = own_columns(await records.panel.definitions())
    known = (*TICKET_COLUMNS, *own)
    for name in names:
        if name not in known:
            raise BadInput(name, 0, f"no such column; there are {', '.join(known)}")
    return tuple(dict.fromkeys(names)) or (*USUAL, *own)


async def export(records: Records, wanted: WantedTable, hiding: Redacting, report: Report) -> int:
    """How many tickets were written. What stood at the target before is replaced when all is there, and left alone when the
    export fails or is cancelled. Raises BadInput when it cannot be written there."""
    columns = await columns_of(records, wanted.columns)
    hidden = None if wanted.as_written or not LONG & {*columns} else Hidden(columns, hiding)
    encoding = "utf-8-sig" if wanted.marked else "utf-8"
    with in_place(wanted.target) as beside, await asyncio.to_thread(beside.open, "w", encoding=encoding, newline="") as file:
        pages = records.ticket_export.rows(hidden.asked if hidden else columns, wanted.since, PAGE)
        total = await records.ticket_export.count(wanted.since)
        csv.writer(file).writerow(columns)
        return await filled(file, shown(pages, hidden), total, report)


@contextmanager
def in_place(target: Path) -> Iterator[Path]:
    """A file beside the target that takes its place when everything went well. Raises BadInput when it cannot be written."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        yield beside
        beside.replace(target)
    except OSError as error:
        raise BadInput(str(target), 0, f"cannot be written ({error.strerror}): choose another place") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def put(target: Path, text: str) -> None:
    """Blocking. Raises BadInput when it cannot be written there."""
    with in_place(target) as beside:
        beside.write_text(text, "utf-8")


async def shown(pages: AsyncIterator[list[tuple[Any, ...]]], hidden: Hidden | None) -> AsyncIterator[list[tuple[Any, ...]]]:
    """Hiding takes a thousandth of a second a text: elsewhere, while the desk goes on."""
    async for page in pages:
        yield page if hidden is None else await asyncio.to_thread(hidden.rows, page)


async def filled(file: TextIO, pages: AsyncIterator[list[tuple[Any, ...]]], total: int, report: Report) -> int:
    table, written, begun = csv.writer(file), 0, time.monotonic()
    async for page in pages:
        table.writerows([cell(value) for value in row] for row in page)
        written += len(page)
        left = (time.monotonic() - begun) / written * max(0, total - written)
        report(Progress(written, total, LABEL, left))
    return written
