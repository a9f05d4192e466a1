"""Asks what of a ticket goes on paper, and whether that is paper or a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QVBoxLayout

from helpdesk.domain.errors import BadInput
from helpdesk.ui import theme
from helpdesk.ui.conversation.paper import paper, pdf
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.language import tr
from helpdesk.ui.reason_words import reason_said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.conversation import Conversation
    from helpdesk.ui.kit.screen import ScreenContext


class PrintDialog(QDialog):
    def __init__(self, parent: QWidget, conversation: Conversation, context: ScreenContext) -> None:
        super().__init__(parent)
        self._conversation = conversation
        self._context = context
        self.setWindowTitle(tr("Print the ticket"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.notes = QCheckBox(tr("With internal notes and third persons, which the customer must not see"))
        self.on_paper = button(tr("Print…"))
        self.as_pdf = button(tr("Save as PDF…"), "primary")
        self.as_pdf.setDefault(True)
        leave = button(tr("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        layout.setSpacing(theme.M)
        layout.addWidget(Label(tr("Every message in plain words, oldest first; attachments by name only."), wraps=True))
        layout.addWidget(self.notes)
        layout.addWidget(row(None, leave, self.on_paper, self.as_pdf))
        leave.clicked.connect(self.reject)
        self.on_paper.clicked.connect(self._choose_printer)
        self.as_pdf.clicked.connect(self._choose_file)
        self.setMinimumWidth(460)

    def save_pdf(self, path: str) -> None:
        ticket = self._conversation.ticket
        document = paper(self._conversation, notes=self.notes.isChecked())
        try:
            Path(path).write_bytes(pdf(document, f"#{ticket.id} {ticket.subject}"))
        except OSError as error:
            self._context.report(
                BadInput(
                    path, 0, tr("the PDF cannot be written there: {reason}", reason=reason_said(error.strerror or str(error)))
                )
            )
            return
        self._context.toasts.say(tr("Saved {path}.", path=path))
        self.accept()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(tr("ticket {number}.pdf", number=self._conversation.ticket.id))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_pdf)
        dialog.open()

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: self._print(printer))
        dialog.show()

    def _print(self, printer: QPrinter) -> None:
        paper(self._conversation, notes=self.notes.isChecked()).print_(printer)
        self.accept()
