"""What a trial on old tickets is put into, in the window and in the terminal. Knows no Qt."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.domain.certificate import Certificate
from helpdesk.domain.history import Brought, Difference, Trial, TrialCounts, TrialRow, TrialState
from helpdesk.domain.promise import headline
from helpdesk.domain.solved_threads import Why
from helpdesk.ui import wording
from helpdesk.ui.language import Words, mark, number, percent, tr, trn
from helpdesk.ui.reason_words import reason_said

STATES: Mapping[TrialState, str] = Words(
    {
        TrialState.READING: mark("Import not finished"),
        TrialState.READY: mark("Ready to draft"),
        TrialState.DRAFTING: mark("Drafting"),
        TrialState.DONE: mark("Drafted"),
    }
)
REFUSED: Mapping[str, str] = Words(
    {
        Why.UNREADABLE: mark("could not be read"),
        Why.AUTOMATIC: mark("written by a machine"),
        Why.FORWARD: mark("our own forwards"),
        Why.UNANSWERED: mark("nobody of us answered"),
        Why.OURS_ALONE: mark("no customer's message in it"),
        Why.NO_WORDS: mark("no words of its own"),
    }
)
READINGS: Mapping[str, str] = Words(
    {
        "same": mark("say the same"),
        "partly": mark("say part of it"),
        "other": mark("say something else"),
        "differs": mark("differ in numbers"),
    }
)
ALL_TIMED = mark("There is nothing more to time: one side is used up. The report says what the difference is worth.")


def brought(done: Brought) -> str:
    """'1,980 questions with their replies read, 20 were there before; 35 left out.'"""
    added = trn("{n} question with the reply a person sent", "{n} questions with the reply a person sent", done.added)
    before = tr(", {duplicates} were there before", duplicates=number(done.duplicates)) if done.duplicates else ""
    left = tr("; {count} left out", count=number(len(done.refused))) if done.refused else ""
    return f"{added}{before}{left}. {us(done.us, guessed=done.guessed)}"


def read(row: TrialRow) -> str:
    """'2,000 questions with the reply a person sent. Taken for us: acme.example. Left out: 14 written by a machine.'"""
    parts = [
        trn("{n} question with the reply a person sent.", "{n} questions with the reply a person sent.", row.counts.tickets),
        us(row.trial.us, guessed=row.trial.guessed),
    ]
    if row.trial.refused:
        parts.append(tr("Left out: {refused}.", refused=refused(row.trial)))
    return " ".join(parts)


def us(names: tuple[str, ...], *, guessed: bool) -> str:
    if not names:
        return tr("Nobody had to be told apart: the answers stand beside the questions.")
    told = tr("Taken for us: {names}", names=", ".join(names))
    return (
        tr("{told} (guessed from who answers; if that is wrong, remove this trial and name your addresses)", told=told)
        if guessed
        else told
    )


def refused(trial: Trial) -> str:
    return "; ".join(f"{number(count)} {reason_said(REFUSED.get(why, why))}" for why, count in trial.refused.items())


def state(row: TrialRow) -> str:
    """'Drafting: 120 of 2,000, about 3 h left'."""
    counts, said = row.counts, STATES[row.trial.state]
    done = counts.tickets - counts.waiting
    if row.trial.state is TrialState.DRAFTING:
        left = wording.time_left(counts.seconds_left)
        paused = tr("; waiting: {paused}", paused=row.paused) if row.paused else ""
        return tr(
            "{said}: {done} of {tickets}{left}{paused}",
            said=said,
            done=number(done),
            tickets=number(counts.tickets),
            left=f", {left}" if left else "",
            paused=paused,
        )
    return (
        tr("{said}: {done} of {tickets}", said=said, done=number(done), tickets=number(counts.tickets))
        if counts.waiting
        else said
    )


def drafted(counts: TrialCounts) -> str:
    parts = [
        tr("{drafted} with a draft", drafted=number(counts.drafted)),
        tr("{abstained} without an answer", abstained=number(counts.abstained)),
    ]
    parts += [tr("{failed} failed", failed=number(counts.failed))] if counts.failed else []
    parts += [tr("{waiting} still to draft", waiting=number(counts.waiting))] if counts.waiting else []
    return ", ".join(parts)


def judged(row: TrialRow) -> str:
    if not row.trial.wanted:
        return tr("No sample drawn yet")
    return tr("{judged} of {sampled} judged", judged=row.counts.judged, sampled=row.counts.sampled)


def timed(counts: TrialCounts) -> str:
    return tr("Timed so far: {alone} without a draft, {helped} with one", alone=counts.alone, helped=counts.helped)


def minutes(told: Mapping[str, Any]) -> str:
    if told["seconds"] is None:
        return tr(
            "Not measured yet. Timed: {alone_count} without a draft, {helped_count} with one; at least {needed} "
            "of each are needed. Answer some tickets here while the clock runs.",
            alone_count=told["alone_count"],
            helped_count=told["helped_count"],
            needed=told["needed"],
        )
    return tr(
        "{seconds} minutes a ticket, between {low} and {high} ({alone_count} timed without a draft, {helped_count} with one).",
        seconds=number(told["seconds"] / 60, 1),
        low=number(told["low"] / 60, 1),
        high=number(told["high"] / 60, 1),
        alone_count=told["alone_count"],
        helped_count=told["helped_count"],
    )


def summary(numbers: Mapping[str, Any]) -> str:
    """What the report says, in three sentences."""
    counted, errors = numbers["tickets"], numbers["errors"]["all"]
    tried = counted["drafted"] + counted["no_draft"]
    parts = [tr("{drafted} of {tried} got a draft.", drafted=number(counted["drafted"]), tried=number(tried))]
    if errors["checked"]:
        said = tr("{wrong} of {checked} judged drafts are wrong", wrong=errors["wrong"], checked=errors["checked"])
        parts.append(
            tr(
                "{said}: {share}, between {low} and {high}.",
                said=said,
                share=percent(errors["share"], 1),
                low=percent(errors["low"], 1),
                high=percent(errors["high"], 1),
            )
        )
    readings = numbers["comparison"]["readings"]
    parts.append(
        tr(
            "Beside the person's reply: {same} the same, {differs} with other numbers.",
            same=number(readings["same"]),
            differs=number(readings["differs"]),
        )
    )
    proven = [one for one in numbers["promises"] if one["cut"] is not None]
    if proven:
        best = min(proven, key=lambda one: one["alpha"])
        parts.append(
            tr(
                "Proven: at most {alpha} wrong from a score of {cut} on.",
                alpha=percent(best["alpha"]),
                cut=number(best["cut"], 2),
            )
        )
    return " ".join(parts)


def drawn(wanted: int, count: int) -> str:
    if count < wanted:
        return tr("Drawn: {count} drafts, as there are no more; {wanted} were asked for.", count=count, wanted=wanted)
    return tr("Drawn: {count} drafts, by lot. Judge all of them: the proof is asked for once, at the end.", count=count)


def all_judged(certificate: Certificate | None) -> str:
    if certificate is None:
        return tr("The whole sample is judged. The report says what that proves.")
    return tr(
        "The whole sample is judged, and a certificate stands on it. {headline}", headline=reason_said(headline(certificate))
    )


def checked(name: str, found: Sequence[Difference]) -> str:
    if not found:
        return tr("{name}: every number is as the store says.", name=name)
    first = found[0]
    more = tr(", and {count} more", count=len(found) - 1) if len(found) > 1 else ""
    return tr(
        "{name} does not agree with the store: {where} says {said}, the store says {found}{more}.",
        name=name,
        where=first.where,
        said=first.said,
        found=first.found,
        more=more,
    )


def removal(row: TrialRow) -> str:
    judged = trn(" and {n} judgement", " and {n} judgements", row.counts.judged) if row.counts.judged else ""
    return trn(
        "“{name}”: {n} old ticket, its draft{judged} would be gone. Saved reports stay.",
        "“{name}”: {n} old tickets, their drafts{judged} would be gone. Saved reports stay.",
        row.counts.tickets,
        name=row.trial.name,
        judged=judged,
    )
