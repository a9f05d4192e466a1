"""The source of an article, to be changed."""

from PySide6.QtGui import QFontDatabase

from helpdesk.ui.kit.safe_text import SafeText


class SourceEdit(SafeText):
    """Every character in a font of fixed width."""

    def __init__(self, name: str, *, numbered: bool = False) -> None:
        super().__init__(name, numbered=numbered)
        self.setReadOnly(False)
        self.setUndoRedoEnabled(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    def text(self) -> str:
        """Every character as it was: `toPlainText` would turn no-break spaces into plain ones."""
        return self.document().toRawText().replace("\u2029", "\n")
