"""The desk's rules: a list, the one being written, what it would do, and what rules did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QSpinBox

from helpdesk.domain.rule import LONGEST_NAME, MOST_HOURS, Action, ActionKind, Occasion, Rule
from helpdesk.ui import theme
from helpdesk.ui.change_words import move_words
from helpdesk.ui.kit import button, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.kit.number_box import number_box
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.progress_strip import ProgressStrip
from helpdesk.ui.language import mark, tr, trn
from helpdesk.ui.preferences.actions_editor import ActionsEditor, captioned
from helpdesk.ui.preferences.entry_list import EntryList
from helpdesk.ui.preferences.saying_card import SayingCard
from helpdesk.ui.preferences.which_tickets import WhichTickets
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.rule_words import OCCASIONS, action_words

if TYPE_CHECKING:
    from helpdesk.services.rules import Rehearsal, Rehearsed

ABOUT = mark(
    "On an occasion, for tickets that fit, the desk does what you say, and each run can be taken back. Nothing a rule does is "
    "sent: it may ask for a draft, which a person reads."
)
OCCASIONS_IN_ORDER = tuple(Occasion)
REHEARSED_HEIGHT = 140
LAST = 100


class RuleCard(SayingCard):
    """Passive. What is written is read by `written`; the presenter puts number and moment to it."""

    save_wanted = Signal()
    remove_wanted = Signal(int)
    rehearsal_wanted = Signal()
    arranged = Signal(list)
    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.entries = EntryList(tr("Rules"), tr(ABOUT), ordered=True)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.occasion = PickBox(tr("When the rule works"))
        self.occasion.addItems([OCCASIONS[one] for one in OCCASIONS_IN_ORDER])
        self.hours = number_box(QSpinBox())
        self.hours.setRange(1, MOST_HOURS)
        self.hours.setSuffix(f" {tr('h')}")
        self.hours.setAccessibleName(tr("After so many hours without a word"))
        self.which = WhichTickets(tr("Which tickets the rule is for"))
        self.doing = ActionsEditor(tr("What the rule does"))
        self.on = QCheckBox(tr("Works from now on"))
        self.on.setAccessibleName(tr("The rule works from now on"))
        self.save = button(tr("Save rule"), name=tr("Save the rule of that name"))
        self.rehearse = button(tr("Try it"), "quiet", name=tr("Show what the rule would do to the newest tickets"))
        self.remove = button(tr("Remove"), "quiet", name=tr("Remove the chosen rule"))
        self.strip = ProgressStrip()
        self.rehearsed = QListWidget()
        self.rehearsed.setAccessibleName(tr("What the rule would do"))
        theme.dress(self.rehearsed, "entries")
        self.rehearsed.setFixedHeight(REHEARSED_HEIGHT)
        self._lay_out()
        self._connect()
        self.show_rule(None)
        self.allow(False)

    def allow(self, ready: bool) -> None:
        """Whether a desk is there to keep them."""
        self.save.setEnabled(ready)
        self.rehearse.setEnabled(ready)
        self.remove.setEnabled(ready and self.entries.chosen() > 0)

    def show_rule(self, rule: Rule | None) -> None:
        """None: a new one begins."""
        self.name.setText(rule.name if rule else "")
        self.occasion.setCurrentIndex(OCCASIONS_IN_ORDER.index(rule.occasion) if rule else 0)
        self.hours.setValue(rule.hours if rule and rule.hours else 24)
        self.doing.show_actions(rule.actions if rule else [Action(ActionKind.TAG)])
        self.on.setChecked(bool(rule and rule.enabled))
        self.rehearsed.hide()
        self._fit()
        if rule is not None and rule.stopped:
            self.say(tr("The desk switched this rule off: {reason}", reason=reason_said(rule.stopped)), well=False)
        elif self.words():
            self.say("", well=True)

    def written_occasion(self) -> Occasion:
        return OCCASIONS_IN_ORDER[self.occasion.currentIndex()]

    def show_rehearsal(self, found: Rehearsal) -> None:
        self.rehearsed.clear()
        for one in found.found:
            self.rehearsed.addItem(QListWidgetItem(would(one)))
        self.rehearsed.setVisible(bool(found.found))
        met = trn("It would change {n} ticket", "It would change {n} tickets", len(found.found))
        of = trn("of the newest {n}", "of the newest {n}", found.looked_at)
        same = trn("; {n} more is so already", "; {n} more are so already", found.unchanged) if found.unchanged else ""
        self.say(f"{met} {of}{same}.", well=True)

    def _fit(self) -> None:
        self.hours.setVisible(self.written_occasion() is Occasion.TIME)

    def _connect(self) -> None:
        self.entries.picked.connect(self.picked)
        self.entries.arranged.connect(self.arranged)
        self.occasion.currentIndexChanged.connect(self._fit)
        self.save.clicked.connect(self.save_wanted)
        self.rehearse.clicked.connect(self.rehearsal_wanted)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.entries.chosen()))

    def _lay_out(self) -> None:
        self.name.setAccessibleName(tr("Name of the rule"))
        self._place(
            self.entries,
            captioned(tr("Name"), self.name),
            captioned(tr("When"), row(self.occasion, self.hours, None)),
            self.which,
            self.doing,
            captioned("", self.on),
            flow(self.save, self.rehearse, self.remove, gap=theme.S),
            self.strip,
            self._said,
            self.rehearsed,
        )
        self.rehearsed.hide()
        self.strip.hide()


def would(one: Rehearsed) -> str:
    done = [*map(move_words, one.moves), *map(action_words, one.beside)]
    return f"#{one.ticket_id} {one.subject}: {'; '.join(done)}"
