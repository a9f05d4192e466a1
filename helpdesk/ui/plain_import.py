"""Modules are loaded without their sources being read as text."""

import builtins
import linecache


def import_plainly() -> None:
    """Ends what the Qt binding does at every import: to know whether the module asks for one of the binding's own features,
    which none of ours does, it reads the module's source, and Python then keeps every line of it."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
    linecache.clearcache()
