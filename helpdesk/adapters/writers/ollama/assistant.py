"""The model behind Ollama as an agent's assistant: the same server, options and care as for drafts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from helpdesk import paths
from helpdesk.adapters.writers.assist_prompting import AssistTexts, assist_texts, pieces, rewriting, summing_up
from helpdesk.adapters.writers.ollama import options, saying
from helpdesk.adapters.writers.ollama.budget import Budget
from helpdesk.adapters.writers.ollama.retrying import retrying
from helpdesk.adapters.writers.ollama.said import Said, figures_of
from helpdesk.adapters.writers.ollama.server import OllamaServer
from helpdesk.adapters.writers.ollama.writer import CAUTION, mint_nonce
from helpdesk.adapters.writers.prompting import Prompt
from helpdesk.domain.draft_step import Trace
from helpdesk.domain.errors import ModelMissing, ModelNotWanted, ModelStopped, PromptTooLong
from helpdesk.domain.markup import clean
from helpdesk.domain.model_server import ServedModel, chosen
from helpdesk.domain.rewriting import Wish
from helpdesk.ports.assisting import Grow, Told, Turn
from helpdesk.ports.model_server import FigureBook

NO_MODEL = "excerpts"
"""The writer of a desk that is to ask no model for anything."""


@dataclass
class OllamaAssistant:
    """`nonce` marks off data in a prompt with a word its author could not know."""

    server: OllamaServer
    book: FigureBook
    nonce: Callable[[], str] = mint_nonce
    _texts: AssistTexts | None = field(default=None, init=False)

    async def ready(self) -> None:
        await self._model("")

    async def models(self) -> tuple[str, ...]:
        self._wanted()
        return tuple(model.name for model in await self.server.listed() if model.writes and not model.is_remote)

    async def rewrite(self, text: str, wish: Wish, on_text: Grow) -> Told:
        """Piece by piece when it is too long for one reply."""
        model = await self._model("")
        texts, budget = self._read(), await self._budget(model)
        whole, told = "", list[Said]()
        for piece, gap in pieces(text, budget):
            prompt = rewriting(piece, wish, texts, self.server.settings.company, self.nonce())
            told.append(await self._said(model, prompt, budget, _behind(whole, on_text)))
            whole += clean(told[-1].text).strip() + gap
        return _told(whole, told, model, texts.version("rewrite"))

    async def summarize(self, turns: Sequence[Turn], on_text: Grow) -> Told:
        model = await self._model("")
        texts, budget = self._read(), await self._budget(model)
        prompt = summing_up(turns, texts, self.server.settings.company, budget, self.nonce())
        said = await self._said(model, prompt, budget, on_text)
        return _told(clean(said.text).strip(), [said], model, texts.version("summary"))

    async def repeat(self, trace: Trace, model: str, on_text: Grow) -> Told:
        """Raises ModelMissing, beside what the others raise."""
        served = await self._model(model or trace.model)
        said = await self._said(served, Prompt(trace.system, trace.prompt, ()), await self._budget(served), on_text)
        return _told(clean(said.text).strip(), [said], served, trace.prompt_version)

    async def _said(self, model: ServedModel, prompt: Prompt, budget: Budget, on_text: Grow) -> Said:
        if budget.tokens(prompt.system + prompt.user) > budget.room:
            raise PromptTooLong(budget.window)
        asked = saying.request(self.server, model, prompt)
        said: Said = await retrying(self.server.sleep)(saying.said, self.server, model, prompt, asked, on_text)
        if not said.text.strip():
            raise ModelStopped("the reply was empty")
        self.server.used(model.name)
        return said

    async def _budget(self, model: ServedModel) -> Budget:
        figures = await self.book.of(model.name, model.digest)
        window = options.window(self.server.settings, model.context)
        return Budget(window, options.REPLY_TOKENS, figures.bytes_per_token * CAUTION)

    async def _model(self, name: str) -> ServedModel:
        self._wanted()
        model, absent = chosen(await self.server.listed(), name or self.server.settings.ollama_model)
        if name and absent:
            raise ModelMissing(absent)
        return model

    def _wanted(self) -> None:
        if self.server.settings.writer == NO_MODEL:
            raise ModelNotWanted

    def _read(self) -> AssistTexts:
        if self._texts is None:
            self._texts = assist_texts(paths.resources() / "prompts")
        return self._texts


def _behind(before: str, on_text: Grow) -> Grow:
    return lambda text: on_text(before + text)


def _told(text: str, told: Sequence[Said], model: ServedModel, version: str) -> Told:
    """Figures of several replies: what counts is added up, the rest is the last one's."""
    figures = dict(figures_of(told[-1]))
    for name in ("seconds", "prompt_tokens", "reply_tokens"):
        figures[name] = sum(dict(figures_of(one)).get(name, 0.0) for one in told)
    figures["seconds_to_first"] = round(told[0].to_first, 3)
    complete = all(one.reason == "stop" for one in told)
    block = dict(told[-1].request["options"])
    return Told(text, complete, model.name, model.digest, version, figures, block)
