"""Where an agent writes: the editors, what is put into them, the files that go along, and the ways to send."""
