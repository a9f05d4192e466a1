"""The model that drafts: looked after, chosen, fetched, tried and compared; the server is asked only when somebody looks."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.breaker import BreakerPhase
from helpdesk.domain.model_server import ServerStatus
from helpdesk.services.model_server import confirmed, settings_with
from helpdesk.ui import model_wording, trial_wording, wording
from helpdesk.ui.language import mark, number, tr
from helpdesk.ui.preferences.work_presenter import WorkPresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.bake_off import BakeOff
    from helpdesk.domain.model_server import ModelTrial, ServerState
    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.services.model_server import KnownModel
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.writer_card import WriterCard

NOTHING_TO_COMPARE = mark("No ticket has a draft yet; bring some tickets in first.")
SILENT = (ServerStatus.UNCONFIRMED, ServerStatus.NOT_INSTALLED, ServerStatus.NOT_RUNNING)
"""Nothing can be asked of the server."""


class WriterPresenter(WorkPresenter["WriterCard"]):
    STOPPED = mark("Stopped. What came is kept by the server; pulling again goes on from it.")

    def __init__(
        self, card: WriterCard, bridge: Bridge, settings: Callable[[], Settings], apply: Callable[[Settings], None]
    ) -> None:
        super().__init__(card, bridge, settings, apply)
        self._speed = Speed()
        self._state: ServerState | None = None
        card.seen.connect(self.look)
        card.look_wanted.connect(self.look)
        card.ticked.connect(self._count_down)
        card.confirm_wanted.connect(self.confirm)
        card.model_chosen.connect(self.use)
        card.test_wanted.connect(self.test)
        card.pull_wanted.connect(self.pull)
        card.comparison.wanted.connect(self.compare)
        card.cancelled.connect(self.cancel)

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
                tr("Loading {name} and letting it write once…", name=name),
                partial(desk.drafting_models.test, name),
                self._tested,
            )

    def pull(self, name: str) -> None:
        desk = self._desk
        if desk is not None:
            self._speed = Speed()
            work = partial(desk.drafting_models.pull, name, self._feed.report)
            self._run(tr("Asking the server for {name}…", name=name), work, lambda _: self._pulled(name))

    def compare(self, names: Sequence[str], tickets: int) -> None:
        desk = self._desk
        if desk is not None:
            work = partial(desk.drafting_models.bake_off, tuple(names), tickets, self._feed.report)
            self._run(tr("Loading the first model…"), work, self._compared)

    def _refresh(self, desk: Desk) -> None:
        """Asks the server for its state, and for its models when it answers."""
        self._bridge.call(desk.drafting_models.state, self._show_state, self._card.tell)

    def _told(self, progress: Progress) -> Progress:
        return self._speed.told(progress)

    def _show_state(self, state: ServerState) -> None:
        desk = self._desk
        if desk is None:
            return
        works, answers = state.status in (ServerStatus.READY, ServerStatus.BUSY), state.status not in SILENT
        self._say_state(desk, state)
        self._card.show_action(
            to_confirm=state.status is ServerStatus.UNCONFIRMED, to_pull=answers, drafts_now=state.model if works else ""
        )
        if answers:
            self._bridge.call(desk.drafting_models.models, self._show_models, self._card.tell)
        else:
            self._card.show_models([], "")

    def _say_state(self, desk: Desk, state: ServerState) -> None:
        """How long a server that failed is left alone counts down; the server itself is not asked for it."""
        self._state = state
        said, works = model_wording.state(state), state.status in (ServerStatus.READY, ServerStatus.BUSY)
        breaker = desk.drafting_models.breaker()
        resting = model_wording.resting(breaker)
        rests = works and bool(resting)
        if rests:
            said, resting = replace(said, title=model_wording.rest_title(breaker), sentence=resting), ""
        self._card.show_state(said, resting, well=works and not rests)
        self._card.count_down(breaker.phase is BreakerPhase.OPEN)

    def _count_down(self) -> None:
        if self._desk is not None and self._state is not None:
            self._say_state(self._desk, self._state)

    def _show_models(self, models: tuple[KnownModel, ...]) -> None:
        able = [(one.model.name, described(one)) for one in models if one.model.writes and not one.model.is_remote]
        self._card.show_models(able, self._settings().ollama_model)

    def _tested(self, trial: ModelTrial) -> None:
        self._end()
        self._card.say(tr("{trial}. It wrote: {said}", trial=". ".join(trial_wording.trial(trial)), said=trial.said), well=True)
        self._card.look_wanted.emit()

    def _pulled(self, name: str) -> None:
        self._end()
        self._card.say(tr("{name} is there.", name=name), well=True)
        self._card.look_wanted.emit()

    def _compared(self, found: BakeOff) -> None:
        self._end()
        if found.tickets:
            self._card.comparison.show_found(found)
        else:
            self._card.say(tr(NOTHING_TO_COMPARE), well=False)


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
