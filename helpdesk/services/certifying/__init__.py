"""Proving that answers may leave by themselves: goals, evidence, certificates, and what would have been sent meanwhile."""

from helpdesk.services.certifying.assessing import Assessing
from helpdesk.services.certifying.certifying import Certifying, GoalWish
from helpdesk.services.certifying.consequences import Consequences, true_only
from helpdesk.services.certifying.delivering import Delivered, Heeded
from helpdesk.services.certifying.weighing import Weigher

__all__ = ["Assessing", "Certifying", "Consequences", "Delivered", "GoalWish", "Heeded", "Weigher", "true_only"]
