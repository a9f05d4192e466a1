"""The keys of the review screen. Plain letters work wherever no text is being edited; each has a form for the editor too."""

from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark

APPROVE, REJECT, ESCALATE, REDRAFT, SKIP = "Ctrl+Return", "R", "E", "G", "S"
REWRITE, TAKE, EARLIER, WHY, STOP = "W", "T", "H", "Y", "X"
CHANGED, TOGETHER = "D", "B"
DOUBT = "F8"
DECIDE, MOVE, READ, TEXT = mark("Decide"), mark("Move"), mark("Read"), mark("The draft")

INTENTS = (
    Intent("approve", (APPROVE, "Ctrl+Enter"), mark("Approve and send"), DECIDE),
    Intent("reject", (REJECT, "Ctrl+Shift+R"), mark("Reject with a reason (then 1–9)"), DECIDE),
    Intent("escalate", (ESCALATE, "Ctrl+Shift+E"), mark("Escalate with a note"), DECIDE),
    Intent("redraft", (REDRAFT, "Ctrl+Shift+G"), mark("Draft again, with or without a hint"), DECIDE),
    Intent("skip", (SKIP, "Ctrl+Shift+S"), mark("Skip"), DECIDE),
    Intent("offer", ("Alt+Return", "Alt+Enter"), mark("Do what the notice above the draft offers"), DECIDE),
    Intent("undo", ("U", "Ctrl+Shift+U"), mark("Undo the last decision"), DECIDE),
    Intent("rewrite", (REWRITE, "Ctrl+Shift+W"), mark("Rewrite: shorter, friendlier, …"), TEXT),
    Intent("earlier", (EARLIER, "Ctrl+Shift+H"), mark("Earlier texts of this reply"), TEXT),
    Intent("changed", (CHANGED, "Ctrl+Shift+D"), mark("What I changed"), TEXT),
    Intent("together", (TOGETHER, "Ctrl+Shift+B"), mark("Answer customers who ask the same together"), DECIDE),
    Intent("take", (TAKE, "Ctrl+Shift+T"), mark("Use the text on offer"), TEXT),
    Intent("why", (WHY, "Ctrl+Shift+Y"), mark("Why this draft"), TEXT),
    Intent("stop", (STOP, "Ctrl+Shift+X"), mark("Stop the model"), TEXT),
    Intent("next", ("J", "Alt+Down"), mark("Next draft"), MOVE),
    Intent("previous", ("K", "Alt+Up"), mark("Previous draft"), MOVE),
    Intent("edit", ("I", "F2"), mark("Edit the reply"), MOVE),
    Intent("doubt", ("C", DOUBT), mark("Next sentence to check"), MOVE),
    Intent("back", ("Esc",), mark("Back: close what lies over the conversation"), MOVE),
    Intent("page-down", ("Space", "Ctrl+Down"), mark("Conversation down"), READ),
    Intent("page-up", ("Shift+Space", "Ctrl+Up"), mark("Conversation up"), READ),
    Intent("source-1", ("Alt+1",), mark("Open source 1 … 9"), READ, "Alt+1 … Alt+9"),
    *(Intent(f"source-{n}", (f"Alt+{n}",), "", READ) for n in range(2, 10)),
)
