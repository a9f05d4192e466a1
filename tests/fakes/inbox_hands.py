"""What tests of the inbox do first: mails come in, the screen is shown, and its list is read."""

from datetime import UTC, datetime

from helpdesk.domain.conversation import IncomingMessage
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.ui.inbox import build
from helpdesk.ui.inbox.screen import InboxScreen
from helpdesk.ui.kit import Place
from tests.fakes.inline_window import InlineWindow


def receive(window: InlineWindow, number: int, subject: str = "Where is my parcel?", body: str = "I wait.") -> TicketId:
    """Each number is a mail of its own, from a customer of their own."""
    message = IncomingMessage(
        ChannelName.FILE, f"source-{number}", "Ana Ruiz", f"ana{number}@customers.example", subject, body, datetime.now(UTC)
    )
    ticket_id, _ = window.bridge.run(window.desk.intake.receive(message))
    return ticket_id


def show(window: InlineWindow, place: Place | None = None) -> InboxScreen:
    screen = window.show(build, place or Place("inbox"))
    assert isinstance(screen, InboxScreen)
    return screen


def subjects(screen: InboxScreen) -> list[str]:
    model = screen.listing.model
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row.subject for row in rows if row is not None]
