"""Joins the table of synonyms with what decides about it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from helpdesk.ui import wording
from helpdesk.ui.knowledge.synonyms_pane import SynonymsPane
from helpdesk.ui.knowledge.synonyms_presenter import SynonymsPresenter

if TYPE_CHECKING:
    from helpdesk.domain.stand_ins import Synonyms
    from helpdesk.ui.knowledge.frame import Frame


class SynonymsList(QObject):
    closed = Signal()

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self.presenter = SynonymsPresenter(self, frame.context.bridge)

    @cached_property
    def pane(self) -> SynonymsPane:
        """Made when it is first asked for."""
        made = SynonymsPane()
        made.saved.connect(self.presenter.save)
        made.closed.connect(self.closed)
        return made

    def enter(self) -> None:
        self._frame.bring(self.pane)
        self.presenter.load()
        self.pane.enter()

    def show_synonyms(self, synonyms: Synonyms) -> None:
        self.pane.show_synonyms(synonyms.own)
        self.pane.shipped.show_lines(synonyms.shipped, synonyms.off)

    def synonyms_saved(self, count: int) -> None:
        self.presenter.load()
        self.pane.say_saved(count)

    def refuse_synonyms(self, row: int, reason: str) -> None:
        self.pane.refuse(row, reason)

    def show_synonyms_trouble(self, error: Exception) -> None:
        self.pane.say_trouble(wording.of(error).sentence)
