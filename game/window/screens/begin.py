"""Everything that can be begun, kind by kind: two rows side by side where there is room, what is barred with its reason."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.pages.book import page_for
from game.pages.page import Go, Heading, Offer, Para
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.acts import act_row, inset
from game.window.screens.board import Band
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import going
from game.window.widgets import Card, Column, Label, Panel, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

WIDE, TWO_COLUMNS = 1100.0, 900.0
FOOTNOTE = "*"
"""How a note begins that belongs under the whole page, wherever the page has it."""


class Begin(Screen):
    """What can be begun, with all instruments or with one."""

    begins_at = ("offer ",)

    def __init__(self, go: Go) -> None:
        super().__init__()
        self.go = go

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """A head for each kind of paper, then to whom or about what."""
        words, page = app.words, page_for(app.sitting, app.seat, self.go, app.tell)
        wide = min(w - 16, WIDE)
        scroll = Scroll(key="begin", body=Column(gap=4, children=self.rows(app, page.blocks, 2 if wide >= TWO_COLUMNS else 1)),
                        at=self.scrolls, pad=0)  # fmt: skip
        sheet = Panel(title=page.title, icon="mail", body=scroll)
        body = Row(widths=(-1, wide, -1), gap=0, children=[Space(), sheet, Space()])
        foot = Foot(keys=[("Tab", words("foot.next")), ("1-9", words("foot.choose")), ("Enter", words("foot.open")),
                          ("Esc", words("foot.back"))], note=kept(app))  # fmt: skip
        return Sheet(bar=bar_for(app, page.title), body=body, foot=foot, notice=app.toast)

    def rows(self, app: "App", blocks: tuple[object, ...], across: int) -> list[Widget]:
        """The blocks of the page: heads, what can be pressed under each, and what is only said."""
        rows: list[Widget] = []
        cards: list[Widget] = []
        notes: list[Widget] = []
        number = 0
        for block in blocks:
            if isinstance(block, Offer) and not block.key:
                number += 1
                cards.append(act_row(app, self, number, block))
                continue
            rows += laid(cards, across)
            cards = []
            if isinstance(block, Heading):
                rows.append(Band(block.text, ""))
            elif isinstance(block, Para):
                said = inset(Label(text=block.text, role="second", token="ink2"))
                (notes if block.text.startswith(FOOTNOTE) else rows).append(said)
        return [*rows, *laid(cards, across), *notes]

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits press; letters lead to other pages."""
        able = [each for each in app.able() if isinstance(each, Card) and each.key.startswith("offer ")]
        return {**going(app), **{str(n): partial(app.press, each) for n, each in enumerate(able[:9], 1)}}


def laid(cards: list[Widget], across: int) -> list[Widget]:
    """Cards side by side; the last line may have an empty place."""
    lines = [cards[n : n + across] for n in range(0, len(cards), across)]
    return [inset(Row(widths=(-1,) * across, gap=8, children=[*line, *(Space() for _ in range(across - len(line)))]))
            for line in lines]  # fmt: skip
