"""How well a score tells right drafts from wrong ones, how honest it is, and what a few labels of a desk's own bring.

    python -m tests.evaluation.scores ../shared/eval/dev/retrieval [--keep FOLDER] [--orders 10] [--sample 100]

For every set and both writers (the model's place is taken by a stand-in, see stand_in.py), over drafts that were made:
AUROC of right against wrong; ECE (10 bins of equal mass) of the shipped score and after 30, 120 and 500 labels, fitted around
it (`own`) or by isotonic regression on it (`iso`); AURC; coverage and risk at fixed 0.65; the share of drafts that reach the
cut certified at 5, 10 and 20 % (exact, one look, on labels not fitted on); and the same where it makes sense for the top
retrieval score alone (`cosine`). Labels are drawn in random order, what is left is measured on; means over the orders.
"""

import argparse
import asyncio
import json
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

import numpy as np

from helpdesk import app
from helpdesk.adapters.score_fitting import NewtonFitting
from helpdesk.domain.fitting import Example
from helpdesk.domain.measures import Outcome, auroc, calibration_error
from helpdesk.domain.risk import certify_fixed, proposed_grid
from helpdesk.domain.scoring import Weights, score
from helpdesk.domain.shipped_scorer import WEIGHTS
from helpdesk.services.evaluation import Evaluation, Wanted
from helpdesk.services.learning import Refitting
from helpdesk.services.question_sets import found_sets, questions_of
from helpdesk.settings import Settings
from tests.evaluation.stand_in import StandIn

LABELS = (30, 120, 500)
ALPHAS = (0.05, 0.1, 0.2)
DELTA = 0.1
HELD_BACK = 0.4
FIXED = 0.65
FEWEST = 40


@dataclass(frozen=True)
class Row:
    """A draft that was made."""

    right: bool
    signals: Mapping[str, float]


def sampled(folder: Path, most: int, beside: Path) -> Path:
    """The sets with so many of their questions, spread over each."""
    for one in found_sets(folder):
        (beside / one.name).mkdir()
        (beside / one.name / "kb").symlink_to(one.kb.resolve())
        lines = (one.kb.parent / "questions.jsonl").read_text("utf-8").splitlines()
        (beside / one.name / "questions.jsonl").write_text("\n".join(lines[:: max(1, len(lines) // most)]), "utf-8")
    return beside


async def drafted(folder: Path, writer: str) -> dict[str, list[Row]]:
    """Of every set, through the pipeline as `helpdesk eval` runs it."""
    stand_in = StandIn()
    app.WRITERS = {**app.WRITERS, "ollama": lambda _, __: stand_in}
    evaluation = Evaluation(lambda: app.passing_desk(Settings(writer=writer)))
    report = await evaluation.measure(
        folder, Wanted(), lambda p: print(f"\r{writer} {p.label} {p.done}", end="", file=sys.stderr)
    )
    texts = {(one.name, q.id): q.text for one in found_sets(folder) for q in questions_of(one, every=False)}
    return {
        one.name: [
            Row(row.right and texts[one.name, row.id] not in stand_in.spoilt, row.signals)
            for row in one.rows
            if not row.abstained
        ]
        for one in report.sets
    }


async def rows(folder: Path, writer: str, keep: Path | None, sample: int) -> dict[str, list[Row]]:
    file = keep / f"{writer}.json" if keep else None
    if file is not None and file.exists():
        return {name: [Row(**one) for one in found] for name, found in json.loads(file.read_text()).items()}
    with TemporaryDirectory(prefix="helpdesk-scores-") as beside:
        found = await drafted(sampled(folder, sample, Path(beside)) if sample else folder, writer)
    if file is not None:
        file.write_text(json.dumps({name: [asdict(one) for one in every] for name, every in found.items()}))
    return found


def outcomes(found: Sequence[Row], scored: Callable[[Row], float]) -> list[Outcome]:
    return [(scored(one), one.right) for one in found]


def aurc(found: Sequence[Outcome]) -> float:
    """The mean, over how many of the most confident are kept, of the share of wrong ones among them."""
    wrong, risks = 0, []
    for kept, (_, right) in enumerate(sorted(found, key=lambda one: -one[0]), 1):
        wrong += not right
        risks.append(wrong / kept)
    return fmean(risks)


def by_weights(weights: Weights) -> Callable[[Row], float]:
    return lambda one: score(one.signals, weights)


def by_cosine(one: Row) -> float:
    return one.signals.get("cosine", 0.0)


def refitted(part: Sequence[Row], prior: Weights) -> Weights:
    """As the desk does it: the strength that foretells the labels best, or the prior itself."""
    refitting, examples = Refitting(NewtonFitting()), [Example(one.signals, one.right) for one in part]
    best = refitting.foretold(examples, prior)[0]
    return prior if best.strength is None else refitting.weights(examples, prior, best.strength)


def isotonic(part: Sequence[Row], prior: Weights) -> Callable[[Row], float]:
    from sklearn.isotonic import IsotonicRegression  # its memory is not for every child process

    made = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip")
    made.fit([score(one.signals, prior) for one in part], [float(one.right) for one in part])
    return lambda one: float(made.predict(np.asarray([score(one.signals, prior)]))[0])


def certified(part: Sequence[Row], rest: Sequence[Row], scored: Callable[[Row], float], alpha: float) -> tuple[float, float]:
    """(coverage, risk) of the cut certified on half of `rest`, measured on the other; (0, 0) where none is."""
    grid = proposed_grid(scored(one) for one in part)
    half = len(rest) // 2
    found = certify_fixed([(scored(one), not one.right) for one in rest[:half]], grid, alpha, DELTA)
    if found is None:
        return 0.0, 0.0
    sent = [one for one in rest[half:] if scored(one) >= found.cut]
    return len(sent) / (len(rest) - half), fmean(not one.right for one in sent) if sent else 0.0


def plain(found: Sequence[Row], prior: Weights) -> Iterator[tuple[str, float | None]]:
    ours, theirs = outcomes(found, by_weights(prior)), outcomes(found, by_cosine)
    yield "right", fmean(one.right for one in found)
    yield "AUROC", auroc(ours)
    yield "AUROC cosine", auroc(theirs)
    yield "AURC", aurc(ours)
    yield "AURC cosine", aurc(theirs)
    yield "ECE 0", calibration_error(ours)
    yield "ECE cosine", calibration_error(theirs)
    for name, each in (("", ours), (" cosine", theirs)):
        sent = [right for value, right in each if value >= FIXED]
        yield f"coverage at .65{name}", len(sent) / len(each)
        yield f"wrong at .65{name}", 1 - fmean(sent) if sent else None


def learned(found: Sequence[Row], prior: Weights, orders: int) -> Iterator[tuple[str, float | None]]:
    gathered: dict[str, list[float]] = {}
    for order in range(orders):
        mixed = random.Random(order).sample(list(found), len(found))
        back = round(len(mixed) * HELD_BACK)
        rest, pool = mixed[:back], mixed[back:]
        for count in (n for n in LABELS if n <= len(pool)):
            weights = refitted(pool[:count], prior)
            ours, steps = outcomes(rest, by_weights(weights)), outcomes(rest, isotonic(pool[:count], prior))
            for name, value in (
                (f"AUROC own {count}", auroc(ours)),
                (f"AURC own {count}", aurc(ours)),
                (f"ECE own {count}", calibration_error(ours)),
                (f"ECE iso {count}", calibration_error(steps)),
                (f"AURC iso {count}", aurc(steps)),
            ):
                gathered.setdefault(name, []).append(value if value is not None else 0.5)
            if count == max(n for n in LABELS if n <= len(pool)):
                for alpha in ALPHAS:
                    for name, scored in (("own", by_weights(weights)), ("shipped", by_weights(prior)), ("cosine", by_cosine)):
                        covered, risk = certified(pool[:count], rest, scored, alpha)
                        gathered.setdefault(f"certified {alpha:.0%} {name}", []).append(covered)
                        gathered.setdefault(f"wrong {alpha:.0%} {name}", []).append(risk)
    yield from ((name, fmean(values)) for name, values in gathered.items())


def figures(found: Sequence[Row], writer: str, orders: int) -> dict[str, float | None]:
    prior = WEIGHTS[writer]
    return {"drafts": float(len(found)), **dict(plain(found, prior)), **dict(learned(found, prior, orders))}


def table(measured: Mapping[str, Mapping[str, float | None]]) -> Iterator[str]:
    names = list(dict.fromkeys(name for one in measured.values() for name in one))
    yield " " * 26 + "".join(f"{name[:11]:>12}" for name in measured)
    for name in names:
        cells = (one.get(name) for one in measured.values())
        yield f"{name:26}" + "".join(f"{'-' if cell is None else f'{cell:.3f}':>12}" for cell in cells)


async def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--keep", type=Path)
    reader.add_argument("--orders", type=int, default=10)
    reader.add_argument("--sample", type=int, default=0, help="questions of a set; 0 for all")
    wanted = reader.parse_args()
    for writer in ("excerpts", "ollama"):
        found = {
            name: one
            for name, one in (await rows(wanted.folder, writer, wanted.keep, wanted.sample)).items()
            if len(one) >= FEWEST
        }
        every = [one for each in found.values() for one in each]
        print(f"\n{'quoted' if writer == 'excerpts' else 'stand-in for a model'} ({writer})")
        print("\n".join(table({name: figures(one, writer, wanted.orders) for name, one in {**found, "all": every}.items()})))


if __name__ == "__main__":
    asyncio.run(main())
