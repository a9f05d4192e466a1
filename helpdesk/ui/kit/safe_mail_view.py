"""The one viewer for HTML of strangers. It takes only what the cleaner made, loads nothing, and opens nothing by itself."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QFont, QImage, QTextDocument, QTextOption
from PySide6.QtWidgets import QTextBrowser

from helpdesk.ui import theme
from helpdesk.ui.kit.safe_links import ask_to_open

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QWheelEvent

    from helpdesk.domain.safe_html import SafeHtml

PATIENCE = 0.5
"""Seconds a mail may take to be laid out; after that its plain text is shown, and this one is not tried again."""
_TOO_SLOW: set[int] = set()
MOST_REMEMBERED = 500
EDGES = 10
"""Border and padding of both sides, as the style sheet has them."""


class SafeDocument(QTextDocument):
    """Answers every wish for a resource, whatever its address, with one invisible pixel: an empty answer would make Qt read the
    file itself."""

    def loadResource(self, _: int, __: QUrl | str) -> Any:
        return _pixel()


class SafeMailView(QTextBrowser):
    """As tall as what it shows. `gave_up` is emitted when laying it out took too long; then it shows nothing."""

    gave_up = Signal()

    def __init__(self, name: str, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._seconds = seconds
        self._shown: SafeHtml | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.anchorClicked.connect(lambda url: ask_to_open(self, url.toString(QUrl.ComponentFormattingOption.FullyEncoded)))
        theme.dress(self, "mail")

    def show_html(self, shown: SafeHtml, width: int) -> bool:
        """False when it was given up."""
        if hash(shown) in _TOO_SLOW:
            self._give_up()
            return False
        begun = self._seconds()
        self._shown = shown
        document = SafeDocument(self)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._font())
        document.setDefaultStyleSheet(_sheet())
        document.setHtml(shown.markup)
        document.setTextWidth(width)
        if self._seconds() - begun > PATIENCE:
            if len(_TOO_SLOW) >= MOST_REMEMBERED:
                _TOO_SLOW.clear()
            _TOO_SLOW.add(hash(shown))
            document.deleteLater()
            self._give_up()
            return False
        self.setDocument(document)
        return True

    def fit(self, width: int) -> int:
        """The height the view needs when it is that wide."""
        inside = max(1, width - EDGES)
        self.document().setTextWidth(inside)
        size = self.document().size()
        bar = self.horizontalScrollBar().sizeHint().height() if size.width() > inside + 1 else 0
        return round(size.height()) + EDGES + bar

    def loadResource(self, _: int, __: QUrl | str) -> Any:
        return _pixel()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copied as plain text: copied HTML would carry addresses into other programs."""
        made = QMimeData()
        made.setText(self.textCursor().selection().toPlainText())
        return made

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange and self._shown is not None:
            self.show_html(self._shown, max(1, int(self.document().textWidth())))

    def _give_up(self) -> None:
        self._shown = None
        self.clear()
        self.gave_up.emit()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.type_scale().body)
        return font


def _pixel() -> QImage:
    pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
    pixel.fill(QColor(0, 0, 0, 0))
    return pixel


def _sheet() -> str:
    """Ours, of our own words: a mail's own colours do not reach here, so both themes are readable."""
    c = theme.colours()
    return (
        f"a {{ color: {c.accent_text}; }} blockquote {{ color: {c.muted}; margin-left: 10px; }}"
        f" pre, code {{ font-family: monospace; background-color: {c.sunken}; }} th {{ text-align: left; }}"
        " td, th { padding: 2px 6px; }"
    )
