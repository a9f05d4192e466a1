"""The keys of the inbox. Plain letters work wherever no text is being edited."""

from helpdesk.ui.inbox.listing.quick_filters import QUICK
from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark

TICKET, MOVE, LIST, FILTER = mark("Ticket"), mark("Move"), mark("List"), mark("Narrow the list")

INTENTS = (
    Intent("send", ("Ctrl+Return", "Ctrl+Enter"), mark("Send the reply, or add the note"), TICKET),
    Intent("reply", ("R", "I"), mark("Write a reply"), TICKET),
    Intent("note", ("M",), mark("Write an internal note"), TICKET),
    Intent("draft", ("D",), mark("Have a reply drafted"), TICKET),
    Intent("review", ("V",), mark("Open in review"), TICKET),
    Intent("own-window", ("Ctrl+Shift+N", "Shift+Return"), mark("Open in a window of its own"), TICKET),
    Intent("reading", ("E", "Ctrl+Shift+E"), mark("Correct what it was read as"), TICKET),
    Intent("summary", ("S",), mark("The conversation in short"), TICKET),
    Intent("similar", ("L",), mark("Answered tickets like this one"), TICKET),
    Intent("articles", ("A",), mark("Articles about this ticket"), TICKET),
    Intent("undo", ("U", "Ctrl+Shift+U"), mark("Undo the last reply"), TICKET),
    Intent("next", ("J", "Alt+Down"), mark("Next ticket"), MOVE),
    Intent("previous", ("K", "Alt+Up"), mark("Previous ticket"), MOVE),
    Intent("back", ("Esc",), mark("Back to the list"), MOVE),
    Intent("page-down", ("Space", "Ctrl+Down"), mark("Conversation down"), MOVE),
    Intent("page-up", ("Shift+Space", "Ctrl+Up"), mark("Conversation up"), MOVE),
    Intent("panel", ("F9",), mark("Show or hide the side panel"), MOVE),
    Intent("search", ("/", "Ctrl+F"), mark("Search everything"), LIST),
    Intent("new", ("N", "Ctrl+N"), mark("New ticket"), LIST),
    Intent("import", ("Ctrl+I",), mark("Import messages from files"), LIST),
    Intent("outbox", ("O",), mark("Show the outbox"), LIST),
    Intent("views", ("F8",), mark("Show or hide the views"), LIST),
    Intent("mark", ("X",), mark("Mark or unmark the ticket"), LIST),
    Intent("mark-all", ("Ctrl+A",), mark("Mark every ticket of the list"), LIST),
    Intent("marked", (".",), mark("Do something with the marked"), LIST),
    *(Intent(f"filter-{n}", (str(n),), quick.words, FILTER) for n, quick in enumerate(QUICK, start=1)),
    Intent("no-filter", ("0",), mark("Clear the quick filters"), FILTER),
    Intent("view-1", ("Alt+1",), mark("Show view 1 … 9"), LIST, "Alt+1 … Alt+9"),
    *(Intent(f"view-{n}", (f"Alt+{n}",), "", LIST) for n in range(2, 10)),
)
