"""Words that come from another program, dropped on the window or copied: a ticket is begun with them, and nothing is loaded."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.file_drop import FileDrop
from tests.fakes.inline_window import InlineWindow, drop

LAID_OUT = "<p>My <b>valve</b> leaks</p><script>open()</script><img src='https://evil.example/x.png'>"


def typed(screen: InboxScreen) -> tuple[str, str, str, str]:
    form = screen.form
    return form.name.text(), form.email.text(), form.subject.text(), form.body.toPlainText()


def test_words_may_be_dropped_where_it_is_said_what_becomes_of_them(window: InlineWindow) -> None:
    taken: list[str] = []
    target, only_files = QWidget(window.host), QWidget(window.host)
    FileDrop(target, "files", Path.exists, "words").text_dropped.connect(taken.append)
    FileDrop(only_files, "files", Path.exists)
    assert drop(target, text=" It blinks. ")
    assert drop(target, html=LAID_OUT)
    assert drop(target, QUrl("mailto:ada@example.org"), text="ada@example.org")
    assert taken == ["It blinks.", "My valve leaks", "mailto:ada@example.org"]
    assert not drop(target, QUrl("https://evil.example/page"), text="https://evil.example/page")
    assert not drop(target, text="  ")
    assert not drop(only_files, text="It blinks.")


def test_a_ticket_is_begun_with_words_or_an_address(window: InlineWindow) -> None:
    screen = window.show(build, Place("inbox"))
    assert isinstance(screen, InboxScreen)
    screen.take_text("My hub blinks red\nAda Brown <ada@example.org>")
    assert typed(screen)[:3] == ("Ada Brown", "ada@example.org", "My hub blinks red")
    assert "nothing is made before you create the ticket" in window.toasts.words()
    screen.form.clear()
    screen.take_text("Rita Moon <rita@moon.example>")
    assert typed(screen) == ("Rita Moon", "rita@moon.example", "", "")
    screen.form.clear()


def test_what_was_copied_without_plain_words_is_read_as_it_was_seen(window: InlineWindow) -> None:
    laid_out = QMimeData()
    laid_out.setHtml(f"{LAID_OUT}<p>Joe Hall &lt;joe@two.example&gt;</p>")
    QGuiApplication.clipboard().setMimeData(laid_out)
    screen = window.show(build, Place("inbox", section="clipboard"))
    assert isinstance(screen, InboxScreen)
    assert typed(screen) == ("Joe Hall", "joe@two.example", "My valve leaks", "My valve leaks\n\nJoe Hall <joe@two.example>")
    screen.form.clear()
    QGuiApplication.clipboard().clear()
