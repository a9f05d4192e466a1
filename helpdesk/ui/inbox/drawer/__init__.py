"""What was changed, taking it back, tickets as they were, and tickets that are one matter."""
