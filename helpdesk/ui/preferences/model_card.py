"""What searches by meaning, and the way to something else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from helpdesk.domain.progress import Progress
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label, ProgressStrip, button, column, row
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr
from helpdesk.ui.preferences.saying_card import SeenCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.embedding_model import CatalogueModel


class ModelCard(SeenCard):
    """Passive. `folder_chosen` carries a folder's path, `model_wanted` an entry of the catalogue. `pinned` names the
    environment variable that decides, if one does."""

    folder_chosen = Signal(str)
    built_in_wanted = Signal()
    catalogue_wanted = Signal()
    model_wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, pinned: str = "") -> None:
        super().__init__()
        self._pinned = pinned
        self._is_built_in = True
        self._act: Callable[[], object] | None = None
        self._stopped = False
        self._models: Sequence[CatalogueModel] = ()
        self._state = Label(tr("Looking…"), "strong", wraps=True, selectable=True)
        self._details = Label("", "caption", wraps=True, selectable=True)
        self.strip = ProgressStrip()
        self.choose = button(tr("Use a model folder…"), name=tr("Choose the folder of another model"))
        self.built_in = button(tr("Use the built-in"), name=tr("Search by meaning with the built-in embedder"))
        self.catalogue = button(tr("Fetch a model…"), name=tr("Show the models that can be fetched"))
        self._question = Label("", wraps=True)
        self.confirm = button("", "primary")
        self.decline = button(tr("Not now"), name=tr("Leave it as it is"))
        self._asked = column(self._question, row(self.confirm, self.decline, None), gap=theme.S)
        self._names = PickBox(tr("Models that can be fetched"))
        self._about = Label("", "caption", wraps=True)
        self.fetch = button(tr("Fetch…"), name=tr("Fetch the chosen model"))
        self._shelf = column(Label(tr("Models fastembed knows"), "section"), row(self._names, self.fetch, None), self._about)
        self._lay_out()
        self._connect()
        self.show_idle()

    def show_state(self, words: str, details: str, *, well: bool, built_in: bool) -> None:
        self._is_built_in = built_in
        self._state.say(words)
        theme.dress(self._state, "strong" if well else "fair")
        self._details.say(details)
        self._allow(self.strip.isHidden())

    def show_idle(self) -> None:
        """The keyboard comes back from what is there no more, unless it was taken elsewhere."""
        comes_back = self._has_keyboard(self.strip) or self._has_keyboard(self._asked) or self._stopped
        self._allow(True)
        if comes_back:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stopped = False
        self.strip.finish()
        self._asked.hide()

    def show_busy(self, words: str) -> None:
        """The keyboard cannot stay on what is shut meanwhile: it goes to the button that stops the work."""
        self.show_idle()
        was_here = self._has_keyboard(self)
        self._shelf.hide()
        self._said.hide()
        self.strip.show_progress(Progress(0, None, words))
        if was_here:
            self.strip.take_keyboard()
        self._allow(False)

    def show_progress(self, progress: Progress) -> None:
        self.strip.show_progress(progress)

    def ask(self, words: str, action: str, act: Callable[[], object]) -> None:
        self._act = act
        self._question.say(words)
        self.confirm.setText(action)
        self.confirm.setAccessibleName(f"{action}: {words}")
        had_keyboard = self._has_keyboard(self)
        self._asked.show()
        if had_keyboard:
            self.confirm.setFocus()

    def show_catalogue(self, models: Sequence[CatalogueModel]) -> None:
        self._models = models
        self._names.clear()
        for model in models:
            self._names.addItem(f"{model.name} — {wording.size(model.size)}, {model.licence}")
        self._describe(0)
        self._shelf.show()
        self._names.setFocus()

    def choose_target(self, name: str, chosen: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self, tr("Where to put {name}", name=name), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: chosen(Path(folder) / name.rpartition("/")[2]))
        dialog.open()

    def words(self) -> str:
        """All that stands there."""
        parts = (self._state, self._details, self._said, self._question, self._about)
        return " ".join(part.text() for part in parts if part.isVisibleTo(self) and part.text())

    def choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("Folder of a sentence-embedding model"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder_chosen)
        dialog.open()

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_folder)
        self.built_in.clicked.connect(self.built_in_wanted)
        self.catalogue.clicked.connect(self.catalogue_wanted)
        self.fetch.clicked.connect(self._want)
        self.confirm.clicked.connect(self._agree)
        self.decline.clicked.connect(self.show_idle)
        self.strip.cancelled.connect(self._stop)
        self._names.activated.connect(self._describe)

    def _agree(self) -> None:
        act, self._act = self._act, None
        self.show_idle()
        if act is not None:
            act()

    def _stop(self) -> None:
        self._stopped = True
        self.cancelled.emit()

    def _has_keyboard(self, part: QWidget) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and (part is focused or part.isAncestorOf(focused))

    def _want(self) -> None:
        place = self._names.currentIndex()
        if 0 <= place < len(self._models):
            self.model_wanted.emit(self._models[place])

    def _describe(self, place: int) -> None:
        self._about.say(self._models[place].about if 0 <= place < len(self._models) else "")

    def _allow(self, idle: bool) -> None:
        free = idle and not self._pinned
        for made in (self.choose, self.catalogue, self.built_in):
            made.setEnabled(free)
        self.built_in.setVisible(not self._is_built_in)

    def _lay_out(self) -> None:
        head, buttons = Label(tr("Searches by meaning"), "section"), row(self.choose, self.catalogue, self.built_in, None)
        self._place(head, self._state, self._details, buttons, self.strip, self._asked, self._shelf, gap=theme.S)
        self._shelf.hide()
        if self._pinned:
            self.say(
                tr("The environment decides this ({variable}); it cannot be changed here.", variable=self._pinned), well=True
            )
