"""The keys of the panels. Plain letters work wherever no text is being edited."""

from helpdesk.ui.kit.shortcuts import Intent
from helpdesk.ui.language import mark

GROUP = mark("Ticket")

ASSIGN = Intent("assign", ("G",), mark("Give the ticket to an agent"), GROUP)
ASSIGN_ME = Intent("assign-me", ("Shift+G",), mark("Take the ticket"), GROUP)
PRIORITY = Intent("priority", ("P",), mark("Set the priority"), GROUP)
TAGS = Intent("tags", ("T",), mark("Add tags"), GROUP)
SNOOZE = Intent("snooze", ("Z",), mark("Snooze until later"), GROUP)
FOLLOW_UP = Intent("follow-up", ("F",), mark("Follow up if there is no answer"), GROUP)
CHECKLIST = Intent("checklist", ("C",), mark("Go to the checklist"), GROUP)
LINKS = Intent("links", ("B",), mark("Link with another ticket"), GROUP)
REQUESTER = Intent("requester", ("Y",), mark("The person who wrote"), GROUP)
