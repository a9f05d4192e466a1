"""Drafts by a local model behind Ollama. It has no hands: text in, text out, and what it cites is checked word for word."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from helpdesk import paths
from helpdesk.adapters.writers.abstaining import abstained, holding, letter, missing, unanswerable
from helpdesk.adapters.writers.grounding import bound, told
from helpdesk.adapters.writers.ollama import options, saying
from helpdesk.adapters.writers.ollama.budget import Budget, was_cut
from helpdesk.adapters.writers.ollama.retrying import retrying
from helpdesk.adapters.writers.ollama.said import Said, broken_off, trace
from helpdesk.adapters.writers.ollama.server import OllamaServer
from helpdesk.adapters.writers.prompting import Templates, briefly, build, public_hits, templates
from helpdesk.domain.draft import Hand, WrittenReply
from helpdesk.domain.errors import ModelMissing, ModelStopped, ModelUnfit, NotReady, PromptTooLong
from helpdesk.domain.markup import clean
from helpdesk.domain.model_server import ServedModel, chosen, smaller
from helpdesk.domain.quoting import MARKER
from helpdesk.ports.model_server import FigureBook
from helpdesk.ports.writing import WritingTask

Grow = Callable[[str], None]
CAUTION = 0.9
"""The next ticket may be in a language of shorter tokens than those learned from."""


def mint_nonce() -> str:
    return secrets.token_hex(4)


@dataclass
class _Heard:
    """Passes on what comes, and remembers the last of it for when nothing more does."""

    on_text: Grow
    text: str = ""

    def __call__(self, text: str) -> None:
        self.text = text
        self.on_text(text)


@dataclass
class OllamaWriter:
    """`wanted` is a model's name, empty for the settings' choice. `nonce` marks off data in a prompt with a word its author
    could not know."""

    server: OllamaServer
    book: FigureBook
    wanted: str = ""
    nonce: Callable[[], str] = mint_nonce
    name: str = field(default="ollama", init=False)
    _texts: Templates | None = field(default=None, init=False)

    async def ready(self) -> None:
        """Raises ModelServerDown, ModelHostUnconfirmed, ModelMissing, ModelNotLocal, ModelCannotWrite."""
        await self._model()

    async def hand(self, tone: str, house_rules: str) -> Hand:
        """Without a server that says which model it would be, none is named."""
        try:
            model = _signed(await self._model())
        except NotReady:
            model = ""
        return Hand(self.name, model, self._prompt(tone, house_rules))

    async def write(self, task: WritingTask, on_text: Grow) -> WrittenReply:
        """Raises NotReady: what `ready` raises, ModelLoading, ModelBusy, ModelUnfit, ModelRefused, PromptTooLong, or
        ModelStopped when no finished text came."""
        model = await self._model()
        if why := unanswerable(task):
            return abstained("", why, self._by(model, task))
        if not public_hits(task) and task.macro is None:
            lacking = missing(list(zip(task.asks, task.evidence, strict=False)))
            return abstained(holding(task), lacking, self._by(model, task))
        try:
            return await self._drafted(model, task, on_text)
        except ModelMissing:
            self.server.forget()
            other = await self._model()
            if other.name == model.name:
                raise
            return await self._drafted(other, task, on_text)
        except ModelUnfit:
            lighter = smaller(await self.server.listed(), model)
            if lighter is None or self.wanted:
                raise
            return await self._drafted(lighter, task, on_text)

    async def _drafted(self, model: ServedModel, task: WritingTask, on_text: Grow) -> WrittenReply:
        said = await self._told(model, task, on_text)
        if said.reason == "length":
            said = await self._told(model, briefly(task), on_text)
        if not said.text.strip():
            raise ModelStopped("the reply was empty")
        self.server.used(model.name)
        await self.book.learn(model.name, model.digest, said.measured)
        reply = _bound(task, said, self._by(model, task))
        return replace(reply, trace=trace(model, said, reply.prompt))

    async def _told(self, model: ServedModel, task: WritingTask, on_text: Grow) -> Said:
        """Once more with half of the passages when the prompt turns out too long, be it said by the server or told by its
        count. Raises PromptTooLong, and what the server raises after every try."""
        most = self.server.settings.passages
        figures = await self.book.of(model.name, model.digest)
        window = options.window(self.server.settings, model.context)
        budget = Budget(window, options.REPLY_TOKENS, figures.bytes_per_token * CAUTION)
        for passages in dict.fromkeys((most, max(1, most // 2))):
            prompt = build(task, self._templates(), budget, passages, self.nonce())
            request = saying.request(self.server, model, prompt)
            heard = _Heard(on_text)
            try:
                said: Said = await retrying(self.server.sleep)(saying.said, self.server, model, prompt, request, heard)
            except PromptTooLong:
                continue
            except NotReady as error:
                if heard.text:
                    error.broken_off = broken_off(model, prompt, request, heard.text, self._by(model, task)[2])
                raise
            estimate = budget.tokens(prompt.system + prompt.user)
            counts_all = options.numbered(self.server.version) >= options.FIRST_COUNTING_ALL
            if not was_cut(said.counts.prompt_tokens, estimate, window, counts_all=counts_all):
                return said
        raise PromptTooLong(window)

    async def _model(self) -> ServedModel:
        """The wanted one; without `wanted` the settings' one, or another when that is not there: a draft is better than
        none."""
        found = await self.server.listed()
        model, absent = chosen(found, self.wanted or self.server.settings.ollama_model)
        if self.wanted and absent:
            raise ModelMissing(absent)
        return model

    def _by(self, model: ServedModel, task: WritingTask) -> tuple[str, str, str]:
        """Whose work a draft is: writer, model and prompt. Also of a draft the model was not asked for, which would else count
        as another drafter's."""
        return self.name, _signed(model), self._prompt(task.tone, task.house_rules)

    def _prompt(self, tone: str, house_rules: str) -> str:
        return options.named(self._templates().of(tone, house_rules).version, self.server.settings)

    def _templates(self) -> Templates:
        if self._texts is None:
            self._texts = templates(paths.resources() / "prompts")
        return self._texts


def _signed(model: ServedModel) -> str:
    return f"{model.name}@{model.digest[:12]}"


def _bound(task: WritingTask, said: Said, by: tuple[str, str, str]) -> WrittenReply:
    written, lacking = told(clean(said.text))
    body, citations = bound(written, said.prompt.passages, said.prompt.macro)
    if lacking and not MARKER.search(body):
        return abstained(holding(task), lacking, by)
    writer, model, version = by
    return WrittenReply(letter(task, body), citations, False, lacking, said.reason == "stop", writer, model, version)
