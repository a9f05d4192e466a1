"""How drafts like this one went before: on the same intent, and from the same articles as they stand now."""

from dataclasses import dataclass, field

from helpdesk.domain.label import Tally

USUAL_RATE = 0.8
"""Share of drafts that are right where nothing is known yet."""

USUAL_WEIGHT = 4.0
"""Judged drafts that this assumption is worth."""


@dataclass(frozen=True)
class ArticleRecord:
    title: str
    tally: Tally


@dataclass(frozen=True)
class TrackRecord:
    """Only what was judged before the draft was written; empty tallies where nothing was."""

    intent: str = ""
    of_intent: Tally = field(default_factory=Tally)
    of_articles: tuple[ArticleRecord, ...] = ()

    @property
    def worst_article(self) -> ArticleRecord | None:
        judged = [one for one in self.of_articles if one.tally.count]
        return min(judged, key=lambda one: smoothed(one.tally)) if judged else None


def smoothed(tally: Tally) -> float:
    """The share of right ones, pulled towards the usual while there are few: the mean of a Beta distribution."""
    return (tally.right + USUAL_RATE * USUAL_WEIGHT) / (tally.count + USUAL_WEIGHT)
