"""The preferences page: sections at the left, their settings in one long page."""

from __future__ import annotations

import os
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from helpdesk.settings import Settings
from helpdesk.ui import theme
from helpdesk.ui.kit import Label, Place, Screen, button, column, row
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark, tr
from helpdesk.ui.preferences.backup_presenter import BackupPresenter
from helpdesk.ui.preferences.field_row import FieldRow
from helpdesk.ui.preferences.form_fields import Value, form_fields
from helpdesk.ui.preferences.intents_card import IntentsCard
from helpdesk.ui.preferences.intents_presenter import IntentsPresenter
from helpdesk.ui.preferences.keys_card import KeysCard
from helpdesk.ui.preferences.macro_card import MacroCard
from helpdesk.ui.preferences.macro_presenter import MacroPresenter
from helpdesk.ui.preferences.memory_card import MemoryCard
from helpdesk.ui.preferences.memory_presenter import MemoryPresenter
from helpdesk.ui.preferences.model_card import ModelCard
from helpdesk.ui.preferences.model_presenter import ModelPresenter
from helpdesk.ui.preferences.page import Page, titled
from helpdesk.ui.preferences.presenter import PreferencesPresenter
from helpdesk.ui.preferences.promise_cards import RATINGS, RULES, SERVICE_LEVELS, PromiseCards
from helpdesk.ui.preferences.sections_list import SectionsList
from helpdesk.ui.preferences.template_card import TemplateCard
from helpdesk.ui.preferences.template_presenter import TemplatePresenter
from helpdesk.ui.preferences.tickets_section import TicketsSection
from helpdesk.ui.preferences.workspace_card import WorkspaceCard
from helpdesk.ui.preferences.writer_card import WriterCard
from helpdesk.ui.preferences.writer_presenter import WriterPresenter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpdesk.services.desk import Desk
    from helpdesk.ui.kit import ScreenContext

DRAFTING = mark("Drafting")
KNOWLEDGE = mark("Knowledge")
IN_THE_CARD = ("embedder", "model_folder")
IN_THE_WRITERS_CARD = ("ollama_model", "ollama_remote_confirmed")
"""Settings that are not simply typed: changing them costs time, which is told first."""

INTENTS = mark("Intents")
KEYBOARD = mark("Keyboard")
TICKETS = mark("Tickets")
WORKSPACE = mark("Workspace")
OF_SETTINGS = tuple(dict.fromkeys(field.metadata["section"] for field in fields(Settings)))
SECTIONS = (*OF_SETTINGS, TICKETS, INTENTS, SERVICE_LEVELS, RULES, KEYBOARD, WORKSPACE)
GROUP = mark("Preferences")
NEXT = Intent("preferences-next-section", ("Ctrl+PgDown",), mark("Next section"), GROUP)
PREVIOUS = Intent("preferences-previous-section", ("Ctrl+PgUp",), mark("Previous section"), GROUP)


class PreferencesScreen(Screen):
    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        every = form_fields(os.environ)
        self._pinned = {field.name: field.pinned for field in every}
        self.fields = tuple(field for field in every if field.name not in (*IN_THE_CARD, *IN_THE_WRITERS_CARD))
        self.rows: dict[str, FieldRow] = {}
        self.listing = SectionsList()
        self.sections = self.listing.buttons
        self._headings: dict[str, QWidget] = {}
        self._drafting = Label("", wraps=True, selectable=True)
        self._ask_again = button(tr("Look again"), "quiet", name=tr("Look again who drafts now"))
        self._anchor: QWidget | None = None
        self._anchored = 0
        self._below = QVBoxLayout()
        self._page = self._made_page()
        self._lay_out()
        self.begin(context)

    def furnish(self) -> Iterator[None]:
        context, bridge = self._context, self._context.bridge
        for field in self.fields:
            self.rows[field.name] = FieldRow(field)
            yield
        self.workspace = WorkspaceCard(context.workspace)
        self.intents, self.tickets = IntentsCard(), TicketsSection(bridge)
        yield
        self.model = ModelCard(next((self._pinned[name] for name in IN_THE_CARD if self._pinned[name]), ""))
        self.writer = WriterCard(self._pinned["ollama_model"])
        yield
        self.macros, self.templates, self.memory = MacroCard(), TemplateCard(), MemoryCard()
        yield
        self.promises = PromiseCards(context)
        yield
        self.keys = KeysCard(context.shortcuts)
        for title, made in self._made_sections():
            self._headings[title] = made
            self._below.insertWidget(self._below.count() - 1, made)
            yield
        window = self.parentWidget()
        if window is not None:
            yield from self._page.made_for(window.width() - self.listing.width())
        self._join()
        self._follow()

    def _join(self) -> None:
        """Those who fill the cards and answer for them."""
        bridge, settings, use = self._context.bridge, self._context.settings, self._context.apply_settings
        self.presenter = PreferencesPresenter(self, bridge, settings, use)
        self.models = ModelPresenter(self.model, bridge, settings, use)
        self.writers = WriterPresenter(self.writer, bridge, settings, use)
        self.own_macros, self.own_templates = MacroPresenter(self.macros, bridge), TemplatePresenter(self.templates, bridge)
        self._behind = (
            self.models,
            self.writers,
            self.own_macros,
            self.own_templates,
            MemoryPresenter(self.memory, bridge),
            IntentsPresenter(self.intents, bridge),
            BackupPresenter(self.workspace, bridge),
            self.promises,
            self.tickets,
        )

    def _follow(self) -> None:
        for field in self.fields:
            self.rows[field.name].changed.connect(partial(self.presenter.change, field))
        self._ask_again.clicked.connect(self.writer.look_wanted)
        for asked in (self.writer.look_wanted, self.writer.seen):
            asked.connect(self.presenter.ask_who_drafts)
        self.presenter.show_all(self.fields)
        for intent, by in ((NEXT, 1), (PREVIOUS, -1)):
            self._context.shortcuts.add(self, intent, partial(self._step, by))

    def desk_ready(self, desk: Desk) -> None:
        self.presenter.desk_ready(desk)
        for part in self._behind:
            part.desk_ready(desk)

    def entered(self, place: Place) -> None:
        self.own_macros.look()
        self.own_templates.look()
        self.promises.look()
        first = next(iter(self.sections))
        known = place.section in self.sections or place.section in self.rows
        QTimer.singleShot(0, self, partial(self.go_to, place.section if known else first))

    def left(self) -> None:
        # Using a changed setting may close the desk, which tells every screen to save: this one is doing so.
        if not self.presenter.applying:
            for shown in self.rows.values():
                shown.control.flush()

    def go_to(self, wanted: str) -> None:
        """Brings a setting by its name, or a section and its first setting, to the top of the page and under the keyboard."""
        field = next((field for field in self.fields if field.name == wanted), None)
        if field is None:
            self._show(self._headings[wanted], wanted, self._first_of(wanted))
        else:
            self._show(self.rows[wanted], field.section, self.rows[wanted].control)

    def show_section(self, section: str) -> None:
        """At the top of the page; the keyboard stays where it is."""
        self._bring(self._headings[section], section)

    def _step(self, by: int) -> None:
        self.go_to(self.listing.beside(by))

    def _show(self, part: QWidget, section: str, control: QWidget) -> None:
        control.setFocus()
        self._bring(part, section)

    def _bring(self, part: QWidget, section: str) -> None:
        self._anchor = part
        self._to_anchor()
        self._mark(section)

    def _to_anchor(self) -> None:
        """What was gone to stays at the top while the cards above it are being filled, until the page is scrolled."""
        if self._anchor is not None:
            bar = self._page.verticalScrollBar()
            wanted = bar.value() + self._anchor.mapTo(self._page.viewport(), QPoint()).y() - theme.L
            self._anchored = max(bar.minimum(), min(wanted, bar.maximum()))
            bar.setValue(self._anchored)

    def _hold(self) -> None:
        """What stands at the top stays there while the page is laid out anew."""
        top = self._page.verticalScrollBar().value()
        if self._anchor is None and top > 0:
            parts = (*self.rows.values(), *self._headings.values())
            below = {part.mapTo(self._page.inside, QPoint()).y(): part for part in parts}
            self._anchor = below[min(below, key=lambda y: abs(y - theme.L - top))]
            self._anchored = top

    def _first_of(self, section: str) -> QWidget:
        heads: dict[str, QWidget] = {
            KNOWLEDGE: self.model.choose,
            TICKETS: self.tickets.agents.name,
            INTENTS: self.intents.choose,
            KEYBOARD: self.keys.search,
            WORKSPACE: self.workspace.back_up,
            **self.promises.heads(),
        }
        first = next((self.rows[field.name].control for field in self.fields if field.section == section), None)
        return heads.get(section) or first or self.workspace.back_up

    def _mark_in_sight(self, top: int) -> None:
        """The section that fills most of the page; at its end the last one, which never comes to the top. What was gone to
        stays marked until the page is scrolled."""
        if self._anchor is not None and top == self._anchored:
            return
        self._anchor = None
        at_work = self._section_of(QApplication.focusWidget())
        if at_work:
            self._mark(at_work)
            return
        upper = top + self._page.viewport().height() // 3
        begun = [section for section, head in self._headings.items() if head.y() <= upper]
        at_end = top == self._page.verticalScrollBar().maximum()
        self._mark(list(self._headings)[-1] if at_end or not begun else begun[-1])

    def _section_of(self, control: QWidget | None) -> str:
        """Of the control with the keyboard while it is in sight; '' when it is not on the page."""
        if control is None or not self._page.isAncestorOf(control) or control.visibleRegion().isEmpty():
            return ""
        return next((section for section, head in self._headings.items() if head.isAncestorOf(control)), "")

    def _keyboard_moved(self, _: QWidget | None, control: QWidget | None) -> None:
        section = self._section_of(control)
        if section:
            self._mark(section)

    def _mark(self, section: str) -> None:
        self.listing.mark(section)

    def show_value(self, name: str, value: Value) -> None:
        self.rows[name].put(value)

    def show_unchanged(self, name: str) -> None:
        self.rows[name].show_unchanged()

    def show_checking(self, name: str, words: str) -> None:
        self.rows[name].show_checking(words)

    def show_saved(self, name: str) -> None:
        self.rows[name].show_saved()

    def show_refused(self, name: str, words: str) -> None:
        self.rows[name].show_refused(words)

    def show_drafting(self, words: str, well: bool) -> None:
        self._drafting.say(words)
        theme.dress(self._drafting, "strong" if well else "fair")

    def drafting_words(self) -> str:
        return self._drafting.text()

    def _made_page(self) -> Page:
        inside = QWidget()
        inside.setLayout(self._below)
        self._below.setContentsMargins(theme.XL, theme.L, theme.XL, theme.XXL)
        self._below.setSpacing(theme.XL)
        self._below.addStretch(1)
        return Page(inside)

    def _made_sections(self) -> Iterator[tuple[str, QWidget]]:
        """By their marked titles, each made when the one before it hangs."""
        for title in OF_SETTINGS:
            yield title, titled(title, *self._parts_of(title))
        yield TICKETS, titled(TICKETS, self.tickets)
        yield INTENTS, titled(INTENTS, self.intents)
        yield from self.promises.sections().items()
        yield KEYBOARD, titled(KEYBOARD, self.keys, wide=False)
        yield WORKSPACE, titled(WORKSPACE, self.workspace)

    def _parts_of(self, title: str) -> list[QWidget]:
        """The settings of that section, with the cards that stand before and behind them."""
        settings: list[QWidget] = [self.rows[field.name] for field in self.fields if field.section == title]
        if title == DRAFTING:
            return [self._who_drafts(), self.writer, *settings, self.macros, self.templates, self.memory]
        if title == KNOWLEDGE:
            return [self.model, *settings]
        return [*settings, self.promises.ratings] if title == RATINGS else settings

    def _who_drafts(self) -> QFrame:
        head = row(Label(tr("Who drafts now"), "section"), None, self._ask_again)
        return column(head, self._drafting, None, gap=2, margin=theme.M, role="card")

    def _lay_out(self) -> None:
        for section in SECTIONS:
            self.listing.add(section)
        self.listing.chosen.connect(self.go_to)
        self.listing.shown.connect(self.show_section)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keyboard_moved)
        self._page.verticalScrollBar().valueChanged.connect(self._mark_in_sight)
        self._page.verticalScrollBar().rangeChanged.connect(self._to_anchor)
        self._page.turning.connect(self._hold)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.listing)
        whole.addWidget(self._page, 1)
