"""Old tickets in: files are read whole, their mails put into threads, and each question kept with the reply that answered it.

Nothing of it becomes a ticket. Reading the same files again adds nothing, so a crash is mended by doing it again.
"""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpdesk.domain.article import FileFailure
from helpdesk.domain.blind import lot
from helpdesk.domain.errors import BadInput, InvalidTransition
from helpdesk.domain.events import Event, HistoryChanged
from helpdesk.domain.history import Brought, SolvedTicket, Trial, TrialState
from helpdesk.domain.ids import HistoryId
from helpdesk.domain.progress import Progress, Report
from helpdesk.domain.solved_threads import Letter, Refusal, Us, Why, guessed, has_words, paired
from helpdesk.ports import Clock, RawTicket, Records, Store
from helpdesk.ports.history import OldMessage, SolvedFileReader
from helpdesk.ports.history_records import NewTrial
from helpdesk.services.batches import BATCH, next_batch
from helpdesk.services.history.words import counted, failure

LISTED = 2_000
"""Refusals that are named one by one; all are counted."""
CONTROL_SHARE = 0.1
LONGEST = 20_000
"""Characters of a question or a reply that are kept."""
HUNDREDTHS = 100


@dataclass
class _Read:
    """What the files held."""

    letters: list[Letter] = field(default_factory=list)
    solved: list[SolvedTicket] = field(default_factory=list)
    failed: list[FileFailure] = field(default_factory=list)
    wordless: list[Refusal] = field(default_factory=list)


@dataclass(frozen=True)
class Reading:
    """`own_words` gives a mail without what it repeats and without its signature; it may take its time. `secret` makes what
    seeds every lot of a new trial."""

    store: Store
    clock: Clock
    publish: Callable[[Event], None]
    reader: SolvedFileReader
    own_words: Callable[[str], str]
    secret: Callable[[], str] = secrets.token_hex

    async def bring(self, paths: Sequence[Path], name: str, us: Sequence[str], report: Report) -> Brought:
        """Into the trial of that name, which is made when it is not there. Without `us` it is guessed who answers. What is of
        no use is in the result and the rest goes on. Raises BadInput when no pair was found, InvalidTransition once a sample
        was drawn."""
        read = await self._read(paths, report)
        ours = Us.of(us) if any(us) else guessed(read.letters)
        found = await asyncio.to_thread(paired, read.letters, ours)
        pairs, refused = [*read.solved, *found.pairs], [*read.wordless, *found.refused]
        failures = (*read.failed, *(failure(one) for one in refused))
        if not pairs:
            raise BadInput(", ".join(str(path) for path in paths), 0, _nothing(failures, ours, named=any(us)))
        trial = await self._opened(name, paths)
        guess = bool(ours.names) and not any(us)
        added = await self._kept(trial, pairs, report)
        tally = counted(refused, len(read.failed))

        async def close(records: Records) -> None:
            await records.history.read_by(trial.id, ours.names, guessed=guess)
            await records.history.refused(trial.id, tally, [(one.path, one.line, one.reason) for one in failures[:LISTED]])
            waiting = (await records.history.counts(trial.id)).waiting
            before = TrialState.DRAFTING if trial.state is TrialState.DRAFTING else TrialState.READY
            await records.history.move(trial.id, before if waiting else TrialState.DONE)
            await records.log.note("history.read", history=trial.id, added=added, refused=len(failures))

        await self.store.write(close)
        self.publish(HistoryChanged(trial.id))
        return Brought(trial.id, added, len(pairs) - added, failures, ours.names, guess)

    async def remove(self, history_id: HistoryId) -> None:
        """With every word of it, for good. Raises NotFound."""

        async def work(records: Records) -> None:
            await records.history.get(history_id)
            await records.history.remove(history_id)
            await records.log.note("history.removed", history=history_id)

        await self.store.write(work)
        await self.store.forget()
        self.publish(HistoryChanged(history_id))

    async def _opened(self, name: str, paths: Sequence[Path]) -> Trial:
        new = NewTrial(name, ", ".join(str(path) for path in paths), self.secret())

        async def work(records: Records) -> Trial:
            trial, _ = await records.history.open(new)
            if trial.wanted:
                raise InvalidTransition("trial", "sampled")
            await records.history.move(trial.id, TrialState.READING)
            return trial

        return await self.store.write(work)

    async def _kept(self, trial: Trial, pairs: Sequence[SolvedTicket], report: Report) -> int:
        added = 0
        for start in range(0, len(pairs), BATCH):
            report(Progress(start, len(pairs), "Keeping"))
            batch = [_drawn(trial, one) for one in pairs[start : start + BATCH]]
            added += await self.store.write(lambda records, batch=batch: records.history.add(trial.id, batch))  # type: ignore[misc]
        report(Progress(len(pairs), len(pairs), "Keeping"))
        return added

    async def _read(self, paths: Sequence[Path], report: Report) -> _Read:
        read, begun = _Read(), self.clock.seconds()
        total = len(paths) * HUNDREDTHS
        for number, path in enumerate(paths):
            try:
                pieces = self.reader.split(path)
                while batch := await asyncio.to_thread(next_batch, pieces):
                    raw = [piece for piece in batch if isinstance(piece, RawTicket)]
                    read.failed += [piece for piece in batch if isinstance(piece, FileFailure)]
                    parsed = await self.reader.parse(raw, self.clock.now()) if raw else []
                    await asyncio.to_thread(self._sort, raw, parsed, read)
                    done = int((number + (raw[-1].position if raw else 0.0)) * HUNDREDTHS)
                    spent = self.clock.seconds() - begun
                    left = spent / done * (total - done) if done and spent >= 1 else None
                    report(Progress(done, total, f"{path.name}: {len(read.letters) + len(read.solved)} messages", left))
            except BadInput as bad:
                read.failed.append(FileFailure(bad.path, bad.line, bad.reason))
        return read

    def _sort(self, raw: Sequence[RawTicket], parsed: Sequence[OldMessage], read: _Read) -> None:
        """Into letters, pairs and failures, each with its own words only."""
        for ticket, one in zip(raw, parsed, strict=True):
            if isinstance(one, FileFailure):
                read.failed.append(one)
            elif isinstance(one, Letter):
                read.letters.append(replace(one, body=self.own_words(one.body)[:LONGEST]))
            else:
                question, human = (self.own_words(text)[:LONGEST] for text in (one.question, one.human))
                if has_words(f"{one.subject} {question}") and has_words(human):
                    read.solved.append(replace(one, question=question, human=human))
                else:
                    read.wordless.append(Refusal(ticket.name, ticket.line, Why.NO_WORDS))


def _drawn(trial: Trial, one: SolvedTicket) -> SolvedTicket:
    """Its lot is settled by its name alone, so that reading it again draws the same."""
    return replace(one, control=lot(trial.secret, "control", one.external) < CONTROL_SHARE)


def _nothing(failures: Sequence[FileFailure], ours: Us, *, named: bool) -> str:
    if not ours.names and not named and failures:
        return (
            "no question with its answer was found, and nobody in it can be told to be us: "
            f"name your addresses or domain (--us), or add an answer column to a table ({failures[0].reason})"
        )
    told = f"; the first: {failures[0].path}, line {failures[0].line}: {failures[0].reason}" if failures else ""
    return f"no question with a reply of {', '.join(ours.names) or 'ours'} was found{told}"
