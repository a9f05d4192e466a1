"""Narrowing any view by one key: a row of chips over the list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal

from helpdesk.domain.condition import ME, NOBODY, Condition, Field, Operator
from helpdesk.domain.draft import DraftState
from helpdesk.domain.ticket import Priority
from helpdesk.ui.kit import button
from helpdesk.ui.kit.flow import FlowFrame
from helpdesk.ui.language import mark, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


@dataclass(frozen=True)
class Quick:
    title: str
    words: str
    condition: Condition


def _is(field: Field, *values: str) -> Condition:
    return Condition(field, Operator.IS, values)


QUICK = (
    Quick(mark("Mine"), mark("Only what is assigned to me"), _is(Field.ASSIGNEE, ME)),
    Quick(mark("Nobody’s"), mark("Only what is assigned to nobody"), _is(Field.ASSIGNEE, NOBODY)),
    Quick(mark("They wait"), mark("Only where the customer waits"), _is(Field.WAITING, "customer")),
    Quick(mark("Urgent"), mark("Only urgent and high priority"), _is(Field.PRIORITY, Priority.URGENT, Priority.HIGH)),
    Quick(mark("Draft ready"), mark("Only with a draft to review"), _is(Field.DRAFT, DraftState.IN_REVIEW)),
    Quick(mark("Overdue"), mark("Only what is overdue or soon will be"), _is(Field.DUE_STATE, "missed", "soon")),
    Quick(mark("Today"), mark("Only what came in the last 24 hours"), Condition(Field.CREATED, Operator.AFTER, ("24h",))),
)


class QuickFilters(FlowFrame):
    """`chosen` carries the conditions in force, all of which must hold."""

    chosen = Signal(tuple)

    def __init__(self) -> None:
        super().__init__(QMargins())
        self.setAccessibleName(tr("Quick filters"))
        self._chips: list[QPushButton] = []
        for number, quick in enumerate(QUICK, start=1):
            chip = button(tr(quick.title), "toggle", name=tr(quick.words), key=str(number))
            chip.setCheckable(True)
            chip.clicked.connect(self._tell)
            self.add(chip)
            self._chips.append(chip)

    def toggle(self, place: int) -> None:
        self._chips[place].setChecked(not self._chips[place].isChecked())
        self._tell()

    def clear(self) -> None:
        if self.in_force():
            for chip in self._chips:
                chip.setChecked(False)
            self._tell()

    def in_force(self) -> tuple[Condition, ...]:
        return tuple(quick.condition for quick, chip in zip(QUICK, self._chips, strict=True) if chip.isChecked())

    def _tell(self) -> None:
        self.chosen.emit(self.in_force())
