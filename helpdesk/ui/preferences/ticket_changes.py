"""What a macro changes on the ticket it is put into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout

from helpdesk.domain.rule import Action, ActionKind
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

STATUSES = ("", *TicketStatus)
PRIORITIES = ("", *Priority)
WITHOUT = "-"


class TicketChanges(QFrame):
    """Left as it is, nothing is changed. What it cannot show stays with the macro."""

    def __init__(self) -> None:
        super().__init__()
        self._others: tuple[Action, ...] = ()
        self.status = PickBox(tr("Status the ticket gets"))
        self.status.addItems([tr("Status stays"), *(wording.STATUSES[status] for status in TicketStatus)])
        self.priority = PickBox(tr("Priority the ticket gets"))
        self.priority.addItems([tr("Priority stays"), *(wording.PRIORITIES[priority] for priority in Priority)])
        self.tags = line_edit(tr("Tags the ticket gets"), tr("Tags: billing, -new takes one away"))
        self.assignee = line_edit(tr("Who gets the ticket"), tr("Assign to"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        grid.addWidget(Label(tr("Put in, it also changes the ticket"), "section"), 0, 0, 1, 2)
        for place, part in enumerate((self.status, self.priority, self.tags, self.assignee)):
            grid.addWidget(part, 1 + place // 2, place % 2)

    def wanted(self) -> tuple[Action, ...]:
        made = list(self._others)
        if status := STATUSES[self.status.currentIndex()]:
            made.append(Action(ActionKind.STATUS, status))
        if priority := PRIORITIES[self.priority.currentIndex()]:
            made.append(Action(ActionKind.PRIORITY, priority))
        for tag in filter(None, (one.strip() for one in self.tags.text().split(","))):
            off = tag.startswith(WITHOUT)
            made.append(Action(ActionKind.UNTAG if off else ActionKind.TAG, tag.removeprefix(WITHOUT).strip()))
        if name := self.assignee.text().strip():
            made.append(Action(ActionKind.ASSIGN, name))
        return tuple(action for action in made if action.value)

    def show_actions(self, actions: Sequence[Action]) -> None:
        by_kind = {action.kind: action.value for action in actions}
        self.status.setCurrentIndex(STATUSES.index(by_kind.get(ActionKind.STATUS, "")))
        self.priority.setCurrentIndex(PRIORITIES.index(by_kind.get(ActionKind.PRIORITY, "")))
        self.assignee.setText(by_kind.get(ActionKind.ASSIGN, ""))
        on = [action.value for action in actions if action.kind is ActionKind.TAG]
        off = [f"{WITHOUT}{action.value}" for action in actions if action.kind is ActionKind.UNTAG]
        self.tags.setText(", ".join((*on, *off)))
        shown = (ActionKind.STATUS, ActionKind.PRIORITY, ActionKind.TAG, ActionKind.UNTAG)
        given_away = (ActionKind.ASSIGN,) if by_kind.get(ActionKind.ASSIGN) else ()
        self._others = tuple(action for action in actions if action.kind not in (*shown, *given_away))
