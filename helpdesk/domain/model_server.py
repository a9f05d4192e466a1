"""The server that runs the drafting model, as the desk sees it: what it has, what state it is in, how fast it is here."""

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from helpdesk.domain.errors import ModelCannotWrite, ModelMissing, ModelNotLocal

FIRST_BYTES_PER_TOKEN = 3.0
"""Cautious for every script we meet: English has about four bytes a token, Chinese three."""

LEAST_BYTES, MOST_BYTES = 1.2, 6.0
LEARNING = 0.2
"""The weight of a new measurement against all that were before."""

LAST_PORT = 65535
_ADDRESS = re.compile(
    r"(?:https?://)?(?:(?P<name>(?:[\w-]{1,63}\.){0,8}[\w-]{1,63})|\[(?P<ipv6>[^\]]{2,45})\])(?::(?P<port>\d{1,9}))?(?:/[\w./~-]*)?",
    re.IGNORECASE,
)


class ServerStatus(StrEnum):
    """Seven, and an eighth for a server nobody may be asked at yet: it is on another computer and was not confirmed."""

    UNCONFIRMED = "unconfirmed"
    NOT_INSTALLED = "not-installed"
    NOT_RUNNING = "not-running"
    NO_MODEL = "no-model"
    ONLY_CLOUD = "only-cloud"
    LACKS_CAPABILITY = "lacks-capability"
    BUSY = "busy"
    READY = "ready"


@dataclass(frozen=True)
class ServedModel:
    """A model as the server lists it. `size` in bytes on disk; `context` in tokens (0: not told). `is_remote`: the server would
    hand every text to somebody else's machine."""

    name: str
    digest: str
    size: int = 0
    parameters: str = ""
    quantization: str = ""
    context: int = 0
    is_remote: bool = False
    writes: bool = True
    family: str = ""


@dataclass(frozen=True)
class LoadedModel:
    """`memory` in bytes, of which `graphics` on a graphics card; `context` as it was loaded with."""

    name: str
    memory: int
    graphics: int
    context: int


@dataclass(frozen=True)
class ServerState:
    """`model` is the one that would write now, `missing` the one wanted instead but not there. `detail` says more of a status
    in the server's or the system's words."""

    status: ServerStatus
    host: str
    version: str = ""
    model: str = ""
    missing: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Measured:
    """One reply as the server counted it; None where it did not say. Seconds; `prompt_bytes` as we sent it."""

    prompt_bytes: int
    prompt_tokens: int | None
    reply_tokens: int | None
    prompt_seconds: float | None
    reply_seconds: float | None
    load_seconds: float | None
    seconds: float


@dataclass(frozen=True)
class ModelFigures:
    """What this machine learned of a model (name and digest): running means, 0 while unknown. `drafts` counts what they stand
    on; `memory` is what it took when it was tested, in bytes."""

    model: str
    digest: str
    bytes_per_token: float = FIRST_BYTES_PER_TOKEN
    tokens_per_second: float = 0.0
    prompt_tokens_per_second: float = 0.0
    seconds_per_draft: float = 0.0
    drafts: int = 0
    memory: int = 0

    def after(self, measured: Measured) -> "ModelFigures":
        """With one more reply learned from. A prompt of which the server cached a part would make every token look long, so
        what is not plausible is left out."""
        ratio = measured.prompt_bytes / measured.prompt_tokens if measured.prompt_tokens else 0.0
        plausible = LEAST_BYTES <= ratio <= MOST_BYTES
        return replace(
            self,
            bytes_per_token=self._mixed(self.bytes_per_token, ratio) if plausible else self.bytes_per_token,
            tokens_per_second=self._mixed(self.tokens_per_second, rate(measured.reply_tokens, measured.reply_seconds)),
            prompt_tokens_per_second=self._mixed(
                self.prompt_tokens_per_second, rate(measured.prompt_tokens, measured.prompt_seconds)
            ),
            seconds_per_draft=self._mixed(self.seconds_per_draft, measured.seconds - (measured.load_seconds or 0.0)),
            drafts=self.drafts + 1,
        )

    def _mixed(self, before: float, new: float) -> float:
        if new <= 0:
            return before
        return new if before <= 0 else (1 - LEARNING) * before + LEARNING * new


@dataclass(frozen=True)
class ModelTrial:
    """A test of one model on this machine: what it said, its speeds (tokens a second, 0: not told), the memory it takes in
    bytes (0: not told), and an honest estimate of a whole draft."""

    model: str
    said: str
    load_seconds: float
    seconds_to_first: float
    tokens_per_second: float
    prompt_tokens_per_second: float
    memory: int
    graphics: int
    seconds_per_draft: float


def rate(tokens: int | None, seconds: float | None) -> float:
    """0 where it cannot be told."""
    return tokens / seconds if tokens and seconds and seconds > 0 else 0.0


def chosen(models: Sequence[ServedModel], wanted: str) -> tuple[ServedModel, str]:
    """The model that writes, and the wanted one when that is missing and another takes its place. Raises ModelMissing,
    ModelNotLocal, ModelCannotWrite."""
    full = wanted if ":" in wanted else f"{wanted}:latest"
    named = next((model for model in models if wanted and model.name in (wanted, full)), None)
    if named is not None:
        if named.is_remote:
            raise ModelNotLocal(named.name)
        if not named.writes:
            raise ModelCannotWrite(named.name)
        return named, ""
    able = [model for model in models if model.writes and not model.is_remote]
    if able:
        return able[0], wanted
    if wanted or not models:
        raise ModelMissing(wanted)
    if all(model.is_remote for model in models):
        raise ModelNotLocal("")
    raise ModelCannotWrite("")


def smaller(models: Sequence[ServedModel], than: ServedModel) -> ServedModel | None:
    """The biggest of the models that can write here and take less room."""
    able = [m for m in models if m.writes and not m.is_remote and 0 < m.size < than.size]
    return max(able, key=lambda model: model.size, default=None)


def server_address(text: str) -> None:
    """An empty one would mean whatever the environment names. Raises ValueError for what no server can be asked at."""
    found = _ADDRESS.fullmatch(text.strip())
    if found is None or not (found["name"] or _is_ipv6(found["ipv6"])):
        raise ValueError(f"{text!r} is no address of a server; write it like http://127.0.0.1:11434")
    if found["port"] and not 1 <= int(found["port"]) <= LAST_PORT:
        raise ValueError(f"{found['port']} is no port; use one from 1 to {LAST_PORT}")


def _is_ipv6(text: str) -> bool:
    try:
        return ipaddress.ip_address(text).version == 6
    except ValueError:
        return False


def is_loopback(host: str) -> bool:
    """Whether an address names this very computer. What cannot be read does not."""
    bare = host.partition("://")[2] or host
    bare = bare.partition("/")[0].rpartition("@")[2]
    name = bare[1:].partition("]")[0] if bare.startswith("[") else bare.partition(":")[0]
    if not bare or name.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
