"""The colours of the four looks: light and dark, each also in high contrast."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """Every pair of text on ground that the window uses reaches WCAG AA (4.5:1), in high contrast AAA (7:1); a test holds all
    of them to it."""

    name: str

    dark: bool
    window: str
    surface: str
    raised: str
    sunken: str
    line: str
    line_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    good: str
    good_soft: str
    fair: str
    fair_soft: str
    poor: str
    poor_soft: str
    note: str
    note_soft: str
    mark: str


LIGHT = Colours(
    name="light",
    dark=False,
    window="#f3f4f6",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#eceef1",
    line="#dfe2e7",
    line_strong="#858c98",
    text="#1b1f27",
    muted="#555d6b",
    accent="#2456c8",
    accent_hover="#1d479f",
    on_accent="#ffffff",
    accent_soft="#e6edfc",
    accent_text="#1f4cb0",
    good="#17663a",
    good_soft="#e0f3e7",
    fair="#7a4b00",
    fair_soft="#fdf0d5",
    poor="#a3271f",
    poor_soft="#fce6e4",
    note="#6a5300",
    note_soft="#fdf6d8",
    mark="#ffe9a3",
)

DARK = Colours(
    name="dark",
    dark=True,
    window="#14161a",
    surface="#1b1e24",
    raised="#242830",
    sunken="#101216",
    line="#2e333c",
    line_strong="#717a89",
    text="#e7e9ee",
    muted="#a3abb9",
    accent="#3f6fe0",
    accent_hover="#5582ea",
    on_accent="#ffffff",
    accent_soft="#1f2c4d",
    accent_text="#9dbbff",
    good="#7fd6a1",
    good_soft="#173325",
    fair="#f0c06a",
    fair_soft="#3a2c10",
    poor="#ff9d94",
    poor_soft="#421d1a",
    note="#e8cf78",
    note_soft="#332c12",
    mark="#5a4a12",
)

CONTRAST_LIGHT = Colours(
    name="contrast-light",
    dark=False,
    window="#ffffff",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#eeeeee",
    line="#595959",
    line_strong="#000000",
    text="#000000",
    muted="#262626",
    accent="#0b2f8a",
    accent_hover="#061f5e",
    on_accent="#ffffff",
    accent_soft="#dbe6ff",
    accent_text="#0a2a7a",
    good="#0a4423",
    good_soft="#e6f7ec",
    fair="#553200",
    fair_soft="#fff1d6",
    poor="#760e09",
    poor_soft="#ffe8e5",
    note="#463600",
    note_soft="#fff8dc",
    mark="#ffe680",
)

CONTRAST_DARK = Colours(
    name="contrast-dark",
    dark=True,
    window="#000000",
    surface="#000000",
    raised="#0d0d0d",
    sunken="#1a1a1a",
    line="#a6a6a6",
    line_strong="#ffffff",
    text="#ffffff",
    muted="#e6e6e6",
    accent="#ffd400",
    accent_hover="#ffe566",
    on_accent="#000000",
    accent_soft="#332b00",
    accent_text="#ffe14d",
    good="#8df0b0",
    good_soft="#06270f",
    fair="#ffd27a",
    fair_soft="#2e2000",
    poor="#ffb8b0",
    poor_soft="#3a0b08",
    note="#ffe68a",
    note_soft="#2b2400",
    mark="#4d3b00",
)

PALETTES = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
