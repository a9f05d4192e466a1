"""Where a desk stands on its way to answers that may leave by themselves."""

from dataclasses import dataclass, field
from datetime import datetime

from helpdesk.domain.assessment import Backlog, ShadowBook
from helpdesk.domain.certificate import POOLED, Certificate, Goal
from helpdesk.domain.draft import Fingerprint
from helpdesk.domain.risk import Weighed


@dataclass(frozen=True)
class Progress:
    """The evidence for one topic, or for all of the goal together (POOLED), of one drafter and one scorer. `cuts` go from
    strictest to loosest. `at_least` labels are missing at the first cut not proven yet if no more are wrong, `at_this_rate`
    if errors go on as so far (None: never); both 0 when all cuts are proven. `against`: its own evidence says more than the
    promised share is wrong."""

    topic: str
    cuts: tuple[Weighed, ...]
    certificate: Certificate | None = None
    at_least: int = 0
    at_this_rate: int | None = 0
    against: bool = False

    @property
    def next(self) -> Weighed | None:
        """The cut being proven."""
        return next((cut for cut in self.cuts if not cut.certified), None)

    @property
    def proven(self) -> Weighed | None:
        """The loosest cut proven so far."""
        return next((cut for cut in reversed(self.cuts) if cut.certified), None)


@dataclass(frozen=True)
class Stop:
    """When errors grew and sending stopped, and the detector's value after every audited answer until then."""

    at: datetime
    drift: tuple[float, ...]


@dataclass(frozen=True)
class DrafterStanding:
    """Of one writer as it is now. `candidate` says that its scorer is not the live one yet. `drift` is the detector's value
    after every audited answer since the certificate was granted; while none stands, `stop` tells of the last one's.
    `coverage` is the share of its drafts that reach the cut proven, or being proven."""

    writer: str
    scorer: str
    fingerprint: str
    drafter: Fingerprint | None
    candidate: bool
    pooled: Progress
    topics: tuple[Progress, ...] = ()
    drift: tuple[float, ...] = ()
    stop: Stop | None = None
    coverage: float = 0.0
    since: datetime | None = None

    @property
    def certificates(self) -> tuple[Certificate, ...]:
        return tuple(one.certificate for one in (self.pooled, *self.topics) if one.certificate is not None)


@dataclass(frozen=True)
class Reviewers:
    """How many test drafts were caught and missed. `sensitivity` is the lower bound on the share of wrong drafts reviewers
    notice that certificates are corrected by; None: there are too few test drafts, and reviewers are taken at their word."""

    caught: int = 0
    missed: int = 0
    sensitivity: float | None = None

    @property
    def decided(self) -> int:
        return self.caught + self.missed


@dataclass(frozen=True)
class Standing:
    """Without a `goal` nothing is being proven, and the rest is as it is before the first draft."""

    goal: Goal | None = None
    drafters: tuple[DrafterStanding, ...] = ()
    audit_share: float = 1.0
    backlog: Backlog = field(default_factory=Backlog)
    reviewers: Reviewers = field(default_factory=Reviewers)
    shadow: ShadowBook = field(default_factory=ShadowBook)

    @property
    def certificates(self) -> tuple[Certificate, ...]:
        return tuple(certificate for drafter in self.drafters for certificate in drafter.certificates)

    @property
    def pooled(self) -> Certificate | None:
        """The first certificate for all topics together."""
        return next((one for one in self.certificates if one.topic == POOLED), None)
