"""An agent at the review screen: real store, real review service, no widgets."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from helpdesk.domain.article import ArticleText
from helpdesk.domain.decision import QueueRow
from helpdesk.domain.draft import Citation
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.proof import Proof
from helpdesk.domain.shift import Shift
from helpdesk.paths import Workspace
from helpdesk.services.pipeline import Outlook
from helpdesk.ui.bridge import HandDelays, InlineBridge
from helpdesk.ui.kit.screen import Place, ScreenContext
from helpdesk.ui.kit.toast import Toast
from helpdesk.ui.review.contract import Notice, Saved, Sheet, Waiting
from helpdesk.ui.review.presenter import ReviewPresenter
from tests.fakes.review_desk import Asked, ReviewDesk, review_desk


class SeenView:
    """Remembers what the presenter shows; its editor gives text back as Qt's does."""

    def __init__(self) -> None:
        self.rows: Sequence[QueueRow] = ()
        self.current: DraftId | None = None
        self.in_queue = 0
        self.being_written = 0
        self.shift: Shift | None = None
        self.waiting: Waiting | None = None
        self.waiting_words = ""
        self.sheet: Sheet | None = None
        self.sheets = 0
        self.stream = ""
        self.speed = 0.0
        self.stops: bool | None = None
        self.reported: Callable[[str], None] = lambda text: None
        self.editor = ""
        self.saved = Saved.UNTOUCHED
        self.notice: Notice | None = None
        self.busy = False
        self.proof: Proof | None = None
        self.went_to_doubt = False
        self.article: ArticleText | None = None
        self.citation: Citation | None = None

    def show_queue(self, rows: Sequence[QueueRow], current: DraftId | None, waiting: int) -> None:
        self.rows, self.current, self.in_queue = rows, current, waiting

    def show_shift(self, shift: Shift) -> None:
        self.shift = shift

    def show_outlook(self, outlook: Outlook) -> None:
        self.being_written = outlook.waiting

    def show_waiting(self, waiting: Waiting, words: str = "") -> None:
        self.waiting, self.waiting_words, self.sheet = waiting, words, None

    def show_sheet(self, sheet: Sheet) -> None:
        self.sheet, self.waiting, self.editor = sheet, None, sheet.text.replace("\u00a0", " ")
        self.sheets += 1

    def show_stream(self, text: str, speed: float) -> None:
        self.stream, self.speed = text, speed

    def show_stopping(self, stops: bool) -> None:
        self.stops = stops

    def replace_text(self, text: str) -> None:
        self.editor = text
        self.reported(text)

    def show_saved(self, saved: Saved) -> None:
        self.saved = saved

    def show_notice(self, notice: Notice | None) -> None:
        self.notice = notice

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def end_writing(self) -> None:
        return

    def show_proof(self, proof: Proof | None) -> None:
        self.proof = proof

    def go_to_doubt(self) -> None:
        self.went_to_doubt = True

    def show_article(self, article: ArticleText, citation: Citation) -> None:
        self.article, self.citation = article, citation

    def show_quote(self, citation: Citation) -> None:
        self.article, self.citation = None, citation

    def text(self) -> str:
        return self.editor

    @property
    def subject(self) -> str:
        return self.sheet.item.conversation.ticket.subject if self.sheet else ""


class SeenToasts:
    def __init__(self) -> None:
        self.toast: Toast | None = None

    def show_toast(self, toast: Toast) -> None:
        self.toast = toast

    def act(self) -> None:
        assert self.toast is not None
        assert self.toast.act is not None
        self.toast.act()


class ReviewShift:
    """An agent at the review screen."""

    def __init__(self, folder: Path) -> None:
        self.bridge = InlineBridge()
        self._entered = review_desk(folder, self.bridge.publish)
        self.desk: ReviewDesk = self.run(self._entered.__aenter__())
        self.view, self.toasts, self.delays = SeenView(), SeenToasts(), HandDelays()
        self.reported: list[Exception] = []
        self.went: list[Place] = []
        context: Any = ScreenContext(
            bridge=self.bridge,
            delays=self.delays,
            toasts=self.toasts,  # type: ignore[arg-type]
            shortcuts=None,  # type: ignore[arg-type]
            navigate=self.went.append,
            report=self.reported.append,
            settings=lambda: self.desk.settings,
            apply_settings=lambda settings: None,
            workspace=Workspace(folder),
        )
        self.presenter = ReviewPresenter(self.view, context)
        self.view.reported = self.presenter.typed

    def run(self, work: Any) -> Any:
        return self.bridge.run(work)

    def ask(self, **asked: Any) -> tuple[TicketId, DraftId]:
        return self.bridge.run(self.desk.ask(Asked(**asked)))

    def saved(self) -> Saved:
        return self.view.saved

    def waiting(self) -> Waiting | None:
        return self.view.waiting

    def notice(self) -> Notice:
        assert self.view.notice is not None
        return self.view.notice

    def begin(self) -> None:
        self.presenter.desk_ready(self.desk.as_desk())

    def type(self, text: str) -> None:
        self.view.editor = text
        self.presenter.typed(text)

    def draft(self, draft_id: DraftId) -> Any:
        return self.run(self.desk.review.open(draft_id)).draft

    def outbox(self) -> Any:
        return self.run(self.desk.outbox())

    def close(self) -> None:
        self.run(self._entered.__aexit__(None, None, None))
        self.bridge.close()
