"""Preferences: every change is checked, saved and used at once, or refused where it was made."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from helpdesk.domain.errors import BadInput, DeskReopened
from helpdesk.domain.setting_values import checked
from helpdesk.services.drafting_health import WORKING
from helpdesk.settings import Settings
from helpdesk.ui import model_wording, wording
from helpdesk.ui.bridge import Bridge, Handle
from helpdesk.ui.language import capital, tr
from helpdesk.ui.preferences.form_fields import FieldKind, FormField, Value, spec
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from helpdesk.domain.breaker import BreakerState
    from helpdesk.domain.embedding_model import ModelCheck
    from helpdesk.domain.model_server import ServerState
    from helpdesk.services.desk import Desk

SECOND_LOOK = "reranker_folder"


class PreferencesView(Protocol):
    def show_value(self, name: str, value: Value) -> None: ...

    def show_unchanged(self, name: str) -> None:
        """The value in force was given again: an earlier refusal no longer stands."""
        ...

    def show_checking(self, name: str, words: str) -> None:
        """It takes a moment until it is saved or refused."""
        ...

    def show_saved(self, name: str) -> None: ...

    def show_refused(self, name: str, words: str) -> None: ...

    def show_drafting(self, words: str, well: bool) -> None: ...


class PreferencesPresenter:
    """`apply` saves and uses settings; OSError comes through it."""

    def __init__(
        self, view: PreferencesView, bridge: Bridge, settings: Callable[[], Settings], apply: Callable[[Settings], None]
    ) -> None:
        self._view = view
        self._bridge = bridge
        self._settings = settings
        self._apply = apply
        self._desk: Desk | None = None
        self._asked: Handle | None = None
        self._checked: Handle | None = None
        self._waiting: tuple[FormField, Value] | None = None
        self.applying = False

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self.ask_who_drafts()
        if self._waiting is not None:
            self._check(desk, *self._waiting)

    def show_all(self, fields: tuple[FormField, ...]) -> None:
        current = self._settings()
        for field in fields:
            self._view.show_value(field.name, getattr(current, field.name))

    def change(self, field: FormField, value: Value) -> None:
        """Saves a value that differs from the one in force."""
        try:
            typed: Value = checked(spec(field.name), value, field.label)
        except BadInput as error:
            self._view.show_refused(field.name, sentence(error.reason, field.name))
            return
        if self._waiting == (field, typed):
            return
        if field.name == SECOND_LOOK:
            self._check_no_more()
        if field.kind is FieldKind.FOLDER and typed and not is_folder(str(typed)):
            self._view.show_refused(field.name, tr("There is no such folder. Create it first, or choose another one."))
        elif getattr(self._settings(), field.name) == typed:
            self._view.show_unchanged(field.name)
        elif field.name == SECOND_LOOK and typed and self._desk is not None:
            self._check(self._desk, field, typed)
        else:
            self._save(field, typed)

    def _check(self, desk: "Desk", field: FormField, folder: Value) -> None:
        """A model is tried before searches rely on it; cut short by a change of settings, by the desk that follows."""
        self._check_no_more()
        self._waiting = field, folder
        self._view.show_checking(field.name, tr("Checking the model…"))
        work = partial(desk.models.check_second_look, Path(str(folder)))
        self._checked = self._bridge.call(work, partial(self._tried, field, folder), partial(self._not_tried, field))

    def _check_no_more(self) -> None:
        self._waiting = None
        if self._checked is not None:
            self._checked.cancel()
            self._checked = None

    def _tried(self, field: FormField, folder: Value, check: "ModelCheck") -> None:
        self._waiting = None
        if check.ok:
            self._save(field, folder)
        else:
            self._view.show_refused(
                field.name,
                tr(
                    "{name} is not used: {failure}. The former value stays in force.",
                    name=check.folder,
                    failure=reason_said(check.failure),
                ),
            )

    def _not_tried(self, field: FormField, error: Exception) -> None:
        if not isinstance(error, DeskReopened):
            self._waiting = None
            self._view.show_refused(field.name, wording.line(error))

    def _save(self, field: FormField, typed: Value) -> None:
        change: dict[str, Any] = {field.name: typed}
        try:
            self.applying = True
            self._apply(replace(self._settings(), **change))
        except OSError as error:
            said = wording.of(error)
            self._view.show_refused(field.name, tr("Not saved. {title}: {sentence}", title=said.title, sentence=said.sentence))
        else:
            if field.kind is FieldKind.FOLDER:
                self._view.show_value(field.name, typed)
            self._view.show_saved(field.name)
        finally:
            self.applying = False

    def ask_who_drafts(self) -> None:
        if self._desk is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        if self._settings().writer == "excerpts":
            self._view.show_drafting(tr("Drafts quote the knowledge base, as set below"), True)
            return
        self._view.show_drafting(tr("Looking who drafts now…"), True)
        models = self._desk.drafting_models
        self._asked = self._bridge.call(models.state, lambda state: self._told(state, models.breaker()), self._not_told)

    def _told(self, state: "ServerState", breaker: "BreakerState") -> None:
        """A model nobody insists on may be missing without anything being wrong. Why it is, the model's own card tells."""
        works = state.status in WORKING and not model_wording.resting(breaker)
        words = model_wording.state(state).sentence if works else tr("Drafts quote the knowledge base")
        well = works or self._settings().writer == "auto"
        self._view.show_drafting(words, well)

    def _not_told(self, error: Exception) -> None:
        """Cut short by a change of settings, it is asked of the desk that follows."""
        if not isinstance(error, DeskReopened):
            self._view.show_drafting(wording.line(error), False)


def is_folder(path: str) -> bool:
    """Wherever the program is started from."""
    return Path(path).is_absolute() and Path(path).is_dir()


def sentence(reason: str, name: str) -> str:
    """The reason as said at the field itself, which needs no name."""
    said = reason_said(reason.removeprefix(f"{name}: ")).removeprefix(name).strip()
    return tr("{capital}. The former value stays in force.", capital=capital(said))
