"""How sure a draft is, why, and where it goes. Pure: the same draft always gets the same verdict."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from helpdesk.domain import scoring, triage
from helpdesk.domain.article import Audience
from helpdesk.domain.certificate import tidy_topic
from helpdesk.domain.draft import Reason, Route, Verdict, WrittenReply
from helpdesk.domain.evidence import Evidence, LeftOut, SearchPath
from helpdesk.domain.output_filter import Veto
from helpdesk.domain.shipped_scorer import ABSTAINED
from helpdesk.domain.track_record import TrackRecord
from helpdesk.domain.understanding import Severity, Understood
from helpdesk.ports.writing import WritingTask
from helpdesk.services import contributions
from helpdesk.services.guard import Guard
from helpdesk.services.learning.book import ScorerBook
from helpdesk.services.reply_language import language_reasons
from helpdesk.services.signals import Measured

ESCALATE_BELOW = 0.10
MOST_LEFT_OUT = 2
SEND_FROM = 0.85
"""Uncertified, as every score here: a recommendation to the person who reads it."""

_FLAG_WORDS = {
    triage.Flag.SAFETY: "It may be dangerous: a person answers now",
    triage.Flag.SPAM: "The message looks like advertising",
    triage.Flag.INJECTION: "The message gives instructions to the program; they were ignored",
    triage.Flag.ANGER: "The customer is angry",
    triage.Flag.URGENT: "The customer says it is urgent: a person decides",
    triage.Flag.REFUND: "It is about a refund or compensation: a person decides",
    triage.Flag.LEGAL: "It mentions legal action: a person decides",
    triage.Flag.CANCELLATION: "It is about cancelling: a person decides",
    triage.Flag.COMPLAINT: "It is a complaint: a person decides",
    triage.Flag.SECURITY: "It reports a security problem: a person decides",
    triage.Flag.PRIVACY: "It is about personal data rights: a person decides",
    triage.Flag.WANTS_PERSON: "The customer asks for a person",
    triage.Flag.PRESS: "It comes from the press: a person decides",
}
_LEFT_TO_THE_SCORE = {
    triage.Flag.URGENT: "The customer says it is urgent",
    triage.Flag.REFUND: "It is about a refund or compensation",
    triage.Flag.CANCELLATION: "It is about cancelling",
    triage.Flag.COMPLAINT: "It is a complaint",
    triage.Flag.PRIVACY: "It is about personal data rights",
}
"""Said instead where the topic is not on the desk's list of those people decide."""

_VETO_WORDS = {
    "incomplete": "The model stopped before it was done",
    "uncited": "The draft cites nothing",
    "macro-source": "The draft quotes a macro, not an article",
    "internal-source": "The draft quotes an internal article",
    "stale-source": "The draft stands on an article that is due for a review",
    "suspicious-source": "The draft stands on an article that gives instructions to the program",
    "unsupported-link": "A link in the draft is in no cited passage",
    "unsupported-email": "A mail address in the draft is in no cited passage",
    "unsupported-phone": "A phone number in the draft is in no cited passage",
    "active-content": "The draft contains an image or script address",
    "placeholder": "The draft contains an unfilled placeholder",
    "unsupported-promise": "The draft promises something no source backs",
    "unsupported-amount": "The draft names an amount of money no source has",
    "unsupported-number": "A number, date or code in the draft is in no cited passage",
    "profanity": "The draft swears",
    "packed-text": "The draft contains a long code nobody can read, which no source has",
    "hidden-text": "The draft contains characters nobody can see",
    "prompt-leak": "The draft repeats the instructions given to the model",
    "canary": "The draft gives away the instructions given to the model",
    "language": "The draft is in another language than the customer's",
    "length": "The draft is much longer than what it stands on, or repeats itself",
    "unsupported-sentence": "A sentence in the draft is not what the cited passages say",
}


@dataclass(frozen=True)
class Confidence:
    """`send_from` is the score from which a draft is recommended; `guard` may keep it from being so all the same. `book` names
    the scorer that judges a writer's drafts."""

    send_from: float = SEND_FROM
    guard: Guard = field(default_factory=Guard)
    book: ScorerBook = field(default_factory=ScorerBook)

    def assess(
        self,
        task: WritingTask,
        reply: WrittenReply,
        unresolved: Sequence[str] = (),
        understood: Understood | None = None,
        record: TrackRecord | None = None,
    ) -> Verdict:
        """Score, route, reasons (strongest first) and vetoes. SEND is a recommendation: nothing is sent without a person.
        `unresolved` are placeholders for personal data that nobody could restore; what the message was understood to be may
        only bring people in. `record` is how such drafts went before."""
        draft = Measured(task, reply, record or TrackRecord())
        scorer = self.book.live(reply.writer)
        weights = ABSTAINED if reply.abstained else scorer.weights
        score = round(scoring.score(draft.signals, weights), 4)
        raised = self.guard.flags(task)
        vetoes = self.guard.vetoes(task, reply, unresolved)
        codes = tuple(veto.code for veto in vetoes)
        reasons = (
            *_flag_reasons(raised & {triage.Flag.SAFETY}, self.guard.never_auto),
            *_circumstances(task, reply),
            *language_reasons(task, reply, understood),
            *_flag_reasons(raised - {triage.Flag.SAFETY}, self.guard.never_auto),
            *_reading_reasons(understood, raised & self.guard.never_auto),
            *_veto_reasons(vetoes),
            *contributions.reasons(draft, weights),
        )
        route, at_best = (_raised(self._route(s, reply, raised, vetoes), understood) for s in (score, 1.0))
        return Verdict(score, route, reasons, draft.signals, codes, scorer.name, sendable=at_best is Route.SEND)

    def _route(self, score: float, reply: WrittenReply, raised: frozenset[triage.Flag], vetoes: Sequence[Veto]) -> Route:
        if reply.abstained or score < ESCALATE_BELOW or raised & triage.ESCALATED:
            return Route.ESCALATE
        if vetoes or reply.missing or raised & self.guard.never_auto or score < self.send_from:
            return Route.REVIEW
        return Route.SEND


def _raised(route: Route, understood: Understood | None) -> Route:
    if understood is not None and understood.escalates:
        return Route.ESCALATE
    return Route.REVIEW if route is Route.SEND and understood is not None and understood.person_decides else route


def topic(evidence: Sequence[Evidence]) -> str:
    """A short word for what the ticket is about: the folder of the best article customers may read, else its title; '' without
    one."""
    hits = [hit for e in evidence for hit in e.hits if hit.passage.audience is not Audience.INTERNAL]
    if not hits:
        return ""
    best = max(hits, key=lambda hit: hit.score).passage
    folders = best.path.split("/")[:-1]
    named = (folders[-1] if folders else best.title).replace("-", " ").replace("_", " ")
    return tidy_topic(named)


def _circumstances(task: WritingTask, reply: WrittenReply) -> list[Reason]:
    said = []
    if reply.abstained:
        said.append(Reason("abstained", reply.missing or "Nothing in the knowledge base answers this", 0.0))
    elif reply.missing:
        said.append(Reason("missing", reply.missing, 0.0))
    if reply.abstained or reply.missing:
        said += [Reason("left-out", f"“{one.title}” was left out: {one.reason}", 0.0) for one in _left_out(task)]
    if reply.fallback:
        said.append(Reason("fallback", f"The knowledge base was quoted instead of asking the model: {reply.fallback}", 0.0))
    if task.evidence and all(e.path is not SearchPath.INDEX for e in task.evidence):
        said.append(Reason("search-path", "The search index is being repaired; a simpler search answered", 0.0))
    return said


def _left_out(task: WritingTask) -> list[LeftOut]:
    return [one for found in task.evidence for one in found.left_out][:MOST_LEFT_OUT]


def _flag_reasons(raised: frozenset[triage.Flag], never_auto: frozenset[triage.Flag]) -> list[Reason]:
    words = _FLAG_WORDS | {flag: said for flag, said in _LEFT_TO_THE_SCORE.items() if flag not in never_auto}
    return [Reason(flag.value, words[flag], 0.0) for flag in triage.Flag if flag in raised]


def _reading_reasons(understood: Understood | None, told: Collection[str]) -> list[Reason]:
    """`told` are topics of which it was said already that a person decides."""
    if understood is None:
        return []
    said = []
    if understood.worst is Severity.CRITICAL:
        said.append(Reason("critical", "It was understood as critical: a person answers", 0.0))
    elif understood.escalates:
        said.append(Reason("team-lead", "It was understood as one for the team lead", 0.0))
    if understood.person_decides and understood.intent.shown not in told:
        said.append(Reason("person-decides", f"Its intent is '{understood.intent.shown}', which people decide", 0.0))
    return said


def _veto_reasons(vetoes: Sequence[Veto]) -> list[Reason]:
    return [Reason(v.code, f"{_VETO_WORDS[v.code]}: {v.detail}" if v.detail else _VETO_WORDS[v.code], 0.0) for v in vetoes]
