"""Loaded by every Python process a test starts: no network but loopback, and every other attempt is written down.

The ledger is the file named by HELPDESK_TEST_LEDGER, one line an attempt; a test during which it grows fails.
An audit hook cannot be taken off again and sees every socket of the interpreter, whichever library opened it.
"""

import ipaddress
import os
import sys
from pathlib import Path

CALLS = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}


def is_near(address: object) -> bool:
    """Loopback, a local socket's path, or no address at all."""
    host = address[0] if isinstance(address, tuple) and address else address
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if not isinstance(host, str) or host in {"", "localhost"} or host.endswith(".localhost"):
        return True
    if not isinstance(address, tuple) and host.startswith(("/", "\0")):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


def guard(event: str, arguments: tuple[object, ...]) -> None:
    place = CALLS.get(event)
    if place is None or is_near(arguments[place]):
        return
    ledger = os.environ.get("HELPDESK_TEST_LEDGER")
    if ledger:
        with Path(ledger).open("a", encoding="utf-8") as lines:
            lines.write(f"{Path(sys.argv[0] if sys.argv else '').name}[{os.getpid()}] {event} {arguments[place]!r}\n")
    raise ConnectionRefusedError(f"tests have no network: {event} {arguments[place]!r}")


if "HELPDESK_TEST_LEDGER" in os.environ:
    sys.addaudithook(guard)
