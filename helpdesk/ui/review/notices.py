"""What the notice above the draft says, and the toast after a decision."""

import re
from collections.abc import Sequence

from helpdesk.domain.conversation import Conversation
from helpdesk.domain.decision import Decided, DecisionKind
from helpdesk.domain.draft import Draft, DraftState
from helpdesk.domain.errors import DraftWasATest, NotYetSaid
from helpdesk.domain.shift import Shift
from helpdesk.domain.ticket_news import NewsKind, TicketNews, news
from helpdesk.services.pipeline import Outlook
from helpdesk.ui import wording
from helpdesk.ui.kit.plain import one_line
from helpdesk.ui.language import Words, lowered, mark, tr, trn
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.review.contract import Notice, Offer, Sheet, Weight

SUPERSEDED_WHILE_EDITING = Notice(
    mark("The customer wrote again or someone replied while you were writing. Your text stays here until you look."),
    Weight.WARNING,
    Offer.SHOW_NEW_DRAFT,
    mark("Ticket moved on"),
)
REWRITTEN = Notice(mark("The model is back: this draft was written anew."), Weight.WARNING, title=mark("The draft changed"))
IMPROVABLE = Notice(
    mark(
        "Quoted while the model was away; written anew when the model is back and nobody has it open. "
        "“Draft again” does it now."
    ),
    Weight.QUIET,
    Offer.MODEL_SETTINGS,
)
QUOTED = Notice(mark("Quoted from the knowledge base; no model wrote it."), Weight.QUIET, Offer.MODEL_SETTINGS)
HINT_UNHEARD = mark(
    "Only a model can follow “{hint}”, and none wrote this: it was only searched with. "
    "Change the text yourself, or draft again once a model is there."
)
LONGEST_HINT = 60
OF_EVERY_DRAFT = (IMPROVABLE, QUOTED)
"""They would stand above every draft of a desk without a model; once waved away they are said no more."""
FREE = Notice(mark("Nobody else has this draft open any more: it is yours."))
UNDONE = Notice(mark("The decision was taken back; the text is as you left it."))

LONGEST = 180
QUESTION = re.compile("[^“”„]*[“„][^“”]*[“”][^“”]*?[.]")
"""The first sentence, through the question it quotes."""
"""Characters: two lines above the editor of a small window."""

NEWS = {
    NewsKind.CUSTOMER_WROTE: mark("{by} wrote again: “{words}”"),
    NewsKind.REPLIED: mark("{by} replied: “{words}”"),
    NewsKind.NOTED: mark("{by} left a note: “{words}”"),
    NewsKind.FORWARDED: mark("{by} forwarded a message: “{words}”"),
    NewsKind.THIRD_PERSON_WROTE: mark("{by}, a third person, answered: “{words}”"),
}
ENDED = Words(
    {
        DraftState.APPROVED: mark("This draft was approved; the reply is on its way."),
        DraftState.SENT: mark("This draft was sent."),
        DraftState.REJECTED: mark("This draft was rejected."),
        DraftState.ESCALATED: mark("This draft was escalated."),
        DraftState.SUPERSEDED: mark("A newer draft or a reply has taken the place of this one."),
    }
)


def of_sheet(sheet: Sheet, writer: str) -> Notice | None:
    """The one thing worth saying about an open draft; `writer` is the setting of that name."""
    draft = sheet.draft
    if sheet.held_by:
        return Notice(
            tr("{held_by} has this draft open; you can read it.", held_by=sheet.held_by),
            Weight.WARNING,
            Offer.NEXT,
            tr("Someone is on it"),
        )
    if draft.state is DraftState.IN_REVIEW:
        return of_written(draft, writer)
    if draft.state is DraftState.REQUESTED:
        return Notice(tr("The draft is being written…"), Weight.BUSY)
    if draft.state is DraftState.FAILED:
        return Notice(
            reason_said(draft.failure) or tr("No reply could be written."),
            Weight.ERROR,
            Offer.DRAFT_AGAIN,
            tr("Drafting failed"),
        )
    return Notice(ENDED[draft.state])


def of_written(draft: Draft, writer: str) -> Notice | None:
    if draft.hint and draft.fingerprint is not None and draft.fingerprint.writer == "excerpts":
        said = tr(HINT_UNHEARD, hint=cut(one_line(draft.hint), LONGEST_HINT))
        return Notice(said, Weight.WARNING, Offer.MODEL_SETTINGS, tr("Your hint was not followed"))
    if draft.abstained:
        return Notice(
            brief(reason_said(draft.missing)) or tr("Nothing in the knowledge base answers this."),
            Weight.WARNING,
            title=tr("Missing:"),
        )
    if draft.improvable and writer != "excerpts":
        return IMPROVABLE
    if draft.fingerprint is not None and draft.fingerprint.writer == "excerpts" and writer != "excerpts":
        return QUOTED
    return None


def brief(words: str) -> str:
    """What nothing answers, two lines at most. Where was looked is said by the first reason beside the draft, and the editor
    needs the room."""
    first = QUESTION.match(words)
    if first is not None and first[0] != words.strip():
        words = f"{first[0]} …"
    return cut(words, LONGEST)


def cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def superseded(before: Conversation, carried: bool, sheet: Sheet) -> Notice:
    """`before` is the conversation as the agent read it; `carried`: what they were writing can be put into the new draft."""
    found = news(before, sheet.item.conversation)
    said = told(found) or tr("Another draft was asked for.")
    kept = tr("The text you were writing is kept.") if carried else ""
    words = " ".join(part for part in (said, tr("This is the new draft."), kept) if part)
    return Notice(words, Weight.WARNING, Offer.USE_MY_TEXT if carried else Offer.NONE, tr("Ticket moved on"))


def of_news(found: Sequence[TicketNews]) -> Notice | None:
    """The draft is the same, the ticket is not."""
    return Notice(told(found), Weight.WARNING, title=tr("Ticket moved on")) if found else None


def told(found: Sequence[TicketNews]) -> str:
    said = []
    for one in found:
        if one.status is not None:
            said.append(tr("The ticket is {status} now.", status=lowered(wording.STATUSES[one.status])))
        else:
            said.append(tr(NEWS[one.kind], by=one.by, words=one.words))
    return " ".join(said)


def of_decision(decided: Decided, sheet: Sheet) -> str:
    requester = sheet.item.conversation.requester
    whom = requester.name or requester.email
    match decided.decision.kind:
        case DecisionKind.APPROVE | DecisionKind.EDIT:
            return tr("Reply to {whom} is on its way.", whom=whom)
        case DecisionKind.REJECT:
            reason = wording.REJECT_REASONS.get(decided.decision.reason, decided.decision.reason)
            return tr("Draft for {whom} rejected: {reason}.", whom=whom, reason=lowered(reason))
    return tr("Ticket of {whom} escalated.", whom=whom)


def not_decided(error: Exception) -> Notice:
    said = wording.of(error)
    return Notice(tr("{sentence} Nothing was sent.", sentence=said.sentence), Weight.ERROR, Offer.NONE, said.title)


def not_yet_said(error: NotYetSaid, *, doubted: bool) -> Notice:
    """`doubted`: a sentence of the editor has no source, and may be gone to and corrected."""
    said = wording.of(error)
    fix = Offer.GO_TO_SENTENCE if doubted else Offer.NONE
    return Notice(said.sentence, Weight.WARNING, Offer.SEND_ANYWAY, said.title, fix)


def was_a_test(error: DraftWasATest) -> Notice:
    said = wording.of(error)
    return Notice(said.sentence, Weight.QUIET if error.caught else Weight.WARNING, title=said.title)


def not_saved(error: Exception) -> Notice:
    said = wording.of(error)
    return Notice(
        tr("{sentence} Your text is still in the editor.", sentence=said.sentence),
        Weight.ERROR,
        Offer.RETRY_SAVING,
        said.title,
    )


def outlook(ahead: Outlook) -> str:
    """'3 drafts are being written, about 2 minutes', '3 drafts are waiting: the computer runs on battery'; '' when none is."""
    if not ahead.waiting:
        why = reason_said(ahead.paused_anew)
        return tr("The model is back; quoted drafts wait: {paused}", paused=why) if why else ""
    if ahead.paused:
        return trn(
            "{n} draft is waiting: {paused}",
            "{n} drafts are waiting: {paused}",
            ahead.waiting,
            paused=reason_said(ahead.paused),
        )
    lasts = f", {wording.duration(ahead.seconds)}" if ahead.seconds is not None else ""
    return trn("{n} draft is being written{lasts}", "{n} drafts are being written{lasts}", ahead.waiting, lasts=lasts)


def of_shift(shift: Shift) -> str:
    """'14 done today · the rest in about 35 minutes'."""
    done = trn("{n} done today", "{n} done today", shift.done) if shift.done else ""
    left = shift.waiting and shift.seconds is not None
    rest = tr("the rest in {duration}", duration=wording.duration(shift.seconds)) if left and shift.seconds is not None else ""
    return " · ".join(part for part in (done, rest) if part)
