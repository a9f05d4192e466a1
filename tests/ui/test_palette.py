"""One line that leads anywhere: commands by a hint of their name, tickets and articles by their words."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ticket import ChannelName
from helpdesk.settings import Settings
from helpdesk.ui.kit import Place, Shortcuts
from helpdesk.ui.kit.palette import Palette
from helpdesk.ui.kit.pick_popover import PickPopover
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.knowledge.confirm import ConfirmSheet, Question
from helpdesk.ui.main_window.commands import ITSELF, Commands
from helpdesk.ui.preferences import build
from helpdesk.ui.preferences.screen import SECTIONS, PreferencesScreen
from helpdesk.ui.translation import Interpreter
from tests.fakes.inline_window import InlineWindow, inline_window


class Line:
    """A palette over a screen with three commands and a desk."""

    def __init__(self, qtbot: QtBot, window: InlineWindow) -> None:
        self.window = window
        self.done: list[str] = []
        self.screen = QWidget(window.host)
        self.button = QPushButton("here", self.screen)
        QVBoxLayout(self.screen).addWidget(self.button)
        shortcuts = Shortcuts(area="inbox")
        self.palette = Palette(window.host)
        self.commands = Commands(self.palette, shortcuts, window.bridge, window.delays)
        self.commands.lead_to(window.went.append)
        self.commands.desk_ready(window.desk)
        for name, keys, words in (
            ("note", ("M",), "Write an internal note"),
            ("outbox", ("O",), "Show the outbox"),
            ("all", tuple[str, ...](), "Mark every ticket"),
        ):
            shortcuts.add(self.screen, Intent(name, keys, words, "List"), partial(self.done.append, name))
        shortcuts.add(self.screen, Intent(ITSELF, ("Ctrl+K",), "Find a command", "Places"), self.palette.toggle)
        layout = window.host.layout()
        assert layout is not None
        layout.addWidget(self.screen)
        window.host.activateWindow()
        qtbot.waitUntil(window.host.isActiveWindow)
        qtbot.waitUntil(self.button.isVisible)
        self.button.setFocus()
        QTest.keyClick(self.button, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    def type(self, words: str) -> list[str]:
        self.palette.line.setText(words)
        self.window.settle()
        rows = (self.palette.model.row(number) for number in range(self.palette.model.rowCount()))
        return [offer.title for offer in rows if offer is not None]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.palette.line, key)


def test_it_finds_commands_tickets_and_the_number_of_a_ticket(qtbot: QtBot, tmp_path: Path) -> None:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts")) as window:
        message = IncomingMessage(
            ChannelName.FILE, "s1", "Ana Ruiz", "ana@customers.example", "Notebook broken", "It fell.", datetime.now(UTC)
        )
        ticket_id, _ = window.bridge.run(window.desk.intake.receive(message))
        line = Line(qtbot, window)
        assert line.palette.isVisible()
        assert line.type("") == ["Write an internal note", "Show the outbox", "Mark every ticket"]
        assert line.type("outb") == ["Show the outbox", "Outbox folder"]
        line.press(Qt.Key.Key_Return)
        assert line.done == ["outbox"]
        assert line.palette.isHidden()
        assert QApplication.focusWidget() is line.button
        line.palette.toggle()
        assert line.type("")[0] == "Show the outbox"
        *commands, ticket = line.type("note")
        assert (commands[0], ticket) == ("Write an internal note", "Notebook broken")
        for _ in commands:
            line.press(Qt.Key.Key_Down)
        line.press(Qt.Key.Key_Return)
        assert window.went == [Place("inbox", ticket_id=ticket_id)]
        line.palette.toggle()
        assert line.type("#42")[0] == "Open ticket 42"
        assert line.type("qqq") == []
        line.press(Qt.Key.Key_Escape)
        assert line.palette.isHidden()
        assert line.done == ["outbox"]


def test_a_ticket_of_somebody_without_a_name_is_told_as_such(qtbot: QtBot, tmp_path: Path) -> None:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts")) as window:
        message = IncomingMessage(ChannelName.FILE, "s1", "", "", "Notebook broken", "It fell.", datetime.now(UTC))
        ticket_id, _ = window.bridge.run(window.desk.intake.receive(message))
        line = Line(qtbot, window)
        assert line.type("fell") == ["Notebook broken"]
        offer = line.palette.model.row(0)
        assert offer is not None
        assert offer.about == f"Ticket {ticket_id} from somebody without a name, New"


def test_in_german_it_knows_english_names_and_what_else_people_say(
    qtbot: QtBot, tmp_path: Path, interpreter: Interpreter
) -> None:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts")) as window:
        line = Line(qtbot, window)
        interpreter.use("de")
        assert line.type("outbox") == ["Postausgang zeigen"]
        assert line.type("comment") == []
        assert line.type("Kommentar") == ["Interne Notiz schreiben"]
        interpreter.use("en")
        assert line.type("comment") == ["Write an internal note"]


def test_it_leads_to_a_section_and_to_a_setting_of_preferences_by_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts")) as window:
        line = Line(qtbot, window)
        line.type("")
        assert line.type("intents") == ["Intents", "Write an internal note"], "a hint of a command is less than the very name"
        assert line.type("rules")[0] == "Rules"
        line.press(Qt.Key.Key_Return)
        line.palette.toggle()
        assert line.type("text size")[0] == "Text size"
        line.press(Qt.Key.Key_Return)
        assert window.went == [Place("preferences", section="Rules"), Place("preferences", section="text_size")]
        shown = window.show(build, window.went[1])
        assert isinstance(shown, PreferencesScreen)
        assert tuple(shown.sections) == SECTIONS
        assert QApplication.focusWidget() is shown.rows["text_size"].control.inner
        assert shown.sections["Look"].isChecked()


def test_a_question_that_comes_late_waits_until_the_palette_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts")) as window:
        line = Line(qtbot, window)
        sheet, saved = ConfirmSheet(window.host), list[str]()
        sheet.ask(Question("Save this change?", "2 drafts stand on it.", "Save"), partial(saved.append, "saved"))
        assert sheet.isHidden()
        assert line.type("outb")[0] == "Show the outbox"
        line.press(Qt.Key.Key_Return)
        assert (line.done, saved) == (["outbox"], [])
        qtbot.waitUntil(sheet.isVisible)
        assert QApplication.focusWidget() is sheet.confirm
        QTest.keyClick(sheet.confirm, Qt.Key.Key_Return)
        assert saved == ["saved"]
        assert QApplication.focusWidget() is line.button


def test_a_list_to_choose_from_waits_too_and_stands_where_it_always_stands(qtbot: QtBot, tmp_path: Path) -> None:
    with inline_window(tmp_path / "workspace", Settings(writer="excerpts")) as window:
        line = Line(qtbot, window)
        asked = PickPopover(window.host, "Assign to", [("1", "Ana Ruiz")], "A name")
        asked.open_on_top()
        assert asked.isHidden()
        line.press(Qt.Key.Key_Escape)
        qtbot.waitUntil(asked.isVisible)
        assert asked.line.hasFocus()
        assert abs(asked.geometry().center().x() - window.host.rect().center().x()) <= 1
