"""The only place where asyncio meets Qt.

The desk (services, store, loop) lives in the desk thread; widgets and presenters live in the GUI thread. What crosses is a
coroutine factory one way and a frozen value the other way, and every callback runs in the GUI thread.
"""

from helpdesk.ui.bridge.contract import Bridge, Call, CrashListener, Handle, ignored
from helpdesk.ui.bridge.delay import Delay, Delays, HandDelays, QtDelays
from helpdesk.ui.bridge.inline import InlineBridge
from helpdesk.ui.bridge.thread import ThreadBridge

__all__ = [
    "Bridge",
    "Call",
    "CrashListener",
    "Delay",
    "Delays",
    "HandDelays",
    "Handle",
    "InlineBridge",
    "QtDelays",
    "ThreadBridge",
    "ignored",
]
