"""One Ollama server: its state, its models, and a model brought into memory with nobody able to interrupt it."""

import asyncio
import time
from collections.abc import Callable

from helpdesk.adapters.writers.ollama import models, options
from helpdesk.adapters.writers.ollama.connection import Connection
from helpdesk.adapters.writers.ollama.errors import NOT_ONE
from helpdesk.adapters.writers.ollama.pulling import pull
from helpdesk.adapters.writers.ollama.retrying import Sleep
from helpdesk.adapters.writers.ollama.trial import tried
from helpdesk.adapters.writers.ollama.wire import Patience
from helpdesk.domain.errors import (
    HelpdeskError,
    ModelBusy,
    ModelCannotWrite,
    ModelLoading,
    ModelMissing,
    ModelNotLocal,
    ModelServerDown,
)
from helpdesk.domain.model_server import LoadedModel, ModelTrial, ServedModel, ServerState, ServerStatus, chosen, is_loopback
from helpdesk.domain.progress import Report
from helpdesk.settings import Settings

REMEMBERED_SECONDS = 20.0
"""How long a list of models stands, so that a queue of drafts asks once."""

BUSY_SECONDS = 30.0
"""How long 'I am busy' stands."""


class OllamaServer:
    """`seconds` is a monotonic clock, `sleep` waits between tries; `is_installed` looks for the program on this computer."""

    def __init__(
        self,
        settings: Settings,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
        is_installed: Callable[[], bool] = models.program_is_here,
    ) -> None:
        self.settings = settings
        self.seconds = seconds
        self.sleep = sleep
        self.patience = Patience(settings.first_token_seconds, settings.stall_seconds)
        self.connection = Connection(settings.ollama_host, settings.ollama_remote_confirmed)
        self.turn = asyncio.Lock()
        """One request at a time: the server would let a second one wait without bound, and count that as silence."""
        self.version = ""
        self._is_installed = is_installed
        self._listed: tuple[float, tuple[ServedModel, ...]] | None = None
        self._used: dict[str, float] = {}
        self._loads: dict[str, asyncio.Task[None]] = {}
        self._busy_until = float("-inf")

    async def state(self) -> ServerState:
        host = self.settings.ollama_host
        if not self.connection.is_allowed():
            return ServerState(ServerStatus.UNCONFIRMED, host)
        try:
            found = await self.listed(fresh=True)
        except ModelServerDown as error:
            absent = not error.detail and is_loopback(host) and not self._is_installed()
            return ServerState(ServerStatus.NOT_INSTALLED if absent else ServerStatus.NOT_RUNNING, host, detail=error.detail)
        try:
            model, missing = chosen(found, self.settings.ollama_model)
        except ModelMissing as error:
            return ServerState(ServerStatus.NO_MODEL, host, self.version, missing=error.model)
        except ModelNotLocal as error:
            return ServerState(ServerStatus.ONLY_CLOUD, host, self.version, error.model)
        except ModelCannotWrite as error:
            return ServerState(ServerStatus.LACKS_CAPABILITY, host, self.version, error.model)
        status = ServerStatus.BUSY if self.is_busy() else ServerStatus.READY
        return ServerState(status, host, self.version, model.name, missing)

    def is_busy(self) -> bool:
        """Whether it writes for us, loads a model for us, or said that it has no room for more."""
        return self.turn.locked() or bool(self._loads) or self.seconds() < self._busy_until

    def was_busy(self) -> None:
        self._busy_until = self.seconds() + BUSY_SECONDS

    async def models(self) -> tuple[ServedModel, ...]:
        return tuple([await models.described(self.connection, model) for model in await self.listed(fresh=True)])

    async def loaded(self) -> tuple[LoadedModel, ...]:
        return await models.in_memory(self.connection)

    async def pull(self, name: str, report: Report) -> None:
        await pull(self.connection, name, report)
        self._listed = None

    async def test(self, name: str) -> ModelTrial:
        found = await self.listed(fresh=True)
        model = models.named(found, name)
        if model is None:
            raise ModelMissing(name)
        if model.is_remote:
            raise ModelNotLocal(name)
        return await tried(self, model)

    async def listed(self, *, fresh: bool = False) -> tuple[ServedModel, ...]:
        """As the server listed them less than 20 seconds ago. Raises ModelServerDown, ModelHostUnconfirmed."""
        now = self.seconds()
        if fresh or self._listed is None or not 0 <= now - self._listed[0] < REMEMBERED_SECONDS:
            self._listed = None
            await self.connection.prepare()
            found = await models.listed(self.connection)
            if fresh or not self.version:
                self.version = await models.version(self.connection)
            self._listed = (now, found)
        return self._listed[1]

    def forget(self) -> None:
        """What was known of its models: one of them turned out to be gone."""
        self._listed = None

    def used(self, model: str) -> None:
        """It wrote just now, so it is in memory."""
        self._used[model] = self.seconds()

    async def load(self, model: ServedModel) -> None:
        """Returns when it is in memory. Whoever waits may give up; the load goes on, for a load broken off begins anew. Raises
        ModelLoading when patience ends first, else what hinders the load."""
        if self.seconds() - self._used.get(model.name, float("-inf")) < options.KEPT_SECONDS / 2:
            return
        load = self._loads.get(model.name)
        if load is None:
            load = asyncio.create_task(self._load(model), name=f"load {model.name}")
            self._loads[model.name] = load
            load.add_done_callback(lambda _: self._loads.pop(model.name, None))
        done, _ = await asyncio.wait({load}, timeout=self.patience.first)
        if not done:
            raise ModelLoading(model.name, round(self.patience.first))
        load.result()
        self.used(model.name)

    async def _load(self, model: ServedModel) -> None:
        """An empty prompt makes the server load the model and say so."""
        request = options.standing(model.name, options.options(self.settings, model.context))
        try:
            await self.connection.asked("POST", "/api/generate", None, {**request, "prompt": "", "stream": False})
        except ModelServerDown as error:
            if error.detail != NOT_ONE:
                raise
        except ModelBusy:
            self.was_busy()
            raise

    async def is_loading(self, model: str) -> bool:
        """Whether the server lives and the model is not in its memory yet."""
        try:
            return all(one.name != model for one in await self.loaded())
        except HelpdeskError:
            return False

    async def aclose(self) -> None:
        """The only thing that ends a load early."""
        loads = list(self._loads.values())
        for load in loads:
            load.cancel()
        await asyncio.gather(*loads, return_exceptions=True)
        await self.connection.aclose()
