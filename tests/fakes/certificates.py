"""A certificate as it stands after seventy right answers."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from helpdesk.domain.certificate import POOLED, Certificate, Method


def certificate(at: datetime, **changed: Any) -> Certificate:
    """For all topics, granted then; another in what is named."""
    granted = Certificate(
        id=0,
        scorer="fitted-4",
        writer="excerpts",
        fingerprint="f",
        topic=POOLED,
        topics=(),
        alpha=0.05,
        delta=0.1,
        sensitivity=1.0,
        cut=0.8,
        checked=70,
        wrong=0,
        bound=0.05,
        coverage=0.3,
        method=Method.ANYTIME,
        evidence={},
        granted_at=at,
    )
    return replace(granted, **changed)
