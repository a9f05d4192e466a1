"""A ticket as it was, in lines of plain text."""

from helpdesk.domain.change import Spot
from helpdesk.domain.conversation import Message, MessageKind
from helpdesk.services.changing.then import TicketThen
from helpdesk.ui import wording
from helpdesk.ui.change_words import NUMBERED, spot_words, value_words
from helpdesk.ui.kit.plain import one_line, printable
from helpdesk.ui.language import day_and_clock, mark, tr, trn
from helpdesk.ui.sending_words import author

KINDS = {
    MessageKind.CUSTOMER: mark("{author}, {at}"),
    MessageKind.PUBLIC_REPLY: mark("Reply of {author}, {at}"),
    MessageKind.INTERNAL_NOTE: mark("Internal note of {author}, {at}"),
    MessageKind.FORWARD: mark("Forwarded by {author}, {at}"),
    MessageKind.THIRD_PERSON: mark("{author}, a third person, {at}"),
}


def then_words(then: TicketThen) -> list[str]:
    ticket = then.conversation.ticket
    if then.not_yet:
        return [tr("Nothing had been said on this ticket yet.")]
    facts = [
        f"{tr('Subject')}: {one_line(ticket.subject)}",
        f"{tr('Status')}: {wording.STATUSES[ticket.status]}",
        f"{tr('Priority')}: {wording.PRIORITIES[ticket.priority]}",
        f"{tr('Assignee')}: {one_line(then.assignee) or tr('nobody')}",
        f"{tr('Topic')}: {one_line(ticket.topic) or tr('nothing')}",
        f"{tr('Tags')}: {', '.join(one_line(tag) for tag in ticket.tags) or tr('nothing')}",
    ]
    facts += [f"{_name(spot)}: {value_words(spot.facet, value)}" for spot, value in then.values.items()]
    if then.merged_into:
        facts.append(tr("It was merged into #{ticket} then.", ticket=then.merged_into))
    facts.append(trn("{n} change has been made since.", "{n} changes have been made since.", then.later))
    for message in then.conversation.messages:
        facts += ["", _head(message), printable(message.body)]
    return facts


def _name(spot: Spot) -> str:
    key = "" if spot.facet in NUMBERED else one_line(spot.key)
    return f"{spot_words(spot)} {key}".strip()


def _head(message: Message) -> str:
    return f"— {tr(KINDS[message.kind], author=one_line(author(message)), at=day_and_clock(message.at))}"
