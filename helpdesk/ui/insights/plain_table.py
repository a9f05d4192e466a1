"""A table of words to read, to walk with the keyboard and to copy from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from helpdesk.ui.insights.picture import Table
from helpdesk.ui.kit.plain import one_line


class PlainTable(QTableWidget):
    """The first column takes the room that is left; the others are numbers, to the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)

    def show_table(self, name: str, table: Table) -> None:
        self.setAccessibleName(name)
        self.clear()
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        for number, title in enumerate(table.columns):
            head = QTableWidgetItem(title)
            head.setTextAlignment(aligned(number))
            self.setHorizontalHeaderItem(number, head)
        for line, cells in enumerate(table.rows):
            for number, cell in enumerate(cells):
                shown = QTableWidgetItem(one_line(cell))
                shown.setTextAlignment(aligned(number))
                self.setItem(line, number, shown)
        sizes = self.horizontalHeader()
        sizes.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if table.columns:
            sizes.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
