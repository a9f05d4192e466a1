"""A stand-in for an Ollama server on loopback: speaks its wire format, and every way of failing that was seen in the wild."""

from tests.fakes.ollama_server.go_json import DIGEST, JSON, MODEL, STREAM, TEXT, line, model, spoken
from tests.fakes.ollama_server.server import OllamaServer, serving

__all__ = ["DIGEST", "JSON", "MODEL", "STREAM", "TEXT", "OllamaServer", "line", "model", "serving", "spoken"]
