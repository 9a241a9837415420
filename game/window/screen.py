"""A screen: what the window shows, built anew from the state of the play each time something has changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.window.brush import Brush
from game.window.widgets import Widget

if TYPE_CHECKING:
    from game.window.app import App


class Screen:
    """What the window shows: builds its widgets from the state of the play; kept things are scroll places and focus."""

    begins_at: tuple[str, ...] = ()
    """Beginnings of keys: where the focus goes first."""
    named = "page.desk"
    """The words for the way back to it."""

    def __init__(self) -> None:
        self.scrolls: dict[str, float] = {}
        self.focus = ""

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Its widgets, for a window of this logical size."""
        raise NotImplementedError

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Shortcuts: key name -> what it does."""
        return {}

    def escape(self, app: "App") -> None:
        """What Escape does."""
        app.pop()

    def hurry(self, app: "App") -> None:
        """A key or a press while something moves: it is where it goes."""

    def tick(self, app: "App", passed_ms: int) -> bool:
        """Time went by at the table; answers whether something on the screen moves."""
        return False

    def arrow(self, app: "App", direction: str) -> bool:
        """An arrow key that the screen wants for itself; False = let the focus move."""
        return False

    def words(self, app: "App") -> list[str]:
        """The screen as plain lines, for the clipboard and the voice."""
        return list(app.root.read_out())
