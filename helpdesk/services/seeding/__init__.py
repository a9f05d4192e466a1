"""Test drafts: a wrong one in the queue now and then, to know how many wrong ones reviewers notice."""

from helpdesk.services.seeding.seeding import Finished, Seeding, Tested

__all__ = ["Finished", "Seeding", "Tested"]
