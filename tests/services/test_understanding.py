"""What a message is read as, what an agent makes of it, and what is learned from that."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from helpdesk.adapters.index import EmbedderRecipe, LocalIndex, engine
from helpdesk.adapters.intents import PrototypeIntents
from helpdesk.adapters.languages import LinguaLanguages
from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.processes import WorkerProcess
from helpdesk.adapters.quoted_replies import MailParserWords
from helpdesk.domain.conversation import IncomingMessage, MessageKind
from helpdesk.domain.errors import BadInput, EmbedderUnusable, NotFound
from helpdesk.domain.events import TicketChanged
from helpdesk.domain.ids import TicketId
from helpdesk.domain.ticket import ChannelName
from helpdesk.domain.understanding import UNCLEAR, Intent, Read, Sentiment, Severity, Tier, Understood
from helpdesk.services.redacting import Redacting
from helpdesk.services.understanding import IntentBook, Readers, SeedIntent, Understanding, shipped
from tests.fakes.worker_here import WorkerHere
from tests.services.conftest import Shift

if TYPE_CHECKING:
    from helpdesk.ports import PassageIndex

LANGUAGES = LinguaLanguages(("en", "de", "fr", "es"), WorkerHere())


def few() -> Sequence[SeedIntent]:
    return (
        SeedIntent(Intent("delivery", "Where a parcel is"), ("Where is my parcel?", "My package never arrived")),
        SeedIntent(Intent("refund", "Wants money back", never_auto=True), ("I want my money back", "Please refund me")),
        SeedIntent(Intent("login", "Cannot log in"), ("I forgot my password", "My account is locked")),
    )


@dataclass
class Reading:
    shift: Shift
    understanding: Understanding
    index: LocalIndex

    async def comes(self, body: str, subject: str = "Hub", automatic: str = "") -> TicketId:
        message = IncomingMessage(
            ChannelName.FOLDER,
            body,
            "Grace Hopper",
            "grace@example.org",
            subject,
            body,
            self.shift.clock.now(),
            automatic=automatic,
        )
        return (await self.shift.store.write(lambda records: records.tickets.receive(message)))[0]

    async def writes_again(self, ticket_id: TicketId, body: str) -> None:
        self.shift.clock.advance(minutes=5)
        await self.shift.store.write(lambda r: r.tickets.add_message(ticket_id, MessageKind.CUSTOMER, "Grace", body))

    async def read(self, body: str, subject: str = "Hub") -> Understood:
        return await self.understanding.shown(await self.comes(body, subject))


Opened = Callable[[Callable[[], Sequence[SeedIntent]]], Reading]


@pytest.fixture
async def opened(shift: Shift, tmp_path: Path, index_worker: WorkerProcess) -> AsyncIterator[Opened]:
    recipe = EmbedderRecipe("helpdesk.adapters.embedders.built_in:BuiltInEmbedder")
    index = LocalIndex(tmp_path / "index", recipe, index_worker)

    def make(seeds: Callable[[], Sequence[SeedIntent]]) -> Reading:
        book = IntentBook(shift.store, index, PrototypeIntents(), seeds)
        readers = Readers(LANGUAGES, MailParserWords(), book, Redacting(FormalRecogniser(("US", "DE"))))
        return Reading(shift, Understanding(shift.store, readers, shift.heard.append, "Ada"), index)

    yield make
    await index_worker.call(engine.leave, index._place)


@pytest.fixture
def reading(opened: Opened) -> Reading:
    return opened(few)


async def test_a_message_is_read_before_it_is_answered(reading: Reading) -> None:
    understood = await reading.read("Wo ist mein Paket? Ich warte seit zwei Wochen.\n\n> alter Text\n-- \nGrace")
    assert understood.language.value == "de"
    assert understood.words == "Wo ist mein Paket? Ich warte seit zwei Wochen."
    assert understood.asks
    assert understood.severity.found_by == "written-before"
    assert understood.automatic.shown == "no"


async def test_a_word_of_any_language_is_told_by_none(reading: Reading) -> None:
    assert (await reading.read("Login", subject="")).language.value == ""
    assert (await reading.read("Photo", subject="Ich habe ein Problem mit meiner Bestellung")).language.value == "de"


@pytest.mark.parametrize(
    ("said", "severity", "tier", "sentiment"),
    [
        ("The adapter caught fire", Severity.CRITICAL, Tier.LEAD, Sentiment.NEUTRAL),
        ("Nobody in our office can log in", Severity.CRITICAL, Tier.LEAD, Sentiment.NEUTRAL),
        ("My lawyer will write to you", Severity.MAJOR, Tier.LEAD, Sentiment.NEUTRAL),
        ("I am still waiting for an answer", Severity.MAJOR, Tier.FIRST_LINE, Sentiment.ANNOYED),
        ("This is outrageous, worst service ever", Severity.MAJOR, Tier.LEAD, Sentiment.ANGRY),
        ("Thanks, it works again", Severity.MINOR, Tier.FIRST_LINE, Sentiment.PLEASED),
        ("How do I change the schedule?", Severity.NORMAL, Tier.FIRST_LINE, Sentiment.NEUTRAL),
    ],
)
async def test_gravity_and_mood(opened: Opened, said: str, severity: str, tier: str, sentiment: str) -> None:
    understood = await opened(shipped).read(said)
    assert (understood.severity.shown, understood.tier.shown, understood.sentiment.shown) == (severity, tier, sentiment)


async def test_mail_by_machines_and_advertising_are_told(reading: Reading) -> None:
    announced = await reading.comes("I am away", automatic="automatic mail")
    assert (await reading.understanding.shown(announced)).automatic.found_by == "headers"
    assert (await reading.read("This is an automatic reply. I am out of the office.")).automatic.shown == "yes"
    assert (await reading.read("We offer SEO services and 500 backlinks")).spam.shown == "yes"


async def test_the_desks_intents_work_from_the_first_ticket(reading: Reading) -> None:
    assert (await reading.read("my package never arrived")).intent.value == "delivery"
    refund = await reading.read("please refund me", "Money")
    assert refund.intent.value == "refund"
    assert refund.person_decides
    assert (await reading.read("Does the moon have an atmosphere", "Astronomy")).intent.value == UNCLEAR


async def test_a_correction_teaches_and_stays(reading: Reading) -> None:
    ticket = await reading.comes("The purple gizmo hums, write to grace@example.org", "Gizmo")
    assert (await reading.understanding.shown(ticket)).intent.value == UNCLEAR
    await reading.understanding.correct(ticket, "intent", "delivery")
    shown = await reading.understanding.shown(ticket)
    assert (shown.intent.shown, shown.intent.corrected) == ("delivery", "delivery")
    assert reading.shift.heard[-1] == TicketChanged(ticket)
    kept = await reading.shift.store.read(lambda records: records.intents.examples())
    assert "grace@example.org" not in kept[-1].example.text
    assert "gizmo" in kept[-1].example.text
    assert (await reading.read("the purple gizmo hums again", "Gizmo")).intent.value == "delivery"


async def test_a_correction_taken_back_is_forgotten(reading: Reading) -> None:
    ticket = await reading.comes("The purple gizmo hums", "Gizmo")
    await reading.understanding.correct(ticket, "intent", "delivery")
    await reading.understanding.correct(ticket, "intent", "")
    assert (await reading.understanding.shown(ticket)).intent.shown == UNCLEAR
    counts = {intent.name: intent.examples for intent in await reading.understanding.intents.all()}
    assert counts["delivery"] == 2


async def test_what_is_about_the_ticket_outlasts_the_next_message_and_what_is_about_one_message_does_not(
    reading: Reading,
) -> None:
    ticket = await reading.comes("It hums", "Hub")
    await reading.understanding.correct(ticket, "language", "fr")
    await reading.understanding.correct(ticket, "sentiment", "angry")
    await reading.writes_again(ticket, "Thanks, it works again")
    shown = await reading.understanding.shown(ticket)
    assert shown.language.shown == "fr"
    assert (shown.sentiment.shown, shown.sentiment.corrected) == (Sentiment.PLEASED, "")


async def test_a_correction_never_takes_a_person_off_the_ticket(reading: Reading) -> None:
    ticket = await reading.comes("The adapter caught fire, please refund me", "Fire")
    for name, value in (("severity", "minor"), ("tier", "first-line"), ("intent", "delivery")):
        await reading.understanding.correct(ticket, name, value)
    shown = await reading.understanding.shown(ticket)
    assert shown.severity.shown == "minor"
    assert shown.worst is Severity.CRITICAL
    assert shown.escalates


async def test_a_bare_number_leaves_the_language_as_it_was(reading: Reading) -> None:
    ticket = await reading.comes("I was charged twice this month. See the log.", "Invoice twice")
    assert (await reading.understanding.shown(ticket)).language.value == "en"
    await reading.writes_again(ticket, "2")
    assert (await reading.understanding.shown(ticket)).language.value == "en"


async def test_reading_again_writes_nothing(reading: Reading) -> None:
    ticket = await reading.comes("It hums")
    first = await reading.understanding.shown(ticket)
    before = await reading.shift.store.read(lambda records: records.understandings.of(ticket))
    reading.shift.clock.advance(minutes=1)
    assert await reading.understanding.shown(ticket) == first
    assert await reading.shift.store.read(lambda records: records.understandings.of(ticket)) == before


async def test_words_that_name_no_reading_or_value_are_refused(reading: Reading) -> None:
    ticket = await reading.comes("It hums")
    for name, value in (("mood", "angry"), ("severity", "terrible"), ("language", "klingon"), ("intent", "dancing")):
        with pytest.raises(BadInput):
            await reading.understanding.correct(ticket, name, value)
    with pytest.raises(NotFound):
        await reading.understanding.correct(TicketId(99), "language", "de")


async def test_an_admin_changes_the_intents(reading: Reading) -> None:
    book = reading.understanding.intents
    await book.save(Intent("Feature  Request", "Suggests something new"), ["Please add a dark mode"])
    assert "feature request" in {intent.name for intent in await book.all()}
    assert (await reading.read("please add a dark mode", "Idea")).intent.value == "feature request"
    await book.save(Intent("feature request", "Suggests something new", never_auto=True))
    assert (await reading.read("please add a dark mode soon", "Idea")).person_decides
    await book.remove("feature request")
    assert (await reading.read("please add a dark mode now", "Idea")).intent.value != "feature request"
    with pytest.raises(NotFound):
        await book.remove("feature request")
    for name in ("refund", "login"):
        await book.remove(name)
    with pytest.raises(BadInput):
        await book.remove("delivery")
    for name, described in (("", "x"), (UNCLEAR, "x"), ("n" * 61, "x"), ("fine", " ")):
        with pytest.raises(BadInput):
            await book.save(Intent(name, described))


async def test_a_rule_that_names_an_intent_speaks_where_examples_are_unsure(opened: Opened) -> None:
    understood = await opened(shipped).read(
        "Ich hätte wegen der Sache von neulich gern die Kaufsumme: Rückerstattung!", "Sache"
    )
    assert (understood.intent.value, understood.person_decides) == ("refund", True)


async def test_without_an_embedder_words_alone_tell(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpdesk.domain.errors import IndexStale

    async def gone(*_: object, **__: object) -> str:
        raise IndexStale("gone")

    monkeypatch.setattr(reading.index, "embedder_fingerprint", gone)
    monkeypatch.setattr(reading.index, "embed", gone)
    assert (await reading.read("my package never arrived")).intent.value == "delivery"


async def test_a_question_without_a_ticket_is_read_and_not_kept(reading: Reading) -> None:
    understood = await reading.understanding.question("Where is my parcel?")
    assert understood.intent.value == "delivery"


@pytest.mark.parametrize("body", ["a" * 1_000_000, "\u200b" * 300_000, "\u202eאב " * 100_000, "\n " * 200_000, "On " * 300_000])
async def test_hostile_lengths_are_read_like_any_other(reading: Reading, body: str) -> None:
    assert (await reading.read(body)).severity.shown in set(Severity)


def test_the_shipped_intents_are_whole() -> None:
    assert len({seed.intent.name for seed in shipped()}) == len(shipped()) >= 12
    assert all(seed.intent.description and len(seed.examples) >= 5 for seed in shipped())


class Together:
    """Tells no language before somebody asked for the intent, which is told by words alone."""

    languages = ("en",)

    def __init__(self) -> None:
        self.asked_for_intent = asyncio.Event()

    async def read(self, _: str) -> Read:
        await asyncio.wait_for(self.asked_for_intent.wait(), 5)
        return Read("en", 1.0, "letters-and-words")

    async def embedder_fingerprint(self) -> str:
        self.asked_for_intent.set()
        raise EmbedderUnusable("", "away")


async def test_nobody_waits_for_the_language_to_ask_for_the_intent(shift: Shift) -> None:
    both = Together()
    book = IntentBook(shift.store, cast("PassageIndex", both), PrototypeIntents(), few)
    readers = Readers(both, MailParserWords(), book, Redacting(FormalRecogniser(("US",))))
    read = await Understanding(shift.store, readers, shift.heard.append, "Ada").question("Where is my parcel?")
    assert (read.language.value, read.intent.value) == ("en", "delivery")
