"""What a rule does, line by line: what, and with which value."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.rule import LONGEST_TEXT, MOST_ACTIONS, Action, ActionKind
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label, button, glyph_button, row
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr
from helpdesk.ui.rule_words import ACTIONS, HINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

PICKED = {ActionKind.STATUS: tuple(TicketStatus), ActionKind.PRIORITY: tuple(Priority)}
KINDS = tuple(ActionKind)


class ActionLine(QFrame):
    removed = Signal()

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.kind = PickBox(tr("What to do"))
        self.kind.addItems([ACTIONS[kind] for kind in KINDS])
        self.value = QLineEdit()
        self.value.setMaxLength(LONGEST_TEXT)
        self.value.setAccessibleName(tr("Its value"))
        self.choice = PickBox(tr("Its value"))
        self._values = QStackedWidget()
        self._values.addWidget(self.value)
        self._values.addWidget(self.choice)
        self.remove = glyph_button("close", tr("Do not do this"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.XS)
        line.addWidget(self.kind)
        line.addWidget(self._values, 1)
        line.addWidget(self.remove)
        self.kind.currentIndexChanged.connect(self._fit)
        self.remove.clicked.connect(self.removed)
        self.kind.setCurrentIndex(KINDS.index(action.kind))
        self._fit()
        self._put(action.value)

    def action(self) -> Action:
        kind = KINDS[self.kind.currentIndex()]
        value = PICKED[kind][self.choice.currentIndex()] if kind in PICKED else self.value.text().strip()
        return Action(kind, str(value))

    def _fit(self) -> None:
        """The value's control for what is done with it."""
        kind = KINDS[self.kind.currentIndex()]
        self._values.setCurrentWidget(self.choice if kind in PICKED else self.value)
        if kind is ActionKind.STATUS:
            self._offer([wording.STATUSES[one] for one in TicketStatus])
        elif kind is ActionKind.PRIORITY:
            self._offer([wording.PRIORITIES[one] for one in Priority])
        else:
            self.value.setPlaceholderText(HINTS[kind])

    def _offer(self, words: Sequence[str]) -> None:
        self.choice.clear()
        self.choice.addItems(list(words))

    def _put(self, value: str) -> None:
        kind = KINDS[self.kind.currentIndex()]
        if kind not in PICKED:
            self.value.setText(value)
        elif value in PICKED[kind]:
            self.choice.setCurrentIndex(PICKED[kind].index(value))


class ActionsEditor(QFrame):
    """`title` names it for who cannot see it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.lines: list[ActionLine] = []
        self.add = button(tr("Add something to do"), "quiet", name=tr("{title}: add something to do", title=title))
        self._inside = QVBoxLayout()
        self._inside.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._inside)
        layout.addWidget(row(self.add, None))
        self.add.clicked.connect(self.begin_line)

    def show_actions(self, actions: Sequence[Action]) -> None:
        for line in list(self.lines):
            self._take(line)
        for action in actions:
            self._put(action)

    def written(self) -> tuple[Action, ...]:
        return tuple(line.action() for line in self.lines)

    def begin_line(self) -> None:
        self._put(Action(ActionKind.PRIORITY, Priority.HIGH)).kind.setFocus()

    def _put(self, action: Action) -> ActionLine:
        line = ActionLine(action)
        line.removed.connect(partial(self._take, line))
        self.lines.append(line)
        self._inside.addWidget(line)
        self._weigh()
        return line

    def _take(self, line: ActionLine) -> None:
        self.lines.remove(line)
        self._inside.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._weigh()

    def _weigh(self) -> None:
        self.add.setEnabled(len(self.lines) < MOST_ACTIONS)


def captioned(words: str, field: QWidget) -> QFrame:
    """A field with what it is in front of it."""
    said = Label(words, "caption")
    said.setBuddy(field)
    said.setFixedWidth(150)
    return row(said, field)
