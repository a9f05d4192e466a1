"""Helpdesk: an offline-first desktop helpdesk with cited, reviewable drafts."""

__version__ = "0.1.0"
