"""Why a draft is as it is: everything that shaped it, and the same thing done again to compare."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from helpdesk.domain.article import Passage
from helpdesk.domain.conversation import Conversation, MessageKind
from helpdesk.domain.draft import Citation, Draft, DraftState, Reason, WrittenReply
from helpdesk.domain.draft_step import DraftStep, KeptTrace, Run, Step, Trace, runs
from helpdesk.domain.errors import BadInput, NotReady
from helpdesk.domain.ids import DraftId, PassageId
from helpdesk.domain.letter_parts import parts_of
from helpdesk.domain.redaction import Vault, placeholders_in
from helpdesk.domain.word_diff import Change, word_diff
from helpdesk.ports.assisting import Assistant
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records, Store

QUOTED = "excerpts"


@dataclass(frozen=True)
class Seen:
    """A passage the writer was given, `n` as it numbered it (0: it was found but not given). `passage` is None when it is gone
    since; `scores` are the fused one and each leg's, where they were kept; `marks` the citations of it in the reply. Only the
    `conversation` around the question may have found it."""

    passage_id: int
    n: int
    passage: Passage | None
    scores: tuple[float, ...]
    marks: tuple[int, ...]
    conversation: bool = False


@dataclass(frozen=True)
class DraftStory:
    """`trace` is of the revision on display (None: written before traces were kept, or not yet). `vetoes` are those reasons
    that keep it from being sent without a person."""

    draft: Draft
    steps: tuple[DraftStep, ...]
    trace: Trace | None
    passages: tuple[Seen, ...]
    vetoes: tuple[Reason, ...]
    earlier: tuple[KeptTrace, ...]

    @property
    def runs(self) -> tuple[Run, ...]:
        """What was done, each writing by itself, the first one first."""
        return runs(self.steps)

    @property
    def seconds(self) -> float:
        """Of the writing on display."""
        return sum(step.seconds for step in on_display(self.steps, self.draft.revision))

    @property
    def searched(self) -> Mapping[str, Any]:
        """What was searched for, as `searched_for` keeps it; empty of a draft written before that was kept."""
        shown = on_display(self.steps, self.draft.revision)
        return next((step.details["searched"] for step in shown if step.details.get("searched")), {})


@dataclass(frozen=True)
class Replay:
    """The same done again. `by` names who wrote then and who writes now; `figures` what was measured then and now. `notes` say
    what else is different (sources that came or went). Nothing of it is stored."""

    draft_id: DraftId
    by: tuple[str, str]
    before: str
    after: str
    figures: tuple[Mapping[str, float], Mapping[str, float]]
    notes: tuple[str, ...]

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return word_diff(self.before, self.after)

    @property
    def is_same(self) -> bool:
        return self.before.strip() == self.after.strip()


@dataclass(frozen=True)
class Variant:
    """Another text this ticket's reply had since the customer's last message."""

    draft_id: DraftId
    revision: int
    text: str
    by: str
    at: datetime
    state: DraftState


def on_display(steps: Sequence[DraftStep], revision: int) -> Sequence[DraftStep]:
    """Those of the writing that brought this revision or the last one before it; all where that cannot be told."""
    brought = [run for run in runs(steps) if run.revision is not None and run.revision <= revision]
    return brought[-1].steps if brought else steps


class Hiding(Protocol):
    def vault(self, conversation: Conversation, *more: str) -> Vault: ...


class Again(Protocol):
    async def quoted(self, draft: Draft, conversation: Conversation) -> WrittenReply:
        """What the excerpts writer makes of it with the knowledge of today; nothing is stored."""
        ...


@dataclass(frozen=True)
class Why:
    store: Store
    assistant: Assistant
    hiding: Hiding
    again: Again
    clock: Clock

    async def of(self, draft_id: DraftId) -> DraftStory:
        """Raises NotFound."""
        return await self.store.read(lambda records: _story(records, draft_id))

    async def models(self) -> tuple[str, ...]:
        """Installed ones that a draft can be replayed with; none while the server is away."""
        try:
            return await self.assistant.models()
        except NotReady:
            return ()

    async def replay(self, draft_id: DraftId, model: str | None = None) -> Replay:
        """The exact prompt again, told to the same model or to `model`; a draft that was quoted is quoted again from today's
        knowledge. Raises NotFound, NotReady, BadInput when there is nothing that could be told to a model."""
        story = await self.of(draft_id)
        conversation = await self.store.read(lambda records: records.tickets.conversation(story.draft.ticket_id))
        if story.trace is not None and story.trace.prompt:
            return await self._told_again(story, story.trace, conversation, model or "")
        if model:
            raise BadInput("model", 0, "this draft was quoted from the knowledge base: no model was told anything")
        return await self._quoted_again(story, conversation)

    async def variants(self, draft_id: DraftId) -> tuple[Variant, ...]:
        """Earlier texts of this ticket's drafts since the customer's last message, newest first, without the one on display."""
        return await self.store.read(lambda records: self._variants(records, draft_id))

    async def _told_again(self, story: DraftStory, trace: Trace, conversation: Conversation, model: str) -> Replay:
        vault = self.hiding.vault(_until(conversation, _written_at(story)), story.draft.hint)
        told = await self.assistant.repeat(trace, model, lambda _: None)
        printed = _printed(seen.passage for seen in story.passages)
        before, after = (vault.restore(text, printed).text for text in (trace.said.strip(), told.text))
        by = (_named(trace.model, trace.digest), _named(told.model, told.digest))
        return Replay(story.draft.id, by, before, after, (trace.figures, told.figures), _options(trace.options, told.options))

    async def _quoted_again(self, story: DraftStory, conversation: Conversation) -> Replay:
        draft = story.draft
        begun = self.clock.seconds()
        reply = await self.again.quoted(draft, _until(conversation, _written_at(story)))
        took = {"seconds": round(self.clock.seconds() - begun, 3)}
        then = {"seconds": round(story.seconds, 3)} if story.steps else {}
        by = (story.draft.fingerprint.writer if story.draft.fingerprint else "", reply.writer)
        notes = tuple(_sources(draft.citations, reply.citations))
        return Replay(draft.id, by, draft.text, reply.text or reply.missing, (then, took), notes)

    async def _variants(self, records: Records, draft_id: DraftId) -> tuple[Variant, ...]:
        shown = await records.drafts.get(draft_id)
        conversation = await records.tickets.conversation(shown.ticket_id)
        last = conversation.last_customer_message
        drafts = [one for one in await records.drafts.of_ticket(shown.ticket_id) if last is None or one.created_at >= last.at]
        found = [variant for draft in drafts for variant in await self._texts(records, draft, conversation)]
        distinct = {one.text.strip(): one for one in reversed(found) if one.text.strip() != shown.text.strip()}
        return tuple(sorted(distinct.values(), key=lambda one: (one.draft_id, one.revision), reverse=True))

    async def _texts(self, records: Records, draft: Draft, conversation: Conversation) -> list[Variant]:
        """Its text, and those of its earlier revisions, in the same frame."""
        vault, frame = self.hiding.vault(conversation, draft.hint), parts_of(draft.text)
        by = draft.fingerprint
        named = (by.model or by.writer) if by else ""
        found = [Variant(draft.id, draft.revision, draft.text, named, draft.updated_at, draft.state)] if draft.text else []
        for kept in await records.steps.traces(draft.id):
            if kept.revision < draft.revision and kept.trace.said and not kept.trace.is_broken_off:
                given = await records.knowledge.passages([PassageId(key) for key in kept.trace.passages])
                said = vault.restore(kept.trace.said.strip(), _printed(given)).text
                said = said if parts_of(said).greeting else f"{frame.greeting}{said}{frame.closing}"
                by_whom = kept.trace.model or kept.trace.writer
                found.append(Variant(draft.id, kept.revision, said, by_whom, kept.at, draft.state))
        return found


async def _story(records: Records, draft_id: DraftId) -> DraftStory:
    draft = await records.drafts.get(draft_id)
    steps = await records.steps.of(draft_id)
    traces = await records.steps.traces(draft_id)
    trace = next((kept.trace for kept in traces if kept.revision <= draft.revision), None)
    shown = on_display(steps, draft.revision)
    vetoed = {code for step in shown if step.step is Step.COMPLY for code in step.details.get("vetoes", ())}
    vetoes = tuple(reason for reason in draft.reasons if reason.code in vetoed)
    passages = await _seen(records, draft, shown, trace)
    earlier = tuple(kept for kept in traces if kept.trace is not trace)
    return DraftStory(draft, tuple(steps), trace, passages, vetoes, earlier)


async def _seen(records: Records, draft: Draft, steps: Sequence[DraftStep], trace: Trace | None) -> tuple[Seen, ...]:
    """Those it was given in their order, then those only cited or found."""
    found: dict[int, tuple[float, ...]] = {}
    brought: set[int] | None = None
    for step in steps:
        if step.step is Step.RETRIEVE:
            found |= {int(row[0]): tuple(float(score) for score in row[1:]) for row in step.details.get("found", ())}
            brought = {int(key) for key in step.details["brought"]} if "brought" in step.details else None
    given = list(trace.passages) if trace else []
    wanted = list(dict.fromkeys([*given, *(int(cited.passage_id) for cited in draft.citations), *found]))
    passages = {int(one.id): one for one in await records.knowledge.passages([PassageId(key) for key in wanted])}
    return tuple(
        Seen(
            key,
            given.index(key) + 1 if key in given else 0,
            passages.get(key),
            found.get(key, ()),
            tuple(cited.n for cited in draft.citations if cited.passage_id == key),
            brought is not None and key in found and key not in brought and not any(found[key][1:]),
        )
        for key in wanted
    )


def _printed(passages: Iterable[Passage | None]) -> frozenset[str]:
    """What looks like a placeholder in articles: it is meant as it stands."""
    return placeholders_in(" ".join(passage.embedded_text for passage in passages if passage is not None))


def _written_at(story: DraftStory) -> datetime:
    """When its words were put down; what was said on the ticket later had no part in it."""
    written = [step.at for step in on_display(story.steps, story.draft.revision) if step.step is Step.GENERATE]
    return written[-1] if written else story.draft.updated_at


def _until(conversation: Conversation, at: datetime) -> Conversation:
    """Customers' messages count from the first on: there is always one that was answered."""
    customers = [m for m in conversation.messages if m.kind is MessageKind.CUSTOMER]
    return replace(conversation, messages=tuple(m for m in conversation.messages if m.at <= at or m in customers[:1]))


def _named(model: str, digest: str) -> str:
    return f"{model}@{digest[:12]}" if digest else model


def _options(then: Mapping[str, object], now: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(
        f"{name} was {then.get(name, 'not set')} then and is {now.get(name, 'not set')} now"
        for name in sorted({*then, *now})
        if then.get(name) != now.get(name)
    )


def _sources(then: Sequence[Citation], now: Sequence[Citation]) -> list[str]:
    old = {(one.path, one.quote): one for one in then}
    new = {(one.path, one.quote): one for one in now}
    gone = [f"no longer quoted: {one.title} ({one.path}:{one.lines[0]})" for key, one in old.items() if key not in new]
    come = [f"quoted now: {one.title} ({one.path}:{one.lines[0]})" for key, one in new.items() if key not in old]
    return gone + come
