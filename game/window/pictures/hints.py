"""A hint on the map: a small card beside what is pointed at or chosen, with what one may know of it."""

from dataclasses import dataclass

from game.window.brush import Box, Brush
from game.window.pictures.land import Point

WIDTH, PAD, HEAD, ROW, AWAY = 268.0, 9.0, 22.0, 17.0, 16.0


@dataclass(frozen=True, slots=True)
class Hint:
    """A title with the flag of a State, and lines below it, each with its icon and the colour of that."""

    title: str
    flag: str = ""
    rows: tuple[tuple[str, str, str], ...] = ()

    @property
    def says(self) -> str:
        """The same in words."""
        return ". ".join((self.title, *(text for _, _, text in self.rows)))


def draw_hint(brush: Brush, box: Box, hint: Hint, spot: Point) -> Box:
    """The card, beside a point of the map and inside its frame; answers its box."""
    hint = fitted(hint, box[3])
    here = placed(brush, box, hint, spot)
    x, y, w, h = here
    brush.box((x - 1, y, w + 2, h + 3), "shadow" if brush.theme["shadow"][3] else "line2", None, 5)
    brush.box(here, "card", "ink3", 4)
    offset = brush.flag(x + PAD, y + 7, hint.flag, 10) + 6 if hint.flag else 0.0
    brush.text(x + PAD + offset, y + 3, hint.title, "label", "ink", w - 2 * PAD - offset)
    for number, (icon, token, text) in enumerate(hint.rows):
        top = y + HEAD + 2 + ROW * number
        brush.icon(x + PAD, top + 2, icon, 13, token)
        brush.text(x + PAD + 19, top, text, "second", "ink2", w - 2 * PAD - 19)
    return here


def fitted(hint: Hint, height: float) -> Hint:
    """The hint with as many lines as a map of this height has room for; how many more there are stands in the last."""
    room = max(1, int((height - 16 - HEAD) // ROW))
    if len(hint.rows) <= room:
        return hint
    left = len(hint.rows) - room + 1
    return Hint(hint.title, hint.flag, (*hint.rows[: room - 1], ("list", "ink3", f"+{left}")))


def placed(brush: Brush, box: Box, hint: Hint, spot: Point) -> Box:
    """Where the card stands: at the right of the point where there is room, else at its left, never out of the map."""
    texts = [brush.width(hint.title, "label") + (28 if hint.flag else 0), *(brush.width(text, "second") + 19 for _, _, text in hint.rows)]
    width = min(WIDTH, box[2] - 8, max(texts) + 2 * PAD + 2)
    height = HEAD + (ROW * len(hint.rows) + 8 if hint.rows else 3)
    left = spot[0] + AWAY if spot[0] + AWAY + width < box[0] + box[2] - 4 else spot[0] - AWAY - width
    x = min(max(left, box[0] + 4), box[0] + box[2] - width - 4)
    y = min(max(spot[1] + 12, box[1] + 4), box[1] + box[3] - height - 4)
    return x, y, width, height
