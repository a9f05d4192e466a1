"""`make soak`: twenty kills in each storm, five hundred broken index files, ten thousand hostile articles, twenty dice for each
fault of a model server and an hour of mail while one comes and goes, in a throw-away folder. Options change that."""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.soak import hostile_files, import_storm, index_storms, model_day, model_faults, storms
from tests.soak.station import Station


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    asked.add_argument("--kills", type=int, default=20)
    asked.add_argument("--corruptions", type=int, default=500, help="broken files of the index")
    asked.add_argument("--damaged", type=int, default=10_000, help="damaged articles among the hostile files")
    asked.add_argument("--dice", type=int, default=20, help="for each fault of the model server")
    asked.add_argument("--hours", type=int, default=1, help="of mail while the model server comes and goes")
    asked.add_argument("--seed", type=int, default=1)
    wanted = asked.parse_args()
    failed = 0
    kinds = (import_storm.importing, storms.drafting, storms.sending, index_storms.rebuilding)
    others = {
        index_storms.corrupting: wanted.corruptions,
        hostile_files.hostile: wanted.damaged,
        hostile_files.documentation: 1,
        model_faults.faults: wanted.dice,
        model_day.model_day: wanted.hours,
    }
    for storm, times in {**dict.fromkeys(kinds, wanted.kills), **others}.items():
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="helpdesk-soak-") as folder:
            try:
                counted = storm(Station(Path(folder), random.Random(wanted.seed)), times)
            except AssertionError as error:
                failed += 1
                print(f"{storm.__name__}: FAILED\n{error}", flush=True)
            else:
                words = ", ".join(f"{count} {name}" for name, count in counted.items())
                print(f"{storm.__name__}: {words}; nothing lost, nothing twice ({time.monotonic() - begun:.0f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
