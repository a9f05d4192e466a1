"""What is found out about the desk's confidence, and how it is shown. No Qt: the terminal and a saved page say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpdesk.domain.reliability import Judgement
from helpdesk.ports.certifying_records import Drafter, Stretch
from helpdesk.ui.insights import confidence_words as words
from helpdesk.ui.insights.confidence_pictures import choosiness, drift, honesty, signs

if TYPE_CHECKING:
    from datetime import datetime

    from helpdesk.domain.standing import DrafterStanding, Standing
    from helpdesk.services.desk import Desk
    from helpdesk.ui.insights.confidence_words import Headline
    from helpdesk.ui.insights.figures import Tile
    from helpdesk.ui.insights.picture import Picture

CONFIDENCE = 0.1
"""Of being wrong about a bound, while no goal says another."""


@dataclass(frozen=True)
class ConfidenceShown:
    headline: Headline
    tiles: tuple[Tile, ...]
    pictures: tuple[Picture, Picture, Picture, Picture]
    writers: tuple[str, ...]
    writer: str


@dataclass(frozen=True)
class Found:
    """`drafters` are (writer, scorer); the judgement is of the one looked at, None without drafts."""

    standing: Standing
    drafters: tuple[tuple[str, str], ...]
    judgement: Judgement | None
    at: datetime


async def gathered(desk: Desk, writer: str) -> Found:
    standing = await desk.certifying.standing()
    drafters = await desk.insights.drafters()
    proven = [certificate.writer for certificate in standing.certificates]
    wanted = [one for name in (writer, *proven) for one in drafters if one[0] == name]
    chosen = next(iter([*wanted, *drafters]), None)
    delta = standing.goal.delta if standing.goal else CONFIDENCE
    judgement = await desk.insights.judgement(chosen, delta, counted(standing, chosen)) if chosen else None
    return Found(standing, tuple(drafters), judgement, desk.insights.clock.now())


def shown(found: Found) -> ConfidenceShown:
    goal, judgement, drafter = found.standing.goal, found.judgement or Judgement("", ""), drafter_of(found)
    certificate = drafter.pooled.certificate if drafter else None
    return ConfidenceShown(
        headline=words.headline(found.standing),
        tiles=words.tiles(found.standing, judgement, found.at),
        pictures=(
            honesty(judgement),
            choosiness(judgement, goal.alpha if goal else None, certificate),
            signs(judgement),
            drift(drafter.drift, drafter.stop) if drafter else drift(()),
        ),
        writers=tuple(writer for writer, _ in found.drafters),
        writer=judgement.writer,
    )


def drafter_of(found: Found) -> DrafterStanding | None:
    return None if found.judgement is None else among(found.standing, (found.judgement.writer, found.judgement.scorer))


def among(standing: Standing, wanted: tuple[str, str]) -> DrafterStanding | None:
    return next((one for one in standing.drafters if (one.writer, one.scorer) == wanted), None)


def counted(standing: Standing, wanted: tuple[str, str]) -> Stretch | None:
    """What a certificate of that (writer, scorer) counts; None while nothing is being proven."""
    one, goal = among(standing, wanted), standing.goal
    if goal is None or one is None or one.since is None:
        return None
    return Stretch(Drafter(one.writer, one.scorer, one.fingerprint), one.since, goal.topics, goal.never)
