"""What a writer needs of a ticket."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from helpdesk.domain.article import Passage
from helpdesk.domain.conversation import PUBLIC, Conversation
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.lists import listed
from helpdesk.domain.past_answer import PastAnswer
from helpdesk.domain.thread_summary import of_older
from helpdesk.domain.understanding import Understood
from helpdesk.ports.writing import WritingTask
from helpdesk.settings import Settings

EARLIER_TURNS = 6
WHOLE_TURNS = 2
"""A prompt repeats so many of them; those before are told in short."""


@dataclass(frozen=True)
class Found:
    """What is asked, and the evidence for each ask, in the same order; `macro` and `past` as in WritingTask."""

    asks: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    macro: Passage | None = None
    past: PastAnswer | None = None


@dataclass(frozen=True)
class Tasks:
    """`own_words` gives a mail without what it repeats and without its signature."""

    settings: Settings
    own_words: Callable[[str], str]

    def of(self, conversation: Conversation, understood: Understood, found: Found, hint: str = "") -> WritingTask:
        """The last customer message is answered, older turns of the same ticket are context."""
        last = conversation.last_customer_message
        earlier = [m.body for m in conversation.messages if m.kind in PUBLIC and m is not last]
        return WritingTask(
            subject=conversation.ticket.subject,
            message=understood.words,
            earlier=tuple(self.own_words(body) for body in earlier[-EARLIER_TURNS:]),
            asks=found.asks,
            evidence=found.evidence,
            requester=conversation.requester.name,
            company=self.settings.company,
            agent=self.settings.agent_name,
            language=self.language(understood),
            hint=hint,
            signature=self.settings.signature_in(self.language(understood)),
            summary=of_older(conversation, WHOLE_TURNS),
            tone=self.settings.tone,
            house_rules=self.settings.house_rules,
            macro=found.macro,
            past=found.past,
        )

    def question(self, question: str, earlier: Sequence[str], understood: Understood, found: Found) -> WritingTask:
        """A question without a ticket, `earlier` being what was said before."""
        return WritingTask(
            subject="",
            message=question,
            earlier=tuple(earlier),
            asks=found.asks,
            evidence=found.evidence,
            requester="",
            company=self.settings.company,
            agent=self.settings.agent_name,
            language=self.language(understood),
            letter=False,
            tone=self.settings.tone,
            house_rules=self.settings.house_rules,
        )

    def language(self, understood: Understood) -> str:
        """The customer's; the desk's first one when it cannot be told."""
        return understood.language.shown or next(iter(listed(self.settings.languages)), "en")
