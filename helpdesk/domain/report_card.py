"""What a trial on old tickets proved, in numbers alone: the same rows always give the same numbers.

Every number of the report comes from here, so that it can be worked out again from the store and compared.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from statistics import fmean
from typing import Any

from helpdesk.domain.binomial import exact_interval
from helpdesk.domain.comparison import Reading
from helpdesk.domain.history import Judged, OldState, OldTicket, Preferred, Trial
from helpdesk.domain.ids import HistoryTicketId
from helpdesk.domain.minutes import saved
from helpdesk.domain.risk import certify_fixed, proposed_grid

VERSION = 1
DELTA = 0.1
ALPHAS = (0.05, 0.02, 0.01)
TOPICS, GAPS, EXAMPLES = 25, 15, 3
BANDS = 5
NO_TOPIC = ""
OTHERS = "…"
PLACES = 4

Masked = Callable[[OldTicket], str]
"""A line about a ticket that may stand in the report."""


@dataclass(frozen=True)
class Framing:
    """What a report says of itself. `masked`: customers' personal data was taken out of what is quoted."""

    made_at: datetime
    masked: bool


def numbers(
    trial: Trial, tickets: Sequence[OldTicket], framing: Framing, quoted: Mapping[HistoryTicketId, str]
) -> dict[str, Any]:
    """Plain JSON values. `quoted` has the words of a ticket that may be shown, by its id: see `examples`."""
    shown = _Cards(tickets)
    told = {
        "version": VERSION,
        "made_at": framing.made_at.isoformat(timespec="seconds"),
        "masked": framing.masked,
        "trial": {
            "number": trial.id,
            "name": trial.name,
            "us": list(trial.us),
            "guessed": trial.guessed,
            "read_at": trial.made_at.isoformat(timespec="seconds"),
        },
        "tickets": shown.counted(trial),
        "refused": [{"why": why, "count": count} for why, count in trial.refused.items()],
        "drafters": shown.drafters(),
        "coverage": shown.coverage(),
        "scores": shown.scores(),
        "errors": shown.errors(trial),
        "promises": shown.promises(),
        "preference": shown.preference(),
        "comparison": shown.comparison(),
        "gaps": shown.gaps(quoted),
        "minutes": shown.minutes(),
    }
    return rounded(told)  # type: ignore[no-any-return]


def examples(tickets: Iterable[OldTicket]) -> list[OldTicket]:
    """Those the gaps of the report name: only their words need to be made fit to be shown."""
    return [old for group in _gap_groups(tickets).values() for old in group[:EXAMPLES]]


def rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, PLACES)
    if isinstance(value, Mapping):
        return {key: rounded(one) for key, one in value.items()}
    return [rounded(one) for one in value] if isinstance(value, list | tuple) else value


class _Cards:
    """One part of the report a method."""

    def __init__(self, tickets: Sequence[OldTicket]) -> None:
        self._all = tickets
        self._drafted = [old for old in tickets if old.draft is not None]
        self._written = [old for old in tickets if old.has_text]
        self._judged = [old for old in tickets if old.place and old.judgement is not None]

    def counted(self, trial: Trial) -> dict[str, Any]:
        asked = sorted(old.ticket.asked_at for old in self._all if old.ticket.asked_at is not None)
        drafted = sorted(old.draft.at for old in self._drafted if old.draft is not None)
        return {
            "read": len(self._all),
            "refused": sum(trial.refused.values()),
            "drafted": len(self._written),
            "no_draft": len(self._drafted) - len(self._written),
            "failed": sum(old.state is OldState.FAILED for old in self._all),
            "waiting": sum(old.state is OldState.WAITING for old in self._all),
            "control": sum(old.ticket.control for old in self._all),
            "asked": [asked[0].date().isoformat(), asked[-1].date().isoformat()] if asked else [],
            "drafted_on": [drafted[0].date().isoformat(), drafted[-1].date().isoformat()] if drafted else [],
            "seconds_a_draft": fmean([old.draft.seconds for old in self._drafted if old.draft]) if self._drafted else None,
        }

    def drafters(self) -> list[dict[str, Any]]:
        found = Counter((d.writer, d.model, d.scorer, d.fingerprint) for old in self._drafted if (d := old.draft) is not None)
        return [
            {"writer": writer, "model": model, "scorer": scorer, "fingerprint": fingerprint, "drafts": count}
            for (writer, model, scorer, fingerprint), count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        ]

    def coverage(self) -> list[dict[str, Any]]:
        """By topic, the most frequent first; what is beyond TOPICS is one line."""
        grouped: dict[str, list[OldTicket]] = defaultdict(list)
        for old in self._drafted:
            grouped[_topic(old)].append(old)
        ranked = sorted(grouped.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        rest = [old for _, group in ranked[TOPICS:] for old in group]
        return [_covered(topic, group) for topic, group in [*ranked[:TOPICS], *([(OTHERS, rest)] if rest else [])]]

    def scores(self) -> list[int]:
        """Drafts by score, in tenths."""
        tenths = Counter(
            min(9, int(old.draft.score * 10)) for old in self._written if old.draft and old.draft.score is not None
        )
        return [tenths[tenth] for tenth in range(10)]

    def errors(self, trial: Trial) -> dict[str, Any]:
        return {
            "confidence": 1 - DELTA,
            "wanted": trial.wanted,
            "drawn": sum(bool(old.place) for old in self._all),
            "from": sum(old.has_text and not old.ticket.control for old in self._all),
            "all": _wrong(self._judged),
            "sendable": _wrong([old for old in self._judged if old.draft and old.draft.sendable]),
            "recommended": _wrong([old for old in self._judged if old.draft and old.draft.route == "send"]),
            "bands": [self._band(number) for number in range(BANDS)],
            "human": _share(sum(_human_wrong(old) for old in self._judged), len(self._judged)),
        }

    def promises(self) -> list[dict[str, Any]]:
        """What the whole judged sample proves, once, with the exact test; nothing before all of it is judged."""
        sample = [old for old in self._all if old.place]
        if not sample or len(self._judged) < len(sample):
            return []
        drafters = Counter(old.draft.fingerprint for old in sample if old.draft)
        rows = [
            (old.draft.score, _draft_wrong(old))
            for old in sample
            if old.draft and old.draft.sendable and old.draft.score is not None
        ]
        others = [old.draft.score for old in self._written if not old.place and old.draft and old.draft.score is not None]
        grid = proposed_grid(others or [score for score, _ in rows])
        return [self._promise(alpha, rows, grid, len(drafters)) for alpha in ALPHAS]

    def preference(self) -> dict[str, int]:
        said = Counter(old.judgement.preferred for old in self._judged if old.judgement)
        return {kind.value: said[kind] for kind in Preferred}

    def comparison(self) -> dict[str, Any]:
        found = [old.draft.comparison for old in self._written if old.draft]
        readings = Counter(one.reading for one in found)
        meanings = [one.meaning for one in found if one.meaning is not None]
        agreeing, missing, extra = (sum(len(getattr(one, name)) for one in found) for name in ("agreeing", "missing", "extra"))
        return {
            "readings": {reading.value: readings[reading] for reading in Reading if reading is not Reading.NO_DRAFT},
            "words": fmean([one.words for one in found]) if found else None,
            "meaning": fmean(meanings) if meanings else None,
            "facts": {"agreeing": agreeing, "missing": missing, "extra": extra},
            "cited": fmean([one.cited for one in found]) if found else None,
        }

    def gaps(self, quoted: Mapping[HistoryTicketId, str]) -> list[dict[str, Any]]:
        return [
            {
                "topic": topic,
                "tickets": len(group),
                "no_draft": sum(not old.has_text for old in group),
                "wrong": sum(_draft_wrong(old) for old in group),
                "examples": [quoted.get(old.id, "") for old in group[:EXAMPLES]],
            }
            for topic, group in _gap_groups(self._all).items()
        ]

    def minutes(self) -> dict[str, Any]:
        timed = [(old.ticket.control, old.handled) for old in self._all if old.handled is not None]
        arms = [[seconds for control, seconds in timed if control is wanted] for wanted in (True, False)]
        return asdict(saved(*arms))

    def _band(self, number: int) -> dict[str, Any]:
        low, high = number / BANDS, (number + 1) / BANDS
        inside = [old for old in self._judged if low <= _score(old) < high or (number == BANDS - 1 and _score(old) == high)]
        return {"from": low, "to": high, **_wrong(inside)}

    def _promise(self, alpha: float, rows: list[tuple[float, bool]], grid: tuple[float, ...], drafters: int) -> dict[str, Any]:
        """With drafts of several drafters nothing is proven of any one of them."""
        found = certify_fixed(rows, grid, alpha, DELTA) if drafters == 1 and grid else None
        told: dict[str, Any] = {"alpha": alpha, "delta": DELTA, "cut": None, "drafters": drafters}
        if found is None:
            return told
        reach = sum(bool(old.draft and old.draft.sendable and _score(old) >= found.cut) for old in self._drafted)
        return told | {
            "cut": found.cut,
            "checked": found.checked,
            "wrong": found.wrong,
            "bound": found.bound,
            "coverage": reach / len(self._drafted),
        }


def _gap_groups(tickets: Iterable[OldTicket]) -> dict[str, list[OldTicket]]:
    """Tickets the desk had no draft for or a wrong one, by topic, where they are most."""
    grouped: dict[str, list[OldTicket]] = defaultdict(list)
    for old in tickets:
        if old.draft is not None and (_draft_wrong(old) or not old.has_text):
            grouped[_topic(old)].append(old)
    return dict(sorted(grouped.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:GAPS])


def _covered(topic: str, group: Sequence[OldTicket]) -> dict[str, Any]:
    routes = Counter(old.draft.route for old in group if old.draft and old.has_text)
    written = sum(old.has_text for old in group)
    return {
        "topic": topic,
        "tickets": len(group),
        "drafted": written,
        **{name: routes[name] for name in ("send", "review", "escalate")},
    }


def _wrong(judged: Sequence[OldTicket]) -> dict[str, Any]:
    return _share(sum(_draft_wrong(old) for old in judged), len(judged))


def _share(wrong: int, checked: int) -> dict[str, Any]:
    low, high = exact_interval(wrong, checked, DELTA) if checked else (None, None)
    return {"checked": checked, "wrong": wrong, "share": wrong / checked if checked else None, "low": low, "high": high}


def _draft_wrong(old: OldTicket) -> bool:
    return old.judgement is not None and old.judgement.draft is Judged.WRONG


def _human_wrong(old: OldTicket) -> bool:
    return old.judgement is not None and old.judgement.human is Judged.WRONG


def _score(old: OldTicket) -> float:
    return old.draft.score if old.draft is not None and old.draft.score is not None else 0.0


def _topic(old: OldTicket) -> str:
    return old.draft.topic if old.draft is not None else NO_TOPIC
