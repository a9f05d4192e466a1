"""Ratios against the bare thing in the same run: machines differ and are shared, ratios hold."""
