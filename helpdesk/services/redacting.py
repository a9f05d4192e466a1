"""Personal data stays out of prompts, logs and memories; the reply gets it back."""

from collections.abc import Sequence
from dataclasses import replace

from helpdesk.domain import party_names
from helpdesk.domain.conversation import Conversation
from helpdesk.domain.draft import WrittenReply
from helpdesk.domain.evidence import Evidence
from helpdesk.domain.macro import is_macro
from helpdesk.domain.redaction import Finding, Vault, placeholders_in
from helpdesk.ports.personal_data import PersonalData
from helpdesk.ports.writing import WritingTask

LONGEST = 200_000
"""Characters of one message that are looked at; prompts hold far fewer."""


class Redacting:
    def __init__(self, personal: PersonalData) -> None:
        self._personal = personal

    def vault(self, conversation: Conversation, *more: str) -> Vault:
        """What is hidden on a ticket, numbered as it appears there; `more` is said beside it, like an agent's hint."""
        who = conversation.requester
        people = (who.name, *(message.author for message in conversation.messages))
        said = (who.email, conversation.ticket.subject, *(message.body for message in conversation.messages), *more)
        return self._vault(said, people)

    def vault_of(self, *texts: str) -> Vault:
        """The same for words without a ticket."""
        return self._vault(texts, ())

    def _vault(self, texts: Sequence[str], people: Sequence[str]) -> Vault:
        def found(text: str) -> list[Finding]:
            if text in people:
                return party_names.of_person(text)
            return [*self._personal.found(text), *party_names.found(text)]

        return Vault.of([*people, *(text[:LONGEST] for text in texts)], found, self._personal.kinds)

    def kinds_in(self, text: str) -> tuple[str, ...]:
        """Of personal data, each once, in the order of the text; people's names aside."""
        found = sorted(self._personal.found(text[:LONGEST]), key=lambda one: one.start)
        return tuple(dict.fromkeys(one.kind for one in found))

    def hidden(self, task: WritingTask, vault: Vault) -> WritingTask:
        """The task as a writer may read it. Passages stay as they are: they are our own, and quotes of them must be verbatim.
        So does the requester, whom the template greets and no prompt names."""
        return replace(
            task,
            subject=vault.hide(task.subject),
            message=vault.hide(task.message),
            earlier=tuple(vault.hide(turn) for turn in task.earlier),
            asks=tuple(vault.hide(ask) for ask in task.asks),
            evidence=tuple(_asked(evidence, vault) for evidence in task.evidence),
            hint=vault.hide(task.hint),
            summary=vault.hide(task.summary),
            macro=task.macro and replace(task.macro, text=vault.hide(task.macro.text)),
        )

    def restored(self, reply: WrittenReply, vault: Vault) -> tuple[WrittenReply, tuple[str, ...]]:
        """The reply with real words, and the placeholders in it that stand for nothing here. What an article prints in braces
        is a quotation, whatever it looks like."""
        printed = placeholders_in(" ".join(c.quote for c in reply.citations if not is_macro(c)))
        text, missing = vault.restore(reply.text, printed), vault.restore(reply.missing)
        told = tuple(replace(c, quote=vault.restore(c.quote).text) if is_macro(c) else c for c in reply.citations)
        whole = replace(reply, text=text.text, missing=missing.text, citations=told)
        quotes = " ".join(citation.quote for citation in reply.citations)
        return whole, tuple(name for name in text.unresolved if name not in quotes)

    def masked(self, conversation: Conversation, text: str) -> str:
        """The text for what outlives the ticket (memory, export): kinds in place of what they stood for."""
        return self.vault(conversation, text).masked(text)

    def masked_of(self, person: str, text: str) -> str:
        """The same for words of somebody of that name, or to them."""
        return self._vault((text,), (person,)).masked(text)


def _asked(evidence: Evidence, vault: Vault) -> Evidence:
    return replace(evidence, question=vault.hide(evidence.question))
