"""A screen over a real desk, without threads: what the screen asks for has happened when the call returns."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from helpdesk.app import open_desk
from helpdesk.domain.progress import unheard
from helpdesk.paths import Workspace
from helpdesk.settings import Settings
from helpdesk.ui.bridge import HandDelays, InlineBridge
from helpdesk.ui.kit import Place, Screen, ScreenContext, Shortcuts, Toasts

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpdesk.services.desk import Desk


@dataclass
class InlineWindow:
    """`went` are the places navigated to, `reported` the errors shown by the window."""

    bridge: InlineBridge
    delays: HandDelays
    workspace: Workspace
    desk: "Desk"
    host: QWidget
    toasts: Toasts
    settings: Settings
    went: list[Place] = field(default_factory=list)
    reported: list[Exception] = field(default_factory=list)
    refusing: Exception | None = None

    def context(self) -> ScreenContext:
        return ScreenContext(
            bridge=self.bridge,
            delays=self.delays,
            toasts=self.toasts,
            shortcuts=Shortcuts(),
            navigate=self.went.append,
            report=self.reported.append,
            settings=lambda: self.settings,
            apply_settings=self.apply,
            workspace=self.workspace,
        )

    def apply(self, settings: Settings) -> None:
        if self.refusing is not None:
            raise self.refusing
        self.settings = settings

    def show(self, build: "Callable[[ScreenContext], Screen]", place: Place) -> Screen:
        """The screen as the window would show it, desk open and settled."""
        screen = build(self.context())
        layout = self.host.layout()
        assert layout is not None
        for earlier in self.host.findChildren(Screen, options=Qt.FindChildOption.FindDirectChildrenOnly):
            layout.removeWidget(earlier)
            earlier.hide()
        layout.addWidget(screen)
        self.host.activateWindow()
        QApplication.processEvents()
        screen.desk_ready(self.desk)
        screen.entered(place)
        self.settle()
        return screen

    def beside(self, build: "Callable[[ScreenContext], Screen]") -> Screen:
        """Another one, not on display; it goes with the window, which alone knows when nobody tells it anything any more."""
        screen = build(self.context())
        screen.setParent(self.host)
        return screen

    def imports(self, folder: Path, **articles: str) -> Path:
        """The folder, after its articles were written, each under its name, and it became a knowledge base."""
        folder.mkdir(exist_ok=True)
        for name, text in articles.items():
            (folder / f"{name}.md").write_text(text, "utf-8")
        self.bridge.run(self.desk.knowledge.import_path(folder, None, unheard))
        return folder

    def settle(self) -> None:
        """Everything that was going to happen a little later happens now."""
        for _ in range(4):
            QApplication.processEvents()
            self.delays.pass_()
        QApplication.processEvents()


def unspoken(screen: QWidget) -> list[str]:
    """Controls the keyboard reaches that a screen reader has no name for, and labels that would interpret their text."""
    inner = ("qt_", "ScrollLeftButton", "ScrollRightButton")
    reached = [w for w in screen.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    own = [w for w in reached if w.isVisibleTo(screen) and not w.objectName().startswith(inner)]
    nameless = [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in own if not w.accessibleName()]
    guessing = [label.text() for label in screen.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText]
    return nameless + guessing


def drop(target: QWidget, *urls: QUrl, text: str = "", html: str = "") -> bool:
    """Drags these over the widget from another program and lets go; whether the widget took them."""
    dragged = QMimeData()
    if urls:
        dragged.setUrls(list(urls))
    if text:
        dragged.setText(text)
    if html:
        dragged.setHtml(html)
    how = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *how))
    return enter.isAccepted()


@contextmanager
def inline_window(folder: Path, settings: Settings | None = None) -> Iterator[InlineWindow]:
    """Its threads collect nothing, as in the window: they would free widgets of earlier tests, and hang or crash in it. Made
    for a whole file it comes before `collected_on_this_thread`."""
    gc.disable()
    wanted = settings or Settings(writer="excerpts", threads=1)
    bridge, workspace = InlineBridge(), Workspace(folder)
    workspace.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    opening = open_desk(wanted, workspace, bridge.publish)
    desk = bridge.run(opening.__aenter__())
    host = QWidget()
    host.resize(1180, 760)
    QHBoxLayout(host)
    host.show()
    try:
        yield InlineWindow(bridge, HandDelays(), workspace, desk, host, Toasts(host), wanted)
    finally:
        host.close()
        host.deleteLater()
        bridge.run(opening.__aexit__(None, None, None))
        bridge.close()
