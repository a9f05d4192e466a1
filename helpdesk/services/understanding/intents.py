"""The desk's intents: seeded when there are none, taught by corrections, learned again after every change."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from helpdesk.domain.errors import BadInput, Broken, NotFound, NotReady
from helpdesk.domain.ids import TicketId
from helpdesk.domain.triage import Flag
from helpdesk.domain.understanding import UNCLEAR, Certainty, Intent, Read
from helpdesk.ports import PassageIndex, Records, Store
from helpdesk.ports.understanding import Example, IntentReader
from helpdesk.ports.understanding_records import KeptExample

LONGEST_NAME = 60
LONGEST_DESCRIPTION = 500
FROM_A_RULE = 0.75


@dataclass(frozen=True)
class SeedIntent:
    """An intent as shipped, with phrasings that mean it."""

    intent: Intent
    examples: tuple[str, ...]


class IntentBook:
    """`seeds` are read only when the desk has no intent yet. What is learned lives in memory and is learned again when an
    intent, an example or the embedder changed."""

    def __init__(
        self, store: Store, index: PassageIndex, reader: IntentReader, seeds: Callable[[], Sequence[SeedIntent]]
    ) -> None:
        self._store = store
        self._index = index
        self._reader = reader
        self._seeds = seeds
        self._learned_from: tuple[int, str] | None = None
        self._changes = 0
        self._one_learns = asyncio.Lock()
        self._known: frozenset[str] = frozenset()
        self._never_auto: frozenset[str] = frozenset()

    async def all(self) -> list[Intent]:
        """Reading never needs a store that can be written: the seeds serve as they are where they cannot be put into it."""
        found = await self._store.read(lambda records: records.intents.all())
        if not found:
            with suppress(Broken):
                await self._store.write(self._seed)
            found = await self._store.read(lambda records: records.intents.all())
        return found or [seed.intent for seed in self._seeds()]

    async def save(self, intent: Intent, examples: Sequence[str] = ()) -> None:
        """Adds or changes one; `examples` are added to those it has. Raises BadInput."""
        name = " ".join(intent.name.lower().split())
        if not name or len(name) > LONGEST_NAME or name == UNCLEAR:
            raise BadInput("intent", 0, f"the name must have 1 to {LONGEST_NAME} letters and not be '{UNCLEAR}'")
        told = " ".join(intent.description.split())
        if not told or len(told) > LONGEST_DESCRIPTION:
            raise BadInput("intent", 0, f"describe in 1 to {LONGEST_DESCRIPTION} letters what customers want")
        kept = replace(intent, name=name, description=told)
        await self.all()

        async def save(records: Records) -> None:
            await records.intents.save(kept)
            await records.intents.teach(name, None, [text for text in examples if text.strip()])
            await records.log.note("intent.saved", name=name, never_auto=kept.never_auto)

        await self._store.write(save)
        self._changes += 1

    async def remove(self, name: str) -> None:
        """With its examples. Raises NotFound, and BadInput for the last one: without any nothing can be told apart."""
        known = {intent.name for intent in await self.all()}
        if known == {name}:
            raise BadInput("intent", 0, "a desk needs at least one intent")

        async def remove(records: Records) -> None:
            if not await records.intents.remove(name):
                raise NotFound("intent", name)
            await records.log.note("intent.removed", name=name)

        await self._store.write(remove)
        self._changes += 1

    async def teach(self, name: str, ticket_id: TicketId, words: str) -> None:
        """`words` must hold no personal data: they are kept. An empty `name` forgets what the ticket taught.
        Raises NotFound."""

        async def teach(records: Records) -> None:
            if name and name != UNCLEAR:
                await records.intents.teach(name, ticket_id, [words])
            else:
                await records.intents.forget_ticket(ticket_id)

        await self._store.write(teach)
        self._changes += 1

    async def read(self, words: str, raised: frozenset[Flag]) -> Read:
        """A message's intent. A rule that names an intent of this desk speaks where the examples are unsure."""
        embedder = await self._embedder()
        await self._learn(embedder)
        vector = await self._vectors([words]) if embedder else [b""]
        read = await asyncio.to_thread(self._reader.read, words, vector[0])
        ruled = [flag.value for flag in Flag if flag in raised and flag.value in self._known]
        if ruled and (read.value == UNCLEAR or read.certainty is Certainty.UNSURE) and read.value not in ruled:
            return Read(ruled[0], FROM_A_RULE, "rule")
        return read

    def person_decides(self, *names: str) -> bool:
        """Whether any of these intents is one the desk never answers by itself."""
        return not self._never_auto.isdisjoint(names)

    async def _learn(self, embedder: str) -> None:
        async with self._one_learns:
            wanted = (self._changes, embedder)
            if self._learned_from == wanted:
                return
            intents = await self.all()
            kept = await self._store.read(lambda records: records.intents.examples())
            taught = [one.example for one in await self._with_vectors(kept, embedder)]
            described = [intent for intent in intents if intent.description]
            vectors = (
                await self._vectors([f"{i.name}: {i.description}" for i in described]) if embedder else [b""] * len(described)
            )
            told = [Example(i.name, f"{i.name}: {i.description}", v) for i, v in zip(described, vectors, strict=True)]
            await asyncio.to_thread(self._reader.learn, [*told, *taught])
            self._known = frozenset(intent.name for intent in intents)
            self._never_auto = frozenset(intent.name for intent in intents if intent.never_auto)
            self._learned_from = wanted if all(vectors) or not embedder else None

    async def _with_vectors(self, kept: Sequence[KeptExample], embedder: str) -> list[KeptExample]:
        """Each example's vector is made once an embedder, and kept."""
        if not embedder:
            return [replace(one, example=replace(one.example, vector=b"")) for one in kept]
        old = [one for one in kept if one.embedder != embedder]
        made = dict(zip((one.id for one in old), await self._vectors([one.example.text for one in old]), strict=True))
        if any(made.values()):
            with suppress(Broken):
                await self._store.write(lambda records: records.intents.keep_vectors(embedder, made))
        return [replace(one, example=replace(one.example, vector=made.get(one.id, one.example.vector))) for one in kept]

    async def _embedder(self) -> str:
        """The embedder's fingerprint, '' while there is none: words alone do then."""
        try:
            return await self._index.embedder_fingerprint()
        except (NotReady, Broken):
            return ""

    async def _vectors(self, texts: Sequence[str]) -> list[bytes]:
        try:
            return await self._index.embed(texts)
        except (NotReady, Broken):
            return [b""] * len(texts)

    async def _seed(self, records: Records) -> None:
        for seed in self._seeds():
            await records.intents.save(seed.intent)
            await records.intents.teach(seed.intent.name, None, seed.examples)
