"""The promise of a certificate, run often enough to be held to it: in worlds whose truth is known, with the rules people use
instead as controls that must fail; and how soon a risk that rises is noticed, how seldom one that does not."""

from random import Random
from statistics import quantiles

from helpdesk.domain.drift import ALARM, Detector
from tests.soak import risk_worlds
from tests.soak.risk_worlds import ALPHAS, WORLDS, Rule, Trial, World, tried
from tests.soak.station import Station

ALPHA = 0.05
SOON_ENOUGH = {2: (111, 265), 3: (48, 105), 5: (20, 41)}
"""Audited answers until a risk of so many alphas is noticed, after three hundred good ones: median, and 90 in a hundred."""
GIVEN_UP = 20_000


def promises_kept(station: Station, runs: int) -> dict[str, int]:
    """Ours at every alpha in every world; blind and careless reviewers with the share they notice measured."""
    chance = station.chance
    rules: dict[str, Rule] = {
        "anytime": risk_worlds.proven_at_any_moment,
        "one look": risk_worlds.proven_at_one_look,
        "reviewers at .85": risk_worlds.careless(0.85, chance, measured=True),
    }
    counted: dict[str, int] = {}
    for name, rule in rules.items():
        for world in WORLDS:
            for alpha in ALPHAS:
                trial = _shown(name, rule, (world, alpha, runs), chance)
                assert trial.within, f"{name} in {world.name} at {alpha}: {trial}"
                counted[f"runs of {name}"] = counted.get(f"runs of {name}", 0) + trial.runs
                counted[f"broken by {name}"] = counted.get(f"broken by {name}", 0) + trial.broken
    return counted


def promises_broken(station: Station, runs: int) -> dict[str, int]:
    """The controls: a test that lets these pass proves nothing."""
    chance = station.chance
    smooth, flat, step = WORLDS[:3]
    even = World("just above", lambda _: 1.0001)
    controls: dict[str, tuple[Rule, World]] = {
        "observed below alpha": (risk_worlds.observed_below_alpha, smooth),
        "observed below alpha, flat": (risk_worlds.observed_below_alpha, flat),
        "silence means success": (risk_worlds.silence_means_success(0.3, 0.15, chance), step),
        "twenty looks": (risk_worlds.proven_at_one_of_twenty_looks, even),
        "reviewers at .2 trusted": (risk_worlds.careless(0.2, chance, measured=False), flat),
    }
    counted: dict[str, int] = {}
    for name, (rule, world) in controls.items():
        trial = _shown(name, rule, (world, ALPHA, runs), chance)
        assert not trial.within, f"{name} kept its word, so the test shows nothing: {trial}"
        counted[f"broken by {name}"] = trial.broken
    return counted


def _shown(name: str, rule: Rule, where: tuple[World, float, int], chance: Random) -> Trial:
    world, alpha, runs = where
    trial = tried(rule, world, alpha, runs, chance)
    print(
        f"  {name:26} {world.name:14} {alpha:.2f}: chose {trial.chose / runs:.3f}, broke {trial.broken / runs:.3f}", flush=True
    )
    return trial


def rises_noticed(station: Station, runs: int) -> dict[str, int]:
    """Delays after a rise, and answers between false alarms: these are run a tenth as often, each is a long watch."""
    chance = station.chance
    counted: dict[str, int] = {}
    for times, (usual, nearly_always) in SOON_ENOUGH.items():
        delays = [_labels_to_alarm(chance, 300, times * ALPHA) for _ in range(runs)]
        median, ninth = quantiles(delays, n=2)[0], quantiles(delays, n=10)[8]
        assert median <= 1.15 * usual, f"{times} alpha: {median} labels in the median"
        assert ninth <= 1.15 * nearly_always, f"{times} alpha: {ninth} labels nine times of ten"
        counted[f"labels to notice {times} alpha (median)"] = round(median)
        counted[f"labels to notice {times} alpha (90 %)"] = round(ninth)
    quiet = [_labels_to_alarm(chance, 0, ALPHA) for _ in range(max(20, runs // 10))]
    between = sum(quiet) / len(quiet)
    assert between >= ALARM, f"a false alarm after {between:.0f} labels on average"
    return counted | {"labels between false alarms at alpha itself (at least)": round(between)}


def _labels_to_alarm(chance: Random, good: int, risk: float) -> int:
    watch = Detector(ALPHA)
    for _ in range(good):
        watch.add(chance.random() < 0.6 * ALPHA)
    labels = 0
    while watch.value < ALARM and labels < GIVEN_UP:
        watch.add(chance.random() < risk)
        labels += 1
    return labels
