"""What stands around a ticket at the moment an answer might leave by itself."""

from dataclasses import dataclass

from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus


@dataclass(frozen=True)
class Surroundings:
    """`address` is the requester's; `same_sender` that the newest message bears a name of theirs. `automatic`: a machine wrote
    to the ticket, now or before. `attachments` of the newest message. `wrote_again`: the customer wrote after the draft was
    requested. `person_at_it`: a colleague types a reply, wrote a note or a reply since, or edits or holds the draft.
    `sent_lately` counts the desk's own answers to the address."""

    address: str
    channel: ChannelName
    priority: Priority
    status: TicketStatus
    same_sender: bool
    automatic: bool
    attachments: int
    wrote_again: bool
    person_at_it: bool
    sent_lately: int
