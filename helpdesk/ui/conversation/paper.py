"""A ticket on paper or as a PDF: built from blocks and formats, so that no word of it is ever read as markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPdfWriter, QTextBlockFormat, QTextCharFormat, QTextCursor

from helpdesk.domain.conversation import PUBLIC
from helpdesk.ui import wording
from helpdesk.ui.conversation.pane import facts
from helpdesk.ui.kit.plain import one_line, printable
from helpdesk.ui.kit.safe_mail_view import SafeDocument
from helpdesk.ui.language import day_and_clock, tr
from helpdesk.ui.sending_words import author, kind_words

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from helpdesk.domain.conversation import Conversation, Message

INK, GREY, NOTE = "#000000", "#555555", "#f3f3f3"
BODY, SMALL, LARGE = 10.0, 8.5, 15.0
PDF_DOTS = 300
MARGIN_MM = 18.0


@dataclass(frozen=True)
class Line:
    """How one line looks; `size` in points, room above and below in pixels."""

    size: float
    ink: str = INK
    strong: bool = False
    note: bool = False
    above: int = 0
    below: int = 0


def paper(conversation: Conversation, *, notes: bool) -> QTextDocument:
    """`notes`: with what is not meant for the customer."""
    document = SafeDocument()
    cursor = QTextCursor(document)
    _write(cursor, one_line(conversation.ticket.subject) or tr("(no subject)"), Line(LARGE, strong=True, below=2))
    _write(cursor, facts(conversation), Line(SMALL, GREY, below=12))
    for message in conversation.messages:
        if notes or message.kind in PUBLIC:
            _write_message(cursor, message)
    return document


def _write_message(cursor: QTextCursor, message: Message) -> None:
    note = message.kind not in PUBLIC
    said = f"{one_line(author(message))} · {kind_words(message)} · {day_and_clock(message.at)}"
    _write(cursor, said, Line(SMALL, GREY, strong=True, note=note, above=10, below=2))
    for line in printable(message.body).split("\n"):
        _write(cursor, line, Line(BODY, note=note))
    for attachment in message.attachments:
        name = f"{one_line(attachment.name)}, {wording.size(attachment.size)}"
        _write(cursor, tr("Attached: {name}", name=name), Line(SMALL, GREY))


def _write(cursor: QTextCursor, words: str, line: Line) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(line.above)
    block.setBottomMargin(line.below)
    if line.note:
        block.setBackground(QColor(NOTE))
    look = QTextCharFormat()
    look.setFontPointSize(line.size)
    look.setForeground(QColor(line.ink))
    look.setFontWeight(QFont.Weight.DemiBold if line.strong else QFont.Weight.Normal)
    if cursor.document().isEmpty():
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block, look)
    cursor.insertText(words, look)


def pdf(document: QTextDocument, title: str) -> bytes:
    """The whole file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DOTS)
    writer.setTitle(one_line(title))
    writer.setCreator("Helpdesk")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter)
    document.print_(writer)
    return bytes(held.data())
