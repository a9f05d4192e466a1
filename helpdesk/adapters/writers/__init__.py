"""Writers of drafts: `excerpts` quotes the knowledge base, `ollama` asks a local model. Both cite what they stand on."""
