"""A first day in the real window: knowledge in, a customer's mail in, a cited draft edited in place, approved, undone, approved
again, and the reply filed in the outbox folder. Everything after the import is done with the keyboard."""

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk.domain.draft import DraftState
from helpdesk.domain.ticket_query import TicketQuery
from helpdesk.gui import WindowRun
from helpdesk.paths import Workspace
from helpdesk.settings import Settings, save
from helpdesk.ui.crash_door import CrashDoor
from helpdesk.ui.kit import Place
from helpdesk.ui.knowledge.screen import KnowledgeScreen
from helpdesk.ui.review.screen import ReviewScreen
from helpdesk.ui.theme import wear
from tests.fakes.inline_window import drop

PATIENCE = 60_000
ARTICLE = """---
title: Lights of the hub
---
# Lights of the hub

## The light blinks red

Hold the reset button for ten seconds until the light turns white.

## The light is amber

The hub has no internet: restart the router and wait three minutes.
"""
MAIL = b"""From: Grace Hopper <grace@example.org>
To: support@example.com
Subject: Red light
Date: Thu, 19 Nov 2026 08:00:00 +0000
Message-ID: <one@example.org>
Content-Type: text/plain; charset=utf-8

Hello, the light of my hub blinks red. What do I have to do?

Grace
"""


@dataclass
class Day:
    """The folders an agent works with, and the window."""

    run: WindowRun
    knowledge: Path
    drop: Path
    outbox: Path
    qtbot: QtBot

    @property
    def review(self) -> ReviewScreen:
        screen = self.run.window.rooms.screens["review"]
        assert isinstance(screen, ReviewScreen)
        return screen

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE)

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """A key for whatever has the focus."""
        self.run.come_forward()
        self.until(self.run.window.isActiveWindow)
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        QTest.keyClick(self.run.window.focusWidget(), key, modifiers)

    def can_approve(self) -> bool:
        approve = self.review.draft.deciding()[0]
        return approve.isVisible() and approve.isEnabled()

    def replies(self) -> list[Path]:
        return sorted(self.outbox.glob("*.eml"))


@pytest.fixture
def day(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    monkeypatch.setattr(CrashDoor, "install", lambda door: None)
    palette = qapp.palette()
    knowledge, drop, outbox = (tmp_path / name for name in ("northlight", "drop", "outbox"))
    for folder in (knowledge, drop, outbox):
        folder.mkdir()
    (knowledge / "lights.md").write_text(ARTICLE, "utf-8")
    workspace = Workspace(tmp_path / "desk")
    workspace.folder.mkdir(mode=0o700)
    settings = Settings(agent_name="Ada", writer="excerpts", undo_seconds=5, drop_folder=str(drop), outbox_folder=str(outbox))
    save(workspace.folder, settings)
    run = WindowRun(qapp, workspace)
    run.begin()
    qtbot.waitUntil(run.window.open_for_work, timeout=PATIENCE)
    run.come_forward()
    qtbot.waitUntil(run.window.isActiveWindow, timeout=PATIENCE)
    yield Day(run, knowledge, drop, outbox, qtbot)
    run.window.close()
    run.window.deleteLater()
    qapp.setPalette(palette)
    wear(qapp, "")


def import_by_dropping(day: Day) -> None:
    day.run.window.go(Place("knowledge"))
    screen = day.run.window.rooms.screens["knowledge"]
    assert isinstance(screen, KnowledgeScreen)
    assert drop(screen, QUrl.fromLocalFile(str(day.knowledge)))
    day.until(lambda: "1 added" in screen.result.words())


def receive(day: Day) -> None:
    """A mail in the drop folder becomes a cited draft on the screen."""
    (day.drop / "mail.eml").write_bytes(MAIL)
    day.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    day.until(lambda: "ten seconds" in day.review.text())
    assert "[1]" in day.review.text()
    assert (day.drop / "done" / "mail.eml").read_bytes() == MAIL


def edit_in_place(day: Day, words: str) -> None:
    day.press(Qt.Key.Key_I)
    day.until(lambda: day.run.window.focusWidget() is day.review.draft.editor)
    day.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(day.run.window.focusWidget(), words)
    day.until(lambda: day.review.draft.saved_words() == "Saved")


def approve_what_no_source_says(day: Day, words: str) -> None:
    day.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    day.until(lambda: words in day.review.draft.notice_words())
    day.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)


def test_a_mail_becomes_a_reviewed_reply_in_the_outbox_folder(day: Day) -> None:
    import_by_dropping(day)
    receive(day)
    edit_in_place(day, " PS: it is free.")
    approve_what_no_source_says(day, "it is free")
    day.until(day.run.window.rooms.toasts.isVisible)
    assert day.replies() == []

    day.press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    day.until(day.can_approve)
    assert "PS: it is free." in day.review.text()
    approve_what_no_source_says(day, "it is free")
    day.until(lambda: day.replies() != [])

    (filed,) = day.replies()
    reply = email.message_from_bytes(filed.read_bytes(), policy=email.policy.default)
    assert (reply["To"], reply["Subject"]) == ("Grace Hopper <grace@example.org>", "Re: Red light")
    assert reply["In-Reply-To"] == "<one@example.org>"
    body = reply.get_content()
    assert "ten seconds" in body
    assert "PS: it is free." in body
    assert "[1]" not in body
    day.until(lambda: DraftState.SENT.value in sent_states(day))


def sent_states(day: Day) -> list[str]:
    """What the store says of the ticket's drafts once the reply has left."""
    found: list[str] = []
    desk = day.run.window.rooms.desk
    assert desk is not None

    async def look() -> list[str]:
        page = await desk.views.page(TicketQuery(), 0, 5)
        return [row.draft_state or "" for row in page.rows]

    day.run.bridge.call(look, found.extend)
    day.until(lambda: bool(found))
    return found
