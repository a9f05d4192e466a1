"""The window's thread gets the processor before those that work for it.

They are as many as there are connections to the store and files being read, and the system shares the processor fairly:
each time the window hands over the interpreter it would wait for its turn among all of them. Linux weighs threads one by one,
and what a thread begins that lets others go first does so too; elsewhere the system favours the window in front by itself.
"""

import os
import sys
import threading
from contextlib import suppress

BEHIND = 5
"""Of 19: a third of the window's weight."""


def let_the_window_go_first() -> None:
    """For the calling thread and all that it begins from now on."""
    if sys.platform == "linux":
        with suppress(OSError):
            behind = os.getpriority(os.PRIO_PROCESS, os.getpid()) + BEHIND
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), behind)
