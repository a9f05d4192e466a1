"""`make soak`: twenty kills in each storm, five hundred broken index files, ten thousand hostile articles, twenty dice for each
fault of a model server, an hour of mail while one comes and goes and an hour of work at the window, in a throw-away folder;
then a thousand runs of each promise of confidence, and a year of a desk that sends by itself, which takes longer than all the
rest. Options change that.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tests.soak import (
    auto_storm,
    certified_year,
    changing_storm,
    history_trial,
    hostile_files,
    import_storm,
    index_storms,
    long_day,
    model_day,
    model_faults,
    planted_storm,
    risk_control,
    storms,
    writing_storm,
    years_by_rule,
)
from tests.soak.station import Station

Storm = Callable[[Station, int], Mapping[str, int]]


def options() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    asked.add_argument("--kills", type=int, default=20)
    asked.add_argument("--corruptions", type=int, default=500, help="broken files of the index")
    asked.add_argument("--damaged", type=int, default=10_000, help="damaged articles among the hostile files")
    asked.add_argument("--dice", type=int, default=20, help="for each fault of the model server")
    asked.add_argument("--hours", type=int, default=1, help="of mail while the model server comes and goes, and at the window")
    asked.add_argument("--runs", type=int, default=1000, help="of each promise of confidence")
    asked.add_argument("--rises", type=int, default=20, help="of the risk, through the whole desk")
    asked.add_argument("--years", type=int, default=1, help="through the whole desk; a hundred times that by the rules alone")
    asked.add_argument("--a-day", type=int, default=200, help="tickets in those years")
    asked.add_argument("--only", default="", help="the name of one of them")
    asked.add_argument("--seed", type=int, default=1)
    return asked


def main() -> int:
    asked = options()
    wanted = asked.parse_args()
    failed = 0
    answers = (storms.drafting, storms.sending, auto_storm.auto_sending, planted_storm.planting)
    kinds = (import_storm.importing, changing_storm.changing, *answers, writing_storm.writing, index_storms.rebuilding)
    others = {
        history_trial.trial: wanted.kills,
        index_storms.corrupting: wanted.corruptions,
        hostile_files.hostile: wanted.damaged,
        hostile_files.documentation: 1,
        model_faults.faults: wanted.dice,
        model_day.model_day: wanted.hours,
        long_day.long_day: wanted.hours,
        risk_control.promises_kept: wanted.runs,
        risk_control.promises_broken: wanted.runs,
        risk_control.rises_noticed: wanted.runs,
        years_by_rule.years_by_rule: 100 * wanted.years,
        certified_year.risk_rises: wanted.rises,
        partial(certified_year.certified_year, a_day=wanted.a_day): wanted.years,
    }
    every = {_name(storm): (storm, times) for storm, times in {**dict.fromkeys(kinds, wanted.kills), **others}.items()}
    if wanted.only and wanted.only not in every:
        asked.error(f"there is no '{wanted.only}'; there are {', '.join(every)}")
    for name, (storm, times) in every.items():
        if wanted.only not in ("", name):
            continue
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="helpdesk-soak-") as folder:
            try:
                counted = storm(Station(Path(folder), random.Random(wanted.seed)), times)
            except AssertionError as error:
                failed += 1
                print(f"{name}: FAILED\n{error}", flush=True)
            else:
                words = ", ".join(f"{count} {what}" for what, count in counted.items())
                print(f"{name}: {words}; as it must be ({time.monotonic() - begun:.0f} s)", flush=True)
    return 1 if failed else 0


def _name(storm: Storm) -> str:
    return str(getattr(storm, "func", storm).__name__)


if __name__ == "__main__":
    sys.exit(main())
