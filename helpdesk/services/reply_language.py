"""What an agent should know of the language a reply is in."""

from helpdesk.domain import language
from helpdesk.domain.draft import Reason, WrittenReply
from helpdesk.domain.letter import LANGUAGES
from helpdesk.domain.understanding import Understood
from helpdesk.ports.writing import WritingTask

WRITTEN_WELL = frozenset(("en", "de", "fr", "es", "it", "pt"))
"""What the makers of the common small models say that these write; others they were hardly taught."""


def language_reasons(task: WritingTask, reply: WrittenReply, understood: Understood | None) -> list[Reason]:
    """Empty for a reply in a language everybody here knows."""
    if not reply.text:
        return []
    name, told = language.name(task.language), []
    if understood is not None and not understood.language.shown:
        told.append(Reason("language-untold", f"The customer's language could not be told; the reply is in {name}", 0.0))
    if task.letter and task.language not in LANGUAGES:
        told.append(Reason("letter-language", f"Greeting and closing are in English: the desk has none in {name}", 0.0))
    if reply.trace is not None and reply.trace.model and task.language not in WRITTEN_WELL:
        told.append(Reason("model-language", f"The model may not write {name} well", 0.0))
    return told
