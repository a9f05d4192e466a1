"""The keys of a conversation. Plain letters work wherever no text is being edited."""

from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark

CONVERSATION = mark("Conversation")

INTENTS = (
    Intent("message-next", ("]",), mark("Next message"), CONVERSATION),
    Intent("message-previous", ("[",), mark("Previous message"), CONVERSATION),
    Intent("message-html", ("W",), mark("Plain text, or as it was laid out"), CONVERSATION),
    Intent("message-quotes", ("Q",), mark("Show or hide quoted text"), CONVERSATION),
    Intent("message-original", ("Shift+O",), mark("Show the original message"), CONVERSATION),
    Intent("message-translate", ("Shift+T",), mark("Translate the message for me"), CONVERSATION),
    Intent("conversation-changes", ("Shift+A",), mark("Show what was done to the ticket"), CONVERSATION),
    Intent("conversation-print", ("Ctrl+P",), mark("Print, or save as PDF"), CONVERSATION),
)
