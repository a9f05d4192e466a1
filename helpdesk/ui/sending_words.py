"""What the window and the terminal say about answers that leave by themselves."""

from collections.abc import Mapping
from datetime import datetime

from helpdesk.domain.autosend import Mode, Offer, SendingStatus
from helpdesk.domain.conversation import Message, MessageKind, OutboxState
from helpdesk.domain.sending import Alarm, AlarmKind, Consent, ConsentKind, Hold
from helpdesk.ui import wording
from helpdesk.ui.language import Words, mark, number, percent, tr, trn
from helpdesk.ui.reason_words import reason_said

STOP_KEY = "Ctrl+Shift+F9"
"""The one key that stops all sending by itself, from everywhere in the window."""

HOLDS: Mapping[str, str] = Words(
    {
        Hold.OFF: mark("Sending by itself was off"),
        Hold.STOPPED: mark("Sending was stopped"),
        Hold.ALARM: mark("An alarm stood"),
        Hold.CLOCK: mark("The computer's clock jumped"),
        Hold.UNSIGNED: mark("Its certificate was not signed"),
        Hold.NO_CERTIFICATE: mark("No certificate stood"),
        Hold.WRONG_DRAFTER: mark("Another model, prompt or knowledge search wrote it than was proven"),
        Hold.WRONG_SCORER: mark("Another score than the proven one judged it"),
        Hold.UNFROZEN_SCORER: mark("Its score was still being learned"),
        Hold.NO_SCORE: mark("It could not be judged"),
        Hold.NOT_SENDABLE: mark("A rule held it back, or a person had asked for it"),
        Hold.BELOW_CUT: mark("It was not sure enough"),
        Hold.NEVER_TOPIC: mark("A person decides about its topic"),
        Hold.OTHER_TOPIC: mark("Its topic is not among those proven"),
        Hold.AUTOMATIC: mark("A machine wrote to this ticket"),
        Hold.TYPED: mark("The ticket was typed in here, not sent by the customer"),
        Hold.NO_ADDRESS: mark("There was no address to answer to"),
        Hold.OTHER_SENDER: mark("Somebody else than the requester wrote"),
        Hold.ATTACHMENT: mark("The customer sent a file along"),
        Hold.PERSON_AT_IT: mark("A colleague was already at it"),
        Hold.PRESSING: mark("The ticket is urgent or of high priority"),
        Hold.WROTE_AGAIN: mark("The customer wrote again"),
        Hold.SOURCE_CHANGED: mark("An article it stood on changed"),
        Hold.CUSTOMER_LIMIT: mark("The customer had enough such answers that day"),
        Hold.VOLUME: mark("Far more answers than usual could have left"),
        Hold.FLAGGED: mark("Drawn by lot to be checked"),
        Hold.TAKEN_BACK: mark("A person took it back"),
    }
)
MODES: Mapping[str, str] = Words(
    {
        Mode.OFF: mark("Off"),
        Mode.ON: mark("On"),
        Mode.OVERRIDDEN: mark("On without proof"),
        Mode.UNPROVEN: mark("Waiting for a signature or a certificate"),
        Mode.PAUSED: mark("Paused by an alarm"),
        Mode.STOPPED: mark("Stopped"),
    }
)
CONSENTS: Mapping[str, str] = Words(
    {
        ConsentKind.ON: mark("Turned on"),
        ConsentKind.OVERRIDE: mark("Turned on without proof"),
        ConsentKind.OFF: mark("Turned off"),
        ConsentKind.STOP: mark("Stopped"),
        ConsentKind.RESUME: mark("Allowed again"),
    }
)
ALARMS: Mapping[str, str] = Words(
    {
        AlarmKind.DRIFT: mark("more answers than promised turned out wrong"),
        AlarmKind.VOLUME: mark("far more answers than usual could have left in one hour"),
        AlarmKind.CLOCK: mark("the computer's clock went back"),
        AlarmKind.STOPPED: mark("somebody stopped all sending"),
    }
)
LEFT: Mapping[str, str] = Words(
    {
        OutboxState.QUEUED: mark("Leaves soon"),
        OutboxState.SENDING: mark("Leaving now"),
        OutboxState.SENT: mark("Left"),
        OutboxState.UNCERTAIN: mark("Perhaps left"),
        OutboxState.FAILED: mark("Did not leave"),
        OutboxState.UNDONE: mark("Taken back"),
    }
)


def by_what(certificate_id: int | None) -> str:
    """How an answer of the desk's own is marked."""
    return tr("sent by the desk itself, {by_right}", by_right=by_right(certificate_id))


def by_right(certificate_id: int | None) -> str:
    return (
        tr("without a certificate")
        if certificate_id is None
        else tr("certificate #{certificate_id}", certificate_id=certificate_id)
    )


def alarm(one: Alarm, now: datetime) -> str:
    """'Ada stopped all sending (the new hub is white), 14:02'"""
    agent, why = (reason_said(str(one.details.get(name) or "")).rstrip(".") for name in ("agent", "words"))
    stopped_by = one.kind is AlarmKind.STOPPED and agent
    what = tr("{agent} stopped all sending", agent=agent) if stopped_by else ALARMS[one.kind]
    said = why if stopped_by else ": ".join(filter(None, (agent, why)))
    return f"{what}{f' ({said})' if said else ''}, {wording.when(one.at, now)}"


def state(status: SendingStatus, now: datetime) -> str:
    """One paragraph: what happens now and why."""
    if status.mode is Mode.OFF or status.consent is None:
        proven = tr(" Something is proven, though: read it, and sign it if you want it.") if status.unsigned else ""
        stopped = tr(" Besides, all sending is stopped.") if status.stop is not None else ""
        return tr(
            "Every answer is approved by a person; nothing leaves by itself.{proven}{stopped}", proven=proven, stopped=stopped
        )
    if status.mode in (Mode.STOPPED, Mode.PAUSED):
        reasons = "; ".join(alarm(one, now) for one in status.alarms) or tr("somebody stopped all sending")
        return tr("Nothing leaves by itself until an admin allows it again: {reasons}.", reasons=reasons)
    if status.mode is Mode.OVERRIDDEN:
        return tr(
            "Answers from {threshold} on leave by themselves. This is not proven: nobody knows how many of them "
            "are wrong. {signed_by}",
            threshold=number(status.consent.threshold or 0.0, 2),
            signed_by=signed_by(status.consent, now),
        )
    if status.mode is Mode.UNPROVEN:
        return tr(
            "Nothing leaves by itself: {why}. {signed_by}", why=unproven(status), signed_by=signed_by(status.consent, now)
        )
    return tr("Proven answers leave by themselves. {signed_by}", signed_by=signed_by(status.consent, now))


def unproven(status: SendingStatus) -> str:
    """Why nothing that was signed holds now."""
    why = tr("a new certificate waits for a signature") if status.unsigned else tr("what was signed is not proven any more")
    return f"{why} ({reason_said(status.lost).rstrip('.')})" if status.lost else why


def signed_by(consent: Consent, now: datetime) -> str:
    return tr("Signed by {agent}, {when}.", agent=consent.agent, when=wording.when(consent.at, now))


def author(message: Message) -> str:
    """Who wrote it. Only what we sent can be signed by the desk itself."""
    return reason_said(message.author) if message.kind is MessageKind.PUBLIC_REPLY else message.author


def kind_words(message: Message) -> str:
    """What it is, and who does not see it."""
    if message.kind is MessageKind.INTERNAL_NOTE:
        return tr("Internal note · not sent to the customer")
    if message.kind is MessageKind.FORWARD:
        return tr("Forwarded to {whom} · not shown to the customer", whom=message.to)
    if message.kind is MessageKind.THIRD_PERSON:
        return tr("From a third person · not shown to the customer")
    return wording.MESSAGE_KINDS[message.kind]


def offered(offer: Offer) -> str:
    """What it takes off people's hands, or would."""
    if not offer.drafted:
        return tr("No draft was judged in the last four weeks.")
    hours = offer.minutes_a_week / 60
    saved = (
        tr("{hours} hours", hours=number(hours, 1))
        if hours >= 2
        else tr("{minutes_a_week} minutes", minutes_a_week=number(offer.minutes_a_week))
    )
    return tr(
        "{share} of the drafts can leave by themselves ({able} of {drafted} in {days} days, {a_week} a week): about {saved} of "
        "work saved a week. {how}",
        share=percent(offer.share),
        able=number(offer.able),
        drafted=number(offer.drafted),
        days=round(offer.days),
        a_week=number(offer.a_week),
        saved=saved,
        how=reason_said(offer.how),
    )


def went_back(answers: int) -> str:
    if not answers:
        return tr("Nothing was on its way.")
    return trn("{n} answer went back to the review queue.", "{n} answers went back to the review queue.", answers)


def held(code: str) -> str:
    """Words for a stored code; one that a newer version wrote is shown as it is."""
    return HOLDS[Hold(code)] if code in set(Hold) else code
