"""What a rule does, line by line: what, and with which value."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from helpdesk.domain.rule import MOST_ACTIONS, Action, ActionKind
from helpdesk.domain.ticket import Priority
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, button, column, glyph_button, row
from helpdesk.ui.kit.line_stack import LineStack
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.known_names import NONE_KNOWN, KnownNames
from helpdesk.ui.language import tr
from helpdesk.ui.preferences.action_value import ActionValue
from helpdesk.ui.rule_words import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = tuple(ActionKind)
CAPTION_WIDTH = 176


class ActionLine(QFrame):
    removed = Signal()

    def __init__(self, action: Action, names: KnownNames) -> None:
        super().__init__()
        self._names = names
        self.kind = PickBox(tr("What to do"))
        self.kind.addItems([ACTIONS[kind] for kind in KINDS])
        self.kind.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.value = ActionValue()
        self.remove = glyph_button("close", tr("Do not do this"))
        line = QBoxLayout(side_by_side(), self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.XS)
        line.addWidget(self.kind)
        line.addWidget(row(self.value, self.remove, gap=theme.XS), 1)
        self.kind.setCurrentIndex(KINDS.index(action.kind))
        self.kind.currentIndexChanged.connect(lambda place: self.value.show_action(Action(KINDS[place]), self._names))
        self.remove.clicked.connect(self.removed)
        self.value.show_action(action, names)

    def action(self) -> Action:
        return Action(KINDS[self.kind.currentIndex()], self.value.value())

    def offer(self, names: KnownNames) -> None:
        self._names = names
        self.value.show_action(self.action(), names)


class ActionsEditor(LineStack[ActionLine]):
    def __init__(self, title: str) -> None:
        name = tr("{title}: add something to do", title=title)
        super().__init__(title, button(tr("Add something to do"), "quiet", name=name))
        self.setAccessibleName(title)
        self._names = NONE_KNOWN
        self.add.clicked.connect(self.begin_line)

    def offer(self, names: KnownNames) -> None:
        """What there is to choose from."""
        self._names = names
        for line in self.lines:
            line.offer(names)

    def show_actions(self, actions: Sequence[Action]) -> None:
        for line in list(self.lines):
            self._take(line)
        for action in actions:
            self._append(action)

    def written(self) -> tuple[Action, ...]:
        return tuple(line.action() for line in self.lines)

    def begin_line(self) -> None:
        self._append(Action(ActionKind.PRIORITY, Priority.HIGH)).kind.setFocus()

    def _append(self, action: Action) -> ActionLine:
        line = ActionLine(action, self._names)
        line.removed.connect(partial(self._take, line))
        self._put(line)
        self._weigh()
        return line

    def _take(self, line: ActionLine) -> None:
        super()._take(line)
        self._weigh()

    def _weigh(self) -> None:
        self.add.setEnabled(len(self.lines) < MOST_ACTIONS)


def captioned(words: str, field: QWidget) -> QFrame:
    """A field with what it is in front of it."""
    said = Label(words, "caption")
    said.setBuddy(field)
    if theme.is_large():
        return column(said, field, gap=2)
    said.setFixedWidth(theme.scaled(CAPTION_WIDTH))
    return row(said, field)


def side_by_side() -> QBoxLayout.Direction:
    return QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
