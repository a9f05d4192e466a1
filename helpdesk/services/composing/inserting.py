"""What can be put into a text where the caret is: macros with their variables filled in, and answers of the knowledge base."""

from dataclasses import dataclass

from helpdesk.domain.article import Audience
from helpdesk.domain.change import Operation
from helpdesk.domain.composing import WritingKind, joined
from helpdesk.domain.conversation import Conversation
from helpdesk.domain.errors import NotFound
from helpdesk.domain.evidence import Hit
from helpdesk.domain.ids import ArticleId, TicketId
from helpdesk.domain.macro import Macro, filled, unfilled, values_of
from helpdesk.domain.mail_history import new_words
from helpdesk.domain.markup import plain
from helpdesk.domain.rule import changes_of
from helpdesk.domain.table_words import without_tables
from helpdesk.domain.words import content
from helpdesk.ports import Clock, Records, Store
from helpdesk.services.changing import Changes
from helpdesk.services.retrieval import Retrieval
from helpdesk.settings import Settings

MOST_OFFERED = 8
LONGEST_QUESTION = 2_000
FEWEST_IN_TEXT = 3
"""Letters from which a macro's text is looked through too, not only its name."""


@dataclass(frozen=True)
class MacroOffer:
    """`text` as it would stand in this letter; `lacking` are variables nobody knows for this customer."""

    macro: Macro
    text: str
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True)
class ArticleOffer:
    """A passage as plain text, and where it stands. What is `internal` is not for customers."""

    article_id: ArticleId
    title: str
    heading: str
    text: str
    internal: bool


@dataclass(frozen=True)
class Inserting:
    store: Store
    retrieval: Retrieval
    settings: Settings
    clock: Clock
    changes: Changes

    async def macros(self, ticket_id: TicketId, typed: str) -> tuple[MacroOffer, ...]:
        """Those whose name or text has what was typed, best first; all, those in the ticket's language first, when nothing was.
        Raises NotFound."""
        return tuple(await self._offers(ticket_id, typed, MOST_OFFERED))

    async def articles(self, ticket_id: TicketId, typed: str) -> tuple[ArticleOffer, ...]:
        """The best passage of each article for what was typed; for what the customer last wrote, when nothing was."""
        question = typed.strip() or _asked(await self._conversation(ticket_id))
        if not question:
            return ()
        evidence = await self.retrieval.find(question[:LONGEST_QUESTION], limit=2 * MOST_OFFERED)
        best: dict[int, Hit] = {}
        for hit in evidence.hits:
            best.setdefault(hit.passage.article_id, hit)
        return tuple(_offer(hit) for hit in list(best.values())[:MOST_OFFERED])

    async def use(self, ticket_id: TicketId, name: str) -> Operation | None:
        """Does to the ticket what the macro says; None when nothing is to be done, or all was so already. Never sends anything.
        Raises NotFound."""
        known = await self.store.read(lambda records: records.macros.all())
        macro = next((one for one in known if one.name == name), None)
        if macro is None:
            raise NotFound("macro", name)
        wanted = changes_of(macro.actions, self.clock.now(), self.settings.agent_name)
        return await self.changes.apply([ticket_id], wanted, "macro", {"name": name}) if wanted else None

    async def put_in(self, ticket_id: TicketId, name: str) -> tuple[str, Operation | None]:
        """Without an editor: under the reply being written there, with all the macro does. The whole text. Raises NotFound."""
        operation = await self.use(ticket_id, name)
        offer = next(one for one in await self._offers(ticket_id, "", None) if one.macro.name == name)

        async def work(records: Records) -> str:
            text = joined((await records.composing.of(ticket_id)).reply, offer.text)
            await records.composing.keep(ticket_id, WritingKind.REPLY, text, self.settings.agent_name)
            return text

        return await self.store.write(work), operation

    async def _offers(self, ticket_id: TicketId, typed: str, limit: int | None) -> list[MacroOffer]:
        conversation = await self._conversation(ticket_id)
        known = await self.store.read(lambda records: records.macros.all())
        ranked = [(rank, one.name.casefold(), one) for one in known if (rank := _rank(one, typed, conversation)) is not None]
        values = values_of(conversation, self.settings.agent_name, self.settings.company)
        offers = [(one, filled(one.text, values)) for _, _, one in sorted(ranked, key=lambda found: found[:2])]
        return [MacroOffer(one, text, unfilled(text)) for one, text in offers[:limit]]

    async def _conversation(self, ticket_id: TicketId) -> Conversation:
        return await self.store.read(lambda records: records.tickets.conversation(ticket_id))


def _rank(macro: Macro, typed: str, conversation: Conversation) -> tuple[int, int] | None:
    """Small is better; None when it has not what was typed."""
    foreign = int(macro.language not in ("", conversation.ticket.language))
    wanted = typed.casefold().split()
    if not wanted:
        return foreign, 0
    name = macro.name.casefold()
    starts = [any(word.startswith(one) for word in name.split()) for one in wanted]
    if name.startswith(" ".join(wanted)):
        return 0, foreign
    if all(starts):
        return 1, foreign
    if all(one in name for one in wanted):
        return 2, foreign
    said = len(typed.strip()) >= FEWEST_IN_TEXT and all(one in macro.text.casefold() for one in wanted)
    return (3, foreign) if said else None


def _asked(conversation: Conversation) -> str:
    last = conversation.last_customer_message
    said = f"{conversation.ticket.subject}\n{new_words(last.body) if last else ''}".strip()
    return said if content(said) else ""


def _offer(hit: Hit) -> ArticleOffer:
    p = hit.passage
    text = plain(without_tables(p.text)).strip()
    return ArticleOffer(p.article_id, p.title, p.heading, text, p.audience is Audience.INTERNAL)
