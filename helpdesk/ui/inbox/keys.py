"""The keys of the inbox. Plain letters work wherever no text is being edited."""

from helpdesk.ui.kit.shortcuts import Intent

TICKET, MOVE, LIST = "Ticket", "Move", "List"

INTENTS = (
    Intent("send", ("Ctrl+Return", "Ctrl+Enter"), "Send the reply, or add the note", TICKET),
    Intent("reply", ("R", "I"), "Write a reply", TICKET),
    Intent("note", ("M",), "Write an internal note", TICKET),
    Intent("draft", ("D",), "Have a reply drafted", TICKET),
    Intent("review", ("V",), "Open in review", TICKET),
    Intent("reading", ("E", "Ctrl+Shift+E"), "Correct what the message was read as", TICKET),
    Intent("summary", ("S",), "The conversation in short", TICKET),
    Intent("similar", ("L",), "Answered tickets like this one", TICKET),
    Intent("articles", ("A",), "Articles about this ticket", TICKET),
    Intent("undo", ("U", "Ctrl+Shift+U"), "Undo the last reply", TICKET),
    Intent("next", ("J", "Alt+Down"), "Next ticket", MOVE),
    Intent("previous", ("K", "Alt+Up"), "Previous ticket", MOVE),
    Intent("back", ("Esc",), "Back to the list", MOVE),
    Intent("page-down", ("Space", "Ctrl+Down"), "Conversation down", MOVE),
    Intent("page-up", ("Shift+Space", "Ctrl+Up"), "Conversation up", MOVE),
    Intent("search", ("/", "Ctrl+F"), "Search tickets", LIST),
    Intent("new", ("N", "Ctrl+N"), "New ticket", LIST),
    Intent("outbox", ("O",), "Show the outbox", LIST),
    *(Intent(f"filter-{n}", (f"Alt+{n}",), words, LIST) for n, words in ((1, "Show what is to do"), (8, "Show all tickets"))),
)
