"""Fields a desk adds, and what can be written into them."""

import pytest

from helpdesk.domain.custom_field import CustomField, FieldKind, defined, spelled
from helpdesk.domain.errors import BadInput

PLAN = CustomField("plan", "Plan", FieldKind.CHOICE, ("Basic", "Plus"))


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        (FieldKind.TEXT, "  two   words ", "two words"),
        (FieldKind.NUMBER, "12,50", "12.5"),
        (FieldKind.NUMBER, "1e3", "1000"),
        (FieldKind.NUMBER, "-3", "-3"),
        (FieldKind.DATE, "2026-05-31", "2026-05-31"),
        (FieldKind.DATE, "31.5.2026", "2026-05-31"),
        (FieldKind.DATE, "01. 05. 2026", "2026-05-01"),
        (FieldKind.YES_NO, "Y", "yes"),
        (FieldKind.YES_NO, "off", "no"),
        (FieldKind.TEXT, "   ", ""),
    ],
)
def test_a_value_has_one_spelling(kind: FieldKind, written: str, kept: str) -> None:
    assert spelled(CustomField("x", "X", kind), written) == kept


def test_a_choice_is_one_of_its_own() -> None:
    assert spelled(PLAN, "plus") == "Plus"
    with pytest.raises(BadInput, match="Basic, Plus"):
        spelled(PLAN, "Gold")


@pytest.mark.parametrize(
    ("kind", "written"),
    [(FieldKind.NUMBER, "nan"), (FieldKind.NUMBER, "a lot"), (FieldKind.DATE, "31.5."), (FieldKind.YES_NO, "maybe")],
)
def test_what_does_not_fit_is_refused(kind: FieldKind, written: str) -> None:
    with pytest.raises(BadInput):
        spelled(CustomField("x", "X", kind), written)


def test_a_field_is_named_once_and_keeps_its_key() -> None:
    made = defined("  Contract No. ", FieldKind.TEXT)
    assert (made.key, made.name) == ("contract-no", "Contract No.")
    assert defined("Vertrag", FieldKind.TEXT, key="contract-no").key == "contract-no"
    with pytest.raises(BadInput):
        defined("…", FieldKind.TEXT)
    with pytest.raises(BadInput):
        defined("Plan", FieldKind.CHOICE, ("one", "one", " "))
