"""Runs a command where the only network is loopback, and counts what wanted to leave: `unshare -rn python sealed.py COMMAND…`.

The kernel counts every packet that found no route, whoever made it: an interpreter, a native library, a grandchild. An audit
hook sees only Python. Prints one JSON line {"left": n, "exit": n} at the end of stdout.
"""

import fcntl
import json
import re
import socket
import struct
import subprocess
import sys
from pathlib import Path

UP = 0x1
GET_FLAGS, SET_FLAGS = 0x8913, 0x8914


def raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        asked = fcntl.ioctl(door, GET_FLAGS, struct.pack("16sh14x", b"lo", 0))
        flags = struct.unpack("16sh14x", asked)[1]
        fcntl.ioctl(door, SET_FLAGS, struct.pack("16sh14x", b"lo", flags | UP))


def without_route() -> int:
    """Packets that found no way out of this network namespace since it was made."""
    names, values = re.findall(r"^Ip: (.*)$", Path("/proc/net/snmp").read_text("ascii"), re.MULTILINE)
    old = dict(zip(names.split(), values.split(), strict=True))["OutNoRoutes"]
    new = re.findall(r"^Ip6OutNoRoutes\s+(\d+)", Path("/proc/net/snmp6").read_text("ascii"), re.MULTILINE)
    return int(old) + sum(map(int, new))


def main() -> None:
    raise_loopback()
    before = without_route()
    done = subprocess.run(sys.argv[1:], check=False)
    sys.stdout.write(json.dumps({"left": without_route() - before, "exit": done.returncode}) + "\n")


if __name__ == "__main__":
    main()
