"""Pictures of the real window on a fresh sample workspace, for the README and for looking at."""
