"""The window: PySide6 only here; services are reached through the bridge."""
