"""A workspace in the terminal, and a way to type commands into it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from helpdesk import cli


@dataclass
class Typed:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Type = Callable[..., Typed]

HUB = """---
title: Reset the hub
tags: [hub]
---
# Reset the hub

## When the light blinks red

Hold the reset button for ten seconds until the light turns white.

1. Unplug the hub.
2. Wait one minute.
3. Plug it in again.
"""
REFUNDS = "# Refunds\n\n## How long does a refund take?\n\nA refund takes five working days to reach your account.\n"


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    folder = tmp_path / "northlight"
    (folder / "devices").mkdir(parents=True)
    (folder / "devices" / "reset.md").write_text(HUB, "utf-8")
    (folder / "refunds.md").write_text(REFUNDS, "utf-8")
    return folder


@pytest.fixture
def type_(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Type:
    """Types `helpdesk …` on a workspace of the test's own."""

    def run(*arguments: str) -> Typed:
        capfd.readouterr()
        code = cli.main([*arguments, *([] if "--workspace" in arguments else ["--workspace", str(tmp_path / "workspace")])])
        said = capfd.readouterr()
        return Typed(code, said.out, said.err)

    return run
