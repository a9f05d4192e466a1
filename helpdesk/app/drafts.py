"""How a draft comes about, and the help beside it."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from helpdesk.adapters.install_mark import install_mark
from helpdesk.adapters.intents import PrototypeIntents
from helpdesk.adapters.languages import LinguaLanguages
from helpdesk.adapters.personal_data import FormalRecogniser
from helpdesk.adapters.quoted_replies import MailParserWords
from helpdesk.adapters.writers.ollama.assistant import OllamaAssistant
from helpdesk.adapters.writers.ollama.server import OllamaServer
from helpdesk.app.parts import Parts
from helpdesk.domain import language
from helpdesk.domain.lists import hosts, listed, regions
from helpdesk.domain.own_patterns import own_patterns
from helpdesk.domain.triage import Flag
from helpdesk.ports.assisting import Assistant
from helpdesk.services.assistance import Assistance, Rewriting, Summaries, Translating
from helpdesk.services.confidence import Confidence
from helpdesk.services.drafting import Drafting
from helpdesk.services.guard import Guard, GuardRules
from helpdesk.services.lanes import Lane
from helpdesk.services.learning import Track
from helpdesk.services.macro_choice import MacroChoice
from helpdesk.services.memory import Memory
from helpdesk.services.model_figures import ModelMemory
from helpdesk.services.pipeline import Beside, Pipeline, Steps, Tasks
from helpdesk.services.proving import Proving
from helpdesk.services.redacting import Redacting
from helpdesk.services.retrieval import MIXES, Retrieval
from helpdesk.services.understanding import IntentBook, Readers, Understanding, shipped
from helpdesk.settings import Settings


@dataclass(frozen=True)
class ModelSide:
    """The model server, what is remembered of its models, and the help it gives beside a draft."""

    server: OllamaServer
    memory: ModelMemory
    assistant: OllamaAssistant


def model_side(parts: Parts, stack: AsyncExitStack) -> ModelSide:
    server, memory = OllamaServer(parts.settings), ModelMemory(parts.store)
    stack.push_async_callback(memory.settled)
    stack.push_async_callback(server.aclose)
    return ModelSide(server, memory, OllamaAssistant(server, memory))


def redacting(settings: Settings) -> Redacting:
    """Raises BadInput naming the pattern that cannot be used; `load` has already refused it."""
    return Redacting(FormalRecogniser(regions(settings.phone_regions), own_patterns(settings.redact_patterns)))


def assistance(parts: Parts, assistant: Assistant, proving: Proving, retrieval: Retrieval) -> Assistance:
    store, settings, hiding = parts.store, parts.settings, parts.hiding
    rewriting = Rewriting(store, assistant, hiding, proving, parts.clock, parts.publish, settings)
    translating = Translating(store, assistant, hiding, agent_language(settings))
    return Assistance(store, rewriting, Summaries(store, assistant, hiding), parts.likeness, retrieval, translating)


def agent_language(settings: Settings) -> str:
    """What the person at the desk reads: the window's language, or the desk's first when that follows the system."""
    return settings.language if settings.language in language.NAMES else language.codes(settings.languages)[0]


def draft_steps(parts: Parts, reading: Understanding, retrieval: Retrieval, drafting: Drafting, chunker: str) -> Steps:
    watching = guard(parts)
    return Steps(
        understanding=reading,
        retrieval=retrieval,
        beside=beside(parts),
        redacting=parts.hiding,
        guard=watching,
        tasks=Tasks(parts.settings, reading.own_words),
        drafting=drafting,
        confidence=Confidence(guard=watching, book=parts.scorers),
        embedder=parts.index.embedder_fingerprint,
        chunker=chunker,
        clock=parts.clock,
        track=Track(parts.store).of,
        ways=ways(parts.settings),
    )


def ways(settings: Settings) -> str:
    """The settings that make another drafter: what was proven of one says nothing of the other."""
    mix = sha256(repr(MIXES[settings.embedder]).encode()).hexdigest()[:6]
    said = [f"{settings.passages} passages", f"mix {mix}", f"tone {settings.tone}"]
    said.append(f"languages {' '.join(listed(settings.languages))}")
    hidden = f"{settings.redact_patterns}\n{settings.phone_regions}"
    said.append(f"hides {sha256(hidden.encode()).hexdigest()[:6]}")
    if settings.reranker_folder:
        said.append(f"second look {Path(settings.reranker_folder).name} {settings.reranker_ms} ms")
    return ", ".join((*said, "sent answers") if settings.use_past_answers else said)


def beside(parts: Parts) -> Beside:
    settings, store = parts.settings, parts.store
    memory = Memory(store, parts.hiding, parts.likeness, settings, parts.clock)
    return Beside(MacroChoice(store, parts.index), memory, settings)


def drafting_lanes(parts: Parts, pipeline: Pipeline, memory: Memory) -> list[Lane]:
    return [
        Lane("drafting", pipeline.next, 30.0),
        Lane("rewriting", pipeline.improve, 30.0),
        Lane("remembering", parts.likeness.remember, 300.0),
        Lane("learning", memory.learn, 60.0),
    ]


def understanding(parts: Parts, stack: AsyncExitStack) -> Understanding:
    settings = parts.settings
    languages = LinguaLanguages(language.codes(settings.languages))
    stack.push_async_callback(languages.aclose)
    intents = IntentBook(parts.store, parts.index, PrototypeIntents(), shipped)
    readers = Readers(languages, MailParserWords(), intents, parts.hiding)
    return Understanding(parts.store, readers, parts.publish, settings.agent_name)


def guard(parts: Parts) -> Guard:
    topics = frozenset(Flag(name) for name in listed(parts.settings.never_auto))
    return Guard(GuardRules(frozenset(hosts(parts.settings.link_hosts)), topics, install_mark(parts.workspace.mark)))
