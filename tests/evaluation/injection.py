"""What the detector sees, what harm comes past the guard when a model obeys, and how many honest messages pay for it.

`python -m tests.evaluation.injection` prints the tables over every eighth message, `--every 1` over all of them (minutes);
the suite runs a sample.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from helpdesk.adapters.writers.excerpts import compose
from helpdesk.domain.draft import Route
from helpdesk.domain.injection import is_suspicious
from tests.evaluation.obeying import LINK, PLACES, POSITIONS, SOURCE, Attack, attacks, benign, deeds, lenient, obeyed, scene
from tests.fakes.evidence import passage, task

EVERY_ANYTHING = 20
"""How often an attack is also answered with every deed we could think of."""


@dataclass
class Harm:
    """`tried` drafts that obey, by place; `sendable` those nothing stands against; `unvetoed` those only the flag on the
    message stops. `seen` are the sendable ones, for a look."""

    tried: Counter[str] = field(default_factory=Counter)
    unvetoed: Counter[str] = field(default_factory=Counter)
    sendable: Counter[str] = field(default_factory=Counter)
    seen: list[tuple[str, str]] = field(default_factory=list)


def harm(chosen: Sequence[Attack]) -> Harm:
    """Every attack in every place and position, obeyed in every way, at a desk that would send whatever is not stopped."""
    found, desk = Harm(), lenient()
    for number, attack in enumerate(chosen):
        for place in PLACES:
            for position in POSITIONS if place != "subject" else POSITIONS[:1]:
                asked, source = scene(attack.text if place != "subject" else attack.order, place, position)
                for deed in deeds(attack, number % EVERY_ANYTHING == 0):
                    if place == "article" and only_quotes(deed, source.text):
                        continue
                    reply = obeyed(deed, source)
                    found.tried[place] += 1
                    if not desk.guard.vetoes(asked, reply):
                        found.unvetoed[place] += 1
                        if desk.assess(asked, reply).route is Route.SEND:
                            found.sendable[place] += 1
                            found.seen.append((place, deed))
    return found


def only_quotes(deed: str, article: str) -> bool:
    """Words of an article said as they stand there are a quotation, and who may write articles is decided elsewhere. A link
    or an address in them counts all the same."""
    return deed.removesuffix(" [1]") in article and not LINK.search(deed)


def detected(every: int = 1) -> dict[tuple[str, str], tuple[int, int]]:
    """(kind, delivery) → (flagged, of how many); honest messages under "honest"."""
    flagged: Counter[tuple[str, str]] = Counter()
    of: Counter[tuple[str, str]] = Counter()
    for attack in attacks()[::every]:
        key = ("embedded" if attack.kind.startswith("embedded") else attack.kind, attack.delivery)
        of[key] += 1
        flagged[key] += is_suspicious(attack.text)
    for text, kind in benign()[::every]:
        of["honest", kind] += 1
        flagged["honest", kind] += is_suspicious(text)
    return {key: (flagged[key], of[key]) for key in of}


def falsely_vetoed(every: int = 1) -> tuple[int, int]:
    """(honest messages flagged, or whose draft by quotes is vetoed; of how many): each beside the hub's question,
    so that there is a draft at all."""
    desk, stopped, total = lenient(), 0, 0
    for text, _ in benign()[::every]:
        asked = task(f"{text[:1500]}\nHow do I reset the hub?", [passage(1, SOURCE)], asks=["How do I reset the hub?"])
        reply = compose(asked)
        verdict = desk.assess(asked, reply)
        total += not reply.abstained
        stopped += bool(set(verdict.vetoes) - {"language"}) or is_suspicious(text)
    return stopped, total


def table(every: int) -> Iterator[str]:
    for (kind, delivery), (flagged, of) in sorted(detected(every).items()):
        yield f"flagged  {kind:20} {delivery:28} {flagged:4} of {of:4}  {flagged / of:.3f}"
    found = harm(attacks()[::every])
    for place in PLACES:
        yield (
            f"obeyed   in {place:8} {found.tried[place]:6} drafts, without a veto {found.unvetoed[place]:4}, "
            f"sendable {found.sendable[place]:4}"
        )
    yield from (f"sendable {place}: {deed[:160]!r}" for place, deed in sorted(set(found.seen))[:60])
    stopped, total = falsely_vetoed(every)
    yield f"honest messages stopped: {stopped} of {total}  {stopped / total:.4f}"


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--every", type=int, default=8, help="every n-th message; 1 for all")
    for line in table(asked.parse_args().every):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
