"""Rules from the store to their card and back, tried without consequences."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.condition import Conditions
from helpdesk.domain.rule import Occasion, Rule
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import tr
from helpdesk.ui.preferences.rule_card import LAST
from helpdesk.ui.rule_words import occasion_words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.services.desk import Desk
    from helpdesk.services.rules import Rehearsal
    from helpdesk.ui.bridge import Bridge, Handle
    from helpdesk.ui.preferences.rule_card import RuleCard
    from helpdesk.ui.preferences.which_presenter import WhichPresenter


class RulePresenter:
    """`changed` is told when what rules do may have changed."""

    def __init__(self, card: RuleCard, bridge: Bridge, which: WhichPresenter, changed: Callable[[], None]) -> None:
        self._card = card
        self._which = which
        self._bridge = bridge
        self._changed = changed
        self._desk: Desk | None = None
        self._rules: dict[int, Rule] = {}
        self._trying: Handle | None = None
        self._feed = ProgressFeed(card)
        self._feed.show_on(card.strip)
        card.picked.connect(self.pick)
        card.save_wanted.connect(self.save)
        card.rehearsal_wanted.connect(self.rehearse)
        card.remove_wanted.connect(self.remove)
        card.arranged.connect(self.arrange)
        card.strip.cancelled.connect(self.cancel)

    def desk_ready(self, desk: Desk) -> None:
        self._desk = desk
        self._card.allow(True)
        self._which.desk_ready(desk)
        self.load()

    def load(self, chosen: int | None = None, news: str = "") -> None:
        """`chosen`: this one is shown afterwards, with the news; without it what is being written stays."""
        desk = self._desk
        if desk is None:
            return

        self._bridge.call(desk.rules.all, partial(self._show, chosen, news), self._card.tell)

    def pick(self, number: int) -> None:
        rule = self._rules.get(number)
        self._card.show_rule(rule)
        self._which.show(rule.conditions if rule else Conditions(), rule.query if rule else "")
        self._card.allow(True)

    def save(self) -> None:
        desk = self._desk
        if desk is None:
            return

        async def work() -> tuple[int, bool]:
            rule = await self._written(desk)()
            return await desk.rules.save(rule), rule.enabled

        self._bridge.call(work, self._saved, self._card.tell, keep=True)

    def rehearse(self) -> None:
        desk = self._desk
        if desk is None or self._trying is not None:
            return
        written = self._written(desk)

        async def work() -> Rehearsal:
            return await desk.rules.rehearse(await written(), LAST, self._feed.report)

        self._trying = self._bridge.call(work, self._rehearsed, self._not_rehearsed)

    def cancel(self) -> None:
        if self._trying is not None:
            self._trying.cancel()
        self._ended()

    def remove(self, number: int) -> None:
        desk = self._desk
        if desk is not None and number:
            self._bridge.call(lambda: desk.rules.remove(number), lambda _: self._removed(), self._card.tell, keep=True)

    def arrange(self, order: Sequence[int]) -> None:
        desk = self._desk
        if desk is not None:
            self._bridge.call(lambda: desk.rules.arrange(order), lambda _: self.load(), self._card.tell, keep=True)

    def _written(self, desk: Desk) -> Callable[[], Awaitable[Rule]]:
        """What the card says now, to be read in the desk's thread. Raises QueryFault."""
        card, number = self._card, self._card.entries.chosen()
        known, read, occasion = self._rules.get(number), self._which.written(desk), card.written_occasion()
        name, actions, on, hours = card.name.text().strip(), card.doing.written(), card.on.isChecked(), card.hours.value()

        async def made() -> Rule:
            which = await read()
            return Rule(
                id=number,
                name=name,
                position=known.position if known else 0,
                enabled=on,
                occasion=occasion,
                conditions=which.conditions,
                actions=actions,
                hours=hours if occasion is Occasion.TIME else 0,
                changed_at=datetime.now(UTC),
                query=which.query,
            )

        return made

    def _show(self, chosen: int | None, news: str, rules: Sequence[Rule]) -> None:
        self._rules = {one.id: one for one in rules}
        entries = [(one.id, f"{one.name}: {occasion_words(one)} · {state(one)}") for one in rules]
        self._card.entries.show_entries(entries, self._card.entries.chosen() if chosen is None else chosen)
        if chosen is not None:
            self.pick(chosen)
            if news:
                self._card.say(news, well=True)
        self._card.allow(True)

    def _saved(self, saved: tuple[int, bool]) -> None:
        number, on = saved
        self.load(number, tr("Saved; it works from now on.") if on else tr("Saved; it is switched off."))
        self._changed()

    def _removed(self) -> None:
        self.load(0, tr("Removed. What it did is still in the log."))

    def _rehearsed(self, found: Rehearsal) -> None:
        self._ended()
        self._card.show_rehearsal(found)

    def _not_rehearsed(self, error: Exception) -> None:
        self._ended()
        self._card.tell(error)

    def _ended(self) -> None:
        self._trying = None
        self._card.strip.finish()


def state(rule: Rule) -> str:
    if rule.stopped:
        return tr("switched off by the desk")
    return tr("on") if rule.enabled else tr("off")
