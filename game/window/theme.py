"""Tokens: colours by name from a theme's file, and the roles of type. No colour is written anywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from engine import read_yaml
from game.places import shipped

Colour = tuple[int, int, int, int]
THEMES = ("paper", "contrast")
INSTRUMENTS = ("informal", "mla", "extradition", "jit", "domestic")
ICONS = {"informal": "phone", "mla": "mail", "extradition": "plane-landing", "jit": "users", "domestic": "house"}
SEAT_ICONS = {"investigator": "shield", "prosecutor": "scale", "judge": "gavel", "coordinator": "heart-handshake"}
STATE_ICONS = {
    "admitted": "check",
    "weighed": "scale",
    "excluded": "x",
    "intelligence": "eye",
    "not_held": "clock",
    "lost": "x",
    "hidden": "eye",
}
TINTS = {
    "admitted": ("adm", "admB"),
    "weighed": ("per", "perB"),
    "excluded": ("exc", "excB"),
    "lost": ("exc", "excB"),
    "intelligence": ("intl", "intlB"),
    "not_held": ("intl", "intlB"),
    "hidden": ("intl", "intlB"),
}

SANS, MEDIUM, STRONG, SLANTED = (
    "IBMPlexSans-Regular",
    "IBMPlexSans-Medium",
    "IBMPlexSans-SemiBold",
    "IBMPlexSans-Italic",
)
SERIF, SERIF_STRONG, SERIF_SLANTED = "SourceSerif4-Regular", "SourceSerif4-Semibold", "SourceSerif4-It"

ROLES: Mapping[str, tuple[str, float, float]] = {
    "score": (SERIF_STRONG, 60, 66),
    "story_title": (SERIF_STRONG, 28, 34),
    "big": (SERIF_STRONG, 24, 28),
    "screen": (SERIF_STRONG, 20, 26),
    "card": (SERIF_STRONG, 17, 22),
    "story": (SERIF, 17, 26),
    "letter": (SERIF, 13.5, 19),
    "letter_strong": (SERIF_STRONG, 13.5, 19),
    "quote": (SERIF_SLANTED, 13.5, 19),
    "place": (SERIF, 13, 16),
    "sea": (SERIF_SLANTED, 13, 16),
    "label": (STRONG, 13, 18),
    "button": (MEDIUM, 13, 18),
    "body": (SANS, 13, 18),
    "slanted": (SLANTED, 13, 18),
    "second": (SANS, 12, 16),
    "axis": (MEDIUM, 11, 14),
}
"""Role -> family, size, line height, in logical pixels at 100 %."""

TEXT_ON: Mapping[str, tuple[str, ...]] = {
    "ink": ("desk", "panel", "card", "sunken", "sel", "hov", "perB"),
    "ink2": ("desk", "panel", "card", "sunken", "hov"),
    "ink3": ("panel", "card", "sunken"),
    "barT": ("bar",),
    "barT2": ("bar",),
    "priT": ("pri",),
    "alert": ("bar",),
    "danger": ("bar",),
    "adm": ("admB",),
    "exc": ("excB", "panel", "card"),
    "per": ("perB", "panel", "card"),
    "intl": ("intlB",),
    "seaT": ("sea",),
    "informal": ("panel", "card"),
    "mla": ("panel", "card"),
    "extradition": ("panel", "card"),
    "jit": ("panel", "card"),
    "domestic": ("panel", "card"),
}
"""Which tokens are written as text on which; a test computes their contrast."""

BORDERS_ON: Mapping[str, tuple[str, ...]] = {
    "ctl": ("panel", "card"),
    "focus": ("desk", "panel", "card", "sunken"),
    "barB": ("bar",),
    "focusBar": ("bar",),
}
"""Borders that matter, and on what they are drawn."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme by token."""

    name: str
    colours: Mapping[str, Colour]

    def __getitem__(self, token: str) -> Colour:
        """A colour; `token~` is its tint, 16 parts in a hundred of it on the panel."""
        return self.colours[token]


@cache
def load_theme(name: str) -> Theme:
    """A theme from its file."""
    written = read_yaml(shipped("assets") / "theme" / f"{name}.yaml").tree
    colours = {str(token): parsed(str(text)) for token, text in written.items()}
    return Theme(name, colours | {f"{token}~": tint(colour, colours["panel"]) for token, colour in colours.items()})


def parsed(text: str) -> Colour:
    """#RRGGBB or #RRGGBBAA as numbers."""
    digits = text.lstrip("#")
    parts = [int(digits[i : i + 2], 16) for i in range(0, len(digits), 2)]
    return (parts[0], parts[1], parts[2], parts[3] if len(parts) > 3 else 255)


def tint(colour: Colour, on: Colour) -> Colour:
    """A colour at 16 % on another."""
    r, g, b = ((16 * c + 84 * o) // 100 for c, o in zip(colour[:3], on[:3], strict=True))
    return (r, g, b, 255)


def luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2)."""
    parts = [c / 255 for c in colour[:3]]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours (WCAG 2), 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
