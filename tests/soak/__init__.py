"""Kill storms: the program is killed again and again in the middle of its work, and what it acknowledged is counted."""
