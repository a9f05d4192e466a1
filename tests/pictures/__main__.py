"""`make pictures`: python -m tests.pictures FOLDER [--workspace DIR] [--only NAME …] writes one PNG a scene, size, look and
language; the README shows some of those in English at 1280 × 800. Several processes share the work, since a window that is
looked at mostly waits."""

import argparse
import multiprocessing
import os
import sys
import tempfile
import traceback
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from fnmatch import fnmatch
from itertools import groupby, product
from pathlib import Path

from helpdesk import cli
from tests.pictures.grounds import PREPARED
from tests.pictures.scenes import SCENES, Scene
from tests.pictures.studio import LANGUAGES, LOOKS, SIZES, Run, copied, prepare, take

EVERYWHERE = ("light", "dark")
"""Looks that are taken in both languages and sizes; the others, and right to left, once."""
A_CORE = 6


def runs(looks: Sequence[str], languages: Sequence[str], sizes: Sequence[str], scenes: Sequence[Scene]) -> list[Run]:
    """The longest first, so that none is left over at the end."""
    made = []
    for look, spoken, size in product(looks, languages, sizes):
        everywhere = look in EVERYWHERE and spoken != "ar"
        if everywhere or (size == sizes[0] and (spoken == "en" or look == "light")):
            shown = groupby(scenes, lambda scene: scene.ground)
            made += [Run(look, spoken, size, ground, tuple(on_it)) for ground, on_it in shown]
    return sorted(made, key=lambda run: -len(run.scenes))


def failed(shares: Iterable["Future[None]"]) -> bool:
    """Whether one of them did, once all have ended; what went wrong is told."""
    faults = [fault for share in as_completed(shares) if (fault := share.exception())]
    for fault in faults:
        traceback.print_exception(fault)
    return bool(faults)


def asked() -> argparse.Namespace:
    known = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    known.add_argument("folder", type=Path)
    known.add_argument("--workspace", type=Path, help="a sample workspace that is there already; it stays as it is")
    known.add_argument("--only", nargs="*", default=["*"], help="just these scenes; * stands for anything")
    known.add_argument("--looks", nargs="*", default=list(LOOKS), choices=LOOKS)
    known.add_argument("--languages", nargs="*", default=list(LANGUAGES), choices=LANGUAGES)
    known.add_argument("--sizes", nargs="*", default=list(SIZES), choices=SIZES)
    usual = A_CORE * (os.cpu_count() or 1)
    known.add_argument("--processes", type=int, default=usual, help=f"how many windows are looked at at a time ({usual})")
    return known.parse_args()


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = asked()
    scenes = [scene for scene in SCENES if any(fnmatch(scene.name, pattern) for pattern in wanted.only)]
    todo = runs(wanted.looks, wanted.languages, wanted.sizes, scenes)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="helpdesk-pictures-") as made:
        prepared = Path(made)
        if wanted.workspace is not None:
            copied(wanted.workspace, prepared / "sample" / "desk")
        elif cli.main(["sample", str(prepared / "sample" / "desk")]) != 0:
            return 1
        with ProcessPoolExecutor(wanted.processes, multiprocessing.get_context("spawn")) as pool:
            if failed([pool.submit(prepare, prepared, ground) for ground in {run.ground for run in todo} & PREPARED.keys()]):
                return 1
            return failed([pool.submit(take, prepared, wanted.folder, run) for run in todo])


if __name__ == "__main__":
    sys.exit(main())
