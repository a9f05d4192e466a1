"""The 52 cases of the Ollama contract, each as the bytes on the wire and as what the desk makes of them."""
