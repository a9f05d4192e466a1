"""Rows of a trial as frozen values."""

from collections.abc import Mapping
from typing import Any

from helpdesk.domain.article import FileFailure
from helpdesk.domain.comparison import from_json
from helpdesk.domain.draft import Citation
from helpdesk.domain.history import (
    Judged,
    Judgement,
    OldDraft,
    OldState,
    OldTicket,
    Preferred,
    SolvedTicket,
    Trial,
    TrialState,
)
from helpdesk.domain.ids import HistoryId, HistoryTicketId

Row = Mapping[Any, Any]


def trial(row: Row) -> Trial:
    refused = row["refused"]
    return Trial(
        id=HistoryId(row["id"]),
        name=row["name"],
        source=row["source"],
        state=TrialState(row["state"]),
        us=tuple(row["us"]),
        guessed=bool(row["guessed"]),
        secret=row["secret"],
        wanted=row["wanted_sample"],
        refused=dict(refused.get("counted", {})),
        listed=tuple(FileFailure(*one) for one in refused.get("listed", ())),
        made_at=row["made_at"],
    )


def old_ticket(row: Row) -> OldTicket:
    return OldTicket(
        id=HistoryTicketId(row["id"]),
        history_id=HistoryId(row["history_id"]),
        ticket=_solved(row),
        state=OldState(row["state"]),
        failure=row["failure"],
        draft=_draft(row) if row["state"] == OldState.DRAFTED else None,
        place=row["sampled"],
        judgement=_judgement(row) if row["verdict"] else None,
        handled=row["handled"],
    )


def _solved(row: Row) -> SolvedTicket:
    names = ("external", "subject", "question", "requester", "email", "human", "asked_at", "answered_at")
    return SolvedTicket(**{name: row[name] for name in names}, control=bool(row["control"]))


def _draft(row: Row) -> OldDraft:
    return OldDraft(
        text=row["draft"],
        citations=tuple(Citation(**{**cited, "lines": tuple(cited["lines"])}) for cited in row["citations"]),
        abstained=bool(row["abstained"]),
        sendable=bool(row["sendable"]),
        vetoes=tuple(row["vetoes"]),
        signals=dict(row["signals"]),
        comparison=from_json(row["comparison"]),
        at=row["drafted_at"],
        **{name: row[name] for name in ("writer", "model", "route", "score", "fingerprint", "scorer", "topic", "seconds")},
    )


def _judgement(row: Row) -> Judgement:
    return Judgement(
        preferred=Preferred(row["preferred"]),
        draft=Judged(row["verdict"]),
        human=Judged(row["human_verdict"]),
        agent=row["judged_by"],
        at=row["judged_at"],
    )
