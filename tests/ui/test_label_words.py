"""Every reason a draft counts as right or wrong has words."""

from datetime import UTC, datetime

from helpdesk.domain.ids import DraftId
from helpdesk.domain.label import LATER, RIGHT, UNJUDGED, Cause, HandedOn, Label
from helpdesk.ui import label_words

AT = datetime(2026, 11, 20, tzinfo=UTC)


def test_every_cause_has_words() -> None:
    assert set(label_words.CAUSES) == set(Cause)
    assert set(label_words.HANDED_ON) == {None, *HandedOn}
    assert not RIGHT & UNJUDGED
    assert LATER < UNJUDGED


def test_a_label_is_one_sentence_with_what_it_was_before() -> None:
    right = Label(DraftId(7), 1, False, Cause.REWORDED, "Ada", AT, AT)
    assert label_words.of(right) == "Draft 7 counts as right: only its wording was changed."
    turned = Label(DraftId(7), 1, True, Cause.REWORDED, "Ada", AT, AT, Cause.BAD_RATING)
    assert label_words.of(turned) == (
        "Draft 7 counts as wrong: the customer rated the answer low (before: only its wording was changed)."
    )
