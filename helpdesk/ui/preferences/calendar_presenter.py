"""Calendars from the store to their card and back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimeZone

from helpdesk.domain.business_hours import Calendar, Shift
from helpdesk.domain.errors import BadInput
from helpdesk.domain.holidays import LARGEST_FILE
from helpdesk.domain.open_time import shifts_of
from helpdesk.ui.language import tr, trn
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from helpdesk.domain.holidays import FoundHolidays
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.calendar_card import CalendarCard

TOLD = 3
"""Events that were no holidays, told by name."""


class CalendarPresenter:
    """`changed` is told when a service level may count otherwise."""

    def __init__(self, card: CalendarCard, bridge: Bridge, changed: Callable[[], None]) -> None:
        self._card = card
        self._bridge = bridge
        self._changed = changed
        self._desk: Desk | None = None
        self._calendars: dict[int, Calendar] = {}
        card.picked.connect(self.pick)
        card.save_wanted.connect(self.save)
        card.remove_wanted.connect(self.remove)
        card.file_chosen.connect(self.add_holidays)
        card.no_holidays_wanted.connect(self.take_holidays_out)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._card.allow(True)
        self.load(0)

    def load(self, chosen: int) -> None:
        if self._desk is not None:
            self._bridge.call(self._desk.service_levels.calendars.all, partial(self._show, chosen), self._card.tell)

    def pick(self, chosen: int) -> None:
        self._card.show_calendar(self._calendars.get(chosen), bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC")
        self._card.allow(True)

    def save(self) -> None:
        desk = self._desk
        if desk is None:
            return
        try:
            written = self._written()
        except BadInput as error:
            self._card.tell(error)
            return
        self._bridge.call(lambda: desk.service_levels.calendars.save(written), self._saved, self._card.tell, keep=True)

    def remove(self, chosen: int) -> None:
        desk = self._desk
        if desk is not None and chosen:
            work = partial(desk.service_levels.calendars.remove, chosen)
            self._bridge.call(work, lambda _: self._removed(), self._card.tell, keep=True)

    def add_holidays(self, file: Path) -> None:
        desk, chosen = self._desk, self._card.entries.chosen()
        if desk is None or not chosen:
            return

        async def work() -> FoundHolidays:
            content = await asyncio.to_thread(_read, file)
            return await desk.service_levels.calendars.add_holidays(chosen, file.name, content)

        self._bridge.call(work, partial(self._added, chosen), self._card.tell, keep=True)

    def take_holidays_out(self) -> None:
        desk, calendar = self._desk, self._calendars.get(self._card.entries.chosen())
        if desk is not None and calendar is not None:
            bare = replace(calendar, holidays=())
            self._bridge.call(lambda: desk.service_levels.calendars.save(bare), self._saved, self._card.tell, keep=True)

    def _written(self) -> Calendar:
        """Raises BadInput naming the day."""
        chosen = self._card.entries.chosen()
        known = self._calendars.get(chosen)
        week = tuple(_shifts(field.text(), field.accessibleName()) for field in self._card.days)
        holidays = known.holidays if known else ()
        return Calendar(chosen, self._card.name.text().strip(), self._card.zone.text().strip(), week, holidays)

    def _show(self, chosen: int, calendars: Sequence[Calendar]) -> None:
        self._calendars = {one.id: one for one in calendars}
        self._card.entries.show_entries([(one.id, f"{one.name} · {one.zone}") for one in calendars], chosen)
        self.pick(chosen)

    def _saved(self, known: int) -> None:
        self._card.say(tr("Saved."), well=True)
        self.load(known)
        self._changed()

    def _removed(self) -> None:
        self._card.say(tr("Removed."), well=True)
        self.load(0)
        self._changed()

    def _added(self, chosen: int, found: FoundHolidays) -> None:
        words = trn("{n} holiday was added.", "{n} holidays were added.", len(found.holidays))
        told = [tr("Line {line}: {reason}.", line=one.line, reason=reason_said(one.reason)) for one in found.unread[:TOLD]]
        more = len(found.unread) - len(told)
        told += [trn("{n} more was left out.", "{n} more were left out.", more)] if more else []
        self._card.say(" ".join([words, *told]), well=not found.unread)
        self.load(chosen)
        self._changed()


def _shifts(text: str, field: str) -> tuple[Shift, ...]:
    try:
        return shifts_of(text)
    except ValueError as error:
        raise BadInput(field, 0, str(error)) from error


def _read(file: Path) -> bytes:
    """No more than is looked at. Raises BadInput."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BadInput(file.name, 0, error.strerror or "it cannot be read") from error
