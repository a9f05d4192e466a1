"""Memory that is free goes back to the system. glibc keeps what lies between two pieces in use, a little more every hour."""

import ctypes
import sys
from threading import Thread


def give_back() -> None:
    """Beside the window, which goes on meanwhile. Where the C library cannot, nothing happens."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            Thread(target=trim, args=(0,), name="give-back", daemon=True).start()
