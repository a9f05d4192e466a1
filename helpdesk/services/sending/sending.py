"""Sending by itself, as an admin governs it: off until proven and signed."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from helpdesk.domain import signature
from helpdesk.domain.autosend import Lack, Mode, Offer, SendingStatus
from helpdesk.domain.certificate import Certificate
from helpdesk.domain.doubts import covers
from helpdesk.domain.errors import NotFound, NotSigned, UndoTooLate
from helpdesk.domain.events import Event, SendingChanged
from helpdesk.domain.ids import OutboxId
from helpdesk.domain.sending import AutoReply, Consent, ConsentKind, Hold
from helpdesk.ports.sending_records import NewConsent
from helpdesk.ports.store import Records, Store
from helpdesk.services.sending.brake import Brake
from helpdesk.services.sending.gate import Gate
from helpdesk.services.sending.leaving import Leaving, put_back
from helpdesk.services.sending.signing import Signing, shown

WEEK = timedelta(days=7)
LOWEST_LINE, HIGHEST_LINE = 0.5, 0.99


@dataclass(frozen=True)
class Sending:
    store: Store
    gate: Gate
    leaving: Leaving
    brake: Brake
    signing: Signing
    publish: Callable[[Event], None]

    async def attend(self) -> None:
        """What the desk does every second or so while it is open: heeds the stop, and watches the clock while it may send."""
        await self.brake.look()
        if not self.gate.watch.due() or await self.store.read(lambda records: records.consents.standing()) is None:
            return
        if not await self.store.write(self.gate.watch.trusted):
            self.publish(SendingChanged())

    async def status(self) -> SendingStatus:
        return await self.store.read(self._status)

    async def offer(self) -> Offer:
        """What would be signed now."""
        return await self.store.read(self._offer)

    async def offer_line(self, line: float) -> Offer:
        """What an override by this line would mean. Raises NotSigned when it is out of bounds."""
        _check_line(line)
        return await self.store.read(lambda records: self.signing.of_line(records, line))

    async def turn_on(self, words: str, seen: Collection[int] | None = None) -> Consent:
        """Signs the certificates that were `seen`, by id; None: all that stand. Raises NotSigned, also when one of them stands
        no more."""
        return await self._sign(ConsentKind.ON, words, lambda records: self._offer(records, seen))

    async def override(self, line: float, words: str) -> Consent:
        """A fixed line instead of a certificate. Raises NotSigned."""
        _check_line(line)
        return await self._sign(ConsentKind.OVERRIDE, words, lambda records: self.signing.of_line(records, line), line)

    async def turn_off(self) -> int:
        """What has not left goes to the review queue; how many answers that were."""
        agent = self.gate.settings.agent_name

        async def work(records: Records) -> list[AutoReply]:
            await records.consents.add(NewConsent(ConsentKind.OFF, "", agent))
            await records.log.note("sending.off", agent=agent)
            return await self.leaving.all_back(records, Hold.OFF)

        back = await self.store.write(work)
        self.leaving.tell_returned(back)
        self.publish(SendingChanged())
        return len(back)

    async def went(self, limit: int = 200) -> list[AutoReply]:
        """Answers that left by themselves, are about to, or were taken back; newest first."""
        return await self.store.read(lambda records: records.auto_replies.listed(limit))

    async def consents(self, limit: int = 100) -> list[Consent]:
        """Everything that was signed, newest first."""
        return await self.store.read(lambda records: records.consents.listed(limit))

    async def take_back(self, outbox_id: OutboxId) -> AutoReply:
        """An answer in its undo time, or one that could not leave, goes to the review queue. Raises NotFound, UndoTooLate."""

        async def work(records: Records) -> AutoReply:
            reply = await records.auto_replies.of_entry(outbox_id)
            if reply is None:
                raise NotFound("answer", str(outbox_id))
            if not await put_back(records, reply, Hold.TAKEN_BACK):
                raise UndoTooLate
            return reply

        reply = await self.store.write(work)
        self.leaving.tell_returned([reply])
        return reply

    async def _status(self, records: Records) -> SendingStatus:
        consent, alarms = await records.consents.standing(), tuple(await records.alarms.standing())
        standing = await records.certificates.standing()
        signed = tuple(one for one in standing if consent is not None and covers(consent, one))
        stop, since = self.gate.switch.standing(), self.gate.clock.now() - WEEK
        return SendingStatus(
            mode=_mode(consent, stop is not None, bool(alarms), bool(signed)),
            consent=consent,
            stop=stop,
            alarms=alarms,
            signed=signed,
            unsigned=tuple(one for one in standing if one not in signed),
            waiting=len(await records.auto_replies.waiting()),
            sent=await records.auto_replies.left(since),
            held=await records.auto_replies.held(since),
            lost="" if consent is None or signed else _lost(consent, await records.certificates.listed()),
        )

    async def _offer(self, records: Records, seen: Collection[int] | None = None) -> Offer:
        standing = [one for one in await records.certificates.standing() if seen is None or one.id in seen]
        if seen is not None and len(standing) < len(set(seen)):
            raise NotSigned(Lack.MOVED)
        return await self.signing.of_certificates(records, standing)

    async def _sign(
        self, kind: ConsentKind, words: str, offered: Callable[[Records], Awaitable[Offer]], line: float | None = None
    ) -> Consent:
        agent = self.gate.signatory()

        async def work(records: Records) -> Consent:
            if self.gate.switch.standing() is not None or await records.alarms.standing():
                raise NotSigned(Lack.RESUME)
            offer = await offered(records)
            if not offer.wanted:
                raise NotSigned(Lack.CERTIFICATE)
            if not signature.typed(words, offer.wanted):
                raise NotSigned(Lack.WORDS, offer.wanted)
            main = offer.certificates[0].id if offer.certificates else None
            await records.consents.add(NewConsent(kind, words.strip(), agent, main, line, shown(offer)))
            await self.gate.watch.believe(records)
            await records.log.note(f"sending.{kind}", agent=agent, certificate=main, line=line)
            consent = await records.consents.standing()
            assert consent is not None
            return consent

        consent = await self.store.write(work)
        self.publish(SendingChanged())
        return consent


def _lost(consent: Consent, certificates: Sequence[Certificate]) -> str:
    """Why the one that was signed and ended last stands no more."""
    ended = [(one.ended_at, one.ended_why) for one in certificates if one.ended_at is not None and covers(consent, one)]
    return max(ended)[1] if ended else ""


def _mode(consent: Consent | None, stopped: bool, alarmed: bool, signed: bool) -> Mode:
    if consent is None:
        return Mode.OFF
    if stopped or alarmed:
        return Mode.STOPPED if stopped else Mode.PAUSED
    if consent.kind is ConsentKind.OVERRIDE:
        return Mode.OVERRIDDEN
    return Mode.ON if signed else Mode.UNPROVEN


def _check_line(line: float) -> None:
    if not LOWEST_LINE <= line <= HIGHEST_LINE:
        raise NotSigned(Lack.LINE, f"{LOWEST_LINE:.2f} to {HIGHEST_LINE:.2f}")
