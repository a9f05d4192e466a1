"""The tests mirror helpdesk/."""
