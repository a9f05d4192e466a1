"""What helps with the ticket at hand: its summary, tickets like it, articles about it. Only what is unfolded is asked for."""

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.ui.bridge import Bridge, Handle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from helpdesk.domain.thread_summary import Summary
    from helpdesk.services.assistance import Similar, SuggestedArticle
    from helpdesk.services.desk import Desk

T = TypeVar("T")


class Part(StrEnum):
    SUMMARY = "summary"
    SIMILAR = "similar"
    ARTICLES = "articles"


class AssistView(Protocol):
    def show_part(self, part: Part | None) -> None:
        """Which one is unfolded; None: none."""
        ...

    def show_asking(self) -> None: ...

    def show_summary(self, summary: "Summary | None") -> None: ...

    def show_similar(self, similar: "Similar") -> None: ...

    def show_articles(self, articles: "Sequence[SuggestedArticle]") -> None: ...

    def show_assist_trouble(self, error: Exception) -> None: ...


class AssistPresenter:
    """The unfolded part stays unfolded from ticket to ticket."""

    def __init__(self, view: AssistView, bridge: Bridge) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._part: Part | None = None
        self._ticket: TicketId | None = None
        self._last: MessageId | None = None
        self._asking: Handle | None = None

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._look()
        self._ask()

    def opened(self, conversation: Conversation | None) -> None:
        """The ticket on display; again and again while it changes. Asks anew when something was said on it."""
        ticket = conversation.ticket.id if conversation is not None else None
        last = conversation.messages[-1].id if conversation is not None and conversation.messages else None
        if (ticket, last) == (self._ticket, self._last):
            return
        moved = ticket != self._ticket
        self._ticket, self._last = ticket, last
        if moved:
            self._look()
        self._ask()

    def entered(self) -> None:
        self._look()

    def left(self) -> None:
        """Nobody looks at it any more: other drafts may go first."""
        self._look(away=True)

    def toggle(self, part: Part) -> None:
        self._part = None if part is self._part else part
        self._view.show_part(self._part)
        self._ask()

    def ask_model(self) -> None:
        """Has the model tell the summary, when it can."""
        if self._desk is not None and self._ticket is not None:
            self._begin(partial(self._desk.assistance.summary, self._ticket, ask_model=True), self._view.show_summary)

    def retry(self) -> None:
        self._ask()

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        if self._desk is None or self._ticket is None or self._part is None:
            return
        assistance, ticket = self._desk.assistance, self._ticket
        if self._part is Part.SUMMARY:
            self._begin(partial(assistance.summary, ticket), self._view.show_summary)
        elif self._part is Part.SIMILAR:
            self._begin(partial(assistance.similar, ticket), self._view.show_similar)
        else:
            self._begin(partial(assistance.suggested, ticket), self._view.show_articles)

    def _begin(self, work: "Callable[[], Awaitable[T]]", shown: "Callable[[T], object]") -> None:
        if self._asking is not None:
            self._asking.cancel()
        self._view.show_asking()
        self._asking = self._bridge.call(work, shown, self._view.show_assist_trouble)

    def _look(self, *, away: bool = False) -> None:
        if self._desk is not None:
            self._bridge.call(partial(looked, self._desk, None if away else self._ticket))


async def looked(desk: "Desk", ticket_id: TicketId | None) -> None:
    """Tells the pipeline which ticket is on somebody's screen, in the desk's own thread."""
    desk.pipeline.look(ticket_id)
