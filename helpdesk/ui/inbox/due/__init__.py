"""What the ticket on display is owed, and how its customer rated the answer."""

from helpdesk.ui.inbox.due.part import DuePart

__all__ = ["DuePart"]
