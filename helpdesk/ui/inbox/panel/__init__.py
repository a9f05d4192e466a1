"""What stands beside a conversation: the ticket worked on, and the person who wrote it."""

from helpdesk.ui.inbox.panel.parts import panel_parts

__all__ = ["panel_parts"]
