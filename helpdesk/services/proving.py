"""What every sentence of a draft stands on, for the editor, the terminal and the decision: one judge for all three."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.draft import Citation, Draft
from helpdesk.domain.errors import NotReady
from helpdesk.domain.ids import DraftId, PassageId
from helpdesk.domain.markup import flat
from helpdesk.domain.planting import unsuspecting
from helpdesk.domain.proof import Level, Proof, SentenceProof, Verdicts, by_meaning, prove
from helpdesk.domain.quoting import MARKER
from helpdesk.domain.spans import Source, Sources, pieces
from helpdesk.ports import PassageIndex, Records, Store
from helpdesk.services.store_search import floats, product
from helpdesk.settings import Settings

KEPT_DRAFTS = 8
KEPT_VECTORS = 4000
KEPT_SENTENCES = 2000


@dataclass(frozen=True)
class _Ready:
    """The sources of a draft, and the sentences judged by them so far."""

    sources: Sources
    judged: Verdicts = field(default_factory=dict)


class Proving:
    """`meaning` embeds sentences when a sentence-embedding model is at work; None leaves it at words and figures."""

    def __init__(self, store: Store, settings: Settings, meaning: PassageIndex | None = None) -> None:
        self._store = store
        self._settings = settings
        self._meaning = meaning
        self._ready: OrderedDict[tuple[tuple[Source, ...], str], _Ready] = OrderedDict()
        self._vectors: OrderedDict[str, bytes] = OrderedDict()

    async def of(self, draft_id: DraftId, text: str | None = None) -> Proof:
        """Of the text in the editor, or with None of the draft as it stands. Answers at once: by words and figures, and by what
        `deepened` has learned of the same sentences before."""
        return await self._store.read(lambda records: self._judged(records, draft_id, text))

    async def deepened(self, draft_id: DraftId, text: str | None = None) -> Proof:
        """The same after comparing what is still open by meaning; without a model, or with one that is not ready, no better."""
        found = await self.of(draft_id, text)
        wanted = [said for one in self._open(found) for said in self._compared(found, one)]
        missing = [said for said in dict.fromkeys(wanted) if said not in self._vectors]
        if self._meaning is None or not wanted:
            return found
        try:
            vectors = await self._meaning.embed(missing) if missing else []
        except NotReady:
            return found
        self._vectors.update(zip(missing, vectors, strict=True))
        moved = self._moved(found)
        while len(self._vectors) > KEPT_VECTORS:
            self._vectors.popitem(last=False)
        return moved

    async def shown(self, records: Records, draft: Draft, conversation: Conversation, text: str | None = None) -> Proof:
        """As `of`, for who has read both already."""
        said = text if text is not None else draft.text if draft.edited is None else draft.edited
        ready = self._made_ready(await sources_of(records, draft), self._known(conversation))
        if len(ready.judged) > KEPT_SENTENCES:
            ready.judged.clear()
        found = self._moved(prove(said, ready.sources, self._settings.every_signature, ready.judged))
        test = await records.seeds.open_of(draft.id)
        if test is None:
            return found
        truth = self._moved(prove(test.true_text, ready.sources, self._settings.every_signature, ready.judged))
        return unsuspecting(found, truth, test.planted)

    async def _judged(self, records: Records, draft_id: DraftId, text: str | None) -> Proof:
        draft = await records.drafts.get(draft_id)
        return await self.shown(records, draft, await records.tickets.conversation(draft.ticket_id), text)

    def _known(self, conversation: Conversation) -> str:
        said = [m.body for m in conversation.messages if m.kind is MessageKind.CUSTOMER]
        return "\n".join([conversation.ticket.subject, *said, self._settings.every_signature])

    def _made_ready(self, found: tuple[Source, ...], known: str) -> _Ready:
        key = (found, known)
        if key not in self._ready:
            self._ready[key] = _Ready(Sources(found, known))
        self._ready.move_to_end(key)
        while len(self._ready) > KEPT_DRAFTS:
            self._ready.popitem(last=False)
        return self._ready[key]

    def _open(self, found: Proof) -> list[SentenceProof]:
        return [one for one in found.of(Level.WEAK, Level.UNSUPPORTED) if not one.contradicted and not one.meaning]

    def _compared(self, found: Proof, one: SentenceProof) -> list[str]:
        """The sentence, then what of its sources it is compared with: of those it names, else of all."""
        cited = [source for source in found.sources if set(source.marks) & set(one.marks)]
        said = [flat(source.text[p.start : p.end]) for source in cited or found.sources for p in pieces(source)]
        return [flat(MARKER.sub("", found.said(one))), *said]

    def _moved(self, found: Proof) -> Proof:
        """With the levels that known vectors move."""
        if not self._vectors:
            return found
        moved = [one if one not in self._open(found) else self._by_meaning(found, one) for one in found.sentences]
        return replace(found, sentences=tuple(moved))

    def _by_meaning(self, found: Proof, one: SentenceProof) -> SentenceProof:
        said, *spans = (self._vectors.get(text) for text in self._compared(found, one))
        if said is None or not any(said) or not spans or None in spans:
            return one
        ours = floats(said)
        return by_meaning(one, max(product(ours, floats(span)) for span in spans if span is not None))


async def sources_of(records: Records, draft: Draft) -> tuple[Source, ...]:
    """The passages a draft cites, and those its writer was given besides. Of one that is gone only the quotes are left, and
    of an erased one nothing."""
    marks: dict[PassageId, list[Citation]] = {}
    for cited in draft.citations:
        marks.setdefault(cited.passage_id, []).append(cited)
    given = await _given(records, draft)
    passages = {p.id: p for p in await records.knowledge.passages([*marks, *(i for i in given if i not in marks)])}
    found = []
    for passage_id, cited_here in marks.items():
        numbers = tuple(cited.n for cited in cited_here)
        passage = passages.pop(passage_id, None)
        quoted = "\n\n".join(cited.quote for cited in cited_here)
        holds = passage is not None and all(cited.quote and cited.quote in passage.text for cited in cited_here)
        title = _trail(cited_here[0].title, cited_here[0].heading)
        found.append(Source(passage_id, numbers, title, passage.text if passage is not None and holds else quoted))
    found += [Source(p.id, (), _trail(p.title, p.heading), p.text) for p in passages.values()]
    return tuple(source for source in found if source.text.strip())


async def _given(records: Records, draft: Draft) -> Sequence[PassageId]:
    traces = await records.steps.traces(draft.id)
    return [PassageId(i) for i in traces[0].trace.passages] if traces else []


def _trail(title: str, heading: str) -> str:
    return f"{title} › {heading}" if heading and heading != title else title
