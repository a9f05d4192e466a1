"""Use cases: async, speak to ports, publish after commit."""
