"""A message in the agent's own language, told by a model server at the other end of a real wire."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from helpdesk.settings import Settings
from helpdesk.ui.conversation.bubble import Bubble
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from tests.fakes.inbox_hands import receive, show
from tests.fakes.inline_window import inline_window
from tests.fakes.ollama_server import MODEL
from tests.fakes.ollama_server.beside import beside

ASKED = "Meine Lampe flackert. Schreiben Sie an ada@customers.example, bitte."


def bubble(screen: InboxScreen) -> Bubble:
    return next(one for one in screen.pane.findChildren(Bubble) if one.isVisible())


def words(screen: InboxScreen) -> str:
    return " ".join(label.text() for label in bubble(screen).findChildren(QLabel) if label.isVisible())


def test_a_translation_stands_under_the_message_until_it_is_hidden(qapp: QApplication, tmp_path: Path) -> None:
    with beside() as server, inline_window(tmp_path / "desk", Settings(ollama_host=server.host, threads=1)) as window:
        server.says("My lamp flickers. Please write to {EMAIL_2}.")
        ticket_id = receive(window, 1, "Lampe", ASKED)
        screen = show(window, Place("inbox", ticket_id=ticket_id))
        screen.pane.wishes.translation.emit(bubble(screen).message.id)
        window.settle()
        said = words(screen)
        assert ASKED in said
        assert "My lamp flickers. Please write to ada@customers.example." in said
        assert MODEL in said
        prompt = str(server.requests[-1])
        assert "flackert" in prompt
        assert "ada@customers.example" not in prompt
        next(one for one in bubble(screen).findChildren(QPushButton) if one.text() == "Hide the translation").click()
        window.settle()
        assert "flickers" not in words(screen)
        assert window.reported == []


def test_without_a_model_it_is_said_that_only_one_could_translate(qapp: QApplication, tmp_path: Path) -> None:
    with inline_window(tmp_path / "desk", Settings(ollama_host="http://127.0.0.1:9", threads=1)) as window:
        ticket_id = receive(window, 1, "Lampe", ASKED)
        screen = show(window, Place("inbox", ticket_id=ticket_id))
        screen.pane.wishes.translation.emit(bubble(screen).message.id)
        window.settle()
        assert "The model did not translate it: no model server answers at http://127.0.0.1:9" in words(screen)
        assert ASKED in words(screen)
