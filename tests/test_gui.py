"""Starting and ending the window on a real workspace, with everything that can be wrong with one."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpdesk import app, gui
from helpdesk.__main__ import shown_elsewhere
from helpdesk.domain.errors import WorkspaceInUse
from helpdesk.domain.ids import TicketId
from helpdesk.gui import SIZE, WindowRun
from helpdesk.paths import Workspace, default_workspace, named
from helpdesk.ui import beside
from helpdesk.ui.crash_door import MOST_REPORTS, CrashDoor, report
from helpdesk.ui.desktop.kept_window import FILE, KeptWindow, geometry_of
from helpdesk.ui.kit import Place
from helpdesk.ui.kit.screen import APART
from helpdesk.ui.one_window import OneWindow
from helpdesk.ui.theme import wear

PATIENCE = 60_000
PROGRAM = [sys.executable, "-m", "helpdesk"]
Starter = Callable[[], WindowRun]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "desk")


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starter]:
    palette = qapp.palette()
    monkeypatch.setattr(CrashDoor, "install", lambda door: None)
    runs: list[WindowRun] = []

    def started() -> WindowRun:
        run = WindowRun(qapp, workspace)
        runs.append(run)
        run.begin()
        qtbot.waitUntil(lambda: run.window._rooms is not None, timeout=PATIENCE)
        return run

    yield started
    for run in runs:
        run.window.close()
        run.window.deleteLater()
    # All of a window goes now: a rest of it that the collector finds while another window is dressed brings Qt down.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    qapp.setPalette(palette)
    wear(qapp, "")


def ready(qtbot: QtBot, run: WindowRun) -> None:
    qtbot.waitUntil(run.window.open_for_work, timeout=PATIENCE)


def refused(qtbot: QtBot, run: WindowRun) -> str:
    qtbot.waitUntil(run.window.rooms.failure.isVisible, timeout=PATIENCE)
    return run.window.rooms.failure.words()


def test_the_window_opens_a_new_workspace_and_remembers_where_it_stood(
    qtbot: QtBot, start: Starter, workspace: Workspace
) -> None:
    run = start()
    ready(qtbot, run)
    assert workspace.store.is_file()
    assert workspace.folder.stat().st_mode & 0o077 == 0
    run.window.resize(1111, 700)
    run.desktop.follow("helpdesk://ticket/12")
    run.desktop.follow("no link")
    assert "helpdesk:// with ticket/12" in run.window.rooms.toasts.words()
    run.window.close()
    again = start()
    assert again.window.width() < SIZE[0]
    inbox = again.window.rooms.screens["inbox"]
    assert inbox.here() == Place("inbox", ticket_id=TicketId(12))
    ready(qtbot, again)
    assert inbox.isAncestorOf(again.window.focusWidget()), "the keys work before anything was clicked"


def test_a_ticket_in_a_window_of_its_own_stands_there_again(
    qtbot: QtBot, start: Starter, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def apart() -> list[int]:
        kept = KeptWindow(workspace.folder / FILE)
        kept.load()
        return list(kept.apart)

    workspace.folder.mkdir(mode=0o700)
    KeptWindow(workspace.folder / FILE, apart={12: ""}).keep()
    with monkeypatch.context() as refusing:
        refusing.setattr(app, "open_desk", in_use(workspace))
        run = start()
        refused(qtbot, run)
        run.window.close()
    assert apart() == [12], "the desk was never open: nobody closed it"
    run = start()
    ready(qtbot, run)
    assert [window.ticket_id for window in run.desktop.apart.windows] == [12]
    assert run.window.isActiveWindow(), "what was opened has the keyboard"
    run.window.go(Place("inbox", ticket_id=TicketId(14), section=APART))
    assert apart() == [12, 14], "after a crash it stands there too"
    run.desktop.apart.windows[0].close()
    assert apart() == [14]
    run.window.close()
    assert apart() == [14]


def test_a_window_closed_while_it_is_being_built_closes_when_that_is_done(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CrashDoor, "install", lambda door: None)
    run, load, stood = WindowRun(qapp, workspace), beside.load_beside, list[bool]()

    def closed_meanwhile(modules: Sequence[str]) -> None:
        run.window.close()
        stood.append(run.window.isVisible())
        load(modules)

    monkeypatch.setattr(beside, "load_beside", closed_meanwhile)
    run.begin()
    qtbot.waitUntil(lambda: run.closed, timeout=PATIENCE)
    assert stood and all(stood)
    assert not run.window.isVisible()
    kept = KeptWindow(workspace.folder / FILE)
    kept.load()
    assert kept.screen == "review", "where it stood is known as ever"
    run.window.deleteLater()


def test_the_windows_clocks_go_on_while_code_is_loaded(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    (tmp_path / "waits_for_the_window.py").write_text(
        f"import time\nfrom pathlib import Path\nwhile not Path({str(told)!r}).exists():\n    time.sleep(0.01)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    QTimer.singleShot(0, told.touch)
    beside.load_beside(("waits_for_the_window",))
    assert "waits_for_the_window" in sys.modules
    with pytest.raises(ModuleNotFoundError):
        beside.load_beside(("no_such_module_anywhere",))


@pytest.mark.skipif(sys.platform == "win32", reason="a session on Windows ends otherwise")
def test_a_session_that_ends_keeps_where_the_window_stood(workspace: Workspace) -> None:
    start = [sys.executable, "-m", "helpdesk", "--workspace", str(workspace.folder)]
    with subprocess.Popen(start, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as desk:
        until = time.monotonic() + PATIENCE / 1000
        while not workspace.lock.exists() and desk.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        desk.terminate()
        said, _ = desk.communicate(timeout=PATIENCE / 1000)
    assert (desk.returncode, said) == (0, "")
    kept = KeptWindow(workspace.folder / FILE)
    kept.load()
    assert kept.geometry
    assert kept.screen == "review"


def test_where_the_window_stood_is_known_after_a_crash(
    qtbot: QtBot, start: Starter, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gui, "KEEP_MS", 50)
    run = start()
    run.window.resize(run.window.width() + 11, run.window.height() + 7)

    def size_written() -> bool:
        kept = KeptWindow(workspace.folder / FILE)
        kept.load()
        return kept.geometry == geometry_of(run.window)

    qtbot.waitUntil(size_written, timeout=PATIENCE)


def bare() -> dict[str, str]:
    """What a terminal without a display hands on."""
    return {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}


def in_use(workspace: Workspace) -> Callable[..., object]:
    def refuse(*_: object, **__: object) -> object:
        raise WorkspaceInUse(workspace.folder, 4711)

    return refuse


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("asked", [[], ["open", "4"]])
def test_without_a_display_it_says_so_and_names_the_terminal(workspace: Workspace, asked: list[str]) -> None:
    done = subprocess.run(
        [*PROGRAM, *asked, "--workspace", str(workspace.folder)], env=bare(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("There is no display here")
    assert "helpdesk queue" in done.stderr
    assert not workspace.folder.exists(), "nothing is made for a window that cannot come"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("named", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_is_named_and_gone_is_none(workspace: Workspace, named: str) -> None:
    done = subprocess.run(
        [*PROGRAM, "open", "4", "--workspace", str(workspace.folder)],
        env={**bare(), named: ":6553"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, "neither killed nor a dump of its memory left"
    assert "There is no display here" in done.stderr.splitlines()[-1]
    assert not workspace.folder.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("asked", ["12", "helpdesk://ticket/12"])
def test_a_terminal_without_a_display_leads_the_window_that_runs(qtbot: QtBot, workspace: Workspace, asked: str) -> None:
    workspace.folder.mkdir(mode=0o700)
    workspace.lock.touch()
    first = OneWindow(workspace.folder)
    with qtbot.waitSignal(first.link_wanted, timeout=PATIENCE) as heard:
        far = subprocess.Popen(
            [*PROGRAM, "open", asked, "--workspace", str(workspace.folder)], env=bare(), stderr=subprocess.PIPE
        )
    said = far.communicate()[1]
    assert (far.returncode, said) == (0, b"")
    assert heard.args == [asked]
    first.close()


def test_a_workspace_another_program_owns_is_named_and_can_be_tried_again(
    qtbot: QtBot, start: Starter, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = app.open_desk
    monkeypatch.setattr(app, "open_desk", in_use(workspace))
    run = start()
    assert "process 4711" in refused(qtbot, run)
    monkeypatch.setattr(app, "open_desk", opened)
    run.window.rooms.failure.acted.emit()
    ready(qtbot, run)


def test_a_workspace_that_cannot_be_made_is_named_and_can_be_tried_again(
    qtbot: QtBot, start: Starter, workspace: Workspace
) -> None:
    workspace.folder.write_text("no folder", "utf-8")
    run = start()
    assert str(workspace.folder) in refused(qtbot, run)
    workspace.folder.unlink()
    run.window.rooms.failure.acted.emit()
    ready(qtbot, run)


@pytest.mark.parametrize("text", ["theme = [", 'theme = "purple"\n', "no_such_setting = 1\n"])
def test_settings_that_cannot_be_read_are_kept_aside_on_demand(
    qtbot: QtBot, start: Starter, workspace: Workspace, text: str
) -> None:
    workspace.folder.mkdir(mode=0o700)
    (workspace.folder / "settings.toml").write_text(text)
    run = start()
    assert "settings.toml" in refused(qtbot, run)
    run.window.rooms.failure.acted.emit()
    ready(qtbot, run)
    assert (workspace.folder / "settings.toml.unread-1").read_text() == text


def test_a_damaged_store_is_said_and_a_report_can_be_saved(qtbot: QtBot, start: Starter, workspace: Workspace) -> None:
    workspace.folder.mkdir(mode=0o700)
    workspace.store.write_bytes(b"this is no database" * 1000)
    run = start()
    assert str(workspace.store) in refused(qtbot, run)
    run.window.rooms.failure.acted.emit()
    (saved,) = workspace.reports.iterdir()
    assert saved.stat().st_mode & 0o077 == 0
    assert str(saved) in run.window.rooms.toasts.words()
    assert workspace.store.read_bytes().startswith(b"this is no database")


def test_changed_settings_take_effect_at_once_without_a_restart(qtbot: QtBot, start: Starter, workspace: Workspace) -> None:
    run = start()
    ready(qtbot, run)
    before = run.window.rooms.desk
    run.apply_settings(type(run.settings)(undo_seconds=3, theme="dark"))
    qtbot.waitUntil(lambda: run.window.rooms.desk not in (None, before), timeout=PATIENCE)
    assert run.window.rooms.desk is not None
    assert run.window.rooms.desk.settings.undo_seconds == 3
    assert "undo_seconds = 3" in (workspace.folder / "settings.toml").read_text()


def test_a_second_start_raises_the_first_window(qtbot: QtBot, workspace: Workspace) -> None:
    assert not shown_elsewhere(workspace)
    assert not shown_elsewhere(Workspace(workspace.folder.with_name("x" * 300))), "what cannot be looked into runs none"
    workspace.folder.mkdir(mode=0o700)
    workspace.lock.touch()
    assert not shown_elsewhere(workspace)
    first = OneWindow(workspace.folder)
    with qtbot.waitSignal(first.raise_wanted):
        assert shown_elsewhere(workspace)
    with qtbot.waitSignal(first.link_wanted) as heard:
        assert shown_elsewhere(workspace, "helpdesk://ticket/12")
    assert heard.args == ["helpdesk://ticket/12"]
    first.close()
    assert not shown_elsewhere(workspace)


def test_a_start_with_another_folder_for_passing_files_reaches_the_window_all_the_same(
    qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workspace.folder.mkdir(mode=0o700)
    workspace.lock.touch()
    first = OneWindow(workspace.folder)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with qtbot.waitSignal(first.link_wanted) as heard:
        assert shown_elsewhere(workspace, "helpdesk://ticket/12")
    assert heard.args == ["helpdesk://ticket/12"]
    first.close()
    assert [file.name for file in workspace.folder.iterdir()] == [workspace.lock.name]


def test_the_workspace_is_named_or_the_default() -> None:
    assert named("") == default_workspace().absolute()
    assert named("/a/b") == Path("/a/b")


def test_a_crash_report_holds_places_and_no_words() -> None:
    try:
        try:
            raise ValueError("Dear support, my card is 4111 1111")
        except ValueError as inner:
            raise RuntimeError("secret two") from inner
    except RuntimeError as error:
        text = report(error)
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "test_gui.py" in text
    assert "4111" not in text
    assert "secret" not in text


def test_a_flood_of_crashes_does_not_fill_the_disk(tmp_path: Path) -> None:
    told: list[Path | None] = []
    door = CrashDoor(tmp_path / "reports", told.append)
    for _ in range(MOST_REPORTS + 30):
        door.take(ValueError())
    assert len(list((tmp_path / "reports").iterdir())) == len(told) == MOST_REPORTS


def test_a_report_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file is in the way")
    told: list[Path | None] = []
    CrashDoor(tmp_path / "reports", told.append).take(ValueError())
    assert told == [None]


def test_a_crash_is_told_in_the_window(qtbot: QtBot, start: Starter) -> None:
    run = start()
    run.door.take(ValueError())
    assert "Something went wrong" in run.window.rooms.toasts.words()


def test_the_window_process_imports_no_search_engine_and_no_database_before_it_shows() -> None:
    heavy = "['sqlalchemy', 'chromadb', 'fastembed', 'onnxruntime', 'numpy', 'asyncio', 'httpx', 'ollama']"
    code = f"import sys, {gui.__name__}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
