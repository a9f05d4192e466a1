"""One vendor per module; the modules do not know each other, only the ports they fill."""
