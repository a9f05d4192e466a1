"""One value of a setting: checked against what its field says of it, and written as TOML."""

from collections.abc import Mapping
from dataclasses import Field
from pathlib import Path
from typing import Any

from helpdesk.domain.errors import BadInput
from helpdesk.domain.lists import listed

KINDS: Mapping[type, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


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
    _check_text(spec, typed, where)
    if meta.get("kind") == "folder" and typed:
        return str(Path(typed).expanduser())
    if "least" in meta and not meta["least"] <= typed <= meta["most"]:
        raise BadInput(where, 0, f"{spec.name} must be between {meta['least']} and {meta['most']}, not {typed}")
    return typed


def kept(spec: Field[Any], value: Any, where: str) -> Any:
    """The same for one that a file has. A text that must not be empty and is, is the default: earlier versions took it. Raises
    BadInput."""
    try:
        return checked(spec, value, where)
    except BadInput:
        if isinstance(value, str) and not value.strip() and "check" in spec.metadata:
            return spec.default
        raise


def _check_text(spec: Field[Any], typed: Any, where: str) -> None:
    """Raises BadInput for a list or a text that cannot be used."""
    meta = spec.metadata
    for name in listed(typed) if "several" in meta else ():
        if name not in meta["several"]:
            raise BadInput(where, 0, f"{spec.name} takes any of {', '.join(meta['several'])}, not {name!r}")
    if "check" in meta:
        try:
            meta["check"](typed)
        except ValueError as error:
            raise BadInput(where, 0, f"{spec.name}: {error}") from error


def toml(value: str | int | float | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "").replace("\t", "\\t")
    return '"' + "".join(c for c in escaped if c >= " ") + '"'
