"""Without a command: the window. With one: the terminal."""

import multiprocessing
import os
import sys
from collections.abc import Sequence

#: Set before any library could read them: nothing here reports home, and nothing downloads.
QUIET = {
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "ORT_DISABLE_TELEMETRY": "1",
    "ORT_TELEMETRY_DISABLED": "1",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """The program. Returns its exit code: 0 done, 1 failed, 2 wrong use."""
    multiprocessing.freeze_support()
    os.umask(0o077)
    os.environ.update(QUIET)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if wants_window(given):
        from helpdesk import gui

        return gui.main(given)
    from helpdesk import cli

    return cli.main(given)


def wants_window(given: Sequence[str]) -> bool:
    """True for no argument, or nothing but the workspace to open."""
    match given:
        case [] | ["--workspace", _]:
            return True
        case [only]:
            return only.startswith("--workspace=")
        case _:
            return False


if __name__ == "__main__":
    sys.exit(main())
