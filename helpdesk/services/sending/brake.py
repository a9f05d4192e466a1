"""The stop: anybody may pull it, from anywhere, at once; only somebody who says why lets sending go on."""

from collections.abc import Callable

from helpdesk.domain.autosend import Lack
from helpdesk.domain.errors import NotSigned
from helpdesk.domain.events import Event, SendingChanged
from helpdesk.domain.sending import AlarmKind, AutoReply, ConsentKind, Hold, Stop
from helpdesk.ports.sending_records import NewConsent
from helpdesk.ports.store import Records, Store
from helpdesk.services.sending.gate import Gate
from helpdesk.services.sending.leaving import Leaving

FEWEST_WORDS = 3


class Brake:
    """The stop itself lies outside the store, where another process can put it; the desk writes down that it saw it."""

    def __init__(self, store: Store, gate: Gate, leaving: Leaving, publish: Callable[[Event], None]) -> None:
        self._store = store
        self._gate = gate
        self._leaving = leaving
        self._publish = publish
        self._seen = False

    async def stop(self, words: str = "") -> int:
        """At once; how many answers were taken back. The mark comes first: what happens after it may fail. Raises ReadOnly,
        DiskFull."""
        gate = self._gate
        gate.switch.pull(Stop(gate.settings.agent_name, words.strip(), gate.clock.now().isoformat()))
        self._seen = False
        return await self.look()

    async def look(self) -> int:
        """Heeds a stop that somebody pulled, here or in another process; how many answers were taken back."""
        stop = self._gate.switch.standing()
        if stop is None or self._seen:
            self._seen = stop is not None
            return 0

        async def work(records: Records) -> list[AutoReply]:
            back = await self._leaving.all_back(records, Hold.STOPPED)
            if all(alarm.kind is not AlarmKind.STOPPED for alarm in await records.alarms.standing()):
                details = {"agent": stop.agent, "words": stop.words, "at": stop.at}
                await records.alarms.raise_(AlarmKind.STOPPED, None, details)
                await records.consents.add(NewConsent(ConsentKind.STOP, stop.words, stop.agent))
                await records.log.note("sending.stopped", agent=stop.agent, reason=stop.words, taken_back=len(back))
            return back

        back = await self._store.write(work)
        self._seen = True
        self._leaving.tell_returned(back)
        self._publish(SendingChanged())
        return len(back)

    async def resume(self, words: str) -> int:
        """Clears the stop and every alarm; how many alarms. `words` say why. Raises NotSigned, ReadOnly."""
        said, gate = " ".join(words.split()), self._gate
        if len(said.split()) < FEWEST_WORDS:
            raise NotSigned(Lack.REASON)
        agent, stop = gate.signatory(), gate.switch.standing()

        async def work(records: Records) -> int:
            cleared = await records.alarms.clear(f"{agent}: {said}")
            if not cleared and stop is None:
                raise NotSigned(Lack.NOTHING)
            await gate.watch.believe(records)
            await records.consents.add(NewConsent(ConsentKind.RESUME, said, agent))
            await records.log.note("sending.resumed", agent=agent, reason=said)
            return cleared

        cleared = await self._store.write(work)
        if gate.switch.standing() == stop:  # else somebody pulled it again meanwhile
            gate.switch.release()
        self._seen = False
        self._publish(SendingChanged())
        return cleared
