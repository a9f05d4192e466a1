"""The field's own words: frozen values, enums and pure functions. Standard library only."""
