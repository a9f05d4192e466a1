"""The model that searches by meaning: shown, checked, weighed and switched; fetched only when somebody says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpdesk.domain.embedding_model import BUILT_IN
from helpdesk.domain.errors import HostNotAllowed
from helpdesk.domain.events import Event, IndexChanged
from helpdesk.services.models import settings_with
from helpdesk.ui import wording
from helpdesk.ui.language import mark, number, tr, trn
from helpdesk.ui.preferences.work_presenter import WorkPresenter
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpdesk.domain.embedding_model import CatalogueModel, ModelEstimate, ModelState
    from helpdesk.services.desk import Desk
    from helpdesk.settings import Settings
    from helpdesk.ui.bridge import Bridge
    from helpdesk.ui.preferences.model_card import ModelCard

SEARCHING_GOES_ON = mark("Search and drafts go on as they are meanwhile, and it can be stopped at any time.")
QUICK = 10.0
"""Seconds nobody needs to be told of before."""


class ModelPresenter(WorkPresenter["ModelCard"]):
    STOPPED = mark("Stopped. What was done is kept; starting again goes on from there.")

    def __init__(
        self, card: ModelCard, bridge: Bridge, settings: Callable[[], Settings], apply: Callable[[Settings], None]
    ) -> None:
        super().__init__(card, bridge, settings, apply)
        card.seen.connect(self.look)
        card.folder_chosen.connect(self.propose)
        card.built_in_wanted.connect(lambda: self.propose(BUILT_IN))
        card.catalogue_wanted.connect(self.show_catalogue)
        card.model_wanted.connect(self.want)
        card.cancelled.connect(self.cancel)
        bridge.listen(self.heard)

    def heard(self, event: Event) -> None:
        """After a switch the index follows: what is embedded is told anew."""
        if isinstance(event, IndexChanged) and self._looked_at and self._desk is not None:
            self._refresh(self._desk)

    def propose(self, choice: str, before: str = "") -> None:
        """Checks a folder (or 'built-in') and asks whether to pay what switching costs. `before` is said first."""
        desk = self._desk
        if desk is not None:
            words = tr("Checking the model: files, hashes, self-test, speed…")
            self._run(words, lambda: desk.models.estimate(choice), partial(self._weigh, choice, before))

    def show_catalogue(self) -> None:
        desk = self._desk
        if desk is not None:
            self._run(tr("Listing the models fastembed knows…"), desk.models.catalogue, self._list)

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
        self._card.ask(words, tr("Choose a folder and fetch…"), lambda: self._card.choose_target(model.name, chosen))

    def _weigh(self, choice: str, before: str, estimate: ModelEstimate) -> None:
        self._end()
        name = tr("The built-in embedder") if choice == BUILT_IN else estimate.check.folder
        if not estimate.check.ok:
            self._card.say(
                tr(
                    "{before}{name} is not used: {failure}.",
                    before=before,
                    name=name,
                    failure=reason_said(estimate.check.failure),
                ),
                well=False,
            )
            return
        self._card.ask(f"{before}{sound(estimate)}{cost(estimate)}", tr("Switch"), partial(self._switch, choice))

    def _switch(self, choice: str) -> None:
        desk = self._desk
        if desk is not None:
            work = partial(desk.models.prepare, choice, self._feed.report)
            self._run(tr("Loading the model…"), work, lambda _: self._prepared(choice))

    def _prepared(self, choice: str) -> None:
        self._end()
        self._take_over(settings_with(self._settings(), choice), tr("Switched. The index follows from what was embedded."))

    def _list(self, models: tuple[CatalogueModel, ...]) -> None:
        self._end()
        self._card.show_catalogue(models)

    def _fetch(self, name: str, also: frozenset[str], target: Path) -> None:
        desk = self._desk
        if desk is not None:
            work = partial(desk.models.fetch, name, target, self._feed.report, also)
            self._run(tr("Fetching {name}…", name=name), work, self._fetched, partial(self._not_fetched, name, also, target))

    def _fetched(self, folder: Path) -> None:
        self._end()
        self.propose(str(folder), tr("Fetched and verified: {folder}. ", folder=folder))

    def _not_fetched(self, name: str, also: frozenset[str], target: Path, error: Exception) -> None:
        self._failed(error)
        if isinstance(error, HostNotAllowed):
            said = wording.of(error)
            self._card.ask(said.sentence, tr("Connect to it too"), partial(self._fetch, name, also | {error.host}, target))

    def _refresh(self, desk: Desk) -> None:
        self._bridge.call(desk.models.state, self._show, self._card.tell)

    def _show(self, state: ModelState) -> None:
        if state.failure:
            words = tr(
                "{name} cannot be used: {failure}. Search goes on by words.",
                name=state.name,
                failure=reason_said(state.failure),
            )
        else:
            words = f"{tr('The built-in embedder') if state.name == BUILT_IN else state.name}: {reason_said(state.why)}"
        self._card.show_state(words, details(state), well=not state.failure, built_in=state.name == BUILT_IN)


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
    if not estimate.passages and estimate.seconds < QUICK:
        return tr("Nothing is left to embed: the switch is quick.")
    if not estimate.passages:
        took = wording.duration(estimate.seconds)
        return tr("Nothing is left to embed; the articles are cut anew, {duration} on this machine.", duration=took)
    about = tr(
        "{counted} to embed, {duration} on this machine.",
        counted=counted(estimate.passages),
        duration=wording.duration(estimate.seconds),
    )
    return f"{about} {tr(SEARCHING_GOES_ON)}"


def counted(passages: int) -> str:
    return trn("{n} passage", "{n} passages", passages)
