"""What stands before an admin's eyes when they let the desk send by itself, and how much it would take off people's hands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from helpdesk.domain import promise, signature
from helpdesk.domain.autosend import Offer
from helpdesk.domain.certificate import POOLED, Certificate
from helpdesk.domain.handling import handling
from helpdesk.domain.lot import audit_share
from helpdesk.ports.clock import Clock
from helpdesk.ports.store import Records

LOOKED_BACK = timedelta(days=28)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Signing:
    clock: Clock

    async def of_certificates(self, records: Records, certificates: Sequence[Certificate]) -> Offer:
        """With nothing proven there is nothing to sign: `wanted` is empty then."""
        since, never = self.clock.now() - LOOKED_BACK, await _never(records)
        able = await records.auto_replies.qualified(certificates, since, never)
        widest_first = sorted(certificates, key=lambda one: one.topic != POOLED)
        sentences = tuple(promise.headline(one) for one in widest_first)
        caveats = tuple(dict.fromkeys(words for one in certificates for words in promise.caveats(one)))
        wanted = signature.to_type(max(one.alpha for one in certificates)) if certificates else ""
        return await self._offer(records, tuple(certificates), (sentences, caveats, wanted), able)

    async def of_line(self, records: Records, line: float) -> Offer:
        able = await records.auto_replies.above(line, self.clock.now() - LOOKED_BACK, await _never(records))
        said = ((signature.unproven(line),), (), signature.to_type_override(line))
        return await self._offer(records, (), said, able)

    async def _offer(
        self,
        records: Records,
        certificates: tuple[Certificate, ...],
        said: tuple[tuple[str, ...], tuple[str, ...], str],
        able: int,
    ) -> Offer:
        now = self.clock.now()
        drafted, first = await records.auto_replies.drafted(now - LOOKED_BACK)
        days = LOOKED_BACK / DAY if first is None else max(1.0, min(LOOKED_BACK, now - first) / DAY)
        pace = handling(await records.auto_replies.decision_times(now - LOOKED_BACK))
        a_week = able / days * 7
        minutes = a_week * (1 - audit_share(timedelta(0), a_week)) * pace.minutes
        how = signature.how_estimated(pace, days)
        sentences, caveats, wanted = said
        return Offer(certificates, sentences, caveats, able, drafted, days, round(minutes, 1), how, wanted)


async def _never(records: Records) -> tuple[str, ...]:
    """What people always answer takes nothing off their hands."""
    goal = await records.goals.newest()
    return goal.never if goal else ()


def shown(offer: Offer) -> Mapping[str, Any]:
    """As it is kept with the signature."""
    return {
        "certificates": [
            {
                "id": one.id,
                "topic": one.topic,
                "topics": list(one.topics),
                "scorer": one.scorer,
                "fingerprint": one.fingerprint,
                "alpha": one.alpha,
                "delta": one.delta,
                "cut": one.cut,
                "checked": one.checked,
                "wrong": one.wrong,
                "bound": one.bound,
            }
            for one in offer.certificates
        ],
        "sentences": list(offer.sentences),
        "caveats": list(offer.caveats),
        "share": round(offer.share, 4),
        "a_week": round(offer.a_week, 1),
        "minutes_a_week": offer.minutes_a_week,
        "how": offer.how,
        "wanted": offer.wanted,
    }
