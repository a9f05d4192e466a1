"""Files and words dragged onto a part of the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from helpdesk.domain.html_text import visible_text
from helpdesk.ui import theme
from helpdesk.ui.kit.buttons import Glyph
from helpdesk.ui.kit.labels import Label
from helpdesk.ui.kit.plain import one_line

MOST_LETTERS = 200_000


class FileDrop(QObject):
    """Takes local files once `wanted` accepts one of them, and words of other programs where `of_text` says what becomes of
    them; nothing else: no addresses of pages, no pictures from a browser. `dropped` carries all files, so that whoever let go
    hears of those that cannot be taken. While they hover, a sheet over `target` says what letting go will do."""

    dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, target: QWidget, words: str, wanted: Callable[[Path], bool], of_text: str = "") -> None:
        super().__init__(target)
        self._target = target
        self._wanted = wanted
        self._words, self._of_text = words, of_text
        self._said = Label(words, "title")
        self._sheet = QFrame(target)
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.dress(self._sheet, "popover")
        inside = QVBoxLayout(self._sheet)
        inside.addStretch(1)
        inside.addWidget(Glyph("import", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._said, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self._sheet.hide()
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return self._weigh(event)
        if event.type() == QEvent.Type.DragLeave:
            self._sheet.hide()
        return super().eventFilter(watched, event)

    def _weigh(self, event: QDropEvent) -> bool:
        paths = local_files(event)
        files = any(map(self._wanted, paths))
        text = words_in(event.mimeData()) if self._of_text and not paths and event.source() is None else ""
        self._sheet.hide()
        if not files and not text:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragEnterEvent):
            margin = theme.M
            self._said.say(self._words if files else self._of_text)
            self._sheet.setGeometry(self._target.rect().adjusted(margin, margin, -margin, -margin))
            self._sheet.raise_()
            self._sheet.show()
        elif files:
            self.dropped.emit(paths)
        else:
            self.text_dropped.emit(text)
        return True


def local_files(event: QDropEvent) -> list[Path]:
    """Each once."""
    local = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile() and not url.host()]
    return list(dict.fromkeys(local))


def words_in(carried: QMimeData) -> str:
    """What a person would read of it, or a mail address; nothing of it is looked up or loaded."""
    links = [url.toString() for url in carried.urls()]
    if links:
        return links[0] if links[0].startswith("mailto:") else ""
    if carried.hasText():
        return carried.text().strip()
    return visible_text(carried.html()[:MOST_LETTERS]) if carried.hasHtml() else ""


def named(paths: Sequence[Path]) -> str:
    """The first three of them, in one line."""
    return one_line(", ".join(path.name for path in paths[:3]) + (", …" if len(paths) > 3 else ""))
