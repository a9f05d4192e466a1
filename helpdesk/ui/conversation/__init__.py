"""The shared pane that shows what was said on a ticket."""

from helpdesk.ui.conversation.pane import ConversationPane

__all__ = ["ConversationPane"]
