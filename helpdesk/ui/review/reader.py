"""The article a draft cites, opened at the cited lines, over the conversation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from helpdesk.domain.article import ArticleText, Audience
from helpdesk.domain.draft import Citation
from helpdesk.domain.macro import is_macro
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import ElidedLabel, Label, SafeText, glyph_button
from helpdesk.ui.kit.direction import edges
from helpdesk.ui.language import tr


class Reader(QFrame):
    """Shows the revision the draft was written from, even when the article has changed since."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel("", "title")
        self._where = ElidedLabel("", "caption")
        self._audience = Label("", "note-text")
        back = glyph_button("back", tr("Back to the conversation"), key="Esc")
        back.clicked.connect(self.closed)
        self._text = SafeText(tr("Article text"), numbered=True)
        head = QFrame()
        head.setMinimumHeight(theme.head_height())
        line = QHBoxLayout(head)
        line.setContentsMargins(edges(theme.S, theme.S, theme.L, theme.S))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._where)
        line.addWidget(back)
        line.addLayout(words, 1)
        line.addWidget(self._audience)
        theme.dress(head, "ruled")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        inner.addWidget(self._text)
        layout.addLayout(inner, 1)
        theme.dress(self, "pane")

    def show_article(self, article: ArticleText, citation: Citation) -> None:
        first, last = citation.lines
        self._title.say(article.title)
        lines = tr("lines {first}–{last}", first=first, last=last) if last > first else tr("line {first}", first=first)
        self._where.say(
            tr("Source {count} · {lines} · {kb} / {path}", count=citation.n, lines=lines, kb=article.kb, path=article.path)
        )
        internal = article.audience is Audience.INTERNAL
        self._audience.say(wording.AUDIENCES[Audience.INTERNAL] if internal else "")
        self._text.show_source(article.source, citation.lines)
        self._text.setFocus()

    def show_quote(self, citation: Citation) -> None:
        """A source that is no article, or none any more: the words it was cited with."""
        macro = is_macro(citation)
        self._title.say(citation.title)
        kept = tr("a macro of this desk") if macro else tr("the article was removed; the words quoted from it are kept")
        self._where.say(tr("Source {count} · {kept}", count=citation.n, kept=kept))
        self._audience.say("")
        self._text.show_source(citation.quote)
        self._text.setFocus()

    def marked_text(self) -> str:
        return self._text.marked_text()
