"""An article as it was written, with line numbers; the lines that were asked for are marked."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.article import ArticleText, Audience
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import ElidedLabel, Label, SafeText, column, row
from helpdesk.ui.knowledge.rows import line_words


class ArticleReader(QFrame):
    """Shows the source as plain text: what is cited is what is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.text = SafeText("Article text", numbered=True)
        self._title = ElidedLabel("", "title")
        self._where = ElidedLabel("", "caption")
        self._internal = Label("", "note-text")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = row(column(self._title, self._where, gap=2), self._internal, margin=theme.M, role="ruled")
        layout.addWidget(head)
        layout.addWidget(column(self.text, margin=theme.S), 1)
        theme.dress(self, "pane")

    def show_article(self, article: ArticleText, lines: tuple[int, int] | None) -> None:
        self._title.say(article.title or article.path)
        marked = f" · {line_words(lines)} marked" if lines else ""
        self._where.say(f"{article.kb} / {article.path} · read {article.updated_at.astimezone():%Y-%m-%d}{marked}")
        self._internal.say(wording.AUDIENCES[article.audience] if article.audience is Audience.INTERNAL else "")
        self.text.show_source(article.source, lines)

    def marked_text(self) -> str:
        return self.text.marked_text()

    def words(self) -> str:
        return f"{self._title.text()} {self._where.text()}"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self.text.refresh_colours()
