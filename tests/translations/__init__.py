"""What the window says, found in its source, and the files of its languages."""
