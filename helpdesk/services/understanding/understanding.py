"""A message read before it is answered, kept with its ticket, corrected in place."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from helpdesk.domain import readings, triage
from helpdesk.domain.asks import asks_in
from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.errors import BadInput, NotFound
from helpdesk.domain.events import Event, TicketChanged
from helpdesk.domain.ids import MessageId, TicketId
from helpdesk.domain.language import NAMES as LANGUAGES
from helpdesk.domain.ticket import AUTOMATIC
from helpdesk.domain.understanding import CHOICES, NAMES, OF_THE_TICKET, UNCLEAR, Certainty, Read, Severity, Understood
from helpdesk.ports import Records, Store
from helpdesk.ports.understanding import LanguageReader, OwnWords
from helpdesk.ports.understanding_records import Kept
from helpdesk.services.looking_over import looked_over
from helpdesk.services.redacting import Redacting
from helpdesk.services.understanding.intents import IntentBook

NOTHING = MessageId(0)
TOLD_FROM = 0.4
"""Sureness of a language below which the desk's first one is as good: of one word, like "Photo"."""

TAUGHT = 2_000
"""Characters of a message that are kept as an example."""


@dataclass(frozen=True)
class Readers:
    """Who reads what of a message."""

    languages: LanguageReader
    own_words: OwnWords
    intents: IntentBook
    redacting: Redacting


class Understanding:
    def __init__(self, store: Store, readers: Readers, publish: Callable[[Event], None], agent: str) -> None:
        self._store = store
        self._readers = readers
        self._publish = publish
        self._agent = agent

    @property
    def languages(self) -> tuple[str, ...]:
        """The desk's, its own first."""
        return self._readers.languages.languages

    @property
    def intents(self) -> IntentBook:
        return self._readers.intents

    def own_words(self, body: str) -> str:
        """A mail without the mails it repeats and without its signature."""
        return self._readers.own_words(body)

    async def read(self, conversation: Conversation, kept: Kept) -> Understood:
        """What the last customer message is. Language and intent stay as an agent corrected them, and the language also when a
        message has no letters, like a rating; what is about one message is read anew when another came. `kept` is what the
        ticket has of it already."""
        ticket, last = conversation.ticket, conversation.last_customer_message
        opening = sum(m.kind is MessageKind.CUSTOMER for m in conversation.messages) == 1
        read = await self._read(last.body if last else "", ticket.subject, announced=opening and AUTOMATIC in ticket.tags)
        if "language" in kept and not any(letter.isalpha() for letter in read.words):
            read = replace(read, language=kept["language"][0])
        return self._with_corrections(read, kept, _message(conversation))

    async def keep(self, records: Records, conversation: Conversation, understood: Understood) -> None:
        """With the ticket. What an agent corrected since it was read stays corrected; again for the same message changes
        nothing."""
        ticket_id, message = conversation.ticket.id, _message(conversation)
        kept = await records.understandings.of(ticket_id)
        standing = self._with_corrections(understood, kept, message)
        if _reads(conversation, standing) != dict(kept):
            await records.understandings.keep(ticket_id, message, standing.reads())

    async def question(self, text: str, subject: str = "") -> Understood:
        """The same for words without a ticket; nothing is kept."""
        return await self._read(text, subject, announced=False)

    async def shown(self, ticket_id: TicketId) -> Understood:
        """For an agent who looks at the ticket; kept with it. Raises NotFound."""
        return (await self._looked_at(ticket_id))[1]

    async def choices(self) -> dict[str, tuple[str, ...]]:
        """What each reading may be corrected to."""
        names = tuple(intent.name for intent in await self.intents.all())
        return {"language": self.languages, "intent": (*names, UNCLEAR), **CHOICES}

    async def correct(self, ticket_id: TicketId, name: str, value: str) -> None:
        """An agent's word counts from now on; an empty value takes it back. A corrected intent teaches the classifier the
        message's words, personal data taken out. Raises BadInput, NotFound."""
        if name not in NAMES:
            raise BadInput("reading", 0, f"there is no reading '{name}'; there are {', '.join(NAMES)}")
        allowed = set(LANGUAGES) if name == "language" else set((await self.choices())[name])
        if value and value not in allowed:
            raise BadInput(name, 0, f"'{value}' is none of {', '.join(sorted(allowed))}")
        conversation, understood = await self._looked_at(ticket_id)
        said = "" if value == understood.reads()[name].value else value

        async def correct(records: Records) -> None:
            if not await records.understandings.correct(ticket_id, name, said, self._agent):
                raise NotFound("reading", name)
            await records.log.note("understanding.corrected", ticket_id=ticket_id, reading=name, value=value)

        await self._store.write(correct)
        if name == "intent":
            await self.intents.teach(value, ticket_id, self._to_keep(conversation, understood.words))
        self._publish(TicketChanged(ticket_id))

    async def _looked_at(self, ticket_id: TicketId) -> tuple[Conversation, Understood]:
        async def look(records: Records) -> tuple[Conversation, Kept]:
            return await records.tickets.conversation(ticket_id), await records.understandings.of(ticket_id)

        conversation, kept = await self._store.read(look)
        understood = await self.read(conversation, kept)
        if _reads(conversation, understood) != dict(kept):
            await self._store.write(lambda records: self.keep(records, conversation, understood))
        return conversation, understood

    def _to_keep(self, conversation: Conversation, words: str) -> str:
        return self._readers.redacting.masked(conversation, f"{conversation.ticket.subject}. {words}"[:TAUGHT])

    async def _read(self, body: str, subject: str, *, announced: bool) -> Understood:
        words, told, raised = await looked_over((body, subject), lambda: self._looked_over(body, subject))
        language, intent = await asyncio.gather(self._language(words, told), self.intents.read(told, raised))
        decides = intent.certainty is not Certainty.UNSURE and self.intents.person_decides(intent.value)
        grave = readings.severity(told, raised)
        return Understood(
            language=language,
            intent=intent,
            severity=grave,
            tier=readings.tier(Severity(grave.value), raised, person_decides=decides),
            sentiment=readings.sentiment(told, raised),
            spam=readings.spam(told, raised),
            automatic=readings.automatic(told, announced=announced),
            asks=tuple(asks_in(words, subject)),
            words=words,
            person_decides=decides,
        )

    def _looked_over(self, body: str, subject: str) -> tuple[str, str, frozenset[triage.Flag]]:
        """The message's own words, those with its subject, and what it raises."""
        words = self.own_words(body)
        told = f"{subject}. {words}" if subject else words
        return words, told, triage.flags(words, subject)

    async def _language(self, words: str, told: str) -> Read:
        """Of the message; with its subject when the message alone does not tell. Hardly better than a guess is not told."""
        alone = await self._readers.languages.read(words)
        read = alone if _tells(alone) else await self._readers.languages.read(told)
        return read if _tells(read) else replace(read, value="")

    def _with_corrections(self, read: Understood, kept: Kept, message: MessageId) -> Understood:
        standing = {
            name: replace(getattr(read, name), corrected=before.corrected)
            for name, (before, said_on) in kept.items()
            if name in OF_THE_TICKET or said_on == message
        }
        said = standing.get("intent")
        decides = read.person_decides or (said is not None and self.intents.person_decides(said.corrected))
        return replace(read, person_decides=decides, **standing)


def _message(conversation: Conversation) -> MessageId:
    last = conversation.last_customer_message
    return last.id if last else NOTHING


def _reads(conversation: Conversation, understood: Understood) -> Kept:
    message = _message(conversation)
    return {name: (one, message) for name, one in understood.reads().items()}


def _tells(read: Read) -> bool:
    return bool(read.value) and read.confidence >= TOLD_FROM
