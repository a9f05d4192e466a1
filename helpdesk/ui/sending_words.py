"""What the window and the terminal say about answers that leave by themselves."""

from collections.abc import Mapping
from datetime import datetime

from helpdesk.domain.autosend import Mode, Offer, SendingStatus
from helpdesk.domain.conversation import OutboxState
from helpdesk.domain.sending import Alarm, AlarmKind, Consent, ConsentKind, Hold
from helpdesk.domain.signature import percent
from helpdesk.ui import wording

STOP_KEY = "Ctrl+Shift+F9"
"""The one key that stops all sending by itself, from everywhere in the window."""

HOLDS: Mapping[str, str] = {
    Hold.OFF: "Sending by itself was off",
    Hold.STOPPED: "Sending was stopped",
    Hold.ALARM: "An alarm stood",
    Hold.CLOCK: "The computer's clock jumped",
    Hold.UNSIGNED: "Its certificate was not signed",
    Hold.NO_CERTIFICATE: "No certificate stood",
    Hold.WRONG_DRAFTER: "Another model, prompt or knowledge search wrote it than was proven",
    Hold.WRONG_SCORER: "Another score than the proven one judged it",
    Hold.UNFROZEN_SCORER: "Its score was still being learned",
    Hold.NO_SCORE: "It could not be judged",
    Hold.NOT_SENDABLE: "A rule held it back, or a person had asked for it",
    Hold.BELOW_CUT: "It was not sure enough",
    Hold.NEVER_TOPIC: "A person decides about its topic",
    Hold.OTHER_TOPIC: "Its topic is not among those proven",
    Hold.AUTOMATIC: "A machine wrote to this ticket",
    Hold.TYPED: "The ticket was typed in here, not sent by the customer",
    Hold.NO_ADDRESS: "There was no address to answer to",
    Hold.OTHER_SENDER: "Somebody else than the requester wrote",
    Hold.ATTACHMENT: "The customer sent a file along",
    Hold.PERSON_AT_IT: "A colleague was already at it",
    Hold.PRESSING: "The ticket is urgent or of high priority",
    Hold.WROTE_AGAIN: "The customer wrote again",
    Hold.SOURCE_CHANGED: "An article it stood on changed",
    Hold.CUSTOMER_LIMIT: "The customer had enough such answers that day",
    Hold.VOLUME: "Far more answers than usual could have left",
    Hold.FLAGGED: "Drawn by lot to be checked",
    Hold.TAKEN_BACK: "A person took it back",
}
MODES: Mapping[str, str] = {
    Mode.OFF: "Off",
    Mode.ON: "On",
    Mode.OVERRIDDEN: "On without proof",
    Mode.UNPROVEN: "Waiting for a signature or a certificate",
    Mode.PAUSED: "Paused by an alarm",
    Mode.STOPPED: "Stopped",
}
CONSENTS: Mapping[str, str] = {
    ConsentKind.ON: "Turned on",
    ConsentKind.OVERRIDE: "Turned on without proof",
    ConsentKind.OFF: "Turned off",
    ConsentKind.STOP: "Stopped",
    ConsentKind.RESUME: "Allowed again",
}
ALARMS: Mapping[str, str] = {
    AlarmKind.DRIFT: "more answers than promised turned out wrong",
    AlarmKind.VOLUME: "far more answers than usual could have left in one hour",
    AlarmKind.CLOCK: "the computer's clock went back",
    AlarmKind.STOPPED: "somebody pulled the stop",
}
LEFT: Mapping[str, str] = {
    OutboxState.QUEUED: "Leaves soon",
    OutboxState.SENDING: "Leaving now",
    OutboxState.SENT: "Left",
    OutboxState.UNCERTAIN: "Perhaps left",
    OutboxState.FAILED: "Did not leave",
    OutboxState.UNDONE: "Taken back",
}


def by_what(certificate_id: int | None) -> str:
    """How an answer of the desk's own is marked."""
    return f"sent by the desk itself, {by_right(certificate_id)}"


def by_right(certificate_id: int | None) -> str:
    return "without a certificate" if certificate_id is None else f"certificate #{certificate_id}"


def alarm(one: Alarm, now: datetime) -> str:
    """'somebody pulled the stop: Ada, 14:02'"""
    said = ": ".join(str(one.details[name]) for name in ("agent", "words") if one.details.get(name))
    return f"{ALARMS[one.kind]}{f' ({said})' if said else ''}, {wording.when(one.at, now)}"


def state(status: SendingStatus, now: datetime) -> str:
    """One paragraph: what happens now and why."""
    if status.mode is Mode.OFF or status.consent is None:
        proven = " Something is proven, though: read it, and sign it if you want it." if status.unsigned else ""
        stopped = " The stop is pulled, too." if status.stop is not None else ""
        return f"Every answer is approved by a person; nothing leaves by itself.{proven}{stopped}"
    if status.mode in (Mode.STOPPED, Mode.PAUSED):
        reasons = "; ".join(alarm(one, now) for one in status.alarms) or "somebody pulled the stop"
        return f"Nothing leaves by itself until an admin allows it again: {reasons}."
    if status.mode is Mode.OVERRIDDEN:
        return (
            f"Answers from {status.consent.threshold:.2f} on leave by themselves. This is not proven: nobody knows how many of "
            f"them are wrong. {signed_by(status.consent, now)}"
        )
    if status.mode is Mode.UNPROVEN:
        why = "a new certificate waits for a signature" if status.unsigned else "what was signed is not proven any more"
        return f"Nothing leaves by itself: {why}. {signed_by(status.consent, now)}"
    return f"Proven answers leave by themselves. {signed_by(status.consent, now)}"


def signed_by(consent: Consent, now: datetime) -> str:
    return f"Signed by {consent.agent}, {wording.when(consent.at, now)}."


def offered(offer: Offer) -> str:
    """What it would take off people's hands."""
    if not offer.drafted:
        return "No draft was judged in the last four weeks."
    hours = offer.minutes_a_week / 60
    saved = f"{hours:.1f} hours" if hours >= 2 else f"{offer.minutes_a_week:.0f} minutes"
    return (
        f"It would take {percent(offer.share)} of the drafts ({offer.able:,} of {offer.drafted:,} in "
        f"{round(offer.days)} days, {offer.a_week:.0f} a week) and save about {saved} of work a week. {offer.how}"
    )


def went_back(answers: int) -> str:
    if not answers:
        return "Nothing was on its way."
    return f"{answers} {'answer' if answers == 1 else 'answers'} went back to the review queue."


def held(code: str) -> str:
    """Words for a stored code; one that a newer version wrote is shown as it is."""
    return HOLDS[Hold(code)] if code in set(Hold) else code
