"""Everything that can go wrong and everything that has a state has words."""

import string
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from helpdesk.domain import errors
from helpdesk.domain.article import ArticleState, Audience
from helpdesk.domain.autosend import Lack
from helpdesk.domain.conversation import MessageKind, OutboxState
from helpdesk.domain.decision import DecisionKind, RejectReason
from helpdesk.domain.draft import DraftState, Route
from helpdesk.domain.evidence import SearchPath
from helpdesk.domain.query_fault import QueryTrouble, Wrong
from helpdesk.domain.ticket import ChannelName, Priority, TicketStatus
from helpdesk.ui import wording
from helpdesk.ui.measure_words import age


def example(leaf: type[errors.HelpdeskError]) -> errors.HelpdeskError:
    made: dict[str, Any] = {
        "Path": Path("/desk/thing"),
        "str": "what-it-was",
        "int": 7,
        "tuple": ("what-it-was",),
        "bool": True,
        "Lack": Lack.NAME,
        "Wrong": Wrong(QueryTrouble.UNKNOWN_FIELD, 0, 11, "what-it-was"),
    }
    fields = getattr(leaf, "__dataclass_fields__", {})
    types = {name: getattr(field.type, "__name__", str(field.type)) for name, field in fields.items()}
    return leaf(**{name: made[kind] for name, kind in types.items()})


@pytest.mark.parametrize("leaf", errors.leaves(), ids=lambda leaf: leaf.__name__)
def test_every_error_has_a_title_one_full_sentence_and_an_action(leaf: type[errors.HelpdeskError]) -> None:
    said = wording.of(example(leaf))
    assert said.title
    assert said.title[-1] not in string.punctuation
    assert said.sentence.endswith(".")
    assert len(said.sentence) > 40
    assert said.action
    assert said.title != wording.of(RuntimeError()).title


@pytest.mark.parametrize("leaf", errors.leaves(), ids=lambda leaf: leaf.__name__)
def test_what_is_known_of_an_error_is_said(leaf: type[errors.HelpdeskError]) -> None:
    error = example(leaf)
    told = wording.line(error)
    unsaid = {
        "draft_id",
        "revision",
        "pid",
        "caught",
        "lack",
        "wrong",
        "for_good",
        *(("wanted",) if leaf is errors.NotSigned else ()),
    }
    for name in getattr(leaf, "__dataclass_fields__", {}):
        if name not in unsaid:
            known = getattr(error, name)
            assert (known[0] if isinstance(known, tuple) else str(known)) in told, name


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (TicketStatus, wording.STATUSES),
        (Priority, wording.PRIORITIES),
        (ChannelName, wording.CHANNELS),
        (Route, wording.ROUTES),
        (DraftState, wording.DRAFT_STATES),
        (OutboxState, wording.OUTBOX_STATES),
        (MessageKind, wording.MESSAGE_KINDS),
        (DecisionKind, wording.DECISIONS),
        (RejectReason, wording.REJECT_REASONS),
        (ArticleState, wording.ARTICLE_STATES),
        (Audience, wording.AUDIENCES),
        (SearchPath, wording.SEARCH_PATHS),
    ],
)
def test_every_state_has_a_name_of_its_own(states: type[StrEnum], words: Mapping[str, str]) -> None:
    assert set(words) == set(states)
    assert len(set(words.values())) == len(words)


def test_an_unforeseen_error_is_named_but_not_quoted() -> None:
    told = wording.line(ValueError("Dear support, my password is hunter2"))
    assert "ValueError" in told
    assert "hunter2" not in told


def test_the_systems_own_refusal_says_what_and_where() -> None:
    assert "Permission denied at /etc/x" in wording.line(PermissionError(13, "Permission denied", "/etc/x"))


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-5), "now"),
        (timedelta(seconds=59), "now"),
        (timedelta(minutes=7), "7 min"),
        (timedelta(hours=3, minutes=50), "3 h"),
        (timedelta(days=13), "13 d"),
        (timedelta(days=36), "5 wk"),
    ],
)
def test_ages_are_short(ago: timedelta, words: str) -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    assert wording.age(now - ago, now) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (3.0, "a few seconds left"),
        (42.0, "about 40 s left"),
        (600.0, "about 10 min left"),
        (7300.0, "about 2 h left"),
    ],
)
def test_estimates_are_no_more_exact_than_they_are(seconds: float | None, words: str) -> None:
    assert wording.time_left(seconds) == words


def test_confidence_is_said_in_a_figure_and_in_words() -> None:
    assert wording.confidence(0.72) == "Confidence 72%: look closely"
    assert wording.confidence(None) == "No confidence yet"


def test_sizes_read_like_sizes() -> None:
    assert [wording.size(octets) for octets in (812, 34_000, 5_200_000)] == ["812 B", "34 kB", "5.2 MB"]


def test_an_age_is_told_in_the_largest_unit_that_says_something() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    said = [age(now - timedelta(days=days), now) for days in (3, 15, 700, 731, 7840)]
    assert said == ["3 d", "2 wk", "100 wk", "2 yr", "21 yr"]
