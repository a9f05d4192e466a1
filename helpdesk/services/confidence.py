"""How sure a draft is, why, and where it goes. Pure: the same draft always gets the same verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from helpdesk.domain import output_filter, scoring, triage
from helpdesk.domain.article import Audience
from helpdesk.domain.draft import Reason, Route, Verdict, WrittenReply
from helpdesk.domain.evidence import Evidence, SearchPath
from helpdesk.ports.writing import WritingTask
from helpdesk.services.signals import measured

ESCALATE_BELOW = 0.10
SEND_FROM = 0.85
"""Uncertified, as every score here: a recommendation to the person who reads it."""
SPEAKING_PULL = 0.12
"""Log-odds under which a signal is not worth a reason."""
MOST_PULLS = 5

_FLAG_WORDS = {
    triage.Flag.SAFETY: "It may be dangerous: a person answers now",
    triage.Flag.SPAM: "The message looks like advertising",
    triage.Flag.INJECTION: "The message gives instructions to the program; they were ignored",
    triage.Flag.ANGER: "The customer is angry",
    triage.Flag.URGENT: "The customer says it is urgent",
    triage.Flag.REFUND: "It is about a refund or compensation: a person decides",
    triage.Flag.LEGAL: "It mentions legal action: a person decides",
    triage.Flag.CANCELLATION: "It is about cancelling: a person decides",
    triage.Flag.COMPLAINT: "It is a complaint: a person decides",
    triage.Flag.SECURITY: "It reports a security problem: a person decides",
    triage.Flag.PRIVACY: "It is about personal data rights: a person decides",
    triage.Flag.WANTS_PERSON: "The customer asks for a person",
}
_VETO_WORDS = {
    "unsupported-link": "A link in the draft is in no cited passage",
    "unsupported-email": "A mail address in the draft is in no cited passage",
    "unsupported-phone": "A phone number in the draft is in no cited passage",
    "active-content": "The draft contains an image or script address",
    "placeholder": "The draft contains an unfilled placeholder",
    "unsupported-promise": "The draft promises something no source backs",
    "unsupported-number": "A number, date or code in the draft is in no cited passage",
    "incomplete": "The model stopped before it was done",
    "uncited": "The draft cites nothing",
    "internal-source": "The draft quotes an internal article",
    "stale-source": "The draft stands on an article that is due for a review",
    "language": "The draft quotes another language than the customer's",
}


@dataclass(frozen=True)
class Confidence:
    """`send_from` is the score from which a draft is recommended."""

    send_from: float = SEND_FROM

    def assess(self, task: WritingTask, reply: WrittenReply) -> Verdict:
        """Score, route, reasons (strongest first) and vetoes. SEND is a recommendation: nothing is sent without a person."""
        signals = measured(task, reply)
        weights = scoring.weights_for(reply.writer, reply.abstained)
        score = round(scoring.score(signals, weights), 4)
        raised = triage.flags(task.message, task.subject)
        vetoes = _vetoes(task, reply, signals)
        reasons = (
            *_flag_reasons(raised & {triage.Flag.SAFETY}),
            *_circumstances(task, reply),
            *_flag_reasons(raised - {triage.Flag.SAFETY}),
            *_veto_reasons(vetoes),
            *_pull_reasons(signals, weights),
        )
        return Verdict(score, self._route(score, reply, raised, vetoes), reasons, signals, vetoes)

    def _route(self, score: float, reply: WrittenReply, raised: frozenset[triage.Flag], vetoes: Sequence[str]) -> Route:
        if reply.abstained or score < ESCALATE_BELOW or raised & triage.ESCALATED:
            return Route.ESCALATE
        if vetoes or reply.missing or raised & triage.NEVER_AUTO or score < self.send_from:
            return Route.REVIEW
        return Route.SEND


def topic(evidence: Sequence[Evidence]) -> str:
    """A short word for what the ticket is about: the folder of the best article customers may read, else its title; '' without
    one."""
    hits = [hit for e in evidence for hit in e.hits if hit.passage.audience is not Audience.INTERNAL]
    if not hits:
        return ""
    best = max(hits, key=lambda hit: hit.score).passage
    folders = best.path.split("/")[:-1]
    return (folders[-1] if folders else best.title).replace("-", " ").replace("_", " ").strip().lower()[:40]


def _vetoes(task: WritingTask, reply: WrittenReply, signals: Mapping[str, float]) -> tuple[str, ...]:
    """Codes that keep a draft from ever being recommended for sending."""
    if reply.abstained:
        return ()
    passages = {hit.passage.id: hit.passage for e in task.evidence for hit in e.hits}
    cited = [passages[c.passage_id] for c in reply.citations if c.passage_id in passages]
    ours = f"{task.signature} {task.requester} {task.company} {task.agent}"
    backing = "\n".join([*(p.embedded_text for p in cited), task.subject, task.message, ours])
    found = list(output_filter.vetoes(reply.text, backing))
    checks = {
        "unsupported-number": signals["numbers-backed"] < 1,
        "incomplete": not reply.complete,
        "uncited": not reply.citations,
        "internal-source": any(p.audience is Audience.INTERNAL for p in cited),
        "stale-source": any(p.stale for p in cited),
        "language": signals["language-match"] < 1,
    }
    return (*found, *(code for code, holds in checks.items() if holds))


def _circumstances(task: WritingTask, reply: WrittenReply) -> list[Reason]:
    said = []
    if reply.abstained:
        said.append(Reason("abstained", reply.missing or "Nothing in the knowledge base answers this", 0.0))
    elif reply.missing:
        said.append(Reason("missing", reply.missing, 0.0))
    if reply.fallback:
        said.append(Reason("fallback", f"The knowledge base was quoted instead of asking the model: {reply.fallback}", 0.0))
    if task.evidence and all(e.path is not SearchPath.INDEX for e in task.evidence):
        said.append(Reason("search-path", "The search index is being repaired; a simpler search answered", 0.0))
    return said


def _flag_reasons(raised: frozenset[triage.Flag]) -> list[Reason]:
    return [Reason(flag.value, _FLAG_WORDS[flag], 0.0) for flag in triage.Flag if flag in raised]


def _veto_reasons(vetoes: Sequence[str]) -> list[Reason]:
    return [Reason(code, _VETO_WORDS[code], 0.0) for code in vetoes]


def _pull_reasons(signals: Mapping[str, float], weights: scoring.Weights) -> list[Reason]:
    """The signals that moved the score most, strongest first."""
    said = {signal.name: signal for signal in scoring.SIGNALS}
    ranked = sorted(scoring.pulls(signals, weights).items(), key=lambda pair: -abs(pair[1]))
    reasons = []
    for name, pull in ranked[:MOST_PULLS]:
        if abs(pull) >= SPEAKING_PULL:
            above = signals.get(name, 0.0) >= weights.usual[name]
            reasons.append(Reason(name, said[name].high if above else said[name].low, round(pull, 2)))
    return reasons
