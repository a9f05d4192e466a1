"""Typed settings: TOML in the workspace, overridden by HELPDESK_* in the environment.

Each field carries its label, help and bounds; the preferences page is generated from them.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from helpdesk.domain.errors import BadInput, SettingsUnreadable

FILE = "settings.toml"
KINDS: Mapping[type, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def setting(default: Any, section: str, label: str, help: str, **shape: Any) -> Any:
    """A field of Settings. `shape` may hold `choices`, `least`, `most` and `kind` ('folder', 'text')."""
    return field(default=default, metadata={"section": section, "label": label, "help": help, **shape})


@dataclass(frozen=True)
class Settings:
    agent_name: str = setting("Agent", "You", "Your name", "Shown to customers under replies and in the activity log.")
    agent_email: str = setting("support@example.com", "You", "Reply address", "The From address of replies.")
    company: str = setting("Our team", "You", "Company", "Named in greetings and closings.")
    signature: str = setting("", "You", "Signature", "Put under every reply; empty uses your name and company.", kind="text")

    writer: str = setting(
        "auto",
        "Drafting",
        "Who drafts",
        "auto asks the local model when it is reachable and quotes the knowledge base otherwise.",
        choices=("auto", "excerpts", "ollama"),
    )
    ollama_host: str = setting(
        "http://127.0.0.1:11434", "Drafting", "Model server", "Address of the Ollama server. Only this host is ever contacted."
    )
    ollama_model: str = setting("", "Drafting", "Model", "Name of the model; empty takes the first one that can chat.")
    num_ctx: int = setting(4096, "Drafting", "Context window", "Tokens the model reads at once.", least=2048, most=131072)
    first_token_seconds: int = setting(
        600, "Drafting", "Wait for first word", "Seconds to wait while a model loads.", least=5, most=3600
    )
    stall_seconds: int = setting(
        60, "Drafting", "Wait between words", "Seconds of silence before a draft is given up.", least=2, most=600
    )
    passages: int = setting(5, "Drafting", "Passages per draft", "How many passages a draft may stand on.", least=1, most=12)

    embedder: str = setting(
        "built-in",
        "Knowledge",
        "Search by meaning with",
        "built-in needs no files; fastembed uses the model folder below.",
        choices=("built-in", "fastembed"),
    )
    model_folder: str = setting("", "Knowledge", "Model folder", "Folder of a sentence-embedding model (ONNX).", kind="folder")
    threads: int = setting(
        0, "Knowledge", "Threads for embedding", "0 uses all of two processors, and of more all but one.", least=0, most=64
    )

    reranker_folder: str = setting(
        "",
        "Knowledge",
        "Second look with",
        "Folder of a cross-encoder (ONNX) that reads question and passage together. Empty: no second look.",
        kind="folder",
    )
    reranker_ms: int = setting(
        300,
        "Knowledge",
        "Time for the second look",
        "Milliseconds a search may take longer; what is not done by then is left as it was found.",
        least=20,
        most=10_000,
    )

    review_line: float = setting(
        0.65,
        "Review",
        "Ordering line",
        "Drafts below it come first in the queue. An uncertified default: it orders, it never sends.",
        least=0.0,
        most=1.0,
    )
    undo_seconds: int = setting(15, "Review", "Undo time", "Seconds a reply waits before it leaves.", least=0, most=600)
    claim_minutes: int = setting(
        10, "Review", "Claim lasts", "Minutes a draft stays yours while you work on it.", least=1, most=240
    )

    drop_folder: str = setting(
        "",
        "Channels",
        "Drop folder",
        "Mails and tables put here become tickets. Empty: not watched.",
        kind="folder",
    )
    outbox_folder: str = setting(
        "",
        "Channels",
        "Outbox folder",
        "Replies are filed here as .eml. Empty: outbox in the workspace.",
        kind="folder",
    )

    theme: str = setting(
        "system", "Appearance", "Theme", "Light, dark, or as the system says.", choices=("system", "light", "dark")
    )


def load(workspace: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Defaults, then the file, then the environment. Raises SettingsUnreadable, BadInput naming the setting."""
    file = workspace / FILE
    values: dict[str, Any] = {}
    if file.exists():
        try:
            values = tomllib.loads(file.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise SettingsUnreadable(file, getattr(error, "lineno", 0) or 0, str(error)) from error
    settings = Settings()
    known = {f.name: f for f in fields(Settings)}
    for name, value in values.items():
        if name not in known:
            raise BadInput(str(file), 0, f"unknown setting {name!r}")
        settings = replace(settings, **{name: checked(known[name], value, str(file))})
    for name, text in (os.environ if environment is None else environment).items():
        key = name.removeprefix("HELPDESK_").lower()
        if name.startswith("HELPDESK_") and key in known:
            settings = replace(settings, **{key: checked(known[key], text, f"environment {name}")})
    return settings


def checked(spec: Field[Any], value: Any, where: str) -> Any:
    """The value in the field's type and bounds. Raises BadInput."""
    wanted: type[Any] = type(spec.default)
    try:
        typed = wanted(value) if isinstance(value, str) or (wanted is float and isinstance(value, int)) else value
    except ValueError as error:
        raise BadInput(where, 0, f"{spec.name} must be {KINDS[wanted]}, not {value!r}") from error
    if type(typed) is not wanted:
        raise BadInput(where, 0, f"{spec.name} must be {KINDS[wanted]}, not {value!r}")
    meta = spec.metadata
    if "choices" in meta and typed not in meta["choices"]:
        raise BadInput(where, 0, f"{spec.name} must be one of {', '.join(meta['choices'])}, not {typed!r}")
    if "least" in meta and not meta["least"] <= typed <= meta["most"]:
        raise BadInput(where, 0, f"{spec.name} must be between {meta['least']} and {meta['most']}, not {typed}")
    return typed


def save(workspace: Path, settings: Settings) -> None:
    """Writes what differs from the defaults, by one atomic rename. Raises OSError."""
    lines = []
    for spec in fields(Settings):
        value = getattr(settings, spec.name)
        if value != spec.default:
            lines.append(f"{spec.name} = {toml(value)}")
    target = workspace / FILE
    fresh = target.with_suffix(".new")
    fresh.write_text("\n".join(lines) + "\n", "utf-8")
    fresh.chmod(0o600)
    fresh.replace(target)


def toml(value: str | int | float | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "").replace("\t", "\\t")
    return '"' + "".join(c for c in escaped if c >= " ") + '"'
