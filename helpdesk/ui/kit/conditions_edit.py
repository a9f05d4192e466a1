"""Conditions put together by hand: a line each for field, question and answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from helpdesk.domain.condition import CHOICES, CUSTOM, ME, MOMENTS, Condition, Conditions, Field, Operator, fault_in
from helpdesk.domain.search_words import alternatives
from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import button, glyph_button
from helpdesk.ui.kit.condition_words import (
    FIELDS,
    OPERATOR_WORDS,
    asks_share,
    choices_of,
    hint_of,
    operators_of,
    shown_share,
    told_share,
)
from helpdesk.ui.kit.layout import row
from helpdesk.ui.kit.line_stack import LineStack
from helpdesk.ui.kit.pick_box import PickBox, PickButton
from helpdesk.ui.known_names import NONE_KNOWN, KnownNames, choices_in
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

NARROWEST_BOX = 72
"""Pixels of a box whose words end in … where there is no room."""

VALUELESS = (Operator.SET, Operator.UNSET)
ONE_VALUE = (*MOMENTS, Operator.BELOW, Operator.ABOVE)


@dataclass
class Offered:
    """What a line can be about: all fields of a ticket and the desk's own but those left out; with an agent who is "me" or, for
    conditions that the desk asks by itself, without."""

    left_out: Collection[str] = ()
    me: bool = True
    names: KnownNames = NONE_KNOWN

    def fields(self) -> list[tuple[str, str]]:
        own = [(CUSTOM + one.key, one.name) for one in self.names.fields]
        return [*((str(one), words) for one, words in FIELDS.items() if one not in self.left_out), *own]

    def choices(self, name: str) -> list[tuple[str, str]]:
        own = next((one for one in self.names.fields if CUSTOM + one.key == name), None)
        found = choices_of(name, self.names.agents) if own is None else choices_in(own)
        return [one for one in found if self.me or one[0] != ME]


class ValuesButton(PickButton):
    """Any of a few values, ticked in a menu."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._actions: list[tuple[str, QAction]] = []
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def offer(self, choices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        self._menu.clear()
        self._actions = []
        known = [*choices, *((value, value) for value in chosen if value not in dict(choices))]
        for value, words in known:
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.toggled.connect(self._toggled)
            self._actions.append((value, action))
        self._say()

    def values(self) -> tuple[str, ...]:
        return tuple(value for value, action in self._actions if action.isChecked())

    def _toggled(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = ", ".join(action.text() for _, action in self._actions if action.isChecked())
        self.setText(words or tr("Choose…"))
        self.setAccessibleName(tr("Values: {values}", values=words.replace("&&", "&") or tr("none")))


class ConditionLine(QFrame):
    changed = Signal()
    removed = Signal()

    def __init__(self, offered: Offered, condition: Condition) -> None:
        super().__init__()
        self._offered = offered
        self.field = PickBox(tr("Field of the ticket"))
        self.operator = PickBox(tr("What is asked of it"))
        for box in (self.field, self.operator):
            box.setMinimumWidth(theme.scaled(NARROWEST_BOX))
        self.text = QLineEdit()
        self.text.setAccessibleName(tr("Value"))
        self.text.setMaxLength(200)
        self.values = ValuesButton()
        self._pages = QStackedWidget()
        for page in (self.text, self.values, QWidget()):
            self._pages.addWidget(page)
        self.remove = glyph_button("close", tr("Take this condition away"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        line = row(self.field, self.operator, self._pages, self.remove, gap=theme.XS)
        layout.addWidget(line)
        for field, words in offered.fields():
            self.field.addItem(words, field)
        self._show(condition)
        self.field.activated.connect(self._field_changed)
        self.operator.activated.connect(self._operator_changed)
        self.text.textEdited.connect(lambda _: self.changed.emit())
        self.values.changed.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    def condition(self) -> Condition:
        field, operator = str(self.field.currentData()), Operator(self.operator.currentData())
        if operator in VALUELESS:
            return Condition(field, operator)
        if self._chosen_from_few(field, operator):
            return Condition(field, operator, self.values.values())
        typed = told_share(self.text.text()) if asks_share(field, operator) else self.text.text().strip()
        several = [typed] if operator in ONE_VALUE else alternatives(typed)
        return Condition(field, operator, tuple(one for one in several if one))

    def show_fault(self, faulty: bool) -> None:
        theme.dress(self.text, "refused" if faulty else "")

    def _show(self, condition: Condition) -> None:
        place = self.field.findData(str(condition.field))
        if place < 0:
            self.field.addItem(condition.field, condition.field)
            place = self.field.count() - 1
        self.field.setCurrentIndex(place)
        self._fill_operators(condition.operator)
        self._fill_values(condition.values)

    def _field_changed(self) -> None:
        self._fill_operators(None)
        self._fill_values(())
        self.changed.emit()

    def _operator_changed(self) -> None:
        self._fill_values(self.condition().values)
        self.changed.emit()

    def _fill_operators(self, chosen: Operator | None) -> None:
        blocker = QSignalBlocker(self.operator)
        self.operator.clear()
        for operator in operators_of(str(self.field.currentData())):
            self.operator.addItem(OPERATOR_WORDS[operator], operator.value)
        self.operator.setCurrentIndex(max(0, self.operator.findData(chosen.value)) if chosen else 0)
        blocker.unblock()

    def _fill_values(self, values: Sequence[str]) -> None:
        field, operator = str(self.field.currentData()), Operator(self.operator.currentData())
        nothing_to_say = operator in VALUELESS
        across = QSizePolicy.Policy.Ignored if nothing_to_say else QSizePolicy.Policy.Preferred
        self._pages.setSizePolicy(across, QSizePolicy.Policy.Fixed)  # What needs no room leaves it to what is asked.
        if nothing_to_say:
            self._pages.setCurrentIndex(2)
        elif self._chosen_from_few(field, operator):
            self.values.offer(self._offered.choices(field), values)
            self._pages.setCurrentIndex(1)
        else:
            self.text.setText(", ".join(map(shown_share, values) if asks_share(field, operator) else values))
            self.text.setPlaceholderText(hint_of(field, operator))
            self._pages.setCurrentIndex(0)

    def _chosen_from_few(self, field: str, operator: Operator) -> bool:
        return operator in CHOICES and bool(self._offered.choices(field))


class ConditionLines(LineStack[ConditionLine]):
    """Any number of lines under one heading."""

    changed = Signal()

    def __init__(self, title: str, offered: Offered, first: Condition) -> None:
        name = tr("Add a condition: {title}", title=title)
        super().__init__(title, button(tr("Add a condition"), "quiet", name=name))
        self._offered = offered
        self._first = first
        self.add.clicked.connect(self._add)

    def put(self, conditions: Sequence[Condition]) -> None:
        for line in list(self.lines):
            self._take(line)
        for condition in conditions:
            self._append(condition)

    def conditions(self) -> tuple[Condition, ...]:
        return tuple(line.condition() for line in self.lines)

    def _add(self) -> None:
        self._append(self._first).field.setFocus()
        self.changed.emit()

    def _append(self, condition: Condition) -> ConditionLine:
        line = ConditionLine(self._offered, condition)
        line.changed.connect(self.changed)
        line.removed.connect(partial(self._removed, line))
        return self._put(line)

    def _removed(self, line: ConditionLine) -> None:
        self._take(line)
        self.add.setFocus()
        self.changed.emit()


class ConditionsEdit(QFrame):
    """`changed` comes with every change, also while a line is not complete; such lines are not in `conditions`."""

    changed = Signal()

    def __init__(self, offered: Offered | None = None) -> None:
        super().__init__()
        self._offered = offered or Offered()
        first = Condition(Field.STATUS, Operator.IS)
        self.all = ConditionLines(tr("All of these hold"), self._offered, first)
        self.any = ConditionLines(tr("And at least one of these"), self._offered, first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        for lines in (self.all, self.any):
            layout.addWidget(lines)
            lines.changed.connect(self._changed)

    def offer(self, names: KnownNames) -> None:
        """For lines from now on."""
        self._offered.names = names

    def show_conditions(self, conditions: Conditions) -> None:
        self.all.put(conditions.all)
        self.any.put(conditions.any)
        self._weigh()

    def written(self) -> Conditions:
        """With the lines that are not complete."""
        return Conditions(self.all.conditions(), self.any.conditions())

    def conditions(self) -> Conditions:
        written = self.written()
        complete = ([one for one in several if not fault_in(one)] for several in (written.all, written.any))
        return Conditions(*map(tuple, complete))

    def faults(self) -> int:
        """Lines that are not complete."""
        return sum(bool(fault_in(one)) for one in self.written().every)

    def _changed(self) -> None:
        self._weigh()
        self.changed.emit()

    def _weigh(self) -> None:
        for line in (*self.all.lines, *self.any.lines):
            said = line.condition()
            line.show_fault(bool(said.values) and bool(fault_in(said)))
