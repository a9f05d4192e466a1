"""Answers that leave by themselves: the gate, the last look before they go, the signature it takes, and the stop."""

from helpdesk.services.sending.brake import Brake
from helpdesk.services.sending.clock_watch import ClockWatch
from helpdesk.services.sending.gate import Gate
from helpdesk.services.sending.leaving import Leaving
from helpdesk.services.sending.sending import Sending
from helpdesk.services.sending.signing import Signing

__all__ = ["Brake", "ClockWatch", "Gate", "Leaving", "Sending", "Signing"]
