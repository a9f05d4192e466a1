"""Embedders; imported only in the index process."""
