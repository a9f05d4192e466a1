"""Memory that is free goes back to the system. glibc keeps what lies between two pieces in use, a little more every hour."""

import ctypes
import sys
from threading import Thread

M_ARENA_MAX = -8


def keep_together() -> None:
    """All threads take memory from one place, before there is any: else each has its own, and what one let go of lies idle
    while another asks the system for more. Where the C library cannot, nothing happens."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(M_ARENA_MAX, 1)


def give_back() -> None:
    """Beside the window, which goes on meanwhile. Where the C library cannot, nothing happens."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            Thread(target=trim, args=(0,), name="give-back", daemon=True).start()
