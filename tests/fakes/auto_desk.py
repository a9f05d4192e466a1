"""A desk that may send by itself: the real gate, outbox and stop on the real store; how a draft was judged is given."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from helpdesk.adapters.sqlite.store import SqliteStore
from helpdesk.adapters.stop_file import StopFile
from helpdesk.domain.assessment import Assessed
from helpdesk.domain.certificate import Certificate, Goal
from helpdesk.domain.conversation import Attachment, IncomingMessage
from helpdesk.domain.draft import Draft, Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.events import Event
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.sending import Held, Hold, Send
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records, Store
from helpdesk.services.desk import Desk
from helpdesk.services.outbox import Outbox
from helpdesk.services.sending import Brake, ClockWatch, Gate, Leaving, Sending, Signing
from helpdesk.settings import Settings
from tests.fakes.certificates import certificate
from tests.fakes.clock import FixedClock
from tests.fakes.memory_channel import MemoryChannel

SCORER = "fitted-4"
DRAFTER = Fingerprint("excerpts", "", "p", "e", "c", SCORER)
MARK = "0123456789ab"


@dataclass
class AutoDesk:
    store: SqliteStore
    clock: FixedClock
    stop_file: Path
    settings: Settings = field(default_factory=lambda: Settings(agent_name="Ada", auto_undo_seconds=120))
    heard: list[Event] = field(default_factory=list)
    channel: MemoryChannel = field(default_factory=MemoryChannel)

    def __post_init__(self) -> None:
        self.opened()

    def opened(self) -> None:
        """As after a start of the program: nothing it knew is left in memory."""
        gate = Gate(self.clock, self.settings, StopFile(self.stop_file), ClockWatch(self.clock))
        leaving = Leaving(self.store, gate, self.heard.append)
        brake = Brake(self.store, gate, leaving, self.heard.append)
        self.sending = Sending(self.store, gate, leaving, brake, Signing(self.clock), self.heard.append)
        self.outbox = Outbox(self.store, self.clock, self.heard.append, dict.fromkeys(ChannelName, self.channel), leaving)

    async def certified(self, **changed: Any) -> Certificate:
        return await proven(self.store, self.clock.now(), **changed)

    async def sending_on(self) -> Certificate:
        """Proven and signed."""
        certificate = await self.certified()
        await self.sending.turn_on((await self.sending.offer()).wanted)
        return certificate

    async def writes(self, body: str = "My hub blinks red", email: str = "grace@example.org", **of_mail: Any) -> TicketId:
        source = f"{email} {body} {of_mail.get('thread', '')}"
        files = tuple(Attachment(name, "text/plain", b"x") for name in of_mail.pop("files", ()))
        shape = {"channel": ChannelName.FOLDER, "message_id": f"<{abs(hash(source))}@example.org>", **of_mail}
        message = IncomingMessage(
            source=source, name="Grace", email=email, subject="Hub", body=body, at=self.clock.now(), attachments=files, **shape
        )
        return (await self.store.write(lambda records: records.tickets.receive(message)))[0]

    async def arrives(self, body: str = "My hub blinks red", email: str = "grace@example.org", **otherwise: Any) -> Send | Held:
        """A customer writes and the drafted answer comes to the gate."""
        return await self.answered(await self.writes(body, email), **otherwise)

    async def answered(self, ticket_id: TicketId, **otherwise: Any) -> Send | Held:
        async def work(records: Records) -> Send | Held:
            draft_id = await records.drafts.request(ticket_id)
            text = otherwise.pop("text", "Hold the button. [1]")
            reply = WrittenReply(text, (), False, "", True, "excerpts", "", "p")
            await records.drafts.answered(draft_id, reply, Verdict(0.9, Route.SEND, (), {}, ()), DRAFTER)
            return await self._settled(records, replace(judged(draft_id, ticket_id, text, self.clock.now()), **otherwise))

        return await self.store.write(work)

    async def _settled(self, records: Records, assessed: Assessed) -> Send | Held:
        """As the pipeline keeps a draft."""
        await records.assessments.add(assessed)
        outcome = await self.sending.gate.deliver(records, assessed)
        if isinstance(outcome, Send):
            await records.assessments.sent(assessed.draft_id, assessed.scorer)
        else:
            await records.assessments.held(assessed.draft_id, assessed.scorer, outcome.why, would_send=assessed.would_send)
        return outcome

    async def latest(self, ticket_id: TicketId) -> Draft:
        draft = await self.store.read(lambda records: records.drafts.latest(ticket_id))
        assert draft is not None
        return draft

    async def later(self, seconds: float = 121.0) -> None:
        """The undo time passes and the outbox is looked after, as its lane does."""
        self.clock.advance(seconds=seconds)
        await self.sending.attend()
        await self.outbox.flush()


async def proven(store: Store, now: datetime, **changed: Any) -> Certificate:
    """A goal of 5 %, and a certificate for it."""
    granted = certificate(now, **{"scorer": SCORER, "fingerprint": MARK, **changed})

    async def work(records: Records) -> Certificate:
        await records.goals.set(Goal(0, 0.05, 0.1, (), (), "Ada", now))
        return await records.certificates.grant(granted)

    return await store.write(work)


async def proven_now(desk: Desk, **changed: Any) -> Certificate:
    """The same for the excerpts writer as it drafts on this desk."""
    scorer = desk.certifying.weigher.book.live("excerpts").name
    drafter = await desk.certifying.drafter("excerpts", scorer)
    assert drafter is not None
    by = {"scorer": scorer, "fingerprint": drafter.code, "evidence": {"drafter": vars(drafter)}}
    return await proven(desk.sending.store, desk.sending.gate.clock.now(), **by, **changed)


async def answered_by(sending: Sending, name: str, by: Certificate | None = None) -> Send:
    """A mail of that customer came, and its answer passed the gate. `by` is a certificate of who wrote it."""
    now = sending.gate.clock.now()
    address = f"{name}@example.org"
    mail = IncomingMessage(ChannelName.FOLDER, name, name, address, f"About {name}", name, now, message_id=f"<{address}>")

    async def work(records: Records) -> Send:
        ticket_id = (await records.tickets.receive(mail))[0]
        draft_id = await records.drafts.request(ticket_id)
        reply = WrittenReply("Hold it. [1]", (), False, "", True, "excerpts", "", "p")
        await records.drafts.answered(draft_id, reply, Verdict(0.9, Route.SEND, (), {}, ()), DRAFTER)
        assessed = judged(draft_id, ticket_id, reply.text, now)
        if by is not None:
            assessed = replace(assessed, scorer=by.scorer, fingerprint=by.fingerprint)
        return sent(await sending.gate.deliver(records, assessed))

    return await sending.store.write(work)


def judged(draft_id: DraftId, ticket_id: TicketId, text: str, at: datetime) -> Assessed:
    """A proven, undoubted answer."""
    return Assessed(
        draft_id=draft_id,
        revision=1,
        ticket_id=ticket_id,
        writer="excerpts",
        scorer=SCORER,
        frozen=True,
        fingerprint=MARK,
        topic="hub",
        score=0.9,
        sendable=True,
        flagged=False,
        audit_share=0.3,
        would_send=True,
        text=text,
        at=at,
    )


def why(outcome: Send | Held) -> Hold | None:
    return outcome.why if isinstance(outcome, Held) else None


def sent(outcome: Send | Held) -> Send:
    assert isinstance(outcome, Send), outcome
    return outcome
