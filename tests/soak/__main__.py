"""`make soak`: twenty kills in each storm, in a throw-away folder. `--kills N` and `--seed N` change that."""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.soak import storms
from tests.soak.station import Station


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    asked.add_argument("--kills", type=int, default=20)
    asked.add_argument("--seed", type=int, default=1)
    wanted = asked.parse_args()
    failed = 0
    for storm in (storms.importing, storms.drafting, storms.sending):
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="helpdesk-soak-") as folder:
            try:
                counted = storm(Station(Path(folder), random.Random(wanted.seed)), wanted.kills)
            except AssertionError as error:
                failed += 1
                print(f"{storm.__name__}: FAILED\n{error}", flush=True)
            else:
                words = ", ".join(f"{count} {name}" for name, count in counted.items())
                print(f"{storm.__name__}: {words}; nothing lost, nothing twice ({time.monotonic() - begun:.0f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
