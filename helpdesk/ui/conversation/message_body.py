"""The words of a message: plain with what it repeats folded away, or as its HTML; a translation stands below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from helpdesk.domain.mail_history import new_words
from helpdesk.ui import theme, wording
from helpdesk.ui.kit import Label, button, row
from helpdesk.ui.kit.safe_mail_view import SafeMailView
from helpdesk.ui.language import tr, trn
from helpdesk.ui.sending_words import author

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from helpdesk.domain.conversation import Message
    from helpdesk.domain.safe_html import SafeHtml
    from helpdesk.ui.conversation.wishes import Shown, Wishes

SHOWN = 6000
LEAST_FOLDED = 40
"""Characters: what is shorter than that is not worth a button."""


class MessageBody(QFrame):
    def __init__(self, message: Message, shown: Shown, wishes: Wishes) -> None:
        super().__init__()
        self._message = message
        self._shown = shown
        self._wishes = wishes
        own = new_words(message.body)
        self.folds = len(message.body.strip()) - len(own) >= LEAST_FOLDED
        self._words = message.body if shown.unfolded or not self.folds else own
        self._mail: SafeMailView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.XS)
        if shown.html is not None:
            self._add_mail(shown.html)
        else:
            self._add_plain()
        self._add_beside()

    def copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._message.body)

    def words(self) -> str:
        """What is on display."""
        return self._mail.toPlainText() if self._mail is not None else self._plain.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._mail is not None and event.size().width() != event.oldSize().width():
            self._mail.setFixedHeight(self._mail.fit(self.width()))

    def _add_plain(self) -> None:
        self._plain = letter(self._words[:SHOWN].strip() or tr("(empty message)"))
        self._plain.setAccessibleName(
            tr("{kind} from {author}", kind=wording.MESSAGE_KINDS[self._message.kind], author=author(self._message))
        )
        self._layout.addWidget(self._plain)
        if len(self._words) > SHOWN:
            self._rest = self._add_button(trn("Show all {n} character", "Show all {n} characters", len(self._words)))
            self._rest.clicked.connect(self._show_rest)
        if self.folds:
            words = tr("Hide quoted text") if self._shown.unfolded else tr("Show quoted text")
            self._add_button(words).clicked.connect(self._toggle_fold)

    def _add_mail(self, shown: SafeHtml) -> None:
        self._mail = SafeMailView(tr("Message from {author} as it was laid out", author=author(self._message)))
        self._mail.gave_up.connect(self._gave_up)
        self._layout.addWidget(self._mail)
        if not self._mail.show_html(shown, max(200, self.width())):
            return
        self._mail.setFixedHeight(self._mail.fit(max(200, self.width())))
        self._add_line(_cleaned(shown), "caption")

    def _add_beside(self) -> None:
        if self._shown.busy:
            self._add_line(self._shown.busy, "caption")
        if self._shown.trouble:
            self._add_line(self._shown.trouble, "note-text")
        if self._shown.translation:
            told = QFrame()
            theme.dress(told, "banner-quiet")
            inside = QVBoxLayout(told)
            inside.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
            inside.addWidget(letter(self._shown.translation))
            inside.addWidget(
                Label(
                    tr("Translated by {model}; the customer's own words stand above.", model=self._shown.by),
                    "caption",
                    wraps=True,
                )
            )
            self._layout.addWidget(told)
            self._add_button(tr("Hide the translation")).clicked.connect(lambda: self._become(translation="", by=""))

    def _add_line(self, words: str, role: str) -> None:
        self._layout.addWidget(Label(words, role, wraps=True))

    def _add_button(self, words: str) -> QPushButton:
        made = button(words, "quiet")
        self._layout.addWidget(row(made, None, gap=0))
        return made

    def _show_rest(self) -> None:
        self._plain.say(self._words)
        self._rest.hide()

    def _toggle_fold(self) -> None:
        self._become(unfolded=not self._shown.unfolded)

    def _become(self, **changes: object) -> None:
        self._wishes.changed.emit(self._message.id, replace(self._shown, **changes))  # type: ignore[arg-type]

    def _gave_up(self) -> None:
        self._become(html=None, trouble=tr("Laying this mail out took too long; its plain text is shown instead."))


def _cleaned(shown: SafeHtml) -> str:
    said = [tr("Shown without pictures, scripts and anything that would be fetched.")]
    if shown.simplified:
        said.append(tr("Its layout was too deep and is simplified."))
    if shown.cut:
        said.append(tr("Only its beginning is shown; the original has all of it."))
    return " ".join(said)


def letter(words: str) -> Label:
    """At the side where its own language begins, whatever the window's."""
    made = Label(words, wraps=True, selectable=True)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made
