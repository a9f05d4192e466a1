"""A message as it came, byte for byte, to be read and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout

from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label, SafeText, button, row
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from helpdesk.services.reading import Original

LETTER, REMARK = (820, 640), (440, 120)


class OriginalDialog(QDialog):
    save_wanted = Signal(str)

    def __init__(self, parent: QWidget, original: Original | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Original message"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*(LETTER if original is not None else REMARK))
        self._kind = original.kind if original is not None else ""
        self.text = SafeText(tr("Original message"), numbered=True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.save = button(tr("Save the original…"))
        self.save.setVisible(original is not None)
        done = button(tr("Close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.addWidget(Label(_said(original), "caption", wraps=True))
        layout.addWidget(self.text, 1)
        layout.addWidget(row(None, self.save, done))
        self.text.setVisible(original is not None)
        if original is not None:
            self.text.show_source(original.text)
        self.save.clicked.connect(self._ask_where)
        done.clicked.connect(self.accept)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, tr("Save the original"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("eml" if self._kind == "eml" else "txt")
        dialog.selectFile(tr("message"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_wanted)
        dialog.open()


def _said(original: Original | None) -> str:
    if original is None:
        return tr("Only the words of this message were kept: it was written here, or came before originals were kept.")
    name, size = original.name, wording.size(len(original.raw))
    if original.cut:
        return tr("{name}, {size}. Only its beginning is shown; saved, it is whole.", name=name, size=size)
    return tr("{name}, {size}, as it came. Nothing in it is opened or run.", name=name, size=size)
