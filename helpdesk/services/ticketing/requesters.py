"""The person behind a ticket: what else was asked, what agents should know, and under which other names and addresses.

Merging two identities only says that they are one person. Tickets keep the requester who wrote them, so a reply still goes to
the address that asked, and taking the merge back is complete.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.domain.change import OperationId, Spot, Step
from helpdesk.domain.errors import BadInput
from helpdesk.domain.ids import RequesterId
from helpdesk.domain.people import Requester
from helpdesk.domain.plain_text import readable
from helpdesk.domain.ticket_panel import LONGEST_NOTE, RequesterNote, RequesterSheet
from helpdesk.ports.store import Records
from helpdesk.services.ticketing.bench import Bench, Move
from helpdesk.services.ticketing.facets import IDENTITY, NOTE, apart_spot, note_value

HISTORY = 30
OFFERED = 3


@dataclass(frozen=True)
class Requesters:
    bench: Bench

    async def sheet(self, requester_id: RequesterId, limit: int = HISTORY) -> RequesterSheet:
        """The whole person, whichever identity is asked for. Raises NotFound."""

        async def work(records: Records) -> RequesterSheet:
            await records.people.requester(requester_id)
            main = await records.people.main_of(requester_id)
            identities = await records.people.identities(main)
            ids = [one.requester.id for one in identities]
            past, total, unsolved = await records.people.history(ids, limit)
            note = await records.people.note(main)
            others = await records.people.maybe_same(ids, OFFERED)
            return RequesterSheet(tuple(identities), note, tuple(past), total, unsolved, tuple(others))

        return await self.bench.store.read(work)

    async def find(self, words: str, limit: int = 20) -> list[Requester]:
        """By a part of the name or address."""
        if not words.strip():
            return []
        return await self.bench.store.read(lambda records: records.people.found(words, limit))

    async def note(self, requester_id: RequesterId, text: str) -> OperationId | None:
        """What agents see beside every ticket of the person; never sent. Empty text takes it away. Raises
        BadInput, NotFound."""
        said = readable(text).strip()
        if len(said) > LONGEST_NOTE:
            raise BadInput("note", 0, f"a note has at most {LONGEST_NOTE} characters; this one has {len(said)}")
        sheet = await self.sheet(requester_id, 0)
        if said == (sheet.note.text if sheet.note else ""):
            return None
        after = note_value(RequesterNote(said, self.bench.agent, self.bench.clock.now())) if said else None
        return await self.bench.move(Move("requester.noted", Spot(NOTE, None, str(sheet.main.id)), after, called(sheet.main)))

    async def merge(self, into: RequesterId, other: RequesterId) -> OperationId | None:
        """From now on `other`, with every identity merged into it, is the same person as `into`. The note of `other` goes under
        that of `into`. None when they are one already. Raises NotFound."""
        agent = self.bench.agent

        async def work(records: Records) -> OperationId | None:
            kept = await records.people.requester(await records.people.main_of(into))
            gone = await records.people.requester(await records.people.main_of(other))
            if kept.id == gone.id:
                return None
            steps: list[Step] = []
            for identity in await records.people.identities(gone.id):
                before = await records.people.merged_into(identity.requester.id)
                await records.people.put_merged(identity.requester.id, kept.id, agent)
                steps.append(Step(Spot(IDENTITY, None, str(identity.requester.id)), before, kept.id))
            steps += await self._joined_notes(records, kept.id, gone.id)
            words = {"name": told_apart(gone, kept), "into": told_apart(kept, gone)}
            return await self.bench.changes.record(records, "requester.merged", steps, words=words)

        made = await self.bench.store.write(work)
        self.bench.tell(IDENTITY, NOTE)
        return made

    async def separate(self, requester_id: RequesterId) -> OperationId | None:
        """An identity is a person of its own again. Raises NotFound."""
        who = await self.bench.store.read(lambda records: records.people.requester(requester_id))
        return await self.bench.move(Move("requester.separated", Spot(IDENTITY, None, str(who.id)), None, called(who)))

    async def not_the_same(self, one: RequesterId, other: RequesterId) -> OperationId | None:
        """The two are never offered as the same person again."""
        who = await self.bench.store.read(lambda records: records.people.requester(other))
        return await self.bench.move(Move("requester.apart", apart_spot(one, other), True, called(who)))

    async def _joined_notes(self, records: Records, kept: RequesterId, gone: RequesterId) -> Sequence[Step]:
        added, there = await records.people.note(gone), await records.people.note(kept)
        if added is None:
            return ()
        text = f"{there.text}\n\n{added.text}" if there else added.text
        both = RequesterNote(text[:LONGEST_NOTE], added.agent, added.at)
        await records.people.put_note(kept, both)
        await records.people.put_note(gone, None)
        return (
            Step(Spot(NOTE, None, str(kept)), note_value(there), note_value(both)),
            Step(Spot(NOTE, None, str(gone)), note_value(added), None),
        )


def called(who: Requester) -> dict[str, str]:
    return {"name": who.name or who.email}


def told_apart(who: Requester, other: Requester) -> str:
    """By name; by address where both have the same."""
    return who.name if who.name and who.name.casefold() != other.name.casefold() else who.email or who.name
