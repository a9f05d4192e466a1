"""The keys of the review screen. Plain letters work wherever no text is being edited; each has a form for the editor too."""

from helpdesk.ui.kit.shortcuts import Intent

APPROVE, REJECT, ESCALATE, REDRAFT, SKIP = "Ctrl+Return", "R", "E", "G", "S"
DECIDE, MOVE, READ = "Decide", "Move", "Read"

INTENTS = (
    Intent("approve", (APPROVE, "Ctrl+Enter"), "Approve and send", DECIDE),
    Intent("reject", (REJECT, "Ctrl+Shift+R"), "Reject with a reason (then 1–9)", DECIDE),
    Intent("escalate", (ESCALATE, "Ctrl+Shift+E"), "Escalate with a note", DECIDE),
    Intent("redraft", (REDRAFT, "Ctrl+Shift+G"), "Draft again, with or without a hint", DECIDE),
    Intent("skip", (SKIP, "Ctrl+Shift+S"), "Skip", DECIDE),
    Intent("undo", ("U", "Ctrl+Shift+U"), "Undo the last decision", DECIDE),
    Intent("next", ("J", "Alt+Down"), "Next draft", MOVE),
    Intent("previous", ("K", "Alt+Up"), "Previous draft", MOVE),
    Intent("edit", ("I", "F2"), "Edit the reply", MOVE),
    Intent("back", ("Esc",), "Back: close the source, leave the editor", MOVE),
    Intent("page-down", ("Space", "Ctrl+Down"), "Conversation down", READ),
    Intent("page-up", ("Shift+Space", "Ctrl+Up"), "Conversation up", READ),
    Intent("source-1", ("Alt+1",), "Open source 1 … 9", READ, "Alt+1 … Alt+9"),
    *(Intent(f"source-{n}", (f"Alt+{n}",), "", READ) for n in range(2, 10)),
)
