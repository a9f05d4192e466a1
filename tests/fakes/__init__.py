"""Fakes as real code: the clock, the words of a model, the far end of a wire."""
