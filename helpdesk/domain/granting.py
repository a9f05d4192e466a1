"""From evidence to certificates: what is granted, what ends, which topics are taken out. Taking away is immediate; given is
only what was proven."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from helpdesk.domain.binomial import exact_lower
from helpdesk.domain.certificate import POOLED, Certificate, Ended, Method
from helpdesk.domain.drift import ALARM
from helpdesk.domain.risk import Certified, Weighing


@dataclass(frozen=True)
class Grant:
    certificate: Certificate


@dataclass(frozen=True)
class End:
    certificate: Certificate
    by: Ended
    why: str


@dataclass(frozen=True)
class TakeOut:
    certificate: Certificate
    topics: tuple[str, ...]


Change = Grant | End | TakeOut


@dataclass(frozen=True)
class Found:
    """The evidence of one drafter by topic (POOLED: together), the certificates that stand on it, and the value of each one's
    drift detector now. `touched` are the topics whose evidence is another than before; None: any may be."""

    by_topic: Mapping[str, Weighing]
    standing: tuple[Certificate, ...] = ()
    drift: Mapping[int, float] = field(default_factory=dict)
    touched: frozenset[str] | None = None

    def looks_at(self, topic: str) -> bool:
        return self.touched is None or topic == POOLED or topic in self.touched


def changes(found: Found, blank: Certificate) -> list[Change]:
    """What has to be done. `blank` is a certificate of this drafter under the goal of now, without any evidence."""
    alarmed = [one for one in found.standing if found.drift.get(one.id, 0.0) >= ALARM]
    if alarmed:
        return [*(End(one, Ended.DRIFT, _drifted(one)) for one in found.standing)]
    made: list[Change] = []
    for topic, weighing in found.by_topic.items():
        if not found.looks_at(topic):
            continue
        stands = next((one for one in found.standing if one.topic == topic), None)
        made += _of_topic(weighing.certified(), stands, replace(blank, topic=topic, topics=_group(blank, topic)), found)
    return made


def against(weighing: Weighing, cut: float, alpha: float, delta: float) -> bool:
    """Whether the evidence above a cut says that more than `alpha` is wrong there."""
    here = next((one for one in weighing.cuts if one.cut == cut), None)
    return here is not None and exact_lower(here.wrong, here.checked, delta) > alpha


def _withstands(stands: Certificate, proven: Certified | None, found: Found) -> bool:
    """One of a fixed sample does not live on the evidence of the queue: it ends when that speaks against it, and gives way to
    one that is wider."""
    narrower = proven is None or proven.cut >= stands.cut
    if stands.method is not Method.FIXED_SAMPLE or not narrower:
        return False
    return not against(found.by_topic[stands.topic], stands.cut, stands.alpha, stands.delta)


def _of_topic(proven: Certified | None, stands: Certificate | None, blank: Certificate, found: Found) -> Iterator[Change]:
    if stands is not None and _withstands(stands, proven, found):
        return
    if proven is None:
        if stands is not None:
            yield End(stands, Ended.EVIDENCE, "what was checked since proves it no more")
        return
    fresh = _with_evidence(blank, proven)
    out = _contradicted(fresh, found, stands)
    if stands is None:
        yield Grant(replace(fresh, out=out))
    elif stands.cut != fresh.cut:
        wider = fresh.cut < stands.cut
        why = "more answers were proven" if wider else "what was checked since proves it for fewer answers"
        yield End(stands, Ended.WIDER if wider else Ended.EVIDENCE, why)
        yield Grant(replace(fresh, out=out))
    elif out != stands.out:
        yield TakeOut(stands, out)


def _with_evidence(blank: Certificate, proven: Certified) -> Certificate:
    return replace(
        blank,
        cut=proven.cut,
        checked=proven.checked,
        wrong=proven.wrong,
        bound=proven.bound,
        evidence={**blank.evidence, "e_values": list(proven.e_values)},
    )


def _group(blank: Certificate, topic: str) -> tuple[str, ...]:
    return blank.topics if topic == POOLED else ()


def _contradicted(fresh: Certificate, found: Found, stands: Certificate | None) -> tuple[str, ...]:
    """What was out once stays out as long as the drafter does."""
    if fresh.topic != POOLED:
        return ()
    guilty = {
        topic
        for topic, weighing in found.by_topic.items()
        if topic != POOLED
        and (stands is None or stands.cut != fresh.cut or found.looks_at(topic))
        and against(weighing, fresh.cut, fresh.alpha, fresh.delta)
    }
    return tuple(sorted(guilty | set(stands.out if stands else ())))


def _drifted(certificate: Certificate) -> str:
    return f"more answers than promised turned out wrong since {certificate.granted_at:%Y-%m-%d}"
