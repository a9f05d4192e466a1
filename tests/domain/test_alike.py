"""Which drafts say the same, and whose name may not travel along."""

from datetime import UTC, datetime, timedelta

from helpdesk.domain.alike import AlikeDraft, named_in, sameness, with_body
from helpdesk.domain.ids import DraftId, TicketId
from helpdesk.domain.shift import Shift, shift

ANA = "Hi Ana,\n\nYou can return any article within 30 days. [1]\n\nKind regards\nAda"
BEN = "Hi Ben,\n\nYou can return any article within 30 days. [2]\n\nKind regards\nAda"
NINE = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def test_letters_that_differ_in_name_and_marks_only_say_the_same() -> None:
    assert sameness(ANA, BEN, "Ada") == 1.0


def test_another_answer_does_not() -> None:
    assert sameness(ANA, "Hi Ben,\n\nOpened software is excluded from that.\n\nKind regards\nAda", "Ada") < 0.5
    assert sameness(ANA, "Hi Ben,\n\nKind regards\nAda", "Ada") == 0.0


def test_a_body_goes_between_each_ones_own_greeting_and_closing() -> None:
    assert with_body(BEN, "Until Sunday, gladly.", "Ada") == "Hi Ben,\n\nUntil Sunday, gladly.\n\nKind regards\nAda"


def test_a_customers_name_or_address_is_seen() -> None:
    assert named_in("Dear all, as Ana said", "Ana Ruiz", "ana@x.example") == "Ana"
    assert named_in("write to ANA@x.example", "", "ana@x.example") == "ana@x.example"
    assert named_in("You can return any article, Al", "Al Bo", "al@x.example") == ""


def test_what_a_person_must_look_at_is_not_ticked_from_the_start() -> None:
    one = AlikeDraft(DraftId(1), TicketId(1), 1, "Ben", "Back?", "Can I?", BEN, 1.0)
    assert one.offered
    assert not AlikeDraft(DraftId(1), TicketId(1), 1, "Ben", "Back?", "Can I?", BEN, 1.0, to_person=True).offered
    assert not AlikeDraft(DraftId(1), TicketId(1), 1, "Ben", "Back?", "Can I?", BEN, 1.0, held_by="Kim").offered
    assert not AlikeDraft(DraftId(1), TicketId(1), 1, "Ben", "Back?", "Can I?", BEN, 0.7).offered


def test_a_shift_is_told_by_the_pace_of_today_without_the_lunch_break() -> None:
    minutes = (0, 1, 2, 4, 5, 65, 66, 67)
    assert shift([NINE + timedelta(minutes=m) for m in minutes], 10) == Shift(8, 10, 600.0)
    assert shift([NINE], 10) == Shift(1, 10, None)


def test_many_answered_together_do_not_make_the_rest_look_done() -> None:
    at_once = [NINE + timedelta(milliseconds=n) for n in range(20)]
    assert shift(at_once, 10) == Shift(20, 10, None)
    one_by_one = [NINE + timedelta(minutes=m) for m in range(1, 8)]
    assert shift([*at_once, *one_by_one], 10) == Shift(27, 10, 600.0)
