"""Preferences: every change is checked, saved and used at once, or refused where it was made."""

from collections.abc import Callable
from dataclasses import replace
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
    from helpdesk.domain.model_server import ServerState
    from helpdesk.services.desk import Desk


class PreferencesView(Protocol):
    def show_value(self, name: str, value: Value) -> None: ...

    def show_unchanged(self, name: str) -> None:
        """The value in force was given again: an earlier refusal no longer stands."""
        ...

    def show_saved(self, name: str) -> None: ...

    def show_refused(self, name: str, words: str) -> None: ...

    def show_drafting(self, words: str, well: bool) -> None: ...


class PreferencesPresenter:
    """`apply` saves and uses settings; BadInput and OSError come through it."""

    def __init__(
        self, view: PreferencesView, bridge: Bridge, settings: Callable[[], Settings], apply: Callable[[Settings], None]
    ) -> None:
        self._view = view
        self._bridge = bridge
        self._settings = settings
        self._apply = apply
        self._desk: Desk | None = None
        self._asked: Handle | None = None
        self.applying = False

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self.ask_who_drafts()

    def show_all(self, fields: tuple[FormField, ...]) -> None:
        current = self._settings()
        for field in fields:
            self._view.show_value(field.name, getattr(current, field.name))

    def change(self, field: FormField, value: Value) -> None:
        """Saves a value that differs from the one in force."""
        try:
            typed: Value = checked(spec(field.name), value, field.label)
            if field.kind is FieldKind.FOLDER and typed and not is_folder(str(typed)):
                self._view.show_refused(field.name, tr("There is no such folder. Create it first, or choose another one."))
                return
            current = self._settings()
            if getattr(current, field.name) == typed:
                self._view.show_unchanged(field.name)
                return
            change: dict[str, Any] = {field.name: typed}
            self.applying = True
            self._apply(replace(current, **change))
        except BadInput as error:
            self._view.show_refused(field.name, sentence(error.reason, field.name))
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
