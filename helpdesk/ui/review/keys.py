"""The keys of the review screen. Plain letters work wherever no text is being edited; each has a form for the editor too."""

from helpdesk.ui.kit.shortcuts import Intent

APPROVE, REJECT, ESCALATE, REDRAFT, SKIP = "Ctrl+Return", "R", "E", "G", "S"
REWRITE, TAKE, EARLIER, WHY, STOP = "W", "T", "H", "Y", "X"
DOUBT = "F8"
DECIDE, MOVE, READ, TEXT = "Decide", "Move", "Read", "The draft"

INTENTS = (
    Intent("approve", (APPROVE, "Ctrl+Enter"), "Approve and send", DECIDE),
    Intent("reject", (REJECT, "Ctrl+Shift+R"), "Reject with a reason (then 1–9)", DECIDE),
    Intent("escalate", (ESCALATE, "Ctrl+Shift+E"), "Escalate with a note", DECIDE),
    Intent("redraft", (REDRAFT, "Ctrl+Shift+G"), "Draft again, with or without a hint", DECIDE),
    Intent("skip", (SKIP, "Ctrl+Shift+S"), "Skip", DECIDE),
    Intent("undo", ("U", "Ctrl+Shift+U"), "Undo the last decision", DECIDE),
    Intent("rewrite", (REWRITE, "Ctrl+Shift+W"), "Rewrite: shorter, friendlier, …", TEXT),
    Intent("earlier", (EARLIER, "Ctrl+Shift+H"), "Earlier texts of this reply", TEXT),
    Intent("take", (TAKE, "Ctrl+Shift+T"), "Use the text on offer", TEXT),
    Intent("why", (WHY, "Ctrl+Shift+Y"), "Why this draft", TEXT),
    Intent("stop", (STOP, "Ctrl+Shift+X"), "Stop the model", TEXT),
    Intent("next", ("J", "Alt+Down"), "Next draft", MOVE),
    Intent("previous", ("K", "Alt+Up"), "Previous draft", MOVE),
    Intent("edit", ("I", "F2"), "Edit the reply", MOVE),
    Intent("doubt", ("C", DOUBT), "Next sentence to check", MOVE),
    Intent("back", ("Esc",), "Back: close what lies over the conversation", MOVE),
    Intent("page-down", ("Space", "Ctrl+Down"), "Conversation down", READ),
    Intent("page-up", ("Shift+Space", "Ctrl+Up"), "Conversation up", READ),
    Intent("source-1", ("Alt+1",), "Open source 1 … 9", READ, "Alt+1 … Alt+9"),
    *(Intent(f"source-{n}", (f"Alt+{n}",), "", READ) for n in range(2, 10)),
)
