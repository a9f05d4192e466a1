"""Templates of new tickets: a list, and the one being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from helpdesk.domain.macro import LONGEST_NAME
from helpdesk.domain.ticket import Priority
from helpdesk.domain.ticket_template import LONGEST_SUBJECT, TicketTemplate
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.line_edit import line_edit
from helpdesk.ui.kit.pick_box import PickBox
from helpdesk.ui.kit.plain_editor import plain_editor
from helpdesk.ui.language import mark, tr
from helpdesk.ui.preferences.keyed_list import KeyedList
from helpdesk.ui.preferences.saying_card import SayingCard

if TYPE_CHECKING:
    from collections.abc import Sequence

ABOUT = mark("What a new ticket of a usual kind begins with. {agent} and {company} are filled in when it is used.")
LIST_HEIGHT, TEXT_HEIGHT = 96, 96


class TemplateCard(SayingCard):
    """Passive. `save_wanted` carries a TicketTemplate, `remove_wanted` a name."""

    save_wanted = Signal(object)
    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._templates: dict[str, TicketTemplate] = {}
        self.listing: KeyedList[str] = KeyedList(tr("Templates of new tickets"), LIST_HEIGHT)
        self.name = line_edit(tr("Name of the template"), tr("Name, like Phone call"))
        self.name.setMaxLength(LONGEST_NAME)
        self.subject = line_edit(tr("Subject of the ticket"), tr("Subject"))
        self.subject.setMaxLength(LONGEST_SUBJECT)
        self.text = plain_editor(tr("Text of the ticket"), tr("Text"))
        self.text.setMaximumHeight(theme.scaled(TEXT_HEIGHT))
        self.priority = PickBox(tr("Priority of the ticket"))
        self.priority.addItems([wording.PRIORITIES[priority] for priority in Priority])
        self.tags = line_edit(tr("Tags of the ticket"), tr("Tags, with commas between"))
        self.save = button(tr("Save template"), name=tr("Save the template of that name"))
        self.remove = button(tr("Remove"), "quiet", name=tr("Remove the chosen template"))
        self.fresh = button(tr("New"), "quiet", name=tr("Begin a new template"))
        self._lay_out()
        self.listing.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.written()))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.chosen()))
        self.fresh.clicked.connect(self.begin_anew)
        self.begin_anew()

    def written(self) -> TicketTemplate:
        tags = tuple(tag.strip() for tag in self.tags.text().split(",") if tag.strip())
        priority = tuple(Priority)[self.priority.currentIndex()]
        return TicketTemplate(self.name.text(), self.subject.text(), self.text.toPlainText(), priority, tags)

    def show_templates(self, templates: Sequence[TicketTemplate]) -> None:
        """What is being written stays."""
        self._templates = {one.name: one for one in templates}
        self.listing.show_lines([(one.name, one.name) for one in templates], self.name.text())
        self.remove.setEnabled(bool(self.chosen()))

    def begin_anew(self) -> None:
        self.listing.setCurrentRow(-1)
        for part in (self.name, self.subject, self.text, self.tags):
            part.clear()
        self.priority.setCurrentIndex(tuple(Priority).index(Priority.NORMAL))
        self.remove.setEnabled(False)

    def chosen(self) -> str:
        """Its name; '' for a new one."""
        return self.listing.chosen() or ""

    def _show_chosen(self) -> None:
        template = self._templates.get(self.chosen())
        if template is not None:
            self.name.setText(template.name)
            self.subject.setText(template.subject)
            self.text.setPlainText(template.body)
            self.priority.setCurrentIndex(tuple(Priority).index(template.priority))
            self.tags.setText(", ".join(template.tags))
            self.remove.setEnabled(True)

    def _lay_out(self) -> None:
        head = row(Label(tr("Templates of new tickets"), "section"), None, self.fresh)
        about, last = Label(tr(ABOUT), "caption", wraps=True), row(self.save, self.remove, None)
        self._place(head, about, self.listing, self.name, self.subject, self.text, row(self.priority, self.tags), last)
