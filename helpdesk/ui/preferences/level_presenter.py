"""Service levels from the store to their card and back; tickets are reckoned anew while the card says how far that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.condition import Conditions
from helpdesk.domain.errors import BadInput
from helpdesk.domain.open_time import minutes_of
from helpdesk.domain.service_level import Promise, ServiceLevel
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import number, tr, trn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from helpdesk.domain.business_hours import Calendar
    from helpdesk.ports.promise_records import PromiseCounts
    from helpdesk.services.desk import Desk
    from helpdesk.ui.bridge import Bridge, Handle
    from helpdesk.ui.preferences.level_card import LevelCard
    from helpdesk.ui.preferences.which_presenter import WhichPresenter


@dataclass(frozen=True)
class Levels:
    """Everything the card shows."""

    levels: Sequence[ServiceLevel]
    counts: Mapping[int, PromiseCounts]
    calendars: Sequence[Calendar]


class LevelPresenter:
    def __init__(self, card: LevelCard, bridge: Bridge, which: WhichPresenter) -> None:
        self._card = card
        self._which = which
        self._bridge = bridge
        self._desk: Desk | None = None
        self._levels = Levels((), {}, ())
        self._reckoning: Handle | None = None
        self._feed = ProgressFeed(card)
        self._feed.show_on(card.strip)
        card.picked.connect(self.pick)
        card.save_wanted.connect(self.save)
        card.remove_wanted.connect(self.remove)
        card.arranged.connect(self.arrange)
        card.strip.cancelled.connect(self.leave_the_rest)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._card.allow(True)
        self._which.desk_ready(desk)
        self.load()

    def load(self, chosen: int | None = None) -> None:
        """`chosen`: this one is shown afterwards; without it what is being written stays."""
        desk = self._desk
        if desk is None:
            return

        async def work() -> Levels:
            levels = await desk.service_levels.levels()
            counts = {one.level_id: one for one in await desk.service_levels.counts()}
            return Levels(levels, counts, await desk.service_levels.calendars.all())

        self._bridge.call(work, partial(self._show, chosen), self._card.tell)

    def pick(self, chosen: int) -> None:
        level = next((one for one in self._levels.levels if one.id == chosen), None)
        self._card.show_level(level)
        self._which.show(level.conditions if level else Conditions(), level.query if level else "")
        self._card.allow(True)

    def save(self) -> None:
        desk = self._desk
        if desk is None:
            return
        try:
            written = self._written(desk)
        except BadInput as error:
            self._card.tell(error)
            return

        async def work() -> int:
            return await desk.service_levels.save(await written())

        self._bridge.call(work, self._saved, self._card.tell, keep=True)

    def remove(self, chosen: int) -> None:
        desk = self._desk
        if desk is not None and chosen:
            self._bridge.call(lambda: desk.service_levels.remove(chosen), lambda _: self._removed(), self._card.tell, keep=True)

    def arrange(self, order: Sequence[int]) -> None:
        desk = self._desk
        if desk is not None:
            self._bridge.call(
                lambda: desk.service_levels.arrange(order), lambda _: self._changed(None), self._card.tell, keep=True
            )

    def leave_the_rest(self) -> None:
        """The desk goes on with it by itself, whenever it has time."""
        if self._reckoning is not None:
            self._reckoning.cancel()
        self._ended()
        self._card.say(tr("The rest is reckoned by and by while the desk is open."), well=True)

    def _written(self, desk: Desk) -> Callable[[], Awaitable[ServiceLevel]]:
        """What the card says now, to be read in the desk's thread. Raises BadInput; QueryFault there."""
        card, chosen = self._card, self._card.entries.chosen()
        spans = {promise: _minutes(field.text(), field.accessibleName()) for promise, field in card.spans.items()}
        warning = _minutes(card.warning.text(), card.warning.accessibleName())
        name, calendar, actions = card.name.text().strip(), card.calendar_number(), card.doing.written()
        read = self._which.written(desk)
        position = next((one.position for one in self._levels.levels if one.id == chosen), 0)

        async def made() -> ServiceLevel:
            which = await read()
            return ServiceLevel(
                id=chosen,
                name=name,
                position=position,
                conditions=which.conditions,
                calendar_id=calendar,
                first_reply=spans[Promise.FIRST_REPLY],
                next_reply=spans[Promise.NEXT_REPLY],
                solve=spans[Promise.SOLVE],
                warning=warning,
                at_breach=actions,
                changed_at=datetime.now(UTC),
                query=which.query,
            )

        return made

    def _show(self, chosen: int | None, found: Levels) -> None:
        self._levels = found
        entries = [(one.id, _entry(one, found.counts.get(one.id))) for one in found.levels]
        self._card.show_calendars(found.calendars)
        self._card.entries.show_entries(entries, self._card.entries.chosen() if chosen is None else chosen)
        if chosen is not None:
            self.pick(chosen)
        self._card.allow(True)

    def _saved(self, known: int) -> None:
        self._card.say(tr("Saved."), well=True)
        self._changed(known)

    def _removed(self) -> None:
        self._card.say(tr("Removed."), well=True)
        self._changed(0)

    def _changed(self, chosen: int | None) -> None:
        self.load(chosen)
        desk = self._desk
        if desk is not None and self._reckoning is None:
            work = partial(desk.service_levels.reckon, self._feed.report)
            self._reckoning = self._bridge.call(work, self._reckoned, self._not_reckoned)

    def _reckoned(self, tickets: int) -> None:
        self._ended()
        self._card.say(trn("{n} ticket was reckoned anew.", "{n} tickets were reckoned anew.", tickets), well=True)
        self.load()

    def _not_reckoned(self, error: Exception) -> None:
        self._ended()
        self._card.tell(error)

    def _ended(self) -> None:
        self._reckoning = None
        self._card.strip.finish()


def _minutes(text: str, field: str) -> int:
    """Raises BadInput naming the field."""
    try:
        return minutes_of(text)
    except ValueError as error:
        raise BadInput(field, 0, str(error)) from error


def _entry(level: ServiceLevel, counts: PromiseCounts | None) -> str:
    if counts is None:
        return level.name
    kept, missed, running = number(counts.kept), number(counts.missed), number(counts.running)
    told = tr("30 days: {kept} kept, {missed} missed, {running} running", kept=kept, missed=missed, running=running)
    return f"{level.name} · {told}"
