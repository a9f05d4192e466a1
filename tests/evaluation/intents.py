"""How well intents are told apart from few examples: `python -m tests.evaluation.intents [MODEL_FOLDER]`.

Each class begins with its name as its description; then 1, 3, 5, 10, 50 examples are added. Beside it stands naive Bayes
on the same words, which always answers; 'likeliest' is the share right when ours always answers too. 'Said' is the share of
messages in scope not called unclear, and how many of those are right; 'out' the share of messages out of scope called
unclear; AUROC that of the confidence for being in scope.
"""

import json
import math
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpdesk.adapters.embedders.built_in import BuiltInEmbedder
from helpdesk.adapters.intents import PrototypeIntents
from helpdesk.adapters.onnx_models.embedder import OnnxEmbedder
from helpdesk.domain.measures import auroc
from helpdesk.domain.terms import words
from helpdesk.domain.understanding import UNCLEAR, Read
from helpdesk.ports.understanding import Example

DATA = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "intent"
OUTSIDE = "oos"
SIZES = (0, 1, 3, 5, 10, 50)

Embed = Callable[[Sequence[str]], Sequence[bytes]]
Labelled = tuple[str, str]


@dataclass(frozen=True)
class Lesson:
    """What a classifier is taught, and what it is then asked (`outside`: none of its classes)."""

    taught: tuple[Labelled, ...]
    asked: tuple[Labelled, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    likeliest: float
    said: float
    right: float
    outside: float | None
    area: float | None
    seconds: float

    def __str__(self) -> str:
        told = f"likeliest {self.likeliest:.3f}  said {self.said:.3f} right {self.right:.3f}"
        scope = f"  out {self.outside:.3f} AUROC {self.area:.3f}" if self.outside is not None and self.area is not None else ""
        return f"{told}{scope}  learned in {self.seconds:.2f} s"


def rows(name: str, part: str) -> list[Labelled]:
    found = (json.loads(line) for line in (DATA / name / f"{part}.jsonl").read_text("utf-8").splitlines())
    return [(row["text"], row["label"]) for row in found]


def lesson(name: str, size: int, every: int) -> Lesson:
    """`size` examples a class, drawn the same way each time; every `every`th test message is asked."""
    by: dict[str, list[str]] = defaultdict(list)
    for text, label in rows(name, "train"):
        if label != OUTSIDE:
            by[label].append(text)
    drawn = random.Random(20)
    taught = [(label.replace("_", " "), label) for label in sorted(by)]
    taught += [(text, label) for label in sorted(by) for text in drawn.sample(by[label], min(size, len(by[label])))]
    test = rows(name, "test")
    asked = [row for row in test if row[1] != OUTSIDE][::every]
    return Lesson(tuple(taught), tuple(asked), tuple(text for text, label in test if label == OUTSIDE)[::every])


def measured(given: Lesson, embed: Embed) -> Figures:
    texts = [text for text, _ in given.taught]
    examples = [Example(label, text, vector) for (text, label), vector in zip(given.taught, embed(texts), strict=True)]
    reader, always = PrototypeIntents(), PrototypeIntents(clear_from=0.0)
    begun = time.perf_counter()
    reader.learn(examples)
    seconds = time.perf_counter() - begun
    always.learn(examples)
    asked = list(zip((text for text, _ in given.asked), embed([text for text, _ in given.asked]), strict=True))
    labels = [label for _, label in given.asked]
    reads = [reader.read(*one) for one in asked]
    outside = [reader.read(text, vector) for text, vector in zip(given.outside, embed(given.outside), strict=True)]
    named = [(read.value, label) for read, label in zip(reads, labels, strict=True) if read.value != UNCLEAR]
    return Figures(
        likeliest=share(always.read(*one).value == label for one, label in zip(asked, labels, strict=True)),
        said=len(named) / len(reads),
        right=share(value == label for value, label in named),
        outside=share(read.value == UNCLEAR for read in outside) if outside else None,
        area=auroc([*((scope(read), True) for read in reads), *((scope(read), False) for read in outside)]),
        seconds=seconds,
    )


def scope(read: Read) -> float:
    """How sure it is that the message is in scope."""
    return 1 - read.confidence if read.value == UNCLEAR else read.confidence


def share(hits: Iterable[bool]) -> float:
    told = list(hits)
    return sum(told) / len(told) if told else 0.0


def naive_bayes(given: Lesson) -> float:
    """The share right when an answer is always taken."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text, label in given.taught:
        counts[label].update(words(text))
    known = len({word for counter in counts.values() for word in counter})
    totals = {label: sum(counter.values()) for label, counter in counts.items()}

    def likely(label: str, said: Sequence[str]) -> float:
        return sum(math.log((counts[label][word] + 1) / (totals[label] + known)) for word in said)

    return share(max(counts, key=lambda name: likely(name, words(text))) == label for text, label in given.asked)


def main() -> None:
    embedders: dict[str, Embed] = {"words only": lambda texts: [b""] * len(texts), "built-in": BuiltInEmbedder().embed}
    if sys.argv[1:]:
        embedders[Path(sys.argv[1]).name] = OnnxEmbedder(Path(sys.argv[1]), 2, None).embed
    for name in ("clinc150", "bitext_cs"):
        for size in SIZES:
            given = lesson(name, size, 3)
            sys.stdout.write(f"{name}, {size} examples a class: naive Bayes {naive_bayes(given):.3f}\n")
            for called, embed in embedders.items():
                sys.stdout.write(f"   {called:24} {measured(given, embed)}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
