"""Settings that a file has."""

from pathlib import Path

import pytest

from helpdesk.domain.errors import BadInput
from helpdesk.settings import Settings, load


def test_what_an_earlier_version_let_be_empty_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('ollama_host = ""\ncompany = " "\nagent_name = "Ada"\n', "utf-8")
    found = load(tmp_path, {})
    assert (found.ollama_host, found.company, found.agent_name) == (Settings().ollama_host, Settings().company, "Ada")


def test_what_can_be_nothing_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('ollama_host = "http://[broken"\n', "utf-8")
    with pytest.raises(BadInput, match=r"ollama_host: .*write it like"):
        load(tmp_path, {})
    with pytest.raises(BadInput, match="environment HELPDESK_COMPANY"):
        load(tmp_path.parent, {"HELPDESK_COMPANY": " "})
