"""The server's lists of models, read with care: versions differ in what they tell, and a stranger may tell anything."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

from helpdesk.adapters.writers.ollama.connection import Connection
from helpdesk.adapters.writers.ollama.errors import NOT_ONE, short
from helpdesk.domain.errors import HelpdeskError, ModelServerDown
from helpdesk.domain.model_server import LoadedModel, ServedModel

if TYPE_CHECKING:
    import ollama

ANSWER_SECONDS = 3.0
LONGEST_NAME = 200
PLACES = (
    "/usr/local/bin/ollama",
    "/usr/bin/ollama",
    "/opt/homebrew/bin/ollama",
    "/Applications/Ollama.app",
    "~/AppData/Local/Programs/Ollama/ollama.exe",
)


async def version(connection: Connection) -> str:
    """'' for a server that does not say. Raises ModelServerDown when there is none."""
    try:
        told = await connection.asked("GET", "/api/version", ANSWER_SECONDS)
    except ModelServerDown as error:
        if not error.detail:
            raise
        return ""
    except HelpdeskError:
        return ""
    return str(told.get("version") or "")


async def listed(connection: Connection) -> tuple[ServedModel, ...]:
    """Raw: the package's own list leaves out what a model can do and how much it reads. Raises ModelServerDown,
    ModelHostUnconfirmed."""
    try:
        told = await connection.asked("GET", "/api/tags", ANSWER_SECONDS)
    except ModelServerDown:
        raise
    except HelpdeskError as error:
        raise ModelServerDown(connection.host, getattr(error, "detail", "") or NOT_ONE) from error
    found = told.get("models")
    if not isinstance(found, list):
        raise ModelServerDown(connection.host, NOT_ONE)
    return tuple(model for one in found if isinstance(one, dict) and is_name((model := served(one)).name))


def is_name(name: str) -> bool:
    """Whether it can be shown to a person as it is; a stranger's server may list anything."""
    return bool(name) and name.isprintable() and len(name) <= LONGEST_NAME


def served(told: Mapping[str, Any]) -> ServedModel:
    details = _mapping(told.get("details"))
    return ServedModel(
        name=str(told.get("name") or told.get("model") or ""),
        digest=str(told.get("digest") or "").removeprefix("sha256:"),
        size=_number(told.get("size")),
        parameters=short(details.get("parameter_size") or ""),
        quantization=short(details.get("quantization_level") or ""),
        context=_number(details.get("context_length")),
        is_remote=is_remote(told),
        writes=_writes(told, details),
        family=str(details.get("family") or ""),
    )


def is_remote(told: Mapping[str, Any]) -> bool:
    """Whether the server would hand the conversation to somebody else's machine."""
    return bool(told.get("remote_host") or told.get("remote_model")) or names_cloud(str(told.get("name") or ""))


def names_cloud(name: str) -> bool:
    tag = name.rpartition(":")[2]
    return tag == "cloud" or tag.endswith("-cloud")


def _writes(told: Mapping[str, Any], details: Mapping[str, Any]) -> bool:
    capabilities = told.get("capabilities")
    if isinstance(capabilities, list):
        return "completion" in capabilities
    families = details.get("families") or [details.get("family") or ""]
    return not any("bert" in str(family) for family in families if family) if isinstance(families, list) else True


async def described(connection: Connection, model: ServedModel) -> ServedModel:
    """With what an older server's list leaves out, where it can be had."""
    if model.context or model.is_remote:
        return model
    try:
        with connection.spoken(ANSWER_SECONDS):
            async with asyncio.timeout(ANSWER_SECONDS):
                shown = await connection.client.show(model.name)
    except HelpdeskError:
        return model
    return replace(
        model,
        context=_context(shown.modelinfo or {}),
        writes="completion" in shown.capabilities if shown.capabilities else model.writes,
    )


def _context(about: Mapping[str, Any]) -> int:
    return next((_number(value) for key, value in about.items() if key.endswith(".context_length")), 0)


async def in_memory(connection: Connection) -> tuple[LoadedModel, ...]:
    """Raises ModelServerDown, ModelHostUnconfirmed."""
    with connection.spoken(ANSWER_SECONDS):
        async with asyncio.timeout(ANSWER_SECONDS):
            running = await connection.client.ps()
    return tuple(_loaded(one) for one in running.models)


def _loaded(one: "ollama.ProcessResponse.Model") -> LoadedModel:
    return LoadedModel(
        one.name or one.model or "", int(one.size or 0), int(one.size_vram or 0), _number(getattr(one, "context_length", 0))
    )


def named(models: Sequence[ServedModel], name: str) -> ServedModel | None:
    return next((model for model in models if model.name in (name, f"{name}:latest")), None)


def program_is_here() -> bool:
    """Whether Ollama is installed on this computer, running or not. Starts nothing."""
    return which("ollama") is not None or any(Path(place).expanduser().exists() for place in PLACES)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
