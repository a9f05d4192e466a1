"""What makes another drafter of a desk, and what of it stands in why a draft is as it is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpdesk.app import open_desk
from helpdesk.app.drafts import ways
from helpdesk.domain.progress import unheard
from helpdesk.paths import Workspace
from helpdesk.settings import Settings
from helpdesk.ui import why_words
from tests.fakes.ollama_server import serving

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


async def test_why_a_draft_is_as_it_is_shows_the_rules_of_the_house_word_by_word(tmp_path: Path) -> None:
    rules = 'Say "hub", never "bridge".\n  - Offer help@northlight.example – or +1 202 555 0143.\nNever {{company}} or [1].'
    (tmp_path / "kb").mkdir()
    (tmp_path / "kb" / "hub.md").write_text("# Reset the hub\n\nUnplug the hub for one minute.\n", "utf-8")
    async with serving() as server:
        server.says("Unplug the hub for one minute [1].")
        settings = Settings(writer="ollama", ollama_host=server.host, house_rules=rules, threads=1)
        async with open_desk(settings, Workspace(tmp_path / "desk"), lambda _: None) as desk:
            await desk.knowledge.import_path(tmp_path / "kb", None, unheard)
            await desk.intake.new_ticket("Ada", "ada@example.org", "Hub", "How do I reset it? Call me at +44 20 7946 0958.")
            ((waiting, _),) = await desk.pipeline.waiting()
            await desk.pipeline.answer(waiting)
            told = [section.text for section in why_words.sections(await desk.why.of(waiting)) if section.text]
    assert any(text.endswith(f"\n{rules}") for text in told)
    assert "7946" not in "".join(told)
