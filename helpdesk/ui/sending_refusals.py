"""Why what governs sending by itself was left as it was."""

from collections.abc import Callable, Mapping
from typing import Any

from helpdesk.domain import errors as e
from helpdesk.domain.autosend import Lack
from helpdesk.ui.language import mark, tr
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.said import Said

LACKS: Mapping[str, tuple[str, str]] = {
    Lack.NAME: (
        mark("A signature needs a name: set yours in Preferences, You. Nothing was changed."),
        mark("Open Preferences"),
    ),
    Lack.WORDS: (mark("Type exactly this, and nothing is sent before you did: {wanted}."), mark("Type it again")),
    Lack.REASON: (
        mark("Write in a few words what you looked at and why sending may go on; it is kept. Nothing was changed."),
        mark("Write the reason"),
    ),
    Lack.CERTIFICATE: (
        mark(
            "There is no certificate to sign. Set a goal and review drafts as ever; Insights, Sending says how many are still "
            "needed."
        ),
        mark("Show what is needed"),
    ),
    Lack.RESUME: (
        mark(
            "A stop or an alarm stands. Look at it, then allow sending again in Insights, Sending, or by "
            "helpdesk autosend resume."
        ),
        mark("Show the alarm"),
    ),
    Lack.MOVED: (mark("What is proven changed since it was shown; read it again, then sign."), mark("Read it again")),
    Lack.LINE: (mark("The fixed line must be from {wanted}. Nothing was changed."), mark("Choose another line")),
    Lack.NOTHING: (mark("No stop and no alarm stands; there is nothing to allow again."), mark("Show the state")),
}


def _not_signed(error: e.NotSigned) -> Said:
    sentence, action = LACKS.get(error.lack, LACKS[Lack.WORDS])
    return Said(tr("Sending by itself not changed"), tr(sentence, wanted=reason_said(error.wanted)), tr(action))


SPEAKERS: Mapping[type[e.HelpdeskError], Callable[[Any], Said]] = {e.NotSigned: _not_signed}
