"""A plot as a file: the picture as it is on display, with what it finds in words, twice as sharp, or the table behind it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from helpdesk.domain.errors import BadInput
from helpdesk.domain.spreadsheet import cell
from helpdesk.ui import theme
from helpdesk.ui.insights.plot_card import PlotCard
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpdesk.ui.insights.picture import Picture
    from helpdesk.ui.kit import ScreenContext

WIDTH, SHARPNESS = 960, 2
PNG = QByteArray(b"png")
TABLE = ".csv"


class PictureSaver(QObject):
    """Asks where, and saves there what the card shows: its plot, or its table."""

    def __init__(self, tab: QWidget, context: ScreenContext, cards: Sequence[PlotCard]) -> None:
        super().__init__(tab)
        self._tab = tab
        self._context = context
        for card in cards:
            card.save_wanted.connect(partial(self._ask, card))

    def save(self, card: PlotCard, name: str) -> None:
        if card.picture is not None and written(card.picture, name):
            self._context.toasts.say(tr("Saved {name}.", name=name))
        else:
            self._context.report(BadInput(name, 0, "it cannot be written there: choose another place"))

    def _ask(self, card: PlotCard) -> None:
        title, kind, suffix = (
            (tr("Save the table"), tr("Tables (*.csv)"), TABLE)
            if card.as_table.isChecked()
            else (tr("Save the picture"), tr("Pictures (*.png)"), ".png")
        )
        dialog = QFileDialog(self._tab, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(file_name(card.picture) + suffix)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self.save, card))
        dialog.open()


def file_name(picture: Picture | None) -> str:
    title = picture.title if picture is not None else "insights"
    return "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())


def written(picture: Picture, name: str) -> bool:
    """By the end of the name: a table that any spreadsheet opens, else a picture."""
    if not name.lower().endswith(TABLE):
        return QImageWriter(name, PNG).write(drawn(picture))
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows([cell(value) for value in row] for row in (picture.table.columns, *picture.table.rows))
    try:
        Path(name).write_text(lines.getvalue(), "utf-8-sig", newline="")
    except OSError:
        return False
    return True


def drawn(picture: Picture) -> QImage:
    """On a sheet of its own, which nobody sees on the screen."""
    sheet = PlotCard(on_paper=True)
    theme.clothe(sheet)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    sheet.show_picture(picture)
    sheet.resize(WIDTH, max(1, sheet.heightForWidth(WIDTH), sheet.sizeHint().height()))
    sheet.show()
    sheet.canvas().settle()
    image = QImage(sheet.size() * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(QColor(theme.colours().raised))
    sheet.render(image)
    sheet.close()
    sheet.deleteLater()
    return image


def png(picture: Picture) -> bytes:
    """The plot alone, as the bytes of a .png file: on a page its words stand beside it."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, PNG).write(drawn(replace(picture, title="", finding="", note="")))
    return bytes(held.data())
