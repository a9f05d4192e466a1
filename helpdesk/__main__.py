"""Without a command: the window. With one: the terminal."""

import multiprocessing
import os
import sys
from collections.abc import Sequence

from helpdesk.domain.quiet import QUIET
from helpdesk.domain.starting import starting
from helpdesk.paths import Workspace, named


def main(arguments: Sequence[str] | None = None) -> int:
    """The program. Returns its exit code: 0 done, 1 failed, 2 wrong use."""
    multiprocessing.freeze_support()
    os.umask(0o077)
    os.environ.update(QUIET)
    given = list(sys.argv[1:] if arguments is None else arguments)
    told = starting(given)
    if told is None:
        from helpdesk import cli

        return cli.main(given)
    if shown_elsewhere(Workspace(named(told.workspace)), told.link):
        return 0
    if not has_display():
        return not_shown()
    from helpdesk import gui

    return gui.main(told, not_shown)


def not_shown() -> int:
    from helpdesk import cli

    return cli.without_display()


def shown_elsewhere(workspace: Workspace, link: str = "") -> bool:
    """True when a window of this workspace runs already; it was asked to come forward, and to where `link` leads. This
    terminal may have no display."""
    if not os.path.exists(workspace.lock):  # noqa: PTH110 - a folder that may not be looked into runs no window of ours.
        return False
    from helpdesk.ui.one_window import raised_other

    return raised_other(workspace.folder, link)


def has_display() -> bool:
    """Without one Qt would end the program in words of its own. Elsewhere than on Linux there always is one."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    needs_one = sys.platform == "linux" and platform in ("", "xcb", "wayland")
    return not needs_one or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
