"""Nobody's data in a prompt; everybody's data in their own reply."""

from dataclasses import replace
from datetime import UTC, datetime

from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.writers.ollama.budget import Budget
from helpdesk.adapters.writers.prompting import build, templates
from helpdesk.domain.conversation import Conversation, Message, MessageKind
from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.ids import MessageId, RequesterId, TicketId
from helpdesk.domain.people import Requester
from helpdesk.domain.quoting import cited
from helpdesk.domain.sentences import blocks
from helpdesk.domain.ticket import ChannelName, Priority, Ticket, TicketStatus
from helpdesk.paths import resources
from helpdesk.services.redacting import Redacting
from tests.fakes.evidence import passage, task

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TICKET = Ticket(
    TicketId(1),
    "Charged twice",
    RequesterId(1),
    TicketStatus.NEW,
    Priority.NORMAL,
    ChannelName.FOLDER,
    "",
    "en",
    (),
    None,
    None,
    NOW,
    NOW,
)
REDACTING = Redacting(FormalRecogniser(("US", "DE")))
HUB = passage(1, "To reset the hub, hold the button. Questions: help@northlight.example")
BODY = (
    "Dear Jana,\nmy card 4454 7945 1139 0933 was charged twice, IBAN DE89 3704 0044 0532 0130 00.\n"
    "Call me at (415) 555-0132 or write to anna.nowak@mail.example.\nBest regards\nAnna Nowak"
)
SECRETS = ("4454 7945 1139 0933", "DE89 3704 0044 0532 0130 00", "(415) 555-0132", "anna.nowak@mail.example", "Nowak", "Jana")


def conversation(*bodies: str) -> Conversation:
    who = Requester(RequesterId(1), "Anna Nowak", "anna.nowak@mail.example")
    said = tuple(
        Message(MessageId(n), TicketId(1), MessageKind.CUSTOMER, "Anna Nowak", body, NOW) for n, body in enumerate(bodies, 1)
    )
    return Conversation(TICKET, who, said)


def reply(text: str) -> WrittenReply:
    return WrittenReply(text, (), False, "", True, "ollama", "m@1", "p")


def test_no_prompt_holds_what_belongs_to_a_customer() -> None:
    talk = conversation(BODY, "Anna Nowak again: it still blinks.")
    vault = REDACTING.vault(talk, "offer to call +44 20 7946 0123")
    asked = replace(
        task(BODY, [HUB]), earlier=(BODY,), hint="offer to call +44 20 7946 0123", subject="Nowak: card", summary=BODY
    )
    hidden = REDACTING.hidden(asked, vault)
    prompt = build(hidden, templates(resources() / "prompts"), Budget(8192, 350, 3.0), 5, "nonce")
    for secret in (*SECRETS, "+44 20 7946 0123"):
        assert secret not in prompt.user
    assert "help@northlight.example" in prompt.user
    assert "{CARD_1}" in prompt.user


def test_the_reply_gets_real_words_back_and_a_foreign_placeholder_is_told() -> None:
    vault = REDACTING.vault(conversation(BODY))
    whole, unresolved = REDACTING.restored(reply("We will call {PHONE_1}, {phone_1}. {EMAIL_9}"), vault)
    assert whole.text == "We will call (415) 555-0132, (415) 555-0132. {EMAIL_9}"
    assert unresolved == ("{EMAIL_9}",)


def test_an_article_about_placeholders_is_quoted_as_it_stands() -> None:
    manual = passage(7, "In templates {EMAIL_1} stands for the address of whoever wrote.")
    asked = task(
        "What does {EMAIL_1} stand for? Write to anna.nowak@mail.example", [manual], asks=["What does the template say?"]
    )
    vault = REDACTING.vault(conversation(asked.message))
    prompt = build(REDACTING.hidden(asked, vault), templates(resources() / "prompts"), Budget(8192, 350, 3.0), 5, "nonce")
    assert "{sample EMAIL 1} stands for" in prompt.user
    quoted = replace(reply(manual.text), citations=(cited(manual, blocks(manual.text)[0], 1),))
    assert REDACTING.restored(quoted, vault) == (quoted, ())


def test_the_same_ticket_gets_the_same_names_and_new_messages_only_add() -> None:
    first = REDACTING.vault(conversation(BODY)).by_surface
    later = REDACTING.vault(conversation(BODY, "Now at max@mail.example")).by_surface
    assert first == REDACTING.vault(conversation(BODY)).by_surface
    assert first.items() <= later.items()


def test_one_tickets_placeholder_means_nothing_on_another() -> None:
    other = REDACTING.vault(conversation("It blinks. Regards, Bo"))
    whole, unresolved = REDACTING.restored(reply("Call {PHONE_1}"), other)
    assert whole.text == "Call {PHONE_1}"
    assert unresolved


def test_a_memory_keeps_kinds_and_no_words() -> None:
    masked = REDACTING.masked(conversation(BODY), f"{BODY}\nAlso bo@mail.example")
    assert "{CARD}" in masked
    assert not [secret for secret in (*SECRETS, "bo@mail.example") if secret in masked]
