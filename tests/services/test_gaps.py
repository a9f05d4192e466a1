"""What the knowledge base lacks: found in decisions, proposed, accepted into the folder, dismissed for good."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import pytest

from helpdesk.adapters.comparing import ApartComparing
from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.vector_groups import VectorGroups
from helpdesk.domain.conversation import IncomingMessage, OutboxState
from helpdesk.domain.decision import RejectReason
from helpdesk.domain.draft import Fingerprint, Route, Verdict, WrittenReply
from helpdesk.domain.errors import BadInput, EmbedderUnusable, InvalidTransition, NotFound, NotYetSaid
from helpdesk.domain.events import GapsChanged
from helpdesk.domain.gap_proposal import GapKind, GapState, Proposal
from helpdesk.domain.gap_text import UNWRITTEN
from helpdesk.domain.gaps import Signal
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.import_run import RunKind
from helpdesk.domain.label import Aftermath, Hindsight
from helpdesk.domain.progress import unheard
from helpdesk.domain.quoting import best_block, cited
from helpdesk.domain.ticket import ChannelName
from helpdesk.ports import Records
from helpdesk.services.assistance import Likeness
from helpdesk.services.gaps import Answer, Gaps, Parts
from helpdesk.services.inbox import Inbox
from helpdesk.services.redacting import Redacting
from helpdesk.settings import Settings
from tests.fakes.embedders import BareWords
from tests.fakes.library import Library

if TYPE_CHECKING:
    from helpdesk.ports import PassageIndex

SETTINGS = Settings(agent_name="Ada", company="Northlight")
QUOTE = "We refund within fourteen days."
NORWAY = "How long does a parcel to Norway take?"
BY_SHIP = "A parcel to Norway takes nine days by ship. Customs may keep it two days longer."


class Words:
    """The library's index, which embeds by words alone and at once; `away` while it cannot."""

    def __init__(self) -> None:
        self.away = False

    async def embedder_fingerprint(self) -> str:
        if self.away:
            raise EmbedderUnusable("", "it is away")
        return BareWords.fingerprint

    async def embed(self, texts: Sequence[str], *, query: bool = False) -> list[bytes]:
        return BareWords().embed(texts)


class Shop:
    """A desk on the real store, whose people decide."""

    def __init__(self, library: Library) -> None:
        self.library, self.store, self.clock = library, library.store, library.clock
        self.index = Words()
        index = cast("PassageIndex", self.index)
        self.gaps = Gaps(
            Parts(
                self.store,
                index,
                Likeness(self.store, index, VectorGroups()),
                VectorGroups(),
                ApartComparing(),
                Redacting(FormalRecogniser(["GB"])),
                library.articles,
                SETTINGS,
                library.clock,
                library.heard.append,
            )
        )

    async def asks(self, subject: str, quote: str = QUOTE) -> tuple[DraftId, TicketId]:
        """A customer asks, and a draft that quotes the articles waits for review."""
        self.clock.advance(minutes=5)
        mail = IncomingMessage(ChannelName.FILE, subject, "Grace", "grace@example.org", subject, subject, self.clock.now())

        async def work(records: Records) -> tuple[DraftId, TicketId]:
            every = await records.knowledge.passages([key for key, _ in await records.knowledge.unembedded("none")])
            cited_here = cited(passage := next(one for one in every if quote in one.text), best_block(quote, passage), 1)
            ticket_id, _ = await records.tickets.receive(mail)
            draft_id = await records.drafts.request(ticket_id)
            reply = WrittenReply(f"{quote} [1]", (cited_here,), False, "", True, "excerpts", "", "p")
            verdict, mark = Verdict(0.8, Route.REVIEW, (), {}, ()), Fingerprint("excerpts", "", "p", "e", "c", "s")
            await records.drafts.answered(draft_id, reply, verdict, mark)
            return draft_id, ticket_id

        return await self.store.write(work)

    async def sends(self, draft_id: DraftId, text: str) -> None:
        """An agent sends it, changed or as it is, in spite of every caution."""
        try:
            await self.library.review.approve(draft_id, 1, text)
        except NotYetSaid as caution:
            await self.library.review.approve(draft_id, 1, text, read=caution.reasons)
        await self.leaves()

    async def rejects(self, draft_id: DraftId, reason: RejectReason) -> None:
        await self.library.review.reject(draft_id, 1, reason)

    async def writes(self, ticket_id: TicketId, text: str) -> None:
        """A reply by hand."""
        self.clock.advance(minutes=1)
        await Inbox(self.store, self.clock, self.library.heard.append, SETTINGS).reply(ticket_id, text)
        await self.leaves()

    async def leaves(self) -> None:
        async def work(records: Records) -> None:
            for entry in await records.outbox.listed(100):
                if entry.state is OutboxState.QUEUED:
                    await records.outbox.move(entry.id, OutboxState.QUEUED, OutboxState.SENDING)
                    await records.outbox.move(entry.id, OutboxState.SENDING, OutboxState.SENT)

        await self.store.write(work)

    async def indexed(self) -> None:
        """Every passage has its vector."""

        async def work(records: Records) -> None:
            lacking = [key for key, _ in await records.knowledge.unembedded(BareWords.fingerprint)]
            every = await records.knowledge.passages(lacking)
            vectors = BareWords().embed([one.embedded_text for one in every])
            await records.knowledge.put_vectors(
                BareWords.fingerprint, [(p.hash, v) for p, v in zip(every, vectors, strict=True)]
            )

        await self.store.write(work)

    async def proposed(self) -> list[Proposal]:
        await self.gaps.look()
        return await self.gaps.listed()

    async def norway(self, subject: str = NORWAY, answer: str = BY_SHIP) -> TicketId:
        """Somebody asks, the draft is about something else, and an agent answers by hand."""
        draft_id, ticket_id = await self.asks(subject)
        await self.rejects(draft_id, RejectReason.NOT_THE_QUESTION)
        await self.writes(ticket_id, f"Hi Grace,\n\n{answer} Call +44 20 7946 0123, Grace.\n\nKind regards\nAda\nNorthlight\n")
        return ticket_id


@pytest.fixture
def shop(library: Library) -> Shop:
    return Shop(library)


async def test_a_fact_somebody_corrected_goes_into_the_article_and_its_file(shop: Shop) -> None:
    draft_id, ticket_id = await shop.asks("Refund when?")
    await shop.sends(draft_id, "We refund within thirty days.")
    (one,) = await shop.proposed()
    assert (one.kind, one.before, one.after) == (GapKind.CORRECTION, QUOTE, "We refund within thirty days.")
    view = await shop.gaps.show(one.id)
    assert view.signals == {Signal.EDITED: 1}
    assert [(answer.ticket_id, answer.text) for answer in view.answers] == [(ticket_id, "We refund within thirty days.")]
    assert [(tried.path, tried.tickets) for tried in view.tried] == [("billing/refunds.md", 1)]
    (impact,) = (await shop.gaps.foreseen(view.options[0], one.after)).impact
    assert (impact.draft_id, impact.gone) == (draft_id, True)

    article_id = await shop.gaps.accept(one.id, Answer())
    assert (shop.library.folder / "billing/refunds.md").read_text() == "# Refunds\n\nWe refund within thirty days.\n"
    newest, before = await shop.library.articles.history(article_id)
    assert (newest.kind, newest.agent) == (RunKind.EDIT, "Ada")
    assert await shop.proposed() == []
    assert isinstance(shop.library.heard[-1], GapsChanged)
    with pytest.raises(InvalidTransition):
        await shop.gaps.accept(one.id, Answer())
    await shop.library.articles.restore(article_id, before.id)
    assert "fourteen" in (shop.library.folder / "billing/refunds.md").read_text()


async def test_an_unedited_approval_proposes_nothing(shop: Shop) -> None:
    draft_id, _ = await shop.asks("Refund when?")
    await shop.sends(draft_id, f"{QUOTE} [1]")
    assert await shop.proposed() == []


async def test_like_questions_make_one_new_article_of_what_a_person_sent(shop: Shop) -> None:
    first = await shop.norway(answer="A parcel to Norway takes a while, sadly, by any way.")
    second = await shop.norway("How long does a parcel to Norway take, please?")
    (one,) = await shop.proposed()
    assert (one.kind, set(one.tickets), one.path) == (GapKind.NEW_ARTICLE, {first, second}, f"billing/{one.path[8:]}")
    assert BY_SHIP in one.after
    assert not {"Grace", "7946", "regards", "{"} & set(one.after.replace(",", " ").split())
    view = await shop.gaps.show(one.id)
    assert [answer.ticket_id for answer in view.answers] == [second, first]
    assert (view.minutes, view.measured) == (3.0, 0)

    for path, why in (("reset.md", "name of another"), ("norway", "no place"), ("../norway.md", "no place")):
        with pytest.raises(BadInput, match=why):
            await shop.gaps.accept(one.id, Answer(path=path))
    article_id = await shop.gaps.accept(one.id, Answer(text=one.after.replace("nine", "ten"), path="norway.md"))
    assert "ten days by ship" in (shop.library.folder / "norway.md").read_text()
    assert await shop.library.counts() == (0, 0, 0, 0, 3, 0)
    (run,) = [run for run in await shop.library.knowledge.runs() if run.kind is RunKind.EDIT]
    await shop.library.articles.roll_back(run.id, unheard)
    assert (await shop.library.articles.history(article_id))[0].about == "from a gap that 2 tickets showed"
    assert await shop.proposed() == []


async def test_who_shares_small_words_alone_is_not_joined(shop: Shop) -> None:
    await shop.norway("Ich habe das schon und bin nicht da: was kostet das Porto?")
    await shop.norway("Ich habe das schon und bin nicht da: wann kommt der Monteur?")
    assert [len(one.tickets) for one in await shop.proposed()] == [1, 1]


async def test_an_answer_that_turned_out_wrong_is_proposed_to_nobody(shop: Shop) -> None:
    ticket_id = await shop.norway()
    (one,) = await shop.proposed()
    assert BY_SHIP in one.after
    rated = Aftermath(ticket_id, Hindsight.RATING, shop.clock.now(), stars=1)
    await shop.store.write(lambda records: records.labels.tell(rated))
    assert await shop.gaps.keep_up() is False
    (one,) = await shop.gaps.listed()
    assert UNWRITTEN in one.after


async def test_what_was_dismissed_does_not_come_back_whatever_else_is_asked_alike(shop: Shop) -> None:
    await shop.norway()
    (one,) = await shop.proposed()
    await shop.gaps.dismiss(one.id)
    await shop.norway("How long does the parcel to Norway take?", "It takes eleven days by train to Oslo, at least.")
    assert await shop.proposed() == []
    assert [found.id for found in await shop.gaps.listed(GapState.DISMISSED)] == [one.id]
    await shop.gaps.bring_back(one.id)
    assert len((await shop.gaps.listed())[0].tickets) == 2
    with pytest.raises(InvalidTransition):
        await shop.gaps.bring_back(one.id)
    with pytest.raises(NotFound):
        await shop.gaps.dismiss(999)


async def test_a_proposal_whose_article_changed_meanwhile_goes_by_itself(shop: Shop) -> None:
    draft_id, _ = await shop.asks("Refund when?")
    await shop.sends(draft_id, "We refund within thirty days.")
    (one,) = await shop.proposed()
    await shop.library.edit("billing/refunds.md", "# Refunds\n\nWe refund at once.\n")
    view = await shop.gaps.show(one.id)
    assert "changed meanwhile" in (await shop.gaps.foreseen(view.options[0], one.after)).failure
    with pytest.raises(InvalidTransition):
        await shop.gaps.accept(one.id, Answer())
    assert (await shop.gaps.show(one.id)).proposal.state is GapState.WITHDRAWN
    assert await shop.proposed() == []


async def test_what_was_erased_with_its_article_stops_nobody(shop: Shop) -> None:
    draft_id, _ = await shop.asks("Refund when?")
    await shop.sends(draft_id, "We refund within thirty days.")
    (one,) = await shop.proposed()
    await shop.norway()
    article_id = await shop.library.id("billing/refunds.md")
    await shop.store.write(lambda records: records.articles.erase(article_id))
    new, *others = await shop.proposed()
    assert {(found.kind, "/" in found.path) for found in (new, *others)} == {(GapKind.NEW_ARTICLE, False)}
    other = shop.library.folder.parent / "other"
    other.mkdir()
    (other / "door.md").write_text("# Doors\n\nA door closes by itself.\n")
    await shop.library.knowledge.import_path(other, None, unheard)
    await shop.proposed()
    with pytest.raises(BadInput, match="choose the one it goes into"):
        await shop.gaps.accept(new.id, Answer())
    view = await shop.gaps.show(one.id)
    assert (await shop.gaps.foreseen(view.options[0], one.after)).failure == "its article is gone"
    assert (view.proposal.before, view.proposal.after, view.proposal.core) == ("", "", "")


async def test_an_erased_article_leaves_no_sentence_in_what_was_proposed(shop: Shop) -> None:
    shop.library.write("returns.md", "# Returns\n\nGoods may be sent back within 14 days of delivery without a reason.\n")
    shop.library.write("sales.md", "# Sales\n\nGoods may be sent back within 41 days of delivery without a reason.\n")
    await shop.library.bring()
    await shop.indexed()
    (one,) = await shop.proposed()
    await shop.gaps.dismiss(one.id)
    await shop.library.articles.erase(await shop.library.id("sales.md"), unheard)
    assert await shop.gaps.listed(*GapState) == []
    assert await shop.proposed() == []


async def test_an_article_that_was_incomplete_gets_what_people_sent_besides(shop: Shop) -> None:
    draft_id, ticket_id = await shop.asks("Refund when?")
    await shop.rejects(draft_id, RejectReason.INCOMPLETE)
    (bare,) = await shop.proposed()
    assert (bare.kind, bare.after) == (GapKind.ADDITION, bare.before)
    with pytest.raises(BadInput, match="in your own words"):
        await shop.gaps.accept(bare.id, Answer())
    await shop.writes(ticket_id, "Hi Grace,\n\nGift cards are paid out as a voucher by post.\n\nKind regards\nAda\n")
    (one,) = await shop.proposed()
    assert one.after == f"{QUOTE}\n\nGift cards are paid out as a voucher by post."
    await shop.gaps.keep_edit(one.id, "typed so far")
    assert [found.text for found in await shop.proposed()] == ["typed so far"]


async def test_without_an_embedder_what_stood_stays_and_the_reason_is_told(shop: Shop) -> None:
    await shop.norway()
    (one,) = await shop.proposed()
    shop.index.away = True
    await shop.norway("Something else entirely about gift cards?", "Gift cards are paid out as a voucher by post.")
    looked = await shop.gaps.look()
    assert (looked.troubles, looked.proposals, looked.why_not) == (2, 1, "it is away")
    assert [found.id for found in await shop.gaps.listed()] == [one.id]


async def test_nothing_is_looked_for_again_until_something_happened(shop: Shop) -> None:
    await shop.norway()
    await shop.indexed()
    assert not await shop.gaps.keep_up()
    told = shop.library.heard.count(GapsChanged())
    assert not await shop.gaps.keep_up()
    assert shop.library.heard.count(GapsChanged()) == told == 1


async def test_articles_that_contradict_each_other_are_shown_and_either_may_change(shop: Shop) -> None:
    mine = "Goods may be sent back within 14 days of delivery without a reason."
    theirs = "You have 30 days from delivery to send it back."
    shop.library.write("returns.md", f"# Returns and refunds\n\n{mine}\n")
    await shop.library.bring()
    shop.library.write("billing/refunds.md", f"# Refunds\n\n{theirs} Any reason will do.\n")
    await shop.library.bring()
    await shop.indexed()
    (one,) = await shop.proposed()
    assert (one.kind, one.tickets, one.path) == (GapKind.CONTRADICTION, (), "returns.md")
    assert [(side.path, side.lines, side.says) for side in one.sides] == [
        ("returns.md", (3, 3), mine),
        ("billing/refunds.md", (3, 3), theirs),
    ]
    view = await shop.gaps.show(one.id)
    other_way = f"{theirs.replace('30', '14')} Any reason will do."
    assert [option.after for option in view.options] == [mine.replace("14", "30"), other_way]
    await shop.gaps.accept(one.id, Answer(), way=1)
    assert "14 days from delivery" in (shop.library.folder / "billing/refunds.md").read_text()
    await shop.indexed()
    assert await shop.proposed() == []
