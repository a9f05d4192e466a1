"""Who writes a draft, and what happens when that writer cannot."""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from helpdesk.domain.breaker import Breaker, BreakerPhase, Outcome
from helpdesk.domain.draft import Hand, WrittenReply
from helpdesk.domain.errors import ModelRefused, ModelResting, NotReady
from helpdesk.ports.writing import ReplyWriter, WritingTask
from helpdesk.services.model_rest import ModelRest
from helpdesk.services.obstacles import gone, in_words, is_absent, may_pass, outcome
from helpdesk.settings import Settings

log = logging.getLogger(__name__)

REMEMBERED_SECONDS = 20.0
"""How long an answer to 'is the model there?' stands, so that a queue of drafts asks once."""

ALWAYS_READY = "excerpts"
MODEL = "ollama"


class Drafting:
    """`breaker` leaves a model server alone that fails again and again; `rest` remembers that beyond this program. `writers` by
    the names the settings have for them."""

    def __init__(
        self,
        writers: Mapping[str, ReplyWriter],
        settings: Settings,
        seconds: Callable[[], float] = time.monotonic,
        rest: ModelRest | None = None,
    ) -> None:
        self._writers = writers
        self._settings = settings
        self._seconds = seconds
        self._asked_at: float | None = None
        self._obstacle: NotReady | None = None
        self._trouble = ""
        self._rest = rest
        self.breaker = Breaker(seconds)

    async def recover(self) -> None:
        """The rest a program before this one gave the model. Before the first draft."""
        if self._rest is not None:
            self._trouble = await self._rest.resume(self.breaker)

    async def write(self, task: WritingTask, on_text: Callable[[str], None]) -> WrittenReply:
        """A reply by the wanted writer, or by the excerpts writer with `fallback` saying why. With `auto` a model server that
        nobody started is no reason; one that does not do what it should is. Raises NotReady only when even that one cannot."""
        model = self._model()
        if model is None:
            return await self.quoted(task, on_text)
        written = await self._attempted(model, task, on_text)
        if isinstance(written, WrittenReply):
            return written
        quiet = self._settings.writer == "auto" and is_absent(written)
        reply = await self.quoted(task, on_text, "" if quiet else in_words(written))
        return replace(reply, instead=may_pass(written), broken_off=written.broken_off)

    async def quoted(self, task: WritingTask, on_text: Callable[[str], None], why: str = "") -> WrittenReply:
        """By the excerpts writer. `why` says what kept the wanted one."""
        return replace(await self._writers[ALWAYS_READY].write(task, on_text), fallback=why)

    async def hand(self, writer: str) -> Hand | None:
        """Whose work the next draft of that writer would be; None for one that the settings do not let draft."""
        asked = self._model() if writer == MODEL else self._writers.get(writer)
        return await asked.hand(self._settings.tone, self._settings.house_rules) if asked is not None else None

    async def can_improve(self) -> bool:
        """Whether the model would write now. Asks the server at most every 20 seconds."""
        model = self._model()
        if model is None or self.breaker.state().phase is BreakerPhase.OPEN:
            return False
        obstacle, _ = await self._what_hinders(model)
        return obstacle is None

    async def does_write(self) -> None:
        """Somebody saw the model write just now."""
        await self._learned(Outcome.SUCCESS)

    def _model(self) -> ReplyWriter | None:
        """None when the settings want no model."""
        wanted = self._writers.get(MODEL if self._settings.writer == "auto" else self._settings.writer)
        return None if wanted is None or wanted.name == ALWAYS_READY else wanted

    async def _attempted(
        self, model: ReplyWriter, task: WritingTask, on_text: Callable[[str], None]
    ) -> WrittenReply | NotReady:
        """The reply, or what kept it from being written; the breaker learns of either."""
        if not self.breaker.allow():
            return ModelResting(max(1, round(self.breaker.state().seconds_left)), self._trouble)
        told = Outcome.NEITHER
        try:
            obstacle, is_news = await self._what_hinders(model)
            if obstacle is not None:
                told = outcome(obstacle) if is_news else Outcome.NEITHER
                self._trouble = in_words(obstacle)
                return obstacle
            reply = await model.write(task, on_text)
            told = Outcome.NEITHER if reply.abstained and reply.trace is None else Outcome.SUCCESS
            return reply
        except NotReady as raised:
            self._asked_at = None
            error = gone(raised)
            error.broken_off = raised.broken_off
            told = outcome(error)
            self._trouble = in_words(error)
            self._told_of(error)
            return error
        finally:
            await self._learned(told)

    async def _learned(self, outcome: Outcome) -> None:
        before = self.breaker.state()
        self.breaker.record(outcome)
        moved = outcome is not Outcome.NEITHER and (outcome is not Outcome.SUCCESS or before.failures > 0)
        if self._rest is not None and moved:
            await self._rest.keep(self.breaker, self._trouble)

    async def _what_hinders(self, writer: ReplyWriter) -> tuple[NotReady | None, bool]:
        """The obstacle, and whether the server was asked just now."""
        now = self._seconds()
        if self._asked_at is not None and 0 <= now - self._asked_at < REMEMBERED_SECONDS:
            return self._obstacle, False
        try:
            await writer.ready()
            self._obstacle = None
        except NotReady as error:
            self._obstacle = error
        self._asked_at = now
        return self._obstacle, True

    def _told_of(self, error: NotReady) -> None:
        """A request the server takes for wrong is a fault of ours. Its words may hold a customer's, so they stay out."""
        if isinstance(error, ModelRefused):
            log.warning("the model server refused a request: %s", error.detail.partition(":")[0])
