"""A desk that tries itself on old tickets: everything real but the model's words, the clock and the embedder."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from helpdesk.adapters.channels.solved_files import SolvedFiles
from helpdesk.adapters.channels.ticket_files import TicketFiles
from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.report_page import HtmlReport
from helpdesk.domain.comparison import compared
from helpdesk.domain.history import Judged, Judgement, OldDraft, OldTicket, Preferred, TrialCounts, TrialState
from helpdesk.domain.ids import HistoryId
from helpdesk.domain.progress import unheard
from helpdesk.domain.shipped_scorer import SCORER
from helpdesk.ports import Records
from helpdesk.services.certifying import Weigher
from helpdesk.services.history import (
    History,
    Judging,
    Proof,
    Reading,
    Rehearsing,
    Reporting,
    Said,
    Timing,
    TrialDrafting,
)
from helpdesk.services.learning import ScorerBook
from helpdesk.services.redacting import Redacting
from tests.fakes.spine import NoEmbedder, Spine

if TYPE_CHECKING:
    from helpdesk.ports import PassageIndex

DRAFTED = "Unplug the hub. Hold the button for 10 seconds."
RIGHT = "Hold the button for 10 seconds until the light is white."


class TrialDesk:
    """On the spine's store. `history` is a new one each time: nothing of a trial is only in memory."""

    def __init__(self, spine: Spine, files: TicketFiles, folder: Path) -> None:
        self.spine = spine
        self.folder = folder
        self._files = files

    @property
    def history(self) -> History:
        spine, hear = self.spine, self.spine.heard.append
        steps, index = spine.steps, cast("PassageIndex", NoEmbedder())
        rehearsing = Rehearsing(steps, spine.understanding, index, spine.clock)
        proof = Proof(Weigher(spine.clock, ScorerBook()), spine.clock)
        return History(
            reading=Reading(
                spine.store, spine.clock, hear, SolvedFiles(self._files), spine.understanding.own_words, lambda: "tests"
            ),
            drafting=TrialDrafting(spine.store, rehearsing, spine.clock, hear, spine.machine),
            judging=Judging(spine.store, spine.clock, hear, proof, "Ada", steps.tasks.settings.letter_signature),
            timing=Timing(spine.store, hear, "Ada"),
            reporting=Reporting(spine.store, spine.clock, Redacting(FormalRecogniser(["GB"])), HtmlReport()),
        )

    def table(self, rows: Sequence[tuple[str, str]], name: str = "old.jsonl") -> Path:
        return table(self.folder, rows, name)

    async def read(self, file: Path, us: Sequence[str] = ()) -> HistoryId:
        return (await self.history.reading.bring([file], file.stem, us, unheard)).history_id

    async def drafted(self, count: int) -> HistoryId:
        """A trial of so many tickets, all drafted."""
        trial = await self.read(hub_table(self.folder, count))
        await self.history.drafting.run(trial, unheard)
        return trial

    async def filled(self, count: int) -> HistoryId:
        """The same without having drafted: what would be drafted is put there."""
        trial = await self.read(hub_table(self.folder, count))
        old = await self.tickets(trial)

        async def put(records: Records) -> None:
            for one in old:
                await records.history.drafted(one.id, draft_of(one, self.spine.clock.now()))
            await records.history.move(trial, TrialState.DONE)

        await self.spine.store.write(put)
        return trial

    async def tickets(self, trial: HistoryId) -> list[OldTicket]:
        async def look(records: Records) -> list[OldTicket]:
            return [old async for old in records.history.tickets(trial)]

        return await self.spine.store.read(look)

    async def counts(self, trial: HistoryId) -> TrialCounts:
        return await self.spine.store.read(lambda records: records.history.counts(trial))

    async def judged_but_one(self, trial: HistoryId, *, wrong: int = 0) -> None:
        """All of the sample but its last, the first so many drafts as wrong."""

        async def put(records: Records) -> None:
            for old in (await records.history.sample(trial))[:-1]:
                verdict = Judged.WRONG if old.place <= wrong else Judged.RIGHT
                said = Judgement(Preferred.BOTH, verdict, Judged.RIGHT, "Ada", self.spine.clock.now())
                await records.history.judge(old.id, said)

        await self.spine.store.write(put)

    async def judge(self, trial: HistoryId, *, draft_right: bool = True, human_right: bool = True) -> bool:
        """The next of the sample, knowing what a judge does not: which is the draft. False when there is none."""
        pair = await self.history.judging.next(trial)
        if pair is None:
            return False
        draft_is_first = "Unplug" in pair.first
        right = (draft_right, human_right) if draft_is_first else (human_right, draft_right)
        await self.history.judging.say(pair.id, Said(right, right))
        return True


def table(folder: Path, rows: Sequence[tuple[str, str]], name: str = "old.jsonl") -> Path:
    """A file of questions with their answers."""
    file = folder / name
    lines = [
        json.dumps({"id": n, "email": f"jo{n}@home.example", "name": "Jo", "subject": "Hub", "body": asked, "answer": said})
        for n, (asked, said) in enumerate(rows)
    ]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def hub_table(folder: Path, count: int, *, broken: int = 0) -> Path:
    rows = [(f"How do I reset hub number {n}?", f"{RIGHT} Mine has number {n}.") for n in range(count)]
    file = table(folder, rows)
    with file.open("a", encoding="utf-8") as lines:
        lines.write("{torn\n" * broken)
    return file


def draft_of(old: OldTicket, at: datetime) -> OldDraft:
    """A sure draft that nothing holds back."""
    text = f"Hello,\n\n{DRAFTED} [1]\n\nKind regards\nAda\nNorthlight\n"
    return OldDraft(
        text=text,
        citations=(),
        abstained=False,
        writer="excerpts",
        model="",
        route="send",
        score=0.9,
        sendable=True,
        vetoes=(),
        signals={"cosine": 0.9},
        fingerprint="0123456789ab",
        scorer=SCORER,
        topic="hub",
        seconds=0.5,
        comparison=compared(old.ticket.human, DRAFTED, 1),
        at=at,
    )
