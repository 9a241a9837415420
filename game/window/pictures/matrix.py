"""Pieces of the table of evidence: the marks in its cells and the columns of proof below it."""

from game.window.brush import Box, Brush

ROW = 33.0
SIGNS = {
    "admitted": ("check", "adm"),
    "weighed": ("scale", "per"),
    "excluded": ("x", "exc"),
    "lost": ("x", "exc"),
    "intelligence": ("circle", "intl"),
    "requested": ("clock", "mla"),
    "perishing": ("hourglass", "per"),
    "not_held": ("circle", "ink3"),
}
"""What an item is worth today -> icon and colour."""


def draw_sign(brush: Brush, x: float, y: float, sign: str, strong: bool) -> None:
    """A mark round a point: a filled disc for what is admitted, an icon for the rest; larger where it weighs more."""
    icon, token = SIGNS[sign]
    side = 18.0 if strong else 13.0
    if sign == "admitted":
        brush.box((x - side / 2, y - side / 2, side, side), token, None, side / 2)
        brush.icon(x - side * 0.33, y - side * 0.33, "check", side * 0.66, "card")
        return
    brush.icon(x - side / 2, y - side / 2, icon, side, token)


def draw_nothing(brush: Brush, x: float, y: float) -> None:
    """A point where an item says nothing."""
    brush.box((x - 1, y - 1, 2, 2), "ink3", None, 1)


def draw_column_of_proof(brush: Brush, box: Box, halves: int, possible: int, needed: int) -> None:
    """Solid = admitted; tint = if everything open succeeds; the line is what the court needs; in half points."""
    x, y, w, h = box
    most = max(possible, halves, needed * 3 // 2, 1)
    brush.box(box, "card", "line2", 3)
    for value, fill, edge in ((possible, "admB", "adm"), (halves, "adm", None)):
        if value:
            high = max(3.0, h * min(1.0, value / most))
            brush.box((x, y + h - high, w, high), fill, edge, 3)
    brush.line(x - 5, y + h - h * needed / most, w + 10, "ink")
