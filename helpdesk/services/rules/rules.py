"""Triggers and automations: kept, tried without consequences, at work, and taken back."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from helpdesk.domain.change import OperationId, Undone
from helpdesk.domain.errors import BadInput, InvalidTransition, NotFound
from helpdesk.domain.events import Event, RuleRan
from helpdesk.domain.progress import Progress, Report, unheard
from helpdesk.domain.rule import Action, Occasion, Rule, RuleRun, fault_in
from helpdesk.ports import Clock
from helpdesk.ports.rule_records import Ran
from helpdesk.ports.store import Records, Store
from helpdesk.services.changing import KeyedFacet
from helpdesk.services.rules import rehearsing, running
from helpdesk.services.rules.acting import Acting
from helpdesk.services.rules.conditions import TypedConditions
from helpdesk.services.rules.facets import rule_facet, single
from helpdesk.services.rules.naming import checked
from helpdesk.services.rules.rehearsing import Rehearsal
from helpdesk.services.rules.running import Look, RuleFailed

BATCH = 50
MOST_REHEARSED = 1000
BY_TIME_EVERY = timedelta(minutes=5)


@dataclass
class Rules:
    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    acting: Acting
    _looked_at: dict[int, datetime] = field(default_factory=dict)

    @property
    def _facet(self) -> KeyedFacet:
        return rule_facet(self.clock)

    @property
    def conditions(self) -> TypedConditions:
        return TypedConditions(self.store)

    async def all(self) -> list[Rule]:
        """In the order in which they are tried."""
        return await self.store.read(lambda records: records.rules.all())

    async def named(self, name: str) -> Rule:
        """Raises NotFound."""
        found = next((rule for rule in await self.all() if rule.name == name), None)
        if found is None:
            raise NotFound("rule", name)
        return found

    async def save(self, rule: Rule) -> int:
        """Its number. A rule that is saved switched on is no longer stopped. Raises BadInput, NotFound."""
        if fault := fault_in(rule):
            raise BadInput(f"rule {rule.name}".strip(), 0, fault)
        single(rule, await self.all(), "rule")
        actions = await self._checked(rule)
        stopped = "" if rule.enabled else rule.stopped
        kept = replace(rule, actions=actions, changed_at=self.clock.now(), stopped=stopped)

        async def work(records: Records) -> int:
            before = await self._facet.value(records, str(rule.id))
            known = await records.rules.save(kept)
            await self.acting.changes.record_kept(records, self._facet, str(known), before)
            await records.log.note("rule.saved", name=rule.name, enabled=rule.enabled)
            return known

        known = await self.store.write(work)
        self._looked_at.pop(known, None)
        return known

    async def switch(self, rule: Rule, *, on: bool) -> None:
        """Lets it work from now on, or rest. Raises NotFound."""
        await self.save(replace(rule, enabled=on))

    async def remove(self, rule_id: int) -> None:
        """What it did stays in the log and can still be taken back. Raises NotFound."""

        async def work(records: Records) -> None:
            await self.acting.changes.take_away(records, self._facet, str(rule_id))
            await records.log.note("rule.removed", rule=rule_id)

        await self.store.write(work)

    async def arrange(self, rules: Sequence[int]) -> None:
        """The order in which they are tried."""
        await self.store.write(lambda records: records.rules.arrange(rules))

    async def rehearse(self, rule: Rule, last: int = 100, report: Report = unheard) -> Rehearsal:
        """What it would do to the newest tickets, as they are now; nothing is changed. Raises BadInput, NotFound."""
        if fault := fault_in(rule):
            raise BadInput(f"rule {rule.name}".strip(), 0, fault)
        rule = replace(rule, actions=await self._checked(rule))
        now, began, found = self.clock.now(), self.clock.seconds(), []
        tickets = await self.store.read(lambda records: records.rules.newest(min(last, MOST_REHEARSED)))
        for start in range(0, len(tickets), BATCH):
            batch = tickets[start : start + BATCH]
            fitting = await self.store.read(partial(rehearsing.fitting, rule=rule, tickets=batch, now=now))
            found += [await rehearsing.rehearsed(self.acting.changes, rule, *one, now) for one in fitting]
            done = start + len(batch)
            left = (self.clock.seconds() - began) / done * (len(tickets) - done)
            report(Progress(done, len(tickets), "trying the rule", left))
        moved = [one for one in found if one.moves or one.beside]
        return Rehearsal(len(tickets), tuple(moved), len(found) - len(moved))

    async def next(self) -> bool:
        """One piece of the work that waits: a ticket on which something happened, or a rule whose time came. False when there
        was none."""
        waiting = await self.store.read(lambda records: records.rules.work(1))
        if waiting:
            await self._guarded(lambda records: running.answer(records, self.acting, waiting[0], self.clock.now()))
            return True
        now = self.clock.now()
        for rule in await self.all():
            if self._is_time(rule, now):
                look = await self._guarded(partial(running.by_time, acting=self.acting, rule=rule, now=now))
                if look.events:
                    return True
                self._looked_at[rule.id] = now
        return False

    async def work_off(self) -> int:
        """All that waits, for who has no lanes; how many pieces."""
        done = 0
        while await self.next():
            done += 1
        return done

    async def log(self, limit: int = 200, rule_id: int = 0) -> list[RuleRun]:
        """What rules did, newest first; of all rules for 0."""
        return await self.store.read(lambda records: records.rules.runs(limit, rule_id))

    async def undo(self, run_id: int) -> Undone:
        """Takes back what a run changed and what nobody has moved since. Notes stay. Raises NotFound, InvalidTransition."""
        run = await self.store.read(lambda records: records.rules.run(run_id))
        if run.undone_at is not None or not run.operation:
            raise InvalidTransition("run of a rule", "undone" if run.undone_at else "without changes")
        undone = await self.acting.changes.undo(OperationId(int(run.operation)))
        await self.store.write(lambda records: records.rules.undone(run_id, self.clock.now()))
        self.publish(RuleRan(run.rule, run.tickets))
        return undone

    def _is_time(self, rule: Rule, now: datetime) -> bool:
        """A rule by time is looked at every few minutes, and again at once while it finds something."""
        by_time = rule.enabled and rule.occasion is Occasion.TIME
        return by_time and (rule.id not in self._looked_at or now - self._looked_at[rule.id] >= BY_TIME_EVERY)

    async def _guarded(self, work: Callable[[Records], Awaitable[Look]]) -> Look:
        """A rule that cannot do what it says is switched off, with the reason; the ticket is as if it had none."""
        try:
            look = await self.store.write(work)
        except RuleFailed as failed:
            now, one = self.clock.now(), failed
            look = await self.store.write(lambda records: _failed(records, one, now))
        for acted in look.acted:
            await self.acting.tell(acted)
        for event in look.events:
            self.publish(event)
        return look

    async def _checked(self, rule: Rule) -> tuple[Action, ...]:
        """Raises BadInput."""
        return await self.store.read(lambda records: checked(records, f"rule {rule.name}", rule.actions))


async def _failed(records: Records, failed: RuleFailed, now: datetime) -> Look:
    told = ", ".join(str(value) for value in vars(failed.reason).values())
    why = failed.reason.reason if isinstance(failed.reason, BadInput) else f"{type(failed.reason).__name__}: {told}"
    await records.rules.add_run(Ran(failed.rule, failed.tickets, "", now, why))
    await running.stop(records, failed.rule, why)
    return Look(events=[RuleRan(failed.rule.name, failed.tickets, why)])
