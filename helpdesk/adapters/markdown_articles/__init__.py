"""Markdown files into articles: bytes → text → blocks → passages, in a worker process under limits."""
