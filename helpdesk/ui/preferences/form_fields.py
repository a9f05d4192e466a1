"""What the preferences page shows, read from the metadata of Settings: a new setting appears there by itself."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from enum import StrEnum
from typing import Any

from helpdesk.settings import Settings
from helpdesk.ui.language import tr

Value = str | int | float | bool
DEFAULTS = Settings()


class FieldKind(StrEnum):
    SWITCH = "switch"
    CHOICE = "choice"
    SEVERAL = "several"
    WHOLE = "whole"
    FRACTION = "fraction"
    FOLDER = "folder"
    TEXT = "text"
    LINE = "line"


@dataclass(frozen=True)
class FormField:
    """One setting as a form shows it. `pinned` names the environment variable that decides over the file, if one does."""

    name: str
    section: str
    label: str
    help: str
    kind: FieldKind
    default: Value
    choices: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 0.0
    pinned: str = ""


def spec(name: str) -> Field[Any]:
    return next(field for field in fields(Settings) if field.name == name)


def form_fields(environment: Mapping[str, str]) -> tuple[FormField, ...]:
    """Every setting in the order it was declared."""
    return tuple(form_field(field, environment) for field in fields(Settings))


def form_field(field: Field[Any], environment: Mapping[str, str]) -> FormField:
    meta = field.metadata
    variable = f"HELPDESK_{field.name.upper()}"
    return FormField(
        name=field.name,
        section=meta["section"],
        label=tr(meta["label"]),
        help=tr(meta["help"]),
        kind=kind_of(field),
        default=getattr(DEFAULTS, field.name),
        choices=tuple(meta.get("choices", meta.get("several", ()))),
        least=float(meta.get("least", 0)),
        most=float(meta.get("most", 0)),
        pinned=variable if variable in environment else "",
    )


def kind_of(field: Field[Any]) -> FieldKind:
    if "choices" in field.metadata:
        return FieldKind.CHOICE
    if "several" in field.metadata:
        return FieldKind.SEVERAL
    named = field.metadata.get("kind")
    if named:
        return FieldKind(named)
    by_type = {bool: FieldKind.SWITCH, int: FieldKind.WHOLE, float: FieldKind.FRACTION}
    return by_type.get(type(field.default), FieldKind.LINE)
