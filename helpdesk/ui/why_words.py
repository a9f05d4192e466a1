"""Why a draft is as it is, in words: the same for the window and the terminal. No Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpdesk.domain.draft import Reason
from helpdesk.domain.draft_step import BROKEN_OFF, DraftStep, Outcome, Step, Trace
from helpdesk.domain.word_diff import Change
from helpdesk.services.why import DraftStory, Replay, Seen, Variant
from helpdesk.ui import wording
from helpdesk.ui.language import Words, clock, day_of_year, figure, lowered, mark, number, percent, tr
from helpdesk.ui.reading_words import value_words
from helpdesk.ui.reason_words import reason_said
from helpdesk.ui.why_searched import searched_lines

STEPS: Mapping[Step, str] = Words(
    {
        Step.UNDERSTAND: mark("The message was read"),
        Step.RETRIEVE: mark("The knowledge base was searched"),
        Step.REDACT: mark("Personal data was hidden"),
        Step.GENERATE: mark("The reply was written"),
        Step.COMPLY: mark("The reply was checked"),
        Step.DELIVER: mark("It was put into the review queue"),
        Step.ESCALATE: mark("It was handed to a person"),
        Step.AUDIT: mark("It was noted in the activity log"),
    }
)
OUTCOMES: Mapping[Outcome, str] = Words({Outcome.DONE: "", Outcome.FAILED: mark("failed"), Outcome.SKIPPED: mark("not needed")})
FIGURES: Mapping[str, str] = Words(
    {
        "seconds": mark("seconds in all"),
        "seconds_to_first": mark("seconds to the first word"),
        "prompt_tokens": mark("tokens read"),
        "reply_tokens": mark("tokens written"),
        "tokens_per_second": mark("tokens written a second"),
        "prompt_tokens_per_second": mark("tokens read a second"),
        "load_seconds": mark("seconds to load the model"),
        "bytes_per_token": mark("bytes a token"),
        "logprob_mean": mark("log-probability of a token, on average"),
        "logprob_p05": mark("log-probability of the least sure twentieth"),
        "first_margin": mark("lead of the first words over the next likeliest"),
    }
)
DETAILS: Mapping[str, str] = Words(
    {
        "asks": mark("questions in it"),
        "macro": mark("macro"),
        "past": mark("example from sent answers"),
        "placeholders": mark("placeholders"),
        "writer": mark("writer"),
        "model": mark("model"),
        "complete": mark("complete"),
        "fallback": mark("quoted instead"),
        "score": mark("score"),
        "vetoes": mark("vetoes"),
        "revision": mark("revision"),
        "reasons": mark("reasons"),
        "error": mark("error"),
    }
)
"""What a step noted, by the name it is kept under."""

UNTOLD = ("found", "brought", "searched")
"""What has a section of its own."""

BROKEN = mark("It did not get to its end. The reply was quoted from the knowledge base instead.")
QUOTED = mark("Quoted from the knowledge base; no model was told anything.")


@dataclass(frozen=True)
class Section:
    """`lines` are one fact each; `text` is shown as it is, in a fixed pitch ('' for none)."""

    title: str
    lines: tuple[str, ...] = ()
    text: str = ""


def sections(story: DraftStory) -> tuple[Section, ...]:
    """Without those that would be empty."""
    draft, trace = story.draft, story.trace
    found = (
        Section(tr("In short"), tuple(_short(story))),
        Section(
            tr("What keeps it from being sent without a person"),
            tuple(f"{reason_said(r.words)} ({r.code})" for r in story.vetoes),
        ),
        Section(tr("Why this confidence"), tuple(_reason(reason) for reason in draft.reasons if reason not in story.vetoes)),
        *_done(story),
        Section(tr("What was searched for (personal data is hidden)"), tuple(searched_lines(story.searched))),
        Section(tr("Passages"), tuple(_passage(seen) for seen in story.passages)),
        *(_told(trace) if trace is not None else ()),
        Section(
            tr("Signals behind the confidence"),
            tuple(f"{name} = {figure(value)}" for name, value in sorted(draft.signals.items())),
        ),
    )
    return tuple(one for one in found if one.lines or one.text)


def replayed(replay: Replay) -> tuple[Section, ...]:
    then, now = replay.by
    return (
        Section(
            tr("Then and now"),
            (
                tr("then: {then}", then=then),
                tr("now: {now}", now=now),
                *map(reason_said, replay.notes),
                *_compared(*replay.figures),
            ),
        ),
        Section(tr("The text"), (tr("It says the same again."),))
        if replay.is_same
        else Section(tr("The text now"), (), replay.after),
        *(() if replay.is_same else (Section(tr("What changed"), (), marked(replay.changes)),)),
    )


def marked(changes: tuple[Change, ...]) -> str:
    """Removed words as [-words-], added ones as {+words+}, as word differences are written."""
    signs = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(f"{signs[c.kind][0]}{c.text}{signs[c.kind][1]}" for c in changes)


def variant_line(variant: Variant) -> str:
    state = lowered(wording.DRAFT_STATES[variant.state])
    return tr(
        "{at}, by {by} ({state})",
        at=f"{day_of_year(variant.at)}, {clock(variant.at)}",
        by=variant.by or tr("an unknown writer"),
        state=state,
    )


def _short(story: DraftStory) -> Iterator[str]:
    draft = story.draft
    state = lowered(wording.DRAFT_STATES[draft.state])
    yield tr(
        "Draft {id} of ticket {ticket_id}, revision {revision}, {state}",
        id=draft.id,
        ticket_id=draft.ticket_id,
        revision=draft.revision,
        state=state,
    )
    if draft.correlation:
        yield tr("Named {correlation} in the log and in the mail that is sent", correlation=draft.correlation)
    if (by := draft.fingerprint) is not None:
        yield tr("Written by {model} with the prompt {prompt}", model=by.model or by.writer, prompt=by.prompt)
        yield tr(
            "Passages cut by {chunker}, found by {embedder}, scored by {scorer}",
            chunker=by.chunker,
            embedder=by.embedder or tr("words alone"),
            scorer=by.scorer,
        )
    if draft.confidence is not None:
        yield tr("Confidence {confidence}", confidence=percent(draft.confidence)) + (
            f", {lowered(wording.ROUTES[draft.route])}" if draft.route else ""
        )
    if draft.hint:
        yield tr("The agent's advice: {hint}", hint=draft.hint)
    if draft.missing:
        yield tr("Missing: {missing}", missing=reason_said(draft.missing))
    if draft.failure:
        yield tr("It failed: {failure}", failure=reason_said(draft.failure))
    if story.steps:
        yield tr("{seconds} seconds in all", seconds=number(story.seconds, 2))


def _reason(reason: Reason) -> str:
    sign = "+" if reason.weight > 0 else "−" if reason.weight < 0 else "!"
    return f"{sign} {reason_said(reason.words)}"


def _done(story: DraftStory) -> Iterator[Section]:
    """The last writing first; one that was written only once needs no number."""
    for run in reversed(story.runs):
        title = (
            tr("What was done for revision {revision}", revision=run.revision)
            if run.revision
            else tr("What was done without result")
        )
        yield Section(title if len(story.runs) > 1 else tr("What was done"), tuple(_step(step) for step in run.steps))


def _step(step: DraftStep) -> str:
    outcome = f", {OUTCOMES[step.outcome]}" if OUTCOMES[step.outcome] else ""
    if step.outcome is Outcome.SKIPPED:
        return f"{STEPS[step.step]}{outcome}"
    details = ", ".join(_detail(name, value) for name, value in step.details.items() if name not in UNTOLD)
    return f"{STEPS[step.step]}{outcome}: {number(step.seconds, 3)} s" + (f" ({details})" if details else "")


def _detail(name: str, value: object) -> str:
    if name in ("language", "intent"):
        return value_words(name, str(value))
    return f"{DETAILS.get(name, name)} {_plain(value)}"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value) or tr("none")
    return figure(value) if isinstance(value, float) else str(value) or tr("none")


def _passage(seen: Seen) -> str:
    numbered = f"[{seen.n}] " if seen.n else ""
    cited = tr(", cited as {marks}", marks=", ".join(f"[{one}]" for one in seen.marks)) if seen.marks else tr(", not cited")
    given = "" if seen.n or seen.marks else tr(", not given to the writer")
    scores = ""
    if seen.conversation:
        scores = tr(", score {score}, found by the conversation around the question", score=number(seen.scores[0], 2))
    elif len(seen.scores) == 3:
        scores = _scored(*seen.scores)
    if seen.passage is None:
        return tr("{numbered}a passage that is gone since{cited}{scores}", numbered=numbered, cited=cited, scores=scores)
    p = seen.passage
    return f"{numbered}{p.title} ({p.path}:{p.lines[0]}–{p.lines[1]}){cited}{given}{scores}"


def _scored(score: float, words: float, meaning: float) -> str:
    if not words and not meaning:
        return tr(", beside one that was found")
    return tr(
        ", score {score} (words {words}, meaning {meaning})",
        score=number(score, 2),
        words=number(words, 2),
        meaning=number(meaning, 2),
    )


def _told(trace: Trace) -> Iterator[Section]:
    if not trace.prompt:
        yield Section(tr("What the writer was told"), (tr(QUOTED),))
        return
    if trace.is_broken_off:
        yield Section(tr("How the model broke off"), (tr(BROKEN),))
    name = tr("{model}, digest {digest}", model=trace.model, digest=trace.digest) if trace.digest else trace.model
    options = [f"{key} = {value}" for key, value in sorted(trace.options.items())]
    yield Section(
        tr("Model and options"), (name, tr("prompt version {prompt_version}", prompt_version=trace.prompt_version), *options)
    )
    yield Section(tr("Measured"), tuple(_figures(trace.figures)))
    yield Section(tr("Rules it was given (personal data is hidden)"), (), trace.system)
    yield Section(tr("What it was told"), (), trace.prompt)
    said = tr("What it had said when it broke off") if trace.is_broken_off else tr("What it said, word for word")
    yield Section(said, (), trace.said)


def _figures(figures: Mapping[str, float]) -> Iterator[str]:
    for name, value in figures.items():
        if name != BROKEN_OFF:
            yield f"{FIGURES.get(name, name)}: {figure(value)}"


def _compared(then: Mapping[str, float], now: Mapping[str, float]) -> Iterator[str]:
    for name in FIGURES:
        if name in then and name in now:
            yield tr("{figures}: {then} then, {now} now", figures=FIGURES[name], then=figure(then[name]), now=figure(now[name]))
