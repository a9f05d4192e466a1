"""Without a command: the window. With one: the terminal."""

import multiprocessing
import os
import sys
from collections.abc import Sequence

from helpdesk.domain.quiet import QUIET
from helpdesk.domain.starting import starting


def main(arguments: Sequence[str] | None = None) -> int:
    """The program. Returns its exit code: 0 done, 1 failed, 2 wrong use."""
    multiprocessing.freeze_support()
    os.umask(0o077)
    os.environ.update(QUIET)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if starting(given) is not None:
        from helpdesk import gui

        return gui.main(given)
    from helpdesk import cli

    return cli.main(given)


if __name__ == "__main__":
    sys.exit(main())
