"""What the notice above the draft says, and the toast after a decision."""

from helpdesk.domain.decision import Decided, DecisionKind
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.errors import DraftWasATest, NotYetSaid
from helpdesk.services.pipeline import Outlook
from helpdesk.ui import wording
from helpdesk.ui.review.contract import Notice, Offer, Sheet, Weight

SUPERSEDED = Notice(
    "The customer wrote again or someone replied; this is the new draft.", Weight.WARNING, title="Ticket moved on."
)
SUPERSEDED_WITH_TEXT = Notice(
    "This is the new draft. The text you were writing is kept.", Weight.WARNING, Offer.USE_MY_TEXT, "Ticket moved on."
)
SUPERSEDED_WHILE_EDITING = Notice(
    "The customer wrote again or someone replied while you were writing. Your text stays here until you look.",
    Weight.WARNING,
    Offer.SHOW_NEW_DRAFT,
    "Ticket moved on.",
)
REWRITTEN = Notice("The model is back: this draft was written anew.", Weight.WARNING, title="The draft changed.")
IMPROVABLE = Notice(
    "Quoted while the model was away; it is written anew when the model is back, unless you begin to work on it.",
    Weight.QUIET,
    Offer.MODEL_SETTINGS,
)
QUOTED = Notice("Quoted from the knowledge base; no model wrote it.", Weight.QUIET, Offer.MODEL_SETTINGS)
OF_EVERY_DRAFT = (IMPROVABLE, QUOTED)
"""They would stand above every draft of a desk without a model; once waved away they are said no more."""
UNDONE = Notice("The decision was taken back; the text is as you left it.")

ENDED = {
    DraftState.APPROVED: "This draft was approved; the reply is on its way.",
    DraftState.SENT: "This draft was sent.",
    DraftState.REJECTED: "This draft was rejected.",
    DraftState.ESCALATED: "This draft was escalated.",
    DraftState.SUPERSEDED: "A newer draft or a reply has taken the place of this one.",
}


def of_sheet(sheet: Sheet, writer: str) -> Notice | None:
    """The one thing worth saying about an open draft; `writer` is the setting of that name."""
    draft = sheet.draft
    if sheet.held_by:
        return Notice(f"{sheet.held_by} has this draft open; you can read it.", Weight.WARNING, Offer.NEXT, "Someone is on it.")
    if draft.state is DraftState.IN_REVIEW:
        return of_written(draft, writer)
    if draft.state is DraftState.REQUESTED:
        return Notice("The draft is being written …", Weight.BUSY)
    if draft.state is DraftState.FAILED:
        return Notice(draft.failure or "No reply could be written.", Weight.ERROR, Offer.DRAFT_AGAIN, "Drafting failed.")
    return Notice(ENDED[draft.state])


def of_written(draft: Draft, writer: str) -> Notice | None:
    if draft.abstained:
        return Notice(draft.missing or "Nothing in the knowledge base answers this.", Weight.WARNING, title="Missing:")
    if draft.improvable:
        return IMPROVABLE
    if draft.fingerprint is not None and draft.fingerprint.writer == "excerpts" and writer != "excerpts":
        return QUOTED
    return None


def of_decision(decided: Decided, sheet: Sheet) -> str:
    requester = sheet.item.conversation.requester
    whom = requester.name or requester.email
    match decided.decision.kind:
        case DecisionKind.APPROVE | DecisionKind.EDIT:
            return f"Reply to {whom} is on its way."
        case DecisionKind.REJECT:
            reason = wording.REJECT_REASONS.get(decided.decision.reason, decided.decision.reason)
            return f"Draft for {whom} rejected: {reason.lower()}."
    return f"Ticket of {whom} escalated."


def not_decided(error: Exception) -> Notice:
    said = wording.of(error)
    return Notice(f"{said.sentence} Nothing was sent.", Weight.ERROR, Offer.NONE, f"{said.title}.")


def not_yet_said(error: NotYetSaid, *, doubted: bool) -> Notice:
    """`doubted`: a sentence of the editor has no source, and may be gone to and corrected."""
    said = wording.of(error)
    fix = Offer.GO_TO_SENTENCE if doubted else Offer.NONE
    return Notice(said.sentence, Weight.WARNING, Offer.SEND_ANYWAY, f"{said.title}.", fix)


def was_a_test(error: DraftWasATest) -> Notice:
    said = wording.of(error)
    return Notice(said.sentence, Weight.QUIET if error.caught else Weight.WARNING, title=f"{said.title}.")


def not_saved(error: Exception) -> Notice:
    said = wording.of(error)
    return Notice(f"{said.sentence} Your text is still in the editor.", Weight.ERROR, Offer.RETRY_SAVING, f"{said.title}.")


def outlook(ahead: Outlook) -> str:
    """'3 drafts are being written, about 2 minutes', '3 drafts are waiting: the computer runs on battery'."""
    drafts = "1 draft is" if ahead.waiting == 1 else f"{ahead.waiting:,} drafts are"
    if ahead.paused:
        return f"{drafts} waiting: {ahead.paused}"
    lasts = f", {wording.duration(ahead.seconds)}" if ahead.seconds is not None else ""
    return f"{drafts} being written{lasts}"
