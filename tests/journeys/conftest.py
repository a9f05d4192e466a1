"""A desk that knows two articles, a way to type commands at it, and what a refusal looks like."""

import shutil
from pathlib import Path

import pytest

from helpdesk import cli
from tests.cli.conftest import HUB, REFUNDS, Type, Typed


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`workspace` and the `northlight` it was filled from, made once; each test copies them. The folder it was imported from is
    gone, so that a copy imported again is the same knowledge base."""
    place, away = tmp_path_factory.mktemp("furnished"), tmp_path_factory.mktemp("away")
    folder = away / "northlight"
    folder.mkdir()
    (folder / "reset.md").write_text(HUB, "utf-8")
    (folder / "refunds.md").write_text(REFUNDS, "utf-8")
    assert cli.main(["import", str(folder), "--workspace", str(place / "workspace")]) == 0
    shutil.move(folder, place)
    return place


@pytest.fixture
def desk(tmp_path: Path, furnished: Path) -> Path:
    return shutil.copytree(furnished / "workspace", tmp_path / "workspace")


@pytest.fixture
def knowledge(tmp_path: Path, furnished: Path) -> Path:
    return shutil.copytree(furnished / "northlight", tmp_path / "northlight")


@pytest.fixture
def type_(desk: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types `helpdesk …` at the desk."""
    monkeypatch.setenv("HELPDESK_WRITER", "excerpts")

    def run(*arguments: str) -> Typed:
        capfd.readouterr()
        code = cli.main([*arguments, *([] if "--workspace" in arguments else ["--workspace", str(desk)])])
        said = capfd.readouterr()
        return Typed(code, said.out, said.err)

    return run
