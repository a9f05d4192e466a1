"""The window: a frame that paints at once, and the rooms that fill it."""
