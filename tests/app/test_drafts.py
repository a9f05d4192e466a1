"""What makes another drafter of a desk."""

from dataclasses import replace
from typing import Any

import pytest

from helpdesk.app.drafts import ways
from helpdesk.settings import Settings

USUAL = Settings()


@pytest.mark.parametrize(
    "changed",
    [
        {"passages": 3},
        {"tone": "formal"},
        {"use_past_answers": True},
        {"embedder": "fastembed"},
        {"reranker_folder": "/models/second"},
        {"languages": "de, en"},
        {"redact_patterns": "member: M-[0-9]{6}"},
    ],
)
def test_a_setting_that_shapes_drafts_makes_another_drafter(changed: dict[str, Any]) -> None:
    assert ways(replace(USUAL, **changed)) != ways(USUAL)


def test_other_settings_leave_the_drafter_as_it_is() -> None:
    assert ways(replace(USUAL, theme="dark", agent_name="Ada", undo_seconds=3)) == ways(USUAL)
