"""Why what governs sending by itself was left as it was."""

from collections.abc import Callable, Mapping
from typing import Any

from helpdesk.domain import errors as e
from helpdesk.domain.autosend import Lack
from helpdesk.ui.said import Said

LACKS: Mapping[str, tuple[str, str]] = {
    Lack.NAME: ("A signature needs a name: set yours in Preferences, You. Nothing was changed.", "Open Preferences"),
    Lack.WORDS: ("Type exactly this, and nothing is sent before you did: {wanted}.", "Type it again"),
    Lack.REASON: (
        "Write in a few words what you looked at and why sending may go on; it is kept. Nothing was changed.",
        "Write the reason",
    ),
    Lack.CERTIFICATE: (
        "There is no certificate to sign. Set a goal and review drafts as ever; Insights, Sending says how many are still "
        "needed.",
        "Show what is needed",
    ),
    Lack.RESUME: (
        "A stop or an alarm stands. Look at it, then allow sending again in Insights, Sending, or by helpdesk autosend resume.",
        "Show the alarm",
    ),
    Lack.MOVED: ("What is proven changed since it was shown; read it again, then sign.", "Read it again"),
    Lack.LINE: ("The fixed line must be from {wanted}. Nothing was changed.", "Choose another line"),
    Lack.NOTHING: ("No stop and no alarm stands; there is nothing to allow again.", "Show the state"),
}


def _not_signed(error: e.NotSigned) -> Said:
    sentence, action = LACKS.get(error.lack, LACKS[Lack.WORDS])
    return Said("Sending by itself not changed", sentence.format(wanted=error.wanted), action)


SPEAKERS: Mapping[type[e.HelpdeskError], Callable[[Any], Said]] = {e.NotSigned: _not_signed}
