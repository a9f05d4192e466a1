"""The value of one thing a rule does, chosen where there is something to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSpinBox, QStackedWidget, QWidget

from helpdesk.domain.custom_field import LONGEST_VALUE
from helpdesk.domain.rule import LONGEST_TEXT, MOST_HOURS, Action, ActionKind
from helpdesk.domain.ticket import Priority, TicketStatus
from helpdesk.ui import theme, wording
from helpdesk.ui.kit.number_box import number_box
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.known_names import NONE_KNOWN, KnownNames, choices_in
from helpdesk.ui.language import tr
from helpdesk.ui.panel_words import FIELD_HINTS
from helpdesk.ui.rule_words import HINTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

A_DAY = 24
SHORTEST = 6
"""Letters of a value that are seen in a narrow window."""

BESIDE_LETTERS = 48


class Picked(PickBox):
    """One of a few values. A value that is none of them any more stays until another is chosen."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setMinimumContentsLength(SHORTEST)
        self.setSizeAdjustPolicy(PickBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def minimumSizeHint(self) -> QSize:
        """Words of an empty box may be cut: they make no page wider."""
        hint = super().minimumSizeHint()
        letters = self.fontMetrics().averageCharWidth() * SHORTEST
        return QSize(min(hint.width(), letters + theme.scaled(BESIDE_LETTERS)), hint.height())

    def offer(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """(value, words) each."""
        self.clear()
        for one, words in choices:
            self.addItem(words, one)
        if value and self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.setEnabled(self.count() > 0)

    def value(self) -> str:
        return str(self.currentData() or "")


class FieldValue(QWidget):
    """A field of the desk's own, and what is put into it: `key=value`."""

    def __init__(self) -> None:
        super().__init__()
        self._names = NONE_KNOWN
        self.field = Picked(tr("Field of the ticket"))
        self.field.setPlaceholderText(tr("No field yet: add one under Tickets"))
        self.choice, self.text = Picked(tr("Value of the field")), QLineEdit()
        self.text.setAccessibleName(tr("Value of the field"))
        self.text.setMaxLength(LONGEST_VALUE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        for part in (self.field, self.choice, self.text):
            layout.addWidget(part, 1)
        self.choice.hide()
        self.field.activated.connect(lambda _: self._fit(""))

    def offer(self, names: KnownNames, value: str) -> None:
        self._names = names
        key, _, said = value.partition("=")
        self.field.offer([(one.key, one.name) for one in names.fields], key)
        self._fit(said)

    def value(self) -> str:
        said = self.text.text().strip() if self.choice.isHidden() else self.choice.value()
        return f"{self.field.value()}={said}"

    def _fit(self, said: str) -> None:
        """The control for what the chosen field takes."""
        field = next((one for one in self._names.fields if one.key == self.field.value()), None)
        few = choices_in(field) if field else []
        self.choice.setVisible(bool(few))
        self.text.setVisible(not few)
        self.choice.offer([("", tr("Not set")), *few], said)
        self.text.setText(said)
        self.text.setPlaceholderText(FIELD_HINTS.get(field.kind, "") if field else "")


class ActionValue(QStackedWidget):
    """Shows the control that an action of its kind needs."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.choice, self.hours, self.field = (
            QLineEdit(),
            Picked(tr("Its value")),
            number_box(QSpinBox()),
            FieldValue(),
        )
        self.text.setMaxLength(LONGEST_TEXT)
        self.text.setAccessibleName(tr("Its value"))
        self.hours.setRange(1, MOST_HOURS)
        self.hours.setSuffix(f" {tr('h')}")
        self.hours.setAccessibleName(tr("So many hours"))
        for control in (self.text, self.choice, self.hours, self.field):
            self.addWidget(control)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_action(self, action: Action, names: KnownNames) -> None:
        kind, value = action.kind, action.value
        if kind is ActionKind.SNOOZE:
            self.hours.setValue(int(value) if value.isdecimal() else A_DAY)
            self.setCurrentWidget(self.hours)
        elif kind is ActionKind.FIELD:
            self.field.offer(names, value)
            self.setCurrentWidget(self.field)
        elif kind in CHOSEN:
            self.choice.setPlaceholderText(tr("No macro yet: write one under Drafting") if kind is ActionKind.MACRO else "")
            self.choice.offer(CHOSEN[kind](names), value)
            self.setCurrentWidget(self.choice)
        else:
            self.text.setText(value)
            self.text.setPlaceholderText(HINTS[kind])
            self.setCurrentWidget(self.text)

    def value(self) -> str:
        shown = self.currentWidget()
        if isinstance(shown, QSpinBox):
            return str(shown.value())
        return shown.value() if isinstance(shown, (Picked, FieldValue)) else self.text.text().strip()


CHOSEN: Mapping[ActionKind, Callable[[KnownNames], list[tuple[str, str]]]] = {
    ActionKind.STATUS: lambda _: [(str(one), wording.STATUSES[one]) for one in TicketStatus],
    ActionKind.PRIORITY: lambda _: [(str(one), wording.PRIORITIES[one]) for one in Priority],
    ActionKind.ASSIGN: lambda names: [("", tr("nobody")), *((name, name) for _, name in names.agents)],
    ActionKind.MACRO: lambda names: [(name, name) for name in names.macros],
}
"""(value, words) of what there is to choose from, by kind."""
