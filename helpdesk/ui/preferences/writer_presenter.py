"""The model that drafts: looked after, chosen, fetched, tried and compared; the server is asked only when somebody looks."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from helpdesk.domain.model_server import ServerStatus
from helpdesk.services.model_server import confirmed, settings_with
from helpdesk.ui import model_wording, trial_wording, wording
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import mark, number, tr

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.bake_off import BakeOff
    from helpdesk.domain.model_server import ModelTrial, ServerState
    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.services.model_server import KnownModel
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge, Handle

T = TypeVar("T")

STOPPED = mark("Stopped. What came is kept by the server; pulling again goes on from it.")
NOTHING_TO_COMPARE = mark("No ticket has a draft yet; bring some tickets in first.")


class WriterView(Protocol):
    def show_state(self, title: str, sentence: str, resting: str, *, well: bool, to_confirm: bool) -> None: ...

    def show_models(self, models: Sequence[tuple[str, str]], current: str) -> None: ...

    def show_idle(self) -> None: ...

    def show_busy(self, words: str) -> None: ...

    def show_progress(self, progress: Progress) -> None: ...

    def say(self, words: str, *, well: bool) -> None: ...


class WriterPresenter:
    """`apply` saves settings and opens the desk anew with them; OSError comes through it. `show_found` takes what a comparison
    found."""

    def __init__(
        self,
        view: WriterView,
        bridge: Bridge,
        settings: Callable[[], Settings],
        apply: Callable[[Settings], None],
        show_found: Callable[[BakeOff], None],
    ) -> None:
        self._view = view
        self._bridge = bridge
        self._settings = settings
        self._apply = apply
        self._show_found = show_found
        self._desk: Desk | None = None
        self._running: Handle | None = None
        self._busy = False
        self._looked_at = False
        self._speed = Speed()
        self._feed = ProgressFeed()
        self._feed.progressed.connect(self._progressed)

    def desk_ready(self, desk: Desk) -> None:
        """What ran in a desk that closed has ended with it."""
        self._desk = desk
        self.cancel()
        if self._looked_at:
            self.look()

    def look(self) -> None:
        """Asks the server for its state, and for its models when it answers."""
        self._looked_at = True
        if self._desk is not None:
            self._bridge.call(self._desk.drafting_models.state, self._show_state, self._failed)

    def confirm(self) -> None:
        self._take_over(
            confirmed(self._settings(), self._settings().ollama_host),
            tr("Confirmed. Customers' texts may go to that server from now on."),
        )

    def use(self, name: str) -> None:
        who = name or tr("The first model that can chat")
        self._take_over(settings_with(self._settings(), name), tr("{who} drafts from now on.", who=who))

    def test(self, name: str) -> None:
        desk = self._desk
        if desk is not None:
            self._run(
                tr("Loading {name} and letting it write once …", name=name),
                partial(desk.drafting_models.test, name),
                self._tested,
            )

    def pull(self, name: str) -> None:
        desk = self._desk
        if desk is not None:
            self._speed = Speed()
            work = partial(desk.drafting_models.pull, name, self._feed.report)
            self._run(tr("Asking the server for {name} …", name=name), work, lambda _: self._pulled(name))

    def compare(self, names: Sequence[str], tickets: int) -> None:
        desk = self._desk
        if desk is not None:
            work = partial(desk.drafting_models.bake_off, tuple(names), tickets, self._feed.report)
            self._run(tr("Loading the first model …"), work, self._compared)

    def cancel(self) -> None:
        if self._busy:
            if self._running is not None:
                self._running.cancel()
            self._end()
            self._view.say(tr(STOPPED), well=True)

    def _run(self, words: str, work: Callable[[], Awaitable[T]], done: Callable[[T], object]) -> None:
        if self._busy:
            return
        self._busy = True
        self._view.show_busy(words)
        handle = self._bridge.call(work, done, self._failed)
        if self._busy:
            self._running = handle

    def _take_over(self, settings: Settings, words: str) -> None:
        try:
            self._apply(settings)
        except OSError as error:
            self._failed(error)
        else:
            self._view.say(words, well=True)

    def _show_state(self, state: ServerState) -> None:
        desk = self._desk
        if desk is None:
            return
        said, works = model_wording.state(state), state.status in (ServerStatus.READY, ServerStatus.BUSY)
        resting = model_wording.resting(desk.drafting_models.breaker())
        to_confirm = state.status is ServerStatus.UNCONFIRMED
        self._view.show_state(said.title, said.sentence, resting, well=works and not resting, to_confirm=to_confirm)
        if state.status in (ServerStatus.UNCONFIRMED, ServerStatus.NOT_INSTALLED, ServerStatus.NOT_RUNNING):
            self._view.show_models([], "")
        else:
            self._bridge.call(desk.drafting_models.models, self._show_models, self._failed)

    def _show_models(self, models: tuple[KnownModel, ...]) -> None:
        able = [(one.model.name, described(one)) for one in models if one.model.writes and not one.model.is_remote]
        self._view.show_models(able, self._settings().ollama_model)

    def _tested(self, trial: ModelTrial) -> None:
        self._end()
        self._view.say(tr("{trial}. It wrote: {said}", trial=". ".join(trial_wording.trial(trial)), said=trial.said), well=True)
        self.look()

    def _pulled(self, name: str) -> None:
        self._end()
        self._view.say(tr("{name} is there.", name=name), well=True)
        self.look()

    def _compared(self, found: BakeOff) -> None:
        self._end()
        if found.tickets:
            self._show_found(found)
        else:
            self._view.say(tr(NOTHING_TO_COMPARE), well=False)

    def _progressed(self, progress: Progress) -> None:
        if self._busy:
            self._view.show_progress(self._speed.told(progress))

    def _failed(self, error: Exception) -> None:
        self._end()
        said = wording.of(error)
        self._view.say(f"{said.title}. {said.sentence}", well=False)

    def _end(self) -> None:
        self._busy, self._running = False, None
        self._view.show_idle()


class Speed:
    """Bytes a second of a pull, from its first report on; work that counts anything smaller is told as it is."""

    LEAST = 1_000_000

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._begun: tuple[float, int] | None = None

    def told(self, progress: Progress) -> Progress:
        if (progress.total or 0) < self.LEAST:
            return progress
        now = self._seconds()
        self._begun = self._begun or (now, progress.done)
        spent, came = now - self._begun[0], progress.done - self._begun[1]
        speed = tr(", {size} a second", size=wording.size(round(came / spent))) if spent > 1 and came > 0 else ""
        return replace(
            progress,
            label=tr(
                "{size} of {size2}{speed}",
                size=wording.size(progress.done),
                size2=wording.size(progress.total or 0),
                speed=speed,
            ),
        )


def described(known: KnownModel) -> str:
    """A model in one line of a list."""
    model, figures = known.model, known.figures
    kind = " ".join(part for part in (model.parameters, model.quantization) if part)
    parts = [
        wording.size(model.size) if model.size else "",
        kind,
        tr("reads {context} tokens", context=number(model.context)) if model.context else "",
    ]
    if figures.tokens_per_second:
        parts.append(tr("{tokens_per_second} tokens/s here", tokens_per_second=number(figures.tokens_per_second, 1)))
    return f"{model.name} — {', '.join(part for part in parts if part)}"
