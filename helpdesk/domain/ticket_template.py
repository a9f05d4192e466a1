"""What a new ticket of a usual kind begins with."""

from dataclasses import dataclass

from helpdesk.domain.macro import LONGEST_NAME, LONGEST_TEXT
from helpdesk.domain.ticket import Priority

LONGEST_SUBJECT = 300


@dataclass(frozen=True)
class TicketTemplate:
    """`subject` and `body` may be empty; who uses it types the rest."""

    name: str
    subject: str
    body: str
    priority: Priority = Priority.NORMAL
    tags: tuple[str, ...] = ()


def fault_in(template: TicketTemplate) -> str:
    """What is wrong with it; empty when it can be used."""
    if not template.name.strip() or len(template.name) > LONGEST_NAME or not template.name.isprintable():
        return f"give it a name of one line and at most {LONGEST_NAME} characters"
    if not (template.subject or template.body or template.tags):
        return "give it a subject, a text or a tag"
    if len(template.subject) > LONGEST_SUBJECT:
        return f"its subject may have {LONGEST_SUBJECT} characters, not {len(template.subject)}"
    if len(template.body) > LONGEST_TEXT:
        return f"its text may have {LONGEST_TEXT} characters, not {len(template.body)}"
    return ""
