"""Ollama, spoken by ourselves: what it is asked, what may come back, and what becomes of every way it can fail."""
