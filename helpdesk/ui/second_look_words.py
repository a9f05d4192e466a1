"""What came of a second look at what was found, in words: the same for the window and the terminal. No Qt."""

from collections.abc import Mapping

from helpdesk.domain.evidence import Evidence, SecondLooked
from helpdesk.ui.language import Words, mark, tr
from helpdesk.ui.reason_words import reason_said

CAME: Mapping[SecondLooked, str] = Words(
    {
        SecondLooked.NOT: "",
        SecondLooked.DONE: mark("looked at a second time"),
        SecondLooked.LATE: mark("the second look took too long, so the order is the first one"),
        SecondLooked.LOADING: mark("the second look is still being loaded"),
    }
)


def second_look_words(evidence: Evidence) -> str:
    """'' where none is set."""
    if evidence.second is SecondLooked.FAILED:
        return tr("no second look: {failure}", failure=reason_said(evidence.failure))
    return CAME[evidence.second]
