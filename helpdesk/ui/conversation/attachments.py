"""Files that came with a message. Nothing is opened by itself: a picture can be looked at, everything can be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from helpdesk.domain.attachment_name import Doubt, doubts, plain
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import ElidedLabel, Label, button, row
from helpdesk.ui.kit.buttons import Glyph
from helpdesk.ui.language import Words, mark, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from helpdesk.domain.conversation import AttachmentRow
    from helpdesk.services.reading import AttachmentLook
    from helpdesk.ui.conversation.wishes import Wishes

DOUBTS = Words(
    {
        Doubt.TWO_ENDINGS: mark("Looks like a document, but is none"),
        Doubt.RUNS: mark("Opening it starts a program"),
        Doubt.MACROS: mark("May carry a program in it"),
        Doubt.PAGE: mark("A page that may ask for passwords"),
        Doubt.REORDERED: mark("Hidden characters disguise its name"),
        Doubt.ANOTHER_KIND: mark("Its content is not what its name says"),
        Doubt.PACKED: mark("Packed: nobody has looked inside"),
    }
)
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/jpg")
LARGEST = QSize(1100, 760)


class AttachmentLine(QFrame):
    """Name, size, what to think of it, and what can be done."""

    def __init__(self, attachment: AttachmentRow, wishes: Wishes) -> None:
        super().__init__()
        self._attachment = attachment
        self._wishes = wishes
        name = plain(attachment.name) or tr("(no name)")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.XS)
        found = doubts(attachment.name)
        line.addWidget(Glyph("warning" if found else "attachment", 16))
        line.addWidget(ElidedLabel(f"{name} · {wording.size(attachment.size)}"), 1)
        if wishes.heeded and attachment.id is not None:
            if attachment.media_type in PICTURES:
                look = button(tr("Look"), "quiet", name=tr("Look at {name}", name=name))
                look.clicked.connect(lambda: wishes.looked.emit(attachment.id))
                line.addWidget(look)
            save = button(tr("Save…"), "quiet", name=tr("Save {name}", name=name))
            save.clicked.connect(self.ask_where)
            line.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        if found:
            column.addWidget(Label(DOUBTS[found[0]], "note-text", wraps=True))
        self.setAccessibleName(" ".join([tr("Attachment {name}", name=name), *(DOUBTS[doubt] for doubt in found)]))

    def ask_where(self) -> None:
        dialog = QFileDialog(self.window(), tr("Save the attachment"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(plain(self._attachment.name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._wishes.saved.emit(self._attachment.id, path))
        dialog.open()


class PictureDialog(QDialog):
    """A picture as the desk painted it anew; nothing of the file itself reaches the window."""

    def __init__(self, parent: QWidget, look: AttachmentLook) -> None:
        super().__init__(parent)
        self.setWindowTitle(plain(look.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        for words in [DOUBTS[doubt] for doubt in look.doubts]:
            layout.addWidget(Label(words, "note-text", wraps=True))
        if look.picture is None:
            layout.addWidget(Label(tr("This file is no picture that can be shown. It can be saved."), "muted", wraps=True))
        else:
            layout.addWidget(_canvas(look.picture.png, look.name))
            said = tr(
                "{width} × {height} pixels, painted anew from {size}",
                width=look.picture.width,
                height=look.picture.height,
                size=wording.size(look.size),
            )
            layout.addWidget(Label(said, "caption"))
        done = button(tr("Close"))
        done.clicked.connect(self.accept)
        layout.addWidget(row(None, done))


def _canvas(png: bytes, name: str) -> QLabel:
    image = QImage()
    image.loadFromData(QByteArray(png), "PNG")
    canvas = Label()
    canvas.setPixmap(
        QPixmap.fromImage(image).scaled(
            image.size().boundedTo(LARGEST), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    )
    canvas.setAccessibleName(tr("Picture {name}", name=plain(name)))
    return canvas
