"""The model that searches by meaning: shown, checked, weighed and switched; fetched only when somebody says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from helpdesk.domain.embedding_model import BUILT_IN
from helpdesk.domain.errors import HostNotAllowed
from helpdesk.services.models import settings_with
from helpdesk.ui import wording
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.language import mark, number, tr, trn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from helpdesk.domain.embedding_model import CatalogueModel, ModelEstimate, ModelState
    from helpdesk.domain.progress import Progress
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge, Handle

T = TypeVar("T")

STOPPED = mark("Stopped. What was done is kept; starting again goes on from there.")
SEARCHING_GOES_ON = mark("Search and drafts go on as they are meanwhile, and it can be stopped at any time.")


class ModelView(Protocol):
    def show_state(self, words: str, details: str, *, well: bool, built_in: bool) -> None: ...

    def show_idle(self) -> None:
        """Nothing runs and nothing is asked."""
        ...

    def show_busy(self, words: str) -> None: ...

    def show_progress(self, progress: Progress) -> None: ...

    def ask(self, words: str, action: str, act: Callable[[], object]) -> None: ...

    def show_catalogue(self, models: Sequence[CatalogueModel]) -> None: ...

    def choose_target(self, name: str, chosen: Callable[[Path], object]) -> None: ...

    def say(self, words: str, *, well: bool) -> None: ...


class ModelPresenter:
    """`apply` saves settings and opens the desk anew with them; OSError comes through it."""

    def __init__(
        self, view: ModelView, bridge: Bridge, settings: Callable[[], Settings], apply: Callable[[Settings], None]
    ) -> None:
        self._view = view
        self._bridge = bridge
        self._settings = settings
        self._apply = apply
        self._desk: Desk | None = None
        self._running: Handle | None = None
        self._busy = False
        self._looked_at = False
        self._feed = ProgressFeed()
        self._feed.progressed.connect(self._progressed)

    def desk_ready(self, desk: Desk) -> None:
        """What ran in a desk that closed has ended with it."""
        self._desk = desk
        self.cancel()
        self._refresh()

    def look(self) -> None:
        """Somebody looks at the card: from now on it is kept true."""
        self._looked_at = True
        self._refresh()

    def _refresh(self) -> None:
        if self._desk is not None and self._looked_at:
            self._bridge.call(self._desk.models.state, self._show, self._failed)

    def propose(self, choice: str, before: str = "") -> None:
        """Checks a folder (or 'built-in') and asks whether to pay what switching costs. `before` is said first."""
        desk = self._desk
        if desk is not None and not self._busy:
            self._view.show_busy(tr("Checking the model: files, hashes, self-test, speed …"))
            self._run(lambda: desk.models.estimate(choice), partial(self._weigh, choice, before))

    def show_catalogue(self) -> None:
        desk = self._desk
        if desk is not None and not self._busy:
            self._view.show_busy(tr("Listing the models fastembed knows …"))
            self._run(desk.models.catalogue, self._list)

    def want(self, model: CatalogueModel) -> None:
        words = tr(
            "{name} comes from {host}: about {size}, licence {licence}. Nothing has been asked of that host yet. "
            "What it learns is this machine's address and the model's name.",
            name=model.name,
            host=model.host,
            size=wording.size(model.size),
            licence=model.licence,
        )
        chosen = partial(self._fetch, model.name, frozenset[str]())
        self._view.ask(words, tr("Choose a folder and fetch…"), lambda: self._view.choose_target(model.name, chosen))

    def cancel(self) -> None:
        if self._busy:
            if self._running is not None:
                self._running.cancel()
            self._end()
            self._view.say(tr(STOPPED), well=True)

    def _run(
        self, work: Callable[[], Awaitable[T]], done: Callable[[T], object], failed: Callable[[Exception], object] | None = None
    ) -> None:
        self._busy = True
        handle = self._bridge.call(work, done, failed or self._failed)
        if self._busy:
            self._running = handle

    def _weigh(self, choice: str, before: str, estimate: ModelEstimate) -> None:
        self._end()
        name = tr("The built-in embedder") if choice == BUILT_IN else estimate.check.folder
        if not estimate.check.ok:
            self._view.say(
                tr("{before}{name} is not used: {failure}.", before=before, name=name, failure=estimate.check.failure),
                well=False,
            )
            return
        self._view.ask(f"{before}{sound(estimate)}{cost(estimate)}", tr("Switch"), partial(self._switch, choice))

    def _switch(self, choice: str) -> None:
        desk = self._desk
        if desk is not None:
            self._view.show_busy(tr("Loading the model …"))
            work = partial(desk.models.prepare, choice, self._feed.report)
            self._run(work, lambda _: self._take_over(choice))

    def _take_over(self, choice: str) -> None:
        self._end()
        try:
            self._apply(settings_with(self._settings(), choice))
        except OSError as error:
            self._failed(error)
        else:
            self._view.say(tr("Switched. The index follows from what was embedded."), well=True)

    def _list(self, models: tuple[CatalogueModel, ...]) -> None:
        self._end()
        self._view.show_catalogue(models)

    def _fetch(self, name: str, also: frozenset[str], target: Path) -> None:
        desk = self._desk
        if desk is not None and not self._busy:
            self._view.show_busy(tr("Fetching {name} …", name=name))
            work = partial(desk.models.fetch, name, target, self._feed.report, also)
            self._run(work, self._fetched, partial(self._not_fetched, name, also, target))

    def _fetched(self, folder: Path) -> None:
        self._end()
        self.propose(str(folder), tr("Fetched and verified: {folder}. ", folder=folder))

    def _not_fetched(self, name: str, also: frozenset[str], target: Path, error: Exception) -> None:
        self._failed(error)
        if isinstance(error, HostNotAllowed):
            said = wording.of(error)
            self._view.ask(said.sentence, tr("Connect to it too"), partial(self._fetch, name, also | {error.host}, target))

    def _show(self, state: ModelState) -> None:
        if state.failure:
            words = tr("{name} cannot be used: {failure}. Search goes on by words.", name=state.name, failure=state.failure)
        else:
            words = f"{tr('The built-in embedder') if state.name == BUILT_IN else state.name}: {state.why}"
        self._view.show_state(words, details(state), well=not state.failure, built_in=state.name == BUILT_IN)

    def _progressed(self, progress: Progress) -> None:
        if self._busy:
            self._view.show_progress(progress)

    def _failed(self, error: Exception) -> None:
        self._end()
        said = wording.of(error)
        self._view.say(f"{said.title}. {said.sentence}", well=False)

    def _end(self) -> None:
        self._busy, self._running = False, None
        self._view.show_idle()


def details(state: ModelState) -> str:
    parts = [tr("{counted} embedded", counted=counted(state.embedded))]
    if state.lacking:
        parts.append(tr("{lacking} still to embed", lacking=number(state.lacking)))
    if state.dimension:
        parts.append(tr("{dimension} numbers a vector", dimension=state.dimension))
    if state.speed:
        parts.append(tr("about {speed} passages a second on this machine", speed=number(state.speed)))
    return " · ".join(parts) + (f"\n{state.folder}" if state.folder else "")


def sound(estimate: ModelEstimate) -> str:
    """What the check found, in a line; nothing of the built-in one, which has no folder."""
    check = estimate.check
    if not check.fingerprint:
        return ""
    changed = tr(" Since it was adopted {changed} changed.", changed=", ".join(check.changed)) if check.changed else ""
    return tr(
        "Sound: {dimension} numbers a vector, reads {limit} tokens, family {family}.{changed} ",
        dimension=check.dimension,
        limit=check.limit,
        family=check.family,
        changed=changed,
    )


def cost(estimate: ModelEstimate) -> str:
    if not estimate.passages:
        return tr("Nothing is left to embed: the switch is quick.")
    about = tr(
        "{counted} to embed, {duration} on this machine.",
        counted=counted(estimate.passages),
        duration=wording.duration(estimate.seconds),
    )
    return f"{about} {tr(SEARCHING_GOES_ON)}"


def counted(passages: int) -> str:
    return trn("{n} passage", "{n} passages", passages)
