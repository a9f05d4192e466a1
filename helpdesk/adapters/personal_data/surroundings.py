"""What stands beside a number says what it is."""

import re

NEAR = 40
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:order|orders|invoice|ticket|case|ref(?:erence)?|tracking|parcel|shipment|sku|serial|imei|isbn|ean|upc|part|model|version"
    r"|build|patch|release|article|error|code|page|port|pid|commit|hash|bestell\w*|auftrag\w*|rechnung\w*|sendung\w*|artikel\w*"
    r"|serien\w*|fehler\w*|commande|facture|pedido|factura|ordine|fattura|zamówieni\w+|faktur\w+)"
    r"|\bv(?=\W{0,2}$)|#)"
    r"[\s.:#-]*(?:(?:no|nr|number|num|id|code|nummer|numéro|número)\b)?[\s.:#=-]*(?:is|was|ist|est|es)?[\s:]*$",
    re.I,
)


def before(text: str, start: int) -> str:
    """The words left of a place, on its line or the one above."""
    return text[max(0, start - NEAR) : start]


def names_other_number(text: str, start: int) -> bool:
    """Whether the words right before say that this is an order, a version, an error code."""
    return bool(_OTHER_NUMBER.search(before(text, start)))
