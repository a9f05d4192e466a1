"""Old mail into pairs: what a customer asked, and what a person of ours really answered first."""

from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.domain.solved_threads import Letter, Us, Why, guessed, paired

MONDAY = datetime(2026, 6, 1, 9, tzinfo=UTC)
US = Us.of(["acme.example"])


def letter(mail: str, email: str, body: str = "How do I reset the hub?", after: str = "", **more: object) -> Letter:
    """A mail of that id; `after` names the one it answers. Mails come an hour apart."""
    told = {
        "name": "old.mbox",
        "line": 1,
        "id": mail,
        "answers": (after,) if after else (),
        "thread": "",
        "sender": email.partition("@")[0],
        "email": email,
        "recipients": ("jo@home.example",),
        "subject": "Hub",
        "body": body,
        "at": MONDAY + timedelta(hours=len(mail)),
        **more,
    }
    return Letter(**told)  # type: ignore[arg-type]


def test_a_question_is_kept_with_the_first_reply_a_person_sent() -> None:
    found = paired(
        [
            letter("a", "jo@home.example"),
            letter("bb", "desk@acme.example", "We got your mail.", "a", automatic="Auto-Submitted"),
            letter("ccc", "ann@acme.example", "Hold the button for ten seconds.", "a"),
            letter("dddd", "ann@acme.example", "Anything else?", "ccc"),
        ],
        US,
    )
    (pair,) = found.pairs
    assert (pair.question, pair.human) == ("How do I reset the hub?", "Hold the button for ten seconds.")
    assert pair.asked_at == MONDAY + timedelta(hours=1)
    assert [one.why for one in found.refused] == [Why.AUTOMATIC]


@pytest.mark.parametrize("late", [timedelta(0), timedelta(minutes=2)])
def test_a_reply_comes_after_its_question_whatever_our_clock_said(late: timedelta) -> None:
    """Files of a folder come by their names, and the clocks of two servers differ."""
    reply = letter("a", "ann@acme.example", "Hold the button for ten seconds.", "q", at=MONDAY - late)
    (pair,) = paired([reply, letter("q", "jo@home.example", at=MONDAY)], US).pairs
    assert pair.human == "Hold the button for ten seconds."


def test_what_a_customer_wrote_before_the_answer_is_one_question() -> None:
    found = paired(
        [
            letter("a", "jo@home.example", "The hub is red."),
            letter("bb", "jo@home.example", "It is the small one.", "a"),
            letter("ccc", "ann@acme.example", "Hold the button.", "a"),
        ],
        US,
    )
    assert [pair.question for pair in found.pairs] == ["The hub is red.\n\nIt is the small one."]


def test_a_thread_holds_together_through_a_mail_that_is_missing() -> None:
    found = paired([letter("a", "jo@home.example", after="lost"), letter("bb", "ann@acme.example", "Hold it.", "lost")], US)
    assert len(found.pairs) == 1


@pytest.mark.parametrize(
    ("letters", "why"),
    [
        ([letter("a", "jo@home.example")], Why.UNANSWERED),
        ([letter("a", "ann@acme.example"), letter("bb", "ann@acme.example", after="a")], Why.OURS_ALONE),
        ([letter("a", "ann@acme.example", recipients=("bob@acme.example",))], Why.FORWARD),
        ([letter("a", "ann@acme.example", subject="Fwd: Hub")], Why.FORWARD),
        ([letter("a", "jo@home.example"), letter("bb", "ann@acme.example", "", "a")], Why.NO_WORDS),
        ([letter("a", "jo@home.example", automatic="bounce")], Why.AUTOMATIC),
    ],
    ids=("nobody answered", "only ours", "among us", "forward", "no words", "machine"),
)
def test_what_is_no_pair_is_refused_with_the_reason(letters: list[Letter], why: Why) -> None:
    found = paired(letters, US)
    assert found.pairs == ()
    assert [one.why for one in found.refused] == [why]


def test_messages_of_a_table_belong_to_the_ticket_it_names() -> None:
    found = paired([letter("a", "jo@home.example", thread="7"), letter("bb", "ann@acme.example", "Hold it.", thread="7")], US)
    assert len(found.pairs) == 1


def test_who_answers_in_many_threads_is_taken_for_us() -> None:
    letters = [
        one
        for n in range(4)
        for one in (
            letter(f"q{n}", f"jo{n}@home{n}.example"),
            letter(f"answer{n}", f"agent{n % 2}@acme.example", "Hold it.", f"q{n}"),
        )
    ]
    assert guessed(letters).names == ("acme.example",)


def test_a_free_mail_provider_is_never_taken_for_us_as_a_whole() -> None:
    letters = [
        one
        for n in range(3)
        for one in (
            letter(f"q{n}", f"jo{n}@gmail.com"),
            letter(f"answer{n}", "shop@gmail.com", "Hold it.", f"q{n}"),
        )
    ]
    assert guessed(letters).names == ("shop@gmail.com",)


def test_nobody_is_taken_for_us_when_nobody_answers() -> None:
    assert guessed([letter("a", "jo@home.example")]).names == ()


@pytest.mark.parametrize(
    ("email", "ours"),
    [
        ("ann@acme.example", True),
        ("ANN@mail.Acme.example", True),
        ("ann@notacme.example", False),
        ("", False),
        ("desk@partner.example", True),
        ("jo@partner.example", False),
    ],
)
def test_addresses_and_domains_say_who_we_are(email: str, ours: bool) -> None:
    assert Us.of(["@acme.example", "Desk@Partner.example", " "]).holds(email) is ours


def test_a_pair_keeps_its_name_whatever_file_it_comes_from() -> None:
    one, other = (
        paired([letter("a", "jo@home.example", name=file), letter("bb", "ann@acme.example", "Hold it.", "a", name=file)], US)
        for file in ("old.mbox", "copy.mbox")
    )
    assert one.pairs == other.pairs
