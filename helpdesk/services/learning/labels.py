"""A decision becomes a label, in the decision's own transaction; what comes to light later may turn it from right to wrong."""

from collections.abc import Iterable
from datetime import datetime

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.decision import Decision, DecisionKind
from helpdesk.domain.draft import Citation, Draft, Route
from helpdesk.domain.label import RIGHT, Cause, HandedOn, Label
from helpdesk.domain.material_edit import body, material
from helpdesk.ports.store import Records

_PLAIN = {DecisionKind.APPROVE: Cause.APPROVED, DecisionKind.REJECT: Cause.REJECTED}


async def of_decision(records: Records, decision: Decision, draft: Draft, *, signature: str = "") -> Label | None:
    """Keeps what the decision says of `draft`, as it stood when it was made; None, and nothing kept, when it says nothing:
    there was no answer, or it was handed on for another reason. `signature` is the desk's, which is not compared."""
    conversation = await records.tickets.conversation(decision.ticket_id)
    cause = None if draft.abstained or not draft.text.strip() else _cause(decision, draft, conversation, signature)
    if cause is None:
        await records.labels.remove(draft.id)
        return None
    label = Label(
        draft_id=draft.id,
        revision=decision.revision,
        wrong=cause not in RIGHT,
        cause=cause,
        agent=decision.agent,
        decided_at=decision.decided_at,
        at=decision.decided_at,
    )
    await records.labels.put(label)
    return label


async def of_undo(records: Records, decision: Decision) -> None:
    """A decision taken back says nothing."""
    await records.labels.remove(decision.draft_id)


async def retired(records: Records, draft: Draft, cause: Cause, agent: str, at: datetime) -> Label:
    """A person got rid of it without a decision: answered by hand, asked for another draft, closed the ticket."""
    return await _wrong(records, draft, cause, agent, at)


async def unaudited(records: Records, draft: Draft, at: datetime) -> Label:
    """Nobody looked at it for so long that silence must not pass for success."""
    return await _wrong(records, draft, Cause.UNAUDITED, "", at)


async def later(records: Records, draft: Draft, cause: Cause, agent: str, at: datetime) -> bool:
    """Right → wrong for what came to light after the reply went out; False when it counted as wrong already. A reply that left
    by itself has no label yet and gets one. Never the other way: that nobody complains proves nothing."""
    if await records.labels.of_draft(draft.id) is None:
        await _wrong(records, draft, cause, agent, at)
        return True
    return await records.labels.flip(draft.id, cause, at)


async def _wrong(records: Records, draft: Draft, cause: Cause, agent: str, at: datetime) -> Label:
    label = Label(draft.id, draft.revision, True, cause, agent, at, at)
    await records.labels.put(label)
    return label


def _cause(decision: Decision, draft: Draft, conversation: Conversation, signature: str) -> Cause | None:
    if decision.kind is DecisionKind.EDIT:
        return _edited(decision, draft.citations, conversation.requester.name, signature)
    if decision.kind is DecisionKind.ESCALATE:
        return _handed_on(decision, draft)
    return _PLAIN.get(decision.kind)


def _edited(decision: Decision, citations: Iterable[Citation], requester: str, signature: str) -> Cause:
    articles = {cited.n: int(cited.article_id) for cited in citations}
    known = f"{requester} {signature} {decision.agent}"
    before, after = (body(text, articles, signature, known) for text in (decision.before, decision.after))
    return material(before, after) or Cause.REWORDED


def _handed_on(decision: Decision, draft: Draft) -> Cause | None:
    """An agent who says nothing of a draft that was recommended to be sent did not want it sent."""
    if decision.reason == HandedOn.RIGHT:
        return Cause.HANDED_ON
    return Cause.ESCALATED if decision.reason == HandedOn.WRONG or draft.route is Route.SEND else None
